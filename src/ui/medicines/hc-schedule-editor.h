/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-clock.h"
#include "hc-dose-unit.h"
#include "hc-schedule.h"

G_BEGIN_DECLS

#define HC_TYPE_SCHEDULE_EDITOR (hc_schedule_editor_get_type ())

G_DECLARE_FINAL_TYPE (HcScheduleEditor, hc_schedule_editor, HC, SCHEDULE_EDITOR, GtkBox)

GtkWidget  *hc_schedule_editor_new          (HcClock           *clock) G_GNUC_WARN_UNUSED_RESULT;
void        hc_schedule_editor_set_schedule (HcScheduleEditor  *self,
                                             const HcSchedule  *schedule,
                                             HcDoseUnit         unit);
void        hc_schedule_editor_set_unit     (HcScheduleEditor  *self,
                                             HcDoseUnit         unit);
HcSchedule *hc_schedule_editor_dup_schedule (HcScheduleEditor  *self,
                                             GError           **error) G_GNUC_WARN_UNUSED_RESULT;
void        hc_schedule_editor_focus_fault  (HcScheduleEditor  *self);

G_END_DECLS
