/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_MEDICINE_REVIEW (hc_medicine_review_get_type ())

G_DECLARE_FINAL_TYPE (HcMedicineReview, hc_medicine_review, HC, MEDICINE_REVIEW, GtkBox)

void hc_medicine_review_show (HcMedicineReview *self,
                              HcContext        *context,
                              HcMedicine       *medicine,
                              gboolean          has_photo);

G_END_DECLS
