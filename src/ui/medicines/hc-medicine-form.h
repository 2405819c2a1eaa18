/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_MEDICINE_FORM (hc_medicine_form_get_type ())

G_DECLARE_FINAL_TYPE (HcMedicineForm, hc_medicine_form, HC, MEDICINE_FORM, GtkBox)

void        hc_medicine_form_set_proposal (HcMedicineForm *self,
                                           HcContext      *context,
                                           HcMedicine     *proposal);
HcMedicine *hc_medicine_form_dup_medicine (HcMedicineForm *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
