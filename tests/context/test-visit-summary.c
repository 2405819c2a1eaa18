/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-visit-summary.h"
#include "profile-fixture.h"

/* What the care team is told, against what was written into the database by hand. The time is the evening of
 * 20 November 2026. */

#define ANN "0a1b2c3d-0000-4000-8000-00000000000a"
#define BOB "0a1b2c3d-0000-4000-8000-00000000000b"
#define PILL "0a1b2c3d-0000-4000-8000-000000000001"
#define PAST "0a1b2c3d-0000-4000-8000-000000000002"
#define LONG_PAST "0a1b2c3d-0000-4000-8000-000000000003"
#define NEEDED "0a1b2c3d-0000-4000-8000-000000000004"
#define OF_BOB "0a1b2c3d-0000-4000-8000-000000000005"
#define BARE "0a1b2c3d-0000-4000-8000-000000000006"
#define UNTOLD "0a1b2c3d-0000-4000-8000-000000000007"

typedef struct
{
  ProfileFixture  profile;
  HcLibrary      *library;
  GSettings      *settings;
  HcContext      *context;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  profile_fixture_set_up (&fixture->profile, NULL);
  /* The schema is made by opening it once. */
  profile_fixture_open (&fixture->profile);
  profile_fixture_close (&fixture->profile);

  fixture->library = hc_library_new (SHIPPED_LIBRARY, &error);
  g_assert_no_error (error);
  fixture->settings = g_settings_new ("io.github.health_center.HealthCenter");
  g_settings_reset (fixture->settings, "current-person");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->context);
  g_clear_object (&fixture->settings);
  g_clear_object (&fixture->library);
  profile_fixture_tear_down (&fixture->profile, NULL);
}

static void
execute (Fixture    *fixture,
         const char *sql)
{
  fixture_execute (fixture->profile.path, sql);
}

static void
open (Fixture *fixture)
{
  profile_fixture_open (&fixture->profile);
  fixture->context = hc_context_new (fixture->library, fixture->profile.profile, fixture->profile.clock,
                                     fixture->settings);
}

static HcVisitSummary *
load (Fixture    *fixture,
      const char *since)
{
  g_autoptr (GDateTime) time = since != NULL ? g_date_time_new_from_iso8601 (since, NULL) : NULL;
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  HcVisitSummary *summary;

  hc_visit_summary_load_async (fixture->context, time, fixture_result_cb, &place);
  result = fixture_wait (&place);
  summary = hc_visit_summary_load_finish (fixture->context, result, &error);
  g_assert_no_error (error);

  return summary;
}

static void
add_person (Fixture    *fixture,
            const char *id,
            const char *last_visit)
{
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO person (id, is_user, name, birth_year, biomarkers, created, allergies, treatment, last_visit)"
    " VALUES ('%s', 1, 'Somebody', 1958, '', '2026-01-0%dT00:00:00.000000Z', 'penicillin', 'FOLFOX', %s)",
    id, g_str_equal (id, ANN) ? 1 : 2, last_visit);

  execute (fixture, sql);
}

static void
add_medicine (Fixture        *fixture,
              const char     *id,
              const char     *person,
              const char     *name,
              const HcCourse *course)
{
  g_autofree char *printed = course != NULL ? hc_course_print (course) : g_strdup ("");
  g_auto (GStrv) quotes = g_strsplit (printed, "'", -1);
  g_autofree char *escaped = g_strjoinv ("''", quotes);
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO medicine (id, person, created, name, strength, form, actives, front, back, shape, color, color2,"
    " score, size, unit, reason, prescriber, course)"
    " VALUES ('%s', '%s', '2026-10-0%cT00:00:00.000000Z', '%s', '500 mg', '', '', '', '', '', '', '', 0, 0,"
    " 'tablet', 'a reason', 'Dr. Who', '%s')", id, person, id[35], name, escaped);

  execute (fixture, sql);
}

static GDateTime *
at (const char *text)
{
  return g_date_time_new_from_iso8601 (text, NULL);
}

