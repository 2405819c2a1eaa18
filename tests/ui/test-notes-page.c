/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-article-page.h"
#include "hc-note-dialog.h"
#include "hc-notes-page.h"
#include "hc-notes-row.h"
#include "hc-ui-fixture.h"

#define ARTICLE "health-center:article/warning-signs"

typedef struct
{
  HcUiFixture *fixture;
  HcWindow    *window;
  HcNotesPage *page;
} Notes;

static Notes
open_notes (void)
{
  Notes notes;

  notes.fixture = hc_ui_fixture_new (NULL);
  hc_ui_fixture_open_profile (notes.fixture);
  notes.window = hc_ui_fixture_present (notes.fixture, "health-center:notes", 1080, 760);
  notes.page = hc_ui_fixture_find (notes.window, HC_TYPE_NOTES_PAGE, NULL);

  return notes;
}

static void
notes_clear (Notes *notes)
{
  hc_ui_fixture_free (notes->fixture);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Notes, notes_clear)

static HcProfile *
get_profile (Notes *notes)
{
  return hc_context_get_profile (notes->fixture->context);
}

static HcNote *
add_note (Notes      *notes,
          const char *link,
          const char *title,
          const char *quote,
          const char *text)
{
  HcNote *note = hc_note_new (link, title, quote);

  hc_ui_fixture_save_note (notes->fixture, note, text);
  hc_ui_fixture_wait_frames (notes->window, 2);

  return note;
}

static void
add_bookmark (Notes      *notes,
              const char *link,
              const char *title)
{
  g_autoptr (HcBookmark) bookmark = hc_bookmark_new (link, title);
  gboolean is_done = FALSE;

  hc_bookmark_store_add_async (hc_profile_get_bookmarks (get_profile (notes)), bookmark,
                               hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
  hc_ui_fixture_wait_frames (notes->window, 2);
}

/* The first line of each row that is shown, with a bar between them. */
static char *
list_rows (Notes *notes)
{
  g_autoptr (GPtrArray) rows = hc_ui_fixture_find_all (notes->page, HC_TYPE_NOTES_ROW);
  GString *texts = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *label = hc_ui_fixture_find (g_ptr_array_index (rows, i), GTK_TYPE_LABEL, NULL);

      g_string_append_printf (texts, "%s%s", i > 0 ? "|" : "", gtk_label_get_text (GTK_LABEL (label)));
    }

  return g_string_free_and_steal (texts);
}

static void
assert_rows (Notes      *notes,
             const char *expected)
{
  g_autofree char *rows = NULL;

  hc_ui_fixture_wait_frames (notes->window, 3);
  rows = list_rows (notes);
  g_assert_cmpstr (rows, ==, expected);
}

static void
assert_toast (Notes      *notes,
              const char *expected)
{
  g_autofree char *toast = NULL;

  hc_ui_fixture_wait_frames (notes->window, 3);
  toast = hc_ui_fixture_take_toast (notes->window);
  g_assert_cmpstr (toast, ==, expected);
}

static void
search (Notes      *notes,
        const char *words)
{
  GtkWidget *entry = hc_ui_fixture_find (notes->page, GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "search-changed");
}

static gboolean
is_shown (Notes      *notes,
          const char *title)
{
  hc_ui_fixture_wait_frames (notes->window, 3);

  return hc_ui_fixture_find (notes->page, GTK_TYPE_LABEL, title) != NULL;
}

static void
show_bookmarks (Notes *notes)
{
  AdwViewStack *stack = hc_ui_fixture_find (notes->page, ADW_TYPE_VIEW_STACK, NULL);

  adw_view_stack_set_visible_child_name (stack, "bookmarks");
  hc_ui_fixture_wait_frames (notes->window, 3);
}

