/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "taking-fixture.h"

GDateTime *
taking_fixture_time (const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  GDateTime *time = g_date_time_new_from_iso8601 (text, utc);

  g_assert_nonnull (time);

  return time;
}

/* From now on the clock stands still. */
void
taking_fixture_set_now (HcUiFixture *fixture,
                        const char  *now)
{
  g_autoptr (GDateTime) time = taking_fixture_time (now);
  g_autoptr (GDateTime) local = g_date_time_to_local (time);

  hc_clock_set_time (hc_context_get_clock (fixture->context), local);
}

void
taking_fixture_save (HcUiFixture             *fixture,
                     HcMedicine              *medicine,
                     const HcMedicineDetails *details)
{
  HcMedicineStore *store = hc_profile_get_medicines (hc_context_get_profile (fixture->context));
  gboolean is_done = FALSE;

  hc_medicine_store_save_async (store, medicine, details, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
}

/* Tablets of which nobody told when they are taken; @drug may be NULL. */
HcMedicine *
taking_fixture_add (HcUiFixture *fixture,
                    const char  *drug,
                    const char  *name,
                    const char  *strength)
{
  g_autofree char *link = drug != NULL ? g_strconcat ("health-center:drug/", drug, NULL) : NULL;
  HcMedicine *medicine = hc_medicine_new (&(HcMedicineDetails) {
    .person = hc_current_person_get_id (hc_context_get_person (fixture->context)),
    .link = link,
    .name = name,
    .strength = strength,
    .form = "tablet",
    .unit = HC_DOSE_UNIT_TABLET,
  });

  taking_fixture_save (fixture, medicine, NULL);

  return medicine;
}

/* Begins with it, or changes it. */
static void
begin (HcUiFixture      *fixture,
       HcMedicine       *medicine,
       const char       *from,
       const HcSchedule *schedule)
{
  HcMedicineDetails details = *hc_medicine_get_details (medicine);
  g_autoptr (HcCourse) course = details.course != NULL ? hc_course_copy (details.course) : hc_course_new ();
  g_autoptr (GDateTime) time = taking_fixture_time (from);
  g_autoptr (GError) error = NULL;

  if (hc_course_get_last (course) == NULL)
    hc_course_begin (course, time, details.strength, schedule, &error);
  else
    hc_course_change (course, time, details.strength, schedule, "the dose was too high", &error);
  g_assert_no_error (error);

  details.course = course;
  taking_fixture_save (fixture, medicine, &details);
}

static GDate
get_date (const char *from)
{
  g_autoptr (GDateTime) time = taking_fixture_time (from);
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (time), (GDateMonth) g_date_time_get_month (time),
                  (GDateYear) g_date_time_get_year (time));

  return date;
}

/* Each day at each of the times, "08:00 20:30". */
void
taking_fixture_at (HcUiFixture *fixture,
                   HcMedicine  *medicine,
                   const char  *from,
                   double       amount,
                   const char  *hours)
{
  g_autoptr (HcSchedule) schedule = hc_schedule_new (HC_SCHEDULE_AT_TIMES);
  g_auto (GStrv) times = g_strsplit (hours, " ", -1);

  schedule->first = get_date (from);
  for (guint i = 0; times[i] != NULL; i++)
    {
      HcScheduleLine line = { .days = { .kind = HC_DAYS_EVERY }, .amount = amount };
      int hour, minute;

      g_assert_cmpint (sscanf (times[i], "%d:%d", &hour, &minute), ==, 2);
      line.minute = hour * 60 + minute;
      g_array_append_val (schedule->lines, line);
    }

  begin (fixture, medicine, from, schedule);
}

void
taking_fixture_needed (HcUiFixture *fixture,
                       HcMedicine  *medicine,
                       const char  *from,
                       double       amount,
                       double       daily_max,
                       int          min_minutes)
{
  g_autoptr (HcSchedule) schedule = hc_schedule_new (HC_SCHEDULE_AS_NEEDED);

  schedule->first = get_date (from);
  schedule->amount = amount;
  schedule->daily_max = daily_max;
  schedule->min_minutes = min_minutes;
  begin (fixture, medicine, from, schedule);
}

void
taking_fixture_look (HcUiFixture      *fixture,
                     HcMedicine       *medicine,
                     const HcPillLook *look)
{
  HcMedicineDetails details = *hc_medicine_get_details (medicine);

  details.look = *look;
  taking_fixture_save (fixture, medicine, &details);
}

void
taking_fixture_count (HcUiFixture *fixture,
                      HcMedicine  *medicine,
                      const char  *counted,
                      double       stock,
                      double       refill_at)
{
  HcMedicineDetails details = *hc_medicine_get_details (medicine);
  g_autoptr (GDateTime) time = taking_fixture_time (counted);

  details.counted = time;
  details.stock = stock;
  details.refill_at = refill_at;
  taking_fixture_save (fixture, medicine, &details);
}

/* Says something of a dose. */
void
taking_fixture_record (HcUiFixture *fixture,
                       HcMedicine  *medicine,
                       const char  *key,
                       HcDoseState  state,
                       const char  *due,
                       const char  *time,
                       double       amount)
{
  HcDoseLog *log = hc_profile_get_dose_log (hc_context_get_profile (fixture->context));
  g_autoptr (GDateTime) due_time = taking_fixture_time (due);
  g_autoptr (GDateTime) done = taking_fixture_time (time);
  g_autoptr (HcDoseRecord) record = hc_dose_record_new (hc_medicine_get_id (medicine), key, state, due_time, done,
                                                        amount, NULL);
  gboolean is_done = FALSE;

  hc_dose_log_save_async (log, record, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
}
