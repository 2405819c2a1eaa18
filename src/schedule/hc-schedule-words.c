/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-schedule-words.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <string.h>

/* Lines of the same days, which are told together. */
typedef struct {
  const HcScheduleLine *line;  /* the first of them */
  GArray               *times; /* of HcScheduleLine, by their time */
} Group;

static void
take_text (char **text,
           char  *next)
{
  g_free (*text);
  *text = next;
}

static char *
dup_date (const GDate *date)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (g_date_get_year (date), (int) g_date_get_month (date),
                                                    g_date_get_day (date), 0, 0, 0);

  /* Translators: a day, "20 November 2026". See the manual of g_date_time_format(). */
  return g_date_time_format (time, _("%-d %B %Y"));
}

/* Whether the person's clock has 12 hours: the format of the locale tells it, but has seconds. */
static gboolean
has_12_hours (void)
{
  const char *format = nl_langinfo (T_FMT);

  return strstr (format, "%p") != NULL || strstr (format, "%P") != NULL || strstr (format, "%r") != NULL
         || strstr (format, "%I") != NULL || strstr (format, "%l") != NULL;
}

static char *
dup_minute (int minute)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2000, 1, 1, minute / 60, minute % 60, 0);

  if (has_12_hours ())
    /* Translators: a time of day, "8:00 PM". See the manual of g_date_time_format(). */
    return g_date_time_format (time, _("%-I:%M %p"));

  /* Translators: a time of day, "20:00". See the manual of g_date_time_format(). */
  return g_date_time_format (time, _("%H:%M"));
}

/* "a", "a and b", "a, b and c" */
static char *
dup_list (const GPtrArray *words)
{
  char *text = g_strdup (words->len > 0 ? g_ptr_array_index (words, 0) : "");

  for (guint i = 1; i + 1 < words->len; i++)
    /* Translators: the beginning of a list, and its next part. */
    take_text (&text, g_strdup_printf (_("%s, %s"), text, (char *) g_ptr_array_index (words, i)));

  if (words->len > 1)
    /* Translators: a list, and its last part. */
    take_text (&text, g_strdup_printf (_("%s and %s"), text,
                                       (char *) g_ptr_array_index (words, words->len - 1)));

  return text;
}

static void
group_free (Group *group)
{
  g_array_unref (group->times);
  g_free (group);
}

static Group *
find_group (GPtrArray            *groups,
            const HcScheduleLine *line)
{
  Group *group;

  for (guint i = 0; i < groups->len; i++)
    {
      group = g_ptr_array_index (groups, i);

      if (hc_days_equal (&group->line->days, &line->days) && group->line->first_day == line->first_day
          && group->line->n_days == line->n_days)
        return group;
    }

  group = g_new0 (Group, 1);
  group->line = line;
  group->times = g_array_new (FALSE, FALSE, sizeof (HcScheduleLine));
  g_ptr_array_add (groups, group);

  return group;
}

static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  const Group *one = a;
  const Group *other = b;

  return one->line->first_day - other->line->first_day;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const HcScheduleLine *one = a;
  const HcScheduleLine *other = b;

  return one->minute - other->minute;
}

/* What is taken at the same time is one dose. */
static void
join_times (GArray *times)
{
  g_array_sort (times, compare_times);

  for (guint i = 1; i < times->len;)
    {
      HcScheduleLine *before = &g_array_index (times, HcScheduleLine, i - 1);
      const HcScheduleLine *line = &g_array_index (times, HcScheduleLine, i);

      if (line->minute == before->minute)
        {
          before->amount += line->amount;
          g_array_remove_index (times, i);
        }
      else
        i++;
    }
}

/* The steps of a taper are in their order. */
static GPtrArray *
list_groups (const HcSchedule *self)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const HcScheduleLine *line = &g_array_index (self->lines, HcScheduleLine, i);

      g_array_append_vals (find_group (groups, line)->times, line, 1);
    }

  for (guint i = 0; i < groups->len; i++)
    join_times (((Group *) g_ptr_array_index (groups, i))->times);

  g_ptr_array_sort_values (groups, compare_steps);

  return groups;
}

