/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is wrong with a schedule, and the borders of what is right. */

#include "schedule-fixture.h"

#include <math.h>

#define NONE -1

/* Takes the schedule. */
static void
assert_check (HcSchedule *schedule,
              int         code)
{
  g_autoptr (HcSchedule) owned = schedule;
  g_autoptr (GError) error = NULL;
  gboolean right = hc_schedule_check (owned, &error);

  if (code == NONE)
    g_assert_no_error (error);
  else
    {
      g_assert_error (error, HC_SCHEDULE_ERROR, code);
      g_assert_cmpstr (error->message, !=, "");
    }

  g_assert_cmpint (right, ==, error == NULL);
}

static HcSchedule *
plain (void)
{
  return at_times ("2026-11-02", EVERY_DAY, 1, "08:00");
}

static HcScheduleLine *
line_of (HcSchedule *schedule)
{
  return &g_array_index (schedule->lines, HcScheduleLine, 0);
}

static void
test_times (void)
{
  static const int bad[] = { -1, 1440, G_MAXINT, G_MININT };
  HcSchedule *schedule = plain ();

  g_array_set_size (schedule->lines, 0);
  assert_check (schedule, HC_SCHEDULE_ERROR_NO_TIMES);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      schedule = plain ();
      line_of (schedule)->minute = bad[i];
      assert_check (schedule, HC_SCHEDULE_ERROR_BAD_TIME);
    }

  assert_check (at_times ("2026-11-02", EVERY_DAY, 1, "00:00 23:59"), NONE);
}

static void
test_amounts (void)
{
  static const double bad[] = { 0, -1, 1e9, 1e-9, (double) NAN, (double) INFINITY, -(double) INFINITY };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      assert_check (at_times ("2026-11-02", EVERY_DAY, bad[i], "08:00"), HC_SCHEDULE_ERROR_BAD_AMOUNT);
      assert_check (every ("2026-11-02T08:00:00Z", 480, bad[i]), HC_SCHEDULE_ERROR_BAD_AMOUNT);
      assert_check (as_needed ("2026-11-02", bad[i]), HC_SCHEDULE_ERROR_BAD_AMOUNT);
    }

  assert_check (at_times ("2026-11-02", EVERY_DAY, 0.25, "08:00"), NONE);
  assert_check (at_times ("2026-11-02", EVERY_DAY, 40000, "08:00"), NONE); /* units of epoetin */
}

static void
test_days (void)
{
  HcSchedule *schedule;

  assert_check (at_times ("2026-11-02", week_days ("......."), 1, "08:00"), HC_SCHEDULE_ERROR_BAD_DAYS);
  assert_check (at_times ("2026-11-02", (HcDays) { .kind = HC_DAYS_OF_CYCLE, .n = 21 }, 1, "08:00"),
                HC_SCHEDULE_ERROR_BAD_DAYS);

  schedule = plain ();
  line_of (schedule)->first_day = -1;
  assert_check (schedule, HC_SCHEDULE_ERROR_BAD_DAYS);
  schedule = plain ();
  line_of (schedule)->n_days = G_MAXINT;
  assert_check (schedule, HC_SCHEDULE_ERROR_BAD_DAYS);
}

static HcSchedule *
dated (const char *first,
       const char *last)
{
  HcSchedule *schedule = at_times (first, EVERY_DAY, 1, "08:00");

  schedule->last = day (last);

  return schedule;
}

static void
test_dates (void)
{
  HcSchedule *schedule = plain ();

  g_date_clear (&schedule->first, 1);
  assert_check (schedule, HC_SCHEDULE_ERROR_BAD_DATES);
  assert_check (dated ("2026-11-02", "2026-11-01"), HC_SCHEDULE_ERROR_BAD_DATES);
  assert_check (dated ("2026-11-02", "2026-11-02"), NONE);
  assert_check (dated ("1899-12-31", "2026-11-02"), HC_SCHEDULE_ERROR_BAD_DATES);
  assert_check (dated ("2026-11-02", "2201-01-01"), HC_SCHEDULE_ERROR_BAD_DATES);
  assert_check (dated ("1900-01-01", "2200-12-31"), NONE);
}

static HcSchedule *
paused (const char *first,
        const char *last,
        const char *other_first,
        const char *other_last)
{
  HcSchedule *schedule = plain ();

  add_pause (schedule, first, last, FALSE);
  add_pause (schedule, other_first, other_last, TRUE);

  return schedule;
}

