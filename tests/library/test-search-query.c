/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-search-query.h"

/* The expressions, worked out by hand from the rules: each word quoted, the last one open at its end,
 * what means the same beside it, the longest phrase with synonyms taken as one, whose words may also
 * stand apart. */

static HcDatabase *
make_database (const char *synonyms)
{
  g_autoptr (GError) error = NULL;
  HcDatabase *database = hc_database_new (":memory:", HC_DATABASE_READ_WRITE, &error);

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

static void
assert_query (HcDatabase *database,
              const char *text,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *query = hc_search_query_to_fts (database, text, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (query, ==, expected);
}

static void
test_words (void)
{
  g_autoptr (HcDatabase) database = make_database (NULL);

  assert_query (database, "Liver", "(\"liver\"*)");
  assert_query (database, "  two\twords\n", "(\"two\") AND (\"words\"*)");
  assert_query (database, "5-FU", "(\"5\") AND (\"fu\"*)");
  assert_query (database, "isn't", "(\"isn\") AND (\"t\"*)");
  assert_query (database, "\"a\" OR (b*)", "(\"a\") AND (\"or\") AND (\"b\"*)");
  assert_query (database, "É ä", "(\"é\") AND (\"ä\"*)");
  assert_query (database, "", NULL);
  assert_query (database, " .,;\"'*() ", NULL);
}

/* The thirteenth word and those after it are left out. */
static void
test_many_words (void)
{
  g_autoptr (HcDatabase) database = make_database (NULL);

  assert_query (database, "a b c d e f g h i j k l m n",
                "(\"a\") AND (\"b\") AND (\"c\") AND (\"d\") AND (\"e\") AND (\"f\") AND (\"g\") AND (\"h\") AND "
                "(\"i\") AND (\"j\") AND (\"k\") AND (\"l\"*)");
}

static void
test_synonyms (void)
{
  g_autoptr (HcDatabase) database =
    make_database ("INSERT INTO synonym VALUES ('bowel', 1), ('colon', 1), ('large intestine', 1), "
                   "('throwing up', 2), ('vomiting', 2), ('stoma', 3), ('ostomy', 3), ('stoma', 4), ('colostomy', 4), "
                   "('low anterior resection syndrome', 5), ('lars', 5), ('low', 6), ('down', 6)");

  assert_query (database, "bowel", "(\"bowel\"* OR \"colon\" OR \"large intestine\")");
  assert_query (database, "Large Intestine", "((\"large\" AND \"intestine\"*) OR \"bowel\" OR \"colon\")");
  assert_query (database, "vomiting now", "(\"vomiting\" OR \"throwing up\") AND (\"now\"*)");
  assert_query (database, "was throwing up now",
                "(\"was\") AND ((\"throwing\" AND \"up\") OR \"vomiting\") AND (\"now\"*)");
  /* Of two meanings. */
  assert_query (database, "stoma", "(\"stoma\"* OR \"colostomy\" OR \"ostomy\")");
  assert_query (database, "colostomy", "(\"colostomy\"* OR \"stoma\")");
  /* The longest phrase wins; a part of it is no phrase. */
  assert_query (database, "low anterior resection syndrome",
                "((\"low\" AND \"anterior\" AND \"resection\" AND \"syndrome\"*) OR \"lars\")");
  assert_query (database, "low anterior resection",
                "(\"low\" OR \"down\") AND (\"anterior\") AND (\"resection\"*)");
}

/* A library without the table of the synonyms is damaged: an error, not a search without them. */
static void
test_error (void)
{
  g_autoptr (HcDatabase) database = hc_database_new (":memory:", HC_DATABASE_READ_WRITE, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (hc_search_query_to_fts (database, "liver", &error));
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
  g_test_add_func ("/search-query/error", test_error);

  return g_test_run ();
}
