/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "empty-resolver.h"
#include "http-client-fixture.h"

#include <string.h>

#define ADDRESS "https://api.fda.gov/drug/enforcement.json"

static void
assert_fails (Fixture     *fixture,
              HcHttpError  code)
{
  g_assert_null (fixture_get (fixture, ADDRESS, NULL));
  fixture_assert_error (fixture, code);
}

/* A page where data should be, whatever its header says. */
static void
test_page (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct { const char *header, *body; } pages[] = {
    { "Content-Type: text/html; charset=utf-8", "{\"results\":[]}" },
    { "Content-Type: application/xhtml+xml", "" },
    { "Content-Type: application/json", "<!DOCTYPE html><html>Sign in</html>" },
    { NULL, "\xef\xbb\xbf \r\n\t<html>" },
  };
  g_autoptr (HcHttpReply) reply = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      http_server_answer (fixture->server, 200, pages[i].header, pages[i].body, -1);
      assert_fails (fixture, HC_HTTP_ERROR_PORTAL);
    }

  http_server_answer (fixture->server, 511, "Content-Type: text/html", "<html>", -1);
  assert_fails (fixture, HC_HTTP_ERROR_PORTAL);

  /* A sign later on is none of a page. */
  http_server_answer (fixture->server, 200, "Content-Type: application/json", " {\"a\":\"<html>\"}", -1);
  reply = fixture_get (fixture, ADDRESS, NULL);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (reply->n_bytes, ==, 15);
}

