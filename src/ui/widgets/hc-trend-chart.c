/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trend-chart.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hc-chart-sample.h"
#include "hc-chart-words.h"
#include "hc-trend-plot.h"

#define SPACE 9
#define SAMPLE_SPACE 18

/**
 * HcTrendChart:
 *
 * One series over time: a calm line, below it the value that is chosen, and what else is drawn, in words. It is the
 * last value until somebody chooses another, with the arrow keys or the pointer. All that it shows is said to a
 * screen reader, see hc_trend_chart_dup_words(). HcChartTable has the values as a list.
 */
struct _HcTrendChart
{
  GtkWidget      parent_instance;

  HcChartSeries *series;
  GDateTime     *from;
  GDateTime     *until;

  GtkWidget     *plot;
  GtkWidget     *chosen;  /* a label: what is chosen, or that there is nothing */
  GtkWidget     *samples; /* what ranges and thresholds mean */
};

enum {
  PROP_0,
  PROP_SERIES,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HcTrendChart, hc_trend_chart, GTK_TYPE_WIDGET)

static void
chosen_cb (HcTrendChart *self)
{
  g_autofree char *words = hc_trend_plot_dup_chosen (HC_TREND_PLOT (self->plot));
  gboolean is_empty = hc_trend_plot_is_empty (HC_TREND_PLOT (self->plot));

  if (words == NULL && self->from == NULL && self->until == NULL)
    words = g_strdup (_("There are no values yet."));
  else if (words == NULL)
    words = g_strdup (_("There are no values in this time."));

  gtk_label_set_text (GTK_LABEL (self->chosen), words);
  gtk_widget_set_visible (self->plot, !is_empty);
  gtk_widget_set_visible (self->samples, !is_empty && gtk_widget_get_first_child (self->samples) != NULL);
}

static void
update (HcTrendChart *self)
{
  hc_trend_plot_set_series (HC_TREND_PLOT (self->plot), self->series, self->from, self->until);
}

static void
add_samples (HcTrendChart *self)
{
  AdwWrapBox *box = ADW_WRAP_BOX (self->samples);
  g_autofree char *band = NULL;
  GtkWidget *sample;
  guint n_thresholds;

  while ((sample = gtk_widget_get_first_child (self->samples)) != NULL)
    adw_wrap_box_remove (box, sample);

  if (self->series == NULL)
    return;

  band = hc_chart_words_dup_band (self->series);
  if (band != NULL)
    adw_wrap_box_append (box, hc_chart_sample_new (HC_CHART_SAMPLE_BAND, 0, band));

  hc_chart_series_get_thresholds (self->series, &n_thresholds);
  for (guint i = 0; i < n_thresholds; i++)
    {
      g_autofree char *threshold = hc_chart_words_dup_threshold (self->series, i);

      adw_wrap_box_append (box, hc_chart_sample_new (HC_CHART_SAMPLE_THRESHOLD, i, threshold));
    }
}

