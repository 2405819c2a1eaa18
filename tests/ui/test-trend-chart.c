/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart-examples.h"
#include "hc-trend-chart.h"
#include "hc-trend-painter.h"
#include "hc-trend-plot.h"
#include "hc-ui-fixture.h"
#include "widget-image.h"

#include <math.h>

/* What is drawn of a series, pixel by pixel, what a screen reader finds, and what keys and the pointer choose. */

#define SPACE "\302\240"
#define WIDTH 600
#define MANY 20000

#define NORMAL_DPI (96 * 1024)

typedef struct
{
  GtkWidget    *window;
  HcTrendChart *chart;
  GtkWidget    *plot;
} Shown;

static Shown
show (HcChartSeries *series,
      int            width)
{
  Shown shown;

  shown.chart = HC_TREND_CHART (hc_trend_chart_new (series));
  shown.plot = gtk_widget_get_first_child (GTK_WIDGET (shown.chart));
  shown.window = g_object_new (GTK_TYPE_WINDOW, "decorated", FALSE, "child", shown.chart, "default-width", width, NULL);
  gtk_window_present (GTK_WINDOW (shown.window));
  WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (shown.chart)));
  hc_ui_fixture_wait_frames (shown.window, 4);

  return shown;
}

static void
shown_close (Shown *shown)
{
  g_free (hc_ui_fixture_take_announcement ());
  gtk_window_destroy (GTK_WINDOW (shown->window));
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shown, shown_close)

static const char *
get_said (const Shown *shown)
{
  return gtk_label_get_text (GTK_LABEL (gtk_widget_get_next_sibling (shown->plot)));
}

static void
add (HcChartSeries *series,
     const char    *when,
     double         value)
{
  g_autoptr (GDateTime) time = chart_examples_parse (when);

  hc_chart_series_add (series, time, value);
}

static HcTrendPainter *
make_painter (HcChartSeries *series,
              const char    *from,
              const char    *until,
              GtkWidget     *plot,
              gboolean       is_high_contrast)
{
  g_autoptr (GDateTime) first = chart_examples_parse (from);
  g_autoptr (GDateTime) last = chart_examples_parse (until);
  HcChartStyle style;

  hc_chart_style_init (&style, plot);
  style.is_high_contrast = is_high_contrast;

  return hc_trend_painter_new (series, first, last, &style, gtk_widget_get_pango_context (plot),
                               gtk_widget_get_width (plot), gtk_widget_get_height (plot));
}

/* --- What a screen reader finds --- */

static void
test_accessible (void)
{
  g_autoptr (HcChartSeries) series = chart_examples_make_cea ();
  g_auto (Shown) shown = show (series, WIDTH);
  g_autofree char *words = hc_trend_chart_dup_words (shown.chart);

  g_assert_true (g_str_has_prefix (words, "CEA, 14 values from 3 May 2025"));
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (shown.plot)), ==, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (shown.plot), GTK_ACCESSIBLE_PROPERTY_LABEL, "CEA");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (shown.plot), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words);

  /* What is drawn beside the line is said in words below it. */
  g_assert_nonnull (hc_ui_fixture_find (shown.window, GTK_TYPE_LABEL, "Reference range: up to 5.0" SPACE "ng/mL"));
}

