/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_NEED_ROW (hc_need_row_get_type ())

G_DECLARE_FINAL_TYPE (HcNeedRow, hc_need_row, HC, NEED_ROW, GtkListBoxRow)

GtkWidget *hc_need_row_new    (HcContext  *context,
                               HcMedicine *medicine) G_GNUC_WARN_UNUSED_RESULT;
void       hc_need_row_update (HcNeedRow  *self);

G_END_DECLS
