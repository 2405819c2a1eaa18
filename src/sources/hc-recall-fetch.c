/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-recall-fetch.h"

#include "hc-recall-intake.h"

#define HOST_AND_PATH "https://api.fda.gov/drug/enforcement.json"

/* The most that one page may have, and the farthest that may be skipped; see "Query parameters" and "Paging" of the
 * documents of openFDA. */
#define PAGE_LENGTH 1000
#define MAX_SKIP 25000

/* A list that goes on after this has no end: all recalls since 2004 are less than half of it. */
#define MAX_PAGES 60

/**
 * HcRecallFetch:
 *
 * Asks openFDA for all recalls of medicines of the last months, page by page, and saves each page. Nothing of the
 * person is in the question: what concerns them is found here. It says ::progress after each page.
 */
struct _HcRecallFetch
{
  GObject        parent_instance;

  HcHttpClient  *client;
  char          *database_path;
  guint          n_received;
  gint64         total;         /* -1 when it is not known */
};

enum {
  PROGRESS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcRecallFetch, hc_recall_fetch, G_TYPE_OBJECT)

/* What a run needs. The thread that saves a page has it alone while it runs. */
typedef struct
{
  char           *database_path;
  char           *question;     /* without the page */
  GDateTime      *now;
  GHashTable     *numbers;      /* of all recalls that came */
  HcRecallReport *report;
  guint           n_pages;
  guint           n_records;
  GBytes         *page;         /* what is saved now; NULL when there is nothing */
  guint           n_on_page;
  guint           n_new_on_page;
  gint64          total;
  char           *next;         /* the address of the next page, when the service told it */
} Run;

static void
run_free (gpointer data)
{
  Run *run = data;

  g_free (run->database_path);
  g_free (run->question);
  g_date_time_unref (run->now);
  g_hash_table_unref (run->numbers);
  hc_recall_report_free (run->report);
  g_clear_pointer (&run->page, g_bytes_unref);
  g_free (run->next);
  g_free (run);
}

static void
hc_recall_fetch_finalize (GObject *object)
{
  HcRecallFetch *self = HC_RECALL_FETCH (object);

  g_clear_object (&self->client);
  g_free (self->database_path);

  G_OBJECT_CLASS (hc_recall_fetch_parent_class)->finalize (object);
}

