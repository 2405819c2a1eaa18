/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-link-dialogs.h"

#include <glib/gi18n.h>

#include "hc-backup-dialog.h"
#include "hc-saving-dialog.h"
#include "hc-summary-dialog.h"

/* What is being written elsewhere is saved first, or its dialog objects: a backup has it all, and nothing is put
 * in its place behind it. */
static gboolean
present_backup (HcWindow  *window,
                HcContext *context)
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
  if (is_coming (profile))
    return;

  g_signal_handlers_disconnect_by_func (profile, opened_cb, window);
  hc_window_open_link (window, HC_LINK_SCHEME ":summary");
}

/* Over what is shown; the person may be busy with another dialog. */
static gboolean
present_summary (HcWindow  *window,
                 HcContext *context)
{
  HcProfile *profile = hc_context_get_profile (context);

  /* A link may start the program. */
  g_signal_handlers_disconnect_by_func (profile, opened_cb, window);
  if (is_coming (profile))
    {
      g_signal_connect_object (profile, "notify::state", G_CALLBACK (opened_cb), window, G_CONNECT_SWAPPED);
      return TRUE;
    }

  if (hc_profile_get_state (profile) != HC_PROFILE_READY)
    {
      hc_window_show_toast (window, _("Your own data could not be opened"));
      return FALSE;
    }

  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) == NULL)
    adw_dialog_present (hc_summary_dialog_new (context), GTK_WIDGET (window));

  return TRUE;
}

static const struct
{
  const char  *place;
  gboolean   (*present) (HcWindow *, HcContext *);
} dialogs[] = {
  { "backup", present_backup },
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
      return dialogs[i].present (window, context);

  g_return_val_if_reached (FALSE);
}
