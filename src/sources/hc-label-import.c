/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-label-import.h"

#include "hc-label-scanner.h"
#include "hc-sources-database.h"

/* So many labels are saved together: a commit takes longer than a label. What was complete stays when the
 * import is canceled, or the program ends. */
#define BATCH 200

/**
 * HcLabelImport:
 *
 * One import of labels into sources.db, in a thread of its own. It can be paused and canceled.
 */
struct _HcLabelImport
{
  HcImport  parent_instance;

  char     *database_path;

  GMutex    mutex;    /* for what follows */
  GCond     resumed;
  gboolean  paused;
  gboolean  canceled;
};

G_DEFINE_FINAL_TYPE (HcLabelImport, hc_label_import, HC_TYPE_IMPORT)

/* What the thread has. */
typedef struct
{
  HcLabelImport  *import;
  HcDatabase     *database;
  HcLabelWriter  *writer;
  HcImportReport *report;
  HcImportReport *batch;   /* of the labels that are not saved yet */
  gboolean        in_batch;
  GError         *error;   /* why nothing can be saved any more */
} Job;

static void
hc_label_import_finalize (GObject *object)
{
  HcLabelImport *self = HC_LABEL_IMPORT (object);

  g_free (self->database_path);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->resumed);

  G_OBJECT_CLASS (hc_label_import_parent_class)->finalize (object);
}

static void
hc_label_import_class_init (HcLabelImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_label_import_finalize;
}

static void
hc_label_import_init (HcLabelImport *self)
{
  g_mutex_init (&self->mutex);
  g_cond_init (&self->resumed);
}

/**
 * hc_label_import_new:
 * @database_path: (type filename): sources.db, made when it is not there
 *
 * Returns: (transfer full): an import for the thread that makes it
 */
HcLabelImport *
hc_label_import_new (const char *database_path)
{
  HcLabelImport *self;

  g_return_val_if_fail (database_path != NULL, NULL);

  self = g_object_new (HC_TYPE_LABEL_IMPORT, NULL);
  self->database_path = g_strdup (database_path);

  return self;
}

static gboolean
take_progress_cb (double   fraction,
                  gpointer user_data)
{
  Job *job = user_data;
  HcLabelImport *self = job->import;
  gboolean canceled;

  g_mutex_lock (&self->mutex);
  while (self->paused && !self->canceled)
    g_cond_wait (&self->resumed, &self->mutex);
  canceled = self->canceled;
  g_mutex_unlock (&self->mutex);

  hc_import_tell (HC_IMPORT (self), fraction);

  return !canceled && job->error == NULL;
}

static void
count_saved (Job *job)
{
  job->report->n_added += job->batch->n_added;
  job->report->n_updated += job->batch->n_updated;
  job->report->n_unchanged += job->batch->n_unchanged;
}

static gboolean
end_batch (Job *job)
{
  gboolean saved;

  if (!job->in_batch)
    return TRUE;

  job->in_batch = FALSE;
  saved = hc_database_execute (job->database, "COMMIT", &job->error);

  if (saved)
    count_saved (job);
  else
    hc_database_execute (job->database, "ROLLBACK", NULL);

  g_clear_pointer (&job->batch, hc_import_report_free);
  job->batch = hc_import_report_new ();

  return saved;
}

static gboolean
take_label_cb (HcLabel    *label,
               const char *file,
               gpointer    user_data)
{
  Job *job = user_data;
  g_autoptr (HcLabel) owned = label;
  HcLabelOutcome outcome;

  if (!job->in_batch)
    {
      if (!hc_database_execute (job->database, "BEGIN IMMEDIATE", &job->error))
        return FALSE;
      job->in_batch = TRUE;
    }

  if (!hc_label_writer_put (job->writer, owned, file, &outcome, &job->error))
    {
      /* Half a label must not stay. What was complete in this batch is imported again next time. */
      hc_database_execute (job->database, "ROLLBACK", NULL);
      job->in_batch = FALSE;
      return FALSE;
    }

  hc_import_report_count (job->batch, outcome);

  hc_import_count (HC_IMPORT (job->import));

  return job->batch->n_added + job->batch->n_updated + job->batch->n_unchanged < BATCH || end_batch (job);
}