static void
hc_recall_fetch_class_init (HcRecallFetchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_recall_fetch_finalize;

  /**
   * HcRecallFetch::progress:
   *
   * A page is saved.
   */
  signals[PROGRESS] = g_signal_new ("progress", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
}

static void
hc_recall_fetch_init (HcRecallFetch *self)
{
  self->total = -1;
}

/**
 * hc_recall_fetch_new:
 * @client: what asks
 * @database_path: (type filename): sources.db, made when it is not there
 *
 * Returns: (transfer full): a fetch for the thread of the client
 */
HcRecallFetch *
hc_recall_fetch_new (HcHttpClient *client,
                     const char   *database_path)
{
  HcRecallFetch *self;

  g_return_val_if_fail (HC_IS_HTTP_CLIENT (client), NULL);
  g_return_val_if_fail (database_path != NULL, NULL);

  self = g_object_new (HC_TYPE_RECALL_FETCH, NULL);
  self->client = g_object_ref (client);
  self->database_path = g_strdup (database_path);

  return self;
}

/* Whether all that there is has come. A page on which nothing is new is one that was there before, whatever the
 * service counts. */
static gboolean
is_whole (Run *run)
{
  return run->total >= 0 && run->n_records >= run->total && (run->n_on_page == 0 || run->n_new_on_page > 0);
}

static gboolean
take_page (HcRecallIntake  *intake,
           Run             *run,
           GError         **error)
{
  gsize length;
  const char *bytes = g_bytes_get_data (run->page, &length);

  if (!hc_recall_intake_feed (intake, bytes, length, error) || !hc_recall_intake_finish (intake, error))
    return FALSE;

  run->n_on_page = hc_recall_intake_count (intake);
  run->n_new_on_page = hc_recall_intake_count_new (intake);
  run->total = hc_recall_intake_get_total (intake);
  run->n_records += run->n_on_page;

  return TRUE;
}

static void
save_page (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  Run *run = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HcRecallIntake) intake = hc_recall_intake_new (run->database_path, run->now, run->numbers, run->report,
                                                            &error);

  if (intake == NULL || (run->page != NULL && !take_page (intake, run, &error)) ||
      (is_whole (run) && !hc_recall_intake_set_fresh (intake, &error)))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

static void ask_for_page (GTask *task);

static void
end (GTask    *task,
     gboolean  is_complete)
{
  Run *run = g_task_get_task_data (task);

  run->report->is_complete = is_complete;
  g_task_return_pointer (task, g_steal_pointer (&run->report), (GDestroyNotify) hc_recall_report_free);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HcRecallFetch *self = HC_RECALL_FETCH (source);
  Run *run = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  self->n_received = run->n_records;
  self->total = run->total;
  g_signal_emit (self, signals[PROGRESS], 0);

  if (is_whole (run) || run->n_new_on_page == 0)
    end (task, is_whole (run));
  else if (run->n_pages >= MAX_PAGES || (run->next == NULL && run->n_pages * PAGE_LENGTH > MAX_SKIP))
    end (task, FALSE);
  else
    ask_for_page (task);
}

static void
save (GTask *task)
{
  g_autoptr (GTask) saving = g_task_new (g_task_get_source_object (task), NULL, saved_cb, g_object_ref (task));

  g_task_set_task_data (saving, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (saving, save_page);
}

static void
replied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Run *run = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (HcHttpReply) reply = hc_http_client_get_finish (HC_HTTP_CLIENT (source), result, &error);

  if (reply == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_clear_pointer (&run->page, g_bytes_unref);
  g_set_str (&run->next, reply->next);

  /* That there is nothing is said with this status; on a later page it says that the list has become shorter. */
  if (reply->status == 404 && run->n_pages > 1)
    {
      end (task, FALSE);
      return;
    }

  if (reply->status == 404)
    run->total = 0;
  else
    run->page = g_steal_pointer (&reply->bytes);
  save (task);
}

/* The address that the service told, when it is one of the same list; otherwise that after all that has come. */
static GUri *
make_address (Run *run)
{
  g_autofree char *address = NULL;

  if (run->next != NULL && g_str_has_prefix (run->next, HOST_AND_PATH "?"))
    return g_uri_parse (run->next, G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE, NULL);

  address = g_strdup_printf ("%s&skip=%u", run->question, run->n_pages * PAGE_LENGTH);

  return g_uri_parse (address, G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE, NULL);
}

static void
ask_for_page (GTask *task)
{
  HcRecallFetch *self = g_task_get_source_object (task);
  Run *run = g_task_get_task_data (task);
  g_autoptr (GUri) uri = make_address (run);
  HcHttpRequest request = { .service = HC_SERVICE_RECALLS, .uri = uri, .kind = HC_HTTP_JSON };

  if (uri == NULL)
    {
      end (task, FALSE);
      return;
    }

  run->n_pages++;
  hc_http_client_get_async (self->client, &request, g_task_get_cancellable (task), replied_cb, g_object_ref (task));
}

/**
 * hc_recall_fetch_run_async:
 * @self: a fetch that does not run
 * @n_months: how many months back
 * @cancellable: (nullable): to end it
 * @callback: called in this thread at the end
 * @user_data: for @callback
 *
 * Fetches the recalls that were published in the last months. Each page that has come is kept, whatever happens to
 * the next one.
 */
void
hc_recall_fetch_run_async (HcRecallFetch       *self,
                           guint                n_months,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GDateTime) time = NULL, now = NULL, first = NULL;
  g_autofree char *from = NULL, *to = NULL;
  Run *run;

  g_return_if_fail (HC_IS_RECALL_FETCH (self));
  g_return_if_fail (n_months > 0 && n_months <= 1200);

  time = hc_clock_dup_time (hc_http_client_get_clock (self->client));
  now = g_date_time_to_utc (time);
  first = g_date_time_add_months (now, - (int) n_months);
  from = g_date_time_format (first, "%Y%m%d");
  to = g_date_time_format (now, "%Y%m%d");

  run = g_new0 (Run, 1);
  run->database_path = g_strdup (self->database_path);
  run->now = g_steal_pointer (&now);
  run->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  run->report = hc_recall_report_new ();

  /* The oldest first: what is published in the meantime comes after all the others. */
  run->question = g_strdup_printf (HOST_AND_PATH "?search=report_date:%%5B%s+TO+%s%%5D&sort=report_date:asc&limit=%d",
                                   from, to, PAGE_LENGTH);

  self->n_received = 0;
  self->total = -1;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, hc_recall_fetch_run_async);
  g_task_set_task_data (task, run, run_free);
  ask_for_page (task);
}

/**
 * hc_recall_fetch_run_finish:
 * @self: a fetch
 * @result: what the callback got
 * @error: return location for a %HC_HTTP_ERROR, a %HC_JSON_ERROR, a %HC_DATABASE_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what became of the recalls
 */
HcRecallReport *
hc_recall_fetch_run_finish (HcRecallFetch  *self,
                            GAsyncResult   *result,
                            GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_recall_fetch_run_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * hc_recall_fetch_get_progress:
 * @self: a fetch
 * @n_received: (out): how many records have come
 *
 * Returns: how much of all has come, 0 to 1; -1 when it is not known
 */
double
hc_recall_fetch_get_progress (HcRecallFetch *self,
                              guint         *n_received)
{
  g_return_val_if_fail (HC_IS_RECALL_FETCH (self), -1);
  g_return_val_if_fail (n_received != NULL, -1);

  *n_received = self->n_received;

  return self->total > 0 ? MIN ((double) self->n_received / (double) self->total, 1) : -1;
}
