/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-recall-writer.h"

#include "hc-recall-catalog.h"
#include "hc-sources-database.h"
#include "recall-fixture.h"

typedef struct
{
  char           *folder;
  char           *path;
  HcDatabase     *database;
  HcRecallWriter *writer;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = fixture_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "sources.db", NULL);
  fixture->database = hc_sources_database_open (fixture->path, &error);
  g_assert_no_error (error);
  fixture->writer = hc_recall_writer_new (fixture->database, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  hc_recall_writer_free (fixture->writer);
  g_object_unref (fixture->database);
  fixture_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static HcRecall *
make_recall (const char *number)
{
  HcRecall *recall = hc_recall_new ();

  recall->number = g_strdup (number);
  recall->description = g_strdup ("Zoltopril 10 mg");
  recall->class = 2;
  recall->status = HC_RECALL_ONGOING;
  recall->reported = g_strdup ("2026-11-05");

  return recall;
}

static HcRecallOutcome
put (Fixture    *fixture,
     HcRecall   *recall,
     const char *updated)
{
  g_autoptr (GError) error = NULL;
  HcRecallOutcome outcome = HC_RECALL_UNCHANGED;

  g_assert_true (hc_recall_writer_put (fixture->writer, recall, updated, &outcome, &error));
  g_assert_no_error (error);

  return outcome;
}

static void
assert_rows (Fixture    *fixture,
             const char *sql,
             const char *expected)
{
  g_autofree char *rows = fixture_query (fixture->path, sql);

  g_assert_cmpstr (rows, ==, expected);
}

/* All that a recall says comes back. */
static void
test_round (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (HcRecall) recall = make_recall ("D-1");
  g_autoptr (HcRecall) empty = make_recall ("D-2");
  g_autoptr (HcRecallCatalog) catalog = hc_recall_catalog_new (fixture->path);
  g_autoptr (HcRecall) first = NULL, second = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL, *plain = NULL, *plain_after = NULL;

  recall->event = g_strdup ("7");
  recall->status = HC_RECALL_TERMINATED;
  recall->initiated = g_strdup ("2026-11-01");
  recall->classified = g_strdup ("2026-11-02");
  recall->terminated = g_strdup ("2026-11-20");
  recall->firm = g_strdup ("Nowhere & Sons");
  recall->place = g_strdup ("Exton");
  recall->distribution = g_strdup ("TX");
  recall->quantity = g_strdup ("8");
  recall->reason = g_strdup ("Dust");
  recall->codes = g_strdup ("Lot 1\nLot 2");
  g_strfreev (recall->brands);
  recall->brands = g_strsplit ("Zolt|Zolt XR", "|", -1);
  g_strfreev (recall->ndcs);
  recall->ndcs = g_strsplit ("99999-101|99999-102", "|", -1);

  g_assert_cmpint (put (fixture, recall, "2026-11-10"), ==, HC_RECALL_ADDED);
  g_assert_cmpint (put (fixture, empty, ""), ==, HC_RECALL_ADDED);
  assert_rows (fixture, "SELECT number, event, class, status, terminated, codes, brands, generics, updated FROM recall "
               "ORDER BY number",
               "D-1|7|2|terminated|2026-11-20|Lot 1\nLot 2|Zolt\nZolt XR||2026-11-10\n"
               "D-2|NULL|2|ongoing|NULL|NULL|||");

  first = hc_recall_catalog_load (catalog, "D-1", &error);
  second = hc_recall_catalog_load (catalog, "D-2", &error);
  g_assert_no_error (error);
  before = recall_fixture_describe (recall);
  after = recall_fixture_describe (first);
  g_assert_cmpstr (after, ==, before);
  plain = recall_fixture_describe (empty);
  plain_after = recall_fixture_describe (second);
  g_assert_cmpstr (plain_after, ==, plain);
  g_assert_null (hc_recall_catalog_load (catalog, "D-3", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (hc_recall_catalog_count (catalog), ==, 2);
}

/* What is newer takes the place of what was there; what is older does not. */
static void
test_versions (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (HcRecall) recall = make_recall ("D-1");

  g_assert_cmpint (put (fixture, recall, "2026-11-10"), ==, HC_RECALL_ADDED);
  g_assert_cmpint (put (fixture, recall, "2026-11-10"), ==, HC_RECALL_UNCHANGED);
  g_assert_cmpint (put (fixture, recall, "2026-11-17"), ==, HC_RECALL_UNCHANGED);

  recall->class = 1;
  g_assert_cmpint (put (fixture, recall, "2026-11-09"), ==, HC_RECALL_UNCHANGED);
  g_assert_cmpint (put (fixture, recall, ""), ==, HC_RECALL_UNCHANGED);
  assert_rows (fixture, "SELECT class FROM recall", "2");

  g_assert_cmpint (put (fixture, recall, "2026-11-17"), ==, HC_RECALL_UPDATED);
  assert_rows (fixture, "SELECT class, updated FROM recall", "1|2026-11-17");

  g_set_str (&recall->codes, "Lot 9");
  g_assert_cmpint (put (fixture, recall, "2026-11-17"), ==, HC_RECALL_UPDATED);
  g_set_str (&recall->codes, NULL);
  g_assert_cmpint (put (fixture, recall, "2026-11-17"), ==, HC_RECALL_UPDATED);
  assert_rows (fixture, "SELECT count (*), codes FROM recall", "1|NULL");
}

static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct { const char *number, *reported, *initiated; HcRecallStatus status; } recalls[] = {
    { "D-1", "2026-11-05", NULL, HC_RECALL_TERMINATED },
    { "D-2", "2024-01-05", NULL, HC_RECALL_TERMINATED },
    { "D-3", "2023-01-05", NULL, HC_RECALL_ONGOING },
    { "D-4", NULL, "2026-11-10", HC_RECALL_COMPLETED },
    { "D-5", NULL, NULL, HC_RECALL_STATUS_UNKNOWN },
    { "D-6", "2026-11-05", "2020-01-01", HC_RECALL_PENDING },
  };
  static const struct { const char *since, *expected; } cases[] = {
    { NULL, "D-4 D-1 D-6 D-2 D-3 D-5 " },
    { "2026-11-05", "D-4 D-1 D-6 D-3 D-5 " },
    { "2026-11-06", "D-4 D-3 D-5 " },
  };
  g_autoptr (HcRecallCatalog) catalog = hc_recall_catalog_new (fixture->path);

  for (guint i = 0; i < G_N_ELEMENTS (recalls); i++)
    {
      g_autoptr (HcRecall) recall = make_recall (recalls[i].number);

      g_set_str (&recall->reported, recalls[i].reported);
      g_set_str (&recall->initiated, recalls[i].initiated);
      recall->status = recalls[i].status;
      put (fixture, recall, "");
    }

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) list = hc_recall_catalog_list (catalog, cases[i].since, &error);
      g_autoptr (GString) numbers = g_string_new (NULL);

      g_assert_no_error (error);
      for (guint j = 0; j < list->len; j++)
        g_string_append_printf (numbers, "%s ", ((HcRecall *) g_ptr_array_index (list, j))->number);
      g_assert_cmpstr (numbers->str, ==, cases[i].expected);
    }
}

