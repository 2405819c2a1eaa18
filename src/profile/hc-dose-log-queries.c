/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-dose-log.h"

#include "hc-dose-log-private.h"
#include "hc-text.h"
#include "hc-timestamp.h"

/* What a dose log reads. All but the methods is called in the thread of the database. */

/* What is in memory when the profile opens: what was due in so many days, and in any case so many records. A
 * clock that was ahead while the profile opened does not hide what was told of the doses of today. */
#define RECENT_DAYS 45
#define N_RECENT "1000"

/* Returns: (transfer full) (nullable): the row of @statement, which has all columns */
HcDoseRecord *
_hc_dose_log_read_row (HcStatement  *statement,
                       GError      **error)
{
  g_autofree char *medicine = hc_text_dup_valid (hc_statement_get_text (statement, "medicine"));
  g_autofree char *key = hc_text_dup_valid (hc_statement_get_text (statement, "key"));
  g_autofree char *note = hc_text_dup_valid (hc_statement_get_text (statement, "note"));
  g_autoptr (GDateTime) due = NULL;
  g_autoptr (GDateTime) time = NULL;
  g_autoptr (GDateTime) changed = NULL;
  HcDoseState state;
  HcDoseRecord *record;

  if (!hc_dose_state_from_string (hc_statement_get_text (statement, "state"), &state))
    {
      g_set_error_literal (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_DAMAGED,
                           "The database holds a state of a dose that is none");
      return NULL;
    }

  if ((due = hc_timestamp_parse (hc_statement_get_text (statement, "due"), error)) == NULL ||
      (time = hc_timestamp_parse (hc_statement_get_text (statement, "time"), error)) == NULL ||
      (changed = hc_timestamp_parse (hc_statement_get_text (statement, "changed"), error)) == NULL)
    return NULL;

  record = hc_dose_record_new (medicine, key, state, due, time,
                               hc_statement_get_double (statement, "amount"), note);
  record->changed = g_steal_pointer (&changed);

  return record;
}

/* Called in the thread of the database.
 *
 * Returns: (transfer full) (nullable) (element-type HcDoseRecord): the rows of @statement, which has all columns */
GPtrArray *
_hc_dose_log_read_rows (HcStatement  *statement,
                        GError      **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_dose_record_free);
  HcStep step;

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    {
      HcDoseRecord *record = _hc_dose_log_read_row (statement, error);

      if (record == NULL)
        return NULL;

      g_ptr_array_add (records, record);
    }

  return step == HC_STEP_DONE ? g_steal_pointer (&records) : NULL;
}

/* The same for what is to be in memory. */
GPtrArray *
_hc_dose_log_read_recent (HcDatabase  *database,
                          GDateTime   *now,
                          GError     **error)
{
  g_autoptr (GDateTime) from = g_date_time_add_days (now, -RECENT_DAYS);
  g_autoptr (HcStatement) statement = NULL;

  statement = hc_database_prepare (database,
                                   "SELECT * FROM dose"
                                   " WHERE due >= min (:from, coalesce ((SELECT due FROM dose ORDER BY due DESC"
                                   "                                     LIMIT 1 OFFSET " N_RECENT " - 1), ''))",
                                   error);
  if (statement == NULL)
    return NULL;

  hc_timestamp_bind (statement, ":from", from);

  return _hc_dose_log_read_rows (statement, error);
}

/* What is asked of the database. */
typedef struct
{
  GStrv      medicines; /* NULL: all */
  GDateTime *from;      /* NULL: from the beginning */
  GDateTime *until;     /* NULL: to the end */
} Query;

static Query *
query_new (const char *const *medicines,
           GDateTime         *from,
           GDateTime         *until)
{
  Query *query = g_new0 (Query, 1);

  query->medicines = g_strdupv ((char **) medicines);
  query->from = from != NULL ? g_date_time_ref (from) : NULL;
  query->until = until != NULL ? g_date_time_ref (until) : NULL;

  return query;
}

static void
query_free (Query *query)
{
  g_strfreev (query->medicines);
  g_clear_pointer (&query->from, g_date_time_unref);
  g_clear_pointer (&query->until, g_date_time_unref);
  g_free (query);
}

