/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-profile.h"

G_BEGIN_DECLS

#define HC_TYPE_ARTICLE_LIST (hc_article_list_get_type ())

G_DECLARE_FINAL_TYPE (HcArticleList, hc_article_list, HC, ARTICLE_LIST, AdwNavigationPage)

HcArticleList *hc_article_list_new    (HcProfile     *profile) G_GNUC_WARN_UNUSED_RESULT;
void           hc_article_list_show   (HcArticleList *self,
                                       const char    *id,
                                       const char    *title,
                                       GListModel    *articles,
                                       gboolean       by_topic);
const char    *hc_article_list_get_id (HcArticleList *self);

G_END_DECLS
