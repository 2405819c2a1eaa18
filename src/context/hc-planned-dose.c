/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-planned-dose.h"

/**
 * HcPlannedDose:
 *
 * A dose of a medicine, and how it stands with it at a moment. It does not change: at another moment there is
 * another one.
 */
struct _HcPlannedDose
{
  GObject         parent_instance;

  HcMedicine     *medicine;
  char           *key;
  GDateTime      *due;
  GDateTime      *until; /* from then on it is missed */
  double          amount;
  HcPlannedState  state;
  GDateTime      *time;  /* NULL: nothing was said of it */
};

G_DEFINE_FINAL_TYPE (HcPlannedDose, hc_planned_dose, G_TYPE_OBJECT)

static void
hc_planned_dose_finalize (GObject *object)
{
  HcPlannedDose *self = HC_PLANNED_DOSE (object);

  g_clear_object (&self->medicine);
  g_free (self->key);
  g_clear_pointer (&self->due, g_date_time_unref);
  g_clear_pointer (&self->until, g_date_time_unref);
  g_clear_pointer (&self->time, g_date_time_unref);

  G_OBJECT_CLASS (hc_planned_dose_parent_class)->finalize (object);
}

static void
hc_planned_dose_class_init (HcPlannedDoseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_planned_dose_finalize;
}

static void
hc_planned_dose_init (HcPlannedDose *self)
{
}

/* It is due for some hours, beginning with its time or with the one to which it was put off. The next dose of the
 * medicine ends that in any case, so that two are never due where one is to be taken. */
static GDateTime *
dup_end (GDateTime    *begin,
         const HcDose *next)
{
  g_autoptr (GDateTime) end = g_date_time_add_hours (begin, HC_PLANNED_DUE_HOURS);

  if (next != NULL && g_date_time_compare (next->time, end) < 0)
    return g_date_time_ref (next->time);

  return g_steal_pointer (&end);
}

/* What is not known of a dose of which nobody said that it was taken or skipped. */
static void
find_state (HcPlannedDose *self,
            const HcDose  *next,
            GDateTime     *now)
{
  GDateTime *begin;

  /* It was put off where it was due earlier: the person has traveled, or changed the times. */
  if (self->time != NULL && g_date_time_compare (self->time, self->due) <= 0)
    g_clear_pointer (&self->time, g_date_time_unref);

  begin = self->time != NULL ? self->time : self->due;
  self->until = dup_end (begin, next);

  if (g_date_time_compare (now, self->until) >= 0)
    self->state = HC_PLANNED_MISSED;
  else if (g_date_time_compare (now, begin) >= 0)
    self->state = HC_PLANNED_DUE;
  else
    self->state = self->time != NULL ? HC_PLANNED_SNOOZED : HC_PLANNED_UPCOMING;
}

static HcPlannedDose *
make (HcMedicine         *medicine,
      const HcDose       *dose,
      const HcDose       *next,
      const HcDoseRecord *record,
      GDateTime          *now)
{
  HcPlannedDose *self = g_object_new (HC_TYPE_PLANNED_DOSE, NULL);

  self->medicine = g_object_ref (medicine);
  self->key = g_strdup (dose->key);
  self->due = g_date_time_ref (dose->time);
  self->amount = dose->amount;
  self->time = record != NULL ? g_date_time_to_timezone (record->time, g_date_time_get_timezone (dose->time)) : NULL;

  if (record == NULL || record->state == HC_DOSE_SNOOZED)
    {
      find_state (self, next, now);
    }
  else
    {
      self->state = record->state == HC_DOSE_TAKEN ? HC_PLANNED_TAKEN : HC_PLANNED_SKIPPED;
      self->amount = record->amount;
    }

  return self;
}

/**
 * hc_planned_dose_list:
 * @medicine: a medicine
 * @log: what was said of its doses, of which the recent ones are looked at
 * @from: the first moment
 * @until: the moment after the last one
 * @now: the time, in the zone of the person
 *
 * Returns: (transfer full) (element-type HcPlannedDose): its doses between the two, in the order of time; none
 *   for what is taken when it is needed
 */
GPtrArray *
hc_planned_dose_list (HcMedicine *medicine,
                      HcDoseLog  *log,
                      GDateTime  *from,
                      GDateTime  *until,
                      GDateTime  *now)
{
  g_autoptr (GPtrArray) planned = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) doses = NULL;
  g_autoptr (HcDose) after = NULL;
  GTimeZone *zone;
  const HcCourse *course;

  g_return_val_if_fail (HC_IS_MEDICINE (medicine), NULL);
  g_return_val_if_fail (HC_IS_DOSE_LOG (log), NULL);
  g_return_val_if_fail (from != NULL && until != NULL && now != NULL, NULL);

  course = hc_medicine_get_details (medicine)->course;
  if (course == NULL)
    return g_steal_pointer (&planned);

  zone = g_date_time_get_timezone (now);
  doses = hc_course_list_doses (course, from, until, zone);

  for (guint i = 0; i < doses->len; i++)
    {
      const HcDose *dose = g_ptr_array_index (doses, i);
      const HcDose *next = hc_dose_find_next (doses, i);

      if (next == NULL && after == NULL)
        after = hc_course_next_dose (course, dose->time, zone);

      g_ptr_array_add (planned, make (medicine, dose, next != NULL ? next : after,
                                      hc_dose_log_lookup (log, hc_medicine_get_id (medicine), dose->key), now));
    }

  return g_steal_pointer (&planned);
}

