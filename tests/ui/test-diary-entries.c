/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "diary-pages-fixture.h"
#include "fixture.h"
#include "hc-diary-entry-dialog.h"
#include "hc-diary-kind-page.h"
#include "hc-diary-list-page.h"
#include "hc-diary-row.h"
#include "hc-flag-card.h"
#include "hc-result-import.h"
#include "hc-trend-chart.h"

/* Entries that are there: long lists, what is covered, the course of a kind, and what a file brings. */

/* The rows that can be seen, each with a bar between what it says. */
static char *
dup_rows (gpointer widget)
{
  g_autoptr (GPtrArray) rows = hc_ui_fixture_find_all (widget, HC_TYPE_DIARY_ROW);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (GPtrArray) labels = hc_ui_fixture_find_all (rows->pdata[i], GTK_TYPE_LABEL);

      for (guint j = 0; j < labels->len; j++)
        g_string_append_printf (text, "%s%s", j > 0 ? "|" : text->len > 0 ? "\n" : "",
                                gtk_label_get_text (labels->pdata[j]));
    }

  return g_string_free_and_steal (text);
}

static void
assert_rows (gpointer    widget,
             const char *expected)
{
  g_autofree char *rows = dup_rows (widget);

  g_assert_cmpstr (rows, ==, expected);
}

/* Five thousand entries of two years: there are rows only of those that are seen, and days above them. */
static void
test_many (void)
{
  g_autoptr (DiaryPages) pages = diary_pages_open ("health-center:diary", 360);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) headings = NULL, rows = NULL;
  GListModel *model;
  gpointer page, view;
  guint start, end;

  for (int i = 0; i < 5000; i++)
    g_ptr_array_add (entries,
                     diary_pages_make (NULL, i % 2 == 0 ? "weight" : "pulse", 60 + i % 30, i * 200, "", FALSE));
  diary_pages_save (pages, entries);

  diary_pages_activate (pages, "diary.entries", "");
  page = diary_pages_find (pages, HC_TYPE_DIARY_LIST_PAGE, NULL);
  WAIT_FOR ((view = hc_ui_fixture_find (page, GTK_TYPE_LIST_VIEW, NULL)) != NULL);
  hc_ui_fixture_wait_frames (pages->window, 5);
  model = G_LIST_MODEL (gtk_list_view_get_model (view));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 5000);
  rows = hc_ui_fixture_find_all (page, HC_TYPE_DIARY_ROW);
  g_assert_cmpuint (rows->len, >, 2);
  g_assert_cmpuint (rows->len, <, 30);

  /* 14:05, 10:45, 07:25, 04:05 and 00:45 are of today. */
  gtk_section_model_get_section (GTK_SECTION_MODEL (model), 2, &start, &end);
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, 5);
  headings = hc_ui_fixture_find_role (view, GTK_ACCESSIBLE_ROLE_HEADING);
  g_assert_cmpstr (gtk_label_get_text (headings->pdata[0]), ==, "Today");

  gtk_list_view_scroll_to (view, 4999, GTK_LIST_SCROLL_NONE, NULL);
  hc_ui_fixture_wait_frames (pages->window, 5);
  WAIT_FOR (diary_pages_says (page, "89.0\u00a0kg") || diary_pages_says (page, "79\u00a0per minute"));
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = hc_ui_fixture_find_all (page, HC_TYPE_DIARY_ROW);
  g_assert_cmpuint (rows->len, <, 30);

  /* One kind of them. */
  diary_pages_activate (pages, "diary.entries", "pulse");
  WAIT_FOR (g_list_model_get_n_items (model) == 2500);
  hc_ui_fixture_wait_frames (pages->window, 5);
  g_assert_false (diary_pages_says (view, "Weight"));
}

