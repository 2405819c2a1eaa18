/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-retry.h"

/* Headers as RFC 9110 has them, read on a Saturday at noon. */
static void
test_after (void)
{
  static const struct { const char *header; gint64 expected; } cases[] = {
    { NULL, -1 },
    { "", -1 },
    { "soon", -1 },
    { "-5", -1 },
    { "1.5", -1 },
    { "12 s", -1 },
    { "0", 0 },
    { "120", 120000 },
    { " 7 ", 7000 },
    { "86400", 86400000 },
    { "86401", 86400000 },
    { "99999999999999999999999999", 86400000 },
    { "Sat, 21 Nov 2026 12:00:30 GMT", 30000 },
    { "Sat, 21 Nov 2026 11:00:00 GMT", 0 },
    { "Sun, 22 Nov 2026 11:59:59 GMT", 86399000 },
    { "Thu, 21 Nov 2126 12:00:00 GMT", 86400000 },
  };
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 21, 12, 0, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (hc_retry_parse_after (cases[i].header, now), ==, cases[i].expected);
}

/* Between the half and the whole of 1, 2, 4 ... seconds, and never more than a minute. */
static void
test_delay (void)
{
  static const struct { guint attempt, shortest, longest; } cases[] = {
    { 1, 500, 1000 }, { 2, 1000, 2000 }, { 3, 2000, 4000 }, { 6, 16000, 32000 }, { 7, 30000, 60000 },
    { 60, 30000, 60000 }, { G_MAXUINT, 30000, 60000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpuint (hc_retry_get_delay (cases[i].attempt, 0), ==, cases[i].shortest);
      g_assert_cmpuint (hc_retry_get_delay (cases[i].attempt, 1), ==, cases[i].longest);
      g_assert_cmpuint (hc_retry_get_delay (cases[i].attempt, 0.5), ==, (cases[i].shortest + cases[i].longest) / 2);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network/retry/after", test_after);
  g_test_add_func ("/network/retry/delay", test_delay);

  return g_test_run ();
}
