/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart-examples.h"
#include "hc-chart-painter.h"
#include "hc-chart-row.h"
#include "hc-chart-sample.h"
#include "hc-day-chart.h"
#include "hc-day-grid.h"
#include "hc-ui-fixture.h"
#include "widget-image.h"

/* What is said of days, where they stand, what they look like, and what keys and the pointer choose. */

#define WIDTH 600
#define N_ROUNDS 500

typedef struct
{
  GtkWidget  *window;
  HcDayChart *chart;
  GtkWidget  *plot;
} Shown;

static Shown
show (guint n_days,
      int   width)
{
  g_autoptr (GArray) days = chart_examples_make_days (n_days);
  Shown shown;

  shown.chart = HC_DAY_CHART (hc_day_chart_new ("Capecitabine"));
  hc_day_chart_set_days (shown.chart, days);
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

static HcChartDay
make_day (guint n_planned,
          guint n_taken,
          guint n_skipped,
          guint n_missed)
{
  HcChartDay day = { .n_planned = n_planned, .n_taken = n_taken, .n_skipped = n_skipped, .n_missed = n_missed };

  g_date_set_dmy (&day.day, 3, G_DATE_MAY, 2026);

  return day;
}

/* By hand: what a day looks like, and what is said of it. */
static void
test_day (void)
{
  const struct { HcChartDay day; HcChartDayKind kind; const char *words; } cases[] = {
    { make_day (2, 2, 0, 0), HC_CHART_DAY_ALL, "2 of 2 taken" },
    { make_day (2, 3, 0, 0), HC_CHART_DAY_ALL, "3 of 2 taken" },
    { make_day (2, 1, 0, 1), HC_CHART_DAY_PART, "1 of 2 taken, 1 missed" },
    { make_day (4, 1, 1, 1), HC_CHART_DAY_PART, "1 of 4 taken, 1 skipped, 1 missed, 1 not recorded" },
    { make_day (2, 0, 2, 0), HC_CHART_DAY_NONE, "0 of 2 taken, 2 skipped" },
    { make_day (2, 0, 0, 1), HC_CHART_DAY_NONE, "0 of 2 taken, 1 missed, 1 not recorded" },
    { make_day (2, 0, 0, 0), HC_CHART_DAY_OPEN, "0 of 2 taken, 2 not recorded" },
    { make_day (0, 0, 0, 0), HC_CHART_DAY_FREE, "Nothing planned" },
    { make_day (0, 1, 0, 0), HC_CHART_DAY_FREE, "Nothing planned, 1 taken" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = hc_chart_day_dup_doses (&cases[i].day);

      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpint (hc_chart_day_get_kind (&cases[i].day), ==, cases[i].kind);
    }
}

/* Counted by hand: 21 days of which 7 are free; one has a dose missed, one two skipped, and one half a day is not
 * over. */
static void
test_words (void)
{
  g_autoptr (GArray) days = chart_examples_make_days (21);
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (HcChartDay));
  g_autoptr (GArray) free_day = g_array_new (FALSE, FALSE, sizeof (HcChartDay));
  HcChartDay day = make_day (0, 0, 0, 0);
  g_autofree char *words = hc_chart_day_describe (days);
  g_autofree char *nothing = hc_chart_day_describe (none);
  g_autofree char *free_words = NULL;
  g_autoptr (GListModel) rows = hc_chart_day_new_rows (days);
  g_autoptr (HcChartRow) newest = g_list_model_get_item (rows, 0);
  g_autoptr (HcChartRow) oldest = g_list_model_get_item (rows, 20);

  g_assert_cmpstr (words, ==, "Last 21 days: 24 of 28 doses taken, 2 skipped, 1 missed, 1 not recorded.");
  g_assert_cmpstr (nothing, ==, "Last 0 days: nothing was planned.");
  g_array_append_val (free_day, day);
  free_words = hc_chart_day_describe (free_day);
  g_assert_cmpstr (free_words, ==, "Last 1 day: nothing was planned.");

  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 21);
  g_assert_cmpstr (hc_chart_row_get_when (newest), ==, "Friday, 20 November 2026");
  g_assert_cmpstr (hc_chart_row_get_what (newest), ==, "1 of 2 taken, 1 not recorded");
  g_assert_cmpstr (hc_chart_row_get_when (oldest), ==, "Saturday, 31 October 2026");
  g_assert_cmpstr (hc_chart_row_get_what (oldest), ==, "Nothing planned");
}

