/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-quiz-answer.h"

#include "hc-quiz-answer-private.h"

/**
 * HcQuizAnswer:
 *
 * What a person answered to a question of a quiz. It does not change: a later answer takes its place.
 */
struct _HcQuizAnswer
{
  GObject    parent_instance;

  char      *key;
  char      *person;
  char      *question;
  char      *chosen;
  gboolean   is_right;
  GDateTime *answered; /* NULL until it was saved */
};

G_DEFINE_FINAL_TYPE (HcQuizAnswer, hc_quiz_answer, G_TYPE_OBJECT)

static void
hc_quiz_answer_finalize (GObject *object)
{
  HcQuizAnswer *self = HC_QUIZ_ANSWER (object);

  g_free (self->key);
  g_free (self->person);
  g_free (self->question);
  g_free (self->chosen);
  g_clear_pointer (&self->answered, g_date_time_unref);

  G_OBJECT_CLASS (hc_quiz_answer_parent_class)->finalize (object);
}

static void
hc_quiz_answer_class_init (HcQuizAnswerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_quiz_answer_finalize;
}

static void
hc_quiz_answer_init (HcQuizAnswer *self)
{
}

/**
 * hc_quiz_answer_new:
 * @person: the id of a person; empty for somebody who told nothing
 * @question: the id of a question of the library
 * @chosen: the words of the answer that was chosen
 * @is_right: whether it was the right one
 *
 * Returns: (transfer full): an answer that is not saved yet
 */
HcQuizAnswer *
hc_quiz_answer_new (const char *person,
                    const char *question,
                    const char *chosen,
                    gboolean    is_right)
{
  HcQuizAnswer *self;

  g_return_val_if_fail (person != NULL, NULL);
  g_return_val_if_fail (question != NULL, NULL);
  g_return_val_if_fail (chosen != NULL, NULL);

  self = g_object_new (HC_TYPE_QUIZ_ANSWER, NULL);
  self->key = g_strconcat (person, "/", question, NULL);
  self->person = g_strdup (person);
  self->question = g_strdup (question);
  self->chosen = g_strdup (chosen);
  self->is_right = is_right;

  return self;
}

/* Takes over what the database holds now, or %NULL. */
void
_hc_quiz_answer_set_answered (HcQuizAnswer *self,
                              GDateTime    *answered)
{
  g_assert (HC_IS_QUIZ_ANSWER (self));

  if (answered != NULL)
    g_date_time_ref (answered);

  g_clear_pointer (&self->answered, g_date_time_unref);
  self->answered = answered;
}

/**
 * hc_quiz_answer_get_key:
 * @self: an answer
 *
 * Returns: what tells it from all others: the person and the question
 */
const char *
hc_quiz_answer_get_key (HcQuizAnswer *self)
{
  g_return_val_if_fail (HC_IS_QUIZ_ANSWER (self), NULL);

  return self->key;
}

/**
 * hc_quiz_answer_get_person:
 * @self: an answer
 *
 * Returns: the id of the person; empty for somebody who told nothing
 */
const char *
hc_quiz_answer_get_person (HcQuizAnswer *self)
{
  g_return_val_if_fail (HC_IS_QUIZ_ANSWER (self), NULL);

  return self->person;
}

/**
 * hc_quiz_answer_get_question:
 * @self: an answer
 *
 * Returns: the id of the question
 */
const char *
hc_quiz_answer_get_question (HcQuizAnswer *self)
{
  g_return_val_if_fail (HC_IS_QUIZ_ANSWER (self), NULL);

  return self->question;
}

/**
 * hc_quiz_answer_get_chosen:
 * @self: an answer
 *
 * Returns: the words of the answer that was chosen
 */
const char *
hc_quiz_answer_get_chosen (HcQuizAnswer *self)
{
  g_return_val_if_fail (HC_IS_QUIZ_ANSWER (self), NULL);

  return self->chosen;
}

/**
 * hc_quiz_answer_is_right:
 * @self: an answer
 *
 * Returns: whether it was the right one
 */
gboolean
hc_quiz_answer_is_right (HcQuizAnswer *self)
{
  g_return_val_if_fail (HC_IS_QUIZ_ANSWER (self), FALSE);

  return self->is_right;
}

/**
 * hc_quiz_answer_get_answered:
 * @self: an answer
 *
 * Returns: (nullable) (transfer none): when it was given; %NULL until it was saved
 */
GDateTime *
hc_quiz_answer_get_answered (HcQuizAnswer *self)
{
  g_return_val_if_fail (HC_IS_QUIZ_ANSWER (self), NULL);

  return self->answered;
}
