/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-add-feed-page.h"
#include "hc-article-page.h"
#include "hc-news-home.h"
#include "hc-news-page.h"
#include "hc-news-sources.h"
#include "hc-news-updater.h"
#include "hc-post-head.h"
#include "hc-post-list.h"

G_BEGIN_DECLS

struct _HcNewsPage
{
  HcPage             parent_instance;

  HcNewsSources     *sources;
  HcNewsUpdater     *updater;
  guint              due_timer;  /* while the page is shown */

  AdwNavigationView *navigation;
  HcNewsHome        *home;
  HcPostList        *list;
  HcAddFeedPage     *add;        /* NULL until it is opened */
  HcArticlePage     *reader;     /* NULL until a post is opened */
  HcPostHead        *head;       /* of the reader */
};

HcNews *_hc_news_page_get_news              (HcNewsPage      *self);
void    _hc_news_page_open_add              (HcNewsPage      *self);
void    _hc_news_page_fetch                 (HcNewsPage      *self,
                                             const char      *feed);
void    _hc_news_page_mark                  (HcNewsPage      *self,
                                             const char      *feed,
                                             const char      *key,
                                             gboolean         is_read);
void    _hc_news_page_class_install_actions (GtkWidgetClass  *widget_class);

G_END_DECLS
