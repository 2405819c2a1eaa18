/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-article.h"
#include "hc-note-store.h"

G_BEGIN_DECLS

#define HC_TYPE_ARTICLE_VIEW (hc_article_view_get_type ())

/* The anchor of the list of sources. */
#define HC_ARTICLE_VIEW_SOURCES "sources"

G_DECLARE_FINAL_TYPE (HcArticleView, hc_article_view, HC, ARTICLE_VIEW, GtkWidget)

void        hc_article_view_set_notes     (HcArticleView *self,
                                           HcNoteStore   *notes);
void        hc_article_view_show          (HcArticleView *self,
                                           HcArticle     *article,
                                           guint          page);
HcArticle  *hc_article_view_get_article   (HcArticleView *self);
guint       hc_article_view_get_page      (HcArticleView *self);
void        hc_article_view_complete      (HcArticleView *self);
GtkWidget  *hc_article_view_find          (HcArticleView *self,
                                           const char    *anchor);
const char *hc_article_view_find_citation (HcArticleView *self,
                                           guint          number);
const char *hc_article_view_get_place     (HcArticleView *self,
                                           GtkWidget     *content,
                                           double         y,
                                           double        *offset);
GtkWidget  *hc_article_view_get_focus     (HcArticleView *self);

G_END_DECLS
