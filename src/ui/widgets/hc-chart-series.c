/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-chart-series.h"

#include <math.h>

/**
 * HcChartSeries:
 *
 * Values over time, and what helps to understand them: a range for comparing, values that have a meaning, and
 * what happened. It is filled before it is shown, and does not change then.
 */
struct _HcChartSeries
{
  GObject      parent_instance;

  char        *name;
  char        *unit;
  guint        decimals;

  GArray      *points;    /* of HcChartPoint, by time */
  GPtrArray   *times;     /* of GDateTime, one for each point */
  gboolean     has_times; /* whether a day has two points */

  HcChartBand  band;
  GArray      *thresholds; /* of HcChartThreshold */
  GArray      *marks;      /* of HcChartMark, by time */
};

G_DEFINE_FINAL_TYPE (HcChartSeries, hc_chart_series, G_TYPE_OBJECT)

static void
threshold_clear (gpointer threshold)
{
  g_free (((HcChartThreshold *) threshold)->words);
}

static void
mark_clear (gpointer data)
{
  HcChartMark *mark = data;

  g_date_time_unref (mark->time);
  g_free (mark->words);
}

static double
get_seconds (GDateTime *time)
{
  return (double) g_date_time_to_unix_usec (time) / G_USEC_PER_SEC;
}

static void
hc_chart_series_finalize (GObject *object)
{
  HcChartSeries *self = HC_CHART_SERIES (object);

  g_free (self->name);
  g_free (self->unit);
  g_free (self->band.words);
  g_array_unref (self->points);
  g_ptr_array_unref (self->times);
  g_array_unref (self->thresholds);
  g_array_unref (self->marks);

  G_OBJECT_CLASS (hc_chart_series_parent_class)->finalize (object);
}

static void
hc_chart_series_class_init (HcChartSeriesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_chart_series_finalize;
}

static void
hc_chart_series_init (HcChartSeries *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (HcChartPoint));
  self->times = g_ptr_array_new_with_free_func ((GDestroyNotify) g_date_time_unref);
  self->thresholds = g_array_new (FALSE, FALSE, sizeof (HcChartThreshold));
  g_array_set_clear_func (self->thresholds, threshold_clear);
  self->marks = g_array_new (FALSE, FALSE, sizeof (HcChartMark));
  g_array_set_clear_func (self->marks, mark_clear);
}

/**
 * hc_chart_series_new:
 * @name: what was measured, "CEA"
 * @unit: in what, "ng/mL", or ""
 * @decimals: how many decimals the values are told with
 *
 * Returns: (transfer full): a series without values
 */
HcChartSeries *
hc_chart_series_new (const char *name,
                     const char *unit,
                     guint       decimals)
{
  HcChartSeries *self;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (unit != NULL, NULL);

  self = g_object_new (HC_TYPE_CHART_SERIES, NULL);
  self->name = g_strdup (name);
  self->unit = g_strdup (unit);
  self->decimals = decimals;

  return self;
}

static gboolean
is_same_day (GDateTime *first,
             GDateTime *second)
{
  return g_date_time_get_year (first) == g_date_time_get_year (second) &&
         g_date_time_get_day_of_year (first) == g_date_time_get_day_of_year (second);
}

/**
 * hc_chart_series_add:
 * @self: a series
 * @time: when it was measured, in the zone in which it is told
 * @value: a value, not infinite, and not what is not a number
 *
 * Adds a value; they may come in any order.
 */
void
hc_chart_series_add (HcChartSeries *self,
                     GDateTime     *time,
                     double         value)
{
  HcChartPoint point;
  guint index;

  g_return_if_fail (HC_IS_CHART_SERIES (self));
  g_return_if_fail (time != NULL);
  g_return_if_fail (isfinite (value));

  point = (HcChartPoint) { .time = get_seconds (time), .value = value };
  index = self->points->len;
  while (index > 0 && g_array_index (self->points, HcChartPoint, index - 1).time > point.time)
    index--;

  if ((index > 0 && is_same_day (time, g_ptr_array_index (self->times, index - 1))) ||
      (index < self->times->len && is_same_day (time, g_ptr_array_index (self->times, index))))
    self->has_times = TRUE;

  g_array_insert_val (self->points, index, point);
  g_ptr_array_insert (self->times, (int) index, g_date_time_ref (time));
}

/**
 * hc_chart_series_set_band:
 * @self: a series
 * @low: the lower end of the range, -%INFINITY for none
 * @high: the upper end, above @low, %INFINITY for none
 * @words: what it is, "Reference range"
 */
void
hc_chart_series_set_band (HcChartSeries *self,
                          double         low,
                          double         high,
                          const char    *words)
{
  g_return_if_fail (HC_IS_CHART_SERIES (self));
  g_return_if_fail (low < high && (isfinite (low) || isfinite (high)));
  g_return_if_fail (words != NULL);

  self->band.low = low;
  self->band.high = high;
  g_set_str (&self->band.words, words);
}

/**
 * hc_chart_series_add_threshold:
 * @self: a series
 * @value: where it lies
 * @words: what it is, "Fever"
 */
