/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-summary-medicine.h"

#include "hc-schedule-words.h"
#include "hc-wall-clock.h"

static void
change_free (HcSummaryChange *change)
{
  g_date_time_unref (change->time);
  g_free (change->before);
  g_free (change->after);
  g_free (change->reason);
  g_free (change);
}

/* The strength is told where it is not that of the medicine in general. */
static char *
dup_words (HcSummaryMedicine *self,
           const HcRegimen   *regimen)
{
  const HcMedicineDetails *details = hc_medicine_get_details (self->medicine);
  g_autofree char *words = hc_schedule_dup_words (regimen->schedule, details->unit);

  return *regimen->strength != '\0' && !g_str_equal (regimen->strength, details->strength)
         ? g_strdup_printf ("%s: %s", regimen->strength, words) : g_steal_pointer (&words);
}

static gboolean
follows (const HcRegimen *regimen,
         const HcRegimen *before)
{
  return before->until != NULL && g_date_time_compare (before->until, regimen->from) >= 0;
}

static void
add_change (HcSummaryMedicine *self,
            const HcRegimen   *regimen,
            const HcRegimen   *before) /* NULL: it began, or began again */
{
  HcSummaryChange *change = g_new0 (HcSummaryChange, 1);

  change->time = g_date_time_ref (regimen->from);
  change->before = before != NULL ? dup_words (self, before) : NULL;
  change->after = dup_words (self, regimen);
  change->reason = g_strdup (before != NULL ? before->reason : "");
  g_ptr_array_add (self->changes, change);
}

static void
add_changes (HcSummaryMedicine *self,
             const HcCourse    *course,
             GDateTime         *since)
{
  for (guint i = 0; i < course->regimens->len; i++)
    {
      const HcRegimen *regimen = g_ptr_array_index (course->regimens, i);
      const HcRegimen *before = i > 0 ? g_ptr_array_index (course->regimens, i - 1) : NULL;

      if (before != NULL && !follows (regimen, before))
        before = NULL;

      if (g_date_time_compare (regimen->from, since) >= 0)
        add_change (self, regimen, before);
    }
}

/* Since when it is taken without a break before @regimen. */
static GDateTime *
find_begin (const HcCourse  *course,
            const HcRegimen *regimen)
{
  guint i;

  if (!g_ptr_array_find (course->regimens, regimen, &i))
    return NULL;

  while (i > 0 && follows (g_ptr_array_index (course->regimens, i), g_ptr_array_index (course->regimens, i - 1)))
    i--;

  return g_date_time_ref (((const HcRegimen *) g_ptr_array_index (course->regimens, i))->from);
}

/* It was stopped, or its last day is over. */
static void
find_end (HcSummaryMedicine *self,
          const HcRegimen   *last,
          GDateTime         *now)
{
  const GDate *day = &last->schedule->last;

  if (last->until != NULL && g_date_time_compare (last->until, now) <= 0)
    self->stopped = g_date_time_ref (last->until);
  else if (g_date_valid (day))
    self->stopped = g_date_time_new (g_date_time_get_timezone (now), g_date_get_year (day),
                                     (int) g_date_get_month (day), g_date_get_day (day), 0, 0, 0);

  self->stop_reason = g_strdup (last->until != NULL ? last->reason : "");
}

/* Whether nobody can have told of a dose of that day: the medicine was not entered yet. */
static gboolean
is_before_entry (HcSummaryMedicine *self,
                 const GDate       *day,
                 GTimeZone         *zone)
{
  g_autoptr (GDateTime) created = NULL;
  GDate entered;

  if (hc_medicine_get_created (self->medicine) == NULL)
    return FALSE;

  created = g_date_time_to_timezone (hc_medicine_get_created (self->medicine), zone);
  hc_wall_clock_get_day (created, &entered);

  return g_date_compare (day, &entered) <= 0;
}

/* What was told of is counted; what was not is, too, from the first day on of which something was, or could be. */
static void
count_doses (HcSummaryMedicine *self,
             GArray            *days,
             GTimeZone         *zone)
{
  gboolean was_told = FALSE;

  for (guint i = 0; i < days->len; i++)
    {
      const HcAdherenceDay *day = &g_array_index (days, HcAdherenceDay, i);
      guint n_told = day->n_taken + day->n_skipped;

      self->n_planned += n_told;
      self->n_taken += day->n_taken;
      self->n_skipped += day->n_skipped;

      was_told = was_told || n_told > 0;
      if (was_told || !is_before_entry (self, &day->day, zone))
        self->n_planned += day->n_missed;
    }
}

/* A medicine that is taken by a schedule alone has doses more only where that was corrected. */
static gboolean
was_needed (const HcCourse *course)
{
  for (guint i = 0; i < course->regimens->len; i++)
    if (((const HcRegimen *) g_ptr_array_index (course->regimens, i))->schedule->kind == HC_SCHEDULE_AS_NEEDED)
      return TRUE;

  return FALSE;
}

static void
count_needed (HcSummaryMedicine *self,
              GArray            *days)
{
  for (guint i = 0; i < days->len; i++)
    self->n_needed += g_array_index (days, HcAdherenceDay, i).n_extra;
}

/**
 * hc_summary_medicine_new:
 * @medicine: a medicine
 * @days: (element-type HcAdherenceDay): what was taken of it on the days since then
 * @since: since when changes are told
 * @now: the time, in the zone of the person
 *
 * Returns: (transfer full): the medicine as the care team is told of it
 */
HcSummaryMedicine *
hc_summary_medicine_new (HcMedicine *medicine,
                         GArray     *days,
                         GDateTime  *since,
                         GDateTime  *now)
{
  HcSummaryMedicine *self;
  const HcMedicineDetails *details;
  const HcRegimen *regimen = NULL;

  g_return_val_if_fail (HC_IS_MEDICINE (medicine), NULL);
  g_return_val_if_fail (days != NULL, NULL);
  g_return_val_if_fail (since != NULL && now != NULL, NULL);

  self = g_new0 (HcSummaryMedicine, 1);
  self->medicine = g_object_ref (medicine);
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  details = hc_medicine_get_details (medicine);

  if (details->course != NULL && (regimen = hc_course_get_current (details->course, now)) == NULL)
    regimen = hc_course_get_last (details->course);

  self->title = regimen != NULL && *regimen->strength != '\0'
                ? g_strdup_printf ("%s %s", details->name, regimen->strength) : hc_medicine_dup_title (medicine);

  if (regimen != NULL)
    {
      self->schedule = hc_schedule_dup_words (regimen->schedule, details->unit);
      self->since = find_begin (details->course, regimen);
      add_changes (self, details->course, since);
      count_doses (self, days, g_date_time_get_timezone (now));
      if (was_needed (details->course))
        count_needed (self, days);
    }

  if (regimen != NULL && !hc_medicine_is_taken (medicine, now))
    find_end (self, regimen, now);

  return self;
}

/**
 * hc_summary_medicine_free:
 * @self: (nullable) (transfer full): a medicine of a summary
 */
void
hc_summary_medicine_free (HcSummaryMedicine *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->medicine);
  g_free (self->title);
  g_free (self->schedule);
  g_clear_pointer (&self->since, g_date_time_unref);
  g_clear_pointer (&self->stopped, g_date_time_unref);
  g_free (self->stop_reason);
  g_ptr_array_unref (self->changes);
  g_free (self);
}
