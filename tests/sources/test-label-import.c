/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <unistd.h>

#include "hc-label-scanner.h"
#include "import-fixture.h"
#include "label-fixture.h"

/* What is in the real files: 12 labels and 21275 set ids of the Pillbox, three of them those of labels. */
#define REAL_LABELS (12 + 21275 - 3)
#define REAL_PRODUCTS "32506"

#define COUNT_OF_PILLBOX "SELECT count (*) FROM label_product JOIN label ON label.id = label WHERE origin = 1"

/* The set ids in the order in which the labels came. */
#define ORDER "SELECT group_concat (set_id) FROM (SELECT set_id FROM label ORDER BY id)"

static GBytes *
make_label (const char *set_id,
            int         version)
{
  LabelFixture label = { .set_id = set_id, .version = version, .name = set_id, .active = "zoltopril", .strength = "5",
                         .imprint = set_id, .shape = "C48348", .uses = "Fever." };

  return label_fixture_make_bytes (label_fixture_make_spl (&label));
}

static void
write_bytes (const char *folder,
             const char *name,
             GBytes     *bytes)
{
  g_autoptr (GBytes) owned = bytes;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  fixture_write_file (folder, name, data, (gssize) length);
}

/* Returns: (transfer full): an archive of labels with these set ids, and of what comes with labels */
static GBytes *
make_zip (const char *const *set_ids)
{
  g_autoptr (GArray) files = g_array_new (FALSE, FALSE, sizeof (LabelFixtureFile));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) picture = g_bytes_new_static ("\xff\xd8\xff", 3);
  LabelFixtureFile file = { "picture.jpg", picture };
  GBytes *zip;

  g_array_append_val (files, file);
  for (guint i = 0; set_ids[i] != NULL; i++)
    {
      g_ptr_array_add (names, g_strconcat ("folder/", set_ids[i], ".XML", NULL));
      file = (LabelFixtureFile) { names->pdata[i], make_label (set_ids[i], 1) };
      g_array_append_val (files, file);
    }

  zip = label_fixture_make_zip ((const LabelFixtureFile *) (void *) files->data, files->len);

  for (guint i = 1; i < files->len; i++)
    g_bytes_unref (g_array_index (files, LabelFixtureFile, i).bytes);

  return zip;
}

static void
test_file (ImportFixture *fixture,
           gconstpointer  data)
{
  g_autofree char *path = import_fixture_path (fixture, "a.xml");
  g_autoptr (HcImportReport) report = NULL, again = NULL, twice = NULL, newer = NULL;

  write_bytes (fixture->files, "a.xml", make_label ("a", 1));
  report = import_paths (fixture->database, path);
  assert_report (report, "1 0 0 0");
  g_assert_false (report->canceled);
  assert_rows (fixture, "SELECT set_id, version, file, strengths FROM label", "a|1|a.xml|5 mg");
  assert_rows (fixture, "SELECT front, target FROM pill", "a|health-center:label/a");

  again = import_paths (fixture->database, path);
  assert_report (again, "0 0 1 0");
  twice = import_paths (fixture->database, path, path);
  assert_report (twice, "0 0 2 0");

  write_bytes (fixture->files, "a.xml", make_label ("a", 2));
  newer = import_paths (fixture->database, path, path);
  assert_report (newer, "0 1 1 0");
  assert_rows (fixture, "SELECT version FROM label", "2");
  assert_rows (fixture, "SELECT count (*) FROM pill", "1");
}

/* What somebody chose is read whatever its name is. */
static void
test_names (ImportFixture *fixture,
            gconstpointer  data)
{
  g_autofree char *xml = import_fixture_path (fixture, "label"), *zip = import_fixture_path (fixture, "archive.bin");
  g_autofree char *csv = import_fixture_path (fixture, "rows.txt");
  g_autoptr (HcImportReport) report = NULL;

  write_bytes (fixture->files, "label", make_label ("a", 1));
  write_bytes (fixture->files, "archive.bin", make_zip ((const char *const[]) { "b", "c", NULL }));
  import_fixture_write_pillbox (fixture, "rows.txt", 2);
  report = import_paths (fixture->database, xml, zip, csv);
  assert_report (report, "5 0 0 0");
  assert_rows (fixture, ORDER, "a,b,c,p-0,p-1");
}

