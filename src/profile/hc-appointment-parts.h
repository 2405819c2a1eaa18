/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HcAppointmentState:
 * @HC_APPOINTMENT_DRAFT: it is still being written
 * @HC_APPOINTMENT_REQUESTED: the person said that they have asked for it
 * @HC_APPOINTMENT_CONFIRMED: it was agreed
 * @HC_APPOINTMENT_MOVED: another time was agreed later
 * @HC_APPOINTMENT_CANCELLED: it will not be
 * @HC_APPOINTMENT_DONE: it was
 * @HC_APPOINTMENT_MISSED: it was, without the person
 *
 * How it stands with an appointment.
 */
typedef enum {
  HC_APPOINTMENT_DRAFT,
  HC_APPOINTMENT_REQUESTED,
  HC_APPOINTMENT_CONFIRMED,
  HC_APPOINTMENT_MOVED,
  HC_APPOINTMENT_CANCELLED,
  HC_APPOINTMENT_DONE,
  HC_APPOINTMENT_MISSED,
} HcAppointmentState;

#define HC_APPOINTMENT_N_STATES (HC_APPOINTMENT_MISSED + 1)

/**
 * HcAppointmentKind:
 * @HC_APPOINTMENT_FIRST_VISIT: a first visit
 * @HC_APPOINTMENT_FOLLOW_UP: a visit where one has been before
 * @HC_APPOINTMENT_SECOND_OPINION: a second opinion
 * @HC_APPOINTMENT_REFERRAL: a professional refers a patient
 * @HC_APPOINTMENT_TEST: a test
 * @HC_APPOINTMENT_TELEPHONE: a call
 *
 * Kinds of appointments.
 */
typedef enum {
  HC_APPOINTMENT_FIRST_VISIT,
  HC_APPOINTMENT_FOLLOW_UP,
  HC_APPOINTMENT_SECOND_OPINION,
  HC_APPOINTMENT_REFERRAL,
  HC_APPOINTMENT_TEST,
  HC_APPOINTMENT_TELEPHONE,
} HcAppointmentKind;

#define HC_APPOINTMENT_N_KINDS (HC_APPOINTMENT_TELEPHONE + 1)

/* How many days may be wished for, and how many reminders there may be. */
#define HC_APPOINTMENT_N_WISHES 3
#define HC_APPOINTMENT_N_REMINDERS 6
#define HC_APPOINTMENT_MAX_REMINDER (60 * 24 * 60)

/**
 * HcAppointmentWish:
 * @day: the day; not valid: no wish
 * @from: from which minute of the day on
 * @until: until which minute; not after @from: at any time of the day
 *
 * A day that is wished for, by the clock of the place.
 */
typedef struct
{
  GDate day;
  int   from;
  int   until;
} HcAppointmentWish;

/**
 * HcAppointmentStep:
 * @state: what it became
 * @time: when, in microseconds of Unix time
 * @by: who said so: who confirmed it
 * @note: what there is to say of it
 *
 * A step in the history of an appointment. The texts belong to the history.
 */
typedef struct
{
  HcAppointmentState  state;
  gint64              time;
  const char         *by;
  const char         *note;
} HcAppointmentStep;

const char *hc_appointment_state_to_string   (HcAppointmentState        state);
gboolean    hc_appointment_state_from_string (const char               *text,
                                              HcAppointmentState       *state);
const char *hc_appointment_state_to_words    (HcAppointmentState        state);
const char *hc_appointment_kind_to_string    (HcAppointmentKind         kind);
gboolean    hc_appointment_kind_from_string  (const char               *text,
                                              HcAppointmentKind        *kind);
const char *hc_appointment_kind_to_words     (HcAppointmentKind         kind);
char       *hc_appointment_wishes_print      (const HcAppointmentWish  *wishes) G_GNUC_WARN_UNUSED_RESULT;
void        hc_appointment_wishes_parse      (const char               *text,
                                              HcAppointmentWish        *wishes);
char       *hc_appointment_reminders_print   (const int                *minutes) G_GNUC_WARN_UNUSED_RESULT;
void        hc_appointment_reminders_parse   (const char               *text,
                                              int                      *minutes);
GVariant   *hc_appointment_history_parse     (const char               *text) G_GNUC_WARN_UNUSED_RESULT;
GVariant   *hc_appointment_history_add       (GVariant                 *history,
                                              const HcAppointmentStep  *step) G_GNUC_WARN_UNUSED_RESULT;
gboolean    hc_appointment_history_get       (GVariant                 *history,
                                              guint                     position,
                                              HcAppointmentStep        *step);
GVariant   *hc_appointment_questions_parse   (const char               *text) G_GNUC_WARN_UNUSED_RESULT;
GVariant   *hc_appointment_questions_new     (const char *const        *questions,
                                              const char *const        *answers) G_GNUC_WARN_UNUSED_RESULT;
gboolean    hc_appointment_questions_get     (GVariant                 *questions,
                                              guint                     position,
                                              const char              **question,
                                              const char              **answer);

G_END_DECLS
