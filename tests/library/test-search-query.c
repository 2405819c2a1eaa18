/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-search-query.h"

/* What is made of what was typed, worked out by hand from the rules: words in small letters without
 * accents; the longest phrase with synonyms is one group, what means the same beside it. */

static HcDatabase *
make_database (const char *synonyms)
{
  g_autoptr (GError) error = NULL;
  HcDatabase *database = hc_database_new (NULL, HC_DATABASE_READ_WRITE, &error);

  g_assert_no_error (error);
  hc_database_execute (database,
                       "CREATE TABLE synonym (term TEXT NOT NULL, meaning INTEGER NOT NULL, "
                       "PRIMARY KEY (term, meaning)) STRICT, WITHOUT ROWID", &error);
  g_assert_no_error (error);

  if (synonyms != NULL)
    {
      hc_database_execute (database, synonyms, &error);
      g_assert_no_error (error);
    }

  return database;
}

/* Groups with bars between them; after the words of each its synonyms: "large intestine = bowel = colon". */
static char *
print_query (HcSearchQuery *query)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < query->groups->len; i++)
    {
      const HcSearchGroup *group = g_ptr_array_index (query->groups, i);

      g_string_append (text, i > 0 ? " | " : "");
      for (guint j = 0; j < group->n_words; j++)
        g_string_append_printf (text, "%s%s", j > 0 ? " " : "",
                                (const char *) g_ptr_array_index (query->words, group->first + j));
      for (guint j = 0; j < group->synonyms->len; j++)
        g_string_append_printf (text, " = %s", (const char *) g_ptr_array_index (group->synonyms, j));
    }

  return g_string_free_and_steal (text);
}

static void
assert_query (HcDatabase *database,
              const char *text,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcSearchTokenizer) tokenizer = hc_search_tokenizer_new (&error);
  g_autoptr (HcStatement) synonyms = hc_search_query_prepare (database, &error);
  g_autoptr (HcSearchQuery) query = hc_search_query_new (tokenizer, synonyms, text, &error);
  g_autofree char *printed = print_query (query);

  g_assert_no_error (error);
  g_assert_cmpstr (printed, ==, expected);
}

static void
test_words (void)
{
  g_autoptr (HcDatabase) database = make_database (NULL);

  assert_query (database, "Liver", "liver");
  assert_query (database, "  two\twords\n", "two | words");
  assert_query (database, "5-FU", "5 | fu");
  assert_query (database, "isn't", "isn | t");
  assert_query (database, "\"x\" NOT (b*)", "x | not | b");
  assert_query (database, "title:liver NEAR(", "title | liver | near");
  assert_query (database, "É ä", "e | a");
  assert_query (database, "cafe\u0301 \xff liver\xc3", "cafe | liver");
  assert_query (database, "", "");
  assert_query (database, " .,;\"'*() 🎗 \u0301 \u202e", "");
}

/* The thirteenth word and those after it are left out. */
static void
test_many_words (void)
{
  g_autoptr (HcDatabase) database = make_database (NULL);

  assert_query (database, "b c d e f g h j k l m n o p", "b | c | d | e | f | g | h | j | k | l | m | n");
}

static void
test_synonyms (void)
{
  g_autoptr (HcDatabase) database =
    make_database ("INSERT INTO synonym VALUES ('bowel', 1), ('colon', 1), ('large intestine', 1), "
                   "('throwing up', 2), ('vomiting', 2), ('stoma', 3), ('ostomy', 3), ('stoma', 4), ('colostomy', 4), "
                   "('low anterior resection syndrome', 5), ('lars', 5), ('low', 6), ('down', 6)");

  assert_query (database, "bowel", "bowel = colon = large intestine");
  assert_query (database, "Large Intestine", "large intestine = bowel = colon");
  assert_query (database, "vomiting now", "vomiting = throwing up | now");
  assert_query (database, "was throwing up now", "was | throwing up = vomiting | now");
  /* Of two meanings. */
  assert_query (database, "stoma", "stoma = colostomy = ostomy");
  assert_query (database, "colostomy", "colostomy = stoma");
  /* The longest phrase wins; a part of it is no phrase. */
  assert_query (database, "low anterior resection syndrome", "low anterior resection syndrome = lars");
  assert_query (database, "low anterior resection", "low = down | anterior | resection");
}

/* They are left out but for the last one, which may be the beginning of a word. */
static void
test_empty_words (void)
{
  g_autoptr (HcDatabase) database =
    make_database ("INSERT INTO synonym VALUES ('watch and wait', 1), ('deferral of surgery', 1), "
                   "('who', 2), ('world health organization', 2)");

  assert_query (database, "What is a polyp?", "polyp");
  assert_query (database, "how to eat with a stoma", "eat | stoma");
  assert_query (database, "what is the", "the");
  assert_query (database, "a", "a");
  assert_query (database, "who advice", "who = world health organization | advice");
  assert_query (database, "liver OR lung", "liver | lung");
  assert_query (database, "what is watch and wait", "watch and wait = deferral of surgery");
}

static void
test_print (void)
{
  g_autoptr (HcDatabase) database = make_database (NULL);
  g_autoptr (HcSearchTokenizer) tokenizer = hc_search_tokenizer_new (NULL);
  g_autoptr (HcStatement) synonyms = hc_search_query_prepare (database, NULL);
  g_autoptr (HcSearchQuery) query = hc_search_query_new (tokenizer, synonyms, " Stage-II, colon! ", NULL);
  g_autofree char *printed = hc_search_query_print (query, NULL);
  g_autofree char *group = hc_search_query_print (query, g_ptr_array_index (query->groups, 1));

  g_assert_cmpstr (printed, ==, "stage ii colon");
  g_assert_cmpstr (group, ==, "ii");
}

/* A library without the table of the synonyms is damaged: an error, not a search without them. */
static void
test_error (void)
{
  g_autoptr (HcDatabase) database = hc_database_new (NULL, HC_DATABASE_READ_WRITE, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (hc_search_query_prepare (database, &error));
  g_assert_true (error != NULL && error->domain == HC_DATABASE_ERROR);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search-query/words", test_words);
  g_test_add_func ("/search-query/many-words", test_many_words);
  g_test_add_func ("/search-query/synonyms", test_synonyms);
  g_test_add_func ("/search-query/empty-words", test_empty_words);
  g_test_add_func ("/search-query/print", test_print);
  g_test_add_func ("/search-query/error", test_error);

  return g_test_run ();
}
