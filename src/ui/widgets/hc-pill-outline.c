/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The outlines of pills. The FDA names the shapes but draws none of them: proportions are typical ones. */

#include "hc-pill-outline.h"

#include <math.h>

/* More corners than any shape has: those of the gear. */
#define MAX_POINTS 48

#define GEAR_TEETH 10

/* Of the shorter side: how round the corners of what has corners are. */
#define CORNER 0.09

/* What is drawn lies in a box of one by one, which is then stretched. */
typedef struct
{
  GskPathBuilder *builder;
  float           x, y, width, height;
} Pen;

typedef struct
{
  double x, y;
} Point;

typedef void (*DrawFunc) (Pen *pen);

static float
to_x (Pen    *pen,
      double  x)
{
  return pen->x + (float) x * pen->width;
}

static float
to_y (Pen    *pen,
      double  y)
{
  return pen->y + (float) y * pen->height;
}

static void
move_to (Pen    *pen,
         double  x,
         double  y)
{
  gsk_path_builder_move_to (pen->builder, to_x (pen, x), to_y (pen, y));
}

static void
cubic_to (Pen    *pen,
          double  x1,
          double  y1,
          double  x2,
          double  y2,
          double  x,
          double  y)
{
  gsk_path_builder_cubic_to (pen->builder, to_x (pen, x1), to_y (pen, y1), to_x (pen, x2), to_y (pen, y2),
                             to_x (pen, x), to_y (pen, y));
}

/* The longer way around or the shorter one, clockwise. */
static void
arc_to (Pen      *pen,
        double    radius_x,
        double    radius_y,
        gboolean  is_large,
        double    x,
        double    y)
{
  gsk_path_builder_svg_arc_to (pen->builder, (float) radius_x * pen->width, (float) radius_y * pen->height, 0.0f,
                               is_large, TRUE, to_x (pen, x), to_y (pen, y));
}

/* A polygon with round corners. */
static void
add_polygon (Pen         *pen,
             const Point *points,
             guint        n_points,
             double       corner)
{
  float radius = (float) corner * MIN (pen->width, pen->height);

  for (guint i = 0; i < n_points; i++)
    {
      const Point *before = &points[(i + n_points - 1) % n_points];
      const Point *after = &points[(i + 1) % n_points];
      graphene_point_t corner_point = GRAPHENE_POINT_INIT (to_x (pen, points[i].x), to_y (pen, points[i].y));
      graphene_point_t neighbors[] = {
        GRAPHENE_POINT_INIT (to_x (pen, before->x), to_y (pen, before->y)),
        GRAPHENE_POINT_INIT (to_x (pen, after->x), to_y (pen, after->y)),
      };
      graphene_point_t ends[2];

      for (guint j = 0; j < G_N_ELEMENTS (ends); j++)
        {
          float length = graphene_point_distance (&corner_point, &neighbors[j], NULL, NULL);

          graphene_point_interpolate (&corner_point, &neighbors[j], MIN (radius / length, 0.5), &ends[j]);
        }

      if (i == 0)
        gsk_path_builder_move_to (pen->builder, ends[0].x, ends[0].y);
      else
        gsk_path_builder_line_to (pen->builder, ends[0].x, ends[0].y);
      gsk_path_builder_quad_to (pen->builder, corner_point.x, corner_point.y, ends[1].x, ends[1].y);
    }

  gsk_path_builder_close (pen->builder);
}

/* A regular polygon that fills the box. It stands on a side, or on a corner when it is turned. */
static void
add_regular (Pen      *pen,
             guint     n_points,
             gboolean  is_turned)
{
  Point points[MAX_POINTS];
  double min_x = 1.0, max_x = -1.0, min_y = 1.0, max_y = -1.0;

  for (guint i = 0; i < n_points; i++)
    {
      double angle = 2.0 * G_PI * (i + (is_turned ? 0.0 : 0.5)) / n_points + G_PI_2;

      points[i] = (Point) { cos (angle), sin (angle) };
      min_x = MIN (min_x, points[i].x);
      max_x = MAX (max_x, points[i].x);
      min_y = MIN (min_y, points[i].y);
      max_y = MAX (max_y, points[i].y);
    }

  for (guint i = 0; i < n_points; i++)
    points[i] = (Point) { (points[i].x - min_x) / (max_x - min_x), (points[i].y - min_y) / (max_y - min_y) };

  add_polygon (pen, points, n_points, CORNER);
}

