/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-chart-series.h"

G_BEGIN_DECLS

#define HC_TYPE_CHART_ROWS (hc_chart_rows_get_type ())

G_DECLARE_FINAL_TYPE (HcChartRows, hc_chart_rows, HC, CHART_ROWS, GObject)

GListModel *hc_chart_rows_new (HcChartSeries *series) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