static HcSchedule *
make_schedule (HcScheduleKind kind,
               double         amount)
{
  HcSchedule *schedule = hc_schedule_new (kind);
  HcScheduleLine line = { .days = { .kind = HC_DAYS_EVERY }, .minute = 8 * 60, .amount = amount };

  g_date_set_dmy (&schedule->first, 1, 10, 2026);
  schedule->amount = amount;
  g_array_append_val (schedule->lines, line);

  return schedule;
}

static HcCourse *
make_course (HcScheduleKind kind)
{
  g_autoptr (HcSchedule) schedule = make_schedule (kind, 2);
  g_autoptr (GDateTime) from = at ("2026-10-01T00:00:00Z");
  HcCourse *course = hc_course_new ();

  g_assert_true (hc_course_begin (course, from, "500 mg", schedule, NULL));

  return course;
}

static void
add_dose (Fixture    *fixture,
          const char *medicine,
          const char *key,
          const char *due,
          const char *state)
{
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO dose (medicine, key, state, due, time, amount, note, changed)"
    " VALUES ('%s', '%s', '%s', '%s:00.000000Z', '%s:00.000000Z', 2, '', '%s:00.000000Z')",
    medicine, key, state, due, due, due);

  execute (fixture, sql);
}

static void
add_entry (Fixture    *fixture,
           const char *person,
           const char *kind,
           const char *day,
           const char *value,
           const char *text,
           gboolean    is_covered)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO diary_entry (id, person, kind, time, value, text, covered, created, changed)"
    " VALUES ('%s', '%s', '%s', '%sT12:00:00.000000Z', %s, '%s', %d, '2026-11-20T00:00:00.000000Z',"
    " '2026-11-20T00:00:00.000000Z')", id, person, kind, day, value, text, is_covered);

  execute (fixture, sql);
}

static void
assert_day (GDateTime  *time,
            const char *expected)
{
  g_autofree char *text = g_date_time_format_iso8601 (time);

  g_assert_cmpstr (text, ==, expected);
}

/* The last visit, four weeks without one, another day; and days that cannot be. */
static void
test_since (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (HcVisitSummary) visit = NULL, other = NULL, early = NULL;

  add_person (fixture, ANN, "'2026-11-03'");
  open (fixture);

  visit = load (fixture, NULL);
  g_assert_true (visit->is_since_visit);
  assert_day (visit->since, "2026-11-03T00:00:00Z");

  other = load (fixture, "2026-11-10T00:00:00Z");
  g_assert_false (other->is_since_visit);
  assert_day (other->since, "2026-11-10T00:00:00Z");

  /* 400 days before 20 November 2026. */
  early = load (fixture, "2001-01-01T00:00:00Z");
  assert_day (early->since, "2025-10-16T00:00:00Z");
}

static void
test_no_visit (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (HcVisitSummary) summary = NULL;

  /* It is still to come. */
  add_person (fixture, ANN, "'2026-11-21'");
  open (fixture);
  summary = load (fixture, NULL);
  g_assert_false (summary->is_since_visit);
  assert_day (summary->since, "2026-10-23T00:00:00Z");
}

static void
test_nobody (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (HcVisitSummary) summary = NULL;

  open (fixture);
  summary = load (fixture, NULL);
  g_assert_null (summary->person);
  g_assert_cmpuint (summary->medicines->len, ==, 0);
  g_assert_cmpuint (summary->diary->len, ==, 0);
}

