/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-days.h"

#include <glib/gi18n.h>
#include <string.h>

#define WHOLE_WEEK 0x7fu
#define EN_DASH "–"

static gboolean
cycle_has (const HcDays *days,
           int           day) /* 1: the first */
{
  return (days->cycle[(day - 1) / 8] & (1u << ((day - 1) % 8))) != 0;
}

static void
skip_blanks (const char **text)
{
  while (g_ascii_isspace (**text))
    (*text)++;
}

/* A number of up to three digits, more than any cycle has. */
static gboolean
read_number (const char **text,
             int         *number)
{
  const char *start;

  skip_blanks (text);
  start = *text;

  for (*number = 0; g_ascii_isdigit (**text) && *text - start < 3; (*text)++)
    *number = *number * 10 + g_ascii_digit_value (**text);

  if (*text == start || g_ascii_isdigit (**text))
    return FALSE;

  skip_blanks (text);

  return TRUE;
}

static gboolean
read_dash (const char **text)
{
  gsize length = g_str_has_prefix (*text, EN_DASH) ? strlen (EN_DASH) : **text == '-' ? 1 : 0;

  *text += length;

  return length > 0;
}

/* One day or a range of days. */
static gboolean
read_range (const char **text,
            int         *first,
            int         *last)
{
  if (!read_number (text, first))
    return FALSE;

  *last = *first;

  return !read_dash (text) || read_number (text, last);
}

/**
 * hc_days_parse_cycle:
 * @text: days and ranges of days with commas between, `1-14` or `1-5, 8-12`
 * @length: of the cycle in days
 * @days: (out): the days, not changed on failure
 * @error: return location for %HC_SCHEDULE_ERROR_BAD_DAYS
 *
 * Reads the days of a treatment cycle as a person writes them.
 *
 * Returns: whether they could be read
 */
gboolean
hc_days_parse_cycle (const char  *text,
                     int          length,
                     HcDays      *days,
                     GError     **error)
{
  HcDays read = { .kind = HC_DAYS_OF_CYCLE, .n = length };
  gboolean more;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (days != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  do
    {
      int first, last;

      if (!read_range (&text, &first, &last) || first > last || (*text != '\0' && *text != ',' && *text != ';'))
        {
          g_set_error_literal (error, HC_SCHEDULE_ERROR, HC_SCHEDULE_ERROR_BAD_DAYS,
                               _("Write the days of the cycle like this: 1-14, or like this: 1-5, 8-12."));
          return FALSE;
        }

      if (first < 1 || last > MIN (length, HC_DAYS_MAX_CYCLE))
        {
          g_set_error (error, HC_SCHEDULE_ERROR, HC_SCHEDULE_ERROR_BAD_DAYS,
                       ngettext ("Day %d is not in a cycle of %d day.", "Day %d is not in a cycle of %d days.",
                                 (gulong) MAX (length, 0)),
                       first < 1 ? first : last, length);
          return FALSE;
        }

      for (int day = first; day <= last; day++)
        read.cycle[(day - 1) / 8] |= (guint8) (1u << ((day - 1) % 8));

      more = *text != '\0';
      text += more ? 1 : 0;
    }
  while (more);

  if (!hc_days_check (&read, error))
    return FALSE;

  *days = read;

  return TRUE;
}

/**
 * hc_days_dup_cycle:
 * @days: days of a cycle
 *
 * Returns: (transfer full): them as hc_days_parse_cycle() reads them, `1-5, 8-12`
 */
char *
hc_days_dup_cycle (const HcDays *days)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (days != NULL, g_string_free (text, FALSE));

  for (int day = 1; day <= MIN (days->n, HC_DAYS_MAX_CYCLE); day++)
    {
      int first = day;

      if (!cycle_has (days, day))
        continue;

      while (day < MIN (days->n, HC_DAYS_MAX_CYCLE) && cycle_has (days, day + 1))
        day++;

      g_string_append_printf (text, "%s%d", text->len > 0 ? ", " : "", first);

      if (day > first)
        g_string_append_printf (text, "-%d", day);
    }

  return g_string_free (text, FALSE);
}

/**
 * hc_days_has:
 * @days: days
 * @day: a day of the schedule, 0: the first
 * @weekday: the day of the week that it is
 *
 * Returns: whether it is one of them
 */
