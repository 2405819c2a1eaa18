/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "http-client-fixture.h"

#include <string.h>

static void
test_plain (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (HcHttpReply) reply = NULL;
  const char *request;

  http_server_answer (fixture->server, 200,
                      "Content-Type: Application/JSON; charset=utf-8\nETag: \"a1\"\n"
                      "Last-Modified: Sat, 21 Nov 2026 10:00:00 GMT\n"
                      "Link: <https://api.fda.gov/x?y=1,2>; rel=\"prev\", "
                      "</drug/e.json?search_after=0%3D1>; rel=\"next\"",
                      "{\"a\":1}", -1);
  reply = fixture_get (fixture, "https://api.fda.gov/drug/e.json?limit=1", NULL);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (reply->status, ==, 200);
  g_assert_cmpmem (g_bytes_get_data (reply->bytes, NULL), g_bytes_get_size (reply->bytes), "{\"a\":1}", 7);
  g_assert_cmpuint (reply->n_bytes, ==, 7);
  g_assert_cmpstr (reply->content_type, ==, "application/json");
  g_assert_cmpstr (reply->charset, ==, "utf-8");
  g_assert_cmpstr (reply->etag, ==, "\"a1\"");
  g_assert_cmpstr (reply->last_modified, ==, "Sat, 21 Nov 2026 10:00:00 GMT");
  g_assert_cmpstr (reply->next, ==, "https://api.fda.gov/drug/e.json?search_after=0%3D1");

  /* Everything that was said, and nothing else. */
  request = http_server_get_request (fixture->server, 0);
  g_assert_true (g_str_has_prefix (request, "GET /drug/e.json?limit=1\n"));
  g_assert_nonnull (strstr (request, "Host: api.fda.gov\n"));
  g_assert_nonnull (strstr (request, "User-Agent: HealthCenter\n"));
  g_assert_nonnull (strstr (request, "Accept-Language: en\n"));
  g_assert_nonnull (strstr (request, "Accept: application/json\n"));
  g_assert_nonnull (strstr (request, "Accept-Encoding: gzip"));
  fixture_assert_headers (request, "Accept Accept-Encoding Accept-Language Connection Host User-Agent");
  fixture_assert_log (fixture, "recalls GET api.fda.gov /drug/e.json?limit=1 200 - 7\n");
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (HcHttpReply) reply = NULL;

  http_server_answer (fixture->server, 200, NULL, NULL, 0);
  reply = fixture_get (fixture, "https://api.fda.gov", NULL);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (g_bytes_get_size (reply->bytes), ==, 0);
  g_assert_null (reply->etag);
  g_assert_null (reply->next);
  fixture_assert_log (fixture, "recalls GET api.fda.gov / 200 - 0\n");
}

/* Nothing is sent before the person has said so, nor to another host, nor without TLS. */
static void
test_consent (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const bad[] = {
    "http://api.fda.gov/", "https://api.fda.gov.example/", "https://fda.gov/", "ftp://api.fda.gov/",
    "https://name:password@api.fda.gov/", "https:///x",
  };
  GSettings *settings = http_server_get_settings (fixture->server);
  HcNetworkConsent *consent = hc_http_client_get_consent (fixture->client);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_null (fixture_get (fixture, bad[i], NULL));
      fixture_assert_error (fixture, HC_HTTP_ERROR_BAD_ADDRESS);
    }

  g_settings_reset (settings, "network-recalls");
  g_assert_null (fixture_get (fixture, "https://api.fda.gov/", NULL));
  fixture_assert_error (fixture, HC_HTTP_ERROR_NOT_ALLOWED);

  hc_network_consent_set_on (consent, HC_SERVICE_RECALLS, TRUE);
  hc_network_consent_set_offline (consent, TRUE);
  g_assert_null (fixture_get (fixture, "https://api.fda.gov/", NULL));
  fixture_assert_error (fixture, HC_HTTP_ERROR_WORK_OFFLINE);

  /* Of another service nothing was said. */
  hc_network_consent_set_offline (consent, FALSE);
  fixture->request.service = HC_SERVICE_FEEDS;
  g_assert_null (fixture_get (fixture, "https://feeds.example/", NULL));
  fixture_assert_error (fixture, HC_HTTP_ERROR_NOT_ALLOWED);

  g_assert_cmpuint (http_server_count (fixture->server), ==, 0);
  fixture_assert_log (fixture, "");
}

