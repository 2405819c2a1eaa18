/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Links that lead out of the program. The person sees where, before anything leaves the computer. */

#include "hc-external-link.h"

#include <glib/gi18n.h>

#include "hc-ask-dialog.h"
#include "hc-toast.h"

#define ADDRESS_KEY "hc-address"
#define SCHEME_KEY "hc-scheme"

/* A kind of address and what is asked before it is opened. */
typedef struct
{
  const char *scheme;
  const char *heading;
  const char *body;
  const char *open;
  const char *copy;
  const char *copied;
} Scheme;

static const Scheme schemes[] = {
  { "https", N_("Open This Website?"), N_("It opens in your browser and can see that you visit it."),
    N_("_Open in Browser"), N_("_Copy Address"), N_("Address copied") },
  { "http", N_("Open This Website?"),
    N_("It opens in your browser, over a connection that others can read along."),
    N_("_Open in Browser"), N_("_Copy Address"), N_("Address copied") },
  { "tel", N_("Call This Number?"), N_("It is handed to the program that makes calls on this computer."),
    N_("_Call"), N_("_Copy Number"), N_("Number copied") },
  { "mailto", N_("Write to This Address?"), N_("Your mail program opens with a new message. Nothing is sent yet."),
    N_("_Write"), N_("_Copy Address"), N_("Address copied") },
};

static const Scheme *
find_scheme (GUri *uri)
{
  for (guint i = 0; uri != NULL && i < G_N_ELEMENTS (schemes); i++)
    if (g_str_equal (g_uri_get_scheme (uri), schemes[i].scheme) &&
        (!g_str_has_prefix (schemes[i].scheme, "http") || (g_uri_get_host (uri) != NULL && *g_uri_get_host (uri))))
      return &schemes[i];

  return NULL;
}

/* What is copied: a number or a mail address without its scheme. */
static char *
dup_plain (GUri       *uri,
           const char *address)
{
  if (g_uri_get_host (uri) != NULL)
    return g_strdup (address);

  return g_strdup (g_uri_get_path (uri));
}

/* A number of the North American plan as people write it; of others it is not known where their parts end. */
static char *
dup_shown_number (const char *number)
{
  g_autoptr (GRegex) regex = g_regex_new ("^\\+1([0-9]{3})([0-9]{3})([0-9]{4})(?:;ext=([0-9]+))?$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *shown = NULL, *extension = NULL;

  if (!g_regex_match (regex, number, 0, &match))
    return g_strdup (number);

  shown = g_match_info_expand_references (match, "+1 \\1-\\2-\\3", NULL);
  extension = g_match_info_fetch (match, 4);
  if (extension == NULL || *extension == '\0')
    return g_steal_pointer (&shown);

  /* Translators: a telephone number, and the digits that are dialed when somebody answers. */
  return g_strdup_printf (_("%s, extension %s"), shown, extension);
}

/* The host stands out: it is what an address is trusted for, and not what a page writes around it. */
static char *
make_markup (GUri       *uri,
             const char *plain)
{
  const char *host = g_uri_get_host (uri);
  const char *authority, *found;
  g_autofree char *before = NULL;
  g_autofree char *shown = NULL;

  if (host == NULL)
    {
      shown = g_str_equal (g_uri_get_scheme (uri), "tel") ? dup_shown_number (plain) : g_strdup (plain);
      return g_markup_printf_escaped ("<b>%s</b>", shown);
    }

  /* Behind the name of a user, which may look like a host. */
  authority = strstr (plain, "://");
  authority = authority != NULL ? authority + strlen ("://") : plain;
  if (g_uri_get_userinfo (uri) != NULL && strchr (authority, '@') != NULL)
    authority = strchr (authority, '@') + 1;

  found = strcasestr (authority, host);
  if (found == NULL)
    return g_markup_escape_text (plain, -1);

  before = g_strndup (plain, (gsize) (found - plain));
  shown = g_strndup (found, strlen (host));

  return g_markup_printf_escaped ("%s<b>%s</b>%s", before, shown, found + strlen (host));
}

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GtkWidget) window = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    {
      /* Translators: %s is an address of the web or a telephone number. */
      g_autofree char *text = g_strdup_printf (_("No program opens %s"),
                                               gtk_uri_launcher_get_uri (GTK_URI_LAUNCHER (source)));

      hc_toast_show (window, text);
    }
}

static void
response_cb (AdwAlertDialog *dialog,
             const char     *response,
             GtkWindow      *window)
{
  const char *address = g_object_get_data (G_OBJECT (dialog), ADDRESS_KEY);
  const Scheme *scheme = g_object_get_data (G_OBJECT (dialog), SCHEME_KEY);

  if (g_str_equal (response, "open"))
    {
      g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (address);

      gtk_uri_launcher_launch (launcher, window, NULL, launched_cb, g_object_ref (window));
    }
  else if (g_str_equal (response, "copy"))
    {
      g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);
      g_autofree char *plain = dup_plain (uri, address);

      gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), plain);
      hc_toast_show (GTK_WIDGET (window), _(scheme->copied));
    }
}

/**
 * hc_external_link_is_known:
 * @address: a text from anywhere, trusted in nothing
 *
 * Returns: whether it is an address of the web, a telephone number or a mail address
 */
gboolean
hc_external_link_is_known (const char *address)
{
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (address != NULL, FALSE);

  uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);

  return find_scheme (uri) != NULL;
}

/**
 * hc_external_link_present:
 * @address: an address that is known
 * @window: a window with the action `win.show-toast`
 *
 * Shows where a link leads, and opens it when the person says so.
 */
void
hc_external_link_present (const char *address,
                          GtkWindow  *window)
{
  g_autoptr (GUri) uri = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *markup = NULL;
  const Scheme *scheme;
  AdwDialog *dialog;
  GtkWidget *label;

  g_return_if_fail (hc_external_link_is_known (address));
  g_return_if_fail (GTK_IS_WINDOW (window));

  uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);
  scheme = find_scheme (uri);
  plain = dup_plain (uri, address);
  markup = make_markup (uri, plain);

  label = g_object_new (GTK_TYPE_LABEL,
                        "label", markup,
                        "use-markup", TRUE,
                        "selectable", TRUE,
                        "justify", GTK_JUSTIFY_CENTER,
                        "wrap", TRUE,
                        "wrap-mode", PANGO_WRAP_WORD_CHAR,
                        NULL);

  dialog = hc_ask_dialog_new (_(scheme->heading), _(scheme->body));
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), label);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog),
                                  "cancel", _("_Cancel"),
                                  "copy", _(scheme->copy),
                                  "open", _(scheme->open),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "open", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "open");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  /* Told with the heading by a screen reader. */
  gtk_accessible_update_relation (GTK_ACCESSIBLE (dialog), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, label, NULL, -1);

  g_object_set_data_full (G_OBJECT (dialog), ADDRESS_KEY, g_strdup (address), g_free);
  g_object_set_data (G_OBJECT (dialog), SCHEME_KEY, (gpointer) scheme);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), window, G_CONNECT_DEFAULT);

  adw_dialog_present (dialog, GTK_WIDGET (window));
}
