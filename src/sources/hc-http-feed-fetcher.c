/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-http-feed-fetcher.h"

/* No feed needs more. Somebody waits for it: a server that is busy is asked once more, and then the next time. */
#define MAX_BYTES (8 * 1024 * 1024)
#define MAX_ATTEMPTS 2
#define MAX_MS (60 * 1000)

/**
 * HcHttpFeedFetcher:
 *
 * Fetches feeds and pages of the web with an #HcHttpClient. The sites that are asked are those of the addresses and
 * no others: when one leads to another site, the reply says where, and nobody is asked there.
 */
struct _HcHttpFeedFetcher
{
  GObject       parent_instance;

  HcHttpClient *client;
  GHashTable   *faults; /* of HcHttpError by the address that was asked; those that replied are not there */
};

static void fetcher_init (HcFeedFetcherInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HcHttpFeedFetcher, hc_http_feed_fetcher, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (HC_TYPE_FEED_FETCHER, fetcher_init))

static void
hc_http_feed_fetcher_finalize (GObject *object)
{
  HcHttpFeedFetcher *self = HC_HTTP_FEED_FETCHER (object);

  g_clear_object (&self->client);
  g_hash_table_unref (self->faults);

  G_OBJECT_CLASS (hc_http_feed_fetcher_parent_class)->finalize (object);
}

static void
hc_http_feed_fetcher_class_init (HcHttpFeedFetcherClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_http_feed_fetcher_finalize;
}

static void
hc_http_feed_fetcher_init (HcHttpFeedFetcher *self)
{
  self->faults = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static HcFeedReply *
make_reply (HcHttpReply *from)
{
  HcFeedReply *reply = hc_feed_reply_new (from->status, from->status == 200 && from->bytes != NULL
                                          ? g_bytes_ref (from->bytes) : NULL);

  if (from->content_type != NULL && from->charset != NULL)
    reply->content_type = g_strdup_printf ("%s; charset=%s", from->content_type, from->charset);
  else
    reply->content_type = g_strdup (from->content_type);

  reply->etag = g_strdup (from->etag);
  reply->last_modified = g_strdup (from->last_modified);
  reply->moved_to = g_strdup (from->moved_to);
  reply->not_before = from->not_before != NULL ? g_date_time_ref (from->not_before) : NULL;

  return reply;
}

static void
replied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HcHttpFeedFetcher *self = g_task_get_source_object (task);
  const char *address = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (HcHttpReply) reply = hc_http_client_get_finish (HC_HTTP_CLIENT (source), result, &error);

  g_hash_table_remove (self->faults, address);

  if (reply != NULL)
    {
      g_task_return_pointer (task, make_reply (reply), (GDestroyNotify) hc_feed_reply_free);
      return;
    }

  if (error->domain == HC_HTTP_ERROR)
    g_hash_table_insert (self->faults, g_strdup (address), GINT_TO_POINTER (error->code));
  g_task_return_error (task, g_steal_pointer (&error));
}

static void
fetch_async (HcFeedFetcher       *fetcher,
             const char          *address,
             const char          *etag,
             const char          *last_modified,
             GCancellable        *cancellable,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  HcHttpFeedFetcher *self = HC_HTTP_FEED_FETCHER (fetcher);
  GTask *task = g_task_new (self, NULL, callback, user_data);
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE, NULL);
  HcHttpRequest request = {
    .service = HC_SERVICE_FEEDS,
    .uri = uri,
    .kind = HC_HTTP_ANYTHING,
    .etag = etag,
    .last_modified = last_modified,
    .takes_refusals = TRUE,
    .limits = { .max_bytes = MAX_BYTES, .max_attempts = MAX_ATTEMPTS, .total_ms = MAX_MS },
  };

  g_task_set_source_tag (task, fetch_async);
  g_task_set_task_data (task, g_strdup (address), g_free);

  if (uri == NULL)
    {
      g_hash_table_insert (self->faults, g_strdup (address), GINT_TO_POINTER (HC_HTTP_ERROR_BAD_ADDRESS));
      g_task_return_new_error_literal (task, HC_HTTP_ERROR, HC_HTTP_ERROR_BAD_ADDRESS, "The address is none");
      g_object_unref (task);
      return;
    }

  hc_http_client_get_async (self->client, &request, cancellable, replied_cb, task);
}

static HcFeedReply *
fetch_finish (HcFeedFetcher  *fetcher,
              GAsyncResult   *result,
              GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, fetcher), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, fetch_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static const char *
get_reason (HcFeedFetcher *fetcher,
            const char    *address)
{
  gpointer code;

  if (!g_hash_table_lookup_extended (HC_HTTP_FEED_FETCHER (fetcher)->faults, address, NULL, &code))
    return NULL;

  return hc_http_error_to_words ((HcHttpError) GPOINTER_TO_INT (code));
}

static void
fetcher_init (HcFeedFetcherInterface *iface)
{
  iface->fetch_async = fetch_async;
  iface->fetch_finish = fetch_finish;
  iface->get_reason = get_reason;
}

/**
 * hc_http_feed_fetcher_new:
 * @client: what asks, when the person allows it
 *
 * Returns: (transfer full): a fetcher for the thread of the client
 */
HcFeedFetcher *
hc_http_feed_fetcher_new (HcHttpClient *client)
{
  HcHttpFeedFetcher *self;

  g_return_val_if_fail (HC_IS_HTTP_CLIENT (client), NULL);

  self = g_object_new (HC_TYPE_HTTP_FEED_FETCHER, NULL);
  self->client = g_object_ref (client);

  return HC_FEED_FETCHER (self);
}