/* The newest first; an edit changes the row in its place. */
static void
test_order (void)
{
  g_auto (Notes) notes = open_notes ();
  g_autoptr (HcNote) first = add_note (&notes, NULL, NULL, NULL, "First");
  g_autoptr (HcNote) second = add_note (&notes, ARTICLE, "Warning Signs", "A quote", "Second & <b>");
  g_autoptr (HcNote) third = add_note (&notes, NULL, NULL, NULL, "Third");

  assert_rows (&notes, "Third|Second & <b>|First");
  g_assert_nonnull (hc_ui_fixture_find (notes.page, GTK_TYPE_LABEL, "Warning Signs · "));

  hc_ui_fixture_save_note (notes.fixture, first, "First, changed");
  assert_rows (&notes, "Third|Second & <b>|First, changed");
}

static void
test_search (void)
{
  g_auto (Notes) notes = open_notes ();
  g_autoptr (HcNote) text = add_note (&notes, NULL, NULL, NULL, "Ask about the Übelkeit");
  g_autoptr (HcNote) quote = add_note (&notes, ARTICLE, "Warning Signs", "Some people are tired.", "A thought");
  g_autoptr (HcNote) title = add_note (&notes, ARTICLE, "Radiation Therapy", NULL, "Another thought");

  search (&notes, "übelkeit");
  assert_rows (&notes, "Ask about the Übelkeit");
  search (&notes, "PEOPLE ARE");
  assert_rows (&notes, "A thought");
  search (&notes, "radiation");
  assert_rows (&notes, "Another thought");
  search (&notes, "thought");
  assert_rows (&notes, "Another thought|A thought");
  search (&notes, " thought ");
  assert_rows (&notes, "Another thought|A thought");

  search (&notes, "qwxyz");
  g_assert_true (is_shown (&notes, "No Notes Found"));
  search (&notes, "");
  assert_rows (&notes, "Another thought|A thought|Ask about the Übelkeit");
  search (&notes, "  ");
  assert_rows (&notes, "Another thought|A thought|Ask about the Übelkeit");

  search (&notes, "radiation");
  g_signal_emit_by_name (hc_ui_fixture_find (notes.page, GTK_TYPE_SEARCH_ENTRY, NULL), "stop-search");
  assert_rows (&notes, "Another thought|A thought|Ask about the Übelkeit");
}

static void
test_empty (void)
{
  g_auto (Notes) notes = open_notes ();
  g_autoptr (HcNote) note = NULL;
  GtkWidget *dialog;

  g_assert_true (is_shown (&notes, "No Notes Yet"));
  /* With nothing to search there is nothing that was not found. */
  search (&notes, "words");
  g_assert_true (is_shown (&notes, "No Notes Yet"));
  search (&notes, "");

  /* The button leads to a new note. */
  g_assert_true (gtk_widget_activate (hc_ui_fixture_find (notes.page, GTK_TYPE_BUTTON, "_New Note")));
  WAIT_FOR (hc_ui_fixture_find (notes.window, HC_TYPE_NOTE_DIALOG, NULL) != NULL);
  dialog = hc_ui_fixture_find (notes.window, HC_TYPE_NOTE_DIALOG, NULL);
  adw_dialog_force_close (ADW_DIALOG (dialog));

  note = add_note (&notes, NULL, NULL, NULL, "Words");
  g_assert_false (is_shown (&notes, "No Notes Yet"));
  assert_rows (&notes, "Words");

  show_bookmarks (&notes);
  g_assert_true (is_shown (&notes, "No Bookmarks Yet"));
  g_assert_true (gtk_widget_activate (hc_ui_fixture_find (notes.page, GTK_TYPE_BUTTON, "Read _Articles")));
  WAIT_FOR (!gtk_widget_get_mapped (GTK_WIDGET (notes.page)));
}

