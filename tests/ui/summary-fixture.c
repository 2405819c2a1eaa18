/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "summary-fixture.h"

#include "answers-fixture.h"

/* A person as there may well be one, in the middle of treatment, at SUMMARY_FIXTURE_TIME. */

#define FIRST_DAY 10 /* of the cycle, in November */

static HcProfile *
get_profile (HcUiFixture *fixture)
{
  return hc_context_get_profile (fixture->context);
}

static GDateTime *
at (int day,
    int hour)
{
  return g_date_time_new_utc (2026, 11, day, hour, 0, 0);
}

void
summary_fixture_add_person (HcUiFixture           *fixture,
                            const HcPersonDetails *details)
{
  g_autoptr (HcPerson) person = hc_person_new ();
  gboolean is_done = FALSE;

  hc_person_store_save_async (hc_profile_get_people (get_profile (fixture)), person, details, hc_ui_fixture_done_cb,
                              &is_done);
  WAIT_FOR (is_done);
}

static void
save_medicine (HcUiFixture *fixture,
               HcMedicine  *medicine)
{
  gboolean is_done = FALSE;

  hc_medicine_store_save_async (hc_profile_get_medicines (get_profile (fixture)), medicine, NULL,
                                hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
}

void
summary_fixture_add_medicine (HcUiFixture             *fixture,
                              const HcMedicineDetails *details)
{
  g_autoptr (HcMedicine) medicine = hc_medicine_new (details);

  save_medicine (fixture, medicine);
}

static void
add_line (HcSchedule *schedule,
          int         hour,
          double      amount,
          const char *cycle) /* NULL: every day */
{
  HcScheduleLine line = { .days = { .kind = HC_DAYS_EVERY }, .minute = hour * 60, .amount = amount };

  if (cycle != NULL)
    g_assert_true (hc_days_parse_cycle (cycle, 21, &line.days, NULL));
  g_array_append_val (schedule->lines, line);
}

static HcCourse *
begin_course (HcScheduleKind kind,
              const char    *strength,
              const char    *cycle)
{
  g_autoptr (HcSchedule) schedule = hc_schedule_new (kind);
  g_autoptr (GDateTime) from = at (FIRST_DAY, 0);
  HcCourse *course = hc_course_new ();

  g_date_set_dmy (&schedule->first, FIRST_DAY, 11, 2026);
  schedule->amount = 1;
  schedule->daily_max = kind == HC_SCHEDULE_AS_NEEDED ? 8 : 0;
  add_line (schedule, 8, 2, cycle);
  add_line (schedule, 20, 2, cycle);
  g_assert_true (hc_course_begin (course, from, strength, schedule, NULL));

  return course;
}

static void
add_doses (HcUiFixture *fixture,
           const char  *medicine)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_dose_record_free);
  gboolean is_done = FALSE;

  for (int day = FIRST_DAY; day < 20; day++)
    {
      g_autofree char *key = g_strdup_printf ("2026-11-%02dT08:00", day);
      g_autoptr (GDateTime) time = at (day, 8);

      g_ptr_array_add (records, hc_dose_record_new (medicine, key, day == 14 ? HC_DOSE_SKIPPED : HC_DOSE_TAKEN, time,
                                                    time, 2, ""));
    }

  hc_dose_log_save_all_async (hc_profile_get_dose_log (get_profile (fixture)), records, hc_ui_fixture_done_cb,
                              &is_done);
  WAIT_FOR (is_done);
}

