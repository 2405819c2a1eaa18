/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trend-painter.h"

#include <math.h>

#include "hc-chart-words.h"
#include "hc-trend-ticks.h"

/* Of the plot, in pixels. */
#define MIN_PLOT_HEIGHT 120
#define NATURAL_PLOT_HEIGHT 200
#define MIN_WIDTH 48.0f

/* Between the plot and what is written around it. */
#define SPACE 8.0f

/* Between the edges of the plot and the first and the last value. */
#define INSET 10.0f

/* Lines of text from one number to the next. */
#define TICK_LINES 2.2f
#define MIN_TICKS 3
#define MAX_TICKS 6

/* Lines of text between the words of marks. */
#define LABEL_GAP 0.7

#define GRID_STRENGTH 0.13f
#define AXIS_STRENGTH 0.5f

/* How many radii apart dots are still seen as dots. */
#define DOT_SPACE 3.5f

struct _HcTrendPainter
{
  HcChartSeries      *series;
  HcChartStyle        style;
  PangoContext       *context;

  const HcChartPoint *points;
  guint               n_points;
  double              from;
  double              until;

  HcChartScale        scale;
  GPtrArray          *numbers; /* of PangoLayout, one for each tick of the scale */
  HcTrendTicks       *ticks;
  graphene_rect_t     plot;
  float               width;
  float               line;    /* the height of a line of text */
};

static float
get_line_height (PangoContext *context)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  float height = (float) pango_font_metrics_get_height (metrics) / PANGO_SCALE;

  pango_font_metrics_unref (metrics);

  return height;
}

static gboolean
has_marks (HcChartSeries *series)
{
  guint n_marks;

  hc_chart_series_get_marks (series, &n_marks);

  return n_marks > 0;
}

/* What stands above the plot: the unit, and the words of marks. */
static float
get_head (HcChartSeries *series,
          float          line)
{
  float head = *hc_chart_series_get_unit (series) != '\0' ? line : 0.0f;

  return head + (has_marks (series) ? 1.2f * line : 0.6f * line);
}

static PangoLayout *
make_layout (HcTrendPainter *self,
             const char     *text)
{
  PangoLayout *layout = pango_layout_new (self->context);

  pango_layout_set_text (layout, text, -1);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);

  return layout;
}

static float
get_layout_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return (float) width;
}

/* The axis holds what is seen and what it is compared with. */
static void
set_scale (HcTrendPainter *self,
           float           plot_height)
{
  const HcChartBand *band = hc_chart_series_get_band (self->series);
  guint n_thresholds, decimals = hc_chart_series_get_decimals (self->series);
  const HcChartThreshold *thresholds = hc_chart_series_get_thresholds (self->series, &n_thresholds);
  double low = INFINITY, high = -INFINITY;

  for (guint i = hc_chart_find (self->points, self->n_points, self->from);
       i < self->n_points && self->points[i].time <= self->until; i++)
    {
      low = MIN (low, self->points[i].value);
      high = MAX (high, self->points[i].value);
    }

  for (guint i = 0; i < n_thresholds; i++)
    {
      low = MIN (low, thresholds[i].value);
      high = MAX (high, thresholds[i].value);
    }

  if (band != NULL)
    {
      low = MIN (low, isfinite (band->low) ? band->low : band->high);
      high = MAX (high, isfinite (band->high) ? band->high : band->low);
    }

  if (low > high)
    low = high = 0.0;

  hc_chart_widen (&low, &high, decimals);
  hc_chart_scale_init (&self->scale, low, high,
                       CLAMP ((guint) (plot_height / (TICK_LINES * self->line)), MIN_TICKS, MAX_TICKS), decimals);
}

/* Returns the width of the widest number. */
static float
make_numbers (HcTrendPainter *self)
{
  float width = 0.0f;

  for (guint i = 0; i < self->scale.n_ticks; i++)
    {
      g_autofree char *number = hc_chart_words_dup_number (hc_chart_scale_get_tick (&self->scale, i),
                                                           self->scale.decimals);
      PangoLayout *layout = make_layout (self, number);

      width = MAX (width, get_layout_width (layout));
      g_ptr_array_add (self->numbers, layout);
    }

  return width;
}

/**
 * hc_trend_painter_new:
 * @series: a series
 * @from: the time at the one edge; the axis is in its zone
 * @until: the time at the other, after @from
 * @style: what it is drawn with
 * @context: makes the texts
 * @width: the width of the room, in pixels
 * @height: its height, in pixels
 *
 * Returns: (transfer full): a painter
 */
