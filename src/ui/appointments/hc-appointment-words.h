/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-appointment-letter.h"
#include "hc-context.h"

G_BEGIN_DECLS

char     *hc_appointment_words_shorten    (const char                 *text,
                                           glong                       max) G_GNUC_WARN_UNUSED_RESULT;
char     *hc_appointment_words_title      (const HcAppointmentDetails *details) G_GNUC_WARN_UNUSED_RESULT;
char     *hc_appointment_words_when       (const HcAppointmentDetails *details,
                                           GDateTime                  *now) G_GNUC_WARN_UNUSED_RESULT;
char     *hc_appointment_words_when_there (const HcAppointmentDetails *details,
                                           GDateTime                  *now) G_GNUC_WARN_UNUSED_RESULT;
char     *hc_appointment_words_state      (const HcAppointmentDetails *details,
                                           GDateTime                  *now) G_GNUC_WARN_UNUSED_RESULT;
char     *hc_appointment_words_step       (const HcAppointmentStep    *step,
                                           GDateTime                  *now) G_GNUC_WARN_UNUSED_RESULT;
char     *hc_appointment_words_reminder   (int                         minutes) G_GNUC_WARN_UNUSED_RESULT;
void      hc_appointment_words_letter     (HcContext                  *context,
                                           const HcAppointmentDetails *details,
                                           HcLetterPurpose             purpose,
                                           GDateTime                  *now,
                                           HcAppointmentLetter        *letter);

G_END_DECLS
