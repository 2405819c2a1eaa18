/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-chart-table.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hc-chart-row.h"
#include "hc-disclosure.h"

/* Of the list, in pixels: what is more is scrolled. */
#define MAX_HEIGHT 360

#define SPACE 18
#define MARGIN 6

/**
 * HcChartTable:
 *
 * What a chart shows, as a list that can be unfolded below it. There are no columns: where there is no room beside
 * each other, with large letters, what there was stands below its day. It makes as many widgets as are seen.
 */
struct _HcChartTable
{
  GtkWidget    parent_instance;

  GtkWidget   *disclosure;
  GtkListView *view;
};

G_DEFINE_FINAL_TYPE (HcChartTable, hc_chart_table, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (void)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0,
                                   NULL);

  gtk_widget_add_css_class (label, "numeric");

  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *box = g_object_new (ADW_TYPE_WRAP_BOX,
                                 "child-spacing", SPACE,
                                 "justify", ADW_JUSTIFY_SPREAD,
                                 "justify-last-line", TRUE,
                                 "margin-start", MARGIN,
                                 "margin-end", MARGIN,
                                 "margin-top", MARGIN,
                                 "margin-bottom", MARGIN,
                                 NULL);

  adw_wrap_box_append (ADW_WRAP_BOX (box), make_label ());
  adw_wrap_box_append (ADW_WRAP_BOX (box), make_label ());
  gtk_list_item_set_child (item, box);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  HcChartRow *row = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  /* Translators: a day and what there was: "12 November 2026: 3.4 ng/mL". */
  g_autofree char *words = g_strdup_printf (_("%s: %s"), hc_chart_row_get_when (row), hc_chart_row_get_what (row));

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), hc_chart_row_get_when (row));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), hc_chart_row_get_what (row));
  gtk_list_item_set_accessible_label (item, words);
}

static void
hc_chart_table_dispose (GObject *object)
{
  g_clear_pointer (&HC_CHART_TABLE (object)->disclosure, gtk_widget_unparent);

  G_OBJECT_CLASS (hc_chart_table_parent_class)->dispose (object);
}

static void
hc_chart_table_class_init (HcChartTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_chart_table_dispose;

  gtk_widget_class_set_css_name (widget_class, "chart-table");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hc_chart_table_init (HcChartTable *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_list_view_set_show_separators (self->view, TRUE);

  scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                           "child", self->view,
                           "hscrollbar-policy", GTK_POLICY_NEVER,
                           "max-content-height", MAX_HEIGHT,
                           "propagate-natural-height", TRUE,
                           NULL);
  self->disclosure = hc_disclosure_new (_("Show as a List"), scroller);
  gtk_widget_set_parent (self->disclosure, GTK_WIDGET (self));
}

/**
 * hc_chart_table_new:
 * @name: the name of the list for a screen reader: that of the chart
 *
 * Returns: (transfer floating): a folded list without rows
 */
GtkWidget *
hc_chart_table_new (const char *name)
{
  HcChartTable *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (HC_TYPE_CHART_TABLE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (self);
}

/**
 * hc_chart_table_set_rows:
 * @self: a list
 * @rows: (nullable): a list of #HcChartRow, see hc_chart_rows_new() and hc_chart_day_new_rows()
 */
void
hc_chart_table_set_rows (HcChartTable *self,
                         GListModel   *rows)
{
  g_autoptr (GtkNoSelection) model = NULL;

  g_return_if_fail (HC_IS_CHART_TABLE (self));
  g_return_if_fail (rows == NULL || G_IS_LIST_MODEL (rows));

  if (rows != NULL)
    model = gtk_no_selection_new (g_object_ref (rows));

  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (model));
}
