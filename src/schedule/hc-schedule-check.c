/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-schedule-private.h"

#include "hc-wall-clock.h"

#include <glib/gi18n.h>
#include <string.h>

/* Nobody's medicine is older or longer than that; it bounds what is looked through. */
#define FIRST_YEAR 1900
#define LAST_YEAR 2200
#define MAX_DAY 3660 /* ten years; what lasts longer has an end or none */
#define MAX_MINUTES (366 * 24 * 60)
#define MIN_INTERVAL (24 * 60 / HC_SCHEDULE_MAX_DOSES_A_DAY)
#define MAX_ZONE 64 /* bytes */

static gboolean
refuse (GError          **error,
        HcScheduleError   code,
        const char       *message)
{
  g_set_error_literal (error, HC_SCHEDULE_ERROR, (int) code, message);

  return FALSE;
}

static gboolean
check_amount (double    amount,
              GError  **error)
{
  /* Written so that it refuses what is no number, too. */
  if (!(amount >= HC_SCHEDULE_MIN_AMOUNT))
    return refuse (error, HC_SCHEDULE_ERROR_BAD_AMOUNT, _("The amount must be more than zero."));

  if (!(amount <= HC_SCHEDULE_MAX_AMOUNT))
    return refuse (error, HC_SCHEDULE_ERROR_BAD_AMOUNT, _("The amount is too large."));

  return TRUE;
}

