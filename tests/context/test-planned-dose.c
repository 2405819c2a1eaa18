/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plan-fixture.h"

/* How it stands with one dose. All that is expected was worked out by hand: New York is at UTC-5 from 1 November to
 * 14 March and at UTC-4 for the rest of 2026, Berlin at UTC+1 in November. */

/* How it stands with the doses of a day, seen from a moment; and when those change that will, in their order. */
static void
assert_states (PlanFixture *fixture,
               HcMedicine  *medicine,
               const char  *date,
               const char  *now,
               const char  *zone,
               const char  *expected,
               const char  *expected_changes)
{
  HcDoseLog *log = hc_profile_get_dose_log (fixture->profile.profile);
  g_autoptr (GTimeZone) there = g_time_zone_new_identifier (zone);
  g_autofree char *begin = g_strconcat (date, "T00:00:00", NULL);
  g_autoptr (GDateTime) from = g_date_time_new_from_iso8601 (begin, there);
  g_autoptr (GDateTime) until = g_date_time_add_days (from, 1);
  g_autoptr (GListStore) doses = g_list_store_new (HC_TYPE_PLANNED_DOSE);
  g_autoptr (GPtrArray) planned = NULL;
  g_autoptr (GDateTime) time = NULL;
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autofree char *text = NULL;

  plan_fixture_set_clock (fixture, now, zone);
  time = hc_clock_dup_time (fixture->profile.clock);
  planned = hc_planned_dose_list (medicine, log, from, until, time);

  for (guint i = 0; i < planned->len; i++)
    {
      GDateTime *next = hc_planned_dose_get_next_change (g_ptr_array_index (planned, i));

      g_autofree char *change = next != NULL ? g_date_time_format (next, "%d %H:%M:%S%:z") : NULL;

      g_list_store_append (doses, g_ptr_array_index (planned, i));
      if (change != NULL)
        g_string_append_printf (changes, "%s%s", changes->len > 0 ? ", " : "", change);

      /* A change that is not to come would be waited for in vain, again and again. */
      g_assert_true (next == NULL || g_date_time_compare (next, time) > 0);
    }

  text = plan_fixture_dup_text (G_LIST_MODEL (doses));
  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (changes->str, ==, expected_changes);
}

static void
test_edges (PlanFixture   *fixture,
            gconstpointer  data)
{
  HcMedicine *a = plan_fixture_add (fixture, "", "A", at_times ("2026-11-01", EVERY_DAY, 2, "08:00"));

  assert_states (fixture, a, "2026-11-20", "2026-11-20T07:59:59", NEW_YORK,
                 "A 11-20T08:00 upcoming", "20 08:00:00-05:00");
  assert_states (fixture, a, "2026-11-20", "2026-11-20T08:00:00", NEW_YORK,
                 "A 11-20T08:00 due", "20 12:00:00-05:00");
  assert_states (fixture, a, "2026-11-20", "2026-11-20T11:59:59", NEW_YORK,
                 "A 11-20T08:00 due", "20 12:00:00-05:00");
  assert_states (fixture, a, "2026-11-20", "2026-11-20T12:00:00", NEW_YORK, "A 11-20T08:00 missed", "");

  /* Before the medicine was taken there is nothing, nor is there of what is taken when needed. */
  assert_states (fixture, a, "2026-10-31", "2026-10-31T12:00", NEW_YORK, "", "");
  a = plan_fixture_add (fixture, "", "B", as_needed ("2026-11-01", 1));
  assert_states (fixture, a, "2026-11-20", "2026-11-20T12:00", NEW_YORK, "", "");
}

/* The next dose ends the time of the one before: two of them at once would be too much. */
static void
test_next_dose (PlanFixture   *fixture,
                gconstpointer  data)
{
  HcMedicine *a = plan_fixture_add (fixture, "", "A", at_times ("2026-11-01", EVERY_DAY, 1, "08:00 10:00 20:00"));

  assert_states (fixture, a, "2026-11-20", "2026-11-20T09:59:59", NEW_YORK,
                 "A 11-20T08:00 due, A 11-20T10:00 upcoming, A 11-20T20:00 upcoming",
                 "20 10:00:00-05:00, 20 10:00:00-05:00, 20 20:00:00-05:00");
  assert_states (fixture, a, "2026-11-20", "2026-11-20T10:00", NEW_YORK,
                 "A 11-20T08:00 missed, A 11-20T10:00 due, A 11-20T20:00 upcoming",
                 "20 14:00:00-05:00, 20 20:00:00-05:00");

  /* The last dose of a day is ended by the first one of the next. */
  a = plan_fixture_add (fixture, "", "B", at_times ("2026-11-01", EVERY_DAY, 1, "00:30 23:00"));
  assert_states (fixture, a, "2026-11-20", "2026-11-21T00:29:59", NEW_YORK,
                 "B 11-20T00:30 missed, B 11-20T23:00 due", "21 00:30:00-05:00");
  assert_states (fixture, a, "2026-11-20", "2026-11-21T00:30", NEW_YORK,
                 "B 11-20T00:30 missed, B 11-20T23:00 missed", "");
}

