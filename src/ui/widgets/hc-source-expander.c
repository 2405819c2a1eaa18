/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-source-expander.h"

#include <glib/gi18n.h>

#include "hc-block-widgets.h"
#include "hc-disclosure.h"
#include "hc-paragraph.h"
#include "hc-source.h"

/**
 * hc_source_expander_new:
 * @sources: (element-type HcSource): what something short relies on
 *
 * Returns: (transfer floating): a line that unfolds to the sources
 */
GtkWidget *
hc_source_expander_new (GPtrArray *sources)
{
  GtkWidget *list;

  g_return_val_if_fail (sources != NULL, NULL);

  list = g_object_new (GTK_TYPE_BOX,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                       "orientation", GTK_ORIENTATION_VERTICAL,
                       "spacing", 6,
                       NULL);

  for (guint i = 0; i < sources->len; i++)
    {
      HcSource *source = g_ptr_array_index (sources, i);
      g_autofree char *details = hc_source_dup_details (source);
      g_autofree char *markup = g_markup_printf_escaped ("<a href=\"%s\">%s</a>\n%s",
                                                         source->url, source->title, details);
      GtkWidget *item = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
      GtkWidget *text = hc_paragraph_new (markup, NULL);

      gtk_widget_set_hexpand (text, TRUE);
      gtk_box_append (GTK_BOX (item), text);
      gtk_box_append (GTK_BOX (list), item);
    }

  return hc_disclosure_new (_("Where This Comes From"), list);
}