/* Folders with all that is below them, by the alphabet; what is no file of labels is passed over, and a link is
 * not followed. */
static void
test_folder (ImportFixture *fixture,
             gconstpointer  data)
{
  g_autofree char *inner = import_fixture_path (fixture, "m/n"), *link = import_fixture_path (fixture, "m/n/round");
  g_autoptr (HcImportReport) report = NULL;

  g_assert_cmpint (g_mkdir_with_parents (inner, 0700), ==, 0);
  write_bytes (fixture->files, "z.xml", make_label ("a", 1));
  write_bytes (fixture->files, "b.Xml", make_label ("b", 1));
  write_bytes (inner, "c.xml", make_label ("c", 1));
  write_bytes (inner, "d.zip", make_zip ((const char *const[]) { "d", "e", NULL }));
  import_fixture_write_pillbox (fixture, "m/rows.csv", 1);
  fixture_write_file (fixture->files, "read me.txt", "no label", -1);
  fixture_write_file (inner, "picture.jpg", "\xff\xd8", 2);
  g_assert_cmpint (symlink (fixture->files, link), ==, 0);

  report = import_paths (fixture->database, fixture->files);
  assert_report (report, "6 0 0 0");
  assert_rows (fixture, ORDER, "b,c,d,e,p-0,a");
  assert_rows (fixture, "SELECT file FROM label WHERE set_id IN ('c', 'd')", "c.xml\nd.zip: folder/d.XML");
}

/* An archive of archives, as DailyMed has them, and one that is nested deeper than that. */
static void
test_zip_of_zips (ImportFixture *fixture,
                  gconstpointer  data)
{
  g_autoptr (GBytes) one = make_zip ((const char *const[]) { "a", "b", NULL });
  g_autoptr (GBytes) two = make_zip ((const char *const[]) { "c", NULL });
  g_autoptr (GBytes) three = make_label ("d", 1);
  g_autoptr (GBytes) outer = NULL, deep = NULL;
  g_autofree char *path = import_fixture_path (fixture, "outer.zip");
  g_autofree char *deep_path = import_fixture_path (fixture, "deep.zip");
  g_autoptr (HcImportReport) report = NULL, deep_report = NULL;

  outer = label_fixture_make_zip ((const LabelFixtureFile[]) { { "prescription/1.zip", one }, { "3.xml", three },
                                                               { "otc/2.zip", two } }, 3);
  fixture_write_file (fixture->files, "outer.zip", g_bytes_get_data (outer, NULL), (gssize) g_bytes_get_size (outer));
  report = import_paths (fixture->database, path);
  assert_report (report, "4 0 0 0");
  assert_rows (fixture, ORDER, "a,b,d,c");
  assert_rows (fixture, "SELECT file FROM label WHERE set_id = 'c'", "outer.zip: otc/2.zip: folder/c.XML");

  deep = label_fixture_make_zip (&(LabelFixtureFile) { "outer.zip", outer }, 1);
  fixture_write_file (fixture->files, "deep.zip", g_bytes_get_data (deep, NULL), (gssize) g_bytes_get_size (deep));
  deep_report = import_paths (fixture->database, deep_path);
  assert_report (deep_report, "0 0 1 2");
  g_assert_cmpint (hc_import_problem_get_code (deep_report->problems->pdata[0]), ==, HC_LABEL_ERROR_TOO_DEEP);
  g_assert_cmpstr (hc_import_problem_get_file (deep_report->problems->pdata[1]), ==, "deep.zip: outer.zip: otc/2.zip");
}

