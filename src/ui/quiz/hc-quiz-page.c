/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-quiz-page.h"

#include <glib/gi18n.h>

#include "hc-error-words.h"
#include "hc-source-expander.h"

/**
 * HcQuizPage:
 *
 * One quiz: a question at a time, and after each answer what is right and why. Answers are kept for
 * the person; the last one counts.
 */
struct _HcQuizPage
{
  AdwNavigationPage    parent_instance;

  HcContext           *context;
  HcQuiz              *quiz;
  guint                number;  /* of the question that is shown; the length of the quiz: the end */
  guint                n_right;
  GPtrArray           *rows;    /* of AdwActionRow: the options */

  GtkScrolledWindow   *scroller;
  GtkLabel            *counter;
  GtkLabel            *heading;
  GtkListBox          *options;
  GtkBox              *answer;
  GtkLabel            *verdict;
  GtkLabel            *why;
  AdwBin              *sources;
  GtkButton           *next_button;
  GtkButton           *read_button;
};

G_DEFINE_FINAL_TYPE (HcQuizPage, hc_quiz_page, ADW_TYPE_NAVIGATION_PAGE)

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HcQuizPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!hc_quiz_answer_store_save_finish (HC_QUIZ_ANSWER_STORE (source), result, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", hc_error_to_words (error));
}

static void
save_answer (HcQuizPage           *self,
             const HcQuizQuestion *question,
             guint                 chosen)
{
  HcProfile *profile = hc_context_get_profile (self->context);
  g_autoptr (HcQuizAnswer) answer = NULL;

  /* A quiz can be taken while the profile cannot be opened; the window says that it cannot. */
  if (hc_profile_get_state (profile) != HC_PROFILE_READY)
    return;

  answer = hc_quiz_answer_new (hc_current_person_get_id (hc_context_get_person (self->context)), question->id,
                               question->options[chosen], chosen == question->right);
  hc_quiz_answer_store_save_async (hc_profile_get_quiz_answers (profile), answer, saved_cb, g_object_ref (self));
}

static void
mark_row (AdwActionRow *row,
          const char   *icon_name,
          const char   *words)
{
  adw_action_row_set_subtitle (row, words);
  adw_action_row_add_suffix (row, g_object_new (GTK_TYPE_IMAGE,
                                                "icon-name", icon_name,
                                                "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                                NULL));
}

static void
option_activated_cb (HcQuizPage *self,
                     GtkWidget  *row)
{
  const HcQuizQuestion *question = hc_quiz_get_question (self->quiz, self->number);
  gboolean is_right;
  guint chosen = 0;

  g_ptr_array_find (self->rows, row, &chosen);
  is_right = chosen == question->right;
  self->n_right += is_right;

  for (guint i = 0; i < self->rows->len; i++)
    gtk_list_box_row_set_activatable (g_ptr_array_index (self->rows, i), FALSE);

  if (!is_right)
    mark_row (ADW_ACTION_ROW (row), "window-close-symbolic", _("Your answer"));
  mark_row (g_ptr_array_index (self->rows, question->right), "hc-read-symbolic",
            is_right ? _("Your answer, and right") : _("The right answer"));

  gtk_label_set_label (self->verdict, is_right ? _("That Is Right") : _("Not Quite"));
  gtk_label_set_label (self->why, question->why);
  adw_bin_set_child (self->sources, hc_source_expander_new (question->sources));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->read_button), "s", question->link);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->read_button), "win.open-link");
  gtk_button_set_label (self->next_button, self->number + 1 < hc_quiz_get_length (self->quiz)
                                           ? _("_Next Question") : _("_See the Result"));
  gtk_widget_set_visible (GTK_WIDGET (self->answer), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->read_button), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->next_button));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (self->verdict),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);

  save_answer (self, question, chosen);
}

