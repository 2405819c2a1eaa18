/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-diary.h"

#include "hc-diary-entry-private.h"
#include "hc-diary-private.h"
#include "hc-diary-rows.h"

/**
 * HcDiary:
 *
 * What persons wrote down of their days. The entries of the last days are in memory, all others are read when
 * they are asked for. Entries come, change and go only after the database has done the same. Changes and
 * queries are done in the order in which they were given.
 */
struct _HcDiary
{
  GObject           parent_instance;

  HcDatabaseWorker *worker;
  HcClock          *clock;
  GHashTable       *recent; /* id -> HcDiaryEntry, which owns the id */
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcDiary, hc_diary, G_TYPE_OBJECT)

static void
hc_diary_finalize (GObject *object)
{
  HcDiary *self = HC_DIARY (object);

  g_clear_object (&self->worker);
  g_clear_object (&self->clock);
  g_hash_table_unref (self->recent);

  G_OBJECT_CLASS (hc_diary_parent_class)->finalize (object);
}

static void
hc_diary_class_init (HcDiaryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_diary_finalize;

  /**
   * HcDiary::changed:
   * @self: a diary
   * @kind: (nullable): the kind of the entries that changed; %NULL: any may have
   *
   * Emitted when the change is on the disk, and when the profile was opened. What was read before may not be
   * true any more.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
hc_diary_init (HcDiary *self)
{
  self->recent = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
}

/* Returns: (transfer full): a diary without entries, whose writes go to the database of @worker */
HcDiary *
_hc_diary_new (HcDatabaseWorker *worker,
               HcClock          *clock)
{
  HcDiary *self = g_object_new (HC_TYPE_DIARY, NULL);

  self->worker = g_object_ref (worker);
  self->clock = g_object_ref (clock);

  return self;
}

/* Returns: (transfer none): the worker that has the database */
HcDatabaseWorker *
_hc_diary_get_worker (HcDiary *self)
{
  return self->worker;
}

/* Called in the thread of the database.
 *
 * Returns: (transfer full) (nullable) (element-type HcDiaryEntry): what is to be in memory */
GPtrArray *
_hc_diary_read_recent (HcDatabase  *database,
                       GDateTime   *now,
                       GError     **error)
{
  g_autoptr (GDateTime) from = g_date_time_add_hours (now, -HC_DIARY_RECENT_HOURS);

  return hc_diary_rows_read_recent (database, from, error);
}

/* The key of the table is the id of the value: both are replaced together. */
static void
keep_entry (HcDiary      *self,
            HcDiaryEntry *entry)
{
  g_hash_table_replace (self->recent, (char *) hc_diary_entry_get_id (entry), g_object_ref (entry));
}

/* Takes the entries that _hc_diary_read_recent() has read, or none, instead of those that are there. */
void
_hc_diary_fill (HcDiary   *self,
                GPtrArray *entries)
{
  g_hash_table_remove_all (self->recent);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    keep_entry (self, g_ptr_array_index (entries, i));

  g_signal_emit (self, signals[CHANGED], 0, NULL);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  HcDiaryEntry *first = (HcDiaryEntry *) a, *second = (HcDiaryEntry *) b;
  int order = g_date_time_compare (hc_diary_entry_get_details (second)->time,
                                   hc_diary_entry_get_details (first)->time);

  if (order == 0)
    order = g_date_time_compare (hc_diary_entry_get_created (second), hc_diary_entry_get_created (first));

  return order != 0 ? order : strcmp (hc_diary_entry_get_id (first), hc_diary_entry_get_id (second));
}

/**
 * hc_diary_list_recent:
 * @self: a diary
 * @person: the id of a person, or empty
 * @include_unowned: whether entries of nobody belong to them
 * @hours: how far back, at most %HC_DIARY_RECENT_HOURS
 *
 * Returns: (transfer full) (element-type HcDiaryEntry): the entries since then that are in memory, newest first.
 *   What seems to be still to come is among them: the clock may have gone back.
 */
GPtrArray *
hc_diary_list_recent (HcDiary    *self,
                      const char *person,
                      gboolean    include_unowned,
                      guint       hours)
{
  GPtrArray *entries;
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GDateTime) from = NULL;
  GHashTableIter iter;
  gpointer entry;

  g_return_val_if_fail (HC_IS_DIARY (self), NULL);
  g_return_val_if_fail (person != NULL, NULL);
  g_return_val_if_fail (hours <= HC_DIARY_RECENT_HOURS, NULL);

  entries = g_ptr_array_new_with_free_func (g_object_unref);
  now = hc_clock_dup_time (self->clock);
  from = g_date_time_add_hours (now, -(int) hours);

  g_hash_table_iter_init (&iter, self->recent);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    {
      const HcDiaryEntryDetails *details = hc_diary_entry_get_details (entry);

      if (g_date_time_compare (details->time, from) >= 0 &&
          (g_str_equal (details->person, person) || (include_unowned && *details->person == '\0')))
        g_ptr_array_add (entries, g_object_ref (entry));
    }

  g_ptr_array_sort_values (entries, compare_entries);

  return entries;
}