/* One bad file does not keep the others from being imported. */
static void
test_problems (ImportFixture *fixture,
               gconstpointer  data)
{
  g_autofree char *missing = import_fixture_path (fixture, "missing.xml");
  g_autofree char *empty = import_fixture_path (fixture, "nothing");
  g_autoptr (HcImportReport) report = NULL;

  g_assert_cmpint (g_mkdir_with_parents (empty, 0700), ==, 0);
  write_bytes (fixture->files, "a.xml", make_label ("a", 1));
  fixture_write_file (fixture->files, "b.xml", "<document xmlns=\"urn:hl7-org:v3\"><title>", -1);
  write_bytes (fixture->files, "c.xml", make_label ("c", 1));

  report = import_paths (fixture->database, fixture->files, missing, empty);
  assert_report (report, "2 0 0 3");
  g_assert_cmpuint (report->problems->len, ==, 3);
  g_assert_cmpstr (hc_import_problem_get_file (report->problems->pdata[0]), ==, "b.xml");
  g_assert_cmpint (hc_import_problem_get_code (report->problems->pdata[0]), ==, HC_LABEL_ERROR_NOT_WELL_FORMED);
  g_assert_cmpstr (hc_import_problem_get_file (report->problems->pdata[1]), ==, "missing.xml");
  g_assert_cmpint (hc_import_problem_get_code (report->problems->pdata[1]), ==, HC_LABEL_ERROR_UNREADABLE);
  g_assert_cmpint (hc_import_problem_get_code (report->problems->pdata[2]), ==, HC_LABEL_ERROR_EMPTY);
  assert_rows (fixture, ORDER, "a,c");
}

typedef struct
{
  double  last;
  guint   n_labels;
  guint   n_steps;
  GThread *thread;
} Progress;

static gboolean
take_label_cb (HcLabel    *label,
               const char *file,
               gpointer    user_data)
{
  Progress *progress = user_data;

  progress->n_labels++;
  hc_label_free (label);

  return TRUE;
}

static void
take_problem_cb (const char   *file,
                 const GError *error,
                 gpointer      user_data)
{
  g_error ("%s: %s", file, error->message);
}

static gboolean
take_progress_cb (double   fraction,
                  gpointer user_data)
{
  Progress *progress = user_data;

  g_assert_cmpfloat (fraction, >=, progress->last);
  g_assert_cmpfloat (fraction, <=, 1);
  progress->last = fraction;
  progress->n_steps++;

  return TRUE;
}

/* How much was read grows, whatever the files are, and is all in the end. */
static void
test_scan_progress (ImportFixture *fixture,
                    gconstpointer  data)
{
  static const HcLabelScannerFuncs funcs = { take_label_cb, take_problem_cb, take_progress_cb };
  g_autofree char *file = import_fixture_path (fixture, "a.xml");
  g_autoptr (GBytes) inner = make_zip ((const char *const[]) { "e", "f", "g", NULL });
  g_autoptr (GBytes) outer =
    label_fixture_make_zip ((const LabelFixtureFile[]) { { "1.zip", inner }, { "2.zip", inner } }, 2);
  Progress progress = { 0 };

  write_bytes (fixture->files, "a.xml", make_label ("a", 1));
  write_bytes (fixture->files, "b.zip", make_zip ((const char *const[]) { "b", "c", "d", NULL }));
  write_bytes (fixture->files, "c.zip", g_bytes_ref (outer));
  import_fixture_write_pillbox (fixture, "d.csv", 5000);

  g_assert_true (hc_label_scanner_scan ((const char *const[]) { file, fixture->files, file, NULL }, &funcs, &progress));
  g_assert_cmpuint (progress.n_labels, ==, 1 + 1 + 3 + 6 + 5000 + 1);
  g_assert_cmpfloat (progress.last, ==, 1);
  g_assert_cmpuint (progress.n_steps, >, 10);
}

static void
count_progress_cb (HcLabelImport *import,
                   gpointer       user_data)
{
  Progress *progress = user_data;
  double fraction = hc_label_import_get_progress (import, &progress->n_labels);

  g_assert_true (progress->thread == g_thread_self ());
  g_assert_cmpfloat (fraction, >=, progress->last);
  progress->last = fraction;
  progress->n_steps++;
}

