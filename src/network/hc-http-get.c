/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-http-client-private.h"

#include "hc-http-exchange-private.h"
#include "hc-retry.h"

#define MAX_REDIRECTS 5

/* Statuses of RFC 6585, which the library does not name. */
#define TOO_MANY_REQUESTS 429
#define NETWORK_AUTHENTICATION_REQUIRED 511

static const HcHttpLimits usual_limits = {
  .max_bytes = 32 * 1024 * 1024,
  .connect_ms = 20 * 1000,
  .total_ms = 5 * 60 * 1000,
  .window_ms = 20 * 1000,
  .window_bytes = 2048,
  .max_attempts = 4,
};

/* What one call of hc_http_client_get_async() needs: requests that are sent one after the other. */
typedef struct
{
  HcHttpRequest    request;      /* with strings of its own */
  GUri            *uri;          /* the address that is asked now */
  GCancellable    *cancellable;  /* ends the attempt, or the wait for the next one */
  GCancellable    *outer;        /* may be NULL */
  gulong           outer_handler;
  GError          *reason;       /* why it was ended from here */
  guint            n_attempts;
  guint            n_redirects;
  gboolean         is_moved;     /* all redirects are for ever */
  SoupMessage     *message;
  HcNetworkEntry  *entry;
  gint64           sent_at;      /* microseconds of the monotonic clock */
} Get;

static void
get_free (gpointer data)
{
  Get *get = data;

  g_cancellable_disconnect (get->outer, get->outer_handler);
  g_clear_object (&get->outer);
  g_clear_object (&get->cancellable);
  g_clear_object (&get->message);
  g_clear_object (&get->entry);
  g_clear_error (&get->reason);
  g_uri_unref (get->uri);
  g_uri_unref (get->request.uri);
  g_free ((char *) get->request.etag);
  g_free ((char *) get->request.last_modified);
  g_free ((char *) get->request.path);
  g_free (get);
}

/*
 * hc_http_get_cancel:
 * @task: a running request
 *
 * Ends it with %G_IO_ERROR_CANCELLED, later.
 */
void
hc_http_get_cancel (GTask *task)
{
  g_cancellable_cancel (((Get *) g_task_get_task_data (task))->cancellable);
}

/*
 * hc_http_get_check:
 * @task: a running request
 *
 * Ends it when the person does not allow it any more.
 */
void
hc_http_get_check (GTask *task)
{
  HcHttpClient *self = g_task_get_source_object (task);
  Get *get = g_task_get_task_data (task);

  if (get->reason == NULL && !hc_network_consent_check (self->consent, get->request.service, &get->reason))
    g_cancellable_cancel (get->cancellable);
}

static void
end (GTask       *task,
     HcHttpReply *reply,
     GError      *error)
{
  HcHttpClient *self = g_task_get_source_object (task);
  Get *get = g_task_get_task_data (task);
  g_autoptr (GError) owned = error;

  g_ptr_array_remove_fast (self->running, task);

  if (reply != NULL)
    g_task_return_pointer (task, reply, (GDestroyNotify) hc_http_reply_free);
  else if (get->reason != NULL && !g_cancellable_is_cancelled (get->outer))
    g_task_return_error (task, g_steal_pointer (&get->reason));
  else
    g_task_return_error (task, g_steal_pointer (&owned));
}

static void G_GNUC_PRINTF (3, 4)
end_with (GTask       *task,
          HcHttpError  code,
          const char  *format,
          ...)
{
  va_list arguments;
  GError *error;

  va_start (arguments, format);
  error = g_error_new_valist (HC_HTTP_ERROR, (int) code, format, arguments);
  va_end (arguments);

  end (task, NULL, error);
}

static void send_message (GTask *task);

static gboolean
waited_cb (gpointer user_data)
{
  GTask *task = user_data;
  Get *get = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (g_cancellable_set_error_if_cancelled (get->cancellable, &error))
    end (task, NULL, g_steal_pointer (&error));
  else
    send_message (task);

  return G_SOURCE_REMOVE;
}

