/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-appointment.h"
#include "hc-calendar-export.h"

G_BEGIN_DECLS

char *hc_appointment_export_print (GPtrArray       *appointments,
                                   GDateTime       *now,
                                   HcCalendarFlags  flags) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
