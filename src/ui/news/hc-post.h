/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HcPostDetails:
 * @feed: the id of the subscription that it came with
 * @key: what tells it from the others of its feed
 * @title: its title, plain; not empty
 * @publisher: the title of the feed; may be empty
 * @summary: the beginning of its text, plain; may be empty
 * @time: (nullable): when it was published, or was fetched first
 * @is_unread: whether it was not read
 * @is_saved: whether the person saved it
 */
typedef struct
{
  const char *feed;
  const char *key;
  const char *title;
  const char *publisher;
  const char *summary;
  GDateTime  *time;
  gboolean    is_unread;
  gboolean    is_saved;
} HcPostDetails;

#define HC_TYPE_POST (hc_post_get_type ())

G_DECLARE_FINAL_TYPE (HcPost, hc_post, HC, POST, GObject)

HcPost *hc_post_new         (const HcPostDetails *details) G_GNUC_WARN_UNUSED_RESULT;
void    hc_post_update      (HcPost              *self,
                             const HcPostDetails *details);
char   *hc_post_dup_id      (HcPost              *self) G_GNUC_WARN_UNUSED_RESULT;
char   *hc_post_dup_origin  (HcPost              *self) G_GNUC_WARN_UNUSED_RESULT;
char   *hc_post_dup_words   (HcPost              *self) G_GNUC_WARN_UNUSED_RESULT;

const HcPostDetails *hc_post_get_details (HcPost *self);

G_END_DECLS