static gpointer
select_records (HcDatabase  *database,
                gpointer     data,
                GError     **error)
{
  const Query *query = data;
  GString *sql = g_string_new ("SELECT * FROM dose WHERE due >= :from AND due < :until");
  g_autofree char *text = NULL;
  g_autoptr (HcStatement) statement = NULL;

  /* The sign keeps SQLite from looking for the medicines first: they have many more rows than a month has. */
  if (query->medicines != NULL)
    hc_text_append_any (sql, "+medicine", (const char *const *) query->medicines);

  g_string_append (sql, " ORDER BY due, medicine, key");
  text = g_string_free_and_steal (sql);

  statement = hc_database_prepare (database, text, error);
  if (statement == NULL)
    return NULL;

  hc_timestamp_bind_range (statement, query->from, query->until);
  hc_text_bind_any (statement, (const char *const *) query->medicines);

  return _hc_dose_log_read_rows (statement, error);
}

static void
selected_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HcDoseLog *self = g_task_get_source_object (task);
  GError *error = NULL;
  GPtrArray *records = hc_database_worker_run_finish (_hc_dose_log_get_worker (self), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, records, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * hc_dose_log_query_async:
 * @self: a dose log
 * @medicines: (nullable) (array zero-terminated=1): the ids of medicines, %NULL for all
 * @from: (nullable): the first time, %NULL for the beginning
 * @until: (nullable): the time after the last, %NULL for the end
 * @callback: called when the records were read, or could not be read
 * @user_data: passed to @callback
 *
 * Reads what was told of the doses that were due in a span of time.
 */
void
hc_dose_log_query_async (HcDoseLog           *self,
                         const char *const   *medicines,
                         GDateTime           *from,
                         GDateTime           *until,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (HC_IS_DOSE_LOG (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, hc_dose_log_query_async);

  hc_database_worker_run_async (_hc_dose_log_get_worker (self), select_records, query_new (medicines, from, until),
                                (GDestroyNotify) query_free, (GDestroyNotify) g_ptr_array_unref,
                                selected_cb, task);
}

/**
 * hc_dose_log_query_finish:
 * @self: a dose log
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type HcDoseRecord): the records, sorted by when they were due
 */
GPtrArray *
hc_dose_log_query_finish (HcDoseLog     *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_dose_log_query_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
sum_amounts (HcDatabase  *database,
             gpointer     data,
             GError     **error)
{
  const Query *query = data;
  g_autoptr (HcStatement) statement = NULL;
  double *sum;

  statement = hc_database_prepare (database,
                                   "SELECT total (amount) AS amount FROM dose"
                                   " WHERE medicine = :medicine AND state = 'taken'"
                                   "   AND time >= :from AND time < :until",
                                   error);
  if (statement == NULL)
    return NULL;

  hc_statement_bind_text (statement, ":medicine", query->medicines[0]);
  hc_timestamp_bind_range (statement, query->from, NULL);
  if (hc_statement_step (statement, error) != HC_STEP_ROW)
    return NULL;

  sum = g_new (double, 1);
  *sum = hc_statement_get_double (statement, "amount");

  return sum;
}

static void
summed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HcDoseLog *self = g_task_get_source_object (task);
  GError *error = NULL;
  double *sum = hc_database_worker_run_finish (_hc_dose_log_get_worker (self), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, sum, g_free);
}

/**
 * hc_dose_log_sum_async:
 * @self: a dose log
 * @medicine: the id of a medicine
 * @since: (nullable): the first time, %NULL for the beginning
 * @callback: called when the sum is known, or could not be read
 * @user_data: passed to @callback
 *
 * Sums what was taken of a medicine at @since and later. That a dose was due earlier does not matter: it left
 * the box when it was taken.
 */
void
hc_dose_log_sum_async (HcDoseLog           *self,
                       const char          *medicine,
                       GDateTime           *since,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  const char *medicines[] = { medicine, NULL };
  GTask *task;

  g_return_if_fail (HC_IS_DOSE_LOG (self));
  g_return_if_fail (medicine != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, hc_dose_log_sum_async);

  hc_database_worker_run_async (_hc_dose_log_get_worker (self), sum_amounts, query_new (medicines, since, NULL),
                                (GDestroyNotify) query_free, g_free, summed_cb, task);
}

/**
 * hc_dose_log_sum_finish:
 * @self: a dose log
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: the sum, in the unit of the medicine; -1 with @error
 */
double
hc_dose_log_sum_finish (HcDoseLog     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_autofree double *sum = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), -1.0);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_dose_log_sum_async), -1.0);

  sum = g_task_propagate_pointer (G_TASK (result), error);

  return sum != NULL ? *sum : -1.0;
}
