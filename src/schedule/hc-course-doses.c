/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-course.h"

#define FARTHEST 2 /* days: two moments of the same name in different zones are never that far apart */

static GDateTime *
later (GDateTime *a,
       GDateTime *b)
{
  return g_date_time_compare (a, b) >= 0 ? a : b;
}

static gboolean
is_before_end (GDateTime       *time,
               const HcRegimen *regimen)
{
  return regimen->until == NULL || g_date_time_compare (time, regimen->until) < 0;
}

/* Takes the doses of @doses that are due at @from or later, and whose names are new. */
static void
take_doses (GPtrArray  *all,
            GHashTable *names,
            GPtrArray  *doses,
            GDateTime  *from)
{
  g_ptr_array_set_free_func (doses, NULL);

  for (guint i = 0; i < doses->len; i++)
    {
      g_autoptr (HcDose) dose = g_ptr_array_index (doses, i);

      if (g_hash_table_add (names, g_strdup (dose->key)) && g_date_time_compare (dose->time, from) >= 0)
        g_ptr_array_add (all, g_steal_pointer (&dose));
    }
}

/**
 * hc_course_list_doses:
 * @self: a course
 * @from: the first moment
 * @until: the first moment after
 * @zone: where the person is
 *
 * Lists the doses of all regimens that are due from @from to before @until. A dose belongs to the regimen that
 * holds when it is due. When a schedule with a zone of its own follows one without, the dose of the same date
 * and time may come again: it is the same dose, and counts the first time.
 *
 * Returns: (transfer full) (element-type HcDose): the doses in the order of their times, each with another key
 */
GPtrArray *
hc_course_list_doses (const HcCourse *self,
                      GDateTime      *from,
                      GDateTime      *until,
                      GTimeZone      *zone)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_dose_free);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GDateTime) earlier = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (from != NULL && until != NULL, NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  earlier = g_date_time_add_days (from, -FARTHEST);

  for (guint i = 0; i < self->regimens->len; i++)
    {
      const HcRegimen *regimen = g_ptr_array_index (self->regimens, i);
      GDateTime *end = is_before_end (until, regimen) ? until : regimen->until;
      g_autoptr (GPtrArray) doses = NULL;

      doses = hc_schedule_list_doses (regimen->schedule, later (earlier, regimen->from), end, zone);
      take_doses (all, names, doses, from);
    }

  return g_steal_pointer (&all);
}

static HcDose *
next_of_regimen (const HcCourse  *self,
                 const HcRegimen *regimen,
                 GDateTime       *after,
                 GTimeZone       *zone)
{
  g_autoptr (GDateTime) time = g_date_time_ref (after);

  while (TRUE)
    {
      g_autoptr (HcDose) dose = hc_schedule_next_dose (regimen->schedule, time, zone);
      g_autoptr (GDateTime) until = NULL;
      g_autoptr (GPtrArray) doses = NULL;

      if (dose == NULL || !is_before_end (dose->time, regimen))
        return NULL;

      /* It may have been the dose of a regimen before. */
      until = g_date_time_add_minutes (dose->time, 1);
      doses = hc_course_list_doses (self, dose->time, until, zone);

      if (doses->len > 0)
        return g_ptr_array_steal_index (doses, 0);

      g_clear_pointer (&time, g_date_time_unref);
      time = g_date_time_ref (dose->time);
    }
}

/**
 * hc_course_next_dose:
 * @self: a course
 * @after: a moment
 * @zone: where the person is
 *
 * Finds the first dose of all regimens that is due later than @after, as hc_schedule_next_dose() does.
 *
 * Returns: (transfer full) (nullable): the dose
 */
HcDose *
hc_course_next_dose (const HcCourse *self,
                     GDateTime      *after,
                     GTimeZone      *zone)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (after != NULL, NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  for (guint i = 0; i < self->regimens->len; i++)
    {
      const HcRegimen *regimen = g_ptr_array_index (self->regimens, i);
      g_autoptr (GDateTime) before = g_date_time_add (regimen->from, -1);
      HcDose *dose = is_before_end (after, regimen)
                     ? next_of_regimen (self, regimen, later (before, after), zone)
                     : NULL;

      if (dose != NULL)
        return dose;
    }

  return NULL;
}
