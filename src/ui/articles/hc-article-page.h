/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_ARTICLE_PAGE (hc_article_page_get_type ())

G_DECLARE_FINAL_TYPE (HcArticlePage, hc_article_page, HC, ARTICLE_PAGE, AdwNavigationPage)

HcArticlePage *hc_article_page_new         (HcContext     *context) G_GNUC_WARN_UNUSED_RESULT;
void           hc_article_page_show        (HcArticlePage *self,
                                            HcArticle     *article,
                                            const char    *anchor);
void           hc_article_page_set_extra   (HcArticlePage *self,
                                            GtkWidget     *extra,
                                            GtkWidget     *interlude);
void           hc_article_page_find        (HcArticlePage *self);
HcArticle     *hc_article_page_get_article (HcArticlePage *self);

G_END_DECLS
