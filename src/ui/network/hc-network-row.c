/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-network-row.h"

#include <glib/gi18n.h>

#include "hc-wrapped-label.h"

/**
 * HcNetworkRow:
 *
 * One request in a list: what became of it, who was asked for what, when, and how much came.
 */
struct _HcNetworkRow
{
  GtkWidget  parent_instance;

  GtkLabel  *result_label;
  GtkLabel  *address_label;
  GtkLabel  *details_label;
};

G_DEFINE_FINAL_TYPE (HcNetworkRow, hc_network_row, GTK_TYPE_WIDGET)

static void
hc_network_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (hc_network_row_parent_class)->dispose (object);
}

static void
hc_network_row_class_init (HcNetworkRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hc_network_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkLabel *
add_label (HcNetworkRow *self,
           const char   *css_class)
{
  GtkWidget *label = hc_wrapped_label_new (NULL, css_class);

  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return GTK_LABEL (label);
}

static void
hc_network_row_init (HcNetworkRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new (); /* a hyphen in an address would be one of its own */

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 3);

  self->result_label = add_label (self, "heading");
  self->address_label = add_label (self, NULL);
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (self->address_label, attributes);
  self->details_label = add_label (self, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->details_label), "dimmed");
}

/**
 * hc_network_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
hc_network_row_new (void)
{
  return g_object_new (HC_TYPE_NETWORK_ROW, NULL);
}

static char *
dup_address (HcNetworkEntry *entry)
{
  return g_strdup_printf ("%s %s%s", hc_network_entry_get_method (entry), hc_network_entry_get_host (entry),
                          hc_network_entry_get_path (entry));
}

static char *
dup_details (HcNetworkEntry *entry)
{
  g_autoptr (GDateTime) local = g_date_time_to_local (hc_network_entry_get_time (entry));
  /* Translators: a day and a time of day with seconds. See the manual of g_date_time_format(). */
  g_autofree char *time = g_date_time_format (local, _("%-d %B %Y, %H:%M:%S"));
  g_autofree char *size = g_format_size (hc_network_entry_get_n_bytes (entry));

  /* Translators: what was asked for ("FDA Recalls"), when it was asked, and how many bytes came. */
  return g_strdup_printf (_("%s · %s · %s received"), hc_service_get_title (hc_network_entry_get_service (entry)), time,
                          size);
}

/**
 * hc_network_row_show:
 * @self: a row
 * @entry: what it shows from now on
 */
void
hc_network_row_show (HcNetworkRow   *self,
                     HcNetworkEntry *entry)
{
  g_autofree char *result = NULL, *address = NULL, *details = NULL;

  g_return_if_fail (HC_IS_NETWORK_ROW (self));
  g_return_if_fail (HC_IS_NETWORK_ENTRY (entry));

  result = hc_network_entry_dup_words (entry);
  address = dup_address (entry);
  details = dup_details (entry);
  gtk_label_set_label (self->result_label, result);
  gtk_label_set_label (self->address_label, address);
  gtk_label_set_label (self->details_label, details);
}

/**
 * hc_network_row_dup_words:
 * @entry: a request
 *
 * Returns: (transfer full): all that a row says of it, in lines
 */
char *
hc_network_row_dup_words (HcNetworkEntry *entry)
{
  g_autofree char *result = NULL, *address = NULL, *details = NULL;

  g_return_val_if_fail (HC_IS_NETWORK_ENTRY (entry), NULL);

  result = hc_network_entry_dup_words (entry);
  address = dup_address (entry);
  details = dup_details (entry);

  return g_strjoin ("\n", result, address, details, NULL);
}
