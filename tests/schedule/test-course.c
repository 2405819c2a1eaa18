/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-course.h"
#include "schedule-fixture.h"

#include <string.h>

static void
begin (HcCourse   *course,
       const char *from,
       const char *strength,
       HcSchedule *schedule) /* taken */
{
  g_autoptr (HcSchedule) owned = schedule;
  g_autoptr (GDateTime) time = moment (from);
  g_autoptr (GError) error = NULL;
  gboolean done = hc_course_begin (course, time, strength, owned, &error);

  g_assert_no_error (error);
  g_assert_true (done);
}

static void
change (HcCourse   *course,
        const char *when,
        const char *strength,
        HcSchedule *schedule, /* taken */
        const char *reason)
{
  g_autoptr (HcSchedule) owned = schedule;
  g_autoptr (GDateTime) time = moment (when);
  g_autoptr (GError) error = NULL;
  gboolean done = hc_course_change (course, time, strength, owned, reason, &error);

  g_assert_no_error (error);
  g_assert_true (done);
}

static void
stop (HcCourse   *course,
      const char *when,
      const char *reason)
{
  g_autoptr (GDateTime) time = moment (when);
  g_autoptr (GError) error = NULL;
  gboolean done = hc_course_stop (course, time, reason, &error);

  g_assert_no_error (error);
  g_assert_true (done);
}

static void
restart (HcCourse   *course,
         const char *when)
{
  g_autoptr (GDateTime) time = moment (when);
  g_autoptr (GError) error = NULL;
  gboolean done = hc_course_restart (course, time, &error);

  g_assert_no_error (error);
  g_assert_true (done);
}

/* What the course says, a line a regimen, and that it is the same after it was kept in the database. */
static void
assert_course (const HcCourse *course,
               const char     *expected)
{
  g_autofree char *text = hc_course_print (course);
  g_autoptr (GError) error = NULL;
  g_autoptr (HcCourse) parsed = hc_course_parse (text, &error);
  g_autoptr (GString) lines = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_true (hc_course_equal (parsed, course));

  for (guint i = 0; i < parsed->regimens->len; i++)
    {
      const HcRegimen *regimen = g_ptr_array_index (parsed->regimens, i);
      g_autofree char *from = g_date_time_format_iso8601 (regimen->from);
      g_autofree char *until = regimen->until != NULL ? g_date_time_format_iso8601 (regimen->until) : NULL;

      g_string_append_printf (lines, "%s %s, %s, %s, %g\n", from, until != NULL ? until : "on", regimen->strength,
                              regimen->reason, regimen->schedule->lines->len > 0
                                                 ? g_array_index (regimen->schedule->lines, HcScheduleLine, 0).amount
                                                 : regimen->schedule->amount);
    }

  g_assert_cmpstr (lines->str, ==, expected);
}

static void
assert_doses (const HcCourse *course,
              const char     *from,
              const char     *until,
              const char     *zone,
              const char     *expected)
{
  g_autoptr (GDateTime) from_time = moment (from);
  g_autoptr (GDateTime) until_time = moment (until);
  g_autoptr (GDateTime) time = g_date_time_add (from_time, -1);
  g_autoptr (GTimeZone) here = g_time_zone_new_identifier (zone);
  g_autofree char *text = doses_text (hc_course_list_doses (course, from_time, until_time, here));
  g_autoptr (GString) stepwise = g_string_new (NULL);

  g_assert_cmpstr (text, ==, expected);

  /* One after another they are the same. */
  while (TRUE)
    {
      HcDose *dose = hc_course_next_dose (course, time, here);
      g_autofree char *line = NULL;

      if (dose == NULL || g_date_time_compare (dose->time, until_time) >= 0)
        {
          hc_dose_free (dose);
          break;
        }

      g_clear_pointer (&time, g_date_time_unref);
      time = g_date_time_ref (dose->time);
      line = dose_text (dose);
      g_string_append_printf (stepwise, "%s\n", line);
    }

  g_assert_cmpstr (stepwise->str, ==, expected);
}