/* Tells of a hundred bytes, sends fewer, and hangs up. */
static void
cut_cb (SoupServerMessage *message,
        gpointer           user_data)
{
  g_autoptr (GIOStream) stream = soup_server_message_steal_connection (message);
  const char *head = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\nContent-Type: application/json\r\n\r\n{\"results\":[";

  g_assert_true (g_output_stream_write_all (g_io_stream_get_output_stream (stream), head, strlen (head), NULL, NULL,
                                            NULL));
  g_assert_true (g_io_stream_close (stream, NULL, NULL));
}

/* Says nothing at all. */
static void
hang_up_cb (SoupServerMessage *message,
            gpointer           user_data)
{
  g_autoptr (GIOStream) stream = soup_server_message_steal_connection (message);

  g_assert_true (g_io_stream_close (stream, NULL, NULL));
}

/* A connection that breaks is tried again, and not for ever. */
static void
test_cut (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (HcHttpReply) reply = NULL;

  http_server_answer_with (fixture->server, cut_cb, NULL);
  http_server_answer (fixture->server, 200, NULL, "{}", -1);
  reply = fixture_get (fixture, ADDRESS, NULL);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (g_bytes_get_size (reply->bytes), ==, 2);
  g_assert_cmpuint (http_server_get_waits (fixture->server)->len, ==, 1);
  fixture_assert_log (fixture, "recalls GET api.fda.gov /drug/enforcement.json 200 - 2\n"
                      "recalls GET api.fda.gov /drug/enforcement.json 200 cut 12\n");

  for (guint i = 0; i < 4; i++)
    http_server_answer_with (fixture->server, cut_cb, NULL);
  assert_fails (fixture, HC_HTTP_ERROR_CUT);
  g_assert_cmpuint (http_server_count (fixture->server), ==, 6);
  g_assert_cmpuint (http_server_get_waits (fixture->server)->len, ==, 4);
}

static void
test_silent (Fixture       *fixture,
             gconstpointer  data)
{
  /* The library asks once more by itself where a connection was used before. */
  fixture->request.limits.max_attempts = 1;
  http_server_answer_with (fixture->server, hang_up_cb, NULL);
  http_server_answer_with (fixture->server, hang_up_cb, NULL);
  assert_fails (fixture, HC_HTTP_ERROR_CUT);
}

/* A number of two gigabytes, or a stream that has no end and tells none. */
static void
promise_cb (SoupServerMessage *message,
            gpointer           user_data)
{
  g_autoptr (GIOStream) stream = soup_server_message_steal_connection (message);
  const char *head = "HTTP/1.1 200 OK\r\nContent-Length: 2147483648\r\n\r\n{";

  g_assert_true (g_output_stream_write_all (g_io_stream_get_output_stream (stream), head, strlen (head), NULL, NULL,
                                            NULL));

  /* It stays open: who waits for the rest waits for ever. */
  g_object_set_data_full (G_OBJECT (message), "stream", g_steal_pointer (&stream), g_object_unref);
  *(SoupServerMessage **) user_data = g_object_ref (message);
}

static void
write_more_cb (SoupServerMessage *message,
               gpointer           user_data)
{
  static const char piece[16 * 1024] = "[";
  SoupMessageBody *body = soup_server_message_get_response_body (message);

  soup_message_body_append (body, SOUP_MEMORY_STATIC, piece, sizeof piece);
  soup_server_message_unpause (message);
}

static void
endless_cb (SoupServerMessage *message,
            gpointer           user_data)
{
  soup_server_message_set_status (message, 200, NULL);
  soup_message_headers_set_encoding (soup_server_message_get_response_headers (message), SOUP_ENCODING_CHUNKED);
  soup_message_body_set_accumulate (soup_server_message_get_response_body (message), FALSE);
  g_signal_connect (message, "wrote-chunk", G_CALLBACK (write_more_cb), NULL);
  write_more_cb (message, NULL);
}

static void
test_too_large (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (SoupServerMessage) message = NULL;

  http_server_answer_with (fixture->server, promise_cb, &message);
  assert_fails (fixture, HC_HTTP_ERROR_TOO_LARGE);
  g_assert_cmpuint (fixture_get_logged_bytes (fixture, 0), ==, 0);

  fixture->request.limits.max_bytes = 100000;
  http_server_answer_with (fixture->server, endless_cb, NULL);
  assert_fails (fixture, HC_HTTP_ERROR_TOO_LARGE);
  g_assert_cmpuint (fixture_get_logged_bytes (fixture, 0), <=, 100000 + 64 * 1024);
}

/* An answer that is no good may have no end either. */
static void
endless_error_cb (SoupServerMessage *message,
                  gpointer           user_data)
{
  endless_cb (message, NULL);
  soup_server_message_set_status (message, GPOINTER_TO_UINT (user_data), NULL);
}

static void
test_endless_errors (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (HcHttpReply) reply = NULL;

  http_server_answer_with (fixture->server, endless_error_cb, GUINT_TO_POINTER (403));
  assert_fails (fixture, HC_HTTP_ERROR_REFUSED);

  http_server_answer_with (fixture->server, endless_error_cb, GUINT_TO_POINTER (404));
  reply = fixture_get (fixture, ADDRESS, NULL);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (g_bytes_get_size (reply->bytes), <=, 64 * 1024);
}

/* One byte, and then one more as soon as that was sent: however fast it is, it is too slow for the limit. */
static void
trickle_cb (SoupServerMessage *message,
            gpointer           user_data)
{
  SoupServerMessage **kept = user_data;

  soup_server_message_set_status (message, 200, NULL);
  soup_message_headers_set_encoding (soup_server_message_get_response_headers (message), SOUP_ENCODING_CHUNKED);
  soup_message_body_append (soup_server_message_get_response_body (message), SOUP_MEMORY_STATIC, "[", 1);
  *kept = g_object_ref (message);
}

/* Nothing comes, not even a status. */
static void
wait_cb (SoupServerMessage *message,
         gpointer           user_data)
{
  soup_server_message_pause (message);
  *(SoupServerMessage **) user_data = g_object_ref (message);
}

static void
test_slow (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (SoupServerMessage) first = NULL, second = NULL, third = NULL;

  fixture->request.limits.window_ms = 20;
  http_server_answer_with (fixture->server, trickle_cb, &first);
  assert_fails (fixture, HC_HTTP_ERROR_TOO_SLOW);
  http_server_answer_with (fixture->server, wait_cb, &second);
  assert_fails (fixture, HC_HTTP_ERROR_TOO_SLOW);

  fixture->request.limits.window_ms = 0;
  fixture->request.limits.total_ms = 20;
  http_server_answer_with (fixture->server, wait_cb, &third);
  assert_fails (fixture, HC_HTTP_ERROR_TIMED_OUT);
  fixture_assert_log (fixture, "recalls GET api.fda.gov /drug/enforcement.json 0 timed-out 0\n"
                      "recalls GET api.fda.gov /drug/enforcement.json 0 too-slow 0\n"
                      "recalls GET api.fda.gov /drug/enforcement.json 200 too-slow 1\n");
}

/* Somebody takes the connection and never speaks TLS. */
static void
test_connect (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, NULL);

  hc_http_client_add_route (fixture->client, "api.fda.gov", port);
  fixture->request.limits.connect_ms = 20;
  assert_fails (fixture, HC_HTTP_ERROR_TIMED_OUT);
  g_assert_cmpuint (http_server_count (fixture->server), ==, 0);
}

