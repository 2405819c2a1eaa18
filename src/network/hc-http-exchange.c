/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-http-exchange-private.h"

#include <string.h>

#include "hc-http-error.h"
#include "hc-http-reply-private.h"

#define PIECE (64 * 1024)

/* Of what is no good answer no more is read: it may say why, or be a trap. */
#define MOST_OF_OTHERS (64 * 1024)

/* One message that is sent and what comes back for it. The library is asked for no limits of its own: a timer ends
 * what takes too long, and the loop below counts what comes out of the unpacking. */
typedef struct
{
  SoupMessage   *message;
  HcHttpKind     kind;
  HcHttpLimits   limits;
  char          *path;
  GCancellable  *cancellable; /* the one that the library gets */
  GCancellable  *outer;       /* may be NULL */
  gulong         outer_handler;
  gulong         starting_handler;
  guint          connect_timer;
  guint          total_timer;
  guint          window_timer;
  GError        *reason;      /* why it was ended from here */
  GInputStream  *body;
  GOutputStream *output;
  guint8        *piece;
  gboolean       is_good;     /* whether what comes is what was asked for */
  gboolean       has_begun;   /* whether a byte has come that is no blank */
  guint64        n_bytes;
  guint64        n_before;    /* bytes before this window */
  HcHttpReply   *reply;
} Exchange;

static void
clear_timers (Exchange *exchange)
{
  g_clear_signal_handler (&exchange->starting_handler, exchange->message);
  g_clear_handle_id (&exchange->connect_timer, g_source_remove);
  g_clear_handle_id (&exchange->total_timer, g_source_remove);
  g_clear_handle_id (&exchange->window_timer, g_source_remove);
}

static void
exchange_free (gpointer data)
{
  Exchange *exchange = data;

  clear_timers (exchange);
  g_cancellable_disconnect (exchange->outer, exchange->outer_handler);
  g_clear_object (&exchange->outer);
  g_clear_object (&exchange->cancellable);
  g_clear_object (&exchange->body);
  g_clear_object (&exchange->output);
  g_clear_object (&exchange->message);
  g_clear_error (&exchange->reason);
  hc_http_reply_free (exchange->reply);
  g_free (exchange->path);
  g_free (exchange->piece);
  g_free (exchange);
}

/* Ends everything at once: the connection is closed, not read to its end. */
static void
stop (Exchange    *exchange,
      HcHttpError  code,
      const char  *words)
{
  if (exchange->reason == NULL)
    exchange->reason = g_error_new_literal (HC_HTTP_ERROR, (int) code, words);

  g_cancellable_cancel (exchange->cancellable);
}

static gboolean
connect_timer_cb (gpointer user_data)
{
  Exchange *exchange = user_data;

  exchange->connect_timer = 0;
  stop (exchange, HC_HTTP_ERROR_TIMED_OUT, "No connection in time");

  return G_SOURCE_REMOVE;
}

static gboolean
total_timer_cb (gpointer user_data)
{
  Exchange *exchange = user_data;

  exchange->total_timer = 0;
  stop (exchange, HC_HTTP_ERROR_TIMED_OUT, "Not all has come in time");

  return G_SOURCE_REMOVE;
}

static gboolean
window_timer_cb (gpointer user_data)
{
  Exchange *exchange = user_data;

  if (exchange->n_bytes - exchange->n_before >= exchange->limits.window_bytes)
    {
      exchange->n_before = exchange->n_bytes;
      return G_SOURCE_CONTINUE;
    }

  exchange->window_timer = 0;
  stop (exchange, HC_HTTP_ERROR_TOO_SLOW, "Too few bytes in too much time");

  return G_SOURCE_REMOVE;
}

/* There is a connection, and the request is about to be sent. */
static void
starting_cb (Exchange *exchange)
{
  g_clear_handle_id (&exchange->connect_timer, g_source_remove);
  if (exchange->window_timer == 0)
    exchange->window_timer = g_timeout_add (exchange->limits.window_ms, window_timer_cb, exchange);
}

static void
outer_canceled_cb (GCancellable *outer,
                   gpointer      user_data)
{
  g_cancellable_cancel (user_data);
}