static void
test_changes (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (HcCourse) course = make_course (HC_SCHEDULE_AT_TIMES);
  g_autoptr (HcCourse) stopped = make_course (HC_SCHEDULE_AT_TIMES);
  g_autoptr (HcCourse) long_stopped = make_course (HC_SCHEDULE_AT_TIMES);
  g_autoptr (HcSchedule) less = make_schedule (HC_SCHEDULE_AT_TIMES, 1);
  g_autoptr (GDateTime) early = at ("2026-10-20T10:00:00Z");
  g_autoptr (GDateTime) change = at ("2026-11-10T10:00:00Z");
  g_autoptr (HcVisitSummary) summary = NULL;
  HcSummaryMedicine *medicine;
  HcSummaryChange *told;

  g_assert_true (hc_course_change (course, early, "400 mg", less, "too early to tell", NULL));
  g_assert_true (hc_course_change (course, change, "300 mg", less, "sore hands", NULL));
  g_assert_true (hc_course_stop (stopped, change, "a rash", NULL));
  g_assert_true (hc_course_stop (long_stopped, early, "", NULL));
  add_person (fixture, ANN, "'2026-11-03'");
  add_person (fixture, BOB, "NULL");
  add_medicine (fixture, PILL, ANN, "Capecitabine", course);
  add_medicine (fixture, PAST, "", "Amoxicillin", stopped);
  add_medicine (fixture, LONG_PAST, ANN, "Aspirin", long_stopped);
  add_medicine (fixture, BARE, ANN, "Tea", NULL);
  add_medicine (fixture, OF_BOB, BOB, "Secret", NULL);
  open (fixture);
  summary = load (fixture, NULL);

  g_assert_cmpuint (summary->medicines->len, ==, 2);
  medicine = g_ptr_array_index (summary->medicines, 0);
  g_assert_cmpstr (medicine->title, ==, "Capecitabine 300 mg");
  g_assert_cmpstr (medicine->schedule, ==, "1 tablet at 08:00, every day, from 1 October 2026");
  assert_day (medicine->since, "2026-10-01T00:00:00Z");
  g_assert_null (medicine->stopped);
  g_assert_cmpuint (medicine->changes->len, ==, 1);
  told = g_ptr_array_index (medicine->changes, 0);
  assert_day (told->time, "2026-11-10T10:00:00Z");
  g_assert_cmpstr (told->before, ==, "400 mg: 1 tablet at 08:00, every day, from 1 October 2026");
  g_assert_cmpstr (told->after, ==, "300 mg: 1 tablet at 08:00, every day, from 1 October 2026");
  g_assert_cmpstr (told->reason, ==, "sore hands");

  medicine = g_ptr_array_index (summary->medicines, 1);
  g_assert_cmpstr (medicine->title, ==, "Tea 500 mg");
  g_assert_null (medicine->schedule);
  g_assert_null (medicine->since);

  g_assert_cmpuint (summary->stopped->len, ==, 1);
  medicine = g_ptr_array_index (summary->stopped, 0);
  g_assert_cmpstr (medicine->title, ==, "Amoxicillin 500 mg");
  assert_day (medicine->stopped, "2026-11-10T10:00:00Z");
  g_assert_cmpstr (medicine->stop_reason, ==, "a rash");
}