static void
test_progress (ImportFixture *fixture,
               gconstpointer  data)
{
  g_autoptr (HcLabelImport) import = hc_label_import_new (fixture->database);
  g_autoptr (HcImportReport) report = NULL;
  Progress progress = { .thread = g_thread_self () };
  GAsyncResult *result = NULL;
  guint n_labels;

  import_fixture_write_pillbox (fixture, "a.csv", 1000);
  g_signal_connect (import, "progress", G_CALLBACK (count_progress_cb), &progress);
  hc_label_import_run_async (import, (const char *const[]) { fixture->files, NULL }, fixture_result_cb, &result);
  report = import_fixture_finish (import, &result);

  assert_report (report, "1000 0 0 0");
  g_assert_cmpuint (progress.n_steps, >, 0);
  g_assert_cmpfloat (hc_label_import_get_progress (import, &n_labels), ==, 1);
  g_assert_cmpuint (n_labels, ==, 1000);
}

/* There is an end although there was nothing to read. */
static void
test_progress_of_nothing (ImportFixture *fixture,
                          gconstpointer  data)
{
  g_autoptr (HcLabelImport) import = hc_label_import_new (fixture->database);
  g_autofree char *missing = import_fixture_path (fixture, "missing.xml");
  g_autoptr (HcImportReport) report = NULL;
  GAsyncResult *result = NULL;
  guint n_labels;

  hc_label_import_run_async (import, (const char *const[]) { fixture->files, missing, NULL }, fixture_result_cb,
                             &result);
  report = import_fixture_finish (import, &result);
  assert_report (report, "0 0 0 2");
  g_assert_false (report->canceled);
  g_assert_cmpfloat (hc_label_import_get_progress (import, &n_labels), ==, 1);
}

/* Real files; the numbers were counted with Python's csv module. */
static void
test_real (ImportFixture *fixture,
           gconstpointer  data)
{
  g_autofree char *labels = label_fixture_find_shared ("spl"), *pillbox = label_fixture_find_shared ("pillbox");
  g_autoptr (HcImportReport) report = NULL, again = NULL;

  if (labels == NULL || pillbox == NULL)
    {
      g_test_skip ("There are no real files here");
      return;
    }

  report = import_paths (fixture->database, labels, pillbox);
  g_assert_cmpuint (report->n_added, ==, REAL_LABELS);
  /* One of the FDA's files about substances, and the rows without a name in each file of the Pillbox. */
  g_assert_cmpuint (report->n_problems, ==, 3);
  g_assert_cmpint (hc_import_problem_get_code (report->problems->pdata[0]), ==, HC_LABEL_ERROR_INDEX);
  g_assert_cmpuint (import_fixture_count (fixture->database), ==, REAL_LABELS);
  assert_rows (fixture, COUNT_OF_PILLBOX, REAL_PRODUCTS);

  again = import_paths (fixture->database, labels, pillbox);
  g_assert_cmpuint (again->n_added, ==, 0);
  g_assert_cmpuint (import_fixture_count (fixture->database), ==, REAL_LABELS);
  assert_rows (fixture, COUNT_OF_PILLBOX, REAL_PRODUCTS);
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *path; void (*func) (ImportFixture *fixture, gconstpointer data); } tests[] = {
    { "/label-import/file", test_file },
    { "/label-import/names", test_names },
    { "/label-import/folder", test_folder },
    { "/label-import/zip-of-zips", test_zip_of_zips },
    { "/label-import/problems", test_problems },
    { "/label-import/progress/scan", test_scan_progress },
    { "/label-import/progress", test_progress },
    { "/label-import/progress/nothing", test_progress_of_nothing },
    { "/label-import/real", test_real },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, ImportFixture, NULL, import_fixture_set_up, tests[i].func, import_fixture_tear_down);

  return g_test_run ();
}