static void
add_medicines (HcUiFixture *fixture)
{
  g_autoptr (HcCourse) cycle = begin_course (HC_SCHEDULE_AT_TIMES, "500 mg", "1-14");
  g_autoptr (HcCourse) needed = begin_course (HC_SCHEDULE_AS_NEEDED, "2 mg", NULL);
  g_autoptr (HcCourse) daily = begin_course (HC_SCHEDULE_AT_TIMES, "5 mg", NULL);
  g_autoptr (HcCourse) stopped = begin_course (HC_SCHEDULE_AT_TIMES, "", NULL);
  g_autoptr (GDateTime) stop = at (16, 12);
  g_autoptr (HcMedicine) capecitabine = NULL;

  capecitabine = hc_medicine_new (&(HcMedicineDetails) {
    .name = "Capecitabine",
    .strength = "500 mg",
    .form = "tablet",
    .look = { .front = "XELODA", .back = "500", .shape = HC_PILL_SHAPE_OVAL,
              .colors = { HC_PILL_COLOR_ORANGE }, .size = 16 },
    .course = cycle,
    .reason = "colon cancer, after the operation",
    .prescriber = "Dr. Okafor",
  });
  save_medicine (fixture, capecitabine);
  add_doses (fixture, hc_medicine_get_id (capecitabine));

  summary_fixture_add_medicine (fixture, &(HcMedicineDetails) {
    .name = "Warfarin",
    .strength = "5 mg",
    .look = { .front = "COUMADIN 5", .shape = HC_PILL_SHAPE_ROUND, .colors = { HC_PILL_COLOR_WHITE }, .score = 2 },
    .course = daily,
    .reason = "a clot in the leg",
  });
  summary_fixture_add_medicine (fixture, &(HcMedicineDetails) {
    .name = "Loperamide",
    .strength = "2 mg",
    .unit = HC_DOSE_UNIT_CAPSULE,
    .look = { .front = "L 2", .shape = HC_PILL_SHAPE_CAPSULE,
              .colors = { HC_PILL_COLOR_GREEN, HC_PILL_COLOR_WHITE } },
    .course = needed,
    .reason = "diarrhea",
  });

  g_assert_true (hc_course_stop (stopped, stop, "a rash", NULL));
  summary_fixture_add_medicine (fixture, &(HcMedicineDetails) { .name = "Amoxicillin", .course = stopped });
}

static void
add_entry (HcUiFixture *fixture,
           const char  *kind,
           int          day,
           double       value,
           const char  *text)
{
  g_autoptr (GDateTime) time = at (day, 9);
  g_autoptr (HcDiaryEntry) entry = hc_diary_entry_new (&(HcDiaryEntryDetails) {
    .person = "",
    .kind = kind,
    .time = time,
    .has_value = value >= 0.0,
    .value = MAX (value, 0.0),
    .text = text,
    .is_covered = g_str_equal (kind, "cea"),
  });
  gboolean is_done = FALSE;

  hc_diary_save_async (hc_profile_get_diary (get_profile (fixture)), entry, NULL, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
}

static void
add_diary (HcUiFixture *fixture)
{
  add_entry (fixture, "nausea", 11, 1, "");
  add_entry (fixture, "nausea", 13, 2, "");
  add_entry (fixture, "nausea", 15, 0, "");
  add_entry (fixture, "weight", 11, 70.5, "");
  add_entry (fixture, "weight", 14, 67.8, "");
  add_entry (fixture, "weight", 19, 68.4, "");
  add_entry (fixture, "cea", 12, 77.7, "");
  add_entry (fixture, "note", 14, -1, "Walked to the sea & back. <b>Tired</b>, but glad.");
}

static void
add_contacts (HcUiFixture *fixture)
{
  static const HcCareContactDetails contacts[] = {
    { .name = "Sam Rivera", .role = "my husband", .phone = "+1 555 0100" },
    { .name = "Dr. Okafor", .role = "oncologist", .phone = "+1 555 0123", .email = "okafor@example.org",
      .note = "Mondays to Thursdays" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (contacts); i++)
    {
      g_autoptr (HcCareContact) contact = hc_care_contact_new ();
      gboolean is_done = FALSE;

      hc_care_contact_store_save_async (hc_profile_get_care_contacts (get_profile (fixture)), contact, &contacts[i],
                                        hc_ui_fixture_done_cb, &is_done);
      WAIT_FOR (is_done);
    }
}

/* Adds a person with all that a summary tells of. */
void
summary_fixture_fill (HcUiFixture *fixture)
{
  g_autoptr (HcCareQuestion) first = NULL, second = NULL;

  summary_fixture_add_person (fixture, &(HcPersonDetails) {
    .is_user = TRUE,
    .name = "Maria <i>Rivera</i>",
    .birth_year = 1958,
    .site = "colon",
    .stage = "3",
    .biomarkers = "msi-h ras-wild",
    .allergies = "Penicillin: a rash\nLatex",
    .treatment = "Half of the bowel was taken out in September. Tablets since November, eight cycles.",
    .last_visit = "2026-11-09",
  });
  add_medicines (fixture);
  add_diary (fixture);
  add_contacts (fixture);
  first = answers_fixture_add (fixture, NULL, NULL, "How long will my hands be sore?");
  second = answers_fixture_add (fixture, NULL, NULL, "May I travel between two cycles?");
}