/* The day of what is here, which an older file does not turn back. */
static void
test_fresh (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct { int day; const char *updated, *expected; } steps[] = {
    { 10, "2026-11-09", "2026-11-10 2026-11-09" },
    { 11, "2026-11-01", "2026-11-10 2026-11-09" },
    { 12, "", "2026-11-12 2026-11-09" },
    { 13, "2026-11-13", "2026-11-13 2026-11-13" },
  };
  g_autoptr (HcRecallCatalog) catalog = hc_recall_catalog_new (fixture->path);

  g_assert_null (hc_recall_catalog_dup_fetched (catalog));
  g_assert_null (hc_recall_catalog_dup_updated (catalog));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GDateTime) time = g_date_time_new_utc (2026, 11, steps[i].day, 12, 0, 0);
      g_autoptr (GDateTime) fetched = NULL;
      g_autofree char *updated = NULL, *day = NULL, *text = NULL;

      g_assert_true (hc_recall_writer_set_fresh (fixture->writer, time, steps[i].updated, NULL));
      fetched = hc_recall_catalog_dup_fetched (catalog);
      updated = hc_recall_catalog_dup_updated (catalog);
      day = g_date_time_format (fetched, "%F");
      text = g_strconcat (day, " ", updated, NULL);
      g_assert_cmpstr (text, ==, steps[i].expected);
    }
}

/* Nothing was fetched yet: there is no file, and none is made by looking. */
static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "other.db", NULL);
  g_autoptr (HcRecallCatalog) catalog = hc_recall_catalog_new (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = hc_recall_catalog_list (catalog, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 0);
  g_assert_cmpuint (hc_recall_catalog_count (catalog), ==, 0);
  g_assert_null (hc_recall_catalog_dup_fetched (catalog));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/sources/recall-writer/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("round", test_round);
  ADD ("versions", test_versions);
  ADD ("list", test_list);
  ADD ("fresh", test_fresh);
  ADD ("nothing", test_nothing);

  return g_test_run ();
}
