/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-feed-item.h"

G_BEGIN_DECLS

/**
 * HcFeedFormat:
 * @HC_FEED_FORMAT_RSS: RSS 0.9x and 2.0
 * @HC_FEED_FORMAT_RDF: RSS 0.90 and 1.0
 * @HC_FEED_FORMAT_ATOM: Atom 1.0 (RFC 4287) and 0.3
 * @HC_FEED_FORMAT_JSON: JSON Feed
 *
 * What a feed is written in.
 */
typedef enum {
  HC_FEED_FORMAT_RSS,
  HC_FEED_FORMAT_RDF,
  HC_FEED_FORMAT_ATOM,
  HC_FEED_FORMAT_JSON,
} HcFeedFormat;

/**
 * HcFeed:
 * @format: what it is written in
 * @title: its title, plain text; may be empty
 * @home: (nullable): the page on the web that it belongs to
 * @description: what it is, plain text; may be empty
 * @items: (element-type HcFeedItem): its items in the order in which it has them, each one once
 * @n_left_out: how many items were left out because there are too many
 * @is_damaged: whether it is cut off or broken, so that items may be missing
 *
 * A feed that was read.
 */
typedef struct
{
  HcFeedFormat  format;
  char         *title;
  char         *home;
  char         *description;
  GPtrArray    *items;
  guint         n_left_out;
  gboolean      is_damaged;
  /*< private >*/
  char         *address;
  GHashTable   *keys;
} HcFeed;

HcFeed *hc_feed_new  (HcFeedFormat  format,
                      const char   *address) G_GNUC_WARN_UNUSED_RESULT;
void    hc_feed_free (HcFeed       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcFeed, hc_feed_free)

G_END_DECLS
