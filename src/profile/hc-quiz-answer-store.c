/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-quiz-answer-store.h"

#include "hc-quiz-answer-private.h"
#include "hc-text.h"
#include "hc-timestamp.h"

/**
 * HcQuizAnswerStore:
 *
 * The last answers to the questions of the quizzes, a #GListModel of #HcQuizAnswer, at most one for a
 * person and a question. It shows what the disk holds.
 */
struct _HcQuizAnswerStore
{
  HcStore parent_instance;
};

G_DEFINE_FINAL_TYPE (HcQuizAnswerStore, hc_quiz_answer_store, HC_TYPE_STORE)

static gboolean
bind_item (HcStatement  *statement,
           gpointer      item,
           GError      **error)
{
  hc_statement_bind_text (statement, ":person", hc_quiz_answer_get_person (item));
  hc_statement_bind_text (statement, ":question", hc_quiz_answer_get_question (item));
  hc_statement_bind_int64 (statement, ":is_right", hc_quiz_answer_is_right (item));

  return hc_text_bind (statement, ":chosen", hc_quiz_answer_get_chosen (item), error);
}

static gpointer
read_row (HcStatement  *statement,
          GError      **error)
{
  g_autofree char *chosen = hc_text_dup_valid (hc_statement_get_text (statement, "chosen"));
  g_autoptr (GDateTime) answered = hc_timestamp_parse (hc_statement_get_text (statement, "answered"), error);
  HcQuizAnswer *answer;

  if (answered == NULL)
    return NULL;

  answer = hc_quiz_answer_new (hc_statement_get_text (statement, "person"),
                               hc_statement_get_text (statement, "question"),
                               chosen,
                               hc_statement_get_int64 (statement, "is_right") != 0);
  _hc_quiz_answer_set_answered (answer, answered);

  return answer;
}

static const char *
get_key (gpointer item)
{
  return hc_quiz_answer_get_key (item);
}

static GDateTime *
get_time (gpointer item)
{
  return hc_quiz_answer_get_answered (item);
}

static void
apply (gpointer item,
       gpointer saved)
{
  _hc_quiz_answer_set_answered (item, hc_quiz_answer_get_answered (saved));
}

static void
hc_quiz_answer_store_class_init (HcQuizAnswerStoreClass *klass)
{
  HcStoreClass *store_class = HC_STORE_CLASS (klass);

  store_class->item_type = HC_TYPE_QUIZ_ANSWER;
  store_class->get_key = get_key;
  store_class->get_time = get_time;
  store_class->apply = apply;
  store_class->bind_item = bind_item;
  store_class->read_row = read_row;

  store_class->select_sql = "SELECT * FROM quiz_answer ORDER BY answered DESC, rowid DESC";
  store_class->delete_sql = "DELETE FROM quiz_answer WHERE person || '/' || question = :key";
  store_class->save_sql = "INSERT INTO quiz_answer (person, question, chosen, is_right, answered)"
                          " VALUES (:person, :question, :chosen, :is_right, :now)"
                          " ON CONFLICT (person, question) DO UPDATE SET"
                          "   chosen = excluded.chosen, is_right = excluded.is_right,"
                          "   answered = excluded.answered"
                          " RETURNING *";
}

static void
hc_quiz_answer_store_init (HcQuizAnswerStore *self)
{
}

/**
 * hc_quiz_answer_store_save_async:
 * @self: a store of answers
 * @answer: an answer that is not saved yet
 * @callback: (nullable): called when it is on the disk, or could not be brought there
 * @user_data: passed to @callback
 *
 * Saves an answer, which takes the place of an earlier one.
 */
void
hc_quiz_answer_store_save_async (HcQuizAnswerStore   *self,
                                 HcQuizAnswer        *answer,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  HcQuizAnswer *wanted;

  g_return_if_fail (HC_IS_QUIZ_ANSWER_STORE (self));
  g_return_if_fail (HC_IS_QUIZ_ANSWER (answer));

  wanted = hc_quiz_answer_new (hc_quiz_answer_get_person (answer), hc_quiz_answer_get_question (answer),
                               hc_quiz_answer_get_chosen (answer), hc_quiz_answer_is_right (answer));

  hc_store_save_async (HC_STORE (self), answer, wanted, callback, user_data);
}

/**
 * hc_quiz_answer_store_save_finish:
 * @self: a store of answers
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether the answer is on the disk
 */
gboolean
hc_quiz_answer_store_save_finish (HcQuizAnswerStore  *self,
                                  GAsyncResult       *result,
                                  GError            **error)
{
  return hc_store_save_finish (HC_STORE (self), result, error);
}

/**
 * hc_quiz_answer_store_lookup:
 * @self: a store of answers
 * @person: the id of a person; empty for somebody who told nothing
 * @question: the id of a question
 *
 * Returns: (nullable) (transfer none): the last answer
 */
HcQuizAnswer *
hc_quiz_answer_store_lookup (HcQuizAnswerStore *self,
                             const char        *person,
                             const char        *question)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (person != NULL, NULL);
  g_return_val_if_fail (question != NULL, NULL);

  key = g_strconcat (person, "/", question, NULL);

  return hc_store_lookup (HC_STORE (self), key);
}
