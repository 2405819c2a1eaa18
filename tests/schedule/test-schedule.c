/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Doses that were worked out by hand. Clocks are changed in New York on 8 March and 1 November 2026, in Berlin on
 * 29 March and 25 October 2026, on Lord Howe by half an hour on 4 October 2026. */

#include "schedule-fixture.h"

/* @expected: key, day and time in UTC, amount; a line a dose. Takes the schedule. */
static void
assert_doses (HcSchedule *schedule,
              const char *from,
              const char *until,
              const char *zone,
              const char *expected)
{
  g_autoptr (HcSchedule) owned = schedule;
  g_autoptr (GDateTime) from_time = moment (from);
  g_autoptr (GDateTime) until_time = moment (until);
  g_autoptr (GTimeZone) here = g_time_zone_new_identifier (zone);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  hc_schedule_check (owned, &error);
  g_assert_no_error (error);
  text = doses_text (hc_schedule_list_doses (owned, from_time, until_time, here));
  g_assert_cmpstr (text, ==, expected);
}

/* Capecitabine: twice a day on days 1 to 14 of 21. */
static void
test_capecitabine (void)
{
  HcDays days = cycle_days ("1-14", 21);

  assert_doses (at_times ("2026-10-19", days, 3, "08:00 20:00"), "2026-10-18T00:00:00Z", "2026-10-20T03:00:00Z",
                NEW_YORK,
                "2026-10-19T08:00 19T12:00Z 3\n"
                "2026-10-19T20:00 20T00:00Z 3\n");
  assert_doses (at_times ("2026-10-19", days, 3, "20:00 08:00"), "2026-10-31T05:00:00Z", "2026-11-10T05:00:00Z",
                NEW_YORK,
                "2026-10-31T08:00 31T12:00Z 3\n"
                "2026-10-31T20:00 01T00:00Z 3\n"
                "2026-11-01T08:00 01T13:00Z 3\n"
                "2026-11-01T20:00 02T01:00Z 3\n"
                "2026-11-09T08:00 09T13:00Z 3\n"
                "2026-11-09T20:00 10T01:00Z 3\n");
  assert_doses (at_times ("2026-10-19", days, 3, "08:00"), "2026-11-22T05:00:00Z", "2026-12-01T05:00:00Z", NEW_YORK,
                "2026-11-22T08:00 22T13:00Z 3\n"
                "2026-11-30T08:00 30T13:00Z 3\n");
}

/* Trifluridine and tipiracil: days 1 to 5 and 8 to 12 of 28. */
static void
test_tas_102 (void)
{
  assert_doses (at_times ("2026-03-02", cycle_days ("1-5, 8-12", 28), 2, "08:00"), "2026-03-02T00:00:00Z",
                "2026-04-08T00:00:00Z", BERLIN,
                "2026-03-02T08:00 02T07:00Z 2\n"
                "2026-03-03T08:00 03T07:00Z 2\n"
                "2026-03-04T08:00 04T07:00Z 2\n"
                "2026-03-05T08:00 05T07:00Z 2\n"
                "2026-03-06T08:00 06T07:00Z 2\n"
                "2026-03-09T08:00 09T07:00Z 2\n"
                "2026-03-10T08:00 10T07:00Z 2\n"
                "2026-03-11T08:00 11T07:00Z 2\n"
                "2026-03-12T08:00 12T07:00Z 2\n"
                "2026-03-13T08:00 13T07:00Z 2\n"
                "2026-03-30T08:00 30T06:00Z 2\n"
                "2026-03-31T08:00 31T06:00Z 2\n"
                "2026-04-01T08:00 01T06:00Z 2\n"
                "2026-04-02T08:00 02T06:00Z 2\n"
                "2026-04-03T08:00 03T06:00Z 2\n"
                "2026-04-06T08:00 06T06:00Z 2\n"
                "2026-04-07T08:00 07T06:00Z 2\n");
}

static HcSchedule *
taper (void)
{
  HcSchedule *schedule = hc_schedule_new (HC_SCHEDULE_AT_TIMES);

  schedule->first = day ("2026-11-03");
  add_step (schedule, 0, 2, 4, "08:00");
  add_step (schedule, 2, 2, 2, "08:00");
  add_step (schedule, 4, 1, 1, "08:00");

  return schedule;
}

