/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart-examples.h"
#include "hc-chart-row.h"
#include "hc-chart-rows.h"
#include "hc-chart-table.h"
#include "hc-chart-words.h"
#include "hc-disclosure.h"
#include "hc-ui-fixture.h"

#include <math.h>

/* What is said of a series, in words and as a list. */

#define SPACE "\302\240"
#define MANY 20000

static void
add (HcChartSeries *series,
     const char    *when,
     double         value)
{
  g_autoptr (GDateTime) time = chart_examples_parse (when);

  hc_chart_series_add (series, time, value);
}

static void
test_words (void)
{
  g_autoptr (HcChartSeries) cea = chart_examples_make_cea ();
  g_autoptr (HcChartSeries) heat = chart_examples_make_heat ();
  g_autofree char *cea_words = hc_chart_words_describe (cea, 0, 14);
  g_autofree char *some = hc_chart_words_describe (cea, 12, 2);
  g_autofree char *one = hc_chart_words_describe (cea, 3, 1);
  g_autofree char *none = hc_chart_words_describe (cea, 0, 0);
  g_autofree char *heat_words = hc_chart_words_describe (heat, 0, 12);
  g_autofree char *mark = hc_chart_words_dup_mark (cea, 2);

  g_assert_cmpstr (cea_words, ==,
                   "CEA, 14 values from 3 May 2025 to 12 November 2026. First 8.1" SPACE "ng/mL, last 3.4" SPACE
                   "ng/mL, lowest 2.2" SPACE "ng/mL on 3 March 2026, highest 8.1" SPACE "ng/mL on 3 May 2025. "
                   "Reference range: up to 5.0" SPACE "ng/mL, 9 of 14 values are in it.");
  g_assert_cmpstr (some, ==,
                   "CEA, 2 values from 14 September 2026 to 12 November 2026. First 2.9" SPACE "ng/mL, last 3.4" SPACE
                   "ng/mL, lowest 2.9" SPACE "ng/mL on 14 September 2026, highest 3.4" SPACE
                   "ng/mL on 12 November 2026. Reference range: up to 5.0" SPACE "ng/mL, 2 of 2 values are in it.");
  g_assert_cmpstr (one, ==, "CEA, one value: 5.6" SPACE "ng/mL on 11 August 2025. Reference range: up to 5.0" SPACE
                            "ng/mL, 0 of 1 values are in it.");
  g_assert_cmpstr (none, ==, "CEA, no values.");
  g_assert_cmpstr (heat_words, ==,
                   "Temperature, 12 values from 1 November 2026 to 10 November 2026. First 36.6" SPACE "°C, last 36.6"
                   SPACE "°C, lowest 36.5" SPACE "°C on 9 November 2026, 08:00, highest 38.6" SPACE
                   "°C on 3 November 2026, 14:00. Usual: 36.1 to 37.2" SPACE "°C, 8 of 12 values are in it. "
                   "Call at once: 38.0" SPACE "°C, 2 of 12 values are there or above. Measure again in an hour: 37.5"
                   SPACE "°C, 3 of 12 values are there or above.");
  g_assert_cmpstr (mark, ==, "16 December 2025: Cycle 12");
}

static void
test_numbers (void)
{
  static const struct { double value; guint decimals; const char *expected; } cases[] = {
    { 3.44, 1, "3.4" }, { 3.45001, 1, "3.5" }, { -0.04, 1, "0.0" }, { -0.4, 0, "0" }, { -0.6, 0, "-1" },
    { 12.0, 0, "12" }, { 0.0, 2, "0.00" },
  };
  g_autoptr (HcChartSeries) pain = hc_chart_series_new ("Pain", "", 0);
  g_autoptr (HcChartSeries) open = hc_chart_series_new ("eGFR", "mL/min", 0);
  g_autofree char *band = NULL;
  g_autofree char *amount = hc_chart_words_dup_amount (pain, 4.0);
  g_autofree char *equal = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = hc_chart_words_dup_number (cases[i].value, cases[i].decimals);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }

  g_assert_cmpstr (amount, ==, "4");
  g_assert_null (hc_chart_words_dup_band (open));
  hc_chart_series_set_band (open, 60.0, INFINITY, "Usual");
  band = hc_chart_words_dup_band (open);
  g_assert_cmpstr (band, ==, "Usual: 60" SPACE "mL/min or more");

  /* What is written in the same way is the same. */
  add (pain, "2026-11-01", 3.0);
  add (pain, "2026-11-02", 3.2);
  equal = hc_chart_words_describe (pain, 0, 2);
  g_assert_cmpstr (equal, ==, "Pain, 2 values from 1 November 2026 to 2 November 2026. All are 3.");
}

