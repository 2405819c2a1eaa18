/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trend-ticks.h"

#include <glib/gi18n.h>
#include <math.h>

#include "hc-chart-calendar.h"

/* Lines of text between the axis and the words: beside them stands the lower half of a number. */
#define SPACE 0.45f

#define TICK_LENGTH 5.0f
#define TICK_STRENGTH 0.5f

/* Lines of text between words beside each other. */
#define GAP 0.7f

/* A tick. */
typedef struct
{
  float        x;
  float        left;
  PangoLayout *layout;
} Tick;

struct _HcTrendTicks
{
  PangoContext *context;
  float         line;    /* the height of a line of text */
  float         width;   /* in which the words have to stay */
  float         x_from;
  float         x_until; /* to the left of the other when time goes that way */
  GDateTime    *from;
  GDateTime    *until;
  gboolean      has_hours;
  GArray       *ticks;   /* of Tick */
};

static void
tick_clear (gpointer tick)
{
  g_object_unref (((Tick *) tick)->layout);
}

/* What changes from tick to tick. */
static char *
dup_upper (const HcChartStep *step,
           GDateTime         *time)
{
  switch (step->unit)
    {
    case HC_CHART_UNIT_HOUR:
      /* Translators: a time of day at an axis. See the manual of g_date_time_format(). */
      return g_date_time_format (time, C_("axis", "%H:%M"));
    case HC_CHART_UNIT_MONTH:
      /* Translators: the short name of a month at an axis. See the manual of g_date_time_format(). */
      return g_date_time_format (time, C_("axis", "%b"));
    case HC_CHART_UNIT_YEAR:
      return g_date_time_format (time, "%Y");
    case HC_CHART_UNIT_DAY:
    case HC_CHART_UNIT_WEEK:
    default:
      /* Translators: a day at an axis, "3 May". See the manual of g_date_time_format(). */
      return g_date_time_format (time, C_("axis", "%-d %b"));
    }
}

/* What changes seldom, and is written where it does. */
static char *
dup_lower (const HcChartStep *step,
           GDateTime         *time)
{
  if (step->unit == HC_CHART_UNIT_YEAR)
    return g_strdup ("");

  /* Translators: a day below a time of day at an axis, "3 May 2026". See the manual of g_date_time_format(). */
  return g_date_time_format (time, step->unit == HC_CHART_UNIT_HOUR ? C_("axis", "%-d %b %Y") : "%Y");
}

static Tick
make_tick (HcTrendTicks *self,
           GDateTime    *time,
           const char   *upper,
           const char   *lower,
           float        *width)
{
  double part = (double) g_date_time_difference (time, self->from) /
                (double) g_date_time_difference (self->until, self->from);
  g_autofree char *text = g_strconcat (upper, *lower != '\0' ? "\n" : "", lower, NULL);
  Tick tick = { .x = self->x_from + (float) part * (self->x_until - self->x_from) };
  int pixels;

  tick.layout = pango_layout_new (self->context);
  pango_layout_set_text (tick.layout, text, -1);
  pango_layout_set_alignment (tick.layout, PANGO_ALIGN_CENTER);
  pango_layout_get_pixel_size (tick.layout, &pixels, NULL);
  *width = (float) pixels;
  tick.left = roundf (CLAMP (tick.x - *width / 2.0f, 0.0f, MAX (0.0f, self->width - *width)));

  return tick;
}

/* Returns whether the words fit beside each other. */
static gboolean
place (HcTrendTicks      *self,
       const HcChartStep *step,
       GPtrArray         *times)
{
  gboolean is_mirrored = self->x_until < self->x_from;
  g_autofree char *before = g_strdup ("");
  float edge = is_mirrored ? INFINITY : -INFINITY;

  g_array_set_size (self->ticks, 0);

  for (guint i = 0; i < times->len; i++)
    {
      GDateTime *time = g_ptr_array_index (times, i);
      g_autofree char *upper = dup_upper (step, time);
      g_autofree char *lower = dup_lower (step, time);
      float width;
      Tick tick = make_tick (self, time, upper, g_str_equal (lower, before) ? "" : lower, &width);

      g_array_append_val (self->ticks, tick);
      if (is_mirrored ? tick.left + width > edge : tick.left < edge)
        return FALSE;

      edge = is_mirrored ? tick.left - GAP * self->line : tick.left + width + GAP * self->line;
      g_free (before);
      before = g_steal_pointer (&lower);
    }

  return TRUE;
}

