/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_MEDICINE_HISTORY (hc_medicine_history_get_type ())

G_DECLARE_FINAL_TYPE (HcMedicineHistory, hc_medicine_history, HC, MEDICINE_HISTORY, AdwBin)

void hc_medicine_history_show (HcMedicineHistory *self,
                               HcContext         *context,
                               HcMedicine        *medicine);

G_END_DECLS
