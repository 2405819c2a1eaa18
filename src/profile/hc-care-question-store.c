/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-care-question-store.h"

#include "hc-care-question-private.h"
#include "hc-text.h"
#include "hc-timestamp.h"

/**
 * HcCareQuestionStore:
 *
 * What the person wants to ask the care team, a #GListModel of #HcCareQuestion, the newest first; the
 * order that the person gave them is in their positions. It shows what the disk holds. What one save
 * changes another one that was given before it does not take back.
 */
struct _HcCareQuestionStore
{
  HcStore parent_instance;
};

G_DEFINE_FINAL_TYPE (HcCareQuestionStore, hc_care_question_store, HC_TYPE_STORE)

static gboolean
bind_item (HcStatement  *statement,
           gpointer      item,
           GError      **error)
{
  HcCareQuestionValues values = _hc_care_question_get_values (item);

  hc_statement_bind_text (statement, ":id", hc_care_question_get_id (item));
  hc_statement_bind_text (statement, ":state", hc_care_question_state_to_string (values.state));
  hc_statement_bind_int64 (statement, ":position", values.position);
  hc_statement_bind_int64 (statement, ":fields", _hc_care_question_get_wanted (item));
  hc_timestamp_bind (statement, ":created", values.created);
  hc_timestamp_bind (statement, ":changed", values.changed);

  return hc_text_bind (statement, ":person", hc_care_question_get_person (item), error) &&
         hc_text_bind (statement, ":link", hc_care_question_get_link (item), error) &&
         hc_text_bind (statement, ":title", hc_care_question_get_title (item), error) &&
         hc_text_bind (statement, ":text", values.text, error) &&
         hc_text_bind (statement, ":answer", values.answer, error);
}

static gpointer
read_row (HcStatement  *statement,
          GError      **error)
{
  g_autofree char *person = hc_text_dup_valid (hc_statement_get_text (statement, "person"));
  g_autofree char *link = hc_text_dup_valid (hc_statement_get_text (statement, "link"));
  g_autofree char *title = hc_text_dup_valid (hc_statement_get_text (statement, "title"));
  g_autofree char *text = hc_text_dup_valid (hc_statement_get_text (statement, "text"));
  g_autofree char *answer = hc_text_dup_valid (hc_statement_get_text (statement, "answer"));
  g_autoptr (GDateTime) created = NULL;
  g_autoptr (GDateTime) changed = NULL;
  HcCareQuestionValues values = {
    .text = text,
    .answer = answer,
    .position = hc_statement_get_int64 (statement, "position"),
  };
  HcCareQuestion *question;

  if ((created = hc_timestamp_parse (hc_statement_get_text (statement, "created"), error)) == NULL ||
      (changed = hc_timestamp_parse (hc_statement_get_text (statement, "changed"), error)) == NULL)
    return NULL;

  hc_care_question_state_from_string (hc_statement_get_text (statement, "state"), &values.state);
  values.created = created;
  values.changed = changed;

  question = _hc_care_question_new_with_id (hc_statement_get_text (statement, "id"), person, link, title);
  _hc_care_question_set_values (question, &values);

  return question;
}

static const char *
get_key (gpointer item)
{
  return hc_care_question_get_id (item);
}

static GDateTime *
get_time (gpointer item)
{
  return hc_care_question_get_created (item);
}

static void
apply (gpointer item,
       gpointer saved)
{
  HcCareQuestionValues values = _hc_care_question_get_values (saved);

  _hc_care_question_set_values (item, &values);
}

