/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-consent-panel.h"

#include <glib/gi18n.h>

/**
 * HcConsentPanel:
 *
 * Asks whether a service may be used, where something needs it: whom it asks and what is sent. It is hidden as long
 * as the service may be asked. When the person has allowed it here it says ::allowed, so that what they wanted can
 * begin. Its action is `consent.allow`.
 */
struct _HcConsentPanel
{
  AdwBin            parent_instance;

  HcNetworkConsent *consent; /* NULL until it is set */
  HcServiceId       service;

  GtkLabel         *heading_label;
  GtkLabel         *words_label;
  GtkButton        *button;
};

enum {
  ALLOWED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcConsentPanel, hc_consent_panel, ADW_TYPE_BIN)

static void
update (HcConsentPanel *self)
{
  const HcService *service = hc_service_get (self->service);
  gboolean is_on = hc_network_consent_is_on (self->consent, self->service);
  g_autofree char *heading = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), !hc_network_consent_check (self->consent, self->service, NULL));

  if (is_on)
    heading = g_strdup (_("Work Offline Is On"));
  else
    /* Translators: %s is what is asked for, such as FDA Recalls. */
    heading = g_strdup_printf (_("Turn On “%s”?"), hc_service_get_title (service));

  gtk_label_set_label (self->heading_label, heading);
  gtk_label_set_label (self->words_label, is_on ? _("Nothing is asked for while it is on. What came before stays.")
                                                : hc_service_get_sent (service));
  gtk_button_set_label (self->button, is_on ? _("_Go Online") : _("_Turn On"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
}

/* One thing at a time: who has turned the service on may still work offline, and is asked about that then. */
static void
allow_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  HcConsentPanel *self = HC_CONSENT_PANEL (widget);

  if (self->consent == NULL)
    return;

  if (hc_network_consent_is_on (self->consent, self->service))
    hc_network_consent_set_offline (self->consent, FALSE);
  else
    hc_network_consent_set_on (self->consent, self->service, TRUE);

  if (hc_network_consent_check (self->consent, self->service, NULL))
    g_signal_emit (self, signals[ALLOWED], 0);
}

static void
hc_consent_panel_dispose (GObject *object)
{
  HcConsentPanel *self = HC_CONSENT_PANEL (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_CONSENT_PANEL);
  g_clear_object (&self->consent);

  G_OBJECT_CLASS (hc_consent_panel_parent_class)->dispose (object);
}

static void
hc_consent_panel_class_init (HcConsentPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_consent_panel_dispose;

  /**
   * HcConsentPanel::allowed:
   *
   * The person has allowed here that the service is asked.
   */
  signals[ALLOWED] = g_signal_new ("allowed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/network/hc-consent-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, HcConsentPanel, heading_label);
  gtk_widget_class_bind_template_child (widget_class, HcConsentPanel, words_label);
  gtk_widget_class_bind_template_child (widget_class, HcConsentPanel, button);
  gtk_widget_class_install_action (widget_class, "consent.allow", NULL, allow_action);
}

static void
hc_consent_panel_init (HcConsentPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hc_consent_panel_set_service:
 * @self: a panel from a template, of which nothing was set
 * @consent: what the person allows
 * @service: what is to be asked for
 */
void
hc_consent_panel_set_service (HcConsentPanel   *self,
                              HcNetworkConsent *consent,
                              HcServiceId       service)
{
  g_return_if_fail (HC_IS_CONSENT_PANEL (self));
  g_return_if_fail (HC_IS_NETWORK_CONSENT (consent));
  g_return_if_fail (self->consent == NULL);

  self->consent = g_object_ref (consent);
  self->service = service;
  g_signal_connect_object (consent, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
