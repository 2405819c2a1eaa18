/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-due-doses.h"

#include <glib/gi18n.h>

#include "hc-alarm.h"
#include "hc-due-list.h"
#include "hc-schedule-words.h"

/* What is to be taken in so many hours is told of already. */
#define HOURS_AHEAD 6

/**
 * HcDueDoses:
 *
 * What is to be taken now and in the next hours, for those who gather what is due: a #GListModel of #HcDueItem,
 * one a time, with the names of the medicines.
 */
struct _HcDueDoses
{
  GObject    parent_instance;

  HcDayPlan *plan;
  HcClock   *clock;
  HcAlarm   *alarm;
  GPtrArray *items;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HcDueDoses, hc_due_doses, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
hc_due_doses_get_item_type (GListModel *model)
{
  return HC_TYPE_DUE_ITEM;
}

static guint
hc_due_doses_get_n_items (GListModel *model)
{
  return HC_DUE_DOSES (model)->items->len;
}

static gpointer
hc_due_doses_get_item (GListModel *model,
                       guint       position)
{
  HcDueDoses *self = HC_DUE_DOSES (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = hc_due_doses_get_item_type;
  iface->get_n_items = hc_due_doses_get_n_items;
  iface->get_item = hc_due_doses_get_item;
}

static void
hc_due_doses_finalize (GObject *object)
{
  HcDueDoses *self = HC_DUE_DOSES (object);

  g_clear_object (&self->alarm);
  g_clear_object (&self->plan);
  g_clear_object (&self->clock);
  g_ptr_array_unref (self->items);

  G_OBJECT_CLASS (hc_due_doses_parent_class)->finalize (object);
}

static void
hc_due_doses_class_init (HcDueDosesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_due_doses_finalize;
}

static void
hc_due_doses_init (HcDueDoses *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/* The doses of one row. */
typedef struct
{
  HcPlannedState  state;
  GDateTime      *time;  /* of a dose, which the plan keeps */
  GStrvBuilder   *names;
} Row;

static void
row_free (Row *row)
{
  g_strv_builder_unref (row->names);
  g_free (row);
}

static Row *
get_row (GPtrArray      *rows,
         HcPlannedState  state,
         GDateTime      *time)
{
  Row *row;

  for (guint i = 0; i < rows->len; i++)
    {
      row = g_ptr_array_index (rows, i);
      if (row->state == state && g_date_time_to_unix (row->time) / 60 == g_date_time_to_unix (time) / 60)
        return row;
    }

  row = g_new0 (Row, 1);
  row->state = state;
  row->time = time;
  row->names = g_strv_builder_new ();
  g_ptr_array_add (rows, row);

  return row;
}

static HcDueItem *
make_item (Row *row)
{
  g_auto (GStrv) names = g_strv_builder_end (row->names);
  /* Translators: stands between the names of medicines. */
  g_autofree char *title = g_strjoinv (_(", "), names);
  g_autofree char *time = hc_schedule_dup_minute (g_date_time_get_hour (row->time) * 60 +
                                                  g_date_time_get_minute (row->time));
  g_autofree char *detail = NULL;

  if (row->state == HC_PLANNED_DUE)
    /* Translators: of medicines that are to be taken now; %s is a time of day. */
    detail = g_strdup_printf (_("Due since %s"), time);
  else if (row->state == HC_PLANNED_SNOOZED)
    /* Translators: of medicines that the person wants to take later; %s is a time of day. */
    detail = g_strdup_printf (_("Put off until %s"), time);
  else
    /* Translators: of medicines that are to be taken later; %s is a time of day. */
    detail = g_strdup_printf (_("At %s"), time);

  return hc_due_item_new (title, detail, "hc-medicines-symbolic", "health-center:medicines", row->time);
}

static gboolean
is_open (HcPlannedState state)
{
  return state == HC_PLANNED_DUE || state == HC_PLANNED_SNOOZED || state == HC_PLANNED_UPCOMING;
}

/* Returns: (transfer full): the rows; @soon becomes the time at which there is one more without anything said */
static GPtrArray *
make_rows (HcDueDoses  *self,
           GDateTime  **soon)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  g_autoptr (GDateTime) now = hc_clock_dup_time (self->clock);
  g_autoptr (GDateTime) end = g_date_time_add_hours (now, HOURS_AHEAD);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->plan));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcPlannedDose) dose = g_list_model_get_item (G_LIST_MODEL (self->plan), i);
      HcPlannedState state = hc_planned_dose_get_state (dose);
      GDateTime *time = hc_planned_dose_get_time (dose);

      if (!is_open (state))
        continue;

      if (time == NULL)
        time = hc_planned_dose_get_due (dose);

      if (state != HC_PLANNED_UPCOMING || g_date_time_compare (time, end) <= 0)
        g_strv_builder_take (get_row (rows, state, time)->names,
                             hc_medicine_dup_title (hc_planned_dose_get_medicine (dose)));
      else if (*soon == NULL)
        *soon = g_date_time_add_hours (time, -HOURS_AHEAD);
    }

  return rows;
}

static void
update (HcDueDoses *self)
{
  g_autoptr (GDateTime) soon = NULL;
  g_autoptr (GPtrArray) rows = make_rows (self, &soon);
  guint n_before = self->items->len;

  hc_alarm_set (self->alarm, soon);

  g_ptr_array_set_size (self->items, 0);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (self->items, make_item (g_ptr_array_index (rows, i)));

  if (n_before > 0 || self->items->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->items->len);
}

/**
 * hc_due_doses_new:
 * @plan: what is to be taken today
 * @medicines: the medicines of the plan, whose names may change
 * @clock: tells the time
 *
 * Returns: (transfer full): what of it is due now and in the next hours
 */
HcDueDoses *
hc_due_doses_new (HcDayPlan       *plan,
                  HcMedicineStore *medicines,
                  HcClock         *clock)
{
  HcDueDoses *self;

  g_return_val_if_fail (HC_IS_DAY_PLAN (plan), NULL);
  g_return_val_if_fail (HC_IS_MEDICINE_STORE (medicines), NULL);
  g_return_val_if_fail (HC_IS_CLOCK (clock), NULL);

  self = g_object_new (HC_TYPE_DUE_DOSES, NULL);
  self->plan = g_object_ref (plan);
  self->clock = g_object_ref (clock);
  self->alarm = hc_alarm_new (clock);

  g_signal_connect_object (self->alarm, "rings", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plan, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (medicines, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}
