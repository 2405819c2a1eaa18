/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-link-dialogs.h"

#include <glib/gi18n.h>

#include "hc-backup-dialog.h"
#include "hc-network-dialog.h"
#include "hc-request-dialog.h"
#include "hc-saving-dialog.h"
#include "hc-summary-dialog.h"

#define WAITING_KEY "hc-waiting-link"

/* What is being written elsewhere is saved first, or its dialog objects: a backup has it all, and nothing is put
 * in its place behind it. */
static gboolean
present_backup (HcWindow  *window,
                HcContext *context,
                HcLink    *link)
{
  AdwApplicationWindow *parent = ADW_APPLICATION_WINDOW (window);
  AdwDialog *dialog = adw_application_window_get_visible_dialog (parent);

  if (HC_IS_BACKUP_DIALOG (dialog))
    return TRUE;

  if (HC_IS_SAVING_DIALOG (dialog))
    hc_saving_dialog_close (HC_SAVING_DIALOG (dialog));
  else if (dialog != NULL)
    adw_dialog_close (dialog);

  if (adw_application_window_get_visible_dialog (parent) != NULL)
    return FALSE;

  adw_dialog_present (hc_backup_dialog_new (context), GTK_WIDGET (window));

  return TRUE;
}

/* Over whatever is open: what wants to ask somebody leads here, also from a dialog. */
static gboolean
present_network (HcWindow  *window,
                 HcContext *context,
                 HcLink    *link)
{
  if (!HC_IS_NETWORK_DIALOG (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))))
    adw_dialog_present (hc_network_dialog_new (context), GTK_WIDGET (window));

  return TRUE;
}

static gboolean
is_coming (HcProfile *profile)
{
  HcProfileState state = hc_profile_get_state (profile);

  return state == HC_PROFILE_CLOSED || state == HC_PROFILE_OPENING;
}

static void
opened_cb (HcWindow   *window,
           GParamSpec *pspec,
           HcProfile  *profile)
{
  g_autofree char *link = NULL;

  if (is_coming (profile))
    return;

  g_signal_handlers_disconnect_by_func (profile, opened_cb, window);
  link = g_object_steal_data (G_OBJECT (window), WAITING_KEY);
  hc_window_open_link (window, link);
}

/* Over what is shown; the person may be busy with another dialog.
 * Returns: whether a dialog can be presented now; if not, @is_right tells whether it will be, or need not be */
static gboolean
can_present (HcWindow  *window,
             HcContext *context,
             HcLink    *link,
             gboolean  *is_right)
{
  HcProfile *profile = hc_context_get_profile (context);

  /* A link may start the program. */
  *is_right = TRUE;
  g_signal_handlers_disconnect_by_func (profile, opened_cb, window);
  if (is_coming (profile))
    {
      g_object_set_data_full (G_OBJECT (window), WAITING_KEY, hc_link_print (link), g_free);
      g_signal_connect_object (profile, "notify::state", G_CALLBACK (opened_cb), window, G_CONNECT_SWAPPED);
      return FALSE;
    }

  if (hc_profile_get_state (profile) != HC_PROFILE_READY)
    {
      hc_window_show_toast (window, _("Your own data could not be opened"));
      *is_right = FALSE;
      return FALSE;
    }

  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) == NULL;
}

static gboolean
present_summary (HcWindow  *window,
                 HcContext *context,
                 HcLink    *link)
{
  gboolean is_right;

  if (can_present (window, context, link, &is_right))
    adw_dialog_present (hc_summary_dialog_new (context), GTK_WIDGET (window));

  return is_right;
}

static gboolean
present_request (HcWindow  *window,
                 HcContext *context,
                 HcLink    *link)
{
  gboolean is_right;

  if (can_present (window, context, link, &is_right))
    adw_dialog_present (hc_request_dialog_new_for_link (context, link), GTK_WIDGET (window));

  return is_right;
}

static const struct
{
  const char  *place;
  gboolean   (*present) (HcWindow *, HcContext *, HcLink *);
} dialogs[] = {
  { "backup", present_backup },
  { "network", present_network },
  { "request", present_request },
  { "summary", present_summary },
};

/**
 * hc_link_dialogs_has:
 * @place: the place of a link
 *
 * Returns: whether it is a dialog over what is shown, and not a page
 */
gboolean
hc_link_dialogs_has (const char *place)
{
  g_return_val_if_fail (place != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    if (g_str_equal (dialogs[i].place, place))
      return TRUE;

  return FALSE;
}

/**
 * hc_link_dialogs_present:
 * @window: a window that shows a page
 * @context: what the pages share
 * @link: a link of which hc_link_dialogs_has() says that it is a dialog
 *
 * Returns: whether the dialog, or another one that must not be disturbed, is open
 */
gboolean
hc_link_dialogs_present (HcWindow  *window,
                         HcContext *context,
                         HcLink    *link)
{
  g_return_val_if_fail (HC_IS_WINDOW (window), FALSE);
  g_return_val_if_fail (HC_IS_CONTEXT (context), FALSE);
  g_return_val_if_fail (link != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    if (g_str_equal (dialogs[i].place, link->place))
      return dialogs[i].present (window, context, link);

  g_return_val_if_reached (FALSE);
}

/**
 * hc_link_dialogs_leave:
 * @widget: a dialog over an #HcWindow, or a part of one
 * @link: where to go
 *
 * Closes the dialog, which would cover what is to be read, and opens the link in the window.
 */
void
hc_link_dialogs_leave (GtkWidget  *widget,
                       const char *link)
{
  GtkWidget *window, *dialog;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (link != NULL);

  window = GTK_WIDGET (gtk_widget_get_root (widget));
  dialog = gtk_widget_get_ancestor (widget, ADW_TYPE_DIALOG);
  if (dialog != NULL)
    adw_dialog_close (ADW_DIALOG (dialog));
  gtk_widget_activate_action (window, "win.open-link", "s", link);
}
