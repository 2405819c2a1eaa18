/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-day-plan.h"
#include "hc-reminder.h"

G_BEGIN_DECLS

HcDayPlan *_hc_reminder_get_plan (HcReminder    *self);
HcDoseLog *_hc_reminder_get_log  (HcReminder    *self);
GDateTime *_hc_reminder_dup_time (HcReminder    *self) G_GNUC_WARN_UNUSED_RESULT;
char      *_hc_reminder_dup_name (HcPlannedDose *dose) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
