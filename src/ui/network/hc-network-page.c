/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-network-page.h"

#include <glib/gi18n.h>

#include "hc-link-dialogs.h"
#include "hc-navigation.h"
#include "hc-network-log-page.h"

/**
 * HcNetworkPage:
 *
 * What of the network the person allows: each service with its host and what is sent, Work Offline, and the way to
 * the log. It stands in an #AdwNavigationView of a dialog.
 */
struct _HcNetworkPage
{
  AdwNavigationPage    parent_instance;

  HcContext           *context;

  AdwPreferencesPage  *page;
  AdwSwitchRow        *offline_row;
  AdwPreferencesGroup *services_group;
  AdwSwitchRow        *rows[HC_N_SERVICES];
};

G_DEFINE_FINAL_TYPE (HcNetworkPage, hc_network_page, ADW_TYPE_NAVIGATION_PAGE)

static HcNetworkConsent *
get_consent (HcNetworkPage *self)
{
  return hc_context_get_consent (self->context);
}

/* What is turned on elsewhere shows here, too. */
static void
show_consent (HcNetworkPage *self)
{
  for (guint i = 0; i < HC_N_SERVICES; i++)
    adw_switch_row_set_active (self->rows[i], hc_network_consent_is_on (get_consent (self), (HcServiceId) i));

  adw_switch_row_set_active (self->offline_row, hc_network_consent_is_offline (get_consent (self)));
}

static void
toggled_cb (HcNetworkPage *self,
            GParamSpec    *pspec,
            AdwSwitchRow  *row)
{
  for (guint i = 0; i < HC_N_SERVICES; i++)
    if (self->rows[i] == row &&
        hc_network_consent_is_on (get_consent (self), (HcServiceId) i) != adw_switch_row_get_active (row))
      hc_network_consent_set_on (get_consent (self), (HcServiceId) i, adw_switch_row_get_active (row));
}

static void
offline_toggled_cb (HcNetworkPage *self)
{
  gboolean is_offline = adw_switch_row_get_active (self->offline_row);

  if (self->context != NULL && hc_network_consent_is_offline (get_consent (self)) != is_offline)
    hc_network_consent_set_offline (get_consent (self), is_offline);
}

static void
promise_activated_cb (HcNetworkPage *self)
{
  hc_link_dialogs_leave (GTK_WIDGET (self), HC_LINK_SCHEME ":article/privacy-promise");
}

static void
hc_network_page_dispose (GObject *object)
{
  HcNetworkPage *self = HC_NETWORK_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_NETWORK_PAGE);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hc_network_page_parent_class)->dispose (object);
}

static void
hc_network_page_class_init (HcNetworkPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_network_page_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/network/hc-network-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HcNetworkPage, page);
  gtk_widget_class_bind_template_child (widget_class, HcNetworkPage, offline_row);
  gtk_widget_class_bind_template_child (widget_class, HcNetworkPage, services_group);
  gtk_widget_class_bind_template_callback (widget_class, offline_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, promise_activated_cb);
}

static void
hc_network_page_init (HcNetworkPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hc_navigation_begin_page_at_top (self->page);
}

/* Returns: (transfer full): the hosts of the feeds of the person, one after the other; empty when there is none */
static char *
dup_feed_hosts (HcNetworkPage *self)
{
  GListModel *feeds = G_LIST_MODEL (hc_profile_get_subscriptions (hc_context_get_profile (self->context)));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) hosts = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (feeds); i++)
    {
      g_autoptr (HcSubscription) feed = g_list_model_get_item (feeds, i);
      g_autoptr (GUri) uri = g_uri_parse (hc_subscription_get_details (feed)->address, G_URI_FLAGS_ENCODED, NULL);
      const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

      if (host != NULL && g_hash_table_add (seen, g_strdup (host)))
        g_string_append_printf (hosts, "%s%s", hosts->len > 0 ? ", " : "", host);
    }

  return g_string_free_and_steal (g_steal_pointer (&hosts));
}

/* A service with a host of its own names it in its words. */
static char *
dup_words (HcNetworkPage   *self,
           const HcService *service)
{
  g_autofree char *hosts = service->host == NULL ? dup_feed_hosts (self) : NULL;

  if (hosts == NULL || *hosts == '\0')
    return g_strdup (hc_service_get_sent (service));

  /* Translators: which sites are asked, and what is sent to them. */
  return g_strdup_printf (_("%s\n%s"), hosts, hc_service_get_sent (service));
}

static void
add_service (HcNetworkPage *self,
             HcServiceId    id)
{
  const HcService *service = hc_service_get (id);
  GtkWidget *row = adw_switch_row_new ();
  g_autofree char *words = dup_words (self, service);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), hc_service_get_title (service));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  self->rows[id] = ADW_SWITCH_ROW (row);
  adw_preferences_group_add (self->services_group, row);
  g_signal_connect_object (row, "notify::active", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
}

static AdwNavigationPage *
new_page (HcContext *context)
{
  HcNetworkPage *self = g_object_new (HC_TYPE_NETWORK_PAGE, NULL);

  self->context = g_object_ref (context);
  for (guint i = 0; i < HC_N_SERVICES; i++)
    add_service (self, (HcServiceId) i);

  show_consent (self);
  g_signal_connect_object (get_consent (self), "changed", G_CALLBACK (show_consent), self, G_CONNECT_SWAPPED);

  return ADW_NAVIGATION_PAGE (self);
}

/**
 * hc_network_page_add:
 * @navigation: the pages of a dialog
 * @context: what the pages share
 *
 * Adds the page, with the tag `network`, and the log that it leads to, `network-log`.
 */
void
hc_network_page_add (AdwNavigationView *navigation,
                     HcContext         *context)
{
  g_return_if_fail (ADW_IS_NAVIGATION_VIEW (navigation));
  g_return_if_fail (HC_IS_CONTEXT (context));

  adw_navigation_view_add (navigation, new_page (context));
  adw_navigation_view_add (navigation,
                           ADW_NAVIGATION_PAGE (hc_network_log_page_new (hc_context_get_network_log (context))));
}
