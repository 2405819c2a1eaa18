/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-medicine.h"

G_BEGIN_DECLS

/* For so many days what no rule of a calendar says is written day by day. */
#define HC_CALENDAR_EXPORT_DAYS 90

/**
 * HcCalendarFlags:
 * @HC_CALENDAR_NAMED: the events say which medicine it is, and how much; otherwise they are reminders of nothing
 *   that can be read
 * @HC_CALENDAR_ALARMS: the calendar is to remind of each dose, but of medicines that are quiet
 *
 * What a calendar file says.
 */
typedef enum {
  HC_CALENDAR_NAMED  = 1 << 0,
  HC_CALENDAR_ALARMS = 1 << 1,
} HcCalendarFlags;

char *hc_calendar_export_print (GPtrArray       *medicines,
                                GDateTime       *now,
                                HcCalendarFlags  flags) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
