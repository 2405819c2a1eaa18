/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>

#include "import-fixture.h"

/* Imports that wait, that are ended before all was read, and whose end nobody wanted. */

static const char *self;

/* As long as one import waits another one does all its work. */
static void
test_pause (ImportFixture *fixture,
            gconstpointer  data)
{
  g_autoptr (HcLabelImport) import = hc_label_import_new (fixture->database);
  g_autofree char *other = g_build_filename (fixture->folder, "other.db", NULL);
  g_autoptr (HcImportReport) report = NULL, other_report = NULL;
  GAsyncResult *result = NULL;
  guint n_labels = 99;

  import_fixture_write_pillbox (fixture, "a.csv", 1000);
  g_assert_false (hc_label_import_is_paused (import));
  hc_label_import_pause (import);
  g_assert_true (hc_label_import_is_paused (import));
  hc_label_import_run_async (import, (const char *const[]) { fixture->files, NULL }, fixture_result_cb, &result);

  other_report = import_paths (other, fixture->files);
  assert_report (other_report, "1000 0 0 0");
  g_assert_null (result);
  hc_label_import_get_progress (import, &n_labels);
  g_assert_cmpuint (n_labels, ==, 0);

  hc_label_import_resume (import);
  g_assert_false (hc_label_import_is_paused (import));
  report = import_fixture_finish (import, &result);
  assert_report (report, "1000 0 0 0");
  g_assert_false (report->canceled);
}

static void
test_cancel_paused (ImportFixture *fixture,
                    gconstpointer  data)
{
  g_autoptr (HcLabelImport) import = hc_label_import_new (fixture->database);
  g_autoptr (HcImportReport) report = NULL;
  GAsyncResult *result = NULL;

  import_fixture_write_pillbox (fixture, "a.csv", 10);
  hc_label_import_pause (import);
  hc_label_import_run_async (import, (const char *const[]) { fixture->files, NULL }, fixture_result_cb, &result);
  hc_label_import_cancel (import);
  report = import_fixture_finish (import, &result);
  assert_report (report, "0 0 0 0");
  g_assert_true (report->canceled);
}

/* Lets an import read so many labels. */
static void
wait_for_labels (HcLabelImport  *import,
                 GAsyncResult  **result,
                 guint           n_wanted)
{
  guint n_labels = 0;

  while (n_labels < n_wanted)
    {
      g_main_context_iteration (NULL, FALSE);
      g_assert_null (*result);
      hc_label_import_get_progress (import, &n_labels);
      g_thread_yield ();
    }
}

/* What was complete stays, what is told to be there is there, and the next time the rest is added. */
static void
test_cancel (ImportFixture *fixture,
             gconstpointer  data)
{
  enum { N_LABELS = 20000 };
  g_autoptr (HcLabelImport) import = hc_label_import_new (fixture->database);
  g_autoptr (HcImportReport) report = NULL, rest = NULL;
  GAsyncResult *result = NULL;

  import_fixture_write_pillbox (fixture, "a.csv", N_LABELS);
  hc_label_import_run_async (import, (const char *const[]) { fixture->files, NULL }, fixture_result_cb, &result);
  wait_for_labels (import, &result, 300);
  hc_label_import_cancel (import);
  report = import_fixture_finish (import, &result);

  g_assert_true (report->canceled);
  g_assert_cmpuint (report->n_problems, ==, 0);
  g_assert_cmpuint (report->n_added, >=, 300);
  g_assert_cmpuint (report->n_added, <, N_LABELS);
  g_assert_cmpuint (import_fixture_count (fixture->database), ==, report->n_added);

  rest = import_paths (fixture->database, fixture->files);
  g_assert_false (rest->canceled);
  g_assert_cmpuint (rest->n_added, ==, N_LABELS - report->n_added);
  g_assert_cmpuint (rest->n_unchanged, ==, report->n_added);
  g_assert_cmpuint (import_fixture_count (fixture->database), ==, N_LABELS);
}

/* No label without its product, its pill and its names. */
#define INCOMPLETE \
  "SELECT count (*) FROM label WHERE (SELECT count (*) FROM label_product WHERE label = label.id) != 1" \
  " OR (SELECT count (*) FROM pill WHERE target = 'health-center:label/' || set_id) != 1" \
  " OR (SELECT count (*) FROM label_active WHERE label = label.id) != 1" \
  " OR NOT EXISTS (SELECT 1 FROM label_names WHERE rowid = label.id)"

/* A file may not grow any more, which is what a full disk is to a program. */
static void
test_full_disk (ImportFixture *fixture,
                gconstpointer  data)
{
  enum { N_LABELS = 3000 };
  g_autoptr (HcImportReport) report = NULL, rest = NULL;
  struct rlimit before, limit;

  import_fixture_write_pillbox (fixture, "a.csv", N_LABELS);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 600 * 1024;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  report = import_paths (fixture->database, fixture->files);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

  g_test_message ("%u labels fit", report->n_added);
  g_assert_cmpuint (report->n_added, >, 0);
  g_assert_cmpuint (report->n_added, <, N_LABELS);
  g_assert_cmpuint (report->n_problems, ==, 1);
  g_assert_cmpint (hc_import_problem_get_code (report->problems->pdata[0]), ==, HC_LABEL_ERROR_NOT_SAVED);
  import_fixture_assert_sound (fixture->database);
  g_assert_cmpuint (import_fixture_count (fixture->database), ==, report->n_added);
  assert_rows (fixture, INCOMPLETE, "0");

  /* When there is room again. */
  rest = import_paths (fixture->database, fixture->files);
  g_assert_cmpuint (rest->n_added, ==, N_LABELS - report->n_added);
  g_assert_cmpuint (rest->n_problems, ==, 0);
  assert_rows (fixture, INCOMPLETE, "0");
}

