/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-clock.h"
#include "hc-dose-unit.h"
#include "hc-schedule.h"

G_BEGIN_DECLS

#define HC_TYPE_SCHEDULE_AMOUNTS (hc_schedule_amounts_get_type ())

G_DECLARE_FINAL_TYPE (HcScheduleAmounts, hc_schedule_amounts, HC, SCHEDULE_AMOUNTS, GtkBox)

void     hc_schedule_amounts_set_kind  (HcScheduleAmounts *self,
                                        HcScheduleKind     kind);
void     hc_schedule_amounts_set_unit  (HcScheduleAmounts *self,
                                        HcDoseUnit         unit);
void     hc_schedule_amounts_set       (HcScheduleAmounts *self,
                                        const HcSchedule  *schedule,
                                        HcClock           *clock);
gboolean hc_schedule_amounts_read      (HcScheduleAmounts *self,
                                        HcSchedule        *schedule);
gboolean hc_schedule_amounts_set_error (HcScheduleAmounts *self,
                                        const GError      *error);

G_END_DECLS
