/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-fetch.h"

#include "hc-trial-batch.h"

/* What is asked for: all trials for the disease that take people. Nothing about a person is in it; the
 * program looks for those that fit by itself. The names are those of the registry's OpenAPI description
 * (2.0.0). */
#define CONDITION "colorectal cancer"
#define STATUS "RECRUITING"
#define FIELDS "ProtocolSection"

/* The registry gives 1000 at most. Smaller pages come sooner, show how far it is, and take less memory. */
#define PAGE_SIZE "100"

/* Ten times as many trials as there are for the disease, of any status. */
#define MAX_PAGES 1000

/* A page may be empty, but not one after the other. */
#define MAX_EMPTY_PAGES 5

/**
 * HcTrialFetch:
 *
 * Fetches the list of trials from the registry, page by page, into sources.db. It says ::progress after each
 * page.
 */
struct _HcTrialFetch
{
  GObject           parent_instance;

  char             *database_path;
  HcClock          *clock;
  char             *uri;
  HcTrialTransport  transport;
  GObject          *client;

  char             *began;
  GHashTable       *tokens;    /* those that were used */
  HcTrialReport    *report;
  guint             n_pages;
  guint             n_empty;   /* the last pages without a study */
  gint64            total;     /* -1: the registry has not told */
};

enum {
  PROGRESS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcTrialFetch, hc_trial_fetch, G_TYPE_OBJECT)

static void
hc_trial_fetch_finalize (GObject *object)
{
  HcTrialFetch *self = HC_TRIAL_FETCH (object);

  g_free (self->database_path);
  g_clear_object (&self->clock);
  g_free (self->uri);
  g_clear_object (&self->client);
  g_free (self->began);
  g_hash_table_unref (self->tokens);
  hc_trial_report_free (self->report);

  G_OBJECT_CLASS (hc_trial_fetch_parent_class)->finalize (object);
}

static void
hc_trial_fetch_class_init (HcTrialFetchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_trial_fetch_finalize;

  /**
   * HcTrialFetch::progress:
   *
   * A page was saved.
   */
  signals[PROGRESS] = g_signal_new ("progress", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL,
                                    G_TYPE_NONE, 0);
}

static void
hc_trial_fetch_init (HcTrialFetch *self)
{
  self->tokens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->report = hc_trial_report_new ();
  self->total = -1;
}

/**
 * hc_trial_fetch_new:
 * @database_path: (type filename): sources.db, made when it is not there
 * @clock: tells when the list was fetched
 * @uri: where the registry answers, %HC_TRIAL_FETCH_URI
 * @transport: gets a page, copied
 * @client: (type GObject.Object): a #GObject for @transport
 *
 * Returns: (transfer full): a fetch, to be run once
 */