static void
take_problem_cb (const char   *file,
                 const GError *error,
                 gpointer      user_data)
{
  Job *job = user_data;

  hc_import_report_add_problem (job->report, file, error);
}

static void
run (GTask        *task,
     gpointer      source,
     gpointer      data,
     GCancellable *cancellable)
{
  static const HcLabelScannerFuncs funcs = { take_label_cb, take_problem_cb, take_progress_cb };
  HcLabelImport *self = source;
  Job job = { .import = self };
  g_autoptr (GError) error = NULL;

  job.database = hc_sources_database_open (self->database_path, &error);
  job.writer = job.database != NULL ? hc_label_writer_new (job.database, &error) : NULL;

  if (job.writer == NULL)
    {
      g_clear_object (&job.database);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  job.report = hc_import_report_new ();
  job.batch = hc_import_report_new ();

  job.report->canceled = !hc_label_scanner_scan (data, &funcs, &job) && job.error == NULL;
  end_batch (&job);

  if (job.error != NULL)
    {
      hc_import_report_add_problem (job.report, self->database_path, job.error);
      g_clear_error (&job.error);
    }

  hc_import_report_free (job.batch);
  hc_label_writer_free (job.writer);
  g_object_unref (job.database);

  g_task_return_pointer (task, job.report, (GDestroyNotify) hc_import_report_free);
}

/**
 * hc_label_import_run_async:
 * @self: an import that was not run yet
 * @paths: (array zero-terminated=1) (element-type filename): files and folders
 * @callback: called in the thread that made the import
 * @user_data: for @callback
 *
 * Imports labels, see hc_label_scanner_scan().
 */
void
hc_label_import_run_async (HcLabelImport       *self,
                           const char *const   *paths,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (HC_IS_LABEL_IMPORT (self));
  g_return_if_fail (paths != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, hc_label_import_run_async);
  g_task_set_task_data (task, g_strdupv ((char **) paths), (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, run);
}

/**
 * hc_label_import_run_finish:
 * @self: an import
 * @result: what the callback got
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): what became of it; %NULL when sources.db cannot be opened
 */
HcImportReport *
hc_label_import_run_finish (HcLabelImport  *self,
                            GAsyncResult   *result,
                            GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_label_import_run_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
set_state (HcLabelImport *self,
           gboolean       paused,
           gboolean       canceled)
{
  g_mutex_lock (&self->mutex);
  self->paused = paused;
  self->canceled |= canceled;
  g_cond_signal (&self->resumed);
  g_mutex_unlock (&self->mutex);
}

/**
 * hc_label_import_pause:
 * @self: an import
 *
 * Lets it wait, as soon as it has read the piece that it is at.
 */
void
hc_label_import_pause (HcLabelImport *self)
{
  g_return_if_fail (HC_IS_LABEL_IMPORT (self));

  set_state (self, TRUE, FALSE);
}

/**
 * hc_label_import_resume:
 * @self: an import
 *
 * Lets it go on.
 */
void
hc_label_import_resume (HcLabelImport *self)
{
  g_return_if_fail (HC_IS_LABEL_IMPORT (self));

  set_state (self, FALSE, FALSE);
}

/**
 * hc_label_import_cancel:
 * @self: an import
 *
 * Ends it. The labels that were complete stay.
 */
void
hc_label_import_cancel (HcLabelImport *self)
{
  g_return_if_fail (HC_IS_LABEL_IMPORT (self));

  set_state (self, FALSE, TRUE);
}

/**
 * hc_label_import_is_paused:
 * @self: an import
 *
 * Returns: whether it waits
 */
gboolean
hc_label_import_is_paused (HcLabelImport *self)
{
  gboolean paused;

  g_return_val_if_fail (HC_IS_LABEL_IMPORT (self), FALSE);

  g_mutex_lock (&self->mutex);
  paused = self->paused;
  g_mutex_unlock (&self->mutex);

  return paused;
}

/**
 * hc_label_import_get_progress:
 * @self: an import
 * @n_labels: (out): how many labels were read
 *
 * Returns: how much of the files was read, 0 to 1
 */
double
hc_label_import_get_progress (HcLabelImport *self,
                              guint         *n_labels)
{
  g_return_val_if_fail (HC_IS_LABEL_IMPORT (self), 0);

  return hc_import_get_progress (HC_IMPORT (self), n_labels);
}
