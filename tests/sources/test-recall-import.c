/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-recall-import.h"

#include <string.h>

#include "hc-recall-catalog.h"
#include "recall-fixture.h"
#include "zip-maker.h"

typedef struct
{
  char   *folder;
  char   *path;
  GError *error; /* of the last import */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = fixture_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "sources.db", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  fixture_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_clear_error (&fixture->error);
}

static HcRecallReport *
import (Fixture      *fixture,
        const char   *path,
        GCancellable *cancellable)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 21, 12, 0, 0);
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *place = NULL;

  g_clear_error (&fixture->error);
  hc_recall_import_run_async (fixture->path, path, now, cancellable, fixture_result_cb, &place);
  result = fixture_wait (&place);

  return hc_recall_import_run_finish (result, &fixture->error);
}

static HcRecallReport *
import_bytes (Fixture    *fixture,
              const char *name,
              const char *bytes,
              gssize      length)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  fixture_write_file (fixture->folder, name, bytes, length);

  return import (fixture, path, NULL);
}

static void
assert_counts (HcRecallReport *report,
               guint           n_added,
               guint           n_updated,
               guint           n_unchanged,
               guint           n_faults)
{
  g_assert_nonnull (report);
  g_assert_cmpuint (report->n_added, ==, n_added);
  g_assert_cmpuint (report->n_updated, ==, n_updated);
  g_assert_cmpuint (report->n_unchanged, ==, n_unchanged);
  g_assert_cmpuint (report->n_faults, ==, n_faults);
  g_assert_cmpuint (report->faults->len, ==, n_faults);
  g_assert_true (report->is_complete);
}

static void
test_plain (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *json = recall_fixture_make (1, 1203, 1203, "2026-11-18");
  g_autoptr (HcRecallReport) report = import_bytes (fixture, "recalls.json", json, -1);
  g_autoptr (HcRecallReport) again = NULL;
  g_autofree char *rows = NULL, *state = NULL;

  g_assert_no_error (fixture->error);
  assert_counts (report, 1203, 0, 0, 0);
  rows = fixture_query (fixture->path, "SELECT count (*), min (number), max (number), max (updated) FROM recall");
  g_assert_cmpstr (rows, ==, "1203|D-0001-2026|D-1203-2026|2026-11-18");
  state = fixture_query (fixture->path, "SELECT datetime (fetched, 'unixepoch'), updated FROM recall_state");
  g_assert_cmpstr (state, ==, "2026-11-21 12:00:00|2026-11-18");

  again = import_bytes (fixture, "recalls.json", json, -1);
  assert_counts (again, 0, 0, 1203, 0);
}

/* The file as it can be downloaded; other files in the archive, and parts, are no matter. */
static void
test_archive (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *first = recall_fixture_make (1, 3, 5, "2026-11-18");
  g_autofree char *second = recall_fixture_make (4, 2, 5, "2026-11-18");
  const ZipMember members[] = {
    { .name = "readme.txt", .bytes = "Hello", .length = -1 },
    { .name = "drug-enforcement-0001-of-0002.json", .bytes = first, .length = -1, .deflated = TRUE },
    { .name = "../../drug-enforcement-0002-of-0002.JSON", .bytes = second, .length = -1 },
  };
  g_autoptr (GBytes) zip = zip_make (members, G_N_ELEMENTS (members));
  g_autoptr (HcRecallReport) report = import_bytes (fixture, "recalls.json.zip", g_bytes_get_data (zip, NULL),
                                                    (gssize) g_bytes_get_size (zip));

  g_assert_no_error (fixture->error);
  assert_counts (report, 5, 0, 0, 0);
}

static void
test_real (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = recall_fixture_find ();
  g_autoptr (HcRecallReport) report = NULL;
  g_autofree char *rows = NULL;

  if (path == NULL)
    return;

  report = import (fixture, path, NULL);
  g_assert_no_error (fixture->error);
  assert_counts (report, 3, 0, 0, 0);
  rows = fixture_query (fixture->path, "SELECT number, class, status, reported FROM recall ORDER BY class");
  g_assert_cmpstr (rows, ==, "D-0289-2026|1|ongoing|2026-01-14\nD-0115-2026|2|ongoing|2025-11-05\n"
                   "D-0247-2026|3|ongoing|2026-01-07");
}

/* Records that are no recalls are counted, and the others come. */
static void
test_faults (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (HcRecallReport) report =
    import_bytes (fixture, "x.json", "{\"results\":[{},{\"recall_number\":\"D-1\",\"product_description\":\"x\"},7]}",
                  -1);

  g_assert_no_error (fixture->error);
  assert_counts (report, 1, 0, 0, 2);
  g_assert_error ((GError *) g_ptr_array_index (report->faults, 0), HC_JSON_ERROR, HC_JSON_ERROR_INCOMPLETE);
}

