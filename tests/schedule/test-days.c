/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "schedule-fixture.h"

static void
assert_days (const HcDays *days,
             const char   *expected) /* a letter a day, from the first, which is a Monday: x or . */
{
  for (int i = 0; expected[i] != '\0'; i++)
    g_assert_cmpint (hc_days_has (days, i, (GDateWeekday) (i % 7 + G_DATE_MONDAY)), ==, expected[i] == 'x');
}

static void
test_has (void)
{
  HcDays every = EVERY_DAY, third = { .kind = HC_DAYS_EVERY_N, .n = 3 }, week = week_days ("M.W...S");
  HcDays cycle = cycle_days ("1-2, 4", 5), none = { .kind = HC_DAYS_EVERY_N };

  assert_days (&every, "xxxxxxxx");
  assert_days (&third, "x..x..x..x");
  assert_days (&week, "x.x...xx.x...x");
  assert_days (&cycle, "xx.x.xx.x.xx");
  assert_days (&none, "....");
  g_assert_false (hc_days_has (&every, -1, G_DATE_MONDAY));
  g_assert_false (hc_days_has (&week, 0, G_DATE_BAD_WEEKDAY));
}

static void
assert_cycle (const char *text,
              int         length,
              const char *expected)
{
  HcDays days = cycle_days (text, length), again;
  g_autofree char *printed = hc_days_dup_cycle (&days);

  g_assert_cmpint (days.kind, ==, HC_DAYS_OF_CYCLE);
  g_assert_cmpint (days.n, ==, length);
  g_assert_cmpstr (printed, ==, expected);

  again = cycle_days (printed, length);
  g_assert_true (hc_days_equal (&again, &days));
}

static void
test_cycle (void)
{
  assert_cycle ("1-14", 21, "1-14");
  assert_cycle ("1-5, 8-12", 28, "1-5, 8-12");
  assert_cycle (" 1 – 5 ,8;9,10 ", 28, "1-5, 8-10");
  assert_cycle ("8-12,1-5,3", 28, "1-5, 8-12");
  assert_cycle ("1", 1, "1");
  assert_cycle ("128, 1", 128, "1, 128");
  assert_cycle ("8-9, 16-17", 21, "8-9, 16-17"); /* over the edges of bytes */
}

static void
assert_refused (const char *text,
                int         length)
{
  HcDays days = { .kind = HC_DAYS_OF_WEEK, .week = 5 };
  g_autoptr (GError) error = NULL;

  g_assert_false (hc_days_parse_cycle (text, length, &days, &error));
  g_assert_error (error, HC_SCHEDULE_ERROR, HC_SCHEDULE_ERROR_BAD_DAYS);
  g_assert_cmpint (days.kind, ==, HC_DAYS_OF_WEEK);
  g_assert_cmpint (days.week, ==, 5);
}

static void
test_bad_cycle (void)
{
  static const char *texts[] = {
    "", " ", ",", "1,", ",1", "1-", "-5", "5-1", "1, 5-4", "0", "0-3", "1-22", "22", "a", "1 2", "1--3", "1-2-3", "1.5",
    "+1", "9999999999999999999", "1-9999", "1\xff",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_refused (texts[i], 21);

  assert_refused ("1", 0);
  assert_refused ("1", -1);
  assert_refused ("1", G_MININT);
  assert_refused ("1", 129);
  assert_refused ("129", 200);
}

static void
assert_check (HcDays   days,
              gboolean expected)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (hc_days_check (&days, &error), ==, expected);

  if (!expected)
    g_assert_error (error, HC_SCHEDULE_ERROR, HC_SCHEDULE_ERROR_BAD_DAYS);
}

static void
test_check (void)
{
  HcDays beyond = cycle_days ("1-21", 21);

  assert_check (EVERY_DAY, TRUE);
  assert_check ((HcDays) { .kind = HC_DAYS_EVERY_N, .n = 1 }, TRUE);
  assert_check ((HcDays) { .kind = HC_DAYS_EVERY_N, .n = 366 }, TRUE);
  assert_check ((HcDays) { .kind = HC_DAYS_EVERY_N, .n = 0 }, FALSE);
  assert_check ((HcDays) { .kind = HC_DAYS_EVERY_N, .n = -1 }, FALSE);
  assert_check ((HcDays) { .kind = HC_DAYS_EVERY_N, .n = 367 }, FALSE);
  assert_check ((HcDays) { .kind = HC_DAYS_OF_WEEK, .week = 0x40 }, TRUE);
  assert_check ((HcDays) { .kind = HC_DAYS_OF_WEEK }, FALSE);
  assert_check ((HcDays) { .kind = HC_DAYS_OF_WEEK, .week = 0x81 }, FALSE);
  assert_check ((HcDays) { .kind = HC_DAYS_OF_CYCLE, .n = 21 }, FALSE);
  assert_check ((HcDays) { .kind = HC_DAYS_OF_CYCLE, .cycle = { 1 } }, FALSE);
  assert_check ((HcDays) { .kind = HC_DAYS_OF_CYCLE, .n = 129, .cycle = { 1 } }, FALSE);
  assert_check ((HcDays) { .kind = (HcDaysKind) 4 }, FALSE);

  beyond.n = 20;
  assert_check (beyond, FALSE);
}

static void
test_equal (void)
{
  HcDays cycle = cycle_days ("1-5", 28), longer = cycle_days ("1-5", 29), more = cycle_days ("1-6", 28);
  HcDays week = week_days ("M......"), every = { .kind = HC_DAYS_EVERY, .n = 3, .week = 5 }, plain = EVERY_DAY;

  g_assert_true (hc_days_equal (&cycle, &cycle));
  g_assert_false (hc_days_equal (&cycle, &longer));
  g_assert_false (hc_days_equal (&cycle, &more));
  g_assert_false (hc_days_equal (&cycle, &week));
  /* What has no meaning makes no difference. */
  g_assert_true (hc_days_equal (&every, &plain));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/days/has", test_has);
  g_test_add_func ("/days/cycle", test_cycle);
  g_test_add_func ("/days/bad-cycle", test_bad_cycle);
  g_test_add_func ("/days/check", test_check);
  g_test_add_func ("/days/equal", test_equal);

  return g_test_run ();
}
