/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-database-worker.h"

/**
 * HcDatabaseWorker:
 *
 * A thread that owns one database. Jobs run one after the other in the order in which they were
 * given; their results come back to the main context of the caller. When the worker is stopped or
 * finalized, the jobs that still wait are done first: what was handed over is never dropped.
 */
struct _HcDatabaseWorker
{
  GObject      parent_instance;

  GAsyncQueue *queue;    /* of GTask, or of QUIT */
  GThread     *thread;   /* NULL once the worker was stopped */

  HcDatabase  *database; /* touched by the thread only */
};

G_DEFINE_FINAL_TYPE (HcDatabaseWorker, hc_database_worker, G_TYPE_OBJECT)

/* What a task of the queue is to do: opener or job, never both. */
typedef struct
{
  HcDatabaseOpener opener;
  HcDatabaseJob    job;
  gpointer         data;
  GDestroyNotify   free_data;
  GDestroyNotify   free_result;
} Request;

static char quit_marker;
#define QUIT ((gpointer) &quit_marker)

static void
request_free (Request *request)
{
  if (request->free_data != NULL)
    request->free_data (request->data);

  g_free (request);
}

static void
handle_request (HcDatabaseWorker *self,
                GTask            *task)
{
  Request *request = g_task_get_task_data (task);
  GError *error = NULL;
  gpointer result = NULL;

  if (request->opener != NULL)
    {
      g_clear_object (&self->database);
      self->database = request->opener (request->data, &error);
    }
  else if (self->database == NULL)
    {
      error = g_error_new_literal (HC_DATABASE_ERROR, HC_DATABASE_ERROR_CLOSED,
                                   "The database is not open");
    }
  else
    {
      result = request->job (self->database, request->data, &error);
    }

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, request->free_result);
}

static gpointer
worker_thread (gpointer data)
{
  HcDatabaseWorker *self = data;
  gpointer item;

  while ((item = g_async_queue_pop (self->queue)) != QUIT)
    {
      handle_request (self, item);
      g_object_unref (item);
    }

  /* The connection is closed by the thread that used it. */
  g_clear_object (&self->database);

  return NULL;
}

static void
hc_database_worker_finalize (GObject *object)
{
  HcDatabaseWorker *self = HC_DATABASE_WORKER (object);

  hc_database_worker_stop (self);
  g_async_queue_unref (self->queue);

  G_OBJECT_CLASS (hc_database_worker_parent_class)->finalize (object);
}

static void
hc_database_worker_class_init (HcDatabaseWorkerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_database_worker_finalize;
}

static void
hc_database_worker_init (HcDatabaseWorker *self)
{
  self->queue = g_async_queue_new ();
}

/**
 * hc_database_worker_new:
 * @name: the name of the thread, for debuggers
 *
 * Returns: (transfer full): a worker without a database
 */
HcDatabaseWorker *
hc_database_worker_new (const char *name)
{
  HcDatabaseWorker *self = g_object_new (HC_TYPE_DATABASE_WORKER, NULL);

  self->thread = g_thread_new (name, worker_thread, self);

  return self;
}

/**
 * hc_database_worker_stop:
 * @self: a worker
 *
 * Does the jobs that still wait, closes the database and ends the thread. Their callbacks come as
 * they would have; what is handed over later fails with %HC_DATABASE_ERROR_CLOSED. To be called in
 * the thread that hands over the jobs. A second call does nothing.
 */
void
hc_database_worker_stop (HcDatabaseWorker *self)
{
  g_return_if_fail (HC_IS_DATABASE_WORKER (self));

  if (self->thread == NULL)
    return;

  g_async_queue_push (self->queue, QUIT);
  g_thread_join (g_steal_pointer (&self->thread));
}

/* The source object of a task would keep the worker alive until its thread has let go of the task:
 * the thread would then join itself. The task therefore has none; whoever waits for a result holds
 * on to what the result is for. */
static void
push_request (HcDatabaseWorker    *self,
              Request             *request,
              gpointer             tag,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);

  if (self->thread == NULL)
    {
      g_task_return_new_error_literal (task, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CLOSED,
                                       "The database was closed for good");
      g_object_unref (task);
      return;
    }

  g_async_queue_push (self->queue, task);
}

/**
 * hc_database_worker_open_async:
 * @self: a worker
 * @opener: (scope async): opens the database
 * @data: passed to @opener
 * @free_data: (nullable): frees @data
 * @callback: called in the caller's main context
 * @user_data: passed to @callback
 *
 * Closes the database that the worker has, if any, and opens another.
 */
void
hc_database_worker_open_async (HcDatabaseWorker    *self,
                               HcDatabaseOpener     opener,
                               gpointer             data,
                               GDestroyNotify       free_data,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  Request *request;

  g_return_if_fail (HC_IS_DATABASE_WORKER (self));
  g_return_if_fail (opener != NULL);

  request = g_new0 (Request, 1);
  request->opener = opener;
  request->data = data;
  request->free_data = free_data;

  push_request (self, request, hc_database_worker_open_async, callback, user_data);
}

/**
 * hc_database_worker_open_finish:
 * @self: a worker
 * @result: what the callback was given
 * @error: return location for the error of the opener
 *
 * Returns: whether the database is open
 */
gboolean
hc_database_worker_open_finish (HcDatabaseWorker  *self,
                                GAsyncResult      *result,
                                GError           **error)
{
  g_return_val_if_fail (HC_IS_DATABASE_WORKER (self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_database_worker_open_async), FALSE);

  g_task_propagate_pointer (G_TASK (result), error);

  return !g_task_had_error (G_TASK (result));
}

/**
 * hc_database_worker_run_async:
 * @self: a worker
 * @job: (scope async): the work
 * @data: passed to @job
 * @free_data: (nullable): frees @data
 * @free_result: (nullable): frees a result that nobody takes
 * @callback: (nullable): called in the caller's main context
 * @user_data: passed to @callback
 */
void
hc_database_worker_run_async (HcDatabaseWorker    *self,
                              HcDatabaseJob        job,
                              gpointer             data,
                              GDestroyNotify       free_data,
                              GDestroyNotify       free_result,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  Request *request;

  g_return_if_fail (HC_IS_DATABASE_WORKER (self));
  g_return_if_fail (job != NULL);

  request = g_new0 (Request, 1);
  request->job = job;
  request->data = data;
  request->free_data = free_data;
  request->free_result = free_result;

  push_request (self, request, hc_database_worker_run_async, callback, user_data);
}

/**
 * hc_database_worker_run_finish:
 * @self: a worker
 * @result: what the callback was given
 * @error: return location for the error of the job
 *
 * Returns: (transfer full) (nullable): the result of the job
 */
gpointer
hc_database_worker_run_finish (HcDatabaseWorker  *self,
                               GAsyncResult      *result,
                               GError           **error)
{
  g_return_val_if_fail (HC_IS_DATABASE_WORKER (self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_database_worker_run_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
