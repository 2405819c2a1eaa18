/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-article-home.h"
#include "hc-article-list.h"
#include "hc-article-page.h"
#include "hc-article-row.h"
#include "hc-article-view.h"
#include "hc-articles-page.h"
#include "hc-block-widgets.h"
#include "hc-find-bar.h"
#include "hc-note-dialog.h"
#include "hc-note-mark.h"
#include "hc-notes-page.h"
#include "hc-notes-row.h"
#include "hc-pages.h"
#include "hc-paragraph.h"
#include "hc-picture-grid.h"
#include "hc-picture-view.h"
#include "hc-picture-viewer.h"
#include "hc-search-dialog.h"
#include "hc-search-row.h"
#include "hc-ui-fixture.h"

/* Every widget is made, shown and destroyed under fatal warnings, in each direction, color, size of
 * text and size of window, and nothing of it is left behind. */

#define PAGED "health-center:article/rectal-cancer-treatment-by-stage#stage-ii"
#define WITH_TABLE "health-center:article/understanding-your-stage"

typedef struct
{
  const char       *name;
  GtkTextDirection  direction;
  AdwColorScheme    scheme;
  int               text_size;
  int               width;
  int               height;
} Look;

static const Look looks[] = {
  { "narrow", GTK_TEXT_DIR_LTR, ADW_COLOR_SCHEME_FORCE_LIGHT, 100, 360, 640 },
  { "wide", GTK_TEXT_DIR_LTR, ADW_COLOR_SCHEME_FORCE_DARK, 100, 1080, 760 },
  { "narrow-large-mirrored", GTK_TEXT_DIR_RTL, ADW_COLOR_SCHEME_FORCE_DARK, 250, 360, 640 },
  { "wide-large-mirrored", GTK_TEXT_DIR_RTL, ADW_COLOR_SCHEME_FORCE_LIGHT, 250, 1080, 760 },
};

/* The whole program with something in every place. */
static void
test_program (gconstpointer data)
{
  static const char *const links[] = {
    "health-center:articles", "health-center:articles/all", "health-center:questions",
    "health-center:questions/all", "health-center:my-questions", "health-center:glossary",
    "health-center:search?q=tired", "health-center:search?q=qwxyz",
    PAGED, WITH_TABLE, "health-center:article/warning-signs#sources", "health-center:notes",
    "health-center:pictures", "health-center:drugs", "health-center:drugs?q=nausea",
    "health-center:drugs?class=opioid", "health-center:drug/capecitabine", "health-center:interactions",
    "health-center:import", "health-center:medicines", "health-center:alerts",
    "health-center:alerts?recalls=yes", "health-center:articles/about",
    "health-center:article/sources-and-licenses#the-software",
    "health-center:care", "health-center:care?list=guides", "health-center:care/memorial-sloan-kettering",
    "health-center:care/emergency", "health-center:care/no-surprises", "health-center:community",
    "health-center:community/colontown", "health-center:community/reddit",
    "health-center:news", "health-center:news?show=add", "health-center:news?show=saved",
    "health-center:trials", "health-center:trials?show=results", "health-center:trials?show=saved",
    "health-center:trials?show=compare",
    "health-center:community/colontown", "health-center:appointments", "health-center:appointments?follow-up=yes",
  };
  const Look *look = data;
  g_autoptr (HcUiFixture) fixture = NULL;
  g_autoptr (HcNote) note = hc_note_new (WITH_TABLE, "Understanding Your Stage", "A quote");
  g_autoptr (HcBookmark) bookmark = hc_bookmark_new (WITH_TABLE, "Understanding Your Stage");
  gboolean is_done = FALSE;
  HcWindow *window;

  gtk_widget_set_default_direction (look->direction);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), look->scheme);

  fixture = hc_ui_fixture_new (NULL);
  g_settings_set_int (hc_context_get_settings (fixture->context), "text-size", look->text_size);

  /* At first without anything of the person's own. */
  window = hc_ui_fixture_present (fixture, "health-center:notes", look->width, look->height);
  hc_ui_fixture_open_profile (fixture);
  hc_ui_fixture_wait_frames (window, 3);

  hc_ui_fixture_save_note (fixture, note, "A note.\nOf two lines.");
  hc_bookmark_store_add_async (hc_profile_get_bookmarks (hc_context_get_profile (fixture->context)), bookmark,
                               hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_assert_true (hc_window_open_link (window, links[i]));
      hc_ui_fixture_wait_frames (window, 4);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, look->width);
    }

  adw_dialog_present (ADW_DIALOG (hc_note_dialog_new (hc_context_get_profile (fixture->context), note)),
                      GTK_WIDGET (window));
  hc_ui_fixture_wait_frames (window, 4);
  g_assert_nonnull (hc_ui_fixture_find (window, HC_TYPE_NOTE_DIALOG, NULL));

  hc_ui_fixture_close (window);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* Shows a widget by itself in a plain window and asserts that it is gone after it. */
static void
show_alone (GtkWidget *widget)
{
  GtkWidget *window = gtk_window_new ();
  gpointer left = widget;

  g_test_message ("%s", G_OBJECT_TYPE_NAME (widget));
  g_object_add_weak_pointer (G_OBJECT (widget), &left);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  WAIT_FOR (gtk_widget_get_mapped (widget));
  hc_ui_fixture_wait_frames (window, 2);

  gtk_window_destroy (GTK_WINDOW (window));
  WAIT_FOR (left == NULL);
}

