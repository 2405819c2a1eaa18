/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-wrapped-button.h"

/**
 * hc_wrapped_button_new:
 * @label: what it says, with an underline before its mnemonic
 *
 * Makes a button whose label goes on in the next line where letters are large.
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
hc_wrapped_button_new (const char *label)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  hc_wrapped_button_set (button);

  return button;
}

/**
 * hc_wrapped_button_set:
 * @button: a button with a label
 *
 * Makes the label go on in the next line where letters are large. It has to be called again when another label is
 * set.
 */
void
hc_wrapped_button_set (GtkWidget *button)
{
  GtkWidget *label;

  g_return_if_fail (GTK_IS_BUTTON (button));

  label = gtk_button_get_child (GTK_BUTTON (button));
  g_return_if_fail (GTK_IS_LABEL (label));

  g_object_set (label,
                "wrap", TRUE,
                "wrap-mode", PANGO_WRAP_WORD_CHAR,
                "justify", GTK_JUSTIFY_CENTER,
                NULL);
}
