/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-alert-banner.h"

#include <glib/gi18n.h>

#include "hc-alert-list.h"
#include "hc-link.h"

/**
 * HcAlertBanner:
 *
 * Says that there are alerts about the medicines of the current person, and leads to them. It is hidden when there
 * are none but dismissed ones.
 */
struct _HcAlertBanner
{
  AdwBin        parent_instance;

  AdwBanner    *banner;
  HcContext    *context;
  HcAlertList  *alerts;
};

G_DEFINE_FINAL_TYPE (HcAlertBanner, hc_alert_banner, ADW_TYPE_BIN)

static void
hc_alert_banner_dispose (GObject *object)
{
  HcAlertBanner *self = HC_ALERT_BANNER (object);

  g_clear_object (&self->alerts);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hc_alert_banner_parent_class)->dispose (object);
}

static void
hc_alert_banner_class_init (HcAlertBannerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hc_alert_banner_dispose;
}

static void
hc_alert_banner_init (HcAlertBanner *self)
{
  self->banner = ADW_BANNER (adw_banner_new (""));
  adw_banner_set_use_markup (self->banner, FALSE);
  adw_banner_set_button_label (self->banner, _("_Show"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->banner), "s", HC_LINK_SCHEME ":alerts");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->banner), "win.open-link");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->banner));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static char *
dup_words (HcAlertBanner *self,
           guint          n_unread,
           guint          n_read)
{
  HcPerson *person = hc_current_person_get (hc_context_get_person (self->context));
  gboolean is_user = person == NULL || hc_person_get_details (person)->is_user;
  guint n = n_unread > 0 ? n_unread : n_read;

  if (n_unread > 0 && is_user)
    return g_strdup_printf (ngettext ("%u new alert about your medicines",
                                      "%u new alerts about your medicines", n), n);

  if (n_unread > 0)
    return g_strdup_printf (ngettext ("%u new alert about these medicines",
                                      "%u new alerts about these medicines", n), n);

  if (is_user)
    return g_strdup_printf (ngettext ("%u alert about your medicines",
                                      "%u alerts about your medicines", n), n);

  return g_strdup_printf (ngettext ("%u alert about these medicines",
                                    "%u alerts about these medicines", n), n);
}

static void
update (HcAlertBanner *self)
{
  guint n_unread = hc_alert_list_count (self->alerts, HC_ALERT_UNREAD);
  guint n_read = hc_alert_list_count (self->alerts, HC_ALERT_READ);
  g_autofree char *words = dup_words (self, n_unread, n_read);

  adw_banner_set_title (self->banner, words);
  adw_banner_set_button_style (self->banner,
                               n_unread > 0 ? ADW_BANNER_BUTTON_SUGGESTED : ADW_BANNER_BUTTON_DEFAULT);
  adw_banner_set_revealed (self->banner, n_unread + n_read > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), n_unread + n_read > 0);
}

/**
 * hc_alert_banner_set_context:
 * @self: a banner without a context, from a template
 * @context: what the pages share
 */
void
hc_alert_banner_set_context (HcAlertBanner *self,
                             HcContext     *context)
{
  g_return_if_fail (HC_IS_ALERT_BANNER (self));
  g_return_if_fail (HC_IS_CONTEXT (context));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  self->alerts = hc_alert_list_new (context);
  g_signal_connect_object (self->alerts, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_context_get_person (context), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
