/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-clinic.h"
#include "hc-store.h"

G_BEGIN_DECLS

#define HC_TYPE_CLINIC_STORE (hc_clinic_store_get_type ())

G_DECLARE_FINAL_TYPE (HcClinicStore, hc_clinic_store, HC, CLINIC_STORE, HcStore)

void      hc_clinic_store_save_async    (HcClinicStore         *self,
                                         HcClinic              *clinic,
                                         const HcClinicDetails *details,
                                         GAsyncReadyCallback    callback,
                                         gpointer               user_data);
gboolean  hc_clinic_store_save_finish   (HcClinicStore  *self,
                                         GAsyncResult   *result,
                                         GError        **error);
void      hc_clinic_store_remove_async  (HcClinicStore       *self,
                                         HcClinic            *clinic,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
gboolean  hc_clinic_store_remove_finish (HcClinicStore  *self,
                                         GAsyncResult   *result,
                                         GError        **error);

G_END_DECLS
