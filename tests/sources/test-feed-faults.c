/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "empty-resolver.h"
#include "fixture.h"
#include "hc-feed-catalog.h"
#include "hc-feed-refresh.h"
#include "hc-http-feed-fetcher.h"
#include "http-server.h"

/* All that a server may do to a feed, over TLS: the problem is kept with its reason and its date, what was here before
 * stays with the date at which it came, and the next time it works again. */

#define FEED "0a1b2c3d-0000-4000-8000-00000000000a"
#define ADDRESS "https://feeds.example/news"
#define NOW "2026-11-21T12:00:00Z"

#define RSS(items) "<rss version='2.0'><channel><title>Paper</title>" items "</channel></rss>"
#define ITEM(id, title) "<item><guid isPermaLink='false'>" id "</guid><title>" title "</title></item>"
#define GOOD RSS (ITEM ("1", "One"))

/* More than is taken of any feed. */
#define TOO_MANY_BYTES (9 * 1024 * 1024)

typedef struct
{
  char          *folder;
  char          *path;
  HttpServer    *server;
  HcHttpClient  *client;
  HcFeedFetcher *fetcher;
  HcClock       *clock;
  HcFeedRefresh *refresh;
  HcFeedCatalog *catalog;
  guint          n_seconds; /* since NOW */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (NOW, NULL);

  fixture->folder = fixture_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "sources.db", NULL);
  fixture->server = http_server_new (data != NULL ? data : "server.pem");
  fixture->client = http_server_make_client (fixture->server, HC_SERVICE_FEEDS);
  fixture->fetcher = hc_http_feed_fetcher_new (fixture->client);
  fixture->clock = hc_clock_new_fixed (now);
  fixture->refresh = hc_feed_refresh_new (fixture->path, fixture->fetcher, fixture->clock);
  fixture->catalog = hc_feed_catalog_new (fixture->path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;

  g_assert_finalize_object (fixture->catalog);
  g_assert_finalize_object (fixture->refresh);
  g_assert_finalize_object (fixture->fetcher);
  g_assert_finalize_object (fixture->client);
  g_assert_finalize_object (fixture->clock);
  http_server_free (fixture->server);
  fixture_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
pass_second (Fixture *fixture)
{
  g_autoptr (GDateTime) start = g_date_time_new_from_iso8601 (NOW, NULL);
  g_autoptr (GDateTime) now = g_date_time_add_seconds (start, ++fixture->n_seconds);

  hc_clock_set_time (fixture->clock, now);
}

static void
run (Fixture    *fixture,
     const char *address)
{
  g_autoptr (GPtrArray) targets = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_feed_target_free);
  g_autoptr (HcFeedRefreshReport) report = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *place = NULL;

  pass_second (fixture);
  g_ptr_array_add (targets, hc_feed_target_new (FEED, address, NULL));
  hc_feed_refresh_run_async (fixture->refresh, targets, TRUE, NULL, fixture_result_cb, &place);
  result = fixture_wait (&place);
  report = hc_feed_refresh_run_finish (fixture->refresh, result, &error);
  g_assert_no_error (error);
  hc_sources_catalog_refresh (HC_SOURCES_CATALOG (fixture->catalog));
}

static char *
dup_titles (Fixture *fixture)
{
  g_autoptr (GListModel) items = hc_feed_catalog_list (fixture->catalog, NULL, 1000, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (HcFeedItem) item = g_list_model_get_item (items, i);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", hc_feed_item_get_details (item)->title);
    }

  return g_string_free_and_steal (text);
}

static void
assert_titles (Fixture    *fixture,
               const char *expected)
{
  g_autofree char *titles = dup_titles (fixture);

  g_assert_cmpstr (titles, ==, expected);
}

static gint64
get_second (GDateTime *time)
{
  g_autoptr (GDateTime) start = g_date_time_new_from_iso8601 (NOW, NULL);

  return time != NULL ? g_date_time_difference (time, start) / G_TIME_SPAN_SECOND : -1;
}

