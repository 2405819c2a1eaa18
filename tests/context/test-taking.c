/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-context.h"
#include "hc-need.h"
#include "hc-supply.h"
#include "hc-timing-plan.h"
#include "profile-fixture.h"
#include "schedule-fixture.h"

/* What is needed, what is left, and other times: worked out by hand. */

typedef struct
{
  ProfileFixture   profile;
  GSettings       *settings;
  HcLibrary       *library;
  HcCurrentPerson *person;
  HcMedicineCheck *check;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  profile_fixture_set_up (&fixture->profile, data);
  profile_fixture_open (&fixture->profile);
  fixture->settings = g_settings_new ("io.github.health_center.HealthCenter");
  fixture->library = hc_library_new (SHIPPED_LIBRARY, &error);
  g_assert_no_error (error);
  fixture->person = hc_current_person_new (fixture->profile.profile, fixture->settings);
  fixture->check = hc_medicine_check_new (fixture->library, fixture->profile.profile, fixture->person,
                                          fixture->profile.clock);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->check);
  g_assert_finalize_object (fixture->person);
  g_clear_object (&fixture->library);
  g_clear_object (&fixture->settings);
  profile_fixture_tear_down (&fixture->profile, data);
}

/* Saves a medicine that begins with a schedule. */
static HcMedicine *
add (Fixture          *fixture,
     const char       *name,
     const HcSchedule *schedule,
     double            stock,
     const char       *counted,
     double            refill_at)
{
  HcMedicineStore *store = hc_profile_get_medicines (fixture->profile.profile);
  g_autoptr (HcCourse) course = hc_course_new ();
  g_autoptr (GDateTime) from = moment ("2026-11-01T00:00:00Z");
  g_autoptr (GDateTime) time = counted != NULL ? moment (counted) : NULL;
  g_autoptr (GAsyncResult) place = NULL, result = NULL;
  g_autoptr (GError) error = NULL;
  HcMedicine *medicine;

  hc_course_begin (course, from, NULL, schedule, &error);
  g_assert_no_error (error);
  medicine = hc_medicine_new (&(HcMedicineDetails) {
    .name = name, .course = course, .stock = stock, .counted = time, .refill_at = refill_at,
  });
  hc_medicine_store_save_async (store, medicine, NULL, fixture_result_cb, &place);
  result = fixture_wait (&place);
  hc_medicine_store_save_finish (store, result, &error);
  g_assert_no_error (error);

  return medicine;
}

static void
take (Fixture    *fixture,
      HcMedicine *medicine,
      const char *key,
      const char *time,
      double      amount)
{
  HcDoseLog *log = hc_profile_get_dose_log (fixture->profile.profile);
  g_autoptr (GDateTime) done = moment (time);
  g_autoptr (HcDoseRecord) dose = hc_dose_record_new (hc_medicine_get_id (medicine), key, HC_DOSE_TAKEN, done, done,
                                                      amount, NULL);
  g_autoptr (GAsyncResult) place = NULL, result = NULL;

  hc_dose_log_save_async (log, dose, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_dose_log_save_finish (log, result, NULL));
}

static void
assert_need (Fixture    *fixture,
             HcMedicine *medicine,
             const char *when,
             const char *expected)
{
  g_autoptr (GDateTime) time = moment (when);
  g_autoptr (HcNeed) need = hc_need_new (hc_profile_get_dose_log (fixture->profile.profile), medicine, time);
  g_autofree char *last = NULL, *text = NULL;

  if (need != NULL && need->last != NULL)
    last = g_date_time_format (need->last, "%d %H:%M");
  text = need != NULL ? g_strdup_printf ("%g of %g, last %s%s%s", need->taken, need->daily_max, last,
                                         need->passes_max ? ", too much" : "", need->is_soon ? ", too soon" : "")
                      : g_strdup ("none");
  g_assert_cmpstr (text, ==, expected);
}

