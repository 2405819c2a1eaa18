/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "fixture.h"
#include "hc-disclosure.h"
#include "hc-import-report-view.h"
#include "hc-import-words.h"
#include "import-fixture.h"

/* What the page for the import of drug labels says: before, and of what became of it. */

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

/* What there is to import is explained before anything is. */
static void
test_empty (void)
{
  g_autoptr (ImportFixture) importer = import_fixture_new ();

  import_fixture_assert_heading (importer, "Import Drug Labels");
  import_fixture_assert_heading (importer, "What You Can Import");
  import_fixture_assert_label (importer, "You have no labels yet.");
  g_assert_nonnull (find (importer, ADW_TYPE_ACTION_ROW, "Labels from DailyMed"));
  g_assert_nonnull (find (importer, ADW_TYPE_ACTION_ROW, "The Pillbox table"));
  g_assert_nonnull (find (importer, GTK_TYPE_LABEL, "dailymed.nlm.nih.gov"));
  g_assert_nonnull (find (importer, GTK_TYPE_LABEL, "fetches nothing, sends nothing"));
  g_assert_true (is_enabled (importer, "_Import Files…"));
  g_assert_true (gtk_widget_is_sensitive (find (importer, GTK_TYPE_LABEL, "Import a Folder…")));
  g_assert_null (find (importer, GTK_TYPE_PROGRESS_BAR, NULL));
}

/* Two labels, a table, a label that is cut off and a table of something else. */
static void
test_report (void)
{
  g_autoptr (ImportFixture) importer = import_fixture_new ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *whole = import_fixture_dup_label (3, 1, "Inventodrug Gamma");
  g_autofree char *said = NULL;
  g_autoptr (GListModel) found = NULL;
  GtkWidget *row, *disclosure;

  import_fixture_write_label (importer, "alpha.xml", 1, 1, "Inventodrug Alpha");
  import_fixture_write_label (importer, "beta.xml", 2, 1, "Inventodrug Beta");
  fixture_write_file (importer->files, "cut.xml", whole, (gssize) strlen (whole) / 2);
  fixture_write_file (importer->files, "pills.csv",
                      PILLBOX_HEADER
                      "00000000-0000-4000-9000-000000000009,8,C48348,IN 9,C48325,Inventodrug Pill\n", -1);
  fixture_write_file (importer->files, "wrong.csv", "name,price\nInventodrug,3\n", -1);

  import_fixture_import (importer);
  import_fixture_assert_heading (importer, "Import Finished");
  import_fixture_assert_numbers (importer, "3 new", "0 updated", "0 unchanged");
  import_fixture_assert_heading (importer, "2 Problems");
  said = hc_ui_fixture_take_announcement ();
  g_assert_cmpstr (said, ==, "Import finished: 3 new, 0 updated, 0 unchanged, 2 problems");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (importer->window)) ==
                 find (importer, ADW_TYPE_ACTION_ROW, "3 new"));

  rows = import_fixture_list_problems (importer);
  g_assert_cmpuint (rows->len, ==, 2);
  row = g_ptr_array_index (rows, 0);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "cut.xml: The file is cut off or damaged");
  g_assert_nonnull (hc_ui_fixture_find (row, GTK_TYPE_LABEL, "cut.xml"));
  g_assert_nonnull (hc_ui_fixture_find (row, GTK_TYPE_LABEL, "The file is cut off or damaged"));
  g_assert_nonnull (hc_ui_fixture_find (row, GTK_TYPE_LABEL, "Download the file again"));
  row = g_ptr_array_index (rows, 1);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "wrong.csv: This is neither a label nor the Pillbox table");
  g_assert_nonnull (hc_ui_fixture_find (row, GTK_TYPE_LABEL, "Use the file as it was published"));

  /* What only few people want to know is folded. */
  g_assert_null (hc_ui_fixture_find (row, GTK_TYPE_LABEL, "setid"));
  disclosure = hc_ui_fixture_find (row, HC_TYPE_DISCLOSURE, NULL);
  hc_disclosure_set_expanded (HC_DISCLOSURE (disclosure), TRUE);
  hc_ui_fixture_wait_frames (importer->window, 2);
  g_assert_nonnull (hc_ui_fixture_find (row, GTK_TYPE_LABEL, "There is no column “setid”"));

  g_assert_cmpuint (importer->n_changes, ==, 1);
  g_assert_cmpuint (hc_label_catalog_count (import_fixture_get_catalog (importer)), ==, 3);
  found = hc_label_catalog_search (import_fixture_get_catalog (importer), "inventodrug beta", 10, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (found), ==, 1);

  import_fixture_activate (importer, "import.done");
  hc_ui_fixture_wait_frames (importer->window, 3);
  import_fixture_assert_label (importer, "You have 3 labels.");
}

