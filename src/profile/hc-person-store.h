/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-person.h"
#include "hc-store.h"

G_BEGIN_DECLS

#define HC_TYPE_PERSON_STORE (hc_person_store_get_type ())

G_DECLARE_FINAL_TYPE (HcPersonStore, hc_person_store, HC, PERSON_STORE, HcStore)

void      hc_person_store_save_async    (HcPersonStore          *self,
                                         HcPerson               *person,
                                         const HcPersonDetails  *details,
                                         GAsyncReadyCallback     callback,
                                         gpointer                user_data);
gboolean  hc_person_store_save_finish   (HcPersonStore          *self,
                                         GAsyncResult           *result,
                                         GError                **error);
void      hc_person_store_delete_async  (HcPersonStore          *self,
                                         HcPerson               *person,
                                         GAsyncReadyCallback     callback,
                                         gpointer                user_data);
gboolean  hc_person_store_delete_finish (HcPersonStore          *self,
                                         GAsyncResult           *result,
                                         GError                **error);
HcPerson *hc_person_store_get_first     (HcPersonStore          *self);

G_END_DECLS
