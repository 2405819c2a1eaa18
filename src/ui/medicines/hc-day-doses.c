/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-day-doses.h"

#include "hc-dose-group.h"

#define SPACE 18

/**
 * HcDayDoses:
 *
 * The doses of today, in groups by their times. Groups and rows stay as long as what they show is there.
 */
struct _HcDayDoses
{
  GtkBox     parent_instance;

  HcContext *context;
};

G_DEFINE_FINAL_TYPE (HcDayDoses, hc_day_doses, GTK_TYPE_BOX)

static void
hc_day_doses_dispose (GObject *object)
{
  g_clear_object (&HC_DAY_DOSES (object)->context);

  G_OBJECT_CLASS (hc_day_doses_parent_class)->dispose (object);
}

static void
hc_day_doses_class_init (HcDayDosesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hc_day_doses_dispose;
}

static void
hc_day_doses_init (HcDayDoses *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), SPACE);
}

/* Also as the clock shows it: on a journey the same moment is another time of the day. */
static gboolean
is_same_time (GDateTime *a,
              GDateTime *b)
{
  return g_date_time_to_unix (a) / 60 == g_date_time_to_unix (b) / 60 &&
         g_date_time_get_utc_offset (a) == g_date_time_get_utc_offset (b);
}

/* Moves on from @next, removing groups that are over, to that of @time, which is made when there is none. */
static HcDoseGroup *
get_group (HcDayDoses  *self,
           GtkWidget  **next,
           GDateTime   *time)
{
  GtkWidget *group, *before;

  while (*next != NULL && g_date_time_compare (hc_dose_group_get_time (HC_DOSE_GROUP (*next)), time) < 0 &&
         !is_same_time (hc_dose_group_get_time (HC_DOSE_GROUP (*next)), time))
    {
      group = *next;
      *next = gtk_widget_get_next_sibling (group);
      gtk_box_remove (GTK_BOX (self), group);
    }

  if (*next != NULL && is_same_time (hc_dose_group_get_time (HC_DOSE_GROUP (*next)), time))
    {
      group = *next;
      *next = gtk_widget_get_next_sibling (group);
      return HC_DOSE_GROUP (group);
    }

  before = *next != NULL ? gtk_widget_get_prev_sibling (*next) : gtk_widget_get_last_child (GTK_WIDGET (self));
  group = hc_dose_group_new (self->context, time);
  gtk_box_insert_child_after (GTK_BOX (self), group, before);

  return HC_DOSE_GROUP (group);
}

static void
update (HcDayDoses *self)
{
  GListModel *plan = G_LIST_MODEL (hc_context_get_day_plan (self->context));
  guint n = g_list_model_get_n_items (plan);
  GtkWidget *next = gtk_widget_get_first_child (GTK_WIDGET (self));

  for (guint i = 0; i < n;)
    {
      g_autoptr (HcPlannedDose) first = g_list_model_get_item (plan, i);
      g_autoptr (GPtrArray) doses = g_ptr_array_new_with_free_func (g_object_unref);

      for (; i < n; i++)
        {
          g_autoptr (HcPlannedDose) dose = g_list_model_get_item (plan, i);

          if (!is_same_time (hc_planned_dose_get_due (dose), hc_planned_dose_get_due (first)))
            break;
          g_ptr_array_add (doses, g_steal_pointer (&dose));
        }

      hc_dose_group_set_doses (get_group (self, &next, hc_planned_dose_get_due (first)), doses);
    }

  while (next != NULL)
    {
      GtkWidget *group = next;

      next = gtk_widget_get_next_sibling (group);
      gtk_box_remove (GTK_BOX (self), group);
    }

  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

/**
 * hc_day_doses_set_context:
 * @self: the doses of today
 * @context: the plan of the day
 *
 * Shows what is to be taken today, and follows all changes.
 */
void
hc_day_doses_set_context (HcDayDoses *self,
                          HcContext  *context)
{
  g_return_if_fail (HC_IS_DAY_DOSES (self));
  g_return_if_fail (HC_IS_CONTEXT (context) && self->context == NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (hc_context_get_day_plan (context), "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}
