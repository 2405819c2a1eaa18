/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-diary.h"

#include "hc-diary-private.h"
#include "hc-diary-rows.h"
#include "hc-text.h"
#include "hc-timestamp.h"

/* What a diary reads when it is asked for it. */

/* What is asked of the database. */
typedef struct
{
  char      *person;
  gboolean   include_unowned;
  GStrv      kinds; /* NULL: all */
  GDateTime *from;  /* NULL: from the beginning */
  GDateTime *until; /* NULL: to the end */
  guint      limit; /* 0: none */
} Query;

static Query *
query_new (const char        *person,
           gboolean           include_unowned,
           const char *const *kinds,
           GDateTime         *from,
           GDateTime         *until,
           guint              limit)
{
  Query *query = g_new0 (Query, 1);

  query->person = g_strdup (person);
  query->include_unowned = include_unowned;
  query->kinds = g_strdupv ((char **) kinds);
  query->from = from != NULL ? g_date_time_ref (from) : NULL;
  query->until = until != NULL ? g_date_time_ref (until) : NULL;
  query->limit = limit;

  return query;
}

static void
query_free (Query *query)
{
  g_free (query->person);
  g_strfreev (query->kinds);
  g_clear_pointer (&query->from, g_date_time_unref);
  g_clear_pointer (&query->until, g_date_time_unref);
  g_free (query);
}

/* Returns: (transfer full) (nullable): a statement of @head, the conditions of @query and @tail */
static HcStatement *
prepare_query (HcDatabase   *database,
               const char   *head,
               const Query  *query,
               const char   *tail,
               GError      **error)
{
  GString *sql = g_string_new (head);
  g_autofree char *text = NULL;
  HcStatement *statement;

  g_string_append (sql, " WHERE person IN (:person, :nobody) AND time >= :from AND time < :until");
  if (query->kinds != NULL)
    hc_text_append_any (sql, "kind", (const char *const *) query->kinds);
  g_string_append (sql, tail);
  text = g_string_free_and_steal (sql);

  statement = hc_database_prepare (database, text, error);
  if (statement == NULL)
    return NULL;

  hc_statement_bind_text (statement, ":person", query->person);
  hc_statement_bind_text (statement, ":nobody", query->include_unowned ? "" : query->person);
  hc_timestamp_bind_range (statement, query->from, query->until);
  hc_text_bind_any (statement, (const char *const *) query->kinds);

  return statement;
}

static gpointer
select_entries (HcDatabase  *database,
                gpointer     data,
                GError     **error)
{
  const Query *query = data;
  g_autoptr (HcStatement) statement = NULL;

  statement = prepare_query (database, "SELECT * FROM diary_entry", query,
                             " ORDER BY time DESC, created DESC, rowid DESC LIMIT :limit", error);
  if (statement == NULL)
    return NULL;

  hc_statement_bind_int64 (statement, ":limit", query->limit > 0 ? (gint64) query->limit : -1);

  return hc_diary_rows_read (statement, error);
}

static void
selected_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HcDiary *self = g_task_get_source_object (task);
  GError *error = NULL;
  GPtrArray *entries = hc_database_worker_run_finish (_hc_diary_get_worker (self), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, entries, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * hc_diary_query_async:
 * @self: a diary
 * @person: the id of a person, or empty
 * @include_unowned: whether entries of nobody belong to them
 * @kinds: (nullable) (array zero-terminated=1): the kinds, %NULL for all
 * @from: (nullable): the first time, %NULL for the beginning
 * @until: (nullable): the time after the last, %NULL for the end
 * @limit: how many of the newest, 0 for all
 * @callback: called when the entries were read, or could not be read
 * @user_data: passed to @callback
 *
 * Reads entries of a person.
 */
void
hc_diary_query_async (HcDiary             *self,
                      const char          *person,
                      gboolean             include_unowned,
                      const char *const   *kinds,
                      GDateTime           *from,
                      GDateTime           *until,
                      guint                limit,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (HC_IS_DIARY (self));
  g_return_if_fail (person != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, hc_diary_query_async);

  hc_database_worker_run_async (_hc_diary_get_worker (self), select_entries,
                                query_new (person, include_unowned, kinds, from, until, limit),
                                (GDestroyNotify) query_free, (GDestroyNotify) g_ptr_array_unref,
                                selected_cb, task);
}

/**
 * hc_diary_query_finish:
 * @self: a diary
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type HcDiaryEntry): the entries, newest first; nobody else has
 *   these objects
 */
GPtrArray *
hc_diary_query_finish (HcDiary       *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_diary_query_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
count_free (HcDiaryCount *count)
{
  g_date_time_unref (count->last);
  g_free (count);
}

static gpointer
count_entries (HcDatabase  *database,
               gpointer     data,
               GError     **error)
{
  const Query *query = data;
  g_autoptr (GHashTable) counts = NULL;
  g_autoptr (HcStatement) statement = NULL;
  HcStep step;

  counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) count_free);
  statement = prepare_query (database, "SELECT kind, count (*) AS n_entries, max (time) AS last FROM diary_entry",
                             query, " GROUP BY kind", error);
  if (statement == NULL)
    return NULL;

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    {
      GDateTime *last = hc_timestamp_parse (hc_statement_get_text (statement, "last"), error);
      HcDiaryCount *count;

      if (last == NULL)
        return NULL;

      count = g_new0 (HcDiaryCount, 1);
      count->n_entries = (guint) hc_statement_get_int64 (statement, "n_entries");
      count->last = last;
      g_hash_table_insert (counts, hc_text_dup_valid (hc_statement_get_text (statement, "kind")), count);
    }

  return step == HC_STEP_DONE ? g_steal_pointer (&counts) : NULL;
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HcDiary *self = g_task_get_source_object (task);
  GError *error = NULL;
  GHashTable *counts = hc_database_worker_run_finish (_hc_diary_get_worker (self), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, counts, (GDestroyNotify) g_hash_table_unref);
}

/**
 * hc_diary_count_async:
 * @self: a diary
 * @person: the id of a person, or empty
 * @include_unowned: whether entries of nobody belong to them
 * @kinds: (nullable) (array zero-terminated=1): the kinds, %NULL for all
 * @callback: called when they were counted, or could not be counted
 * @user_data: passed to @callback
 *
 * Counts the entries of a person.
 */
void
hc_diary_count_async (HcDiary             *self,
                      const char          *person,
                      gboolean             include_unowned,
                      const char *const   *kinds,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (HC_IS_DIARY (self));
  g_return_if_fail (person != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, hc_diary_count_async);

  hc_database_worker_run_async (_hc_diary_get_worker (self), count_entries,
                                query_new (person, include_unowned, kinds, NULL, NULL, 0),
                                (GDestroyNotify) query_free, (GDestroyNotify) g_hash_table_unref,
                                counted_cb, task);
}

/**
 * hc_diary_count_finish:
 * @self: a diary
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type utf8 HcDiaryCount): what there is of each kind that there is
 *   something of
 */
GHashTable *
hc_diary_count_finish (HcDiary       *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_diary_count_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