static void
assert_now (const HcCourse *course,
            const char     *now,
            const char     *strength, /* NULL: none holds */
            gboolean        stopped)
{
  g_autoptr (GDateTime) time = moment (now);
  const HcRegimen *current = hc_course_get_current (course, time);

  g_assert_cmpstr (current != NULL ? current->strength : NULL, ==, strength);
  g_assert_cmpint (hc_course_is_stopped (course, time), ==, stopped);
}

/* What was before a change stays, and the doses before it are those that they were. */
static void
test_change (void)
{
  g_autoptr (HcCourse) course = hc_course_new ();

  begin (course, "2026-11-02T06:00:00Z", "500 mg", at_times ("2026-11-02", EVERY_DAY, 3, "08:00 20:00"));
  change (course, "2026-11-04T10:15:30.123456Z", "150 mg", at_times ("2026-11-02", EVERY_DAY, 5, "09:00 21:00"),
          "sore hands\nand feet");
  assert_course (course, "2026-11-02T06:00:00Z 2026-11-04T10:15:30.123456Z, 500 mg, sore hands\nand feet, 3\n"
                         "2026-11-04T10:15:30.123456Z on, 150 mg, , 5\n");
  assert_doses (course, "2026-11-01T00:00:00Z", "2026-11-06T00:00:00Z", "UTC",
                "2026-11-02T08:00 02T08:00Z 3\n"
                "2026-11-02T20:00 02T20:00Z 3\n"
                "2026-11-03T08:00 03T08:00Z 3\n"
                "2026-11-03T20:00 03T20:00Z 3\n"
                "2026-11-04T08:00 04T08:00Z 3\n"
                "2026-11-04T21:00 04T21:00Z 5\n"
                "2026-11-05T09:00 05T09:00Z 5\n"
                "2026-11-05T21:00 05T21:00Z 5\n");
  assert_now (course, "2026-11-02T05:59:59Z", NULL, FALSE);
  assert_now (course, "2026-11-02T06:00:00Z", "500 mg", FALSE);
  assert_now (course, "2026-11-04T10:15:30.123455Z", "500 mg", FALSE);
  assert_now (course, "2026-11-04T10:15:30.123456Z", "150 mg", FALSE);
  g_assert_cmpstr (hc_course_get_last (course)->strength, ==, "150 mg");
}

/* A dose that is due at the very moment of a change belongs to what begins. */
static void
test_moment_of_change (void)
{
  static const char *times[] = { "2026-11-03T07:59:59.999999Z", "2026-11-03T08:00:00Z", "2026-11-03T08:00:00.000001Z" };
  static const double amounts[] = { 5, 5, 3 };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (HcCourse) course = hc_course_new ();
      g_autofree char *expected = g_strdup_printf ("2026-11-02T08:00 02T08:00Z 3\n"
                                                   "2026-11-03T08:00 03T08:00Z %g\n"
                                                   "2026-11-04T08:00 04T08:00Z 5\n", amounts[i]);

      begin (course, "2026-11-01T00:00:00Z", "", at_times ("2026-11-02", EVERY_DAY, 3, "08:00"));
      change (course, times[i], "", at_times ("2026-11-01", EVERY_DAY, 5, "08:00"), NULL);
      assert_doses (course, "2026-11-01T00:00:00Z", "2026-11-05T00:00:00Z", "UTC", expected);
    }
}

static void
test_stop (void)
{
  g_autoptr (HcCourse) course = hc_course_new ();

  begin (course, "2026-11-02T00:00:00Z", "2 mg", at_times ("2026-11-02", EVERY_DAY, 1, "08:00"));
  stop (course, "2026-11-03T08:00:00Z", "fever");
  assert_now (course, "2026-11-03T07:59:59Z", "2 mg", FALSE);
  assert_now (course, "2026-11-03T08:00:00Z", NULL, TRUE);
  assert_doses (course, "2026-11-01T00:00:00Z", "2026-11-10T00:00:00Z", "UTC", "2026-11-02T08:00 02T08:00Z 1\n");

  restart (course, "2026-11-05T08:00:00Z");
  assert_now (course, "2026-11-04T08:00:00Z", NULL, TRUE);
  assert_now (course, "2026-11-05T08:00:00Z", "2 mg", FALSE);
  assert_course (course, "2026-11-02T00:00:00Z 2026-11-03T08:00:00Z, 2 mg, fever, 1\n"
                         "2026-11-05T08:00:00Z on, 2 mg, , 1\n");
  assert_doses (course, "2026-11-01T00:00:00Z", "2026-11-07T00:00:00Z", "UTC",
                "2026-11-02T08:00 02T08:00Z 1\n"
                "2026-11-05T08:00 05T08:00Z 1\n"
                "2026-11-06T08:00 06T08:00Z 1\n");
}