/* Dexamethasone after an infusion, less each other day. */
static void
test_taper (void)
{
  assert_doses (taper (), "2026-11-01T00:00:00Z", "2027-11-01T00:00:00Z", BERLIN,
                "2026-11-03T08:00 03T07:00Z 4\n"
                "2026-11-04T08:00 04T07:00Z 4\n"
                "2026-11-05T08:00 05T07:00Z 2\n"
                "2026-11-06T08:00 06T07:00Z 2\n"
                "2026-11-07T08:00 07T07:00Z 1\n");
}

static void
test_warfarin (void)
{
  HcSchedule *schedule = at_times ("2026-11-02", week_days ("M.W.F.."), 1, "18:00");

  add_lines (schedule, week_days (".T.T.SS"), 0.5, "18:00");
  assert_doses (schedule, "2026-11-02T00:00:00Z", "2026-11-10T00:00:00Z", "UTC",
                "2026-11-02T18:00 02T18:00Z 1\n"
                "2026-11-03T18:00 03T18:00Z 0.5\n"
                "2026-11-04T18:00 04T18:00Z 1\n"
                "2026-11-05T18:00 05T18:00Z 0.5\n"
                "2026-11-06T18:00 06T18:00Z 1\n"
                "2026-11-07T18:00 07T18:00Z 0.5\n"
                "2026-11-08T18:00 08T18:00Z 0.5\n"
                "2026-11-09T18:00 09T18:00Z 1\n");
}

/* Two lines at one time are one dose, on the days that they share. */
static void
test_same_minute (void)
{
  HcSchedule *schedule = at_times ("2026-11-02", EVERY_DAY, 1, "08:00");

  add_lines (schedule, (HcDays) { .kind = HC_DAYS_EVERY_N, .n = 2 }, 0.5, "08:00");
  assert_doses (schedule, "2026-11-02T00:00:00Z", "2026-11-05T00:00:00Z", "UTC",
                "2026-11-02T08:00 02T08:00Z 1.5\n"
                "2026-11-03T08:00 03T08:00Z 1\n"
                "2026-11-04T08:00 04T08:00Z 1.5\n");
}

/* Eight hours are eight hours, also when the clock is changed in between: Berlin goes back at 01:00 UTC. */
static void
test_hours (void)
{
  HcSchedule *schedule = every ("2026-10-24T12:00:00Z", 480, 1);

  schedule->last = day ("2026-10-26");
  assert_doses (schedule, "2026-10-01T00:00:00Z", "2027-10-01T00:00:00Z", BERLIN,
                "2026-10-24T12:00Z 24T12:00Z 1\n"
                "2026-10-24T20:00Z 24T20:00Z 1\n"
                "2026-10-25T04:00Z 25T04:00Z 1\n"
                "2026-10-25T12:00Z 25T12:00Z 1\n"
                "2026-10-25T20:00Z 25T20:00Z 1\n"
                "2026-10-26T04:00Z 26T04:00Z 1\n"
                "2026-10-26T12:00Z 26T12:00Z 1\n"
                "2026-10-26T20:00Z 26T20:00Z 1\n");
}

/* Days are those of the place, and seconds of the first dose do not count. */
static void
test_hours_days (void)
{
  HcSchedule *schedule = every ("2026-11-20T02:00:59Z", 720, 1);

  schedule->last = day ("2026-11-22");
  add_pause (schedule, "2026-11-21", "2026-11-21", TRUE);
  assert_doses (schedule, "2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z", NEW_YORK,
                "2026-11-20T14:00Z 20T14:00Z 1\n"
                "2026-11-21T02:00Z 21T02:00Z 1\n"
                "2026-11-22T14:00Z 22T14:00Z 1\n"
                "2026-11-23T02:00Z 23T02:00Z 1\n");
}

/* Days 1 and 2 of 4, and a pause of three days from the second day on. */
static void
test_pause (void)
{
  HcSchedule *shifts = at_times ("2026-11-02", cycle_days ("1-2", 4), 1, "08:00");
  HcSchedule *stays = at_times ("2026-11-02", cycle_days ("1-2", 4), 1, "08:00");

  add_pause (shifts, "2026-11-03", "2026-11-05", TRUE);
  add_pause (stays, "2026-11-03", "2026-11-05", FALSE);
  assert_doses (shifts, "2026-11-01T00:00:00Z", "2026-11-11T00:00:00Z", "UTC",
                "2026-11-02T08:00 02T08:00Z 1\n"
                "2026-11-06T08:00 06T08:00Z 1\n"
                "2026-11-09T08:00 09T08:00Z 1\n"
                "2026-11-10T08:00 10T08:00Z 1\n");
  assert_doses (stays, "2026-11-01T00:00:00Z", "2026-11-11T00:00:00Z", "UTC",
                "2026-11-02T08:00 02T08:00Z 1\n"
                "2026-11-06T08:00 06T08:00Z 1\n"
                "2026-11-07T08:00 07T08:00Z 1\n"
                "2026-11-10T08:00 10T08:00Z 1\n");
}