static void
test_delete (void)
{
  g_auto (Notes) notes = open_notes ();
  g_autoptr (HcNote) first = add_note (&notes, NULL, NULL, NULL, "First");
  g_autoptr (HcNote) second = add_note (&notes, NULL, NULL, NULL, "Second");
  HcUndoStack *stack = hc_window_get_undo_stack (notes.window);
  g_autoptr (GPtrArray) rows = hc_ui_fixture_find_all (notes.page, HC_TYPE_NOTES_ROW);
  g_autoptr (GPtrArray) buttons = hc_ui_fixture_find_all (g_ptr_array_index (rows, 1), GTK_TYPE_BUTTON);
  g_autofree char *gone = NULL, *back = NULL;

  /* Of the two buttons of a row the last one deletes. */
  g_assert_true (gtk_widget_activate (g_ptr_array_index (buttons, buttons->len - 1)));
  WAIT_FOR (!hc_undo_stack_is_empty (stack));
  assert_rows (&notes, "Second");
  assert_toast (&notes, "Note deleted");
  gone = hc_ui_fixture_query (notes.fixture, "SELECT text FROM note");
  g_assert_cmpstr (gone, ==, "Second");

  gtk_widget_activate_action_variant (GTK_WIDGET (notes.window), "win.undo", NULL);
  WAIT_FOR (hc_note_store_lookup (hc_profile_get_notes (get_profile (&notes)), hc_note_get_id (first)) != NULL);
  assert_rows (&notes, "Second|First");
  assert_toast (&notes, "Undone");
  back = hc_ui_fixture_query (notes.fixture, "SELECT text FROM note ORDER BY created");
  g_assert_cmpstr (back, ==, "First\nSecond");
}

