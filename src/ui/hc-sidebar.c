/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-sidebar.h"

#include <glib/gi18n.h>

#include "hc-page.h"
#include "hc-pages.h"

#define TYPE_KEY "hc-page-type"

static const char *
get_section_title (HcSection section)
{
  switch (section)
    {
    case HC_SECTION_LEARN:
      return _("Learn");
    case HC_SECTION_HEALTH:
      return _("My Health");
    case HC_SECTION_CONNECT:
      return _("Connect");
    default:
      g_return_val_if_reached ("");
    }
}

static HcPageClass *
get_class (GtkListBoxRow *row)
{
  /* Held by hc_sidebar_fill() for good. */
  return g_type_class_peek (hc_sidebar_get_page_type (row));
}

static GtkWidget *
make_row (GType page_type)
{
  HcPageClass *klass = g_type_class_ref (page_type);
  GtkWidget *label = gtk_label_new (_(klass->title));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0.0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE,
                                               "icon-name", klass->icon_name,
                                               "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                               NULL));
  gtk_box_append (GTK_BOX (box), label);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  g_object_set_data (G_OBJECT (row), TYPE_KEY, GSIZE_TO_POINTER (page_type));

  return row;
}

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  GtkWidget *label;

  if (before != NULL && get_class (before)->section == get_class (row)->section)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = g_object_new (GTK_TYPE_LABEL,
                        "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                        "label", get_section_title (get_class (row)->section),
                        "xalign", 0.0,
                        NULL);
  gtk_widget_add_css_class (label, "sidebar-section");
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_list_box_row_set_header (row, label);
}

/**
 * hc_sidebar_fill:
 * @list: an empty list
 *
 * Fills the list with a row for each page, under the headings of their sections.
 */
void
hc_sidebar_fill (GtkListBox *list)
{
  guint n_pages;
  g_autofree GType *types = hc_pages_list (&n_pages);

  g_return_if_fail (GTK_IS_LIST_BOX (list));

  gtk_list_box_set_header_func (list, update_header, NULL, NULL);

  for (guint i = 0; i < n_pages; i++)
    gtk_list_box_append (list, make_row (types[i]));
}

/**
 * hc_sidebar_get_page_type:
 * @row: a row of a sidebar
 *
 * Returns: the type of its page
 */
GType
hc_sidebar_get_page_type (GtkListBoxRow *row)
{
  g_return_val_if_fail (GTK_IS_LIST_BOX_ROW (row), G_TYPE_INVALID);

  return GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (row), TYPE_KEY));
}

/**
 * hc_sidebar_select:
 * @list: a sidebar
 * @page_type: the type of the page that is shown
 */
void
hc_sidebar_select (GtkListBox *list,
                   GType       page_type)
{
  GtkListBoxRow *row;
  int i = 0;

  g_return_if_fail (GTK_IS_LIST_BOX (list));

  while ((row = gtk_list_box_get_row_at_index (list, i++)) != NULL)
    if (hc_sidebar_get_page_type (row) == page_type)
      break;

  gtk_list_box_select_row (list, row);
}

/**
 * hc_sidebar_find_page:
 * @list: a sidebar
 * @place: the place of a link
 *
 * Returns: the type of the page that opens such links, %G_TYPE_INVALID when none does
 */
GType
hc_sidebar_find_page (GtkListBox *list,
                      const char *place)
{
  GtkListBoxRow *row;
  int i = 0;

  g_return_val_if_fail (GTK_IS_LIST_BOX (list), G_TYPE_INVALID);
  g_return_val_if_fail (place != NULL, G_TYPE_INVALID);

  while ((row = gtk_list_box_get_row_at_index (list, i++)) != NULL)
    if (hc_page_class_opens (get_class (row), place))
      return hc_sidebar_get_page_type (row);

  return G_TYPE_INVALID;
}
