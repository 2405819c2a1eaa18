/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "hc-about-dialog.h"

#include <glib/gi18n.h>

#include "hc-link-dialogs.h"

/* Those of the program itself are no addresses of the web, and need none. */
static gboolean
link_activated_cb (AdwAboutDialog *dialog,
                   const char     *uri)
{
  if (!g_str_has_prefix (uri, HC_LINK_SCHEME ":"))
    return FALSE;

  hc_link_dialogs_leave (GTK_WIDGET (dialog), uri);

  return TRUE;
}

/* Libadwaita itself only says where the license is found on the web. */
static void
add_license (AdwAboutDialog *self)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data ("/io/github/health_center/HealthCenter/COPYING",
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autofree char *markup = g_markup_escape_text (text, (gssize) length);

  adw_about_dialog_add_legal_section (self, _("The License in Full"), NULL, GTK_LICENSE_CUSTOM, markup);
}

/**
 * hc_about_dialog_new:
 *
 * Says what the program is, and leads to the pages by which it can be judged.
 *
 * Returns: (transfer floating): the dialog, to be presented over an #HcWindow
 */
AdwDialog *
hc_about_dialog_new (void)
{
  AdwDialog *dialog =
    g_object_new (ADW_TYPE_ABOUT_DIALOG,
                  "application-name", _("Health Center"),
                  "application-icon", HC_APPLICATION_ID,
                  "version", HC_VERSION,
                  "developer-name", _("The Health Center developers"),
                  "license-type", GTK_LICENSE_GPL_3_0,
                  "comments", _("Information about colon and rectal cancer, with notes of your own. "
                                "It does not replace the advice of your care team. "
                                "What you write stays on this computer."),
                  "website", "https://github.com/health-center/health-center",
                  "issue-url", "https://github.com/health-center/health-center/issues",
                  /* Translators: your names, one a line. */
                  "translator-credits", _("translator-credits"),
                  NULL);
  AdwAboutDialog *self = ADW_ABOUT_DIALOG (dialog);

  adw_about_dialog_add_link (self, _("_Privacy Promise"), HC_LINK_SCHEME ":article/privacy-promise");
  adw_about_dialog_add_link (self, _("Legal _Disclaimer"), HC_LINK_SCHEME ":article/legal-disclaimer");
  adw_about_dialog_add_link (self, _("_Accessibility"), HC_LINK_SCHEME ":article/accessibility-statement");
  adw_about_dialog_add_link (self, _("_Sources and Licenses"), HC_LINK_SCHEME ":article/sources-and-licenses");
  add_license (self);
  g_signal_connect (dialog, "activate-link", G_CALLBACK (link_activated_cb), NULL);

  return dialog;
}
