/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-term.h"

G_BEGIN_DECLS

#define HC_TYPE_TERM_POPOVER (hc_term_popover_get_type ())

G_DECLARE_FINAL_TYPE (HcTermPopover, hc_term_popover, HC, TERM_POPOVER, GtkPopover)

HcTermPopover *hc_term_popover_new  (GtkWidget          *view);
void           hc_term_popover_show (HcTermPopover      *self,
                                     HcTerm             *term,
                                     gboolean            has_more,
                                     const GdkRectangle *place);

G_END_DECLS
