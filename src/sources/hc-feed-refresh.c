/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-feed-refresh.h"

#include "hc-database-worker.h"
#include "hc-feed-address.h"
#include "hc-feed-reader.h"
#include "hc-feed-rows.h"
#include "hc-sources-database.h"

/* So many servers are asked at once. */
#define MAX_AT_ONCE 4

/**
 * HcFeedRefresh:
 *
 * Fetches feeds, reads them and writes what is new to sources.db, in a thread of its own. What one feed does
 * harms no other one: its problem is kept with its date, and so are its earlier items.
 */
struct _HcFeedRefresh
{
  GObject           parent_instance;

  char             *path;
  HcFeedFetcher    *fetcher;
  HcClock          *clock;
  HcDatabaseWorker *worker;  /* NULL until something is to be done */
  gboolean          is_open; /* its database */
};

enum {
  PROGRESS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcFeedRefresh, hc_feed_refresh, G_TYPE_OBJECT)

static void
hc_feed_refresh_finalize (GObject *object)
{
  HcFeedRefresh *self = HC_FEED_REFRESH (object);

  if (self->worker != NULL)
    hc_database_worker_stop (self->worker);
  g_clear_object (&self->worker);
  g_clear_object (&self->fetcher);
  g_clear_object (&self->clock);
  g_free (self->path);

  G_OBJECT_CLASS (hc_feed_refresh_parent_class)->finalize (object);
}