/* The feed as it is when all is well. */
static void
fetch_good (Fixture *fixture)
{
  g_autoptr (HcFeedStatus) status = NULL;

  http_server_answer (fixture->server, 200, "Content-Type: application/rss+xml", GOOD, -1);
  run (fixture, ADDRESS);
  status = hc_feed_catalog_dup_status (fixture->catalog, FEED, NULL);
  g_assert_cmpint (status->problem, ==, HC_FEED_PROBLEM_NONE);
  assert_titles (fixture, "One");
}

/* Fetches what the server was told to answer; then all is well again.
 * @words: (nullable): what the reason begins with, where there was no reply */
static void
assert_fault (Fixture       *fixture,
              const char    *address,
              HcFeedProblem  problem,
              const char    *words)
{
  gint64 fetched = fixture->n_seconds;
  g_autoptr (HcFeedStatus) status = NULL;

  run (fixture, address);
  status = hc_feed_catalog_dup_status (fixture->catalog, FEED, NULL);
  g_assert_cmpint (status->problem, ==, problem);
  g_assert_cmpint (get_second (status->fetched), ==, fetched);
  g_assert_cmpint (get_second (status->problem_since), ==, fixture->n_seconds);
  assert_titles (fixture, "One");

  if (words != NULL)
    g_assert_true (g_str_has_prefix (hc_feed_fetcher_get_reason (fixture->fetcher, address), words));
  else
    g_assert_null (hc_feed_fetcher_get_reason (fixture->fetcher, address));
}

/* What comes is no feed, or none that is taken. */
static void
test_bodies (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct { const char *type, *body; HcFeedProblem problem; } bodies[] = {
    { "text/html", "<!DOCTYPE html><html><body>Sign in to this network</body></html>", HC_FEED_PROBLEM_PAGE },
    { "application/rss+xml", "<html><head><title>Portal</title>", HC_FEED_PROBLEM_PAGE },
    { "application/rss+xml", "<rss><channel><title>cut", HC_FEED_PROBLEM_DAMAGED },
    { "application/rss+xml", "", HC_FEED_PROBLEM_DAMAGED },
    { "application/octet-stream", "PK\003\004", HC_FEED_PROBLEM_NOT_A_FEED },
    { "application/xml",
      "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
      "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]><rss><channel><item><title>&c;</title></item></channel></rss>",
      HC_FEED_PROBLEM_DAMAGED },
    { "application/feed+json", "{\"version\":null,\"items\":null}", HC_FEED_PROBLEM_NOT_A_FEED },
    { "application/feed+json", "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{",
      HC_FEED_PROBLEM_DAMAGED },
  };
  g_autoptr (GString) deep = g_string_new ("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":");

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autofree char *headers = g_strconcat ("Content-Type: ", bodies[i].type, NULL);

      fetch_good (fixture);
      http_server_answer (fixture->server, 200, headers, bodies[i].body, -1);
      assert_fault (fixture, ADDRESS, bodies[i].problem, NULL);
    }

  for (guint i = 0; i < 10000; i++)
    g_string_append (deep, "[");
  fetch_good (fixture);
  http_server_answer (fixture->server, 200, "Content-Type: application/json", deep->str, -1);
  assert_fault (fixture, ADDRESS, HC_FEED_PROBLEM_DAMAGED, NULL);
  fetch_good (fixture);
}

