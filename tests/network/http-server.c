/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "http-server.h"

#include <string.h>

#define SCHEMA "io.github.health_center.HealthCenter"

/* The 21st of November 2026, 12:00 UTC: the clock of all tests stands still there. */
#define NOW "2026-11-21T12:00:00Z"

typedef struct
{
  guint           status;
  char           *headers;
  GBytes         *body;
  HttpServerFunc  func;
  gpointer        user_data;
} Answer;

struct _HttpServer
{
  SoupServer   *server;
  GTlsDatabase *authority;
  guint16       port;
  GQueue        answers;
  GPtrArray    *requests; /* as text */
  GSettings    *settings;
  HcNetworkLog *log;
  GArray       *waits;    /* of guint */
};

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_free (answer->headers);
  g_clear_pointer (&answer->body, g_bytes_unref);
  g_free (answer);
}

static void
append_header_cb (const char *name,
                  const char *value,
                  gpointer    user_data)
{
  g_string_append_printf (user_data, "%s: %s\n", name, value);
}

/* Everything that the client has said: the line, then the headers. */
static void
write_down (HttpServer        *self,
            SoupServerMessage *message)
{
  GUri *uri = soup_server_message_get_uri (message);
  const char *query = g_uri_get_query (uri);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s %s%s%s\n", soup_server_message_get_method (message), g_uri_get_path (uri),
                          query != NULL ? "?" : "", query != NULL ? query : "");
  soup_message_headers_foreach (soup_server_message_get_request_headers (message), append_header_cb, text);
  g_ptr_array_add (self->requests, g_string_free_and_steal (text));
}

static void
handle_cb (SoupServer        *server,
           SoupServerMessage *message,
           const char        *path,
           GHashTable        *query,
           gpointer           user_data)
{
  HttpServer *self = user_data;
  Answer *answer = g_queue_pop_head (&self->answers);
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  g_auto (GStrv) lines = NULL;

  write_down (self, message);

  if (answer == NULL)
    g_error ("Nobody has said what to answer to %s", http_server_get_request (self, self->requests->len - 1));

  if (answer->func != NULL)
    {
      answer->func (message, answer->user_data);
      answer_free (answer);
      return;
    }

  lines = g_strsplit (answer->headers != NULL ? answer->headers : "", "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      char *colon = strstr (lines[i], ": ");

      g_assert_nonnull (colon);
      *colon = '\0';
      soup_message_headers_replace (headers, lines[i], colon + 2);
    }

  soup_server_message_set_status (message, answer->status, NULL);
  if (answer->body != NULL && g_bytes_get_size (answer->body) > 0)
    soup_message_body_append_bytes (soup_server_message_get_response_body (message), answer->body);
  answer_free (answer);
}

