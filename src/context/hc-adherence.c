/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-adherence.h"

#include "hc-planned-dose.h"
#include "hc-wall-clock.h"

/* Doses are looked at so many days around what is counted: in another zone the same dose has another moment, and
 * what was told of it must not be taken for a dose more. */
#define MARGIN 3

/* What a thread counts. Courses and records do not change; nobody else has these. */
typedef struct
{
  GPtrArray  *ids;     /* of char */
  GPtrArray  *courses; /* of HcCourse, in the same order; NULL: not told */
  guint32     first;   /* days of GDate */
  guint32     last;
  GDateTime  *now;
  GPtrArray  *records; /* of HcDoseRecord; NULL until they were read */
  GHashTable *by_dose; /* a set of these */
  GHashTable *named;   /* a set of those that a schedule names */
  GArray     *days;    /* of HcAdherenceDay */
} Count;

static void
free_course (gpointer course)
{
  hc_course_free (course);
}

static void
count_free (Count *self)
{
  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->courses);
  g_date_time_unref (self->now);
  g_clear_pointer (&self->by_dose, g_hash_table_unref);
  g_clear_pointer (&self->named, g_hash_table_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->days, g_array_unref);
  g_free (self);
}

static guint
hash_dose (gconstpointer data)
{
  const HcDoseRecord *record = data;

  return g_str_hash (record->medicine) * 31 + g_str_hash (record->key);
}

static gboolean
have_same_dose (gconstpointer a,
                gconstpointer b)
{
  const HcDoseRecord *first = a, *second = b;

  return g_str_equal (first->key, second->key) && g_str_equal (first->medicine, second->medicine);
}

/* Returns: (nullable): the day of a moment, %NULL when it is not counted */
static HcAdherenceDay *
get_day (Count     *self,
         GDateTime *time)
{
  guint32 date = hc_wall_clock_read_date (g_date_time_get_timezone (self->now), time);

  if (date < self->first || date > self->last)
    return NULL;

  return &g_array_index (self->days, HcAdherenceDay, date - self->first);
}

/* Whether nothing can be said of a dose any more while it is due, by the rules of HcPlannedDose. */
static gboolean
is_missed (Count              *self,
           const HcDose       *dose,
           const HcDose       *next,
           const HcDoseRecord *record)
{
  gboolean was_put_off = record != NULL && g_date_time_compare (record->time, dose->time) > 0;
  g_autoptr (GDateTime) end = g_date_time_add_hours (was_put_off ? record->time : dose->time, HC_PLANNED_DUE_HOURS);

  if (g_date_time_compare (self->now, end) >= 0)
    return TRUE;

  return next != NULL && g_date_time_compare (self->now, next->time) >= 0;
}

static void
count_dose (Count        *self,
            const char   *id,
            const HcDose *dose,
            const HcDose *next)
{
  const HcDoseRecord name = { .medicine = (char *) id, .key = dose->key };
  HcDoseRecord *record = g_hash_table_lookup (self->by_dose, &name);
  HcAdherenceDay *day = get_day (self, dose->time);

  if (record != NULL)
    g_hash_table_add (self->named, record);

  if (day == NULL)
    return;

  day->n_planned++;
  if (record != NULL && record->state == HC_DOSE_TAKEN)
    day->n_taken++;
  else if (record != NULL && record->state == HC_DOSE_SKIPPED)
    day->n_skipped++;
  else if (is_missed (self, dose, next, record))
    day->n_missed++;
}

static gboolean
count_medicine (Count        *self,
                guint         place,
                GCancellable *cancellable)
{
  GTimeZone *zone = g_date_time_get_timezone (self->now);
  const HcCourse *course = g_ptr_array_index (self->courses, place);
  g_autoptr (GDateTime) from = hc_wall_clock_dup_begin (zone, self->first - MARGIN);
  g_autoptr (GDateTime) until = hc_wall_clock_dup_begin (zone, self->last + 1 + MARGIN);
  g_autoptr (GPtrArray) doses = course != NULL ? hc_course_list_doses (course, from, until, zone) : NULL;

  for (guint i = 0; doses != NULL && i < doses->len; i++)
    count_dose (self, g_ptr_array_index (self->ids, place), g_ptr_array_index (doses, i), hc_dose_find_next (doses, i));

  return !g_cancellable_is_cancelled (cancellable);
}

