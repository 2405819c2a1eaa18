/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HcChartUnit:
 * @HC_CHART_UNIT_HOUR: an hour
 * @HC_CHART_UNIT_DAY: a day
 * @HC_CHART_UNIT_WEEK: a week, from Monday on
 * @HC_CHART_UNIT_MONTH: a month
 * @HC_CHART_UNIT_YEAR: a year
 *
 * What ticks of an axis of time stand for.
 */
typedef enum {
  HC_CHART_UNIT_HOUR,
  HC_CHART_UNIT_DAY,
  HC_CHART_UNIT_WEEK,
  HC_CHART_UNIT_MONTH,
  HC_CHART_UNIT_YEAR,
} HcChartUnit;

/**
 * HcChartStep:
 * @unit: a unit
 * @count: how many of these
 *
 * From one tick of an axis of time to the next.
 */
typedef struct
{
  HcChartUnit unit;
  int         count;
} HcChartStep;

const HcChartStep *hc_chart_calendar_get_steps   (guint             *n_steps);
double             hc_chart_calendar_get_seconds (const HcChartStep *step);
GPtrArray         *hc_chart_calendar_make_ticks  (const HcChartStep *step,
                                                  GDateTime         *from,
                                                  GDateTime         *until) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
