/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HC_TYPE_CHART_TABLE (hc_chart_table_get_type ())

G_DECLARE_FINAL_TYPE (HcChartTable, hc_chart_table, HC, CHART_TABLE, GtkWidget)

GtkWidget *hc_chart_table_new      (const char   *name) G_GNUC_WARN_UNUSED_RESULT;
void       hc_chart_table_set_rows (HcChartTable *self,
                                    GListModel   *rows);

G_END_DECLS
