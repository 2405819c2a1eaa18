/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-visit-questions.h"

#include <glib/gi18n.h>

#include "hc-field.h"
#include "hc-my-questions.h"
#include "hc-text-wrap.h"
#include "hc-wrapped-button.h"
#include "hc-wrapped-label.h"

#define SPACE 12
#define ANSWER_HEIGHT 72
#define ENTRY_KEY "hc-entry"
#define BUFFER_KEY "hc-buffer"
#define CARD_KEY "hc-card"

/**
 * HcVisitQuestions:
 *
 * What to ask at an appointment, and what was answered, to be written. The questions for the care team that are open
 * can be taken over.
 */
struct _HcVisitQuestions
{
  GtkBox             parent_instance;

  HcContext         *context;
  HcAppointmentEdit *edit;
  GtkBox            *cards;
  GtkWidget         *add_button;
  GtkWidget         *take_button;
  gboolean           is_filling;
};

G_DEFINE_FINAL_TYPE (HcVisitQuestions, hc_visit_questions, GTK_TYPE_BOX)

static void
hc_visit_questions_dispose (GObject *object)
{
  HcVisitQuestions *self = HC_VISIT_QUESTIONS (object);

  g_clear_object (&self->context);
  g_clear_object (&self->edit);

  G_OBJECT_CLASS (hc_visit_questions_parent_class)->dispose (object);
}

/* Returns: (nullable): %NULL of one that was removed */
static GtkEditable *
get_entry (GtkWidget *card)
{
  return g_object_get_data (G_OBJECT (card), ENTRY_KEY);
}

static char *
dup_answer (GtkWidget *card)
{
  char *answer = NULL;

  g_object_get (g_object_get_data (G_OBJECT (card), BUFFER_KEY), "text", &answer, NULL);

  return answer;
}

/* What has neither a question nor an answer is not kept, nor is what was removed. */
static void
save (HcVisitQuestions *self)
{
  g_autoptr (GStrvBuilder) questions = g_strv_builder_new (), answers = g_strv_builder_new ();
  g_auto (GStrv) all_questions = NULL, all_answers = NULL;
  g_autoptr (GVariant) list = NULL;

  if (self->is_filling || self->edit == NULL)
    return;

  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    {
      g_autofree char *answer = NULL;
      const char *question;

      if (get_entry (card) == NULL)
        continue;

      question = gtk_editable_get_text (get_entry (card));
      answer = dup_answer (card);
      if (*question == '\0' && *answer == '\0')
        continue;

      g_strv_builder_add (questions, question);
      g_strv_builder_add (answers, answer);
    }

  all_questions = g_strv_builder_end (questions);
  all_answers = g_strv_builder_end (answers);
  list = hc_appointment_questions_new ((const char *const *) all_questions, (const char *const *) all_answers);
  hc_appointment_edit_set_questions (self->edit, list);
}

/* It comes back where it was. */
static void
restore_cb (HcVisitQuestions *self,
            GtkButton        *button)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (button));
  GtkWidget *card = g_object_get_data (G_OBJECT (row), CARD_KEY);

  gtk_box_insert_child_after (self->cards, card, row);
  gtk_widget_grab_focus (GTK_WIDGET (get_entry (card)));
  gtk_box_remove (self->cards, row);
  save (self);
}

/* What stands in the place of a question that was removed, until the dialog closes. */
static GtkWidget *
make_removed_row (HcVisitQuestions *self,
                  GtkWidget        *card)
{
  const char *question = gtk_editable_get_text (get_entry (card));
  g_autofree char *words = NULL, *label = NULL;
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACE);
  GtkWidget *button = hc_wrapped_button_new (_("_Undo"));
  GtkWidget *text;

  /* Translators: %s is a question that was removed. */
  words = *question != '\0' ? g_strdup_printf (_("Removed: %s"), question) : g_strdup (_("An answer was removed."));
  /* Translators: %s says what was removed. */
  label = g_strdup_printf (_("Undo. %s"), words);
  text = hc_wrapped_label_new (words, "dimmed");
  gtk_label_set_lines (GTK_LABEL (text), 3);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (row), text);
  gtk_box_append (GTK_BOX (row), button);
  g_object_set_data_full (G_OBJECT (row), CARD_KEY, g_object_ref (card), g_object_unref);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);

  return row;
}

/* What was written in it can be brought back; the keyboard goes on there. */
static void
remove_cb (HcVisitQuestions *self,
           GtkButton        *button)
{
  GtkWidget *card = gtk_widget_get_parent (gtk_widget_get_parent (GTK_WIDGET (button)));
  g_autofree char *answer = dup_answer (card);
  gboolean is_empty = *answer == '\0' && *gtk_editable_get_text (get_entry (card)) == '\0';
  GtkWidget *next = gtk_widget_get_next_sibling (card);

  if (is_empty)
    {
      gtk_widget_child_focus (next != NULL ? next : self->add_button, GTK_DIR_TAB_FORWARD);
    }
  else
    {
      GtkWidget *row = make_removed_row (self, card);

      gtk_box_insert_child_after (self->cards, row, card);
      gtk_widget_grab_focus (gtk_widget_get_last_child (row));
    }

  gtk_box_remove (self->cards, card);
  save (self);
}

