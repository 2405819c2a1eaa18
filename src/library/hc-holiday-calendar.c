/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-holiday-calendar.h"

G_DEFINE_QUARK (hc-holiday-error-quark, hc_holiday_error)

/* The last of its weekday in a month. */
#define LAST 5

/* The same day of each year, or a weekday of a month: then @weekday is not %G_DATE_BAD_WEEKDAY. */
typedef struct
{
  char         *name;
  GDateMonth    month;
  GDateDay      day;
  GDateWeekday  weekday;
  guint         nth; /* from 1; or LAST */
} Holiday;

/**
 * HcHolidayCalendar:
 *
 * The public holidays of a country, as rules that hold in each year.
 */
struct _HcHolidayCalendar
{
  GObject    parent_instance;

  GPtrArray *holidays;
};

G_DEFINE_FINAL_TYPE (HcHolidayCalendar, hc_holiday_calendar, G_TYPE_OBJECT)

static void
holiday_free (gpointer data)
{
  Holiday *holiday = data;

  g_free (holiday->name);
  g_free (holiday);
}

static void
hc_holiday_calendar_finalize (GObject *object)
{
  HcHolidayCalendar *self = HC_HOLIDAY_CALENDAR (object);

  g_ptr_array_unref (self->holidays);

  G_OBJECT_CLASS (hc_holiday_calendar_parent_class)->finalize (object);
}

static void
hc_holiday_calendar_class_init (HcHolidayCalendarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_holiday_calendar_finalize;
}

static void
hc_holiday_calendar_init (HcHolidayCalendar *self)
{
  self->holidays = g_ptr_array_new_with_free_func (holiday_free);
}

/**
 * hc_holiday_calendar_new:
 *
 * Returns: (transfer full): a calendar without a holiday
 */
HcHolidayCalendar *
hc_holiday_calendar_new (void)
{
  return g_object_new (HC_TYPE_HOLIDAY_CALENDAR, NULL);
}

/* Returns the place of @word in @words from 1; 0: it is not there. */
static guint
find_word (const char *const *words,
           const char        *word)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], word))
      return i + 1;

  return 0;
}

static gboolean
parse_rule (const char *rule,
            Holiday    *holiday)
{
  static const char *const months[] = {
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december", NULL
  };
  static const char *const weekdays[] = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", NULL
  };
  static const char *const numbers[] = { "first", "second", "third", "fourth", "last", NULL };
  g_auto (GStrv) words = g_strsplit (rule, " ", -1);
  guint64 day = 0;

  if (g_strv_length (words) == 2)
    {
      holiday->month = (GDateMonth) find_word (months, words[0]);

      if (holiday->month == G_DATE_BAD_MONTH ||
          !g_ascii_string_to_unsigned (words[1], 10, 1, g_date_get_days_in_month (holiday->month, 2001), &day,
                                       NULL))
        return FALSE;

      holiday->day = (GDateDay) day;

      return TRUE;
    }

  if (g_strv_length (words) != 3)
    return FALSE;

  holiday->nth = find_word (numbers, words[0]);
  holiday->weekday = (GDateWeekday) find_word (weekdays, words[1]);
  holiday->month = (GDateMonth) find_word (months, words[2]);

  return holiday->nth > 0 && holiday->weekday != G_DATE_BAD_WEEKDAY && holiday->month != G_DATE_BAD_MONTH;
}

/**
 * hc_holiday_calendar_add:
 * @self: a calendar
 * @name: the name of a holiday
 * @rule: when it is: `july 4`, `third monday january` or `last monday may`
 * @error: return location for %HC_HOLIDAY_ERROR_RULE
 *
 * Returns: whether the rule could be read
 */
gboolean
hc_holiday_calendar_add (HcHolidayCalendar  *self,
                         const char         *name,
                         const char         *rule,
                         GError            **error)
{
  g_autofree Holiday *holiday = g_new0 (Holiday, 1);

  g_return_val_if_fail (HC_IS_HOLIDAY_CALENDAR (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (rule != NULL, FALSE);

  if (!parse_rule (rule, holiday))
    {
      g_set_error (error, HC_HOLIDAY_ERROR, HC_HOLIDAY_ERROR_RULE,
                   "“%s” does not say when a holiday is", rule);
      return FALSE;
    }

  holiday->name = g_strdup (name);
  g_ptr_array_add (self->holidays, g_steal_pointer (&holiday));

  return TRUE;
}

static gboolean
is_on (const Holiday *holiday,
       const GDate   *date)
{
  GDateDay day = g_date_get_day (date);

  if (g_date_get_month (date) != holiday->month)
    return FALSE;

  if (holiday->weekday == G_DATE_BAD_WEEKDAY)
    return day == holiday->day;

  if (g_date_get_weekday (date) != holiday->weekday)
    return FALSE;

  if (holiday->nth == LAST)
    return day + 7 > g_date_get_days_in_month (holiday->month, g_date_get_year (date));

  return (guint) (day - 1) / 7 + 1 == holiday->nth;
}

/* The Friday before a holiday that falls on a Saturday, and the Monday after one on a Sunday. */
static gboolean
is_observed_on (const Holiday *holiday,
                const GDate   *date)
{
  GDateWeekday weekday = g_date_get_weekday (date);
  GDate other = *date;

  if (holiday->weekday != G_DATE_BAD_WEEKDAY)
    return FALSE;

  if (weekday == G_DATE_FRIDAY)
    g_date_add_days (&other, 1);
  else if (weekday == G_DATE_MONDAY)
    g_date_subtract_days (&other, 1);
  else
    return FALSE;

  return is_on (holiday, &other);
}

/**
 * hc_holiday_calendar_find:
 * @self: a calendar
 * @date: a day
 *
 * A holiday of a fixed date that falls on a Saturday is observed on the Friday before it as well, one on a
 * Sunday on the Monday after it (5 U.S.C. 6103 and Executive Order 11582).
 *
 * Returns: (nullable): the name of the holiday of that day, or that is observed on it; %NULL: it is none
 */
const char *
hc_holiday_calendar_find (HcHolidayCalendar *self,
                          const GDate       *date)
{
  g_return_val_if_fail (HC_IS_HOLIDAY_CALENDAR (self), NULL);
  g_return_val_if_fail (date != NULL && g_date_valid (date), NULL);

  for (guint i = 0; i < self->holidays->len; i++)
    {
      const Holiday *holiday = g_ptr_array_index (self->holidays, i);

      if (is_on (holiday, date) || is_observed_on (holiday, date))
        return holiday->name;
    }

  return NULL;
}
