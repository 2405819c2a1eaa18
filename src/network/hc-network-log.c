/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-network-log.h"

#include <glib/gstdio.h>

#include "hc-database-worker.h"
#include "hc-migrations.h"
#include "hc-network-scripts.h"

/* As data/sql/network/001-log.sql sets it. */
#define APPLICATION_ID 0x48434e57

#define SCRIPTS "/io/github/health_center/HealthCenter/network"

#define SETTINGS "PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000"

/* After this no page of the file holds what was there: what is cleared shall be gone. */
#define CLEAR "DELETE FROM request; VACUUM; PRAGMA wal_checkpoint (TRUNCATE)"

/**
 * HcNetworkLog:
 *
 * The requests that were sent, the newest first, as a list of #HcNetworkEntry. The list is in memory at once; a
 * thread keeps it in a file, whose older entries come after hc_network_log_load(). A log that cannot be kept works
 * as long as the program runs.
 */
struct _HcNetworkLog
{
  GObject           parent_instance;

  char             *path;
  GPtrArray        *entries;
  HcDatabaseWorker *worker;     /* NULL until something is to be written or read */
  gboolean          is_cleared; /* since it was loaded */
  gboolean          is_loaded;
};

enum {
  LOADED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void hc_network_log_init_list (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HcNetworkLog, hc_network_log, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, hc_network_log_init_list))

static void
hc_network_log_dispose (GObject *object)
{
  HcNetworkLog *self = HC_NETWORK_LOG (object);

  if (self->worker != NULL)
    hc_database_worker_stop (self->worker);
  g_clear_object (&self->worker);

  G_OBJECT_CLASS (hc_network_log_parent_class)->dispose (object);
}

static void
hc_network_log_finalize (GObject *object)
{
  HcNetworkLog *self = HC_NETWORK_LOG (object);

  g_free (self->path);
  g_ptr_array_unref (self->entries);

  G_OBJECT_CLASS (hc_network_log_parent_class)->finalize (object);
}