/* Each day has a place of its own, in the room that there is, and is found there. */
static void
test_grid (void)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      guint n_days = (guint) g_test_rand_int_range (1, 120);
      float width = (float) g_test_rand_double_range (40.0, 1200.0);
      float words = (float) g_test_rand_double_range (0.0, 200.0);
      gboolean is_mirrored = round % 2 == 0;
      HcDayGrid grid, wider;
      guint found;

      hc_day_grid_init (&grid, n_days, width, words, is_mirrored);
      g_test_message ("%u days in %f with %f: %u by %u", n_days, width, words, grid.n_columns, grid.n_rows);
      g_assert_cmpuint (grid.n_columns * grid.n_rows, >=, n_days);
      g_assert_cmpuint (grid.n_columns * (grid.n_rows - 1), <, n_days);

      for (guint i = 0; i < n_days; i++)
        {
          graphene_rect_t bounds, room = GRAPHENE_RECT_INIT (0.0f, 0.0f, width + 0.01f, 5000.0f);
          graphene_point_t center;

          hc_day_grid_get (&grid, i, &bounds);
          graphene_rect_get_center (&bounds, &center);
          g_assert_true (hc_day_grid_find (&grid, center.x, center.y, &found));
          g_assert_cmpuint (found, ==, i);
          if (width >= 40.0f + 36.0f)
            g_assert_true (graphene_rect_contains_point (&room, &center));
        }

      g_assert_false (hc_day_grid_find (&grid, -3.0, 5.0, &found));
      g_assert_false (hc_day_grid_find (&grid, width + 3.0, 5.0, &found));
      g_assert_false (hc_day_grid_find (&grid, 5.0, (double) grid.n_rows * 36.0 + 1.0, &found));

      /* In more room it is never higher. */
      hc_day_grid_init (&wider, n_days, width + (float) g_test_rand_double_range (0.0, 300.0), words, is_mirrored);
      g_assert_cmpuint (wider.n_rows, <=, grid.n_rows);
    }
}

/* Whole weeks, so that a day of the week stands in one column; 36 pixels a day, by hand. */
static void
test_weeks (void)
{
  static const struct { guint n_days; float width, words; guint n_columns, n_rows; float left; } cases[] = {
    { 7, 336.0f, 60.0f, 7, 1, 60.0f },
    { 30, 336.0f, 60.0f, 7, 5, 60.0f },
    { 30, 600.0f, 60.0f, 14, 3, 60.0f },
    { 30, 1200.0f, 60.0f, 30, 1, 60.0f },
    { 28, 900.0f, 60.0f, 14, 2, 60.0f },
    { 90, 900.0f, 60.0f, 21, 5, 60.0f },
    { 30, 300.0f, 130.0f, 7, 5, 0.0f },
    { 8, 300.0f, 130.0f, 7, 2, 0.0f },
    { 30, 100.0f, 60.0f, 2, 15, 0.0f },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HcDayGrid grid;

      hc_day_grid_init (&grid, cases[i].n_days, cases[i].width, cases[i].words, FALSE);
      g_assert_cmpuint (grid.n_columns, ==, cases[i].n_columns);
      g_assert_cmpuint (grid.n_rows, ==, cases[i].n_rows);
      g_assert_cmpfloat (grid.left, ==, cases[i].left);
    }
}

static void
test_accessible (void)
{
  g_auto (Shown) shown = show (30, WIDTH);
  g_autofree char *words = hc_day_chart_dup_words (shown.chart);
  g_autoptr (GPtrArray) samples = hc_ui_fixture_find_all (shown.chart, HC_TYPE_CHART_SAMPLE);
  static const char *const kinds[] = { "All taken", "Some taken", "None taken", "Nothing recorded", "Nothing planned" };

  g_assert_true (g_str_has_prefix (words, "Last 30 days: "));
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (shown.plot)), ==, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (shown.plot), GTK_ACCESSIBLE_PROPERTY_LABEL, "Capecitabine");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (shown.plot), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words);

  g_assert_cmpuint (samples->len, ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < samples->len; i++)
    g_assert_nonnull (hc_ui_fixture_find (g_ptr_array_index (samples, i), GTK_TYPE_LABEL, kinds[i]));
}

