/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-feed-fetcher.h"
#include "hc-feed-finder.h"
#include "hc-feed-status.h"

G_BEGIN_DECLS

/**
 * HcFeedSearchResult:
 * @address: the address that was asked
 * @found: (element-type HcFoundFeed): the feed that is at the address, or those that the page there names
 * @is_feed: whether the address itself is that of a feed
 * @problem: why nothing was found; %HC_FEED_PROBLEM_NONE when something was
 * @moved_to: (nullable): the address on another site to which it leads, and which was not asked
 *
 * What is at an address.
 */
typedef struct
{
  char          *address;
  GPtrArray     *found;
  gboolean       is_feed;
  HcFeedProblem  problem;
  char          *moved_to;
} HcFeedSearchResult;

void                hc_feed_search_result_free (HcFeedSearchResult   *self);
void                hc_feed_search_run_async   (HcFeedFetcher        *fetcher,
                                                const char           *address,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
HcFeedSearchResult *hc_feed_search_run_finish  (HcFeedFetcher        *fetcher,
                                                GAsyncResult         *result,
                                                GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcFeedSearchResult, hc_feed_search_result_free)

G_END_DECLS
