/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-ask-dialog.h"

#include "hc-navigation.h"

/* The dialog gives each answer one line, and cuts what is longer. */
static gboolean
tooltip_cb (GtkLabel   *label,
            int         x,
            int         y,
            gboolean    is_keyboard,
            GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;

  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));

  return TRUE;
}

/* Those of libadwaita have no names by which they could be asked for. */
static void
prepare (GtkWidget *widget)
{
  GtkWidget *label = GTK_IS_BUTTON (widget) ? gtk_button_get_child (GTK_BUTTON (widget)) : NULL;

  if (GTK_IS_SCROLLED_WINDOW (widget))
    hc_navigation_begin_at_top (GTK_SCROLLED_WINDOW (widget));

  if (GTK_IS_LABEL (label) && !gtk_widget_get_has_tooltip (widget))
    {
      gtk_widget_set_has_tooltip (widget, TRUE);
      g_signal_connect_object (widget, "query-tooltip", G_CALLBACK (tooltip_cb), label, G_CONNECT_SWAPPED);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    prepare (child);
}

/**
 * hc_ask_dialog_new:
 * @heading: (nullable): the question
 * @body: (nullable): what there is to know before it is answered
 *
 * Makes an alert dialog for people who read in very large letters: it begins with its heading, not further down where
 * the focus is, and an answer that is cut is told in full by a tooltip.
 *
 * Returns: (transfer floating): the dialog, without answers
 */
AdwDialog *
hc_ask_dialog_new (const char *heading,
                   const char *body)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, body);

  g_signal_connect_after (dialog, "map", G_CALLBACK (prepare), NULL);

  return dialog;
}
