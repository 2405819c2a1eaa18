/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-news-source.h"
#include "hc-news.h"
#include "hc-post.h"

G_BEGIN_DECLS

#define HC_TYPE_POSTS (hc_posts_get_type ())

G_DECLARE_FINAL_TYPE (HcPosts, hc_posts, HC, POSTS, GObject)

HcPosts      *hc_posts_new       (HcNews     *news) G_GNUC_WARN_UNUSED_RESULT;
void          hc_posts_show      (HcPosts    *self,
                                  HcNewsKind  kind,
                                  const char *id);
void          hc_posts_search    (HcPosts    *self,
                                  const char *text);
gboolean      hc_posts_is_cut    (HcPosts    *self);
const GError *hc_posts_get_error (HcPosts    *self);
GStrv         hc_posts_list_feeds (HcPosts   *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
