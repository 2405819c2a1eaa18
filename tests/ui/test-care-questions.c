/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "answers-fixture.h"
#include "fixture.h"
#include "hc-article-page.h"
#include "hc-care-question-dialog.h"
#include "hc-care-question-list.h"
#include "hc-care-question-row.h"
#include "hc-questions-page.h"

/* The questions that the person wants to ask. */

#define TABLE "SELECT text, answer, state, position FROM care_question ORDER BY position"

/* Makes every change fail, until the trigger is dropped. */
#define REFUSE_SAVES \
  "CREATE TRIGGER refuse_saves BEFORE INSERT ON care_question BEGIN SELECT RAISE (FAIL, 'refused'); END"
#define ALLOW_SAVES "DROP TRIGGER refuse_saves"

typedef struct
{
  HcUiFixture *fixture;
  HcWindow    *window;
} Asker;

static Asker *
open_asker (const char *link)
{
  Asker *asker = g_new0 (Asker, 1);

  asker->fixture = hc_ui_fixture_new (NULL);
  hc_ui_fixture_open_profile (asker->fixture);
  asker->window = hc_ui_fixture_present (asker->fixture, link, 360, 640);

  return asker;
}

static void
asker_free (Asker *asker)
{
  hc_ui_fixture_free (asker->fixture);
  g_free (asker);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asker, asker_free)

static gpointer
find (Asker      *asker,
      GType       type,
      const char *text)
{
  return hc_ui_fixture_find (asker->window, type, text);
}

static void
assert_table (Asker      *asker,
              const char *expected)
{
  g_autofree char *rows = hc_ui_fixture_query (asker->fixture, TABLE);

  g_assert_cmpstr (rows, ==, expected);
}

static void
execute (Asker      *asker,
         const char *sql)
{
  g_autofree char *path = g_build_filename (asker->fixture->folder, "profile.db", NULL);

  fixture_execute (path, sql);
}

static GtkWidget *
get_dialog (Asker *asker)
{
  GListModel *dialogs = adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (asker->window));

  /* While it changes its form for a narrow window it is not seen for a moment. */
  for (guint i = 0; i < g_list_model_get_n_items (dialogs); i++)
    {
      g_autoptr (AdwDialog) dialog = g_list_model_get_item (dialogs, i);

      if (HC_IS_CARE_QUESTION_DIALOG (dialog))
        return GTK_WIDGET (dialog);
    }

  return NULL;
}

static GtkTextBuffer *
get_buffer (gpointer widget)
{
  return gtk_text_view_get_buffer (hc_ui_fixture_find (widget, GTK_TYPE_TEXT_VIEW, NULL));
}

static char *
dup_text (gpointer widget)
{
  char *text;

  g_object_get (get_buffer (widget), "text", &text, NULL);

  return text;
}

static void
type_text (gpointer    widget,
           const char *text)
{
  gtk_text_buffer_set_text (get_buffer (widget), text, -1);
}

static void
open_dialog (Asker *asker)
{
  gtk_widget_activate_action (find (asker, HC_TYPE_QUESTIONS_PAGE, NULL), "questions.ask", NULL);
  WAIT_FOR (get_dialog (asker) != NULL);
  hc_ui_fixture_wait_frames (asker->window, 3);
  WAIT_FOR (hc_ui_fixture_find (get_dialog (asker), GTK_TYPE_TEXT_VIEW, NULL) != NULL);
}

/* The rows in their order. */
static HcCareQuestionRow *
get_row (Asker *asker,
         guint  place)
{
  g_autoptr (GPtrArray) rows = hc_ui_fixture_find_all (asker->window, HC_TYPE_CARE_QUESTION_ROW);

  g_assert_cmpuint (place, <, rows->len);

  return g_ptr_array_index (rows, place);
}

static void
add (Asker      *asker,
     const char *text)
{
  g_autoptr (HcCareQuestion) question = answers_fixture_add (asker->fixture, NULL, NULL, text);
}

