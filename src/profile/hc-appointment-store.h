/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-appointment.h"
#include "hc-store.h"

G_BEGIN_DECLS

#define HC_TYPE_APPOINTMENT_STORE (hc_appointment_store_get_type ())

G_DECLARE_FINAL_TYPE (HcAppointmentStore, hc_appointment_store, HC, APPOINTMENT_STORE, HcStore)

void      hc_appointment_store_save_async     (HcAppointmentStore         *self,
                                               HcAppointment              *appointment,
                                               const HcAppointmentDetails *details,
                                               GAsyncReadyCallback         callback,
                                               gpointer                    user_data);
gboolean  hc_appointment_store_save_finish    (HcAppointmentStore  *self,
                                               GAsyncResult        *result,
                                               GError             **error);
void      hc_appointment_store_dismiss_async  (HcAppointmentStore  *self,
                                               HcAppointment       *appointment,
                                               GDateTime           *time,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
gboolean  hc_appointment_store_dismiss_finish (HcAppointmentStore  *self,
                                               GAsyncResult        *result,
                                               GError             **error);
void      hc_appointment_store_remove_async   (HcAppointmentStore  *self,
                                               HcAppointment       *appointment,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
gboolean  hc_appointment_store_remove_finish  (HcAppointmentStore  *self,
                                               GAsyncResult        *result,
                                               GError             **error);

G_END_DECLS
