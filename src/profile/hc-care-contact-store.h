/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-care-contact.h"
#include "hc-store.h"

G_BEGIN_DECLS

#define HC_TYPE_CARE_CONTACT_STORE (hc_care_contact_store_get_type ())

G_DECLARE_FINAL_TYPE (HcCareContactStore, hc_care_contact_store, HC, CARE_CONTACT_STORE, HcStore)

void      hc_care_contact_store_save_async    (HcCareContactStore          *self,
                                               HcCareContact               *contact,
                                               const HcCareContactDetails  *details,
                                               GAsyncReadyCallback          callback,
                                               gpointer                     user_data);
gboolean  hc_care_contact_store_save_finish   (HcCareContactStore          *self,
                                               GAsyncResult                *result,
                                               GError                     **error);
void      hc_care_contact_store_remove_async  (HcCareContactStore          *self,
                                               HcCareContact               *contact,
                                               GAsyncReadyCallback          callback,
                                               gpointer                     user_data);
gboolean  hc_care_contact_store_remove_finish (HcCareContactStore          *self,
                                               GAsyncResult                *result,
                                               GError                     **error);

G_END_DECLS