/* Waits and sends it again. Whoever cancels it does not wait. */
static void
send_later (GTask *task,
            guint  delay)
{
  HcHttpClient *self = g_task_get_source_object (task);
  Get *get = g_task_get_task_data (task);
  guint wait = self->wait != NULL ? self->wait (delay, self->wait_data) : delay;
  g_autoptr (GSource) timer = g_timeout_source_new (wait);
  g_autoptr (GSource) canceled = g_cancellable_source_new (get->cancellable);

  g_source_set_dummy_callback (canceled);
  g_source_add_child_source (timer, canceled);
  g_source_set_callback (timer, waited_cb, g_object_ref (task), g_object_unref);
  g_source_attach (timer, g_main_context_get_thread_default ());
}

/* Returns: whether it is sent again; if not, it is to be ended */
static gboolean
try_again (GTask      *task,
           const char *retry_after)
{
  HcHttpClient *self = g_task_get_source_object (task);
  Get *get = g_task_get_task_data (task);
  g_autoptr (GDateTime) now = hc_clock_dup_time (self->clock);
  gint64 asked = hc_retry_parse_after (retry_after, now);
  guint delay = hc_retry_get_delay (get->n_attempts, g_rand_double (self->random));

  if (get->n_attempts >= get->request.limits.max_attempts || asked > HC_RETRY_LONGEST)
    return FALSE;

  send_later (task, MAX (delay, (guint) MAX (asked, 0)));

  return TRUE;
}

static int
get_port (GUri *uri)
{
  return g_uri_get_port (uri) > 0 ? g_uri_get_port (uri) : 443;
}

static gboolean
is_same_site (GUri *a,
              GUri *b)
{
  return g_ascii_strcasecmp (g_uri_get_host (a), g_uri_get_host (b)) == 0 && get_port (a) == get_port (b);
}

/* Where it is now, and until when the service wants to be left alone. */
static void
complete (GTask       *task,
          HcHttpReply *reply)
{
  HcHttpClient *self = g_task_get_source_object (task);
  Get *get = g_task_get_task_data (task);
  SoupMessageHeaders *headers = soup_message_get_response_headers (get->message);
  g_autoptr (GDateTime) now = hc_clock_dup_time (self->clock);
  gint64 milliseconds = hc_retry_parse_after (soup_message_headers_get_one (headers, "Retry-After"), now);

  if (get->n_redirects > 0 && get->is_moved && reply->moved_to == NULL)
    reply->moved_to = g_uri_to_string (get->uri);

  if (milliseconds > 0)
    reply->not_before = g_date_time_add (now, milliseconds * 1000);
}

static gboolean
is_for_ever (guint status)
{
  return status == SOUP_STATUS_MOVED_PERMANENTLY || status == SOUP_STATUS_PERMANENT_REDIRECT;
}

static void
follow (GTask       *task,
        HcHttpReply *reply)
{
  Get *get = g_task_get_task_data (task);
  g_autoptr (HcHttpReply) owned = reply;
  const char *location = soup_message_headers_get_one (soup_message_get_response_headers (get->message), "Location");
  g_autoptr (GUri) uri = location != NULL
    ? g_uri_parse_relative (get->uri, location, SOUP_HTTP_URI_FLAGS, NULL) : NULL;

  if (uri == NULL || g_uri_get_host (uri) == NULL)
    {
      end_with (task, HC_HTTP_ERROR_REDIRECTS, "A redirect to no address");
    }
  else if (g_strcmp0 (g_uri_get_scheme (uri), "https") != 0 || g_uri_get_userinfo (uri) != NULL)
    {
      end_with (task, HC_HTTP_ERROR_REDIRECTS, "A redirect to an address that is not safe");
    }
  else if (!is_same_site (get->uri, uri))
    {
      /* A service that never moves has not moved now: somebody in between leads away. */
      if (hc_service_get (get->request.service)->host != NULL)
        end_with (task, HC_HTTP_ERROR_PORTAL, "A redirect to %s", g_uri_get_host (uri));
      else if (get->request.takes_refusals)
        {
          reply->moved_to = g_uri_to_string (uri);
          end (task, g_steal_pointer (&owned), NULL);
        }
      else
        end_with (task, HC_HTTP_ERROR_OTHER_HOST, "A redirect to %s", g_uri_get_host (uri));
    }
  else if (++get->n_redirects > MAX_REDIRECTS)
    {
      end_with (task, HC_HTTP_ERROR_REDIRECTS, "More than %d redirects", MAX_REDIRECTS);
    }
  else
    {
      g_uri_unref (get->uri);
      get->uri = g_steal_pointer (&uri);
      get->n_attempts = 0;
      get->is_moved = (get->n_redirects == 1 || get->is_moved) && is_for_ever (reply->status);
      send_message (task);
    }
}