static void
hc_trend_chart_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SERIES:
      g_value_set_object (value, HC_TREND_CHART (object)->series);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hc_trend_chart_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SERIES:
      hc_trend_chart_set_series (HC_TREND_CHART (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hc_trend_chart_dispose (GObject *object)
{
  HcTrendChart *self = HC_TREND_CHART (object);

  g_clear_pointer (&self->plot, gtk_widget_unparent);
  g_clear_pointer (&self->chosen, gtk_widget_unparent);
  g_clear_pointer (&self->samples, gtk_widget_unparent);
  g_clear_object (&self->series);
  g_clear_pointer (&self->from, g_date_time_unref);
  g_clear_pointer (&self->until, g_date_time_unref);

  G_OBJECT_CLASS (hc_trend_chart_parent_class)->dispose (object);
}

static void
hc_trend_chart_class_init (HcTrendChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hc_trend_chart_get_property;
  object_class->set_property = hc_trend_chart_set_property;
  object_class->dispose = hc_trend_chart_dispose;

  /**
   * HcTrendChart:series:
   *
   * What is shown.
   */
  properties[PROP_SERIES] =
    g_param_spec_object ("series", NULL, NULL, HC_TYPE_CHART_SERIES,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "trend-chart");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
hc_trend_chart_init (HcTrendChart *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, SPACE);

  self->plot = hc_trend_plot_new ();
  gtk_widget_set_vexpand (self->plot, TRUE);
  gtk_widget_set_parent (self->plot, GTK_WIDGET (self));

  self->chosen = g_object_new (GTK_TYPE_LABEL,
                               "wrap", TRUE,
                               "wrap-mode", PANGO_WRAP_WORD_CHAR,
                               "xalign", 0.0,
                               NULL);
  gtk_widget_add_css_class (self->chosen, "heading");
  gtk_widget_add_css_class (self->chosen, "numeric");
  gtk_widget_set_parent (self->chosen, GTK_WIDGET (self));

  self->samples = g_object_new (ADW_TYPE_WRAP_BOX,
                                "child-spacing", SAMPLE_SPACE,
                                "line-spacing", SPACE,
                                "visible", FALSE,
                                NULL);
  gtk_widget_set_parent (self->samples, GTK_WIDGET (self));

  g_signal_connect_object (self->plot, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  chosen_cb (self);
}

/**
 * hc_trend_chart_new:
 * @series: (nullable): a series
 *
 * Returns: (transfer floating): a chart of all its values
 */
GtkWidget *
hc_trend_chart_new (HcChartSeries *series)
{
  g_return_val_if_fail (series == NULL || HC_IS_CHART_SERIES (series), NULL);

  return g_object_new (HC_TYPE_TREND_CHART, "series", series, NULL);
}

/**
 * hc_trend_chart_get_series:
 * @self: a chart
 *
 * Returns: (transfer none) (nullable): what it shows
 */
HcChartSeries *
hc_trend_chart_get_series (HcTrendChart *self)
{
  g_return_val_if_fail (HC_IS_TREND_CHART (self), NULL);

  return self->series;
}

/**
 * hc_trend_chart_set_series:
 * @self: a chart
 * @series: (nullable): what it is to show; it gets no more values
 */
void
hc_trend_chart_set_series (HcTrendChart  *self,
                           HcChartSeries *series)
{
  g_return_if_fail (HC_IS_TREND_CHART (self));
  g_return_if_fail (series == NULL || HC_IS_CHART_SERIES (series));

  if (!g_set_object (&self->series, series))
    return;

  add_samples (self);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SERIES]);
}

/**
 * hc_trend_chart_set_range:
 * @self: a chart
 * @from: (nullable): from when on values are shown; %NULL for the first
 * @until: (nullable): up to when, after @from; %NULL for the last
 *
 * Chooses what is shown, and compared in words. The axis of time is in the zone of @from.
 */
void
hc_trend_chart_set_range (HcTrendChart *self,
                          GDateTime    *from,
                          GDateTime    *until)
{
  g_return_if_fail (HC_IS_TREND_CHART (self));
  g_return_if_fail (from == NULL || until == NULL || g_date_time_compare (from, until) < 0);

  if (from != NULL)
    g_date_time_ref (from);
  if (until != NULL)
    g_date_time_ref (until);
  g_clear_pointer (&self->from, g_date_time_unref);
  g_clear_pointer (&self->until, g_date_time_unref);
  self->from = from;
  self->until = until;

  update (self);
}

/**
 * hc_trend_chart_dup_words:
 * @self: a chart
 *
 * Returns: (transfer full) (nullable): all that it shows, in words; %NULL without a series
 */
char *
hc_trend_chart_dup_words (HcTrendChart *self)
{
  g_return_val_if_fail (HC_IS_TREND_CHART (self), NULL);

  return hc_trend_plot_dup_words (HC_TREND_PLOT (self->plot));
}