static void
test_conditional (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (HcHttpReply) reply = NULL;
  const char *request;

  http_server_answer (fixture->server, 304, "ETag: \"a1\"", NULL, 0);
  fixture->request.etag = "\"a1\"";
  fixture->request.last_modified = "Sat, 21 Nov 2026 10:00:00 GMT";
  reply = fixture_get (fixture, "https://api.fda.gov/", NULL);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (reply->status, ==, 304);
  request = http_server_get_request (fixture->server, 0);
  g_assert_nonnull (strstr (request, "If-None-Match: \"a1\"\n"));
  g_assert_nonnull (strstr (request, "If-Modified-Since: Sat, 21 Nov 2026 10:00:00 GMT\n"));
  fixture_assert_log (fixture, "recalls GET api.fda.gov / 304 - 0\n");
}

/* That nothing was found is an answer. */
static void
test_not_found (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (HcHttpReply) reply = NULL;
  const char *body = "{\"error\":{\"code\":\"NOT_FOUND\",\"message\":\"No matches found!\"}}";

  http_server_answer (fixture->server, 404, "Content-Type: application/json", body, -1);
  reply = fixture_get (fixture, "https://api.fda.gov/", NULL);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (reply->status, ==, 404);
  g_assert_cmpmem (g_bytes_get_data (reply->bytes, NULL), g_bytes_get_size (reply->bytes), body, strlen (body));
}

/* What is packed comes unpacked; a bomb of a hundred MiB in a hundred KiB is not unpacked to its end. */
static void
test_compressed (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GBytes) small = http_server_pack ("{\"a\":1}", 0);
  g_autoptr (GBytes) bomb = http_server_pack ("[", 100 * 1024 * 1024);
  g_autofree char *damaged = NULL;
  gsize length;
  g_autoptr (HcHttpReply) reply = NULL;

  http_server_answer (fixture->server, 200, "Content-Encoding: gzip", g_bytes_get_data (small, NULL),
                      (gssize) g_bytes_get_size (small));
  reply = fixture_get (fixture, "https://api.fda.gov/", NULL);
  g_assert_no_error (fixture->error);
  g_assert_cmpmem (g_bytes_get_data (reply->bytes, NULL), g_bytes_get_size (reply->bytes), "{\"a\":1}", 7);

  g_assert_cmpuint (g_bytes_get_size (bomb), <, 200 * 1024);
  http_server_answer (fixture->server, 200, "Content-Encoding: gzip", g_bytes_get_data (bomb, NULL),
                      (gssize) g_bytes_get_size (bomb));
  fixture->request.limits.max_bytes = 1024 * 1024;
  g_assert_null (fixture_get (fixture, "https://api.fda.gov/", NULL));
  fixture_assert_error (fixture, HC_HTTP_ERROR_TOO_LARGE);

  /* It is not asked for again, and what was unpacked is the limit and one piece more at most. */
  g_assert_cmpuint (http_server_count (fixture->server), ==, 2);
  g_assert_cmpuint (fixture_get_logged_bytes (fixture, 0), >, 1024 * 1024);
  g_assert_cmpuint (fixture_get_logged_bytes (fixture, 0), <=, 1024 * 1024 + 64 * 1024);

  /* The sum at the end is not that of what was unpacked. */
  damaged = g_bytes_unref_to_data (http_server_pack ("[", 500 * 1024), &length);
  damaged[length - 8] ^= 1;
  http_server_answer (fixture->server, 200, "Content-Encoding: gzip", damaged, (gssize) length);
  g_assert_null (fixture_get (fixture, "https://api.fda.gov/", NULL));
  fixture_assert_error (fixture, HC_HTTP_ERROR_DAMAGED);
}

static void
test_file (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "reply", NULL);
  g_autofree char *text = NULL, *list = NULL, *after = NULL;
  g_autoptr (HcHttpReply) reply = NULL, same = NULL;

  fixture->request.path = path;
  http_server_answer (fixture->server, 200, NULL, "{\"first\":1}", -1);
  reply = fixture_get (fixture, "https://api.fda.gov/", NULL);
  g_assert_no_error (fixture->error);
  g_assert_null (reply->bytes);
  g_assert_cmpuint (reply->n_bytes, ==, 11);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "{\"first\":1}");
  list = fixture_list_folder (folder);

  /* What is there stays until something better is there, and nothing lies beside it. */
  http_server_answer (fixture->server, 200, NULL, "{\"second\":2}", -1);
  fixture->request.limits.max_bytes = 11;
  g_assert_null (fixture_get (fixture, "https://api.fda.gov/", NULL));
  fixture_assert_error (fixture, HC_HTTP_ERROR_TOO_LARGE);
  http_server_answer (fixture->server, 200, NULL, " <html>", -1);
  g_assert_null (fixture_get (fixture, "https://api.fda.gov/", NULL));
  fixture_assert_error (fixture, HC_HTTP_ERROR_PORTAL);
  http_server_answer (fixture->server, 304, NULL, NULL, 0);
  same = fixture_get (fixture, "https://api.fda.gov/", NULL);
  g_assert_no_error (fixture->error);
  after = fixture_list_folder (folder);
  g_assert_cmpstr (after, ==, list);

  g_set_str (&path, "/nonexistent-folder/reply");
  fixture->request.path = path;
  http_server_answer (fixture->server, 200, NULL, "{}", -1);
  g_assert_null (fixture_get (fixture, "https://api.fda.gov/", NULL));
  fixture_assert_error (fixture, HC_HTTP_ERROR_NOT_SAVED);

  fixture_remove_folder (folder);
}

