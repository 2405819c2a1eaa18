/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the database keeps of a schedule. The property test has random schedules there and back. */

#include "schedule-fixture.h"

#include <string.h>

/* The text as files have it from the first version on: whoever changes it must still read these. */
#define CAPECITABINE \
  "(uint32 1, 'at-times', '2026-11-03', '', @ms nothing, " \
  "[(('of-cycle', uint32 21, '1-14'), 480, 3.0, 0, 0), (('of-cycle', 21, '1-14'), 1200, 3.5, 0, 0)], " \
  "@a(ssb) [], 0, int64 0, 0.0, 0.0, 0)"
#define MIXED \
  "(uint32 1, 'at-times', '2026-11-03', '2026-12-24', @ms 'Europe/Berlin', " \
  "[(('every', uint32 0, ''), 480, 1.0, 2, 3), (('every-n', 2, ''), 481, 1.0, 0, 0), " \
  "(('of-week', 5, ''), 482, 1.0, 0, 0)], " \
  "[('2026-11-05', '2026-11-06', true)], 0, int64 0, 0.0, 0.0, 0)"
#define HOURS \
  "(uint32 1, 'every-n-hours', '2026-11-03', '', @ms nothing, @a((sus)idii) [], @a(ssb) [], " \
  "480, int64 1793692800, 1.0, 0.0, 0)"
#define NEED \
  "(uint32 1, 'as-needed', '2026-11-03', '', @ms nothing, @a((sus)idii) [], @a(ssb) [], " \
  "0, int64 0, 1.0, 8.0, 120)"

static HcSchedule *
mixed (void)
{
  HcSchedule *schedule = hc_schedule_new (HC_SCHEDULE_AT_TIMES);

  schedule->first = day ("2026-11-03");
  schedule->last = day ("2026-12-24");
  schedule->zone = g_strdup (BERLIN);
  add_step (schedule, 2, 3, 1, "08:00");
  add_lines (schedule, (HcDays) { .kind = HC_DAYS_EVERY_N, .n = 2 }, 1, "08:01");
  add_lines (schedule, week_days ("M.W...."), 1, "08:02");
  add_pause (schedule, "2026-11-05", "2026-11-06", TRUE);

  return schedule;
}

/* Takes the schedule. */
static void
assert_text (HcSchedule *schedule,
             const char *expected)
{
  g_autoptr (HcSchedule) owned = schedule;
  g_autoptr (HcSchedule) parsed = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = hc_schedule_print (owned);

  g_assert_cmpstr (text, ==, expected);
  parsed = hc_schedule_parse (expected, &error);
  g_assert_no_error (error);
  g_assert_true (hc_schedule_equal (parsed, owned));
}

static void
test_text (void)
{
  HcSchedule *cycle = at_times ("2026-11-03", cycle_days ("1-14", 21), 3, "08:00");
  HcSchedule *need = as_needed ("2026-11-03", 1);

  add_lines (cycle, cycle_days ("1-14", 21), 3.5, "20:00");
  need->daily_max = 8;
  need->min_minutes = 120;
  assert_text (cycle, CAPECITABINE);
  assert_text (mixed (), MIXED);
  assert_text (every ("2026-11-03T08:00:00Z", 480, 1), HOURS);
  assert_text (need, NEED);
}

/* What a kind has no use for is forgotten. */
static void
test_useless (void)
{
  HcSchedule *schedule = as_needed ("2026-11-03", 1);

  add_lines (schedule, EVERY_DAY, -1, "08:00");
  schedule->anchor = 5;
  schedule->interval_minutes = -5;
  schedule->daily_max = 8;
  schedule->min_minutes = 120;
  assert_text (schedule, NEED);

  schedule = every ("2026-11-03T08:00:00Z", 480, 1);
  add_lines (schedule, EVERY_DAY, -1, "08:00");
  schedule->daily_max = 8;
  schedule->min_minutes = 120;
  assert_text (schedule, HOURS);
}

