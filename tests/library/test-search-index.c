/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "search-fixture.h"

/* What is found and in which order. The links are single words, and the documents stand in an order that
 * is not the expected one. */

static void
test_ranks (void)
{
  const HcSearchDocument documents[] = {
    { .kind = "article", .target = "body", .title = "Pain", .body = "A stoma may be needed." },
    { .kind = "article", .target = "heading", .title = "Travel", .headings = "With a stoma\n", .body = "Go." },
    { .kind = "article", .target = "summary", .title = "Food", .summary = "Eating with a stoma.", .body = "Eat." },
    { .kind = "article", .target = "long-title", .title = "Living day by day with your new stoma" },
    { .kind = "article", .target = "title", .title = "Your stoma" },
    { .kind = "article", .target = "start", .title = "Stoma care" },
    { .kind = "term", .target = "also", .title = "Ostomy", .also = "artificial opening\nStoma" },
    { .kind = "article", .target = "title-itself", .title = "Stoma" },
  };
  static const HcSearchRank ranks[] = {
    HC_SEARCH_RANK_EXACT, HC_SEARCH_RANK_EXACT, HC_SEARCH_RANK_START, HC_SEARCH_RANK_TITLE,
    HC_SEARCH_RANK_TITLE, HC_SEARCH_RANK_SUMMARY, HC_SEARCH_RANK_SUMMARY, HC_SEARCH_RANK_TEXT,
  };
  g_autoptr (HcSearchIndex) index = search_fixture_open ("", documents, G_N_ELEMENTS (documents));
  g_autoptr (HcSearchHits) hits = hc_search_index_search (index, NULL, "stoma", 50, NULL);

  search_fixture_assert (index, "stoma", "also title-itself start title long-title heading summary body");
  search_fixture_assert (index, " STOMA! ", "also title-itself start title long-title heading summary body");
  search_fixture_assert (index, "artificial opening", "also");

  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    {
      g_autoptr (HcSearchHit) hit = g_list_model_get_item (G_LIST_MODEL (hits), i);

      g_assert_cmpint (hc_search_hit_get_rank (hit), ==, ranks[i]);
      g_assert_cmpstr (hc_search_hit_get_kind (hit), ==, i == 0 ? "term" : "article");
    }
}

/* All words in one place are better than in two, and that they are in the title best of all. */
static void
test_several_words (void)
{
  const HcSearchDocument documents[] = {
    { .kind = "article", .target = "apart", .title = "Colon", .body = "How surgery is done." },
    { .kind = "article", .target = "half", .title = "Surgery", .headings = "The colon" },
    { .kind = "article", .target = "swapped", .title = "Surgery for the colon" },
    { .kind = "article", .target = "start", .title = "Colon and rectal surgery" },
    { .kind = "article", .target = "whole", .title = "Colon surgery" },
    { .kind = "article", .target = "one", .title = "Colon", .body = "Nothing else." },
  };
  g_autoptr (HcSearchIndex) index = search_fixture_open ("", documents, G_N_ELEMENTS (documents));

  search_fixture_assert (index, "colon surgery", "whole start swapped half apart");
  search_fixture_assert (index, "surgery colon", "swapped whole start half apart");
}

/* More often, in a shorter text, and a rare word more than a frequent one. */
static void
test_weights (void)
{
  g_autofree char *long_text = g_strnfill (3000, 'x');
  HcSearchDocument documents[] = {
    { .kind = "article", .target = "once", .title = "A", .body = "fever and more" },
    { .kind = "article", .target = "often", .title = "B", .body = "fever fever fever fever" },
    { .kind = "article", .target = "long", .title = "C" },
    { .kind = "article", .target = "frequent", .title = "E", .body = "chill fever fever fever" },
    { .kind = "article", .target = "rare", .title = "D", .body = "chill chill chill fever" },
  };
  g_autoptr (HcSearchIndex) index = NULL;
  g_autofree char *long_body = NULL;

  /* Two thousand words. */
  for (guint i = 1; i < 3000; i += 2)
    long_text[i] = ' ';
  long_body = g_strconcat (long_text, " fever", NULL);
  documents[2].body = long_body;

  index = search_fixture_open ("", documents, G_N_ELEMENTS (documents));
  search_fixture_assert (index, "fever", "often frequent once rare long");
  search_fixture_assert (index, "fever chill", "rare frequent");
}

