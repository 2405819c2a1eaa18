/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-article-view.h"

G_BEGIN_DECLS

#define HC_TYPE_PLACE_KEEPER (hc_place_keeper_get_type ())

G_DECLARE_FINAL_TYPE (HcPlaceKeeper, hc_place_keeper, HC, PLACE_KEEPER, GObject)

HcPlaceKeeper *hc_place_keeper_new        (GtkScrolledWindow *scroller,
                                           GtkWidget         *content,
                                           HcArticleView     *view) G_GNUC_WARN_UNUSED_RESULT;
void           hc_place_keeper_go_to      (HcPlaceKeeper     *self,
                                           const char        *anchor,
                                           double             offset);
gboolean       hc_place_keeper_is_going   (HcPlaceKeeper     *self);
const char    *hc_place_keeper_get_anchor (HcPlaceKeeper     *self);
double         hc_place_keeper_get_offset (HcPlaceKeeper     *self);
gboolean       hc_place_keeper_is_at_end  (HcPlaceKeeper     *self);
void           hc_place_keeper_flush      (HcPlaceKeeper     *self);

G_END_DECLS
