/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-adherence.h"
#include "profile-fixture.h"
#include "schedule-fixture.h"

/* What was taken of what was planned, worked out by hand. A day is "18: planned taken skipped missed extra". */

static HcMedicine *
make_medicine (const HcCourse *course)
{
  return hc_medicine_new (&(HcMedicineDetails) { .name = "Capecitabine", .course = (HcCourse *) course });
}

static HcCourse *
begin_course (const char       *from,
              const HcSchedule *schedule)
{
  HcCourse *course = hc_course_new ();
  g_autoptr (GDateTime) time = moment (from);
  g_autoptr (GError) error = NULL;

  hc_course_begin (course, time, NULL, schedule, &error);
  g_assert_no_error (error);

  return course;
}

static void
record (ProfileFixture *fixture,
        HcMedicine     *medicine,
        const char     *key,
        HcDoseState     state,
        const char     *due,
        const char     *time)
{
  HcDoseLog *log = hc_profile_get_dose_log (fixture->profile);
  g_autoptr (GDateTime) due_time = moment (due);
  g_autoptr (GDateTime) done = moment (time);
  g_autoptr (HcDoseRecord) dose = hc_dose_record_new (hc_medicine_get_id (medicine), key, state, due_time, done, 1,
                                                      NULL);
  g_autoptr (GAsyncResult) place = NULL, result = NULL;
  g_autoptr (GError) error = NULL;

  hc_dose_log_save_async (log, dose, fixture_result_cb, &place);
  result = fixture_wait (&place);
  hc_dose_log_save_finish (log, result, &error);
  g_assert_no_error (error);
}

static GArray *
count (ProfileFixture *fixture,
       GPtrArray      *medicines,
       const char     *first,
       const char     *last,
       const char     *now,
       const char     *zone)
{
  HcDoseLog *log = hc_profile_get_dose_log (fixture->profile);
  GDate first_day = day (first), last_day = day (last);
  g_autoptr (GTimeZone) here = g_time_zone_new_identifier (zone);
  g_autoptr (GDateTime) utc = moment (now);
  g_autoptr (GDateTime) time = g_date_time_to_timezone (utc, here);
  g_autoptr (GAsyncResult) place = NULL, result = NULL;
  g_autoptr (GError) error = NULL;
  GArray *days;

  hc_adherence_count_async (log, medicines, &first_day, &last_day, time, NULL, fixture_result_cb, &place);
  g_assert_null (place);
  result = fixture_wait (&place);
  days = hc_adherence_count_finish (log, result, &error);
  g_assert_no_error (error);

  return days;
}