/* What is there already is not taken twice, and a newer version takes the place of the older one. */
static void
test_again (void)
{
  g_autoptr (ImportFixture) importer = import_fixture_new ();

  import_fixture_write_label (importer, "alpha.xml", 1, 1, "Inventodrug Alpha");
  import_fixture_write_label (importer, "beta.xml", 2, 1, "Inventodrug Beta");
  import_fixture_import (importer);
  import_fixture_assert_numbers (importer, "2 new", "0 updated", "0 unchanged");
  g_assert_null (find (importer, GTK_TYPE_LABEL, "Problem"));

  import_fixture_activate (importer, "import.done");
  import_fixture_import (importer);
  import_fixture_assert_numbers (importer, "0 new", "0 updated", "2 unchanged");

  /* Also from the report itself. */
  import_fixture_write_label (importer, "beta.xml", 2, 2, "Inventodrug Beta Forte");
  import_fixture_start (importer);
  g_assert_nonnull (find (importer, GTK_TYPE_PROGRESS_BAR, NULL));
  import_fixture_wait_for_report (importer);
  import_fixture_assert_numbers (importer, "0 new", "1 updated", "1 unchanged");
  g_assert_cmpuint (hc_label_catalog_count (import_fixture_get_catalog (importer)), ==, 2);
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      text)
{
  *(char **) text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

/* All of it as text: to the clipboard, into a file, and not where nothing can be written. */
static void
test_share (void)
{
  g_autoptr (ImportFixture) importer = import_fixture_new ();
  g_autofree char *path = g_build_filename (importer->files, "report.txt", NULL);
  g_autofree char *nowhere = g_build_filename (importer->files, "none", "report.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) no_file = g_file_new_for_path (nowhere);
  g_autofree char *copied = NULL;
  g_autofree char *saved = NULL;
  g_autofree char *copied_toast = NULL;
  g_autofree char *saved_toast = NULL;
  g_autofree char *failed_toast = NULL;
  HcImportReportView *view;

  import_fixture_write_label (importer, "alpha.xml", 1, 1, "Inventodrug Alpha");
  fixture_write_file (importer->files, "wrong.csv", "name,price\n", -1);
  import_fixture_import (importer);

  hc_ui_fixture_press (importer->window, "_Copy Report");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (importer->window)), NULL, text_read_cb,
                                 &copied);
  WAIT_FOR (copied != NULL);
  g_assert_true (g_str_has_prefix (copied, "Health Center, import of drug labels, "));
  g_assert_nonnull (strstr (copied, "\n\nImport finished: 1 new, 0 updated, 0 unchanged, 1 problem\n\n"
                                    "wrong.csv\n"
                                    "  This is neither a label nor the Pillbox table. The first line"));
  g_assert_true (g_str_has_suffix (copied, "(There is no column “setid”)\n"));
  copied_toast = hc_ui_fixture_take_toast (importer->window);
  g_assert_cmpstr (copied_toast, ==, "Report copied");

  view = find (importer, HC_TYPE_IMPORT_REPORT_VIEW, NULL);
  hc_import_report_view_save (view, file);
  WAIT_FOR (find (importer, g_type_from_name ("AdwToastWidget"), NULL) != NULL);
  saved_toast = hc_ui_fixture_take_toast (importer->window);
  g_assert_cmpstr (saved_toast, ==, "Saved as “report.txt”");
  g_assert_true (g_file_get_contents (path, &saved, NULL, NULL));
  g_assert_cmpstr (saved, ==, copied);

  hc_import_report_view_save (view, no_file);
  WAIT_FOR (find (importer, g_type_from_name ("AdwToastWidget"), NULL) != NULL);
  failed_toast = hc_ui_fixture_take_toast (importer->window);
  g_assert_cmpstr (failed_toast, ==, "Not saved. Try again, or choose another folder.");
}