static void
hc_feed_refresh_class_init (HcFeedRefreshClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_feed_refresh_finalize;

  /**
   * HcFeedRefresh::progress:
   * @self: a refresh
   * @n_done: how many feeds are done
   * @n_all: of how many
   */
  signals[PROGRESS] = g_signal_new ("progress", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL,
                                    G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
hc_feed_refresh_init (HcFeedRefresh *self)
{
}

static HcDatabase *
open_database (gpointer   data,
               GError   **error)
{
  return hc_sources_database_open (data, error);
}

/**
 * hc_feed_refresh_new:
 * @path: (type filename): sources.db, which is made when something is fetched
 * @fetcher: who fetches
 * @clock: the clock for the times of what is fetched
 *
 * Returns: (transfer full): a refresh that does nothing yet
 */
HcFeedRefresh *
hc_feed_refresh_new (const char    *path,
                     HcFeedFetcher *fetcher,
                     HcClock       *clock)
{
  HcFeedRefresh *self;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (HC_IS_FEED_FETCHER (fetcher), NULL);
  g_return_val_if_fail (HC_IS_CLOCK (clock), NULL);

  self = g_object_new (HC_TYPE_FEED_REFRESH, NULL);
  self->path = g_strdup (path);
  self->fetcher = g_object_ref (fetcher);
  self->clock = g_object_ref (clock);

  return self;
}

/* A refresh of some feeds, the data of its task. */
typedef struct
{
  GPtrArray           *targets;
  gboolean             forced;
  guint                n_begun;
  guint                n_done;
  HcFeedRefreshReport *report;
} Run;

static void
run_free (Run *run)
{
  g_ptr_array_unref (run->targets);
  g_clear_pointer (&run->report, hc_feed_refresh_report_free);
  g_free (run);
}

/* One feed of a refresh. The thread of the database touches it while the main thread waits for that. */
typedef struct
{
  GTask        *task;   /* of the whole refresh */
  HcFeedTarget *target;
  HcFeedStatus *status;
  HcFeedReply  *reply;
  GDateTime    *now;
  GError       *problem; /* why there is no reply, or it could not be read or saved */
  guint         n_new;
} One;

static void
one_free (One *one)
{
  g_clear_pointer (&one->status, hc_feed_status_free);
  g_clear_pointer (&one->reply, hc_feed_reply_free);
  g_clear_pointer (&one->now, g_date_time_unref);
  g_clear_error (&one->problem);
  g_object_unref (one->task);
  g_free (one);
}

static void pump (GTask *task);

static void
finish_one (One      *one,
            gboolean  is_skipped)
{
  g_autoptr (GTask) task = g_object_ref (one->task);
  Run *run = g_task_get_task_data (task);

  if (is_skipped)
    run->report->n_skipped++;
  else
    {
      if (one->status->problem == HC_FEED_PROBLEM_NONE || one->status->problem == HC_FEED_PROBLEM_INCOMPLETE)
        run->report->n_fresh++;
      else
        run->report->n_failed++;

      run->report->n_new += one->n_new;
      g_ptr_array_add (run->report->statuses, g_steal_pointer (&one->status));
    }

  run->n_done++;
  one_free (one);
  g_signal_emit (g_task_get_source_object (task), signals[PROGRESS], 0, run->n_done, run->targets->len);
  pump (task);
}

/* Takes over what a feed that was read says of itself. */
static void
describe (HcFeedStatus *status,
          HcFeed       *feed)
{
  if (*feed->title != '\0')
    g_set_str (&status->title, feed->title);
  g_set_str (&status->home, feed->home);
  g_set_str (&status->description, feed->description);
}

/* Notes where the reply came from, and where the server says that the feed is. */
static void
note_move (One *one)
{
  HcFeedStatus *status = one->status;
  const char *moved_to = one->reply->moved_to;

  if (moved_to == NULL || !hc_feed_address_is_web (moved_to) || g_str_equal (moved_to, one->target->address))
    return;

  g_set_str (&status->moved_to, moved_to);

  if (hc_feed_problem_from_status (one->reply->status) == HC_FEED_PROBLEM_NONE)
    g_set_str (&status->address, moved_to);
}

/* Reads what came, and writes the items. Returns the problem with it. */
static HcFeedProblem
take_body (One         *one,
           HcDatabase  *database)
{
  HcFeedReply *reply = one->reply;
  g_autoptr (HcFeed) feed = NULL;

  feed = reply->body != NULL
    ? hc_feed_read (reply->body, reply->content_type, one->status->address, &one->problem) : NULL;

  if (feed == NULL && one->problem == NULL)
    g_set_error_literal (&one->problem, HC_FEED_ERROR, HC_FEED_ERROR_EMPTY, "There is nothing in it");

  if (feed == NULL)
    return hc_feed_problem_from_error (one->problem);

  describe (one->status, feed);

  /* The items name their feed, so that it must be there before them. */
  if (!hc_feed_rows_write_status (database, one->status, &one->problem) ||
      !hc_feed_rows_write_items (database, one->target->id, feed, (const char *const *) one->target->saved,
                                 one->now,
                                 &one->n_new, &one->problem))
    return HC_FEED_PROBLEM_NOT_SAVED;

  /* Of what is broken the whole is wanted again. */
  g_set_str (&one->status->etag, feed->is_damaged ? NULL : reply->etag);
  g_set_str (&one->status->last_modified, feed->is_damaged ? NULL : reply->last_modified);

  return feed->is_damaged ? HC_FEED_PROBLEM_INCOMPLETE : HC_FEED_PROBLEM_NONE;
}

/* In the thread of the database. */
static gpointer
take_reply (HcDatabase  *database,
            gpointer     data,
            GError     **error)
{
  One *one = data;
  HcFeedProblem problem = HC_FEED_PROBLEM_NONE;

  one->status->status = one->reply != NULL ? one->reply->status : 0;
  hc_feed_status_set_time (&one->status->tried, one->now);
  hc_feed_status_set_time (&one->status->not_before, one->reply != NULL ? one->reply->not_before : NULL);

  if (one->problem != NULL)
    problem = hc_feed_problem_from_error (one->problem);

  if (one->reply != NULL)
    {
      note_move (one);
      problem = hc_feed_problem_from_status (one->reply->status);

      if (problem == HC_FEED_PROBLEM_NONE && one->reply->status != 304)
        problem = take_body (one, database);

      if (problem == HC_FEED_PROBLEM_NONE || problem == HC_FEED_PROBLEM_INCOMPLETE)
        hc_feed_status_set_time (&one->status->fetched, one->now);
    }

  hc_feed_status_set_problem (one->status, problem, one->now);
  if (!hc_feed_rows_write_status (database, one->status, error))
    hc_feed_status_set_problem (one->status, HC_FEED_PROBLEM_NOT_SAVED, one->now);

  return NULL;
}

static void
reply_taken_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  One *one = user_data;
  HcFeedRefresh *self = g_task_get_source_object (one->task);
  g_autoptr (GError) error = NULL;

  hc_database_worker_run_finish (self->worker, result, &error);
  if (error != NULL)
    hc_feed_status_set_problem (one->status, HC_FEED_PROBLEM_NOT_SAVED, one->now);

  finish_one (one, FALSE);
}

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  One *one = user_data;
  HcFeedRefresh *self = g_task_get_source_object (one->task);

  one->reply = hc_feed_fetcher_fetch_finish (HC_FEED_FETCHER (source), result, &one->problem);

  /* That somebody ended it is no fault of the feed. */
  if (g_cancellable_is_cancelled (g_task_get_cancellable (one->task)))
    {
      finish_one (one, TRUE);
      return;
    }

  hc_database_worker_run_async (self->worker, take_reply, one, NULL, NULL, reply_taken_cb, one);
}