/* "2 tablets at 08:00 and 20:00, 1 tablet at 14:00" */
static char *
dup_times (const GArray *times,
           HcDoseUnit    unit)
{
  g_autofree char *text = NULL;

  for (guint i = 0; i < times->len; i++)
    {
      double amount = g_array_index (times, HcScheduleLine, i).amount;
      g_autoptr (GPtrArray) minutes = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *dose = hc_dose_dup_words (amount, unit), *list = NULL, *part = NULL;
      gboolean told = FALSE;

      for (guint j = 0; j < i; j++)
        told = told || g_array_index (times, HcScheduleLine, j).amount == amount;

      if (told)
        continue;

      for (guint j = i; j < times->len; j++)
        if (g_array_index (times, HcScheduleLine, j).amount == amount)
          g_ptr_array_add (minutes, dup_minute (g_array_index (times, HcScheduleLine, j).minute));

      list = dup_list (minutes);
      /* Translators: a dose, and times of the day: "2 tablets at 08:00 and 20:00". */
      part = g_strdup_printf (_("%s at %s"), dose, list);
      take_text (&text, text == NULL ? g_steal_pointer (&part) : g_strdup_printf (_("%s, %s"), text, part));
    }

  return g_steal_pointer (&text);
}

/* "Monday, Wednesday and Friday" */
static char *
dup_weekdays (guint week)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < 7; i++)
    {
      g_autoptr (GDateTime) day = g_date_time_new_utc (2001, 1, 1 + i, 0, 0, 0); /* a Monday */

      if ((week & (1u << i)) != 0)
        g_ptr_array_add (names, g_date_time_format (day, "%A"));
    }

  return dup_list (names);
}

/* "1 to 5 and 8 to 12" */
static char *
dup_cycle_days (const HcDays *days)
{
  g_autoptr (GPtrArray) ranges = g_ptr_array_new_with_free_func (g_free);

  for (int day = 0; day < days->n; day++)
    {
      int last = day;

      if (!hc_days_has (days, day, G_DATE_MONDAY))
        continue;

      while (last + 1 < days->n && hc_days_has (days, last + 1, G_DATE_MONDAY))
        last++;

      /* Translators: the first and the last day of some days of a treatment cycle. */
      g_ptr_array_add (ranges, last > day ? g_strdup_printf (_("%d to %d"), day + 1, last + 1)
                                          : g_strdup_printf ("%d", day + 1));
      day = last;
    }

  return dup_list (ranges);
}

static char *
append_days (const char   *text,
             const HcDays *days)
{
  g_autofree char *names = NULL;

  switch (days->kind)
    {
    case HC_DAYS_EVERY_N:
      if (days->n == 1)
        return g_strdup_printf (_("%s, every day"), text);

      if (days->n == 2)
        return g_strdup_printf (_("%s, every other day"), text);

      return g_strdup_printf (ngettext ("%s, every %d day", "%s, every %d days", (gulong) days->n), text, days->n);

    case HC_DAYS_OF_WEEK:
      names = dup_weekdays (days->week);
      /* Translators: a dose, and days of the week. */
      return g_strdup_printf (_("%s on %s"), text, names);

    case HC_DAYS_OF_CYCLE:
      names = dup_cycle_days (days);
      /* Translators: a dose, days of a treatment cycle, its length: "2 tablets at 08:00, days 1 to 14 of 21". */
      return g_strdup_printf (ngettext ("%s, days %s of %d", "%s, days %s of %d", (gulong) days->n),
                              text, names, days->n);

    case HC_DAYS_EVERY:
    default:
      return g_strdup_printf (_("%s, every day"), text);
    }
}