/* Of two that are the same the first one stays the first, however many there are. */
static void
test_order (void)
{
  HcSearchDocument documents[300];
  g_autoptr (HcSearchIndex) index = NULL;
  g_autoptr (HcSearchHits) hits = NULL;
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_ptr_array_add (links, g_strdup_printf ("%u", i));
      documents[i] = (HcSearchDocument) {
        .kind = "article", .target = g_ptr_array_index (links, i), .title = i < 200 ? "One" : "Liver", .body = "Liver",
      };
    }

  index = search_fixture_open ("", documents, G_N_ELEMENTS (documents));
  hits = hc_search_index_search (index, NULL, "liv", 150, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (hits)), ==, 150);

  for (guint i = 0; i < 150; i++)
    {
      g_autoptr (HcSearchHit) hit = g_list_model_get_item (G_LIST_MODEL (hits), i);

      g_assert_cmpstr (hc_search_hit_get_link (hit), ==, g_ptr_array_index (links, i < 100 ? 200 + i : i - 100));
    }

  {
    g_autoptr (HcSearchHits) ones = hc_search_index_search (index, NULL, "on", 30, NULL);
    g_autoptr (HcSearchHit) last = g_list_model_get_item (G_LIST_MODEL (ones), 29);

    g_assert_cmpstr (hc_search_hit_get_link (last), ==, "29");
  }
}

/* Documents of one kind only, as many as there are, in the same order. */
static void
test_kinds (void)
{
  const HcSearchDocument documents[] = {
    { .kind = "article", .target = "a", .title = "Liver", .body = "Liver." },
    { .kind = "term", .target = "t1", .title = "Something", .body = "Liver." },
    { .kind = "article", .target = "b", .title = "Lung", .body = "Liver." },
    { .kind = "term", .target = "t2", .title = "The liver" },
    { .kind = "article", .target = "c", .title = "Liver pain" },
    { .kind = "term", .target = "t3", .title = "Liver" },
  };
  const struct {
    const char *kind;
    guint       limit;
    const char *links;
  } cases[] = {
    { NULL, 50, "a t3 c t2 t1 b " },
    { NULL, 2, "a t3 " },
    { "article", 50, "a c b " },
    { "article", 2, "a c " },
    { "term", 50, "t3 t2 t1 " },
    { "term", 1, "t3 " },
    { "picture", 50, "" },
  };
  g_autoptr (HcSearchIndex) index = search_fixture_open ("", documents, G_N_ELEMENTS (documents));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HcSearchHits) hits = hc_search_index_search (index, cases[i].kind, "liver", cases[i].limit, NULL);
      g_autoptr (GString) links = g_string_new (NULL);

      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (hits)); j++)
        {
          g_autoptr (HcSearchHit) hit = g_list_model_get_item (G_LIST_MODEL (hits), j);

          g_string_append_printf (links, "%s ", hc_search_hit_get_link (hit));
        }

      g_assert_cmpstr (links->str, ==, cases[i].links);
    }
}

/* The word itself stands before one that it is the beginning of, while it is typed there is none. */
static void
test_beginnings (void)
{
  const HcSearchDocument documents[] = {
    { .kind = "article", .target = "stomach", .title = "Stomach upset" },
    { .kind = "article", .target = "stoma", .title = "Living with a stoma" },
    { .kind = "article", .target = "radiation", .title = "Radiation" },
    { .kind = "article", .target = "treatment", .title = "Treatments" },
    { .kind = "article", .target = "colonoscope", .title = "A colonoscope" },
    { .kind = "article", .target = "colonoscopy", .title = "Colonoscopy" },
  };
  g_autoptr (HcSearchIndex) index = search_fixture_open ("", documents, G_N_ELEMENTS (documents));

  search_fixture_assert (index, "s", "stomach stoma");
  search_fixture_assert (index, "st", "stomach stoma");
  search_fixture_assert (index, "stom", "stomach stoma");
  search_fixture_assert (index, "stoma", "stoma stomach");
  search_fixture_assert (index, "stomac", "stomach");
  /* There is no such word, though it is the stem of one. */
  search_fixture_assert (index, "colonoscop", "colonoscopy colonoscope");
  search_fixture_assert (index, "colonoscope", "colonoscope");
  /* Its stem is "radiat". */
  search_fixture_assert (index, "radiatio", "radiation");
  search_fixture_assert (index, "radiating", "radiation");
  /* Its stem is "treat", of which there is no word. */
  search_fixture_assert (index, "treating", "treatment");
  /* Only the last word may be incomplete. */
  search_fixture_assert (index, "stom upset", "");
  search_fixture_assert (index, "upset stom", "stomach");
}

