/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-timestamp.h"

#include "hc-database.h"

static void
test_print (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (2 * 60 * 60);
  g_autoptr (GDateTime) time = g_date_time_new (zone, 2026, 11, 21, 1, 11, 54.25);
  g_autoptr (GDateTime) year_end = g_date_time_new_utc (2026, 12, 31, 23, 59, 59);
  g_autofree char *text = hc_timestamp_print (time);
  g_autofree char *year_end_text = hc_timestamp_print (year_end);

  g_assert_cmpstr (text, ==, "2026-11-20T23:11:54.250000Z");
  g_assert_cmpstr (year_end_text, ==, "2026-12-31T23:59:59.000000Z");
}

static void
test_parse (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) time = hc_timestamp_parse ("2026-11-20T23:11:54.250000Z", &error);

  g_assert_no_error (error);
  g_assert_cmpint (g_date_time_to_unix_usec (time), ==, G_GINT64_CONSTANT (1795216314250000));
}

/* To the microsecond, whatever floating point makes of it. */
static void
test_round_trips (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      gint64 usec = (gint64) g_test_rand_int_range (0, G_MAXINT32) * G_USEC_PER_SEC +
                    g_test_rand_int_range (0, G_USEC_PER_SEC);
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc_usec (usec);
      g_autofree char *text = hc_timestamp_print (time);
      g_autoptr (GDateTime) parsed = hc_timestamp_parse (text, NULL);

      g_assert_nonnull (parsed);
      g_assert_cmpint (g_date_time_to_unix_usec (parsed), ==, usec);
    }
}

static void
test_bad (void)
{
  static const char *const bad[] = {
    NULL, "", "now", "2026-11-20", "2026-11-20T23:11:54",
    "2026-02-31T00:00:00.000000Z", "2026-11-20T25:11:54.000000Z",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (hc_timestamp_parse (bad[i], &error));
      g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_DAMAGED);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/profile/timestamp/print", test_print);
  g_test_add_func ("/profile/timestamp/parse", test_parse);
  g_test_add_func ("/profile/timestamp/round-trips", test_round_trips);
  g_test_add_func ("/profile/timestamp/bad", test_bad);

  return g_test_run ();
}