static void
test_open_note (void)
{
  g_auto (Notes) notes = open_notes ();
  g_autoptr (HcNote) note = add_note (&notes, ARTICLE, "Warning Signs", NULL, "Words");
  g_autofree char *link = g_strconcat ("health-center:note/", hc_note_get_id (note), NULL);
  GtkWidget *dialog;

  g_signal_emit_by_name (hc_ui_fixture_find (notes.page, GTK_TYPE_LIST_VIEW, NULL), "activate", 0);
  WAIT_FOR (hc_ui_fixture_find (notes.window, HC_TYPE_NOTE_DIALOG, NULL) != NULL);
  dialog = hc_ui_fixture_find (notes.window, HC_TYPE_NOTE_DIALOG, NULL);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  WAIT_FOR (hc_ui_fixture_find (notes.window, HC_TYPE_NOTE_DIALOG, NULL) == NULL);

  g_assert_true (hc_window_open_link (notes.window, link));
  WAIT_FOR (hc_ui_fixture_find (notes.window, HC_TYPE_NOTE_DIALOG, NULL) != NULL);
  dialog = hc_ui_fixture_find (notes.window, HC_TYPE_NOTE_DIALOG, NULL);
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

/* The button beside a note that is about an article leads there; a free note has none. */
static void
test_open_article (void)
{
  g_auto (Notes) notes = open_notes ();
  g_autoptr (HcNote) free_note = add_note (&notes, NULL, NULL, NULL, "Free");
  g_autoptr (HcNote) note = add_note (&notes, ARTICLE, "Warning Signs", NULL, "Words");
  g_autoptr (GPtrArray) rows = hc_ui_fixture_find_all (notes.page, HC_TYPE_NOTES_ROW);
  g_autoptr (GPtrArray) with_article = hc_ui_fixture_find_all (g_ptr_array_index (rows, 0), GTK_TYPE_BUTTON);
  g_autoptr (GPtrArray) without = hc_ui_fixture_find_all (g_ptr_array_index (rows, 1), GTK_TYPE_BUTTON);

  g_assert_cmpuint (with_article->len, ==, 2);
  g_assert_cmpuint (without->len, ==, 1);
  g_assert_true (gtk_widget_activate (g_ptr_array_index (with_article, 0)));
  WAIT_FOR (hc_ui_fixture_find (notes.window, HC_TYPE_ARTICLE_PAGE, NULL) != NULL);
}

static void
test_bookmarks (void)
{
  g_auto (Notes) notes = open_notes ();
  HcBookmarkStore *store = hc_profile_get_bookmarks (get_profile (&notes));
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *gone = NULL, *back = NULL;

  add_bookmark (&notes, ARTICLE, "Warning Signs & More");
  add_bookmark (&notes, "health-center:article/understanding-your-stage", "Understanding Your Stage");
  show_bookmarks (&notes);
  assert_rows (&notes, "Understanding Your Stage|Warning Signs & More");

  search (&notes, "SIGNS");
  assert_rows (&notes, "Warning Signs & More");
  search (&notes, "qwxyz");
  g_assert_true (is_shown (&notes, "No Bookmarks Found"));
  search (&notes, "");

  hc_ui_fixture_wait_frames (notes.window, 3);
  rows = hc_ui_fixture_find_all (notes.page, HC_TYPE_NOTES_ROW);
  g_assert_true (gtk_widget_activate (hc_ui_fixture_find (g_ptr_array_index (rows, 1), GTK_TYPE_BUTTON, NULL)));
  WAIT_FOR (hc_bookmark_store_lookup (store, ARTICLE) == NULL);
  assert_rows (&notes, "Understanding Your Stage");
  assert_toast (&notes, "Bookmark removed");
  gone = hc_ui_fixture_query (notes.fixture, "SELECT title FROM bookmark");
  g_assert_cmpstr (gone, ==, "Understanding Your Stage");

  gtk_widget_activate_action_variant (GTK_WIDGET (notes.window), "win.undo", NULL);
  WAIT_FOR (hc_bookmark_store_lookup (store, ARTICLE) != NULL);
  assert_rows (&notes, "Understanding Your Stage|Warning Signs & More");
  back = hc_ui_fixture_query (notes.fixture, "SELECT title FROM bookmark ORDER BY title");
  g_assert_cmpstr (back, ==, "Understanding Your Stage\nWarning Signs & More");

  g_signal_emit_by_name (hc_ui_fixture_find (notes.page, GTK_TYPE_LIST_VIEW, NULL), "activate", 1);
  WAIT_FOR (hc_ui_fixture_find (notes.window, HC_TYPE_ARTICLE_PAGE, NULL) != NULL);
}

/* Rows that are used again show what they are used for. */
static void
test_many (void)
{
  g_auto (Notes) notes = open_notes ();
  GtkWidget *list;
  g_autofree char *rows = NULL;

  for (int i = 0; i < 120; i++)
    {
      g_autofree char *text = g_strdup_printf ("Note %d", i);
      g_autoptr (HcNote) note = hc_note_new (i % 2 == 0 ? ARTICLE : NULL, i % 2 == 0 ? "Warning Signs" : NULL, NULL);

      hc_ui_fixture_save_note (notes.fixture, note, text);
    }

  hc_ui_fixture_wait_frames (notes.window, 3);
  list = hc_ui_fixture_find (notes.page, GTK_TYPE_LIST_VIEW, NULL);
  gtk_list_view_scroll_to (GTK_LIST_VIEW (list), 119, GTK_LIST_SCROLL_NONE, NULL);
  hc_ui_fixture_wait_frames (notes.window, 5);
  rows = list_rows (&notes);
  g_assert_true (g_str_has_suffix (rows, "Note 3|Note 2|Note 1|Note 0"));
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/notes-page/order", test_order);
  g_test_add_func ("/notes-page/search", test_search);
  g_test_add_func ("/notes-page/empty", test_empty);
  g_test_add_func ("/notes-page/delete", test_delete);
  g_test_add_func ("/notes-page/open-note", test_open_note);
  g_test_add_func ("/notes-page/open-article", test_open_article);
  g_test_add_func ("/notes-page/bookmarks", test_bookmarks);
  g_test_add_func ("/notes-page/many", test_many);

  return g_test_run ();
}
