/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trend-plot.h"

#include <adwaita.h>

#include "hc-chart-words.h"
#include "hc-trend-painter.h"

#define MIN_WIDTH 160
#define NATURAL_WIDTH 560

/* What has only one time is shown in the middle of so much of it on each side. */
#define LONE_DAYS 7

/* A leap goes over this part of what can be chosen. */
#define LEAP 10

/* What can be chosen: a value or a mark. */
typedef struct
{
  double   time;
  gboolean is_mark;
  guint    index;
} Stop;

/**
 * HcTrendPlot:
 *
 * Draws a series, without the words around it. A value or a mark is chosen with the arrow keys or the pointer.
 */
struct _HcTrendPlot
{
  GtkWidget       parent_instance;

  HcChartSeries  *series;
  GDateTime      *from;
  GDateTime      *until;
  guint           first;   /* of the values that are seen */
  guint           n_seen;
  GArray         *stops;   /* of Stop, by time */
  guint           chosen;  /* the number of a stop */

  HcTrendPainter *painter; /* NULL until it is needed */
  HcChartStyle    style;   /* that of the painter */
  GskRenderNode  *node;    /* what it has painted */
};

enum {
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcTrendPlot, hc_trend_plot, GTK_TYPE_WIDGET)

static void
forget_drawing (HcTrendPlot *self)
{
  g_clear_pointer (&self->painter, hc_trend_painter_free);
  g_clear_pointer (&self->node, gsk_render_node_unref);
}

/* The drawing is kept until something of it changes: to choose another value paints nothing anew. */
static void
ensure_drawing (HcTrendPlot *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (GtkSnapshot) snapshot = NULL;
  HcChartStyle style;

  hc_chart_style_init (&style, widget);
  if (self->painter != NULL && hc_chart_style_equal (&style, &self->style))
    return;

  forget_drawing (self);
  self->style = style;
  self->painter = hc_trend_painter_new (self->series, self->from, self->until, &style,
                                        gtk_widget_get_pango_context (widget),
                                        gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  snapshot = gtk_snapshot_new ();
  hc_trend_painter_paint (self->painter, snapshot);
  self->node = gtk_snapshot_to_node (snapshot);
}

static const Stop *
get_chosen (HcTrendPlot *self)
{
  return self->chosen < self->stops->len ? &g_array_index (self->stops, Stop, self->chosen) : NULL;
}

/* Returns whether there is another choice now. */
static gboolean
choose (HcTrendPlot *self,
        guint        stop)
{
  if (stop >= self->stops->len || stop == self->chosen)
    return FALSE;

  self->chosen = stop;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);

  return TRUE;
}

static void
choose_at (HcTrendPlot *self,
           double       x)
{
  double time;
  guint low = 0, high = self->stops->len;

  if (self->stops->len == 0)
    return;

  ensure_drawing (self);
  time = hc_trend_painter_get_time (self->painter, x);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->stops, Stop, middle).time < time)
        low = middle + 1;
      else
        high = middle;
    }

  if (low == self->stops->len ||
      (low > 0 && time - g_array_index (self->stops, Stop, low - 1).time <
                  g_array_index (self->stops, Stop, low).time - time))
    low--;

  choose (self, low);
}

static void
motion_cb (HcTrendPlot *self,
           double       x,
           double       y)
{
  choose_at (self, x);
}

static void
released_cb (HcTrendPlot *self,
             int          n_presses,
             double       x,
             double       y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  choose_at (self, x);
}

/* Steps go the way of the arrow, whichever way time goes. */
static void
move (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  HcTrendPlot *self = HC_TREND_PLOT (widget);
  gint64 step = g_variant_get_int32 (parameter);
  gint64 stop;

  if (self->stops->len == 0)
    return;

  if (g_str_equal (action, "chart.end"))
    {
      stop = step < 0 ? 0 : self->stops->len - 1;
    }
  else
    {
      if (g_str_equal (action, "chart.leap"))
        step *= MAX (1, self->stops->len / LEAP);
      if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
        step = -step;
      stop = CLAMP ((gint64) self->chosen + step, 0, (gint64) self->stops->len - 1);
    }

  if (choose (self, (guint) stop))
    {
      g_autofree char *words = hc_trend_plot_dup_chosen (self);

      gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
}

static void
hc_trend_plot_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  HcTrendPlot *self = HC_TREND_PLOT (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else if (self->series != NULL)
    {
      hc_trend_painter_measure (self->series, gtk_widget_get_pango_context (widget), minimum, natural);
    }
}

static void
hc_trend_plot_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  forget_drawing (HC_TREND_PLOT (widget));
}

