/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-current-person.h"

G_BEGIN_DECLS

/**
 * HcAppointmentNotice:
 * @id: names the reminder, see hc_appointment_reminder_dismiss_async()
 * @person: the id of the person whose appointment it is, empty when nobody was told of
 * @appointment: the appointment
 * @begin: when it begins, in the time zone of the place
 *
 * What a person is reminded of.
 */
typedef struct
{
  char          *id;
  char          *person;
  HcAppointment *appointment;
  GDateTime     *begin;
} HcAppointmentNotice;

#define HC_TYPE_APPOINTMENT_REMINDER (hc_appointment_reminder_get_type ())

G_DECLARE_FINAL_TYPE (HcAppointmentReminder, hc_appointment_reminder, HC, APPOINTMENT_REMINDER, GObject)

HcAppointmentReminder *hc_appointment_reminder_new            (HcProfile              *profile,
                                                               HcCurrentPerson        *person,
                                                               HcClock                *clock) G_GNUC_WARN_UNUSED_RESULT;
void                   hc_appointment_reminder_set_active     (HcAppointmentReminder  *self,
                                                               gboolean                is_active);
void                   hc_appointment_reminder_dismiss_async  (HcAppointmentReminder  *self,
                                                               const char             *id,
                                                               GAsyncReadyCallback     callback,
                                                               gpointer                user_data);
gboolean               hc_appointment_reminder_dismiss_finish (HcAppointmentReminder  *self,
                                                               GAsyncResult           *result,
                                                               GError                **error);

G_END_DECLS
