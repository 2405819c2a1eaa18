/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-chart-series.h"

G_BEGIN_DECLS

#define HC_TYPE_TREND_CHART (hc_trend_chart_get_type ())

G_DECLARE_FINAL_TYPE (HcTrendChart, hc_trend_chart, HC, TREND_CHART, GtkWidget)

GtkWidget     *hc_trend_chart_new        (HcChartSeries *series) G_GNUC_WARN_UNUSED_RESULT;
HcChartSeries *hc_trend_chart_get_series (HcTrendChart  *self);
void           hc_trend_chart_set_series (HcTrendChart  *self,
                                          HcChartSeries *series);
void           hc_trend_chart_set_range  (HcTrendChart  *self,
                                          GDateTime     *from,
                                          GDateTime     *until);
char          *hc_trend_chart_dup_words  (HcTrendChart  *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