/* Values and marks in the order of their times, announced, and nothing beyond the ends. */
static void
test_keyboard (void)
{
  g_autoptr (HcChartSeries) series = chart_examples_make_cea ();
  g_auto (Shown) shown = show (series, WIDTH);
  g_autofree char *announcement = NULL;
  g_autofree char *silence = NULL;
  guint n_steps = 0;

  g_assert_true (gtk_widget_grab_focus (shown.plot));
  g_assert_cmpstr (get_said (&shown), ==, "12 November 2026: 3.4" SPACE "ng/mL");

  g_assert_true (widget_press_key (shown.plot, GDK_KEY_Left, GDK_NO_MODIFIER_MASK));
  g_assert_cmpstr (get_said (&shown), ==, "14 September 2026: 2.9" SPACE "ng/mL");
  announcement = hc_ui_fixture_take_announcement ();
  g_assert_cmpstr (announcement, ==, "14 September 2026: 2.9" SPACE "ng/mL");

  widget_press_key (shown.plot, GDK_KEY_Home, GDK_NO_MODIFIER_MASK);
  g_assert_cmpstr (get_said (&shown), ==, "3 May 2025: 8.1" SPACE "ng/mL");
  widget_press_key (shown.plot, GDK_KEY_Right, GDK_NO_MODIFIER_MASK);
  g_assert_cmpstr (get_said (&shown), ==, "20 May 2025: Surgery");
  widget_press_key (shown.plot, GDK_KEY_KP_Right, GDK_NO_MODIFIER_MASK);
  g_assert_cmpstr (get_said (&shown), ==, "2 June 2025: 7.4" SPACE "ng/mL");
  widget_press_key (shown.plot, GDK_KEY_Home, GDK_NO_MODIFIER_MASK);
  g_free (hc_ui_fixture_take_announcement ());
  widget_press_key (shown.plot, GDK_KEY_Left, GDK_NO_MODIFIER_MASK);
  silence = hc_ui_fixture_take_announcement ();
  g_assert_null (silence);

  /* 14 values and 3 marks. */
  while (!g_str_has_prefix (get_said (&shown), "12 November 2026"))
    {
      widget_press_key (shown.plot, GDK_KEY_Right, GDK_NO_MODIFIER_MASK);
      n_steps++;
    }
  g_assert_cmpuint (n_steps, ==, 16);

  widget_press_key (shown.plot, GDK_KEY_End, GDK_NO_MODIFIER_MASK);
  g_assert_cmpstr (get_said (&shown), ==, "12 November 2026: 3.4" SPACE "ng/mL");
}

/* Of many, Control leaps over a tenth. */
static void
test_leap (void)
{
  g_autoptr (HcChartSeries) series = chart_examples_make_many (100);
  g_auto (Shown) shown = show (series, WIDTH);

  widget_press_key (shown.plot, GDK_KEY_Home, GDK_NO_MODIFIER_MASK);
  widget_press_key (shown.plot, GDK_KEY_Right, GDK_CONTROL_MASK);
  g_assert_true (g_str_has_prefix (get_said (&shown), "1 August 2024, 22:00: "));
  widget_press_key (shown.plot, GDK_KEY_Left, GDK_CONTROL_MASK);
  g_assert_true (g_str_has_prefix (get_said (&shown), "1 August 2024, 12:00: "));
}

static void
point_at (const Shown *shown,
          double       x)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (shown->plot);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        g_signal_emit_by_name (controller, "motion", x, 50.0);
    }
}

static void
test_pointer (void)
{
  g_autoptr (HcChartSeries) series = chart_examples_make_cea ();
  g_auto (Shown) shown = show (series, WIDTH);
  g_autoptr (HcTrendPainter) painter = make_painter (series, "2025-05-03", "2026-11-12", shown.plot, FALSE);
  g_autoptr (GDateTime) march = chart_examples_parse ("2026-03-03");
  g_autofree char *announcement = NULL;

  point_at (&shown, 0.0);
  g_assert_cmpstr (get_said (&shown), ==, "3 May 2025: 8.1" SPACE "ng/mL");
  point_at (&shown, hc_trend_painter_get_x (painter, (double) g_date_time_to_unix (march)) + 3.0);
  g_assert_cmpstr (get_said (&shown), ==, "3 March 2026: 2.2" SPACE "ng/mL");
  point_at (&shown, WIDTH - 1.0);
  g_assert_cmpstr (get_said (&shown), ==, "12 November 2026: 3.4" SPACE "ng/mL");

  /* Somebody who points sees it. */
  announcement = hc_ui_fixture_take_announcement ();
  g_assert_null (announcement);
}