/* One change. It belongs to the task in the main thread; the thread of the database reads @wanted, @id and
 * @now, which nobody else has, before that has its answer. */
typedef struct
{
  GPtrArray *entries; /* what the caller has */
  GPtrArray *wanted;  /* what they are to say; NULL for a change of another sort */
  char      *id;      /* of the only entry of a change of another sort */
  GDateTime *now;
} Change;

static void
change_free (Change *change)
{
  g_ptr_array_unref (change->entries);
  g_clear_pointer (&change->wanted, g_ptr_array_unref);
  g_free (change->id);
  g_date_time_unref (change->now);
  g_free (change);
}

/* Returns: (transfer none): the change of @task */
static Change *
attach_change (HcDiary      *self,
               GTask        *task,
               HcDiaryEntry *entry)
{
  Change *change = g_new0 (Change, 1);

  change->entries = g_ptr_array_new_with_free_func (g_object_unref);
  change->now = hc_clock_dup_time (self->clock);
  if (entry != NULL)
    {
      g_ptr_array_add (change->entries, g_object_ref (entry));
      change->id = g_strdup (hc_diary_entry_get_id (entry));
    }
  g_task_set_task_data (task, change, (GDestroyNotify) change_free);

  return change;
}

static gpointer
save_entries (HcDatabase  *database,
              gpointer     data,
              GError     **error)
{
  const Change *change = data;

  return hc_diary_rows_write (database, change->wanted, change->now, error);
}

static gpointer
uncover_entry (HcDatabase  *database,
               gpointer     data,
               GError     **error)
{
  const Change *change = data;
  g_autoptr (HcDiaryEntry) saved = hc_diary_rows_uncover (database, change->id, change->now, error);
  GPtrArray *list;

  if (saved == NULL)
    return NULL;

  list = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (list, g_steal_pointer (&saved));

  return list;
}

static gpointer
delete_entry (HcDatabase  *database,
              gpointer     data,
              GError     **error)
{
  const Change *change = data;

  hc_diary_rows_delete (database, change->id, error);

  return NULL;
}

/* Makes the objects that the caller has say what was saved.
 *
 * Returns: (transfer full) (nullable): the kind of all, before and after; %NULL where there are several */
static char *
show_saved (HcDiary   *self,
            GPtrArray *entries,
            GPtrArray *saved)
{
  g_autofree char *kind = g_strdup (hc_diary_entry_get_details (g_ptr_array_index (saved, 0))->kind);
  gboolean is_only = TRUE;

  for (guint i = 0; i < saved->len; i++)
    {
      HcDiaryEntry *entry = g_ptr_array_index (entries, i);

      is_only = is_only && g_str_equal (hc_diary_entry_get_details (entry)->kind, kind);
      keep_entry (self, entry);
      _hc_diary_entry_take_over (entry, g_ptr_array_index (saved, i));
      is_only = is_only && g_str_equal (hc_diary_entry_get_details (entry)->kind, kind);
    }

  return is_only ? g_steal_pointer (&kind) : NULL;
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HcDiary *self = g_task_get_source_object (task);
  const Change *change = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) saved = hc_database_worker_run_finish (self->worker, result, &error);

  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (saved->len > 0)
    {
      g_autofree char *kind = show_saved (self, change->entries, saved);

      g_signal_emit (self, signals[CHANGED], 0, kind);
    }

  g_task_return_boolean (task, TRUE);
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HcDiary *self = g_task_get_source_object (task);
  const Change *change = g_task_get_task_data (task);
  HcDiaryEntry *entry = g_ptr_array_index (change->entries, 0);
  g_autoptr (GError) error = NULL;

  hc_database_worker_run_finish (self->worker, result, &error);

  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_hash_table_remove (self->recent, change->id);
  g_signal_emit (self, signals[CHANGED], 0, hc_diary_entry_get_details (entry)->kind);
  g_task_return_boolean (task, TRUE);
}

static gboolean
finish (HcDiary       *self,
        GAsyncResult  *result,
        gpointer       tag,
        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* @details: (nullable) (array): one for each entry; %NULL: what each says */
static void
start_saving (HcDiary                   *self,
              HcDiaryEntry             **entries,
              guint                      n_entries,
              const HcDiaryEntryDetails *details,
              gpointer                   tag,
              GAsyncReadyCallback        callback,
              gpointer                   user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Change *change = attach_change (self, task, NULL);

  g_task_set_source_tag (task, tag);
  change->wanted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_entries; i++)
    {
      const HcDiaryEntryDetails *says = details != NULL ? &details[i] : hc_diary_entry_get_details (entries[i]);
      HcDiaryEntry *wanted = _hc_diary_entry_new_with_id (hc_diary_entry_get_id (entries[i]), says);

      _hc_diary_entry_set_times (wanted, hc_diary_entry_get_created (entries[i]), NULL);
      g_ptr_array_add (change->wanted, wanted);
      g_ptr_array_add (change->entries, g_object_ref (entries[i]));
    }

  hc_database_worker_run_async (self->worker, save_entries, change, NULL,
                                (GDestroyNotify) g_ptr_array_unref, saved_cb, task);
}

