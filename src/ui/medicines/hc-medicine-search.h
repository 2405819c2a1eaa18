/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_MEDICINE_SEARCH (hc_medicine_search_get_type ())

G_DECLARE_FINAL_TYPE (HcMedicineSearch, hc_medicine_search, HC, MEDICINE_SEARCH, AdwBin)

void hc_medicine_search_set_context (HcMedicineSearch *self,
                                     HcContext        *context);

G_END_DECLS