static void
hc_care_question_store_class_init (HcCareQuestionStoreClass *klass)
{
  HcStoreClass *store_class = HC_STORE_CLASS (klass);

  store_class->item_type = HC_TYPE_CARE_QUESTION;
  store_class->get_key = get_key;
  store_class->get_time = get_time;
  store_class->apply = apply;
  store_class->bind_item = bind_item;
  store_class->read_row = read_row;

  store_class->select_sql = "SELECT * FROM care_question ORDER BY created DESC, rowid DESC";
  store_class->delete_sql = "DELETE FROM care_question WHERE id = :key";

  /* The numbers are those of HcCareQuestionFields. */
  store_class->save_sql = "INSERT INTO care_question"
                          " (id, person, link, title, text, answer, state, position, created, changed)"
                          " VALUES (:id, :person, :link, :title, :text, :answer, :state,"
                          "         coalesce (nullif (:position, 0),"
                          "                   (SELECT coalesce (max (position), 0) + 1 FROM care_question)),"
                          "         coalesce (:created, :now), coalesce (:changed, :now))"
                          " ON CONFLICT (id) DO UPDATE SET"
                          "   changed = iif ((:fields & 1 AND text != excluded.text) OR"
                          "                  (:fields & 2 AND answer != excluded.answer), :now, changed),"
                          "   text = iif (:fields & 1, excluded.text, text),"
                          "   answer = iif (:fields & 2, excluded.answer, answer),"
                          "   state = iif (:fields & 4, excluded.state, state),"
                          "   position = iif (:fields & 8, excluded.position, position)"
                          " RETURNING *";
}

static void
hc_care_question_store_init (HcCareQuestionStore *self)
{
}

static void
save (HcCareQuestionStore        *self,
      HcCareQuestion             *question,
      const HcCareQuestionValues *values,
      HcCareQuestionFields        fields,
      GAsyncReadyCallback         callback,
      gpointer                    user_data)
{
  HcCareQuestion *wanted = _hc_care_question_new_with_id (hc_care_question_get_id (question),
                                                          hc_care_question_get_person (question),
                                                          hc_care_question_get_link (question),
                                                          hc_care_question_get_title (question));

  _hc_care_question_set_values (wanted, values);
  _hc_care_question_set_wanted (wanted, fields);
  hc_store_save_async (HC_STORE (self), question, wanted, callback, user_data);
}

/**
 * hc_care_question_store_save_async:
 * @self: a store
 * @question: the question, new or saved
 * @text: what is to be asked, valid UTF-8 and not empty
 * @callback: (nullable): called when it is on the disk, or could not be brought there
 * @user_data: passed to @callback
 *
 * Saves the words of a question. A new one comes at the end of the list.
 */
void
hc_care_question_store_save_async (HcCareQuestionStore *self,
                                   HcCareQuestion      *question,
                                   const char          *text,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  HcCareQuestionValues values;

  g_return_if_fail (HC_IS_CARE_QUESTION_STORE (self));
  g_return_if_fail (HC_IS_CARE_QUESTION (question));
  g_return_if_fail (text != NULL);

  values = _hc_care_question_get_values (question);
  values.text = text;
  save (self, question, &values, HC_CARE_QUESTION_TEXT, callback, user_data);
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return *stripped == '\0';
}

/**
 * hc_care_question_store_save_answer_async:
 * @self: a store
 * @question: a saved question
 * @answer: what was answered, valid UTF-8; blank for nothing
 * @callback: (nullable): called when it is on the disk, or could not be brought there
 * @user_data: passed to @callback
 *
 * Saves the answer. A question with an answer is %HC_CARE_QUESTION_ANSWERED; without it, it still was
 * asked.
 */
void
hc_care_question_store_save_answer_async (HcCareQuestionStore *self,
                                          HcCareQuestion      *question,
                                          const char          *answer,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data)
{
  HcCareQuestionValues values;

  g_return_if_fail (HC_IS_CARE_QUESTION_STORE (self));
  g_return_if_fail (HC_IS_CARE_QUESTION (question) && hc_care_question_get_text (question) != NULL);
  g_return_if_fail (answer != NULL);

  values = _hc_care_question_get_values (question);
  values.answer = answer;
  if (!is_blank (answer))
    values.state = HC_CARE_QUESTION_ANSWERED;
  else if (values.state == HC_CARE_QUESTION_ANSWERED)
    values.state = HC_CARE_QUESTION_ASKED;

  save (self, question, &values, HC_CARE_QUESTION_ANSWER | HC_CARE_QUESTION_STATE, callback, user_data);
}

