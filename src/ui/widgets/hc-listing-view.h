/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-listing.h"

G_BEGIN_DECLS

#define HC_TYPE_LISTING_VIEW (hc_listing_view_get_type ())

G_DECLARE_FINAL_TYPE (HcListingView, hc_listing_view, HC, LISTING_VIEW, GtkWidget)

void   hc_listing_view_set_lists     (HcListingView *self,
                                      const char    *label,
                                      GListModel    *lists);
void   hc_listing_view_set_nothing   (HcListingView *self,
                                      const char    *description,
                                      const char    *action);
void   hc_listing_view_begin_at_top  (HcListingView *self);

G_END_DECLS
