/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "schedule-fixture.h"

#include <stdio.h>
#include <string.h>

/* 2026-11-20 */
GDate
day (const char *text)
{
  guint year, month, number;
  GDate date;

  g_assert_cmpint (sscanf (text, "%u-%u-%u", &year, &month, &number), ==, 3);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) number, (GDateMonth) month, (GDateYear) year);

  return date;
}

/* 2026-11-20T08:00:00Z */
GDateTime *
moment (const char *text)
{
  GDateTime *time = g_date_time_new_from_iso8601 (text, NULL);

  g_assert_nonnull (time);

  return time;
}

HcDays
cycle_days (const char *text,
            int         length)
{
  HcDays days;
  g_autoptr (GError) error = NULL;

  hc_days_parse_cycle (text, length, &days, &error);
  g_assert_no_error (error);

  return days;
}

/* A letter or a point for each day, from Monday: "M.W.F.." */
HcDays
week_days (const char *text)
{
  HcDays days = { .kind = HC_DAYS_OF_WEEK };

  for (int i = 0; i < 7; i++)
    if (text[i] != '.')
      days.week |= 1u << i;

  return days;
}

static void
add (HcSchedule *schedule,
     HcDays      days,
     int         first_day,
     int         n_days,
     double      amount,
     const char *times)
{
  g_auto (GStrv) parts = g_strsplit (times, " ", -1);

  for (int i = 0; parts[i] != NULL; i++)
    {
      HcScheduleLine line = { .days = days, .amount = amount, .first_day = first_day, .n_days = n_days };
      int hour, minute;

      g_assert_cmpint (sscanf (parts[i], "%d:%d", &hour, &minute), ==, 2);
      line.minute = hour * 60 + minute;
      g_array_append_val (schedule->lines, line);
    }
}

/* @times: "08:00 20:00" */
HcSchedule *
at_times (const char *first,
          HcDays      days,
          double      amount,
          const char *times)
{
  HcSchedule *schedule = hc_schedule_new (HC_SCHEDULE_AT_TIMES);

  schedule->first = day (first);
  add (schedule, days, 0, 0, amount, times);

  return schedule;
}

/* The first day is that of the anchor, in UTC. */
HcSchedule *
every (const char *anchor,
       int         minutes,
       double      amount)
{
  HcSchedule *schedule = hc_schedule_new (HC_SCHEDULE_EVERY_N_HOURS);
  g_autoptr (GDateTime) time = moment (anchor);

  schedule->first = day (anchor);
  schedule->anchor = g_date_time_to_unix (time);
  schedule->interval_minutes = minutes;
  schedule->amount = amount;

  return schedule;
}

HcSchedule *
as_needed (const char *first,
           double      amount)
{
  HcSchedule *schedule = hc_schedule_new (HC_SCHEDULE_AS_NEEDED);

  schedule->first = day (first);
  schedule->amount = amount;

  return schedule;
}

void
add_lines (HcSchedule *schedule,
           HcDays      days,
           double      amount,
           const char *times)
{
  add (schedule, days, 0, 0, amount, times);
}

void
add_step (HcSchedule *schedule,
          int         first_day,
          int         n_days,
          double      amount,
          const char *times)
{
  add (schedule, EVERY_DAY, first_day, n_days, amount, times);
}

void
add_pause (HcSchedule *schedule,
           const char *first,
           const char *last,
           gboolean    shifts)
{
  HcSchedulePause pause = { .first = day (first), .last = day (last), .shifts = shifts };

  g_array_append_val (schedule->pauses, pause);
}

/* The key, the moment in UTC and the amount; takes the dose. */
char *
dose_text (HcDose *dose)
{
  g_autoptr (HcDose) owned = dose;
  g_autoptr (GDateTime) utc = NULL;
  g_autofree char *time = NULL;

  if (owned == NULL)
    return g_strdup ("none");

  g_assert_cmpfloat (g_date_time_get_seconds (owned->time), ==, 0);
  utc = g_date_time_to_utc (owned->time);
  time = g_date_time_format (utc, "%dT%H:%MZ");

  return g_strdup_printf ("%s %s %g", owned->key, time, owned->amount);
}

/* A line a dose; takes the doses. */
char *
doses_text (GPtrArray *doses)
{
  GString *text = g_string_new (NULL);

  g_ptr_array_set_free_func (doses, NULL);

  for (guint i = 0; i < doses->len; i++)
    {
      g_autofree char *line = dose_text (g_ptr_array_index (doses, i));

      g_string_append_printf (text, "%s\n", line);
    }

  g_ptr_array_unref (doses);

  return g_string_free (text, FALSE);
}
