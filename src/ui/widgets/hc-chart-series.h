/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "hc-chart-scale.h"

G_BEGIN_DECLS

#define HC_TYPE_CHART_SERIES (hc_chart_series_get_type ())

G_DECLARE_FINAL_TYPE (HcChartSeries, hc_chart_series, HC, CHART_SERIES, GObject)

/**
 * HcChartBand:
 * @low: its lower end, -%INFINITY for none
 * @high: its upper end, %INFINITY for none
 * @words: what it is, "Reference range"
 *
 * A range of values, for comparing.
 */
typedef struct
{
  double  low;
  double  high;
  char   *words;
} HcChartBand;

/**
 * HcChartThreshold:
 * @value: where it lies
 * @words: what it is, "Fever"
 *
 * A value that has a meaning.
 */
typedef struct
{
  double  value;
  char   *words;
} HcChartThreshold;

/**
 * HcChartMark:
 * @time: when it was
 * @seconds: the same, in seconds since 1970
 * @words: what it was, "Cycle 3"
 *
 * Something that happened, and that the values may have to do with.
 */
typedef struct
{
  GDateTime *time;
  double     seconds;
  char      *words;
} HcChartMark;

HcChartSeries          *hc_chart_series_new            (const char    *name,
                                                        const char    *unit,
                                                        guint          decimals) G_GNUC_WARN_UNUSED_RESULT;
void                    hc_chart_series_add            (HcChartSeries *self,
                                                        GDateTime     *time,
                                                        double         value);
void                    hc_chart_series_set_band       (HcChartSeries *self,
                                                        double         low,
                                                        double         high,
                                                        const char    *words);
void                    hc_chart_series_add_threshold  (HcChartSeries *self,
                                                        double         value,
                                                        const char    *words);
void                    hc_chart_series_add_mark       (HcChartSeries *self,
                                                        GDateTime     *time,
                                                        const char    *words);
const char             *hc_chart_series_get_name       (HcChartSeries *self);
const char             *hc_chart_series_get_unit       (HcChartSeries *self);
guint                   hc_chart_series_get_decimals   (HcChartSeries *self);
const HcChartPoint     *hc_chart_series_get_points     (HcChartSeries *self,
                                                        guint         *n_points);
GDateTime              *hc_chart_series_get_time       (HcChartSeries *self,
                                                        guint          index);
gboolean                hc_chart_series_get_has_times  (HcChartSeries *self);
const HcChartBand      *hc_chart_series_get_band       (HcChartSeries *self);
const HcChartThreshold *hc_chart_series_get_thresholds (HcChartSeries *self,
                                                        guint         *n_thresholds);
const HcChartMark      *hc_chart_series_get_marks      (HcChartSeries *self,
                                                        guint         *n_marks);

G_END_DECLS