HcTrendPainter *
hc_trend_painter_new (HcChartSeries      *series,
                      GDateTime          *from,
                      GDateTime          *until,
                      const HcChartStyle *style,
                      PangoContext       *context,
                      int                 width,
                      int                 height)
{
  HcTrendPainter *self;
  float left, top, plot_height;

  g_return_val_if_fail (HC_IS_CHART_SERIES (series), NULL);
  g_return_val_if_fail (from != NULL && until != NULL && g_date_time_compare (from, until) < 0, NULL);
  g_return_val_if_fail (style != NULL, NULL);
  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);

  self = g_new0 (HcTrendPainter, 1);
  self->series = g_object_ref (series);
  self->style = *style;
  self->context = g_object_ref (context);
  self->points = hc_chart_series_get_points (series, &self->n_points);
  self->from = (double) g_date_time_to_unix_usec (from) / G_USEC_PER_SEC;
  self->until = (double) g_date_time_to_unix_usec (until) / G_USEC_PER_SEC;
  self->numbers = g_ptr_array_new_with_free_func (g_object_unref);
  self->width = (float) width;
  self->line = get_line_height (context);

  top = roundf (get_head (series, self->line));
  plot_height = MAX (1.0f, roundf ((float) height - top - hc_trend_ticks_get_height (self->line)));
  set_scale (self, plot_height);
  left = make_numbers (self) + SPACE;
  left = roundf (MIN (left, self->width / 2.0f));
  graphene_rect_init (&self->plot, style->is_mirrored ? 0.0f : left, top, MAX (1.0f, self->width - left), plot_height);
  self->ticks = hc_trend_ticks_new (from, until, hc_chart_series_get_has_times (series), context,
                                    hc_trend_painter_get_x (self, self->from),
                                    hc_trend_painter_get_x (self, self->until), self->width);

  return self;
}

/**
 * hc_trend_painter_free:
 * @self: (transfer full): a painter
 */
void
hc_trend_painter_free (HcTrendPainter *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->series);
  g_object_unref (self->context);
  g_ptr_array_unref (self->numbers);
  hc_trend_ticks_free (self->ticks);
  g_free (self);
}

/**
 * hc_trend_painter_measure:
 * @series: a series
 * @context: makes the texts
 * @minimum: (out): the height below which it cannot be read, in pixels
 * @natural: (out): the height that it should have
 */
void
hc_trend_painter_measure (HcChartSeries *series,
                          PangoContext  *context,
                          int           *minimum,
                          int           *natural)
{
  float around;

  g_return_if_fail (HC_IS_CHART_SERIES (series));
  g_return_if_fail (PANGO_IS_CONTEXT (context));
  g_return_if_fail (minimum != NULL && natural != NULL);

  around = get_head (series, get_line_height (context)) + hc_trend_ticks_get_height (get_line_height (context));
  *minimum = (int) ceilf (around) + MIN_PLOT_HEIGHT;
  *natural = (int) ceilf (around) + NATURAL_PLOT_HEIGHT;
}

/**
 * hc_trend_painter_get_plot:
 * @self: a painter
 * @plot: (out): where the values are drawn
 */
void
hc_trend_painter_get_plot (HcTrendPainter  *self,
                           graphene_rect_t *plot)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (plot != NULL);

  *plot = self->plot;
}

/* Narrow rooms have narrow edges. */
static float
get_inset (HcTrendPainter *self)
{
  return self->plot.size.width > MIN_WIDTH ? INSET : 0.0f;
}

/**
 * hc_trend_painter_get_x:
 * @self: a painter
 * @time: a time, in seconds since 1970
 *
 * Returns: where it is, in pixels
 */
float
hc_trend_painter_get_x (HcTrendPainter *self,
                        double          time)
{
  double part;
  float inset;

  g_return_val_if_fail (self != NULL, 0.0f);

  part = (time - self->from) / (self->until - self->from);
  if (self->style.is_mirrored)
    part = 1.0 - part;
  inset = get_inset (self);

  return self->plot.origin.x + inset + (float) part * (self->plot.size.width - 2.0f * inset);
}

/**
 * hc_trend_painter_get_time:
 * @self: a painter
 * @x: a place, in pixels
 *
 * Returns: the time that is there, in seconds since 1970
 */
