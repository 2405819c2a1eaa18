/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "hc-calendar-export.h"
#include "schedule-fixture.h"

#include <string.h>

/* The calendar file: what stands in it, and its dates as another program reads them. The change of the clock on
 * 25 October 2026 lies in the days that are compared. */

#define NOW "2026-09-10T10:07:00"
#define N_MEDICINES 200

static GDateTime *
local (const char *text)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (BERLIN);

  return g_date_time_new_from_iso8601 (text, zone);
}

/* Takes the schedule. */
static HcMedicine *
make (const char *name,
      const char *strength,
      HcSchedule *schedule)
{
  g_autoptr (HcCourse) course = hc_course_new ();
  g_autoptr (GDateTime) from = local ("2026-01-01T00:00:00");
  g_autoptr (GError) error = NULL;

  hc_course_begin (course, from, strength, schedule, &error);
  g_assert_no_error (error);
  hc_schedule_free (schedule);

  return hc_medicine_new (&(HcMedicineDetails) {
    .name = name,
    .strength = strength,
    .reason = "metastases in the liver",
    .notes = "very private",
    .course = course,
  });
}

/* Takes the medicine. Long lines are made whole again, as RFC 5545 has it. */
static char *
print_one (HcMedicine      *medicine,
           const char      *now,
           HcCalendarFlags  flags)
{
  g_autoptr (GPtrArray) medicines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GDateTime) time = local (now);
  g_autofree char *text = NULL;
  g_auto (GStrv) pieces = NULL;

  g_ptr_array_add (medicines, medicine);
  text = hc_calendar_export_print (medicines, time, flags);
  pieces = g_strsplit (text, "\r\n ", -1);

  return g_strjoinv (NULL, pieces);
}

/* A line of the file, without what ends it. */
static gboolean
has_line (const char *text,
          const char *line)
{
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);

  return g_strv_contains ((const char *const *) lines, line);
}

static void
assert_line (const char *text,
             const char *line)
{
  if (!has_line (text, line))
    g_error ("There is no “%s” in:\n%s", line, text);
}

static void
test_rules (void)
{
  HcSchedule *schedule;
  g_autofree char *daily = NULL, *other_day = NULL, *week = NULL, *ended = NULL;

  daily = print_one (make ("Capecitabine", "500 mg", at_times ("2026-09-01", EVERY_DAY, 2, "08:00 20:00")), NOW,
                     HC_CALENDAR_NAMED);
  assert_line (daily, "BEGIN:VCALENDAR");
  assert_line (daily, "VERSION:2.0");
  /* That of today at eight is over. */
  assert_line (daily, "DTSTART:20260911T080000");
  assert_line (daily, "DTSTART:20260910T200000");
  assert_line (daily, "RRULE:FREQ=DAILY");
  assert_line (daily, "SUMMARY:Capecitabine 500 mg: 2 tablets");
  assert_line (daily, "CLASS:PRIVATE");
  assert_line (daily, "TRANSP:TRANSPARENT");
  g_assert_null (strstr (daily, "RDATE"));
  g_assert_null (strstr (daily, "VALARM"));
  g_assert_null (strstr (daily, "liver"));
  g_assert_null (strstr (daily, "private"));

  other_day = print_one (make ("A", "", at_times ("2026-09-01", (HcDays) { .kind = HC_DAYS_EVERY_N, .n = 3 }, 1,
                                                  "09:30")), NOW, HC_CALENDAR_NAMED);
  /* The 1st, the 4th, the 7th, the 10th, which is over at that time, the 13th. */
  assert_line (other_day, "DTSTART:20260913T093000");
  assert_line (other_day, "RRULE:FREQ=DAILY;INTERVAL=3");

  schedule = at_times ("2026-09-01", week_days ("M..T..."), 1, "07:05");
  schedule->last = day ("2026-10-31");
  week = print_one (make ("A", "", schedule), NOW, HC_CALENDAR_NAMED);
  /* The 10th is a Thursday, the 14th the next Monday. */
  assert_line (week, "DTSTART:20260914T070500");
  assert_line (week, "RRULE:FREQ=WEEKLY;UNTIL=20261031T235959;BYDAY=MO,TH");

  schedule = at_times ("2026-08-01", EVERY_DAY, 1, "07:05");
  schedule->last = day ("2026-09-09");
  ended = print_one (make ("A", "", schedule), NOW, HC_CALENDAR_NAMED);
  g_assert_null (strstr (ended, "VEVENT"));
}