/**
 * hc_diary_save_async:
 * @self: a diary
 * @entry: the entry, new, saved or removed
 * @details: (nullable): what it is to say from now on; %NULL: what it says
 * @callback: (nullable): called when it is on the disk, or could not be brought there
 * @user_data: passed to @callback
 *
 * Saves an entry. Only after that @entry says @details. One that was removed comes back with the time at which
 * it was made.
 */
void
hc_diary_save_async (HcDiary                   *self,
                     HcDiaryEntry              *entry,
                     const HcDiaryEntryDetails *details,
                     GAsyncReadyCallback        callback,
                     gpointer                   user_data)
{
  g_return_if_fail (HC_IS_DIARY (self));
  g_return_if_fail (HC_IS_DIARY_ENTRY (entry));
  g_return_if_fail (details == NULL || (details->kind != NULL && details->time != NULL));

  start_saving (self, &entry, 1, details, hc_diary_save_async, callback, user_data);
}

/**
 * hc_diary_save_finish:
 * @self: a diary
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether the entry is on the disk; if not, it is as it was before
 */
gboolean
hc_diary_save_finish (HcDiary       *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  return finish (self, result, hc_diary_save_async, error);
}

/**
 * hc_diary_save_all_async:
 * @self: a diary
 * @entries: (element-type HcDiaryEntry): entries, new, saved or removed
 * @details: (nullable) (array): what they are to say from now on, one for each of @entries; %NULL: what they say
 * @callback: (nullable): called when all are on the disk, or none could be brought there
 * @user_data: passed to @callback
 *
 * Saves all of the entries or none.
 */
void
hc_diary_save_all_async (HcDiary                   *self,
                         GPtrArray                 *entries,
                         const HcDiaryEntryDetails *details,
                         GAsyncReadyCallback        callback,
                         gpointer                   user_data)
{
  g_return_if_fail (HC_IS_DIARY (self));
  g_return_if_fail (entries != NULL);

  start_saving (self, (HcDiaryEntry **) entries->pdata, entries->len, details, hc_diary_save_all_async,
                callback, user_data);
}

/**
 * hc_diary_save_all_finish:
 * @self: a diary
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether all entries are on the disk; if not, all are as they were before
 */
gboolean
hc_diary_save_all_finish (HcDiary       *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  return finish (self, result, hc_diary_save_all_async, error);
}

/**
 * hc_diary_remove_async:
 * @self: a diary
 * @entry: an entry; one that was never saved is no error
 * @callback: (nullable): called when it is gone, or could not be deleted
 * @user_data: passed to @callback
 *
 * Removes an entry. To undo it, save @entry again.
 */
void
hc_diary_remove_async (HcDiary             *self,
                       HcDiaryEntry        *entry,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (HC_IS_DIARY (self));
  g_return_if_fail (HC_IS_DIARY_ENTRY (entry));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, hc_diary_remove_async);

  hc_database_worker_run_async (self->worker, delete_entry, attach_change (self, task, entry), NULL, NULL,
                                removed_cb, task);
}

/**
 * hc_diary_remove_finish:
 * @self: a diary
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether the entry is gone
 */
gboolean
hc_diary_remove_finish (HcDiary       *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  return finish (self, result, hc_diary_remove_async, error);
}

/**
 * hc_diary_uncover_async:
 * @self: a diary
 * @entry: an entry that was saved
 * @callback: (nullable): called when it is uncovered on the disk, or could not be
 * @user_data: passed to @callback
 *
 * Uncovers an entry for good. Whatever else was saved of it stays, and @entry says it, too.
 */
void
hc_diary_uncover_async (HcDiary             *self,
                        HcDiaryEntry        *entry,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (HC_IS_DIARY (self));
  g_return_if_fail (HC_IS_DIARY_ENTRY (entry));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, hc_diary_uncover_async);

  hc_database_worker_run_async (self->worker, uncover_entry, attach_change (self, task, entry), NULL,
                                (GDestroyNotify) g_ptr_array_unref, saved_cb, task);
}

/**
 * hc_diary_uncover_finish:
 * @self: a diary
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR; %HC_DATABASE_ERROR_FAILED where the entry was removed
 *
 * Returns: whether the entry is uncovered on the disk
 */
gboolean
hc_diary_uncover_finish (HcDiary       *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  return finish (self, result, hc_diary_uncover_async, error);
}
