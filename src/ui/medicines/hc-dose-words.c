/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-dose-words.h"

#include <glib/gi18n.h>

#include "hc-schedule-words.h"

static GDate
get_date (GDateTime *time)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (time), (GDateMonth) g_date_time_get_month (time),
                  (GDateYear) g_date_time_get_year (time));

  return date;
}

/**
 * hc_dose_words_count_days:
 * @from: a moment
 * @until: a moment in the same zone
 *
 * Returns: how many midnights lie between them; negative when @until is before
 */
int
hc_dose_words_count_days (GDateTime *from,
                          GDateTime *until)
{
  GDate first, last;

  g_return_val_if_fail (from != NULL && until != NULL, 0);

  first = get_date (from);
  last = get_date (until);

  return g_date_days_between (&first, &last);
}

/**
 * hc_dose_words_time:
 * @time: a moment, in the zone of the person
 *
 * Returns: (transfer full): its time of the day by the person's clock: "20:00", "8:00 PM"
 */
char *
hc_dose_words_time (GDateTime *time)
{
  g_return_val_if_fail (time != NULL, NULL);

  return hc_schedule_dup_minute (g_date_time_get_hour (time) * 60 + g_date_time_get_minute (time));
}

/**
 * hc_dose_words_day:
 * @time: a moment, in the zone of the person
 *
 * Returns: (transfer full): its day: "20 November 2026"
 */
char *
hc_dose_words_day (GDateTime *time)
{
  GDate date;

  g_return_val_if_fail (time != NULL, NULL);

  date = get_date (time);

  return hc_schedule_dup_date (&date);
}

/**
 * hc_dose_words_when:
 * @time: a moment, in the zone of the person
 * @now: the time, in the same zone
 *
 * Returns: (transfer full): day and time, to stand within a sentence: "today at 20:00"
 */
char *
hc_dose_words_when (GDateTime *time,
                    GDateTime *now)
{
  g_autofree char *clock = NULL, *day = NULL;
  int days;

  g_return_val_if_fail (time != NULL && now != NULL, NULL);

  clock = hc_dose_words_time (time);
  days = hc_dose_words_count_days (now, time);

  if (days == 0)
    /* Translators: %s is a time of day. It stands within a sentence. */
    return g_strdup_printf (_("today at %s"), clock);
  if (days == 1)
    /* Translators: %s is a time of day. It stands within a sentence. */
    return g_strdup_printf (_("tomorrow at %s"), clock);
  if (days == -1)
    /* Translators: %s is a time of day. It stands within a sentence. */
    return g_strdup_printf (_("yesterday at %s"), clock);

  if (days > 1 && days < 7)
    /* Translators: a day of the next week within a sentence, "on Friday". See the manual of g_date_time_format(). */
    day = g_date_time_format (time, _("on %A"));
  else
    /* Translators: a day within a sentence, "on 20 November 2026". See the manual of g_date_time_format(). */
    day = g_date_time_format (time, _("on %-d %B %Y"));

  /* Translators: a day and a time of day: "on Friday at 20:00". */
  return g_strdup_printf (_("%s at %s"), day, clock);
}

/* A time of today is told by the clock alone. */
static char *
dup_short (GDateTime *time,
           GDateTime *now)
{
  return hc_dose_words_count_days (now, time) == 0 ? hc_dose_words_time (time) : hc_dose_words_when (time, now);
}

/**
 * hc_dose_words_state:
 * @dose: a dose
 * @now: the time, in the zone of the person
 *
 * Returns: (transfer full): how it stands with it
 */
char *
hc_dose_words_state (HcPlannedDose *dose,
                     GDateTime     *now)
{
  g_autofree char *time = NULL;

  g_return_val_if_fail (HC_IS_PLANNED_DOSE (dose), NULL);
  g_return_val_if_fail (now != NULL, NULL);

  if (hc_planned_dose_get_time (dose) != NULL)
    time = dup_short (hc_planned_dose_get_time (dose), now);

  switch (hc_planned_dose_get_state (dose))
    {
    case HC_PLANNED_DUE:
      return g_strdup (_("Due now"));
    case HC_PLANNED_SNOOZED:
      /* Translators: of a dose; %s is a time of day, or "tomorrow at 00:10". */
      return g_strdup_printf (_("Put off until %s"), time);
    case HC_PLANNED_TAKEN:
      /* Translators: of a dose; %s is a time of day, or "yesterday at 23:50". */
      return g_strdup_printf (_("Taken at %s"), time);
    case HC_PLANNED_SKIPPED:
      return g_strdup (_("Skipped"));
    case HC_PLANNED_MISSED:
      return g_strdup (_("Nothing recorded. Taken or skipped?"));
    case HC_PLANNED_UPCOMING:
    default:
      return g_strdup (_("Later today"));
    }
}

/**
 * hc_dose_words_icon:
 * @state: how it stands with a dose
 *
 * Returns: (transfer none): the icon of that
 */
const char *
hc_dose_words_icon (HcPlannedState state)
{
  switch (state)
    {
    case HC_PLANNED_DUE:
      return "alarm-symbolic";
    case HC_PLANNED_SNOOZED:
      return "document-open-recent-symbolic";
    case HC_PLANNED_TAKEN:
      return "object-select-symbolic";
    case HC_PLANNED_SKIPPED:
      return "media-skip-forward-symbolic";
    case HC_PLANNED_MISSED:
      return "hc-ask-symbolic";
    case HC_PLANNED_UPCOMING:
    default:
      return "content-loading-symbolic";
    }
}