/* What was begun of a file goes; the file that was there before stays. */
static void
discard_output (Exchange *exchange)
{
  g_autoptr (GCancellable) canceled = g_cancellable_new ();

  if (exchange->output == NULL || exchange->path == NULL)
    return;

  g_cancellable_cancel (canceled);
  g_output_stream_close (exchange->output, canceled, NULL);
}

/* To close the stream in the usual way would be to wait for all that is still to come. */
static void
break_off (Exchange *exchange)
{
  g_cancellable_cancel (exchange->cancellable);

  if (exchange->body != NULL)
    g_input_stream_close_async (exchange->body, G_PRIORITY_DEFAULT, exchange->cancellable, NULL, NULL);
}

static void
fail (GTask  *task,
      GError *error)
{
  Exchange *exchange = g_task_get_task_data (task);
  g_autoptr (GError) owned = error;

  clear_timers (exchange);
  discard_output (exchange);
  break_off (exchange);

  if (exchange->reason != NULL && !g_cancellable_is_cancelled (exchange->outer))
    g_task_return_error (task, g_steal_pointer (&exchange->reason));
  else
    g_task_return_error (task, hc_http_error_translate (owned));
}

static void
fail_with (GTask       *task,
           HcHttpError  code,
           const char  *words)
{
  fail (task, g_error_new_literal (HC_HTTP_ERROR, (int) code, words));
}

static void
succeed (GTask *task)
{
  Exchange *exchange = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  clear_timers (exchange);

  if (exchange->output != NULL && !g_output_stream_close (exchange->output, NULL, &error))
    {
      fail_with (task, HC_HTTP_ERROR_NOT_SAVED, error->message);
      return;
    }

  exchange->reply->n_bytes = exchange->n_bytes;
  if (G_IS_MEMORY_OUTPUT_STREAM (exchange->output))
    exchange->reply->bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (exchange->output));

  /* What was not read of an answer that is no good is not waited for. */
  if (!exchange->is_good)
    break_off (exchange);

  g_task_return_pointer (task, g_steal_pointer (&exchange->reply), (GDestroyNotify) hc_http_reply_free);
}

static void read_on (GTask *task);

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error))
    read_on (task);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fail (task, g_steal_pointer (&error));
  else
    fail_with (task, HC_HTTP_ERROR_NOT_SAVED, error->message);
}

/* JSON does not begin like a page, which the headers may call what they like. */
static gboolean
begins_like_a_page (Exchange *exchange,
                    gsize     length)
{
  if (exchange->kind != HC_HTTP_JSON || exchange->has_begun)
    return FALSE;

  for (gsize i = 0; i < length && !exchange->has_begun; i++)
    {
      guint8 byte = exchange->piece[i];

      if (byte == '<')
        return TRUE;

      /* A byte order mark comes before everything. */
      exchange->has_begun = !g_ascii_isspace (byte) && byte != 0xef && byte != 0xbb && byte != 0xbf;
    }

  return FALSE;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Exchange *exchange = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gssize length = g_input_stream_read_finish (G_INPUT_STREAM (source), result, &error);

  if (length < 0)
    {
      fail (task, g_steal_pointer (&error));
      return;
    }

  if (length == 0)
    {
      succeed (task);
      return;
    }

  exchange->n_bytes += (guint64) length;

  if (exchange->is_good && exchange->n_bytes > exchange->limits.max_bytes)
    fail_with (task, HC_HTTP_ERROR_TOO_LARGE, "The reply is longer than it may be");
  else if (!exchange->is_good && exchange->n_bytes > MOST_OF_OTHERS)
    succeed (task);
  else if (exchange->is_good && begins_like_a_page (exchange, (gsize) length))
    fail_with (task, HC_HTTP_ERROR_PORTAL, "A page of HTML came in place of JSON");
  else
    g_output_stream_write_all_async (exchange->output, exchange->piece, (gsize) length, G_PRIORITY_DEFAULT,
                                     exchange->cancellable, written_cb, g_steal_pointer (&task));
}

static void
read_on (GTask *task)
{
  Exchange *exchange = g_task_get_task_data (task);

  g_input_stream_read_async (exchange->body, exchange->piece, PIECE, G_PRIORITY_DEFAULT, exchange->cancellable,
                             read_cb, g_object_ref (task));
}