static void
handle_reply (GTask       *task,
              HcHttpReply *reply)
{
  Get *get = g_task_get_task_data (task);
  g_autoptr (HcHttpReply) owned = reply;
  guint status = reply->status;
  SoupMessageHeaders *headers = soup_message_get_response_headers (get->message);

  complete (task, reply);

  if (status == SOUP_STATUS_OK || status == SOUP_STATUS_NOT_MODIFIED || status == SOUP_STATUS_NOT_FOUND)
    end (task, g_steal_pointer (&owned), NULL);
  else if (SOUP_STATUS_IS_REDIRECTION (status))
    follow (task, g_steal_pointer (&owned));
  else if (status == NETWORK_AUTHENTICATION_REQUIRED)
    end_with (task, HC_HTTP_ERROR_PORTAL, "The network wants somebody to sign in");
  else if (status != TOO_MANY_REQUESTS && !SOUP_STATUS_IS_SERVER_ERROR (status) && get->request.takes_refusals)
    end (task, g_steal_pointer (&owned), NULL);
  else if (status != TOO_MANY_REQUESTS && !SOUP_STATUS_IS_SERVER_ERROR (status))
    end_with (task, HC_HTTP_ERROR_REFUSED, "Status %u", status);
  else if (try_again (task, soup_message_headers_get_one (headers, "Retry-After")))
    return;
  else if (get->request.takes_refusals)
    end (task, g_steal_pointer (&owned), NULL);
  else
    end_with (task, status == TOO_MANY_REQUESTS || status == SOUP_STATUS_SERVICE_UNAVAILABLE
              ? HC_HTTP_ERROR_BUSY : HC_HTTP_ERROR_SERVER, "Status %u", status);
}

static void
write_down (HcHttpClient *self,
            Get          *get,
            guint         status,
            const GError *error,
            guint64       n_bytes)
{
  gint64 duration = (g_get_monotonic_time () - get->sent_at) / 1000;
  const char *fault = NULL;

  if (error != NULL)
    fault = error->domain == HC_HTTP_ERROR ? hc_http_error_get_name ((HcHttpError) error->code) : "canceled";

  hc_network_entry_set_result (get->entry, status, fault, n_bytes, (guint) CLAMP (duration, 0, G_MAXINT));
  hc_network_log_add (self->log, get->entry);
  g_clear_object (&get->entry);
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HcHttpClient *self = g_task_get_source_object (task);
  Get *get = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  guint64 n_bytes = 0;
  HcHttpReply *reply = hc_http_exchange_run_finish (SOUP_SESSION (source), result, &n_bytes, &error);

  write_down (self, get, soup_message_get_status (get->message), error, n_bytes);

  if (reply != NULL)
    handle_reply (task, reply);
  else if (!g_error_matches (error, HC_HTTP_ERROR, HC_HTTP_ERROR_CUT) || !try_again (task, NULL))
    end (task, NULL, g_steal_pointer (&error));
}

static void
send_message (GTask *task)
{
  HcHttpClient *self = g_task_get_source_object (task);
  Get *get = g_task_get_task_data (task);
  g_autoptr (GDateTime) now = hc_clock_dup_time (self->clock);
  SoupMessageHeaders *headers;

  g_clear_object (&get->message);
  get->message = soup_message_new_from_uri (SOUP_METHOD_GET, get->uri);
  soup_message_add_flags (get->message, SOUP_MESSAGE_NO_REDIRECT);
  headers = soup_message_get_request_headers (get->message);

  if (get->request.kind == HC_HTTP_JSON)
    soup_message_headers_replace (headers, "Accept", "application/json");
  if (get->request.etag != NULL)
    soup_message_headers_replace (headers, "If-None-Match", get->request.etag);
  if (get->request.last_modified != NULL)
    soup_message_headers_replace (headers, "If-Modified-Since", get->request.last_modified);

  get->n_attempts++;
  get->sent_at = g_get_monotonic_time ();
  get->entry = hc_network_entry_new (now, hc_service_get (get->request.service), "GET", get->uri);
  hc_http_exchange_run_async (hc_http_client_get_session (self, g_uri_get_host (get->uri)), get->message, &get->request,
                              get->cancellable, sent_cb, g_object_ref (task));
}

