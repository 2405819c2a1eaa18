/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-retry.h"

#include <libsoup/soup.h>
#include <string.h>

/* The first wait, in milliseconds; each one after it is twice as long. */
#define FIRST_DELAY 1000

/* More than a day is the same as any longer time. */
#define MOST_SECONDS 86400

/**
 * hc_retry_parse_after:
 * @header: (nullable): the value of a header `Retry-After`: seconds or a date, RFC 9110, section 10.2.3
 * @now: the time
 *
 * Returns: how many milliseconds to wait, 0 for a date that is past, a day at most; -1 when the header does not say
 */
gint64
hc_retry_parse_after (const char *header,
                      GDateTime  *now)
{
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *value = NULL;
  gsize n_digits;

  g_return_val_if_fail (now != NULL, -1);

  if (header == NULL)
    return -1;

  value = g_strstrip (g_strdup (header));
  n_digits = strspn (value, "0123456789");

  if (n_digits > 0 && value[n_digits] == '\0')
    {
      guint64 seconds = n_digits > 9 ? MOST_SECONDS : g_ascii_strtoull (value, NULL, 10);

      return (gint64) MIN (seconds, MOST_SECONDS) * 1000;
    }

  date = soup_date_time_new_from_http_string (value);
  if (date == NULL)
    return -1;

  return CLAMP (g_date_time_difference (date, now) / 1000, 0, MOST_SECONDS * G_GINT64_CONSTANT (1000));
}

/**
 * hc_retry_get_delay:
 * @attempt: how many attempts there were, from 1
 * @random: a number from 0 to 1
 *
 * Says how long to wait before the next attempt when the service does not: twice as long each time, and between a
 * half and the whole of that, so that many who failed together do not come again together.
 *
 * Returns: milliseconds, %HC_RETRY_LONGEST at most
 */
guint
hc_retry_get_delay (guint  attempt,
                    double random)
{
  guint delay;

  g_return_val_if_fail (attempt >= 1, FIRST_DELAY);

  delay = MIN (FIRST_DELAY << MIN (attempt - 1, 8), HC_RETRY_LONGEST);

  return delay / 2 + (guint) (delay / 2 * CLAMP (random, 0, 1));
}