static void
assert_days (ProfileFixture *fixture,
             HcMedicine     *medicine,
             HcMedicine     *other,
             const char     *first,
             const char     *last,
             const char     *now,
             const char     *zone,
             const char     *expected)
{
  g_autoptr (GPtrArray) medicines = g_ptr_array_new ();
  g_autoptr (GArray) days = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_ptr_array_add (medicines, medicine);
  if (other != NULL)
    g_ptr_array_add (medicines, other);
  days = count (fixture, medicines, first, last, now, zone);

  for (guint i = 0; i < days->len; i++)
    {
      const HcAdherenceDay *counted = &g_array_index (days, HcAdherenceDay, i);

      g_string_append_printf (text, "%s%u: %u %u %u %u %u", i > 0 ? "\n" : "", g_date_get_day (&counted->day),
                              counted->n_planned, counted->n_taken, counted->n_skipped, counted->n_missed,
                              counted->n_extra);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* The dose is changed at noon: of that day the morning is planned as before, the evening as after. */
static void
test_change (ProfileFixture *fixture,
             gconstpointer   data)
{
  g_autoptr (HcSchedule) before = at_times ("2026-11-18", EVERY_DAY, 1, "08:00 14:00 20:00");
  g_autoptr (HcSchedule) after = at_times ("2026-11-18", EVERY_DAY, 1, "09:00 21:00");
  g_autoptr (HcCourse) course = begin_course ("2026-11-18T00:00:00Z", before);
  g_autoptr (GDateTime) noon = moment ("2026-11-19T12:00:00Z");
  g_autoptr (HcMedicine) medicine = NULL;

  g_assert_true (hc_course_change (course, noon, NULL, after, NULL, NULL));
  medicine = make_medicine (course);

  record (fixture, medicine, "2026-11-18T08:00", HC_DOSE_TAKEN, "2026-11-18T08:00:00Z", "2026-11-18T08:02:00Z");
  record (fixture, medicine, "2026-11-18T14:00", HC_DOSE_SKIPPED, "2026-11-18T14:00:00Z", "2026-11-18T14:00:00Z");
  record (fixture, medicine, "2026-11-19T08:00", HC_DOSE_TAKEN, "2026-11-19T08:00:00Z", "2026-11-19T08:10:00Z");
  /* It was said to be taken before it was known that it is not to be. */
  record (fixture, medicine, "2026-11-19T14:00", HC_DOSE_TAKEN, "2026-11-19T14:00:00Z", "2026-11-19T11:00:00Z");
  record (fixture, medicine, "2026-11-19T21:00", HC_DOSE_SNOOZED, "2026-11-19T21:00:00Z", "2026-11-19T21:30:00Z");
  record (fixture, medicine, "2026-11-20T09:00", HC_DOSE_TAKEN, "2026-11-20T09:00:00Z", "2026-11-20T09:30:00Z");

  assert_days (fixture, medicine, NULL, "2026-11-17", "2026-11-21", "2026-11-20T10:00:00Z", "UTC",
               "17: 0 0 0 0 0\n18: 3 1 1 1 0\n19: 2 1 0 1 1\n20: 2 1 0 0 0\n21: 2 0 0 0 0");

  /* What was put off until half past nine is due for four hours from then on. */
  assert_days (fixture, medicine, NULL, "2026-11-19", "2026-11-19", "2026-11-20T01:29:00Z", "UTC", "19: 2 1 0 0 1");
  assert_days (fixture, medicine, NULL, "2026-11-19", "2026-11-19", "2026-11-20T01:30:00Z", "UTC", "19: 2 1 0 1 1");
}

/* The next dose ends the time in which one is due. */
static void
test_next_dose (ProfileFixture *fixture,
                gconstpointer   data)
{
  g_autoptr (HcSchedule) schedule = every ("2026-11-20T06:00:00Z", 120, 1);
  g_autoptr (HcCourse) course = begin_course ("2026-11-20T00:00:00Z", schedule);
  g_autoptr (HcMedicine) medicine = make_medicine (course);

  /* 06:00, 08:00 to 22:00: nine doses. */
  assert_days (fixture, medicine, NULL, "2026-11-20", "2026-11-20", "2026-11-20T07:59:00Z", "UTC", "20: 9 0 0 0 0");
  assert_days (fixture, medicine, NULL, "2026-11-20", "2026-11-20", "2026-11-20T08:00:00Z", "UTC", "20: 9 0 0 1 0");
}

/* Nothing is planned in a pause; what was taken in it is one more. */
static void
test_pause (ProfileFixture *fixture,
            gconstpointer   data)
{
  g_autoptr (HcSchedule) schedule = at_times ("2026-11-16", EVERY_DAY, 1, "08:00");
  g_autoptr (HcCourse) course = NULL;
  g_autoptr (HcMedicine) medicine = NULL;

  add_pause (schedule, "2026-11-17", "2026-11-18", FALSE);
  course = begin_course ("2026-11-16T00:00:00Z", schedule);
  medicine = make_medicine (course);
  record (fixture, medicine, "2026-11-17T08:00", HC_DOSE_TAKEN, "2026-11-17T08:00:00Z", "2026-11-17T08:00:00Z");
  record (fixture, medicine, "2026-11-18T08:00", HC_DOSE_SKIPPED, "2026-11-18T08:00:00Z", "2026-11-18T08:00:00Z");

  assert_days (fixture, medicine, NULL, "2026-11-16", "2026-11-19", "2026-11-20T08:00:00Z", "UTC",
               "16: 1 0 0 1 0\n17: 0 0 0 0 1\n18: 0 0 0 0 0\n19: 1 0 0 1 0");
}

/* What was taken in Berlin stays taken in New York, and belongs to the day of which the clock told. */
static void
test_zones (ProfileFixture *fixture,
            gconstpointer   data)
{
  g_autoptr (HcSchedule) schedule = at_times ("2026-11-18", EVERY_DAY, 1, "08:00 22:00");
  g_autoptr (HcSchedule) needed = as_needed ("2026-11-18", 1);
  g_autoptr (HcCourse) course = begin_course ("2026-11-17T00:00:00Z", schedule);
  g_autoptr (HcCourse) other_course = begin_course ("2026-11-17T00:00:00Z", needed);
  g_autoptr (HcMedicine) medicine = make_medicine (course);
  g_autoptr (HcMedicine) other = make_medicine (other_course);

  record (fixture, medicine, "2026-11-19T08:00", HC_DOSE_TAKEN, "2026-11-19T07:00:00Z", "2026-11-19T07:01:00Z");
  record (fixture, medicine, "2026-11-19T22:00", HC_DOSE_TAKEN, "2026-11-19T21:00:00Z", "2026-11-19T21:05:00Z");
  record (fixture, other, "29d0e6f0-0000-4000-8000-000000000001", HC_DOSE_TAKEN, "2026-11-20T03:30:00Z",
          "2026-11-20T03:30:00Z");

  /* 11:59 in New York. Half past three in the morning was half past ten in the evening there. */
  assert_days (fixture, medicine, other, "2026-11-18", "2026-11-20", "2026-11-20T16:59:00Z", NEW_YORK,
               "18: 2 0 0 2 0\n19: 2 2 0 0 1\n20: 2 0 0 0 0");
  assert_days (fixture, medicine, other, "2026-11-18", "2026-11-20", "2026-11-20T10:59:00Z", BERLIN,
               "18: 2 0 0 2 0\n19: 2 2 0 0 0\n20: 2 0 0 0 1");
}

/* By the clock of Berlin both moments are of another day than by that of New York: the first one lies before the day
 * that is counted, the second one within it. Neither is lost nor counted twice. */
static void
test_around_midnight (ProfileFixture *fixture,
                      gconstpointer   data)
{
  g_autoptr (HcSchedule) schedule = at_times ("2026-11-18", EVERY_DAY, 1, "00:30 05:30");
  g_autoptr (HcCourse) course = begin_course ("2026-11-17T00:00:00Z", schedule);
  g_autoptr (HcMedicine) medicine = make_medicine (course);

  record (fixture, medicine, "2026-11-19T00:30", HC_DOSE_TAKEN, "2026-11-18T23:30:00Z", "2026-11-18T23:31:00Z");
  record (fixture, medicine, "2026-11-20T05:30", HC_DOSE_TAKEN, "2026-11-20T04:30:00Z", "2026-11-20T04:31:00Z");
  assert_days (fixture, medicine, NULL, "2026-11-19", "2026-11-19", "2026-11-20T16:59:00Z", NEW_YORK,
               "19: 2 1 0 1 0");
}

/* A time that the clock leaves out, and one that it shows twice, is one dose. */
static void
test_daylight_saving (ProfileFixture *fixture,
                      gconstpointer   data)
{
  g_autoptr (HcSchedule) schedule = at_times ("2026-03-01", EVERY_DAY, 1, "01:30 02:30");
  g_autoptr (HcCourse) course = begin_course ("2026-03-01T00:00:00Z", schedule);
  g_autoptr (HcMedicine) medicine = make_medicine (course);

  assert_days (fixture, medicine, NULL, "2026-03-07", "2026-03-09", "2026-12-01T12:00:00Z", NEW_YORK,
               "7: 2 0 0 2 0\n8: 2 0 0 2 0\n9: 2 0 0 2 0");
  assert_days (fixture, medicine, NULL, "2026-10-31", "2026-11-02", "2026-12-01T12:00:00Z", NEW_YORK,
               "31: 2 0 0 2 0\n1: 2 0 0 2 0\n2: 2 0 0 2 0");
}

/* A medicine of which nobody told when it is taken plans nothing, and two count together. */
static void
test_together (ProfileFixture *fixture,
               gconstpointer   data)
{
  g_autoptr (HcSchedule) schedule = at_times ("2026-11-19", EVERY_DAY, 1, "08:00");
  g_autoptr (HcCourse) course = begin_course ("2026-11-19T00:00:00Z", schedule);
  g_autoptr (HcMedicine) first = make_medicine (course);
  g_autoptr (HcMedicine) second = make_medicine (course);
  g_autoptr (HcMedicine) third = make_medicine (NULL);

  /* The same key of two medicines is two doses. */
  record (fixture, first, "2026-11-19T08:00", HC_DOSE_TAKEN, "2026-11-19T08:00:00Z", "2026-11-19T08:00:00Z");
  record (fixture, second, "2026-11-19T08:00", HC_DOSE_SKIPPED, "2026-11-19T08:00:00Z", "2026-11-19T08:00:00Z");
  assert_days (fixture, first, second, "2026-11-19", "2026-11-19", "2026-11-20T08:00:00Z", "UTC", "19: 2 1 1 0 0");
  assert_days (fixture, first, third, "2026-11-19", "2026-11-19", "2026-11-20T08:00:00Z", "UTC", "19: 1 1 0 0 0");
}

static void
test_ten_years (ProfileFixture *fixture,
                gconstpointer   data)
{
  g_autoptr (HcSchedule) schedule = at_times ("2016-11-21", EVERY_DAY, 1, "08:00 20:00");
  g_autoptr (HcCourse) course = begin_course ("2016-11-21T00:00:00Z", schedule);
  g_autoptr (HcMedicine) medicine = make_medicine (course);
  g_autoptr (GPtrArray) medicines = g_ptr_array_new ();
  g_autoptr (GArray) days = NULL;
  guint n_planned = 0, n_missed = 0;

  g_ptr_array_add (medicines, medicine);
  days = count (fixture, medicines, "2016-11-21", "2026-11-20", "2026-11-20T23:59:00Z", BERLIN);
  for (guint i = 0; i < days->len; i++)
    {
      n_planned += g_array_index (days, HcAdherenceDay, i).n_planned;
      n_missed += g_array_index (days, HcAdherenceDay, i).n_missed;
    }

  /* Ten years with three days of leap years. In Berlin the last evening is over. */
  g_assert_cmpuint (days->len, ==, 3652);
  g_assert_cmpuint (n_planned, ==, 7304);
  g_assert_cmpuint (n_missed, ==, 7304);
}

static void
test_cancel (ProfileFixture *fixture,
             gconstpointer   data)
{
  HcDoseLog *log = hc_profile_get_dose_log (fixture->profile);
  g_autoptr (GPtrArray) medicines = g_ptr_array_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GDateTime) now = moment ("2026-11-20T08:00:00Z");
  g_autoptr (GAsyncResult) place = NULL, result = NULL;
  g_autoptr (GError) error = NULL;
  GDate first = day ("2026-11-01"), last = day ("2026-11-20");

  hc_adherence_count_async (log, medicines, &first, &last, now, cancellable, fixture_result_cb, &place);
  g_cancellable_cancel (cancellable);
  result = fixture_wait (&place);
  g_assert_null (hc_adherence_count_finish (log, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
set_up (ProfileFixture *fixture,
        gconstpointer   data)
{
  profile_fixture_set_up (fixture, data);
  profile_fixture_open (fixture);
}

#define ADD(path, func) g_test_add (path, ProfileFixture, NULL, set_up, func, profile_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/adherence/change", test_change);
  ADD ("/adherence/next-dose", test_next_dose);
  ADD ("/adherence/pause", test_pause);
  ADD ("/adherence/zones", test_zones);
  ADD ("/adherence/around-midnight", test_around_midnight);
  ADD ("/adherence/daylight-saving", test_daylight_saving);
  ADD ("/adherence/together", test_together);
  ADD ("/adherence/ten-years", test_ten_years);
  ADD ("/adherence/cancel", test_cancel);

  return g_test_run ();
}
