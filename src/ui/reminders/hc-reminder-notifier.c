/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-reminder-notifier.h"

#include <glib/gi18n.h>

#include "hc-answer-queue.h"
#include "hc-dose-words.h"
#include "hc-error-words.h"
#include "hc-person-switcher.h"
#include "hc-reminder.h"

#define NOT_SAVED_ID "answer-not-saved"

/* In the order of HcDoseState. */
static const char *const action_names[] = { "dose-taken", "dose-skipped", "dose-snoozed", NULL };

/**
 * HcReminderNotifier:
 *
 * Shows what an #HcReminder says as notifications of the desktop, and takes the answers: the actions
 * `app.dose-taken`, `app.dose-skipped` and `app.dose-snoozed`, with the id of a group of doses. An answer needs no
 * window.
 *
 * The program stays without a window as long as it is to remind in the background, while an answer is being saved,
 * and until a dose that was put off is due again.
 */
struct _HcReminderNotifier
{
  GObject        parent_instance;

  HcContext     *context;
  GApplication  *application; /* which owns it */
  HcReminder    *reminder;
  HcAnswerQueue *answers;
  gboolean       has_started;
  gboolean       holds;       /* whether the application is held for the sake of reminders */
};

G_DEFINE_FINAL_TYPE (HcReminderNotifier, hc_reminder_notifier, G_TYPE_OBJECT)

static void
hc_reminder_notifier_dispose (GObject *object)
{
  HcReminderNotifier *self = HC_REMINDER_NOTIFIER (object);

  g_clear_object (&self->answers);
  if (self->holds)
    g_application_release (self->application);
  self->holds = FALSE;

  g_clear_object (&self->reminder);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hc_reminder_notifier_parent_class)->dispose (object);
}

static void
hc_reminder_notifier_class_init (HcReminderNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hc_reminder_notifier_dispose;
}

static void
hc_reminder_notifier_init (HcReminderNotifier *self)
{
}

static char *
dup_title (HcReminderNotifier    *self,
           const HcReminderGroup *group)
{
  guint n = group->doses->len;
  const char *name = hc_person_find_other_name (hc_profile_get_people (hc_context_get_profile (self->context)),
                                                group->person);

  if (name != NULL)
    /* Translators: %1$u is the number of medicines, %2$s the name of the person who takes them. */
    return g_strdup_printf (ngettext ("Time for %1$u medicine of %2$s", "Time for %1$u medicines of %2$s", n),
                            n, name);

  if (n == 1)
    return g_strdup (_("Time for a medicine"));

  return g_strdup_printf (ngettext ("Time for %u medicine", "Time for %u medicines", n), n);
}

/* A line a medicine. Some desktops read what stands there as markup, and some do not. */
static char *
dup_names (const HcReminderGroup *group)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < group->doses->len; i++)
    {
      HcPlannedDose *dose = g_ptr_array_index (group->doses, i);
      HcMedicine *medicine = hc_planned_dose_get_medicine (dose);
      g_autofree char *title = hc_medicine_dup_title (medicine);
      g_autofree char *amount = hc_dose_dup_words (hc_planned_dose_get_amount (dose),
                                                   hc_medicine_get_details (medicine)->unit);

      /* Translators: the name of a medicine, and how much of it: "Capecitabine 500 mg: 2 tablets". */
      g_string_append_printf (text, _("%s: %s"), title, amount);
      if (i + 1 < group->doses->len)
        g_string_append_c (text, '\n');
    }

  g_string_replace (text, "<", "‹", 0);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
dup_body (HcReminderNotifier    *self,
          const HcReminderGroup *group)
{
  g_autofree char *time = NULL;

  if (g_settings_get_boolean (hc_context_get_settings (self->context), "show-names-in-notifications"))
    return dup_names (group);

  time = hc_dose_words_time (group->time);

  /* Translators: of medicines; %s is a time of day. */
  return g_strdup_printf (_("Due since %s"), time);
}

static void
remind_cb (HcReminderNotifier    *self,
           const HcReminderGroup *group)
{
  g_autofree char *title = dup_title (self, group);
  g_autofree char *body = dup_body (self, group);
  /* Translators: minutes. A button of a notification, which has room for little. */
  g_autofree char *snooze = g_strdup_printf (_("Snooze %d min"), HC_REMINDER_SNOOZE_MINUTES);
  g_autoptr (GNotification) notification = g_notification_new (title);

  g_notification_set_body (notification, body);
  g_notification_set_priority (notification, G_NOTIFICATION_PRIORITY_HIGH);
  g_notification_set_default_action_and_target (notification, "app.show-medicines", "s", group->person);
  g_notification_add_button_with_target (notification, _("Taken"), "app.dose-taken", "s", group->id);
  g_notification_add_button_with_target (notification, _("Skip"), "app.dose-skipped", "s", group->id);
  g_notification_add_button_with_target (notification, snooze, "app.dose-snoozed", "s", group->id);

  g_application_send_notification (self->application, group->id, notification);
}

