/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-appointment-parts.h"

G_BEGIN_DECLS

gboolean  hc_appointment_unfinished_has      (const char         *unfinished,
                                              HcAppointmentState  state);
char     *hc_appointment_unfinished_dup_text (const char         *unfinished,
                                              HcAppointmentState  state,
                                              const char         *field) G_GNUC_WARN_UNUSED_RESULT;
char     *hc_appointment_unfinished_set      (const char         *unfinished,
                                              HcAppointmentState  state,
                                              const char         *field,
                                              const char         *text) G_GNUC_WARN_UNUSED_RESULT;
char     *hc_appointment_unfinished_remove   (const char         *unfinished,
                                              HcAppointmentState  state) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
