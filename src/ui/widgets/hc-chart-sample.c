/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-chart-sample.h"

#include "hc-chart-painter.h"

#define SPACE 8

/* Of a line of text: how high a sample is; what is a line or a range is twice as wide. */
#define SIZE 0.95

/**
 * HcChartSample:
 *
 * A small piece of what a chart draws, with words that say what it means.
 */
struct _HcChartSample
{
  GtkWidget          parent_instance;

  HcChartSampleKind  kind;
  guint              number;
  GtkWidget         *picture; /* has the color of what is shown, and as much room as the drawing takes */
  GtkWidget         *label;
};

G_DEFINE_FINAL_TYPE (HcChartSample, hc_chart_sample, GTK_TYPE_WIDGET)

static int
get_size (HcChartSample *self)
{
  PangoContext *context = gtk_widget_get_pango_context (self->label);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int size = (int) (SIZE * PANGO_PIXELS (pango_font_metrics_get_height (metrics)));

  pango_font_metrics_unref (metrics);

  return size;
}

static int
get_width (HcChartSample *self)
{
  return self->kind == HC_CHART_SAMPLE_DAY ? get_size (self) : 2 * get_size (self);
}

static GtkSizeRequestMode
hc_chart_sample_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
hc_chart_sample_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  HcChartSample *self = HC_CHART_SAMPLE (widget);
  int width = get_width (self) + SPACE;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->label, orientation, -1, minimum, natural, NULL, NULL);
      *minimum += width;
      *natural += width;
    }
  else
    {
      int min_width;

      gtk_widget_measure (self->label, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL, NULL);
      gtk_widget_measure (self->label, orientation, for_size < 0 ? -1 : MAX (min_width, for_size - width),
                          minimum, natural, NULL, NULL);
    }
}

static void
hc_chart_sample_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  HcChartSample *self = HC_CHART_SAMPLE (widget);
  int left = get_width (self) + SPACE;
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  gtk_widget_size_allocate (self->picture,
                            &(GtkAllocation) { is_mirrored ? width - left + SPACE : 0, 0, left - SPACE, height }, -1);
  gtk_widget_size_allocate (self->label, &(GtkAllocation) { is_mirrored ? 0 : left, 0, width - left, height }, -1);
}

static void
hc_chart_sample_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  HcChartSample *self = HC_CHART_SAMPLE (widget);
  float size = (float) get_size (self), line;
  HcChartStyle style;
  graphene_rect_t bounds;
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (self->label));
  PangoRectangle first;
  int y;

  /* In the middle of the first line. */
  gtk_label_get_layout_offsets (GTK_LABEL (self->label), NULL, &y);
  pango_layout_line_get_pixel_extents (pango_layout_get_line_readonly (layout, 0), NULL, &first);
  line = (float) y + (float) first.height / 2.0f;

  if (!gtk_widget_compute_bounds (self->picture, widget, &bounds))
    return;
  bounds.origin.y = line - size / 2.0f;
  bounds.size.height = size;

  hc_chart_style_init (&style, self->picture);

  if (self->kind == HC_CHART_SAMPLE_BAND)
    hc_chart_painter_add_band (snapshot, &style, &bounds);
  else if (self->kind == HC_CHART_SAMPLE_THRESHOLD)
    hc_chart_painter_add_threshold (snapshot, &style, self->number, bounds.origin.x,
                                    bounds.origin.x + bounds.size.width, line);
  else
    hc_chart_painter_add_day (snapshot, &style, (HcChartDayKind) self->number, &bounds);

  gtk_widget_snapshot_child (widget, self->label, snapshot);
}

static void
hc_chart_sample_dispose (GObject *object)
{
  HcChartSample *self = HC_CHART_SAMPLE (object);

  g_clear_pointer (&self->picture, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (hc_chart_sample_parent_class)->dispose (object);
}

static void
hc_chart_sample_class_init (HcChartSampleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_chart_sample_dispose;
  widget_class->get_request_mode = hc_chart_sample_get_request_mode;
  widget_class->measure = hc_chart_sample_measure;
  widget_class->size_allocate = hc_chart_sample_size_allocate;
  widget_class->snapshot = hc_chart_sample_snapshot;

  gtk_widget_class_set_css_name (widget_class, "chart-sample");
}

static void
hc_chart_sample_init (HcChartSample *self)
{
  self->picture = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (self->picture, "accent");
  gtk_widget_set_parent (self->picture, GTK_WIDGET (self));

  self->label = g_object_new (GTK_TYPE_LABEL,
                              "wrap", TRUE,
                              "wrap-mode", PANGO_WRAP_WORD_CHAR,
                              "xalign", 0.0,
                              "valign", GTK_ALIGN_START,
                              NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

/**
 * hc_chart_sample_new:
 * @kind: what it is of
 * @number: which of its kind
 * @words: what it means
 *
 * Returns: (transfer floating): a sample
 */
GtkWidget *
hc_chart_sample_new (HcChartSampleKind  kind,
                     guint              number,
                     const char        *words)
{
  HcChartSample *self;

  g_return_val_if_fail (words != NULL, NULL);

  self = g_object_new (HC_TYPE_CHART_SAMPLE, NULL);
  self->kind = kind;
  self->number = number;
  gtk_label_set_text (GTK_LABEL (self->label), words);

  return GTK_WIDGET (self);
}