/* What cannot be opened is an error of the import, not of a file. */
static void
test_no_database (ImportFixture *fixture,
                  gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "no", "such", "folder.db", NULL);
  g_autoptr (HcLabelImport) import = hc_label_import_new (path);
  g_autoptr (GAsyncResult) finished = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  hc_label_import_run_async (import, (const char *const[]) { fixture->files, NULL }, fixture_result_cb, &result);
  finished = fixture_wait (&result);
  g_assert_null (hc_label_import_run_finish (import, finished, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CANNOT_OPEN);
}

#define N_KILLED 6000
#define N_ROUNDS 12

/* The process that is killed: by itself, as soon as it has read so many labels, whatever its other thread is at. */
static int
import_and_die (const char *database,
                const char *files,
                guint       n_wanted)
{
  g_autoptr (HcLabelImport) import = hc_label_import_new (database);
  GAsyncResult *result = NULL;
  guint n_labels = 0;

  hc_label_import_run_async (import, (const char *const[]) { files, NULL }, fixture_result_cb, &result);

  while (result == NULL)
    {
      g_main_context_iteration (NULL, FALSE);
      hc_label_import_get_progress (import, &n_labels);
      if (n_labels >= n_wanted)
        raise (SIGKILL);
      g_thread_yield ();
    }

  g_object_unref (result);

  return 0;
}

/* Returns: whether the process was killed before it was done */
static gboolean
import_and_kill (ImportFixture *fixture,
                 guint          n_wanted)
{
  g_autofree char *wanted = g_strdup_printf ("%u", n_wanted);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error,
                      self, "--import", fixture->database, fixture->files, wanted, NULL);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait (process, NULL, &error));
  g_assert_no_error (error);

  return g_subprocess_get_if_signaled (process) && g_subprocess_get_term_sig (process) == SIGKILL;
}

static void
remove_database (ImportFixture *fixture)
{
  g_autofree char *log = g_strconcat (fixture->database, "-wal", NULL);
  g_autofree char *shared = g_strconcat (fixture->database, "-shm", NULL);

  g_unlink (fixture->database);
  g_unlink (log);
  g_unlink (shared);
}

static void
test_killed (ImportFixture *fixture,
             gconstpointer  data)
{
  g_autoptr (HcImportReport) rest = NULL;
  guint n_killed = 0, n_partial = 0, n_before = 0;

  import_fixture_write_pillbox (fixture, "a.csv", N_KILLED);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      guint n_labels = 0;

      n_killed += import_and_kill (fixture, (guint) g_test_rand_int_range (0, N_KILLED * 4 / 5));

      /* It may have been killed before there was a file with tables. */
      if (g_file_test (fixture->database, G_FILE_TEST_EXISTS))
        {
          g_autofree char *version = fixture_query (fixture->database, "PRAGMA user_version");

          if (!g_str_equal (version, "0"))
            {
              import_fixture_assert_sound (fixture->database);
              assert_rows (fixture, INCOMPLETE, "0");
              n_labels = import_fixture_count (fixture->database);
            }
        }

      /* What was saved once stays. */
      g_test_message ("round %u: %u labels", round, n_labels);
      g_assert_cmpuint (n_labels, >=, n_before);
      n_partial += n_labels > 0 && n_labels < N_KILLED;
      n_before = n_labels;

      /* With everything in it there is nothing left to interrupt. */
      if (n_labels == N_KILLED)
        {
          remove_database (fixture);
          n_before = 0;
        }
    }

  g_assert_cmpuint (n_killed, >, 0);
  g_assert_cmpuint (n_partial, >, 0);

  rest = import_paths (fixture->database, fixture->files);
  g_assert_cmpuint (rest->n_added, ==, N_KILLED - n_before);
  g_assert_cmpuint (import_fixture_count (fixture->database), ==, N_KILLED);
  assert_rows (fixture, INCOMPLETE, "0");
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *path; void (*func) (ImportFixture *fixture, gconstpointer data); } tests[] = {
    { "/label-import/pause", test_pause },
    { "/label-import/cancel/paused", test_cancel_paused },
    { "/label-import/cancel", test_cancel },
    { "/label-import/full-disk", test_full_disk },
    { "/label-import/no-database", test_no_database },
    { "/label-import/killed", test_killed },
  };

  if (argc == 5 && g_str_equal (argv[1], "--import"))
    return import_and_die (argv[2], argv[3], (guint) g_ascii_strtoull (argv[4], NULL, 10));

  self = argv[0];

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, ImportFixture, NULL, import_fixture_set_up, tests[i].func, import_fixture_tear_down);

  return g_test_run ();
}
