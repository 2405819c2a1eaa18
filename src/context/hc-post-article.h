/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-article.h"
#include "hc-feed-item.h"
#include "hc-saved-post.h"

G_BEGIN_DECLS

GPtrArray *hc_post_article_make_blocks (const char   *text) G_GNUC_WARN_UNUSED_RESULT;
HcArticle *hc_post_article_new         (HcFeedItem   *item,
                                        const char   *publisher) G_GNUC_WARN_UNUSED_RESULT;
HcArticle *hc_post_article_new_saved   (HcSavedPost  *post) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
