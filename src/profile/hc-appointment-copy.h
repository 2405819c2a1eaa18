/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-appointment.h"

G_BEGIN_DECLS

HcAppointmentDetails *hc_appointment_copy_new           (const HcAppointmentDetails *details)
                                                         G_GNUC_WARN_UNUSED_RESULT;
void                  hc_appointment_copy_free          (HcAppointmentDetails       *self);
void                  hc_appointment_copy_set_text      (HcAppointmentDetails       *self,
                                                         const char                 *field,
                                                         const char                 *text);
const char           *hc_appointment_copy_get_text      (const HcAppointmentDetails *self,
                                                         const char                 *field);
void                  hc_appointment_copy_set_questions (HcAppointmentDetails       *self,
                                                         GVariant                   *questions);
void                  hc_appointment_copy_add_step      (HcAppointmentDetails       *self,
                                                         const HcAppointmentStep    *step);
HcAppointmentDetails *hc_appointment_copy_new_changed   (const HcAppointmentDetails *present,
                                                         const HcAppointmentDetails *before,
                                                         const HcAppointmentDetails *after)
                                                         G_GNUC_WARN_UNUSED_RESULT;

/* What hc_appointment_copy_new() gives; details of others are not freed. */
typedef HcAppointmentDetails HcAppointmentCopy;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcAppointmentCopy, hc_appointment_copy_free)

G_END_DECLS
