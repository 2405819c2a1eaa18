/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-appointment-reminder.h"

#include <string.h>

#include "hc-alarm.h"

#define LENGTH_OF_ID 36

/**
 * HcAppointmentReminder:
 *
 * Says that appointments are near, of all people of the profile, when the times have come at which that was wished
 * for. Of several such times of an appointment that have come only the last counts, and none counts after it has
 * begun. What was dismissed is never said again, whatever the clock does. Its signals are those of #HcReminder.
 */
struct _HcAppointmentReminder
{
  GObject          parent_instance;

  HcProfile       *profile;
  HcCurrentPerson *person;
  HcClock         *clock;
  HcAlarm         *alarm;
  gboolean         is_active;
  GHashTable      *open;  /* a set of ids: what was said and still holds */
};

enum {
  REMIND,
  WITHDRAW,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcAppointmentReminder, hc_appointment_reminder, G_TYPE_OBJECT)

static void
hc_appointment_reminder_finalize (GObject *object)
{
  HcAppointmentReminder *self = HC_APPOINTMENT_REMINDER (object);

  g_clear_object (&self->alarm);
  g_clear_object (&self->profile);
  g_clear_object (&self->person);
  g_clear_object (&self->clock);
  g_hash_table_unref (self->open);

  G_OBJECT_CLASS (hc_appointment_reminder_parent_class)->finalize (object);
}

static void
hc_appointment_reminder_class_init (HcAppointmentReminderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_appointment_reminder_finalize;

  /**
   * HcAppointmentReminder::remind:
   * @self: a reminder
   * @notice: (type gpointer): a #HcAppointmentNotice, only during the emission
   *
   * An appointment is near.
   */
  signals[REMIND] = g_signal_new ("remind", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);

  /**
   * HcAppointmentReminder::withdraw:
   * @self: a reminder
   * @id: the id of a notice
   *
   * It does not hold any more.
   */
  signals[WITHDRAW] = g_signal_new ("withdraw", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
hc_appointment_reminder_init (HcAppointmentReminder *self)
{
  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
notice_free (HcAppointmentNotice *notice)
{
  g_free (notice->id);
  g_free (notice->person);
  g_object_unref (notice->appointment);
  g_date_time_unref (notice->begin);
  g_free (notice);
}

static void
wait_for (gint64 *next,
          gint64  time,
          gint64  now)
{
  if (time > now && time < *next)
    *next = time;
}

/* Returns: (transfer full) (nullable): what is to be said of an appointment now */
static HcAppointmentNotice *
look_at (HcAppointmentReminder *self,
         HcAppointment         *appointment,
         GDateTime             *now,
         gint64                *next)
{
  const HcAppointmentDetails *details = hc_appointment_get_details (appointment);
  const char *owner = hc_current_person_find_owner (self->person, details->person);
  gint64 present = g_date_time_to_unix (now), due = G_MININT64, begins;
  g_autoptr (GDateTime) begin = NULL;
  HcAppointmentNotice *notice;

  if (owner == NULL || (details->state != HC_APPOINTMENT_CONFIRMED && details->state != HC_APPOINTMENT_MOVED))
    return NULL;

  begin = hc_appointment_dup_begin (details, g_date_time_get_timezone (now));
  if (begin == NULL)
    return NULL;

  begins = g_date_time_to_unix (begin);
  wait_for (next, begins, present);
  for (guint i = 0; i < HC_APPOINTMENT_N_REMINDERS && details->reminders[i] > 0; i++)
    {
      gint64 time = begins - (gint64) details->reminders[i] * 60;

      wait_for (next, time, present);
      if (time <= present)
        due = MAX (due, time);
    }

  if (due == G_MININT64 || present >= begins ||
      (details->dismissed != NULL && due <= g_date_time_to_unix (details->dismissed)))
    return NULL;

  notice = g_new0 (HcAppointmentNotice, 1);
  notice->id = g_strdup_printf ("%s %" G_GINT64_FORMAT, hc_appointment_get_id (appointment), due);
  notice->person = g_strdup (owner);
  notice->appointment = g_object_ref (appointment);
  notice->begin = g_steal_pointer (&begin);

  return notice;
}

static GPtrArray *
list_notices (HcAppointmentReminder *self)
{
  GPtrArray *notices = g_ptr_array_new_with_free_func ((GDestroyNotify) notice_free);
  GListModel *appointments = G_LIST_MODEL (hc_profile_get_appointments (self->profile));
  gboolean is_ready = hc_profile_get_state (self->profile) == HC_PROFILE_READY;
  guint n = self->is_active && is_ready ? g_list_model_get_n_items (appointments) : 0;
  g_autoptr (GDateTime) now = hc_clock_dup_time (self->clock);
  g_autoptr (GDateTime) time = NULL;
  gint64 next = G_MAXINT64;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcAppointment) appointment = g_list_model_get_item (appointments, i);
      HcAppointmentNotice *notice = look_at (self, appointment, now, &next);

      if (notice != NULL)
        g_ptr_array_add (notices, notice);
    }

  if (next != G_MAXINT64)
    time = g_date_time_new_from_unix_utc (next);
  hc_alarm_set (self->alarm, time);

  return notices;
}

static void
update (HcAppointmentReminder *self)
{
  g_autoptr (GPtrArray) notices = list_notices (self);
  g_autoptr (GHashTable) before = g_steal_pointer (&self->open);
  GHashTableIter iter;
  gpointer id;

  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < notices->len; i++)
    g_hash_table_add (self->open, g_strdup (((HcAppointmentNotice *) g_ptr_array_index (notices, i))->id));

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_hash_table_contains (self->open, id))
      g_signal_emit (self, signals[WITHDRAW], 0, id);

  for (guint i = 0; i < notices->len; i++)
    {
      HcAppointmentNotice *notice = g_ptr_array_index (notices, i);

      if (!g_hash_table_contains (before, notice->id))
        g_signal_emit (self, signals[REMIND], 0, notice);
    }
}