/* Only days of the schedule can be left out. */
static void
test_pause_before (void)
{
  HcSchedule *schedule = at_times ("2026-11-02", cycle_days ("1", 4), 1, "08:00");

  add_pause (schedule, "2026-10-01", "2026-11-02", TRUE);
  add_pause (schedule, "2026-09-01", "2026-09-30", TRUE);
  assert_doses (schedule, "2026-11-01T00:00:00Z", "2026-11-08T00:00:00Z", "UTC",
                "2026-11-03T08:00 03T08:00Z 1\n"
                "2026-11-07T08:00 07T08:00Z 1\n");
}

/* The steps of a taper are not lost in a pause that shifts. */
static void
test_pause_of_taper (void)
{
  HcSchedule *schedule = taper ();

  add_pause (schedule, "2026-11-04", "2026-11-10", TRUE);
  assert_doses (schedule, "2026-11-01T00:00:00Z", "2027-11-01T00:00:00Z", "UTC",
                "2026-11-03T08:00 03T08:00Z 4\n"
                "2026-11-11T08:00 11T08:00Z 4\n"
                "2026-11-12T08:00 12T08:00Z 2\n"
                "2026-11-13T08:00 13T08:00Z 2\n"
                "2026-11-14T08:00 14T08:00Z 1\n");
}

/* On a journey a dose keeps its name, unless its times are those of a zone. */
static void
test_travel (void)
{
  HcSchedule *schedule = at_times ("2026-11-20", EVERY_DAY, 1, "08:00");
  HcSchedule *fixed = at_times ("2026-11-20", EVERY_DAY, 1, "08:00");
  HcSchedule *unknown = at_times ("2026-11-20", EVERY_DAY, 1, "08:00");

  fixed->zone = g_strdup (BERLIN);
  unknown->zone = g_strdup ("Europe/Atlantis");
  assert_doses (hc_schedule_copy (schedule), "2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z", BERLIN,
                "2026-11-20T08:00 20T07:00Z 1\n");
  assert_doses (schedule, "2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z", NEW_YORK,
                "2026-11-20T08:00 20T13:00Z 1\n");
  assert_doses (fixed, "2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z", NEW_YORK, "2026-11-20T08:00 20T07:00Z 1\n");
  assert_doses (unknown, "2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z", NEW_YORK,
                "2026-11-20T08:00 20T13:00Z 1\n");
}

static void
test_clock_forward (void)
{
  assert_doses (at_times ("2026-03-07", EVERY_DAY, 1, "02:30 03:00"), "2026-03-07T00:00:00Z",
                "2026-03-10T00:00:00Z", NEW_YORK,
                "2026-03-07T02:30 07T07:30Z 1\n"
                "2026-03-07T03:00 07T08:00Z 1\n"
                "2026-03-08T02:30 08T07:00Z 1\n"
                "2026-03-08T03:00 08T07:00Z 1\n"
                "2026-03-09T02:30 09T06:30Z 1\n"
                "2026-03-09T03:00 09T07:00Z 1\n");
  assert_doses (at_times ("2026-10-04", EVERY_DAY, 1, "02:15"), "2026-10-03T00:00:00Z", "2026-10-05T00:00:00Z",
                "Australia/Lord_Howe",
                "2026-10-04T02:15 03T15:30Z 1\n"
                "2026-10-05T02:15 04T15:15Z 1\n");
  /* Midnight itself was left out in Brazil on 4 November 2018. */
  assert_doses (at_times ("2018-11-03", EVERY_DAY, 1, "00:30"), "2018-11-03T00:00:00Z", "2018-11-06T00:00:00Z",
                "America/Sao_Paulo",
                "2018-11-03T00:30 03T03:30Z 1\n"
                "2018-11-04T00:30 04T03:00Z 1\n"
                "2018-11-05T00:30 05T02:30Z 1\n");
  /* North Korea went from 23:30 on 4 May 2018 to midnight: what was left out is due on the next day. */
  assert_doses (at_times ("2018-05-04", EVERY_DAY, 1, "00:00 23:45"), "2018-05-04T15:00:00Z", "2018-05-05T15:00:00Z",
                "Asia/Pyongyang",
                "2018-05-04T23:45 04T15:00Z 1\n"
                "2018-05-05T00:00 04T15:00Z 1\n"
                "2018-05-05T23:45 05T14:45Z 1\n");
}

