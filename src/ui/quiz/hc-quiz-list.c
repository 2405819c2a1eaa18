/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-quiz-list.h"

#include <glib/gi18n.h>

#include "hc-link.h"
#include "hc-quiz.h"

/**
 * HcQuizList:
 *
 * The quizzes, each with how many questions the person whose data is shown answered rightly the last time.
 */
struct _HcQuizList
{
  AdwNavigationPage  parent_instance;

  HcContext         *context;
  GListModel        *quizzes; /* of HcQuiz */
  GPtrArray         *rows;    /* of AdwActionRow, in the order of the quizzes */

  GtkListBox        *list;
};

G_DEFINE_FINAL_TYPE (HcQuizList, hc_quiz_list, ADW_TYPE_NAVIGATION_PAGE)

/* The last answer of the person; what was answered before anybody was told of is that of the first one. */
static HcQuizAnswer *
find_answer (HcQuizList *self,
             const char *question)
{
  HcQuizAnswerStore *answers = hc_profile_get_quiz_answers (hc_context_get_profile (self->context));
  HcCurrentPerson *person = hc_context_get_person (self->context);
  HcQuizAnswer *answer = hc_quiz_answer_store_lookup (answers, hc_current_person_get_id (person), question);

  if (answer == NULL && hc_current_person_is_first (person))
    answer = hc_quiz_answer_store_lookup (answers, "", question);

  return answer;
}

static char *
dup_state (HcQuizList *self,
           HcQuiz     *quiz)
{
  guint length = hc_quiz_get_length (quiz);
  guint n_answered = 0, n_right = 0;

  for (guint i = 0; i < length; i++)
    {
      HcQuizAnswer *answer = find_answer (self, hc_quiz_get_question (quiz, i)->id);

      n_answered += answer != NULL;
      n_right += answer != NULL && hc_quiz_answer_is_right (answer);
    }

  if (n_answered == 0)
    return g_strdup_printf (g_dngettext (NULL, "%u question", "%u questions", length), length);

  /* Translators: how many answers were right, and how many questions there are. */
  return g_strdup_printf (g_dngettext (NULL, "%u of %u question answered rightly",
                                       "%u of %u questions answered rightly", length),
                          n_right, length);
}

static void
update_states (HcQuizList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autoptr (HcQuiz) quiz = g_list_model_get_item (self->quizzes, i);
      g_autofree char *state = dup_state (self, quiz);
      g_autofree char *subtitle = g_strdup_printf ("%s\n%s", hc_quiz_get_summary (quiz), state);

      adw_action_row_set_subtitle (g_ptr_array_index (self->rows, i), subtitle);
    }
}

static void
add_row (HcQuizList *self,
         HcQuiz     *quiz)
{
  g_autofree char *link = g_strconcat (HC_LINK_SCHEME ":quiz/", hc_quiz_get_id (quiz), NULL);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "use-markup", FALSE,
                                 "activatable", TRUE,
                                 NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), hc_quiz_get_title (quiz));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE,
                                           "icon-name", "go-next-symbolic",
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                           NULL));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-link");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", link);
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->rows, row);
}

static void
hc_quiz_list_dispose (GObject *object)
{
  HcQuizList *self = HC_QUIZ_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_QUIZ_LIST);
  g_clear_object (&self->context);
  g_clear_object (&self->quizzes);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (hc_quiz_list_parent_class)->dispose (object);
}

static void
hc_quiz_list_class_init (HcQuizListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_quiz_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/quiz/hc-quiz-list.ui");
  gtk_widget_class_bind_template_child (widget_class, HcQuizList, list);
}

static void
hc_quiz_list_init (HcQuizList *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hc_quiz_list_new:
 * @context: what the pages share
 * @quizzes: a list of #HcQuiz
 *
 * Returns: (transfer floating): the list
 */
HcQuizList *
hc_quiz_list_new (HcContext  *context,
                  GListModel *quizzes)
{
  HcQuizList *self;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (quizzes), NULL);

  self = g_object_new (HC_TYPE_QUIZ_LIST, NULL);
  self->context = g_object_ref (context);
  self->quizzes = g_object_ref (quizzes);

  for (guint i = 0; i < g_list_model_get_n_items (quizzes); i++)
    {
      g_autoptr (HcQuiz) quiz = g_list_model_get_item (quizzes, i);

      add_row (self, quiz);
    }

  update_states (self);
  g_signal_connect_object (hc_profile_get_quiz_answers (hc_context_get_profile (context)), "items-changed",
                           G_CALLBACK (update_states), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_context_get_person (context), "changed", G_CALLBACK (update_states), self,
                           G_CONNECT_SWAPPED);

  return self;
}
