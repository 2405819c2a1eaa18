/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "hc-article-page.h"
#include "hc-note-dialog.h"
#include "hc-ui-fixture.h"

#define LINK "health-center:article/warning-signs"

/* Makes every save and every deletion of a note fail, until the trigger is dropped. */
#define REFUSE_SAVES \
  "CREATE TRIGGER refuse_saves BEFORE INSERT ON note BEGIN SELECT RAISE (FAIL, 'refused'); END"
#define ALLOW_SAVES "DROP TRIGGER refuse_saves"
#define REFUSE_DELETIONS \
  "CREATE TRIGGER refuse_deletions BEFORE DELETE ON note BEGIN SELECT RAISE (FAIL, 'refused'); END"

typedef struct
{
  HcUiFixture   *fixture;
  HcWindow      *window;
  HcNote        *note;
  AdwDialog     *dialog; /* NULL once it is closed */
  GtkTextBuffer *buffer;
  char          *path;   /* of profile.db */
} Writer;

static void
open_dialog (Writer *writer)
{
  GtkWidget *text_view;

  writer->dialog = ADW_DIALOG (hc_note_dialog_new (hc_context_get_profile (writer->fixture->context), writer->note));
  g_object_add_weak_pointer (G_OBJECT (writer->dialog), (gpointer *) &writer->dialog);
  adw_dialog_present (writer->dialog, GTK_WIDGET (writer->window));
  WAIT_FOR (hc_ui_fixture_find (writer->dialog, GTK_TYPE_TEXT_VIEW, NULL) != NULL);
  hc_ui_fixture_wait_frames (writer->window, 3);
  text_view = hc_ui_fixture_find (writer->dialog, GTK_TYPE_TEXT_VIEW, NULL);
  writer->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text_view));
}

/* A dialog with a note that is about a part of an article; saved with the text, unless that is NULL. */
static Writer *
open_writer (const char *text)
{
  Writer *writer = g_new0 (Writer, 1);

  writer->fixture = hc_ui_fixture_new (NULL);
  hc_ui_fixture_open_profile (writer->fixture);
  writer->window = hc_ui_fixture_present (writer->fixture, LINK, 1080, 760);
  writer->path = g_build_filename (writer->fixture->folder, "profile.db", NULL);
  writer->note = hc_note_new (LINK "#signs", "Warning Signs", "A quote");
  if (text != NULL)
    hc_ui_fixture_save_note (writer->fixture, writer->note, text);
  open_dialog (writer);

  return writer;
}

static void
writer_free (Writer *writer)
{
  if (writer->dialog != NULL)
    {
      g_object_remove_weak_pointer (G_OBJECT (writer->dialog), (gpointer *) &writer->dialog);
      adw_dialog_force_close (writer->dialog);
    }
  g_object_unref (writer->note);
  hc_ui_fixture_free (writer->fixture);
  g_free (writer->path);
  g_free (writer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Writer, writer_free)

static void
type_text (Writer     *writer,
           const char *text)
{
  gtk_text_buffer_set_text (writer->buffer, text, -1);
}

static char *
dup_state (Writer *writer)
{
  char *state;

  g_object_get (writer->dialog, "state", &state, NULL);

  return state;
}

static gboolean
has_state (Writer     *writer,
           const char *expected)
{
  g_autofree char *state = dup_state (writer);

  return g_str_equal (state, expected);
}

static void
assert_texts (Writer     *writer,
              const char *expected)
{
  g_autofree char *texts = hc_ui_fixture_query (writer->fixture, "SELECT text FROM note ORDER BY created");

  g_assert_cmpstr (texts, ==, expected);
}

static void
assert_toast (Writer     *writer,
              const char *expected)
{
  g_autofree char *toast = NULL;

  hc_ui_fixture_wait_frames (writer->window, 3);
  toast = hc_ui_fixture_take_toast (writer->window);
  g_assert_cmpstr (toast, ==, expected);
}

static void
done (Writer *writer)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (writer->dialog), "writing.done", NULL);
}

