/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-calendar-zone.h"

G_BEGIN_DECLS

/**
 * HcCalendarClockKind:
 * @HC_CALENDAR_CLOCK_FLOATING: a time without a zone, or with one that nobody knows: that of the person is taken
 * @HC_CALENDAR_CLOCK_UTC: UTC
 * @HC_CALENDAR_CLOCK_ZONE: a zone of this system
 * @HC_CALENDAR_CLOCK_RULES: a zone of which only the file knows
 *
 * On which clock a time of a calendar file is.
 */
typedef enum {
  HC_CALENDAR_CLOCK_FLOATING,
  HC_CALENDAR_CLOCK_UTC,
  HC_CALENDAR_CLOCK_ZONE,
  HC_CALENDAR_CLOCK_RULES,
} HcCalendarClockKind;

/**
 * HcCalendarClock:
 * @kind: what kind of clock it is
 * @zone: of %HC_CALENDAR_CLOCK_ZONE its zone, of %HC_CALENDAR_CLOCK_FLOATING that of the person
 * @id: (nullable): how the file calls the zone
 * @name: (nullable): how this system calls it
 * @is_unknown: whether nobody knows the zone that the file names
 */
typedef struct
{
  HcCalendarClockKind  kind;
  GTimeZone           *zone;
  char                *id;
  char                *name;
  gboolean             is_unknown;
} HcCalendarClock;

/**
 * HcCalendarRepeat:
 * @times: (element-type gint64): when the event begins, Unix time, in order; the first of all is not left out for
 *   the span of days
 * @is_too_often: whether its rule says more than once a day, or what cannot be followed: then there is its first
 *   time only
 * @is_cut: whether there are more times than were taken
 *
 * When an event of a calendar is.
 */
typedef struct
{
  GArray   *times;
  gboolean  is_too_often;
  gboolean  is_cut;
} HcCalendarRepeat;

void             hc_calendar_clock_read     (HcCalendarClock  *self,
                                             HcCalendarZones  *zones,
                                             icalproperty     *property,
                                             GTimeZone        *person);
void             hc_calendar_clock_clear    (HcCalendarClock  *self);
gboolean         hc_calendar_clock_find     (HcCalendarClock  *self,
                                             HcCalendarZones  *zones,
                                             icaltimetype      time,
                                             gint64           *unix_time);
HcCalendarRepeat hc_calendar_repeat_read    (icalcomponent    *event,
                                             HcCalendarClock  *clock,
                                             HcCalendarZones  *zones,
                                             GTimeZone        *person,
                                             gint64            from,
                                             gint64            until,
                                             guint             max_times,
                                             guint            *budget);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HcCalendarClock, hc_calendar_clock_clear)

G_END_DECLS