/**
 * hc_care_question_store_set_asked_async:
 * @self: a store
 * @question: a saved question
 * @is_asked: whether it was asked; if not, it is to be asked at the next visit
 * @callback: (nullable): called when it is on the disk, or could not be brought there
 * @user_data: passed to @callback
 *
 * Saves whether a question was asked. Its answer stays.
 */
void
hc_care_question_store_set_asked_async (HcCareQuestionStore *self,
                                        HcCareQuestion      *question,
                                        gboolean             is_asked,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data)
{
  HcCareQuestionValues values;

  g_return_if_fail (HC_IS_CARE_QUESTION_STORE (self));
  g_return_if_fail (HC_IS_CARE_QUESTION (question) && hc_care_question_get_text (question) != NULL);

  values = _hc_care_question_get_values (question);
  if (!is_asked)
    values.state = HC_CARE_QUESTION_OPEN;
  else
    values.state = is_blank (values.answer) ? HC_CARE_QUESTION_ASKED : HC_CARE_QUESTION_ANSWERED;

  save (self, question, &values, HC_CARE_QUESTION_STATE, callback, user_data);
}

/**
 * hc_care_question_store_restore_async:
 * @self: a store
 * @question: a question that was deleted
 * @callback: (nullable): called when it is on the disk, or could not be brought there
 * @user_data: passed to @callback
 *
 * Saves a question again, with all that it had.
 */
void
hc_care_question_store_restore_async (HcCareQuestionStore *self,
                                      HcCareQuestion      *question,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  HcCareQuestionValues values;

  g_return_if_fail (HC_IS_CARE_QUESTION_STORE (self));
  g_return_if_fail (HC_IS_CARE_QUESTION (question) && hc_care_question_get_text (question) != NULL);

  values = _hc_care_question_get_values (question);
  save (self, question, &values, HC_CARE_QUESTION_ALL, callback, user_data);
}

/**
 * hc_care_question_store_save_finish:
 * @self: a store
 * @result: what the callback of any of the saves was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether it is on the disk; if not, the question is as it was before
 */
gboolean
hc_care_question_store_save_finish (HcCareQuestionStore  *self,
                                    GAsyncResult         *result,
                                    GError              **error)
{
  return hc_store_save_finish (HC_STORE (self), result, error);
}

/* A move: one save for each question whose place is another one. */
typedef struct
{
  guint   n_open; /* saves that have not ended */
  GError *error;  /* of the first that failed */
} Move;

static void
move_free (Move *move)
{
  g_clear_error (&move->error);
  g_free (move);
}