static void
test_redirects (Fixture       *fixture,
                gconstpointer  data)
{
  static const struct { const char *location; HcHttpError code; } bad[] = {
    { "Location: http://api.fda.gov/x", HC_HTTP_ERROR_REDIRECTS },
    { "Location: https://name@api.fda.gov/x", HC_HTTP_ERROR_REDIRECTS },
    { "Location: https://api.fda.gov:8443/x", HC_HTTP_ERROR_PORTAL },
    { "Location: https://login.example/sign-in", HC_HTTP_ERROR_PORTAL },
    { "Location: //login.example/sign-in", HC_HTTP_ERROR_PORTAL },
    { "Location: file:///etc/passwd", HC_HTTP_ERROR_REDIRECTS },
    { "X-Nothing: 1", HC_HTTP_ERROR_REDIRECTS },
  };
  g_autoptr (HcHttpReply) reply = NULL;

  http_server_answer (fixture->server, 301, "Location: /second?x=1", NULL, 0);
  http_server_answer (fixture->server, 307, "Location: https://api.fda.gov/third", NULL, 0);
  http_server_answer (fixture->server, 200, NULL, "{}", -1);
  reply = fixture_get (fixture, "https://api.fda.gov/first", NULL);
  g_assert_no_error (fixture->error);
  g_assert_cmpstr (g_uri_get_path (reply->uri), ==, "/third");
  fixture_assert_log (fixture, "recalls GET api.fda.gov /third 200 - 2\n"
                      "recalls GET api.fda.gov /second?x=1 307 - 0\n"
                      "recalls GET api.fda.gov /first 301 - 0\n");

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      http_server_answer (fixture->server, 302, bad[i].location, NULL, 0);
      g_assert_null (fixture_get (fixture, "https://api.fda.gov/", NULL));
      fixture_assert_error (fixture, bad[i].code);
    }
  g_assert_cmpuint (http_server_count (fixture->server), ==, 3 + G_N_ELEMENTS (bad));

  /* A circle ends after five. */
  for (guint i = 0; i < 6; i++)
    http_server_answer (fixture->server, 302, "Location: /", NULL, 0);
  g_assert_null (fixture_get (fixture, "https://api.fda.gov/", NULL));
  fixture_assert_error (fixture, HC_HTTP_ERROR_REDIRECTS);
  g_assert_cmpuint (http_server_count (fixture->server), ==, 9 + G_N_ELEMENTS (bad));
}

/* A feed may have moved; that is no sign of a portal. What stands behind the question mark is not written down. */
static void
test_feed (Fixture       *fixture,
           gconstpointer  data)
{
  fixture->request.service = HC_SERVICE_FEEDS;
  fixture->request.kind = HC_HTTP_ANYTHING;
  hc_network_consent_set_on (hc_http_client_get_consent (fixture->client), HC_SERVICE_FEEDS, TRUE);
  http_server_answer (fixture->server, 302, "Location: https://another.example/feed", NULL, 0);
  g_assert_null (fixture_get (fixture, "https://feeds.example/feed?token=secret", NULL));
  fixture_assert_error (fixture, HC_HTTP_ERROR_OTHER_HOST);
  fixture_assert_log (fixture, "feeds GET feeds.example /feed?… 302 - 0\n");
  g_assert_true (g_str_has_prefix (http_server_get_request (fixture->server, 0), "GET /feed?token=secret\n"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/network/http-client/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

  ADD ("plain", test_plain);
  ADD ("empty", test_empty);
  ADD ("consent", test_consent);
  ADD ("conditional", test_conditional);
  ADD ("not-found", test_not_found);
  ADD ("compressed", test_compressed);
  ADD ("file", test_file);
  ADD ("redirects", test_redirects);
  ADD ("feed", test_feed);

  return g_test_run ();
}
