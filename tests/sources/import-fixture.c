/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import-fixture.h"

#include "label-fixture.h"

/* Files of labels that nobody makes are imported; the result is looked at over a connection of the test's own. */

void
import_fixture_set_up (ImportFixture *fixture,
                       gconstpointer  data)
{
  fixture->folder = fixture_make_folder ();
  fixture->files = g_build_filename (fixture->folder, "files", NULL);
  fixture->database = g_build_filename (fixture->folder, "sources.db", NULL);
  g_assert_cmpint (g_mkdir_with_parents (fixture->files, 0700), ==, 0);
}

/* Fails unless the file is whole, with its search. */
void
import_fixture_assert_sound (const char *database)
{
  g_autofree char *verdict =
    fixture_query (database,
                   "PRAGMA integrity_check; PRAGMA foreign_key_check;"
                   "INSERT INTO label_names (label_names) VALUES ('integrity-check');"
                   "INSERT INTO label_uses (label_uses) VALUES ('integrity-check')");

  g_assert_cmpstr (verdict, ==, "ok");
}

void
import_fixture_tear_down (ImportFixture *fixture,
                          gconstpointer  data)
{
  if (g_file_test (fixture->database, G_FILE_TEST_EXISTS))
    import_fixture_assert_sound (fixture->database);
  fixture_remove_folder (fixture->folder);
  g_free (fixture->database);
  g_free (fixture->files);
  g_free (fixture->folder);
}

/* Returns: (transfer full): the report of an import that was begun with fixture_result_cb() */
HcImportReport *
import_fixture_finish (HcLabelImport  *import,
                       GAsyncResult  **place)
{
  g_autoptr (GAsyncResult) result = fixture_wait (place);
  g_autoptr (GError) error = NULL;
  HcImportReport *report = hc_label_import_run_finish (import, result, &error);

  g_assert_no_error (error);

  return report;
}

/* Returns: (transfer full): the report of an import of some files */
HcImportReport *
import_fixture_run (const char        *database,
                    const char *const *paths)
{
  g_autoptr (HcLabelImport) import = hc_label_import_new (database);
  GAsyncResult *result = NULL;

  hc_label_import_run_async (import, paths, fixture_result_cb, &result);

  return import_fixture_finish (import, &result);
}

/* Returns: how many labels there are */
guint
import_fixture_count (const char *database)
{
  g_autofree char *rows = fixture_query (database, "SELECT count (*) FROM label");

  return (guint) g_ascii_strtoull (rows, NULL, 10);
}

/* Writes a file of the Pillbox with so many labels of one product each. */
void
import_fixture_write_pillbox (ImportFixture *fixture,
                              const char    *name,
                              guint          n_labels)
{
  g_autoptr (GString) csv = g_string_new ("setid,splsize,splshape,splimprint,splcolor,medicine_name,product_code,"
                                          "spl_ingredients,spl_strength\n");

  for (guint i = 0; i < n_labels; i++)
    g_string_append_printf (csv, "p-%u,8,C48348,ZOL;%u,C48325,Zolt %u,1-%u,zoltopril,%u mg\n", i, i, i, i, i);
  fixture_write_file (fixture->files, name, csv->str, (gssize) csv->len);
}

char *
import_fixture_path (ImportFixture *fixture,
                     const char    *name)
{
  return g_build_filename (fixture->files, name, NULL);
}