/* Only what there is needs to be told apart. */
static void
test_set_days (void)
{
  g_auto (Shown) shown = show (30, WIDTH);
  g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (HcChartDay));
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (HcChartDay));
  HcChartDay day = make_day (1, 1, 0, 0);
  g_autoptr (GPtrArray) samples = NULL;

  g_array_append_val (one, day);
  hc_day_chart_set_days (shown.chart, one);
  samples = hc_ui_fixture_find_all (shown.chart, HC_TYPE_CHART_SAMPLE);
  g_assert_cmpuint (samples->len, ==, 1);
  g_assert_cmpstr (get_said (&shown), ==, "Sunday, 3 May 2026: 1 of 1 taken");

  hc_day_chart_set_days (shown.chart, none);
  g_assert_cmpstr (get_said (&shown), ==, "There is nothing to show yet.");
  g_assert_false (gtk_widget_get_visible (shown.plot));
  widget_press_key (shown.plot, GDK_KEY_Left, GDK_NO_MODIFIER_MASK);
  widget_press_key (shown.plot, GDK_KEY_Home, GDK_NO_MODIFIER_MASK);
}

/* In rows of 14. */
static void
test_keyboard (void)
{
  g_auto (Shown) shown = show (30, WIDTH);
  g_autofree char *announcement = NULL;
  g_autofree char *silence = NULL;

  g_assert_true (gtk_widget_grab_focus (shown.plot));
  g_assert_cmpstr (get_said (&shown), ==, "Friday, 20 November 2026: 1 of 2 taken, 1 not recorded");

  g_assert_true (widget_press_key (shown.plot, GDK_KEY_Left, GDK_NO_MODIFIER_MASK));
  announcement = hc_ui_fixture_take_announcement ();
  g_assert_cmpstr (announcement, ==, "Thursday, 19 November 2026: 2 of 2 taken");
  g_assert_cmpstr (get_said (&shown), ==, announcement);

  widget_press_key (shown.plot, GDK_KEY_Up, GDK_NO_MODIFIER_MASK);
  g_assert_true (g_str_has_prefix (get_said (&shown), "Thursday, 5 November 2026: "));
  widget_press_key (shown.plot, GDK_KEY_Down, GDK_NO_MODIFIER_MASK);
  g_assert_true (g_str_has_prefix (get_said (&shown), "Thursday, 19 November 2026: "));
  widget_press_key (shown.plot, GDK_KEY_Home, GDK_NO_MODIFIER_MASK);
  g_assert_true (g_str_has_prefix (get_said (&shown), "Thursday, 22 October 2026: "));

  g_free (hc_ui_fixture_take_announcement ());
  widget_press_key (shown.plot, GDK_KEY_Left, GDK_NO_MODIFIER_MASK);
  widget_press_key (shown.plot, GDK_KEY_Up, GDK_NO_MODIFIER_MASK);
  silence = hc_ui_fixture_take_announcement ();
  g_assert_null (silence);

  widget_press_key (shown.plot, GDK_KEY_End, GDK_NO_MODIFIER_MASK);
  g_assert_true (g_str_has_prefix (get_said (&shown), "Friday, 20 November 2026: "));
}

static void
point_at (const Shown *shown,
          double       x,
          double       y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (shown->plot);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        g_signal_emit_by_name (controller, "motion", x, y);
    }
}

