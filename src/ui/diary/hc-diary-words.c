/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person is told of entries of the diary. */

#include "hc-diary-words.h"

#include <glib/gi18n.h>

/* Days since the beginning of the calendar. */
static guint
get_day (GDateTime *time)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (time), (GDateMonth) g_date_time_get_month (time),
                  (GDateYear) g_date_time_get_year (time));

  return g_date_get_julian (&date);
}

/* Returns: (transfer full): a day by its date */
static char *
dup_date (GDateTime *local,
          GDateTime *now)
{
  if (g_date_time_get_year (local) == g_date_time_get_year (now))
    /* Translators: a day of this year, "Saturday, 21 November". See the manual of g_date_time_format(). */
    return g_date_time_format (local, _("%A, %-d %B"));

  /* Translators: a day, "Saturday, 21 November 2026". See the manual of g_date_time_format(). */
  return g_date_time_format (local, _("%A, %-d %B %Y"));
}

/**
 * hc_diary_words_dup_day:
 * @time: a time in any zone
 * @now: the time now, in the zone in which times are shown
 *
 * Returns: (transfer full): the day as a heading: “Today”, “Saturday, 21 November”
 */
char *
hc_diary_words_dup_day (GDateTime *time,
                        GDateTime *now)
{
  g_autoptr (GDateTime) local = g_date_time_to_timezone (time, g_date_time_get_timezone (now));
  guint day = get_day (local), today = get_day (now);

  if (day == today)
    return g_strdup (_("Today"));

  return day + 1 == today ? g_strdup (_("Yesterday")) : dup_date (local, now);
}

/**
 * hc_diary_words_dup_clock:
 * @time: a time in the zone in which times are shown
 *
 * Returns: (transfer full): its time of day, “14:05”
 */
char *
hc_diary_words_dup_clock (GDateTime *time)
{
  /* Translators: a time of day, "14:05". See the manual of g_date_time_format(). */
  return g_date_time_format (time, _("%H:%M"));
}

/**
 * hc_diary_words_dup_when:
 * @time: a time in any zone
 * @now: the time now, in the zone in which times are shown
 *
 * Returns: (transfer full): the day and the time of day
 */
char *
hc_diary_words_dup_when (GDateTime *time,
                         GDateTime *now)
{
  g_autoptr (GDateTime) local = g_date_time_to_timezone (time, g_date_time_get_timezone (now));
  g_autofree char *day = hc_diary_words_dup_day (time, now);
  g_autofree char *clock = hc_diary_words_dup_clock (local);

  /* Translators: a day and a time of day: “Today, 14:05”. */
  return g_strdup_printf (_("%s, %s"), day, clock);
}

/**
 * hc_diary_words_dup_covered:
 * @time: the time of a result
 * @now: the time now, in the zone in which times are shown
 *
 * Returns: (transfer full): what stands in the place of a result that is not to be seen
 */
char *
hc_diary_words_dup_covered (GDateTime *time,
                            GDateTime *now)
{
  g_autoptr (GDateTime) local = g_date_time_to_timezone (time, g_date_time_get_timezone (now));
  gboolean is_this_year = g_date_time_get_year (local) == g_date_time_get_year (now);
  /* Translators: a day of this year, "21 November". See the manual of g_date_time_format(). */
  g_autofree char *day = g_date_time_format (local, is_this_year ? _("%-d %B") : _("%-d %B %Y"));

  /* Translators: %s is a day, “12 November”. */
  return g_strdup_printf (_("Covered result of %s"), day);
}

/**
 * hc_diary_words_dup_entry:
 * @desk: what the parts of the diary share
 * @entry: an entry
 *
 * Returns: (transfer full): all of it in one line, for a screen reader; nothing of what is covered
 */
char *
hc_diary_words_dup_entry (HcDiaryDesk  *desk,
                          HcDiaryEntry *entry)
{
  const HcDiaryEntryDetails *details = hc_diary_entry_get_details (entry);
  g_autoptr (GDateTime) now = hc_diary_desk_dup_now (desk);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  g_strv_builder_add (parts, hc_diary_desk_get_name (desk, details->kind));
  if (hc_diary_desk_is_covered (desk, entry))
    {
      g_strv_builder_take (parts, hc_diary_words_dup_covered (details->time, now));
    }
  else
    {
      g_autofree char *value = hc_diary_desk_dup_value (desk, entry);

      if (*value != '\0')
        g_strv_builder_add (parts, value);
      g_strv_builder_take (parts, hc_diary_words_dup_when (details->time, now));
      if (*details->text != '\0')
        g_strv_builder_add (parts, details->text);
    }

  list = g_strv_builder_end (parts);

  return g_strjoinv (". ", list);
}

/**
 * hc_diary_words_for_group:
 * @group: a group of kinds
 *
 * Returns: what it is called
 */
const char *
hc_diary_words_for_group (HcDiaryGroup group)
{
  switch (group)
    {
    case HC_DIARY_GROUP_WARNING:
      return _("Warning Signs");
    case HC_DIARY_GROUP_SYMPTOM:
      return _("Symptoms");
    case HC_DIARY_GROUP_MEASUREMENT:
      return _("Measurements");
    case HC_DIARY_GROUP_LAB:
      return _("Lab Results");
    case HC_DIARY_GROUP_DAY:
    default:
      return _("The Day");
    }
}

/**
 * hc_diary_words_for_level:
 * @level: how soon somebody must be called
 *
 * Returns: the same in words
 */
const char *
hc_diary_words_for_level (HcRedFlagLevel level)
{
  switch (level)
    {
    case HC_RED_FLAG_LEVEL_EMERGENCY:
      return _("Emergency: Call Now");
    case HC_RED_FLAG_LEVEL_CALL_NOW:
      return _("Call Your Care Team Now");
    case HC_RED_FLAG_LEVEL_CALL_TODAY:
    default:
      return _("Call Your Care Team Today");
    }
}
