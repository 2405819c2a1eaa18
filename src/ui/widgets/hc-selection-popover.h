/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HC_TYPE_SELECTION_POPOVER (hc_selection_popover_get_type ())

G_DECLARE_FINAL_TYPE (HcSelectionPopover, hc_selection_popover, HC, SELECTION_POPOVER, GtkPopover)

GtkWidget *hc_selection_popover_new (GtkWidget *view) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
