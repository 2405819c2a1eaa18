/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-feed-date.h"

/* The dates of items. The seconds are those of email.utils.parsedate_tz() and datetime.fromisoformat() of
 * Python, but for the ones marked so. */

static const struct
{
  const char *text;
  gint64      seconds; /* since 1970; -1: no date */
} dates[] = {
  { "Sat, 21 Nov 2026 14:37:55 GMT", 1795271875 },
  { "Sat, 21 Nov 2026 14:37:55 +0000", 1795271875 },
  { "Sat, 21 Nov 2026 09:37:55 -0500", 1795271875 },
  { "21 Nov 2026 14:37:55 GMT", 1795271875 },
  { "Sat, 21 Nov 2026 14:37 GMT", 1795271820 },
  { "Sat, 21 Nov 26 14:37:55 GMT", 1795271875 },
  { "Sat, 21 Nov 2026 09:37:55 EST", 1795271875 },
  { "Sat, 21 Nov 2026 06:37:55 PST", 1795271875 },
  { "Tue, 21 Jul 2026 10:37:55 EDT", 1784644675 },
  { "Tue, 21 Jul 2026 08:37:55 MDT", 1784644675 },
  { "Saturday, 21-Nov-26 14:37:55 GMT", 1795271875 },
  { "Sat, 21-Nov-2026 14:37:55 GMT", 1795271875 },
  { "Sat Nov 21 14:37:55 2026", 1795271875 },
  { "Sat Nov  1 04:07:05 2026", 1793506025 },
  { "Sat, 21 Nov 2026 14:37:55 Z", 1795271875 },
  { "Sat, 21 Nov 2026 14:37:55 UT", 1795271875 },
  { "Sat, 21 Nov 2026 14:37:55 +0530", 1795252075 },
  { "Sat,21 Nov 2026 14:37:55 +0000", 1795271875 },
  { "  Sat, 21 Nov 2026 14:37:55 +0000  ", 1795271875 },
  { "\n\tSat, 21 Nov 2026 14:37:55 +0000\n", 1795271875 },
  { "Sat, 21 Nov 2026 14:37:55 (a comment)", 1795271875 },
  { "Sat, 21 Nov 2026 9:7:5 GMT", 1795252025 },
  { "Thu, 1 Jan 1998 00:00:00 GMT", 883612800 },
  { "Thu, 31 Dec 98 23:59:59 GMT", 915148799 },
  { "Sat, 21 Nov 2026 14:37:55 -0000", 1795271875 },
  { "Sat, 21 November 2026 14:37:55 GMT", 1795271875 },
  { "21 NOV 2026 14:37:55 gmt", 1795271875 },
  { "Sun, 29 Feb 2032 12:00:00 GMT", 1961668800 },
  { "Sat, 21 Nov 2026 14:37:55 XYZ", 1795271875 },

  /* Those that Python does not read, worked by hand: 1795219200 is the midnight of that day. */
  { "Nov 21, 2026", 1795219200 },
  { "November 21st, 2026", 1795219200 },
  { "Sat, 21 Nov 2026", 1795219200 },
  { "Sat, 21 Nov 2026 02:37:55 PM GMT", 1795271875 },
  { "Sat, 21 Nov 2026 2:37:55pm", 1795271875 },
  { "21 Nov 2026 12:00 AM", 1795219200 },
  { "Sat Nov 21 14:37:55 UTC 2026", 1795271875 },
  { "Sat, 21 Nov 2026 16:37:55 GMT+2", 1795271875 },
  { "Sat, 21 Nov 2026 15:37:55 +01:00", 1795271875 },
  { "Sat, 21 Nov 2026 23:59:60 GMT", 1795219200 + 86399 }, /* GLib has no leap seconds */
  { "Sat, 21 Nov 2026 24:00:00 GMT", 1795219200 + 86400 },
  { "21 Sept 2026 00:00:00 GMT", 1795219200 - 61 * 86400 },
  { "Sat, 21 Nov 2026 14:37:55 A", 1795271875 },

  { "2026-11-21T14:37:55Z", 1795271875 },
  { "2026-11-21T09:37:55-05:00", 1795271875 },
  { "2026-11-21T14:37:55.123456+00:00", 1795271875 },
  { "2026-11-21T20:07:55+05:30", 1795271875 },
  { "2026-11-21 14:37:55", 1795271875 },
  { "2026-11-21T14:37Z", 1795271820 },
  { "2026-11-21", 1795219200 },
  { "20261121T143755Z", 1795271875 },
  { "2026-11-21T14:37:55+0000", 1795271875 },
  { "2026-11-21t14:37:55z", 1795271875 },
  { "2026-11-21 14:37:55 UTC", 1795271875 },
  { "2026-11", 1793491200 },
  { "2026", 1767225600 },

  /* No dates, or none that can be told. */
  { "", -1 },
  { "   ", -1 },
  { "today", -1 },
  { "11/21/2026 10:00:00 AM", -1 },
  { "21.11.2026", -1 },
  { "1795271875", -1 },
  { "31 Feb 2026 00:00:00 GMT", -1 },
  { "2026-13-01", -1 },
  { "2026-02-29T00:00:00Z", -1 },
  { "Sat, 21 Nov 2026 25:00:00 GMT", -1 },
  { "Sat, 21 Nov 2026 14:61:00 GMT", -1 },
  { "0001-01-01T00:00:00Z", -1 },
  { "1970-01-01T00:00:00Z", -1 },
  { "Mon, 01 Jan 0001 00:00:00 +0000", -1 },
  { "9999-12-31T23:59:59Z", -1 },
  { "21 21 21 21 21 21", -1 },
  { "Nov Nov Nov", -1 },
  { "\xff\xfe", -1 },
  { "Sat, 21 Nov 99999999999999999999 14:37:55 GMT", -1 },
};

static void
test_dates (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (GDateTime) time = hc_feed_date_parse (dates[i].text);

      g_test_message ("%s", dates[i].text);
      g_assert_cmpint (time != NULL ? g_date_time_to_unix (time) : -1, ==, dates[i].seconds);
      g_assert_true (time == NULL || g_date_time_get_utc_offset (time) == 0);
    }
}

static void
test_long (void)
{
  g_autofree char *digits = g_strnfill (5000, '9');
  g_autofree char *blanks = g_strnfill (1000 * 1000, ' ');

  g_assert_null (hc_feed_date_parse (NULL));
  g_assert_null (hc_feed_date_parse (digits));
  g_assert_null (hc_feed_date_parse (blanks));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sources/feed-date/dates", test_dates);
  g_test_add_func ("/sources/feed-date/long", test_long);

  return g_test_run ();
}
