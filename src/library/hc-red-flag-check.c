/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-red-flag-check.h"

/**
 * hc_raised_flag_free:
 * @self: (transfer full) (nullable): a flag that holds
 */
void
hc_raised_flag_free (HcRaisedFlag *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->flag);
  g_ptr_array_unref (self->readings);
  g_free (self);
}

/* The newest first; of two of the same time the one that was given later. */
static int
compare_readings (gconstpointer a,
                  gconstpointer b)
{
  const HcDiaryReading *first = a, *second = b;
  int order = g_date_time_compare (second->time, first->time);

  return order != 0 ? order : (first < second) - (first > second);
}

/* Returns the readings of a kind that are not older than the window, the newest first. What lies ahead is no
 * reading yet. */
static GPtrArray *
list_readings (const HcDiaryReading *readings,
               guint                 n_readings,
               const char           *kind,
               int                   window,
               GDateTime            *now)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < n_readings; i++)
    {
      GTimeSpan age = g_date_time_difference (now, readings[i].time);

      if (g_str_equal (readings[i].kind, kind) && age >= 0 && age <= window * G_TIME_SPAN_HOUR)
        g_ptr_array_add (list, (gpointer) &readings[i]);
    }

  g_ptr_array_sort_values (list, compare_readings);

  return list;
}

/* Adds the readings that meet a condition, the newest first. Returns whether there is what the flag wants. */
static gboolean
check_condition (const HcRedFlagDetails   *flag,
                 const HcRedFlagCondition *condition,
                 GPtrArray                *readings,
                 GPtrArray                *raised)
{
  const HcDiaryReading *newest = NULL, *oldest = NULL;

  for (guint i = 0; i < readings->len; i++)
    {
      const HcDiaryReading *reading = g_ptr_array_index (readings, i);

      if (!hc_red_flag_condition_is_met (condition, reading->value))
        {
          /* Where something must last, a reading that is better ends it. */
          if (flag->latest || flag->lasting > 0)
            break;
          continue;
        }

      if (newest == NULL)
        newest = reading;
      oldest = reading;
      if (!g_ptr_array_find (raised, reading, NULL))
        g_ptr_array_add (raised, (gpointer) reading);

      if (flag->latest && flag->lasting == 0)
        break;
    }

  return newest != NULL &&
         g_date_time_difference (newest->time, oldest->time) >= flag->lasting * G_TIME_SPAN_HOUR;
}

static HcRaisedFlag *
check_flag (HcRedFlag            *flag,
            const HcDiaryReading *readings,
            guint                 n_readings,
            GDateTime            *now)
{
  const HcRedFlagDetails *details = hc_red_flag_get_details (flag);
  g_autoptr (GPtrArray) raised = g_ptr_array_new ();
  HcRaisedFlag *self;

  for (guint i = 0; i < details->conditions->len; i++)
    {
      const HcRedFlagCondition *condition = g_ptr_array_index (details->conditions, i);
      g_autoptr (GPtrArray) of_kind = list_readings (readings, n_readings, condition->kind, details->window, now);

      if (!check_condition (details, condition, of_kind, raised))
        return NULL;
    }

  g_ptr_array_sort_values (raised, compare_readings);
  self = g_new0 (HcRaisedFlag, 1);
  self->flag = g_object_ref (flag);
  self->readings = g_steal_pointer (&raised);

  return self;
}

/**
 * hc_red_flag_check_run:
 * @book: what is known of the diary
 * @readings: (array length=n_readings) (nullable): entries of one person, in any order
 * @n_readings: how many
 * @now: the time
 *
 * Looks at each flag: all its conditions must be met by readings that are not older than its window. Readings
 * of kinds that the book does not have are left alone.
 *
 * Returns: (transfer full) (element-type HcRaisedFlag): the flags that hold now, the most urgent first
 */
GPtrArray *
hc_red_flag_check_run (HcDiaryBook          *book,
                       const HcDiaryReading *readings,
                       guint                 n_readings,
                       GDateTime            *now)
{
  g_autoptr (GPtrArray) raised = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_raised_flag_free);
  GPtrArray *flags;

  g_return_val_if_fail (HC_IS_DIARY_BOOK (book), NULL);
  g_return_val_if_fail (readings != NULL || n_readings == 0, NULL);
  g_return_val_if_fail (now != NULL, NULL);

  flags = hc_diary_book_get_flags (book);

  for (guint i = 0; i < flags->len; i++)
    {
      HcRaisedFlag *flag = check_flag (g_ptr_array_index (flags, i), readings, n_readings, now);

      if (flag != NULL)
        g_ptr_array_add (raised, flag);
    }

  return g_steal_pointer (&raised);
}