/* Since 3 November there were 18 doses of each, at eight in the morning. */
static void
test_doses (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (HcCourse) course = make_course (HC_SCHEDULE_AT_TIMES);
  g_autoptr (HcCourse) needed = make_course (HC_SCHEDULE_AS_NEEDED);
  g_autoptr (HcVisitSummary) summary = NULL;
  HcSummaryMedicine *medicine;

  add_person (fixture, ANN, "'2026-11-03'");
  add_medicine (fixture, PILL, ANN, "Capecitabine", course);
  add_medicine (fixture, NEEDED, ANN, "Loperamide", needed);
  add_medicine (fixture, UNTOLD, ANN, "Aspirin", course);
  /* Before the visit. */
  add_dose (fixture, PILL, "2026-11-02T08:00", "2026-11-02T08:00", "taken");
  add_dose (fixture, PILL, "2026-11-03T08:00", "2026-11-03T08:00", "taken");
  add_dose (fixture, PILL, "2026-11-04T08:00", "2026-11-04T08:00", "skipped");
  add_dose (fixture, PILL, "2026-11-05T08:00", "2026-11-05T08:00", "taken");
  add_dose (fixture, PILL, "2026-11-06T08:00", "2026-11-06T08:00", "snoozed");
  add_dose (fixture, NEEDED, "0a1b2c3d-0000-4000-8000-0000000000aa", "2026-11-05T09:00", "taken");
  add_dose (fixture, NEEDED, "0a1b2c3d-0000-4000-8000-0000000000ab", "2026-11-05T12:00", "taken");
  add_dose (fixture, NEEDED, "0a1b2c3d-0000-4000-8000-0000000000ac", "2026-11-01T12:00", "taken");
  open (fixture);
  summary = load (fixture, NULL);

  medicine = g_ptr_array_index (summary->medicines, 0);
  g_assert_cmpuint (medicine->n_planned, ==, 18);
  g_assert_cmpuint (medicine->n_taken, ==, 2);
  g_assert_cmpuint (medicine->n_skipped, ==, 1);
  g_assert_cmpuint (medicine->n_needed, ==, 0);

  medicine = g_ptr_array_index (summary->medicines, 1);
  g_assert_cmpuint (medicine->n_planned, ==, 0);
  g_assert_cmpuint (medicine->n_needed, ==, 2);

  medicine = g_ptr_array_index (summary->medicines, 2);
  g_assert_cmpuint (medicine->n_planned, ==, 18);
  g_assert_cmpuint (medicine->n_taken, ==, 0);

  /* Of aspirin nothing was told at all. */
  g_assert_cmpuint (summary->n_planned, ==, 18);
  g_assert_cmpuint (summary->n_taken, ==, 2);
  g_assert_cmpuint (summary->n_skipped, ==, 1);
}

/* A dose of which something can still be said is not counted, nor one before the medicine was entered. */
static void
test_doses_at_the_ends (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (HcCourse) course = make_course (HC_SCHEDULE_AT_TIMES);
  g_autoptr (GDateTime) morning = at ("2026-11-20T09:00:00Z");
  g_autoptr (HcVisitSummary) summary = NULL;
  HcSummaryMedicine *medicine;

  add_person (fixture, ANN, "'2026-11-03'");
  add_medicine (fixture, PILL, ANN, "Capecitabine", course);
  execute (fixture, "UPDATE medicine SET created = '2026-11-16T12:00:00.000000Z'");
  hc_clock_set_time (fixture->profile.clock, morning);
  open (fixture);
  summary = load (fixture, NULL);

  /* Those of the 17th, the 18th and the 19th. */
  medicine = g_ptr_array_index (summary->medicines, 0);
  g_assert_cmpuint (medicine->n_planned, ==, 3);
}

static void
assert_entry (HcDiaryEntry *entry,
              double        value,
              const char   *day)
{
  g_autofree char *text = NULL;

  g_assert_nonnull (entry);
  g_assert_cmpfloat (hc_diary_entry_get_details (entry)->value, ==, value);
  text = g_date_time_format (hc_diary_entry_get_details (entry)->time, "%F");
  g_assert_cmpstr (text, ==, day);
}

