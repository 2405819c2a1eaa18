/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-alert-notifier.h"

#include <glib/gi18n.h>

#include "hc-link.h"

/* There is one notification, however many alerts there are. */
#define NOTIFICATION "alerts"

/**
 * HcAlertNotifier:
 *
 * Tells of new alerts about somebody's medicines, by a notification that leads to them and says nothing else:
 * others may see the screen. It goes when all that it tells of was read or dismissed. What was there when the
 * profile was opened is not told of again.
 */
struct _HcAlertNotifier
{
  GObject       parent_instance;

  HcProfile    *profile;
  GApplication *application; /* not owned: it lives longer */

  gboolean      is_started;  /* what was there before it is no news */
  GHashTable   *known;       /* key of an alert -> its severity and 1 */
  GHashTable   *told;        /* keys of those that the notification tells of */
};

G_DEFINE_FINAL_TYPE (HcAlertNotifier, hc_alert_notifier, G_TYPE_OBJECT)

static void
hc_alert_notifier_finalize (GObject *object)
{
  HcAlertNotifier *self = HC_ALERT_NOTIFIER (object);

  g_hash_table_unref (self->known);
  g_hash_table_unref (self->told);
  g_clear_object (&self->profile);

  G_OBJECT_CLASS (hc_alert_notifier_parent_class)->finalize (object);
}

static void
hc_alert_notifier_class_init (HcAlertNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_alert_notifier_finalize;
}

static void
hc_alert_notifier_init (HcAlertNotifier *self)
{
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static HcMedicine *
find_medicine (HcAlertNotifier *self,
               HcAlert         *alert)
{
  HcStore *medicines = HC_STORE (hc_profile_get_medicines (self->profile));

  return hc_store_lookup (medicines, hc_alert_get_details (alert)->medicine);
}

static gboolean
is_waiting (HcAlertNotifier *self,
            HcAlert         *alert)
{
  return hc_alert_get_state (alert) == HC_ALERT_UNREAD && find_medicine (self, alert) != NULL;
}

/* One that became worse is new again; one that somebody marked as unread is not.
 *
 * Returns: whether the alert is new, which it is once */
static gboolean
take_news (HcAlertNotifier *self,
           HcAlert         *alert)
{
  int severity = hc_alert_get_details (alert)->severity;
  int before = GPOINTER_TO_INT (g_hash_table_lookup (self->known, hc_alert_get_key (alert))) - 1;

  g_hash_table_insert (self->known, g_strdup (hc_alert_get_key (alert)), GINT_TO_POINTER (severity + 1));

  return before < 0 || (severity > 0 && (before == 0 || severity < before));
}

/* Returns: (transfer full): the alerts of the person who takes the medicine */
static char *
dup_link (HcAlertNotifier *self,
          HcAlert         *alert)
{
  const char *person = hc_medicine_get_details (find_medicine (self, alert))->person;
  g_autofree char *escaped = g_uri_escape_string (person, NULL, FALSE);

  return *person == '\0' ? g_strdup (HC_LINK_SCHEME ":alerts")
                         : g_strconcat (HC_LINK_SCHEME ":alerts?person=", escaped, NULL);
}

static void
send (HcAlertNotifier *self,
      HcAlert         *alert)
{
  g_autoptr (GNotification) notification = g_notification_new (_("Something new to read"));
  g_autofree char *link = dup_link (self, alert);

  /* Translators: the text of a notification that anybody may see. */
  g_notification_set_body (notification, _("Open Health Center to read it."));
  g_notification_set_default_action_and_target_value (notification, "app.open-link",
                                                      g_variant_new_string (link));
  g_application_send_notification (self->application, NOTIFICATION, notification);
}

static void
withdraw_what_was_read (HcAlertNotifier *self)
{
  HcStore *alerts = HC_STORE (hc_profile_get_alerts (self->profile));
  GHashTableIter iter;
  gpointer key;

  if (g_hash_table_size (self->told) == 0)
    return;

  g_hash_table_iter_init (&iter, self->told);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      HcAlert *alert = hc_store_lookup (alerts, key);

      if (alert == NULL || !is_waiting (self, alert))
        g_hash_table_iter_remove (&iter);
    }

  if (g_hash_table_size (self->told) == 0)
    g_application_withdraw_notification (self->application, NOTIFICATION);
}

static void
alerts_changed_cb (HcAlertNotifier *self)
{
  GListModel *alerts = G_LIST_MODEL (hc_profile_get_alerts (self->profile));
  gboolean tells = self->is_started && hc_profile_get_state (self->profile) == HC_PROFILE_READY;
  g_autoptr (HcAlert) news = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (alerts); i++)
    {
      g_autoptr (HcAlert) alert = g_list_model_get_item (alerts, i);

      if (take_news (self, alert) && tells && is_waiting (self, alert))
        if (g_hash_table_add (self->told, g_strdup (hc_alert_get_key (alert))))
          g_set_object (&news, alert);
    }

  withdraw_what_was_read (self);
  if (news != NULL)
    send (self, news);
}

/**
 * hc_alert_notifier_new:
 * @profile: the alerts and the medicines of all people
 * @application: (transfer none): a registered application with the action `app.open-link`
 *
 * Returns: (transfer full): what tells of new alerts as long as it lives
 */
HcAlertNotifier *
hc_alert_notifier_new (HcProfile    *profile,
                       GApplication *application)
{
  HcAlertNotifier *self;

  g_return_val_if_fail (HC_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (G_IS_APPLICATION (application), NULL);

  self = g_object_new (HC_TYPE_ALERT_NOTIFIER, NULL);
  self->profile = g_object_ref (profile);
  self->application = application;
  g_signal_connect_object (hc_profile_get_alerts (profile), "items-changed", G_CALLBACK (alerts_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_profile_get_medicines (profile), "items-changed", G_CALLBACK (withdraw_what_was_read),
                           self, G_CONNECT_SWAPPED);
  alerts_changed_cb (self);
  self->is_started = TRUE;

  return self;
}