static void
test_dates (void)
{
  HcSchedule *schedule = at_times ("2026-09-01", cycle_days ("1-2", 14), 3, "08:00");
  g_autofree char *cycle = NULL, *hours = NULL, *needed = NULL;

  cycle = print_one (make ("A", "", schedule), NOW, HC_CALENDAR_NAMED);
  assert_line (cycle, "DTSTART:20260915T080000");
  assert_line (cycle, "RDATE:20260916T080000");
  assert_line (cycle, "RDATE:20260929T080000");
  /* The 85th day from the first is in the 90 days, the 99th is not. */
  assert_line (cycle, "RDATE:20261208T080000");
  g_assert_null (strstr (cycle, "20261222"));
  g_assert_null (strstr (cycle, "RRULE"));

  /* 06:00 in UTC is 08:00 here, until the clock changes. */
  hours = print_one (make ("A", "", every ("2026-09-10T06:00:00Z", 12 * 60, 1)), NOW, HC_CALENDAR_NAMED);
  assert_line (hours, "DTSTART:20260910T180000Z");
  assert_line (hours, "RDATE:20261026T060000Z");

  needed = print_one (make ("A", "", as_needed ("2026-09-01", 1)), NOW, HC_CALENDAR_NAMED);
  g_assert_null (strstr (needed, "VEVENT"));
}

static void
test_discreet (void)
{
  g_autofree char *text = print_one (make ("Capecitabine", "500 mg",
                                           at_times ("2026-09-01", EVERY_DAY, 2, "08:00")), NOW, HC_CALENDAR_ALARMS);

  assert_line (text, "SUMMARY:Reminder");
  assert_line (text, "BEGIN:VALARM");
  assert_line (text, "TRIGGER:PT0S");
  assert_line (text, "DESCRIPTION:Reminder");
  g_assert_null (strstr (text, "Capecitabine"));
  g_assert_null (strstr (text, "tablet"));
  g_assert_null (strstr (text, "500"));
}

static void
test_quiet (void)
{
  g_autoptr (HcMedicine) loud = make ("A", "", at_times ("2026-09-01", EVERY_DAY, 2, "08:00"));
  HcMedicineDetails details = *hc_medicine_get_details (loud);
  g_autofree char *text = NULL;

  details.is_quiet = TRUE;
  text = print_one (hc_medicine_new (&details), NOW, HC_CALENDAR_NAMED | HC_CALENDAR_ALARMS);
  g_assert_nonnull (strstr (text, "BEGIN:VEVENT"));
  g_assert_null (strstr (text, "VALARM"));
}

/* What a person wrote cannot end a line or begin another property. */
static void
test_words (void)
{
  g_autofree char *text = print_one (make ("A;B,C\\D\nRRULE:FREQ=SECONDLY", "",
                                           at_times ("2026-09-01", EVERY_DAY, 1, "08:00")), NOW, HC_CALENDAR_NAMED);

  g_assert_nonnull (strstr (text, "A\\;B\\,C\\\\D\\nRRULE:FREQ=SECONDLY"));
  g_assert_false (has_line (text, "RRULE:FREQ=SECONDLY"));
}

static char *
find_id (const char *text)
{
  const char *begin = strstr (text, "UID:");

  g_assert_nonnull (begin);

  return g_strndup (begin, strcspn (begin, "\r\n"));
}

