/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-article-page.h"
#include "hc-note-dialog.h"
#include "hc-page.h"
#include "hc-search-dialog.h"
#include "hc-search-hit.h"
#include "hc-search-row.h"
#include "hc-ui-fixture.h"

/* The search for everything, above whatever is shown. */

#define NOTES "health-center:notes"

static GtkWidget *
get_dialog (HcWindow *window)
{
  return hc_ui_fixture_find (window, HC_TYPE_SEARCH_DIALOG, NULL);
}

static GtkEditable *
get_entry (HcWindow *window)
{
  return hc_ui_fixture_find (get_dialog (window), GTK_TYPE_SEARCH_ENTRY, NULL);
}

static GtkSingleSelection *
get_hits (HcWindow *window)
{
  GtkListView *list = hc_ui_fixture_find (get_dialog (window), GTK_TYPE_LIST_VIEW, NULL);

  return list != NULL ? GTK_SINGLE_SELECTION (gtk_list_view_get_model (list)) : NULL;
}

/* The link of the hit that is selected. */
static const char *
get_selected (HcWindow *window)
{
  return hc_search_hit_get_link (gtk_single_selection_get_selected_item (get_hits (window)));
}

/* Presses a key in the entry, by the controller that listens there. */
static gboolean
press (HcWindow *window,
       guint     key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (get_entry (window)));
  gboolean is_handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !is_handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &is_handled);
    }

  return is_handled;
}

static HcWindow *
open_search (HcUiFixture *fixture,
             const char  *link)
{
  HcWindow *window = hc_ui_fixture_present (fixture, NOTES, 1080, 760);

  if (link != NULL)
    g_assert_true (hc_window_open_link (window, link));
  else
    gtk_widget_activate_action_variant (GTK_WIDGET (window), "win.search", NULL);
  WAIT_FOR (get_dialog (window) != NULL);
  hc_ui_fixture_wait_frames (window, 6);

  return window;
}

static void
test_open (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = open_search (fixture, NULL);

  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), GTK_WIDGET (get_entry (window))));
  g_assert_null (get_hits (window));
  g_assert_nonnull (hc_ui_fixture_find (get_dialog (window), GTK_TYPE_LABEL, "Type a sign, a treatment"));

  /* Asked for again it stays one. */
  gtk_widget_activate_action_variant (GTK_WIDGET (window), "win.search", NULL);
  hc_ui_fixture_wait_frames (window, 4);
  {
    g_autoptr (GListModel) dialogs = adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (window));

    g_assert_cmpuint (g_list_model_get_n_items (dialogs), ==, 1);
  }

  g_signal_emit_by_name (get_entry (window), "stop-search");
  WAIT_FOR (get_dialog (window) == NULL);
}

static void
test_typing (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = open_search (fixture, NULL);
  g_autofree char *first = NULL, *moved = NULL;
  HcSearchHit *second;
  GtkWidget *row;

  gtk_editable_set_text (get_entry (window), "When to Call");
  WAIT_FOR (get_hits (window) != NULL);
  hc_ui_fixture_wait_frames (window, 3);
  g_assert_cmpstr (get_selected (window), ==, "health-center:article/warning-signs");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_hits (window))), >, 1);
  first = hc_ui_fixture_take_announcement ();
  g_assert_true (g_str_has_suffix (first, " results. Warning Signs and When to Call"));

  row = hc_ui_fixture_find (get_dialog (window), HC_TYPE_SEARCH_ROW, NULL);
  g_assert_nonnull (hc_ui_fixture_find (row, GTK_TYPE_LABEL, "Warning Signs and When to Call"));
  g_assert_nonnull (hc_ui_fixture_find (row, GTK_TYPE_LABEL, "Article"));
  g_assert_cmpstr (gtk_image_get_icon_name (hc_ui_fixture_find (row, GTK_TYPE_IMAGE, NULL)), ==,
                   "hc-articles-symbolic");

  /* The arrows move in the list and stop at its ends; the cursor stays where one types. */
  g_assert_true (press (window, GDK_KEY_Down));
  g_assert_cmpuint (gtk_single_selection_get_selected (get_hits (window)), ==, 1);
  moved = hc_ui_fixture_take_announcement ();
  second = gtk_single_selection_get_selected_item (get_hits (window));
  g_assert_true (g_str_has_prefix (moved, hc_search_hit_get_title (second)));
  g_assert_true (press (window, GDK_KEY_Up));
  g_assert_true (press (window, GDK_KEY_Up));
  g_assert_cmpuint (gtk_single_selection_get_selected (get_hits (window)), ==, 0);
  for (guint i = 0; i < 60; i++)
    press (window, GDK_KEY_Page_Down);
  g_assert_cmpuint (gtk_single_selection_get_selected (get_hits (window)), ==,
                    g_list_model_get_n_items (G_LIST_MODEL (get_hits (window))) - 1);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), GTK_WIDGET (get_entry (window))));
  g_assert_false (press (window, GDK_KEY_Left));
}