static void
end_step (GTask *task)
{
  Move *move = g_task_get_task_data (task);

  if (--move->n_open > 0)
    return;

  if (move->error != NULL)
    g_task_return_error (task, g_steal_pointer (&move->error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
place_saved_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Move *move = g_task_get_task_data (task);

  hc_store_save_finish (HC_STORE (source), result, move->error == NULL ? &move->error : NULL);
  end_step (task);
}

/**
 * hc_care_question_store_move_async:
 * @self: a store
 * @question: a saved question
 * @place: where it is to stand, from 0; the end when there are fewer
 * @callback: (nullable): called when all places are on the disk, or one could not be brought there
 * @user_data: passed to @callback
 *
 * Gives a question another place in the order of hc_care_question_compare().
 */
void
hc_care_question_store_move_async (HcCareQuestionStore *self,
                                   HcCareQuestion      *question,
                                   guint                place,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr (GPtrArray) ordered = NULL;
  g_autoptr (GTask) task = NULL;
  Move *move;

  g_return_if_fail (HC_IS_CARE_QUESTION_STORE (self));
  g_return_if_fail (HC_IS_CARE_QUESTION (question));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, hc_care_question_store_move_async);
  move = g_new0 (Move, 1);
  move->n_open = 1;
  g_task_set_task_data (task, move, (GDestroyNotify) move_free);

  ordered = hc_care_question_store_dup_ordered (self);
  if (g_ptr_array_remove (ordered, question))
    g_ptr_array_insert (ordered, (int) MIN (place, ordered->len), g_object_ref (question));

  for (guint i = 0; i < ordered->len; i++)
    {
      HcCareQuestion *other = g_ptr_array_index (ordered, i);
      HcCareQuestionValues values = _hc_care_question_get_values (other);

      if (values.position == (gint64) i + 1)
        continue;

      values.position = (gint64) i + 1;
      move->n_open++;
      save (self, other, &values, HC_CARE_QUESTION_POSITION, place_saved_cb, g_object_ref (task));
    }

  end_step (task);
}

/**
 * hc_care_question_store_move_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether the new order is on the disk; if not, some of them may have a new place
 */
gboolean
hc_care_question_store_move_finish (HcCareQuestionStore  *self,
                                    GAsyncResult         *result,
                                    GError              **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_care_question_store_move_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * hc_care_question_store_delete_async:
 * @self: a store
 * @question: a question; one that was never saved is no error
 * @callback: (nullable): called when it is gone, or could not be deleted
 * @user_data: passed to @callback
 *
 * Deletes a question. To undo it, call hc_care_question_store_restore_async().
 */
void
hc_care_question_store_delete_async (HcCareQuestionStore *self,
                                     HcCareQuestion      *question,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  g_return_if_fail (HC_IS_CARE_QUESTION (question));

  hc_store_remove_async (HC_STORE (self), question, callback, user_data);
}

/**
 * hc_care_question_store_delete_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether the question is gone
 */
gboolean
hc_care_question_store_delete_finish (HcCareQuestionStore  *self,
                                      GAsyncResult         *result,
                                      GError              **error)
{
  return hc_store_remove_finish (HC_STORE (self), result, error);
}

/**
 * hc_care_question_store_lookup:
 * @self: a store
 * @id: the id of a question
 *
 * Returns: (nullable) (transfer none): the question with that id
 */
HcCareQuestion *
hc_care_question_store_lookup (HcCareQuestionStore *self,
                               const char          *id)
{
  return hc_store_lookup (HC_STORE (self), id);
}

/**
 * hc_care_question_store_count_open:
 * @self: a store
 *
 * Returns: how many questions are to be asked
 */
guint
hc_care_question_store_count_open (HcCareQuestionStore *self)
{
  guint n, n_open = 0;

  g_return_val_if_fail (HC_IS_CARE_QUESTION_STORE (self), 0);

  n = g_list_model_get_n_items (G_LIST_MODEL (self));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcCareQuestion) question = g_list_model_get_item (G_LIST_MODEL (self), i);

      n_open += hc_care_question_get_state (question) == HC_CARE_QUESTION_OPEN;
    }

  return n_open;
}

static int
compare_cb (gconstpointer a,
            gconstpointer b)
{
  return hc_care_question_compare ((HcCareQuestion *) a, (HcCareQuestion *) b);
}

/**
 * hc_care_question_store_dup_ordered:
 * @self: a store
 *
 * Returns: (transfer full) (element-type HcCareQuestion): the questions in the order that the person
 *   gave them
 */
GPtrArray *
hc_care_question_store_dup_ordered (HcCareQuestionStore *self)
{
  g_autoptr (GPtrArray) ordered = g_ptr_array_new_with_free_func (g_object_unref);
  guint n;

  g_return_val_if_fail (HC_IS_CARE_QUESTION_STORE (self), NULL);

  n = g_list_model_get_n_items (G_LIST_MODEL (self));
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (ordered, g_list_model_get_item (G_LIST_MODEL (self), i));

  g_ptr_array_sort_values (ordered, compare_cb);

  return g_steal_pointer (&ordered);
}