static gboolean
has_state (Asker      *asker,
           const char *expected)
{
  g_autofree char *state = NULL;

  g_object_get (get_dialog (asker), "state", &state, NULL);

  return g_str_equal (state, expected);
}

/* From the list of the answers to the list of one's own: saved while it is written, counted, shown. */
static void
test_add (void)
{
  g_autoptr (Asker) asker = open_asker ("health-center:questions");
  g_autofree char *toast = NULL;

  g_assert_nonnull (find (asker, GTK_TYPE_LABEL, "My Questions"));
  open_dialog (asker);
  WAIT_FOR (gtk_widget_is_focus (hc_ui_fixture_find (get_dialog (asker), GTK_TYPE_TEXT_VIEW, NULL)));
  type_text (get_dialog (asker), "  Why <b>now</b> & here?\n");
  WAIT_FOR (has_state (asker, "Saved"));
  assert_table (asker, "Why <b>now</b> & here?||open|1");
  type_text (get_dialog (asker), "Why <b>then</b>?");
  hc_ui_fixture_press (get_dialog (asker), "Done");
  WAIT_FOR (get_dialog (asker) == NULL);
  assert_table (asker, "Why <b>then</b>?||open|1");
  WAIT_FOR (find (asker, g_type_from_name ("AdwToastWidget"), NULL) != NULL);
  toast = hc_ui_fixture_take_toast (asker->window);
  g_assert_cmpstr (toast, ==, "Saved in My Questions");
  WAIT_FOR (find (asker, GTK_TYPE_LABEL, "My Questions (1)") != NULL);

  g_assert_true (hc_window_open_link (asker->window, "health-center:my-questions"));
  WAIT_FOR (find (asker, GTK_TYPE_LABEL, "Why <b>then</b>?") != NULL);
  g_assert_nonnull (find (asker, GTK_TYPE_LABEL, "1 to ask"));
  g_assert_nonnull (hc_ui_fixture_find (get_row (asker, 0), GTK_TYPE_LABEL, "· To ask"));
}

