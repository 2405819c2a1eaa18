/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz-target.h"

#include <glib.h>
#include <string.h>

#include "hc-feed-date.h"
#include "hc-retry.h"

#define DAY_MS 86400000

static void
check_date (const char *text,
            GDateTime  *now)
{
  g_autoptr (GDateTime) date = hc_feed_date_parse (text);
  gint64 asked = hc_retry_parse_after (text, now);

  g_assert_true (asked == -1 || (asked >= 0 && asked <= DAY_MS));

  if (date != NULL)
    {
      g_autofree char *printed = g_date_time_format_iso8601 (date);
      g_autoptr (GDateTime) again = hc_feed_date_parse (printed);

      /* What was understood is a day on which there were feeds, and is the same when it is written down. */
      g_assert_cmpint (g_date_time_get_year (date), >=, 1970);
      g_assert_cmpint (g_date_time_get_year (date), <=, 2201);
      g_assert_true (again == NULL || g_date_time_equal (again, date));
    }
}

/**
 * LLVMFuzzerTestOneInput:
 * @data: (array length=size): dates as feeds and servers write them, one in a line, or anything
 * @size: how many bytes
 *
 * Reads dates.
 *
 * Returns: 0
 */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (1795271875);
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    check_date (lines[i], now);

  return 0;
}