static gpointer
read_status (HcDatabase  *database,
             gpointer     data,
             GError     **error)
{
  One *one = data;

  return hc_feed_rows_read_status (database, one->target->id, error);
}

/* Whether nobody is to be asked now. */
static gboolean
is_skipped (One *one)
{
  const HcFeedStatus *status = one->status;
  Run *run = g_task_get_task_data (one->task);

  if (run->forced)
    return FALSE;

  return status->problem == HC_FEED_PROBLEM_GONE ||
         (status->not_before != NULL && g_date_time_compare (one->now, status->not_before) < 0);
}

static void
status_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  One *one = user_data;
  HcFeedRefresh *self = g_task_get_source_object (one->task);
  GCancellable *cancellable = g_task_get_cancellable (one->task);
  gboolean is_known;

  one->status = hc_database_worker_run_finish (self->worker, result, &one->problem);

  if (one->problem != NULL)
    {
      one->status = hc_feed_status_new (one->target->id, one->target->address);
      hc_feed_status_set_problem (one->status, HC_FEED_PROBLEM_NOT_SAVED, one->now);
      finish_one (one, FALSE);
      return;
    }

  is_known = one->status != NULL;
  if (!is_known)
    one->status = hc_feed_status_new (one->target->id, one->target->address);

  /* The person has another address for it; what the old server said holds no longer. Where the server moved
   * it on its own host, that is followed. */
  if (is_known && !g_str_equal (one->status->address, one->target->address) &&
      !(g_strcmp0 (one->status->moved_to, one->status->address) == 0 &&
        hc_feed_address_same_host (one->status->address, one->target->address)))
    {
      g_set_str (&one->status->address, one->target->address);
      g_clear_pointer (&one->status->etag, g_free);
      g_clear_pointer (&one->status->last_modified, g_free);
      g_clear_pointer (&one->status->moved_to, g_free);
      hc_feed_status_set_time (&one->status->not_before, NULL);
      hc_feed_status_set_problem (one->status, HC_FEED_PROBLEM_NONE, one->now);
    }

  if (is_skipped (one) || g_cancellable_is_cancelled (cancellable))
    {
      finish_one (one, TRUE);
      return;
    }

  hc_feed_fetcher_fetch_async (self->fetcher, one->status->address, one->status->etag,
                               one->status->last_modified,
                               cancellable, fetched_cb, one);
}

static void
begin_one (GTask        *task,
           HcFeedTarget *target)
{
  HcFeedRefresh *self = g_task_get_source_object (task);
  One *one = g_new0 (One, 1);

  one->task = g_object_ref (task);
  one->target = target;
  one->now = hc_clock_dup_time (self->clock);
  hc_database_worker_run_async (self->worker, read_status, one, NULL, (GDestroyNotify) hc_feed_status_free,
                                status_read_cb, one);
}

/* Begins as many as may be under way, and ends when all are done. */
static void
pump (GTask *task)
{
  Run *run = g_task_get_task_data (task);

  while (run->n_begun < run->targets->len && run->n_begun - run->n_done < MAX_AT_ONCE)
    begin_one (task, g_ptr_array_index (run->targets, run->n_begun++));

  if (run->n_done < run->targets->len || run->report == NULL)
    return;

  g_task_return_pointer (task, g_steal_pointer (&run->report), (GDestroyNotify) hc_feed_refresh_report_free);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HcFeedRefresh *self = g_task_get_source_object (task);
  GError *error = NULL;

  self->is_open = hc_database_worker_open_finish (self->worker, result, &error);

  if (self->is_open)
    pump (task);
  else
    g_task_return_error (task, error);
}

