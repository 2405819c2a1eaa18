/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "profile-fixture.h"

/* Trials that were saved, seen through the store and in the file. */

#define PERSON "0a1b2c3d-0000-4000-8000-00000000000a"
#define ALL "SELECT person, nct, title, copy, version, note, questions, created, changed FROM saved_trial ORDER BY nct"

static HcSavedTrialStore *
get_store (ProfileFixture *fixture)
{
  return hc_profile_get_saved_trials (fixture->profile);
}

static gboolean
try_save (ProfileFixture             *fixture,
          HcSavedTrial               *trial,
          const HcSavedTrialDetails  *details,
          GError                    **error)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  hc_saved_trial_store_save_async (get_store (fixture), trial, details, fixture_result_cb, &place);
  result = fixture_wait (&place);

  return hc_saved_trial_store_save_finish (get_store (fixture), result, error);
}

static HcSavedTrial *
add (ProfileFixture            *fixture,
     const HcSavedTrialDetails *details)
{
  HcSavedTrial *trial = hc_saved_trial_new (details);
  g_autoptr (GError) error = NULL;

  g_assert_null (hc_saved_trial_get_created (trial));
  g_assert_true (try_save (fixture, trial, details, &error));
  g_assert_no_error (error);

  return trial;
}

static void
assert_rows (ProfileFixture *fixture,
             const char     *expected)
{
  g_autofree char *rows = fixture_query (fixture->path, ALL);

  g_assert_cmpstr (rows, ==, expected);
}

#define CREATED "2026-11-20T23:11:54.000000Z"
#define LATER "2026-11-20T23:12:54.000000Z"

/* The whole copy is there after the program was started again; another copy and a note take the place of the
 * old. */
static void
test_kept (ProfileFixture *fixture,
           gconstpointer   data)
{
  HcSavedTrialDetails details = { PERSON, "NCT00000001", "A \"trial\"", "{\"a\":'\303\244'}", "2025-01-31",
                                  NULL, NULL };
  g_autoptr (HcSavedTrial) trial = NULL, other = NULL;
  const HcSavedTrialDetails *saved;
  HcSavedTrial *found;
  GError *error = NULL;

  profile_fixture_open (fixture);
  trial = add (fixture, &details);
  other = add (fixture, &(HcSavedTrialDetails) { .nct = "NCT00000001", .title = "B", .copy = "{}" });
  profile_fixture_close (fixture);
  assert_rows (fixture,
               PERSON "|NCT00000001|A \"trial\"|{\"a\":'\303\244'}|2025-01-31|||" CREATED "|" CREATED "\n"
               "|NCT00000001|B|{}||||" CREATED "|" CREATED);

  profile_fixture_open (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_store (fixture))), ==, 2);
  found = hc_saved_trial_store_lookup (get_store (fixture), PERSON, "NCT00000001");
  saved = hc_saved_trial_get_details (found);
  g_assert_cmpstr (saved->copy, ==, details.copy);
  g_assert_cmpint (g_date_time_to_unix (hc_saved_trial_get_created (found)), ==, FIXTURE_TIME);
  g_assert_null (hc_saved_trial_store_lookup (get_store (fixture), PERSON, "NCT00000002"));
  g_assert_nonnull (hc_saved_trial_store_lookup (get_store (fixture), NULL, "NCT00000001"));

  profile_fixture_set_time (fixture, 60);
  details.copy = "{\"b\":1}";
  details.note = "Ask Ann";
  details.questions = "Who pays?\nWhere?";
  g_assert_true (try_save (fixture, found, &details, &error));
  g_assert_cmpstr (hc_saved_trial_get_details (found)->questions, ==, "Who pays?\nWhere?");
  assert_rows (fixture,
               PERSON "|NCT00000001|A \"trial\"|{\"b\":1}|2025-01-31|Ask Ann|Who pays?\nWhere?|" CREATED "|"
               LATER "\n|NCT00000001|B|{}||||" CREATED "|" CREATED);

  /* The same once more is no change. */
  profile_fixture_set_time (fixture, 120);
  g_assert_true (try_save (fixture, found, &details, &error));
  g_assert_cmpint (g_date_time_to_unix (hc_saved_trial_get_changed (found)), ==, FIXTURE_TIME + 60);
}

/* A removal can be undone, with the dates. */
static void
test_removed (ProfileFixture *fixture,
              gconstpointer   data)
{
  g_autoptr (HcSavedTrial) trial = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *place = NULL;

  profile_fixture_open (fixture);
  trial = add (fixture, &(HcSavedTrialDetails) { .nct = "NCT00000001", .title = "A", .copy = "{}",
                                                 .note = "n" });
  hc_saved_trial_store_remove_async (get_store (fixture), trial, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_saved_trial_store_remove_finish (get_store (fixture), result, &error));
  assert_rows (fixture, "");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_store (fixture))), ==, 0);

  profile_fixture_set_time (fixture, 60);
  g_assert_true (try_save (fixture, trial, hc_saved_trial_get_details (trial), &error));
  assert_rows (fixture, "|NCT00000001|A|{}||n||" CREATED "|" CREATED);
}

/* What is none of the registry's numbers, or says nothing, is refused, and nothing changes. */
static void
test_refused (ProfileFixture *fixture,
              gconstpointer   data)
{
  static const HcSavedTrialDetails bad[] = {
    { .nct = "NCT1", .title = "A", .copy = "{}" }, { .nct = "NCT00000001", .title = "", .copy = "{}" },
    { .nct = "NCT00000001", .title = "A", .copy = "" }, { .nct = "NCT00000001", .title = "A\xff",
                                                          .copy = "{}" },
    { .person = "x", .nct = "NCT00000001", .title = "A", .copy = "{}" },
  };

  profile_fixture_open (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (HcSavedTrial) trial = hc_saved_trial_new (&bad[i]);
      g_autoptr (GError) error = NULL;

      g_assert_false (try_save (fixture, trial, &bad[i], &error));
      g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CONSTRAINT);
      g_assert_null (hc_saved_trial_get_created (trial));
    }

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_store (fixture))), ==, 0);
  assert_rows (fixture, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/saved-trials/kept", ProfileFixture, NULL, profile_fixture_set_up, test_kept,
              profile_fixture_tear_down);
  g_test_add ("/saved-trials/removed", ProfileFixture, NULL, profile_fixture_set_up, test_removed,
              profile_fixture_tear_down);
  g_test_add ("/saved-trials/refused", ProfileFixture, NULL, profile_fixture_set_up, test_refused,
              profile_fixture_tear_down);

  return g_test_run ();
}