static void
test_snooze (PlanFixture   *fixture,
             gconstpointer  data)
{
  HcMedicine *a = plan_fixture_add (fixture, "", "A", at_times ("2026-11-01", EVERY_DAY, 1, "08:00 12:00"));
  g_autoptr (GPtrArray) planned = NULL;

  plan_fixture_mark (fixture, a, "2026-11-20T08:00", HC_DOSE_SNOOZED, "2026-11-20T08:10:30-05:00");
  assert_states (fixture, a, "2026-11-20", "2026-11-20T08:10:29", NEW_YORK,
                 "A 11-20T08:00 snoozed, A 11-20T12:00 upcoming", "20 08:10:30-05:00, 20 12:00:00-05:00");
  assert_states (fixture, a, "2026-11-20", "2026-11-20T08:10:30", NEW_YORK,
                 "A 11-20T08:00 due, A 11-20T12:00 upcoming", "20 12:00:00-05:00, 20 12:00:00-05:00");

  /* Put off to after the next dose, it is missed when that is due. */
  plan_fixture_mark (fixture, a, "2026-11-20T08:00", HC_DOSE_SNOOZED, "2026-11-20T12:05:00-05:00");
  assert_states (fixture, a, "2026-11-20", "2026-11-20T11:55", NEW_YORK,
                 "A 11-20T08:00 snoozed, A 11-20T12:00 upcoming", "20 12:00:00-05:00, 20 12:00:00-05:00");
  assert_states (fixture, a, "2026-11-20", "2026-11-20T12:00", NEW_YORK,
                 "A 11-20T08:00 missed, A 11-20T12:00 due", "20 16:00:00-05:00");
  assert_states (fixture, a, "2026-11-20", "2026-11-20T12:05", NEW_YORK,
                 "A 11-20T08:00 missed, A 11-20T12:00 due", "20 16:00:00-05:00");

  /* The last dose of the day: 13:00 and four hours. */
  plan_fixture_mark (fixture, a, "2026-11-20T12:00", HC_DOSE_SNOOZED, "2026-11-20T13:00:00-05:00");
  assert_states (fixture, a, "2026-11-20", "2026-11-20T16:30", NEW_YORK,
                 "A 11-20T08:00 missed, A 11-20T12:00 due", "20 17:00:00-05:00");
}

static void
test_said (PlanFixture   *fixture,
           gconstpointer  data)
{
  HcMedicine *a = plan_fixture_add (fixture, "", "A", at_times ("2026-11-01", EVERY_DAY, 2, "08:00 20:00"));
  HcDoseLog *log = hc_profile_get_dose_log (fixture->profile.profile);
  g_autoptr (GDateTime) from = moment ("2026-11-20T05:00:00Z");
  g_autoptr (GDateTime) until = moment ("2026-11-21T05:00:00Z");
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GPtrArray) planned = NULL;
  g_autofree char *time = NULL;

  plan_fixture_mark (fixture, a, "2026-11-20T08:00", HC_DOSE_TAKEN, "2026-11-20T08:07:00-05:00");
  plan_fixture_mark (fixture, a, "2026-11-20T20:00", HC_DOSE_SKIPPED, "2026-11-20T07:00:00-05:00");

  /* Whatever the clock shows, and wherever the person is: Berlin has 08:00 when New York has 02:00. */
  assert_states (fixture, a, "2026-11-20", "2026-11-20T06:00", NEW_YORK,
                 "A 11-20T08:00 taken, A 11-20T20:00 skipped", "");
  assert_states (fixture, a, "2026-11-20", "2026-11-20T23:00", NEW_YORK,
                 "A 11-20T08:00 taken, A 11-20T20:00 skipped", "");
  assert_states (fixture, a, "2026-11-20", "2026-11-20T08:00", BERLIN,
                 "A 11-20T08:00 taken, A 11-20T20:00 skipped", "");

  plan_fixture_set_clock (fixture, "2026-11-20T09:00", NEW_YORK);
  now = hc_clock_dup_time (fixture->profile.clock);
  planned = hc_planned_dose_list (a, log, from, until, now);
  g_assert_cmpuint (planned->len, ==, 2);
  time = g_date_time_format (hc_planned_dose_get_time (g_ptr_array_index (planned, 0)), "%FT%T%:z");
  g_assert_cmpstr (time, ==, "2026-11-20T08:07:00-05:00");
  g_assert_true (hc_planned_dose_get_amount (g_ptr_array_index (planned, 0)) < 1.5);
}

