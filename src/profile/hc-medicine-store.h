/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-medicine.h"
#include "hc-store.h"

G_BEGIN_DECLS

#define HC_TYPE_MEDICINE_STORE (hc_medicine_store_get_type ())

G_DECLARE_FINAL_TYPE (HcMedicineStore, hc_medicine_store, HC, MEDICINE_STORE, HcStore)

void      hc_medicine_store_save_async    (HcMedicineStore          *self,
                                          HcMedicine               *medicine,
                                          const HcMedicineDetails  *details,
                                          GAsyncReadyCallback       callback,
                                          gpointer                  user_data);
gboolean  hc_medicine_store_save_finish   (HcMedicineStore          *self,
                                          GAsyncResult             *result,
                                          GError                  **error);
void      hc_medicine_store_remove_async  (HcMedicineStore          *self,
                                          HcMedicine               *medicine,
                                          GAsyncReadyCallback       callback,
                                          gpointer                  user_data);
gboolean  hc_medicine_store_remove_finish (HcMedicineStore          *self,
                                          GAsyncResult             *result,
                                          GError                  **error);

G_END_DECLS
