/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "empty-resolver.h"
#include "fixture.h"
#include "hc-trial-catalog.h"
#include "hc-trial-http.h"
#include "http-server.h"

/* The registry over TLS, and all that can come in place of its list: each fault has a reason, is met without a crash,
 * and leaves what was here before, with its date. */

typedef struct
{
  char         *folder;
  char         *path;
  HttpServer   *server;
  HcHttpClient *client;
  GError       *error;  /* of the last run */
} Fixture;

#define STUDY(number) \
  "{\"protocolSection\":{\"identificationModule\":{\"nctId\":\"NCT0000000" number "\",\"briefTitle\":\"T\"}}}"
#define GOOD "{\"totalCount\":2,\"studies\":[" STUDY ("1") "," STUDY ("2") "]}"
#define BOTH "NCT00000001,NCT00000002"

static void
set_up (Fixture       *fixture,
        gconstpointer  certificate)
{
  fixture->folder = fixture_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "sources.db", NULL);
  fixture->server = http_server_new (certificate);
  fixture->client = http_server_make_client (fixture->server, HC_SERVICE_TRIALS);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->client);
  http_server_free (fixture->server);
  fixture_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_clear_error (&fixture->error);
}

static HcTrialReport *
run (Fixture *fixture)
{
  g_autoptr (HcTrialFetch) fetch = hc_trial_http_new_fetch (fixture->path, fixture->client);
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *place = NULL;
  HcTrialReport *report;
  gpointer last = fetch;

  g_clear_error (&fixture->error);
  hc_trial_fetch_run_async (fetch, NULL, fixture_result_cb, &place);
  result = fixture_wait (&place);
  report = hc_trial_fetch_run_finish (fetch, result, &fixture->error);

  /* The thread that saved the last page may be about to let go of it. */
  g_clear_object (&result);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_add_weak_pointer (G_OBJECT (fetch), &last);
  g_clear_object (&fetch);
  while (g_atomic_pointer_get (&last) != NULL)
    g_thread_yield ();

  return report;
}

static void
answer (Fixture    *fixture,
        const char *json)
{
  http_server_answer (fixture->server, 200, "Content-Type: application/json", json, -1);
}

static void
assert_trials (Fixture    *fixture,
               const char *expected)
{
  g_autofree char *rows = fixture_query (fixture->path, "SELECT group_concat (nct) FROM trial");

  g_assert_cmpstr (rows, ==, expected);
}

static void
assert_fails (Fixture *fixture,
              GQuark   domain,
              int      code)
{
  g_autoptr (HcTrialReport) report = run (fixture);

  g_assert_null (report);
  g_assert_error (fixture->error, domain, code);
}

/* Two trials, fetched to the end; returns when that was. */
static char *
fetch_good (Fixture *fixture)
{
  g_autoptr (HcTrialReport) report = NULL;
  g_autoptr (HcTrialCatalog) catalog = hc_trial_catalog_new (fixture->path);

  answer (fixture, GOOD);
  report = run (fixture);
  g_assert_no_error (fixture->error);
  g_assert_true (report->complete);
  hc_sources_catalog_refresh (HC_SOURCES_CATALOG (catalog));

  return hc_trial_catalog_dup_fetched (catalog);
}

static void
assert_kept (Fixture    *fixture,
             const char *fetched)
{
  g_autoptr (HcTrialCatalog) catalog = hc_trial_catalog_new (fixture->path);
  g_autofree char *now = NULL;

  hc_sources_catalog_refresh (HC_SOURCES_CATALOG (catalog));
  now = hc_trial_catalog_dup_fetched (catalog);
  assert_trials (fixture, BOTH);
  g_assert_nonnull (fetched);
  g_assert_cmpstr (now, ==, fetched);
}

/* Who asks is not told, nor for whom: all that is sent is the same for everybody. */
static void
test_nothing_personal (Fixture       *fixture,
                       gconstpointer  data)
{
  static const char *const known[] = { "Host: ", "Accept: ", "Accept-Encoding: ", "Accept-Language: en", "User-Agent: ",
                                       "Connection: " };
  g_autoptr (HcTrialReport) report = NULL;
  g_auto (GStrv) lines = NULL;

  answer (fixture, "{\"studies\":[" STUDY ("1") "],\"nextPageToken\":\"a&b c\"}");
  answer (fixture, "{\"studies\":[]}");
  report = run (fixture);
  g_assert_true (report->complete);
  g_assert_cmpuint (http_server_count (fixture->server), ==, 2);

  lines = g_strsplit (http_server_get_request (fixture->server, 1), "\n", -1);
  g_assert_cmpstr (lines[0], ==, "GET /api/v2/studies?format=json&query.cond=colorectal%20cancer"
                   "&filter.overallStatus=RECRUITING&fields=ProtocolSection&countTotal=true&pageSize=100"
                   "&pageToken=a%26b%20c");
  for (guint i = 1; lines[i] != NULL; i++)
    {
      gboolean is_known = *lines[i] == '\0';

      for (guint j = 0; j < G_N_ELEMENTS (known); j++)
        is_known |= g_str_has_prefix (lines[i], known[j]);
      if (!is_known)
        g_error ("Nobody knows why this is sent: %s", lines[i]);
    }
}