static gboolean
is_year (int year)
{
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

static gboolean
check_date (const GDate  *date,
            GError      **error)
{
  if (is_year (g_date_get_year (date)))
    return TRUE;

  g_set_error (error, HC_SCHEDULE_ERROR, HC_SCHEDULE_ERROR_BAD_DATES, _("The year must be between %d and %d."),
               FIRST_YEAR, LAST_YEAR);

  return FALSE;
}

static gboolean
check_dates (const HcSchedule  *self,
             GError           **error)
{
  if (!g_date_valid (&self->first))
    return refuse (error, HC_SCHEDULE_ERROR_BAD_DATES, _("The first day is missing."));

  if (!check_date (&self->first, error))
    return FALSE;

  if (!g_date_valid (&self->last))
    return TRUE;

  if (!check_date (&self->last, error))
    return FALSE;

  if (g_date_compare (&self->last, &self->first) < 0)
    return refuse (error, HC_SCHEDULE_ERROR_BAD_DATES, _("The last day is before the first day."));

  return TRUE;
}

static gboolean
check_pauses (const HcSchedule  *self,
              GError           **error)
{
  if (self->pauses->len > HC_SCHEDULE_MAX_PAUSES)
    return refuse (error, HC_SCHEDULE_ERROR_TOO_MANY, _("There are too many pauses."));

  for (guint i = 0; i < self->pauses->len; i++)
    {
      const HcSchedulePause *pause = &g_array_index (self->pauses, HcSchedulePause, i);

      if (!g_date_valid (&pause->first) || !g_date_valid (&pause->last))
        return refuse (error, HC_SCHEDULE_ERROR_BAD_PAUSE, _("A pause needs a first and a last day."));

      if (!check_date (&pause->first, NULL) || !check_date (&pause->last, NULL))
        return refuse (error, HC_SCHEDULE_ERROR_BAD_PAUSE, _("The year of a pause cannot be right."));

      if (g_date_compare (&pause->last, &pause->first) < 0)
        return refuse (error, HC_SCHEDULE_ERROR_BAD_PAUSE, _("The last day of a pause is before its first day."));

      for (guint j = 0; j < i; j++)
        {
          const HcSchedulePause *other = &g_array_index (self->pauses, HcSchedulePause, j);

          if (g_date_compare (&pause->first, &other->last) <= 0 && g_date_compare (&other->first, &pause->last) <= 0)
            return refuse (error, HC_SCHEDULE_ERROR_BAD_PAUSE, _("Two pauses have days in common."));
        }
    }

  return TRUE;
}

/* It becomes the name of a file of the system's time zones; files among them that are none have small letters or
 * points. Which zones there are differs between computers. */
static gboolean
check_zone (const HcSchedule  *self,
            GError           **error)
{
  if (self->zone == NULL)
    return TRUE;

  if (g_ascii_isupper (self->zone[0]) && strlen (self->zone) <= MAX_ZONE
      && self->zone[strspn (self->zone, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "/_+-")] == '\0')
    return TRUE;

  return refuse (error, HC_SCHEDULE_ERROR_BAD_TIME, _("This is not the name of a time zone."));
}

static gboolean
check_line (const HcScheduleLine  *line,
            GError               **error)
{
  if (line->minute < 0 || line->minute >= 24 * 60)
    return refuse (error, HC_SCHEDULE_ERROR_BAD_TIME, _("A time must be between 00:00 and 23:59."));

  if (line->first_day < 0 || line->first_day > MAX_DAY || line->n_days < 0 || line->n_days > MAX_DAY)
    return refuse (error, HC_SCHEDULE_ERROR_BAD_DAYS, _("The number of days is too small or too large."));

  return check_amount (line->amount, error) && hc_days_check (&line->days, error);
}

/* The times of a day at which there is a dose. */
static guint
count_times (const HcSchedule *self,
             guint32           julian)
{
  guint8 seen[24 * 60 / 8] = { 0 };
  int day = hc_schedule_get_day (self, julian);
  guint count = 0;

  for (guint i = 0; day >= 0 && i < self->lines->len; i++)
    {
      const HcScheduleLine *line = &g_array_index (self->lines, HcScheduleLine, i);
      guint8 bit = (guint8) (1u << (line->minute % 8));

      if ((seen[line->minute / 8] & bit) == 0 && hc_schedule_line_is_on (line, day, julian))
        {
          seen[line->minute / 8] |= bit;
          count++;
        }
    }

  return count;
}

/* The last day on which the first dose of a line may fall. Pauses come between and may shift all by as much as
 * there is until their end. */
static guint32
last_possible_day (const HcSchedule *self)
{
  guint32 latest = g_date_get_julian (&self->first);
  int longest = 0;

  for (guint i = 0; i < self->pauses->len; i++)
    latest = MAX (latest, g_date_get_julian (&g_array_index (self->pauses, HcSchedulePause, i).last));

  for (guint i = 0; i < self->lines->len; i++)
    {
      const HcScheduleLine *line = &g_array_index (self->lines, HcScheduleLine, i);

      longest = MAX (longest, line->first_day + (line->n_days > 0 ? line->n_days : HC_DAYS_MAX_N));
    }

  latest += (guint32) longest;

  return g_date_valid (&self->last) ? MIN (latest, g_date_get_julian (&self->last)) : latest;
}

static gboolean
check_lines (const HcSchedule  *self,
             GError           **error)
{
  gboolean any = FALSE;
  guint32 last;

  if (self->lines->len == 0)
    return refuse (error, HC_SCHEDULE_ERROR_NO_TIMES, _("Add at least one time of the day."));

  if (self->lines->len > HC_SCHEDULE_MAX_LINES)
    return refuse (error, HC_SCHEDULE_ERROR_TOO_MANY, _("There are too many times and steps."));

  for (guint i = 0; i < self->lines->len; i++)
    if (!check_line (&g_array_index (self->lines, HcScheduleLine, i), error))
      return FALSE;

  last = last_possible_day (self);

  for (guint32 julian = g_date_get_julian (&self->first); julian <= last; julian++)
    {
      guint count = count_times (self, julian);

      if (count > HC_SCHEDULE_MAX_DOSES_A_DAY)
        {
          g_set_error (error, HC_SCHEDULE_ERROR, HC_SCHEDULE_ERROR_TOO_MANY,
                       _("There can be at most %d doses in a day."), HC_SCHEDULE_MAX_DOSES_A_DAY);
          return FALSE;
        }

      any = any || count > 0;

      /* No day can have more times than there are lines. */
      if (any && self->lines->len <= HC_SCHEDULE_MAX_DOSES_A_DAY)
        break;
    }

  return any || refuse (error, HC_SCHEDULE_ERROR_NEVER, _("There is no day on which a dose is due."));
}

/* Whether a pause covers a moment in every time zone, and its last day. */
static gboolean
is_paused (const HcSchedule *self,
           guint32           julian,
           guint32          *last)
{
  for (guint i = 0; i < self->pauses->len; i++)
    {
      const HcSchedulePause *pause = &g_array_index (self->pauses, HcSchedulePause, i);

      *last = g_date_get_julian (&pause->last);

      if (julian > g_date_get_julian (&pause->first) && julian < *last)
        return TRUE;
    }

  return FALSE;
}

/* The day of a dose is not the same in all zones, but differs by at most one from that of UTC. */
static gboolean
has_counted_dose (const HcSchedule *self)
{
  gint64 interval = (gint64) self->interval_minutes * 60;
  gint64 time = self->anchor;
  gint64 earliest = hc_wall_clock_of_date (g_date_get_julian (&self->first) - 1);

  while (TRUE)
    {
      guint32 julian, pause_last;

      if (time < earliest)
        time += (earliest - time + interval - 1) / interval * interval;

      julian = hc_wall_clock_to_date (time);

      if (g_date_valid (&self->last) && julian > g_date_get_julian (&self->last) + 1)
        return FALSE;

      if (!is_paused (self, julian, &pause_last))
        return TRUE;

      earliest = hc_wall_clock_of_date (pause_last);
    }
}

static gboolean
check_hours (const HcSchedule  *self,
             GError           **error)
{
  g_autoptr (GDateTime) anchor = g_date_time_new_from_unix_utc (self->anchor);

  if (self->interval_minutes <= 0 || self->interval_minutes > MAX_MINUTES)
    return refuse (error, HC_SCHEDULE_ERROR_BAD_INTERVAL, _("The time between two doses is too short or too long."));

  if (self->interval_minutes < MIN_INTERVAL)
    {
      g_set_error (error, HC_SCHEDULE_ERROR, HC_SCHEDULE_ERROR_TOO_MANY,
                   _("There can be at most %d doses in a day."), HC_SCHEDULE_MAX_DOSES_A_DAY);
      return FALSE;
    }

  if (anchor == NULL || !is_year (g_date_time_get_year (anchor)))
    return refuse (error, HC_SCHEDULE_ERROR_BAD_DATES, _("The time of the first dose cannot be right."));

  if (!check_amount (self->amount, error))
    return FALSE;

  return has_counted_dose (self)
         || refuse (error, HC_SCHEDULE_ERROR_NEVER, _("There is no day on which a dose is due."));
}

static gboolean
check_need (const HcSchedule  *self,
            GError           **error)
{
  if (!check_amount (self->amount, error))
    return FALSE;

  if (self->daily_max != 0 && !(self->daily_max >= self->amount && self->daily_max <= HC_SCHEDULE_MAX_AMOUNT))
    return refuse (error, HC_SCHEDULE_ERROR_BAD_MAXIMUM, _("The most in a day cannot be less than one dose."));

  if (self->min_minutes < 0 || self->min_minutes > MAX_MINUTES)
    return refuse (error, HC_SCHEDULE_ERROR_BAD_INTERVAL, _("The time between two doses is too short or too long."));

  return TRUE;
}

/**
 * hc_schedule_check:
 * @self: a schedule
 * @error: return location for a #HcScheduleError, with a message for the person
 *
 * Looks whether a schedule is one that somebody can follow. All other functions rely on that.
 *
 * Returns: whether it is
 */
gboolean
hc_schedule_check (const HcSchedule  *self,
                   GError           **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!check_dates (self, error) || !check_pauses (self, error) || !check_zone (self, error))
    return FALSE;

  switch (self->kind)
    {
    case HC_SCHEDULE_AT_TIMES:
      return check_lines (self, error);

    case HC_SCHEDULE_EVERY_N_HOURS:
      return check_hours (self, error);

    case HC_SCHEDULE_AS_NEEDED:
      return check_need (self, error);

    default:
      return refuse (error, HC_SCHEDULE_ERROR_BAD_TEXT, _("This schedule is of a kind that is not known."));
    }
}
