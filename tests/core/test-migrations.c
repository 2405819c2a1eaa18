/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-migrations.h"

#include "fixture.h"
#include "test-scripts.h"

typedef struct
{
  char       *folder;
  char       *path;
  HcDatabase *database;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = fixture_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "a.db", NULL);
  fixture->database = hc_database_new (fixture->path, HC_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->database);
  fixture_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
assert_query (Fixture    *fixture,
              const char *sql,
              const char *expected)
{
  g_autofree char *rows = fixture_query (fixture->path, sql);

  g_assert_cmpstr (rows, ==, expected);
}

typedef struct
{
  guint    n_calls;
  gint64   from;
  gboolean refuse;
} Before;

static gboolean
before_migration (HcDatabase  *database,
                  gint64       from,
                  gpointer     user_data,
                  GError     **error)
{
  Before *before = user_data;

  before->n_calls++;
  before->from = from;

  if (before->refuse)
    g_set_error_literal (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_FULL, "no room");

  return !before->refuse;
}

static void
test_newest (void)
{
  g_assert_cmpint (hc_migrations_get_newest ("/test/one"), ==, 1);
  g_assert_cmpint (hc_migrations_get_newest ("/test/good"), ==, 10);
  g_assert_cmpint (hc_migrations_get_newest ("/test/broken"), ==, 11);
}

static void
test_from_nothing (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  Before before = { 0 };

  g_assert_true (hc_migrations_run (fixture->database, "/test/good", before_migration, &before, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (before.n_calls, ==, 0);
  assert_query (fixture, "PRAGMA user_version; PRAGMA application_id; SELECT * FROM first",
                "10\n77\nfrom 2|NULL\nfrom 10|b");

  /* Nothing is run twice. */
  g_assert_true (hc_migrations_run (fixture->database, "/test/good", before_migration, &before, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (before.n_calls, ==, 0);
  assert_query (fixture, "SELECT count (*) FROM first", "2");
}

static void
test_from_version (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  Before before = { 0 };

  g_assert_true (hc_migrations_run (fixture->database, "/test/one", NULL, NULL, &error));
  g_assert_no_error (error);
  fixture_execute (fixture->path, "INSERT INTO first VALUES ('mine')");

  g_assert_true (hc_migrations_run (fixture->database, "/test/good", before_migration, &before, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (before.n_calls, ==, 1);
  g_assert_cmpint (before.from, ==, 1);
  assert_query (fixture, "PRAGMA user_version; SELECT a FROM first", "10\nmine\nfrom 2\nfrom 10");
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  Before before = { .refuse = TRUE };

  g_assert_true (hc_migrations_run (fixture->database, "/test/one", NULL, NULL, &error));
  g_assert_false (hc_migrations_run (fixture->database, "/test/good", before_migration, &before, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_FULL);
  assert_query (fixture, "PRAGMA user_version; SELECT count (*) FROM first", "1\n0");
}

/* A script that fails half way leaves the version before it, whole. */
static void
test_broken (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (hc_migrations_run (fixture->database, "/test/broken", NULL, NULL, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "no such table: nowhere"));
  assert_query (fixture,
                "PRAGMA user_version; SELECT a FROM first; SELECT name FROM sqlite_schema ORDER BY name;"
                "PRAGMA integrity_check",
                "10\nfrom 2\nfrom 10\nfirst\ntenth\nok");
}

/* A newer file has nothing to be run: whether it may be opened is said by its identity. */
static void
test_newer (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  Before before = { 0 };

  fixture_execute (fixture->path,
                   "PRAGMA application_id = 77; PRAGMA user_version = 12; CREATE TABLE future (a);");
  g_assert_false (hc_database_check_identity (fixture->database, 77,
                                              hc_migrations_get_newest ("/test/broken"), &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_NEWER);
  g_clear_error (&error);

  g_assert_true (hc_migrations_run (fixture->database, "/test/broken", before_migration, &before, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (before.n_calls, ==, 0);
  assert_query (fixture, "PRAGMA user_version; SELECT name FROM sqlite_schema", "12\nfuture");
}

/* Up to a version, and no further; a second time goes on from there. */
static void
test_up_to (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (hc_migrations_run_to (fixture->database, "/test/good", 2, &error));
  g_assert_no_error (error);
  assert_query (fixture, "PRAGMA user_version", "2");
  g_assert_true (hc_migrations_run_to (fixture->database, "/test/good", 1, &error));
  assert_query (fixture, "PRAGMA user_version", "2");
  g_assert_true (hc_migrations_run_to (fixture->database, "/test/good", 10, &error));
  assert_query (fixture, "PRAGMA user_version", "10");
}

static gpointer
migrate_thread (gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcDatabase) database = hc_database_new (data, HC_DATABASE_READ_WRITE, &error);

  g_assert_no_error (error);
  hc_migrations_run_to (database, "/test/good", 10, &error);
  g_assert_no_error (error);

  return NULL;
}

/* Two parts of the program may open a database at the same time. */
static void
test_together (Fixture       *fixture,
               gconstpointer  data)
{
  for (guint round = 0; round < 20; round++)
    {
      g_autofree char *name = g_strdup_printf ("%u.db", round);
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_autofree char *version = NULL;
      GThread *threads[4];

      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        threads[i] = g_thread_new ("migrate", migrate_thread, path);
      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        g_thread_join (threads[i]);

      version = fixture_query (path, "PRAGMA user_version");
      g_assert_cmpstr (version, ==, "10");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_scripts_register_resource ();

  g_test_add_func ("/core/migrations/newest", test_newest);
  g_test_add ("/core/migrations/from-nothing", Fixture, NULL, set_up, test_from_nothing, tear_down);
  g_test_add ("/core/migrations/from-version", Fixture, NULL, set_up, test_from_version, tear_down);
  g_test_add ("/core/migrations/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/core/migrations/broken", Fixture, NULL, set_up, test_broken, tear_down);
  g_test_add ("/core/migrations/up-to", Fixture, NULL, set_up, test_up_to, tear_down);
  g_test_add ("/core/migrations/together", Fixture, NULL, set_up, test_together, tear_down);
  g_test_add ("/core/migrations/newer", Fixture, NULL, set_up, test_newer, tear_down);

  return g_test_run ();
}