static void
assert_refused (const char *text,
                int         code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcSchedule) schedule = hc_schedule_parse (text, &error);

  g_assert_error (error, HC_SCHEDULE_ERROR, code);
  g_assert_null (schedule);
}

/* @find of the text of the mixed schedule is replaced by @replace. */
static void
assert_replaced (const char *find,
                 const char *replace,
                 int         code)
{
  g_autoptr (GString) text = g_string_new (MIXED);

  g_assert_cmpuint (g_string_replace (text, find, replace, 0), >, 0);
  assert_refused (text->str, code);
}

static void
test_bad_text (void)
{
  static const char *texts[] = {
    "", " ", "nothing", "()", "[]", "(uint32 1,)", "'", "\xff\xfe", "(uint32 1, 'at-times')", "@u 1", "{}", "<1>",
    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
  };
  g_autofree char *deep = g_strnfill (60000, '('), *large = g_strnfill (70000, ' ');
  g_autoptr (HcSchedule) right = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_refused (texts[i], HC_SCHEDULE_ERROR_BAD_TEXT);

  assert_refused (deep, HC_SCHEDULE_ERROR_BAD_TEXT);
  memcpy (large, MIXED, strlen (MIXED));
  assert_refused (large, HC_SCHEDULE_ERROR_BAD_TEXT);

  /* Blanks alone do not make it wrong. */
  large[60000] = '\0';
  right = hc_schedule_parse (large, NULL);
  g_assert_nonnull (right);
}

static void
test_bad_values (void)
{
  assert_replaced ("uint32 1,", "uint32 2,", HC_SCHEDULE_ERROR_BAD_TEXT);
  assert_replaced ("'at-times'", "'sometimes'", HC_SCHEDULE_ERROR_BAD_TEXT);
  assert_replaced ("'every'", "'each'", HC_SCHEDULE_ERROR_BAD_TEXT);
  assert_replaced ("2026-11-03", "2026-02-30", HC_SCHEDULE_ERROR_BAD_TEXT);
  assert_replaced ("2026-11-03", "yesterday", HC_SCHEDULE_ERROR_BAD_TEXT);
  assert_replaced ("2026-11-03", "99999-1-1", HC_SCHEDULE_ERROR_BAD_TEXT);
  assert_replaced ("('every-n', 2, '')", "('of-cycle', 2, '1-3')", HC_SCHEDULE_ERROR_BAD_TEXT);
  assert_replaced ("('every-n', 2, '')", "('of-cycle', 4294967295, '1-3')", HC_SCHEDULE_ERROR_BAD_TEXT);
  assert_replaced ("2026-11-03", "", HC_SCHEDULE_ERROR_BAD_DATES);
  assert_replaced ("2026-11-03", "0001-01-01", HC_SCHEDULE_ERROR_BAD_DATES);
  assert_replaced ("2026-12-24", "2026-11-02", HC_SCHEDULE_ERROR_BAD_DATES);
  assert_replaced ("('every-n', 2, '')", "('every-n', 0, '')", HC_SCHEDULE_ERROR_BAD_DAYS);
  assert_replaced ("('of-week', 5, '')", "('of-week', 4294967295, '')", HC_SCHEDULE_ERROR_BAD_TEXT);
  assert_replaced ("('of-week', 5, '')", "('of-week', 255, '')", HC_SCHEDULE_ERROR_BAD_DAYS);
  assert_replaced ("482", "-2147483648", HC_SCHEDULE_ERROR_BAD_TIME);
  assert_replaced ("482, 1.0", "482, nan", HC_SCHEDULE_ERROR_BAD_AMOUNT);
  assert_replaced ("482, 1.0", "482, inf", HC_SCHEDULE_ERROR_BAD_AMOUNT);
  assert_replaced ("2026-11-05", "2026-11-07", HC_SCHEDULE_ERROR_BAD_PAUSE);
  assert_replaced ("Europe/Berlin", "../../../etc/passwd", HC_SCHEDULE_ERROR_BAD_TIME);
  assert_replaced ("[(('every', uint32 0, ''), 480, 1.0, 2, 3), (('every-n', 2, ''), 481, 1.0, 0, 0), "
                   "(('of-week', 5, ''), 482, 1.0, 0, 0)]", "[]", HC_SCHEDULE_ERROR_NO_TIMES);
}

