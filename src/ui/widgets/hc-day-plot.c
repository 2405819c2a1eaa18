/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-day-plot.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "hc-chart-painter.h"
#include "hc-day-grid.h"

#define MIN_WIDTH 168
#define NATURAL_WIDTH 560
#define ANY_WIDTH 1e6f

/* Between the words and the days, in pixels. */
#define SPACE 9.0f

/* Around the square of a day. */
#define GAP 3.0f

#define RING_RADIUS 8.0f
#define DAYS_PER_WEEK 7

/**
 * HcDayPlot:
 *
 * Draws days, without the words around them. A day is chosen with the arrow keys or the pointer.
 */
struct _HcDayPlot
{
  GtkWidget  parent_instance;

  GArray    *days;   /* of HcChartDay */
  guint      chosen;
};

enum {
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcDayPlot, hc_day_plot, GTK_TYPE_WIDGET)

static const HcChartDay *
get_day (HcDayPlot *self,
         guint      index)
{
  return &g_array_index (self->days, HcChartDay, index);
}

static PangoLayout *
make_layout (HcDayPlot  *self,
             guint       index,
             const char *format,
             float      *width,
             float      *height)
{
  g_autofree char *text = hc_chart_day_format (get_day (self, index), format);
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int layout_width, layout_height;

  pango_layout_get_pixel_size (layout, &layout_width, &layout_height);
  *width = (float) layout_width;
  *height = (float) layout_height;

  return layout;
}

/* Before each row: its first day. */
static PangoLayout *
make_date (HcDayPlot *self,
           guint      index,
           float     *width,
           float     *height)
{
  /* Translators: a day at an axis, "3 May". See the manual of g_date_time_format(). */
  return make_layout (self, index, C_("axis", "%-d %b"), width, height);
}

/* Above each column. */
static PangoLayout *
make_weekday (HcDayPlot *self,
              guint      index,
              float     *width,
              float     *height)
{
  /* Translators: a short day of the week, "Fri". See the manual of g_date_time_format(). */
  return make_layout (self, index, C_("axis", "%a"), width, height);
}

static void
init_grid (HcDayPlot *self,
           HcDayGrid *grid,
           float      width)
{
  float words = 0.0f;

  for (guint i = 0; i < self->days->len; i++)
    {
      float date_width, height;
      g_autoptr (PangoLayout) layout = make_date (self, i, &date_width, &height);

      words = MAX (words, date_width + SPACE);
    }

  hc_day_grid_init (grid, self->days->len, width, words,
                    gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL);
}

/* The height of the days of the week, 0 when a column has more than one of them, or no room. */
static float
get_head (HcDayPlot       *self,
          const HcDayGrid *grid)
{
  float head = 0.0f;

  if (grid->n_rows > 1 && grid->n_columns % DAYS_PER_WEEK != 0)
    return 0.0f;

  for (guint i = 0; i < MIN (DAYS_PER_WEEK, self->days->len); i++)
    {
      float width, height;
      g_autoptr (PangoLayout) layout = make_weekday (self, i, &width, &height);

      if (width > grid->size - GAP)
        return 0.0f;
      head = MAX (head, height);
    }

  return head;
}

/* Returns whether there is another choice now. */
static gboolean
choose (HcDayPlot *self,
        guint      day)
{
  if (day >= self->days->len || day == self->chosen)
    return FALSE;

  self->chosen = day;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);

  return TRUE;
}

static void
motion_cb (HcDayPlot *self,
           double     x,
           double     y)
{
  HcDayGrid grid;
  guint day;

  init_grid (self, &grid, (float) gtk_widget_get_width (GTK_WIDGET (self)));
  if (hc_day_grid_find (&grid, x, y - get_head (self, &grid), &day))
    choose (self, day);
}

static void
released_cb (HcDayPlot *self,
             int        n_presses,
             double     x,
             double     y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  motion_cb (self, x, y);
}

/* Steps go the way of the arrow, whichever way time goes. */
static void
move (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  HcDayPlot *self = HC_DAY_PLOT (widget);
  int step = g_variant_get_int32 (parameter), n_days = (int) self->days->len, day = (int) self->chosen;
  HcDayGrid grid;

  if (g_str_equal (action, "chart.end"))
    {
      day = step < 0 ? 0 : n_days - 1;
    }
  else if (g_str_equal (action, "chart.move"))
    {
      day += gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -step : step;
    }
  else
    {
      init_grid (self, &grid, (float) gtk_widget_get_width (widget));
      day += step * (int) grid.n_columns;
    }

  if (day >= 0 && day < n_days && choose (self, (guint) day))
    {
      g_autofree char *words = hc_day_plot_dup_chosen (self);

      gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
}

static GtkSizeRequestMode
hc_day_plot_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
hc_day_plot_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  HcDayPlot *self = HC_DAY_PLOT (widget);
  HcDayGrid grid;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }

  /* Asked without a width, it is as low as it can be, as a label is. */
  init_grid (self, &grid, for_size < 0 ? ANY_WIDTH : (float) for_size);
  *minimum = *natural = (int) ceilf ((float) grid.n_rows * grid.size + get_head (self, &grid));
}