void
hc_chart_series_add_threshold (HcChartSeries *self,
                               double         value,
                               const char    *words)
{
  HcChartThreshold threshold;

  g_return_if_fail (HC_IS_CHART_SERIES (self));
  g_return_if_fail (isfinite (value));
  g_return_if_fail (words != NULL);

  threshold = (HcChartThreshold) { .value = value, .words = g_strdup (words) };
  g_array_append_val (self->thresholds, threshold);
}

/**
 * hc_chart_series_add_mark:
 * @self: a series
 * @time: when it was
 * @words: what it was, "Cycle 3"
 */
void
hc_chart_series_add_mark (HcChartSeries *self,
                          GDateTime     *time,
                          const char    *words)
{
  HcChartMark mark;
  guint index;

  g_return_if_fail (HC_IS_CHART_SERIES (self));
  g_return_if_fail (time != NULL);
  g_return_if_fail (words != NULL);

  mark = (HcChartMark) { .time = g_date_time_ref (time), .seconds = get_seconds (time), .words = g_strdup (words) };
  index = self->marks->len;
  while (index > 0 && g_array_index (self->marks, HcChartMark, index - 1).seconds > mark.seconds)
    index--;

  g_array_insert_val (self->marks, index, mark);
}

/**
 * hc_chart_series_get_name:
 * @self: a series
 *
 * Returns: (transfer none): what was measured
 */
const char *
hc_chart_series_get_name (HcChartSeries *self)
{
  g_return_val_if_fail (HC_IS_CHART_SERIES (self), NULL);

  return self->name;
}

/**
 * hc_chart_series_get_unit:
 * @self: a series
 *
 * Returns: (transfer none): in what it was measured, "" when that has no unit
 */
const char *
hc_chart_series_get_unit (HcChartSeries *self)
{
  g_return_val_if_fail (HC_IS_CHART_SERIES (self), NULL);

  return self->unit;
}

/**
 * hc_chart_series_get_decimals:
 * @self: a series
 *
 * Returns: how many decimals the values are told with
 */
guint
hc_chart_series_get_decimals (HcChartSeries *self)
{
  g_return_val_if_fail (HC_IS_CHART_SERIES (self), 0);

  return self->decimals;
}

/**
 * hc_chart_series_get_points:
 * @self: a series
 * @n_points: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_points): the values in the order of their times
 */
const HcChartPoint *
hc_chart_series_get_points (HcChartSeries *self,
                            guint         *n_points)
{
  g_return_val_if_fail (HC_IS_CHART_SERIES (self), NULL);
  g_return_val_if_fail (n_points != NULL, NULL);

  *n_points = self->points->len;

  return (const HcChartPoint *) (gconstpointer) self->points->data;
}

/**
 * hc_chart_series_get_time:
 * @self: a series
 * @index: the number of a value
 *
 * Returns: (transfer none): when it was measured
 */
GDateTime *
hc_chart_series_get_time (HcChartSeries *self,
                          guint          index)
{
  g_return_val_if_fail (HC_IS_CHART_SERIES (self), NULL);
  g_return_val_if_fail (index < self->times->len, NULL);

  return g_ptr_array_index (self->times, index);
}

/**
 * hc_chart_series_get_has_times:
 * @self: a series
 *
 * Returns: whether a day has two values, which only the time of day tells apart
 */
gboolean
hc_chart_series_get_has_times (HcChartSeries *self)
{
  g_return_val_if_fail (HC_IS_CHART_SERIES (self), FALSE);

  return self->has_times;
}

/**
 * hc_chart_series_get_band:
 * @self: a series
 *
 * Returns: (transfer none) (nullable): the range for comparing
 */
const HcChartBand *
hc_chart_series_get_band (HcChartSeries *self)
{
  g_return_val_if_fail (HC_IS_CHART_SERIES (self), NULL);

  return self->band.words != NULL ? &self->band : NULL;
}

/**
 * hc_chart_series_get_thresholds:
 * @self: a series
 * @n_thresholds: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_thresholds): the values that have a meaning
 */
const HcChartThreshold *
hc_chart_series_get_thresholds (HcChartSeries *self,
                                guint         *n_thresholds)
{
  g_return_val_if_fail (HC_IS_CHART_SERIES (self), NULL);
  g_return_val_if_fail (n_thresholds != NULL, NULL);

  *n_thresholds = self->thresholds->len;

  return (const HcChartThreshold *) (gconstpointer) self->thresholds->data;
}

/**
 * hc_chart_series_get_marks:
 * @self: a series
 * @n_marks: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_marks): what happened, in the order of the times
 */
const HcChartMark *
hc_chart_series_get_marks (HcChartSeries *self,
                           guint         *n_marks)
{
  g_return_val_if_fail (HC_IS_CHART_SERIES (self), NULL);
  g_return_val_if_fail (n_marks != NULL, NULL);

  *n_marks = self->marks->len;

  return (const HcChartMark *) (gconstpointer) self->marks->data;
}