static gboolean
open_output (Exchange  *exchange,
             GError   **error)
{
  g_autoptr (GFile) file = NULL;

  if (exchange->path == NULL || !exchange->is_good)
    {
      exchange->output = g_memory_output_stream_new_resizable ();
      return TRUE;
    }

  file = g_file_new_for_path (exchange->path);
  exchange->output = G_OUTPUT_STREAM (g_file_replace (file, NULL, FALSE,
                                                      G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION,
                                                      NULL, error));

  return exchange->output != NULL;
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Exchange *exchange = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  SoupMessageHeaders *headers;

  exchange->body = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (exchange->body == NULL)
    {
      fail (task, g_steal_pointer (&error));
      return;
    }

  exchange->reply = hc_http_reply_new (exchange->message);
  exchange->is_good = exchange->reply->status == SOUP_STATUS_OK;
  headers = soup_message_get_response_headers (exchange->message);

  if (exchange->is_good && exchange->kind == HC_HTTP_JSON &&
      (g_strcmp0 (exchange->reply->content_type, "text/html") == 0 ||
       g_strcmp0 (exchange->reply->content_type, "application/xhtml+xml") == 0))
    fail_with (task, HC_HTTP_ERROR_PORTAL, "A page of HTML came in place of JSON");
  else if (exchange->is_good &&
           soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH &&
           soup_message_headers_get_content_length (headers) > (goffset) exchange->limits.max_bytes)
    fail_with (task, HC_HTTP_ERROR_TOO_LARGE, "The reply says that it is longer than it may be");
  else if (!open_output (exchange, &error))
    fail_with (task, HC_HTTP_ERROR_NOT_SAVED, error->message);
  else
    read_on (task);
}

/*
 * hc_http_exchange_run_async:
 * @session: the session that sends it
 * @message: the message; it does not follow redirects
 * @request: what was asked for, with limits that are no noughts; of the addresses only that of @message counts
 * @cancellable: (nullable): to end it
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Sends a message once, and reads what comes back within the limits.
 */
void
hc_http_exchange_run_async (SoupSession         *session,
                            SoupMessage         *message,
                            const HcHttpRequest *request,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (session, NULL, callback, user_data);
  Exchange *exchange = g_new0 (Exchange, 1);

  g_task_set_source_tag (task, hc_http_exchange_run_async);
  g_task_set_task_data (task, exchange, exchange_free);

  exchange->message = g_object_ref (message);
  exchange->kind = request->kind;
  exchange->limits = request->limits;
  exchange->path = g_strdup (request->path);
  exchange->piece = g_malloc (PIECE);
  exchange->cancellable = g_cancellable_new ();
  exchange->connect_timer = g_timeout_add (exchange->limits.connect_ms, connect_timer_cb, exchange);
  exchange->total_timer = g_timeout_add (exchange->limits.total_ms, total_timer_cb, exchange);
  exchange->starting_handler = g_signal_connect_swapped (message, "starting", G_CALLBACK (starting_cb), exchange);

  if (cancellable != NULL)
    {
      exchange->outer = g_object_ref (cancellable);
      exchange->outer_handler = g_cancellable_connect (cancellable, G_CALLBACK (outer_canceled_cb),
                                                       g_object_ref (exchange->cancellable), g_object_unref);
    }

  soup_session_send_async (session, message, G_PRIORITY_DEFAULT, exchange->cancellable, sent_cb,
                           g_steal_pointer (&task));
}

/*
 * hc_http_exchange_run_finish:
 * @session: the session
 * @result: what the callback got
 * @n_bytes: (out): how many bytes came, unpacked, also when it failed
 * @error: return location for a %HC_HTTP_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the reply, whatever its status is
 */
HcHttpReply *
hc_http_exchange_run_finish (SoupSession   *session,
                             GAsyncResult  *result,
                             guint64       *n_bytes,
                             GError       **error)
{
  *n_bytes = ((Exchange *) g_task_get_task_data (G_TASK (result)))->n_bytes;

  return g_task_propagate_pointer (G_TASK (result), error);
}