/* A file that is made later names the same events. */
static void
test_ids (void)
{
  g_autoptr (HcMedicine) medicine = make ("A", "", at_times ("2026-09-01", EVERY_DAY, 1, "08:00"));
  g_autofree char *first = print_one (g_object_ref (medicine), NOW, HC_CALENDAR_NAMED);
  g_autofree char *second = print_one (g_object_ref (medicine), "2026-11-01T12:00:00", HC_CALENDAR_ALARMS);
  g_autofree char *id = find_id (first);
  g_autofree char *other_id = find_id (second);

  g_assert_cmpstr (first, !=, second);
  g_assert_cmpstr (id, ==, other_id);
  g_assert_nonnull (strstr (id, hc_medicine_get_id (medicine)));
}

/* --- Another program --------------------------------------------------------------------- */

static HcDays
random_days (void)
{
  HcDays days = { .kind = (HcDaysKind) g_test_rand_int_range (0, 4) };

  if (days.kind == HC_DAYS_OF_CYCLE)
    return cycle_days ("1-5, 8", g_test_rand_int_range (8, 30));

  days.n = g_test_rand_int_range (1, 10);
  days.week = (guint) g_test_rand_int_range (1, 128);

  return days;
}

static void
add_random_line (HcSchedule *schedule,
                 int         minute)
{
  HcScheduleLine line = { .days = random_days (), .minute = minute, .amount = g_test_rand_int_range (1, 5) };

  if (g_test_rand_int_range (0, 4) == 0)
    {
      line.first_day = g_test_rand_int_range (0, 60);
      line.n_days = g_test_rand_int_range (1, 60);
    }

  g_array_append_val (schedule->lines, line);
}

static HcSchedule *
random_schedule (void)
{
  HcSchedule *schedule;
  int minute = g_test_rand_int_range (0, 1440);

  if (g_test_rand_int_range (0, 5) == 0)
    return every ("2026-08-20T05:00:00Z", g_test_rand_int_range (120, 3000), 1);

  schedule = hc_schedule_new (HC_SCHEDULE_AT_TIMES);
  schedule->first = day ("2026-08-20");
  g_date_add_days (&schedule->first, (guint) g_test_rand_int_range (0, 60));

  for (int i = g_test_rand_int_range (1, 4); i > 0; i--)
    {
      add_random_line (schedule, minute);
      /* Some are at the same time, some at night. */
      minute = g_test_rand_bit () ? minute : g_test_rand_int_range (0, 1440);
    }

  if (g_test_rand_int_range (0, 3) == 0)
    {
      schedule->last = schedule->first;
      g_date_add_days (&schedule->last, (guint) g_test_rand_int_range (1, 100));
    }

  if (g_test_rand_int_range (0, 3) == 0)
    {
      HcSchedulePause pause = { schedule->first, schedule->first, g_test_rand_bit () };

      g_date_add_days (&pause.first, (guint) g_test_rand_int_range (1, 40));
      pause.last = pause.first;
      g_date_add_days (&pause.last, (guint) g_test_rand_int_range (0, 10));
      g_array_append_val (schedule->pauses, pause);
    }

  if (g_test_rand_int_range (0, 6) == 0)
    schedule->zone = g_strdup (NEW_YORK);

  return schedule;
}

/* One that was begun, and sometimes changed or stopped at noon of some day. NULL: nothing is ever taken. */
static HcMedicine *
random_medicine (void)
{
  g_autoptr (HcCourse) course = hc_course_new ();
  g_autoptr (HcSchedule) schedule = random_schedule ();
  g_autoptr (HcSchedule) other = random_schedule ();
  g_autoptr (GDateTime) from = local ("2026-08-19T12:00:00");
  g_autoptr (GDateTime) change = g_date_time_add_days (from, g_test_rand_int_range (1, 70));

  if (!hc_schedule_check (schedule, NULL) || !hc_schedule_check (other, NULL))
    return NULL;

  g_assert_true (hc_course_begin (course, from, "", schedule, NULL));
  if (g_test_rand_int_range (0, 3) == 0)
    g_assert_true (hc_course_change (course, change, "", other, "", NULL));
  else if (g_test_rand_int_range (0, 3) == 0)
    g_assert_true (hc_course_stop (course, change, "", NULL));

  return hc_medicine_new (&(HcMedicineDetails) { .name = "M", .course = course });
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (a, b);
}