/* Put off in Berlin until 08:10, which is 02:10 in New York: there it is due at eight, as every day. */
static void
test_travel (PlanFixture   *fixture,
             gconstpointer  data)
{
  HcMedicine *a = plan_fixture_add (fixture, "", "A", at_times ("2026-11-01", EVERY_DAY, 1, "08:00"));

  plan_fixture_mark (fixture, a, "2026-11-20T08:00", HC_DOSE_SNOOZED, "2026-11-20T08:10:00+01:00");
  assert_states (fixture, a, "2026-11-20", "2026-11-20T08:05", BERLIN,
                 "A 11-20T08:00 snoozed", "20 08:10:00+01:00");
  assert_states (fixture, a, "2026-11-20", "2026-11-20T02:11", NEW_YORK,
                 "A 11-20T08:00 upcoming", "20 08:00:00-05:00");
}

/* On 8 March 2026 New York goes from 02:00 to 03:00, on 1 November 2026 from 02:00 back to 01:00. */
static void
test_daylight_saving (PlanFixture   *fixture,
                      gconstpointer  data)
{
  HcMedicine *a = plan_fixture_add (fixture, "", "A", at_times ("2026-01-01", EVERY_DAY, 1, "02:30 03:00 06:00"));
  HcMedicine *b = plan_fixture_add (fixture, "", "B", at_times ("2026-01-01", EVERY_DAY, 1, "01:30"));

  /* Half past two is left out: both are due at three, and neither ends the other. */
  assert_states (fixture, a, "2026-03-08", "2026-03-08T01:59:59", NEW_YORK,
                 "A 03-08T02:30 upcoming, A 03-08T03:00 upcoming, A 03-08T06:00 upcoming",
                 "08 03:00:00-04:00, 08 03:00:00-04:00, 08 06:00:00-04:00");
  assert_states (fixture, a, "2026-03-08", "2026-03-08T03:00", NEW_YORK,
                 "A 03-08T02:30 due, A 03-08T03:00 due, A 03-08T06:00 upcoming",
                 "08 06:00:00-04:00, 08 06:00:00-04:00, 08 06:00:00-04:00");
  assert_states (fixture, a, "2026-03-08", "2026-03-08T06:00", NEW_YORK,
                 "A 03-08T02:30 missed, A 03-08T03:00 missed, A 03-08T06:00 due", "08 10:00:00-04:00");

  /* Half past one comes twice; it is due the first time, for four hours, to 04:30 of the other time. */
  assert_states (fixture, b, "2026-11-01", "2026-11-01T05:29:59Z", NEW_YORK,
                 "B 11-01T01:30 upcoming", "01 01:30:00-04:00");
  assert_states (fixture, b, "2026-11-01", "2026-11-01T06:30:00Z", NEW_YORK,
                 "B 11-01T01:30 due", "01 04:30:00-05:00");
}

static void
test_equal (PlanFixture   *fixture,
            gconstpointer  data)
{
  HcMedicine *a = plan_fixture_add (fixture, "", "A", every ("2026-11-01T13:00:00Z", 12 * 60, 1));
  HcDoseLog *log = hc_profile_get_dose_log (fixture->profile.profile);
  g_autoptr (GDateTime) from = moment ("2026-11-20T12:00:00Z");
  g_autoptr (GDateTime) until = moment ("2026-11-20T14:00:00Z");
  g_autoptr (GDateTime) utc = moment ("2026-11-20T12:30:00Z");
  g_autoptr (GTimeZone) new_york = g_time_zone_new_identifier (NEW_YORK);
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier (BERLIN);
  g_autoptr (GDateTime) there = g_date_time_to_timezone (utc, new_york);
  g_autoptr (GDateTime) here = g_date_time_to_timezone (utc, berlin);
  g_autoptr (GPtrArray) first = hc_planned_dose_list (a, log, from, until, there);
  g_autoptr (GPtrArray) same = hc_planned_dose_list (a, log, from, until, there);
  g_autoptr (GPtrArray) moved = hc_planned_dose_list (a, log, from, until, here);
  g_autofree char *time = NULL;

  g_assert_cmpuint (first->len, ==, 1);
  g_assert_true (hc_planned_dose_equal (g_ptr_array_index (first, 0), g_ptr_array_index (same, 0)));

  /* The same moment, but another time on the wall. */
  g_assert_false (hc_planned_dose_equal (g_ptr_array_index (first, 0), g_ptr_array_index (moved, 0)));
  time = g_date_time_format (hc_planned_dose_get_due (g_ptr_array_index (moved, 0)), "%H:%M");
  g_assert_cmpstr (time, ==, "14:00");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) g_test_add ("/context/planned-dose/" name, PlanFixture, NULL, plan_fixture_set_up, test, \
                                    plan_fixture_tear_down)
  ADD ("edges", test_edges);
  ADD ("next-dose", test_next_dose);
  ADD ("snooze", test_snooze);
  ADD ("said", test_said);
  ADD ("travel", test_travel);
  ADD ("daylight-saving", test_daylight_saving);
  ADD ("equal", test_equal);

  return g_test_run ();
}
