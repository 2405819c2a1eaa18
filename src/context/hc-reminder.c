/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-reminder.h"

#include "hc-reminder-private.h"

/**
 * HcReminder:
 *
 * Says when medicines are to be taken, of all people of the profile: once when the time of a dose has come, and
 * once more when the time has come to which it was put off. Doses that are due already when the profile is opened
 * or the reminder becomes active count as having come then. Nothing is said again and again: a dose that was
 * missed only shows in the plan.
 */
struct _HcReminder
{
  GObject          parent_instance;

  HcProfile       *profile;
  HcCurrentPerson *person;
  HcClock         *clock;
  HcDayPlan       *plan;  /* of everybody */
  gboolean         is_active;
  gboolean         has_snoozed;
  GHashTable      *begun; /* a set of names: the doses whose time has come, whatever was said of them */
  GPtrArray       *open;  /* of char *: the ids of the groups of which a dose is still due */
};

enum {
  REMIND,
  WITHDRAW,
  N_SIGNALS
};

enum {
  PROP_HAS_SNOOZED = 1,
  N_PROPERTIES
};

static guint signals[N_SIGNALS];
static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (HcReminder, hc_reminder, G_TYPE_OBJECT)

static void
hc_reminder_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_HAS_SNOOZED:
      g_value_set_boolean (value, HC_REMINDER (object)->has_snoozed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
hc_reminder_finalize (GObject *object)
{
  HcReminder *self = HC_REMINDER (object);

  g_clear_object (&self->plan);
  g_clear_object (&self->profile);
  g_clear_object (&self->person);
  g_clear_object (&self->clock);
  g_hash_table_unref (self->begun);
  g_ptr_array_unref (self->open);

  G_OBJECT_CLASS (hc_reminder_parent_class)->finalize (object);
}

static void
hc_reminder_class_init (HcReminderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = hc_reminder_get_property;
  object_class->finalize = hc_reminder_finalize;

  /**
   * HcReminder:has-snoozed:
   *
   * Whether a dose was put off whose time has not come again.
   */
  properties[PROP_HAS_SNOOZED] = g_param_spec_boolean ("has-snoozed", NULL, NULL, FALSE,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * HcReminder::remind:
   * @self: a reminder
   * @group: (type gpointer): a #HcReminderGroup, only during the emission
   *
   * The time of these doses has come.
   */
  signals[REMIND] = g_signal_new ("remind", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);

  /**
   * HcReminder::withdraw:
   * @self: a reminder
   * @id: the id of a group
   *
   * None of its doses is due any more.
   */
  signals[WITHDRAW] = g_signal_new ("withdraw", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
hc_reminder_init (HcReminder *self)
{
  self->begun = new_set ();
  self->open = g_ptr_array_new_with_free_func (g_free);
}

static void
group_free (HcReminderGroup *group)
{
  g_free (group->id);
  g_date_time_unref (group->time);
  g_free (group->person);
  g_ptr_array_unref (group->doses);
  g_free (group);
}

/* Returns: (transfer full): what names a dose in the id of a group */
char *
_hc_reminder_dup_name (HcPlannedDose *dose)
{
  return g_strconcat (hc_medicine_get_id (hc_planned_dose_get_medicine (dose)), " ",
                      hc_planned_dose_get_key (dose), NULL);
}

/* The id of the person who takes a dose; NULL: nobody who is there any more. */
static const char *
get_taker (HcReminder    *self,
           HcPlannedDose *dose)
{
  return hc_current_person_find_owner (self->person,
                                       hc_medicine_get_details (hc_planned_dose_get_medicine (dose))->person);
}

static GDateTime *
get_begin (HcPlannedDose *dose)
{
  GDateTime *put_off_to = hc_planned_dose_get_time (dose);

  return put_off_to != NULL ? put_off_to : hc_planned_dose_get_due (dose);
}

static gint64
get_minute (GDateTime *time)
{
  return g_date_time_to_unix (time) / 60;
}

static void
add_to_groups (GPtrArray     *groups,
               HcPlannedDose *dose,
               const char    *person,
               const char    *name)
{
  GDateTime *time = get_begin (dose);
  HcReminderGroup *group = NULL;

  for (guint i = 0; i < groups->len && group == NULL; i++)
    {
      HcReminderGroup *other = g_ptr_array_index (groups, i);

      if (get_minute (other->time) == get_minute (time) && g_str_equal (other->person, person))
        group = other;
    }

  if (group == NULL)
    {
      group = g_new0 (HcReminderGroup, 1);
      group->person = g_strdup (person);
      group->time = g_date_time_ref (time);
      group->doses = g_ptr_array_new_with_free_func (g_object_unref);
      group->id = g_strdup (name);
      g_ptr_array_add (groups, group);
    }
  else
    {
      char *id = g_strconcat (group->id, ",", name, NULL);

      g_free (group->id);
      group->id = id;
    }

  g_ptr_array_add (group->doses, g_object_ref (dose));
}

/* Sorts out what has begun, which of that is due, and of which of that nothing was said yet. */
static void
look_at (HcReminder    *self,
         HcPlannedDose *dose,
         GHashTable    *begun,
         GHashTable    *due,
         GPtrArray     *groups)
{
  HcPlannedState state = hc_planned_dose_get_state (dose);
  const char *person = get_taker (self, dose);
  g_autofree char *name = _hc_reminder_dup_name (dose);

  if (person == NULL || hc_medicine_get_details (hc_planned_dose_get_medicine (dose))->is_quiet ||
      state == HC_PLANNED_UPCOMING || state == HC_PLANNED_SNOOZED)
    return;

  if (state == HC_PLANNED_DUE)
    {
      g_hash_table_add (due, g_strdup (name));
      if (!g_hash_table_contains (self->begun, name))
        add_to_groups (groups, dose, person, name);
    }

  g_hash_table_add (begun, g_steal_pointer (&name));
}

static gboolean
names_one_of (const char *id,
              GHashTable *names)
{
  g_auto (GStrv) parts = g_strsplit (id, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (g_hash_table_contains (names, parts[i]))
      return TRUE;

  return FALSE;
}

static void
withdraw_but (HcReminder *self,
              GHashTable *due)
{
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (g_free);

  for (guint i = self->open->len; i > 0; i--)
    if (!names_one_of (g_ptr_array_index (self->open, i - 1), due))
      g_ptr_array_add (gone, g_ptr_array_steal_index (self->open, i - 1));

  for (guint i = 0; i < gone->len; i++)
    g_signal_emit (self, signals[WITHDRAW], 0, g_ptr_array_index (gone, i));
}

static gboolean
find_snoozed (HcReminder *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->plan));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcPlannedDose) dose = g_list_model_get_item (G_LIST_MODEL (self->plan), i);

      if (hc_planned_dose_get_state (dose) == HC_PLANNED_SNOOZED)
        return TRUE;
    }

  return FALSE;
}

/* While the profile is being opened the medicines are there before what was said of their doses is. */
static void
update (HcReminder *self)
{
  gboolean is_ready = hc_profile_get_state (self->profile) == HC_PROFILE_READY;
  guint n = self->is_active && is_ready ? g_list_model_get_n_items (G_LIST_MODEL (self->plan)) : 0;
  g_autoptr (GHashTable) begun = new_set ();
  g_autoptr (GHashTable) due = new_set ();
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
  gboolean has_snoozed = is_ready && find_snoozed (self);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcPlannedDose) dose = g_list_model_get_item (G_LIST_MODEL (self->plan), i);

      look_at (self, dose, begun, due, groups);
    }

  g_hash_table_unref (self->begun);
  self->begun = g_steal_pointer (&begun);

  withdraw_but (self, due);

  for (guint i = 0; i < groups->len; i++)
    {
      HcReminderGroup *group = g_ptr_array_index (groups, i);

      g_ptr_array_add (self->open, g_strdup (group->id));
      g_signal_emit (self, signals[REMIND], 0, group);
    }

  if (has_snoozed != self->has_snoozed)
    {
      self->has_snoozed = has_snoozed;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_SNOOZED]);
    }
}

