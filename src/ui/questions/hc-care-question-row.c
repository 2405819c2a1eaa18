/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-care-question-row.h"

#include <glib/gi18n.h>

#include "hc-care-question-dialog.h"
#include "hc-care-question-operations.h"
#include "hc-error-words.h"
#include "hc-my-questions.h"
#include "hc-text-wrap.h"
#include "hc-window.h"

/**
 * HcCareQuestionRow:
 *
 * A question to the care team in the list of them, with its answer, which is written in place: every
 * change is saved at once, and "Saved" is shown only when the text is on the disk. It is moved with the
 * handle, with Alt and the arrows, or by the menu.
 */
struct _HcCareQuestionRow
{
  GtkListBoxRow   parent_instance;

  HcContext      *context;
  HcCareQuestion *question;

  guint           n_saving;   /* saves of the answer that have not ended */
  gboolean        is_dirty;   /* the answer has changed since the last one began */
  gboolean        has_failed; /* the last save has failed */
  gboolean        is_open;    /* the answer is shown though there is none yet */
  gboolean        is_filling; /* what changes is not done by the person */

  GtkWidget      *handle;
  GtkLabel       *text_label;
  GtkLabel       *state_label;
  GtkWidget      *about_button;
  GtkLabel       *about_label;
  GtkCheckButton *asked_button;
  GtkWidget      *answer_button;
  GtkWidget      *answer_box;
  GtkWidget      *text_view;
  GtkTextBuffer  *buffer;
  GtkLabel       *saved_label;
  GtkWidget      *retry_button;
};

G_DEFINE_FINAL_TYPE (HcCareQuestionRow, hc_care_question_row, GTK_TYPE_LIST_BOX_ROW)

static HcCareQuestionStore *
get_store (HcCareQuestionRow *self)
{
  return hc_profile_get_care_questions (hc_context_get_profile (self->context));
}

static char *
dup_answer (HcCareQuestionRow *self)
{
  char *text = NULL;

  g_object_get (self->buffer, "text", &text, NULL);

  return text;
}

static const char *
get_state_words (HcCareQuestionRow *self)
{
  switch (hc_care_question_get_state (self->question))
    {
    case HC_CARE_QUESTION_ASKED:
      return _("Asked");
    case HC_CARE_QUESTION_ANSWERED:
      return _("Answered");
    case HC_CARE_QUESTION_OPEN:
    default:
      return _("To ask");
    }
}

static void
update_saved (HcCareQuestionRow *self)
{
  const char *words = _("Saved as you write");

  gtk_widget_set_visible (self->retry_button, self->has_failed);
  if (self->has_failed)
    return;

  if (self->n_saving > 0 || self->is_dirty)
    words = _("Saving…");
  else if (*hc_care_question_get_answer (self->question) != '\0')
    words = _("Saved");

  gtk_label_set_label (self->saved_label, words);
  gtk_widget_remove_css_class (GTK_WIDGET (self->saved_label), "error");
}

static void
update (HcCareQuestionRow *self)
{
  GDateTime *created = hc_care_question_get_created (self->question);
  g_autoptr (GDateTime) local = created != NULL ? g_date_time_to_local (created) : NULL;
  /* Translators: a day, "20 November 2026". See the manual of g_date_time_format(). */
  g_autofree char *date = local != NULL ? g_date_time_format (local, _("%-d %B %Y")) : g_strdup ("");
  gboolean is_asked = hc_care_question_get_state (self->question) != HC_CARE_QUESTION_OPEN;
  gboolean has_answer = *hc_care_question_get_answer (self->question) != '\0';
  /* Translators: the day on which a question was added, and "To ask", "Asked" or "Answered". */
  g_autofree char *state = g_strdup_printf (_("Added on %s · %s"), date, get_state_words (self));

  gtk_label_set_label (self->text_label, hc_care_question_get_text (self->question));
  gtk_label_set_label (self->state_label, state);

  self->is_filling = TRUE;
  gtk_check_button_set_active (self->asked_button, is_asked);
  self->is_filling = FALSE;

  self->is_open |= has_answer;
  gtk_widget_set_visible (self->answer_box, self->is_open);
  gtk_widget_set_visible (self->answer_button, !self->is_open);
  update_saved (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, hc_care_question_get_text (self->question),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, state,
                                  -1);
}

static void save_answer (HcCareQuestionRow *self);

