/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-open-hours-words.h"

#include <glib/gi18n.h>

#include "hc-schedule-words.h"

#define MINUTES_A_DAY (24 * 60)

static void
take_text (char **text,
           char  *next)
{
  g_free (*text);
  *text = next;
}

static char *
dup_weekday (GDateWeekday weekday)
{
  /* The first of that month was a Monday. */
  g_autoptr (GDateTime) time = g_date_time_new_utc (2001, 1, (int) weekday, 0, 0, 0);

  return g_date_time_format (time, "%A");
}

/* The times of one day, "8:00 AM to 12:00 PM and 1:00 PM to 5:00 PM", or NULL when it is closed. */
static char *
dup_times (const HcOpenHours *self,
           GDateWeekday       weekday)
{
  char *text = NULL;

  for (guint i = 0; i < hc_open_hours_get_n_spans (self); i++)
    {
      const HcOpenSpan *span = hc_open_hours_get_span (self, i);
      g_autofree char *start = NULL, *end = NULL, *times = NULL;

      if (span->weekday != weekday)
        continue;

      start = hc_schedule_dup_minute (span->start);
      end = hc_schedule_dup_minute (span->end % MINUTES_A_DAY);
      /* Translators: from a time of day to another. */
      times = g_strdup_printf (_("%s to %s"), start, end);

      if (text == NULL)
        text = g_steal_pointer (&times);
      else
        /* Translators: two spans of time of one day, "8:00 to 12:00 and 13:00 to 17:00". */
        take_text (&text, g_strdup_printf (_("%s and %s"), text, times));
    }

  return text;
}

static void
append_line (GString      *text,
             GDateWeekday  first,
             GDateWeekday  last,
             const char   *times)
{
  g_autofree char *first_name = dup_weekday (first);
  g_autofree char *last_name = dup_weekday (last);

  if (text->len > 0)
    g_string_append_c (text, '\n');

  if (first == last)
    /* Translators: a day of the week, and its open hours. */
    g_string_append_printf (text, _("%s, %s"), first_name, times);
  else if (first == G_DATE_MONDAY && last == G_DATE_SUNDAY)
    /* Translators: open hours that are the same on each day. */
    g_string_append_printf (text, _("Every day, %s"), times);
  else
    /* Translators: the first and the last of some days of the week, and their open hours:
     * "Monday to Friday, 8:00 AM to 6:00 PM". */
    g_string_append_printf (text, _("%s to %s, %s"), first_name, last_name, times);
}

/**
 * hc_open_hours_dup_words:
 * @self: open hours
 *
 * Returns: (transfer full): the hours in words, translated, by the clock of the place; one line for each row
 *   of days that are alike
 */
char *
hc_open_hours_dup_words (const HcOpenHours *self)
{
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (hc_open_hours_is_always (self))
    return g_strdup (_("24 hours, every day"));

  text = g_string_new (NULL);

  for (int first = G_DATE_MONDAY; first <= G_DATE_SUNDAY;)
    {
      g_autofree char *times = dup_times (self, (GDateWeekday) first);
      int last = first;

      while (last < G_DATE_SUNDAY)
        {
          g_autofree char *next = dup_times (self, (GDateWeekday) (last + 1));

          if (g_strcmp0 (next, times) != 0)
            break;
          last++;
        }

      if (times != NULL)
        append_line (text, (GDateWeekday) first, (GDateWeekday) last, times);
      first = last + 1;
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static int
count_days (GDateTime *from,
            GDateTime *to)
{
  GDate first, last;

  g_date_clear (&first, 1);
  g_date_clear (&last, 1);
  g_date_set_dmy (&first, (GDateDay) g_date_time_get_day_of_month (from),
                  (GDateMonth) g_date_time_get_month (from), (GDateYear) g_date_time_get_year (from));
  g_date_set_dmy (&last, (GDateDay) g_date_time_get_day_of_month (to),
                  (GDateMonth) g_date_time_get_month (to), (GDateYear) g_date_time_get_year (to));

  return g_date_days_between (&first, &last);
}

static char *
dup_clock (GDateTime *time)
{
  return hc_schedule_dup_minute (g_date_time_get_hour (time) * 60 + g_date_time_get_minute (time));
}

/* A time as it is said on the day of @now: "8:00 AM", "tomorrow at 8:00 AM", "Monday at 8:00 AM". */
static char *
dup_when (GDateTime *time,
          GDateTime *now)
{
  g_autofree char *clock = dup_clock (time);
  g_autofree char *day = NULL;
  int days = count_days (now, time);

  if (days == 0)
    return g_steal_pointer (&clock);

  if (days == 1)
    /* Translators: %s is a time of day. */
    return g_strdup_printf (_("tomorrow at %s"), clock);

  /* Translators: a day more than a week away, "20 November". See the manual of g_date_time_format(). */
  day = g_date_time_format (time, days < 7 ? "%A" : _("%-d %B"));

  /* Translators: a day, and a time of day. */
  return g_strdup_printf (_("%s at %s"), day, clock);
}

/**
 * hc_open_state_dup_words:
 * @self: how it is at @moment
 * @moment: the moment
 * @zone: the time zone of the place
 * @mine: the time zone of the person
 *
 * Says how it is, and when that changes: by the clock of the place, and by the person's where the two differ.
 *
 * Returns: (transfer full): a sentence without a full stop, translated
 */
char *
hc_open_state_dup_words (const HcOpenState *self,
                         GDateTime         *moment,
                         GTimeZone         *zone,
                         GTimeZone         *mine)
{
  g_autoptr (GDateTime) there = NULL, here = NULL, change_here = NULL;
  g_autofree char *when = NULL, *text = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (moment != NULL, NULL);
  g_return_val_if_fail (zone != NULL, NULL);
  g_return_val_if_fail (mine != NULL, NULL);

  if (self->changes == NULL)
    return g_strdup (self->open ? _("Open now, day and night") : _("Closed now"));

  there = g_date_time_to_timezone (moment, zone);
  when = dup_when (self->changes, there);

  if (self->open)
    /* Translators: %s is a time, sometimes with its day. */
    text = g_strdup_printf (_("Open now, until %s"), when);
  else if (self->holiday != NULL)
    /* Translators: the name of a holiday, and a time with its day. */
    text = g_strdup_printf (_("Probably closed today (%s), opens %s"), self->holiday, when);
  else
    /* Translators: %s is a time, sometimes with its day. */
    text = g_strdup_printf (_("Closed now, opens %s"), when);

  change_here = g_date_time_to_timezone (self->changes, mine);
  if (g_date_time_get_utc_offset (change_here) == g_date_time_get_utc_offset (self->changes))
    return g_steal_pointer (&text);

  here = g_date_time_to_timezone (moment, mine);
  g_free (when);
  when = dup_when (change_here, here);

  /* Translators: whether something is open, by the clock of the place, and the same time by the person's
   * own: "Open now, until 6:00 PM (3:00 PM your time)". */
  return g_strdup_printf (_("%s (%s your time)"), text, when);
}
