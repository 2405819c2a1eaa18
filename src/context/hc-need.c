/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-need.h"

#include "hc-wall-clock.h"

/* Amounts are decimals, of which sums may be off by less than the smallest dose. */
#define NEARLY (HC_SCHEDULE_MIN_AMOUNT / 2)

/* Returns: (nullable): the schedule of what is taken when needed at a moment, %NULL when it is not */
static const HcSchedule *
get_schedule (HcMedicine *medicine,
              GDateTime  *when)
{
  const HcCourse *course = hc_medicine_get_details (medicine)->course;
  const HcRegimen *regimen = course != NULL ? hc_course_get_current (course, when) : NULL;

  if (regimen == NULL || regimen->schedule->kind != HC_SCHEDULE_AS_NEEDED || !hc_medicine_is_taken (medicine, when))
    return NULL;

  return regimen->schedule;
}

/**
 * hc_need_is_of:
 * @medicine: a medicine
 * @when: a moment
 *
 * Returns: whether it is taken then when it is needed
 */
gboolean
hc_need_is_of (HcMedicine *medicine,
               GDateTime  *when)
{
  g_return_val_if_fail (HC_IS_MEDICINE (medicine), FALSE);
  g_return_val_if_fail (when != NULL, FALSE);

  return get_schedule (medicine, when) != NULL;
}

static gint64
get_distance (GDateTime *a,
              GDateTime *b)
{
  return ABS (g_date_time_difference (a, b));
}

/**
 * hc_need_new:
 * @log: what was taken, of which the recent records are looked at
 * @medicine: a medicine
 * @when: the moment at which it is to be taken, in the zone of the person
 *
 * Looks what was taken on the day of @when, and how near to it.
 *
 * Returns: (transfer full) (nullable): what was found; %NULL when it is not taken when needed then
 */
HcNeed *
hc_need_new (HcDoseLog  *log,
             HcMedicine *medicine,
             GDateTime  *when)
{
  g_autoptr (GPtrArray) records = NULL;
  const HcSchedule *schedule;
  GTimeZone *zone;
  HcNeed *self;

  g_return_val_if_fail (HC_IS_DOSE_LOG (log), NULL);
  g_return_val_if_fail (HC_IS_MEDICINE (medicine), NULL);
  g_return_val_if_fail (when != NULL, NULL);

  schedule = get_schedule (medicine, when);
  if (schedule == NULL)
    return NULL;

  zone = g_date_time_get_timezone (when);
  records = hc_dose_log_list_recent (log, hc_medicine_get_id (medicine));

  self = g_new0 (HcNeed, 1);
  self->amount = schedule->amount;
  self->daily_max = schedule->daily_max;
  self->min_minutes = schedule->min_minutes;

  for (guint i = 0; i < records->len; i++)
    {
      const HcDoseRecord *record = g_ptr_array_index (records, i);

      if (record->state != HC_DOSE_TAKEN)
        continue;

      if (hc_wall_clock_read_date (zone, record->time) == hc_wall_clock_read_date (zone, when))
        self->taken += record->amount;
      if (self->last == NULL || get_distance (record->time, when) < get_distance (self->last, when))
        {
          g_clear_pointer (&self->last, g_date_time_unref);
          self->last = g_date_time_to_timezone (record->time, zone);
        }
    }

  self->passes_max = self->daily_max > 0 && self->taken + self->amount > self->daily_max + NEARLY;
  self->is_soon = self->min_minutes > 0 && self->last != NULL &&
                  get_distance (self->last, when) < self->min_minutes * G_TIME_SPAN_MINUTE;

  return self;
}

/**
 * hc_need_dup_latest:
 * @log: what was taken
 * @medicine: a medicine
 *
 * Returns: (transfer full) (nullable): the key of the record that was taken last, %NULL when there is none
 */
char *
hc_need_dup_latest (HcDoseLog  *log,
                    HcMedicine *medicine)
{
  g_autoptr (GPtrArray) records = NULL;
  const HcDoseRecord *latest = NULL;

  g_return_val_if_fail (HC_IS_DOSE_LOG (log), NULL);
  g_return_val_if_fail (HC_IS_MEDICINE (medicine), NULL);

  records = hc_dose_log_list_recent (log, hc_medicine_get_id (medicine));
  for (guint i = 0; i < records->len; i++)
    {
      const HcDoseRecord *record = g_ptr_array_index (records, i);

      if (record->state == HC_DOSE_TAKEN &&
          (latest == NULL || g_date_time_compare (record->time, latest->time) > 0))
        latest = record;
    }

  return latest != NULL ? g_strdup (latest->key) : NULL;
}

/**
 * hc_need_free:
 * @self: (transfer full) (nullable): what was found
 */
void
hc_need_free (HcNeed *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->last, g_date_time_unref);
  g_free (self);
}
