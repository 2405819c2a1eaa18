/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-table.h"

#include "hc-paragraph.h"
#include "hc-text-marks.h"

/* A column narrower than this breaks its words. */
#define COLUMN_CHARACTERS 10

#define SPACE 12

/**
 * HcTable:
 *
 * A table of an article. Where it is too narrow for its columns, in a small window or with large
 * letters, each row becomes a paragraph of its own: "Stage: I", "T: T1 or T2" ...
 */
struct _HcTable
{
  GtkWidget  parent_instance;

  GtkWidget *columns; /* the rows side by side */
  GtkWidget *stacked; /* the same cells one below the other */
  guint      n_columns;
};

G_DEFINE_FINAL_TYPE (HcTable, hc_table, GTK_TYPE_WIDGET)

static GtkWidget *
choose (HcTable *self,
        int      width)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int column = PANGO_PIXELS (COLUMN_CHARACTERS * pango_font_metrics_get_approximate_char_width (metrics)) + SPACE;

  pango_font_metrics_unref (metrics);

  return width >= 0 && width < (int) self->n_columns * column ? self->stacked : self->columns;
}

static GtkSizeRequestMode
hc_table_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
hc_table_measure (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  HcTable *self = HC_TABLE (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->stacked, orientation, -1, minimum, NULL, NULL, NULL);
      gtk_widget_measure (self->columns, orientation, -1, NULL, natural, NULL, NULL);
      *natural = MAX (*minimum, *natural);
    }
  else
    {
      gtk_widget_measure (choose (self, for_size), orientation, for_size, minimum, natural, NULL, NULL);
    }
}

static void
hc_table_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  HcTable *self = HC_TABLE (widget);
  GtkWidget *chosen = choose (self, width);

  gtk_widget_set_child_visible (self->columns, chosen == self->columns);
  gtk_widget_set_child_visible (self->stacked, chosen == self->stacked);
  gtk_widget_allocate (chosen, width, height, -1, NULL);
}

static void
hc_table_dispose (GObject *object)
{
  HcTable *self = HC_TABLE (object);

  g_clear_pointer (&self->columns, gtk_widget_unparent);
  g_clear_pointer (&self->stacked, gtk_widget_unparent);

  G_OBJECT_CLASS (hc_table_parent_class)->dispose (object);
}

static void
hc_table_class_init (HcTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_table_dispose;
  widget_class->get_request_mode = hc_table_get_request_mode;
  widget_class->measure = hc_table_measure;
  widget_class->size_allocate = hc_table_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "table");
}

static void
hc_table_init (HcTable *self)
{
}

static gboolean
link_activated_cb (GtkWidget  *label,
                   const char *uri)
{
  return hc_paragraph_follow_link (label, uri, NULL);
}

static GtkWidget *
make_label (const char        *markup,
            GtkAccessibleRole  role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", role,
                                   "label", markup,
                                   "use-markup", TRUE,
                                   "valign", GTK_ALIGN_START,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0,
                                   NULL);

  g_signal_connect (label, "activate-link", G_CALLBACK (link_activated_cb), NULL);

  return label;
}

static GtkWidget *
make_columns (HcBlock *table)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE,
                                 "orientation", GTK_ORIENTATION_VERTICAL,
                                 NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, table->detail, -1);

  for (guint i = 0; i < table->children->len; i++)
    {
      HcBlock *row = g_ptr_array_index (table->children, i);
      GtkWidget *row_box = g_object_new (GTK_TYPE_BOX,
                                         "accessible-role", GTK_ACCESSIBLE_ROLE_ROW,
                                         "homogeneous", TRUE,
                                         "spacing", SPACE,
                                         NULL);

      gtk_widget_add_css_class (row_box, "table-row");
      if (i == 0)
        gtk_widget_add_css_class (row_box, "table-header");

      for (guint j = 0; j < row->children->len; j++)
        {
          HcBlock *cell = g_ptr_array_index (row->children, j);
          GtkWidget *label = make_label (cell->markup, i == 0 ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER
                                                              : GTK_ACCESSIBLE_ROLE_CELL);

          hc_text_marks_add_source (label, cell);
          gtk_box_append (GTK_BOX (row_box), label);
        }

      gtk_box_append (GTK_BOX (box), row_box);
    }

  return box;
}

static GtkWidget *
make_stacked (HcBlock *table)
{
  HcBlock *header = g_ptr_array_index (table->children, 0);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                                 "orientation", GTK_ORIENTATION_VERTICAL,
                                 NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, table->detail, -1);

  for (guint i = 1; i < table->children->len; i++)
    {
      HcBlock *row = g_ptr_array_index (table->children, i);
      g_autoptr (GString) markup = g_string_new (NULL);
      GtkWidget *label;

      for (guint j = 0; j < row->children->len; j++)
        g_string_append_printf (markup, "%s<b>%s:</b> %s", j > 0 ? "\n" : "",
                                ((HcBlock *) g_ptr_array_index (header->children, j))->markup,
                                ((HcBlock *) g_ptr_array_index (row->children, j))->markup);

      label = make_label (markup->str, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
      gtk_widget_add_css_class (label, "table-row");
      for (guint j = 0; j < row->children->len; j++)
        {
          hc_text_marks_add_source (label, g_ptr_array_index (header->children, j));
          hc_text_marks_add_source (label, g_ptr_array_index (row->children, j));
        }
      gtk_box_append (GTK_BOX (box), label);
    }

  return box;
}

/**
 * hc_table_new:
 * @block: a table with a header row
 *
 * Returns: (transfer floating): the table, without its caption
 */
GtkWidget *
hc_table_new (HcBlock *block)
{
  HcTable *self;

  g_return_val_if_fail (block != NULL && block->kind == HC_BLOCK_TABLE, NULL);

  self = g_object_new (HC_TYPE_TABLE, NULL);
  self->n_columns = ((HcBlock *) g_ptr_array_index (block->children, 0))->children->len;

  self->columns = make_columns (block);
  gtk_widget_set_parent (self->columns, GTK_WIDGET (self));
  self->stacked = make_stacked (block);
  gtk_widget_set_parent (self->stacked, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}