static GtkWidget *
find_banner (Writer *writer)
{
  GtkWidget *banner = hc_ui_fixture_find (writer->dialog, ADW_TYPE_BANNER, NULL);

  return banner != NULL && adw_banner_get_revealed (ADW_BANNER (banner)) ? banner : NULL;
}

static AdwAlertDialog *
find_alert (Writer *writer)
{
  return hc_ui_fixture_find (writer->window, ADW_TYPE_ALERT_DIALOG, NULL);
}

/* Whatever "Saved" is said of is on the disk at that moment. */
static void
state_cb (GObject    *dialog,
          GParamSpec *pspec,
          Writer     *writer)
{
  g_autofree char *state = dup_state (writer);
  g_autofree char *text = NULL;
  g_autofree char *saved = NULL;

  if (!g_str_equal (state, "Saved"))
    return;

  g_object_get (writer->buffer, "text", &text, NULL);
  saved = hc_ui_fixture_query (writer->fixture, "SELECT text FROM note");
  g_assert_cmpstr (saved, ==, text);
}

static void
test_write (void)
{
  g_autoptr (Writer) writer = open_writer (NULL);
  g_autofree char *row = NULL;

  g_signal_connect (writer->dialog, "notify::state", G_CALLBACK (state_cb), writer);
  g_assert_true (has_state (writer, "Saved as You Write"));
  g_assert_nonnull (hc_ui_fixture_find (writer->dialog, GTK_TYPE_LABEL, "Warning Signs"));
  g_assert_nonnull (hc_ui_fixture_find (writer->dialog, GTK_TYPE_LABEL, "A quote"));

  type_text (writer, "First “words”\nand 🎗");
  g_assert_true (has_state (writer, "Saving…"));
  WAIT_FOR (has_state (writer, "Saved"));
  row = hc_ui_fixture_query (writer->fixture, "SELECT link, title, quote, text FROM note");
  g_assert_cmpstr (row, ==, LINK "#signs|Warning Signs|A quote|First “words”\nand 🎗");

  type_text (writer, "Other words");
  WAIT_FOR (has_state (writer, "Saved"));
  assert_texts (writer, "Other words");

  done (writer);
  WAIT_FOR (writer->dialog == NULL);
  assert_texts (writer, "Other words");
  assert_toast (writer, NULL);
}

static void
count_cb (GObject    *note,
          GParamSpec *pspec,
          guint      *n)
{
  (*n)++;
}

/* Faster than the disk: what is between is left out, and the last word wins. */
static void
test_type_fast (void)
{
  g_autoptr (Writer) writer = open_writer (NULL);
  guint n_saves = 0;

  g_signal_connect (writer->dialog, "notify::state", G_CALLBACK (state_cb), writer);
  g_signal_connect (writer->note, "notify::text", G_CALLBACK (count_cb), &n_saves);

  for (int i = 0; i <= 500; i++)
    {
      g_autofree char *text = g_strdup_printf ("Word %d", i);

      type_text (writer, text);
    }

  WAIT_FOR (has_state (writer, "Saved"));
  assert_texts (writer, "Word 500");
  g_assert_cmpuint (n_saves, ==, 2);

  /* Done at once after the last key waits for the disk, too. */
  type_text (writer, "The last word");
  done (writer);
  g_assert_nonnull (writer->dialog);
  WAIT_FOR (writer->dialog == NULL);
  assert_texts (writer, "The last word");
}

static void
test_close_key (void)
{
  g_autoptr (Writer) writer = open_writer (NULL);

  type_text (writer, "Words");
  g_assert_false (adw_dialog_close (writer->dialog));
  WAIT_FOR (writer->dialog == NULL);
  assert_texts (writer, "Words");
}

static void
test_nothing_written (void)
{
  g_autoptr (Writer) writer = open_writer (NULL);

  done (writer);
  WAIT_FOR (writer->dialog == NULL);
  assert_texts (writer, "");
  assert_toast (writer, NULL);
}