/* What is no list, or none that was received whole. */
static void
test_bodies (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *fetched = fetch_good (fixture);
  g_autoptr (GString) deep = g_string_new ("{\"studies\":[" STUDY ("1") ",");
  g_autoptr (HcTrialReport) report = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (deep, i % 2 == 0 ? "[" : "{\"a\":");

  http_server_answer (fixture->server, 200, "Content-Type: text/html", "<html>Sign in</html>", -1);
  assert_fails (fixture, HC_HTTP_ERROR, HC_HTTP_ERROR_PORTAL);
  answer (fixture, "<!DOCTYPE html><html>Sign in</html>");
  assert_fails (fixture, HC_HTTP_ERROR, HC_HTTP_ERROR_PORTAL);
  http_server_answer (fixture->server, 511, "Content-Type: text/html", "<html>", -1);
  assert_fails (fixture, HC_HTTP_ERROR, HC_HTTP_ERROR_PORTAL);

  answer (fixture, deep->str);
  assert_fails (fixture, HC_TRIAL_ERROR, HC_TRIAL_ERROR_TOO_DEEP);
  answer (fixture, "{\"studies\":[" STUDY ("1") ",{\"protocolSection\":{\"identific");
  assert_fails (fixture, HC_TRIAL_ERROR, HC_TRIAL_ERROR_NOT_WELL_FORMED);
  answer (fixture, "");
  assert_fails (fixture, HC_TRIAL_ERROR, HC_TRIAL_ERROR_EMPTY);
  answer (fixture, "{\"error\":{\"code\":400}}");
  assert_fails (fixture, HC_TRIAL_ERROR, HC_TRIAL_ERROR_NOT_TRIALS);
  answer (fixture, "null");
  assert_fails (fixture, HC_TRIAL_ERROR, HC_TRIAL_ERROR_WRONG_HEADER);
  assert_kept (fixture, fetched);

  /* Text in another charset, UTF-16 and Latin-1. */
  http_server_answer (fixture->server, 200, "Content-Type: application/json", "\xff\xfe{\0\"\0a\0\"\0:\0" "1\0}\0", 16);
  report = run (fixture);
  g_assert_null (report);
  g_assert_cmpuint (fixture->error->domain, ==, HC_TRIAL_ERROR);
  answer (fixture, "{\"studies\":[{\"protocolSection\":{\"x\":\"\xe9\"}}," STUDY ("1") "]}");
  report = run (fixture);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (report->n_problems, ==, 1);
  g_assert_cmpint (((HcTrialProblem *) report->problems->pdata[0])->code, ==, HC_TRIAL_ERROR_NOT_UTF8);
  assert_trials (fixture, BOTH);
}

/* Fields that are missing, null, unknown or odd concern their own study, and no other. */
static void
test_fields (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (HcTrialReport) report = NULL;
  g_autofree char *rows = NULL;

  answer (fixture, "{\"totalCount\":null,\"nextPageToken\":null,\"studies\":[null,7,{},{\"protocolSection\":null},"
          "{\"protocolSection\":{\"identificationModule\":null,\"statusModule\":7}},"
          "{\"protocolSection\":{\"identificationModule\":{\"nctId\":\"NCT00000001\",\"briefTitle\":\"One\"},"
          "\"statusModule\":{\"overallStatus\":\"ON_THE_MOON\",\"lastUpdatePostDateStruct\":{\"date\":\"31/12/25\"},"
          "\"startDateStruct\":{\"date\":\"2024-02-30\"}},\"designModule\":{\"phases\":[\"PHASE9\",null]},"
          "\"eligibilityModule\":{\"minimumAge\":\"as old as you feel\",\"sex\":\"ANY\"}}}," STUDY ("2") "]}");
  report = run (fixture);
  g_assert_no_error (fixture->error);
  g_assert_true (report->complete);
  g_assert_cmpuint (report->n_added, ==, 2);
  g_assert_cmpuint (report->n_problems, ==, 5);
  rows = fixture_query (fixture->path, "SELECT nct, title, updated IS NULL OR updated = '' FROM trial ORDER BY nct");
  g_assert_cmpstr (rows, ==, "NCT00000001|One|1\nNCT00000002|T|1");
}