/* A stop that is planned stays planned when the dose is changed before. */
static void
test_planned_stop (void)
{
  g_autoptr (HcCourse) course = hc_course_new ();

  begin (course, "2026-11-02T00:00:00Z", "2 mg", at_times ("2026-11-02", EVERY_DAY, 1, "08:00"));
  stop (course, "2026-11-20T00:00:00Z", "operation");
  assert_now (course, "2026-11-10T00:00:00Z", "2 mg", FALSE);
  change (course, "2026-11-10T00:00:00Z", "4 mg", at_times ("2026-11-02", EVERY_DAY, 2, "08:00"), "pain");
  assert_course (course, "2026-11-02T00:00:00Z 2026-11-10T00:00:00Z, 2 mg, pain, 1\n"
                         "2026-11-10T00:00:00Z 2026-11-20T00:00:00Z, 4 mg, operation, 2\n");
  stop (course, "2026-11-15T00:00:00Z", "earlier");
  assert_now (course, "2026-11-15T00:00:00Z", NULL, TRUE);
}

static void
test_correct (void)
{
  g_autoptr (HcCourse) course = hc_course_new ();
  g_autoptr (HcSchedule) right = at_times ("2026-11-02", EVERY_DAY, 2, "08:00");

  begin (course, "2026-11-02T00:00:00Z", "50 mg", at_times ("2026-11-02", EVERY_DAY, 20, "08:00"));
  hc_course_correct (course, "500 mg", right);
  assert_course (course, "2026-11-02T00:00:00Z on, 500 mg, , 2\n");

  /* Also with what the course itself has. */
  hc_course_correct (course, hc_course_get_last (course)->strength, hc_course_get_last (course)->schedule);
  hc_course_correct (course, NULL, hc_course_get_last (course)->schedule);
  assert_course (course, "2026-11-02T00:00:00Z on, , , 2\n");
}

/* What is not possible changes nothing. */
static void
assert_refused (HcCourse   *course,
                char        action,
                const char *when,
                HcSchedule *schedule,
                const char *words,
                int         code)
{
  g_autoptr (HcCourse) before = hc_course_copy (course);
  g_autoptr (GDateTime) time = moment (when);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (action == 'b')
    done = hc_course_begin (course, time, words, schedule, &error);
  else if (action == 'c')
    done = hc_course_change (course, time, "", schedule, words, &error);
  else if (action == 's')
    done = hc_course_stop (course, time, words, &error);
  else
    done = hc_course_restart (course, time, &error);

  g_assert_error (error, HC_SCHEDULE_ERROR, code);
  g_assert_false (done);
  g_assert_true (hc_course_equal (course, before));
}

