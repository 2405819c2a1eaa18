/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-recall-fetch.h"

#include <string.h>

#include "hc-json-error.h"
#include "hc-recall-catalog.h"
#include "http-server.h"
#include "recall-fixture.h"

typedef struct
{
  char          *folder;
  char          *path;
  HttpServer    *server;
  HcHttpClient  *client;
  HcRecallFetch *fetch;
  guint          n_steps; /* how often ::progress came */
  GError        *error;
} Fixture;

static void
progress_cb (Fixture *fixture)
{
  fixture->n_steps++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = fixture_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "sources.db", NULL);
  fixture->server = http_server_new ("server.pem");
  fixture->client = http_server_make_client (fixture->server, HC_SERVICE_RECALLS);
  fixture->fetch = hc_recall_fetch_new (fixture->client, fixture->path);
  g_signal_connect_swapped (fixture->fetch, "progress", G_CALLBACK (progress_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gpointer fetch = fixture->fetch;

  while (g_main_context_iteration (NULL, FALSE))
    ;

  /* The thread that saved the last page may be about to let go of it. */
  g_object_add_weak_pointer (fetch, &fetch);
  g_object_unref (fixture->fetch);
  while (g_atomic_pointer_get (&fetch) != NULL)
    g_thread_yield ();
  g_assert_finalize_object (fixture->client);
  http_server_free (fixture->server);
  fixture_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_clear_error (&fixture->error);
}

static HcRecallReport *
run (Fixture      *fixture,
     GCancellable *cancellable)
{
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *place = NULL;

  g_clear_error (&fixture->error);
  hc_recall_fetch_run_async (fixture->fetch, HC_RECALL_MONTHS, cancellable, fixture_result_cb, &place);
  result = fixture_wait (&place);

  return hc_recall_fetch_run_finish (fixture->fetch, result, &fixture->error);
}

static void
answer_page (Fixture    *fixture,
             const char *headers,
             guint       first,
             guint       n_recalls,
             gint64      total)
{
  g_autofree char *json = recall_fixture_make (first, n_recalls, total, "2026-11-18");

  http_server_answer (fixture->server, 200, headers, json, -1);
}

static void
assert_count (Fixture    *fixture,
              const char *expected)
{
  g_autofree char *rows = fixture_query (fixture->path, "SELECT count (*) FROM recall");

  g_assert_cmpstr (rows, ==, expected);
}

static gboolean
is_fresh (Fixture *fixture)
{
  g_autoptr (HcRecallCatalog) catalog = hc_recall_catalog_new (fixture->path);
  g_autoptr (GDateTime) fetched = hc_recall_catalog_dup_fetched (catalog);

  return fetched != NULL;
}

static void
assert_asked (Fixture    *fixture,
              guint       position,
              const char *expected)
{
  const char *request = http_server_get_request (fixture->server, position);
  g_autofree char *line = g_strndup (request, strcspn (request, "\n"));

  g_assert_cmpstr (line, ==, expected);
}

#define QUESTION \
  "GET /drug/enforcement.json?search=report_date:%5B20241121+TO+20261121%5D&sort=report_date:asc&limit=1000"

/* Pages one after the other, by their number. The clock of the tests says the 21st of November 2026. */
static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (HcRecallReport) report = NULL;
  guint n_received;

  answer_page (fixture, "Content-Type: application/json; charset=utf-8", 1, 1000, 2003);
  answer_page (fixture, NULL, 1001, 1000, 2003);
  answer_page (fixture, NULL, 2001, 3, 2003);
  report = run (fixture, NULL);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (report->n_added, ==, 2003);
  g_assert_true (report->is_complete);
  g_assert_true (is_fresh (fixture));
  assert_count (fixture, "2003");
  g_assert_cmpuint (fixture->n_steps, ==, 3);
  g_assert_cmpfloat (hc_recall_fetch_get_progress (fixture->fetch, &n_received), ==, 1);
  g_assert_cmpuint (n_received, ==, 2003);

  g_assert_cmpuint (http_server_count (fixture->server), ==, 3);
  assert_asked (fixture, 0, QUESTION "&skip=0");
  assert_asked (fixture, 1, QUESTION "&skip=1000");
  assert_asked (fixture, 2, QUESTION "&skip=2000");
}

