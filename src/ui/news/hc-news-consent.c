/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-news-consent.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hc-ask-dialog.h"
#include "hc-link.h"
#include "hc-news-words.h"

/* Nothing is fetched before the person has seen whom that asks, and what for. */

#define NETWORK_LINK HC_LINK_SCHEME ":network"

static void
turn_on_cb (HcContext  *context,
            const char *response)
{
  if (g_str_equal (response, "on"))
    hc_network_consent_set_on (hc_context_get_consent (context), HC_SERVICE_FEEDS, TRUE);
}

static void
offline_cb (GtkWidget  *parent,
            const char *response)
{
  if (g_str_equal (response, "network"))
    gtk_widget_activate_action (parent, "win.open-link", "s", NETWORK_LINK);
}

static AdwDialog *
make_offline (GtkWidget *parent)
{
  AdwDialog *dialog = hc_ask_dialog_new (_("You Work Offline"),
                                         _("Nothing is fetched while Work Offline is on. What was fetched before "
                                           "can be read."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog),
                                  "close", _("_Close"),
                                  "network", _("_Network Settings"),
                                  NULL);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "close");
  g_signal_connect_object (dialog, "response", G_CALLBACK (offline_cb), parent, G_CONNECT_SWAPPED);

  return dialog;
}

/* The sites stand below what is said of them; there may be many. */
static GtkWidget *
make_hosts (HcContext *context)
{
  g_autofree char *hosts = hc_news_words_dup_hosts (hc_context_get_news (context));
  g_autofree char *text = NULL;
  GtkWidget *label, *scroller;

  if (*hosts == '\0')
    return NULL;

  /* Translators: %s are the names of sites, one in each line. */
  text = g_strdup_printf (_("The sites of your feeds:\n%s"), hosts);
  label = g_object_new (GTK_TYPE_LABEL,
                        "label", text,
                        "selectable", TRUE,
                        "wrap", TRUE,
                        "wrap-mode", PANGO_WRAP_WORD_CHAR,
                        "justify", GTK_JUSTIFY_CENTER,
                        NULL);
  scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                           "child", label,
                           "hscrollbar-policy", GTK_POLICY_NEVER,
                           "propagate-natural-height", TRUE,
                           "max-content-height", 160,
                           NULL);

  return scroller;
}

/**
 * hc_news_consent_present:
 * @context: what the pages share
 * @parent: a widget of a window with the action `win.open-link`
 *
 * Says which sites fetching feeds asks and what they learn, and turns it on when the person says so. When it is on
 * already, but all of the network is off, it says that.
 */
void
hc_news_consent_present (HcContext *context,
                         GtkWidget *parent)
{
  HcNetworkConsent *consent;
  AdwDialog *dialog;

  g_return_if_fail (HC_IS_CONTEXT (context));
  g_return_if_fail (GTK_IS_WIDGET (parent));

  consent = hc_context_get_consent (context);

  if (hc_network_consent_is_on (consent, HC_SERVICE_FEEDS))
    {
      adw_dialog_present (make_offline (parent), parent);
      return;
    }

  dialog = hc_ask_dialog_new (_("Fetch News?"),
                              hc_service_get_sent (hc_service_get (HC_SERVICE_FEEDS)));
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), make_hosts (context));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog),
                                  "off", _("_Not Now"),
                                  "on", _("_Turn On"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "on", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "off");
  g_signal_connect_object (dialog, "response", G_CALLBACK (turn_on_cb), context, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, parent);
}