static void
test_refused (void)
{
  g_autoptr (HcCourse) course = hc_course_new ();
  g_autoptr (HcSchedule) right = at_times ("2026-11-02", EVERY_DAY, 1, "08:00");
  g_autoptr (HcSchedule) wrong = at_times ("2026-11-02", EVERY_DAY, 0, "08:00");
  g_autofree char *long_words = g_strnfill (HC_COURSE_MAX_REASON + 1, 'a');

  assert_refused (course, 'c', "2026-11-02T00:00:00Z", right, "", HC_SCHEDULE_ERROR_BAD_DATES);
  assert_refused (course, 's', "2026-11-02T00:00:00Z", NULL, "", HC_SCHEDULE_ERROR_BAD_DATES);
  assert_refused (course, 'r', "2026-11-02T00:00:00Z", NULL, "", HC_SCHEDULE_ERROR_BAD_DATES);
  assert_refused (course, 'b', "2026-11-02T00:00:00Z", wrong, "", HC_SCHEDULE_ERROR_BAD_AMOUNT);
  assert_refused (course, 'b', "2026-11-02T00:00:00Z", right, long_words, HC_SCHEDULE_ERROR_TOO_MANY);

  begin (course, "2026-11-02T00:00:00Z", "", hc_schedule_copy (right));
  assert_refused (course, 'b', "2026-11-03T00:00:00Z", right, "", HC_SCHEDULE_ERROR_BAD_DATES);
  assert_refused (course, 'r', "2026-11-03T00:00:00Z", NULL, "", HC_SCHEDULE_ERROR_BAD_DATES);
  assert_refused (course, 'c', "2026-11-01T23:59:59Z", right, "", HC_SCHEDULE_ERROR_BAD_DATES);
  assert_refused (course, 's', "2026-11-01T23:59:59Z", NULL, "", HC_SCHEDULE_ERROR_BAD_DATES);
  assert_refused (course, 'c', "2026-11-03T00:00:00Z", wrong, "", HC_SCHEDULE_ERROR_BAD_AMOUNT);
  assert_refused (course, 'c', "2026-11-03T00:00:00Z", right, long_words, HC_SCHEDULE_ERROR_TOO_MANY);
  assert_refused (course, 's', "2026-11-03T00:00:00Z", NULL, long_words, HC_SCHEDULE_ERROR_TOO_MANY);

  stop (course, "2026-11-05T00:00:00Z", "");
  assert_refused (course, 's', "2026-11-05T00:00:00Z", NULL, "", HC_SCHEDULE_ERROR_BAD_DATES);
  assert_refused (course, 'c', "2026-11-05T00:00:00Z", right, "", HC_SCHEDULE_ERROR_BAD_DATES);
  assert_refused (course, 'b', "2026-11-04T23:59:59Z", right, "", HC_SCHEDULE_ERROR_BAD_DATES);
  assert_refused (course, 'r', "2026-11-04T23:59:59Z", NULL, "", HC_SCHEDULE_ERROR_BAD_DATES);
}

static void
test_too_often (void)
{
  g_autoptr (HcCourse) course = hc_course_new ();
  g_autoptr (HcSchedule) schedule = as_needed ("2026-11-02", 1);

  begin (course, "2026-11-02T00:00:00Z", "", hc_schedule_copy (schedule));

  for (int i = 1; i < HC_COURSE_MAX_REGIMENS; i++)
    change (course, "2026-11-03T00:00:00Z", "", hc_schedule_copy (schedule), "");

  assert_refused (course, 'c', "2026-11-03T00:00:00Z", schedule, "", HC_SCHEDULE_ERROR_TOO_MANY);
}

/* The dose of eight o'clock was taken in Berlin at 07:00 UTC; then the times became those of New York, where
 * it is eight at 13:00 UTC. It is the same dose, whatever part of the list is asked for. */
static void
test_same_name (void)
{
  g_autoptr (HcCourse) course = hc_course_new ();
  HcSchedule *fixed = at_times ("2026-11-02", EVERY_DAY, 1, "08:00");

  fixed->zone = g_strdup (NEW_YORK);
  begin (course, "2026-11-20T00:00:00Z", "", at_times ("2026-11-02", EVERY_DAY, 1, "08:00"));
  change (course, "2026-11-20T09:00:00Z", "", fixed, "");
  assert_doses (course, "2026-11-20T00:00:00Z", "2026-11-22T00:00:00Z", BERLIN,
                "2026-11-20T08:00 20T07:00Z 1\n"
                "2026-11-21T08:00 21T13:00Z 1\n");
  assert_doses (course, "2026-11-20T10:00:00Z", "2026-11-22T00:00:00Z", BERLIN,
                "2026-11-21T08:00 21T13:00Z 1\n");
}

static void
assert_bad_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcCourse) course = hc_course_parse (text, &error);

  g_assert_error (error, HC_SCHEDULE_ERROR, HC_SCHEDULE_ERROR_BAD_TEXT);
  g_assert_null (course);
}

