/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HcSavedPostDetails:
 * @feed: the id of the subscription that it came with
 * @key: what tells it from the other items of its feed
 * @publisher: (nullable): the title of the feed
 * @title: (nullable): its title
 * @author: (nullable): who wrote it
 * @link: (nullable): where it is on the web
 * @text: (nullable): its text, in the form in which the feed was kept
 * @published: (nullable): when it was published
 * @is_cut: whether it is longer than what was kept
 *
 * An item of a feed, whole.
 */
typedef struct
{
  const char *feed;
  const char *key;
  const char *publisher;
  const char *title;
  const char *author;
  const char *link;
  const char *text;
  GDateTime  *published;
  gboolean    is_cut;
} HcSavedPostDetails;

#define HC_TYPE_SAVED_POST (hc_saved_post_get_type ())

G_DECLARE_FINAL_TYPE (HcSavedPost, hc_saved_post, HC, SAVED_POST, GObject)

HcSavedPost *hc_saved_post_new         (const HcSavedPostDetails *details) G_GNUC_WARN_UNUSED_RESULT;
const char  *hc_saved_post_get_id      (HcSavedPost              *self);
GDateTime   *hc_saved_post_get_created (HcSavedPost              *self);
char        *hc_saved_post_dup_link    (HcSavedPost              *self) G_GNUC_WARN_UNUSED_RESULT;

const HcSavedPostDetails *hc_saved_post_get_details (HcSavedPost *self);

G_END_DECLS
