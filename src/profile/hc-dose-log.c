/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-dose-log.h"

#include "hc-dose-log-private.h"
#include "hc-text.h"
#include "hc-timestamp.h"

/**
 * HcDoseLog:
 *
 * What was done with doses. The recent records are in memory, all others are read when they are asked for.
 * It shows what the disk holds: a record comes, changes and goes only after the database has done the same.
 * Changes and queries are done in the order in which they were given.
 */
struct _HcDoseLog
{
  GObject           parent_instance;

  HcDatabaseWorker *worker;
  HcClock          *clock;
  GHashTable       *recent; /* a set of HcDoseRecord; a medicine and a key have one */
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcDoseLog, hc_dose_log, G_TYPE_OBJECT)

static guint
hash_record (gconstpointer data)
{
  const HcDoseRecord *record = data;

  return g_str_hash (record->medicine) * 31 + g_str_hash (record->key);
}

static gboolean
have_same_dose (gconstpointer a,
                gconstpointer b)
{
  const HcDoseRecord *first = a, *second = b;

  return g_str_equal (first->key, second->key) && g_str_equal (first->medicine, second->medicine);
}

static void
hc_dose_log_finalize (GObject *object)
{
  HcDoseLog *self = HC_DOSE_LOG (object);

  g_clear_object (&self->worker);
  g_clear_object (&self->clock);
  g_hash_table_unref (self->recent);

  G_OBJECT_CLASS (hc_dose_log_parent_class)->finalize (object);
}

static void
hc_dose_log_class_init (HcDoseLogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_dose_log_finalize;

  /**
   * HcDoseLog::changed:
   * @self: a dose log
   * @medicine: (nullable): the id of the medicine whose doses changed; %NULL: any may have
   *
   * Emitted when the change is on the disk, and when the profile was opened.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
hc_dose_log_init (HcDoseLog *self)
{
  self->recent = g_hash_table_new_full (hash_record, have_same_dose,
                                        (GDestroyNotify) hc_dose_record_free, NULL);
}

/* Returns: (transfer full): a log without records, whose writes go to the database of @worker */
HcDoseLog *
_hc_dose_log_new (HcDatabaseWorker *worker,
                  HcClock          *clock)
{
  HcDoseLog *self = g_object_new (HC_TYPE_DOSE_LOG, NULL);

  self->worker = g_object_ref (worker);
  self->clock = g_object_ref (clock);

  return self;
}

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) hc_dose_record_free);
}

/* Returns: (transfer none): the worker that has the database */
HcDatabaseWorker *
_hc_dose_log_get_worker (HcDoseLog *self)
{
  return self->worker;
}

/* Takes the records that _hc_dose_log_read_recent() has read, or none, instead of those that are there. */
void
_hc_dose_log_fill (HcDoseLog *self,
                   GPtrArray *records)
{
  g_hash_table_remove_all (self->recent);

  for (guint i = 0; records != NULL && i < records->len; i++)
    g_hash_table_add (self->recent, hc_dose_record_copy (g_ptr_array_index (records, i)));

  g_signal_emit (self, signals[CHANGED], 0, NULL);
}

/**
 * hc_dose_log_lookup:
 * @self: a dose log
 * @medicine: the id of a medicine
 * @key: the name of a dose in its schedule
 *
 * Looks among what is in memory: what was due in the 45 days before the profile was opened or later, and what
 * was saved since. It may have records of older doses, too.
 *
 * Returns: (nullable) (transfer none): what was done with the dose, valid until the main loop runs again;
 *   %NULL where nothing was told
 */
