/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-current-person.h"

G_BEGIN_DECLS

#define HC_TYPE_DUE_APPOINTMENTS (hc_due_appointments_get_type ())

G_DECLARE_FINAL_TYPE (HcDueAppointments, hc_due_appointments, HC, DUE_APPOINTMENTS, GObject)

HcDueAppointments *hc_due_appointments_new (HcProfile       *profile,
                                            HcCurrentPerson *person,
                                            HcClock         *clock) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
