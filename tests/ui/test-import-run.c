/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "fixture.h"
#include "import-fixture.h"

/* The import of drug labels while it runs, and when it cannot. */

static gpointer
find (ImportFixture *importer,
      GType          type,
      const char    *text)
{
  return hc_ui_fixture_find (importer->window, type, text);
}

static gboolean
is_enabled (ImportFixture *importer,
            const char    *label)
{
  GtkWidget *button = find (importer, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);

  return gtk_widget_is_sensitive (button);
}

/* Somebody else writes into sources.db: an import waits before its first label. */
static sqlite3 *
lock_database (ImportFixture *importer)
{
  const char *path = hc_sources_catalog_get_path (HC_SOURCES_CATALOG (import_fixture_get_catalog (importer)));
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);

  return database;
}

static void
unlock_database (sqlite3 *database)
{
  g_assert_cmpint (sqlite3_exec (database, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
}

/* Begins to import 100 labels, of which one is there already, and lets it wait before the second one. */
static void
start_and_pause (ImportFixture *importer)
{
  g_autofree char *first = g_build_filename (importer->files, "label-000.xml", NULL);
  const char *paths[] = { first, NULL };
  sqlite3 *database;

  import_fixture_write_labels (importer, 100);
  g_assert_true (hc_import_page_start (importer->page, paths));
  import_fixture_wait_for_report (importer);

  database = lock_database (importer);
  import_fixture_start (importer);
  import_fixture_activate (importer, "import.pause");
  unlock_database (database);
  hc_ui_fixture_wait_frames (importer->window, 10);
}

static void
test_pause (void)
{
  g_autoptr (ImportFixture) importer = import_fixture_new ();
  const char *paths[] = { importer->files, NULL };
  g_autofree char *said = NULL;
  GtkWidget *bar;

  start_and_pause (importer);
  said = hc_ui_fixture_take_announcement ();
  g_assert_cmpstr (said, ==, "Import Paused");
  import_fixture_assert_heading (importer, "Import Paused");
  bar = find (importer, GTK_TYPE_PROGRESS_BAR, NULL);
  g_assert_cmpfloat (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar)), <, 0.1);
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (bar),
                                                   GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  g_assert_cmpuint (importer->n_changes, ==, 1);

  /* One at a time. */
  g_assert_false (hc_import_page_start (importer->page, paths));
  g_assert_true (is_enabled (importer, "_Continue"));

  hc_ui_fixture_press (importer->window, "_Continue");
  import_fixture_wait_for_report (importer);
  import_fixture_assert_numbers (importer, "99 new", "0 updated", "1 unchanged");
  g_assert_cmpuint (hc_label_catalog_count (import_fixture_get_catalog (importer)), ==, 100);
}

/* What was read until then stays, and importing the same again goes on. */
static void
test_cancel (void)
{
  g_autoptr (ImportFixture) importer = import_fixture_new ();
  guint n;

  start_and_pause (importer);
  hc_ui_fixture_press (importer->window, "_Cancel");
  g_assert_false (is_enabled (importer, "_Cancel"));
  import_fixture_wait_for_report (importer);
  import_fixture_assert_heading (importer, "Import Canceled");
  import_fixture_assert_label (importer, "What was read before stays. Import the same files again to go on: "
                          "nothing is taken twice.");
  g_assert_null (find (importer, GTK_TYPE_LABEL, "Problem"));
  n = hc_label_catalog_count (import_fixture_get_catalog (importer));
  g_assert_cmpuint (n, >=, 1);
  g_assert_cmpuint (n, <, 100);

  import_fixture_import (importer);
  import_fixture_assert_heading (importer, "Import Finished");
  g_assert_cmpuint (hc_label_catalog_count (import_fixture_get_catalog (importer)), ==, 100);
}

/* It goes on while something else is shown, and says when it has ended. */
static void
test_leave (void)
{
  g_autoptr (ImportFixture) importer = import_fixture_new ();
  AdwNavigationView *view = find (importer, ADW_TYPE_NAVIGATION_VIEW, NULL);
  g_autofree char *toast = NULL;

  start_and_pause (importer);
  adw_navigation_view_pop (view);
  g_assert_true (hc_window_open_link (importer->window, "health-center:notes"));
  WAIT_FOR (!gtk_widget_get_mapped (GTK_WIDGET (importer->page)));
  import_fixture_activate (importer, "import.pause");
  WAIT_FOR (find (importer, g_type_from_name ("AdwToastWidget"), NULL) != NULL);
  toast = hc_ui_fixture_take_toast (importer->window);
  g_assert_cmpstr (toast, ==, "Import finished: 99 new, 0 updated, 1 unchanged");

  g_assert_true (hc_window_open_link (importer->window, "health-center:articles"));
  adw_navigation_view_push (view, ADW_NAVIGATION_PAGE (importer->page));
  import_fixture_wait_for_report (importer);
  import_fixture_assert_numbers (importer, "99 new", "0 updated", "1 unchanged");
}

/* The window goes in the middle: what was complete is saved, and the program waits for that. */
static void
test_close_window (void)
{
  g_autoptr (ImportFixture) importer = import_fixture_new ();
  guint n;

  start_and_pause (importer);
  hc_ui_fixture_close (importer->window);
  WAIT_FOR (importer->n_changes == 2);
  n = hc_label_catalog_count (import_fixture_get_catalog (importer));
  g_assert_cmpuint (n, >=, 1);
  g_assert_cmpuint (n, <, 100);

  import_fixture_show_page (importer);
  import_fixture_import (importer);
  g_assert_cmpuint (hc_label_catalog_count (import_fixture_get_catalog (importer)), ==, 100);
}

/* The file of another program is neither changed nor thrown away, and the words do not speak of the
 * person's own data. */
static void
test_foreign_database (void)
{
  g_autoptr (ImportFixture) importer = import_fixture_new_without_page ();
  const char *path = hc_sources_catalog_get_path (HC_SOURCES_CATALOG (import_fixture_get_catalog (importer)));
  g_autofree char *said = NULL;
  g_autofree char *rows = NULL;

  fixture_execute (path, "PRAGMA application_id = 77;"
                         "CREATE TABLE theirs (a); INSERT INTO theirs VALUES (5)");
  import_fixture_show_page (importer);
  import_fixture_write_labels (importer, 2);
  import_fixture_start (importer);
  WAIT_FOR (find (importer, GTK_TYPE_LABEL, "Nothing Was Imported") != NULL);
  g_assert_nonnull (find (importer, GTK_TYPE_LABEL, "belongs to another program. It was not changed."));
  said = hc_ui_fixture_take_announcement ();
  g_assert_nonnull (strstr (said, "belongs to another program"));
  rows = fixture_query (path, "SELECT a FROM theirs");
  g_assert_cmpstr (rows, ==, "5");

  g_assert_cmpint (g_unlink (path), ==, 0);
  hc_ui_fixture_press (importer->window, "_Try Again");
  import_fixture_wait_for_report (importer);
  import_fixture_assert_numbers (importer, "2 new", "0 updated", "0 unchanged");
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/import-run/pause", test_pause);
  g_test_add_func ("/import-run/cancel", test_cancel);
  g_test_add_func ("/import-run/leave", test_leave);
  g_test_add_func ("/import-run/close-window", test_close_window);
  g_test_add_func ("/import-run/foreign-database", test_foreign_database);

  return g_test_run ();
}