/* Opens the database where it is not open, also when that failed before. */
static void
open_then (GTask               *task,
           GAsyncReadyCallback  callback)
{
  HcFeedRefresh *self = g_task_get_source_object (task);

  if (self->worker == NULL)
    self->worker = hc_database_worker_new ("feeds");

  hc_database_worker_open_async (self->worker, open_database, g_strdup (self->path), g_free, callback, task);
}

/**
 * hc_feed_refresh_run_async:
 * @self: a refresh
 * @targets: (element-type HcFeedTarget): the feeds; the array is kept and must not be changed
 * @forced: whether those are asked as well that are gone, or whose server asked for patience
 * @cancellable: (nullable): ends it early; what was fetched until then is kept
 * @callback: called when all is done
 * @user_data: passed to @callback
 *
 * Fetches feeds, four at once, and tells servers what is here already, so that they need not send it again.
 */
void
hc_feed_refresh_run_async (HcFeedRefresh       *self,
                           GPtrArray           *targets,
                           gboolean             forced,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Run *run;

  g_return_if_fail (HC_IS_FEED_REFRESH (self));
  g_return_if_fail (targets != NULL);

  /* What was fetched is not thrown away when it was ended at the last moment. */
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, hc_feed_refresh_run_async);

  run = g_new0 (Run, 1);
  run->targets = g_ptr_array_ref (targets);
  run->forced = forced;
  run->report = g_new0 (HcFeedRefreshReport, 1);
  run->report->statuses = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_feed_status_free);
  g_task_set_task_data (task, run, (GDestroyNotify) run_free);

  if (self->is_open)
    pump (task);
  else
    open_then (g_steal_pointer (&task), opened_cb);
}

/**
 * hc_feed_refresh_run_finish:
 * @self: a refresh
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): what became of it; %NULL only when sources.db cannot be opened
 */
HcFeedRefreshReport *
hc_feed_refresh_run_finish (HcFeedRefresh  *self,
                            GAsyncResult   *result,
                            GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_feed_refresh_run_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
forget (HcDatabase  *database,
        gpointer     data,
        GError     **error)
{
  hc_feed_rows_remove (database, data, error);

  return NULL;
}

static void
forgotten_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HcFeedRefresh *self = g_task_get_source_object (task);
  GError *error = NULL;

  hc_database_worker_run_finish (self->worker, result, &error);

  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
opened_to_forget_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HcFeedRefresh *self = g_task_get_source_object (task);
  char *id = g_task_get_task_data (task);
  GError *error = NULL;

  self->is_open = hc_database_worker_open_finish (self->worker, result, &error);

  if (self->is_open)
    hc_database_worker_run_async (self->worker, forget, g_strdup (id), g_free, NULL, forgotten_cb,
                                  g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

/**
 * hc_feed_refresh_forget_async:
 * @self: a refresh
 * @id: the id of a feed
 * @callback: (nullable): called when it is gone
 * @user_data: passed to @callback
 *
 * Forgets a feed that nobody subscribes to any more, with its items.
 */
void
hc_feed_refresh_forget_async (HcFeedRefresh       *self,
                              const char          *id,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (HC_IS_FEED_REFRESH (self));
  g_return_if_fail (id != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, hc_feed_refresh_forget_async);
  g_task_set_task_data (task, g_strdup (id), g_free);

  if (self->is_open)
    hc_database_worker_run_async (self->worker, forget, g_strdup (id), g_free, NULL, forgotten_cb, task);
  else
    open_then (task, opened_to_forget_cb);
}

/**
 * hc_feed_refresh_forget_finish:
 * @self: a refresh
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether it is gone
 */
gboolean
hc_feed_refresh_forget_finish (HcFeedRefresh  *self,
                               GAsyncResult   *result,
                               GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_feed_refresh_forget_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
