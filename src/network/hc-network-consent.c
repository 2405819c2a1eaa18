/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-network-consent.h"

#define OFFLINE_KEY "work-offline"

/**
 * HcNetworkConsent:
 *
 * What of the network the person has allowed. Each service is off until it is turned on; one switch turns off
 * all of them without forgetting which were on. It says ::changed.
 */
struct _HcNetworkConsent
{
  GObject    parent_instance;

  GSettings *settings;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcNetworkConsent, hc_network_consent, G_TYPE_OBJECT)

static void
hc_network_consent_finalize (GObject *object)
{
  g_clear_object (&HC_NETWORK_CONSENT (object)->settings);

  G_OBJECT_CLASS (hc_network_consent_parent_class)->finalize (object);
}

static void
hc_network_consent_class_init (HcNetworkConsentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_network_consent_finalize;

  /**
   * HcNetworkConsent::changed:
   *
   * Something was turned on or off.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
hc_network_consent_init (HcNetworkConsent *self)
{
}

static char *
dup_key (HcServiceId service)
{
  return g_strconcat ("network-", hc_service_get (service)->name, NULL);
}

static void
settings_changed_cb (HcNetworkConsent *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * hc_network_consent_new:
 * @settings: the preferences
 *
 * Returns: (transfer full): what they allow
 */
HcNetworkConsent *
hc_network_consent_new (GSettings *settings)
{
  HcNetworkConsent *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (HC_TYPE_NETWORK_CONSENT, NULL);
  self->settings = g_object_ref (settings);

  g_signal_connect_object (settings, "changed::" OFFLINE_KEY, G_CALLBACK (settings_changed_cb), self,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < HC_N_SERVICES; i++)
    {
      g_autofree char *key = dup_key ((HcServiceId) i);
      g_autofree char *signal = g_strconcat ("changed::", key, NULL);

      /* Changes of a key are told of after it was read once. */
      g_settings_get_boolean (settings, key);
      g_signal_connect_object (settings, signal, G_CALLBACK (settings_changed_cb), self, G_CONNECT_SWAPPED);
    }
  g_settings_get_boolean (settings, OFFLINE_KEY);

  return self;
}

/**
 * hc_network_consent_is_on:
 * @self: the consent
 * @service: a service
 *
 * Returns: whether the person has turned it on; it may not be asked all the same while they work offline
 */
gboolean
hc_network_consent_is_on (HcNetworkConsent *self,
                          HcServiceId       service)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (HC_IS_NETWORK_CONSENT (self), FALSE);
  g_return_val_if_fail (service < HC_N_SERVICES, FALSE);

  key = dup_key (service);

  return g_settings_get_boolean (self->settings, key);
}

/**
 * hc_network_consent_set_on:
 * @self: the consent
 * @service: a service
 * @on: whether the person turns it on
 */
void
hc_network_consent_set_on (HcNetworkConsent *self,
                           HcServiceId       service,
                           gboolean          on)
{
  g_autofree char *key = NULL;

  g_return_if_fail (HC_IS_NETWORK_CONSENT (self));
  g_return_if_fail (service < HC_N_SERVICES);

  key = dup_key (service);
  g_settings_set_boolean (self->settings, key, on);
}

/**
 * hc_network_consent_is_offline:
 * @self: the consent
 *
 * Returns: whether the person has turned the network off
 */
gboolean
hc_network_consent_is_offline (HcNetworkConsent *self)
{
  g_return_val_if_fail (HC_IS_NETWORK_CONSENT (self), TRUE);

  return g_settings_get_boolean (self->settings, OFFLINE_KEY);
}

/**
 * hc_network_consent_set_offline:
 * @self: the consent
 * @offline: whether nothing may be asked for now
 */
void
hc_network_consent_set_offline (HcNetworkConsent *self,
                                gboolean          offline)
{
  g_return_if_fail (HC_IS_NETWORK_CONSENT (self));

  g_settings_set_boolean (self->settings, OFFLINE_KEY, offline);
}

/**
 * hc_network_consent_check:
 * @self: the consent
 * @service: a service
 * @error: return location for %HC_HTTP_ERROR_NOT_ALLOWED or %HC_HTTP_ERROR_WORK_OFFLINE
 *
 * Returns: whether the service may be asked now
 */
gboolean
hc_network_consent_check (HcNetworkConsent  *self,
                          HcServiceId        service,
                          GError           **error)
{
  g_return_val_if_fail (HC_IS_NETWORK_CONSENT (self), FALSE);
  g_return_val_if_fail (service < HC_N_SERVICES, FALSE);

  if (!hc_network_consent_is_on (self, service))
    g_set_error (error, HC_HTTP_ERROR, HC_HTTP_ERROR_NOT_ALLOWED, "The service %s is off",
                 hc_service_get (service)->name);
  else if (hc_network_consent_is_offline (self))
    g_set_error_literal (error, HC_HTTP_ERROR, HC_HTTP_ERROR_WORK_OFFLINE, "Work Offline is on");
  else
    return TRUE;

  return FALSE;
}
