/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-pattern.h"

/**
 * hc_pattern_compile:
 * @pattern: a regular expression that the program has made; that it cannot be read is a fault of the program
 *
 * Returns: (transfer full): what finds it many times, in letters of either case
 */
GRegex *
hc_pattern_compile (const char *pattern)
{
  g_autoptr (GError) error = NULL;
  GRegex *regex;

  g_return_val_if_fail (pattern != NULL, NULL);

  regex = g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, G_REGEX_MATCH_DEFAULT, &error);
  if (regex == NULL)
    g_error ("%s: %s", pattern, error->message);

  return regex;
}
