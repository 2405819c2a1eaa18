/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-medicine-words.h"

#include <glib/gi18n.h>

#include "hc-dose-words.h"
#include "hc-schedule-words.h"

static char *
dup_day (GDateTime *time,
         GTimeZone *zone)
{
  g_autoptr (GDateTime) here = g_date_time_to_timezone (time, zone);

  return hc_dose_words_day (here);
}

static char *
dup_stopped (const HcRegimen *last,
             GTimeZone       *zone)
{
  g_autofree char *day = dup_day (last->until, zone);

  if (*last->reason == '\0')
    /* Translators: of a medicine; %s is a day. */
    return g_strdup_printf (_("Stopped on %s"), day);

  /* Translators: of a medicine; a day, and why. */
  return g_strdup_printf (_("Stopped on %s: %s"), day, last->reason);
}

/**
 * hc_medicine_words_schedule:
 * @medicine: a medicine
 * @now: the time, in the zone of the person
 *
 * Returns: (transfer full): how it is taken, also when that changes later, or that it is not
 */
char *
hc_medicine_words_schedule (HcMedicine *medicine,
                            GDateTime  *now)
{
  const HcMedicineDetails *details;
  const HcRegimen *current, *last;
  g_autofree char *words = NULL, *change = NULL, *day = NULL;
  GTimeZone *zone;

  g_return_val_if_fail (HC_IS_MEDICINE (medicine), NULL);
  g_return_val_if_fail (now != NULL, NULL);

  details = hc_medicine_get_details (medicine);
  zone = g_date_time_get_timezone (now);
  last = details->course != NULL ? hc_course_get_last (details->course) : NULL;
  if (last == NULL)
    return g_strdup (_("When it is taken was not told yet"));

  current = hc_course_get_current (details->course, now);
  if (current == NULL && last->until != NULL && g_date_time_compare (last->until, now) <= 0)
    return dup_stopped (last, zone);

  if (current == last && last->until == NULL)
    return hc_schedule_dup_words (last->schedule, details->unit);

  if (current != NULL)
    words = hc_schedule_dup_words (current->schedule, details->unit);

  if (current == last)
    {
      day = dup_day (last->until, zone);
      /* Translators: how a medicine is taken, and the day from which it is not taken any more. */
      return g_strdup_printf (_("%s. Stops on %s"), words, day);
    }

  day = dup_day (last->from, zone);
  change = hc_schedule_dup_words (last->schedule, details->unit);
  if (words == NULL)
    /* Translators: a day, and how a medicine is taken from then on. */
    return g_strdup_printf (_("Begins on %s: %s"), day, change);

  /* Translators: how a medicine is taken now, a day, and how it is taken from then on. */
  return g_strdup_printf (_("%s. From %s: %s"), words, day, change);
}

/**
 * hc_medicine_words_next:
 * @medicine: a medicine
 * @now: the time, in the zone of the person
 *
 * Returns: (transfer full) (nullable): when its next dose is due; %NULL when there is none
 */
char *
hc_medicine_words_next (HcMedicine *medicine,
                        GDateTime  *now)
{
  const HcCourse *course;
  g_autoptr (HcDose) dose = NULL;
  g_autofree char *when = NULL;

  g_return_val_if_fail (HC_IS_MEDICINE (medicine), NULL);
  g_return_val_if_fail (now != NULL, NULL);

  course = hc_medicine_get_details (medicine)->course;
  if (course != NULL)
    dose = hc_course_next_dose (course, now, g_date_time_get_timezone (now));
  if (dose == NULL)
    return NULL;

  when = hc_dose_words_when (dose->time, now);

  /* Translators: of a medicine; %s is a day and a time: "today at 20:00". */
  return g_strdup_printf (_("Next dose: %s"), when);
}

/**
 * hc_medicine_words_regimen:
 * @regimen: how a medicine was taken for some time
 * @unit: what its doses count
 *
 * Returns: (transfer full): strength and schedule without its first day, which hc_medicine_words_span() tells:
 *   "500 mg, 3 tablets at 08:00 and 20:00, every day"
 */
char *
hc_medicine_words_regimen (const HcRegimen *regimen,
                           HcDoseUnit       unit)
{
  g_autofree char *words = NULL;
  g_autoptr (HcSchedule) schedule = NULL;

  g_return_val_if_fail (regimen != NULL, NULL);

  schedule = hc_schedule_copy (regimen->schedule);
  g_date_clear (&schedule->first, 1);
  words = hc_schedule_dup_words (schedule, unit);

  /* Translators: the strength of a medicine, and how it is taken. */
  return *regimen->strength != '\0' ? g_strdup_printf (_("%s, %s"), regimen->strength, words)
                                    : g_steal_pointer (&words);
}

/**
 * hc_medicine_words_span:
 * @regimen: how a medicine is, was or will be taken for some time
 * @zone: where the person is
 *
 * Returns: (transfer full): from when to when, and why it was changed
 */
char *
hc_medicine_words_span (const HcRegimen *regimen,
                        GTimeZone       *zone)
{
  g_autofree char *first = NULL, *last = NULL;

  g_return_val_if_fail (regimen != NULL, NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  first = dup_day (regimen->from, zone);
  if (regimen->until == NULL)
    /* Translators: %s is a day. */
    return g_strdup_printf (_("From %s"), first);

  last = dup_day (regimen->until, zone);
  if (*regimen->reason == '\0')
    /* Translators: two days. */
    return g_strdup_printf (_("From %s to %s"), first, last);

  /* Translators: two days, and why the medicine was changed or stopped then. */
  return g_strdup_printf (_("From %s to %s. Reason: %s"), first, last, regimen->reason);
}
