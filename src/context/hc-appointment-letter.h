/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-appointment.h"

G_BEGIN_DECLS

/**
 * HcLetterPurpose:
 * @HC_LETTER_REQUEST: to ask for an appointment; of a referral, to refer a patient
 * @HC_LETTER_MOVE: to ask for another day than the one that was agreed
 * @HC_LETTER_CANCEL: to cancel it
 *
 * What a text to a clinic is for.
 */
typedef enum {
  HC_LETTER_REQUEST,
  HC_LETTER_MOVE,
  HC_LETTER_CANCEL,
} HcLetterPurpose;

/**
 * HcLetterForm:
 * @HC_LETTER_ON_PAPER: with the day, the address and the subject
 * @HC_LETTER_MAIL: the text of a mail, whose subject is hc_appointment_letter_dup_subject()
 * @HC_LETTER_CALL: what to say on the telephone
 *
 * How a text is given to a clinic.
 */
typedef enum {
  HC_LETTER_ON_PAPER,
  HC_LETTER_MAIL,
  HC_LETTER_CALL,
} HcLetterForm;

/**
 * HcAppointmentLetter:
 * @details: what is told of the appointment
 * @purpose: what the text is for
 * @patient: (nullable): the name of the person whose appointment it is; %NULL: not told
 * @birth_year: the year in which they were born; 0: not told
 * @writer: (nullable): the name of the one who writes for the patient; %NULL: the patient writes
 * @now: the time, in the zone of the person
 *
 * What a text to a clinic is made of.
 */
typedef struct
{
  const HcAppointmentDetails *details;
  HcLetterPurpose             purpose;
  const char                 *patient;
  int                         birth_year;
  const char                 *writer;
  GDateTime                  *now;
} HcAppointmentLetter;

char *hc_appointment_letter_print       (const HcAppointmentLetter *self,
                                         HcLetterForm               form) G_GNUC_WARN_UNUSED_RESULT;
char *hc_appointment_letter_dup_subject (const HcAppointmentLetter *self) G_GNUC_WARN_UNUSED_RESULT;
char *hc_appointment_wish_dup_words     (const HcAppointmentWish   *wish) G_GNUC_WARN_UNUSED_RESULT;
char *hc_appointment_dup_time_words     (GDateTime                 *begin,
                                         GDateTime                 *end) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
