/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-chart-rows.h"

#include "hc-chart-row.h"
#include "hc-chart-words.h"

/**
 * HcChartRows:
 *
 * The values of a series as a list of #HcChartRow, the newest first. A row is made when somebody asks for it, so
 * that many values cost nothing.
 */
struct _HcChartRows
{
  GObject        parent_instance;

  HcChartSeries *series;
};

static GType
get_item_type (GListModel *model)
{
  return HC_TYPE_CHART_ROW;
}

static guint
get_n_items (GListModel *model)
{
  guint n_points;

  hc_chart_series_get_points (HC_CHART_ROWS (model)->series, &n_points);

  return n_points;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  HcChartSeries *series = HC_CHART_ROWS (model)->series;
  guint n_points;
  const HcChartPoint *points = hc_chart_series_get_points (series, &n_points);
  g_autofree char *when = NULL;
  g_autofree char *what = NULL;

  if (position >= n_points)
    return NULL;

  when = hc_chart_words_dup_when (series, hc_chart_series_get_time (series, n_points - 1 - position));
  what = hc_chart_words_dup_amount (series, points[n_points - 1 - position].value);

  return hc_chart_row_new (when, what);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (HcChartRows, hc_chart_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
hc_chart_rows_dispose (GObject *object)
{
  g_clear_object (&HC_CHART_ROWS (object)->series);

  G_OBJECT_CLASS (hc_chart_rows_parent_class)->dispose (object);
}

static void
hc_chart_rows_class_init (HcChartRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hc_chart_rows_dispose;
}

static void
hc_chart_rows_init (HcChartRows *self)
{
}

/**
 * hc_chart_rows_new:
 * @series: a series that gets no more values
 *
 * Returns: (transfer full): a list of #HcChartRow, the newest first
 */
GListModel *
hc_chart_rows_new (HcChartSeries *series)
{
  HcChartRows *self;

  g_return_val_if_fail (HC_IS_CHART_SERIES (series), NULL);

  self = g_object_new (HC_TYPE_CHART_ROWS, NULL);
  self->series = g_object_ref (series);

  return G_LIST_MODEL (self);
}
