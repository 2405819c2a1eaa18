/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-chart-series.h"

G_BEGIN_DECLS

char *hc_chart_words_dup_number    (double         value,
                                    guint          decimals) G_GNUC_WARN_UNUSED_RESULT;
char *hc_chart_words_dup_amount    (HcChartSeries *series,
                                    double         value) G_GNUC_WARN_UNUSED_RESULT;
char *hc_chart_words_dup_day       (GDateTime     *time) G_GNUC_WARN_UNUSED_RESULT;
char *hc_chart_words_dup_when      (HcChartSeries *series,
                                    GDateTime     *time) G_GNUC_WARN_UNUSED_RESULT;
char *hc_chart_words_dup_point     (HcChartSeries *series,
                                    guint          index) G_GNUC_WARN_UNUSED_RESULT;
char *hc_chart_words_dup_mark      (HcChartSeries *series,
                                    guint          index) G_GNUC_WARN_UNUSED_RESULT;
char *hc_chart_words_dup_band      (HcChartSeries *series) G_GNUC_WARN_UNUSED_RESULT;
char *hc_chart_words_dup_threshold (HcChartSeries *series,
                                    guint          index) G_GNUC_WARN_UNUSED_RESULT;
char *hc_chart_words_describe      (HcChartSeries *series,
                                    guint          first,
                                    guint          n_points) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
