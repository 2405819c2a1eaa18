/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-appointment-notifier.h"

#include <glib/gi18n.h>

#include "hc-answer-queue.h"
#include "hc-appointment-letter.h"
#include "hc-appointment-reminder.h"
#include "hc-error-words.h"
#include "hc-link.h"
#include "hc-person-switcher.h"

#define LENGTH_OF_ID 36
#define NOT_SAVED_ID "appointment-not-saved"

#define SEEN_ACTION "appointment-seen"
#define SHOW_ACTION "show-appointment"

/* The places in the list of actions. */
enum {
  SEEN,
  SHOW,
};

static const char *const action_names[] = { SEEN_ACTION, SHOW_ACTION, NULL };

/**
 * HcAppointmentNotifier:
 *
 * Shows what an #HcAppointmentReminder says as notifications of the desktop, discreet ones unless the person wants
 * names, and takes the answers: the actions `app.appointment-seen` and `app.show-appointment`, with the id of a
 * notice.
 *
 * The program stays without a window as long as it is to remind in the background, and while an answer is being
 * saved.
 */
struct _HcAppointmentNotifier
{
  GObject                parent_instance;

  HcContext             *context;
  GApplication          *application;  /* which owns it */
  HcAppointmentReminder *reminder;
  HcAnswerQueue         *answers;
  gboolean               has_started;
  gboolean               holds;        /* whether the application is held for the sake of reminders */
};

G_DEFINE_FINAL_TYPE (HcAppointmentNotifier, hc_appointment_notifier, G_TYPE_OBJECT)

static void
hc_appointment_notifier_dispose (GObject *object)
{
  HcAppointmentNotifier *self = HC_APPOINTMENT_NOTIFIER (object);

  g_clear_object (&self->answers);
  if (self->holds)
    g_application_release (self->application);
  self->holds = FALSE;

  g_clear_object (&self->reminder);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hc_appointment_notifier_parent_class)->dispose (object);
}

static void
hc_appointment_notifier_class_init (HcAppointmentNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hc_appointment_notifier_dispose;
}

static void
hc_appointment_notifier_init (HcAppointmentNotifier *self)
{
}

static char *
dup_title (HcAppointmentNotifier     *self,
           const HcAppointmentNotice *notice)
{
  const char *name = hc_person_find_other_name (hc_profile_get_people (hc_context_get_profile (self->context)),
                                                notice->person);

  if (name == NULL)
    return g_strdup (_("An appointment is coming up"));

  /* Translators: %s is the name of a person. */
  return g_strdup_printf (_("An appointment of %s is coming up"), name);
}

/* When it is; what and where only for those who want names. Some desktops read what stands there as markup. */
static char *
dup_body (HcAppointmentNotifier     *self,
          const HcAppointmentNotice *notice)
{
  const HcAppointmentDetails *details = hc_appointment_get_details (notice->appointment);
  g_autofree char *when = hc_appointment_dup_time_words (notice->begin, NULL);
  const char *place = *details->place != '\0' ? details->place : details->doctor;
  GString *text = g_string_new (when);

  if (g_settings_get_boolean (hc_context_get_settings (self->context), "show-names-in-notifications"))
    {
      g_string_append_printf (text, "\n%s", hc_appointment_kind_to_words (details->kind));
      if (*place != '\0')
        g_string_append_printf (text, ", %s", place);
    }
  g_string_replace (text, "<", "‹", 0);

  return g_string_free_and_steal (text);
}

static void
remind_cb (HcAppointmentNotifier     *self,
           const HcAppointmentNotice *notice)
{
  g_autofree char *title = dup_title (self, notice);
  g_autofree char *body = dup_body (self, notice);
  g_autoptr (GNotification) notification = g_notification_new (title);

  g_notification_set_body (notification, body);
  g_notification_set_priority (notification, G_NOTIFICATION_PRIORITY_HIGH);
  g_notification_set_default_action_and_target (notification, "app." SHOW_ACTION, "s", notice->id);
  g_notification_add_button_with_target (notification, _("Show Appointment"), "app." SHOW_ACTION, "s", notice->id);
  g_notification_add_button_with_target (notification, _("Got It"), "app." SEEN_ACTION, "s", notice->id);

  g_application_send_notification (self->application, notice->id, notification);
}

static void
withdraw_cb (HcAppointmentNotifier *self,
             const char            *id)
{
  g_application_withdraw_notification (self->application, id);
}

static void
tell_not_saved (HcAppointmentNotifier *self,
                const char            *words)
{
  g_autoptr (GNotification) notification = g_notification_new (_("Your answer was not saved"));

  g_notification_set_body (notification, words);
  g_notification_set_default_action_and_target (notification, "app.open-link", "s", HC_LINK_SCHEME ":appointments");
  g_application_send_notification (self->application, NOT_SAVED_ID, notification);
}