/* Pages that go round, and pages without end. */
static void
test_paging (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *fetched = fetch_good (fixture);
  g_autoptr (HcTrialReport) circle = NULL, empty = NULL;
  guint n;

  answer (fixture, "{\"studies\":[" STUDY ("1") "],\"nextPageToken\":\"a\"}");
  answer (fixture, "{\"studies\":[" STUDY ("2") "],\"nextPageToken\":\"a\"}");
  circle = run (fixture);
  g_assert_no_error (fixture->error);
  g_assert_false (circle->complete);
  g_assert_cmpint (((HcTrialProblem *) circle->problems->pdata[0])->code, ==, HC_TRIAL_ERROR_ENDLESS);

  n = http_server_count (fixture->server);
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *page = g_strdup_printf ("{\"studies\":[],\"nextPageToken\":\"%u\"}", i);

      answer (fixture, page);
    }
  empty = run (fixture);
  g_assert_false (empty->complete);
  g_assert_cmpuint (http_server_count (fixture->server) - n, ==, 6);
  assert_kept (fixture, fetched);
}

/* What the server says of itself: busy, broken, moved, gone. The first two are asked again before they are told of. */
static void
test_statuses (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct
  {
    guint       status;
    const char *headers;
    HcHttpError code;
    guint       n_asked;
  } cases[] = {
    { 429, "Retry-After: 7", HC_HTTP_ERROR_BUSY, 4 },
    { 503, NULL, HC_HTTP_ERROR_BUSY, 4 },
    { 500, NULL, HC_HTTP_ERROR_SERVER, 4 },
    { 502, NULL, HC_HTTP_ERROR_SERVER, 4 },
    { 400, NULL, HC_HTTP_ERROR_REFUSED, 1 },
    { 403, NULL, HC_HTTP_ERROR_REFUSED, 1 },
    { 404, NULL, HC_HTTP_ERROR_REFUSED, 1 },
    { 302, "Location: https://hotel.example/sign-in", HC_HTTP_ERROR_PORTAL, 1 },
  };
  g_autofree char *fetched = fetch_good (fixture);
  g_autoptr (HcTrialReport) report = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint before = http_server_count (fixture->server);

      for (guint j = 0; j < cases[i].n_asked; j++)
        http_server_answer (fixture->server, cases[i].status, cases[i].headers, "no", -1);
      assert_fails (fixture, HC_HTTP_ERROR, (int) cases[i].code);
      g_assert_cmpuint (http_server_count (fixture->server) - before, ==, cases[i].n_asked);
    }
  assert_kept (fixture, fetched);

  /* It comes back in between. */
  http_server_answer (fixture->server, 429, "Retry-After: 7", "no", -1);
  answer (fixture, GOOD);
  report = run (fixture);
  g_assert_no_error (fixture->error);
  g_assert_true (report->complete);
}

static GBytes *
make_bomb (void)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GConverter) packer = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, packer);
  static const char blanks[64 * 1024] = "[";

  for (guint i = 0; i < 2 * 1024; i++)
    g_assert_true (g_output_stream_write_all (stream, blanks, sizeof blanks, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/* Tells of more than it sends. */
static void
send_head (SoupServerMessage *message,
           const char        *length,
           gboolean           closes)
{
  g_autoptr (GIOStream) stream = soup_server_message_steal_connection (message);
  g_autofree char *head = g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Length: %s\r\n"
                                           "Content-Type: application/json\r\n\r\n{\"studies\":[", length);

  g_assert_true (g_output_stream_write_all (g_io_stream_get_output_stream (stream), head, strlen (head), NULL, NULL,
                                            NULL));
  if (closes)
    g_assert_true (g_io_stream_close (stream, NULL, NULL));
  else
    g_object_set_data_full (G_OBJECT (message), "stream", g_steal_pointer (&stream), g_object_unref);
}

static void
promise_cb (SoupServerMessage *message,
            gpointer           user_data)
{
  send_head (message, "2147483648", FALSE);
  *(SoupServerMessage **) user_data = g_object_ref (message);
}

static void
cut_cb (SoupServerMessage *message,
        gpointer           user_data)
{
  send_head (message, "1000", TRUE);
}

/* Two gigabytes, a hundred kilobytes that unpack to more than any page, a connection that breaks off each time. */
static void
test_sizes (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *fetched = fetch_good (fixture);
  g_autoptr (GBytes) bomb = make_bomb ();
  g_autoptr (SoupServerMessage) message = NULL;

  http_server_answer_with (fixture->server, promise_cb, &message);
  assert_fails (fixture, HC_HTTP_ERROR, HC_HTTP_ERROR_TOO_LARGE);

  g_assert_cmpuint (g_bytes_get_size (bomb), <, 1024 * 1024);
  http_server_answer (fixture->server, 200, "Content-Type: application/json\nContent-Encoding: gzip",
                      g_bytes_get_data (bomb, NULL), (gssize) g_bytes_get_size (bomb));
  assert_fails (fixture, HC_HTTP_ERROR, HC_HTTP_ERROR_TOO_LARGE);

  for (guint i = 0; i < 4; i++)
    http_server_answer_with (fixture->server, cut_cb, NULL);
  assert_fails (fixture, HC_HTTP_ERROR, HC_HTTP_ERROR_CUT);
  assert_kept (fixture, fetched);
}

/* Nobody listens, the service is off, the person works offline. */
static void
test_no_network (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *fetched = fetch_good (fixture);
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, NULL);
  HcNetworkConsent *consent = hc_http_client_get_consent (fixture->client);

  hc_network_consent_set_offline (consent, TRUE);
  assert_fails (fixture, HC_HTTP_ERROR, HC_HTTP_ERROR_WORK_OFFLINE);
  hc_network_consent_set_offline (consent, FALSE);
  hc_network_consent_set_on (consent, HC_SERVICE_TRIALS, FALSE);
  assert_fails (fixture, HC_HTTP_ERROR, HC_HTTP_ERROR_NOT_ALLOWED);
  hc_network_consent_set_on (consent, HC_SERVICE_TRIALS, TRUE);

  g_socket_listener_close (listener);
  hc_http_client_add_route (fixture->client, "clinicaltrials.gov", port);
  assert_fails (fixture, HC_HTTP_ERROR, HC_HTTP_ERROR_UNREACHABLE);
  assert_kept (fixture, fetched);
}