/* An emptied note is deleted, and what comes back are its last words. */
static void
test_emptied (gconstpointer data)
{
  g_autoptr (Writer) writer = open_writer ("Words");
  gboolean by_button = GPOINTER_TO_INT (data);

  type_text (writer, "Wor");
  WAIT_FOR (has_state (writer, "Saved"));
  type_text (writer, "  \n");
  type_text (writer, "");
  WAIT_FOR (has_state (writer, "Empty: Deleted When Closed"));
  assert_texts (writer, "Wor");
  if (by_button)
    done (writer);
  else
    adw_dialog_close (writer->dialog);
  WAIT_FOR (writer->dialog == NULL);
  WAIT_FOR (!hc_undo_stack_is_empty (hc_window_get_undo_stack (writer->window)));
  assert_texts (writer, "");
  assert_toast (writer, "Note deleted");

  gtk_widget_activate_action_variant (GTK_WIDGET (writer->window), "win.undo", NULL);
  WAIT_FOR (hc_note_store_lookup (hc_profile_get_notes (hc_context_get_profile (writer->fixture->context)),
                                  hc_note_get_id (writer->note)) != NULL);
  assert_texts (writer, "Wor");
  assert_toast (writer, "Undone");
}

static void
test_delete (void)
{
  g_autoptr (Writer) writer = open_writer ("Words");
  GtkWidget *button;

  gtk_widget_activate_action_variant (GTK_WIDGET (writer->dialog), "writing.delete", NULL);
  WAIT_FOR (writer->dialog == NULL);
  WAIT_FOR (!hc_undo_stack_is_empty (hc_window_get_undo_stack (writer->window)));
  assert_texts (writer, "");

  /* With the button of the toast. */
  hc_ui_fixture_wait_frames (writer->window, 3);
  button = hc_ui_fixture_find (hc_ui_fixture_find (writer->window, g_type_from_name ("AdwToastWidget"), NULL),
                               GTK_TYPE_BUTTON, "_Undo");
  g_signal_emit_by_name (button, "clicked");
  WAIT_FOR (hc_note_store_lookup (hc_profile_get_notes (hc_context_get_profile (writer->fixture->context)),
                                  hc_note_get_id (writer->note)) != NULL);
  assert_texts (writer, "Words");
}

/* Deleted while it is still being saved it must not come back by itself. */
static void
test_delete_while_saving (void)
{
  g_autoptr (Writer) writer = open_writer (NULL);

  type_text (writer, "One");
  type_text (writer, "Two");
  gtk_widget_activate_action_variant (GTK_WIDGET (writer->dialog), "writing.delete", NULL);
  WAIT_FOR (writer->dialog == NULL);
  WAIT_FOR (!hc_undo_stack_is_empty (hc_window_get_undo_stack (writer->window)));
  hc_ui_fixture_wait_frames (writer->window, 5);
  assert_texts (writer, "");
}