/* What is odd in a feed costs nobody the feed. */
static void
test_oddities (Fixture       *fixture,
               gconstpointer  data)
{
  /* The header says UTF-8, the bytes are those of Windows. */
  http_server_answer (fixture->server, 200, "Content-Type: application/rss+xml; charset=utf-8",
                      RSS (ITEM ("1", "Caf\xe9")), -1);
  run (fixture, ADDRESS);
  assert_titles (fixture, "Caf\xef\xbf\xbd");

  /* Fields that are missing, null and of another kind; of what is nothing there is no post. */
  http_server_answer (fixture->server, 200, "Content-Type: application/feed+json",
                      "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":null,\"items\":[null,5,{},"
                      "{\"id\":null,\"title\":null,\"date_published\":null},"
                      "{\"id\":7,\"title\":[],\"content_html\":null,\"content_text\":\"Some words\"},"
                      "{\"id\":\"1\",\"title\":\"Two\",\"authors\":null,\"tags\":3,\"url\":{}}]}", -1);
  run (fixture, ADDRESS);
  {
    g_autofree char *titles = dup_titles (fixture);
    g_autofree char *texts = fixture_query (fixture->path,
                                            "SELECT count (*) FROM feed_item WHERE text LIKE '%Some words%'");

    g_assert_nonnull (strstr (titles, "Two"));
    g_assert_cmpstr (texts, ==, "1");
  }

  /* Dates that are none, before all feeds and after today: the post came now. */
  http_server_answer (fixture->server, 200, NULL,
                      RSS ("<item><guid>a</guid><title>A</title><pubDate>yesterday</pubDate></item>"
                           "<item><guid>b</guid><title>B</title><pubDate>Sat, 99 Foo 2026 25:61:61 XYZ</pubDate></item>"
                           "<item><guid>c</guid><title>C</title><pubDate>9999-12-31T23:59:60Z</pubDate></item>"
                           "<item><guid>d</guid><title>D</title><pubDate/></item>"), -1);
  run (fixture, ADDRESS);
  {
    g_autofree char *days = fixture_query (fixture->path,
                                           "SELECT count (*) FROM feed_item WHERE title IN ('A', 'B', 'C', 'D')");

    g_assert_cmpstr (days, ==, "4");
  }
}

/* A bomb: a few thousand bytes that become nine million. */
static GBytes *
compress (const char *text)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr (GInputStream) memory = g_memory_input_stream_new_from_data (text, (gssize) strlen (text), NULL);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (memory, G_CONVERTER (compressor));
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();

  g_assert_cmpint (g_output_stream_splice (output, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL), >, 0);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (output));
}

/* It promises two gigabytes and stays open. */
static void
promise_cb (SoupServerMessage *message,
            gpointer           user_data)
{
  g_autoptr (GIOStream) stream = soup_server_message_steal_connection (message);
  const char *head = "HTTP/1.1 200 OK\r\nContent-Length: 2147483648\r\n\r\n<rss>";

  g_assert_true (g_output_stream_write_all (g_io_stream_get_output_stream (stream), head, strlen (head), NULL, NULL,
                                            NULL));
  g_object_set_data_full (G_OBJECT (message), "stream", g_steal_pointer (&stream), g_object_unref);
  *(SoupServerMessage **) user_data = g_object_ref (message);
}

static void
test_sizes (Fixture       *fixture,
            gconstpointer  data)
{
  static const char words[] = "The site sent more than this program takes";
  g_autoptr (SoupServerMessage) message = NULL;
  g_autofree char *large = g_strnfill (TOO_MANY_BYTES, ' ');
  g_autoptr (GBytes) bomb = compress (large);
  gsize length;
  const char *bytes = g_bytes_get_data (bomb, &length);

  g_assert_cmpuint (length, <, 100 * 1000);
  fetch_good (fixture);
  http_server_answer (fixture->server, 200, "Content-Encoding: gzip", bytes, (gssize) length);
  assert_fault (fixture, ADDRESS, HC_FEED_PROBLEM_UNREACHABLE, words);

  fetch_good (fixture);
  http_server_answer (fixture->server, 200, NULL, large, -1);
  assert_fault (fixture, ADDRESS, HC_FEED_PROBLEM_UNREACHABLE, words);

  fetch_good (fixture);
  http_server_answer_with (fixture->server, promise_cb, &message);
  assert_fault (fixture, ADDRESS, HC_FEED_PROBLEM_UNREACHABLE, words);
  fetch_good (fixture);
}

