/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "http-client-fixture.h"

#define ADDRESS "https://api.fda.gov/drug/enforcement.json"

/* When a busy service is asked again: after what it says, or after longer and longer times. */
static void
test_again (Fixture       *fixture,
            gconstpointer  data)
{
  GArray *waits = http_server_get_waits (fixture->server);
  g_autoptr (HcHttpReply) reply = NULL;

  http_server_answer (fixture->server, 429, "Retry-After: 7", NULL, 0);
  http_server_answer (fixture->server, 503, "Retry-After: Sat, 21 Nov 2026 12:00:30 GMT", NULL, 0);
  http_server_answer (fixture->server, 500, NULL, "<html>", -1);
  http_server_answer (fixture->server, 200, NULL, "{}", -1);
  reply = fixture_get (fixture, ADDRESS, NULL);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (reply->status, ==, 200);

  g_assert_cmpuint (waits->len, ==, 3);
  g_assert_cmpuint (g_array_index (waits, guint, 0), ==, 7000);
  g_assert_cmpuint (g_array_index (waits, guint, 1), ==, 30000);
  g_assert_cmpuint (g_array_index (waits, guint, 2), >=, 2000);
  g_assert_cmpuint (g_array_index (waits, guint, 2), <=, 4000);
  fixture_assert_log (fixture, "recalls GET api.fda.gov /drug/enforcement.json 200 - 2\n"
                      "recalls GET api.fda.gov /drug/enforcement.json 500 - 6\n"
                      "recalls GET api.fda.gov /drug/enforcement.json 503 - 0\n"
                      "recalls GET api.fda.gov /drug/enforcement.json 429 - 0\n");
}

static void
test_busy (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct { guint status; HcHttpError code; } cases[] = {
    { 429, HC_HTTP_ERROR_BUSY }, { 503, HC_HTTP_ERROR_BUSY }, { 500, HC_HTTP_ERROR_SERVER },
    { 502, HC_HTTP_ERROR_SERVER },
  };
  GArray *waits = http_server_get_waits (fixture->server);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      for (guint j = 0; j < 4; j++)
        http_server_answer (fixture->server, cases[i].status, "Retry-After: 0", NULL, 0);
      g_assert_null (fixture_get (fixture, ADDRESS, NULL));
      fixture_assert_error (fixture, cases[i].code);
    }

  /* Even who may come at once comes a little later. */
  g_assert_cmpuint (waits->len, ==, 3 * G_N_ELEMENTS (cases));
  g_assert_cmpuint (g_array_index (waits, guint, 0), >=, 500);

  /* Who asks for an hour is not asked again, and not before. */
  http_server_answer (fixture->server, 503, "Retry-After: 3600", NULL, 0);
  g_assert_null (fixture_get (fixture, ADDRESS, NULL));
  fixture_assert_error (fixture, HC_HTTP_ERROR_BUSY);
  g_assert_cmpuint (waits->len, ==, 3 * G_N_ELEMENTS (cases));
  g_assert_cmpuint (http_server_count (fixture->server), ==, 4 * G_N_ELEMENTS (cases) + 1);
}

/* What is refused is not asked for again. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  static const guint statuses[] = { 400, 401, 403, 410, 414, 204 };

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      http_server_answer (fixture->server, statuses[i], NULL, NULL, 0);
      g_assert_null (fixture_get (fixture, ADDRESS, NULL));
      fixture_assert_error (fixture, HC_HTTP_ERROR_REFUSED);
    }
  g_assert_cmpuint (http_server_count (fixture->server), ==, G_N_ELEMENTS (statuses));
}

/* The server holds the request until the test has done something. */
typedef struct
{
  SoupServerMessage *message;
  gboolean           with_body; /* whether the answer has begun */
} Hold;

static void
hold_cb (SoupServerMessage *message,
         gpointer           user_data)
{
  Hold *hold = user_data;

  hold->message = g_object_ref (message);
  soup_server_message_set_status (message, 200, NULL);
  if (hold->with_body)
    {
      soup_message_headers_set_encoding (soup_server_message_get_response_headers (message), SOUP_ENCODING_CHUNKED);
      soup_message_body_append (soup_server_message_get_response_body (message), SOUP_MEMORY_STATIC, "[1,", 3);
    }
  else
    {
      soup_server_message_pause (message);
    }
}

