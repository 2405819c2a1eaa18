/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-supply.h"

#include <glib/gi18n.h>

#include "hc-wall-clock.h"

/* What is enough for longer is not told in days. */
#define LONGEST 120 /* days */

/* Amounts are decimals, of which sums may be off by less than the smallest dose. */
#define NEARLY (HC_SCHEDULE_MIN_AMOUNT / 2)

/* What was known when the sum was asked for. */
typedef struct
{
  double     stock;
  double     refill_at;
  HcCourse  *course; /* NULL: not told */
  GDateTime *now;
} Question;

static void
question_free (Question *question)
{
  g_clear_pointer (&question->course, hc_course_free);
  g_date_time_unref (question->now);
  g_free (question);
}

/* Counts the doses to come until one is not there. */
static int
count_days (const Question *question,
            double          left)
{
  GTimeZone *zone = g_date_time_get_timezone (question->now);
  g_autoptr (GDateTime) until = g_date_time_add_days (question->now, LONGEST);
  g_autoptr (GPtrArray) doses = NULL;

  if (question->course == NULL)
    return -1;

  doses = hc_course_list_doses (question->course, question->now, until, zone);
  for (guint i = 0; i < doses->len; i++)
    {
      const HcDose *dose = g_ptr_array_index (doses, i);

      left -= dose->amount;
      if (left < -NEARLY)
        return (int) (hc_wall_clock_read_date (zone, dose->time) - hc_wall_clock_read_date (zone, question->now));
    }

  return -1;
}

static void
summed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  const Question *question = g_task_get_task_data (task);
  GError *error = NULL;
  double taken = hc_dose_log_sum_finish (HC_DOSE_LOG (source), result, &error);
  HcSupply *supply;

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  supply = g_new0 (HcSupply, 1);
  supply->left = MAX (question->stock - taken, 0.0);
  supply->days = count_days (question, supply->left);
  supply->is_low = question->refill_at > 0 && supply->left <= question->refill_at + NEARLY;
  g_task_return_pointer (task, supply, g_free);
}

/**
 * hc_supply_read_async:
 * @log: what was taken
 * @medicine: a medicine that was counted
 * @now: the time, in the zone of the person
 * @callback: called when it is known how much is left
 * @user_data: passed to @callback
 *
 * Finds out how much is left of a medicine.
 */
void
hc_supply_read_async (HcDoseLog           *log,
                      HcMedicine          *medicine,
                      GDateTime           *now,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  const HcMedicineDetails *details;
  Question *question;
  GTask *task;

  g_return_if_fail (HC_IS_DOSE_LOG (log));
  g_return_if_fail (HC_IS_MEDICINE (medicine));
  g_return_if_fail (hc_medicine_get_details (medicine)->counted != NULL);
  g_return_if_fail (now != NULL);

  details = hc_medicine_get_details (medicine);
  question = g_new0 (Question, 1);
  question->stock = details->stock;
  question->refill_at = details->refill_at;
  question->course = details->course != NULL ? hc_course_copy (details->course) : NULL;
  question->now = g_date_time_ref (now);

  task = g_task_new (log, NULL, callback, user_data);
  g_task_set_source_tag (task, hc_supply_read_async);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  hc_dose_log_sum_async (log, hc_medicine_get_id (medicine), details->counted, summed_cb, task);
}

/**
 * hc_supply_read_finish:
 * @log: what was taken
 * @result: what the callback was given
 * @supply: (out): how much is left
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether it is known
 */
gboolean
hc_supply_read_finish (HcDoseLog     *log,
                       GAsyncResult  *result,
                       HcSupply      *supply,
                       GError       **error)
{
  g_autofree HcSupply *found = NULL;

  g_return_val_if_fail (g_task_is_valid (result, log), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_supply_read_async), FALSE);
  g_return_val_if_fail (supply != NULL, FALSE);

  found = g_task_propagate_pointer (G_TASK (result), error);
  if (found != NULL)
    *supply = *found;

  return found != NULL;
}

/**
 * hc_supply_dup_words:
 * @supply: how much is left
 * @unit: what is counted
 *
 * Returns: (transfer full): the same in words: "About 4 days left"
 */
char *
hc_supply_dup_words (const HcSupply *supply,
                     HcDoseUnit      unit)
{
  g_autofree char *left = NULL;

  g_return_val_if_fail (supply != NULL, NULL);

  if (supply->left <= 0)
    return g_strdup (_("Nothing left, as far as was counted"));

  if (supply->days == 0)
    return g_strdup (_("Not enough left for today"));

  if (supply->days > 0)
    return g_strdup_printf (ngettext ("About %d day left", "About %d days left", (gulong) supply->days),
                            supply->days);

  left = hc_dose_dup_words (supply->left, unit);
  /* Translators: %s is an amount: "12 tablets". */
  return g_strdup_printf (_("About %s left"), left);
}