/* At most 6 in a day, 2 at once, 4 hours apart. */
static void
test_need (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (HcSchedule) schedule = as_needed ("2026-11-01", 2);
  g_autoptr (HcMedicine) medicine = NULL;
  g_autofree char *latest = NULL;

  schedule->daily_max = 6;
  schedule->min_minutes = 240;
  medicine = add (fixture, "Loperamide", schedule, 0, NULL, 0);

  assert_need (fixture, medicine, "2026-10-31T12:00:00Z", "none");
  assert_need (fixture, medicine, "2026-11-20T08:00:00Z", "0 of 6, last (null)");
  take (fixture, medicine, "a", "2026-11-19T23:00:00Z", 2);
  assert_need (fixture, medicine, "2026-11-20T02:59:00Z", "0 of 6, last 19 23:00, too soon");
  assert_need (fixture, medicine, "2026-11-20T03:00:00Z", "0 of 6, last 19 23:00");
  take (fixture, medicine, "b", "2026-11-20T08:00:00Z", 2);
  take (fixture, medicine, "c", "2026-11-20T12:00:00Z", 2);
  assert_need (fixture, medicine, "2026-11-20T16:00:00Z", "4 of 6, last 20 12:00");
  take (fixture, medicine, "d", "2026-11-20T16:00:00Z", 0.5);
  assert_need (fixture, medicine, "2026-11-20T20:00:00Z", "4.5 of 6, last 20 16:00, too much");
  assert_need (fixture, medicine, "2026-11-20T19:00:00Z", "4.5 of 6, last 20 16:00, too much, too soon");
  assert_need (fixture, medicine, "2026-11-21T00:00:00Z", "0 of 6, last 20 16:00");

  /* Also before one that is recorded already. */
  assert_need (fixture, medicine, "2026-11-20T05:00:00Z", "4.5 of 6, last 20 08:00, too much, too soon");

  latest = hc_need_dup_latest (hc_profile_get_dose_log (fixture->profile.profile), medicine);
  g_assert_cmpstr (latest, ==, "d");
}

static void
assert_supply (Fixture    *fixture,
               HcMedicine *medicine,
               const char *now,
               double      left,
               int         days,
               gboolean    is_low)
{
  HcDoseLog *log = hc_profile_get_dose_log (fixture->profile.profile);
  g_autoptr (GDateTime) time = moment (now);
  g_autoptr (GAsyncResult) place = NULL, result = NULL;
  g_autoptr (GError) error = NULL;
  HcSupply supply;

  hc_supply_read_async (log, medicine, time, fixture_result_cb, &place);
  result = fixture_wait (&place);
  hc_supply_read_finish (log, result, &supply, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (supply.left, left, 0.0001);
  g_assert_cmpint (supply.days, ==, days);
  g_assert_cmpint (supply.is_low, ==, is_low);
}

/* 14 tablets, 2 twice a day, counted at noon of the 19th; what was taken before does not count. */
static void
test_supply (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (HcSchedule) schedule = at_times ("2026-11-01", EVERY_DAY, 2, "08:00 20:00");
  g_autoptr (HcSchedule) weekly = at_times ("2026-11-01", week_days ("M......"), 1, "08:00");
  g_autoptr (HcSchedule) needed = as_needed ("2026-11-01", 1);
  g_autoptr (HcMedicine) medicine = add (fixture, "Capecitabine", schedule, 14, "2026-11-19T12:00:00Z", 6);
  g_autoptr (HcMedicine) seldom = add (fixture, "Methotrexate", weekly, 2, "2026-11-19T12:00:00Z", 0);
  g_autoptr (HcMedicine) other = add (fixture, "Loperamide", needed, 3, "2026-11-19T12:00:00Z", 3);

  take (fixture, medicine, "2026-11-19T08:00", "2026-11-19T08:00:00Z", 2);
  /* Seven doses: 20 evening, 21, 22, 23; the eighth, in the morning of the 24th, is not there. */
  assert_supply (fixture, medicine, "2026-11-20T14:00:00Z", 14, 4, FALSE);
  take (fixture, medicine, "2026-11-20T08:00", "2026-11-20T08:05:00Z", 2);
  assert_supply (fixture, medicine, "2026-11-20T14:00:00Z", 12, 3, FALSE);
  take (fixture, medicine, "x", "2026-11-20T09:00:00Z", 6);
  assert_supply (fixture, medicine, "2026-11-20T14:00:00Z", 6, 2, TRUE);
  take (fixture, medicine, "y", "2026-11-20T09:30:00Z", 5);
  assert_supply (fixture, medicine, "2026-11-20T14:00:00Z", 1, 0, TRUE);
  take (fixture, medicine, "z", "2026-11-20T10:00:00Z", 5);
  assert_supply (fixture, medicine, "2026-11-20T14:00:00Z", 0, 0, TRUE);

  /* Mondays: 23 and 30 November, not any more on 7 December. */
  assert_supply (fixture, seldom, "2026-11-20T14:00:00Z", 2, 17, FALSE);
  assert_supply (fixture, other, "2026-11-20T14:00:00Z", 3, -1, TRUE);
}

static HcTimingPlan *
plan (Fixture           *fixture,
      const char        *now,
      const char *const *kept)
{
  g_autoptr (GDateTime) time = moment (now);

  return hc_timing_plan_new (fixture->check, fixture->profile.profile, fixture->person, time, kept, TRUE);
}

/* Each medicine with its times now and as proposed; a star: it cannot move. */
static char *
print (HcTimingPlan *timing)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < timing->order->doses->len; i++)
    {
      const HcDayDose *dose = &g_array_index (timing->order->doses, HcDayDose, i);
      const HcTimedMedicine *timed = g_ptr_array_index (timing->medicines, dose->item);

      if (dose->place == 0)
        g_string_append_printf (text, "%s%s%s", text->len > 0 ? "; " : "",
                                hc_medicine_get_details (timed->medicine)->name, timed->can_move ? "" : "*");
      g_string_append_printf (text, " %02d:%02d>%02d:%02d", dose->minutes / 60, dose->minutes % 60,
                              dose->proposed / 60, dose->proposed % 60);
    }

  return g_string_free_and_steal (text);
}