static void
answer_saved_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (HcCareQuestionRow) self = user_data;
  g_autoptr (GError) error = NULL;

  self->n_saving--;
  self->has_failed = !hc_care_question_store_save_finish (HC_CARE_QUESTION_STORE (source), result, &error);

  /* The row may be gone by now. */
  if (self->saved_label == NULL)
    return;

  if (self->has_failed)
    {
      /* Translators: %s is a sentence that says why and what helps. */
      g_autofree char *words = g_strdup_printf (_("This answer is not saved. %s"), hc_error_to_words (error));

      gtk_label_set_label (self->saved_label, words);
      gtk_widget_add_css_class (GTK_WIDGET (self->saved_label), "error");
      gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
    }

  if (self->is_dirty && self->n_saving == 0)
    save_answer (self);
  else
    update_saved (self);
}

static void
save_answer (HcCareQuestionRow *self)
{
  g_autofree char *answer = dup_answer (self);

  self->is_dirty = FALSE;
  self->has_failed = FALSE;
  self->n_saving++;
  update_saved (self);
  hc_care_question_store_save_answer_async (get_store (self), self->question, answer,
                                            answer_saved_cb, g_object_ref (self));
}

static void
answer_changed_cb (HcCareQuestionRow *self)
{
  if (self->is_filling)
    return;

  if (self->n_saving == 0)
    {
      save_answer (self);
    }
  else
    {
      self->is_dirty = TRUE;
      update_saved (self);
    }
}

static void
retry_clicked_cb (HcCareQuestionRow *self)
{
  gtk_widget_grab_focus (self->text_view);
  save_answer (self);
}

static void
answer_clicked_cb (HcCareQuestionRow *self)
{
  self->is_open = TRUE;
  update (self);
  gtk_widget_grab_focus (self->text_view);
}

static void
changed_failed (HcCareQuestionRow *self,
                const GError      *error)
{
  /* Translators: %s is a sentence that says why and what helps. */
  g_autofree char *words = g_strdup_printf (_("Nothing was changed. %s"), hc_error_to_words (error));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", words);
}

static void
asked_saved_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (HcCareQuestionRow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (hc_care_question_store_save_finish (HC_CARE_QUESTION_STORE (source), result, &error) ||
      self->saved_label == NULL)
    return;

  /* The box says what the disk has. */
  update (self);
  changed_failed (self, error);
}

static void
asked_toggled_cb (HcCareQuestionRow *self)
{
  if (!self->is_filling)
    hc_care_question_store_set_asked_async (get_store (self), self->question,
                                            gtk_check_button_get_active (self->asked_button),
                                            asked_saved_cb, g_object_ref (self));
}

static void
moved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HcCareQuestionRow) self = user_data;
  g_autoptr (GPtrArray) mine = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (!hc_care_question_store_move_finish (HC_CARE_QUESTION_STORE (source), result, &error))
    {
      changed_failed (self, error);
      return;
    }

  /* The row may be gone by now. */
  if (self->context == NULL)
    return;

  mine = hc_my_questions_dup_ordered (get_store (self), hc_context_get_person (self->context));
  /* Translators: the place of a question in the list, and how many there are. */
  words = g_strdup_printf (_("Moved to place %d of %u"), gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self)) + 1,
                           mine->len);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Moves a question to a place of the list. */
static void
move_to (HcCareQuestionRow *self,
         HcCareQuestion    *question,
         int                place)
{
  guint place_of_all;

  if (place >= 0 &&
      hc_my_questions_find_place (get_store (self), hc_context_get_person (self->context), (guint) place,
                                  &place_of_all))
    hc_care_question_store_move_async (get_store (self), question, place_of_all, moved_cb, g_object_ref (self));
}

static void
move_up_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  HcCareQuestionRow *self = HC_CARE_QUESTION_ROW (widget);

  move_to (self, self->question, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self)) - 1);
}

static void
move_down_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  HcCareQuestionRow *self = HC_CARE_QUESTION_ROW (widget);

  move_to (self, self->question, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self)) + 1);
}

static void
edit_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  HcCareQuestionRow *self = HC_CARE_QUESTION_ROW (widget);

  adw_dialog_present (ADW_DIALOG (hc_care_question_dialog_new (hc_context_get_profile (self->context), self->question,
                                                               NULL)), widget);
}

/* Hands over at once what was typed and not handed over yet. */
static void
flush (HcCareQuestionRow *self)
{
  if (self->is_dirty && self->buffer != NULL)
    save_answer (self);
}

static void
delete_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  HcCareQuestionRow *self = HC_CARE_QUESTION_ROW (widget);
  g_autoptr (HcOperation) operation = hc_delete_care_question_new (get_store (self), self->question);

  /* What was typed last comes back with the question when that is undone. */
  flush (self);
  hc_undo_stack_perform (hc_window_get_undo_stack (HC_WINDOW (gtk_widget_get_root (widget))), operation);
}