/* Whether a step begins when another ends. */
static gboolean
follows_step (const GPtrArray *groups,
              const Group     *group)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const HcScheduleLine *line = ((const Group *) g_ptr_array_index (groups, i))->line;

      if (line->n_days > 0 && line->first_day + line->n_days == group->line->first_day)
        return TRUE;
    }

  return FALSE;
}

static char *
dup_group (const Group *group,
           HcDoseUnit   unit,
           gboolean     follows)
{
  const HcScheduleLine *line = group->line;
  char *text = dup_times (group->times, unit);

  if (line->days.kind != HC_DAYS_EVERY || line->n_days == 0)
    take_text (&text, append_days (text, &line->days));

  if (line->n_days > 0)
    take_text (&text, g_strdup_printf (ngettext ("%s for %d day", "%s for %d days", (gulong) line->n_days),
                                       text, line->n_days));

  if (line->first_day > 0 && !follows)
    /* Translators: a dose, and the day of the treatment with which it begins. */
    take_text (&text, g_strdup_printf (_("%s, beginning on day %d"), text, line->first_day + 1));

  return text;
}

static char *
dup_lines (const HcSchedule *self,
           HcDoseUnit        unit)
{
  g_autoptr (GPtrArray) groups = list_groups (self);
  char *text = NULL;

  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = g_ptr_array_index (groups, i);
      const Group *before = i > 0 ? g_ptr_array_index (groups, i - 1) : NULL;
      gboolean follows = group->line->first_day > 0 && follows_step (groups, group);
      gboolean begins = before != NULL && before->line->first_day < group->line->first_day;
      g_autofree char *part = dup_group (group, unit, follows);

      if (before == NULL)
        text = g_steal_pointer (&part);
      else if (follows && begins)
        /* Translators: two steps of a taper: "4 tablets at 08:00 for 5 days, then 2 tablets at 08:00 for 5 days". */
        take_text (&text, g_strdup_printf (_("%s, then %s"), text, part));
      else
        /* Translators: what is taken on some days, and what on others. */
        take_text (&text, g_strdup_printf (_("%s; %s"), text, part));
    }

  return text != NULL ? text : g_strdup ("");
}

/* "every 8 hours" */
static char *
dup_interval (int minutes)
{
  if (minutes == 60)
    return g_strdup (_("every hour"));

  if (minutes % 60 == 0)
    return g_strdup_printf (ngettext ("every %d hour", "every %d hours", (gulong) minutes / 60), minutes / 60);

  return g_strdup_printf (ngettext ("every %d minute", "every %d minutes", (gulong) minutes), minutes);
}

static char *
dup_hours (const HcSchedule *self,
           HcDoseUnit        unit)
{
  g_autofree char *dose = hc_dose_dup_words (self->amount, unit);
  g_autofree char *interval = dup_interval (self->interval_minutes);

  /* Translators: a dose, and how often: "1 tablet every 8 hours". */
  return g_strdup_printf (_("%s %s"), dose, interval);
}

static char *
dup_need (const HcSchedule *self,
          HcDoseUnit        unit)
{
  g_autofree char *dose = hc_dose_dup_words (self->amount, unit);
  char *text = g_strdup_printf (_("%s when needed"), dose);
  int minutes = self->min_minutes;

  if (self->daily_max > 0)
    {
      g_autofree char *most = hc_dose_dup_words (self->daily_max, unit);

      take_text (&text, g_strdup_printf (_("%s, at most %s in a day"), text, most));
    }

  if (minutes > 0 && minutes % 60 == 0)
    take_text (&text, g_strdup_printf (ngettext ("%s, at least %d hour apart", "%s, at least %d hours apart",
                                                 (gulong) minutes / 60), text, minutes / 60));
  else if (minutes > 0)
    take_text (&text, g_strdup_printf (ngettext ("%s, at least %d minute apart", "%s, at least %d minutes apart",
                                                 (gulong) minutes), text, minutes));

  return text;
}

