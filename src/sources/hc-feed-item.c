/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-feed-item.h"

/**
 * HcFeedItem:
 *
 * Something that a feed has published. It does not change.
 */
struct _HcFeedItem
{
  GObject           parent_instance;

  HcFeedItemDetails details; /* its strings and times are owned */
};

G_DEFINE_FINAL_TYPE (HcFeedItem, hc_feed_item, G_TYPE_OBJECT)

static void
hc_feed_item_finalize (GObject *object)
{
  HcFeedItem *self = HC_FEED_ITEM (object);

  g_free ((char *) self->details.feed);
  g_free ((char *) self->details.key);
  g_free ((char *) self->details.twin);
  g_free ((char *) self->details.title);
  g_free ((char *) self->details.link);
  g_free ((char *) self->details.author);
  g_free ((char *) self->details.summary);
  g_free ((char *) self->details.text);
  g_clear_pointer (&self->details.published, g_date_time_unref);
  g_clear_pointer (&self->details.updated, g_date_time_unref);
  g_clear_pointer (&self->details.time, g_date_time_unref);

  G_OBJECT_CLASS (hc_feed_item_parent_class)->finalize (object);
}

static void
hc_feed_item_class_init (HcFeedItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_feed_item_finalize;
}

static void
hc_feed_item_init (HcFeedItem *self)
{
}

static GDateTime *
ref_time (GDateTime *time)
{
  return time != NULL ? g_date_time_ref (time) : NULL;
}

static char *
dup_text (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

/**
 * hc_feed_item_new:
 * @details: what it says, copied
 *
 * Returns: (transfer full): an item
 */
HcFeedItem *
hc_feed_item_new (const HcFeedItemDetails *details)
{
  HcFeedItem *self;

  g_return_val_if_fail (details != NULL, NULL);
  g_return_val_if_fail (details->key != NULL, NULL);

  self = g_object_new (HC_TYPE_FEED_ITEM, NULL);
  self->details = (HcFeedItemDetails) {
    .feed = g_strdup (details->feed),
    .key = g_strdup (details->key),
    .twin = dup_text (details->twin),
    .title = dup_text (details->title),
    .link = g_strdup (details->link),
    .author = g_strdup (details->author),
    .summary = dup_text (details->summary),
    .text = g_strdup (details->text),
    .published = ref_time (details->published),
    .updated = ref_time (details->updated),
    .time = ref_time (details->time),
    .is_cut = details->is_cut,
  };

  return self;
}

/**
 * hc_feed_item_get_details:
 * @self: an item
 *
 * Returns: (transfer none): what it says
 */
const HcFeedItemDetails *
hc_feed_item_get_details (HcFeedItem *self)
{
  g_return_val_if_fail (HC_IS_FEED_ITEM (self), NULL);

  return &self->details;
}
