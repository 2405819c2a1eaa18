/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the clock on the wall shows is a number too: the seconds since 1970-01-01 00:00 if each day had
 * 24 hours. GLib is asked only for the local time of a moment, which is always one; what it makes of a
 * local time that does not exist, or exists twice, is not what a schedule needs. */

#include "hc-wall-clock.h"

#define JULIAN_1970 719163 /* GDate's number of 1970-01-01 */
#define FARTHEST (26 * 60 * 60) /* no clock differs that much from UTC */

static int
interval_at (GTimeZone *zone,
             gint64     instant)
{
  return g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, instant);
}

/**
 * hc_wall_clock_read:
 * @zone: a time zone
 * @instant: Unix time
 *
 * Returns: what the clock shows there and then
 */
gint64
hc_wall_clock_read (GTimeZone *zone,
                    gint64     instant)
{
  g_return_val_if_fail (zone != NULL, instant);

  return instant + g_time_zone_get_offset (zone, interval_at (zone, instant));
}

/* The first moment of an interval that has not begun at @before and has at @after. */
static gint64
interval_begins (GTimeZone *zone,
                 int        interval,
                 gint64     before,
                 gint64     after)
{
  while (after - before > 1)
    {
      gint64 middle = before + (after - before) / 2;

      if (interval_at (zone, middle) < interval)
        before = middle;
      else
        after = middle;
    }

  return after;
}

/**
 * hc_wall_clock_find:
 * @zone: a time zone
 * @wall: what the clock is to show
 *
 * Finds when the clock shows a time. One that it leaves out is when it has gone over it; one that comes
 * twice is the first.
 *
 * Returns: the first moment at which the clock shows @wall or a later time, as Unix time
 */
gint64
hc_wall_clock_find (GTimeZone *zone,
                    gint64     wall)
{
  int first, last;

  g_return_val_if_fail (zone != NULL, wall);

  first = interval_at (zone, wall - FARTHEST);
  last = interval_at (zone, wall + FARTHEST);

  for (int interval = first; interval <= last; interval++)
    {
      gint64 instant = wall - g_time_zone_get_offset (zone, interval);
      int found = interval_at (zone, instant);

      if (found == interval)
        return instant;

      /* The interval begins with a later time than that. */
      if (found < interval)
        return interval_begins (zone, interval, instant, wall + FARTHEST);
    }

  g_return_val_if_reached (wall);
}

/**
 * hc_wall_clock_to_date:
 * @wall: what a clock shows
 *
 * Returns: the day, as GDate counts them
 */
guint32
hc_wall_clock_to_date (gint64 wall)
{
  gint64 day = wall / HC_WALL_CLOCK_DAY - (wall % HC_WALL_CLOCK_DAY < 0 ? 1 : 0);

  return (guint32) CLAMP (day + JULIAN_1970, 1, G_MAXINT32);
}

/**
 * hc_wall_clock_of_date:
 * @julian: a day, as GDate counts them
 *
 * Returns: what a clock shows when that day begins
 */
gint64
hc_wall_clock_of_date (guint32 julian)
{
  return ((gint64) julian - JULIAN_1970) * HC_WALL_CLOCK_DAY;
}

/**
 * hc_wall_clock_read_date:
 * @zone: a time zone
 * @time: a moment, in whatever zone
 *
 * Returns: the day that the clock shows there and then, as GDate counts them
 */
guint32
hc_wall_clock_read_date (GTimeZone *zone,
                         GDateTime *time)
{
  g_return_val_if_fail (time != NULL, 1);

  return hc_wall_clock_to_date (hc_wall_clock_read (zone, g_date_time_to_unix (time)));
}

/**
 * hc_wall_clock_dup_begin:
 * @zone: a time zone
 * @julian: a day, as GDate counts them
 *
 * Returns: (transfer full): the first moment at which the clock shows that day or a later one, in @zone: midnight may
 *   come twice, or never
 */
GDateTime *
hc_wall_clock_dup_begin (GTimeZone *zone,
                         guint32    julian)
{
  g_autoptr (GDateTime) utc = NULL;

  g_return_val_if_fail (zone != NULL, NULL);

  utc = g_date_time_new_from_unix_utc (hc_wall_clock_find (zone, hc_wall_clock_of_date (julian)));

  return g_date_time_to_timezone (utc, zone);
}

/**
 * hc_wall_clock_get_day:
 * @time: a moment
 * @day: (out caller-allocates): the day that it is, in the zone of @time
 */
void
hc_wall_clock_get_day (GDateTime *time,
                       GDate     *day)
{
  g_return_if_fail (time != NULL);
  g_return_if_fail (day != NULL);

  g_date_clear (day, 1);
  g_date_set_dmy (day, (GDateDay) g_date_time_get_day_of_month (time), (GDateMonth) g_date_time_get_month (time),
                  (GDateYear) g_date_time_get_year (time));
}