/* Time goes to the left, and so do the keys. */
static void
test_mirrored (void)
{
  g_autoptr (HcChartSeries) series = chart_examples_make_cea ();

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  {
    g_auto (Shown) shown = show (series, WIDTH);
    g_autoptr (HcTrendPainter) painter = make_painter (series, "2025-05-03", "2026-11-12", shown.plot, FALSE);
    const HcChartPoint *points = hc_chart_series_get_points (series, &(guint) { 0 });
    graphene_rect_t plot;

    hc_trend_painter_get_plot (painter, &plot);
    g_assert_cmpfloat (plot.origin.x, ==, 0.0f);
    g_assert_cmpfloat (hc_trend_painter_get_x (painter, points[13].time), <, 20.0f);
    g_assert_cmpfloat (hc_trend_painter_get_x (painter, points[0].time), >, WIDTH / 2.0f);

    widget_press_key (shown.plot, GDK_KEY_Right, GDK_NO_MODIFIER_MASK);
    g_assert_cmpstr (get_said (&shown), ==, "14 September 2026: 2.9" SPACE "ng/mL");
    widget_press_key (shown.plot, GDK_KEY_Left, GDK_NO_MODIFIER_MASK);
    g_assert_cmpstr (get_said (&shown), ==, "12 November 2026: 3.4" SPACE "ng/mL");
    widget_press_key (shown.plot, GDK_KEY_Home, GDK_NO_MODIFIER_MASK);
    g_assert_cmpstr (get_said (&shown), ==, "3 May 2025: 8.1" SPACE "ng/mL");
    point_at (&shown, 0.0);
    g_assert_cmpstr (get_said (&shown), ==, "12 November 2026: 3.4" SPACE "ng/mL");
  }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_range (void)
{
  g_autoptr (HcChartSeries) series = chart_examples_make_cea ();
  g_auto (Shown) shown = show (series, WIDTH);
  g_autoptr (GDateTime) from = chart_examples_parse ("2025-12-01");
  g_autoptr (GDateTime) until = chart_examples_parse ("2026-04-20");
  g_autoptr (GDateTime) later = chart_examples_parse ("2027-01-01");
  g_autofree char *words = NULL;
  g_autofree char *none = NULL;

  hc_trend_chart_set_range (shown.chart, from, until);
  words = hc_trend_chart_dup_words (shown.chart);
  g_assert_true (g_str_has_prefix (words, "CEA, 4 values from 1 December 2025 to 20 April 2026. First 3.1"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (shown.plot), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words);
  g_assert_cmpstr (get_said (&shown), ==, "20 April 2026: 2.3" SPACE "ng/mL");
  widget_press_key (shown.plot, GDK_KEY_Home, GDK_NO_MODIFIER_MASK);
  g_assert_cmpstr (get_said (&shown), ==, "1 December 2025: 3.1" SPACE "ng/mL");

  hc_trend_chart_set_range (shown.chart, later, NULL);
  g_assert_cmpstr (get_said (&shown), ==, "There are no values in this time.");
  g_assert_false (gtk_widget_get_visible (shown.plot));
  none = hc_trend_chart_dup_words (shown.chart);
  g_assert_cmpstr (none, ==, "CEA, no values.");

  hc_trend_chart_set_range (shown.chart, NULL, NULL);
  g_assert_true (gtk_widget_get_visible (shown.plot));
  widget_press_key (shown.plot, GDK_KEY_Home, GDK_NO_MODIFIER_MASK);
  g_assert_cmpstr (get_said (&shown), ==, "3 May 2025: 8.1" SPACE "ng/mL");
}

/* --- Pictures --- */

/* A dot at every value, and a line in the middle between two. */
static void
test_drawn (void)
{
  g_autoptr (HcChartSeries) series = chart_examples_make_cea ();
  g_auto (Shown) shown = show (series, WIDTH);
  g_autoptr (HcTrendPainter) painter = make_painter (series, "2025-05-03", "2026-11-12", shown.plot, FALSE);
  g_autoptr (WidgetImage) image = widget_image_new (shown.plot);
  guint n_points;
  const HcChartPoint *points = hc_chart_series_get_points (series, &n_points);
  graphene_rect_t plot;
  GdkRGBA accent;

  gtk_widget_get_color (shown.plot, &accent);
  hc_trend_painter_get_plot (painter, &plot);

  for (guint i = 0; i < n_points; i++)
    {
      float x = hc_trend_painter_get_x (painter, points[i].time), y = hc_trend_painter_get_y (painter, points[i].value);

      g_assert_true (graphene_rect_contains_point (&plot, &GRAPHENE_POINT_INIT (x, y)));
      g_assert_cmpuint (widget_image_count (image, x - 3.0, y - 3.0, 6.0, 6.0, &accent), >=, 20);
      g_assert_cmpfloat_with_epsilon (hc_trend_painter_get_time (painter, x), points[i].time, 3600.0);
      if (i > 0)
        {
          float before_x = hc_trend_painter_get_x (painter, points[i - 1].time);
          float before_y = hc_trend_painter_get_y (painter, points[i - 1].value);

          g_assert_cmpfloat (x, >, before_x);
          g_assert_cmpint (points[i].value > points[i - 1].value, ==, y < before_y);
          g_assert_true (widget_image_has (image, (x + before_x) / 2.0, (y + before_y) / 2.0, &accent));
        }
    }
}

/* Nobody knows what was in the days without a value. */
static void
test_gap (void)
{
  g_autoptr (HcChartSeries) series = chart_examples_make_heat ();
  g_auto (Shown) shown = show (series, WIDTH);
  g_autoptr (HcTrendPainter) painter = make_painter (series, "2026-11-01T08:00", "2026-11-10T08:00", shown.plot, FALSE);
  g_autoptr (WidgetImage) image = widget_image_new (shown.plot);
  g_autoptr (GDateTime) last = chart_examples_parse ("2026-11-04T20:00");
  g_autoptr (GDateTime) next = chart_examples_parse ("2026-11-09T08:00");
  float left = hc_trend_painter_get_x (painter, (double) g_date_time_to_unix (last)) + 6.0f;
  float right = hc_trend_painter_get_x (painter, (double) g_date_time_to_unix (next)) - 6.0f;
  graphene_rect_t plot;
  GdkRGBA accent;

  gtk_widget_get_color (shown.plot, &accent);
  hc_trend_painter_get_plot (painter, &plot);
  g_assert_cmpfloat (right - left, >, 100.0f);
  g_assert_cmpuint (widget_image_count (image, left, plot.origin.y, right - left, plot.size.height, &accent), ==, 0);
  g_assert_cmpuint (widget_image_count (image, plot.origin.x, plot.origin.y, left - plot.origin.x, plot.size.height,
                                        &accent), >, 300);
}

/* One value of twenty thousand is higher than all others. */
static void
test_many (void)
{
  g_autoptr (HcChartSeries) series = chart_examples_make_many (MANY);
  g_auto (Shown) shown = show (series, WIDTH);
  g_autoptr (GDateTime) last = g_date_time_ref (hc_chart_series_get_time (series, MANY - 1));
  g_autofree char *until = g_date_time_format (last, "%FT%H:%M");
  g_autoptr (HcTrendPainter) painter = make_painter (series, "2024-08-01", until, shown.plot, FALSE);
  const HcChartPoint *points = hc_chart_series_get_points (series, &(guint) { 0 });
  g_autoptr (WidgetImage) image = widget_image_new (shown.plot);
  float x = hc_trend_painter_get_x (painter, points[MANY / 3].time);
  GdkRGBA accent;

  gtk_widget_get_color (shown.plot, &accent);
  g_assert_cmpuint (widget_image_count (image, x - 2.0, hc_trend_painter_get_y (painter, 170.0), 4.0,
                                        hc_trend_painter_get_y (painter, 120.0) -
                                        hc_trend_painter_get_y (painter, 170.0), &accent), >, 20);
  g_assert_cmpuint (widget_image_count (image, x + 20.0, hc_trend_painter_get_y (painter, 170.0), 40.0,
                                        hc_trend_painter_get_y (painter, 120.0) -
                                        hc_trend_painter_get_y (painter, 170.0), &accent), ==, 0);
}

/* None, one, two, equal ones, and two at the same time. */
static void
test_few (void)
{
  g_autoptr (HcChartSeries) none = hc_chart_series_new ("Weight", "kg", 1);
  g_autoptr (HcChartSeries) series = hc_chart_series_new ("Weight", "kg", 1);
  GdkRGBA accent;

  {
    g_auto (Shown) shown = show (none, WIDTH);

    g_assert_cmpstr (get_said (&shown), ==, "There are no values yet.");
    g_assert_false (gtk_widget_get_visible (shown.plot));
    widget_press_key (shown.plot, GDK_KEY_Left, GDK_NO_MODIFIER_MASK);
  }

  add (series, "2026-11-12", 71.2);
  {
    g_auto (Shown) shown = show (series, WIDTH);
    g_autoptr (HcTrendPainter) painter = make_painter (series, "2026-11-05", "2026-11-19", shown.plot, FALSE);
    g_autoptr (WidgetImage) image = widget_image_new (shown.plot);
    const HcChartPoint *points = hc_chart_series_get_points (series, &(guint) { 0 });

    gtk_widget_get_color (shown.plot, &accent);
    g_assert_true (widget_image_has (image, hc_trend_painter_get_x (painter, points[0].time),
                                     hc_trend_painter_get_y (painter, 71.2), &accent));
    g_assert_cmpstr (get_said (&shown), ==, "12 November 2026: 71.2" SPACE "kg");
  }

  /* A line as wide as the plot. */
  add (series, "2026-11-13", 71.2);
  {
    g_auto (Shown) shown = show (series, WIDTH);
    g_autoptr (HcTrendPainter) painter = make_painter (series, "2026-11-12", "2026-11-13", shown.plot, FALSE);
    g_autoptr (WidgetImage) image = widget_image_new (shown.plot);
    float y = hc_trend_painter_get_y (painter, 71.2);
    graphene_rect_t plot;

    hc_trend_painter_get_plot (painter, &plot);
    g_assert_cmpuint (widget_image_count (image, plot.origin.x, y - 1.0, plot.size.width, 2.0, &accent), >,
                      (guint) plot.size.width - 40);
  }

  add (series, "2026-11-13", 71.4);
  {
    g_auto (Shown) shown = show (series, WIDTH);

    g_assert_cmpstr (get_said (&shown), ==, "13 November 2026, 12:00: 71.4" SPACE "kg");
    widget_press_key (shown.plot, GDK_KEY_Left, GDK_NO_MODIFIER_MASK);
    g_assert_cmpstr (get_said (&shown), ==, "13 November 2026, 12:00: 71.2" SPACE "kg");
  }
}

static guint
count_line (HcChartSeries *series,
            GtkWidget     *plot,
            gboolean       is_high_contrast)
{
  g_autoptr (HcTrendPainter) painter = make_painter (series, "2025-05-03", "2026-11-12", plot, is_high_contrast);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (WidgetImage) image = NULL;
  GdkRGBA accent;

  gtk_widget_get_color (plot, &accent);
  hc_trend_painter_paint (painter, snapshot);
  node = gtk_snapshot_to_node (snapshot);
  image = widget_image_take (node, gtk_widget_get_display (plot), gtk_widget_get_width (plot),
                             gtk_widget_get_height (plot));

  return widget_image_count (image, 0.0, 0.0, image->width, image->height, &accent);
}

static void
test_high_contrast (void)
{
  g_autoptr (HcChartSeries) series = chart_examples_make_cea ();
  g_auto (Shown) shown = show (series, WIDTH);

  g_assert_cmpuint (2 * count_line (series, shown.plot, TRUE), >, 3 * count_line (series, shown.plot, FALSE));
}

/* What was drawn is drawn anew in another style. */
static void
test_dark (void)
{
  g_autoptr (HcChartSeries) series = chart_examples_make_cea ();
  g_auto (Shown) shown = show (series, WIDTH);
  GdkRGBA light, dark;

  gtk_widget_get_color (shown.plot, &light);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  hc_ui_fixture_wait_frames (shown.window, 4);
  gtk_widget_get_color (shown.plot, &dark);
  g_assert_false (gdk_rgba_equal (&light, &dark));
  {
    g_autoptr (WidgetImage) image = widget_image_new (shown.plot);

    g_assert_cmpuint (widget_image_count (image, 0.0, 0.0, image->width, image->height, &dark), >, 300);
    g_assert_cmpuint (widget_image_count (image, 0.0, 0.0, image->width, image->height, &light), ==, 0);
  }
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

/* On a telephone with the largest letters nothing is cut off, or GTK would warn, and the plot has still room. */
static void
test_large (void)
{
  g_autoptr (HcChartSeries) heat = chart_examples_make_heat ();
  graphene_rect_t plot;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", NORMAL_DPI * 5 / 2, NULL);
  {
    g_auto (Shown) shown = show (heat, 360);
    g_autoptr (HcTrendPainter) painter = make_painter (heat, "2026-11-01", "2026-11-10", shown.plot, FALSE);

    g_assert_cmpint (gtk_widget_get_width (shown.window), <=, 360);
    hc_trend_painter_get_plot (painter, &plot);
    g_assert_cmpfloat (plot.size.width, >, 150.0f);
    g_assert_cmpfloat (plot.size.height, >, 100.0f);
  }
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", NORMAL_DPI, NULL);
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", NORMAL_DPI, NULL);

  g_test_add_func ("/trend-chart/accessible", test_accessible);
  g_test_add_func ("/trend-chart/keyboard", test_keyboard);
  g_test_add_func ("/trend-chart/leap", test_leap);
  g_test_add_func ("/trend-chart/pointer", test_pointer);
  g_test_add_func ("/trend-chart/mirrored", test_mirrored);
  g_test_add_func ("/trend-chart/range", test_range);
  g_test_add_func ("/trend-chart/drawn", test_drawn);
  g_test_add_func ("/trend-chart/gap", test_gap);
  g_test_add_func ("/trend-chart/many", test_many);
  g_test_add_func ("/trend-chart/few", test_few);
  g_test_add_func ("/trend-chart/high-contrast", test_high_contrast);
  g_test_add_func ("/trend-chart/dark", test_dark);
  g_test_add_func ("/trend-chart/large", test_large);

  return g_test_run ();
}
