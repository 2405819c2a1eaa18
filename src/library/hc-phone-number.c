/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-phone-number.h"

#include <string.h>

/* Ten digits as the North American Numbering Plan has them: neither an area code nor an exchange begins
 * with 0 or 1, and no area code ends in 11, which is kept for short numbers such as 911. */
#define TEN_DIGITS "(?:1-)?[2-9](?!11)[0-9]{2}-[2-9][0-9]{2}-[0-9]{4}"

/* 988 and 911, and the five or six digits to which a message is sent. */
#define SHORT_NUMBER "[2-9][0-9]{2}|[2-9][0-9]{4,5}"

/**
 * hc_phone_number_is_valid:
 * @text: a telephone number of the United States
 *
 * Returns: whether it is written as the content writes them: `800-525-2225`, `1-800-525-2225`, `911`, or the
 *   number of a text line, `741741`
 */
gboolean
hc_phone_number_is_valid (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return g_regex_match_simple ("^(?:" TEN_DIGITS "|" SHORT_NUMBER ")$", text, G_REGEX_DOLLAR_ENDONLY,
                               G_REGEX_MATCH_DEFAULT);
}

/**
 * hc_phone_number_dup_uri:
 * @text: a telephone number that is valid
 *
 * Returns: (transfer full): the address that calls it (RFC 3966): `tel:+18005252225`. Short numbers stay
 *   as they are, because they belong to the network of whoever calls.
 */
char *
hc_phone_number_dup_uri (const char *text)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *digits = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  parts = g_strsplit (text, "-", -1);
  digits = g_strjoinv ("", parts);

  if (strlen (digits) == 10)
    return g_strconcat ("tel:+1", digits, NULL);

  return g_strconcat (strlen (digits) == 11 ? "tel:+" : "tel:", digits, NULL);
}
