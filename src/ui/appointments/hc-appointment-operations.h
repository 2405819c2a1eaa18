/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-appointment-documents.h"
#include "hc-appointment-store.h"
#include "hc-operation.h"

G_BEGIN_DECLS

HcOperation *hc_appointment_change_new   (HcAppointmentStore         *appointments,
                                          HcAppointment              *appointment,
                                          const HcAppointmentDetails *details,
                                          const char                 *description) G_GNUC_WARN_UNUSED_RESULT;
HcOperation *hc_appointment_removal_new  (HcAppointmentStore         *appointments,
                                          HcAppointment              *appointment) G_GNUC_WARN_UNUSED_RESULT;
HcOperation *hc_document_removal_new     (HcAppointmentDocuments     *documents,
                                          HcAppointmentDocument      *document) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
