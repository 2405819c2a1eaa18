/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was typed of a person: whether it can be meant, and what it means. */

#include "hc-person-fields.h"

#include <glib/gi18n.h>
#include <string.h>

/* In characters: what fits where names are shown. */
#define LONGEST_NAME 200

/* The oldest people were born later. */
#define FIRST_YEAR 1900

#define DAY_LENGTH 10

/**
 * hc_person_fields_read_name:
 * @text: what was typed
 * @name: (inout) (nullable): the name, %NULL for none; stays as it is when something is wrong
 *
 * Returns: (transfer full) (nullable): what is wrong, for the person; %NULL for nothing
 */
char *
hc_person_fields_read_name (const char  *text,
                            char       **name)
{
  g_autofree char *stripped = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  stripped = g_strstrip (g_strdup (text));
  if (g_utf8_strlen (stripped, -1) > LONGEST_NAME)
    return g_strdup_printf (_("This is too long for a name. Write at most %d characters; "
                              "there is room for more below."), LONGEST_NAME);

  g_set_str (name, *stripped != '\0' ? stripped : NULL);

  return NULL;
}

/**
 * hc_person_fields_read_birth_year:
 * @text: what was typed
 * @now: the time
 * @birth_year: (inout): the year, 0 for none; stays as it is when something is wrong
 *
 * Returns: (transfer full) (nullable): what is wrong, for the person; %NULL for nothing
 */
char *
hc_person_fields_read_birth_year (const char *text,
                                  GDateTime  *now,
                                  int        *birth_year)
{
  g_autofree char *stripped = NULL;
  guint64 year = 0;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (now != NULL, NULL);
  g_return_val_if_fail (birth_year != NULL, NULL);

  stripped = g_strstrip (g_strdup (text));

  if (*stripped != '\0' &&
      (strlen (stripped) != 4 || !g_ascii_string_to_unsigned (stripped, 10, 0, 9999, &year, NULL)))
    return g_strdup (_("A year has four digits, such as 1958."));

  if (*stripped != '\0' && year < FIRST_YEAR)
    /* Translators: %d is a year. */
    return g_strdup_printf (_("This year is too long ago. Write one from %d on."), FIRST_YEAR);

  if ((int) year > g_date_time_get_year (now))
    return g_strdup (_("This year has not come yet."));

  *birth_year = (int) year;

  return NULL;
}

/**
 * hc_person_fields_parse_day:
 * @day: a day such as `2026-11-20`
 *
 * Returns: (transfer full) (nullable): its beginning in the zone of the person; %NULL when there is no such day
 */
GDateTime *
hc_person_fields_parse_day (const char *day)
{
  g_autofree char *time = NULL;
  g_autoptr (GTimeZone) zone = NULL;

  g_return_val_if_fail (day != NULL, NULL);

  if (strlen (day) != DAY_LENGTH || day[0] < '1' || day[0] > '9' || strspn (day, "0123456789-") != DAY_LENGTH)
    return NULL;

  time = g_strconcat (day, "T00:00:00", NULL);
  zone = g_time_zone_new_local ();

  return g_date_time_new_from_iso8601 (time, zone);
}

/**
 * hc_person_fields_read_day:
 * @text: what was typed
 * @now: the time
 * @day: (inout) (nullable): the day, as in #HcPersonDetails, %NULL for none; stays as it is when something is wrong
 *
 * Reads a day that has come.
 *
 * Returns: (transfer full) (nullable): what is wrong, for the person; %NULL for nothing
 */
char *
hc_person_fields_read_day (const char  *text,
                           GDateTime   *now,
                           char       **day)
{
  g_autofree char *stripped = NULL;
  g_autoptr (GDateTime) time = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (now != NULL, NULL);
  g_return_val_if_fail (day != NULL, NULL);

  stripped = g_strstrip (g_strdup (text));
  if (*stripped == '\0')
    {
      g_clear_pointer (day, g_free);
      return NULL;
    }

  time = hc_person_fields_parse_day (stripped);
  if (time == NULL)
    return g_strdup (_("There is no such day. Write it as year, month and day, such as 2026-11-20, "
                       "or choose it in the calendar."));

  if (g_date_time_compare (time, now) > 0)
    return g_strdup (_("This day has not come yet."));

  g_set_str (day, stripped);

  return NULL;
}

/**
 * hc_person_fields_dup_day_words:
 * @day: a day such as `2026-11-20`
 *
 * Returns: (transfer full): the same in words
 */
char *
hc_person_fields_dup_day_words (const char *day)
{
  g_autoptr (GDateTime) time = NULL;

  g_return_val_if_fail (day != NULL, NULL);

  time = hc_person_fields_parse_day (day);

  /* Translators: a day, "Friday, 20 November 2026". See the manual of g_date_time_format(). */
  return time != NULL ? g_date_time_format (time, _("%A, %-d %B %Y")) : g_strdup (day);
}
