/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-feed.h"

G_BEGIN_DECLS

/**
 * HcFeedField:
 *
 * What a feed tells of itself and of its items.
 */
typedef enum {
  HC_FEED_FIELD_TITLE,
  HC_FEED_FIELD_ID,
  HC_FEED_FIELD_LINK,
  HC_FEED_FIELD_OTHER_LINK, /* where there is no other one */
  HC_FEED_FIELD_AUTHOR,
  HC_FEED_FIELD_SUMMARY,
  HC_FEED_FIELD_CONTENT,
  HC_FEED_FIELD_PUBLISHED,
  HC_FEED_FIELD_UPDATED,
  HC_FEED_N_FIELDS,
} HcFeedField;

/**
 * HcFeedTextType:
 * @HC_FEED_TEXT_PLAIN: text that means what it says
 * @HC_FEED_TEXT_HTML: HTML
 * @HC_FEED_TEXT_UNSURE: a title of RSS, of which nobody ever said what it is
 */
typedef enum {
  HC_FEED_TEXT_PLAIN,
  HC_FEED_TEXT_HTML,
  HC_FEED_TEXT_UNSURE,
} HcFeedTextType;

/**
 * HcFeedDraft:
 *
 * What a feed says of itself or of an item, as it stands there. Of two that say the same thing the first
 * counts.
 */
typedef struct
{
  char           *values[HC_FEED_N_FIELDS];
  HcFeedTextType  types[HC_FEED_N_FIELDS];
  char           *bases[HC_FEED_N_FIELDS];
} HcFeedDraft;

void hc_feed_draft_clear     (HcFeedDraft    *self);
void hc_feed_draft_take      (HcFeedDraft    *self,
                              HcFeedField     field,
                              char           *value,
                              HcFeedTextType  type,
                              const char     *base);
void hc_feed_draft_describe  (HcFeedDraft    *self,
                              HcFeed         *feed);
void hc_feed_draft_add_item  (HcFeedDraft    *self,
                              HcFeed         *feed);

G_END_DECLS