double
hc_trend_painter_get_time (HcTrendPainter *self,
                           double          x)
{
  double part;
  float inset;

  g_return_val_if_fail (self != NULL, 0.0);

  inset = get_inset (self);
  part = (x - self->plot.origin.x - inset) / (self->plot.size.width - 2.0f * inset);

  return self->from + (self->style.is_mirrored ? 1.0 - part : part) * (self->until - self->from);
}

/**
 * hc_trend_painter_get_y:
 * @self: a painter
 * @value: a value
 *
 * Returns: where it is, in pixels
 */
float
hc_trend_painter_get_y (HcTrendPainter *self,
                        double          value)
{
  double height;

  g_return_val_if_fail (self != NULL, 0.0f);

  height = (self->scale.n_ticks - 1) * self->scale.step;

  return self->plot.origin.y + (float) (1.0 - (value - self->scale.low) / height) * self->plot.size.height;
}

static float
get_right (HcTrendPainter *self)
{
  return self->plot.origin.x + self->plot.size.width;
}

static float
get_bottom (HcTrendPainter *self)
{
  return self->plot.origin.y + self->plot.size.height;
}

static void
paint_values_axis (HcTrendPainter *self,
                   GtkSnapshot    *snapshot)
{
  const char *unit = hc_chart_series_get_unit (self->series);

  if (*unit != '\0')
    {
      g_autoptr (PangoLayout) layout = make_layout (self, unit);

      hc_chart_painter_add_text (snapshot, layout, &self->style.foreground,
                                 self->style.is_mirrored ? self->width - get_layout_width (layout) : 0.0f, 0.0f);
    }

  for (guint i = 0; i < self->numbers->len; i++)
    {
      PangoLayout *layout = g_ptr_array_index (self->numbers, i);
      float y = roundf (hc_trend_painter_get_y (self, hc_chart_scale_get_tick (&self->scale, i))) + 0.5f;
      float x = self->style.is_mirrored ? get_right (self) + SPACE
                                        : self->plot.origin.x - SPACE - get_layout_width (layout);

      hc_chart_painter_add_line (snapshot, &self->style, i == 0 ? AXIS_STRENGTH : GRID_STRENGTH,
                                 self->plot.origin.x, y, get_right (self), y);
      hc_chart_painter_add_text (snapshot, layout, &self->style.foreground, roundf (x),
                                 roundf (y - self->line / 2.0f));
    }
}

static void
paint_comparisons (HcTrendPainter *self,
                   GtkSnapshot    *snapshot)
{
  const HcChartBand *band = hc_chart_series_get_band (self->series);
  guint n_thresholds;
  const HcChartThreshold *thresholds = hc_chart_series_get_thresholds (self->series, &n_thresholds);

  if (band != NULL)
    {
      float top = isfinite (band->high) ? roundf (hc_trend_painter_get_y (self, band->high)) + 0.5f
                                        : self->plot.origin.y;
      float bottom = isfinite (band->low) ? roundf (hc_trend_painter_get_y (self, band->low)) + 0.5f
                                          : get_bottom (self);

      hc_chart_painter_add_band (snapshot, &self->style,
                                 &GRAPHENE_RECT_INIT (self->plot.origin.x, top, self->plot.size.width, bottom - top));
    }

  for (guint i = 0; i < n_thresholds; i++)
    hc_chart_painter_add_threshold (snapshot, &self->style, i, self->plot.origin.x, get_right (self),
                                    roundf (hc_trend_painter_get_y (self, thresholds[i].value)));
}

/* The words of a mark stand above it, beginning there; those that would cover the ones before are left out, and
 * told when the mark is chosen. */