/* Returns: (transfer full): a server with the certificate in that file beside this one, `server.pem` usually */
HttpServer *
http_server_new (const char *certificate)
{
  HttpServer *self = g_new0 (HttpServer, 1);
  g_autofree char *path = g_build_filename (NETWORK_TEST_FOLDER, certificate, NULL);
  g_autofree char *authority = g_build_filename (NETWORK_TEST_FOLDER, "ca.pem", NULL);
  g_autoptr (GTlsCertificate) own = NULL;
  g_autoptr (GError) error = NULL;
  GSList *uris;

  own = g_tls_certificate_new_from_file (path, &error);
  g_assert_no_error (error);
  self->authority = g_tls_file_database_new (authority, &error);
  g_assert_no_error (error);

  self->server = soup_server_new ("tls-certificate", own, NULL);
  soup_server_add_handler (self->server, NULL, handle_cb, self, NULL);
  soup_server_listen_local (self->server, 0, SOUP_SERVER_LISTEN_HTTPS | SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (self->server);
  self->port = (guint16) g_uri_get_port (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  g_queue_init (&self->answers);
  self->requests = g_ptr_array_new_with_free_func (g_free);
  self->waits = g_array_new (FALSE, FALSE, sizeof (guint));
  self->settings = g_settings_new (SCHEMA);
  for (guint i = 0; i < HC_N_SERVICES; i++)
    {
      g_autofree char *key = g_strconcat ("network-", hc_service_get ((HcServiceId) i)->name, NULL);

      g_settings_reset (self->settings, key);
    }
  g_settings_reset (self->settings, "work-offline");
  self->log = hc_network_log_new (NULL);

  return self;
}

/* The library's server may be in the middle of a handshake that fails, in a thread, and would look at what is gone:
 * it answers nobody any more, and stays until the program ends. */
static GSList *retired;

void
http_server_free (HttpServer *self)
{
  soup_server_remove_handler (self->server, NULL);
  retired = g_slist_prepend (retired, self->server);
  g_object_unref (self->authority);
  g_queue_clear_full (&self->answers, answer_free);
  g_ptr_array_unref (self->requests);
  g_array_unref (self->waits);
  g_object_unref (self->settings);
  g_object_unref (self->log);
  g_free (self);
}

guint16
http_server_get_port (HttpServer *self)
{
  return self->port;
}

GTlsDatabase *
http_server_get_authority (HttpServer *self)
{
  return self->authority;
}

/* Says what to answer to the next request, or to the one after those of which was said before.
 *
 * @headers: (nullable): lines of `Name: value`
 * @body: (nullable): bytes; a @length of -1 takes them as text */
void
http_server_answer (HttpServer *self,
                    guint       status,
                    const char *headers,
                    const char *body,
                    gssize      length)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->status = status;
  answer->headers = g_strdup (headers);
  if (body != NULL)
    answer->body = g_bytes_new (body, length < 0 ? strlen (body) : (gsize) length);
  g_queue_push_tail (&self->answers, answer);
}

/* The same for what is no simple answer. */
void
http_server_answer_with (HttpServer     *self,
                         HttpServerFunc  func,
                         gpointer        user_data)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->func = func;
  answer->user_data = user_data;
  g_queue_push_tail (&self->answers, answer);
}

/* Returns: (transfer full): a text and so many blanks after it, packed as gzip */
GBytes *
http_server_pack (const char *text,
                  gsize       n_blanks)
{
  g_autoptr (GConverter) compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, compressor);
  g_autofree char *blanks = g_strnfill (1024 * 1024, ' ');

  g_assert_true (g_output_stream_write_all (stream, text, strlen (text), NULL, NULL, NULL));
  for (gsize rest = n_blanks, size; rest > 0; rest -= size)
    {
      size = MIN (rest, 1024 * 1024);
      g_assert_true (g_output_stream_write_all (stream, blanks, size, NULL, NULL, NULL));
    }
  g_assert_true (g_output_stream_close (stream, NULL, NULL));

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/* Returns: how many requests came */
guint
http_server_count (HttpServer *self)
{
  return self->requests->len;
}

/* Returns: (transfer none): a request as text, its line and its headers */
const char *
http_server_get_request (HttpServer *self,
                         guint       position)
{
  g_assert_cmpuint (position, <, self->requests->len);

  return g_ptr_array_index (self->requests, position);
}

static guint
wait_cb (guint    milliseconds,
         gpointer user_data)
{
  HttpServer *self = user_data;

  g_array_append_val (self->waits, milliseconds);

  return 0;
}

/* Returns: (transfer full): a client that may ask for that service, and knows this server for all hosts */
HcHttpClient *
http_server_make_client (HttpServer  *self,
                         HcServiceId  service)
{
  g_autoptr (HcNetworkConsent) consent = hc_network_consent_new (self->settings);
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (NOW, NULL);
  g_autoptr (HcClock) clock = hc_clock_new_fixed (now);
  HcHttpClient *client = hc_http_client_new (consent, self->log, clock);

  hc_network_consent_set_on (consent, service, TRUE);
  hc_http_client_set_tls_database (client, self->authority);
  hc_http_client_add_route (client, "api.fda.gov", self->port);
  hc_http_client_add_route (client, "clinicaltrials.gov", self->port);
  hc_http_client_add_route (client, "feeds.example", self->port);
  hc_http_client_set_wait (client, wait_cb, self);

  return client;
}

/* Returns: (transfer none): the settings of the clients that were made, where nothing was turned on before */
GSettings *
http_server_get_settings (HttpServer *self)
{
  return self->settings;
}

/* Returns: (transfer none): the log of the clients that were made */
HcNetworkLog *
http_server_get_log (HttpServer *self)
{
  return self->log;
}

/* Returns: (transfer none) (element-type guint): how long the clients would have waited, in milliseconds */
GArray *
http_server_get_waits (HttpServer *self)
{
  return self->waits;
}
