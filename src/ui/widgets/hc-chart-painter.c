/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-chart-painter.h"

#include <adwaita.h>

#define LINE_WIDTH 2.0f
#define THICK_LINE_WIDTH 3.5f

/* Of the edges of a range and of its inside. */
#define EDGE_STRENGTH 0.45f
#define BAND_STRENGTH 0.11f

/* In high contrast nothing is fainter. */
#define MIN_STRENGTH 0.5f

/* Of the flag at the upper end of a mark. */
#define FLAG_SIZE 5.0f

#define RING_WIDTH 2.0f

/* Of the frame around what has the focus, in pixels. */
#define FOCUS_SPACE 5.0f
#define FOCUS_RADIUS 9.0f

/* Of a day, in parts of its size. */
#define CORNER 0.22f
#define FREE_DOT 0.12f

static GdkRGBA
fade (const GdkRGBA *color,
      float          strength)
{
  GdkRGBA faded = *color;

  faded.alpha *= strength;

  return faded;
}

/**
 * hc_chart_style_init:
 * @style: (out): what a chart is drawn with
 * @widget: a widget with the style class `accent`, in the widget that has the color of text
 */
void
hc_chart_style_init (HcChartStyle *style,
                     GtkWidget    *widget)
{
  g_return_if_fail (style != NULL);
  g_return_if_fail (GTK_IS_WIDGET (widget) && gtk_widget_get_parent (widget) != NULL);

  gtk_widget_get_color (widget, &style->accent);
  gtk_widget_get_color (gtk_widget_get_parent (widget), &style->foreground);
  style->is_high_contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  style->is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
}

/**
 * hc_chart_style_equal:
 * @first: what a chart is drawn with
 * @second: the same
 *
 * Returns: whether a chart looks the same with both
 */
gboolean
hc_chart_style_equal (const HcChartStyle *first,
                      const HcChartStyle *second)
{
  g_return_val_if_fail (first != NULL && second != NULL, FALSE);

  return gdk_rgba_equal (&first->foreground, &second->foreground) && gdk_rgba_equal (&first->accent, &second->accent) &&
         first->is_high_contrast == second->is_high_contrast && first->is_mirrored == second->is_mirrored;
}

/**
 * hc_chart_style_get_line_width:
 * @style: what a chart is drawn with
 *
 * Returns: how thick the line through the values is, in pixels
 */
float
hc_chart_style_get_line_width (const HcChartStyle *style)
{
  g_return_val_if_fail (style != NULL, 0.0f);

  return style->is_high_contrast ? THICK_LINE_WIDTH : LINE_WIDTH;
}

static void
stroke_line (GtkSnapshot     *snapshot,
             const GskStroke *stroke,
             const GdkRGBA   *color,
             float            x1,
             float            y1,
             float            x2,
             float            y2)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;

  gsk_path_builder_move_to (builder, x1, y1);
  gsk_path_builder_line_to (builder, x2, y2);
  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
}

/**
 * hc_chart_painter_add_line:
 * @snapshot: what is painted on
 * @style: what a chart is drawn with
 * @strength: how much it stands out, 1 for as much as text
 * @x1: where it begins
 * @y1: where it begins
 * @x2: where it ends
 * @y2: where it ends
 *
 * Draws a thin line, that of an axis or of a grid.
 */
void
hc_chart_painter_add_line (GtkSnapshot        *snapshot,
                           const HcChartStyle *style,
                           float               strength,
                           float               x1,
                           float               y1,
                           float               x2,
                           float               y2)
{
  g_autoptr (GskStroke) stroke = gsk_stroke_new (1.0f);
  GdkRGBA color;

  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));
  g_return_if_fail (style != NULL);

  color = fade (&style->foreground, style->is_high_contrast ? MAX (strength, MIN_STRENGTH) : strength);
  stroke_line (snapshot, stroke, &color, x1, y1, x2, y2);
}

/**
 * hc_chart_painter_add_threshold:
 * @snapshot: what is painted on
 * @style: what a chart is drawn with
 * @index: its number: those beside each other have other dashes
 * @x1: where it begins
 * @x2: where it ends
 * @y: where it lies
 */