/* Values come in any order; what is no number is refused. */
static void
test_series (void)
{
  g_autoptr (HcChartSeries) series = hc_chart_series_new ("Weight", "kg", 1);
  g_autoptr (GDateTime) now = chart_examples_parse ("2026-11-12T08:00");
  const double bad[] = { NAN, INFINITY, -INFINITY };
  const HcChartPoint *points;
  guint n_points;

  add (series, "2026-11-10", 3.0);
  add (series, "2026-11-01", 1.0);
  add (series, "2026-11-05", 2.0);
  g_assert_false (hc_chart_series_get_has_times (series));
  add (series, "2026-11-05T20:00", 2.5);
  g_assert_true (hc_chart_series_get_has_times (series));

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*isfinite*");
      hc_chart_series_add (series, now, bad[i]);
      g_test_assert_expected_messages ();
    }

  points = hc_chart_series_get_points (series, &n_points);
  g_assert_cmpuint (n_points, ==, 4);
  for (guint i = 0; i < n_points; i++)
    {
      g_assert_cmpfloat (points[i].value, ==, ((double[]) { 1.0, 2.0, 2.5, 3.0 })[i]);
      g_assert_cmpfloat (points[i].time, ==, (double) g_date_time_to_unix (hc_chart_series_get_time (series, i)));
    }
}

static void
test_table (void)
{
  g_autoptr (HcChartSeries) series = chart_examples_make_many (MANY);
  g_autoptr (GListModel) rows = hc_chart_rows_new (series);
  g_autoptr (HcChartRow) newest = g_list_model_get_item (rows, 0);
  GtkWidget *table = hc_chart_table_new ("Heart rate");
  GtkWidget *window = g_object_new (GTK_TYPE_WINDOW,
                                    "child", table,
                                    "default-width", 360,
                                    "default-height", 600,
                                    NULL);
  g_autoptr (GPtrArray) labels = NULL;
  g_autoptr (GPtrArray) items = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, MANY);
  g_assert_null (g_list_model_get_item (rows, MANY));
  g_assert_cmpstr (hc_chart_row_get_when (newest), ==, "12 November 2026, 19:00");

  hc_chart_table_set_rows (HC_CHART_TABLE (table), rows);
  gtk_window_present (GTK_WINDOW (window));
  WAIT_FOR (gtk_widget_get_mapped (table));
  g_assert_null (hc_ui_fixture_find (table, GTK_TYPE_LIST_VIEW, NULL));

  hc_disclosure_set_expanded (hc_ui_fixture_find (table, HC_TYPE_DISCLOSURE, NULL), TRUE);
  WAIT_FOR (hc_ui_fixture_find (table, GTK_TYPE_LABEL, "12 November 2026, 19:00") != NULL);
  hc_ui_fixture_wait_frames (window, 4);
  gtk_test_accessible_assert_property (hc_ui_fixture_find (table, GTK_TYPE_LIST_VIEW, NULL),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Heart rate");

  items = hc_ui_fixture_find_role (table, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  g_assert_cmpuint (items->len, >, 5);
  g_assert_cmpuint (items->len, <, 500);
  {
    g_autofree char *words = g_strdup_printf ("12 November 2026, 19:00: %s", hc_chart_row_get_what (newest));

    gtk_test_accessible_assert_property (g_ptr_array_index (items, 0), GTK_ACCESSIBLE_PROPERTY_LABEL, words);
  }

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/chart-series/words", test_words);
  g_test_add_func ("/chart-series/numbers", test_numbers);
  g_test_add_func ("/chart-series/series", test_series);
  g_test_add_func ("/chart-series/table", test_table);

  return g_test_run ();
}