static void
hc_trend_plot_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  HcTrendPlot *self = HC_TREND_PLOT (widget);
  const Stop *chosen = get_chosen (self);

  if (self->n_seen == 0)
    return;

  ensure_drawing (self);
  gtk_snapshot_append_node (snapshot, self->node);

  if (chosen != NULL && chosen->is_mark)
    hc_trend_painter_paint_chosen_mark (self->painter, chosen->time, snapshot);
  else if (chosen != NULL)
    hc_trend_painter_paint_chosen (self->painter,
                                   &hc_chart_series_get_points (self->series, &(guint) { 0 })[chosen->index], snapshot);

  if (gtk_widget_has_visible_focus (widget))
    hc_chart_painter_add_focus (snapshot, &self->style, widget);
}

static void
hc_trend_plot_state_flags_changed (GtkWidget     *widget,
                                   GtkStateFlags  previous)
{
  gtk_widget_queue_draw (widget);

  GTK_WIDGET_CLASS (hc_trend_plot_parent_class)->state_flags_changed (widget, previous);
}

static void
hc_trend_plot_dispose (GObject *object)
{
  HcTrendPlot *self = HC_TREND_PLOT (object);

  forget_drawing (self);
  g_clear_object (&self->series);
  g_clear_pointer (&self->from, g_date_time_unref);
  g_clear_pointer (&self->until, g_date_time_unref);

  G_OBJECT_CLASS (hc_trend_plot_parent_class)->dispose (object);
}

static void
hc_trend_plot_finalize (GObject *object)
{
  g_array_unref (HC_TREND_PLOT (object)->stops);

  G_OBJECT_CLASS (hc_trend_plot_parent_class)->finalize (object);
}