void
hc_chart_painter_add_threshold (GtkSnapshot        *snapshot,
                                const HcChartStyle *style,
                                guint               index,
                                float               x1,
                                float               x2,
                                float               y)
{
  static const float dashes[][4] = {
    { 7.0f, 5.0f, 7.0f, 5.0f }, { 2.0f, 4.0f, 2.0f, 4.0f }, { 10.0f, 4.0f, 2.0f, 4.0f },
  };
  g_autoptr (GskStroke) stroke = NULL;

  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));
  g_return_if_fail (style != NULL);

  stroke = gsk_stroke_new (0.75f * hc_chart_style_get_line_width (style));
  gsk_stroke_set_dash (stroke, dashes[index % G_N_ELEMENTS (dashes)], G_N_ELEMENTS (dashes[0]));
  stroke_line (snapshot, stroke, &style->foreground, x1, y, x2, y);
}

/**
 * hc_chart_painter_add_band:
 * @snapshot: what is painted on
 * @style: what a chart is drawn with
 * @bounds: where it lies
 *
 * Draws a range for comparing: a calm color between two lines.
 */
void
hc_chart_painter_add_band (GtkSnapshot           *snapshot,
                           const HcChartStyle    *style,
                           const graphene_rect_t *bounds)
{
  float left, right, bottom;
  GdkRGBA color;

  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));
  g_return_if_fail (style != NULL);
  g_return_if_fail (bounds != NULL);

  left = bounds->origin.x;
  right = left + bounds->size.width;
  bottom = bounds->origin.y + bounds->size.height;
  color = fade (&style->accent, BAND_STRENGTH);

  gtk_snapshot_append_color (snapshot, &color, bounds);
  hc_chart_painter_add_line (snapshot, style, EDGE_STRENGTH, left, bounds->origin.y, right, bounds->origin.y);
  hc_chart_painter_add_line (snapshot, style, EDGE_STRENGTH, left, bottom, right, bottom);
}

/**
 * hc_chart_painter_add_mark:
 * @snapshot: what is painted on
 * @style: what a chart is drawn with
 * @x: where it stands
 * @top: its upper end, with a flag that points to the words
 * @bottom: its lower end
 */
void
hc_chart_painter_add_mark (GtkSnapshot        *snapshot,
                           const HcChartStyle *style,
                           float               x,
                           float               top,
                           float               bottom)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  float flag = style->is_mirrored ? -FLAG_SIZE : FLAG_SIZE;

  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));
  g_return_if_fail (style != NULL);

  gsk_path_builder_move_to (builder, x, top);
  gsk_path_builder_line_to (builder, x + 1.6f * flag, top + FLAG_SIZE);
  gsk_path_builder_line_to (builder, x, top + 2.0f * FLAG_SIZE);
  gsk_path_builder_close (builder);
  path = gsk_path_builder_to_path (builder);

  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &style->foreground);
  hc_chart_painter_add_line (snapshot, style, EDGE_STRENGTH, x, top, x, bottom);
}

/**
 * hc_chart_painter_add_dot:
 * @snapshot: what is painted on
 * @color: its color
 * @x: its center
 * @y: its center
 * @radius: its radius, in pixels
 */
void
hc_chart_painter_add_dot (GtkSnapshot   *snapshot,
                          const GdkRGBA *color,
                          float          x,
                          float          y,
                          float          radius)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (x - radius, y - radius, 2.0f * radius, 2.0f * radius);
  GskRoundedRect circle;

  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));
  g_return_if_fail (color != NULL);

  gsk_rounded_rect_init_from_rect (&circle, &bounds, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &circle);
  gtk_snapshot_append_color (snapshot, color, &bounds);
  gtk_snapshot_pop (snapshot);
}

/**
 * hc_chart_painter_add_ring:
 * @snapshot: what is painted on
 * @color: its color
 * @bounds: its outer edge
 * @radius: of its corners, in pixels
 *
 * Draws a frame around what is chosen.
 */
void
hc_chart_painter_add_ring (GtkSnapshot           *snapshot,
                           const GdkRGBA         *color,
                           const graphene_rect_t *bounds,
                           float                  radius)
{
  const float widths[] = { RING_WIDTH, RING_WIDTH, RING_WIDTH, RING_WIDTH };
  const GdkRGBA colors[] = { *color, *color, *color, *color };
  GskRoundedRect outline;

  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));
  g_return_if_fail (bounds != NULL);

  gsk_rounded_rect_init_from_rect (&outline, bounds, radius);
  gtk_snapshot_append_border (snapshot, &outline, widths, colors);
}

