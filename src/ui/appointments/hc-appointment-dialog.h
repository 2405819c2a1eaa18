/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-context.h"
#include "hc-saving-dialog.h"

G_BEGIN_DECLS

/**
 * HcAppointmentPart:
 * @HC_APPOINTMENT_PART_PLACE: what it is, where and with whom
 * @HC_APPOINTMENT_PART_NOTES: what to bring, how to get there, notes
 * @HC_APPOINTMENT_PART_QUESTIONS: what to ask, and the answers
 * @HC_APPOINTMENT_PART_REMINDERS: when to remind
 *
 * What of an appointment is written.
 */
typedef enum {
  HC_APPOINTMENT_PART_PLACE,
  HC_APPOINTMENT_PART_NOTES,
  HC_APPOINTMENT_PART_QUESTIONS,
  HC_APPOINTMENT_PART_REMINDERS,
} HcAppointmentPart;

#define HC_TYPE_APPOINTMENT_DIALOG (hc_appointment_dialog_get_type ())

G_DECLARE_FINAL_TYPE (HcAppointmentDialog, hc_appointment_dialog, HC, APPOINTMENT_DIALOG, HcSavingDialog)

AdwDialog *hc_appointment_dialog_new (HcContext         *context,
                                      HcAppointment     *appointment,
                                      HcAppointmentPart  part) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