static void
show_question (HcQuizPage *self)
{
  const HcQuizQuestion *question = hc_quiz_get_question (self->quiz, self->number);
  /* Translators: the number of a question and how many there are. */
  g_autofree char *counter = g_strdup_printf (_("Question %u of %u"), self->number + 1,
                                              hc_quiz_get_length (self->quiz));

  gtk_label_set_label (self->counter, counter);
  gtk_label_set_label (self->heading, question->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->options),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, question->text, -1);

  for (guint i = 0; question->options[i] != NULL; i++)
    {
      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                     "use-markup", FALSE,
                                     "activatable", TRUE,
                                     NULL);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), question->options[i]);
      g_signal_connect_object (row, "activated", G_CALLBACK (option_activated_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->options, row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
show_end (HcQuizPage *self)
{
  guint length = hc_quiz_get_length (self->quiz);
  g_autofree char *score = NULL;

  /* Translators: how many answers were right, and of how many. */
  score = g_strdup_printf (g_dngettext (NULL, "%u of %u answer right", "%u of %u answers right", length),
                           self->n_right, length);
  gtk_label_set_label (self->counter, hc_quiz_get_title (self->quiz));
  gtk_label_set_label (self->heading, score);
  gtk_button_set_label (self->next_button, _("_Once More"));
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), score, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
update (HcQuizPage *self)
{
  gtk_list_box_remove_all (self->options);
  g_ptr_array_set_size (self->rows, 0);

  gtk_widget_set_visible (GTK_WIDGET (self->options), self->number < hc_quiz_get_length (self->quiz));
  gtk_widget_set_visible (GTK_WIDGET (self->answer), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->read_button), FALSE);
  adw_bin_set_child (self->sources, NULL);

  if (self->number < hc_quiz_get_length (self->quiz))
    show_question (self);
  else
    show_end (self);

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->heading));
}

static void
next_cb (HcQuizPage *self)
{
  if (self->number < hc_quiz_get_length (self->quiz))
    {
      self->number++;
    }
  else
    {
      self->number = 0;
      self->n_right = 0;
    }

  update (self);
}

static void
hc_quiz_page_dispose (GObject *object)
{
  HcQuizPage *self = HC_QUIZ_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_QUIZ_PAGE);
  g_clear_object (&self->context);
  g_clear_object (&self->quiz);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (hc_quiz_page_parent_class)->dispose (object);
}

static void
hc_quiz_page_class_init (HcQuizPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_quiz_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/quiz/hc-quiz-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HcQuizPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, HcQuizPage, counter);
  gtk_widget_class_bind_template_child (widget_class, HcQuizPage, heading);
  gtk_widget_class_bind_template_child (widget_class, HcQuizPage, options);
  gtk_widget_class_bind_template_child (widget_class, HcQuizPage, answer);
  gtk_widget_class_bind_template_child (widget_class, HcQuizPage, verdict);
  gtk_widget_class_bind_template_child (widget_class, HcQuizPage, why);
  gtk_widget_class_bind_template_child (widget_class, HcQuizPage, sources);
  gtk_widget_class_bind_template_child (widget_class, HcQuizPage, next_button);
  gtk_widget_class_bind_template_child (widget_class, HcQuizPage, read_button);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
}

static void
hc_quiz_page_init (HcQuizPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hc_quiz_page_new:
 * @context: what the pages share
 * @quiz: a quiz of the library
 *
 * Returns: (transfer floating): the quiz at its first question
 */
HcQuizPage *
hc_quiz_page_new (HcContext *context,
                  HcQuiz    *quiz)
{
  HcQuizPage *self;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (HC_IS_QUIZ (quiz), NULL);

  self = g_object_new (HC_TYPE_QUIZ_PAGE, NULL);
  self->context = g_object_ref (context);
  self->quiz = g_object_ref (quiz);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), hc_quiz_get_title (quiz));
  update (self);

  return self;
}

/**
 * hc_quiz_page_get_quiz:
 * @self: a page
 *
 * Returns: (transfer none): the quiz
 */
HcQuiz *
hc_quiz_page_get_quiz (HcQuizPage *self)
{
  g_return_val_if_fail (HC_IS_QUIZ_PAGE (self), NULL);

  return self->quiz;
}

/**
 * hc_quiz_page_show:
 * @self: a page
 * @question: the id of a question; one that the quiz does not have is passed over
 *
 * Goes on with that question.
 */
void
hc_quiz_page_show (HcQuizPage *self,
                   const char *question)
{
  g_return_if_fail (HC_IS_QUIZ_PAGE (self));
  g_return_if_fail (question != NULL);

  for (guint i = 0; i < hc_quiz_get_length (self->quiz); i++)
    if (g_str_equal (hc_quiz_get_question (self->quiz, i)->id, question))
      {
        self->number = i;
        update (self);
      }
}