/**
 * hc_reminder_new:
 * @profile: the profile with the medicines
 * @person: tells to whom belongs what has no owner
 * @clock: tells the time
 *
 * Returns: (transfer full): a reminder that is not active yet
 */
HcReminder *
hc_reminder_new (HcProfile       *profile,
                 HcCurrentPerson *person,
                 HcClock         *clock)
{
  HcReminder *self;

  g_return_val_if_fail (HC_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (HC_IS_CURRENT_PERSON (person), NULL);
  g_return_val_if_fail (HC_IS_CLOCK (clock), NULL);

  self = g_object_new (HC_TYPE_REMINDER, NULL);
  self->profile = g_object_ref (profile);
  self->person = g_object_ref (person);
  self->clock = g_object_ref (clock);
  self->plan = hc_day_plan_new_for_all (profile, person, clock);

  /* The plan does not change when a medicine becomes quiet, or its owner is gone. */
  g_signal_connect_object (self->plan, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_profile_get_medicines (profile), "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_profile_get_people (profile), "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (profile, "notify::state", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}

/**
 * hc_reminder_set_active:
 * @self: a reminder
 * @is_active: whether it is to remind; otherwise it withdraws what it has reminded of
 */
void
hc_reminder_set_active (HcReminder *self,
                        gboolean    is_active)
{
  g_return_if_fail (HC_IS_REMINDER (self));

  if (is_active == self->is_active)
    return;

  self->is_active = is_active;
  update (self);
}

/**
 * hc_reminder_has_snoozed:
 * @self: a reminder
 *
 * Returns: whether a dose was put off whose time has not come again
 */
gboolean
hc_reminder_has_snoozed (HcReminder *self)
{
  g_return_val_if_fail (HC_IS_REMINDER (self), FALSE);

  return self->has_snoozed;
}

/* Returns: (transfer none): what everybody is to take today */
HcDayPlan *
_hc_reminder_get_plan (HcReminder *self)
{
  return self->plan;
}

/* Returns: (transfer none): what is told of doses */
HcDoseLog *
_hc_reminder_get_log (HcReminder *self)
{
  return hc_profile_get_dose_log (self->profile);
}

/* Returns: (transfer full): the time */
GDateTime *
_hc_reminder_dup_time (HcReminder *self)
{
  return hc_clock_dup_time (self->clock);
}
