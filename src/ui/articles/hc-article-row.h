/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-article.h"
#include "hc-profile.h"

G_BEGIN_DECLS

#define HC_TYPE_ARTICLE_ROW (hc_article_row_get_type ())

G_DECLARE_FINAL_TYPE (HcArticleRow, hc_article_row, HC, ARTICLE_ROW, GtkWidget)

GtkWidget *hc_article_row_new         (HcProfile    *profile) G_GNUC_WARN_UNUSED_RESULT;
void       hc_article_row_set_article (HcArticleRow *self,
                                       HcArticle    *article);

G_END_DECLS