static void
hc_network_log_class_init (HcNetworkLogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hc_network_log_dispose;
  G_OBJECT_CLASS (klass)->finalize = hc_network_log_finalize;

  /**
   * HcNetworkLog::loaded:
   *
   * What was written when the program ran before is in the list, as far as it could be read.
   */
  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
hc_network_log_init (HcNetworkLog *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
}

static GType
get_item_type (GListModel *list)
{
  return HC_TYPE_NETWORK_ENTRY;
}

static guint
get_n_items (GListModel *list)
{
  return HC_NETWORK_LOG (list)->entries->len;
}

static gpointer
get_item (GListModel *list,
          guint       position)
{
  HcNetworkLog *self = HC_NETWORK_LOG (list);

  return position < self->entries->len ? g_object_ref (g_ptr_array_index (self->entries, position)) : NULL;
}

static void
hc_network_log_init_list (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/**
 * hc_network_log_new:
 * @path: (nullable) (type filename): the file that keeps the log, made when it is not there; %NULL to keep it in
 *   memory alone
 *
 * Returns: (transfer full): a log, without the entries of the file yet
 */
HcNetworkLog *
hc_network_log_new (const char *path)
{
  HcNetworkLog *self = g_object_new (HC_TYPE_NETWORK_LOG, NULL);

  self->path = g_strdup (path);

  return self;
}

static HcDatabase *
try_open (const char  *path,
          GError     **error)
{
  g_autoptr (HcDatabase) database = hc_database_new (path, HC_DATABASE_READ_WRITE, error);

  if (database == NULL ||
      !hc_database_check_identity (database, APPLICATION_ID, hc_migrations_get_newest (SCRIPTS), error) ||
      !hc_database_enable_durability (database, error) || !hc_database_execute (database, SETTINGS, error) ||
      !hc_migrations_run (database, SCRIPTS, NULL, NULL, error))
    return NULL;

  return g_steal_pointer (&database);
}

/* A log that is damaged is begun anew; what is of somebody else or newer is left alone. */
static HcDatabase *
open_in_thread (gpointer   data,
                GError   **error)
{
  const char *path = data;
  g_autoptr (GError) problem = NULL;
  HcDatabase *database = try_open (path, &problem);

  if (database == NULL &&
      (g_error_matches (problem, HC_DATABASE_ERROR, HC_DATABASE_ERROR_DAMAGED) ||
       g_error_matches (problem, HC_DATABASE_ERROR, HC_DATABASE_ERROR_NOT_A_DATABASE)))
    {
      g_autofree char *journal = g_strconcat (path, "-wal", NULL);
      g_autofree char *index = g_strconcat (path, "-shm", NULL);

      g_unlink (path);
      g_unlink (journal);
      g_unlink (index);
      g_clear_error (&problem);
      database = try_open (path, &problem);
    }

  if (database == NULL)
    g_propagate_error (error, g_steal_pointer (&problem));

  return database;
}

static HcNetworkEntry *
read_entry (HcStatement *statement)
{
  const HcService *service = hc_service_from_name (hc_statement_get_text (statement, "service"));
  gint64 time = hc_statement_get_int64 (statement, "time");
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc_usec (time);
  HcNetworkEntry *entry;

  if (service == NULL || moment == NULL)
    return NULL;

  entry = hc_network_entry_new_stored (moment, service, hc_statement_get_text (statement, "method"),
                                       hc_statement_get_text (statement, "host"),
                                       hc_statement_get_text (statement, "path"));
  hc_network_entry_set_result (entry, (guint) hc_statement_get_int64 (statement, "status"),
                               hc_statement_get_text (statement, "fault"),
                               (guint64) hc_statement_get_int64 (statement, "n_bytes"),
                               (guint) hc_statement_get_int64 (statement, "milliseconds"));

  return entry;
}

static gpointer
load_in_thread (HcDatabase  *database,
                gpointer     data,
                GError     **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (HcStatement) statement = hc_database_prepare (database, "SELECT * FROM request ORDER BY id DESC", error);
  HcStep step = HC_STEP_ERROR;

  while (statement != NULL && (step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    {
      HcNetworkEntry *entry = read_entry (statement);

      if (entry != NULL)
        g_ptr_array_add (entries, entry);
    }

  return step == HC_STEP_DONE ? g_steal_pointer (&entries) : NULL;
}

static HcStatement *
prepare_insert (HcDatabase  *database,
                GError     **error)
{
  return hc_database_prepare (database, "INSERT INTO request (time, service, method, host, path, status, fault, "
                              "n_bytes, milliseconds) VALUES (:time, :service, :method, :host, :path, :status, "
                              ":fault, :bytes, :duration)", error);
}

static gboolean
insert_entry (HcStatement     *insert,
              HcNetworkEntry  *entry,
              GError         **error)
{
  hc_statement_reset (insert);
  hc_statement_bind_int64 (insert, ":time", g_date_time_to_unix_usec (hc_network_entry_get_time (entry)));
  hc_statement_bind_text (insert, ":service", hc_network_entry_get_service (entry)->name);
  hc_statement_bind_text (insert, ":method", hc_network_entry_get_method (entry));
  hc_statement_bind_text (insert, ":host", hc_network_entry_get_host (entry));
  hc_statement_bind_text (insert, ":path", hc_network_entry_get_path (entry));
  hc_statement_bind_int64 (insert, ":status", hc_network_entry_get_status (entry));
  hc_statement_bind_text (insert, ":fault", hc_network_entry_get_fault (entry));
  hc_statement_bind_int64 (insert, ":bytes", (gint64) hc_network_entry_get_n_bytes (entry));
  hc_statement_bind_int64 (insert, ":duration", hc_network_entry_get_duration (entry));

  return hc_statement_run (insert, error);
}

static gpointer
save_in_thread (HcDatabase  *database,
                gpointer     data,
                GError     **error)
{
  g_autofree char *trim = g_strdup_printf ("DELETE FROM request WHERE id <= (SELECT max (id) FROM request) - %d",
                                           HC_NETWORK_LOG_LENGTH);
  g_autoptr (HcStatement) insert = prepare_insert (database, error);

  if (insert != NULL && insert_entry (insert, data, error))
    hc_database_execute (database, trim, error);

  return NULL;
}

static gboolean
write_all (HcDatabase  *database,
           gpointer     data,
           GError     **error)
{
  GPtrArray *entries = data;
  g_autoptr (HcStatement) insert = NULL;

  if (!hc_database_execute (database, "DELETE FROM request", error))
    return FALSE;

  insert = prepare_insert (database, error);
  for (guint i = entries->len; insert != NULL && i > 0; i--)
    if (!insert_entry (insert, g_ptr_array_index (entries, i - 1), error))
      return FALSE;

  return insert != NULL;
}

/* All rows anew, the oldest first: what is restored is older than what has come since. */
static gpointer
restore_in_thread (HcDatabase  *database,
                   gpointer     data,
                   GError     **error)
{
  hc_database_transaction (database, write_all, data, error);

  return NULL;
}

static gpointer
clear_in_thread (HcDatabase  *database,
                 gpointer     data,
                 GError     **error)
{
  hc_database_execute (database, CLEAR, error);

  return NULL;
}

/* What a callback needs. The log may be gone by then; its thread is not. */
typedef struct
{
  GWeakRef          log;
  HcDatabaseWorker *worker;
} Job;

static Job *
job_new (HcNetworkLog *self)
{
  Job *job = g_new0 (Job, 1);

  g_weak_ref_init (&job->log, self);
  job->worker = g_object_ref (self->worker);

  return job;
}

static void
job_free (Job *job)
{
  g_weak_ref_clear (&job->log);
  g_object_unref (job->worker);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

/* Without a file there is nothing to be written to, and that was told already. */
static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;

  hc_database_worker_run_finish (job->worker, result, &error);
  if (error != NULL && !g_error_matches (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CLOSED))
    g_warning ("The network log cannot be kept: %s", error->message);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;

  if (!hc_database_worker_open_finish (job->worker, result, &error))
    g_warning ("The network log cannot be kept: %s", error->message);
}

/* Those of the file are older than all that were added since. */
static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (HcNetworkLog) self = g_weak_ref_get (&job->log);
  g_autoptr (GPtrArray) entries = hc_database_worker_run_finish (job->worker, result, NULL);
  guint n_before;

  if (self == NULL)
    return;

  self->is_loaded = TRUE;
  if (entries == NULL || self->is_cleared)
    {
      g_signal_emit (self, signals[LOADED], 0);
      return;
    }

  n_before = self->entries->len;
  g_ptr_array_extend_and_steal (self->entries, g_steal_pointer (&entries));
  g_ptr_array_set_size (self->entries, (int) MIN (self->entries->len, HC_NETWORK_LOG_LENGTH));
  if (self->entries->len > n_before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, self->entries->len - n_before);
  g_signal_emit (self, signals[LOADED], 0);
}

/**
 * hc_network_log_load:
 * @self: a log
 *
 * Begins to read what was written when the program ran before; the list says so when it is there. Nothing happens
 * the second time.
 */
void
hc_network_log_load (HcNetworkLog *self)
{
  g_return_if_fail (HC_IS_NETWORK_LOG (self));

  if (self->path == NULL || self->worker != NULL)
    return;

  if (hc_network_scripts_get_resource () == NULL)
    hc_network_scripts_register_resource ();

  self->worker = hc_database_worker_new ("network log");
  hc_database_worker_open_async (self->worker, open_in_thread, g_strdup (self->path), g_free, opened_cb,
                                 job_new (self));
  hc_database_worker_run_async (self->worker, load_in_thread, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                                loaded_cb, job_new (self));
}

/**
 * hc_network_log_add:
 * @self: a log
 * @entry: a request that has ended, which nobody changes any more
 */
void
hc_network_log_add (HcNetworkLog   *self,
                    HcNetworkEntry *entry)
{
  g_return_if_fail (HC_IS_NETWORK_LOG (self));
  g_return_if_fail (HC_IS_NETWORK_ENTRY (entry));

  if (self->entries->len == HC_NETWORK_LOG_LENGTH)
    {
      g_ptr_array_set_size (self->entries, HC_NETWORK_LOG_LENGTH - 1);
      g_list_model_items_changed (G_LIST_MODEL (self), HC_NETWORK_LOG_LENGTH - 1, 1, 0);
    }

  g_ptr_array_insert (self->entries, 0, g_object_ref (entry));
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, 1);

  /* The thread does one thing after the other: what was there before is read first. */
  hc_network_log_load (self);
  if (self->worker != NULL)
    hc_database_worker_run_async (self->worker, save_in_thread, g_object_ref (entry), g_object_unref, NULL, done_cb,
                                  job_new (self));
}

/**
 * hc_network_log_is_loaded:
 * @self: a log
 *
 * Returns: whether the list has all that was written down; ::loaded says when it has
 */
gboolean
hc_network_log_is_loaded (HcNetworkLog *self)
{
  g_return_val_if_fail (HC_IS_NETWORK_LOG (self), FALSE);

  return self->path == NULL || self->is_loaded;
}

/**
 * hc_network_log_clear:
 * @self: a log
 *
 * Forgets all requests, in the file as well.
 */
void
hc_network_log_clear (HcNetworkLog *self)
{
  guint n_removed;

  g_return_if_fail (HC_IS_NETWORK_LOG (self));

  n_removed = self->entries->len;
  g_ptr_array_set_size (self->entries, 0);
  if (n_removed > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_removed, 0);

  self->is_cleared = TRUE;
  hc_network_log_load (self);
  if (self->worker != NULL)
    hc_database_worker_run_async (self->worker, clear_in_thread, NULL, NULL, NULL, done_cb, job_new (self));
}

/**
 * hc_network_log_restore:
 * @self: a log that was cleared
 * @entries: (element-type HcNetworkEntry): what was in it, the newest first
 *
 * Takes hc_network_log_clear() back. The requests that were sent since stand above those that come back.
 */
void
hc_network_log_restore (HcNetworkLog *self,
                        GListModel   *entries)
{
  GPtrArray *all;
  guint n_before;

  g_return_if_fail (HC_IS_NETWORK_LOG (self));
  g_return_if_fail (G_IS_LIST_MODEL (entries));

  n_before = self->entries->len;
  for (guint i = 0; i < g_list_model_get_n_items (entries) && self->entries->len < HC_NETWORK_LOG_LENGTH; i++)
    g_ptr_array_add (self->entries, g_list_model_get_item (entries, i));

  if (self->entries->len > n_before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, self->entries->len - n_before);

  hc_network_log_load (self);
  if (self->worker == NULL)
    return;

  all = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->entries->len; i++)
    g_ptr_array_add (all, g_object_ref (g_ptr_array_index (self->entries, i)));

  hc_database_worker_run_async (self->worker, restore_in_thread, all, (GDestroyNotify) g_ptr_array_unref, NULL,
                                done_cb, job_new (self));
}