static char *
regimen_text (const char *from,
              const char *until)
{
  return g_strdup_printf ("(int64 %s, @mx %s, '1 mg', '', \"(uint32 1, 'as-needed', '2026-11-03', '', @ms nothing, "
                          "@a((sus)idii) [], @a(ssb) [], 0, int64 0, 1.0, 8.0, 120)\")", from, until);
}

static void
assert_two (const char *from,
            const char *until,
            const char *second_from,
            const char *second_until,
            gboolean    right)
{
  g_autofree char *first = regimen_text (from, until), *second = regimen_text (second_from, second_until);
  g_autofree char *text = g_strdup_printf ("(uint32 1, [%s, %s])", first, second);
  g_autoptr (HcCourse) course = NULL;

  if (!right)
    {
      assert_bad_text (text);
      return;
    }

  course = hc_course_parse (text, NULL);
  g_assert_nonnull (course);
  g_assert_cmpuint (course->regimens->len, ==, 2);
}

static void
test_bad_text (void)
{
  static const char *texts[] = { "", "nothing", "(uint32 2, @a(xmxsss) [])", "(uint32 1, [])extra", "\xff",
                                 "(uint32 1, [(int64 1, @mx nothing, '', '', '')])",
                                 "(uint32 1, [(int64 1, @mx nothing, '', '', 'nonsense')])" };
  g_autoptr (HcCourse) empty = hc_course_parse ("(uint32 1, @a(xmxsss) [])", NULL);

  g_assert_nonnull (empty);
  g_assert_null (hc_course_get_last (empty));

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_bad_text (texts[i]);

  assert_two ("10", "20", "20", "nothing", TRUE);
  assert_two ("10", "20", "30", "40", TRUE);
  assert_two ("10", "10", "10", "nothing", TRUE);
  assert_two ("10", "20", "19", "nothing", FALSE);
  assert_two ("10", "nothing", "30", "nothing", FALSE);
  assert_two ("20", "10", "30", "nothing", FALSE);
  assert_two ("10", "20", "30", "29", FALSE);
  assert_two ("9223372036854775807", "nothing", "30", "nothing", FALSE);
  assert_two ("10", "20", "30", "9223372036854775807", FALSE);
}

static void
test_random_text (void)
{
  g_autoptr (HcCourse) course = hc_course_new ();
  g_autofree char *right = NULL;

  begin (course, "2026-11-02T00:00:00Z", "500 mg", at_times ("2026-11-02", EVERY_DAY, 1, "08:00"));
  change (course, "2026-11-04T00:00:00Z", "150 mg", every ("2026-11-02T00:00:00Z", 480, 1), "it's \"better\" \\ ü\n\t");
  stop (course, "2026-11-20T00:00:00Z", "");
  right = hc_course_print (course);

  for (int i = 0; i < 5000; i++)
    {
      g_autofree char *text = g_strdup (right), *again = NULL;
      g_autoptr (HcCourse) parsed = NULL, second = NULL;

      for (int n = g_test_rand_int_range (1, 3); n > 0; n--)
        text[g_test_rand_int_range (0, (int) strlen (text))] = (char) g_test_rand_int_range (1, 256);

      parsed = hc_course_parse (text, NULL);

      if (parsed == NULL)
        continue;

      again = hc_course_print (parsed);
      second = hc_course_parse (again, NULL);
      g_assert_true (hc_course_equal (parsed, second));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/course/change", test_change);
  g_test_add_func ("/course/moment-of-change", test_moment_of_change);
  g_test_add_func ("/course/stop", test_stop);
  g_test_add_func ("/course/planned-stop", test_planned_stop);
  g_test_add_func ("/course/correct", test_correct);
  g_test_add_func ("/course/refused", test_refused);
  g_test_add_func ("/course/too-often", test_too_often);
  g_test_add_func ("/course/same-name", test_same_name);
  g_test_add_func ("/course/bad-text", test_bad_text);
  g_test_add_func ("/course/random-text", test_random_text);

  return g_test_run ();
}
