/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-article-list.h"
#include "hc-context.h"

G_BEGIN_DECLS

/* What stands in the place of the id of a topic in a link to a list. */
#define HC_ARTICLE_HOME_ALL "all"
#define HC_ARTICLE_HOME_FOR_YOU "for-you"

#define HC_TYPE_ARTICLE_HOME (hc_article_home_get_type ())

G_DECLARE_FINAL_TYPE (HcArticleHome, hc_article_home, HC, ARTICLE_HOME, AdwNavigationPage)

HcArticleHome *hc_article_home_new          (HcContext      *context,
                                             HcArticleKind   kind) G_GNUC_WARN_UNUSED_RESULT;
gboolean       hc_article_home_fill_list    (HcArticleHome  *self,
                                             HcArticleList  *list,
                                             const char     *id,
                                             GError        **error);
void           hc_article_home_focus_search (HcArticleHome  *self);

G_END_DECLS