/* A day that is yet to come would make everything else old for ever. */
static void
test_future (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *json = recall_fixture_make (1, 1, 1, "9999-12-31");
  g_autoptr (HcRecallReport) report = import_bytes (fixture, "x.json", json, -1);
  g_autofree char *rows = fixture_query (fixture->path, "SELECT updated FROM recall");
  g_autofree char *state = fixture_query (fixture->path, "SELECT updated FROM recall_state");

  g_assert_nonnull (report);
  g_assert_cmpstr (rows, ==, "");
  g_assert_cmpstr (state, ==, "");
}

static void
assert_fails (Fixture     *fixture,
              const char  *bytes,
              gssize       length,
              HcJsonError  code)
{
  g_assert_null (import_bytes (fixture, "x", bytes, length));
  g_assert_error (fixture->error, HC_JSON_ERROR, (int) code);
}

static void
test_bad (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *json = recall_fixture_make (1, 600, 600, "2026-11-18");
  g_autofree char *rows = NULL, *state = NULL, *deep = g_strnfill (10000, '[');
  const ZipMember empty[] = { { .name = "readme.txt", .bytes = "Hello", .length = -1 } };
  const ZipMember encrypted[] = { { .name = "x.json", .bytes = "{}", .length = -1, .flags = 1 } };
  const ZipMember wrong_sum[] = { { .name = "x.json", .bytes = "{\"results\":[]}", .length = -1, .wrong_sum = TRUE } };
  g_autoptr (GBytes) zip = NULL, locked = NULL, spoiled = NULL;
  g_autofree char *missing = g_build_filename (fixture->folder, "missing", NULL);

  assert_fails (fixture, "", 0, HC_JSON_ERROR_NOT_JSON);
  assert_fails (fixture, "<html>", -1, HC_JSON_ERROR_NOT_JSON);
  assert_fails (fixture, deep, -1, HC_JSON_ERROR_TOO_DEEP);
  assert_fails (fixture, "{\"error\":{}}", -1, HC_JSON_ERROR_OTHER);
  assert_fails (fixture, "PK\x03\x04 and no archive", -1, HC_JSON_ERROR_ARCHIVE);

  zip = zip_make (empty, 1);
  assert_fails (fixture, g_bytes_get_data (zip, NULL), (gssize) g_bytes_get_size (zip), HC_JSON_ERROR_ARCHIVE);
  locked = zip_make (encrypted, 1);
  assert_fails (fixture, g_bytes_get_data (locked, NULL), (gssize) g_bytes_get_size (locked), HC_JSON_ERROR_ARCHIVE);
  spoiled = zip_make (wrong_sum, 1);
  assert_fails (fixture, g_bytes_get_data (spoiled, NULL), (gssize) g_bytes_get_size (spoiled), HC_JSON_ERROR_ARCHIVE);

  g_assert_null (import (fixture, missing, NULL));
  g_assert_error (fixture->error, HC_JSON_ERROR, HC_JSON_ERROR_UNREADABLE);
  g_assert_null (import (fixture, fixture->folder, NULL));
  g_assert_error (fixture->error, HC_JSON_ERROR, HC_JSON_ERROR_UNREADABLE);

  /* What is cut leaves what was whole, and is no collection that is fresh. */
  assert_fails (fixture, json, (gssize) strlen (json) - 100, HC_JSON_ERROR_CUT);
  rows = fixture_query (fixture->path, "SELECT count (*) FROM recall");
  g_assert_cmpstr (rows, ==, "599");
  state = fixture_query (fixture->path, "SELECT count (*) FROM recall_state");
  g_assert_cmpstr (state, ==, "0");
}

/* More than a gigabyte of blanks in about a megabyte. */
static void
test_bomb (Fixture       *fixture,
           gconstpointer  data)
{
  const ZipMember members[] = {
    { .name = "x.json", .bytes = "{\"results\":[", .length = -1, .n_blanks = (gsize) 1100 * 1024 * 1024,
      .deflated = TRUE },
  };
  g_autoptr (GBytes) zip = NULL;

  if (!g_test_slow ())
    {
      g_test_skip ("It takes some seconds; run it with -m slow");
      return;
    }

  zip = zip_make (members, G_N_ELEMENTS (members));
  assert_fails (fixture, g_bytes_get_data (zip, NULL), (gssize) g_bytes_get_size (zip), HC_JSON_ERROR_TOO_LARGE);
}

static void
test_canceled (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *json = recall_fixture_make (1, 10, 10, NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "x", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  fixture_write_file (fixture->folder, "x", json, -1);
  g_cancellable_cancel (cancellable);
  g_assert_null (import (fixture, path, cancellable));
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/sources/recall-import/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("plain", test_plain);
  ADD ("archive", test_archive);
  ADD ("real", test_real);
  ADD ("faults", test_faults);
  ADD ("future", test_future);
  ADD ("bad", test_bad);
  ADD ("bomb", test_bomb);
  ADD ("canceled", test_canceled);

  return g_test_run ();
}
