/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-medicine.h"

G_BEGIN_DECLS

HcMedicine *_hc_medicine_new_with_id (const char              *id,
                                      const HcMedicineDetails *details,
                                      GDateTime               *created);
void        _hc_medicine_set_saved   (HcMedicine              *self,
                                      const HcMedicineDetails *details,
                                      GDateTime               *created);

G_END_DECLS
