/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-chart-day.h"
#include "hc-chart-series.h"

G_BEGIN_DECLS

GDateTime     *chart_examples_parse     (const char *text) G_GNUC_WARN_UNUSED_RESULT;
HcChartSeries *chart_examples_make_cea  (void) G_GNUC_WARN_UNUSED_RESULT;
HcChartSeries *chart_examples_make_heat (void) G_GNUC_WARN_UNUSED_RESULT;
HcChartSeries *chart_examples_make_many (guint       n_points) G_GNUC_WARN_UNUSED_RESULT;
GArray        *chart_examples_make_days (guint       n_days) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