static void
assert_article (HcWindow   *window,
                const char *id)
{
  WAIT_FOR (get_dialog (window) == NULL && hc_ui_fixture_find (window, HC_TYPE_ARTICLE_PAGE, NULL) != NULL);
  g_assert_cmpstr (hc_article_get_id (hc_article_page_get_article (hc_ui_fixture_find (window, HC_TYPE_ARTICLE_PAGE,
                                                                                       NULL))), ==, id);
}

/* Enter opens what is selected, for the words that stand there now. */
static void
test_enter (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = open_search (fixture, "health-center:search?q=tired");

  g_assert_cmpstr (gtk_editable_get_text (get_entry (window)), ==, "tired");
  gtk_editable_set_text (get_entry (window), "When to Call");
  g_signal_emit_by_name (get_entry (window), "activate");
  assert_article (window, "warning-signs");
  WAIT_FOR (GTK_IS_SCROLLED_WINDOW (gtk_root_get_focus (GTK_ROOT (window))));
}

static void
test_click (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = open_search (fixture, "health-center:search?q=When+to+Call");

  g_signal_emit_by_name (hc_ui_fixture_find (get_dialog (window), GTK_TYPE_LIST_VIEW, NULL), "activate", 0);
  assert_article (window, "warning-signs");
}

static void
test_nothing (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = open_search (fixture, "health-center:search?q=qwxyzqwxyz");
  g_autofree char *announcement = hc_ui_fixture_take_announcement ();

  g_assert_null (get_hits (window));
  g_assert_cmpstr (announcement, ==, "Nothing Found");
  g_assert_nonnull (hc_ui_fixture_find (get_dialog (window), GTK_TYPE_LABEL, "Nothing Found"));
  g_assert_nonnull (hc_ui_fixture_find (get_dialog (window), GTK_TYPE_LABEL, "Look at the spelling"));
  g_signal_emit_by_name (get_entry (window), "activate");
  hc_ui_fixture_wait_frames (window, 3);
  g_assert_nonnull (get_dialog (window));

  hc_ui_fixture_press (get_dialog (window), "_All Articles");
  WAIT_FOR (get_dialog (window) == NULL);
  g_assert_nonnull (hc_ui_fixture_find (window, GTK_TYPE_LABEL, "Articles"));

  /* What is emptied begins anew. */
  hc_ui_fixture_close (window);
  window = open_search (fixture, "health-center:search?q=tired");
  gtk_editable_set_text (get_entry (window), " ");
  WAIT_FOR (get_hits (window) == NULL);
  g_assert_nonnull (hc_ui_fixture_find (get_dialog (window), GTK_TYPE_LABEL, "Type a sign"));
}

/* A word that nothing has is corrected, and that is said. The right one says nothing. */
static void
test_correction (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = open_search (fixture, "health-center:search?q=metastsis");
  g_autofree char *announcement = hc_ui_fixture_take_announcement ();

  g_assert_nonnull (get_hits (window));
  g_assert_nonnull (hc_ui_fixture_find (get_dialog (window), GTK_TYPE_LABEL, "Showing results for “metastasis”"));
  g_assert_true (g_str_has_prefix (announcement, "Showing results for “metastasis”. "));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (window)), ==, "metastsis");

  hc_search_dialog_search (HC_SEARCH_DIALOG (get_dialog (window)), "metastasis");
  hc_ui_fixture_wait_frames (window, 3);
  g_assert_null (hc_ui_fixture_find (get_dialog (window), GTK_TYPE_LABEL, "Showing results"));
}

