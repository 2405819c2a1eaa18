/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-due-refills.h"

#include "hc-alarm.h"
#include "hc-due-list.h"
#include "hc-supply.h"
#include "hc-wall-clock.h"

/**
 * HcDueRefills:
 *
 * The medicines of the current person of which so little is left that they want to be warned, for those who gather
 * what is due: a #GListModel of #HcDueItem, one a medicine, which leads to it. What is not taken any more runs out
 * without a word. How much is left is asked of the database again when doses, medicines or the person change, and
 * each day.
 */
struct _HcDueRefills
{
  GObject          parent_instance;

  HcProfile       *profile;
  HcCurrentPerson *person;
  HcClock         *clock;
  HcAlarm         *alarm;

  GPtrArray       *items;
  GPtrArray       *found;  /* of HcDueItem: what is known of the answers to the last questions; they come in turn */
  guint            n_open; /* answers that are still to come */
  guint            serial; /* of the last questions: what comes late is left alone */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HcDueRefills, hc_due_refills, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
hc_due_refills_get_item_type (GListModel *model)
{
  return HC_TYPE_DUE_ITEM;
}

static guint
hc_due_refills_get_n_items (GListModel *model)
{
  return HC_DUE_REFILLS (model)->items->len;
}

static gpointer
hc_due_refills_get_item (GListModel *model,
                         guint       position)
{
  HcDueRefills *self = HC_DUE_REFILLS (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = hc_due_refills_get_item_type;
  iface->get_n_items = hc_due_refills_get_n_items;
  iface->get_item = hc_due_refills_get_item;
}

static void
hc_due_refills_finalize (GObject *object)
{
  HcDueRefills *self = HC_DUE_REFILLS (object);

  g_clear_object (&self->alarm);
  g_clear_object (&self->profile);
  g_clear_object (&self->person);
  g_clear_object (&self->clock);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->found);

  G_OBJECT_CLASS (hc_due_refills_parent_class)->finalize (object);
}

static void
hc_due_refills_class_init (HcDueRefillsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_due_refills_finalize;
}

static void
hc_due_refills_init (HcDueRefills *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->found = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Shows what was found. */
static void
replace_items (HcDueRefills *self)
{
  guint n_before = self->items->len;

  g_ptr_array_set_size (self->items, 0);
  g_ptr_array_extend_and_steal (self->items, g_steal_pointer (&self->found));
  self->found = g_ptr_array_new_with_free_func (g_object_unref);

  if (n_before > 0 || self->items->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->items->len);
}

static HcDueItem *
make_item (HcMedicine     *medicine,
           const HcSupply *supply)
{
  g_autofree char *title = hc_medicine_dup_title (medicine);
  g_autofree char *left = hc_supply_dup_words (supply, hc_medicine_get_details (medicine)->unit);
  g_autofree char *link = g_strconcat ("health-center:medicine/", hc_medicine_get_id (medicine), NULL);

  return hc_due_item_new (title, left, "dialog-warning-symbolic", link, NULL);
}

/* A question about one medicine. */
typedef struct
{
  GWeakRef    list;
  HcMedicine *medicine;
  guint       serial;
} Question;

static void
question_free (Question *question)
{
  g_weak_ref_clear (&question->list);
  g_object_unref (question->medicine);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
supply_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Question) question = user_data;
  g_autoptr (HcDueRefills) self = g_weak_ref_get (&question->list);
  g_autoptr (GError) error = NULL;
  HcSupply supply;
  gboolean is_known = hc_supply_read_finish (HC_DOSE_LOG (source), result, &supply, &error);

  if (self == NULL || question->serial != self->serial)
    return;

  /* The window tells when the profile cannot be read. */
  if (is_known && supply.is_low)
    g_ptr_array_add (self->found, make_item (question->medicine, &supply));

  if (--self->n_open == 0)
    replace_items (self);
}

static void
ask (HcDueRefills *self,
     HcMedicine   *medicine,
     GDateTime    *now)
{
  Question *question = g_new0 (Question, 1);

  g_weak_ref_init (&question->list, self);
  question->medicine = g_object_ref (medicine);
  question->serial = self->serial;
  self->n_open++;

  hc_supply_read_async (hc_profile_get_dose_log (self->profile), medicine, now, supply_read_cb, question);
}

static gboolean
may_run_out (HcDueRefills *self,
             HcMedicine   *medicine,
             GDateTime    *now)
{
  const HcMedicineDetails *details = hc_medicine_get_details (medicine);

  return details->counted != NULL && details->refill_at > 0 && hc_medicine_is_taken (medicine, now) &&
         hc_current_person_owns (self->person, details->person);
}

/* How many days are left changes with the day. */
static void
wait_for_tomorrow (HcDueRefills *self,
                   GDateTime    *now)
{
  GTimeZone *zone = g_date_time_get_timezone (now);
  g_autoptr (GDateTime) tomorrow = hc_wall_clock_dup_begin (zone, hc_wall_clock_read_date (zone, now) + 1);

  hc_alarm_set (self->alarm, tomorrow);
}

/* The medicines are there, newest first, before the profile can be asked for doses. */
static void
update (HcDueRefills *self)
{
  GListModel *medicines = G_LIST_MODEL (hc_profile_get_medicines (self->profile));
  gboolean is_ready = hc_profile_get_state (self->profile) == HC_PROFILE_READY;
  guint n = is_ready ? g_list_model_get_n_items (medicines) : 0;
  g_autoptr (GDateTime) now = hc_clock_dup_time (self->clock);

  self->serial++;
  self->n_open = 0;
  g_ptr_array_set_size (self->found, 0);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcMedicine) medicine = g_list_model_get_item (medicines, i);

      if (may_run_out (self, medicine, now))
        ask (self, medicine, now);
    }

  if (self->n_open == 0)
    replace_items (self);
  wait_for_tomorrow (self, now);
}

/* What is left of somebody else's medicines is not shown for a moment. */
static void
person_changed_cb (HcDueRefills *self)
{
  g_ptr_array_set_size (self->found, 0);
  replace_items (self);
  update (self);
}

/**
 * hc_due_refills_new:
 * @profile: the medicines, and what was taken of them
 * @person: whose medicines they are
 * @clock: tells the time
 *
 * Returns: (transfer full): what is to be fetched soon
 */
HcDueRefills *
hc_due_refills_new (HcProfile       *profile,
                    HcCurrentPerson *person,
                    HcClock         *clock)
{
  HcDueRefills *self;

  g_return_val_if_fail (HC_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (HC_IS_CURRENT_PERSON (person), NULL);
  g_return_val_if_fail (HC_IS_CLOCK (clock), NULL);

  self = g_object_new (HC_TYPE_DUE_REFILLS, NULL);
  self->profile = g_object_ref (profile);
  self->person = g_object_ref (person);
  self->clock = g_object_ref (clock);
  self->alarm = hc_alarm_new (clock);

  g_signal_connect_object (self->alarm, "rings", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (profile, "notify::state", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_profile_get_medicines (profile), "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_profile_get_dose_log (profile), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (person, "changed", G_CALLBACK (person_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}