static GtkWidget *
add_card (HcVisitQuestions *self,
          const char       *question,
          const char       *answer)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACE);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACE);
  GtkWidget *entry = gtk_entry_new ();
  GtkTextView *view;
  GtkWidget *frame = hc_text_wrap_new_frame (ANSWER_HEIGHT, &view);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  GtkWidget *question_field, *answer_field;

  gtk_editable_set_text (GTK_EDITABLE (entry), question);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 1);
  gtk_text_buffer_set_text (buffer, answer, -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (save), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (save), self, G_CONNECT_SWAPPED);
  g_object_set_data (G_OBJECT (card), ENTRY_KEY, entry);
  g_object_set_data (G_OBJECT (card), BUFFER_KEY, buffer);

  question_field = hc_field_new (_("Question"), entry);
  answer_field = hc_field_new (_("Answer"), frame);
  gtk_widget_set_hexpand (question_field, TRUE);

  gtk_widget_set_valign (button, GTK_ALIGN_END);
  gtk_widget_set_tooltip_text (button, _("Remove This Question"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove This Question"), -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (head), question_field);
  gtk_box_append (GTK_BOX (head), button);
  gtk_box_append (GTK_BOX (card), head);
  gtk_box_append (GTK_BOX (card), answer_field);
  gtk_box_append (self->cards, card);

  return entry;
}

static gboolean
is_there (HcVisitQuestions *self,
          const char       *text)
{
  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    if (get_entry (card) != NULL && g_str_equal (gtk_editable_get_text (get_entry (card)), text))
      return TRUE;

  return FALSE;
}

/* Returns: (transfer full): the person's open questions for the care team that are not here yet */
static GPtrArray *
list_mine (HcVisitQuestions *self)
{
  HcCareQuestionStore *store = hc_profile_get_care_questions (hc_context_get_profile (self->context));
  g_autoptr (GPtrArray) all = hc_my_questions_dup_ordered (store, hc_context_get_person (self->context));
  GPtrArray *mine = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < all->len; i++)
    {
      HcCareQuestion *question = g_ptr_array_index (all, i);

      if (hc_care_question_get_state (question) == HC_CARE_QUESTION_OPEN &&
          !is_there (self, hc_care_question_get_text (question)))
        g_ptr_array_add (mine, g_strdup (hc_care_question_get_text (question)));
    }

  return mine;
}

static void
take_cb (HcVisitQuestions *self)
{
  g_autoptr (GPtrArray) mine = list_mine (self);

  for (guint i = 0; i < mine->len; i++)
    add_card (self, g_ptr_array_index (mine, i), "");
  gtk_widget_set_visible (self->take_button, FALSE);
  save (self);
}

static void
add_cb (HcVisitQuestions *self)
{
  gtk_widget_grab_focus (add_card (self, "", ""));
}

static void
hc_visit_questions_class_init (HcVisitQuestionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hc_visit_questions_dispose;
}

static void
hc_visit_questions_init (HcVisitQuestions *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 2 * SPACE);
  self->cards = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2 * SPACE));
  self->add_button = hc_wrapped_button_new (_("_Add a Question"));
  self->take_button = hc_wrapped_button_new (_("_Take My Questions for the Care Team"));
  gtk_widget_set_halign (self->add_button, GTK_ALIGN_START);
  gtk_widget_set_halign (self->take_button, GTK_ALIGN_START);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->take_button, "clicked", G_CALLBACK (take_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->cards));
  gtk_box_append (GTK_BOX (self), self->add_button);
  gtk_box_append (GTK_BOX (self), self->take_button);
}

/**
 * hc_visit_questions_new:
 * @context: with the person's questions
 * @edit: the appointment that is being written
 *
 * Returns: (transfer floating): its questions
 */
GtkWidget *
hc_visit_questions_new (HcContext         *context,
                        HcAppointmentEdit *edit)
{
  HcVisitQuestions *self;
  g_autoptr (GPtrArray) mine = NULL;
  GVariant *questions;
  const char *question, *answer;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (HC_IS_APPOINTMENT_EDIT (edit), NULL);

  self = g_object_new (HC_TYPE_VISIT_QUESTIONS, NULL);
  self->context = g_object_ref (context);
  self->edit = g_object_ref (edit);

  self->is_filling = TRUE;
  questions = hc_appointment_edit_get_details (edit)->questions;
  for (guint i = 0; hc_appointment_questions_get (questions, i, &question, &answer); i++)
    add_card (self, question, answer);
  if (gtk_widget_get_first_child (GTK_WIDGET (self->cards)) == NULL)
    add_card (self, "", "");
  self->is_filling = FALSE;

  mine = list_mine (self);
  gtk_widget_set_visible (self->take_button, mine->len > 0);

  return GTK_WIDGET (self);
}
