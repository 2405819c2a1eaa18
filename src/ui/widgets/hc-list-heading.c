/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-list-heading.h"

/**
 * hc_list_heading_setup_cb:
 * @factory: what makes the headings of a list
 * @header: a new one
 *
 * Puts a label into it that a screen reader tells as a heading: a handler of #GtkSignalListItemFactory::setup.
 */
void
hc_list_heading_setup_cb (GtkSignalListItemFactory *factory,
                          GtkListHeader            *header)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                   "wrap", TRUE,
                                   "xalign", 0.0,
                                   NULL);

  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (header, label);
}

/**
 * hc_list_heading_set:
 * @header: a heading that hc_list_heading_setup_cb() was called for
 * @title: what it says
 *
 * Sets the words of a heading.
 */
void
hc_list_heading_set (GtkListHeader *header,
                     const char    *title)
{
  g_return_if_fail (GTK_IS_LIST_HEADER (header));
  g_return_if_fail (title != NULL);

  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), title);
}