static void
test_synonyms (void)
{
  const HcSearchDocument documents[] = {
    { .kind = "article", .target = "phrase", .title = "About the large intestine" },
    { .kind = "article", .target = "word", .title = "The bowel" },
    { .kind = "article", .target = "apart", .title = "Small things", .body = "A large dog. His intestine." },
    { .kind = "article", .target = "mention", .title = "Other", .body = "The colon." },
    { .kind = "article", .target = "large", .title = "Houses", .body = "A large house." },
  };
  g_autoptr (HcSearchIndex) index =
    search_fixture_open ("bowel = colon = large intestine\n", documents, G_N_ELEMENTS (documents));

  /* What was typed stands before what means the same. */
  search_fixture_assert (index, "bowel", "word phrase mention");
  search_fixture_assert (index, "colons", "mention");
  search_fixture_assert (index, "colon", "word phrase mention");
  search_fixture_assert (index, "Large Intestine", "phrase word mention apart");
  search_fixture_assert (index, "intestine", "phrase apart");
}

/* A question is about its subject, wherever its other words stand. */
static void
test_questions (void)
{
  const HcSearchDocument documents[] = {
    { .kind = "article", .target = "all", .title = "What a day is", .body = "A polyp is what grew." },
    { .kind = "term", .target = "term", .title = "Polyp", .summary = "A growth." },
    { .kind = "question", .target = "question", .title = "What is a polyp?" },
  };
  g_autoptr (HcSearchIndex) index = search_fixture_open ("", documents, G_N_ELEMENTS (documents));

  search_fixture_assert (index, "what is a polyp", "question term all");
  search_fixture_assert (index, "Is a polyp", "term question all");
}

/* What is written in several pieces is found as if it were written in one. */
static void
test_pieces (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcDatabase) database = hc_database_new (NULL, HC_DATABASE_READ_WRITE, &error);
  g_autoptr (HcSearchWriter) writer = hc_search_writer_new (database, &error);
  g_autoptr (HcSearchIndex) index = NULL;

  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *target = g_strdup_printf ("%u", i);

      g_assert_true (hc_search_writer_add (writer,
                                           &(HcSearchDocument) {
                                             .kind = "article", .target = target,
                                             .title = i % 2 == 0 ? "Liver" : "Lung",
                                           },
                                           &error));
      if (i % 3 == 2)
        g_assert_true (hc_search_writer_flush (writer, &error));
    }

  g_assert_true (hc_search_writer_finish (writer, &error));
  g_assert_no_error (error);

  index = hc_search_index_new (database, &error);
  g_assert_no_error (error);
  search_fixture_assert (index, "liver", "0 2 4");
  search_fixture_assert (index, "lung", "1 3 5");
  search_fixture_assert (index, "l", "0 1 2 3 4 5");
}

static void
test_empty (void)
{
  g_autoptr (HcSearchIndex) index = search_fixture_open ("", NULL, 0);

  search_fixture_assert (index, "liver", "");
  search_fixture_assert (index, "l", "");
  search_fixture_assert (index, "", "");
}

static void
assert_damaged (HcDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcSearchIndex) index = hc_search_index_new (database, &error);

  if (index != NULL)
    {
      g_autoptr (HcSearchHits) hits = hc_search_index_search (index, NULL, "liver", 10, &error);

      g_assert_null (hits);
    }

  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_DAMAGED);
}

