/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-schedule-words.h"
#include "schedule-fixture.h"

#include <locale.h>

static void
test_units (void)
{
  for (guint i = 0; i < HC_DOSE_N_UNITS; i++)
    {
      const char *name = hc_dose_unit_to_string ((HcDoseUnit) i);

      g_assert_cmpstr (name, !=, "");
      g_assert_cmpint (hc_dose_unit_from_string (name), ==, i);
    }

  g_assert_cmpstr (hc_dose_unit_to_string (HC_DOSE_UNIT_MILLILITER), ==, "milliliter");
  g_assert_cmpint (hc_dose_unit_from_string ("barrel"), ==, HC_DOSE_UNIT_OTHER);
  g_assert_cmpint (hc_dose_unit_from_string (NULL), ==, HC_DOSE_UNIT_OTHER);
}

/* Dosage forms of the FDA's Structured Product Labeling. */
static void
test_forms (void)
{
  static const struct { const char *form; HcDoseUnit unit; } cases[] = {
    { "TABLET, FILM COATED", HC_DOSE_UNIT_TABLET },
    { "Tablets", HC_DOSE_UNIT_TABLET },
    { "TABLET, FOR SUSPENSION", HC_DOSE_UNIT_TABLET },
    { "CAPSULE, LIQUID FILLED", HC_DOSE_UNIT_CAPSULE },
    { "SOLUTION", HC_DOSE_UNIT_MILLILITER },
    { "SYRUP", HC_DOSE_UNIT_MILLILITER },
    { "POWDER, FOR SUSPENSION", HC_DOSE_UNIT_MILLILITER },
    { "SOLUTION/ DROPS", HC_DOSE_UNIT_DROP },
    { "AEROSOL, METERED", HC_DOSE_UNIT_PUFF },
    { "SPRAY, SUSPENSION", HC_DOSE_UNIT_PUFF },
    { "AEROSOL, FOAM", HC_DOSE_UNIT_OTHER },
    { "PATCH, EXTENDED RELEASE", HC_DOSE_UNIT_PATCH },
    { "INJECTION, SOLUTION", HC_DOSE_UNIT_INJECTION },
    { "INJECTION, POWDER, LYOPHILIZED, FOR SOLUTION", HC_DOSE_UNIT_INJECTION },
    { "GRANULE, FOR SOLUTION", HC_DOSE_UNIT_SACHET },
    { "SUPPOSITORY", HC_DOSE_UNIT_SUPPOSITORY },
    { "CREAM", HC_DOSE_UNIT_OTHER },
    { "KIT", HC_DOSE_UNIT_OTHER },
    { "", HC_DOSE_UNIT_OTHER },
    { NULL, HC_DOSE_UNIT_OTHER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (hc_dose_unit_to_string (hc_dose_unit_from_form (cases[i].form)), ==,
                     hc_dose_unit_to_string (cases[i].unit));
}

static void
test_doses (void)
{
  static const struct { double amount; HcDoseUnit unit; const char *words; } cases[] = {
    { 1, HC_DOSE_UNIT_TABLET, "1 tablet" },
    { 2, HC_DOSE_UNIT_TABLET, "2 tablets" },
    { 0.5, HC_DOSE_UNIT_TABLET, "½ tablet" },
    { 1.5, HC_DOSE_UNIT_TABLET, "1½ tablets" },
    { 0.25, HC_DOSE_UNIT_TABLET, "¼ tablet" },
    { 2.75, HC_DOSE_UNIT_TABLET, "2¾ tablets" },
    { 0.33, HC_DOSE_UNIT_TABLET, "⅓ tablet" },
    { 0.4, HC_DOSE_UNIT_TABLET, "0.4 tablet" },
    { 0.999, HC_DOSE_UNIT_TABLET, "0.999 tablet" },
    { 3, HC_DOSE_UNIT_CAPSULE, "3 capsules" },
    { 2.5, HC_DOSE_UNIT_MILLILITER, "2.5 mL" },
    { 0.5, HC_DOSE_UNIT_MILLILITER, "0.5 mL" },
    { 20, HC_DOSE_UNIT_DROP, "20 drops" },
    { 1, HC_DOSE_UNIT_PUFF, "1 puff" },
    { 1, HC_DOSE_UNIT_PATCH, "1 patch" },
    { 2, HC_DOSE_UNIT_PATCH, "2 patches" },
    { 1, HC_DOSE_UNIT_INJECTION, "1 injection" },
    { 1, HC_DOSE_UNIT_SACHET, "1 sachet" },
    { 2, HC_DOSE_UNIT_SUPPOSITORY, "2 suppositories" },
    { 0.5, HC_DOSE_UNIT_SPOON, "½ spoon" },
    { 40000, HC_DOSE_UNIT_UNIT, "40000 units" },
    { 1000000, HC_DOSE_UNIT_UNIT, "1000000 units" },
    { 12.5, HC_DOSE_UNIT_MILLIGRAM, "12.5 mg" },
    { 1, HC_DOSE_UNIT_OTHER, "1 dose" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = hc_dose_dup_words (cases[i].amount, cases[i].unit);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* Takes the schedule. */
static void
assert_words (HcSchedule *schedule,
              const char *expected,
              const char *times)
{
  g_autoptr (HcSchedule) owned = schedule;
  g_autofree char *words = NULL, *short_words = NULL;
  g_autoptr (GError) error = NULL;

  hc_schedule_check (owned, &error);
  g_assert_no_error (error);
  words = hc_schedule_dup_words (owned, HC_DOSE_UNIT_TABLET);
  short_words = hc_schedule_dup_times_words (owned);
  g_assert_cmpstr (words, ==, expected);
  g_assert_cmpstr (short_words, ==, times);
}

static void
test_times (void)
{
  HcSchedule *schedule = at_times ("2026-11-03", EVERY_DAY, 2, "20:00 08:00");

  assert_words (hc_schedule_copy (schedule), "2 tablets at 08:00 and 20:00, every day, from 3 November 2026",
                "08:00 and 20:00");
  schedule->last = day ("2026-12-03");
  add_lines (schedule, EVERY_DAY, 1, "14:00");
  assert_words (hc_schedule_copy (schedule),
                "2 tablets at 08:00 and 20:00, 1 tablet at 14:00, every day, from 3 November 2026 to 3 December 2026",
                "08:00, 14:00 and 20:00");
  /* Two lines at one time are one dose. */
  add_lines (schedule, EVERY_DAY, 1, "14:00");
  schedule->zone = g_strdup (BERLIN);
  assert_words (schedule,
                "2 tablets at 08:00, 14:00 and 20:00, every day, from 3 November 2026 to 3 December 2026, "
                "by the clock of Europe/Berlin", "08:00, 14:00 and 20:00");
}

static void
test_days (void)
{
  HcSchedule *warfarin = at_times ("2026-11-03", week_days ("M.W.F.."), 1, "18:00");

  add_lines (warfarin, week_days (".T.T.SS"), 0.5, "18:00");
  assert_words (at_times ("2026-11-03", cycle_days ("1-14", 21), 2, "08:00 20:00"),
                "2 tablets at 08:00 and 20:00, days 1 to 14 of 21, from 3 November 2026", "08:00 and 20:00");
  assert_words (at_times ("2026-11-03", cycle_days ("1-5, 8-12, 15", 28), 2, "08:00"),
                "2 tablets at 08:00, days 1 to 5, 8 to 12 and 15 of 28, from 3 November 2026", "08:00");
  assert_words (at_times ("2026-11-03", (HcDays) { .kind = HC_DAYS_EVERY_N, .n = 2 }, 1, "08:00"),
                "1 tablet at 08:00, every other day, from 3 November 2026", "08:00");
  assert_words (at_times ("2026-11-03", (HcDays) { .kind = HC_DAYS_EVERY_N, .n = 3 }, 1, "08:00"),
                "1 tablet at 08:00, every 3 days, from 3 November 2026", "08:00");
  assert_words (warfarin,
                "1 tablet at 18:00 on Monday, Wednesday and Friday; "
                "½ tablet at 18:00 on Tuesday, Thursday, Saturday and Sunday, from 3 November 2026", "18:00");
}

static void
test_taper (void)
{
  HcSchedule *schedule = hc_schedule_new (HC_SCHEDULE_AT_TIMES);

  schedule->first = day ("2026-11-03");
  /* In any order. */
  add_step (schedule, 10, 0, 0.5, "08:00");
  add_step (schedule, 5, 5, 2, "08:00");
  add_step (schedule, 0, 5, 4, "08:00");
  assert_words (schedule, "4 tablets at 08:00 for 5 days, then 2 tablets at 08:00 for 5 days, "
                          "then ½ tablet at 08:00, every day, from 3 November 2026", "08:00");

  schedule = at_times ("2026-11-03", EVERY_DAY, 1, "08:00");
  add_step (schedule, 7, 1, 1, "20:00");
  assert_words (schedule, "1 tablet at 08:00, every day; 1 tablet at 20:00 for 1 day, beginning on day 8, "
                          "from 3 November 2026", "08:00 and 20:00");
}

static void
test_hours (void)
{
  HcSchedule *schedule = every ("2026-11-03T08:00:00Z", 480, 1);

  add_pause (schedule, "2026-11-05", "2026-11-06", FALSE);
  add_pause (schedule, "2026-11-09", "2026-11-09", TRUE);
  assert_words (schedule, "1 tablet every 8 hours, from 3 November 2026, paused from 5 November 2026 to "
                          "6 November 2026, paused on 9 November 2026", "every 8 hours");
  assert_words (every ("2026-11-03T08:00:00Z", 60, 1), "1 tablet every hour, from 3 November 2026", "every hour");
  assert_words (every ("2026-11-03T08:00:00Z", 90, 1), "1 tablet every 90 minutes, from 3 November 2026",
                "every 90 minutes");
}

static void
test_need (void)
{
  HcSchedule *schedule = as_needed ("2026-11-03", 1);

  assert_words (hc_schedule_copy (schedule), "1 tablet when needed", "when needed");
  schedule->daily_max = 8;
  schedule->min_minutes = 120;
  assert_words (hc_schedule_copy (schedule), "1 tablet when needed, at most 8 tablets in a day, at least 2 hours apart",
                "when needed");
  schedule->min_minutes = 90;
  schedule->last = day ("2026-11-30");
  assert_words (schedule, "1 tablet when needed, at most 8 tablets in a day, at least 90 minutes apart, "
                          "until 30 November 2026", "when needed");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schedule-words/units", test_units);
  g_test_add_func ("/schedule-words/forms", test_forms);
  g_test_add_func ("/schedule-words/doses", test_doses);
  g_test_add_func ("/schedule-words/times", test_times);
  g_test_add_func ("/schedule-words/days", test_days);
  g_test_add_func ("/schedule-words/taper", test_taper);
  g_test_add_func ("/schedule-words/hours", test_hours);
  g_test_add_func ("/schedule-words/need", test_need);

  return g_test_run ();
}
