/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "compiler-fixture.h"

#include <stdlib.h>

#define MIN_WORDS 600
#define MAX_WORDS 1500
#define MIN_SOURCES 3
#define MIN_SYNONYM_LINES 150

static const char *const ids[] = {
  "chemotherapy-for-rectal-cancer",
  "clinical-trials",
  "colon-cancer-treatment-by-stage",
  "questions-before-rectal-surgery",
  "radiation-for-rectal-cancer",
  "rectal-cancer-treatment-by-stage",
  "understanding-your-stage",
  "warning-signs",
};

/* Compiles what is shipped; the folder given last counts. */
static CompilerFixture *
compile_content (void)
{
  CompilerFixture *fixture = compiler_fixture_new ();
  g_autofree char *errors = NULL;

  compiler_fixture_run (fixture, NULL, &errors, "--content", CONTENT_FOLDER, NULL);
  g_assert_cmpstr (errors, ==, "");

  return fixture;
}

static void
assert_query (CompilerFixture *fixture,
              const char      *sql,
              const char      *expected)
{
  g_autofree char *rows = compiler_fixture_query (fixture, sql);

  g_assert_cmpstr (rows, ==, expected);
}

static void
test_articles (void)
{
  g_autoptr (CompilerFixture) fixture = compile_content ();

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *words_sql = g_strdup_printf ("SELECT words FROM article WHERE id = '%s'", ids[i]);
      g_autofree char *words = compiler_fixture_query (fixture, words_sql);
      g_autofree char *sources_sql =
        g_strdup_printf ("SELECT count(*) FROM source WHERE owner = 'article/%s'", ids[i]);
      g_autofree char *sources = compiler_fixture_query (fixture, sources_sql);

      g_test_message ("%s: %d words, %d sources", ids[i], atoi (words), atoi (sources));
      g_assert_cmpint (atoi (words), >=, MIN_WORDS);
      g_assert_cmpint (atoi (words), <=, MAX_WORDS);
      g_assert_cmpint (atoi (sources), >=, MIN_SOURCES);
    }
}

/* One chain without gaps, and each article has a text, an anchor to keep a note at, and a topic. */
static void
test_structure (void)
{
  g_autoptr (CompilerFixture) fixture = compile_content ();

  assert_query (fixture, "SELECT DISTINCT count(*) = max(position) + 1 AND min(position) = 0 "
                         "FROM article GROUP BY kind", "1\n");
  assert_query (fixture, "SELECT id FROM article WHERE topic NOT IN (SELECT id FROM topic)", "");
  assert_query (fixture, "SELECT article, anchor FROM block WHERE anchor IS NOT NULL "
                         "GROUP BY article, anchor HAVING count(*) > 1", "");
  assert_query (fixture, "SELECT id FROM block WHERE kind IN ('paragraph', 'heading', 'table') AND "
                         "anchor IS NULL", "");
  assert_query (fixture, "SELECT id FROM block WHERE parent >= id", "");
  assert_query (fixture, "SELECT id FROM block WHERE kind IN ('paragraph', 'heading') AND "
                         "(markup IS NULL OR markup = '')", "");
  assert_query (fixture, "PRAGMA foreign_key_check", "");
}

/* Signs of Markdown that reached the text say that something was not read as it was meant. */
static void
test_no_leftovers (void)
{
  g_autoptr (CompilerFixture) fixture = compile_content ();

  assert_query (fixture, "SELECT article, markup FROM block WHERE markup GLOB '*[*][*]*' OR "
                         "markup LIKE '%](%' OR markup LIKE '%[^%' OR markup LIKE '%[!%' OR "
                         "markup LIKE '%`%'", "");
}

/* Each address, in the sources and in the text, read by GLib. */
static void
test_addresses (void)
{
  g_autoptr (CompilerFixture) fixture = compile_content ();
  g_autofree char *rows = compiler_fixture_query (fixture, "SELECT url FROM source");
  g_autofree char *markups = compiler_fixture_query (fixture, "SELECT markup FROM block "
                                                              "WHERE markup LIKE '%href=%'");
  g_auto (GStrv) urls = g_strsplit (g_strchomp (rows), "\n", -1);
  g_autoptr (GRegex) regex = g_regex_new ("href=\"(https:[^\"]*)\"",
                                          G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint n_urls = 0;

  for (; urls[n_urls] != NULL; n_urls++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", urls[n_urls]);
      g_assert_true (g_str_has_prefix (urls[n_urls], "https://"));
      g_assert_true (g_uri_is_valid (urls[n_urls], G_URI_FLAGS_NONE, &error));
      g_assert_no_error (error);
    }

  g_assert_cmpuint (n_urls, >=, G_N_ELEMENTS (ids) * MIN_SOURCES);

  for (g_regex_match (regex, markups, G_REGEX_MATCH_DEFAULT, &match);
       g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *url = g_match_info_fetch (match, 1);

      g_test_message ("%s", url);
      g_assert_true (g_uri_is_valid (url, G_URI_FLAGS_NONE, NULL));
    }
}

static void
test_synonyms (void)
{
  g_autoptr (CompilerFixture) fixture = compile_content ();
  g_autofree char *lines = compiler_fixture_query (fixture, "SELECT max(meaning) FROM synonym");
  static const char *const pairs[][2] = {
    { "bowel", "colon" },
    { "5 fu", "fluorouracil" },
    { "tired", "fatigue" },
    { "poop", "stool" },
    { "ostomy", "stoma" },
    { "chemo", "chemotherapy" },
    { "spread", "metastasis" },
    { "hair loss", "alopecia" },
    { "throwing up", "vomiting" },
    { "xeloda", "capecitabine" },
  };

  g_assert_cmpint (atoi (lines), >=, MIN_SYNONYM_LINES);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *sql =
        g_strdup_printf ("SELECT DISTINCT b.term FROM synonym a JOIN synonym b USING (meaning) "
                         "WHERE a.term = '%s' AND b.term = '%s'", pairs[i][0], pairs[i][1]);
      g_autofree char *expected = g_strconcat (pairs[i][1], "\n", NULL);

      assert_query (fixture, sql, expected);
    }

  /* What a search looks up: words in small letters with one space between them. */
  assert_query (fixture, "SELECT term FROM synonym WHERE term GLOB '*[^a-z0-9 ]*' OR term LIKE '%  %' OR "
                         "trim(term) <> term OR term = ''", "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/compiler/content/articles", test_articles);
  g_test_add_func ("/compiler/content/structure", test_structure);
  g_test_add_func ("/compiler/content/no-leftovers", test_no_leftovers);
  g_test_add_func ("/compiler/content/addresses", test_addresses);
  g_test_add_func ("/compiler/content/synonyms", test_synonyms);

  return g_test_run ();
}
