/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HcFeedReply:
 * @status: the HTTP status of the last reply
 * @body: (nullable): what came, decompressed and no larger than the fetcher lets through; %NULL for 304 and
 *   for errors
 * @content_type: (nullable): its Content-Type, with the charset
 * @etag: (nullable): its ETag
 * @last_modified: (nullable): its Last-Modified
 * @moved_to: (nullable): where the server says that it is now: with a status of 200 or 304 the reply came from
 *   there, and it is for ever (301, 308); with one of 3xx the fetcher did not follow
 * @not_before: (nullable): the server does not want to be asked before (Retry-After)
 *
 * What a server said.
 */
typedef struct
{
  guint      status;
  GBytes    *body;
  char      *content_type;
  char      *etag;
  char      *last_modified;
  char      *moved_to;
  GDateTime *not_before;
} HcFeedReply;

HcFeedReply *hc_feed_reply_new  (guint        status,
                                 GBytes      *body) G_GNUC_WARN_UNUSED_RESULT;
void         hc_feed_reply_free (HcFeedReply *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcFeedReply, hc_feed_reply_free)

#define HC_TYPE_FEED_FETCHER (hc_feed_fetcher_get_type ())

G_DECLARE_INTERFACE (HcFeedFetcher, hc_feed_fetcher, HC, FEED_FETCHER, GObject)

/**
 * HcFeedFetcherInterface:
 * @fetch_async: asks for an address, with If-None-Match and If-Modified-Since where these are given
 * @fetch_finish: gives the reply, also one with an HTTP status of an error; an error means that there is none
 * @get_reason: (nullable): says in words for the person why there was no reply when an address was asked last
 *
 * Whoever can fetch a feed. It is called in the main thread, for several feeds at once.
 */
struct _HcFeedFetcherInterface
{
  GTypeInterface parent_interface;

  void          (*fetch_async)  (HcFeedFetcher        *self,
                                 const char           *address,
                                 const char           *etag,
                                 const char           *last_modified,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);
  HcFeedReply * (*fetch_finish) (HcFeedFetcher        *self,
                                 GAsyncResult         *result,
                                 GError              **error);
  const char *  (*get_reason)   (HcFeedFetcher        *self,
                                 const char           *address);
};

void         hc_feed_fetcher_fetch_async  (HcFeedFetcher        *self,
                                           const char           *address,
                                           const char           *etag,
                                           const char           *last_modified,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
HcFeedReply *hc_feed_fetcher_fetch_finish (HcFeedFetcher        *self,
                                           GAsyncResult         *result,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;
const char  *hc_feed_fetcher_get_reason   (HcFeedFetcher        *self,
                                           const char           *address);

G_END_DECLS
