/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "compiler-fixture.h"
#include "hc-database.h"
#include "hc-library.h"

/* What may stand in the place of library.db. */

static CompilerFixture *
make_fixture (void)
{
  CompilerFixture *fixture = compiler_fixture_new ();

  g_assert_cmpint (compiler_fixture_run (fixture, NULL, NULL, NULL), ==, 0);

  return fixture;
}

static void
assert_refused (CompilerFixture *fixture,
                int              code)
{
  g_autofree char *path = g_build_filename (fixture->root, "library.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HcLibrary) library = hc_library_new (path, &error);

  g_assert_null (library);
  g_assert_error (error, HC_DATABASE_ERROR, code);
}

static void
execute (CompilerFixture *fixture,
         const char      *sql)
{
  g_autofree char *path = g_build_filename (fixture->root, "library.db", NULL);
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

static void
test_missing (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();

  assert_refused (fixture, HC_DATABASE_ERROR_CANNOT_OPEN);
  /* It was not made either. */
  g_assert_false (compiler_fixture_exists (fixture, "library.db"));
}

static void
test_folder (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autofree char *path = g_build_filename (fixture->root, "library.db", NULL);

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  assert_refused (fixture, HC_DATABASE_ERROR_INPUT_OUTPUT);
}

static void
test_no_database (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autofree char *long_text = g_strnfill (100000, 'x');

  compiler_fixture_write (fixture, "library.db", long_text, -1);
  assert_refused (fixture, HC_DATABASE_ERROR_NOT_A_DATABASE);
}

/* To SQLite an empty file is a database without tables. */
static void
test_empty (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();

  compiler_fixture_write (fixture, "library.db", "", 0);
  assert_refused (fixture, HC_DATABASE_ERROR_FOREIGN);
}

static void
test_foreign (void)
{
  g_autoptr (CompilerFixture) fixture = make_fixture ();

  execute (fixture, "PRAGMA application_id = 1");
  assert_refused (fixture, HC_DATABASE_ERROR_FOREIGN);
}

/* Neither an older format nor a newer one is guessed at. */
static void
test_other_format (void)
{
  g_autoptr (CompilerFixture) fixture = make_fixture ();

  execute (fixture, "PRAGMA user_version = 5");
  assert_refused (fixture, HC_DATABASE_ERROR_FOREIGN);
  execute (fixture, "PRAGMA user_version = 7");
  assert_refused (fixture, HC_DATABASE_ERROR_FOREIGN);
}

/* Of the right format, but without the table of the search. */
static void
test_no_search (void)
{
  g_autoptr (CompilerFixture) fixture = make_fixture ();
  g_autofree char *path = g_build_filename (fixture->root, "library.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HcLibrary) library = NULL;

  execute (fixture, "DROP TABLE search_term");
  library = hc_library_new (path, &error);
  g_assert_null (library);
  g_assert_true (error != NULL && error->domain == HC_DATABASE_ERROR);
}

/* Cut off at any place the file is refused, or what is read of it fails: never a crash, never an
 * article without its text. */
static void
test_truncated (void)
{
  g_autoptr (CompilerFixture) fixture = make_fixture ();
  g_autofree char *path = g_build_filename (fixture->root, "library.db", NULL);
  g_autofree char *bytes = NULL;
  gsize length;
  guint n_refused = 0;

  bytes = compiler_fixture_read (fixture, "library.db", &length);

  for (gsize size = 1; size < length; size += 1511)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HcLibrary) library = NULL;

      compiler_fixture_write (fixture, "library.db", bytes, (gssize) size);
      library = hc_library_new (path, &error);
      n_refused += library == NULL;

      if (library != NULL)
        {
          HcArticle *alpha = hc_library_get_article (library, "alpha");

          if (hc_library_load_article (library, alpha, &error))
            g_assert_cmpuint (hc_article_get_blocks (alpha)->len, ==, 3);
        }

      /* Without a whole header it is as if it were empty. */
      if (size < 512)
        g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_FOREIGN);
      else if (error != NULL && !g_error_matches (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_DAMAGED))
        g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_NOT_A_DATABASE);
    }

  g_assert_cmpuint (n_refused, >, 5);
}

/* The file of a read-only system: nothing is written beside it. */
static void
test_read_only (void)
{
  g_autoptr (CompilerFixture) fixture = make_fixture ();
  g_autofree char *path = g_build_filename (fixture->root, "library.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HcLibrary) library = NULL;
  gsize length_before, length_after;
  g_autofree char *before = compiler_fixture_read (fixture, "library.db", &length_before);
  g_autofree char *after = NULL;

  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  library = hc_library_new (path, &error);
  g_assert_no_error (error);
  g_assert_true (hc_library_load_article (library, hc_library_get_article (library, "alpha"), &error));
  g_assert_no_error (error);
  g_clear_object (&library);

  g_assert_false (compiler_fixture_exists (fixture, "library.db-wal"));
  g_assert_false (compiler_fixture_exists (fixture, "library.db-shm"));
  g_assert_false (compiler_fixture_exists (fixture, "library.db-journal"));
  after = compiler_fixture_read (fixture, "library.db", &length_after);
  g_assert_cmpmem (after, length_after, before, length_before);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/library/files/missing", test_missing);
  g_test_add_func ("/library/files/folder", test_folder);
  g_test_add_func ("/library/files/no-database", test_no_database);
  g_test_add_func ("/library/files/empty", test_empty);
  g_test_add_func ("/library/files/foreign", test_foreign);
  g_test_add_func ("/library/files/other-format", test_other_format);
  g_test_add_func ("/library/files/no-search", test_no_search);
  g_test_add_func ("/library/files/truncated", test_truncated);
  g_test_add_func ("/library/files/read-only", test_read_only);

  return g_test_run ();
}