/* Whatever is done to a text: it is refused, or it is a right schedule that can be kept and asked for doses. */
static void
test_random_text (void)
{
  static const char *texts[] = { CAPECITABINE, MIXED, HOURS, NEED };
  static const char bytes[] = "0123456789-'()[],@ \"\\naxb\x01\xff";
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GDateTime) after = moment ("2026-11-01T00:00:00Z");
  guint n_right = 0;

  for (int i = 0; i < 20000; i++)
    {
      g_autofree char *text = g_strdup (texts[i % 4]), *again = NULL;
      g_autoptr (HcSchedule) schedule = NULL, parsed = NULL;
      g_autoptr (HcDose) dose = NULL;
      g_autoptr (GError) error = NULL;

      for (int n = g_test_rand_int_range (1, 4); n > 0; n--)
        text[g_test_rand_int_range (0, (int) strlen (text))] = bytes[g_test_rand_int_range (0, sizeof bytes - 1)];

      schedule = hc_schedule_parse (text, &error);
      g_assert_cmpint (schedule == NULL, ==, error != NULL);

      if (schedule == NULL)
        continue;

      n_right++;
      g_assert_true (hc_schedule_check (schedule, NULL));
      dose = hc_schedule_next_dose (schedule, after, zone);
      again = hc_schedule_print (schedule);
      parsed = hc_schedule_parse (again, NULL);
      g_assert_true (hc_schedule_equal (parsed, schedule));
    }

  g_assert_cmpuint (n_right, >, 100);
}

/* The longest that passes the check fits into the database. */
static void
test_longest (void)
{
  HcSchedule *schedule = hc_schedule_new (HC_SCHEDULE_AT_TIMES);
  g_autoptr (HcSchedule) owned = schedule, parsed = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  HcDays odd = cycle_days ("1", 128);

  for (int i = 0; i < 128; i += 2)
    odd.cycle[i / 8] |= (guint8) (1u << (i % 8));

  schedule->first = day ("2026-11-03");
  schedule->last = day ("2199-11-03");
  schedule->zone = g_strnfill (64, 'A');

  for (int i = 0; i < HC_SCHEDULE_MAX_LINES; i++)
    {
      HcScheduleLine line = { .days = odd, .minute = 1439 - i % 48, .amount = 100000.0 / 3.0, .first_day = 3659,
                              .n_days = 3659 };

      g_array_append_val (schedule->lines, line);
    }

  for (int i = 0; i < HC_SCHEDULE_MAX_PAUSES; i++)
    {
      g_autofree char *first = g_strdup_printf ("%d-12-01", 2027 + i), *last = g_strdup_printf ("%d-12-20", 2027 + i);

      add_pause (schedule, first, last, FALSE);
    }

  hc_schedule_check (schedule, &error);
  g_assert_no_error (error);
  text = hc_schedule_print (schedule);
  g_assert_cmpuint (strlen (text), <, 64 * 1024);
  g_assert_cmpuint (strlen (text), >, 48 * 1024);
  parsed = hc_schedule_parse (text, NULL);
  g_assert_true (hc_schedule_equal (parsed, schedule));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schedule-text/text", test_text);
  g_test_add_func ("/schedule-text/useless", test_useless);
  g_test_add_func ("/schedule-text/bad-text", test_bad_text);
  g_test_add_func ("/schedule-text/bad-values", test_bad_values);
  g_test_add_func ("/schedule-text/random", test_random_text);
  g_test_add_func ("/schedule-text/longest", test_longest);

  return g_test_run ();
}