typedef void (*EndFunc) (Fixture *fixture, GCancellable *cancellable);

static void
end_by_cancel (Fixture      *fixture,
               GCancellable *cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
end_by_close (Fixture      *fixture,
              GCancellable *cancellable)
{
  hc_http_client_stop (fixture->client);
}

static void
end_by_offline (Fixture      *fixture,
                GCancellable *cancellable)
{
  hc_network_consent_set_offline (hc_http_client_get_consent (fixture->client), TRUE);
}

static void
end_by_consent (Fixture      *fixture,
                GCancellable *cancellable)
{
  hc_network_consent_set_on (hc_http_client_get_consent (fixture->client), HC_SERVICE_RECALLS, FALSE);
}

static void
run_until_held (Fixture  *fixture,
                Hold     *hold,
                EndFunc   end_func,
                GQuark    domain,
                int       code)
{
  g_autoptr (GUri) uri = g_uri_parse (ADDRESS, SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *place = NULL;

  http_server_answer_with (fixture->server, hold_cb, hold);
  fixture->request.uri = uri;
  hc_http_client_get_async (fixture->client, &fixture->request, cancellable, fixture_result_cb, &place);
  while (hold->message == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (hc_http_client_count_running (fixture->client), ==, 1);
  end_func (fixture, cancellable);
  result = fixture_wait (&place);
  g_assert_null (hc_http_client_get_finish (fixture->client, result, &error));
  g_assert_error (error, domain, code);
  g_assert_cmpuint (hc_http_client_count_running (fixture->client), ==, 0);
  g_clear_object (&hold->message);
}

static void
test_ended (Fixture       *fixture,
            gconstpointer  data)
{
  for (guint with_body = 0; with_body < 2; with_body++)
    {
      Hold hold = { NULL, with_body != 0 };
      HcNetworkConsent *consent = hc_http_client_get_consent (fixture->client);

      run_until_held (fixture, &hold, end_by_cancel, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      run_until_held (fixture, &hold, end_by_offline, HC_HTTP_ERROR, HC_HTTP_ERROR_WORK_OFFLINE);
      hc_network_consent_set_offline (consent, FALSE);
      run_until_held (fixture, &hold, end_by_consent, HC_HTTP_ERROR, HC_HTTP_ERROR_NOT_ALLOWED);
      hc_network_consent_set_on (consent, HC_SERVICE_RECALLS, TRUE);
    }
}

/* The program ends: what is on its way ends with it, and nothing begins any more. */
static void
test_close (Fixture       *fixture,
            gconstpointer  data)
{
  Hold hold = { NULL, FALSE };

  run_until_held (fixture, &hold, end_by_close, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  fixture_assert_log (fixture, "recalls GET api.fda.gov /drug/enforcement.json 0 canceled 0\n");
  g_assert_null (fixture_get (fixture, ADDRESS, NULL));
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (http_server_count (fixture->server), ==, 1);
}

static guint
cancel_while_waiting_cb (guint    milliseconds,
                         gpointer user_data)
{
  g_cancellable_cancel (user_data);

  /* An hour. */
  return 3600 * 1000;
}

/* Who cancels does not wait for the next attempt. */
static void
test_waiting (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  hc_http_client_set_wait (fixture->client, cancel_while_waiting_cb, cancellable);
  http_server_answer (fixture->server, 503, NULL, NULL, 0);
  g_assert_null (fixture_get (fixture, ADDRESS, cancellable));
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  g_assert_null (fixture_get (fixture, ADDRESS, cancellable));
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (http_server_count (fixture->server), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/network/http-ending/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

  ADD ("again", test_again);
  ADD ("busy", test_busy);
  ADD ("refused", test_refused);
  ADD ("ended", test_ended);
  ADD ("close", test_close);
  ADD ("waiting", test_waiting);

  return g_test_run ();
}
