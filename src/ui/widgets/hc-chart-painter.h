/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-chart-day.h"

G_BEGIN_DECLS

/**
 * HcChartStyle:
 * @foreground: the color of text
 * @accent: the color of what is shown
 * @is_high_contrast: whether lines are thick and nothing is faint
 * @is_mirrored: whether time goes from right to left
 *
 * What a chart is drawn with.
 */
typedef struct
{
  GdkRGBA  foreground;
  GdkRGBA  accent;
  gboolean is_high_contrast;
  gboolean is_mirrored;
} HcChartStyle;

void     hc_chart_style_init            (HcChartStyle          *style,
                                         GtkWidget             *widget);
gboolean hc_chart_style_equal           (const HcChartStyle    *first,
                                         const HcChartStyle    *second);
float    hc_chart_style_get_line_width  (const HcChartStyle    *style);
void     hc_chart_painter_add_line      (GtkSnapshot           *snapshot,
                                         const HcChartStyle    *style,
                                         float                  strength,
                                         float                  x1,
                                         float                  y1,
                                         float                  x2,
                                         float                  y2);
void     hc_chart_painter_add_threshold (GtkSnapshot           *snapshot,
                                         const HcChartStyle    *style,
                                         guint                  index,
                                         float                  x1,
                                         float                  x2,
                                         float                  y);
void     hc_chart_painter_add_band      (GtkSnapshot           *snapshot,
                                         const HcChartStyle    *style,
                                         const graphene_rect_t *bounds);
void     hc_chart_painter_add_mark      (GtkSnapshot           *snapshot,
                                         const HcChartStyle    *style,
                                         float                  x,
                                         float                  top,
                                         float                  bottom);
void     hc_chart_painter_add_day       (GtkSnapshot           *snapshot,
                                         const HcChartStyle    *style,
                                         HcChartDayKind         kind,
                                         const graphene_rect_t *bounds);
void     hc_chart_painter_add_dot       (GtkSnapshot           *snapshot,
                                         const GdkRGBA         *color,
                                         float                  x,
                                         float                  y,
                                         float                  radius);
void     hc_chart_painter_add_ring      (GtkSnapshot           *snapshot,
                                         const GdkRGBA         *color,
                                         const graphene_rect_t *bounds,
                                         float                  radius);
void     hc_chart_painter_add_focus     (GtkSnapshot           *snapshot,
                                         const HcChartStyle    *style,
                                         GtkWidget             *widget);
void     hc_chart_painter_add_text      (GtkSnapshot           *snapshot,
                                         PangoLayout           *layout,
                                         const GdkRGBA         *color,
                                         double                 x,
                                         double                 y);

G_END_DECLS
