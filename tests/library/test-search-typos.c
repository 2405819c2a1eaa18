/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "search-fixture.h"

/* What is looked for instead of a word with a mistake. In brackets: what the list says that it was. */

static HcSearchIndex *
make_index (void)
{
  const HcSearchDocument documents[] = {
    { .kind = "article", .target = "colonoscopy", .title = "Colonoscopy", .body = "A test with a tube." },
    { .kind = "article", .target = "fatigue", .title = "Fatigue", .body = "Being tired. Stages and stools." },
    { .kind = "article", .target = "bowel", .title = "The bowel", .body = "Stages, and a storage." },
    { .kind = "article", .target = "colon", .title = "Colon" },
  };

  return search_fixture_open ("bowel = colon\n", documents, G_N_ELEMENTS (documents));
}

static void
test_one_mistake (void)
{
  g_autoptr (HcSearchIndex) index = make_index ();
  g_autoptr (HcSearchHits) hits = hc_search_index_search (index, NULL, "colonoscpy", 1, NULL);
  g_autoptr (HcSearchHit) hit = g_list_model_get_item (G_LIST_MODEL (hits), 0);

  /* It is as if that had been typed: its title is the word. */
  g_assert_cmpint (hc_search_hit_get_rank (hit), ==, HC_SEARCH_RANK_EXACT);

  search_fixture_assert (index, "colonoscopy", "colonoscopy");
  /* A letter too many, one missing, another one, two the wrong way round: in the middle, first and last. */
  search_fixture_assert (index, "colonnoscopy", "[colonoscopy] colonoscopy");
  search_fixture_assert (index, "xcolonoscopy", "[colonoscopy] colonoscopy");
  search_fixture_assert (index, "colonoscopyx", "[colonoscopy] colonoscopy");
  search_fixture_assert (index, "colonscopy", "[colonoscopy] colonoscopy");
  search_fixture_assert (index, "olonoscopy", "[colonoscopy] colonoscopy");
  search_fixture_assert (index, "coloniscopy", "[colonoscopy] colonoscopy");
  search_fixture_assert (index, "kolonoscopy", "[colonoscopy] colonoscopy");
  search_fixture_assert (index, "colonoscopi", "colonoscopy"); /* that is its stem */
  search_fixture_assert (index, "colonocsopy", "[colonoscopy] colonoscopy");
  search_fixture_assert (index, "oclonoscopy", "[colonoscopy] colonoscopy");
  search_fixture_assert (index, "colonoscoyp", "[colonoscopy] colonoscopy");
  search_fixture_assert (index, "COLONÓSCPY", "[colonoscopy] colonoscopy");
}

static void
test_two_mistakes (void)
{
  g_autoptr (HcSearchIndex) index = make_index ();

  search_fixture_assert (index, "kolonoscpy", "");
  search_fixture_assert (index, "colonocspy", "");
}

/* Shorter words are next to too many others. */
static void
test_short (void)
{
  g_autoptr (HcSearchIndex) index = make_index ();

  search_fixture_assert (index, "tubr", "");
  search_fixture_assert (index, "tuube", "[tube] colonoscopy");
}

/* What is being typed may have a mistake, too; the word that it probably becomes is told. */
static void
test_incomplete (void)
{
  g_autoptr (HcSearchIndex) index = make_index ();

  search_fixture_assert (index, "colonisc", "[colonoscopy] colonoscopy");
  search_fixture_assert (index, "fatgi", "[fatigue] fatigue");
  /* But only the last word may be incomplete. */
  search_fixture_assert (index, "colonisc tube", "");
  search_fixture_assert (index, "tube colonisc", "[tube colonoscopy] colonoscopy");
  search_fixture_assert (index, "colonoscpy tube", "[colonoscopy tube] colonoscopy");
  search_fixture_assert (index, "colonoscop tube", "[colonoscopy tube] colonoscopy");
}

/* "Nurse" and "purse" are as near, but "purse" stands in more documents. "Nursery" stands in even more, but
 * a whole word is more likely than a longer one. */
static void
test_most_frequent (void)
{
  const HcSearchDocument documents[] = {
    { .kind = "article", .target = "a", .title = "Nurse, purse" },
    { .kind = "article", .target = "b", .title = "Purse" },
    { .kind = "article", .target = "c", .title = "Nursery", .body = "Nursery." },
    { .kind = "article", .target = "d", .title = "Nursery" },
    { .kind = "article", .target = "e", .title = "Nursery" },
    { .kind = "article", .target = "f", .title = "Hands, lands" },
    { .kind = "article", .target = "g", .title = "Hands" },
  };
  g_autoptr (HcSearchIndex) index = search_fixture_open ("", documents, G_N_ELEMENTS (documents));

  search_fixture_assert (index, "wurse", "[purse] b a");
  search_fixture_assert (index, "xands", "[hands] g f");
  search_fixture_assert (index, "nurwe", "[nurse] a c d e");
  search_fixture_assert (index, "wurser", "[nursery] c d e");
}

/* Only a word that stands nowhere is a mistake, and only where that leads anywhere. */
static void
test_no_mistake (void)
{
  g_autoptr (HcSearchIndex) index = make_index ();

  search_fixture_assert (index, "stage", "fatigue bowel");
  search_fixture_assert (index, "colonoscopy fatigue", "");
  search_fixture_assert (index, "colonoscpy fatigue", "");
  search_fixture_assert (index, "qwertz", "");
}

/* What was meant may have synonyms. */
static void
test_synonyms (void)
{
  g_autoptr (HcSearchIndex) index = make_index ();

  search_fixture_assert (index, "bowle", "[bowel] bowel colon");
  search_fixture_assert (index, "bowle stagse", "[bowel stages] bowel");
}

static void
test_hostile (void)
{
  g_autofree char *letters = g_strnfill (10000, 'q');
  static const char *const texts[] = {
    "пшеница", "中文中文中文", "\U0010ffff\U0010ffffaaaaa", "a\u0301\u0302\u0303bcdefg", "'''''''", "aaaaa\xff\xfe\xff",
    "%s%s%s%s%s", "colon\001oscopy", "\u202ecolonoscpy", "_____", "0123456789012345678901234567890",
  };
  g_autoptr (HcSearchIndex) index = make_index ();

  search_fixture_assert (index, letters, "");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *links = search_fixture_search (index, texts[i]);

      g_test_message ("%s", links);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search-typos/one-mistake", test_one_mistake);
  g_test_add_func ("/search-typos/two-mistakes", test_two_mistakes);
  g_test_add_func ("/search-typos/short", test_short);
  g_test_add_func ("/search-typos/incomplete", test_incomplete);
  g_test_add_func ("/search-typos/most-frequent", test_most_frequent);
  g_test_add_func ("/search-typos/no-mistake", test_no_mistake);
  g_test_add_func ("/search-typos/synonyms", test_synonyms);
  g_test_add_func ("/search-typos/hostile", test_hostile);

  return g_test_run ();
}