static void
count_extra (Count *self)
{
  for (guint i = 0; i < self->records->len; i++)
    {
      HcDoseRecord *record = g_ptr_array_index (self->records, i);
      HcAdherenceDay *day;

      if (record->state == HC_DOSE_TAKEN && !g_hash_table_contains (self->named, record) &&
          (day = get_day (self, record->time)) != NULL)
        day->n_extra++;
    }
}

static void
count_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Count *self = task_data;

  self->by_dose = g_hash_table_new (hash_dose, have_same_dose);
  self->named = g_hash_table_new (NULL, NULL);
  self->days = g_array_new (FALSE, TRUE, sizeof (HcAdherenceDay));
  g_array_set_size (self->days, self->last + 1 - self->first);

  for (guint i = 0; i < self->days->len; i++)
    g_date_set_julian (&g_array_index (self->days, HcAdherenceDay, i).day, self->first + i);
  for (guint i = 0; i < self->records->len; i++)
    g_hash_table_add (self->by_dose, g_ptr_array_index (self->records, i));

  for (guint i = 0; i < self->courses->len; i++)
    if (!count_medicine (self, i, cancellable))
      {
        g_task_return_error_if_cancelled (task);
        return;
      }
  count_extra (self);

  g_task_return_pointer (task, g_steal_pointer (&self->days), (GDestroyNotify) g_array_unref);
}

static void
records_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Count *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->records = hc_dose_log_query_finish (HC_DOSE_LOG (source), result, &error);
  if (self->records == NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, count_in_thread);
}

/**
 * hc_adherence_count_async:
 * @log: what was said of doses
 * @medicines: (element-type HcMedicine): the medicines that are counted together: one, or those of a person
 * @first: the first day
 * @last: the last day, at most a hundred years later
 * @now: the time, in the zone of the person
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: passed to @callback
 *
 * Counts for each day what was taken of what was planned. It does so in a thread, and may be asked for many years.
 * A dose belongs to the regimen that held when it was due, and to the day of that moment where the person is now.
 */
void
hc_adherence_count_async (HcDoseLog           *log,
                          GPtrArray           *medicines,
                          const GDate         *first,
                          const GDate         *last,
                          GDateTime           *now,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  Count *self;
  GTask *task;
  g_autoptr (GDateTime) from = NULL;
  g_autoptr (GDateTime) until = NULL;

  g_return_if_fail (HC_IS_DOSE_LOG (log));
  g_return_if_fail (medicines != NULL);
  g_return_if_fail (g_date_valid (first) && g_date_valid (last) && g_date_compare (first, last) <= 0);
  g_return_if_fail (g_date_days_between (first, last) <= 36525);
  g_return_if_fail (now != NULL);

  task = g_task_new (log, cancellable, callback, user_data);
  g_task_set_source_tag (task, hc_adherence_count_async);

  self = g_new0 (Count, 1);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->courses = g_ptr_array_new_with_free_func (free_course);
  self->first = g_date_get_julian (first);
  self->last = g_date_get_julian (last);
  self->now = g_date_time_ref (now);
  for (guint i = 0; i < medicines->len; i++)
    {
      HcMedicine *medicine = g_ptr_array_index (medicines, i);
      const HcCourse *course = hc_medicine_get_details (medicine)->course;

      g_ptr_array_add (self->ids, g_strdup (hc_medicine_get_id (medicine)));
      g_ptr_array_add (self->courses, course != NULL ? hc_course_copy (course) : NULL);
    }
  g_task_set_task_data (task, self, (GDestroyNotify) count_free);

  from = hc_wall_clock_dup_begin (g_date_time_get_timezone (now), self->first - MARGIN);
  until = hc_wall_clock_dup_begin (g_date_time_get_timezone (now), self->last + 1 + MARGIN);
  g_ptr_array_add (self->ids, NULL);
  hc_dose_log_query_async (log, (const char *const *) self->ids->pdata, from, until, records_read_cb, task);
}

/**
 * hc_adherence_count_finish:
 * @log: what was said of doses
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type HcAdherenceDay): each day from the first to the last
 */
GArray *
hc_adherence_count_finish (HcDoseLog     *log,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, log), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_adherence_count_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