static void
test_clock_back (void)
{
  assert_doses (at_times ("2026-10-31", EVERY_DAY, 1, "01:30 02:00"), "2026-10-31T00:00:00Z",
                "2026-11-02T00:00:00Z", NEW_YORK,
                "2026-10-31T01:30 31T05:30Z 1\n"
                "2026-10-31T02:00 31T06:00Z 1\n"
                "2026-11-01T01:30 01T05:30Z 1\n"
                "2026-11-01T02:00 01T07:00Z 1\n");
}

/* Samoa went over the date line and had no 30 December 2011; it is 24 hours from one dose to the next. */
static void
test_no_such_day (void)
{
  assert_doses (at_times ("2011-12-28", EVERY_DAY, 1, "00:00 20:00"), "2011-12-28T12:00:00Z",
                "2012-01-01T10:00:00Z", "Pacific/Apia",
                "2011-12-28T20:00 29T06:00Z 1\n"
                "2011-12-29T00:00 29T10:00Z 1\n"
                "2011-12-29T20:00 30T06:00Z 1\n"
                "2011-12-31T00:00 30T10:00Z 1\n"
                "2011-12-31T20:00 31T06:00Z 1\n"
                "2012-01-01T00:00 31T10:00Z 1\n"
                "2012-01-01T20:00 01T06:00Z 1\n");
}

/* Numbers of days and seconds are negative there. */
static void
test_before_1970 (void)
{
  assert_doses (at_times ("1960-02-28", EVERY_DAY, 1, "00:00 23:59"), "1960-02-28T00:00:00Z", "1960-03-01T00:00:00Z",
                "UTC",
                "1960-02-28T00:00 28T00:00Z 1\n"
                "1960-02-28T23:59 28T23:59Z 1\n"
                "1960-02-29T00:00 29T00:00Z 1\n"
                "1960-02-29T23:59 29T23:59Z 1\n");
  assert_doses (every ("1960-02-28T06:00:30Z", 720, 1), "1960-02-28T00:00:00Z", "1960-02-29T00:00:00Z", "UTC",
                "1960-02-28T06:00Z 28T06:00Z 1\n"
                "1960-02-28T18:00Z 28T18:00Z 1\n");
}

/* The beginning belongs to what is asked for, the end does not. */
static void
test_bounds (void)
{
  assert_doses (at_times ("2026-11-20", EVERY_DAY, 1, "08:00"), "2026-11-20T08:00:00Z", "2026-11-21T08:00:00Z", "UTC",
                "2026-11-20T08:00 20T08:00Z 1\n");
  assert_doses (at_times ("2026-11-20", EVERY_DAY, 1, "08:00"), "2026-11-20T08:00:00.000001Z",
                "2026-11-21T08:00:00.000001Z", "UTC", "2026-11-21T08:00 21T08:00Z 1\n");
  assert_doses (at_times ("2026-11-20", EVERY_DAY, 1, "08:00"), "2026-11-21T08:00:00Z", "2026-11-20T08:00:00Z", "UTC",
                "");
  assert_doses (as_needed ("2026-11-20", 1), "2026-11-20T08:00:00Z", "2027-11-20T08:00:00Z", "UTC", "");
}