/**
 * hc_appointment_reminder_new:
 * @profile: the profile with the appointments
 * @person: tells to whom belongs what has no owner
 * @clock: tells the time
 *
 * Returns: (transfer full): a reminder that is not active yet
 */
HcAppointmentReminder *
hc_appointment_reminder_new (HcProfile       *profile,
                             HcCurrentPerson *person,
                             HcClock         *clock)
{
  HcAppointmentReminder *self;

  g_return_val_if_fail (HC_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (HC_IS_CURRENT_PERSON (person), NULL);
  g_return_val_if_fail (HC_IS_CLOCK (clock), NULL);

  self = g_object_new (HC_TYPE_APPOINTMENT_REMINDER, NULL);
  self->profile = g_object_ref (profile);
  self->person = g_object_ref (person);
  self->clock = g_object_ref (clock);
  self->alarm = hc_alarm_new (clock);

  g_signal_connect_object (self->alarm, "rings", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_profile_get_appointments (profile), "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_profile_get_people (profile), "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (profile, "notify::state", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * hc_appointment_reminder_set_active:
 * @self: a reminder
 * @is_active: whether it is to remind; otherwise it withdraws what it has reminded of
 */
void
hc_appointment_reminder_set_active (HcAppointmentReminder *self,
                                    gboolean               is_active)
{
  g_return_if_fail (HC_IS_APPOINTMENT_REMINDER (self));

  if (is_active == self->is_active)
    return;

  self->is_active = is_active;
  update (self);
}

static void
dismissed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (hc_appointment_store_dismiss_finish (HC_APPOINTMENT_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Returns: (nullable) (transfer none): the appointment of an id, and the time of the reminder; NULL with @error set */
static HcAppointment *
find (HcAppointmentReminder  *self,
      const char             *id,
      gint64                 *time,
      GError                **error)
{
  g_autofree char *name = g_strndup (id, LENGTH_OF_ID);
  g_autoptr (GDateTime) now = hc_clock_dup_time (self->clock);
  HcAppointment *appointment = NULL;

  /* Nobody can have seen what is yet to come. */
  if (strlen (id) <= LENGTH_OF_ID + 1 || id[LENGTH_OF_ID] != ' ' || !g_uuid_string_is_valid (name) ||
      !g_ascii_string_to_signed (id + LENGTH_OF_ID + 1, 10, G_MININT32, g_date_time_to_unix (now), time, NULL))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "This is no name of a reminder");
      return NULL;
    }

  appointment = hc_store_lookup (HC_STORE (hc_profile_get_appointments (self->profile)), name);
  if (appointment == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is no such appointment");

  return appointment;
}

/**
 * hc_appointment_reminder_dismiss_async:
 * @self: a reminder; it need not be active, but the profile must be open
 * @id: the id of a notice, which may be from an earlier run of the program, and may as well be from anybody
 * @callback: (nullable): called when that is on the disk, or could not be brought there
 * @user_data: passed to @callback
 *
 * Saves that a reminder was seen: it and those before it never come again.
 */
void
hc_appointment_reminder_dismiss_async (HcAppointmentReminder *self,
                                       const char            *id,
                                       GAsyncReadyCallback    callback,
                                       gpointer               user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GDateTime) seen = NULL;
  HcAppointment *appointment;
  GDateTime *before;
  GError *error = NULL;
  gint64 time;

  g_return_if_fail (HC_IS_APPOINTMENT_REMINDER (self));
  g_return_if_fail (id != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, hc_appointment_reminder_dismiss_async);
  appointment = find (self, id, &time, &error);
  if (appointment == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  before = hc_appointment_get_details (appointment)->dismissed;
  if (before != NULL && g_date_time_to_unix (before) >= time)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  seen = g_date_time_new_from_unix_utc (time);
  hc_appointment_store_dismiss_async (hc_profile_get_appointments (self->profile), appointment, seen, dismissed_cb,
                                      g_steal_pointer (&task));
}

/**
 * hc_appointment_reminder_dismiss_finish:
 * @self: a reminder
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR, %G_IO_ERROR_NOT_FOUND when there is no such appointment, or
 *   %G_IO_ERROR_INVALID_ARGUMENT when the id is none
 *
 * Returns: whether that is on the disk
 */
gboolean
hc_appointment_reminder_dismiss_finish (HcAppointmentReminder  *self,
                                        GAsyncResult           *result,
                                        GError                **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_appointment_reminder_dismiss_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