static void
withdraw_cb (HcReminderNotifier *self,
             const char         *id)
{
  g_application_withdraw_notification (self->application, id);
}

/* The notification is gone, and the person believes that they have answered. */
static void
tell_not_saved (HcReminderNotifier *self,
                const char         *words)
{
  g_autoptr (GNotification) notification = g_notification_new (_("Your answer was not saved"));

  g_notification_set_body (notification, words);
  g_notification_set_priority (notification, G_NOTIFICATION_PRIORITY_HIGH);
  g_notification_set_default_action_and_target (notification, "app.show-medicines", "s", "");

  g_application_send_notification (self->application, NOT_SAVED_ID, notification);
}

static void
marked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (HcAnswer) answer = user_data;
  HcReminderNotifier *self = HC_REMINDER_NOTIFIER (answer->owner);
  g_autoptr (GError) error = NULL;

  if (hc_reminder_mark_finish (HC_REMINDER (source), result, &error))
    {
      /* Who has put something off wants to be reminded of it. */
      if ((HcDoseState) answer->action == HC_DOSE_SNOOZED)
        hc_reminder_notifier_start (self);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT))
    g_message ("An answer to no reminder: %s", error->message);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    tell_not_saved (self, _("These doses are not of today any more. Look at them in My Medicines."));
  else
    tell_not_saved (self, hc_error_to_words (error));
}

static void
answer_cb (HcAnswer     *answer,
           const GError *error)
{
  HcReminderNotifier *self = HC_REMINDER_NOTIFIER (answer->owner);

  if (error == NULL)
    {
      hc_reminder_mark_async (self->reminder, answer->id, (HcDoseState) answer->action, marked_cb, answer);
      return;
    }

  tell_not_saved (self, hc_error_to_words (error));
  hc_answer_free (answer);
}

static void
update_active (HcReminderNotifier *self)
{
  gboolean is_active = self->has_started &&
                       g_settings_get_boolean (hc_context_get_settings (self->context), "remind");
  gboolean holds = is_active && (hc_reminder_notifier_is_wanted (self) || hc_reminder_has_snoozed (self->reminder));

  if (holds && !self->holds)
    g_application_hold (self->application);
  else if (!holds && self->holds)
    g_application_release (self->application);
  self->holds = holds;

  hc_reminder_set_active (self->reminder, is_active);
}

/**
 * hc_reminder_notifier_new:
 * @context: with the profile, which need not be open, and the preferences
 * @application: the application, which gets the actions and outlives the notifier
 *
 * Returns: (transfer full): a notifier that takes answers, and shows nothing until it is started
 */
HcReminderNotifier *
hc_reminder_notifier_new (HcContext    *context,
                          GApplication *application)
{
  HcReminderNotifier *self;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (G_IS_APPLICATION (application), NULL);

  self = g_object_new (HC_TYPE_REMINDER_NOTIFIER, NULL);
  self->context = g_object_ref (context);
  self->application = application;
  self->reminder = hc_reminder_new (hc_context_get_profile (context), hc_context_get_person (context),
                                    hc_context_get_clock (context));

  self->answers = hc_answer_queue_new (context, application, action_names, answer_cb, self);

  g_signal_connect_object (self->reminder, "remind", G_CALLBACK (remind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reminder, "withdraw", G_CALLBACK (withdraw_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reminder, "notify::has-snoozed", G_CALLBACK (update_active), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_context_get_settings (context), "changed::remind", G_CALLBACK (update_active), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_context_get_settings (context), "changed::remind-in-background",
                           G_CALLBACK (update_active), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * hc_reminder_notifier_is_wanted:
 * @self: a notifier
 *
 * Returns: whether the person wants to be reminded without a window
 */
gboolean
hc_reminder_notifier_is_wanted (HcReminderNotifier *self)
{
  GSettings *settings;

  g_return_val_if_fail (HC_IS_REMINDER_NOTIFIER (self), FALSE);

  settings = hc_context_get_settings (self->context);

  return g_settings_get_boolean (settings, "remind") && g_settings_get_boolean (settings, "remind-in-background");
}

/**
 * hc_reminder_notifier_start:
 * @self: a notifier
 *
 * Opens the profile if nobody has, and reminds from now on if the person wants that.
 */
void
hc_reminder_notifier_start (HcReminderNotifier *self)
{
  g_return_if_fail (HC_IS_REMINDER_NOTIFIER (self));

  hc_context_open_profile (self->context);
  self->has_started = TRUE;
  update_active (self);
}