static void
test_pauses (void)
{
  HcSchedule *schedule = paused ("2026-12-01", "2026-12-02", "2027-12-01", "2027-12-02");

  g_date_clear (&g_array_index (schedule->pauses, HcSchedulePause, 1).last, 1);
  assert_check (schedule, HC_SCHEDULE_ERROR_BAD_PAUSE);
  assert_check (paused ("2026-12-02", "2026-12-01", "2027-12-01", "2027-12-02"), HC_SCHEDULE_ERROR_BAD_PAUSE);
  assert_check (paused ("2026-12-01", "2026-12-05", "2026-12-05", "2026-12-09"), HC_SCHEDULE_ERROR_BAD_PAUSE);
  assert_check (paused ("2026-12-05", "2026-12-09", "2026-12-01", "2026-12-05"), HC_SCHEDULE_ERROR_BAD_PAUSE);
  assert_check (paused ("2026-12-01", "2026-12-09", "2026-12-03", "2026-12-05"), HC_SCHEDULE_ERROR_BAD_PAUSE);
  assert_check (paused ("2026-12-01", "2026-12-09", "2026-12-10", "9999-12-31"), HC_SCHEDULE_ERROR_BAD_PAUSE);
  assert_check (paused ("2026-12-05", "2026-12-09", "2026-12-01", "2026-12-04"), NONE);

  schedule = plain ();

  for (int i = 0; i <= HC_SCHEDULE_MAX_PAUSES; i++)
    {
      g_autofree char *date = g_strdup_printf ("%d-12-01", 2026 + i);

      add_pause (schedule, date, date, FALSE);
    }

  assert_check (schedule, HC_SCHEDULE_ERROR_TOO_MANY);
}

static void
test_intervals (void)
{
  HcSchedule *need = as_needed ("2026-11-02", 1), *weird = every ("2026-11-02T08:00:00Z", 480, 1);

  assert_check (every ("2026-11-02T08:00:00Z", 0, 1), HC_SCHEDULE_ERROR_BAD_INTERVAL);
  assert_check (every ("2026-11-02T08:00:00Z", -480, 1), HC_SCHEDULE_ERROR_BAD_INTERVAL);
  assert_check (every ("2026-11-02T08:00:00Z", G_MAXINT, 1), HC_SCHEDULE_ERROR_BAD_INTERVAL);
  assert_check (every ("2026-11-02T08:00:00Z", 29, 1), HC_SCHEDULE_ERROR_TOO_MANY);
  assert_check (every ("2026-11-02T08:00:00Z", 30, 1), NONE);
  assert_check (every ("2026-11-02T08:00:00Z", 28 * 1440, 1), NONE);

  need->min_minutes = -1;
  assert_check (need, HC_SCHEDULE_ERROR_BAD_INTERVAL);
  weird->anchor = G_MAXINT64;
  assert_check (weird, HC_SCHEDULE_ERROR_BAD_DATES);
  weird = every ("2026-11-02T08:00:00Z", 480, 1);
  weird->anchor = G_MININT64;
  assert_check (weird, HC_SCHEDULE_ERROR_BAD_DATES);
}

static void
test_maximum (void)
{
  static const struct { double max; int code; } cases[] = {
    { 0, NONE }, { 2, NONE }, { 8, NONE }, { 1.5, HC_SCHEDULE_ERROR_BAD_MAXIMUM },
    { -1, HC_SCHEDULE_ERROR_BAD_MAXIMUM }, { (double) NAN, HC_SCHEDULE_ERROR_BAD_MAXIMUM },
    { 1e9, HC_SCHEDULE_ERROR_BAD_MAXIMUM },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HcSchedule *schedule = as_needed ("2026-11-02", 2);

      schedule->daily_max = cases[i].max;
      assert_check (schedule, cases[i].code);
    }
}

/* 2 November 2026 is a Monday. */
static void
test_never (void)
{
  HcSchedule *weekday = at_times ("2026-11-02", week_days ("......S"), 1, "08:00");
  HcSchedule *asleep = dated ("2026-11-02", "2026-11-10"), *late = dated ("2026-11-02", "2026-11-10");
  HcSchedule *step = hc_schedule_new (HC_SCHEDULE_AT_TIMES), *hours = every ("2026-11-02T08:00:00Z", 480, 1);
  HcSchedule *shifted;

  weekday->last = day ("2026-11-07");
  assert_check (hc_schedule_copy (weekday), HC_SCHEDULE_ERROR_NEVER);
  weekday->last = day ("2026-11-08");
  assert_check (weekday, NONE);

  add_pause (asleep, "2026-11-01", "2026-11-10", FALSE);
  assert_check (asleep, HC_SCHEDULE_ERROR_NEVER);

  line_of (late)->first_day = 9;
  assert_check (hc_schedule_copy (late), HC_SCHEDULE_ERROR_NEVER);
  line_of (late)->first_day = 8;
  assert_check (late, NONE);

  /* Two days, both Monday and Tuesday, of something for Wednesdays. */
  step->first = day ("2026-11-02");
  add_step (step, 0, 2, 1, "08:00");
  line_of (step)->days = week_days ("..W....");
  assert_check (hc_schedule_copy (step), HC_SCHEDULE_ERROR_NEVER);

  /* A pause on Monday makes them Tuesday and Wednesday. */
  shifted = step;
  add_pause (shifted, "2026-11-02", "2026-11-02", TRUE);
  assert_check (shifted, NONE);

  hours->last = day ("2026-11-20");
  add_pause (hours, "2026-10-01", "2026-11-30", FALSE);
  assert_check (hc_schedule_copy (hours), HC_SCHEDULE_ERROR_NEVER);
  g_date_clear (&hours->last, 1);
  assert_check (hours, NONE);

  hours = every ("2026-11-02T08:00:00Z", 480, 1);
  hours->first = day ("2026-10-02");
  hours->last = day ("2026-10-31");
  assert_check (hours, HC_SCHEDULE_ERROR_NEVER);
}

