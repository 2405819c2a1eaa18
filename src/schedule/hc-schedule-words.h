/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-dose-unit.h"
#include "hc-schedule.h"

G_BEGIN_DECLS

char *hc_schedule_dup_words       (const HcSchedule *self,
                                   HcDoseUnit        unit) G_GNUC_WARN_UNUSED_RESULT;
char *hc_schedule_dup_times_words (const HcSchedule *self) G_GNUC_WARN_UNUSED_RESULT;
char *hc_schedule_dup_minute      (int               minute) G_GNUC_WARN_UNUSED_RESULT;
char *hc_schedule_dup_date        (const GDate      *date) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
