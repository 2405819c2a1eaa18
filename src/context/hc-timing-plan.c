/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-timing-plan.h"

#include <stdio.h>
#include <string.h>

#include "hc-wall-clock.h"

#define HOUR 60 /* minutes */
#define TIME_OF_KEY 11 /* `2026-11-20T08:00` */

static void
timed_medicine_free (gpointer data)
{
  HcTimedMedicine *timed = data;

  g_object_unref (timed->medicine);
  g_array_unref (timed->minutes);
  g_free (timed);
}

/* The first moment of today or of a day to come where the person is. */
static GDateTime *
dup_begin (GDateTime *now,
           int        days)
{
  GTimeZone *zone = g_date_time_get_timezone (now);

  return hc_wall_clock_dup_begin (zone, hc_wall_clock_read_date (zone, now) + (guint32) days);
}

/* Of a schedule that goes by the clock on the wall the dose itself tells the time, also on a day on which that is
 * left out. */
static int
get_minute (const HcDose *dose,
            gboolean      can_move)
{
  int hour, minute;

  if (can_move && strlen (dose->key) > TIME_OF_KEY &&
      sscanf (dose->key + TIME_OF_KEY, "%2d:%2d", &hour, &minute) == 2)
    return hour * HOUR + minute;

  return g_date_time_get_hour (dose->time) * HOUR + g_date_time_get_minute (dose->time);
}

static int
compare_minutes (gconstpointer a,
                 gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* Whether all times of the schedule are times of the day that is looked at: two doses of another day might else come
 * near to each other, or become one. */
static gboolean
has_no_other_times (const HcSchedule *schedule,
                    GArray           *minutes)
{
  for (guint i = 0; i < schedule->lines->len; i++)
    {
      int minute = g_array_index (schedule->lines, HcScheduleLine, i).minute;
      gboolean found = FALSE;

      for (guint j = 0; j < minutes->len; j++)
        found = found || g_array_index (minutes, int, j) == minute;

      if (!found)
        return FALSE;
    }

  return TRUE;
}

/* Whether the schedule can change tomorrow: it goes by the clock on the wall, and nothing else is planned. */
static gboolean
can_change (const HcCourse  *course,
            const HcRegimen *regimen,
            GDateTime       *tomorrow)
{
  return regimen->schedule->kind == HC_SCHEDULE_AT_TIMES && regimen->schedule->zone == NULL &&
         hc_course_get_last (course) == regimen && g_date_time_compare (regimen->from, tomorrow) < 0 &&
         (regimen->until == NULL || g_date_time_compare (regimen->until, tomorrow) > 0);
}

/* Returns: (nullable): the medicine with the times of today, or with those of tomorrow when it changes then; %NULL
 *   when it has none */
static HcTimedMedicine *
make_timed (HcMedicine        *medicine,
            GDateTime         *now,
            const char *const *kept)
{
  const HcCourse *course = hc_medicine_get_details (medicine)->course;
  const HcRegimen *regimen = course != NULL ? hc_course_get_current (course, now) : NULL;
  g_autoptr (GDateTime) tomorrow = dup_begin (now, 1);
  const HcRegimen *next = course != NULL ? hc_course_get_current (course, tomorrow) : NULL;
  gboolean changes = next != NULL && next != regimen;
  g_autoptr (GDateTime) begin = dup_begin (now, changes ? 1 : 0);
  g_autoptr (GDateTime) end = dup_begin (now, changes ? 2 : 1);
  g_autoptr (GPtrArray) doses = NULL;
  HcTimedMedicine *timed;

  if (changes)
    regimen = next;

  /* Of a regimen that began in the middle of today the whole day counts: so the days to come are. */
  if (regimen != NULL)
    doses = hc_schedule_list_doses (regimen->schedule, begin, end, g_date_time_get_timezone (now));
  if (doses == NULL || doses->len == 0)
    return NULL;

  timed = g_new0 (HcTimedMedicine, 1);
  timed->medicine = g_object_ref (medicine);
  timed->minutes = g_array_new (FALSE, FALSE, sizeof (int));
  timed->is_kept = kept != NULL && g_strv_contains (kept, hc_medicine_get_id (medicine));
  timed->can_move = can_change (course, regimen, tomorrow);

  for (guint i = 0; i < doses->len; i++)
    {
      int minute = get_minute (g_ptr_array_index (doses, i), timed->can_move);

      g_array_append_val (timed->minutes, minute);
    }
  g_array_sort (timed->minutes, compare_minutes);
  timed->can_move = timed->can_move && has_no_other_times (regimen->schedule, timed->minutes);

  return timed;
}

static GPtrArray *
list_timed (HcProfile         *profile,
            HcCurrentPerson   *person,
            GDateTime         *now,
            const char *const *kept)
{
  GListModel *medicines = G_LIST_MODEL (hc_profile_get_medicines (profile));
  GPtrArray *list = g_ptr_array_new_with_free_func (timed_medicine_free);
  guint n = g_list_model_get_n_items (medicines);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcMedicine) medicine = g_list_model_get_item (medicines, i);
      HcTimedMedicine *timed = NULL;

      if (hc_current_person_owns (person, hc_medicine_get_details (medicine)->person))
        timed = make_timed (medicine, now, kept);
      if (timed != NULL)
        g_ptr_array_add (list, timed);
    }

  return list;
}

