/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-holiday-calendar.h"

G_BEGIN_DECLS

#define HC_OPEN_HOURS_ERROR (hc_open_hours_error_quark ())

/**
 * HcOpenHoursError:
 * @HC_OPEN_HOURS_ERROR_DAYS: the days are not understood
 * @HC_OPEN_HOURS_ERROR_TIMES: the times are not understood
 * @HC_OPEN_HOURS_ERROR_OVERLAP: two spans overlap
 * @HC_OPEN_HOURS_ERROR_LENGTH: there is nothing, or far too much
 */
typedef enum {
  HC_OPEN_HOURS_ERROR_DAYS,
  HC_OPEN_HOURS_ERROR_TIMES,
  HC_OPEN_HOURS_ERROR_OVERLAP,
  HC_OPEN_HOURS_ERROR_LENGTH,
} HcOpenHoursError;

GQuark hc_open_hours_error_quark (void);

/**
 * HcOpenSpan:
 * @weekday: the day on which it begins
 * @start: when it begins, in minutes after midnight
 * @end: when it ends, likewise; after 24 * 60 on the next day
 *
 * A time in a week in which somebody is there.
 */
typedef struct
{
  GDateWeekday weekday;
  int          start;
  int          end;
} HcOpenSpan;

/**
 * HcOpenState:
 * @open: whether it is open
 * @changes: (nullable): when that changes, in the zone of the place; %NULL: never, as far as can be told
 * @holiday: (nullable): the name of the holiday for which it is closed on that day
 *
 * How it is at a moment.
 */
typedef struct
{
  gboolean   open;
  GDateTime *changes;
  char      *holiday;
} HcOpenState;

/**
 * HcOpenHours:
 *
 * When a place is open or a telephone is answered, by the clock of the place.
 */
typedef struct _HcOpenHours HcOpenHours;

HcOpenHours      *hc_open_hours_parse       (const char         *text,
                                             GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void              hc_open_hours_free        (HcOpenHours        *self);
gboolean          hc_open_hours_is_always   (const HcOpenHours  *self);
gboolean          hc_open_hours_on_holidays (const HcOpenHours  *self);
guint             hc_open_hours_get_n_spans (const HcOpenHours  *self);
const HcOpenSpan *hc_open_hours_get_span    (const HcOpenHours  *self,
                                             guint               position);
char             *hc_open_hours_print       (const HcOpenHours  *self) G_GNUC_WARN_UNUSED_RESULT;
HcOpenState      *hc_open_hours_check       (const HcOpenHours  *self,
                                             GTimeZone          *zone,
                                             HcHolidayCalendar  *holidays,
                                             GDateTime          *moment) G_GNUC_WARN_UNUSED_RESULT;
void              hc_open_state_free        (HcOpenState        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcOpenHours, hc_open_hours_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcOpenState, hc_open_state_free)

G_END_DECLS