static void
test_damaged (void)
{
  static const char *const damages[] = {
    /* A document that is not there. */
    "UPDATE search_term SET postings = x'0527' WHERE term = 'liver'",
    /* Distances of 0, without an end, without a value, too long. */
    "UPDATE search_term SET postings = x'0027' WHERE term = 'liver'",
    "UPDATE search_term SET postings = x'8180' WHERE term = 'liver'",
    "UPDATE search_term SET postings = x'01' WHERE term = 'liver'",
    "UPDATE search_term SET postings = x'81808080808001ff' WHERE term = 'liver'",
    /* The document itself. */
    "DELETE FROM search_name; DELETE FROM search_document WHERE id = 1",
    "INSERT INTO search_document VALUES (9000000000, '', '', '', '', '', '', '')",
    "DELETE FROM search_name; UPDATE search_document SET id = -id",
  };
  const HcSearchDocument documents[] = {
    { .kind = "article", .target = "a", .title = "The liver" },
    { .kind = "article", .target = "b", .title = "Lungs" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (HcDatabase) database = search_fixture_make ("", documents, G_N_ELEMENTS (documents));
      g_autoptr (GError) error = NULL;

      g_assert_true (hc_database_execute (database, damages[i], &error));
      g_assert_no_error (error);
      g_test_message ("%s", damages[i]);
      assert_damaged (database);
    }
}

/* The words are there, but not their lists: guess after guess finds nothing, and there is an end to it. */
static void
test_lost_lists (void)
{
  const HcSearchDocument documents[] = {
    { .kind = "article", .target = "a", .title = "Purse" },
    { .kind = "article", .target = "b", .title = "Nurse" },
  };
  g_autoptr (HcDatabase) database = search_fixture_make ("", documents, G_N_ELEMENTS (documents));
  g_autoptr (HcSearchIndex) index = NULL;

  g_assert_true (hc_database_execute (database, "DELETE FROM search_term", NULL));
  index = hc_search_index_new (database, NULL);
  search_fixture_assert (index, "xurse", "");
  search_fixture_assert (index, "nurse", "b");
}

/* The lists are what data/sql/search.sql and hc-search-postings.c say. */
static void
test_lists (void)
{
  const HcSearchDocument documents[] = {
    { .kind = "article", .target = "a", .title = "Livers", .body = "large, large intestines" },
    { .kind = "term", .target = "b", .title = "Lungs", .also = "Bellows" },
    { .kind = "article", .target = "c", .title = "A", .summary = "The Liver." },
  };
  g_autoptr (HcDatabase) database =
    search_fixture_make ("bowel = Large Intestine\n", documents, G_N_ELEMENTS (documents));
  g_autoptr (GError) error = NULL;
  /* The first byte of each pair is a distance, of the second the two high bits are the field. */
  g_autoptr (HcStatement) statement =
    hc_database_prepare (database,
                         "SELECT (SELECT group_concat (term) "
                         "        FROM (SELECT term FROM search_term ORDER BY term)) AS terms, "
                         "(SELECT group_concat (word || '=' || stem || '=' || frequency) FROM search_word) AS words, "
                         "(SELECT group_concat (name || '=' || document) FROM search_name) AS names, "
                         "(SELECT hex (substr (postings, 1, 1) || substr (postings, 3, 1)) || length (postings) "
                         " FROM search_term WHERE term = 'liver') AS liver", &error);

  g_assert_no_error (error);
  g_assert_cmpint (hc_statement_step (statement, &error), ==, HC_STEP_ROW);
  g_assert_cmpstr (hc_statement_get_text (statement, "terms"), ==,
                   "a,a*,b*,be*,bellow,i*,in*,intestin,l*,la*,larg,larg intestin,li*,liver,lu*,lung,t*,th*,the");
  g_assert_cmpstr (hc_statement_get_text (statement, "words"), ==,
                   "a=a=1,bellows=bellow=1,intestines=intestin=1,large=larg=1,liver=liver=1,livers=liver=1,"
                   "lungs=lung=1,the=the=1");
  g_assert_cmpstr (hc_statement_get_text (statement, "names"), ==, "a=3,bellows=2,livers=1,lungs=2");
  g_assert_cmpstr (hc_statement_get_text (statement, "liver"), ==, "01024");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search-index/ranks", test_ranks);
  g_test_add_func ("/search-index/several-words", test_several_words);
  g_test_add_func ("/search-index/weights", test_weights);
  g_test_add_func ("/search-index/order", test_order);
  g_test_add_func ("/search-index/kinds", test_kinds);
  g_test_add_func ("/search-index/beginnings", test_beginnings);
  g_test_add_func ("/search-index/synonyms", test_synonyms);
  g_test_add_func ("/search-index/questions", test_questions);
  g_test_add_func ("/search-index/pieces", test_pieces);
  g_test_add_func ("/search-index/empty", test_empty);
  g_test_add_func ("/search-index/damaged", test_damaged);
  g_test_add_func ("/search-index/lost-lists", test_lost_lists);
  g_test_add_func ("/search-index/lists", test_lists);

  return g_test_run ();
}
