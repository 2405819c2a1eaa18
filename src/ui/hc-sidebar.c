/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-sidebar.h"

#include <glib/gi18n.h>

#include "hc-page.h"
#include "hc-pages.h"

#define TYPE_KEY "hc-page-type"
#define LABEL_KEY "hc-label"
#define BADGE_KEY "hc-badge"

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
  GtkWidget *badge = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "valign", GTK_ALIGN_CENTER,
                                   "visible", FALSE,
                                   NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0.0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (badge, "badge");
  gtk_widget_add_css_class (badge, "numeric");
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE,
                                               "icon-name", klass->icon_name,
                                               "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                               NULL));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), badge);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  g_object_set_data (G_OBJECT (row), TYPE_KEY, GSIZE_TO_POINTER (page_type));
  g_object_set_data (G_OBJECT (row), LABEL_KEY, label);
  g_object_set_data (G_OBJECT (row), BADGE_KEY, badge);

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

static void
update_badge (GtkListBoxRow *row,
              HcBadges      *badges)
{
  HcPageClass *klass = get_class (row);
  GtkWidget *label = g_object_get_data (G_OBJECT (row), LABEL_KEY);
  GtkWidget *badge = g_object_get_data (G_OBJECT (row), BADGE_KEY);
  guint count = hc_badges_get_count (badges, klass->places[0]);
  g_autofree char *number = g_strdup_printf ("%u", count);
  g_autofree char *words = hc_badges_dup_words (badges, klass->places[0]);
  /* Translators: the title of a page and what waits there: "My Medicines, 2 doses due". */
  g_autofree char *name = words != NULL ? g_strdup_printf (_("%s, %s"), _(klass->title), words) : NULL;

  gtk_label_set_label (GTK_LABEL (badge), number);
  gtk_widget_set_visible (badge, count > 0);

  /* Setting it asks the display where the pointer is. */
  if (g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (row)), words) != 0)
    gtk_widget_set_tooltip_text (GTK_WIDGET (row), words);

  /* The words stand for the label while there are any. */
  if (name != NULL)
    {
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  else
    {
      gtk_accessible_reset_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
    }
}

static void
update_badges (GtkListBox *list,
               HcBadges   *badges)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    update_badge (row, badges);
}

/**
 * hc_sidebar_show_badges:
 * @list: a sidebar
 * @badges: how much waits on the pages; the sidebar follows its changes
 *
 * Shows beside the title of a page how much waits there.
 */
void
hc_sidebar_show_badges (GtkListBox *list,
                        HcBadges   *badges)
{
  g_return_if_fail (GTK_IS_LIST_BOX (list));
  g_return_if_fail (HC_IS_BADGES (badges));

  g_signal_connect_object (badges, "changed", G_CALLBACK (update_badges), list, G_CONNECT_SWAPPED);
  update_badges (list, badges);
}
