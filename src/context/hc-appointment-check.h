/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-appointment.h"

G_BEGIN_DECLS

/* A field may have so many characters. */
#define HC_APPOINTMENT_MAX_TEXT 50000

/**
 * HcOpenFunc:
 * @day: a day
 * @from: a minute of the day
 * @until: a later one
 * @user_data: what was given to hc_appointment_check()
 *
 * Returns: whether the place is open at some time between them, by the clock of the place
 */
typedef gboolean (*HcOpenFunc) (const GDate *day, int from, int until, gpointer user_data);

/**
 * HcAppointmentProblem:
 * @field: the name of a member of #HcAppointmentDetails, `phone`
 * @index: of the wishes: which of them; 0 otherwise
 * @is_fault: whether a request cannot be sent so; otherwise the person is to look again
 * @words: what is wrong, for the person
 */
typedef struct
{
  const char *field;
  guint       index;
  gboolean    is_fault;
  char       *words;
} HcAppointmentProblem;

GPtrArray *hc_appointment_check        (const HcAppointmentDetails *details,
                                        GDateTime                  *now,
                                        HcOpenFunc                  is_open,
                                        gpointer                    user_data) G_GNUC_WARN_UNUSED_RESULT;
gboolean   hc_appointment_has_fault    (GPtrArray                  *problems);
void       hc_appointment_problem_free (HcAppointmentProblem       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcAppointmentProblem, hc_appointment_problem_free)

G_END_DECLS
