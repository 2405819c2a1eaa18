/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-chart-day.h"

G_BEGIN_DECLS

/**
 * HcChartSampleKind:
 * @HC_CHART_SAMPLE_BAND: a range for comparing
 * @HC_CHART_SAMPLE_THRESHOLD: a value with a meaning; its number says with which dashes it is drawn
 * @HC_CHART_SAMPLE_DAY: a day; its number is its #HcChartDayKind
 *
 * What a sample is of.
 */
typedef enum {
  HC_CHART_SAMPLE_BAND,
  HC_CHART_SAMPLE_THRESHOLD,
  HC_CHART_SAMPLE_DAY,
} HcChartSampleKind;

#define HC_TYPE_CHART_SAMPLE (hc_chart_sample_get_type ())

G_DECLARE_FINAL_TYPE (HcChartSample, hc_chart_sample, HC, CHART_SAMPLE, GtkWidget)

GtkWidget *hc_chart_sample_new (HcChartSampleKind  kind,
                                guint              number,
                                const char        *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