static void
paint_marks (HcTrendPainter *self,
             GtkSnapshot    *snapshot)
{
  guint n_marks;
  const HcChartMark *marks = hc_chart_series_get_marks (self->series, &n_marks);
  float edge = self->style.is_mirrored ? INFINITY : -INFINITY;

  for (guint i = 0; i < n_marks; i++)
    {
      g_autoptr (PangoLayout) layout = NULL;
      float x, width, left;

      if (marks[i].seconds < self->from || marks[i].seconds > self->until)
        continue;

      x = roundf (hc_trend_painter_get_x (self, marks[i].seconds)) + 0.5f;
      hc_chart_painter_add_mark (snapshot, &self->style, x, self->plot.origin.y, get_bottom (self));

      layout = make_layout (self, marks[i].words);
      pango_layout_set_width (layout, (int) (self->plot.size.width * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_alignment (layout, PANGO_ALIGN_LEFT);
      pango_layout_set_auto_dir (layout, FALSE);
      width = get_layout_width (layout);
      pango_layout_set_width (layout, (int) width * PANGO_SCALE);
      left = CLAMP (self->style.is_mirrored ? x - width : x, self->plot.origin.x, get_right (self) - width);

      if (self->style.is_mirrored ? left + width > edge : left < edge)
        continue;

      hc_chart_painter_add_text (snapshot, layout, &self->style.foreground, roundf (left),
                                 roundf (self->plot.origin.y - 1.1f * self->line));
      edge = self->style.is_mirrored ? left - (float) LABEL_GAP * self->line
                                     : left + width + (float) LABEL_GAP * self->line;
    }
}

static void
paint_values (HcTrendPainter *self,
              GtkSnapshot    *snapshot)
{
  float line_width = hc_chart_style_get_line_width (&self->style), radius = 1.75f * line_width;
  double longest = hc_chart_get_longest_gap (self->points, self->n_points);
  g_autoptr (GArray) kept = hc_chart_reduce (self->points, self->n_points, self->from, self->until,
                                             MAX (1, (guint) self->plot.size.width));
  gboolean has_dots = (float) kept->len * DOT_SPACE * radius <= self->plot.size.width;
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  g_autoptr (GskStroke) stroke = gsk_stroke_new (line_width);
  graphene_rect_t room = self->plot;

  graphene_rect_inset (&room, 0.0f, -radius);
  gtk_snapshot_push_clip (snapshot, &room);

  for (guint i = 0; i < kept->len; i++)
    {
      guint index = g_array_index (kept, guint, i);
      const HcChartPoint *point = &self->points[index];
      float x = hc_trend_painter_get_x (self, point->time), y = hc_trend_painter_get_y (self, point->value);
      gboolean has_before = index > 0 && point->time - self->points[index - 1].time <= longest;
      gboolean has_after = index + 1 < self->n_points && self->points[index + 1].time - point->time <= longest;

      if (i > 0 && has_before)
        gsk_path_builder_line_to (builder, x, y);
      else
        gsk_path_builder_move_to (builder, x, y);

      if (has_dots || (!has_before && !has_after))
        hc_chart_painter_add_dot (snapshot, &self->style.accent, x, y, radius);
    }

  path = gsk_path_builder_to_path (builder);
  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &self->style.accent);
  gtk_snapshot_pop (snapshot);
}

/**
 * hc_trend_painter_paint:
 * @self: a painter
 * @snapshot: what is painted on
 */
void
hc_trend_painter_paint (HcTrendPainter *self,
                        GtkSnapshot    *snapshot)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));

  paint_comparisons (self, snapshot);
  paint_values_axis (self, snapshot);
  hc_trend_ticks_paint (self->ticks, &self->style, get_bottom (self), snapshot);
  paint_marks (self, snapshot);
  paint_values (self, snapshot);
}

/**
 * hc_trend_painter_paint_chosen:
 * @self: a painter
 * @point: a value
 * @snapshot: what is painted on
 *
 * Makes a value stand out.
 */
void
hc_trend_painter_paint_chosen (HcTrendPainter     *self,
                               const HcChartPoint *point,
                               GtkSnapshot        *snapshot)
{
  float x, y, radius;

  g_return_if_fail (self != NULL);
  g_return_if_fail (point != NULL);
  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));

  x = hc_trend_painter_get_x (self, point->time);
  y = hc_trend_painter_get_y (self, point->value);
  radius = 2.0f * hc_chart_style_get_line_width (&self->style);

  hc_chart_painter_add_dot (snapshot, &self->style.accent, x, y, radius);
  radius += 5.0f;
  hc_chart_painter_add_ring (snapshot, &self->style.foreground,
                             &GRAPHENE_RECT_INIT (x - radius, y - radius, 2.0f * radius, 2.0f * radius), radius);
}

/**
 * hc_trend_painter_paint_chosen_mark:
 * @self: a painter
 * @time: the time of a mark, in seconds since 1970
 * @snapshot: what is painted on
 *
 * Makes a mark stand out.
 */
void
hc_trend_painter_paint_chosen_mark (HcTrendPainter *self,
                                    double          time,
                                    GtkSnapshot    *snapshot)
{
  float x, width;

  g_return_if_fail (self != NULL);
  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));

  x = hc_trend_painter_get_x (self, time);
  width = 1.5f * hc_chart_style_get_line_width (&self->style);

  gtk_snapshot_append_color (snapshot, &self->style.foreground,
                             &GRAPHENE_RECT_INIT (x - width / 2.0f, self->plot.origin.y, width,
                                                  self->plot.size.height));
}
