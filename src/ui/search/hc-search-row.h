/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-search-hit.h"

G_BEGIN_DECLS

#define HC_TYPE_SEARCH_ROW (hc_search_row_get_type ())

G_DECLARE_FINAL_TYPE (HcSearchRow, hc_search_row, HC, SEARCH_ROW, GtkWidget)

GtkWidget *hc_search_row_new     (void) G_GNUC_WARN_UNUSED_RESULT;
void       hc_search_row_set_hit (HcSearchRow *self,
                                  HcSearchHit *hit);

G_END_DECLS
