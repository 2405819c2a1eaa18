/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-day-plan.h"

#include "hc-alarm.h"
#include "hc-wall-clock.h"

/**
 * HcDayPlan:
 *
 * What is to be taken today, a #GListModel of #HcPlannedDose in the order of time: the doses of the day, and
 * those of the day before that are still due. It changes by itself when medicines and what is said of doses
 * change, when a dose becomes due or missed, at midnight, and when the clock is set or shows another zone.
 */
struct _HcDayPlan
{
  GObject          parent_instance;

  HcProfile       *profile;
  HcCurrentPerson *person;
  gboolean         is_for_all; /* of everybody who is there, not of the current person alone */
  HcClock         *clock;
  HcAlarm         *alarm;
  GPtrArray       *doses;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HcDayPlan, hc_day_plan, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
hc_day_plan_get_item_type (GListModel *model)
{
  return HC_TYPE_PLANNED_DOSE;
}

static guint
hc_day_plan_get_n_items (GListModel *model)
{
  return HC_DAY_PLAN (model)->doses->len;
}

static gpointer
hc_day_plan_get_item (GListModel *model,
                      guint       position)
{
  HcDayPlan *self = HC_DAY_PLAN (model);

  return position < self->doses->len ? g_object_ref (g_ptr_array_index (self->doses, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = hc_day_plan_get_item_type;
  iface->get_n_items = hc_day_plan_get_n_items;
  iface->get_item = hc_day_plan_get_item;
}

static void
hc_day_plan_finalize (GObject *object)
{
  HcDayPlan *self = HC_DAY_PLAN (object);

  g_clear_object (&self->alarm);
  g_clear_object (&self->profile);
  g_clear_object (&self->person);
  g_clear_object (&self->clock);
  g_ptr_array_unref (self->doses);

  G_OBJECT_CLASS (hc_day_plan_parent_class)->finalize (object);
}

static void
hc_day_plan_class_init (HcDayPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_day_plan_finalize;
}

static void
hc_day_plan_init (HcDayPlan *self)
{
  self->doses = g_ptr_array_new_with_free_func (g_object_unref);
}

/* What began before today belongs to it only as long as something can be done about it. */
static gboolean
is_of_today (HcPlannedDose *dose,
             GDateTime     *today)
{
  HcPlannedState state = hc_planned_dose_get_state (dose);

  return g_date_time_compare (hc_planned_dose_get_due (dose), today) >= 0 ||
         state == HC_PLANNED_DUE || state == HC_PLANNED_SNOOZED;
}

static gboolean
is_in_plan (HcDayPlan  *self,
            HcMedicine *medicine)
{
  const char *owner = hc_medicine_get_details (medicine)->person;

  return self->is_for_all ? hc_current_person_find_owner (self->person, owner) != NULL
                          : hc_current_person_owns (self->person, owner);
}

static GPtrArray *
make_doses (HcDayPlan *self,
            GDateTime *now,
            GDateTime *yesterday,
            GDateTime *today,
            GDateTime *tomorrow)
{
  GPtrArray *doses = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *medicines = G_LIST_MODEL (hc_profile_get_medicines (self->profile));
  HcDoseLog *log = hc_profile_get_dose_log (self->profile);
  guint n = g_list_model_get_n_items (medicines);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcMedicine) medicine = g_list_model_get_item (medicines, i);
      g_autoptr (GPtrArray) planned = NULL;

      if (!is_in_plan (self, medicine))
        continue;

      planned = hc_planned_dose_list (medicine, log, yesterday, tomorrow, now);
      for (guint j = 0; j < planned->len; j++)
        if (is_of_today (g_ptr_array_index (planned, j), today))
          g_ptr_array_add (doses, g_object_ref (g_ptr_array_index (planned, j)));
    }

  g_ptr_array_sort (doses, hc_planned_dose_compare);

  return doses;
}

/* Only what is different changes, so that a row keeps the keyboard while another one changes. */
static void
replace_doses (HcDayPlan *self,
               GPtrArray *doses)
{
  GPtrArray *old = self->doses;
  guint begin = 0, end = 0;

  while (begin < old->len && begin < doses->len &&
         hc_planned_dose_equal (g_ptr_array_index (old, begin), g_ptr_array_index (doses, begin)))
    begin++;

  while (begin + end < old->len && begin + end < doses->len &&
         hc_planned_dose_equal (g_ptr_array_index (old, old->len - end - 1),
                                g_ptr_array_index (doses, doses->len - end - 1)))
    end++;

  for (guint i = 0; i < begin; i++)
    g_set_object ((GObject **) &g_ptr_array_index (doses, i), g_ptr_array_index (old, i));
  for (guint i = 1; i <= end; i++)
    g_set_object ((GObject **) &g_ptr_array_index (doses, doses->len - i),
                  g_ptr_array_index (old, old->len - i));

  self->doses = doses;
  if (old->len - begin - end > 0 || doses->len - begin - end > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), begin, old->len - begin - end, doses->len - begin - end);
  g_ptr_array_unref (old);
}