/* Where the service tells the next page, that one is asked for: it goes farther than numbers do. */
static void
test_next (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (HcRecallReport) report = NULL;

  answer_page (fixture, "Link: <https://api.fda.gov/drug/enforcement.json?limit=1000&search_after=0%3D1>; rel=\"next\"",
               1, 1000, 1500);
  answer_page (fixture, "Link: <https://api.fda.gov/other.json?x>; rel=\"next\"", 1001, 300, 1500);
  answer_page (fixture, NULL, 1301, 200, 1500);
  report = run (fixture, NULL);
  g_assert_no_error (fixture->error);
  g_assert_true (report->is_complete);
  g_assert_cmpuint (report->n_added, ==, 1500);
  assert_asked (fixture, 1, "GET /drug/enforcement.json?limit=1000&search_after=0%3D1");
  assert_asked (fixture, 2, QUESTION "&skip=2000");
}

/* openFDA says with 404 that nothing was found: all that there is has come. */
static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (HcRecallReport) report = NULL;

  http_server_answer (fixture->server, 404, "Content-Type: application/json",
                      "{\"error\":{\"code\":\"NOT_FOUND\",\"message\":\"No matches found!\"}}", -1);
  report = run (fixture, NULL);
  g_assert_no_error (fixture->error);
  g_assert_true (report->is_complete);
  g_assert_cmpuint (report->n_added, ==, 0);
  g_assert_true (is_fresh (fixture));
  assert_count (fixture, "0");
}

/* Lists that go round in circles, that end before their end, and that have none. */
static void
test_odd_lists (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (HcRecallReport) circle = NULL, shorter = NULL, untold = NULL, short_page = NULL;

  for (guint i = 0; i < 2; i++)
    answer_page (fixture, NULL, 1, 1000, 2000);
  circle = run (fixture, NULL);
  g_assert_no_error (fixture->error);
  g_assert_false (circle->is_complete);
  g_assert_cmpuint (circle->n_added, ==, 1000);
  g_assert_cmpuint (http_server_count (fixture->server), ==, 2);
  g_assert_false (is_fresh (fixture));

  answer_page (fixture, NULL, 1, 1000, 5000);
  http_server_answer (fixture->server, 404, NULL, "{}", -1);
  shorter = run (fixture, NULL);
  g_assert_no_error (fixture->error);
  g_assert_false (shorter->is_complete);

  answer_page (fixture, NULL, 1, 1000, 5000);
  answer_page (fixture, NULL, 1, 0, 5000);
  short_page = run (fixture, NULL);
  g_assert_false (short_page->is_complete);

  /* Without a total nobody knows whether all has come. */
  answer_page (fixture, NULL, 1, 10, -1);
  answer_page (fixture, NULL, 1, 0, -1);
  untold = run (fixture, NULL);
  g_assert_no_error (fixture->error);
  g_assert_false (untold->is_complete);
  g_assert_false (is_fresh (fixture));
}

/* Every page is a new one, and there is always one more. */
static void
test_endless (Fixture       *fixture,
              gconstpointer  data)
{
  const char *next = "Link: <https://api.fda.gov/drug/enforcement.json?search_after=1>; rel=\"next\"";
  g_autoptr (HcRecallReport) report = NULL, skipped = NULL;

  for (guint i = 0; i < 60; i++)
    answer_page (fixture, next, 1 + i, 1, 1000000);
  report = run (fixture, NULL);
  g_assert_no_error (fixture->error);
  g_assert_false (report->is_complete);
  g_assert_cmpuint (http_server_count (fixture->server), ==, 60);

  /* By number there are 26 pages: 25,000 may be skipped. */
  for (guint i = 0; i < 26; i++)
    answer_page (fixture, NULL, 1 + i, 1, 1000000);
  skipped = run (fixture, NULL);
  g_assert_no_error (fixture->error);
  g_assert_false (skipped->is_complete);
  g_assert_cmpuint (http_server_count (fixture->server), ==, 86);
  assert_asked (fixture, 85, QUESTION "&skip=25000");
}