/* Changed in its place, deleted and brought back; another day moves it. */
static void
test_change (void)
{
  g_autoptr (DiaryPages) pages = diary_pages_open ("health-center:diary", 360);
  gpointer page, dialog, view;
  g_autofree char *before = NULL;

  diary_pages_add (pages, NULL, "temperature", 37.25, 60, "resting", FALSE);
  diary_pages_add (pages, NULL, "pulse", 70, 24 * 60, "", FALSE);
  diary_pages_activate (pages, "diary.entries", "");
  page = diary_pages_find (pages, HC_TYPE_DIARY_LIST_PAGE, NULL);
  WAIT_FOR ((view = hc_ui_fixture_find (page, GTK_TYPE_LIST_VIEW, NULL)) != NULL);
  hc_ui_fixture_wait_frames (pages->window, 5);
  assert_rows (page, "Temperature|37.2\u00a0°C|resting|13:05\nPulse|70\u00a0per minute|14:05");
  before = hc_ui_fixture_query (pages->fixture, "SELECT id, kind, value, time, text FROM diary_entry ORDER BY id");

  /* What is saved unchanged is what it was, to the last decimal. */
  g_signal_emit_by_name (view, "activate", 0);
  WAIT_FOR ((dialog = diary_pages_find_dialog (pages, HC_TYPE_DIARY_ENTRY_DIALOG)) != NULL);
  hc_ui_fixture_wait_frames (pages->window, 3);
  hc_ui_fixture_press (dialog, "Save");
  WAIT_FOR (diary_pages_find_dialog (pages, HC_TYPE_DIARY_ENTRY_DIALOG) == NULL);
  diary_pages_assert_sql (pages, "SELECT id, kind, value, time, text FROM diary_entry ORDER BY id", before);

  g_signal_emit_by_name (view, "activate", 0);
  WAIT_FOR ((dialog = diary_pages_find_dialog (pages, HC_TYPE_DIARY_ENTRY_DIALOG)) != NULL);
  hc_ui_fixture_wait_frames (pages->window, 3);
  gtk_editable_set_text (hc_ui_fixture_find (dialog, GTK_TYPE_ENTRY, NULL), "36.5");
  hc_ui_fixture_press (dialog, "Save");
  WAIT_FOR (diary_pages_says (page, "36.5\u00a0°C"));
  g_assert_false (diary_pages_says (page, "37.2"));

  WAIT_FOR (diary_pages_find_dialog (pages, HC_TYPE_DIARY_ENTRY_DIALOG) == NULL);
  g_signal_emit_by_name (view, "activate", 0);
  WAIT_FOR ((dialog = diary_pages_find_dialog (pages, HC_TYPE_DIARY_ENTRY_DIALOG)) != NULL);
  hc_ui_fixture_wait_frames (pages->window, 3);
  gtk_widget_activate_action (dialog, "diary-entry.delete", NULL);
  WAIT_FOR (diary_pages_find (pages, GTK_TYPE_LABEL, "Entry deleted") != NULL);
  hc_ui_fixture_wait_frames (pages->window, 5);
  assert_rows (page, "Pulse|70\u00a0per minute|14:05");
  hc_ui_fixture_press (pages->window, "Undo");
  WAIT_FOR (diary_pages_says (page, "36.5\u00a0°C"));
  diary_pages_assert_sql (pages, "SELECT count (*) FROM diary_entry", "2");
}

/* Nothing of a covered result is in any widget, nor said to a screen reader, nor in the chart. */
static void
test_covered (void)
{
  g_autoptr (DiaryPages) pages = diary_pages_open ("health-center:diary", 360);
  gpointer page, row, alert;
  g_autofree char *words = NULL;

  diary_pages_add (pages, NULL, "cea", 123.4, 9 * 24 * 60, "secret words", TRUE);
  diary_pages_add (pages, NULL, "cea", 55.5, 20 * 24 * 60, "", TRUE);
  assert_rows (pages->window, "CEA|Covered result of 12 November|Uncover\nCEA|Covered result of 1 November|Uncover");
  g_assert_false (diary_pages_says (pages->window, "123.4"));
  g_assert_false (diary_pages_says (pages->window, "secret"));
  row = gtk_widget_get_ancestor (diary_pages_find (pages, HC_TYPE_DIARY_ROW, NULL), GTK_TYPE_LIST_BOX_ROW);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "CEA. Covered result of 12 November");

  diary_pages_activate (pages, "diary.show-kind", "cea");
  page = diary_pages_find (pages, HC_TYPE_DIARY_KIND_PAGE, NULL);
  WAIT_FOR (diary_pages_says (page, "2 covered results are not shown here."));
  words = hc_trend_chart_dup_words (hc_ui_fixture_find (page, HC_TYPE_TREND_CHART, NULL));
  g_assert_null (strstr (words, "123.4"));
  g_assert_false (diary_pages_says (page, "123.4"));

  /* One is uncovered, the other one is not; activating a row asks, too. */
  row = gtk_widget_get_ancestor (hc_ui_fixture_find (page, HC_TYPE_DIARY_ROW, NULL), GTK_TYPE_LIST_BOX_ROW);
  g_signal_emit_by_name (row, "activate");
  WAIT_FOR ((alert = diary_pages_find_dialog (pages, ADW_TYPE_ALERT_DIALOG)) != NULL);
  g_assert_null (strstr (adw_alert_dialog_get_body (alert), "123.4"));
  hc_ui_fixture_press (alert, "Uncover");
  WAIT_FOR (diary_pages_says (page, "123.4\u00a0ng/mL"));
  g_assert_false (diary_pages_says (page, "55.5"));
  diary_pages_assert_sql (pages, "SELECT value, covered FROM diary_entry ORDER BY value", "55.5|1\n123.4|0");

  /* All of this kind, for this person. */
  adw_switch_row_set_active (hc_ui_fixture_find (page, ADW_TYPE_SWITCH_ROW, NULL), TRUE);
  WAIT_FOR (diary_pages_says (page, "55.5\u00a0ng/mL"));
  diary_pages_assert_sql (pages, "SELECT covered FROM diary_entry WHERE value = 55.5", "1");
  adw_switch_row_set_active (hc_ui_fixture_find (page, ADW_TYPE_SWITCH_ROW, NULL), FALSE);
  WAIT_FOR (!diary_pages_says (page, "55.5"));
}