static void
update (HcDayPlan *self)
{
  g_autoptr (GDateTime) now = hc_clock_dup_time (self->clock);
  GTimeZone *zone = g_date_time_get_timezone (now);
  guint32 date = hc_wall_clock_read_date (zone, now);
  g_autoptr (GDateTime) yesterday = hc_wall_clock_dup_begin (zone, date - 1);
  g_autoptr (GDateTime) today = hc_wall_clock_dup_begin (zone, date);
  g_autoptr (GDateTime) tomorrow = hc_wall_clock_dup_begin (zone, date + 1);
  GPtrArray *doses = make_doses (self, now, yesterday, today, tomorrow);
  GDateTime *next = tomorrow;

  for (guint i = 0; i < doses->len; i++)
    {
      GDateTime *change = hc_planned_dose_get_next_change (g_ptr_array_index (doses, i));

      if (change != NULL && g_date_time_compare (change, next) < 0)
        next = change;
    }

  hc_alarm_set (self->alarm, next);
  replace_doses (self, doses);
}

static HcDayPlan *
make_plan (HcProfile       *profile,
           HcCurrentPerson *person,
           HcClock         *clock,
           gboolean         is_for_all)
{
  HcDayPlan *self = g_object_new (HC_TYPE_DAY_PLAN, NULL);

  self->profile = g_object_ref (profile);
  self->person = g_object_ref (person);
  self->is_for_all = is_for_all;
  self->clock = g_object_ref (clock);
  self->alarm = hc_alarm_new (clock);

  g_signal_connect_object (self->alarm, "rings", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_profile_get_medicines (profile), "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_profile_get_dose_log (profile), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (person, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  if (is_for_all)
    g_signal_connect_object (hc_profile_get_people (profile), "items-changed", G_CALLBACK (update), self,
                             G_CONNECT_SWAPPED);
  update (self);

  return self;
}

/**
 * hc_day_plan_new:
 * @profile: the profile with the medicines
 * @person: whose medicines they are
 * @clock: tells the time
 *
 * Returns: (transfer full): what the current person is to take today
 */
HcDayPlan *
hc_day_plan_new (HcProfile       *profile,
                 HcCurrentPerson *person,
                 HcClock         *clock)
{
  g_return_val_if_fail (HC_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (HC_IS_CURRENT_PERSON (person), NULL);
  g_return_val_if_fail (HC_IS_CLOCK (clock), NULL);

  return make_plan (profile, person, clock, FALSE);
}

/**
 * hc_day_plan_new_for_all:
 * @profile: the profile with the medicines
 * @person: tells to whom belongs what has no owner
 * @clock: tells the time
 *
 * Returns: (transfer full): what everybody is to take today, but for those who were removed
 */
HcDayPlan *
hc_day_plan_new_for_all (HcProfile       *profile,
                         HcCurrentPerson *person,
                         HcClock         *clock)
{
  g_return_val_if_fail (HC_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (HC_IS_CURRENT_PERSON (person), NULL);
  g_return_val_if_fail (HC_IS_CLOCK (clock), NULL);

  return make_plan (profile, person, clock, TRUE);
}

/**
 * hc_day_plan_list_due:
 * @self: a plan
 *
 * Returns: (transfer full) (element-type HcPlannedDose): the doses that are due now
 */
GPtrArray *
hc_day_plan_list_due (HcDayPlan *self)
{
  GPtrArray *due = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (HC_IS_DAY_PLAN (self), due);

  for (guint i = 0; i < self->doses->len; i++)
    if (hc_planned_dose_get_state (g_ptr_array_index (self->doses, i)) == HC_PLANNED_DUE)
      g_ptr_array_add (due, g_object_ref (g_ptr_array_index (self->doses, i)));

  return due;
}

/**
 * hc_day_plan_count_due:
 * @self: a plan
 *
 * Returns: how many doses are due now
 */
guint
hc_day_plan_count_due (HcDayPlan *self)
{
  g_autoptr (GPtrArray) due = NULL;

  g_return_val_if_fail (HC_IS_DAY_PLAN (self), 0);

  due = hc_day_plan_list_due (self);

  return due->len;
}