/* What came before a fault stays, and is dated as before. */
static void
test_faults (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (HcRecallReport) good = NULL;
  g_autoptr (HcRecallCatalog) catalog = hc_recall_catalog_new (fixture->path);
  g_autoptr (GDateTime) before = NULL, after = NULL;

  answer_page (fixture, NULL, 1, 2, 2);
  good = run (fixture, NULL);
  g_assert_true (good->is_complete);
  before = hc_recall_catalog_dup_fetched (catalog);

  answer_page (fixture, NULL, 3, 1000, 2000);
  http_server_answer (fixture->server, 200, "Content-Type: application/json", "{\"results\":[{\"recall_num", -1);
  g_assert_null (run (fixture, NULL));
  g_assert_error (fixture->error, HC_JSON_ERROR, HC_JSON_ERROR_CUT);
  assert_count (fixture, "1002");

  http_server_answer (fixture->server, 200, "Content-Type: text/html", "<html>", -1);
  g_assert_null (run (fixture, NULL));
  g_assert_error (fixture->error, HC_HTTP_ERROR, HC_HTTP_ERROR_PORTAL);

  http_server_answer (fixture->server, 200, NULL, "{\"error\":{\"code\":\"SERVER_ERROR\"}}", -1);
  g_assert_null (run (fixture, NULL));
  g_assert_error (fixture->error, HC_JSON_ERROR, HC_JSON_ERROR_OTHER);

  for (guint i = 0; i < 4; i++)
    http_server_answer (fixture->server, 503, NULL, NULL, 0);
  g_assert_null (run (fixture, NULL));
  g_assert_error (fixture->error, HC_HTTP_ERROR, HC_HTTP_ERROR_BUSY);

  hc_network_consent_set_offline (hc_http_client_get_consent (fixture->client), TRUE);
  g_assert_null (run (fixture, NULL));
  g_assert_error (fixture->error, HC_HTTP_ERROR, HC_HTTP_ERROR_WORK_OFFLINE);

  assert_count (fixture, "1002");
  after = hc_recall_catalog_dup_fetched (catalog);
  g_assert_true (g_date_time_equal (before, after));
}

static void
cancel_cb (HcRecallFetch *fetch,
           gpointer       user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_canceled (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_signal_connect (fixture->fetch, "progress", G_CALLBACK (cancel_cb), cancellable);
  answer_page (fixture, NULL, 1, 1000, 2000);
  g_assert_null (run (fixture, cancellable));
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (http_server_count (fixture->server), ==, 1);
  assert_count (fixture, "1000");
}

/* All that is sent is the same for everybody who asks on this day. */
static void
test_nothing_personal (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (HcRecallReport) report = NULL;
  g_autofree char *expected = NULL;

  answer_page (fixture, NULL, 1, 1, 1);
  report = run (fixture, NULL);
  g_assert_nonnull (report);
  expected = g_strdup (QUESTION "&skip=0\nHost: api.fda.gov\nAccept: application/json\nUser-Agent: HealthCenter\n"
                       "Accept-Language: en\n");
  for (const char *line = strtok (expected, "\n"); line != NULL; line = strtok (NULL, "\n"))
    g_assert_nonnull (strstr (http_server_get_request (fixture->server, 0), line));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/sources/recall-fetch/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("pages", test_pages);
  ADD ("next", test_next);
  ADD ("nothing", test_nothing);
  ADD ("odd-lists", test_odd_lists);
  ADD ("endless", test_endless);
  ADD ("faults", test_faults);
  ADD ("canceled", test_canceled);
  ADD ("nothing-personal", test_nothing_personal);

  return g_test_run ();
}
