/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-appointment-store.h"
#include "hc-saving-dialog.h"

G_BEGIN_DECLS

#define HC_TYPE_APPOINTMENT_EDIT (hc_appointment_edit_get_type ())

G_DECLARE_FINAL_TYPE (HcAppointmentEdit, hc_appointment_edit, HC, APPOINTMENT_EDIT, GObject)

HcAppointmentEdit          *hc_appointment_edit_new             (HcAppointmentStore      *appointments,
                                                                 HcAppointment           *appointment)
                                                                 G_GNUC_WARN_UNUSED_RESULT;
HcAppointment              *hc_appointment_edit_get_appointment (HcAppointmentEdit       *self);
const HcAppointmentDetails *hc_appointment_edit_get_details     (HcAppointmentEdit       *self);
HcSaveState                 hc_appointment_edit_get_state       (HcAppointmentEdit       *self);
const char                 *hc_appointment_edit_get_failure     (HcAppointmentEdit       *self);
void                        hc_appointment_edit_set_text        (HcAppointmentEdit       *self,
                                                                 const char              *field,
                                                                 const char              *text);
void                        hc_appointment_edit_set_kind        (HcAppointmentEdit       *self,
                                                                 HcAppointmentKind        kind);
void                        hc_appointment_edit_set_wishes      (HcAppointmentEdit       *self,
                                                                 const HcAppointmentWish *wishes);
void                        hc_appointment_edit_set_reminders   (HcAppointmentEdit       *self,
                                                                 const int               *minutes);
void                        hc_appointment_edit_set_questions   (HcAppointmentEdit       *self,
                                                                 GVariant                *questions);
void                        hc_appointment_edit_add_step        (HcAppointmentEdit       *self,
                                                                 const HcAppointmentStep *step);
void                        hc_appointment_edit_propose         (HcAppointmentEdit       *self,
                                                                 const HcAppointmentDetails
                                                                                         *details);
void                        hc_appointment_edit_freeze          (HcAppointmentEdit       *self);
void                        hc_appointment_edit_thaw            (HcAppointmentEdit       *self);
void                        hc_appointment_edit_save            (HcAppointmentEdit       *self);

G_END_DECLS