/* What cannot be saved stays on the screen, with the reason, and cannot be closed away by accident. */
static void
test_failure (void)
{
  g_autoptr (Writer) writer = open_writer ("Words");
  g_autofree char *announcement = NULL;
  g_autofree char *text = NULL;

  fixture_execute (writer->path, REFUSE_SAVES);
  type_text (writer, "Other words");
  WAIT_FOR (has_state (writer, "Not Saved"));
  announcement = hc_ui_fixture_take_announcement ();
  g_assert_cmpstr (announcement, ==, "This note is not saved. Something went wrong. Try again.");
  hc_ui_fixture_wait_frames (writer->window, 4);
  g_assert_cmpstr (adw_banner_get_title (ADW_BANNER (find_banner (writer))), ==, announcement);
  assert_texts (writer, "Words");

  /* Done asks, and to keep editing is the default. */
  done (writer);
  WAIT_FOR (find_alert (writer) != NULL);
  g_assert_cmpstr (adw_alert_dialog_get_default_response (find_alert (writer)), ==, "keep");
  g_assert_cmpstr (adw_alert_dialog_get_close_response (find_alert (writer)), ==, "keep");
  hc_ui_fixture_press (find_alert (writer), "_Keep Editing");
  WAIT_FOR (find_alert (writer) == NULL);
  g_assert_nonnull (writer->dialog);
  g_object_get (writer->buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, "Other words");

  /* A press on the banner's button while the cause is still there changes nothing. */
  gtk_widget_activate_action_variant (GTK_WIDGET (writer->dialog), "writing.save", NULL);
  WAIT_FOR (has_state (writer, "Not Saved") && adw_dialog_get_can_close (writer->dialog) == FALSE);
  g_assert_nonnull (find_banner (writer));

  fixture_execute (writer->path, ALLOW_SAVES);
  gtk_widget_activate_action_variant (GTK_WIDGET (writer->dialog), "writing.save", NULL);
  WAIT_FOR (has_state (writer, "Saved"));
  g_assert_null (find_banner (writer));
  assert_texts (writer, "Other words");
  done (writer);
  WAIT_FOR (writer->dialog == NULL);
}

/* Going on to write tries again by itself. */
static void
test_failure_passes (void)
{
  g_autoptr (Writer) writer = open_writer (NULL);

  fixture_execute (writer->path, REFUSE_SAVES);
  type_text (writer, "Words");
  WAIT_FOR (has_state (writer, "Not Saved"));
  fixture_execute (writer->path, ALLOW_SAVES);
  type_text (writer, "Words and more");
  WAIT_FOR (has_state (writer, "Saved"));
  assert_texts (writer, "Words and more");
}

static void
test_discard (void)
{
  g_autoptr (Writer) writer = open_writer ("Words");

  fixture_execute (writer->path, REFUSE_SAVES);
  type_text (writer, "Other words");
  WAIT_FOR (has_state (writer, "Not Saved"));
  g_assert_false (adw_dialog_close (writer->dialog));
  WAIT_FOR (find_alert (writer) != NULL);
  hc_ui_fixture_press (find_alert (writer), "_Discard");
  WAIT_FOR (writer->dialog == NULL);
  assert_texts (writer, "Words");
  g_assert_cmpstr (hc_note_get_text (writer->note), ==, "Words");
}

/* The window waits for the note that is being saved, and does not close over one that cannot be. */
static void
test_window_close (void)
{
  g_autoptr (Writer) writer = open_writer ("Words");
  gpointer window = writer->window;

  fixture_execute (writer->path, REFUSE_SAVES);
  type_text (writer, "Other words");
  WAIT_FOR (has_state (writer, "Not Saved"));

  g_object_add_weak_pointer (G_OBJECT (window), &window);
  gtk_window_close (GTK_WINDOW (writer->window));
  hc_ui_fixture_wait_frames (writer->window, 4);
  g_assert_nonnull (window);
  g_assert_nonnull (find_alert (writer));
  hc_ui_fixture_press (find_alert (writer), "_Keep Editing");
  WAIT_FOR (find_alert (writer) == NULL);
  g_assert_nonnull (writer->dialog);

  fixture_execute (writer->path, ALLOW_SAVES);
  type_text (writer, "Saved after all");
  WAIT_FOR (has_state (writer, "Saved"));
  g_object_remove_weak_pointer (G_OBJECT (window), &window);
}

/* Closed at once after the last key: the window goes with the dialog, and the words are on the disk. */
static void
test_window_close_while_saving (void)
{
  g_autoptr (Writer) writer = open_writer ("Words");
  gpointer window = writer->window;

  g_object_add_weak_pointer (G_OBJECT (window), &window);
  type_text (writer, "Last words");
  gtk_window_close (GTK_WINDOW (writer->window));
  WAIT_FOR (writer->dialog == NULL && window == NULL);
  assert_texts (writer, "Last words");
}

