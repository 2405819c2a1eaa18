/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_MEDICINE_ROW (hc_medicine_row_get_type ())

G_DECLARE_FINAL_TYPE (HcMedicineRow, hc_medicine_row, HC, MEDICINE_ROW, GtkListBoxRow)

GtkWidget *hc_medicine_row_new    (HcContext     *context,
                                   HcMedicine    *medicine) G_GNUC_WARN_UNUSED_RESULT;
void       hc_medicine_row_update (HcMedicineRow *self);

G_END_DECLS
