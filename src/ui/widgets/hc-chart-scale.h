/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HcChartPoint:
 * @time: in seconds since 1970
 * @value: never infinite, and never not a number
 *
 * A value at a time.
 */
typedef struct
{
  double time;
  double value;
} HcChartPoint;

/**
 * HcChartScale:
 * @low: the lowest tick
 * @step: from one tick to the next
 * @n_ticks: how many there are, two or more
 * @decimals: of the numbers at the ticks
 *
 * An axis of values, with numbers that are easy to read.
 */
typedef struct
{
  double low;
  double step;
  guint  n_ticks;
  guint  decimals;
} HcChartScale;

void      hc_chart_scale_init      (HcChartScale       *self,
                                    double              low,
                                    double              high,
                                    guint               max_ticks,
                                    guint               max_decimals);
double    hc_chart_scale_get_tick  (const HcChartScale *self,
                                    guint               index);
void      hc_chart_widen           (double             *low,
                                    double             *high,
                                    guint               decimals);
guint     hc_chart_find            (const HcChartPoint *points,
                                    guint               n_points,
                                    double              time);
GArray   *hc_chart_reduce          (const HcChartPoint *points,
                                    guint               n_points,
                                    double              from,
                                    double              until,
                                    guint               n_columns) G_GNUC_WARN_UNUSED_RESULT;
double    hc_chart_get_longest_gap (const HcChartPoint *points,
                                    guint               n_points);

G_END_DECLS