static void
test_diary (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (HcVisitSummary) summary = NULL;
  HcSummaryDiary *diary;

  add_person (fixture, ANN, "'2026-11-03'");
  add_person (fixture, BOB, "NULL");
  add_entry (fixture, ANN, "weight", "2026-11-02", "90", "", FALSE);
  add_entry (fixture, ANN, "weight", "2026-11-04", "70.5", "", FALSE);
  add_entry (fixture, "", "weight", "2026-11-06", "72", "", FALSE);
  add_entry (fixture, ANN, "weight", "2026-11-08", "68", "after a bad week", FALSE);
  add_entry (fixture, ANN, "weight", "2026-11-10", "69", "", FALSE);
  add_entry (fixture, BOB, "weight", "2026-11-10", "20", "not mine", FALSE);
  add_entry (fixture, ANN, "nausea", "2026-11-05", "1", "", FALSE);
  add_entry (fixture, ANN, "nausea", "2026-11-06", "3", "", FALSE);
  add_entry (fixture, ANN, "nausea", "2026-11-07", "3", "", FALSE);
  add_entry (fixture, ANN, "nausea", "2026-11-08", "0", "", FALSE);
  add_entry (fixture, ANN, "note", "2026-11-05", "NULL", "The sea", FALSE);
  add_entry (fixture, ANN, "cea", "2026-11-05", "77.7", "frightening", TRUE);
  add_entry (fixture, ANN, "unheard-of", "2026-11-05", "5", "", FALSE);
  open (fixture);
  summary = load (fixture, NULL);

  /* In the order of the book: symptoms, measurements, the day; then what nobody knows. */
  g_assert_cmpuint (summary->diary->len, ==, 4);
  diary = g_ptr_array_index (summary->diary, 0);
  g_assert_cmpstr (diary->id, ==, "nausea");
  g_assert_cmpuint (diary->n_entries, ==, 4);
  assert_entry (hc_summary_diary_get_worst (diary), 3, "2026-11-07");
  assert_entry (diary->last, 0, "2026-11-08");

  diary = g_ptr_array_index (summary->diary, 1);
  g_assert_cmpstr (diary->id, ==, "weight");
  g_assert_cmpuint (diary->n_entries, ==, 4);
  assert_entry (diary->first, 70.5, "2026-11-04");
  assert_entry (diary->last, 69, "2026-11-10");
  assert_entry (diary->lowest, 68, "2026-11-08");
  assert_entry (diary->highest, 72, "2026-11-06");
  g_assert_null (hc_summary_diary_get_worst (diary));

  diary = g_ptr_array_index (summary->diary, 2);
  g_assert_cmpstr (diary->id, ==, "note");
  g_assert_null (diary->first);
  diary = g_ptr_array_index (summary->diary, 3);
  g_assert_cmpstr (diary->id, ==, "unheard-of");
  g_assert_null (diary->kind);
  assert_entry (diary->first, 5, "2026-11-05");

  g_assert_cmpuint (summary->n_covered, ==, 1);
  g_assert_cmpuint (summary->notes->len, ==, 2);
  g_assert_cmpstr (hc_diary_entry_get_details (g_ptr_array_index (summary->notes, 0))->text, ==, "The sea");
  g_assert_cmpstr (hc_diary_entry_get_details (g_ptr_array_index (summary->notes, 1))->text, ==, "after a bad week");
}

/* Warfarin and capecitabine are major in their labels. */
static void
test_interactions (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (HcVisitSummary) summary = NULL;
  HcFinding *finding;

  add_person (fixture, ANN, "NULL");
  add_medicine (fixture, PILL, ANN, "Capecitabine", NULL);
  add_medicine (fixture, PAST, ANN, "Warfarin", NULL);
  add_medicine (fixture, NEEDED, ANN, "Folic acid 0.4 mg", NULL);
  open (fixture);
  summary = load (fixture, NULL);

  g_assert_cmpuint (summary->interactions->len, ==, 1);
  finding = g_ptr_array_index (summary->interactions, 0);
  g_assert_cmpint (hc_finding_get_severity (finding), ==, HC_SEVERITY_MAJOR);
  g_assert_cmpstr (hc_checked_item_get_name (hc_finding_get_item (finding, 0)), !=,
                   hc_checked_item_get_name (hc_finding_get_item (finding, 1)));
}

