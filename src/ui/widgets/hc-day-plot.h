/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-chart-day.h"

G_BEGIN_DECLS

#define HC_TYPE_DAY_PLOT (hc_day_plot_get_type ())

G_DECLARE_FINAL_TYPE (HcDayPlot, hc_day_plot, HC, DAY_PLOT, GtkWidget)

GtkWidget *hc_day_plot_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void       hc_day_plot_set_days   (HcDayPlot *self,
                                   GArray    *days);
char      *hc_day_plot_dup_chosen (HcDayPlot *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