/* Nothing is left to save: dialog and window go at once. */
static void
test_window_close_saved (void)
{
  g_autoptr (Writer) writer = open_writer (NULL);
  gpointer window = writer->window;

  g_object_add_weak_pointer (G_OBJECT (window), &window);
  type_text (writer, "Words");
  WAIT_FOR (has_state (writer, "Saved"));
  gtk_window_close (GTK_WINDOW (writer->window));
  WAIT_FOR (writer->dialog == NULL && window == NULL);
  assert_texts (writer, "Words");
}

/* An emptied note is deleted when the window closes, too. */
static void
test_window_close_emptied (void)
{
  g_autoptr (Writer) writer = open_writer ("Words");
  gpointer window = writer->window;

  g_object_add_weak_pointer (G_OBJECT (window), &window);
  type_text (writer, "");
  gtk_window_close (GTK_WINDOW (writer->window));
  WAIT_FOR (writer->dialog == NULL && window == NULL);
  WAIT_FOR (hc_note_store_lookup (hc_profile_get_notes (hc_context_get_profile (writer->fixture->context)),
                                  hc_note_get_id (writer->note)) == NULL);
  assert_texts (writer, "");
}

/* What cannot be saved keeps the window; when the person discards it both go, and when they keep it a
 * later Done closes only the dialog. */
static void
test_window_close_discard (gconstpointer data)
{
  g_autoptr (Writer) writer = open_writer ("Words");
  gboolean discards = GPOINTER_TO_INT (data);
  gpointer window = writer->window;

  g_object_add_weak_pointer (G_OBJECT (window), &window);
  fixture_execute (writer->path, REFUSE_SAVES);
  type_text (writer, "Other words");
  WAIT_FOR (has_state (writer, "Not Saved"));
  gtk_window_close (GTK_WINDOW (writer->window));
  WAIT_FOR (find_alert (writer) != NULL);
  hc_ui_fixture_press (find_alert (writer), discards ? "_Discard" : "_Keep Editing");
  fixture_execute (writer->path, ALLOW_SAVES);

  if (discards)
    {
      WAIT_FOR (writer->dialog == NULL && window == NULL);
      assert_texts (writer, "Words");
      return;
    }

  WAIT_FOR (find_alert (writer) == NULL);
  type_text (writer, "Saved after all");
  WAIT_FOR (has_state (writer, "Saved"));
  done (writer);
  WAIT_FOR (writer->dialog == NULL);
  hc_ui_fixture_wait_frames (writer->window, 4);
  g_assert_nonnull (window);
  g_object_remove_weak_pointer (G_OBJECT (window), &window);
}

/* Another dialog does not keep the window. */
static void
test_window_close_other (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  gpointer window = hc_ui_fixture_present (fixture, LINK, 1080, 760);

  g_object_add_weak_pointer (G_OBJECT (window), &window);
  g_assert_true (hc_window_open_link (window, "health-center:search?q=tired"));
  g_assert_nonnull (adw_application_window_get_visible_dialog (window));
  gtk_window_close (GTK_WINDOW (window));
  WAIT_FOR (window == NULL);
}

static void
test_failed_deletion (void)
{
  g_autoptr (Writer) writer = open_writer ("Words");

  fixture_execute (writer->path, REFUSE_DELETIONS);
  gtk_widget_activate_action_variant (GTK_WIDGET (writer->dialog), "writing.delete", NULL);
  WAIT_FOR (hc_ui_fixture_find (writer->window, g_type_from_name ("AdwToastWidget"), NULL) != NULL);
  assert_toast (writer, "Nothing was changed. Something went wrong. Try again.");
  assert_texts (writer, "Words");
  g_assert_true (hc_undo_stack_is_empty (hc_window_get_undo_stack (writer->window)));
}

/* A highlight may stay without words. */
static void
test_highlight (void)
{
  g_autoptr (Writer) writer = open_writer ("");

  type_text (writer, "Words");
  WAIT_FOR (has_state (writer, "Saved"));
  type_text (writer, "");
  WAIT_FOR (has_state (writer, "Saved"));
  done (writer);
  WAIT_FOR (writer->dialog == NULL);
  {
    g_autofree char *rows = hc_ui_fixture_query (writer->fixture, "SELECT quote, text FROM note");

    g_assert_cmpstr (rows, ==, "A quote|");
  }
}