const HcDoseRecord *
hc_dose_log_lookup (HcDoseLog  *self,
                    const char *medicine,
                    const char *key)
{
  g_return_val_if_fail (HC_IS_DOSE_LOG (self), NULL);
  g_return_val_if_fail (medicine != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return g_hash_table_lookup (self->recent,
                              &(HcDoseRecord) { .medicine = (char *) medicine, .key = (char *) key });
}

static int
compare_records (gconstpointer a,
                 gconstpointer b)
{
  const HcDoseRecord *first = a, *second = b;
  int order = g_date_time_compare (first->due, second->due);

  if (order == 0)
    order = strcmp (first->medicine, second->medicine);

  return order != 0 ? order : strcmp (first->key, second->key);
}

/**
 * hc_dose_log_list_recent:
 * @self: a dose log
 * @medicine: (nullable): the id of a medicine, %NULL for all
 *
 * Returns: (transfer full) (element-type HcDoseRecord): copies of all that hc_dose_log_lookup() finds, sorted
 *   by when they were due
 */
GPtrArray *
hc_dose_log_list_recent (HcDoseLog  *self,
                         const char *medicine)
{
  GPtrArray *records;
  GHashTableIter iter;
  gpointer record;

  g_return_val_if_fail (HC_IS_DOSE_LOG (self), NULL);

  records = new_list ();
  g_hash_table_iter_init (&iter, self->recent);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    if (medicine == NULL || g_str_equal (((const HcDoseRecord *) record)->medicine, medicine))
      g_ptr_array_add (records, hc_dose_record_copy (record));

  g_ptr_array_sort_values (records, compare_records);

  return records;
}

/* What is to be saved, and what the database holds then. */
typedef struct
{
  GPtrArray *records;
  GPtrArray *saved;
  GDateTime *now;
} Writing;

static void
writing_free (Writing *writing)
{
  g_ptr_array_unref (writing->records);
  g_ptr_array_unref (writing->saved);
  g_date_time_unref (writing->now);
  g_free (writing);
}

static gboolean
write_record (HcStatement         *statement,
              const HcDoseRecord  *record,
              Writing             *writing,
              GError             **error)
{
  HcDoseRecord *saved;

  hc_statement_reset (statement);
  hc_statement_bind_text (statement, ":state", hc_dose_state_to_string (record->state));
  hc_timestamp_bind (statement, ":due", record->due);
  hc_timestamp_bind (statement, ":time", record->time);
  hc_statement_bind_double (statement, ":amount", record->amount);
  hc_timestamp_bind (statement, ":now", writing->now);

  if (!hc_text_bind (statement, ":medicine", record->medicine, error) ||
      !hc_text_bind (statement, ":key", record->key, error) ||
      !hc_text_bind (statement, ":note", record->note, error) ||
      hc_statement_step (statement, error) != HC_STEP_ROW ||
      (saved = _hc_dose_log_read_row (statement, error)) == NULL)
    return FALSE;

  g_ptr_array_add (writing->saved, saved);

  return hc_statement_run (statement, error);
}

static gboolean
write_records (HcDatabase  *database,
               gpointer     user_data,
               GError     **error)
{
  Writing *writing = user_data;
  g_autoptr (HcStatement) statement = NULL;

  /* What was said last counts, whatever the clock says: it may have gone back. */
  statement = hc_database_prepare (database,
                                   "INSERT INTO dose (medicine, key, state, due, time, amount, note, changed)"
                                   " VALUES (:medicine, :key, :state, :due, :time, :amount, :note, :now)"
                                   " ON CONFLICT (medicine, key) DO UPDATE SET"
                                   "   state = excluded.state, due = excluded.due, time = excluded.time,"
                                   "   amount = excluded.amount, note = excluded.note,"
                                   "   changed = excluded.changed"
                                   " RETURNING *",
                                   error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < writing->records->len; i++)
    if (!write_record (statement, g_ptr_array_index (writing->records, i), writing, error))
      return FALSE;

  return TRUE;
}

static gpointer
save_records (HcDatabase  *database,
              gpointer     data,
              GError     **error)
{
  Writing *writing = data;

  return hc_database_transaction (database, write_records, writing, error) ? g_ptr_array_ref (writing->saved) : NULL;
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HcDoseLog *self = g_task_get_source_object (task);
  g_autofree char *medicine = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) saved = hc_database_worker_run_finish (self->worker, result, &error);

  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  for (guint i = 0; i < saved->len; i++)
    {
      const HcDoseRecord *record = g_ptr_array_index (saved, i);

      if (i == 0)
        medicine = g_strdup (record->medicine);
      else if (g_strcmp0 (medicine, record->medicine) != 0)
        g_clear_pointer (&medicine, g_free);

      g_hash_table_add (self->recent, hc_dose_record_copy (record));
    }

  if (saved->len > 0)
    g_signal_emit (self, signals[CHANGED], 0, medicine);

  g_task_return_boolean (task, TRUE);
}

/* Takes over @records. */
static void
start_saving (HcDoseLog           *self,
              GPtrArray           *records,
              gpointer             tag,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Writing *writing = g_new0 (Writing, 1);

  g_task_set_source_tag (task, tag);
  writing->records = records;
  writing->saved = new_list ();
  writing->now = hc_clock_dup_time (self->clock);

  hc_database_worker_run_async (self->worker, save_records, writing, (GDestroyNotify) writing_free,
                                (GDestroyNotify) g_ptr_array_unref, saved_cb, task);
}

