/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-appointment-document.h"

G_BEGIN_DECLS

#define HC_TYPE_APPOINTMENT_DOCUMENTS (hc_appointment_documents_get_type ())

G_DECLARE_FINAL_TYPE (HcAppointmentDocuments, hc_appointment_documents, HC, APPOINTMENT_DOCUMENTS, GObject)

void                   hc_appointment_documents_list_async    (HcAppointmentDocuments  *self,
                                                               const char              *appointment,
                                                               GAsyncReadyCallback      callback,
                                                               gpointer                 user_data);
GPtrArray             *hc_appointment_documents_list_finish   (HcAppointmentDocuments  *self,
                                                               GAsyncResult            *result,
                                                               GError                 **error)
                                                               G_GNUC_WARN_UNUSED_RESULT;
void                   hc_appointment_documents_add_async     (HcAppointmentDocuments  *self,
                                                               const char              *appointment,
                                                               GFile                   *file,
                                                               GCancellable            *cancellable,
                                                               GAsyncReadyCallback      callback,
                                                               gpointer                 user_data);
HcAppointmentDocument *hc_appointment_documents_add_finish    (HcAppointmentDocuments  *self,
                                                               GAsyncResult            *result,
                                                               GError                 **error)
                                                               G_GNUC_WARN_UNUSED_RESULT;
void                   hc_appointment_documents_load_async    (HcAppointmentDocuments  *self,
                                                               const char              *id,
                                                               GAsyncReadyCallback      callback,
                                                               gpointer                 user_data);
HcAppointmentDocument *hc_appointment_documents_load_finish   (HcAppointmentDocuments  *self,
                                                               GAsyncResult            *result,
                                                               GError                 **error)
                                                               G_GNUC_WARN_UNUSED_RESULT;
void                   hc_appointment_documents_save_async    (HcAppointmentDocuments  *self,
                                                               HcAppointmentDocument   *document,
                                                               GAsyncReadyCallback      callback,
                                                               gpointer                 user_data);
gboolean               hc_appointment_documents_save_finish   (HcAppointmentDocuments  *self,
                                                               GAsyncResult            *result,
                                                               GError                 **error);
void                   hc_appointment_documents_remove_async  (HcAppointmentDocuments  *self,
                                                               HcAppointmentDocument   *document,
                                                               GAsyncReadyCallback      callback,
                                                               gpointer                 user_data);
gboolean               hc_appointment_documents_remove_finish (HcAppointmentDocuments  *self,
                                                               GAsyncResult            *result,
                                                               GError                 **error);

G_END_DECLS