static void
hc_day_plot_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  HcDayPlot *self = HC_DAY_PLOT (widget);
  HcChartStyle style;
  HcDayGrid grid;
  float head;

  hc_chart_style_init (&style, widget);
  init_grid (self, &grid, (float) gtk_widget_get_width (widget));
  head = get_head (self, &grid);

  for (guint i = 0; i < self->days->len; i++)
    {
      graphene_rect_t bounds;
      float width, height;

      hc_day_grid_get (&grid, i, &bounds);
      bounds.origin.y += head;

      if (i % grid.n_columns == 0 && grid.left > 0.0f)
        {
          g_autoptr (PangoLayout) date = make_date (self, i, &width, &height);

          hc_chart_painter_add_text (snapshot, date, &style.foreground,
                                     grid.is_mirrored ? grid.width - grid.left + SPACE : grid.left - SPACE - width,
                                     roundf (bounds.origin.y + (grid.size - height) / 2.0f));
        }

      if (i < grid.n_columns && head > 0.0f)
        {
          g_autoptr (PangoLayout) weekday = make_weekday (self, i, &width, &height);

          hc_chart_painter_add_text (snapshot, weekday, &style.foreground,
                                     roundf (bounds.origin.x + (grid.size - width) / 2.0f), 0.0);
        }

      if (i == self->chosen)
        hc_chart_painter_add_ring (snapshot, &style.foreground, &bounds, RING_RADIUS);

      graphene_rect_inset (&bounds, GAP + 1.0f, GAP + 1.0f);
      hc_chart_painter_add_day (snapshot, &style, hc_chart_day_get_kind (get_day (self, i)), &bounds);
    }

  if (gtk_widget_has_visible_focus (widget))
    hc_chart_painter_add_focus (snapshot, &style, widget);
}

static void
hc_day_plot_state_flags_changed (GtkWidget     *widget,
                                 GtkStateFlags  previous)
{
  gtk_widget_queue_draw (widget);

  GTK_WIDGET_CLASS (hc_day_plot_parent_class)->state_flags_changed (widget, previous);
}

static void
hc_day_plot_finalize (GObject *object)
{
  g_array_unref (HC_DAY_PLOT (object)->days);

  G_OBJECT_CLASS (hc_day_plot_parent_class)->finalize (object);
}

static void
hc_day_plot_class_init (HcDayPlotClass *klass)
{
  static const struct { guint key; const char *action; int step; } keys[] = {
    { GDK_KEY_Left, "chart.move", -1 }, { GDK_KEY_KP_Left, "chart.move", -1 },
    { GDK_KEY_Right, "chart.move", 1 }, { GDK_KEY_KP_Right, "chart.move", 1 },
    { GDK_KEY_Up, "chart.leap", -1 }, { GDK_KEY_KP_Up, "chart.leap", -1 },
    { GDK_KEY_Down, "chart.leap", 1 }, { GDK_KEY_KP_Down, "chart.leap", 1 },
    { GDK_KEY_Home, "chart.end", -1 }, { GDK_KEY_KP_Home, "chart.end", -1 },
    { GDK_KEY_End, "chart.end", 1 }, { GDK_KEY_KP_End, "chart.end", 1 },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hc_day_plot_finalize;
  widget_class->get_request_mode = hc_day_plot_get_request_mode;
  widget_class->measure = hc_day_plot_measure;
  widget_class->snapshot = hc_day_plot_snapshot;
  widget_class->state_flags_changed = hc_day_plot_state_flags_changed;

  /**
   * HcDayPlot::chosen:
   * @self: the plot
   *
   * Another day was chosen.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", HC_TYPE_DAY_PLOT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "chart.move", "i", move);
  gtk_widget_class_install_action (widget_class, "chart.leap", "i", move);
  gtk_widget_class_install_action (widget_class, "chart.end", "i", move);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_NO_MODIFIER_MASK, keys[i].action, "i",
                                         keys[i].step);

  gtk_widget_class_set_css_name (widget_class, "day-plot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
hc_day_plot_init (HcDayPlot *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->days = g_array_new (FALSE, FALSE, sizeof (HcChartDay));
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
 * hc_day_plot_new:
 *
 * Returns: (transfer floating): a plot without days
 */
GtkWidget *
hc_day_plot_new (void)
{
  return g_object_new (HC_TYPE_DAY_PLOT, NULL);
}

/**
 * hc_day_plot_set_days:
 * @self: a plot
 * @days: (element-type HcChartDay): what it is to draw, in the order of the days; it takes a copy
 */
void
hc_day_plot_set_days (HcDayPlot *self,
                      GArray    *days)
{
  g_autofree char *words = NULL;

  g_return_if_fail (HC_IS_DAY_PLOT (self));
  g_return_if_fail (days != NULL && g_array_get_element_size (days) == sizeof (HcChartDay));

  g_array_unref (self->days);
  self->days = g_array_copy (days);
  self->chosen = MAX (1, days->len) - 1;

  words = hc_chart_day_describe (days);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

/**
 * hc_day_plot_dup_chosen:
 * @self: a plot
 *
 * Returns: (transfer full) (nullable): the day that is chosen, in words
 */
char *
hc_day_plot_dup_chosen (HcDayPlot *self)
{
  const HcChartDay *day;
  g_autofree char *date = NULL;
  g_autofree char *doses = NULL;

  g_return_val_if_fail (HC_IS_DAY_PLOT (self), NULL);

  if (self->days->len == 0)
    return NULL;

  day = get_day (self, self->chosen);
  date = hc_chart_day_format (day, NULL);
  doses = hc_chart_day_dup_doses (day);

  /* Translators: a day and what there was: "12 November 2026: 3.4 ng/mL". */
  return g_strdup_printf (_("%s: %s"), date, doses);
}
