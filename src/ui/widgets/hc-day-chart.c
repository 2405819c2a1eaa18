/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-day-chart.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hc-chart-sample.h"
#include "hc-day-plot.h"

#define SPACE 9
#define SAMPLE_SPACE 18

/**
 * HcDayChart:
 *
 * What was taken of what was planned, a square for each day; below them the day that is chosen, and what the
 * squares mean, in words. It is the last day until somebody chooses another, with the arrow keys or the pointer.
 * All that it shows is said to a screen reader, see hc_day_chart_dup_words(). HcChartTable has the days as a list.
 */
struct _HcDayChart
{
  GtkWidget  parent_instance;

  GArray    *days;    /* of HcChartDay */
  GtkWidget *plot;
  GtkWidget *chosen;  /* a label: the day that is chosen, or that there is none */
  GtkWidget *samples; /* what the squares mean */
};

G_DEFINE_FINAL_TYPE (HcDayChart, hc_day_chart, GTK_TYPE_WIDGET)

static void
chosen_cb (HcDayChart *self)
{
  g_autofree char *words = hc_day_plot_dup_chosen (HC_DAY_PLOT (self->plot));
  gboolean is_empty = words == NULL;

  gtk_label_set_text (GTK_LABEL (self->chosen), is_empty ? _("There is nothing to show yet.") : words);
  gtk_widget_set_visible (self->plot, !is_empty);
  gtk_widget_set_visible (self->samples, !is_empty);
}

/* Only of what there is. */
static void
add_samples (HcDayChart *self)
{
  GtkWidget *sample;

  while ((sample = gtk_widget_get_first_child (self->samples)) != NULL)
    adw_wrap_box_remove (ADW_WRAP_BOX (self->samples), sample);

  for (HcChartDayKind kind = HC_CHART_DAY_ALL; kind <= HC_CHART_DAY_FREE; kind++)
    for (guint i = 0; i < self->days->len; i++)
      if (hc_chart_day_get_kind (&g_array_index (self->days, HcChartDay, i)) == kind)
        {
          adw_wrap_box_append (ADW_WRAP_BOX (self->samples),
                               hc_chart_sample_new (HC_CHART_SAMPLE_DAY, kind, hc_chart_day_kind_words (kind)));
          break;
        }
}

static void
hc_day_chart_dispose (GObject *object)
{
  HcDayChart *self = HC_DAY_CHART (object);

  g_clear_pointer (&self->plot, gtk_widget_unparent);
  g_clear_pointer (&self->chosen, gtk_widget_unparent);
  g_clear_pointer (&self->samples, gtk_widget_unparent);

  G_OBJECT_CLASS (hc_day_chart_parent_class)->dispose (object);
}

static void
hc_day_chart_finalize (GObject *object)
{
  g_array_unref (HC_DAY_CHART (object)->days);

  G_OBJECT_CLASS (hc_day_chart_parent_class)->finalize (object);
}

static void
hc_day_chart_class_init (HcDayChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hc_day_chart_dispose;
  object_class->finalize = hc_day_chart_finalize;

  gtk_widget_class_set_css_name (widget_class, "day-chart");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
hc_day_chart_init (HcDayChart *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, SPACE);

  self->days = g_array_new (FALSE, FALSE, sizeof (HcChartDay));
  self->plot = hc_day_plot_new ();
  gtk_widget_set_parent (self->plot, GTK_WIDGET (self));

  self->chosen = g_object_new (GTK_TYPE_LABEL,
                               "wrap", TRUE,
                               "wrap-mode", PANGO_WRAP_WORD_CHAR,
                               "xalign", 0.0,
                               NULL);
  gtk_widget_add_css_class (self->chosen, "heading");
  gtk_widget_add_css_class (self->chosen, "numeric");
  gtk_widget_set_parent (self->chosen, GTK_WIDGET (self));

  self->samples = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", SAMPLE_SPACE, "line-spacing", SPACE, NULL);
  gtk_widget_set_parent (self->samples, GTK_WIDGET (self));

  g_signal_connect_object (self->plot, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  chosen_cb (self);
}

/**
 * hc_day_chart_new:
 * @name: what it shows, for a screen reader: the name of a medicine, or "All Medicines"
 *
 * Returns: (transfer floating): a chart without days
 */
GtkWidget *
hc_day_chart_new (const char *name)
{
  HcDayChart *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (HC_TYPE_DAY_CHART, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->plot), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (self);
}

/**
 * hc_day_chart_set_days:
 * @self: a chart
 * @days: (element-type HcChartDay): all days of some time up to today, one after the other; it takes a copy
 */
void
hc_day_chart_set_days (HcDayChart *self,
                       GArray     *days)
{
  g_return_if_fail (HC_IS_DAY_CHART (self));
  g_return_if_fail (days != NULL && g_array_get_element_size (days) == sizeof (HcChartDay));

  g_array_unref (self->days);
  self->days = g_array_copy (days);
  add_samples (self);
  hc_day_plot_set_days (HC_DAY_PLOT (self->plot), days);
}

/**
 * hc_day_chart_dup_words:
 * @self: a chart
 *
 * Returns: (transfer full): all that it shows, in words
 */
char *
hc_day_chart_dup_words (HcDayChart *self)
{
  g_return_val_if_fail (HC_IS_DAY_CHART (self), NULL);

  return hc_chart_day_describe (self->days);
}
