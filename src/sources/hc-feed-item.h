/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HcFeedItemDetails:
 * @feed: (nullable): the id of its feed; %NULL for one that was just read
 * @key: what tells it from the other items of its feed, and stays the same when it changes
 * @twin: what tells it by its words, for feeds that call one thing by two names
 * @title: its title, plain text; empty when it has none
 * @link: (nullable): where it is on the web
 * @author: (nullable): who wrote it
 * @summary: the beginning of its text, plain; may be empty
 * @text: (nullable): its text, see #HcPostLine; %NULL in lists
 * @published: (nullable): when it says that it was published
 * @updated: (nullable): when it says that it was changed
 * @time: (nullable): by which it is sorted: when it was published, or when it was fetched first where that is
 *   not told or lies in the future; %NULL for one that was just read
 * @is_cut: whether it is longer than what was kept
 *
 * An item of a feed.
 */
typedef struct
{
  const char *feed;
  const char *key;
  const char *twin;
  const char *title;
  const char *link;
  const char *author;
  const char *summary;
  const char *text;
  GDateTime  *published;
  GDateTime  *updated;
  GDateTime  *time;
  gboolean    is_cut;
} HcFeedItemDetails;

#define HC_TYPE_FEED_ITEM (hc_feed_item_get_type ())

G_DECLARE_FINAL_TYPE (HcFeedItem, hc_feed_item, HC, FEED_ITEM, GObject)

HcFeedItem *hc_feed_item_new      (const HcFeedItemDetails *details) G_GNUC_WARN_UNUSED_RESULT;

const HcFeedItemDetails *hc_feed_item_get_details (HcFeedItem *self);

G_END_DECLS
