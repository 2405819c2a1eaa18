/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saves pictures of charts with made-up values, and checks that none asks for a wider window. For looking at. */

#include "chart-examples.h"
#include "hc-chart-rows.h"
#include "hc-chart-table.h"
#include "hc-chart-words.h"
#include "hc-day-chart.h"
#include "hc-disclosure.h"
#include "hc-trend-chart.h"
#include "hc-ui-fixture.h"

#define DPI 96
#define PANGO_DPI 1024
#define MARGIN 18

static char *output = NULL;
static int width = 720;
static int text_size = 100;
static gboolean is_dark = FALSE;
static gboolean is_mirrored = FALSE;

static void
add_series (GtkWidget     *box,
            HcChartSeries *series,
            gboolean       has_table)
{
  GtkWidget *chart = hc_trend_chart_new (series);

  gtk_box_append (GTK_BOX (box), chart);
  if (has_table)
    {
      g_autoptr (GListModel) rows = hc_chart_rows_new (series);
      GtkWidget *table = hc_chart_table_new (hc_chart_series_get_name (series));

      hc_chart_table_set_rows (HC_CHART_TABLE (table), rows);
      hc_disclosure_set_expanded (HC_DISCLOSURE (gtk_widget_get_first_child (table)), TRUE);
      gtk_box_append (GTK_BOX (box), table);
    }
}

static void
add_cea (GtkWidget *box)
{
  g_autoptr (HcChartSeries) series = chart_examples_make_cea ();

  add_series (box, series, TRUE);
}

static void
add_heat (GtkWidget *box)
{
  g_autoptr (HcChartSeries) series = chart_examples_make_heat ();

  add_series (box, series, FALSE);
}

static void
add_many (GtkWidget *box)
{
  g_autoptr (HcChartSeries) series = chart_examples_make_many (20000);

  add_series (box, series, FALSE);
}

/* None, one, two, and some that are equal. */
static void
add_few (GtkWidget *box)
{
  static const guint counts[] = { 0, 1, 2, 5 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (HcChartSeries) series = hc_chart_series_new ("Weight", "kg", 1);
      g_autoptr (GDateTime) start = chart_examples_parse ("2026-11-12");

      for (guint j = 0; j < counts[i]; j++)
        {
          g_autoptr (GDateTime) time = g_date_time_add_days (start, (int) j);

          hc_chart_series_add (series, time, counts[i] == 2 ? 71.2 + 0.4 * j : 71.2);
        }
      add_series (box, series, FALSE);
    }
}

static void
add_days (GtkWidget *box)
{
  static const guint counts[] = { 7, 30, 90 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (GArray) days = chart_examples_make_days (counts[i]);
      GtkWidget *chart = hc_day_chart_new ("Capecitabine");

      hc_day_chart_set_days (HC_DAY_CHART (chart), days);
      gtk_box_append (GTK_BOX (box), chart);
    }
}

static GskRenderNode *
draw (GtkWidget *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));

  return gtk_snapshot_to_node (snapshot);
}

static void
save_picture (GtkWidget  *window,
              const char *name)
{
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (output, file, NULL);

  WAIT_FOR ((node = draw (window)) != NULL);
  g_assert_true (gsk_renderer_realize_for_display (renderer, gtk_widget_get_display (window), NULL));
  texture = gsk_renderer_render_texture (renderer, node, NULL);
  g_assert_true (gdk_texture_save_to_png (texture, path));
  gsk_renderer_unrealize (renderer);
  g_print ("%s\n", path);
}

typedef struct
{
  const char *name;
  void (*add) (GtkWidget *box);
} Shot;

static void
take (gconstpointer data)
{
  const Shot *shot = data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2 * MARGIN);
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW, "default-width", width, "content", box, NULL);

  gtk_widget_set_margin_start (box, MARGIN);
  gtk_widget_set_margin_end (box, MARGIN);
  gtk_widget_set_margin_top (box, MARGIN);
  gtk_widget_set_margin_bottom (box, MARGIN);
  shot->add (box);

  gtk_window_present (GTK_WINDOW (window));
  WAIT_FOR (gtk_widget_get_mapped (window));
  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  gtk_window_set_focus_visible (GTK_WINDOW (window), TRUE);
  hc_ui_fixture_wait_frames (window, 6);
  g_assert_cmpint (gtk_widget_get_width (window), <=, width);
  save_picture (window, shot->name);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  static const Shot shots[] = {
    { "cea", add_cea }, { "heat", add_heat }, { "many", add_many }, { "few", add_few }, { "days", add_days },
  };
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, "The folder for the pictures", "FOLDER" },
    { "width", 0, 0, G_OPTION_ARG_INT, &width, "The width of the window", "PX" },
    { "text-size", 0, 0, G_OPTION_ARG_INT, &text_size, "The size of the text, 80 to 250", "PERCENT" },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &is_dark, "Dark style", NULL },
    { "mirrored", 0, 0, G_OPTION_ARG_NONE, &is_mirrored, "From right to left", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) options = g_option_context_new (NULL);
  g_autoptr (HcUiFixture) fixture = NULL;
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (options, entries, NULL);
  if (!g_option_context_parse (options, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }

  if (output == NULL)
    output = g_strdup (".");
  g_mkdir_with_parents (output, 0777);

  hc_ui_fixture_init (&argc, &argv);
  /* The style of the program, which comes with its application. */
  fixture = hc_ui_fixture_new (NULL);
  g_object_set (gtk_settings_get_default (),
                "gtk-font-name", "Cantarell 11",
                "gtk-xft-dpi", DPI * PANGO_DPI * text_size / 100,
                NULL);
  if (is_mirrored)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      is_dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);

  for (guint i = 0; i < G_N_ELEMENTS (shots); i++)
    {
      g_autofree char *path = g_strconcat ("/chart-shots/", shots[i].name, NULL);

      g_test_add_data_func (path, &shots[i], take);
    }

  return g_test_run ();
}