HcTrialFetch *
hc_trial_fetch_new (const char             *database_path,
                    HcClock                *clock,
                    const char             *uri,
                    const HcTrialTransport *transport,
                    gpointer                client)
{
  HcTrialFetch *self;

  g_return_val_if_fail (database_path != NULL, NULL);
  g_return_val_if_fail (HC_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (uri != NULL, NULL);
  g_return_val_if_fail (transport != NULL, NULL);
  g_return_val_if_fail (G_IS_OBJECT (client), NULL);

  self = g_object_new (HC_TYPE_TRIAL_FETCH, NULL);
  self->database_path = g_strdup (database_path);
  self->clock = g_object_ref (clock);
  self->uri = g_strdup (uri);
  self->transport = *transport;
  self->client = g_object_ref (client);

  return self;
}

static char *
dup_now (HcTrialFetch *self)
{
  g_autoptr (GDateTime) now = hc_clock_dup_time (self->clock);

  return hc_trial_time_print (now);
}

static char *
dup_page_uri (HcTrialFetch *self,
              const char   *token)
{
  g_autofree char *condition = g_uri_escape_string (CONDITION, NULL, FALSE);
  g_autofree char *escaped = token != NULL ? g_uri_escape_string (token, NULL, FALSE) : NULL;

  return g_strconcat (self->uri, "?format=json&query.cond=", condition, "&filter.overallStatus=" STATUS
                      "&fields=" FIELDS "&countTotal=true&pageSize=" PAGE_SIZE,
                      escaped != NULL ? "&pageToken=" : NULL, escaped, NULL);
}

/* A page, read and saved in a thread. */
typedef struct
{
  char          *database_path;
  char          *seen;
  char          *ended;  /* when the page came */
  char          *name;
  GBytes        *bytes;
  GCancellable  *cancellable;

  HcTrialBatch  *batch;
  HcTrialReport *report;
  GError        *error;
  char          *token;  /* of the next page */
  gint64         total;
} Page;

static void
page_free (Page *page)
{
  g_free (page->database_path);
  g_free (page->seen);
  g_free (page->ended);
  g_free (page->name);
  g_bytes_unref (page->bytes);
  g_clear_object (&page->cancellable);
  g_clear_pointer (&page->batch, hc_trial_batch_free);
  hc_trial_report_free (page->report);
  g_clear_error (&page->error);
  g_free (page->token);
  g_free (page);
}

static gboolean
take_trial_cb (HcTrial  *trial,
               gpointer  user_data)
{
  Page *page = user_data;
  g_autoptr (HcTrial) owned = trial;

  return !g_cancellable_is_cancelled (page->cancellable) &&
         hc_trial_batch_put (page->batch, owned, page->report, &page->error);
}

static gboolean
take_fault_cb (const GError *error,
               guint         number,
               gpointer      user_data)
{
  Page *page = user_data;

  hc_trial_report_add_problem (page->report, page->name, error);

  return TRUE;
}

static void
read_page (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  static const HcTrialReaderFuncs funcs = { take_trial_cb, take_fault_cb };
  Page *page = data;
  g_autoptr (HcTrialReader) reader = hc_trial_reader_new (&funcs, page);
  gsize length;
  const char *bytes = g_bytes_get_data (page->bytes, &length);

  page->batch = hc_trial_batch_new (page->database_path, HC_TRIAL_ORIGIN_REGISTRY, page->seen, &page->error);

  if (page->batch != NULL && hc_trial_reader_feed (reader, bytes, length, &page->error))
    hc_trial_reader_finish (reader, &page->error);

  /* Of a page that is cut off, the trials that are whole stay. */
  if (page->batch != NULL && (page->error == NULL || page->error->domain == HC_TRIAL_ERROR))
    hc_trial_batch_end (page->batch, page->report, page->error == NULL ? &page->error : NULL);

  page->token = g_strdup (hc_trial_reader_get_token (reader));
  page->total = hc_trial_reader_get_total (reader);

  /* The last page ends the list. */
  if (page->error == NULL && page->token == NULL && !g_cancellable_is_cancelled (page->cancellable))
    hc_trial_store_end_fetch (hc_trial_batch_get_store (page->batch), page->seen, page->ended, &page->error);

  g_clear_pointer (&page->batch, hc_trial_batch_free);
  g_task_return_boolean (task, TRUE);
}

static void get_page (GTask      *task,
                      const char *token);

static void
end (GTask *task)
{
  HcTrialFetch *self = g_task_get_source_object (task);

  g_task_return_pointer (task, g_steal_pointer (&self->report), (GDestroyNotify) hc_trial_report_free);
  self->report = hc_trial_report_new ();
}

static void
end_early (GTask *task)
{
  HcTrialFetch *self = g_task_get_source_object (task);

  self->report->canceled = TRUE;
  end (task);
}

static void
end_endless (GTask *task)
{
  HcTrialFetch *self = g_task_get_source_object (task);
  g_autofree char *name = g_strdup_printf ("page %u", self->n_pages);
  g_autoptr (GError) error = g_error_new_literal (HC_TRIAL_ERROR, HC_TRIAL_ERROR_ENDLESS,
                                                  "The pages do not end");

  hc_trial_report_add_problem (self->report, name, error);
  end (task);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HcTrialFetch *self = HC_TRIAL_FETCH (source);
  Page *page = g_task_get_task_data (G_TASK (result));

  hc_trial_report_add (self->report, page->report);
  self->total = MAX (self->total, page->total);
  self->n_empty = hc_trial_report_get_n_read (page->report) + page->report->n_problems > 0 ? 0
  : self->n_empty + 1;
  g_signal_emit (self, signals[PROGRESS], 0);

  if (page->error != NULL)
    g_task_return_error (task, g_steal_pointer (&page->error));
  else if (g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    end_early (task);
  else if (page->token == NULL)
    {
      self->report->complete = TRUE;
      end (task);
    }
  else if (!g_hash_table_add (self->tokens, g_strdup (page->token)) || self->n_pages == MAX_PAGES ||
           self->n_empty > MAX_EMPTY_PAGES)
    end_endless (task);
  else
    get_page (task, page->token);
}

static void
got_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HcTrialFetch *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = self->transport.get_finish (self->client, result, &error);
  g_autoptr (GTask) reading = NULL;
  Page *page;

  if (bytes == NULL && g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    {
      end_early (task);
      return;
    }

  if (bytes == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  page = g_new0 (Page, 1);
  page->database_path = g_strdup (self->database_path);
  page->seen = g_strdup (self->began);
  page->ended = dup_now (self);
  page->name = g_strdup_printf ("page %u", self->n_pages);
  page->bytes = g_steal_pointer (&bytes);
  page->report = hc_trial_report_new ();
  page->total = -1;
  if (g_task_get_cancellable (task) != NULL)
    page->cancellable = g_object_ref (g_task_get_cancellable (task));

  reading = g_task_new (self, NULL, read_cb, g_steal_pointer (&task));
  g_task_set_task_data (reading, page, (GDestroyNotify) page_free);
  g_task_run_in_thread (reading, read_page);
}

static void
get_page (GTask      *task,
          const char *token)
{
  HcTrialFetch *self = g_task_get_source_object (task);
  g_autofree char *uri = dup_page_uri (self, token);

  self->n_pages++;
  self->transport.get_async (self->client, uri, g_task_get_cancellable (task), got_cb, g_object_ref (task));
}

/**
 * hc_trial_fetch_run_async:
 * @self: a fetch that was not run yet
 * @cancellable: (nullable): ends it; the trials that came stay, and it ends with a report
 * @callback: called when it has ended
 * @user_data: for @callback
 *
 * Fetches all pages. It ends when the registry names no further page, or one that was fetched already.
 */
void
hc_trial_fetch_run_async (HcTrialFetch        *self,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (HC_IS_TRIAL_FETCH (self));
  g_return_if_fail (self->began == NULL);

  self->began = dup_now (self);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, hc_trial_fetch_run_async);
  g_task_set_check_cancellable (task, FALSE);
  get_page (task, NULL);
}

/**
 * hc_trial_fetch_run_finish:
 * @self: a fetch
 * @result: what the callback got
 * @error: return location for an error of the transport, a %HC_TRIAL_ERROR when what came is no list of
 *   trials, or a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): what became of it; with an error the pages before it are saved all
 *   the same
 */
HcTrialReport *
hc_trial_fetch_run_finish (HcTrialFetch  *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_trial_fetch_run_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * hc_trial_fetch_get_progress:
 * @self: a fetch that runs
 * @n_trials: (out): how many trials came
 *
 * Returns: how much of the list came, 0 to 1; -1 when the registry has not told how long it is
 */
double
hc_trial_fetch_get_progress (HcTrialFetch *self,
                             guint        *n_trials)
{
  g_return_val_if_fail (HC_IS_TRIAL_FETCH (self), -1);
  g_return_val_if_fail (n_trials != NULL, -1);

  *n_trials = hc_trial_report_get_n_read (self->report);

  return self->total > 0 ? MIN ((double) *n_trials / (double) self->total, 1) : -1;
}
