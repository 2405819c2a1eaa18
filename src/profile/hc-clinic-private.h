/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-clinic.h"
#include "hc-text-fields.h"

G_BEGIN_DECLS

/* All texts of HcClinicDetails. */
const HcTextField *_hc_clinic_get_fields  (guint                 *n_fields);
HcClinic          *_hc_clinic_new_with_id (const char            *id,
                                           const HcClinicDetails *details,
                                           GDateTime             *created,
                                           GDateTime             *changed);
void               _hc_clinic_set_saved   (HcClinic              *self,
                                           HcClinic              *saved);

G_END_DECLS
