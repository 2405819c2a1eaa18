/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-article-page.h"
#include "hc-article-view.h"
#include "hc-find-bar.h"
#include "hc-place-keeper.h"
#include "hc-term-popover.h"

G_BEGIN_DECLS

/**
 * HcArticlePage:
 *
 * An article to be read: its head, one of its pages, the way to its neighbors, its contents, and
 * what a reader does with it.
 */
struct _HcArticlePage
{
  AdwNavigationPage      parent_instance;

  HcContext             *context;
  HcPlaceKeeper         *keeper;
  gboolean               awaits_place; /* the profile may hold another place to begin at */

  AdwOverlaySplitView   *split_view;
  HcFindBar             *find_bar;
  GtkScrolledWindow     *scroller;
  GtkWidget             *content;
  GtkLabel              *topic_label;
  GtkLabel              *title_label;
  GtkWidget             *introduction;
  GtkWidget             *summary_box;
  GtkWidget             *answer_title; /* of the short answer to a question */
  GtkLabel              *summary_label;
  GtkLabel              *details_label;
  AdwBin                *extra;
  GtkWidget             *interlude; /* nullable; a child of the view while its first page is shown */
  HcArticleView         *view;
  GtkWidget             *neighbors;
  AdwActionRow          *next_row;
  AdwActionRow          *previous_row;
  GtkListBox            *contents;
  GtkButton             *bookmark_button;
  HcTermPopover         *term_popover; /* NULL until a word is explained */
};

char *_hc_article_page_dup_link              (HcArticlePage  *self,
                                              const char     *anchor) G_GNUC_WARN_UNUSED_RESULT;
void  _hc_article_page_update_contents       (HcArticlePage  *self);
void  _hc_article_page_update_head           (HcArticlePage  *self);
void  _hc_article_page_update_neighbors      (HcArticlePage  *self);
void  _hc_article_page_class_install_actions (GtkWidgetClass *widget_class);
void  _hc_article_page_share                 (GtkWidget      *widget,
                                              const char     *action,
                                              GVariant       *parameter);
void  _hc_article_page_save_text             (HcArticlePage  *self,
                                              GFile          *file);
char *_hc_article_page_dup_file_name         (HcArticle      *article) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