static void
assert_next (HcSchedule *schedule,
             const char *after,
             const char *zone,
             const char *expected)
{
  g_autoptr (HcSchedule) owned = schedule;
  g_autoptr (GDateTime) time = moment (after);
  g_autoptr (GTimeZone) here = g_time_zone_new_identifier (zone);
  g_autofree char *text = dose_text (hc_schedule_next_dose (owned, time, here));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_next (void)
{
  HcSchedule *ends = at_times ("2026-11-20", EVERY_DAY, 1, "08:00");

  ends->last = day ("2026-11-21");
  assert_next (hc_schedule_copy (ends), "1999-11-20T08:00:00Z", "UTC", "2026-11-20T08:00 20T08:00Z 1");
  assert_next (hc_schedule_copy (ends), "2026-11-20T07:59:59.9Z", "UTC", "2026-11-20T08:00 20T08:00Z 1");
  /* Later than, so that who waits for a dose goes on to the next one. */
  assert_next (hc_schedule_copy (ends), "2026-11-20T08:00:00Z", "UTC", "2026-11-21T08:00 21T08:00Z 1");
  assert_next (ends, "2026-11-21T08:00:00Z", "UTC", "none");
  assert_next (taper (), "2026-11-07T07:00:00Z", BERLIN, "none");
  assert_next (as_needed ("2026-11-20", 1), "2026-11-20T07:00:00Z", "UTC", "none");
  assert_next (every ("2026-11-20T08:00:00Z", 366 * 1440, 1), "2026-11-20T08:00:00Z", "UTC",
               "2027-11-21T08:00Z 21T08:00Z 1");
  assert_next (at_times ("2026-11-20", (HcDays) { .kind = HC_DAYS_EVERY_N, .n = 366 }, 1, "08:00"),
               "2026-11-20T08:00:00Z", "UTC", "2027-11-21T08:00 21T08:00Z 1");
}

static void
assert_active (const HcSchedule *schedule,
               const char       *date,
               gboolean          expected)
{
  GDate asked = day (date);

  g_assert_cmpint (hc_schedule_is_active_on (schedule, &asked), ==, expected);
}

static void
test_active (void)
{
  g_autoptr (HcSchedule) steps = taper ();
  g_autoptr (HcSchedule) need = as_needed ("2026-11-03", 1);

  add_pause (steps, "2026-11-04", "2026-11-04", FALSE);
  assert_active (steps, "2026-11-02", FALSE);
  assert_active (steps, "2026-11-03", TRUE);
  assert_active (steps, "2026-11-04", FALSE);
  assert_active (steps, "2026-11-07", TRUE);
  assert_active (steps, "2026-11-08", FALSE);

  need->last = day ("2026-11-05");
  assert_active (need, "2026-11-02", FALSE);
  assert_active (need, "2026-11-05", TRUE);
  assert_active (need, "2026-11-06", FALSE);
}

static void
test_copy (void)
{
  g_autoptr (HcSchedule) schedule = taper ();
  g_autoptr (HcSchedule) copy = NULL;

  schedule->zone = g_strdup (BERLIN);
  copy = hc_schedule_copy (schedule);
  g_assert_true (hc_schedule_equal (schedule, copy));

  g_array_index (copy->lines, HcScheduleLine, 2).amount = 3;
  g_assert_false (hc_schedule_equal (schedule, copy));
  g_assert_cmpfloat (g_array_index (schedule->lines, HcScheduleLine, 2).amount, ==, 1);

  g_array_index (copy->lines, HcScheduleLine, 2).amount = 1;
  add_pause (copy, "2026-11-04", "2026-11-04", FALSE);
  g_assert_false (hc_schedule_equal (schedule, copy));
  add_pause (schedule, "2026-11-04", "2026-11-04", TRUE);
  g_assert_false (hc_schedule_equal (schedule, copy));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schedule/capecitabine", test_capecitabine);
  g_test_add_func ("/schedule/tas-102", test_tas_102);
  g_test_add_func ("/schedule/taper", test_taper);
  g_test_add_func ("/schedule/warfarin", test_warfarin);
  g_test_add_func ("/schedule/same-minute", test_same_minute);
  g_test_add_func ("/schedule/hours/clock-change", test_hours);
  g_test_add_func ("/schedule/hours/days", test_hours_days);
  g_test_add_func ("/schedule/pause/cycle", test_pause);
  g_test_add_func ("/schedule/pause/before", test_pause_before);
  g_test_add_func ("/schedule/pause/taper", test_pause_of_taper);
  g_test_add_func ("/schedule/travel", test_travel);
  g_test_add_func ("/schedule/clock/forward", test_clock_forward);
  g_test_add_func ("/schedule/clock/back", test_clock_back);
  g_test_add_func ("/schedule/clock/no-such-day", test_no_such_day);
  g_test_add_func ("/schedule/before-1970", test_before_1970);
  g_test_add_func ("/schedule/bounds", test_bounds);
  g_test_add_func ("/schedule/next", test_next);
  g_test_add_func ("/schedule/active", test_active);
  g_test_add_func ("/schedule/copy", test_copy);

  return g_test_run ();
}