/* The name servers know nobody of that name. */
static void
test_no_such_host (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *fetched = fetch_good (fixture);
  g_autoptr (HcHttpClient) routed = g_steal_pointer (&fixture->client);
  g_autofree char *names = NULL;

  fixture->client = hc_http_client_new (hc_http_client_get_consent (routed),
                                        http_server_get_log (fixture->server), hc_http_client_get_clock (routed));
  empty_resolver_install ();
  assert_fails (fixture, HC_HTTP_ERROR, HC_HTTP_ERROR_NO_SUCH_HOST);
  names = empty_resolver_remove ();
  g_assert_cmpstr (names, ==, "clinicaltrials.gov");
  assert_kept (fixture, fetched);
}

/* One byte, and then one more as soon as that was sent. */
static void
one_byte_cb (SoupServerMessage *message,
             gpointer           user_data)
{
  soup_server_message_set_status (message, 200, NULL);
  soup_message_headers_set_encoding (soup_server_message_get_response_headers (message), SOUP_ENCODING_CHUNKED);
  soup_message_body_append (soup_server_message_get_response_body (message), SOUP_MEMORY_STATIC, "{", 1);
  *(SoupServerMessage **) user_data = g_object_ref (message);
}

/* Slower than the client waits for; then the server is well again. */
static void
test_slow (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *fetched = fetch_good (fixture);
  g_autofree char *again = NULL;
  g_autoptr (SoupServerMessage) message = NULL;

  hc_http_client_set_limits (fixture->client, &(HcHttpLimits) { .window_ms = 20 });
  http_server_answer_with (fixture->server, one_byte_cb, &message);
  assert_fails (fixture, HC_HTTP_ERROR, HC_HTTP_ERROR_TOO_SLOW);
  assert_kept (fixture, fetched);

  hc_http_client_set_limits (fixture->client, &(HcHttpLimits) { 0 });
  again = fetch_good (fixture);
  assert_trials (fixture, BOTH);
}

/* It shows the certificate of another host: not one byte of the request is sent. */
static void
test_certificate (Fixture       *fixture,
                  gconstpointer  data)
{
  assert_fails (fixture, HC_HTTP_ERROR, HC_HTTP_ERROR_CERTIFICATE);
  g_assert_cmpuint (http_server_count (fixture->server), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD_WITH(name, certificate, function) \
  g_test_add ("/sources/trial-http/" name, Fixture, certificate, set_up, function, tear_down)
#define ADD(name, function) ADD_WITH (name, "server.pem", function)

  ADD ("nothing-personal", test_nothing_personal);
  ADD ("bodies", test_bodies);
  ADD ("fields", test_fields);
  ADD ("paging", test_paging);
  ADD ("statuses", test_statuses);
  ADD ("sizes", test_sizes);
  ADD ("no-network", test_no_network);
  ADD ("no-such-host", test_no_such_host);
  ADD ("slow", test_slow);
  ADD_WITH ("certificate", "other-host.pem", test_certificate);

  return g_test_run ();
}
