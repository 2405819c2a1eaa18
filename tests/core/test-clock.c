/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-clock.h"

static void
test_system (void)
{
  g_autoptr (HcClock) clock = hc_clock_new ();
  gint64 before = g_get_real_time ();
  g_autoptr (GDateTime) time = hc_clock_dup_time (clock);
  gint64 after = g_get_real_time ();

  g_assert_cmpint (g_date_time_to_unix_usec (time), >=, before);
  g_assert_cmpint (g_date_time_to_unix_usec (time), <=, after);
}

static void
test_fixed (void)
{
  g_autoptr (GDateTime) first = g_date_time_new_utc (2026, 11, 20, 23, 11, 54);
  g_autoptr (GDateTime) second = g_date_time_new_utc (2026, 11, 21, 0, 0, 0);
  g_autoptr (HcClock) clock = hc_clock_new_fixed (first);
  g_autoptr (GDateTime) read_first = hc_clock_dup_time (clock);
  g_autoptr (GDateTime) read_again = hc_clock_dup_time (clock);
  g_autoptr (GDateTime) read_second = NULL;

  g_assert_true (g_date_time_equal (read_first, first));
  g_assert_true (g_date_time_equal (read_again, first));

  hc_clock_set_time (clock, second);
  read_second = hc_clock_dup_time (clock);
  g_assert_true (g_date_time_equal (read_second, second));

  /* The time that it shows already. */
  hc_clock_set_time (clock, read_second);
  g_assert_true (g_date_time_equal (read_second, second));

  g_assert_finalize_object (g_steal_pointer (&clock));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/clock/system", test_system);
  g_test_add_func ("/core/clock/fixed", test_fixed);

  return g_test_run ();
}