static GdkContentProvider *
prepare_drag_cb (HcCareQuestionRow *self)
{
  return gdk_content_provider_new_typed (HC_TYPE_CARE_QUESTION, self->question);
}

static void
begin_drag_cb (HcCareQuestionRow *self,
               GdkDrag           *drag,
               GtkDragSource     *source)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, paintable, 0, 0);
}

static gboolean
drop_cb (HcCareQuestionRow *self,
         const GValue      *value)
{
  HcCareQuestion *dropped = g_value_get_object (value);

  if (dropped == NULL || dropped == self->question)
    return FALSE;

  move_to (self, dropped, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self)));

  return TRUE;
}

static void
hc_care_question_row_dispose (GObject *object)
{
  HcCareQuestionRow *self = HC_CARE_QUESTION_ROW (object);

  if (self->question != NULL)
    {
      flush (self);
      g_signal_handlers_disconnect_by_func (self->question, update, self);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_CARE_QUESTION_ROW);
  g_clear_object (&self->question);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hc_care_question_row_parent_class)->dispose (object);
}

static void
hc_care_question_row_class_init (HcCareQuestionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_care_question_row_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/questions/hc-care-question-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HcCareQuestionRow, handle);
  gtk_widget_class_bind_template_child (widget_class, HcCareQuestionRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, HcCareQuestionRow, state_label);
  gtk_widget_class_bind_template_child (widget_class, HcCareQuestionRow, about_button);
  gtk_widget_class_bind_template_child (widget_class, HcCareQuestionRow, about_label);
  gtk_widget_class_bind_template_child (widget_class, HcCareQuestionRow, asked_button);
  gtk_widget_class_bind_template_child (widget_class, HcCareQuestionRow, answer_button);
  gtk_widget_class_bind_template_child (widget_class, HcCareQuestionRow, answer_box);
  gtk_widget_class_bind_template_child (widget_class, HcCareQuestionRow, text_view);
  gtk_widget_class_bind_template_child (widget_class, HcCareQuestionRow, buffer);
  gtk_widget_class_bind_template_child (widget_class, HcCareQuestionRow, saved_label);
  gtk_widget_class_bind_template_child (widget_class, HcCareQuestionRow, retry_button);
  gtk_widget_class_bind_template_callback (widget_class, asked_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, answer_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, answer_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_clicked_cb);

  gtk_widget_class_install_action (widget_class, "care-question.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "care-question.move-up", NULL, move_up_action);
  gtk_widget_class_install_action (widget_class, "care-question.move-down", NULL, move_down_action);
  gtk_widget_class_install_action (widget_class, "care-question.delete", NULL, delete_action);
}

static void
hc_care_question_row_init (HcCareQuestionRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (HC_TYPE_CARE_QUESTION, GDK_ACTION_MOVE);

  gtk_widget_init_template (GTK_WIDGET (self));
  hc_text_wrap_set_up (GTK_TEXT_VIEW (self->text_view));

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_drag_cb), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (begin_drag_cb), self);
  gtk_widget_add_controller (self->handle, GTK_EVENT_CONTROLLER (source));

  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * hc_care_question_row_new:
 * @context: where the question is kept, and the person whose questions are listed
 * @question: a saved question; the row follows its changes
 *
 * Returns: (transfer floating): a row for a list within an #HcWindow
 */
GtkWidget *
hc_care_question_row_new (HcContext      *context,
                          HcCareQuestion *question)
{
  HcCareQuestionRow *self;
  const char *link;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (HC_IS_CARE_QUESTION (question), NULL);

  self = g_object_new (HC_TYPE_CARE_QUESTION_ROW, NULL);
  self->context = g_object_ref (context);
  self->question = g_object_ref (question);

  link = hc_care_question_get_link (question);
  gtk_widget_set_visible (self->about_button, link != NULL);
  if (link != NULL)
    {
      const char *title = hc_care_question_get_title (question);
      /* Translators: %s is the title of an article. */
      g_autofree char *about = g_strdup_printf (_("About: %s"), title != NULL ? title : link);

      gtk_label_set_label (self->about_label, about);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->about_button), "s", link);
    }

  self->is_filling = TRUE;
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, hc_care_question_get_answer (question), -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
  self->is_filling = FALSE;

  g_signal_connect_object (question, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * hc_care_question_row_get_question:
 * @self: a row
 *
 * Returns: (transfer none): the question that it shows
 */
HcCareQuestion *
hc_care_question_row_get_question (HcCareQuestionRow *self)
{
  g_return_val_if_fail (HC_IS_CARE_QUESTION_ROW (self), NULL);

  return self->question;
}