static void
add_rounded (Pen    *pen,
             double  corner)
{
  GskRoundedRect outline;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (pen->x, pen->y, pen->width, pen->height);

  gsk_rounded_rect_init_from_rect (&outline, &bounds, (float) corner * MIN (pen->width, pen->height));
  gsk_path_builder_add_rounded_rect (pen->builder, &outline);
}

/* Flat at one end, pointed at the other. */
static void
draw_bullet (Pen *pen)
{
  move_to (pen, 0.06, 0.0);
  gsk_path_builder_line_to (pen->builder, to_x (pen, 0.52), to_y (pen, 0.0));
  cubic_to (pen, 0.76, 0.0, 1.0, 0.22, 1.0, 0.5);
  cubic_to (pen, 1.0, 0.78, 0.76, 1.0, 0.52, 1.0);
  gsk_path_builder_line_to (pen->builder, to_x (pen, 0.06), to_y (pen, 1.0));
  cubic_to (pen, 0.02, 1.0, 0.0, 0.95, 0.0, 0.87);
  gsk_path_builder_line_to (pen->builder, to_x (pen, 0.0), to_y (pen, 0.13));
  cubic_to (pen, 0.0, 0.05, 0.02, 0.0, 0.06, 0.0);
  gsk_path_builder_close (pen->builder);
}

static void
draw_capsule (Pen *pen)
{
  add_rounded (pen, 0.5);
}

/* Four circles around the middle, each without what lies in its neighbors. */
static void
draw_clover (Pen *pen)
{
  double distance = 0.26, radius = 0.24;
  /* Where two neighbors meet, on the diagonal. */
  double meeting = (distance + sqrt (2.0 * radius * radius - distance * distance)) / 2.0;
  double low = 0.5 - meeting, high = 0.5 + meeting;

  move_to (pen, low, low);
  arc_to (pen, radius, radius, TRUE, high, low);
  arc_to (pen, radius, radius, TRUE, high, high);
  arc_to (pen, radius, radius, TRUE, low, high);
  arc_to (pen, radius, radius, TRUE, low, low);
  gsk_path_builder_close (pen->builder);
}

static void
draw_diamond (Pen *pen)
{
  static const Point points[] = { { 0.5, 0.0 }, { 1.0, 0.5 }, { 0.5, 1.0 }, { 0.0, 0.5 } };

  add_polygon (pen, points, G_N_ELEMENTS (points), 0.16);
}

/* Two circles that have grown together. */
static void
draw_double_circle (Pen *pen)
{
  double distance = 0.22, radius_x = 0.5 - distance;
  /* Half of the waist. */
  double half = 0.5 * sqrt (1.0 - (distance / radius_x) * (distance / radius_x));

  move_to (pen, 0.5, 0.5 + half);
  arc_to (pen, radius_x, 0.5, TRUE, 0.5, 0.5 - half);
  arc_to (pen, radius_x, 0.5, TRUE, 0.5, 0.5 + half);
  gsk_path_builder_close (pen->builder);
}

/* Of no shape that has a name. */
static void
draw_freeform (Pen *pen)
{
  move_to (pen, 0.30, 0.06);
  cubic_to (pen, 0.48, -0.06, 0.52, 0.20, 0.68, 0.14);
  cubic_to (pen, 0.88, 0.06, 1.04, 0.24, 0.99, 0.46);
  cubic_to (pen, 0.95, 0.64, 0.82, 0.60, 0.80, 0.78);
  cubic_to (pen, 0.78, 1.00, 0.54, 1.06, 0.42, 0.92);
  cubic_to (pen, 0.32, 0.80, 0.14, 0.94, 0.04, 0.72);
  cubic_to (pen, -0.06, 0.48, 0.10, 0.20, 0.30, 0.06);
  gsk_path_builder_close (pen->builder);
}

