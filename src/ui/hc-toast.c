/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Toasts where they are seen: a dialog hides those of the window below it. */

#include "hc-toast.h"

#include <adwaita.h>

/* Returns: (nullable): where @dialog shows toasts: above its content, or above all of it */
static AdwToastOverlay *
get_toasts (AdwDialog *dialog)
{
  GtkWidget *child = adw_dialog_get_child (dialog);
  GtkWidget *content = ADW_IS_TOOLBAR_VIEW (child) ? adw_toolbar_view_get_content (ADW_TOOLBAR_VIEW (child)) : child;

  return ADW_IS_TOAST_OVERLAY (content) ? ADW_TOAST_OVERLAY (content) : NULL;
}

/* Returns: (transfer full) (nullable): the uppermost dialog of @window that shows toasts */
static AdwDialog *
find_dialog (AdwApplicationWindow *window)
{
  g_autoptr (GListModel) dialogs = adw_application_window_get_dialogs (window);

  for (guint i = 0; i < g_list_model_get_n_items (dialogs); i++)
    {
      g_autoptr (AdwDialog) dialog = g_list_model_get_item (dialogs, i);

      if (get_toasts (dialog) != NULL)
        return g_steal_pointer (&dialog);
    }

  return NULL;
}

/**
 * hc_toast_show:
 * @widget: a window with the action `win.show-toast`, or a widget in one
 * @text: a short sentence without a full stop
 *
 * Shows it in the dialog that is open, when its child, or the content of that, is an #AdwToastOverlay, and otherwise in
 * the window. Nothing is shown when the window has gone.
 */
void
hc_toast_show (GtkWidget  *widget,
               const char *text)
{
  g_autoptr (AdwDialog) dialog = NULL;
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  root = gtk_widget_get_root (widget);
  if (root == NULL)
    return;

  dialog = ADW_IS_APPLICATION_WINDOW (root) ? find_dialog (ADW_APPLICATION_WINDOW (root)) : NULL;
  if (dialog != NULL)
    {
      AdwToast *toast = adw_toast_new (text);

      adw_toast_set_use_markup (toast, FALSE);
      adw_toast_overlay_add_toast (get_toasts (dialog), toast);
      gtk_accessible_announce (GTK_ACCESSIBLE (dialog), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
  else
    {
      gtk_widget_activate_action (GTK_WIDGET (root), "win.show-toast", "s", text);
    }
}