static void
add_expected (GPtrArray  *lines,
              HcMedicine *medicine,
              GDateTime  *from,
              GDateTime  *until)
{
  const HcCourse *course = hc_medicine_get_details (medicine)->course;

  for (guint i = 0; i < course->regimens->len; i++)
    {
      const HcRegimen *regimen = g_ptr_array_index (course->regimens, i);
      GDateTime *begin = g_date_time_compare (from, regimen->from) > 0 ? from : regimen->from;
      GDateTime *end = regimen->until != NULL && g_date_time_compare (regimen->until, until) < 0 ? regimen->until
                                                                                                 : until;
      g_autoptr (GPtrArray) doses = hc_schedule_list_doses (regimen->schedule, begin, end,
                                                            g_date_time_get_timezone (from));

      for (guint j = 0; j < doses->len; j++)
        {
          const HcDose *dose = g_ptr_array_index (doses, j);
          g_autofree char *words = hc_dose_dup_words (dose->amount, HC_DOSE_UNIT_TABLET);
          g_autoptr (GDateTime) utc = g_date_time_to_utc (dose->time);
          g_autofree char *key = regimen->schedule->zone != NULL ? g_date_time_format (utc, "%Y-%m-%dT%H:%MZ")
                                                                 : g_strdup (dose->key);

          g_ptr_array_add (lines, g_strdup_printf ("%s %s M: %s", hc_medicine_get_id (medicine), key, words));
        }
    }
}

static gboolean
has_reader (void)
{
  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL, "python3", "-c",
                                                      "import icalendar, dateutil", NULL);

  return process != NULL && g_subprocess_wait_check (process, NULL, NULL);
}

/* The dates that another program makes of the file are those of the doses. */
static void
test_property (void)
{
  g_autofree char *folder = NULL, *path = NULL, *text = NULL, *read = NULL, *expected = NULL;
  g_autoptr (GPtrArray) medicines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDateTime) from = local (NOW);
  g_autoptr (GDateTime) until = g_date_time_add_days (from, HC_CALENDAR_EXPORT_DAYS);
  g_autofree char *from_text = g_date_time_format (from, "%Y-%m-%dT%H:%M:%S");
  g_autofree char *until_text = g_date_time_format (until, "%Y-%m-%dT%H:%M:%S");
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  if (!has_reader ())
    {
      g_test_skip ("icalendar for python3 is not installed");
      return;
    }

  while (medicines->len < N_MEDICINES)
    {
      HcMedicine *medicine = random_medicine ();

      if (medicine == NULL)
        continue;

      g_ptr_array_add (medicines, medicine);
      add_expected (lines, medicine, from, until);
    }

  g_ptr_array_sort_values (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  expected = g_strjoinv ("\n", (char **) lines->pdata);

  folder = fixture_make_folder ();
  path = g_build_filename (folder, "doses.ics", NULL);
  text = hc_calendar_export_print (medicines, from, HC_CALENDAR_NAMED);
  fixture_write_file (folder, "doses.ics", text, -1);

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "python3", READ_CALENDAR, path, from_text,
                              until_text, BERLIN, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &read, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  g_strchomp (read);

  g_assert_cmpuint (lines->len, >, 1000);
  g_assert_cmpstr (read, ==, expected);
  fixture_remove_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/calendar-export/rules", test_rules);
  g_test_add_func ("/calendar-export/dates", test_dates);
  g_test_add_func ("/calendar-export/discreet", test_discreet);
  g_test_add_func ("/calendar-export/quiet", test_quiet);
  g_test_add_func ("/calendar-export/words", test_words);
  g_test_add_func ("/calendar-export/ids", test_ids);
  g_test_add_func ("/calendar-export/property", test_property);

  return g_test_run ();
}
