/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define HC_TYPE_CHART_ROW (hc_chart_row_get_type ())

G_DECLARE_FINAL_TYPE (HcChartRow, hc_chart_row, HC, CHART_ROW, GObject)

HcChartRow *hc_chart_row_new      (const char *when,
                                   const char *what) G_GNUC_WARN_UNUSED_RESULT;
const char *hc_chart_row_get_when (HcChartRow *self);
const char *hc_chart_row_get_what (HcChartRow *self);

G_END_DECLS