gboolean
hc_days_has (const HcDays *days,
             int           day,
             GDateWeekday  weekday)
{
  g_return_val_if_fail (days != NULL, FALSE);

  if (day < 0)
    return FALSE;

  switch (days->kind)
    {
    case HC_DAYS_EVERY:
      return TRUE;

    case HC_DAYS_EVERY_N:
      return days->n > 0 && day % days->n == 0;

    case HC_DAYS_OF_WEEK:
      return weekday >= G_DATE_MONDAY && weekday <= G_DATE_SUNDAY
             && (days->week & (1u << (weekday - G_DATE_MONDAY))) != 0;

    case HC_DAYS_OF_CYCLE:
      return days->n > 0 && days->n <= HC_DAYS_MAX_CYCLE && cycle_has (days, day % days->n + 1);

    default:
      return FALSE;
    }
}

/**
 * hc_days_equal:
 * @a: days
 * @b: days
 *
 * Returns: whether they are told in the same way and are the same
 */
gboolean
hc_days_equal (const HcDays *a,
               const HcDays *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->kind != b->kind)
    return FALSE;

  switch (a->kind)
    {
    case HC_DAYS_EVERY_N:
      return a->n == b->n;

    case HC_DAYS_OF_WEEK:
      return a->week == b->week;

    case HC_DAYS_OF_CYCLE:
      return a->n == b->n && memcmp (a->cycle, b->cycle, sizeof a->cycle) == 0;

    case HC_DAYS_EVERY:
    default:
      return TRUE;
    }
}

static gboolean
check_cycle (const HcDays  *days,
             GError       **error)
{
  gboolean any = FALSE;

  if (days->n < 1 || days->n > HC_DAYS_MAX_CYCLE)
    {
      g_set_error (error, HC_SCHEDULE_ERROR, HC_SCHEDULE_ERROR_BAD_DAYS,
                   _("A cycle can have 1 to %d days."), HC_DAYS_MAX_CYCLE);
      return FALSE;
    }

  for (int day = 1; day <= HC_DAYS_MAX_CYCLE; day++)
    {
      if (cycle_has (days, day) && day > days->n)
        {
          g_set_error (error, HC_SCHEDULE_ERROR, HC_SCHEDULE_ERROR_BAD_DAYS,
                       ngettext ("Day %d is not in a cycle of %d day.", "Day %d is not in a cycle of %d days.",
                                 (gulong) days->n),
                       day, days->n);
          return FALSE;
        }

      any = any || cycle_has (days, day);
    }

  if (!any)
    g_set_error_literal (error, HC_SCHEDULE_ERROR, HC_SCHEDULE_ERROR_BAD_DAYS,
                         _("Choose at least one day of the cycle."));

  return any;
}

/**
 * hc_days_check:
 * @days: days
 * @error: return location for %HC_SCHEDULE_ERROR_BAD_DAYS
 *
 * Returns: whether there are such days
 */
gboolean
hc_days_check (const HcDays  *days,
               GError       **error)
{
  g_return_val_if_fail (days != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  switch (days->kind)
    {
    case HC_DAYS_EVERY:
      return TRUE;

    case HC_DAYS_EVERY_N:
      if (days->n >= 1 && days->n <= HC_DAYS_MAX_N)
        return TRUE;

      g_set_error (error, HC_SCHEDULE_ERROR, HC_SCHEDULE_ERROR_BAD_DAYS,
                   _("The days between two doses can be 1 to %d."), HC_DAYS_MAX_N);
      return FALSE;

    case HC_DAYS_OF_WEEK:
      if (days->week != 0 && (days->week & ~WHOLE_WEEK) == 0)
        return TRUE;

      g_set_error_literal (error, HC_SCHEDULE_ERROR, HC_SCHEDULE_ERROR_BAD_DAYS,
                           _("Choose at least one day of the week."));
      return FALSE;

    case HC_DAYS_OF_CYCLE:
      return check_cycle (days, error);

    default:
      g_set_error_literal (error, HC_SCHEDULE_ERROR, HC_SCHEDULE_ERROR_BAD_DAYS, _("Choose the days."));
      return FALSE;
    }
}