static HcSchedule *
crowded (int    n,
         HcDays days)
{
  HcSchedule *schedule = plain ();

  g_array_set_size (schedule->lines, 0);

  for (int i = 0; i < n; i++)
    {
      HcScheduleLine line = { .days = days, .minute = i * 9, .amount = 1 };

      g_array_append_val (schedule->lines, line);
    }

  return schedule;
}

static void
test_too_many (void)
{
  HcSchedule *week = crowded (48, week_days ("MTWT..."));
  HcScheduleLine line = { .days = week_days ("....FSS"), .amount = 1 };

  assert_check (crowded (48, EVERY_DAY), NONE);
  assert_check (crowded (49, EVERY_DAY), HC_SCHEDULE_ERROR_TOO_MANY);
  assert_check (crowded (49, week_days ("......S")), HC_SCHEDULE_ERROR_TOO_MANY);
  assert_check (crowded (151, EVERY_DAY), HC_SCHEDULE_ERROR_TOO_MANY);

  /* Not too many on any day. */
  for (line.minute = 1; line.minute <= 48; line.minute++)
    g_array_append_val (week->lines, line);

  assert_check (hc_schedule_copy (week), NONE);
  line.minute = 49;
  g_array_append_val (week->lines, line);
  assert_check (week, HC_SCHEDULE_ERROR_TOO_MANY);
}

static void
test_zones (void)
{
  static const struct { const char *zone; int code; } cases[] = {
    { "Europe/Berlin", NONE }, { "America/Argentina/Buenos_Aires", NONE }, { "UTC", NONE }, { "Etc/GMT+5", NONE },
    { "America/Port-au-Prince", NONE }, { "", HC_SCHEDULE_ERROR_BAD_TIME },
    { "/etc/localtime", HC_SCHEDULE_ERROR_BAD_TIME }, { "../../etc/passwd", HC_SCHEDULE_ERROR_BAD_TIME },
    { "Europe/../UTC", HC_SCHEDULE_ERROR_BAD_TIME }, { "leapseconds", HC_SCHEDULE_ERROR_BAD_TIME },
    { ":UTC", HC_SCHEDULE_ERROR_BAD_TIME }, { "Europe/Berlin\n", HC_SCHEDULE_ERROR_BAD_TIME },
    { "Europe/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", HC_SCHEDULE_ERROR_BAD_TIME },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HcSchedule *schedule = plain ();

      schedule->zone = g_strdup (cases[i].zone);
      assert_check (schedule, cases[i].code);
    }
}

static void
test_kinds (void)
{
  HcSchedule *schedule = plain ();

  /* What a kind has no use for is not checked. */
  schedule->kind = HC_SCHEDULE_AS_NEEDED;
  schedule->amount = 1;
  line_of (schedule)->minute = -1;
  assert_check (hc_schedule_copy (schedule), NONE);

  schedule->kind = (HcScheduleKind) 3;
  assert_check (schedule, HC_SCHEDULE_ERROR_BAD_TEXT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schedule-check/times", test_times);
  g_test_add_func ("/schedule-check/amounts", test_amounts);
  g_test_add_func ("/schedule-check/days", test_days);
  g_test_add_func ("/schedule-check/dates", test_dates);
  g_test_add_func ("/schedule-check/pauses", test_pauses);
  g_test_add_func ("/schedule-check/intervals", test_intervals);
  g_test_add_func ("/schedule-check/maximum", test_maximum);
  g_test_add_func ("/schedule-check/never", test_never);
  g_test_add_func ("/schedule-check/too-many", test_too_many);
  g_test_add_func ("/schedule-check/zones", test_zones);
  g_test_add_func ("/schedule-check/kinds", test_kinds);

  return g_test_run ();
}
