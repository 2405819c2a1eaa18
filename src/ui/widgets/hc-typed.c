/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-typed.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <string.h>

/* What people type into fields: numbers, times and days. Each function returns what is wrong with it in words, and
 * NULL when nothing is. */

#define LONGEST 64     /* bytes; no number, time or day is longer */
#define LONGEST_NAME 200 /* letters */
#define LARGEST_COUNT 100000

static const struct {
  const char *sign;
  const char *words;
} fractions[] = {
  { "¼", " 1/4" }, { "½", " 1/2" }, { "¾", " 3/4" }, { "⅓", " 1/3" }, { "⅔", " 2/3" }, { "−", "-" },
};

static char *
simplify_number (const char *text)
{
  g_autoptr (GString) simple = g_string_new (text);

  for (guint i = 0; i < G_N_ELEMENTS (fractions); i++)
    g_string_replace (simple, fractions[i].sign, fractions[i].words, 0);

  return g_strstrip (g_string_free_and_steal (g_steal_pointer (&simple)));
}

static GMatchInfo *
match (const char *pattern,
       const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
  GMatchInfo *found = NULL;

  if (!g_regex_match (regex, text, 0, &found))
    g_clear_pointer (&found, g_match_info_unref);

  return found;
}

static double
get_number (GMatchInfo *found,
            const char *name)
{
  g_autofree char *text = g_match_info_fetch_named (found, name);

  return text != NULL && *text != '\0' ? g_ascii_strtod (text, NULL) : 0;
}

/* "1 1/2" */
static gboolean
read_fraction (const char *text,
               double     *number)
{
  g_autoptr (GMatchInfo) found = match ("^(?:(?<whole>[0-9]{1,6})\\s+)?(?<part>[0-9]{1,3})/(?<of>[0-9]{1,3})$", text);

  if (found == NULL || get_number (found, "of") == 0)
    return FALSE;

  *number = get_number (found, "whole") + get_number (found, "part") / get_number (found, "of");

  return TRUE;
}

/**
 * hc_typed_read_number:
 * @text: what somebody typed
 * @number: (out): the number
 *
 * Reads a number with the decimal sign of the person, or with a dot or a comma where it can be nothing else, or
 * with a fraction: `0.5`, `½`, `1 1/2`. What could be a thousand is refused. It may be less than 0 or very large.
 *
 * Returns: (nullable): what is wrong with it, in words
 */
const char *
hc_typed_read_number (const char *text,
                      double     *number)
{
  const char *radix = nl_langinfo (RADIXCHAR);
  g_autoptr (GMatchInfo) found = NULL;
  g_autofree char *simple = NULL, *sign = NULL, *part = NULL;

  g_return_val_if_fail (text != NULL && number != NULL, NULL);

  simple = simplify_number (text);
  if (strlen (simple) > LONGEST)
    return _("Write a number, such as 2 or ½.");

  if (read_fraction (simple, number))
    return NULL;

  found = match ("^[+-]?[0-9]+(?:(?<sign>[.,])(?<part>[0-9]+))?(?:e[+-]?[0-9]{1,3})?$", simple);
  if (found == NULL)
    return _("Write a number, such as 2 or ½.");

  sign = g_match_info_fetch_named (found, "sign");
  part = g_match_info_fetch_named (found, "part");
  if (sign != NULL && *sign != '\0' && !g_str_equal (sign, radix) && strlen (part) == 3)
    return _("It is not clear whether this is a thousand. Write the number without a dot or comma.");

  g_strdelimit (simple, ",", '.');
  *number = g_ascii_strtod (simple, NULL);

  return NULL;
}

/**
 * hc_typed_read_count:
 * @text: what somebody typed
 * @count: (out): the number
 *
 * Returns: (nullable): what is wrong with it as a whole number from 1 on, in words
 */
const char *
hc_typed_read_count (const char *text,
                     int        *count)
{
  double number = 0;
  const char *fault;

  g_return_val_if_fail (count != NULL, NULL);

  fault = hc_typed_read_number (text, &number);
  if (fault == NULL && !(number >= 1 && number <= LARGEST_COUNT && number == (int) number))
    fault = _("Write a whole number that is more than zero.");
  if (fault == NULL)
    *count = (int) number;

  return fault;
}

