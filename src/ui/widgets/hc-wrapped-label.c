/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-wrapped-label.h"

/**
 * hc_wrapped_label_new:
 * @text: (nullable): what it says, plain
 * @css_class: (nullable): how it looks
 *
 * Makes a label that goes on in the next line instead of being cut, also within a word that is longer than a
 * line: names of medicines are long, and letters may be large.
 *
 * Returns: (transfer floating): the label
 */
GtkWidget *
hc_wrapped_label_new (const char *text,
                      const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", text,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0,
                                   NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/**
 * hc_wrapped_label_new_centered:
 * @text: (nullable): what it says, plain
 * @css_class: (nullable): how it looks
 *
 * Makes a label like hc_wrapped_label_new() whose lines stand in the middle, as below a picture.
 *
 * Returns: (transfer floating): the label
 */
GtkWidget *
hc_wrapped_label_new_centered (const char *text,
                               const char *css_class)
{
  GtkWidget *label = hc_wrapped_label_new (text, css_class);

  gtk_label_set_xalign (GTK_LABEL (label), 0.5);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);

  return label;
}

/**
 * hc_wrapped_label_new_heading:
 * @text: (nullable): what it says, plain
 * @css_class: (nullable): how it looks
 *
 * Makes a label like hc_wrapped_label_new() that a screen reader tells as a heading.
 *
 * Returns: (transfer floating): the label
 */
GtkWidget *
hc_wrapped_label_new_heading (const char *text,
                              const char *css_class)
{
  GtkWidget *label = hc_wrapped_label_new (text, css_class);

  g_object_set (label, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  return label;
}

/**
 * hc_wrapped_label_new_check:
 * @text: what is chosen with it, plain
 *
 * Makes a check button with a label like that of hc_wrapped_label_new().
 *
 * Returns: (transfer floating): the check button
 */
GtkWidget *
hc_wrapped_label_new_check (const char *text)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *label = hc_wrapped_label_new (text, NULL);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);

  return button;
}

/**
 * hc_wrapped_label_new_button:
 * @text: what it does, plain
 *
 * Makes a button with a label like that of hc_wrapped_label_new(), as wide as it needs to be.
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
hc_wrapped_label_new_button (const char *text)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), hc_wrapped_label_new (text, NULL));
  gtk_widget_set_halign (button, GTK_ALIGN_START);

  return button;
}