/* 40 files and 500 rows that are wrong: some at once, more when asked for, and the rest counted. */
static void
test_many_problems (void)
{
  g_autoptr (ImportFixture) importer = import_fixture_new ();
  g_autoptr (GString) table = g_string_new (PILLBOX_HEADER);
  g_autofree char *path = g_build_filename (importer->files, "b.csv", NULL);
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *file = g_strdup_printf ("a%02u.xml", i);

      fixture_write_file (importer->files, file, "<html/>", -1);
    }

  for (guint i = 0; i < 500; i++)
    g_string_append (table, "too,few\n");
  fixture_write_file (importer->files, "b.csv", table->str, -1);

  import_fixture_import (importer);
  import_fixture_assert_heading (importer, "540 Problems");
  import_fixture_assert_label (importer, "40 more problems are not listed.");
  first = import_fixture_list_problems (importer);
  g_assert_cmpuint (first->len, ==, 30);
  g_assert_nonnull (hc_ui_fixture_find (g_ptr_array_index (first, 0), GTK_TYPE_LABEL,
                                        "This is not a drug label"));

  hc_ui_fixture_press (importer->window, "Show _More");
  hc_ui_fixture_wait_frames (importer->window, 3);
  second = import_fixture_list_problems (importer);
  g_assert_cmpuint (second->len, ==, 60);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (importer->window)) == g_ptr_array_index (second, 30));
  g_assert_nonnull (hc_ui_fixture_find (g_ptr_array_index (second, 59), GTK_TYPE_LABEL,
                                        "A row of the table could not be read"));

  /* Once more: the list begins anew. */
  g_assert_cmpint (g_unlink (path), ==, 0);
  import_fixture_import (importer);
  import_fixture_assert_heading (importer, "40 Problems");
  g_assert_null (find (importer, GTK_TYPE_LABEL, "not listed"));
  g_clear_pointer (&second, g_ptr_array_unref);
  second = import_fixture_list_problems (importer);
  g_assert_cmpuint (second->len, ==, 30);
  hc_ui_fixture_press (importer->window, "Show _More");
  hc_ui_fixture_wait_frames (importer->window, 3);
  g_assert_null (find (importer, GTK_TYPE_BUTTON, "Show _More"));
}

static gboolean
drop (ImportFixture *importer,
      const char    *uri)
{
  GFile *files[] = { g_file_new_for_uri (uri) };
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (importer->page));
  gboolean is_taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (files, G_N_ELEMENTS (files)));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 10.0, 10.0, &is_taken);
    }

  g_object_unref (files[0]);

  return is_taken;
}

