/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-import.h"

#include "hc-trial-batch.h"
#include "hc-trial-files.h"

/**
 * HcTrialImport:
 *
 * One import of files of trials into sources.db, in a thread of its own.
 */
struct _HcTrialImport
{
  HcImport  parent_instance;

  char     *database_path;
  HcClock  *clock;
};

G_DEFINE_FINAL_TYPE (HcTrialImport, hc_trial_import, HC_TYPE_IMPORT)

/* What the thread has. */
typedef struct
{
  HcTrialImport *import;
  GCancellable  *cancellable;
  HcTrialBatch  *batch;
  HcTrialReport *report;
  GError        *error;   /* why nothing can be saved any more */
} Job;

typedef struct
{
  char **paths;
  char  *seen;
} Order;

static void
order_free (Order *order)
{
  g_strfreev (order->paths);
  g_free (order->seen);
  g_free (order);
}

static void
hc_trial_import_finalize (GObject *object)
{
  HcTrialImport *self = HC_TRIAL_IMPORT (object);

  g_free (self->database_path);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (hc_trial_import_parent_class)->finalize (object);
}

static void
hc_trial_import_class_init (HcTrialImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_trial_import_finalize;
}

static void
hc_trial_import_init (HcTrialImport *self)
{
}

/**
 * hc_trial_import_new:
 * @database_path: (type filename): sources.db, made when it is not there
 * @clock: tells when the trials were imported
 *
 * Returns: (transfer full): an import for the thread that makes it
 */
HcTrialImport *
hc_trial_import_new (const char *database_path,
                     HcClock    *clock)
{
  HcTrialImport *self;

  g_return_val_if_fail (database_path != NULL, NULL);
  g_return_val_if_fail (HC_IS_CLOCK (clock), NULL);

  self = g_object_new (HC_TYPE_TRIAL_IMPORT, NULL);
  self->database_path = g_strdup (database_path);
  self->clock = g_object_ref (clock);

  return self;
}

static gboolean
take_progress_cb (double   fraction,
                  gpointer user_data)
{
  Job *job = user_data;

  hc_import_tell (HC_IMPORT (job->import), fraction);

  return job->error == NULL && !g_cancellable_is_cancelled (job->cancellable);
}

static gboolean
take_trial_cb (HcTrial  *trial,
               gpointer  user_data)
{
  Job *job = user_data;
  g_autoptr (HcTrial) owned = trial;

  if (!hc_trial_batch_put (job->batch, owned, job->report, &job->error))
    return FALSE;

  hc_import_count (HC_IMPORT (job->import));

  return TRUE;
}

static void
take_problem_cb (const char   *file,
                 const GError *error,
                 gpointer      user_data)
{
  Job *job = user_data;

  hc_trial_report_add_problem (job->report, file, error);
}

static void
run (GTask        *task,
     gpointer      source,
     gpointer      data,
     GCancellable *cancellable)
{
  static const HcTrialFilesFuncs funcs = { take_trial_cb, take_problem_cb, take_progress_cb };
  HcTrialImport *self = source;
  Order *order = data;
  Job job = { .import = self, .cancellable = cancellable };
  g_autoptr (GError) error = NULL;

  job.batch = hc_trial_batch_new (self->database_path, HC_TRIAL_ORIGIN_FILE, order->seen, &error);
  if (job.batch == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  job.report = hc_trial_report_new ();
  job.report->canceled = !hc_trial_files_read ((const char *const *) order->paths, &funcs, &job) &&
                         job.error == NULL;

  if (job.error == NULL)
    hc_trial_batch_end (job.batch, job.report, &job.error);

  if (job.error != NULL)
    {
      g_autofree char *name = g_filename_display_basename (self->database_path);

      hc_trial_report_add_problem (job.report, name, job.error);
      g_clear_error (&job.error);
    }

  hc_trial_batch_free (job.batch);
  g_task_return_pointer (task, job.report, (GDestroyNotify) hc_trial_report_free);
}

/**
 * hc_trial_import_run_async:
 * @self: an import that was not run yet
 * @paths: (array zero-terminated=1) (element-type filename): files
 * @cancellable: (nullable): ends it; the trials that were complete stay, and it ends with a report
 * @callback: called in the thread that made the import
 * @user_data: for @callback
 *
 * Imports trials, see hc_trial_files_read().
 */
void
hc_trial_import_run_async (HcTrialImport       *self,
                           const char *const   *paths,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GDateTime) now = NULL;
  Order *order;

  g_return_if_fail (HC_IS_TRIAL_IMPORT (self));
  g_return_if_fail (paths != NULL);

  now = hc_clock_dup_time (self->clock);
  order = g_new0 (Order, 1);
  order->paths = g_strdupv ((char **) paths);
  order->seen = hc_trial_time_print (now);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, hc_trial_import_run_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, order, (GDestroyNotify) order_free);
  g_task_run_in_thread (task, run);
}

/**
 * hc_trial_import_run_finish:
 * @self: an import
 * @result: what the callback got
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): what became of it; %NULL when sources.db cannot be opened
 */
HcTrialReport *
hc_trial_import_run_finish (HcTrialImport  *self,
                            GAsyncResult   *result,
                            GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_trial_import_run_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * hc_trial_import_get_progress:
 * @self: an import
 * @n_trials: (out): how many trials were read
 *
 * Returns: how much of the files was read, 0 to 1
 */
double
hc_trial_import_get_progress (HcTrialImport *self,
                              guint         *n_trials)
{
  g_return_val_if_fail (HC_IS_TRIAL_IMPORT (self), 0);

  return hc_import_get_progress (HC_IMPORT (self), n_trials);
}