/* What cannot be taken is said at the field, and stays there. */
static void
test_bad_input (void)
{
  g_autoptr (Asker) asker = open_asker ("health-center:questions");
  g_autofree char *long_text = g_strnfill (10000, 'x');
  g_autofree char *said = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *limit = g_strnfill (HC_CARE_QUESTION_MAX_LENGTH, 'y');
  g_autofree char *row = g_strconcat (limit, "||open|1", NULL);
  GtkWidget *text_view;

  open_dialog (asker);
  text_view = hc_ui_fixture_find (get_dialog (asker), GTK_TYPE_TEXT_VIEW, NULL);
  type_text (get_dialog (asker), " \n ");
  g_assert_true (has_state (asker, "Saved as You Write"));

  type_text (get_dialog (asker), long_text);
  hc_ui_fixture_wait_frames (asker->window, 2);
  g_assert_nonnull (hc_ui_fixture_find (get_dialog (asker), GTK_TYPE_LABEL, "10000 characters of 1000"));
  g_assert_true (has_state (asker, "Not Saved"));
  said = hc_ui_fixture_take_announcement ();
  g_assert_true (g_str_has_prefix (said, "This is too long for one question: 10000 characters"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (text_view), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  hc_ui_fixture_press (get_dialog (asker), "Done");
  WAIT_FOR (find (asker, ADW_TYPE_ALERT_DIALOG, NULL) != NULL);
  hc_ui_fixture_press (find (asker, ADW_TYPE_ALERT_DIALOG, NULL), "Keep Editing");
  WAIT_FOR (find (asker, ADW_TYPE_ALERT_DIALOG, NULL) == NULL);
  kept = dup_text (get_dialog (asker));
  g_assert_cmpstr (kept, ==, long_text);
  assert_table (asker, "");

  /* Right again: nothing is said, and it is saved. */
  type_text (get_dialog (asker), limit);
  hc_ui_fixture_wait_frames (asker->window, 2);
  g_assert_null (hc_ui_fixture_find (get_dialog (asker), GTK_TYPE_LABEL, "characters of"));
  g_assert_false (gtk_test_accessible_has_state (GTK_ACCESSIBLE (text_view), GTK_ACCESSIBLE_STATE_INVALID));
  WAIT_FOR (has_state (asker, "Saved"));
  assert_table (asker, row);

  /* Emptied: it goes when the dialog closes, and comes back with Undo. */
  type_text (get_dialog (asker), "");
  g_assert_true (has_state (asker, "Empty: Deleted When Closed"));
  hc_ui_fixture_press (get_dialog (asker), "Done");
  WAIT_FOR (get_dialog (asker) == NULL);
  WAIT_FOR (find (asker, GTK_TYPE_LABEL, "Question deleted") != NULL);
  assert_table (asker, "");
  gtk_widget_activate_action (GTK_WIDGET (asker->window), "win.undo", NULL);
  WAIT_FOR (find (asker, GTK_TYPE_LABEL, "My Questions (1)") != NULL);
  assert_table (asker, row);
}

/* What was typed is not lost by closing, nor by a disk that is full. */
static void
test_unsaved (void)
{
  g_autoptr (Asker) asker = open_asker ("health-center:questions");
  g_autofree char *kept = NULL;

  open_dialog (asker);
  execute (asker, REFUSE_SAVES);
  type_text (get_dialog (asker), "Kept");
  WAIT_FOR (hc_ui_fixture_find (get_dialog (asker), GTK_TYPE_LABEL, "This question is not saved.") != NULL);

  hc_ui_fixture_press (get_dialog (asker), "Done");
  WAIT_FOR (find (asker, ADW_TYPE_ALERT_DIALOG, NULL) != NULL);
  hc_ui_fixture_press (find (asker, ADW_TYPE_ALERT_DIALOG, NULL), "Keep Editing");
  WAIT_FOR (find (asker, ADW_TYPE_ALERT_DIALOG, NULL) == NULL);
  kept = dup_text (get_dialog (asker));
  g_assert_cmpstr (kept, ==, "Kept");

  execute (asker, ALLOW_SAVES);
  hc_ui_fixture_press (get_dialog (asker), "Try Again");
  WAIT_FOR (has_state (asker, "Saved"));
  assert_table (asker, "Kept||open|1");
  hc_ui_fixture_press (get_dialog (asker), "Done");
  WAIT_FOR (get_dialog (asker) == NULL);

  /* The window takes the dialog along, and what was typed last is on the disk. */
  open_dialog (asker);
  type_text (get_dialog (asker), "Typed last");
  g_object_ref (asker->window);
  gtk_window_close (GTK_WINDOW (asker->window));
  WAIT_FOR (!gtk_widget_get_visible (GTK_WIDGET (asker->window)));
  g_object_unref (asker->window);
  assert_table (asker, "Kept||open|1\nTyped last||open|2");
}

/* Nothing was typed: there is nothing to keep. */
static void
test_nothing_typed (void)
{
  g_autoptr (Asker) asker = open_asker ("health-center:questions");

  open_dialog (asker);
  hc_ui_fixture_press (get_dialog (asker), "Done");
  WAIT_FOR (get_dialog (asker) == NULL);
  assert_table (asker, "");
}

static GtkTextBuffer *
begin_answer (Asker *asker,
              guint  place)
{
  if (hc_ui_fixture_find (get_row (asker, place), GTK_TYPE_TEXT_VIEW, NULL) == NULL)
    hc_ui_fixture_press (get_row (asker, place), "Write Down the Answer");
  WAIT_FOR (hc_ui_fixture_find (get_row (asker, place), GTK_TYPE_TEXT_VIEW, NULL) != NULL);

  return get_buffer (get_row (asker, place));
}

/* The answer is written in place and saved with every change. */
static void
test_answer (void)
{
  g_autoptr (Asker) asker = open_asker ("health-center:my-questions");
  GtkTextBuffer *buffer;
  GtkWidget *row;

  g_assert_nonnull (find (asker, GTK_TYPE_LABEL, "No Questions Yet"));
  add (asker, "Why?");
  WAIT_FOR (find (asker, HC_TYPE_CARE_QUESTION_ROW, NULL) != NULL);
  hc_ui_fixture_wait_frames (asker->window, 3);
  row = GTK_WIDGET (get_row (asker, 0));

  buffer = begin_answer (asker, 0);
  g_assert_nonnull (hc_ui_fixture_find (row, GTK_TYPE_LABEL, "Saved as you write"));
  for (guint i = 0; i < 30; i++)
    gtk_text_buffer_insert_at_cursor (buffer, "ab", -1);
  g_assert_nonnull (hc_ui_fixture_find (row, GTK_TYPE_LABEL, "Saving…"));
  WAIT_FOR (hc_ui_fixture_find (row, GTK_TYPE_LABEL, "Saved") != NULL &&
            hc_ui_fixture_find (row, GTK_TYPE_LABEL, "Saved as you write") == NULL);
  assert_table (asker, "Why?|abababababababababababababababababababababababababababababab|answered|1");
  g_assert_nonnull (hc_ui_fixture_find (row, GTK_TYPE_LABEL, "· Answered"));
  g_assert_null (find (asker, GTK_TYPE_LABEL, "1 to ask"));

  /* To be asked again; the answer stays. */
  gtk_check_button_set_active (hc_ui_fixture_find (row, GTK_TYPE_CHECK_BUTTON, NULL), FALSE);
  WAIT_FOR (hc_ui_fixture_find (row, GTK_TYPE_LABEL, "· To ask") != NULL);
  g_assert_nonnull (find (asker, GTK_TYPE_LABEL, "1 to ask"));
  g_assert_nonnull (hc_ui_fixture_find (row, GTK_TYPE_TEXT_VIEW, NULL));
}

/* A disk that is full is said below the answer, which stays; it is saved by another try. */
static void
test_answer_fails (void)
{
  g_autoptr (Asker) asker = open_asker ("health-center:my-questions");
  GtkTextBuffer *buffer;
  GtkWidget *row;
  g_autofree char *toast = NULL;

  add (asker, "Why?");
  hc_ui_fixture_wait_frames (asker->window, 3);
  row = GTK_WIDGET (get_row (asker, 0));
  buffer = begin_answer (asker, 0);
  execute (asker, REFUSE_SAVES);
  gtk_text_buffer_set_text (buffer, "Because", -1);
  WAIT_FOR (hc_ui_fixture_find (row, GTK_TYPE_LABEL, "This answer is not saved.") != NULL);
  assert_table (asker, "Why?||open|1");

  gtk_check_button_set_active (hc_ui_fixture_find (row, GTK_TYPE_CHECK_BUTTON, NULL), TRUE);
  WAIT_FOR (find (asker, g_type_from_name ("AdwToastWidget"), NULL) != NULL);
  toast = hc_ui_fixture_take_toast (asker->window);
  g_assert_true (g_str_has_prefix (toast, "Nothing was changed."));
  g_assert_false (gtk_check_button_get_active (hc_ui_fixture_find (row, GTK_TYPE_CHECK_BUTTON, NULL)));

  execute (asker, ALLOW_SAVES);
  hc_ui_fixture_press (row, "Try Again");
  WAIT_FOR (hc_ui_fixture_find (row, GTK_TYPE_LABEL, "Saved") != NULL);
  assert_table (asker, "Why?|Because|answered|1");
}

static void
assert_order (Asker      *asker,
              const char *expected)
{
  g_autoptr (GPtrArray) rows = hc_ui_fixture_find_all (asker->window, HC_TYPE_CARE_QUESTION_ROW);
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append (order, hc_care_question_get_text (hc_care_question_row_get_question (
                              HC_CARE_QUESTION_ROW (gtk_list_box_get_row_at_index (
                                GTK_LIST_BOX (gtk_widget_get_parent (g_ptr_array_index (rows, i))), (int) i)))));

  g_assert_cmpstr (order->str, ==, expected);
}

/* Moved by the actions of the keys and by dropping; the row stays the same, with its focus and with what
 * is being written. */
static void
test_move (void)
{
  g_autoptr (Asker) asker = open_asker ("health-center:my-questions");
  HcCareQuestionRow *row, *last;
  g_autofree char *said = NULL;
  g_autoptr (GListModel) controllers = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  GtkWidget *focus;

  add (asker, "a");
  add (asker, "b");
  add (asker, "c");
  hc_ui_fixture_wait_frames (asker->window, 3);
  assert_order (asker, "abc");

  row = get_row (asker, 1);
  begin_answer (asker, 1);
  focus = gtk_root_get_focus (GTK_ROOT (asker->window));
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (row)));
  gtk_widget_activate_action (GTK_WIDGET (row), "care-question.move-up", NULL);
  WAIT_FOR (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) == 0);
  WAIT_FOR ((said = hc_ui_fixture_take_announcement ()) != NULL);
  g_assert_cmpstr (said, ==, "Moved to place 1 of 3");
  assert_order (asker, "bac");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (asker->window)) == focus);
  assert_table (asker, "b||open|1\na||open|2\nc||open|3");

  /* Above the first there is nothing. */
  gtk_widget_activate_action (GTK_WIDGET (row), "care-question.move-up", NULL);
  hc_ui_fixture_wait_frames (asker->window, 5);
  assert_order (asker, "bac");
  gtk_widget_activate_action (GTK_WIDGET (row), "care-question.move-down", NULL);
  WAIT_FOR (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) == 1);

  last = HC_CARE_QUESTION_ROW (gtk_list_box_get_row_at_index (
                                 GTK_LIST_BOX (gtk_widget_get_parent (GTK_WIDGET (row))), 2));
  controllers = gtk_widget_observe_controllers (
                  GTK_WIDGET (gtk_list_box_get_row_at_index (
                                GTK_LIST_BOX (gtk_widget_get_parent (GTK_WIDGET (row))), 0)));
  g_value_init (&value, HC_TYPE_CARE_QUESTION);
  g_value_set_object (&value, hc_care_question_row_get_question (last));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean is_taken = FALSE;

      if (!GTK_IS_DROP_TARGET (controller))
        continue;

      g_signal_emit_by_name (controller, "drop", &value, 0.0, 0.0, &is_taken);
      g_assert_true (is_taken);
    }
  WAIT_FOR (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (last)) == 0);
  assert_order (asker, "cab");
  g_clear_object (&controllers);
}