/**
 * hc_planned_dose_get_medicine:
 * @self: a dose
 *
 * Returns: (transfer none): the medicine
 */
HcMedicine *
hc_planned_dose_get_medicine (HcPlannedDose *self)
{
  g_return_val_if_fail (HC_IS_PLANNED_DOSE (self), NULL);

  return self->medicine;
}

/**
 * hc_planned_dose_get_key:
 * @self: a dose
 *
 * Returns: (transfer none): its name among the doses of the medicine, see #HcDose
 */
const char *
hc_planned_dose_get_key (HcPlannedDose *self)
{
  g_return_val_if_fail (HC_IS_PLANNED_DOSE (self), NULL);

  return self->key;
}

/**
 * hc_planned_dose_get_due:
 * @self: a dose
 *
 * Returns: (transfer none): when it is due, in the zone of the person
 */
GDateTime *
hc_planned_dose_get_due (HcPlannedDose *self)
{
  g_return_val_if_fail (HC_IS_PLANNED_DOSE (self), NULL);

  return self->due;
}

/**
 * hc_planned_dose_get_amount:
 * @self: a dose
 *
 * Returns: how much, in the unit of the medicine: what was taken, or is to be taken
 */
double
hc_planned_dose_get_amount (HcPlannedDose *self)
{
  g_return_val_if_fail (HC_IS_PLANNED_DOSE (self), 0);

  return self->amount;
}

/**
 * hc_planned_dose_get_state:
 * @self: a dose
 *
 * Returns: how it stands with it
 */
HcPlannedState
hc_planned_dose_get_state (HcPlannedDose *self)
{
  g_return_val_if_fail (HC_IS_PLANNED_DOSE (self), HC_PLANNED_UPCOMING);

  return self->state;
}

/**
 * hc_planned_dose_get_time:
 * @self: a dose
 *
 * Returns: (transfer none) (nullable): when it was taken or skipped, or until when it was put off; %NULL when
 *   nothing was said of it
 */
GDateTime *
hc_planned_dose_get_time (HcPlannedDose *self)
{
  g_return_val_if_fail (HC_IS_PLANNED_DOSE (self), NULL);

  return self->time;
}

/**
 * hc_planned_dose_get_next_change:
 * @self: a dose
 *
 * Returns: (transfer none) (nullable): when it will stand otherwise with it if nothing is said, %NULL: never
 */
GDateTime *
hc_planned_dose_get_next_change (HcPlannedDose *self)
{
  g_return_val_if_fail (HC_IS_PLANNED_DOSE (self), NULL);

  switch (self->state)
    {
    case HC_PLANNED_UPCOMING:
      return self->due;
    case HC_PLANNED_SNOOZED:
      return g_date_time_compare (self->time, self->until) < 0 ? self->time : self->until;
    case HC_PLANNED_DUE:
      return self->until;
    case HC_PLANNED_TAKEN:
    case HC_PLANNED_SKIPPED:
    case HC_PLANNED_MISSED:
      return NULL;
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Also in which zone they are told. */
static gboolean
are_same_time (GDateTime *a,
               GDateTime *b)
{
  return a == b || (a != NULL && b != NULL && g_date_time_equal (a, b) &&
                    g_date_time_get_utc_offset (a) == g_date_time_get_utc_offset (b));
}

/**
 * hc_planned_dose_equal:
 * @a: a dose
 * @b: a dose
 *
 * Returns: whether both say the same of the same dose
 */
gboolean
hc_planned_dose_equal (HcPlannedDose *a,
                       HcPlannedDose *b)
{
  g_return_val_if_fail (HC_IS_PLANNED_DOSE (a) && HC_IS_PLANNED_DOSE (b), FALSE);

  return a->medicine == b->medicine && g_str_equal (a->key, b->key) && a->state == b->state &&
         a->amount >= b->amount && a->amount <= b->amount && are_same_time (a->due, b->due) &&
         are_same_time (a->until, b->until) && are_same_time (a->time, b->time);
}

/**
 * hc_planned_dose_make_record:
 * @self: a dose
 * @state: what is said of it
 * @time: when it was taken or skipped, or until when it is put off
 *
 * Returns: (transfer full): the record to be saved
 */
HcDoseRecord *
hc_planned_dose_make_record (HcPlannedDose *self,
                             HcDoseState    state,
                             GDateTime     *time)
{
  g_return_val_if_fail (HC_IS_PLANNED_DOSE (self), NULL);
  g_return_val_if_fail (time != NULL, NULL);

  return hc_dose_record_new (hc_medicine_get_id (self->medicine), self->key, state, self->due, time, self->amount,
                             NULL);
}

/**
 * hc_planned_dose_compare:
 * @a: (type HcPlannedDose): a pointer to a dose
 * @b: (type HcPlannedDose): a pointer to a dose
 *
 * Compares doses by their time, and those of one time by the names of their medicines.
 *
 * Returns: a number below, at or above 0
 */
int
hc_planned_dose_compare (gconstpointer a,
                         gconstpointer b)
{
  HcPlannedDose *const *x = a, *const *y = b;
  int order = g_date_time_compare ((*x)->due, (*y)->due);

  if (order == 0)
    order = g_utf8_collate (hc_medicine_get_details ((*x)->medicine)->name,
                            hc_medicine_get_details ((*y)->medicine)->name);
  if (order == 0)
    order = g_strcmp0 (hc_medicine_get_id ((*x)->medicine), hc_medicine_get_id ((*y)->medicine));

  return order;
}