static void
test_drop (void)
{
  g_autoptr (ImportFixture) importer = import_fixture_new ();
  g_autofree char *path = g_build_filename (importer->files, "label & 1.xml", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *toast = NULL;

  import_fixture_write_label (importer, "label & 1.xml", 1, 1, "Inventodrug Alpha");
  g_assert_false (drop (importer, "sftp://nowhere.invalid/label.xml"));
  toast = hc_ui_fixture_take_toast (importer->window);
  g_assert_cmpstr (toast, ==, "Only files on this computer can be imported");

  g_assert_true (drop (importer, uri));
  import_fixture_wait_for_report (importer);
  import_fixture_assert_numbers (importer, "1 new", "0 updated", "0 unchanged");
}

/* Nothing at all, and what is no label, is told of in words that fit. */
static void
test_nothing (void)
{
  g_autoptr (ImportFixture) importer = import_fixture_new ();
  g_autofree char *gone = g_build_filename (importer->files, "gone.xml", NULL);
  g_autofree char *archive = g_build_filename (importer->files, "broken.zip", NULL);
  const char *paths[] = { gone, archive, NULL };
  g_autoptr (GPtrArray) rows = NULL;

  import_fixture_import (importer);
  import_fixture_assert_numbers (importer, "0 new", "0 updated", "0 unchanged");
  import_fixture_assert_heading (importer, "1 Problem");
  import_fixture_assert_label (importer, "There is nothing to import in it");

  fixture_write_file (importer->files, "broken.zip", "PK\003\004 and then nothing", -1);
  g_assert_true (hc_import_page_start (importer->page, paths));
  import_fixture_wait_for_report (importer);
  rows = import_fixture_list_problems (importer);
  g_assert_cmpuint (rows->len, ==, 2);
  import_fixture_assert_label (importer, "The file could not be opened");
  import_fixture_assert_label (importer, "The archive is cut off or damaged");
}

/* Every reason has words that are its own. */
static void
test_words (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (int code = HC_LABEL_ERROR_UNREADABLE; code <= HC_LABEL_ERROR_NOT_SAVED; code++)
    {
      const char *what = hc_import_words_get_what ((HcLabelError) code);
      const char *why = hc_import_words_get_why ((HcLabelError) code);

      g_assert_true (g_hash_table_add (seen, (gpointer) what));
      g_assert_true (g_hash_table_add (seen, (gpointer) why));
      g_assert_false (g_str_has_suffix (what, "."));
      g_assert_true (g_str_has_suffix (why, "."));
    }
}

static GtkWidget *
find_menu_button (HcWindow *window)
{
  g_autoptr (GPtrArray) buttons = hc_ui_fixture_find_all (window, GTK_TYPE_MENU_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (gtk_menu_button_get_primary (g_ptr_array_index (buttons, i)))
      return g_ptr_array_index (buttons, i);

  g_assert_not_reached ();
}

/* Whether an entry of the menu opens the link. */
static gboolean
has_link (GMenuModel *menu,
          const char *link)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *target = NULL;

      if (section != NULL && has_link (section, link))
        return TRUE;

      if (g_menu_model_get_item_attribute (menu, i, "target", "s", &target) && g_str_equal (target, link))
        return TRUE;
    }

  return FALSE;
}

/* The menu of the window leads to the page. */
static void
test_menu (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = hc_ui_fixture_present (fixture, "health-center:articles", 1080, 760);
  GtkWidget *button = find_menu_button (window);
  GMenuModel *menu = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button));
  GtkWidget *label, *item;

  g_assert_true (has_link (menu, "health-center:import"));
  g_assert_true (has_link (menu, "health-center:summary"));
  g_assert_true (has_link (menu, "health-center:backup"));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  WAIT_FOR (hc_ui_fixture_find (button, GTK_TYPE_LABEL, "Import Drug Labels…") != NULL);
  label = hc_ui_fixture_find (button, GTK_TYPE_LABEL, "Import Drug Labels…");
  item = gtk_widget_get_ancestor (label, g_type_from_name ("GtkModelButton"));
  g_assert_true (gtk_widget_is_sensitive (item));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
}

/* A page that was made and never shown goes away, too. */
static void
test_unshown (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);

  g_assert_finalize_object (g_object_ref_sink (hc_import_page_new (fixture->context)));
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/import/empty", test_empty);
  g_test_add_func ("/import/report", test_report);
  g_test_add_func ("/import/again", test_again);
  g_test_add_func ("/import/share", test_share);
  g_test_add_func ("/import/many-problems", test_many_problems);
  g_test_add_func ("/import/drop", test_drop);
  g_test_add_func ("/import/nothing", test_nothing);
  g_test_add_func ("/import/words", test_words);
  g_test_add_func ("/import/menu", test_menu);
  g_test_add_func ("/import/unshown", test_unshown);

  return g_test_run ();
}