static void
draw_gear (Pen *pen)
{
  /* Where a tooth begins and ends at its foot and at its top, as parts of the way to the next one. */
  static const struct { double at, radius; } tooth[] = {
    { -0.28, 0.40 }, { -0.19, 0.5 }, { 0.19, 0.5 }, { 0.28, 0.40 },
  };
  Point points[MAX_POINTS];
  guint n_points = 0;

  for (guint i = 0; i < GEAR_TEETH; i++)
    for (guint j = 0; j < G_N_ELEMENTS (tooth); j++)
      {
        double angle = 2.0 * G_PI * (i + tooth[j].at) / GEAR_TEETH;

        points[n_points++] = (Point) { 0.5 + tooth[j].radius * cos (angle), 0.5 + tooth[j].radius * sin (angle) };
      }

  add_polygon (pen, points, n_points, 0.03);
}

static void
draw_heptagon (Pen *pen)
{
  add_regular (pen, 7, FALSE);
}

static void
draw_hexagon (Pen *pen)
{
  add_regular (pen, 6, FALSE);
}

static void
draw_octagon (Pen *pen)
{
  add_regular (pen, 8, FALSE);
}

static void
draw_oval (Pen *pen)
{
  move_to (pen, 0.0, 0.5);
  arc_to (pen, 0.5, 0.5, FALSE, 1.0, 0.5);
  arc_to (pen, 0.5, 0.5, FALSE, 0.0, 0.5);
  gsk_path_builder_close (pen->builder);
}

static void
draw_pentagon (Pen *pen)
{
  add_regular (pen, 5, FALSE);
}

static void
draw_square (Pen *pen)
{
  add_rounded (pen, 0.14);
}

static void
draw_semi_circle (Pen *pen)
{
  move_to (pen, 0.03, 1.0);
  cubic_to (pen, 0.01, 1.0, 0.0, 0.98, 0.0, 0.94);
  arc_to (pen, 0.5, 0.94, FALSE, 1.0, 0.94);
  cubic_to (pen, 1.0, 0.98, 0.99, 1.0, 0.97, 1.0);
  gsk_path_builder_close (pen->builder);
}

static void
draw_tear (Pen *pen)
{
  move_to (pen, 0.46, 0.02);
  cubic_to (pen, 0.48, -0.005, 0.52, -0.005, 0.54, 0.02);
  cubic_to (pen, 0.66, 0.20, 1.0, 0.40, 1.0, 0.64);
  arc_to (pen, 0.5, 0.36, FALSE, 0.5, 1.0);
  arc_to (pen, 0.5, 0.36, FALSE, 0.0, 0.64);
  cubic_to (pen, 0.0, 0.40, 0.34, 0.20, 0.46, 0.02);
  gsk_path_builder_close (pen->builder);
}

static void
draw_trapezoid (Pen *pen)
{
  static const Point points[] = { { 0.22, 0.0 }, { 0.78, 0.0 }, { 1.0, 1.0 }, { 0.0, 1.0 } };

  add_polygon (pen, points, G_N_ELEMENTS (points), 0.14);
}

static void
draw_triangle (Pen *pen)
{
  static const Point points[] = { { 0.5, -0.06 }, { 1.06, 1.0 }, { -0.06, 1.0 } };

  add_polygon (pen, points, G_N_ELEMENTS (points), 0.20);
}