/* From one edge to the other, over each day. */
static void
test_pointer (void)
{
  g_auto (Shown) shown = show (7, WIDTH);
  double bottom = gtk_widget_get_height (shown.plot) - 18.0;

  for (int x = WIDTH - 1; x > 0; x--)
    point_at (&shown, x, bottom);
  g_assert_true (g_str_has_prefix (get_said (&shown), "Saturday, 14 November 2026: "));

  /* Where the words are there is no day, nor above and below. */
  widget_press_key (shown.plot, GDK_KEY_End, GDK_NO_MODIFIER_MASK);
  point_at (&shown, 5.0, bottom);
  point_at (&shown, 150.0, -5.0);
  point_at (&shown, 150.0, bottom + 30.0);
  g_assert_true (g_str_has_prefix (get_said (&shown), "Friday, 20 November 2026: "));

  widget_press_key (shown.plot, GDK_KEY_Home, GDK_NO_MODIFIER_MASK);
  for (int x = 0; x < WIDTH; x++)
    point_at (&shown, x, bottom);
  g_assert_true (g_str_has_prefix (get_said (&shown), "Friday, 20 November 2026: "));
}

static void
test_mirrored (void)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  {
    g_auto (Shown) shown = show (7, WIDTH);

    widget_press_key (shown.plot, GDK_KEY_Right, GDK_NO_MODIFIER_MASK);
    g_assert_true (g_str_has_prefix (get_said (&shown), "Thursday, 19 November 2026: "));
    for (int x = WIDTH - 1; x > 0; x--)
      point_at (&shown, x, gtk_widget_get_height (shown.plot) - 18.0);
    g_assert_true (g_str_has_prefix (get_said (&shown), "Friday, 20 November 2026: "));
  }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* Of each kind: how much of the upper and of the lower half is filled, by the shape alone. */
static void
test_shapes (void)
{
  static const struct { HcChartDayKind kind; guint min_upper, max_upper, min_lower, max_lower; } cases[] = {
    { HC_CHART_DAY_ALL, 900, 1000, 900, 1000 },
    { HC_CHART_DAY_PART, 100, 300, 900, 1000 },
    { HC_CHART_DAY_NONE, 100, 300, 100, 300 },
    { HC_CHART_DAY_OPEN, 40, 150, 40, 150 },
    { HC_CHART_DAY_FREE, 10, 60, 10, 60 },
  };
  const HcChartStyle style = { { 0, 0, 0, 1 }, { 0, 0, 0, 1 }, FALSE, FALSE };
  const GdkRGBA black = { 0, 0, 0, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
      g_autoptr (GskRenderNode) node = NULL;
      g_autoptr (WidgetImage) image = NULL;
      guint upper, lower;

      hc_chart_painter_add_day (snapshot, &style, cases[i].kind, &GRAPHENE_RECT_INIT (0.0f, 0.0f, 40.0f, 40.0f));
      node = gtk_snapshot_to_node (snapshot);
      image = widget_image_take (node, gdk_display_get_default (), 40, 40);

      /* Of 800 pixels, in thousandths. */
      upper = widget_image_count (image, 0.0, 0.0, 40.0, 20.0, &black) * 1000 / 800;
      lower = widget_image_count (image, 0.0, 20.0, 40.0, 20.0, &black) * 1000 / 800;
      g_test_message ("kind %u: %u and %u", i, upper, lower);
      g_assert_cmpuint (upper, >=, cases[i].min_upper);
      g_assert_cmpuint (upper, <=, cases[i].max_upper);
      g_assert_cmpuint (lower, >=, cases[i].min_lower);
      g_assert_cmpuint (lower, <=, cases[i].max_lower);
    }
}

/* On a telephone with the largest letters: nothing is cut off, or GTK would warn. */
static void
test_large (void)
{
  int dpi = 96 * 1024;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi * 5 / 2, NULL);
  {
    g_auto (Shown) shown = show (90, 360);

    g_assert_cmpint (gtk_widget_get_width (shown.window), <=, 360);
  }
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/day-chart/day", test_day);
  g_test_add_func ("/day-chart/words", test_words);
  g_test_add_func ("/day-chart/grid", test_grid);
  g_test_add_func ("/day-chart/weeks", test_weeks);
  g_test_add_func ("/day-chart/accessible", test_accessible);
  g_test_add_func ("/day-chart/set-days", test_set_days);
  g_test_add_func ("/day-chart/keyboard", test_keyboard);
  g_test_add_func ("/day-chart/pointer", test_pointer);
  g_test_add_func ("/day-chart/mirrored", test_mirrored);
  g_test_add_func ("/day-chart/shapes", test_shapes);
  g_test_add_func ("/day-chart/large", test_large);

  return g_test_run ();
}