/**
 * hc_chart_painter_add_focus:
 * @snapshot: what is painted on
 * @style: what a chart is drawn with
 * @widget: a widget that has the focus
 *
 * Draws a frame around it.
 */
void
hc_chart_painter_add_focus (GtkSnapshot        *snapshot,
                            const HcChartStyle *style,
                            GtkWidget          *widget)
{
  graphene_rect_t bounds;

  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));
  g_return_if_fail (style != NULL);
  g_return_if_fail (GTK_IS_WIDGET (widget));

  graphene_rect_init (&bounds, 0.0f, 0.0f, (float) gtk_widget_get_width (widget),
                      (float) gtk_widget_get_height (widget));
  graphene_rect_inset (&bounds, -FOCUS_SPACE, -FOCUS_SPACE);
  hc_chart_painter_add_ring (snapshot, &style->accent, &bounds, FOCUS_RADIUS);
}

/**
 * hc_chart_painter_add_text:
 * @snapshot: what is painted on
 * @layout: a text
 * @color: its color
 * @x: its left edge
 * @y: its upper edge
 */
void
hc_chart_painter_add_text (GtkSnapshot   *snapshot,
                           PangoLayout   *layout,
                           const GdkRGBA *color,
                           double         x,
                           double         y)
{
  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));
  g_return_if_fail (PANGO_IS_LAYOUT (layout));
  g_return_if_fail (color != NULL);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
fill_day (GtkSnapshot           *snapshot,
          GskPath               *path,
          const GdkRGBA         *color,
          const graphene_rect_t *bounds,
          float                  part)
{
  graphene_rect_t filled = *bounds;

  filled.origin.y += (1.0f - part) * bounds->size.height;
  filled.size.height *= part;

  gtk_snapshot_push_clip (snapshot, &filled);
  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, color);
  gtk_snapshot_pop (snapshot);
}

/**
 * hc_chart_painter_add_day:
 * @snapshot: what is painted on
 * @style: what a chart is drawn with
 * @kind: what the day was like
 * @bounds: a square
 *
 * Draws a day: full, filled up to the half, empty, dashed, or only a dot.
 */
void
hc_chart_painter_add_day (GtkSnapshot           *snapshot,
                          const HcChartStyle    *style,
                          HcChartDayKind         kind,
                          const graphene_rect_t *bounds)
{
  static const float dashes[] = { 3.0f, 3.0f };
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  g_autoptr (GskStroke) stroke = NULL;
  graphene_rect_t inner;
  GskRoundedRect outline;
  float width;

  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));
  g_return_if_fail (style != NULL);
  g_return_if_fail (bounds != NULL);

  if (kind == HC_CHART_DAY_FREE)
    {
      hc_chart_painter_add_dot (snapshot, &style->foreground, bounds->origin.x + bounds->size.width / 2.0f,
                                bounds->origin.y + bounds->size.height / 2.0f, FREE_DOT * bounds->size.width);
      return;
    }

  /* The line lies inside of the edge. */
  width = hc_chart_style_get_line_width (style);
  graphene_rect_inset_r (bounds, width / 2.0f, width / 2.0f, &inner);
  gsk_rounded_rect_init_from_rect (&outline, &inner, CORNER * bounds->size.width);
  gsk_path_builder_add_rounded_rect (builder, &outline);
  path = gsk_path_builder_to_path (builder);

  if (kind == HC_CHART_DAY_ALL)
    fill_day (snapshot, path, &style->accent, &inner, 1.0f);
  else if (kind == HC_CHART_DAY_PART)
    fill_day (snapshot, path, &style->accent, &inner, 0.5f);

  stroke = gsk_stroke_new (width);
  if (kind == HC_CHART_DAY_OPEN)
    gsk_stroke_set_dash (stroke, dashes, G_N_ELEMENTS (dashes));
  gtk_snapshot_append_stroke (snapshot, path, stroke,
                              kind == HC_CHART_DAY_ALL || kind == HC_CHART_DAY_PART ? &style->accent
                                                                                     : &style->foreground);
}