static void
dismissed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (HcAnswer) answer = user_data;
  g_autoptr (GError) error = NULL;

  if (hc_appointment_reminder_dismiss_finish (HC_APPOINTMENT_REMINDER (source), result, &error))
    return;

  /* Somebody else's answer, or one to what was removed meanwhile: there is nothing to be reminded of. */
  if (error->domain == G_IO_ERROR)
    g_message ("An answer to no reminder: %s", error->message);
  else
    tell_not_saved (HC_APPOINTMENT_NOTIFIER (answer->owner), hc_error_to_words (error));
}

/* Returns: (transfer full): the place of the appointment of a notice, or of all when there is no such one */
static char *
dup_link (HcAppointmentNotifier *self,
          const char            *notice)
{
  HcProfile *profile = hc_context_get_profile (self->context);
  g_autofree char *id = g_strndup (notice, LENGTH_OF_ID);
  HcAppointment *appointment = hc_store_lookup (HC_STORE (hc_profile_get_appointments (profile)), id);
  const char *person;

  if (appointment == NULL)
    return g_strdup (HC_LINK_SCHEME ":appointments");

  person = hc_current_person_find_owner (hc_context_get_person (self->context),
                                         hc_appointment_get_details (appointment)->person);

  return person == NULL || *person == '\0' ? g_strconcat (HC_LINK_SCHEME ":appointment/", id, NULL)
                                           : g_strconcat (HC_LINK_SCHEME ":appointment/", id, "?person=", person, NULL);
}

static void
show (HcAppointmentNotifier *self,
      const char            *notice)
{
  g_autofree char *link = dup_link (self, notice);

  g_action_group_activate_action (G_ACTION_GROUP (self->application), "open-link", g_variant_new_string (link));
}

/* A window says by itself that the profile cannot be opened. */
static void
answer_cb (HcAnswer     *answer,
           const GError *error)
{
  HcAppointmentNotifier *self = HC_APPOINTMENT_NOTIFIER (answer->owner);

  if (answer->action == SHOW)
    show (self, answer->id);
  else if (error != NULL)
    tell_not_saved (self, hc_error_to_words (error));

  if (error == NULL)
    hc_appointment_reminder_dismiss_async (self->reminder, answer->id, dismissed_cb, answer);
  else
    hc_answer_free (answer);
}

static void
update_active (HcAppointmentNotifier *self)
{
  gboolean is_active = self->has_started &&
                       g_settings_get_boolean (hc_context_get_settings (self->context), "remind-of-appointments");
  gboolean holds = is_active && hc_appointment_notifier_is_wanted (self);

  if (holds && !self->holds)
    g_application_hold (self->application);
  else if (!holds && self->holds)
    g_application_release (self->application);
  self->holds = holds;

  hc_appointment_reminder_set_active (self->reminder, is_active);
}

/**
 * hc_appointment_notifier_new:
 * @context: with the profile, which need not be open, and the preferences
 * @application: the application, which gets the actions and outlives the notifier
 *
 * Returns: (transfer full): a notifier that takes answers, and shows nothing until it is started
 */
HcAppointmentNotifier *
hc_appointment_notifier_new (HcContext    *context,
                             GApplication *application)
{
  HcAppointmentNotifier *self;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (G_IS_APPLICATION (application), NULL);

  self = g_object_new (HC_TYPE_APPOINTMENT_NOTIFIER, NULL);
  self->context = g_object_ref (context);
  self->application = application;
  self->reminder = hc_appointment_reminder_new (hc_context_get_profile (context), hc_context_get_person (context),
                                                hc_context_get_clock (context));
  self->answers = hc_answer_queue_new (context, application, action_names, answer_cb, self);

  g_signal_connect_object (self->reminder, "remind", G_CALLBACK (remind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reminder, "withdraw", G_CALLBACK (withdraw_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_context_get_settings (context), "changed::remind-of-appointments",
                           G_CALLBACK (update_active), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_context_get_settings (context), "changed::remind-in-background",
                           G_CALLBACK (update_active), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * hc_appointment_notifier_is_wanted:
 * @self: a notifier
 *
 * Returns: whether the person wants to be reminded without a window
 */
gboolean
hc_appointment_notifier_is_wanted (HcAppointmentNotifier *self)
{
  GSettings *settings;

  g_return_val_if_fail (HC_IS_APPOINTMENT_NOTIFIER (self), FALSE);

  settings = hc_context_get_settings (self->context);

  return g_settings_get_boolean (settings, "remind-of-appointments") &&
         g_settings_get_boolean (settings, "remind-in-background");
}

/**
 * hc_appointment_notifier_start:
 * @self: a notifier
 *
 * Opens the profile if nobody has, and reminds from now on if the person wants that.
 */
void
hc_appointment_notifier_start (HcAppointmentNotifier *self)
{
  g_return_if_fail (HC_IS_APPOINTMENT_NOTIFIER (self));

  hc_context_open_profile (self->context);
  self->has_started = TRUE;
  update_active (self);
}