static gboolean
check_address (const HcHttpRequest  *request,
               GError              **error)
{
  const char *host = g_uri_get_host (request->uri);

  if (g_strcmp0 (g_uri_get_scheme (request->uri), "https") == 0 && g_uri_get_userinfo (request->uri) == NULL &&
      host != NULL && hc_service_allows_host (hc_service_get (request->service), host))
    return TRUE;

  g_set_error_literal (error, HC_HTTP_ERROR, HC_HTTP_ERROR_BAD_ADDRESS, "The address is not one of the service");

  return FALSE;
}

/* What is told of takes the place of what is usual. */
static void
fill_in (HcHttpLimits       *usual,
         const HcHttpLimits *limits)
{
  if (limits->max_bytes > 0)
    usual->max_bytes = limits->max_bytes;
  if (limits->connect_ms > 0)
    usual->connect_ms = limits->connect_ms;
  if (limits->total_ms > 0)
    usual->total_ms = limits->total_ms;
  if (limits->window_ms > 0)
    usual->window_ms = limits->window_ms;
  if (limits->window_bytes > 0)
    usual->window_bytes = limits->window_bytes;
  if (limits->max_attempts > 0)
    usual->max_attempts = limits->max_attempts;
}

static void
outer_canceled_cb (GCancellable *outer,
                   gpointer      user_data)
{
  g_cancellable_cancel (user_data);
}

static Get *
get_new (HcHttpClient        *self,
         const HcHttpRequest *request,
         GCancellable        *cancellable)
{
  Get *get = g_new0 (Get, 1);

  get->request = *request;
  get->request.uri = g_uri_ref (request->uri);
  get->request.etag = g_strdup (request->etag);
  get->request.last_modified = g_strdup (request->last_modified);
  get->request.path = g_strdup (request->path);
  get->request.limits = usual_limits;
  fill_in (&get->request.limits, &self->limits);
  fill_in (&get->request.limits, &request->limits);
  get->uri = g_uri_ref (request->uri);
  get->cancellable = g_cancellable_new ();

  if (cancellable != NULL)
    {
      get->outer = g_object_ref (cancellable);
      get->outer_handler = g_cancellable_connect (cancellable, G_CALLBACK (outer_canceled_cb),
                                                  g_object_ref (get->cancellable), g_object_unref);
    }

  return get;
}

/**
 * hc_http_client_get_async:
 * @self: a client
 * @request: what is asked for; copied
 * @cancellable: (nullable): to end it
 * @callback: called in this thread when the reply is here, or there will be none
 * @user_data: for @callback
 *
 * Asks for something, and asks again where that may help. Nothing is sent that the person has not allowed.
 */
void
hc_http_client_get_async (HcHttpClient        *self,
                          const HcHttpRequest *request,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  Get *get;

  g_return_if_fail (HC_IS_HTTP_CLIENT (self));
  g_return_if_fail (request != NULL && request->uri != NULL && request->service < HC_N_SERVICES);

  get = get_new (self, request, cancellable);
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, hc_http_client_get_async);
  g_task_set_task_data (task, get, get_free);

  if (self->is_stopped)
    g_cancellable_cancel (get->cancellable);

  if (g_cancellable_set_error_if_cancelled (get->cancellable, &error) || !check_address (request, &error) ||
      !hc_network_consent_check (self->consent, request->service, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_ptr_array_add (self->running, task);
  send_message (task);
}

/**
 * hc_http_client_get_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location for a %HC_HTTP_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the reply, of status 200, 304 or 404; of any status for a request that takes
 *   refusals
 */
HcHttpReply *
hc_http_client_get_finish (HcHttpClient  *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_http_client_get_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