/* What is needed now and then has no beginning worth telling. */
static char *
append_dates (const HcSchedule *self,
              const char       *text)
{
  g_autofree char *first = g_date_valid (&self->first) ? dup_date (&self->first) : NULL;
  g_autofree char *last = g_date_valid (&self->last) ? dup_date (&self->last) : NULL;

  if (self->kind == HC_SCHEDULE_AS_NEEDED)
    g_clear_pointer (&first, g_free);

  if (first != NULL && last != NULL)
    return g_strdup_printf (_("%s, from %s to %s"), text, first, last);

  if (first != NULL)
    return g_strdup_printf (_("%s, from %s"), text, first);

  return last != NULL ? g_strdup_printf (_("%s, until %s"), text, last) : g_strdup (text);
}

static char *
append_pause (const char            *text,
              const HcSchedulePause *pause)
{
  g_autofree char *first = dup_date (&pause->first);
  g_autofree char *last = dup_date (&pause->last);

  if (g_date_compare (&pause->first, &pause->last) == 0)
    return g_strdup_printf (_("%s, paused on %s"), text, first);

  return g_strdup_printf (_("%s, paused from %s to %s"), text, first, last);
}

/**
 * hc_schedule_dup_words:
 * @self: a schedule that has been checked
 * @unit: what its amounts count
 *
 * Says a schedule in a sentence without a stop, so that it can be a line of a list. Nothing is left out.
 *
 * Returns: (transfer full): "2 tablets at 08:00 and 20:00, days 1 to 14 of 21, from 3 November 2026"
 */
char *
hc_schedule_dup_words (const HcSchedule *self,
                       HcDoseUnit        unit)
{
  char *text;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->kind == HC_SCHEDULE_AT_TIMES)
    text = dup_lines (self, unit);
  else if (self->kind == HC_SCHEDULE_EVERY_N_HOURS)
    text = dup_hours (self, unit);
  else
    text = dup_need (self, unit);

  take_text (&text, append_dates (self, text));

  for (guint i = 0; i < self->pauses->len; i++)
    take_text (&text, append_pause (text, &g_array_index (self->pauses, HcSchedulePause, i)));

  if (self->zone != NULL && self->kind != HC_SCHEDULE_AS_NEEDED)
    /* Translators: the name of a time zone, "Europe/Berlin". */
    take_text (&text, g_strdup_printf (_("%s, by the clock of %s"), text, self->zone));

  return text;
}

/**
 * hc_schedule_dup_times_words:
 * @self: a schedule that has been checked
 *
 * Returns: (transfer full): the times alone, without amounts and days: "08:00 and 20:00", "every 8 hours"
 */
char *
hc_schedule_dup_times_words (const HcSchedule *self)
{
  g_autoptr (GPtrArray) minutes = NULL;
  g_autoptr (GArray) times = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->kind == HC_SCHEDULE_AS_NEEDED)
    return g_strdup (_("when needed"));

  if (self->kind == HC_SCHEDULE_EVERY_N_HOURS)
    return dup_interval (self->interval_minutes);

  times = g_array_copy (self->lines);
  join_times (times);
  minutes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < times->len; i++)
    g_ptr_array_add (minutes, dup_minute (g_array_index (times, HcScheduleLine, i).minute));

  return dup_list (minutes);
}

/**
 * hc_schedule_dup_minute:
 * @minute: of the day, 0 to 1439
 *
 * Returns: (transfer full): the time by the person's clock: "20:00", "8:00 PM"
 */
char *
hc_schedule_dup_minute (int minute)
{
  g_return_val_if_fail (minute >= 0 && minute < 24 * 60, NULL);

  return dup_minute (minute);
}

/**
 * hc_schedule_dup_date:
 * @date: a day
 *
 * Returns: (transfer full): it as in a schedule: "20 November 2026"
 */
char *
hc_schedule_dup_date (const GDate *date)
{
  g_return_val_if_fail (g_date_valid (date), NULL);

  return dup_date (date);
}
