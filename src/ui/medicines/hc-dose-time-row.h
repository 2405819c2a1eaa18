/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-dose-unit.h"

G_BEGIN_DECLS

#define HC_TYPE_DOSE_TIME_ROW (hc_dose_time_row_get_type ())

G_DECLARE_FINAL_TYPE (HcDoseTimeRow, hc_dose_time_row, HC, DOSE_TIME_ROW, GtkBox)

GtkWidget *hc_dose_time_row_new      (int            minute,
                                      double         amount,
                                      HcDoseUnit     unit) G_GNUC_WARN_UNUSED_RESULT;
void       hc_dose_time_row_set_unit (HcDoseTimeRow *self,
                                      HcDoseUnit     unit);
double     hc_dose_time_row_get_amount (HcDoseTimeRow *self);
gboolean   hc_dose_time_row_read     (HcDoseTimeRow *self,
                                      int           *minute,
                                      double        *amount);

G_END_DECLS
