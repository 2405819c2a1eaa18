/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-shortcuts-window.h"

/**
 * hc_shortcuts_window_new:
 * @parent: the window over which it is to be shown, and with which it goes
 *
 * Makes the list of the keyboard shortcuts. GtkApplication would make it at the start, as gtk/help-overlay.ui of
 * each window, which costs a twentieth of the time until the window is there.
 *
 * Returns: (transfer none): a window that belongs to GTK until it is closed
 */
GtkWindow *
hc_shortcuts_window_new (GtkWindow *parent)
{
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWindow *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);

  builder = gtk_builder_new_from_resource ("/io/github/health_center/HealthCenter/ui/hc-shortcuts-window.ui");
  self = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts_window"));
  gtk_window_set_transient_for (self, parent);
  gtk_window_set_destroy_with_parent (self, TRUE);

  return self;
}