/* A dangerous result says what to do, and neither the number nor what it is about. */
static void
test_covered_flag (void)
{
  g_autoptr (DiaryPages) pages = diary_pages_open ("health-center:diary", 360);
  gpointer card;

  diary_pages_add (pages, NULL, "platelets", 12, 100 * 60, "", TRUE);
  WAIT_FOR ((card = diary_pages_find (pages, HC_TYPE_FLAG_CARD, NULL)) != NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Call Your Care Team Now. A Covered Result Needs Your Care Team");
  g_assert_true (diary_pages_says (card, "Call your care team now, day or night."));
  g_assert_false (diary_pages_says (pages->window, "Very low platelets"));
  g_assert_false (diary_pages_says (pages->window, "12\u00a010"));
  g_assert_nonnull (hc_ui_fixture_find (card, GTK_TYPE_BUTTON, "Uncover"));
}

/* What could not be uncovered is told above the red flags, not behind their dialog. */
static void
test_not_uncovered (void)
{
  g_autoptr (DiaryPages) pages = diary_pages_open ("health-center:diary", 360);
  g_autofree char *path = g_build_filename (pages->fixture->folder, "profile.db", NULL);
  AdwApplicationWindow *window = ADW_APPLICATION_WINDOW (pages->window);
  gpointer flags, alert, toast;

  diary_pages_add (pages, NULL, "platelets", 12, 5, "", TRUE);
  WAIT_FOR ((flags = adw_application_window_get_visible_dialog (window)) != NULL);
  fixture_execute (path, "CREATE TRIGGER refuse BEFORE UPDATE ON diary_entry BEGIN "
                         "SELECT RAISE (FAIL, 'refused'); END");
  hc_ui_fixture_press (flags, "Uncover");
  WAIT_FOR ((alert = diary_pages_find_dialog (pages, ADW_TYPE_ALERT_DIALOG)) != NULL);
  hc_ui_fixture_press (alert, "Uncover");
  WAIT_FOR ((toast = hc_ui_fixture_find (window, g_type_from_name ("AdwToastWidget"), NULL)) != NULL);
  g_assert_nonnull (hc_ui_fixture_find (toast, GTK_TYPE_LABEL, "Something went wrong. Try again."));
  g_assert_true (gtk_widget_is_ancestor (toast, flags));
  adw_dialog_close (flags);
}

static gpointer
open_file (DiaryPages *pages,
           const char *text)
{
  g_autofree char *path = g_build_filename (pages->fixture->folder, "results.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (HcDiaryDesk) desk = hc_diary_desk_new (pages->fixture->context, &error);

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  hc_result_import_open (desk, GTK_WIDGET (pages->window), file);
  WAIT_FOR (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (pages->window)) != NULL);
  hc_ui_fixture_wait_frames (pages->window, 5);

  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (pages->window));
}

