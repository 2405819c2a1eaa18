/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "hc-trial-import.h"
#include "label-fixture.h"
#include "trial-fixture.h"

/* Files that nobody sends are imported; the result is looked at over a connection of the test's own. */

typedef struct
{
  char    *folder;
  char    *database;
  HcClock *clock;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (1795216314);

  fixture->folder = fixture_make_folder ();
  fixture->database = g_build_filename (fixture->folder, "sources.db", NULL);
  fixture->clock = hc_clock_new_fixed (time);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  fixture_remove_folder (fixture->folder);
  g_free (fixture->database);
  g_free (fixture->folder);
  trial_fixture_end_object (fixture->clock);
}

static HcTrialReport *
import (Fixture      *fixture,
        GCancellable *cancellable,
        const char   *name,
        const char   *other)
{
  g_autoptr (HcTrialImport) trials = hc_trial_import_new (fixture->database, fixture->clock);
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *other_path = other != NULL ? g_build_filename (fixture->folder, other, NULL) : NULL;
  const char *paths[] = { path, other_path, NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *place = NULL;
  HcTrialReport *report;
  guint n = 0;

  hc_trial_import_run_async (trials, paths, cancellable, fixture_result_cb, &place);
  result = fixture_wait (&place);
  report = hc_trial_import_run_finish (trials, result, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (hc_trial_import_get_progress (trials, &n), <=, 1);

  return report;
}

#define assert_report(report, expected)                                                                \
  G_STMT_START {                                                                                       \
    g_autofree char *numbers = g_strdup_printf ("%u %u %u %u", (report)->n_added, (report)->n_updated, \
                                                (report)->n_unchanged, (report)->n_problems);          \
    g_assert_cmpstr (numbers, ==, expected);                                                           \
  } G_STMT_END

#define assert_problem(report, number, name, number_of_code)                              \
  G_STMT_START {                                                                          \
    HcTrialProblem *problem = g_ptr_array_index ((report)->problems, number);             \
    g_assert_cmpstr (problem->file, ==, name);                                            \
    g_assert_cmpint (problem->code, ==, number_of_code);                                  \
  } G_STMT_END

/* More trials than are saved together. */
static char *
make_array (guint n)
{
  GString *array = g_string_new ("[");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *nct = g_strdup_printf ("NCT%08u", i);
      g_autofree char *json = trial_fixture_make_json (nct, "Colon", "RECRUITING", "2025-01-01", "");

      g_string_append_printf (array, "%s%s", i > 0 ? "," : "", json);
    }
  g_string_append_c (array, ']');

  return g_string_free_and_steal (array);
}

static void
test_files (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *array = make_array (450), *rows = NULL;
  g_autoptr (HcTrialReport) first = NULL, again = NULL;

  fixture_write_file (fixture->folder, "trials.json", array, -1);
  fixture_write_file (fixture->folder, "table",
                      "NCT Number,Study Title\nNCT00000007,Seven\nNCT00000999,New\n", -1);
  first = import (fixture, NULL, "trials.json", "table");
  assert_report (first, "451 0 1 0");
  g_assert_false (first->canceled);
  again = import (fixture, NULL, "trials.json", NULL);
  assert_report (again, "0 0 450 0");
  rows = fixture_query (fixture->database, "SELECT count (*), min (seen), max (origin) FROM trial");
  g_assert_cmpstr (rows, ==, "451|2026-11-20T23:11:54Z|1");
}

static void
test_problems (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *array = make_array (250);
  g_autoptr (HcTrialReport) cut = NULL, page = NULL, nothing = NULL;

  /* Of a file that was cut off the trials that are whole stay. */
  fixture_write_file (fixture->folder, "cut.json", array, (gssize) strlen (array) - 30);
  fixture_write_file (fixture->folder, "page.json", "<html>", -1);
  fixture_write_file (fixture->folder, "empty.json", "[]", -1);
  cut = import (fixture, NULL, "cut.json", "missing.json");
  assert_report (cut, "249 0 0 2");
  assert_problem (cut, 0, "cut.json", HC_TRIAL_ERROR_NOT_WELL_FORMED);
  assert_problem (cut, 1, "missing.json", HC_TRIAL_ERROR_UNREADABLE);
  page = import (fixture, NULL, "page.json", "empty.json");
  assert_report (page, "0 0 0 2");
  assert_problem (page, 0, "page.json", HC_TRIAL_ERROR_WEB_PAGE);
  assert_problem (page, 1, "empty.json", HC_TRIAL_ERROR_EMPTY);
  nothing = import (fixture, NULL, ".", NULL);
  assert_problem (nothing, 0, ".", HC_TRIAL_ERROR_UNREADABLE);
  for (guint code = HC_TRIAL_ERROR_UNREADABLE; code <= HC_TRIAL_ERROR_NOT_SAVED; code++)
    g_assert_cmpstr (hc_trial_error_to_words ((HcTrialError) code), !=, "");
}

static void
test_zip (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (GBytes) array = label_fixture_make_bytes (make_array (3));
  g_autoptr (GBytes) one = label_fixture_make_bytes (trial_fixture_make_json ("NCT00000009", "N",
                                                                              "RECRUITING",
                                                                              "2025-01-01", ""));
  g_autoptr (GBytes) zip = NULL, bad = NULL;
  g_autoptr (HcTrialReport) report = NULL;

  zip = label_fixture_make_zip ((const LabelFixtureFile[]) { { "a/trials.json", array },
                                                             { "readme.txt", one },
                                                             { "../out.json", one },
                                                             { "NCT00000009.JSON", one } }, 4);
  bad = g_bytes_new_from_bytes (zip, 0, g_bytes_get_size (zip) / 2);
  fixture_write_file (fixture->folder, "trials.zip", g_bytes_get_data (zip, NULL),
                      (gssize) g_bytes_get_size (zip));
  fixture_write_file (fixture->folder, "bad.zip", g_bytes_get_data (bad, NULL),
                      (gssize) g_bytes_get_size (bad));
  report = import (fixture, NULL, "trials.zip", "bad.zip");
  assert_report (report, "4 0 0 2");
  assert_problem (report, 0, "trials.zip: ../out.json", HC_TRIAL_ERROR_UNSAFE_NAME);
  assert_problem (report, 1, "bad.zip", HC_TRIAL_ERROR_DAMAGED_ARCHIVE);
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *array = make_array (3);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (HcTrialReport) report = NULL;

  fixture_write_file (fixture->folder, "trials.json", array, -1);
  g_cancellable_cancel (cancellable);
  report = import (fixture, cancellable, "trials.json", NULL);
  g_assert_true (report->canceled);
  assert_report (report, "0 0 0 0");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/trial-import/files", Fixture, NULL, set_up, test_files, tear_down);
  g_test_add ("/trial-import/problems", Fixture, NULL, set_up, test_problems, tear_down);
  g_test_add ("/trial-import/zip", Fixture, NULL, set_up, test_zip, tear_down);
  g_test_add ("/trial-import/cancel", Fixture, NULL, set_up, test_cancel, tear_down);

  return g_test_run ();
}
