/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-operation.h"
#include "hc-profile.h"

G_BEGIN_DECLS

HcOperation *hc_medicine_addition_new (HcProfile               *profile,
                                       HcMedicine              *medicine,
                                       GBytes                  *photo) G_GNUC_WARN_UNUSED_RESULT;
HcOperation *hc_medicine_removal_new  (HcProfile               *profile,
                                       HcMedicine              *medicine) G_GNUC_WARN_UNUSED_RESULT;
HcOperation *hc_medicine_change_new   (HcProfile               *profile,
                                       HcMedicine              *medicine,
                                       const HcMedicineDetails *details,
                                       const char              *description) G_GNUC_WARN_UNUSED_RESULT;
HcOperation *hc_medicine_change_new_with_photo (HcProfile               *profile,
                                                HcMedicine              *medicine,
                                                const HcMedicineDetails *details,
                                                GBytes                  *photo,
                                                const char              *description) G_GNUC_WARN_UNUSED_RESULT;
HcOperation *hc_medicine_photo_change_new (HcProfile            *profile,
                                           HcMedicine           *medicine,
                                           GBytes               *photo) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
