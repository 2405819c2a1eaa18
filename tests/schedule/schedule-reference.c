/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "schedule-reference.h"

#include <string.h>

#define SLOT 30 /* minutes */
#define MARGIN (4 * 24 * 60)

/* --- The clock of a zone -------------------------------------------------------------- */

static int
ask_offset (GTimeZone *zone,
            gint64     minute)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (minute * 60);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);

  return (int) (g_date_time_get_utc_offset (local) / G_TIME_SPAN_MINUTE);
}

Clock *
clock_new (const char *name,
           gint64      start,
           gint64      end)
{
  Clock *clock = g_new0 (Clock, 1);

  clock->zone = g_time_zone_new_identifier (name);
  g_assert_nonnull (clock->zone);
  clock->start = start - MARGIN;
  clock->n_slots = (end - start + 2 * MARGIN) / SLOT;
  clock->offsets = g_new (int, clock->n_slots);

  for (gint64 i = 0; i < clock->n_slots; i++)
    clock->offsets[i] = ask_offset (clock->zone, clock->start + i * SLOT);

  return clock;
}

void
clock_free (Clock *clock)
{
  g_time_zone_unref (clock->zone);
  g_free (clock->offsets);
  g_free (clock);
}

static gint64
day_of (gint64 minute)
{
  return minute >= 0 ? minute / 1440 : -((-minute + 1439) / 1440);
}

static gint64
local_of (const Clock *clock,
          gint64       minute)
{
  return minute + clock->offsets[(minute - clock->start) / SLOT];
}

/* The first minute of UTC in which the clock shows @wall or more. */
static gint64
first_minute (const Clock *clock,
              gint64       wall)
{
  for (gint64 i = (wall - clock->start) / SLOT - 24 * 60 / SLOT;; i++)
    {
      gint64 minute = clock->start + i * SLOT;

      if (minute + SLOT - 1 + clock->offsets[i] >= wall)
        {
          while (local_of (clock, minute) < wall)
            minute++;

          return minute;
        }
    }
}

static gboolean
has_day (const Clock *clock,
         gint64       date)
{
  for (gint64 i = (date * 1440 - clock->start) / SLOT - 24 * 60 / SLOT; i < clock->n_slots; i++)
    {
      gint64 shown = day_of (clock->start + i * SLOT + clock->offsets[i]);

      if (shown == date)
        return TRUE;

      if (shown > date + 1)
        return FALSE;
    }

  return FALSE;
}

/* --- The calendar --------------------------------------------------------------------- */

static int
month_length (int year,
              int month)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  if (month == 2 && ((year % 4 == 0 && year % 100 != 0) || year % 400 == 0))
    return 29;

  return lengths[month - 1];
}

static void
next_day (Calendar *calendar)
{
  calendar->date++;
  calendar->weekday = (calendar->weekday + 1) % 7;

  if (++calendar->number > month_length (calendar->year, calendar->month))
    {
      calendar->number = 1;

      if (++calendar->month > 12)
        {
          calendar->month = 1;
          calendar->year++;
        }
    }
}

Calendar
walk_to (gint64 date)
{
  Calendar calendar = { 1970, 1, 1, 3, 0 }; /* a Thursday */

  while (calendar.date < date)
    next_day (&calendar);

  return calendar;
}

/* --- The doses --------------------------------------------------------------------------- */

static int
compare_expected (gconstpointer a,
                  gconstpointer b)
{
  const Expected *one = a;
  const Expected *other = b;

  if (one->minute != other->minute)
    return one->minute < other->minute ? -1 : 1;

  return strcmp (one->key, other->key);
}

static void
expect (GArray         *expected,
        const Calendar *calendar,
        int             minute_of_day,
        const char     *suffix,
        gint64          minute,
        double          amount)
{
  Expected dose = { .minute = minute, .amount = amount };

  g_snprintf (dose.key, sizeof dose.key, "%04d-%02d-%02dT%02d:%02d%s", calendar->year, calendar->month,
              calendar->number, minute_of_day / 60, minute_of_day % 60, suffix);
  g_array_append_val (expected, dose);
}

static const PlanPause *
find_pause (const Plan *plan,
            gint64      date)
{
  for (int i = 0; i < plan->n_pauses; i++)
    if (date >= plan->pauses[i].first && date <= plan->pauses[i].last)
      return &plan->pauses[i];

  return NULL;
}

static gboolean
line_falls (const PlanLine *line,
            int             counted,
            int             weekday)
{
  if (counted < line->first_day || (line->n_days > 0 && counted >= line->first_day + line->n_days))
    return FALSE;

  if (line->kind == HC_DAYS_EVERY_N)
    return counted % line->n == 0;

  if (line->kind == HC_DAYS_OF_WEEK)
    return line->chosen[weekday];

  return line->kind == HC_DAYS_EVERY || line->chosen[counted % line->n];
}

static void
expect_at_times (GArray      *expected,
                 const Plan  *plan,
                 const Clock *clock,
                 gint64       end)
{
  Calendar calendar = walk_to (plan->first);

  for (int counted = 0; calendar.date * 1440 < end + 1440 && (plan->last == 0 || calendar.date <= plan->last);
       next_day (&calendar))
    {
      const PlanPause *pause = find_pause (plan, calendar.date);
      double amounts[1440] = { 0 };

      if (pause != NULL)
        {
          counted += pause->shifts ? 0 : 1;
          continue;
        }

      for (int i = 0; i < plan->n_lines; i++)
        if (line_falls (&plan->lines[i], counted, calendar.weekday))
          amounts[plan->lines[i].minute] += plan->lines[i].amount;

      for (int minute = 0; minute < 1440; minute++)
        if (amounts[minute] > 0 && has_day (clock, calendar.date))
          expect (expected, &calendar, minute, "", first_minute (clock, calendar.date * 1440 + minute),
                  amounts[minute]);

      counted++;
    }
}

static void
expect_hours (GArray      *expected,
              const Plan  *plan,
              const Clock *clock,
              gint64       end)
{
  Calendar utc = walk_to (plan->first - 5);

  for (gint64 minute = plan->anchor; minute < end; minute += plan->interval)
    {
      gint64 date = day_of (local_of (clock, minute));

      while (utc.date < day_of (minute))
        next_day (&utc);

      if (date >= plan->first && (plan->last == 0 || date <= plan->last) && find_pause (plan, date) == NULL)
        expect (expected, &utc, (int) (minute - utc.date * 1440), "Z", minute, plan->amount);
    }
}

/* The doses before @end, in the order of their times. */
GArray *
list_expected (const Plan  *plan,
               const Clock *clock,
               gint64       end)
{
  GArray *expected = g_array_new (FALSE, FALSE, sizeof (Expected));
  guint n = 0;

  if (plan->hours)
    expect_hours (expected, plan, clock, end);
  else
    expect_at_times (expected, plan, clock, end);

  g_array_sort (expected, compare_expected);

  while (n < expected->len && g_array_index (expected, Expected, n).minute < end)
    n++;

  g_array_set_size (expected, n);

  return expected;
}