/* The server shows the certificate of another host: not one byte of the request is sent. */
static void
test_other_host (Fixture       *fixture,
                 gconstpointer  data)
{
  assert_fails (fixture, HC_HTTP_ERROR_CERTIFICATE);
  g_assert_cmpuint (http_server_count (fixture->server), ==, 0);
  fixture_assert_log (fixture, "recalls GET api.fda.gov /drug/enforcement.json 0 certificate 0\n");
}

/* Nobody whom this computer knows has signed the certificate. */
static void
test_unknown_authority (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GTlsDatabase) authorities = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "network", "other-host.pem", NULL);

  authorities = g_tls_file_database_new (path, NULL);
  hc_http_client_set_tls_database (fixture->client, authorities);
  hc_http_client_add_route (fixture->client, "api.fda.gov", http_server_get_port (fixture->server));
  assert_fails (fixture, HC_HTTP_ERROR_CERTIFICATE);
  g_assert_cmpuint (http_server_count (fixture->server), ==, 0);
}

/* Nobody listens there. */
static void
test_unreachable (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, NULL);

  g_socket_listener_close (listener);
  hc_http_client_add_route (fixture->client, "api.fda.gov", port);
  assert_fails (fixture, HC_HTTP_ERROR_UNREACHABLE);
  fixture_assert_log (fixture, "recalls GET api.fda.gov /drug/enforcement.json 0 unreachable 0\n");
}

/* The name servers are asked, and know nobody of that name. */
static void
test_no_such_host (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *names = NULL;

  empty_resolver_install ();
  fixture->request.service = HC_SERVICE_FEEDS;
  hc_network_consent_set_on (hc_http_client_get_consent (fixture->client), HC_SERVICE_FEEDS, TRUE);
  g_assert_null (fixture_get (fixture, "https://nobody.example/", NULL));
  fixture_assert_error (fixture, HC_HTTP_ERROR_NO_SUCH_HOST);
  names = empty_resolver_remove ();
  g_assert_cmpstr (names, ==, "nobody.example");
}

/* What is not allowed does not even look for the host: the name servers would learn of it. */
static void
test_not_looked_up (Fixture       *fixture,
                    gconstpointer  data)
{
  HcNetworkConsent *consent = hc_http_client_get_consent (fixture->client);
  g_autofree char *names = NULL;

  empty_resolver_install ();
  fixture->request.service = HC_SERVICE_FEEDS;
  g_assert_null (fixture_get (fixture, "https://nobody.example/", NULL));
  fixture_assert_error (fixture, HC_HTTP_ERROR_NOT_ALLOWED);

  hc_network_consent_set_on (consent, HC_SERVICE_FEEDS, TRUE);
  hc_network_consent_set_offline (consent, TRUE);
  g_assert_null (fixture_get (fixture, "https://nobody.example/", NULL));
  fixture_assert_error (fixture, HC_HTTP_ERROR_WORK_OFFLINE);

  hc_network_consent_set_offline (consent, FALSE);
  fixture->request.service = HC_SERVICE_RECALLS;
  g_assert_null (fixture_get (fixture, "https://nobody.example/", NULL));
  fixture_assert_error (fixture, HC_HTTP_ERROR_BAD_ADDRESS);
  names = empty_resolver_remove ();
  g_assert_cmpstr (names, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD_WITH(name, certificate, function) \
  g_test_add ("/network/http-faults/" name, Fixture, certificate, fixture_set_up, function, fixture_tear_down)
#define ADD(name, function) ADD_WITH (name, "server.pem", function)

  ADD ("page", test_page);
  ADD ("cut", test_cut);
  ADD ("silent", test_silent);
  ADD ("too-large", test_too_large);
  ADD ("endless-errors", test_endless_errors);
  ADD ("slow", test_slow);
  ADD ("connect", test_connect);
  ADD_WITH ("other-host", "other-host.pem", test_other_host);
  ADD ("unknown-authority", test_unknown_authority);
  ADD ("unreachable", test_unreachable);
  ADD ("no-such-host", test_no_such_host);
  ADD ("not-looked-up", test_not_looked_up);

  return g_test_run ();
}
