/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-medicine-days.h"

/* People tell days, the history of a medicine has moments. */

static void
get_day (GDateTime *time,
         GDate     *day)
{
  g_date_clear (day, 1);
  g_date_set_dmy (day, (GDateDay) g_date_time_get_day_of_month (time), (GDateMonth) g_date_time_get_month (time),
                  (GDateYear) g_date_time_get_year (time));
}

/**
 * hc_medicine_days_get_today:
 * @clock: the clock
 * @today: (out): the day where the person is
 */
void
hc_medicine_days_get_today (HcClock *clock,
                            GDate   *today)
{
  g_autoptr (GDateTime) now = NULL;

  g_return_if_fail (HC_IS_CLOCK (clock));
  g_return_if_fail (today != NULL);

  now = hc_clock_dup_time (clock);
  get_day (now, today);
}

static GDateTime *
dup_midnight (const GDate *day,
              GTimeZone   *zone)
{
  return g_date_time_new (zone, g_date_get_year (day), (int) g_date_get_month (day), g_date_get_day (day), 0, 0, 0);
}

/**
 * hc_medicine_days_dup_begin:
 * @clock: the clock
 * @day: a day from which something is to hold
 * @not_before: (nullable): a moment; when it is on the same day, nothing holds before it
 *
 * What holds from today on holds from this moment: what was taken this morning was taken as it was.
 *
 * Returns: (transfer full): the moment
 */
GDateTime *
hc_medicine_days_dup_begin (HcClock     *clock,
                            const GDate *day,
                            GDateTime   *not_before)
{
  g_autoptr (GDateTime) now = NULL, local = NULL;
  GDateTime *time;
  GDate today, other;

  g_return_val_if_fail (HC_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (g_date_valid (day), NULL);

  now = hc_clock_dup_time (clock);
  get_day (now, &today);
  if (g_date_compare (day, &today) == 0)
    return g_steal_pointer (&now);

  time = dup_midnight (day, g_date_time_get_timezone (now));
  if (not_before == NULL || g_date_time_compare (time, not_before) >= 0)
    return time;

  local = g_date_time_to_timezone (not_before, g_date_time_get_timezone (now));
  get_day (local, &other);
  if (g_date_compare (day, &other) != 0)
    return time;

  g_date_time_unref (time);

  return g_date_time_ref (not_before);
}

/**
 * hc_medicine_days_dup_first:
 * @clock: the clock
 * @schedule: the first schedule of a medicine
 *
 * Returns: (transfer full): the moment from which the schedule holds: the beginning of its first day when that is
 *   in the past, otherwise now
 */
GDateTime *
hc_medicine_days_dup_first (HcClock          *clock,
                            const HcSchedule *schedule)
{
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GTimeZone) zone = NULL;
  GDate today;

  g_return_val_if_fail (HC_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (schedule != NULL, NULL);

  now = hc_clock_dup_time (clock);
  get_day (now, &today);
  if (g_date_compare (&schedule->first, &today) >= 0)
    return g_steal_pointer (&now);

  zone = schedule->zone != NULL ? g_time_zone_new_identifier (schedule->zone) : NULL;

  return dup_midnight (&schedule->first, zone != NULL ? zone : g_date_time_get_timezone (now));
}
