/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_DOSE_ROW (hc_dose_row_get_type ())

G_DECLARE_FINAL_TYPE (HcDoseRow, hc_dose_row, HC, DOSE_ROW, GtkListBoxRow)

GtkWidget     *hc_dose_row_new      (HcContext     *context,
                                     HcPlannedDose *dose) G_GNUC_WARN_UNUSED_RESULT;
HcPlannedDose *hc_dose_row_get_dose (HcDoseRow     *self);
void           hc_dose_row_set_dose (HcDoseRow     *self,
                                     HcPlannedDose *dose);

G_END_DECLS