/**
 * hc_dose_log_save_async:
 * @self: a dose log
 * @record: what was done with a dose
 * @callback: (nullable): called when it is on the disk, or could not be brought there
 * @user_data: passed to @callback
 *
 * Saves a record, in place of what was told of the same dose before. Only after that it is shown.
 */
void
hc_dose_log_save_async (HcDoseLog           *self,
                        const HcDoseRecord  *record,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GPtrArray *records;

  g_return_if_fail (HC_IS_DOSE_LOG (self));
  g_return_if_fail (record != NULL);

  records = new_list ();
  g_ptr_array_add (records, hc_dose_record_copy (record));
  start_saving (self, records, hc_dose_log_save_async, callback, user_data);
}

static gboolean
finish (HcDoseLog     *self,
        GAsyncResult  *result,
        gpointer       tag,
        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * hc_dose_log_save_finish:
 * @self: a dose log
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether the record is on the disk; if not, what was told before still counts
 */
gboolean
hc_dose_log_save_finish (HcDoseLog     *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  return finish (self, result, hc_dose_log_save_async, error);
}

/**
 * hc_dose_log_save_all_async:
 * @self: a dose log
 * @records: (element-type HcDoseRecord): what was done with several doses
 * @callback: (nullable): called when all are on the disk, or none could be brought there
 * @user_data: passed to @callback
 *
 * Saves all of the records or none.
 */
void
hc_dose_log_save_all_async (HcDoseLog           *self,
                            GPtrArray           *records,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  GPtrArray *copies;

  g_return_if_fail (HC_IS_DOSE_LOG (self));
  g_return_if_fail (records != NULL);

  copies = new_list ();
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (copies, hc_dose_record_copy (g_ptr_array_index (records, i)));

  start_saving (self, copies, hc_dose_log_save_all_async, callback, user_data);
}

/**
 * hc_dose_log_save_all_finish:
 * @self: a dose log
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether all records are on the disk; if not, none is
 */
gboolean
hc_dose_log_save_all_finish (HcDoseLog     *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return finish (self, result, hc_dose_log_save_all_async, error);
}

/* The name of a dose. It belongs to the task in the main thread; the thread of the database reads it before
 * that has its answer. */
typedef struct
{
  char *medicine;
  char *key;
} DoseName;

static void
dose_name_free (DoseName *name)
{
  g_free (name->medicine);
  g_free (name->key);
  g_free (name);
}

static gpointer
delete_record (HcDatabase  *database,
               gpointer     data,
               GError     **error)
{
  const DoseName *name = data;
  g_autoptr (HcStatement) statement = NULL;

  statement = hc_database_prepare (database, "DELETE FROM dose WHERE medicine = :medicine AND key = :key", error);
  if (statement == NULL)
    return NULL;

  hc_statement_bind_text (statement, ":medicine", name->medicine);
  hc_statement_bind_text (statement, ":key", name->key);
  hc_statement_run (statement, error);

  return NULL;
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HcDoseLog *self = g_task_get_source_object (task);
  const DoseName *name = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  hc_database_worker_run_finish (self->worker, result, &error);

  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_hash_table_remove (self->recent, &(HcDoseRecord) { .medicine = name->medicine, .key = name->key });
  g_signal_emit (self, signals[CHANGED], 0, name->medicine);
  g_task_return_boolean (task, TRUE);
}

/**
 * hc_dose_log_remove_async:
 * @self: a dose log
 * @medicine: the id of a medicine
 * @key: the name of a dose in its schedule; that nothing was told of it is no error
 * @callback: (nullable): called when the record is gone, or could not be deleted
 * @user_data: passed to @callback
 *
 * Forgets what was told of a dose.
 */
void
hc_dose_log_remove_async (HcDoseLog           *self,
                          const char          *medicine,
                          const char          *key,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task;
  DoseName *name;

  g_return_if_fail (HC_IS_DOSE_LOG (self));
  g_return_if_fail (medicine != NULL);
  g_return_if_fail (key != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, hc_dose_log_remove_async);
  name = g_new0 (DoseName, 1);
  name->medicine = g_strdup (medicine);
  name->key = g_strdup (key);
  g_task_set_task_data (task, name, (GDestroyNotify) dose_name_free);

  hc_database_worker_run_async (self->worker, delete_record, name, NULL, NULL, removed_cb, task);
}

/**
 * hc_dose_log_remove_finish:
 * @self: a dose log
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether the record is gone
 */
gboolean
hc_dose_log_remove_finish (HcDoseLog     *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  return finish (self, result, hc_dose_log_remove_async, error);
}
