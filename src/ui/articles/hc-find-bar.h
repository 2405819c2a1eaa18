/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-article-view.h"
#include "hc-place-keeper.h"

G_BEGIN_DECLS

#define HC_TYPE_FIND_BAR (hc_find_bar_get_type ())

G_DECLARE_FINAL_TYPE (HcFindBar, hc_find_bar, HC, FIND_BAR, AdwBin)

void     hc_find_bar_attach  (HcFindBar         *self,
                              GtkScrolledWindow *scroller,
                              GtkWidget         *content,
                              HcArticleView     *view,
                              HcPlaceKeeper     *keeper);
void     hc_find_bar_open    (HcFindBar         *self);
void     hc_find_bar_close   (HcFindBar         *self);
gboolean hc_find_bar_is_open (HcFindBar         *self);
gboolean hc_find_bar_can_go  (HcFindBar         *self);
void     hc_find_bar_go      (HcFindBar         *self,
                              int                distance);
void     hc_find_bar_refresh (HcFindBar         *self);

G_END_DECLS