/* What can be read is shown before it is taken, without its numbers; it comes covered and at once, and only once. */
static void
test_import (void)
{
  static const char file[] = "date;name;value;unit\n2026-11-12;CEA;4,25;ng/mL\n2026-11-12;CEA;4,25;ng/mL\n"
                             "2026-11-13;Weight;71,5;kg\nsoon;CEA;5;ng/mL\n";
  g_autoptr (DiaryPages) pages = diary_pages_open ("health-center:diary", 360);
  g_autofree char *path = g_build_filename (pages->fixture->folder, "profile.db", NULL);
  gpointer dialog = open_file (pages, file);

  g_assert_true (HC_IS_RESULT_IMPORT (dialog));
  g_assert_true (diary_pages_says (dialog, "2 new results"));
  g_assert_true (diary_pages_says (dialog, "1 is in the diary already."));
  g_assert_true (diary_pages_says (dialog, "1 line cannot be read and is left out."));
  g_assert_true (diary_pages_says (dialog, "Line 5 is left out. “soon” is no date."));
  g_assert_true (diary_pages_says (dialog, "CEA, 12 November 2026"));
  g_assert_false (diary_pages_says (dialog, "4.2"));
  diary_pages_assert_sql (pages, "SELECT count (*) FROM diary_entry", "0");

  fixture_execute (path, "CREATE TRIGGER refuse BEFORE INSERT ON diary_entry WHEN new.kind = 'weight' "
                         "BEGIN SELECT RAISE (FAIL, 'refused'); END");
  hc_ui_fixture_press (dialog, "Import 2 Results");
  WAIT_FOR (adw_banner_get_revealed (hc_ui_fixture_find (dialog, ADW_TYPE_BANNER, NULL)));
  diary_pages_assert_sql (pages, "SELECT count (*) FROM diary_entry", "0");
  fixture_execute (path, "DROP TRIGGER refuse");
  hc_ui_fixture_press (dialog, "Import 2 Results");
  WAIT_FOR (diary_pages_find_dialog (pages, HC_TYPE_RESULT_IMPORT) == NULL);
  diary_pages_assert_sql (pages, "SELECT kind, value, covered FROM diary_entry ORDER BY kind",
                          "cea|4.25|1\nweight|71.5|1");
  WAIT_FOR (diary_pages_says (pages->window, "Covered result of 13 November"));

  dialog = open_file (pages, file);
  g_assert_true (diary_pages_says (dialog, "No new results"));
  g_assert_true (diary_pages_says (dialog, "3 are in the diary already."));
  g_assert_null (hc_ui_fixture_find (dialog, GTK_TYPE_BUTTON, "Import"));
}

static void
test_bad_files (void)
{
  g_autoptr (DiaryPages) pages = diary_pages_open ("health-center:diary", 360);
  g_autofree char *large = g_strnfill (1024 * 1024 + 1, 'x');
  AdwDialog *alert = open_file (pages, "");

  g_assert_true (ADW_IS_ALERT_DIALOG (alert));
  g_assert_cmpstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (alert)), ==, "The file is empty.");
  adw_dialog_force_close (alert);
  alert = open_file (pages, large);
  g_assert_true (g_str_has_prefix (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (alert)), "The file is larger"));
}

/* The chart has the infusions as marks and the fever as a line, and says all of it. */
static void
test_course (void)
{
  g_autoptr (DiaryPages) pages = diary_pages_open ("health-center:diary/temperature", 360);
  gpointer page = diary_pages_find (pages, HC_TYPE_DIARY_KIND_PAGE, NULL);
  HcTrendChart *chart;
  guint n;

  g_assert_nonnull (page);
  chart = hc_ui_fixture_find (page, HC_TYPE_TREND_CHART, NULL);
  diary_pages_add (pages, NULL, "temperature", 36.6, 60, "", FALSE);
  diary_pages_add (pages, NULL, "temperature", 37.0, 200 * 24 * 60, "", FALSE);
  diary_pages_add (pages, NULL, "infusion", NAN, 24 * 60, "oxaliplatin", FALSE);
  WAIT_FOR (hc_chart_series_get_points (hc_trend_chart_get_series (chart), &n) != NULL && n == 2);
  WAIT_FOR (hc_chart_series_get_marks (hc_trend_chart_get_series (chart), &n) != NULL && n == 1);
  g_assert_cmpstr (hc_chart_series_get_marks (hc_trend_chart_get_series (chart), &n)->words, ==,
                   "Infusion: oxaliplatin");
  g_assert_cmpfloat (hc_chart_series_get_thresholds (hc_trend_chart_get_series (chart), &n)->value, ==, 38.0);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (diary_pages_says (chart, "36.6"));

  /* A link to what is not there leaves the page as it is. */
  g_assert_false (hc_window_open_link (pages->window, "health-center:diary/nothing"));
  g_assert_true (hc_window_open_link (pages->window, "health-center:diary/pulse?new=yes"));
  WAIT_FOR (diary_pages_find_dialog (pages, HC_TYPE_DIARY_ENTRY_DIALOG) != NULL);
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/diary-entries/many", test_many);
  g_test_add_func ("/diary-entries/change", test_change);
  g_test_add_func ("/diary-entries/covered", test_covered);
  g_test_add_func ("/diary-entries/covered-flag", test_covered_flag);
  g_test_add_func ("/diary-entries/not-uncovered", test_not_uncovered);
  g_test_add_func ("/diary-entries/import", test_import);
  g_test_add_func ("/diary-entries/bad-files", test_bad_files);
  g_test_add_func ("/diary-entries/course", test_course);

  return g_test_run ();
}
