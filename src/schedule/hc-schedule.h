/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-days.h"
#include "hc-dose.h"
#include "hc-schedule-error.h"

G_BEGIN_DECLS

/**
 * HcScheduleKind:
 * @HC_SCHEDULE_AT_TIMES: at times of the day, by the clock on the wall
 * @HC_SCHEDULE_EVERY_N_HOURS: each time that so many hours have gone by
 * @HC_SCHEDULE_AS_NEEDED: when the person needs it
 *
 * How it is told when a medicine is to be taken.
 */
typedef enum {
  HC_SCHEDULE_AT_TIMES,
  HC_SCHEDULE_EVERY_N_HOURS,
  HC_SCHEDULE_AS_NEEDED,
} HcScheduleKind;

#define HC_SCHEDULE_MAX_LINES 150
#define HC_SCHEDULE_MAX_PAUSES 100
#define HC_SCHEDULE_MAX_DOSES_A_DAY 48
#define HC_SCHEDULE_MAX_AMOUNT 1000000.0
#define HC_SCHEDULE_MIN_AMOUNT 0.001

/**
 * HcScheduleLine:
 * @days: on which days
 * @minute: of the day, 0 to 1439
 * @amount: how much, in the unit of the medicine
 * @first_day: the day of the schedule from which it holds, 0: the first
 * @n_days: for how many days, 0: to the end
 *
 * One time of the day. The steps of a taper are lines with @first_day and @n_days, different doses on
 * different days are lines with different @days.
 */
typedef struct {
  HcDays days;
  int    minute;
  double amount;
  int    first_day;
  int    n_days;
} HcScheduleLine;

/**
 * HcSchedulePause:
 * @first: its first day
 * @last: its last day
 * @shifts: its days are not counted, so that a cycle or a taper goes on where it stopped
 *
 * Days on which nothing is taken.
 */
typedef struct {
  GDate    first;
  GDate    last;
  gboolean shifts;
} HcSchedulePause;

/**
 * HcSchedule:
 * @kind: how it is told; fields that it has no use for are neither checked, compared nor kept
 * @first: the first day
 * @last: the last day; invalid: no end
 * @lines: (element-type HcScheduleLine): the times of %HC_SCHEDULE_AT_TIMES, in any order
 * @pauses: (element-type HcSchedulePause): in any order
 * @interval_minutes: the time between two doses of %HC_SCHEDULE_EVERY_N_HOURS
 * @anchor: Unix time of the first dose of %HC_SCHEDULE_EVERY_N_HOURS; counts to the minute
 * @amount: how much, of %HC_SCHEDULE_EVERY_N_HOURS and %HC_SCHEDULE_AS_NEEDED
 * @daily_max: the most in a calendar day, of %HC_SCHEDULE_AS_NEEDED; an amount, not a number of doses; 0: none told
 * @min_minutes: the least time between two doses of %HC_SCHEDULE_AS_NEEDED; 0: none told
 * @zone: (nullable): times and days are those of this zone; %NULL: of wherever the person is
 *
 * When a medicine is to be taken.
 */
typedef struct {
  HcScheduleKind  kind;
  GDate           first;
  GDate           last;
  GArray         *lines;
  GArray         *pauses;
  int             interval_minutes;
  gint64          anchor;
  double          amount;
  double          daily_max;
  int             min_minutes;
  char           *zone;
} HcSchedule;

HcSchedule *hc_schedule_new          (HcScheduleKind      kind) G_GNUC_WARN_UNUSED_RESULT;
HcSchedule *hc_schedule_copy         (const HcSchedule   *self) G_GNUC_WARN_UNUSED_RESULT;
void        hc_schedule_free         (HcSchedule         *self);
gboolean    hc_schedule_equal        (const HcSchedule   *a,
                                      const HcSchedule   *b);
gboolean    hc_schedule_check        (const HcSchedule   *self,
                                      GError            **error);
char       *hc_schedule_print        (const HcSchedule   *self) G_GNUC_WARN_UNUSED_RESULT;
HcSchedule *hc_schedule_parse        (const char         *text,
                                      GError            **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *hc_schedule_list_doses   (const HcSchedule   *self,
                                      GDateTime          *from,
                                      GDateTime          *until,
                                      GTimeZone          *zone) G_GNUC_WARN_UNUSED_RESULT;
HcDose     *hc_schedule_next_dose    (const HcSchedule   *self,
                                      GDateTime          *after,
                                      GTimeZone          *zone) G_GNUC_WARN_UNUSED_RESULT;
gboolean    hc_schedule_is_active_on (const HcSchedule   *self,
                                      const GDate        *date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcSchedule, hc_schedule_free)

G_END_DECLS
