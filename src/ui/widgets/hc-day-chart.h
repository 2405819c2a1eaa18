/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-chart-day.h"

G_BEGIN_DECLS

#define HC_TYPE_DAY_CHART (hc_day_chart_get_type ())

G_DECLARE_FINAL_TYPE (HcDayChart, hc_day_chart, HC, DAY_CHART, GtkWidget)

GtkWidget *hc_day_chart_new       (const char *name) G_GNUC_WARN_UNUSED_RESULT;
void       hc_day_chart_set_days  (HcDayChart *self,
                                   GArray     *days);
char      *hc_day_chart_dup_words (HcDayChart *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
