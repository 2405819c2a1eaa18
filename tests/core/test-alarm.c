/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-alarm.h"

#define DEADLINE_SECONDS 30

static void
count_cb (int *n)
{
  (*n)++;
}

static gboolean
deadline_cb (gpointer data)
{
  g_error ("Waited %d seconds for %s", DEADLINE_SECONDS, (const char *) data);

  return G_SOURCE_REMOVE;
}

static void
wait_for (int        *n,
          int         wanted,
          const char *what)
{
  guint deadline = g_timeout_add_seconds (DEADLINE_SECONDS, deadline_cb, (gpointer) what);

  while (*n < wanted)
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (deadline);
}

static void
spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_system (void)
{
  g_autoptr (HcClock) clock = hc_clock_new ();
  g_autoptr (HcAlarm) alarm = hc_alarm_new (clock);
  g_autoptr (GDateTime) begin = hc_clock_dup_time (clock);
  g_autoptr (GDateTime) soon = g_date_time_add (begin, G_TIME_SPAN_SECOND / 5);
  g_autoptr (GDateTime) later = g_date_time_add_hours (begin, 1);
  g_autoptr (GDateTime) end = NULL;
  int n = 0;

  g_signal_connect_swapped (alarm, "rings", G_CALLBACK (count_cb), &n);

  hc_alarm_set (alarm, later);
  hc_alarm_set (alarm, soon);
  wait_for (&n, 1, "an alarm");
  end = hc_clock_dup_time (clock);
  g_assert_cmpint (g_date_time_compare (end, soon), >=, 0);

  /* It rang once, and a time that has gone by rings at once. */
  spin ();
  g_assert_cmpint (n, ==, 1);
  hc_alarm_set (alarm, begin);
  wait_for (&n, 2, "an alarm that is late");

  hc_alarm_set (alarm, later);
  hc_alarm_set (alarm, NULL);
  spin ();
  g_assert_cmpint (n, ==, 2);

  g_assert_finalize_object (g_steal_pointer (&alarm));
}

static void
test_fixed (void)
{
  g_autoptr (GDateTime) begin = g_date_time_new_utc (2026, 11, 20, 7, 0, 0);
  g_autoptr (GDateTime) eight = g_date_time_new_utc (2026, 11, 20, 8, 0, 0);
  g_autoptr (HcClock) clock = hc_clock_new_fixed (begin);
  HcAlarm *alarm = hc_alarm_new (clock);
  int n = 0;

  g_signal_connect_swapped (alarm, "rings", G_CALLBACK (count_cb), &n);
  hc_alarm_set (alarm, eight);
  spin ();
  g_assert_cmpint (n, ==, 0);

  hc_clock_set_time (clock, eight);
  spin ();
  g_assert_cmpint (n, ==, 1);

  hc_alarm_set (alarm, begin);
  spin ();
  g_assert_cmpint (n, ==, 2);

  /* Nothing is left behind in the main loop. */
  hc_clock_set_time (clock, begin);
  g_assert_finalize_object (alarm);
  spin ();
  g_assert_cmpint (n, ==, 2);
}

/* The clock of the system tells that it is in another zone, and is then set to stand still. */
static void
test_changed (void)
{
  g_autoptr (HcClock) clock = hc_clock_new ();
  g_autoptr (GDateTime) now = hc_clock_dup_time (clock);
  g_autoptr (GDateTime) later = g_date_time_add_hours (now, 1);
  g_autoptr (HcAlarm) alarm = hc_alarm_new (clock);
  int n = 0;

  g_signal_connect_swapped (alarm, "rings", G_CALLBACK (count_cb), &n);
  hc_alarm_set (alarm, later);
  spin ();
  g_assert_cmpint (n, ==, 0);
  g_signal_emit_by_name (clock, "changed");
  spin ();
  g_assert_cmpint (n, ==, 1);

  hc_clock_set_time (clock, now);
  spin ();
  g_assert_cmpint (n, ==, 2);
  hc_alarm_set (alarm, later);
  spin ();
  g_assert_cmpint (n, ==, 2);
  hc_clock_set_time (clock, later);
  spin ();
  g_assert_cmpint (n, ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/alarm/system", test_system);
  g_test_add_func ("/core/alarm/fixed", test_fixed);
  g_test_add_func ("/core/alarm/changed", test_changed);

  return g_test_run ();
}
