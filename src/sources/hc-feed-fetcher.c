/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-feed-fetcher.h"

G_DEFINE_INTERFACE (HcFeedFetcher, hc_feed_fetcher, G_TYPE_OBJECT)

static void
hc_feed_fetcher_default_init (HcFeedFetcherInterface *iface)
{
}

/**
 * hc_feed_reply_new:
 * @status: an HTTP status
 * @body: (transfer full) (nullable): what came
 *
 * Returns: (transfer full): a reply without headers
 */
HcFeedReply *
hc_feed_reply_new (guint   status,
                   GBytes *body)
{
  HcFeedReply *self = g_new0 (HcFeedReply, 1);

  self->status = status;
  self->body = body;

  return self;
}

/**
 * hc_feed_reply_free:
 * @self: (transfer full) (nullable): a reply
 */
void
hc_feed_reply_free (HcFeedReply *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_pointer (&self->not_before, g_date_time_unref);
  g_free (self->content_type);
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self->moved_to);
  g_free (self);
}

/**
 * hc_feed_fetcher_fetch_async:
 * @self: a fetcher
 * @address: an `https:` address
 * @etag: (nullable): what the server is to hear in If-None-Match
 * @last_modified: (nullable): likewise in If-Modified-Since
 * @cancellable: (nullable): ends it early
 * @callback: called when there is a reply, or none can be had
 * @user_data: passed to @callback
 *
 * Asks a server for a feed, or for a page on which one may be named.
 */
void
hc_feed_fetcher_fetch_async (HcFeedFetcher       *self,
                             const char          *address,
                             const char          *etag,
                             const char          *last_modified,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (HC_IS_FEED_FETCHER (self));
  g_return_if_fail (address != NULL);

  HC_FEED_FETCHER_GET_IFACE (self)->fetch_async (self, address, etag, last_modified, cancellable, callback,
                                                 user_data);
}

/**
 * hc_feed_fetcher_fetch_finish:
 * @self: a fetcher
 * @result: what the callback was given
 * @error: return location for an error of the network
 *
 * Returns: (transfer full) (nullable): the reply, of any status; %NULL when there is none
 */
HcFeedReply *
hc_feed_fetcher_fetch_finish (HcFeedFetcher  *self,
                              GAsyncResult   *result,
                              GError        **error)
{
  g_return_val_if_fail (HC_IS_FEED_FETCHER (self), NULL);

  return HC_FEED_FETCHER_GET_IFACE (self)->fetch_finish (self, result, error);
}

/**
 * hc_feed_fetcher_get_reason:
 * @self: a fetcher
 * @address: an address
 *
 * Returns: (transfer none) (nullable): why there was no reply when it was asked last, in words for the person;
 *   %NULL when there was one, or that is not known any more
 */
const char *
hc_feed_fetcher_get_reason (HcFeedFetcher *self,
                            const char    *address)
{
  HcFeedFetcherInterface *iface;

  g_return_val_if_fail (HC_IS_FEED_FETCHER (self), NULL);
  g_return_val_if_fail (address != NULL, NULL);

  iface = HC_FEED_FETCHER_GET_IFACE (self);

  return iface->get_reason != NULL ? iface->get_reason (self, address) : NULL;
}