/* How wide each is for its height, and where in it an imprint has room. */
static const struct {
  double   ratio;
  double   x, y, width, height;
  DrawFunc draw;
} shapes[HC_PILL_N_SHAPES] = {
  /* Whatever it is: the outline is dashed. */
  [HC_PILL_SHAPE_UNKNOWN] = { 1.3, 0.14, 0.16, 0.72, 0.68, draw_square },
  [HC_PILL_SHAPE_BULLET] = { 2.1, 0.08, 0.16, 0.74, 0.68, draw_bullet },
  [HC_PILL_SHAPE_CAPSULE] = { 2.6, 0.10, 0.18, 0.80, 0.64, draw_capsule },
  [HC_PILL_SHAPE_CLOVER] = { 1.0, 0.18, 0.26, 0.64, 0.48, draw_clover },
  [HC_PILL_SHAPE_DIAMOND] = { 1.35, 0.23, 0.26, 0.54, 0.48, draw_diamond },
  [HC_PILL_SHAPE_DOUBLE_CIRCLE] = { 1.8, 0.14, 0.25, 0.72, 0.50, draw_double_circle },
  [HC_PILL_SHAPE_FREEFORM] = { 1.15, 0.17, 0.24, 0.64, 0.52, draw_freeform },
  [HC_PILL_SHAPE_GEAR] = { 1.0, 0.18, 0.22, 0.64, 0.56, draw_gear },
  [HC_PILL_SHAPE_HEPTAGON] = { 1.03, 0.15, 0.22, 0.70, 0.58, draw_heptagon },
  [HC_PILL_SHAPE_HEXAGON] = { 1.15, 0.16, 0.18, 0.68, 0.64, draw_hexagon },
  [HC_PILL_SHAPE_OCTAGON] = { 1.0, 0.14, 0.20, 0.72, 0.60, draw_octagon },
  [HC_PILL_SHAPE_OVAL] = { 1.8, 0.12, 0.19, 0.76, 0.62, draw_oval },
  [HC_PILL_SHAPE_PENTAGON] = { 1.05, 0.18, 0.30, 0.64, 0.54, draw_pentagon },
  [HC_PILL_SHAPE_RECTANGLE] = { 1.7, 0.09, 0.14, 0.82, 0.72, draw_square },
  [HC_PILL_SHAPE_ROUND] = { 1.0, 0.15, 0.21, 0.70, 0.58, draw_oval },
  [HC_PILL_SHAPE_SEMI_CIRCLE] = { 1.9, 0.18, 0.38, 0.64, 0.50, draw_semi_circle },
  [HC_PILL_SHAPE_SQUARE] = { 1.0, 0.12, 0.16, 0.76, 0.68, draw_square },
  [HC_PILL_SHAPE_TEAR] = { 0.72, 0.14, 0.44, 0.72, 0.42, draw_tear },
  [HC_PILL_SHAPE_TRAPEZOID] = { 1.5, 0.20, 0.24, 0.60, 0.60, draw_trapezoid },
  [HC_PILL_SHAPE_TRIANGLE] = { 1.1, 0.26, 0.48, 0.48, 0.42, draw_triangle },
};

/**
 * hc_pill_outline_get_ratio:
 * @shape: a shape
 *
 * Returns: the width of a typical pill of that shape, divided by its height
 */
double
hc_pill_outline_get_ratio (HcPillShape shape)
{
  g_return_val_if_fail (shape < HC_PILL_N_SHAPES, 1.0);

  return shapes[shape].ratio;
}

/**
 * hc_pill_outline_get_room:
 * @shape: a shape
 * @bounds: where the pill lies
 * @room: (out): where in it an imprint has room
 */
void
hc_pill_outline_get_room (HcPillShape            shape,
                          const graphene_rect_t *bounds,
                          graphene_rect_t       *room)
{
  g_return_if_fail (shape < HC_PILL_N_SHAPES);
  g_return_if_fail (bounds != NULL);
  g_return_if_fail (room != NULL);

  graphene_rect_init (room,
                      bounds->origin.x + (float) shapes[shape].x * bounds->size.width,
                      bounds->origin.y + (float) shapes[shape].y * bounds->size.height,
                      (float) shapes[shape].width * bounds->size.width,
                      (float) shapes[shape].height * bounds->size.height);
}

/**
 * hc_pill_outline_new:
 * @shape: a shape
 * @bounds: where the pill lies; the outline fills it
 *
 * Returns: (transfer full): its outline, closed
 */
GskPath *
hc_pill_outline_new (HcPillShape            shape,
                     const graphene_rect_t *bounds)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  Pen pen;

  g_return_val_if_fail (shape < HC_PILL_N_SHAPES, NULL);
  g_return_val_if_fail (bounds != NULL, NULL);

  pen = (Pen) { builder, bounds->origin.x, bounds->origin.y, bounds->size.width, bounds->size.height };
  shapes[shape].draw (&pen);

  return gsk_path_builder_to_path (builder);
}