static HcDayOrder *
make_order (HcMedicineCheck *check,
            GPtrArray       *medicines,
            gboolean         propose)
{
  HcInteractionBook *book = hc_medicine_check_get_book (check);
  g_autoptr (GPtrArray) checked = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree HcDayOrderItem *items = g_new0 (HcDayOrderItem, medicines->len + 1);
  g_autoptr (HcInteractionCheck) found = NULL;

  for (guint i = 0; i < medicines->len; i++)
    {
      const HcTimedMedicine *timed = g_ptr_array_index (medicines, i);
      const HcMedicineDetails *details = hc_medicine_get_details (timed->medicine);

      items[i].key = hc_medicine_get_id (timed->medicine);
      items[i].item = hc_medicine_check_resolve (check, details->name, details->link, details->actives);
      items[i].minutes = (const int *) (gconstpointer) timed->minutes->data;
      items[i].n_minutes = timed->minutes->len;
      items[i].movable = propose && timed->can_move && !timed->is_kept;
      g_ptr_array_add (checked, items[i].item);
    }

  if (book == NULL)
    return NULL;

  found = hc_interaction_check_run (book, checked);

  return hc_day_order_new (items, medicines->len, found, NULL);
}

/**
 * hc_timing_plan_new:
 * @check: what is known of interactions
 * @profile: the profile with the medicines
 * @person: whose medicines they are
 * @now: the time, in the zone of the person
 * @kept: (nullable) (array zero-terminated=1): the ids of medicines whose times are to stay
 * @propose: whether better times are looked for; otherwise only what is wrong with them now
 *
 * Looks at the times of the doses of today, and at those of tomorrow of what changes then. What is taken when it
 * is needed has none.
 *
 * Returns: (transfer full) (nullable): what was found; %NULL when the library cannot be read
 */
HcTimingPlan *
hc_timing_plan_new (HcMedicineCheck   *check,
                    HcProfile         *profile,
                    HcCurrentPerson   *person,
                    GDateTime         *now,
                    const char *const *kept,
                    gboolean           propose)
{
  g_autoptr (GPtrArray) medicines = NULL;
  HcTimingPlan *self;
  HcDayOrder *order;

  g_return_val_if_fail (HC_IS_MEDICINE_CHECK (check), NULL);
  g_return_val_if_fail (HC_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (HC_IS_CURRENT_PERSON (person), NULL);
  g_return_val_if_fail (now != NULL, NULL);

  medicines = list_timed (profile, person, now, kept);
  order = make_order (check, medicines, propose);
  if (order == NULL)
    return NULL;

  self = g_new0 (HcTimingPlan, 1);
  self->medicines = g_steal_pointer (&medicines);
  self->order = order;

  return self;
}

/**
 * hc_timing_plan_free:
 * @self: (transfer full) (nullable): a plan
 */
void
hc_timing_plan_free (HcTimingPlan *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->medicines);
  hc_day_order_free (self->order);
  g_free (self);
}

/**
 * hc_timing_plan_dup_begin:
 * @now: the time, in the zone of the person
 *
 * Returns: (transfer full): when other times are to begin: tomorrow, so that no dose of today is lost or comes twice
 */
GDateTime *
hc_timing_plan_dup_begin (GDateTime *now)
{
  g_return_val_if_fail (now != NULL, NULL);

  return dup_begin (now, 1);
}

/* Returns: the minute to which doses of an item move that are taken at @minute */
static int
get_proposed (HcDayOrder *order,
              guint       item,
              int         minute)
{
  for (guint i = 0; i < order->doses->len; i++)
    {
      const HcDayDose *dose = &g_array_index (order->doses, HcDayDose, i);

      if (dose->item == item && dose->minutes == minute)
        return dose->proposed;
    }

  return minute;
}

/**
 * hc_timing_plan_make_course:
 * @self: a plan with better times
 * @place: the place of a medicine that can move
 * @when: the moment from which the times hold
 * @reason: why it is changed, as it is to be kept
 * @error: return location for a %HC_SCHEDULE_ERROR, see hc_course_change()
 *
 * Makes the course that the medicine would have with the times that are proposed. The same times of other days
 * than today move with them; amounts, days and dates stay.
 *
 * Returns: (transfer full) (nullable): the course
 */
HcCourse *
hc_timing_plan_make_course (HcTimingPlan  *self,
                            guint          place,
                            GDateTime     *when,
                            const char    *reason,
                            GError       **error)
{
  const HcTimedMedicine *timed;
  const HcRegimen *last;
  g_autoptr (HcCourse) course = NULL;
  g_autoptr (HcSchedule) schedule = NULL;

  g_return_val_if_fail (self != NULL && place < self->medicines->len, NULL);
  g_return_val_if_fail (when != NULL, NULL);

  timed = g_ptr_array_index (self->medicines, place);
  g_return_val_if_fail (timed->can_move, NULL);

  course = hc_course_copy (hc_medicine_get_details (timed->medicine)->course);
  last = hc_course_get_last (course);
  schedule = hc_schedule_copy (last->schedule);
  for (guint i = 0; i < schedule->lines->len; i++)
    {
      HcScheduleLine *line = &g_array_index (schedule->lines, HcScheduleLine, i);

      line->minute = get_proposed (self->order, place, line->minute);
    }

  return hc_course_change (course, when, last->strength, schedule, reason, error) ? g_steal_pointer (&course) : NULL;
}
