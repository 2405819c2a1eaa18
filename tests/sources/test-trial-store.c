/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "hc-sources-database.h"
#include "hc-trial-catalog.h"
#include "hc-trial-json.h"
#include "hc-trial-store.h"
#include "hc-word-match.h"
#include "trial-fixture.h"

/* Trials in sources.db, written through the store and looked at over a connection of the test's own. */

typedef struct
{
  char         *folder;
  char         *path;
  HcDatabase   *database;
  HcTrialStore *store;
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
  fixture->store = hc_trial_store_new (fixture->database, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *verdict = NULL;

  hc_trial_store_free (fixture->store);
  g_object_unref (fixture->database);
  verdict = fixture_query (fixture->path, "PRAGMA integrity_check; PRAGMA foreign_key_check;"
                           "INSERT INTO trial_names (trial_names) VALUES ('integrity-check');"
                           "INSERT INTO trial_texts (trial_texts) VALUES ('integrity-check')");
  g_assert_cmpstr (verdict, ==, "ok");
  fixture_remove_folder (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static HcTrial *
make_trial (const char *nct,
            const char *title,
            const char *updated,
            const char *more)
{
  g_autofree char *json = trial_fixture_make_json (nct, title, "RECRUITING", updated, more);
  g_autoptr (GError) error = NULL;
  HcTrial *trial = hc_trial_json_read (json, &error);

  g_assert_no_error (error);

  return trial;
}

static HcTrialOutcome
put (Fixture       *fixture,
     const char    *nct,
     const char    *title,
     const char    *updated,
     const char    *more,
     HcTrialOrigin  origin,
     const char    *seen)
{
  g_autoptr (HcTrial) trial = make_trial (nct, title, updated, more);
  g_autoptr (GError) error = NULL;
  HcTrialOutcome outcome;

  g_assert_true (hc_trial_store_put (fixture->store, trial, origin, seen, &outcome, &error));
  g_assert_no_error (error);

  return outcome;
}

#define ELIGIBLE ",\"eligibilityModule\":{\"eligibilityCriteria\":\"Inclusion: zebrafish\"}"

#define assert_rows(fixture, sql, expected)                            \
  G_STMT_START {                                                       \
    g_autofree char *rows = fixture_query ((fixture)->path, sql);      \
    g_assert_cmpstr (rows, ==, expected);                              \
  } G_STMT_END

/* The newest version stays, and of two as new the one that says more. */
static void
test_versions (Fixture       *fixture,
               gconstpointer  data)
{
  g_assert_cmpint (put (fixture, "NCT00000001", "A", "2025-01-01", ELIGIBLE, HC_TRIAL_ORIGIN_FILE, "1"), ==,
                   HC_TRIAL_ADDED);
  g_assert_cmpint (put (fixture, "NCT00000001", "A", "2025-01-01", ELIGIBLE, HC_TRIAL_ORIGIN_FILE, "2"), ==,
                   HC_TRIAL_UNCHANGED);
  g_assert_cmpint (put (fixture, "NCT00000001", "Older", "2024-12-31", ELIGIBLE, HC_TRIAL_ORIGIN_FILE, "3"),
                   ==,
                   HC_TRIAL_UNCHANGED);
  g_assert_cmpint (put (fixture, "NCT00000001", "From a table", "2025-01-01", "", HC_TRIAL_ORIGIN_FILE, "4"),
                   ==,
                   HC_TRIAL_UNCHANGED);
  assert_rows (fixture, "SELECT nct, title, seen, origin, status, updated, eligibility FROM trial",
               "NCT00000001|A|4|1|RECRUITING|2025-01-01|Inclusion: zebrafish");
  g_assert_cmpint (put (fixture, "NCT00000001", "Newer", "2025-01-02", "", HC_TRIAL_ORIGIN_REGISTRY, "5"), ==,
                   HC_TRIAL_UPDATED);
  assert_rows (fixture, "SELECT title, seen, origin, eligibility FROM trial", "Newer|5|0|NULL");
  assert_rows (fixture, "SELECT count (*) FROM trial_names", "1");
}

#define EVERYTHING                                                                                             \
  ",\"conditionsModule\":{\"conditions\":[\"Colon\",\"Tab\\tbed\"],\"keywords\":[\"k\"]},"                     \
  "\"designModule\":{\"studyType\":\"OBSERVATIONAL\",\"phases\":[\"PHASE3\"],\"enrollmentInfo\":{\"count\":0}}," \
  "\"armsInterventionsModule\":{\"interventions\":[{\"type\":\"DRUG\",\"name\":\"D\",\"description\":\"x\"},"   \
  "{\"name\":\"E\"}]},\"eligibilityModule\":{\"eligibilityCriteria\":\"a\\n\\nb\",\"healthyVolunteers\":true,"  \
  "\"sex\":\"FEMALE\",\"genderBased\":true,\"minimumAge\":\"18 Years\",\"maximumAge\":\"75 Years\","            \
  "\"stdAges\":[\"ADULT\",\"OLDER_ADULT\"]},\"descriptionModule\":{\"briefSummary\":\"S\\nT\"},"                \
  "\"contactsLocationsModule\":{\"centralContacts\":[{\"name\":\"A\",\"email\":\"e\"},{\"phone\":\"1\"}],"      \
  "\"locations\":[{\"facility\":\"F\",\"city\":\"C\",\"state\":\"S\",\"zip\":\"Z\",\"country\":\"L\","          \
  "\"status\":\"WITHDRAWN\",\"geoPoint\":{\"lat\":-1.5,\"lon\":170.25},\"contacts\":[{\"role\":\"CONTACT\"}]},"  \
  "{\"city\":\"D\"}]}"

static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (HcTrial) trial = make_trial ("NCT00000001", "A", "2025-01-01", EVERYTHING), loaded = NULL,
  none = NULL;
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_listed = FALSE;
  HcTrialOutcome outcome;

  /* A tabulator is no part of a name: there it is a blank. */
  g_assert_cmpstr (trial->conditions->pdata[1], ==, "Tab\tbed");
  g_assert_true (hc_trial_store_put (fixture->store, trial, HC_TRIAL_ORIGIN_FILE, "1", &outcome, &error));
  loaded = hc_trial_store_load (fixture->store, "NCT00000001", &is_listed, &error);
  g_assert_no_error (error);
  g_assert_true (is_listed);
  g_set_str ((char **) &trial->conditions->pdata[1], "Tab bed");
  before = trial_fixture_describe (trial);
  after = trial_fixture_describe (loaded);
  g_assert_cmpstr (after, ==, before);

  none = hc_trial_store_load (fixture->store, "NCT00000002", NULL, &error);
  g_assert_null (none);
  g_assert_no_error (error);
}

static gboolean
list_cb (const HcTrial *trial,
         gboolean       is_listed,
         gpointer       user_data)
{
  g_string_append_printf (user_data, "%s %u%s\n", trial->nct, trial->sites->len, is_listed ? "" : " gone");

  return TRUE;
}

/* What was in an earlier list and is not in the last one is known not to be listed any more; a file is no
 * list. */
static void
test_listed (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  put (fixture, "NCT00000001", "A", "2025-01-01", EVERYTHING, HC_TRIAL_ORIGIN_REGISTRY,
       "2026-01-01T00:00:00Z");
  put (fixture, "NCT00000002", "B", "2025-01-01", "", HC_TRIAL_ORIGIN_REGISTRY, "2026-01-01T00:00:00Z");
  put (fixture, "NCT00000003", "C", "2025-01-01", EVERYTHING, HC_TRIAL_ORIGIN_FILE, "2025-01-01T00:00:00Z");
  g_assert_true (hc_trial_store_end_fetch (fixture->store, "2026-01-01T00:00:00Z", "2026-01-01T00:01:00Z",
                                           &error));
  put (fixture, "NCT00000002", "B", "2025-01-01", "", HC_TRIAL_ORIGIN_REGISTRY, "2026-01-02T00:00:00Z");
  g_assert_true (hc_trial_store_for_each (fixture->store, list_cb, all, &error));
  g_assert_cmpstr (all->str, ==, "NCT00000001 2\nNCT00000002 0\nNCT00000003 2\n");

  g_string_truncate (all, 0);
  g_assert_true (hc_trial_store_end_fetch (fixture->store, "2026-01-02T00:00:00Z", "2026-01-02T00:01:00Z",
                                           &error));
  g_assert_true (hc_trial_store_for_each (fixture->store, list_cb, all, &error));
  g_assert_cmpstr (all->str, ==, "NCT00000001 2 gone\nNCT00000002 0\nNCT00000003 2\n");
}

static void
assert_found (HcTrialCatalog *catalog,
              const char     *text,
              const char     *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) found = hc_trial_catalog_search (catalog, text, 10, &error);
  g_autoptr (GString) all = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (found); i++)
    {
      g_autoptr (HcTrialItem) item = g_list_model_get_item (found, i);

      g_string_append_printf (all, "%s%s", i > 0 ? " " : "", hc_trial_item_get_details (item)->nct + 10);
    }
  g_assert_cmpstr (all->str, ==, expected);
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none.db", NULL);
  g_autoptr (HcTrialCatalog) catalog = hc_trial_catalog_new (fixture->path);
  g_autoptr (HcTrialCatalog) empty = hc_trial_catalog_new (nowhere);
  g_autofree char *fetched = NULL;

  put (fixture, "NCT00000001", "Aspirin for the colon", "2025-01-01", EVERYTHING, HC_TRIAL_ORIGIN_FILE, "1");
  put (fixture, "NCT00000002", "Rectal cancer", "2025-01-01", ELIGIBLE, HC_TRIAL_ORIGIN_FILE, "1");
  put (fixture, "NCT00000003", "Zebrafish", "2025-01-01",
       ",\"contactsLocationsModule\":{\"locations\":[{\"city\":\"Z\303\274rich\"}]}", HC_TRIAL_ORIGIN_FILE,
       "1");

  g_assert_cmpuint (hc_trial_catalog_count (catalog), ==, 3);
  assert_found (catalog, "asp", "1");
  assert_found (catalog, "COLON aspirin", "1");
  assert_found (catalog, "zebrafish", "3 2");
  assert_found (catalog, "zebra", "3 2");
  assert_found (catalog, "zurich", "3");
  assert_found (catalog, "nct0000000", "1 2 3");
  assert_found (catalog, " NCT00000002 ", "2");
  assert_found (catalog, "nothing", "");
  assert_found (catalog, "\"' OR * NEAR( -", "");
  assert_found (catalog, "", "");

  /* What it said before is not found any more. */
  put (fixture, "NCT00000003", "Trout", "2025-01-02", "", HC_TRIAL_ORIGIN_FILE, "1");
  assert_found (catalog, "zebrafish", "2");
  assert_found (catalog, "trout", "3");

  g_assert_null (hc_trial_catalog_dup_fetched (catalog));
  g_assert_true (hc_trial_store_end_fetch (fixture->store, "1", "2", NULL));
  fetched = hc_trial_catalog_dup_fetched (catalog);
  g_assert_cmpstr (fetched, ==, "2");

  g_assert_cmpuint (hc_trial_catalog_count (empty), ==, 0);
  assert_found (empty, "colon", "");
  g_assert_false (g_file_test (nowhere, G_FILE_TEST_EXISTS));
}

/* Very many words have each of the two beginnings: one of them is looked for all the same. */
static void
test_common_words (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *match = NULL;

  fixture_execute (fixture->path,
                   "WITH RECURSIVE n (i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 199) "
                   "INSERT INTO trial_word SELECT 'co' || i FROM n UNION ALL SELECT 'st' || i FROM n");
  g_ptr_array_add (words, (gpointer) "co");
  g_ptr_array_add (words, (gpointer) "st");
  match = hc_word_match_make (fixture->database, "trial_word", words, HC_UNKNOWN_WORD_ENDS, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (match, "(\"st100\" OR \"st101\""));
  g_assert_null (strstr (match, "co1"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/trial-store/versions", Fixture, NULL, set_up, test_versions, tear_down);
  g_test_add ("/trial-store/round-trip", Fixture, NULL, set_up, test_round_trip, tear_down);
  g_test_add ("/trial-store/listed", Fixture, NULL, set_up, test_listed, tear_down);
  g_test_add ("/trial-store/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/trial-store/common-words", Fixture, NULL, set_up, test_common_words, tear_down);

  return g_test_run ();
}
