/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-dose-unit.h"
#include "hc-schedule.h"

G_BEGIN_DECLS

#define HC_TYPE_SCHEDULE_PREVIEW (hc_schedule_preview_get_type ())

G_DECLARE_FINAL_TYPE (HcSchedulePreview, hc_schedule_preview, HC, SCHEDULE_PREVIEW, GtkBox)

GtkWidget *hc_schedule_preview_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void       hc_schedule_preview_show        (HcSchedulePreview *self,
                                            const HcSchedule  *schedule,
                                            HcDoseUnit         unit,
                                            GDateTime         *now);
void       hc_schedule_preview_show_nothing (HcSchedulePreview *self,
                                             const char        *why);

G_END_DECLS