/* Deleted with what was typed last, and brought back with it. */
static void
test_delete (void)
{
  g_autoptr (Asker) asker = open_asker ("health-center:my-questions");
  GtkTextBuffer *buffer;

  add (asker, "a");
  add (asker, "b");
  hc_ui_fixture_wait_frames (asker->window, 3);
  buffer = begin_answer (asker, 0);
  gtk_text_buffer_insert_at_cursor (buffer, "first", -1);
  gtk_text_buffer_insert_at_cursor (buffer, " and last", -1);
  gtk_widget_activate_action (GTK_WIDGET (get_row (asker, 0)), "care-question.delete", NULL);
  WAIT_FOR (find (asker, GTK_TYPE_LABEL, "Question deleted") != NULL);
  assert_table (asker, "b||open|2");
  /* The focus is on the row that is left. */
  WAIT_FOR (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (asker->window)), GTK_WIDGET (get_row (asker, 0))) ||
            gtk_root_get_focus (GTK_ROOT (asker->window)) == GTK_WIDGET (get_row (asker, 0)));

  hc_ui_fixture_press (asker->window, "Undo");
  WAIT_FOR (find (asker, GTK_TYPE_LABEL, "Undone") != NULL);
  assert_table (asker, "a|first and last|answered|1\nb||open|2");
  hc_ui_fixture_wait_frames (asker->window, 3);
  assert_order (asker, "ab");
}