/* What the person has written is found, too, and opens where it is edited. */
static void
test_own_note (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  g_autoptr (HcNote) note = hc_note_new (NULL, NULL, NULL);
  HcWindow *window;
  GtkWidget *row;

  hc_ui_fixture_open_profile (fixture);
  hc_ui_fixture_save_note (fixture, note, "Ask about the xylophone");
  window = open_search (fixture, "health-center:search?q=xylophone");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_hits (window))), ==, 1);
  row = hc_ui_fixture_find (get_dialog (window), HC_TYPE_SEARCH_ROW, NULL);
  g_assert_nonnull (hc_ui_fixture_find (row, GTK_TYPE_LABEL, "Your Note"));
  g_assert_cmpstr (gtk_image_get_icon_name (hc_ui_fixture_find (row, GTK_TYPE_IMAGE, NULL)), ==, "hc-note-symbolic");

  g_signal_emit_by_name (get_entry (window), "activate");
  WAIT_FOR (hc_ui_fixture_find (window, HC_TYPE_NOTE_DIALOG, NULL) != NULL);
}

/* Any words, also those that mean something to the database. */
static void
test_any_words (void)
{
  static const char *const words[] = {
    "\"", "*", "AND", "NEAR(", "a OR", "%", "<b>", "😀", "'; DROP TABLE article; --", "-", "title:x", "^",
  };
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = open_search (fixture, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gtk_editable_set_text (get_entry (window), words[i]);
      hc_search_dialog_search (HC_SEARCH_DIALOG (get_dialog (window)), words[i]);
      hc_ui_fixture_wait_frames (window, 1);
    }
}

/* Another link that comes meanwhile is not hidden; another dialog is not covered. */
static void
test_others (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = open_search (fixture, "health-center:search?q=tired");
  HcNoteDialog *dialog;
  g_autoptr (HcNote) note = hc_note_new (NULL, NULL, NULL);

  g_assert_true (hc_window_open_link (window, "health-center:article/warning-signs"));
  assert_article (window, "warning-signs");

  hc_ui_fixture_open_profile (fixture);
  dialog = hc_note_dialog_new (hc_context_get_profile (fixture->context), note);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (window));
  hc_ui_fixture_wait_frames (window, 4);
  gtk_widget_activate_action_variant (GTK_WIDGET (window), "win.search", NULL);
  g_assert_false (hc_window_open_link (window, "health-center:search?q=tired"));
  hc_ui_fixture_wait_frames (window, 4);
  g_assert_null (get_dialog (window));
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

/* In a narrow window, also in a new one, where the search has a page below it. */
static void
test_narrow (gconstpointer data)
{
  gboolean is_first = GPOINTER_TO_INT (data);
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = hc_ui_fixture_present (fixture, is_first ? "health-center:search?q=tired" : NOTES, 360, 640);

  if (!is_first)
    g_assert_true (hc_window_open_link (window, "health-center:search?q=tired"));

  WAIT_FOR (get_dialog (window) != NULL && get_hits (window) != NULL);

  /* The next letter goes behind the words and does not replace them. */
  WAIT_FOR (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), GTK_WIDGET (get_entry (window))));
  hc_ui_fixture_wait_frames (window, 4);
  g_assert_false (gtk_editable_get_selection_bounds (get_entry (window), NULL, NULL));
  g_assert_cmpint (gtk_editable_get_position (get_entry (window)), ==, 5);

  g_assert_true (adw_dialog_close (ADW_DIALOG (get_dialog (window))));
  WAIT_FOR (get_dialog (window) == NULL);
  g_assert_nonnull (hc_ui_fixture_find (window, HC_TYPE_PAGE, NULL));
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/search-dialog/open", test_open);
  g_test_add_func ("/search-dialog/typing", test_typing);
  g_test_add_func ("/search-dialog/enter", test_enter);
  g_test_add_func ("/search-dialog/click", test_click);
  g_test_add_func ("/search-dialog/nothing", test_nothing);
  g_test_add_func ("/search-dialog/correction", test_correction);
  g_test_add_func ("/search-dialog/own-note", test_own_note);
  g_test_add_func ("/search-dialog/any-words", test_any_words);
  g_test_add_func ("/search-dialog/others", test_others);
  g_test_add_data_func ("/search-dialog/narrow", GINT_TO_POINTER (FALSE), test_narrow);
  g_test_add_data_func ("/search-dialog/first-link", GINT_TO_POINTER (TRUE), test_narrow);

  return g_test_run ();
}