static void
test_widgets (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcLibrary *library = hc_context_get_library (fixture->context);
  HcProfile *profile = hc_context_get_profile (fixture->context);
  HcArticle *article = hc_library_get_article (library, "understanding-your-stage");
  g_autoptr (HcNote) note = hc_note_new (NULL, NULL, NULL);
  g_autoptr (HcBookmark) bookmark = hc_bookmark_new (WITH_TABLE, "Title & <b>");
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  GtkWidget *widget;

  g_assert_true (hc_library_load_article (library, article, NULL));
  hc_ui_fixture_open_profile (fixture);
  hc_ui_fixture_save_note (fixture, note, "& <b>");

  show_alone (GTK_WIDGET (hc_article_home_new (fixture->context, HC_ARTICLE_KIND_QUESTION)));
  show_alone (GTK_WIDGET (hc_article_page_new (fixture->context)));
  show_alone (g_object_new (HC_TYPE_ARTICLES_PAGE, "context", fixture->context, NULL));
  show_alone (g_object_new (HC_TYPE_NOTES_PAGE, "context", fixture->context, NULL));
  show_alone (hc_paragraph_new ("<b>a</b>", "a"));
  show_alone (hc_paragraph_new ("<b>a</b>", NULL));
  show_alone (hc_note_mark_new (note));
  show_alone (hc_picture_view_new (NULL));
  show_alone (GTK_WIDGET (hc_picture_grid_new (library)));
  show_alone (GTK_WIDGET (hc_picture_viewer_new (library)));
  show_alone (g_object_new (HC_TYPE_ARTICLE_VIEW, NULL));
  g_hash_table_add (numbers, GUINT_TO_POINTER (1));
  show_alone (hc_source_list_new (hc_article_get_sources (article), numbers));

  widget = g_object_new (HC_TYPE_ARTICLE_VIEW, NULL);
  hc_article_view_set_notes (HC_ARTICLE_VIEW (widget), hc_profile_get_notes (profile));
  hc_article_view_show (HC_ARTICLE_VIEW (widget), article, 0);
  show_alone (widget);

  show_alone (hc_article_row_new (profile));
  widget = hc_article_row_new (profile);
  hc_article_row_set_article (HC_ARTICLE_ROW (widget), article);
  show_alone (widget);

  show_alone (g_object_new (HC_TYPE_FIND_BAR, NULL));
  show_alone (hc_search_row_new ());

  show_alone (hc_notes_row_new ());
  widget = hc_notes_row_new ();
  hc_notes_row_show_note (HC_NOTES_ROW (widget), note);
  hc_notes_row_show_bookmark (HC_NOTES_ROW (widget), bookmark);
  hc_notes_row_show_note (HC_NOTES_ROW (widget), note);
  show_alone (widget);

  for (guint i = 0; i < hc_article_get_blocks (article)->len; i++)
    show_alone (hc_block_widget_new (g_ptr_array_index (hc_article_get_blocks (article), i)));
}

/* A widget that was made and never shown goes away, too. */
static void
test_unshown (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  g_autoptr (HcNote) note = hc_note_new (NULL, NULL, NULL);
  g_autofree GType *types = NULL;
  guint n_types;
  HcWindow *window = hc_window_new (fixture->application, fixture->context);

  hc_ui_fixture_close (window);
  types = hc_pages_list (&n_types);
  for (guint i = 0; i < n_types; i++)
    g_assert_finalize_object (g_object_ref_sink (g_object_new (types[i], "context", fixture->context, NULL)));

  g_assert_finalize_object (g_object_ref_sink (hc_article_page_new (fixture->context)));
  g_assert_finalize_object (g_object_ref_sink (hc_article_home_new (fixture->context, HC_ARTICLE_KIND_QUESTION)));
  g_assert_finalize_object (g_object_ref_sink (hc_picture_grid_new (hc_context_get_library (fixture->context))));
  g_assert_finalize_object (g_object_ref_sink (hc_picture_viewer_new (hc_context_get_library (fixture->context))));
  g_assert_finalize_object (g_object_ref_sink (hc_search_dialog_new (fixture->context)));
  g_assert_finalize_object (g_object_ref_sink (hc_note_dialog_new (hc_context_get_profile (fixture->context), note)));
}

/* The window of the keyboard shortcuts. */
static GtkWidget *
find_help (HcUiFixture *fixture)
{
  g_autoptr (GListModel) windows = G_LIST_MODEL (g_object_ref (gtk_window_get_toplevels ()));

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), "GtkShortcutsWindow"))
        return window;
    }

  return NULL;
}

/* The window is closed under an open dialog. */
static void
test_dialogs (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = hc_ui_fixture_present (fixture, PAGED, 1080, 760);

  gtk_widget_activate_action_variant (hc_ui_fixture_find (window, HC_TYPE_ARTICLE_PAGE, NULL),
                                      "article.write-note", NULL);
  WAIT_FOR (hc_ui_fixture_find (window, HC_TYPE_NOTE_DIALOG, NULL) != NULL);
  hc_ui_fixture_close (window);

  window = hc_ui_fixture_present (fixture, PAGED, 1080, 760);
  gtk_widget_activate_action_variant (GTK_WIDGET (window), "win.show-shortcuts", NULL);
  WAIT_FOR (find_help (fixture) != NULL);
  WAIT_FOR (gtk_widget_get_mapped (find_help (fixture)));
  hc_ui_fixture_close (window);
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autofree char *path = g_strconcat ("/templates/program/", looks[i].name, NULL);

      g_test_add_data_func (path, &looks[i], test_program);
    }

  g_test_add_func ("/templates/widgets", test_widgets);
  g_test_add_func ("/templates/unshown", test_unshown);
  g_test_add_func ("/templates/dialogs", test_dialogs);

  return g_test_run ();
}
