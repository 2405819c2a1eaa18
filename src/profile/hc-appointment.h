/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-appointment-parts.h"

G_BEGIN_DECLS

/**
 * HcAppointmentDetails:
 * @person: (nullable): the id of the person whose appointment it is, empty for the first one
 * @state: how it stands with it
 * @kind: what kind of appointment it is
 * @subject: (nullable): which test or visit it is, the id of an item of the follow-up plan, `cea`
 * @clinic: (nullable): the id of a clinic of the person's own
 * @center: (nullable): the id of a center of the library
 * @place: (nullable): the name of the place, copied from there, as are the following
 * @doctor: (nullable): whom one sees there
 * @address: (nullable): where it is, in lines
 * @phone: (nullable): its number, as it was written
 * @email: (nullable): its address for e-mail
 * @web: (nullable): its address on the web
 * @zone: (nullable): the name of its time zone; empty: that of the person
 * @wishes: wished days; those that are not set have a day that is not valid
 * @begins: (nullable): what the clock on the wall of the place shows when it begins, `2026-12-01T10:30`; empty: not
 *   agreed
 * @ends: (nullable): the same for its end; empty: not told
 * @reason: (nullable): why
 * @bring: (nullable): what to take along
 * @reach: (nullable): how to reach the person
 * @insurance: (nullable): a note about insurance
 * @access: (nullable): what is needed to get in and about
 * @interpreter: (nullable): the language for which an interpreter is needed
 * @notes: (nullable): what the person wants to remember
 * @travel: (nullable): how to get there
 * @patient: (nullable): of a referral: the name of the patient
 * @patient_born: (nullable): of a referral: their day of birth, as it was written
 * @patient_contact: (nullable): of a referral: how to reach them
 * @diagnosis: (nullable): of a referral: the diagnosis and the stage
 * @treatment: (nullable): of a referral: what was done so far
 * @urgency: (nullable): of a referral: how urgent it is
 * @referrer: (nullable): of a referral: who refers
 * @referrer_practice: (nullable): of a referral: from which practice
 * @referrer_contact: (nullable): of a referral: how to reach them
 * @reminders: so many minutes before it begins to remind; 0: no further one
 * @dismissed: (nullable): reminders whose time was up to then were seen
 * @questions: (nullable): what to ask, and the answers, see hc_appointment_questions_get()
 * @unread_questions: (nullable): what is kept of that and cannot be read; it stays until there are @questions
 * @history: (nullable): how it came to its state, see hc_appointment_history_get()
 * @unread_history: (nullable): what is kept of that and cannot be read; it stays until there is a @history
 * @uid: (nullable): how calendars call it, when it came from one
 * @unfinished: (nullable): what was typed of changes that are not saved yet, see hc_appointment_unfinished_set()
 * @sequence: how often calendars were to be given another time or place; #HcAppointmentStore counts it
 *
 * What is told of an appointment. What is saved has empty texts in place of %NULL, but for what is unread.
 */
typedef struct
{
  const char            *person;
  HcAppointmentState     state;
  HcAppointmentKind      kind;
  const char            *subject;
  const char            *clinic;
  const char            *center;
  const char            *place;
  const char            *doctor;
  const char            *address;
  const char            *phone;
  const char            *email;
  const char            *web;
  const char            *zone;
  HcAppointmentWish      wishes[HC_APPOINTMENT_N_WISHES];
  const char            *begins;
  const char            *ends;
  const char            *reason;
  const char            *bring;
  const char            *reach;
  const char            *insurance;
  const char            *access;
  const char            *interpreter;
  const char            *notes;
  const char            *travel;
  const char            *patient;
  const char            *patient_born;
  const char            *patient_contact;
  const char            *diagnosis;
  const char            *treatment;
  const char            *urgency;
  const char            *referrer;
  const char            *referrer_practice;
  const char            *referrer_contact;
  int                    reminders[HC_APPOINTMENT_N_REMINDERS];
  GDateTime             *dismissed;
  GVariant              *questions;
  const char            *unread_questions;
  GVariant              *history;
  const char            *unread_history;
  const char            *uid;
  const char            *unfinished;
  int                    sequence;
} HcAppointmentDetails;

#define HC_TYPE_APPOINTMENT (hc_appointment_get_type ())

G_DECLARE_FINAL_TYPE (HcAppointment, hc_appointment, HC, APPOINTMENT, GObject)

HcAppointment              *hc_appointment_new         (void) G_GNUC_WARN_UNUSED_RESULT;
const char                 *hc_appointment_get_id      (HcAppointment *self);
const HcAppointmentDetails *hc_appointment_get_details (HcAppointment *self);
GDateTime                  *hc_appointment_get_created (HcAppointment *self);
GDateTime                  *hc_appointment_get_changed (HcAppointment *self);
char                       *hc_appointment_dup_uid     (HcAppointment *self) G_GNUC_WARN_UNUSED_RESULT;

GTimeZone *hc_appointment_dup_zone  (const HcAppointmentDetails *details,
                                     GTimeZone                  *otherwise) G_GNUC_WARN_UNUSED_RESULT;
GDateTime *hc_appointment_dup_begin (const HcAppointmentDetails *details,
                                     GTimeZone                  *otherwise) G_GNUC_WARN_UNUSED_RESULT;
GDateTime *hc_appointment_dup_end   (const HcAppointmentDetails *details,
                                     GTimeZone                  *otherwise) G_GNUC_WARN_UNUSED_RESULT;
gboolean   hc_appointment_is_coming (const HcAppointmentDetails *details,
                                     GDateTime                  *now);

G_END_DECLS