/* The text of a saved note can be edited and its editing taken back, but not the text itself. */
static void
test_editor (void)
{
  g_autoptr (Writer) writer = open_writer ("Words");
  GtkWidget *text_view = hc_ui_fixture_find (writer->dialog, GTK_TYPE_TEXT_VIEW, NULL);
  g_autofree char *text = NULL;

  g_assert_true (gtk_root_get_focus (GTK_ROOT (writer->window)) == text_view);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (text_view), GTK_ACCESSIBLE_PROPERTY_LABEL, "Text of the Note");
  g_assert_true (has_state (writer, "Saved"));
  g_assert_false (gtk_text_buffer_get_can_undo (writer->buffer));
  gtk_text_buffer_insert_at_cursor (writer->buffer, "More ", -1);
  g_assert_true (gtk_text_buffer_get_can_undo (writer->buffer));
  gtk_text_buffer_undo (writer->buffer);
  g_object_get (writer->buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, "Words");
  WAIT_FOR (has_state (writer, "Saved"));
}

/* Words are kept together, but for one that would keep the program busy. */
static void
test_huge_word (void)
{
  g_autoptr (Writer) writer = open_writer ("Some words");
  GtkTextView *view = hc_ui_fixture_find (writer->dialog, GTK_TYPE_TEXT_VIEW, NULL);
  g_autofree char *word = g_strnfill (50000, 'a');

  g_assert_cmpint (gtk_text_view_get_wrap_mode (view), ==, GTK_WRAP_WORD_CHAR);
  type_text (writer, word);
  g_assert_cmpint (gtk_text_view_get_wrap_mode (view), ==, GTK_WRAP_CHAR);
  type_text (writer, "Some words");
  g_assert_cmpint (gtk_text_view_get_wrap_mode (view), ==, GTK_WRAP_WORD_CHAR);
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/note-dialog/write", test_write);
  g_test_add_func ("/note-dialog/type-fast", test_type_fast);
  g_test_add_func ("/note-dialog/close-key", test_close_key);
  g_test_add_func ("/note-dialog/nothing-written", test_nothing_written);
  g_test_add_data_func ("/note-dialog/emptied/done", GINT_TO_POINTER (TRUE), test_emptied);
  g_test_add_data_func ("/note-dialog/emptied/closed", GINT_TO_POINTER (FALSE), test_emptied);
  g_test_add_func ("/note-dialog/delete", test_delete);
  g_test_add_func ("/note-dialog/delete-while-saving", test_delete_while_saving);
  g_test_add_func ("/note-dialog/failure", test_failure);
  g_test_add_func ("/note-dialog/failure-passes", test_failure_passes);
  g_test_add_func ("/note-dialog/discard", test_discard);
  g_test_add_func ("/note-dialog/window-close", test_window_close);
  g_test_add_func ("/note-dialog/window-close-while-saving", test_window_close_while_saving);
  g_test_add_func ("/note-dialog/window-close-saved", test_window_close_saved);
  g_test_add_func ("/note-dialog/window-close-emptied", test_window_close_emptied);
  g_test_add_data_func ("/note-dialog/window-close/discard", GINT_TO_POINTER (TRUE), test_window_close_discard);
  g_test_add_data_func ("/note-dialog/window-close/keep", GINT_TO_POINTER (FALSE), test_window_close_discard);
  g_test_add_func ("/note-dialog/window-close-other", test_window_close_other);
  g_test_add_func ("/note-dialog/failed-deletion", test_failed_deletion);
  g_test_add_func ("/note-dialog/highlight", test_highlight);
  g_test_add_func ("/note-dialog/editor", test_editor);
  g_test_add_func ("/note-dialog/huge-word", test_huge_word);

  return g_test_run ();
}
