/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-sources-database.h"

#include "fixture.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static guint n_warnings;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = fixture_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "sources.db", NULL);
  n_warnings = 0;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  fixture_remove_folder (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
assert_open (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcDatabase) database = hc_sources_database_open (fixture->path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (database);
}

#define assert_rows(fixture, sql, expected)                               \
  G_STMT_START {                                                           \
    g_autofree char *rows = fixture_query ((fixture)->path, sql);          \
    g_assert_cmpstr (rows, ==, expected);                                  \
  } G_STMT_END

static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  assert_open (fixture);
  /* 0x48435352 */
  assert_rows (fixture, "PRAGMA application_id; PRAGMA user_version; PRAGMA journal_mode", "1212371794\n5\nwal");
  assert_rows (fixture, "SELECT name FROM sqlite_schema WHERE type = 'table'"
                        " AND name NOT LIKE '%!_names!_%' ESCAPE '!'"
                        " AND name NOT LIKE '%!_texts!_%' ESCAPE '!'"
                        " AND name NOT LIKE 'feed!_words!_%' ESCAPE '!'"
                        " AND name NOT LIKE '%!_uses!_%' ESCAPE '!' ORDER BY name",
               "feed\nfeed_item\nfeed_words\nlabel\nlabel_active\nlabel_names\nlabel_product\nlabel_section\n"
               "label_uses\nlabel_word\npill\nrecall\nrecall_state\ntrial\ntrial_fetch\ntrial_names\n"
               "trial_site\ntrial_texts\ntrial_word");

  /* What is in it stays when it is opened again. */
  fixture_execute (fixture->path, "INSERT INTO label_active SELECT 'zoltopril', 1");
  assert_open (fixture);
  assert_rows (fixture, "SELECT name FROM label_active", "zoltopril");
  g_assert_cmpuint (n_warnings, ==, 0);
}

/* All that is in it can be imported again: a damaged file is made anew, with what lies beside it. */
static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  fixture_write_file (fixture->folder, "sources.db", "This is no database, and it is long enough to be looked at.", -1);
  fixture_write_file (fixture->folder, "sources.db-wal", "neither is this", -1);
  assert_open (fixture);
  g_assert_cmpuint (n_warnings, ==, 1);
  assert_rows (fixture, "PRAGMA user_version", "5");

  /* A page of it is overwritten. */
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  memset (bytes + 100, 0xff, 400);
  fixture_write_file (fixture->folder, "sources.db", bytes, (gssize) length);
  assert_open (fixture);
  g_assert_cmpuint (n_warnings, ==, 2);
  assert_rows (fixture, "PRAGMA integrity_check", "ok");
}

static void
assert_left_alone (Fixture *fixture,
                   int      code)
{
  g_autofree char *before = fixture_list_folder (fixture->folder);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (hc_sources_database_open (fixture->path, &error));
  g_assert_error (error, HC_DATABASE_ERROR, code);
  after = fixture_list_folder (fixture->folder);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (n_warnings, ==, 0);
}

static void
test_foreign (Fixture       *fixture,
              gconstpointer  data)
{
  fixture_execute (fixture->path, "PRAGMA application_id = 7; CREATE TABLE t (a)");
  assert_left_alone (fixture, HC_DATABASE_ERROR_FOREIGN);
}

static void
test_newer (Fixture       *fixture,
            gconstpointer  data)
{
  fixture_execute (fixture->path, "PRAGMA application_id = 1212371794; PRAGMA user_version = 99; CREATE TABLE t (a)");
  assert_left_alone (fixture, HC_DATABASE_ERROR_NEWER);
}

/* Warnings are expected here, and counted. */
static GLogWriterOutput
write_log (GLogLevelFlags   level,
           const GLogField *fields,
           gsize            n_fields,
           gpointer         user_data)
{
  if ((level & G_LOG_LEVEL_MASK) == G_LOG_LEVEL_WARNING)
    {
      n_warnings++;
      return G_LOG_WRITER_HANDLED;
    }

  return g_log_writer_default (level, fields, n_fields, user_data);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_log_set_writer_func (write_log, NULL, NULL);

  g_test_add ("/sources-database/new", Fixture, NULL, set_up, test_new, tear_down);
  g_test_add ("/sources-database/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  g_test_add ("/sources-database/foreign", Fixture, NULL, set_up, test_foreign, tear_down);
  g_test_add ("/sources-database/newer", Fixture, NULL, set_up, test_newer, tear_down);

  return g_test_run ();
}
