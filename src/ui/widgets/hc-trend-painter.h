/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-chart-painter.h"
#include "hc-chart-series.h"

G_BEGIN_DECLS

/**
 * HcTrendPainter:
 *
 * Paints a series between two times in a room of a size.
 */
typedef struct _HcTrendPainter HcTrendPainter;

HcTrendPainter *hc_trend_painter_new               (HcChartSeries      *series,
                                                    GDateTime          *from,
                                                    GDateTime          *until,
                                                    const HcChartStyle *style,
                                                    PangoContext       *context,
                                                    int                 width,
                                                    int                 height) G_GNUC_WARN_UNUSED_RESULT;
void            hc_trend_painter_free              (HcTrendPainter     *self);
void            hc_trend_painter_measure           (HcChartSeries      *series,
                                                    PangoContext       *context,
                                                    int                *minimum,
                                                    int                *natural);
void            hc_trend_painter_get_plot          (HcTrendPainter     *self,
                                                    graphene_rect_t    *plot);
float           hc_trend_painter_get_x             (HcTrendPainter     *self,
                                                    double              time);
float           hc_trend_painter_get_y             (HcTrendPainter     *self,
                                                    double              value);
double          hc_trend_painter_get_time          (HcTrendPainter     *self,
                                                    double              x);
void            hc_trend_painter_paint             (HcTrendPainter     *self,
                                                    GtkSnapshot        *snapshot);
void            hc_trend_painter_paint_chosen      (HcTrendPainter     *self,
                                                    const HcChartPoint *point,
                                                    GtkSnapshot        *snapshot);
void            hc_trend_painter_paint_chosen_mark (HcTrendPainter     *self,
                                                    double              time,
                                                    GtkSnapshot        *snapshot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcTrendPainter, hc_trend_painter_free)

G_END_DECLS
