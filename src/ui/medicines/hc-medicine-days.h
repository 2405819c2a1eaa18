/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-clock.h"
#include "hc-schedule.h"

G_BEGIN_DECLS

void       hc_medicine_days_get_today (HcClock          *clock,
                                       GDate            *today);
GDateTime *hc_medicine_days_dup_begin (HcClock          *clock,
                                       const GDate      *day,
                                       GDateTime        *not_before) G_GNUC_WARN_UNUSED_RESULT;
GDateTime *hc_medicine_days_dup_first (HcClock          *clock,
                                       const HcSchedule *schedule) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