/* The shortest step for which there is room. */
static void
choose_step (HcTrendTicks *self)
{
  static const HcChartStep day = { HC_CHART_UNIT_DAY, 1 };
  double seconds = (double) g_date_time_difference (self->until, self->from) / G_USEC_PER_SEC;
  g_autoptr (GPtrArray) edge = NULL;
  guint n_steps;
  const HcChartStep *steps = hc_chart_calendar_get_steps (&n_steps);

  for (guint i = 0; i < n_steps; i++)
    {
      double distance = fabsf (self->x_until - self->x_from) * hc_chart_calendar_get_seconds (&steps[i]) / seconds;
      g_autoptr (GPtrArray) times = NULL;

      if (distance < self->line || (steps[i].unit == HC_CHART_UNIT_HOUR && !self->has_hours))
        continue;

      times = hc_chart_calendar_make_ticks (&steps[i], self->from, self->until);
      if (times->len == 0)
        break;
      if (place (self, &steps[i], times))
        return;
    }

  /* Not one tick of the calendar lies between the edges. */
  edge = g_ptr_array_new ();
  g_ptr_array_add (edge, self->from);
  place (self, &day, edge);
}

/**
 * hc_trend_ticks_new:
 * @from: the time at the one edge; the axis is in its zone
 * @until: the time at the other, after @from
 * @has_hours: whether times of day matter
 * @context: makes the words
 * @x_from: where the one edge is, in pixels
 * @x_until: where the other is
 * @width: in which the words have to stay, from 0
 *
 * Returns: (transfer full): an axis
 */
HcTrendTicks *
hc_trend_ticks_new (GDateTime    *from,
                    GDateTime    *until,
                    gboolean      has_hours,
                    PangoContext *context,
                    float         x_from,
                    float         x_until,
                    float         width)
{
  HcTrendTicks *self;
  PangoFontMetrics *metrics;

  g_return_val_if_fail (from != NULL && until != NULL && g_date_time_compare (from, until) < 0, NULL);
  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);

  self = g_new0 (HcTrendTicks, 1);
  self->context = g_object_ref (context);
  self->from = g_date_time_ref (from);
  self->until = g_date_time_ref (until);
  self->has_hours = has_hours;
  self->x_from = x_from;
  self->x_until = x_until;
  self->width = width;
  self->ticks = g_array_new (FALSE, FALSE, sizeof (Tick));
  g_array_set_clear_func (self->ticks, tick_clear);

  metrics = pango_context_get_metrics (context, NULL, NULL);
  self->line = (float) pango_font_metrics_get_height (metrics) / PANGO_SCALE;
  pango_font_metrics_unref (metrics);

  choose_step (self);

  return self;
}

/**
 * hc_trend_ticks_free:
 * @self: (transfer full): an axis
 */
void
hc_trend_ticks_free (HcTrendTicks *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->context);
  g_date_time_unref (self->from);
  g_date_time_unref (self->until);
  g_array_unref (self->ticks);
  g_free (self);
}

/**
 * hc_trend_ticks_get_height:
 * @line: the height of a line of text, in pixels
 *
 * Returns: the height of an axis
 */
float
hc_trend_ticks_get_height (float line)
{
  return (SPACE + 2.0f) * line;
}

/**
 * hc_trend_ticks_paint:
 * @self: an axis
 * @style: what it is drawn with
 * @top: where its upper edge is, in pixels
 * @snapshot: what is painted on
 */
void
hc_trend_ticks_paint (HcTrendTicks       *self,
                      const HcChartStyle *style,
                      float               top,
                      GtkSnapshot        *snapshot)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (style != NULL);
  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));

  for (guint i = 0; i < self->ticks->len; i++)
    {
      const Tick *tick = &g_array_index (self->ticks, Tick, i);
      float x = roundf (tick->x) + 0.5f;

      hc_chart_painter_add_line (snapshot, style, TICK_STRENGTH, x, top, x, top + TICK_LENGTH);
      hc_chart_painter_add_text (snapshot, tick->layout, &style->foreground, tick->left,
                                 roundf (top + SPACE * self->line));
    }
}
