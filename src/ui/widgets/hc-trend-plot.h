/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-chart-series.h"

G_BEGIN_DECLS

#define HC_TYPE_TREND_PLOT (hc_trend_plot_get_type ())

G_DECLARE_FINAL_TYPE (HcTrendPlot, hc_trend_plot, HC, TREND_PLOT, GtkWidget)

GtkWidget *hc_trend_plot_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void       hc_trend_plot_set_series (HcTrendPlot   *self,
                                     HcChartSeries *series,
                                     GDateTime     *from,
                                     GDateTime     *until);
gboolean   hc_trend_plot_is_empty   (HcTrendPlot   *self);
char      *hc_trend_plot_dup_words  (HcTrendPlot   *self) G_GNUC_WARN_UNUSED_RESULT;
char      *hc_trend_plot_dup_chosen (HcTrendPlot   *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