/* A server that is busy is asked once more, and then the next time. */
static void
test_statuses (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct { guint status, n_asked; const char *headers; HcFeedProblem problem; } statuses[] = {
    { 429, 1, "Retry-After: 3600", HC_FEED_PROBLEM_BUSY },
    { 429, 2, NULL, HC_FEED_PROBLEM_BUSY },
    { 500, 2, NULL, HC_FEED_PROBLEM_SERVER },
    { 502, 2, NULL, HC_FEED_PROBLEM_SERVER },
    { 503, 1, "Retry-After: Sat, 21 Nov 2026 20:00:00 GMT", HC_FEED_PROBLEM_BUSY },
    { 401, 1, NULL, HC_FEED_PROBLEM_REFUSED },
    { 404, 1, NULL, HC_FEED_PROBLEM_NOT_FOUND },
    { 410, 1, NULL, HC_FEED_PROBLEM_GONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      guint n;

      g_test_message ("%u", statuses[i].status);
      fetch_good (fixture);
      n = http_server_count (fixture->server);
      for (guint j = 0; j < statuses[i].n_asked; j++)
        http_server_answer (fixture->server, statuses[i].status, statuses[i].headers, "<html>", -1);
      assert_fault (fixture, ADDRESS, statuses[i].problem, NULL);
      g_assert_cmpuint (http_server_count (fixture->server) - n, ==, statuses[i].n_asked);
    }

  /* The network in between wants somebody to sign in. */
  fetch_good (fixture);
  http_server_answer (fixture->server, 511, "Content-Type: text/html", "<html>", -1);
  assert_fault (fixture, ADDRESS, HC_FEED_PROBLEM_UNREACHABLE, "A web page came in place of the data.");
}

/* Another site is never asked, and nothing without TLS. */
static void
test_redirects (Fixture       *fixture,
                gconstpointer  data)
{
  static const struct { const char *location; HcFeedProblem problem; const char *words; } redirects[] = {
    { "Location: https://login.example/?back=feeds.example", HC_FEED_PROBLEM_MOVED, NULL },
    { "Location: http://feeds.example/news", HC_FEED_PROBLEM_UNREACHABLE, "The site sends this program from" },
    { "Location: javascript:alert(1)", HC_FEED_PROBLEM_UNREACHABLE, "The site sends this program from" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (redirects); i++)
    {
      guint n;

      fetch_good (fixture);
      n = http_server_count (fixture->server);
      http_server_answer (fixture->server, 302, redirects[i].location, NULL, 0);
      assert_fault (fixture, ADDRESS, redirects[i].problem, redirects[i].words);
      g_assert_cmpuint (http_server_count (fixture->server), ==, n + 1);
    }

  /* In a circle. */
  fetch_good (fixture);
  for (guint i = 0; i < 6; i++)
    http_server_answer (fixture->server, 302, "Location: /news", NULL, 0);
  assert_fault (fixture, ADDRESS, HC_FEED_PROBLEM_UNREACHABLE, "The site sends this program from");
}

static void
cut_cb (SoupServerMessage *message,
        gpointer           user_data)
{
  g_autoptr (GIOStream) stream = soup_server_message_steal_connection (message);
  const char *head = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<rss><channel><item><title>Cut";

  g_assert_true (g_output_stream_write_all (g_io_stream_get_output_stream (stream), head, strlen (head), NULL, NULL,
                                            NULL));
  g_assert_true (g_io_stream_close (stream, NULL, NULL));
}

static void
test_connection (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, NULL);

  /* It breaks, and breaks again. */
  fetch_good (fixture);
  http_server_answer_with (fixture->server, cut_cb, NULL);
  http_server_answer_with (fixture->server, cut_cb, NULL);
  assert_fault (fixture, ADDRESS, HC_FEED_PROBLEM_UNREACHABLE, "The connection broke before everything had arrived.");

  /* Nobody listens. */
  fetch_good (fixture);
  g_socket_listener_close (listener);
  hc_http_client_add_route (fixture->client, "gone.example", port);
  assert_fault (fixture, "https://gone.example/", HC_FEED_PROBLEM_UNREACHABLE, "The site cannot be reached.");
}

/* The name servers know nobody of that name. */
static void
test_no_such_host (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *names = NULL;

  fetch_good (fixture);
  empty_resolver_install ();
  assert_fault (fixture, "https://nobody.example/", HC_FEED_PROBLEM_UNREACHABLE, "The site was not found.");
  names = empty_resolver_remove ();
  g_assert_cmpstr (names, ==, "nobody.example");
}

/* The beginning comes, and then nothing for longer than is waited. */
static void
stall_cb (SoupServerMessage *message,
          gpointer           user_data)
{
  SoupServerMessage **kept = user_data;

  soup_server_message_set_status (message, 200, NULL);
  soup_message_headers_set_encoding (soup_server_message_get_response_headers (message), SOUP_ENCODING_CHUNKED);
  soup_message_body_append (soup_server_message_get_response_body (message), SOUP_MEMORY_STATIC, "<", 1);
  *kept = g_object_ref (message);
}

static void
test_slow (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (SoupServerMessage) first = NULL, second = NULL;

  fetch_good (fixture);
  hc_http_client_set_limits (fixture->client, &(HcHttpLimits) { .window_ms = 20 });
  http_server_answer_with (fixture->server, stall_cb, &first);
  http_server_answer_with (fixture->server, stall_cb, &second);
  assert_fault (fixture, ADDRESS, HC_FEED_PROBLEM_UNREACHABLE, "The connection is too slow at the moment.");
}

/* Not one byte of the request is sent to who is somebody else. */
static void
test_certificate (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (HcFeedStatus) status = NULL;

  run (fixture, ADDRESS);
  status = hc_feed_catalog_dup_status (fixture->catalog, FEED, NULL);
  g_assert_cmpint (status->problem, ==, HC_FEED_PROBLEM_UNREACHABLE);
  g_assert_null (status->fetched);
  g_assert_true (g_str_has_prefix (hc_feed_fetcher_get_reason (fixture->fetcher, ADDRESS),
                                   "The site could not prove that it is the right one"));
  g_assert_cmpuint (http_server_count (fixture->server), ==, 0);
}

/* Everything that is said to a server, in any order: nothing of the person, of their computer, or of other feeds. How
 * the reply may be packed is for the library to know. */
static void
assert_said (Fixture           *fixture,
             guint              position,
             const char *const *expected)
{
  g_auto (GStrv) lines = g_strsplit (http_server_get_request (fixture->server, position), "\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] == '\0')
        continue;

      n++;
      if (g_str_has_prefix (lines[i], "Accept-Encoding: gzip, deflate"))
        lines[i][strlen ("Accept-Encoding: gzip, deflate")] = '\0';
      if (!g_strv_contains (expected, lines[i]))
        g_error ("Too much is said: %s", lines[i]);
    }

  g_assert_cmpuint (n, ==, g_strv_length ((char **) expected));
}

static void
test_said (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *const first[] = { "GET /news", "Host: feeds.example", "User-Agent: HealthCenter",
                                       "Accept-Language: en", "Accept-Encoding: gzip, deflate",
                                       "Connection: Keep-Alive", NULL };
  static const char *const second[] = { "GET /news", "Host: feeds.example", "User-Agent: HealthCenter",
                                        "Accept-Language: en", "Accept-Encoding: gzip, deflate",
                                        "Connection: Keep-Alive", "If-None-Match: \"v1\"",
                                        "If-Modified-Since: Sat, 21 Nov 2026 10:00:00 GMT", NULL };

  http_server_answer (fixture->server, 200,
                      "ETag: \"v1\"\nLast-Modified: Sat, 21 Nov 2026 10:00:00 GMT\nSet-Cookie: who=you; Max-Age=9999",
                      GOOD, -1);
  run (fixture, ADDRESS);
  assert_said (fixture, 0, first);

  http_server_answer (fixture->server, 304, NULL, NULL, 0);
  run (fixture, ADDRESS);
  assert_said (fixture, 1, second);
  assert_titles (fixture, "One");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD_WITH(name, certificate, function) \
  g_test_add ("/sources/feed-faults/" name, Fixture, certificate, set_up, function, tear_down)
#define ADD(name, function) ADD_WITH (name, "server.pem", function)

  ADD ("bodies", test_bodies);
  ADD ("oddities", test_oddities);
  ADD ("sizes", test_sizes);
  ADD ("statuses", test_statuses);
  ADD ("redirects", test_redirects);
  ADD ("connection", test_connection);
  ADD ("no-such-host", test_no_such_host);
  ADD ("slow", test_slow);
  ADD_WITH ("certificate", "other-host.pem", test_certificate);
  ADD ("said", test_said);

  return g_test_run ();
}