static void
assert_plan (Fixture           *fixture,
             const char        *now,
             const char *const *kept,
             const char        *expected)
{
  g_autoptr (HcTimingPlan) timing = plan (fixture, now, kept);
  g_autofree char *text = print (timing);

  g_assert_cmpstr (text, ==, expected);
}

/* Times that are not the same on all days stay: moved, two doses of another day could become one. */
static void
test_other_days (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (HcSchedule) thyroid = at_times ("2026-11-01", EVERY_DAY, 1, "07:00");
  g_autoptr (HcSchedule) calcium = at_times ("2026-11-01", EVERY_DAY, 1, "08:00");
  g_autoptr (HcMedicine) first = NULL, second = NULL;
  const char *kept[] = { NULL, NULL };

  first = add (fixture, "Levothyroxine", thyroid, 0, NULL, 0);
  /* A Friday; on Mondays there is one more at eleven. */
  add_lines (calcium, week_days ("M......"), 1, "11:00");
  second = add (fixture, "Calcium", calcium, 0, NULL, 0);

  /* Noon is four hours after eight o'clock. */
  assert_plan (fixture, "2026-11-20T09:00:00Z", NULL, "Calcium* 08:00>08:00; Levothyroxine 07:00>12:00");
  kept[0] = hc_medicine_get_id (first);
  assert_plan (fixture, "2026-11-20T09:00:00Z", kept, "Calcium* 08:00>08:00; Levothyroxine 07:00>07:00");
}

/* Other times hold from the next midnight on, and nothing else changes. */
static void
test_other_times (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (HcSchedule) thyroid = at_times ("2026-11-01", EVERY_DAY, 1.5, "07:00");
  g_autoptr (HcSchedule) calcium = at_times ("2026-11-01", EVERY_DAY, 1, "08:00");
  g_autoptr (HcMedicine) first = add (fixture, "Levothyroxine", thyroid, 0, NULL, 0);
  g_autoptr (HcMedicine) second = add (fixture, "Calcium", calcium, 0, NULL, 0);
  g_autoptr (GDateTime) now = moment ("2026-11-20T09:00:00Z");
  g_autoptr (GDateTime) begin = hc_timing_plan_dup_begin (now);
  g_autofree char *begin_text = g_date_time_format_iso8601 (begin);
  const char *kept[] = { hc_medicine_get_id (second), NULL };
  g_autoptr (HcTimingPlan) timing = plan (fixture, "2026-11-20T09:00:00Z", kept);
  g_autoptr (HcCourse) course = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) from = moment ("2026-11-20T00:00:00Z");
  g_autoptr (GDateTime) until = moment ("2026-11-23T00:00:00Z");
  g_autofree char *text = print (timing), *dose_words = NULL;

  g_assert_cmpstr (text, ==, "Calcium 08:00>08:00; Levothyroxine 07:00>12:00");
  g_assert_cmpstr (begin_text, ==, "2026-11-21T00:00:00Z");
  course = hc_timing_plan_make_course (timing, 1, begin, "Times moved apart", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (course->regimens->len, ==, 2);
  g_assert_cmpstr (((const HcRegimen *) g_ptr_array_index (course->regimens, 0))->reason, ==, "Times moved apart");

  dose_words = doses_text (hc_course_list_doses (course, from, until, utc));
  g_assert_cmpstr (dose_words, ==,
                   "2026-11-20T07:00 20T07:00Z 1.5\n2026-11-21T12:00 21T12:00Z 1.5\n"
                   "2026-11-22T12:00 22T12:00Z 1.5\n");
  g_assert_cmpstr (hc_medicine_get_id (first), ==,
                   hc_medicine_get_id (((const HcTimedMedicine *) g_ptr_array_index (timing->medicines, 1))->medicine));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/taking/need", Fixture, NULL, set_up, test_need, tear_down);
  g_test_add ("/taking/supply", Fixture, NULL, set_up, test_supply, tear_down);
  g_test_add ("/taking/other-days", Fixture, NULL, set_up, test_other_days, tear_down);
  g_test_add ("/taking/other-times", Fixture, NULL, set_up, test_other_times, tear_down);

  return g_test_run ();
}
