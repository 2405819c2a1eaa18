/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-schedule.h"

G_BEGIN_DECLS

#define HC_TYPE_SCHEDULE_EXTRAS (hc_schedule_extras_get_type ())

G_DECLARE_FINAL_TYPE (HcScheduleExtras, hc_schedule_extras, HC, SCHEDULE_EXTRAS, GtkBox)

GtkWidget *hc_schedule_extras_new             (void) G_GNUC_WARN_UNUSED_RESULT;
void       hc_schedule_extras_set             (HcScheduleExtras *self,
                                               const HcSchedule *schedule,
                                               GTimeZone        *here);
gboolean   hc_schedule_extras_read            (HcScheduleExtras *self,
                                               HcSchedule       *schedule);
void       hc_schedule_extras_set_pause_fault (HcScheduleExtras *self,
                                               const char       *fault);

G_END_DECLS
