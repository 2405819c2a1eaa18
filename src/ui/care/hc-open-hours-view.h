/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-clock.h"
#include "hc-open-hours.h"

G_BEGIN_DECLS

#define HC_TYPE_OPEN_HOURS_VIEW (hc_open_hours_view_get_type ())

G_DECLARE_FINAL_TYPE (HcOpenHoursView, hc_open_hours_view, HC, OPEN_HOURS_VIEW, GtkBox)

GtkWidget *hc_open_hours_view_new (HcClock           *clock,
                                   const HcOpenHours *hours,
                                   GTimeZone         *zone,
                                   HcHolidayCalendar *holidays) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