static void
test_questions_and_contacts (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (HcVisitSummary) summary = NULL;

  add_person (fixture, ANN, "NULL");
  add_person (fixture, BOB, "NULL");
  execute (fixture,
    "INSERT INTO care_question (id, person, text, answer, state, position, created, changed)"
    " SELECT '0a1b2c3d-0000-4000-8000-0000000000' || n, person, text, '', state, n, t, t FROM ("
    " SELECT 12 AS n, '" ANN "' AS person, 'Second?' AS text, 'open' AS state, '2026-11-01T00:00:00.000000Z' AS t"
    " UNION SELECT 11, '', 'First?', 'open', '2026-11-02T00:00:00.000000Z'"
    " UNION SELECT 13, '" ANN "', 'Asked?', 'asked', '2026-11-02T00:00:00.000000Z'"
    " UNION SELECT 14, '" BOB "', 'Not mine?', 'open', '2026-11-02T00:00:00.000000Z')");
  execute (fixture,
    "INSERT INTO care_contact (id, person, name, role, phone, email, note, created, changed)"
    " SELECT '0a1b2c3d-0000-4000-8000-0000000000' || n, person, name, '', '', '', '', t, t FROM ("
    " SELECT 21 AS n, '" ANN "' AS person, 'Newer' AS name, '2026-11-02T00:00:00.000000Z' AS t"
    " UNION SELECT 22, '" ANN "', 'Older', '2026-11-01T00:00:00.000000Z'"
    " UNION SELECT 23, '" BOB "', 'Not mine', '2026-11-01T00:00:00.000000Z')");
  open (fixture);
  summary = load (fixture, NULL);

  g_assert_cmpuint (summary->questions->len, ==, 2);
  g_assert_cmpstr (hc_care_question_get_text (g_ptr_array_index (summary->questions, 0)), ==, "First?");
  g_assert_cmpstr (hc_care_question_get_text (g_ptr_array_index (summary->questions, 1)), ==, "Second?");
  g_assert_cmpuint (summary->contacts->len, ==, 2);
  g_assert_cmpstr (hc_care_contact_get_details (g_ptr_array_index (summary->contacts, 0))->name, ==, "Older");
  g_assert_cmpstr (hc_care_contact_get_details (g_ptr_array_index (summary->contacts, 1))->name, ==, "Newer");
}

/* Another person is chosen while it is loaded: nothing of theirs comes in. */
static void
test_other_person (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (HcVisitSummary) summary = NULL;
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  add_person (fixture, ANN, "NULL");
  add_person (fixture, BOB, "NULL");
  add_medicine (fixture, PILL, ANN, "Capecitabine", NULL);
  add_medicine (fixture, OF_BOB, BOB, "Secret", NULL);
  add_entry (fixture, ANN, "note", "2026-11-05", "NULL", "Mine", FALSE);
  add_entry (fixture, BOB, "note", "2026-11-06", "NULL", "Not mine", FALSE);
  open (fixture);

  hc_visit_summary_load_async (fixture->context, NULL, fixture_result_cb, &place);
  hc_current_person_choose (hc_context_get_person (fixture->context), BOB);
  result = fixture_wait (&place);
  summary = hc_visit_summary_load_finish (fixture->context, result, NULL);

  g_assert_cmpstr (hc_person_get_id (summary->person), ==, ANN);
  g_assert_cmpuint (summary->medicines->len, ==, 1);
  g_assert_cmpstr (((HcSummaryMedicine *) g_ptr_array_index (summary->medicines, 0))->title, ==,
                   "Capecitabine 500 mg");
  g_assert_cmpuint (summary->notes->len, ==, 1);
  g_assert_cmpstr (hc_diary_entry_get_details (g_ptr_array_index (summary->notes, 0))->text, ==, "Mine");
}

static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  open (fixture);
  hc_profile_close (fixture->profile.profile);
  hc_visit_summary_load_async (fixture->context, NULL, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_null (hc_visit_summary_load_finish (fixture->context, result, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CLOSED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/visit-summary/" path, Fixture, NULL, set_up, func, tear_down)

  ADD ("since", test_since);
  ADD ("no-visit", test_no_visit);
  ADD ("nobody", test_nobody);
  ADD ("changes", test_changes);
  ADD ("doses", test_doses);
  ADD ("doses-at-the-ends", test_doses_at_the_ends);
  ADD ("diary", test_diary);
  ADD ("interactions", test_interactions);
  ADD ("questions-and-contacts", test_questions_and_contacts);
  ADD ("other-person", test_other_person);
  ADD ("closed", test_closed);

  return g_test_run ();
}
