/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-chart-painter.h"

G_BEGIN_DECLS

/**
 * HcTrendTicks:
 *
 * The axis of time of a chart: as many days, months or years as there is room for.
 */
typedef struct _HcTrendTicks HcTrendTicks;

HcTrendTicks *hc_trend_ticks_new        (GDateTime          *from,
                                         GDateTime          *until,
                                         gboolean            has_hours,
                                         PangoContext       *context,
                                         float               x_from,
                                         float               x_until,
                                         float               width) G_GNUC_WARN_UNUSED_RESULT;
void          hc_trend_ticks_free       (HcTrendTicks       *self);
float         hc_trend_ticks_get_height (float               line);
void          hc_trend_ticks_paint      (HcTrendTicks       *self,
                                         const HcChartStyle *style,
                                         float               top,
                                         GtkSnapshot        *snapshot);

G_END_DECLS
