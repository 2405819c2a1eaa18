/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_MEDICINE_WARNINGS (hc_medicine_warnings_get_type ())

G_DECLARE_FINAL_TYPE (HcMedicineWarnings, hc_medicine_warnings, HC, MEDICINE_WARNINGS, AdwBin)

void hc_medicine_warnings_set_context (HcMedicineWarnings *self,
                                       HcContext          *context);
void hc_medicine_warnings_update      (HcMedicineWarnings *self);

G_END_DECLS