/* Whether the word behind a time is the one for that half of the day, in English or in the person's language. */
static gboolean
is_half (const char *word,
         const char *english, /* a pattern */
         nl_item     item)
{
  g_autoptr (GMatchInfo) found = match (english, word);
  g_autofree char *folded = g_utf8_casefold (word, -1);
  g_autofree char *local = g_utf8_casefold (nl_langinfo (item), -1);

  return found != NULL || (*local != '\0' && g_str_equal (folded, local));
}

/**
 * hc_typed_read_time:
 * @text: what somebody typed
 * @minute: (out): the minute of the day, 0 to 1439
 *
 * Reads a time of the day: `8`, `8:30`, `20.15`, `8 am`, `2015`.
 *
 * Returns: (nullable): what is wrong with it, in words
 */
const char *
hc_typed_read_time (const char *text,
                    int        *minute)
{
  g_autofree char *stripped = NULL, *half = NULL;
  g_autoptr (GMatchInfo) found = NULL;
  int hour, min;

  g_return_val_if_fail (text != NULL && minute != NULL, NULL);

  stripped = g_strstrip (g_strdup (text));
  if (*stripped == '\0')
    return _("Write a time, such as 8:30.");

  if (strlen (stripped) <= LONGEST)
    found = match ("^(?<hour>[0-9]{1,2})(?:[:.h ]?(?<min>[0-9]{2}))?\\s*(?<half>\\D*)$", stripped);
  if (found == NULL)
    return _("This is no time. Write it like 8:30.");

  hour = (int) get_number (found, "hour");
  min = (int) get_number (found, "min");
  half = g_match_info_fetch_named (found, "half");

  if (half != NULL && *half != '\0')
    {
      gboolean is_morning = is_half (half, "^a\\.?m?\\.?$", AM_STR);
      gboolean is_afternoon = is_half (half, "^p\\.?m?\\.?$", PM_STR);

      if (is_morning == is_afternoon || hour < 1 || hour > 12)
        return _("This is no time. Write it like 8:30.");

      hour = hour % 12 + (is_afternoon ? 12 : 0);
    }

  if (hour > 23 || min > 59)
    return _("A time must be between 00:00 and 23:59.");

  *minute = hour * 60 + min;

  return NULL;
}

/**
 * hc_typed_read_date:
 * @text: what somebody typed
 * @date: (out): the day
 *
 * Reads a day as it is written in the person's language, or `2026-11-20`.
 *
 * Returns: (nullable): what is wrong with it, in words
 */
const char *
hc_typed_read_date (const char *text,
                    GDate      *date)
{
  g_autofree char *stripped = NULL;
  g_autoptr (GMatchInfo) iso = NULL;

  g_return_val_if_fail (text != NULL && date != NULL, NULL);

  g_date_clear (date, 1);
  stripped = g_strstrip (g_strdup (text));
  if (*stripped == '\0')
    return _("Write a day, such as 20 November 2026.");

  if (strlen (stripped) > LONGEST)
    return _("There is no such day. Write it like 20 November 2026.");

  iso = match ("^(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})$", stripped);
  if (iso != NULL)
    {
      int year = (int) get_number (iso, "year"), month = (int) get_number (iso, "month");
      int day = (int) get_number (iso, "day");

      if (g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
        g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
    }
  else
    {
      g_date_set_parse (date, stripped);
    }

  if (!g_date_valid (date))
    return _("There is no such day. Write it like 20 November 2026.");

  /* "20 November" is taken for the year 20. */
  return g_date_get_year (date) < 1000 ? _("Write the year, too, such as 20 November 2026.") : NULL;
}

/**
 * hc_typed_check_name:
 * @text: what somebody typed
 *
 * Returns: (nullable): what is wrong with it as a name or another short text, in words
 */
const char *
hc_typed_check_name (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return g_utf8_strlen (text, -1) > LONGEST_NAME ? _("This is too long: 200 letters at most.") : NULL;
}

/**
 * hc_typed_dup_number:
 * @number: a number
 *
 * Returns: (transfer full): it as hc_typed_read_number() reads it
 */
char *
hc_typed_dup_number (double number)
{
  return g_strdup_printf ("%.9g", number);
}