static void
hc_trend_plot_class_init (HcTrendPlotClass *klass)
{
  static const struct { guint key; GdkModifierType modifiers; const char *action; int step; } keys[] = {
    { GDK_KEY_Left, GDK_NO_MODIFIER_MASK, "chart.move", -1 },
    { GDK_KEY_KP_Left, GDK_NO_MODIFIER_MASK, "chart.move", -1 },
    { GDK_KEY_Right, GDK_NO_MODIFIER_MASK, "chart.move", 1 },
    { GDK_KEY_KP_Right, GDK_NO_MODIFIER_MASK, "chart.move", 1 },
    { GDK_KEY_Left, GDK_CONTROL_MASK, "chart.leap", -1 },
    { GDK_KEY_Right, GDK_CONTROL_MASK, "chart.leap", 1 },
    { GDK_KEY_Home, GDK_NO_MODIFIER_MASK, "chart.end", -1 },
    { GDK_KEY_KP_Home, GDK_NO_MODIFIER_MASK, "chart.end", -1 },
    { GDK_KEY_End, GDK_NO_MODIFIER_MASK, "chart.end", 1 },
    { GDK_KEY_KP_End, GDK_NO_MODIFIER_MASK, "chart.end", 1 },
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hc_trend_plot_dispose;
  object_class->finalize = hc_trend_plot_finalize;
  widget_class->measure = hc_trend_plot_measure;
  widget_class->size_allocate = hc_trend_plot_size_allocate;
  widget_class->snapshot = hc_trend_plot_snapshot;
  widget_class->state_flags_changed = hc_trend_plot_state_flags_changed;

  /**
   * HcTrendPlot::chosen:
   * @self: the plot
   *
   * Another value or mark was chosen.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", HC_TYPE_TREND_PLOT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "chart.move", "i", move);
  gtk_widget_class_install_action (widget_class, "chart.leap", "i", move);
  gtk_widget_class_install_action (widget_class, "chart.end", "i", move);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action, "i",
                                         keys[i].step);

  /* An image with all that it shows in its description. It is no slider, although it has a place that moves: a
   * slider promises that a value can be changed. What is chosen is announced. */
  gtk_widget_class_set_css_name (widget_class, "trend-plot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
hc_trend_plot_init (HcTrendPlot *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->stops = g_array_new (FALSE, FALSE, sizeof (Stop));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "accent");

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * hc_trend_plot_new:
 *
 * Returns: (transfer floating): a plot without a series
 */
GtkWidget *
hc_trend_plot_new (void)
{
  return g_object_new (HC_TYPE_TREND_PLOT, NULL);
}

/* All that there is, or a time around what is only one. */
static void
set_edges (HcTrendPlot *self,
           GDateTime   *from,
           GDateTime   *until)
{
  guint n_points, n_marks;
  const HcChartMark *marks = hc_chart_series_get_marks (self->series, &n_marks);
  GDateTime *first, *last;

  g_clear_pointer (&self->from, g_date_time_unref);
  g_clear_pointer (&self->until, g_date_time_unref);

  hc_chart_series_get_points (self->series, &n_points);
  if (n_points == 0)
    return;

  first = hc_chart_series_get_time (self->series, 0);
  last = hc_chart_series_get_time (self->series, n_points - 1);
  if (n_marks > 0 && g_date_time_compare (marks[0].time, first) < 0)
    first = marks[0].time;
  if (n_marks > 0 && g_date_time_compare (marks[n_marks - 1].time, last) > 0)
    last = marks[n_marks - 1].time;
  if (from != NULL)
    first = from;
  if (until != NULL)
    last = until;

  if (g_date_time_compare (first, last) < 0)
    {
      self->from = g_date_time_ref (first);
      self->until = g_date_time_ref (last);
    }
  else
    {
      self->from = g_date_time_add_days (first, -LONE_DAYS);
      self->until = g_date_time_add_days (first, LONE_DAYS);
    }
}

static int
compare_stops (gconstpointer a,
               gconstpointer b)
{
  double first = ((const Stop *) a)->time, second = ((const Stop *) b)->time;

  return (first > second) - (first < second);
}

static void
find_stops (HcTrendPlot *self)
{
  guint n_points, n_marks;
  const HcChartPoint *points = hc_chart_series_get_points (self->series, &n_points);
  const HcChartMark *marks = hc_chart_series_get_marks (self->series, &n_marks);
  double from, until;

  g_array_set_size (self->stops, 0);
  self->first = self->n_seen = 0;
  if (self->from == NULL)
    return;

  from = (double) g_date_time_to_unix_usec (self->from) / G_USEC_PER_SEC;
  until = (double) g_date_time_to_unix_usec (self->until) / G_USEC_PER_SEC;
  self->first = hc_chart_find (points, n_points, from);

  for (guint i = self->first; i < n_points && points[i].time <= until; i++)
    {
      Stop stop = { .time = points[i].time, .index = i };

      g_array_append_val (self->stops, stop);
    }

  self->n_seen = self->stops->len;
  self->chosen = MAX (1, self->n_seen) - 1;
  if (n_marks == 0 || self->n_seen == 0)
    return;

  for (guint i = 0; i < n_marks; i++)
    {
      Stop stop = { .time = marks[i].seconds, .is_mark = TRUE, .index = i };

      if (stop.time >= from && stop.time <= until)
        g_array_append_val (self->stops, stop);
    }

  /* The last value is chosen first; marks may come after it. */
  g_array_sort (self->stops, compare_stops);
  for (guint i = 0; i < self->stops->len; i++)
    if (!g_array_index (self->stops, Stop, i).is_mark)
      self->chosen = i;
}

/**
 * hc_trend_plot_set_series:
 * @self: a plot
 * @series: (nullable): what it is to draw
 * @from: (nullable): the time at the one edge, %NULL for the first that there is
 * @until: (nullable): the time at the other edge, %NULL for the last that there is
 */
void
hc_trend_plot_set_series (HcTrendPlot   *self,
                          HcChartSeries *series,
                          GDateTime     *from,
                          GDateTime     *until)
{
  g_return_if_fail (HC_IS_TREND_PLOT (self));
  g_return_if_fail (series == NULL || HC_IS_CHART_SERIES (series));

  g_set_object (&self->series, series);
  g_array_set_size (self->stops, 0);
  self->first = self->n_seen = 0;

  if (series != NULL)
    {
      g_autofree char *words = NULL;

      set_edges (self, from, until);
      find_stops (self);
      words = hc_trend_plot_dup_words (self);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, hc_chart_series_get_name (series),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                      -1);
    }

  forget_drawing (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

/**
 * hc_trend_plot_is_empty:
 * @self: a plot
 *
 * Returns: whether there is no value between the edges
 */
gboolean
hc_trend_plot_is_empty (HcTrendPlot *self)
{
  g_return_val_if_fail (HC_IS_TREND_PLOT (self), TRUE);

  return self->n_seen == 0;
}

/**
 * hc_trend_plot_dup_words:
 * @self: a plot
 *
 * Returns: (transfer full) (nullable): all that it shows, in words
 */
char *
hc_trend_plot_dup_words (HcTrendPlot *self)
{
  g_return_val_if_fail (HC_IS_TREND_PLOT (self), NULL);

  return self->series != NULL ? hc_chart_words_describe (self->series, self->first, self->n_seen) : NULL;
}

/**
 * hc_trend_plot_dup_chosen:
 * @self: a plot
 *
 * Returns: (transfer full) (nullable): the value or the mark that is chosen, in words
 */
char *
hc_trend_plot_dup_chosen (HcTrendPlot *self)
{
  const Stop *chosen;

  g_return_val_if_fail (HC_IS_TREND_PLOT (self), NULL);

  chosen = get_chosen (self);
  if (chosen == NULL)
    return NULL;

  return chosen->is_mark ? hc_chart_words_dup_mark (self->series, chosen->index)
                         : hc_chart_words_dup_point (self->series, chosen->index);
}