static void
test_edit (void)
{
  g_autoptr (Asker) asker = open_asker ("health-center:my-questions");

  add (asker, "old");
  hc_ui_fixture_wait_frames (asker->window, 3);
  gtk_widget_activate_action (GTK_WIDGET (get_row (asker, 0)), "care-question.edit", NULL);
  WAIT_FOR (get_dialog (asker) != NULL);
  hc_ui_fixture_wait_frames (asker->window, 3);
  type_text (get_dialog (asker), "new");
  hc_ui_fixture_press (get_dialog (asker), "Done");
  WAIT_FOR (get_dialog (asker) == NULL);
  g_assert_nonnull (hc_ui_fixture_find (get_row (asker, 0), GTK_TYPE_LABEL, "new"));
  assert_table (asker, "new||open|1");
}

/* What is asked on an article leads back to it; on an answer its question stands there at first. */
static void
test_about (void)
{
  g_autoptr (CompilerFixture) content = answers_fixture_make_library ();
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new_for_content (content);
  Asker asker = { fixture, NULL };
  g_autofree char *text = NULL;
  g_autofree char *rows = NULL;

  hc_ui_fixture_open_profile (fixture);
  asker.window = hc_ui_fixture_present (fixture, "health-center:article/alpha", 1080, 760);
  gtk_widget_activate_action (find (&asker, HC_TYPE_ARTICLE_PAGE, NULL), "article.ask", NULL);
  WAIT_FOR (get_dialog (&asker) != NULL);
  hc_ui_fixture_wait_frames (asker.window, 3);
  g_assert_nonnull (hc_ui_fixture_find (get_dialog (&asker), GTK_TYPE_LABEL, "About: Alpha & Co"));
  type_text (get_dialog (&asker), "Is alpha mine?");
  hc_ui_fixture_press (get_dialog (&asker), "Done");
  WAIT_FOR (get_dialog (&asker) == NULL);

  g_assert_true (hc_window_open_link (asker.window, "health-center:question/how-long"));
  hc_ui_fixture_wait_frames (asker.window, 3);
  gtk_widget_activate_action (find (&asker, HC_TYPE_ARTICLE_PAGE, NULL), "article.ask", NULL);
  WAIT_FOR (get_dialog (&asker) != NULL);
  hc_ui_fixture_wait_frames (asker.window, 3);
  text = dup_text (get_dialog (&asker));
  g_assert_cmpstr (text, ==, "How Long & Why?");
  hc_ui_fixture_press (get_dialog (&asker), "Done");
  WAIT_FOR (get_dialog (&asker) == NULL);

  rows = hc_ui_fixture_query (fixture, "SELECT text, link, title FROM care_question ORDER BY position");
  g_assert_cmpstr (rows, ==, "Is alpha mine?|health-center:article/alpha|Alpha & Co\n"
                             "How Long & Why?|health-center:question/how-long|How Long & Why?");

  g_assert_true (hc_window_open_link (asker.window, "health-center:my-questions"));
  WAIT_FOR (find (&asker, HC_TYPE_CARE_QUESTION_ROW, NULL) != NULL);
  hc_ui_fixture_wait_frames (asker.window, 3);
  g_assert_nonnull (find (&asker, GTK_TYPE_LABEL, "About: Alpha & Co"));
  gtk_widget_activate_action (GTK_WIDGET (get_row (&asker, 0)), "win.open-link", "s", "health-center:article/alpha");
  WAIT_FOR (find (&asker, HC_TYPE_ARTICLE_PAGE, NULL) != NULL);
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/care-questions/add", test_add);
  g_test_add_func ("/care-questions/bad-input", test_bad_input);
  g_test_add_func ("/care-questions/unsaved", test_unsaved);
  g_test_add_func ("/care-questions/nothing-typed", test_nothing_typed);
  g_test_add_func ("/care-questions/answer", test_answer);
  g_test_add_func ("/care-questions/answer-fails", test_answer_fails);
  g_test_add_func ("/care-questions/move", test_move);
  g_test_add_func ("/care-questions/delete", test_delete);
  g_test_add_func ("/care-questions/edit", test_edit);
  g_test_add_func ("/care-questions/about", test_about);

  return g_test_run ();
}
