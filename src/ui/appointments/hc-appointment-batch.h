/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-appointment-store.h"
#include "hc-operation.h"

G_BEGIN_DECLS

#define HC_TYPE_APPOINTMENT_BATCH (hc_appointment_batch_get_type ())

G_DECLARE_FINAL_TYPE (HcAppointmentBatch, hc_appointment_batch, HC, APPOINTMENT_BATCH, GObject)

HcAppointmentBatch *hc_appointment_batch_new            (void) G_GNUC_WARN_UNUSED_RESULT;
void                hc_appointment_batch_add            (HcAppointmentBatch         *self,
                                                         HcAppointment              *appointment,
                                                         const HcAppointmentDetails *details);
guint               hc_appointment_batch_get_n          (HcAppointmentBatch         *self);
HcOperation        *hc_appointment_batch_make_operation (HcAppointmentBatch         *self,
                                                         HcAppointmentStore         *appointments,
                                                         const char                 *description)
                                                         G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
