/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_MEDICINE_PHOTO (hc_medicine_photo_get_type ())

G_DECLARE_FINAL_TYPE (HcMedicinePhoto, hc_medicine_photo, HC, MEDICINE_PHOTO, AdwBin)

void hc_medicine_photo_show (HcMedicinePhoto *self,
                             HcContext       *context,
                             HcMedicine      *medicine);

G_END_DECLS
