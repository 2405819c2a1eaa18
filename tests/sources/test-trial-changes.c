/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-changes.h"
#include "hc-trial-json.h"
#include "trial-fixture.h"

#define SITES(sites) ",\"contactsLocationsModule\":{\"locations\":[" sites "]}"
#define BOSTON(status) "{\"facility\":\"House\",\"city\":\"Boston\",\"status\":\"" status "\"}"
#define BERLIN "{\"facility\":\"Klinik\",\"city\":\"Berlin\",\"country\":\"Germany\"}"
#define PARIS "{\"city\":\"Paris\"}"
#define CRITERIA(text) ",\"eligibilityModule\":{\"eligibilityCriteria\":\"" text "\"}"

static HcTrial *
make_trial (const char *title,
            const char *status,
            const char *more)
{
  g_autofree char *json = trial_fixture_make_json ("NCT00000001", title, status, "2025-01-01", more);
  g_autoptr (GError) error = NULL;
  HcTrial *trial = hc_trial_json_read (json, &error);

  g_assert_no_error (error);

  return trial;
}

static void
assert_words (const HcTrial *before,
              const HcTrial *now,
              const char    *expected)
{
  g_autoptr (HcTrialChanges) changes = hc_trial_changes_new (before, now);
  g_auto (GStrv) words = hc_trial_changes_dup_words (changes, before, now);
  g_autofree char *all = g_strjoinv ("\n", words);

  g_assert_cmpstr (all, ==, expected);
  g_assert_true (hc_trial_changes_is_empty (changes) == (*expected == '\0'));
}

static void
test_nothing (void)
{
  g_autoptr (HcTrial) before = make_trial ("A", "RECRUITING",
                                           CRITERIA ("One two\\n\\n* three") SITES (BOSTON ("X") "," BERLIN));
  g_autoptr (HcTrial) now = make_trial ("A", "RECRUITING",
                                        CRITERIA ("One  two\\n* three\\n") SITES (BERLIN "," BOSTON ("X")));

  assert_words (before, before, "");
  /* Other blanks and another order of the sites are no change. */
  assert_words (before, now, "");
}

static void
test_changes (void)
{
  g_autoptr (HcTrial) before = make_trial ("A", "RECRUITING",
                                           CRITERIA ("One") SITES (BOSTON ("RECRUITING") "," BERLIN));
  g_autoptr (HcTrial) now = make_trial ("B", "COMPLETED",
                                        CRITERIA ("One more") SITES (PARIS "," BOSTON ("WITHDRAWN")));
  g_autoptr (HcTrialChanges) changes = hc_trial_changes_new (before, now);

  assert_words (before, now,
                "The status was “Recruiting” and is “Completed” now.\n"
                "The text about who can take part has changed.\nThe title has changed.\nNew site: Paris\n"
                "No longer a site: Klinik, Berlin, Germany\nA site takes people now, or no longer: House, "
                "Boston");
  g_assert_true (changes->status && changes->title && changes->eligibility);
  g_assert_false (changes->ages || changes->dates || changes->contacts || changes->interventions);
}

static void
test_rest (void)
{
  g_autoptr (HcTrial) before = make_trial ("A", "RECRUITING",
                                           ",\"armsInterventionsModule\":{\"interventions\":[{\"name\":"
                                           "\"D\"}]},\"eligibilityModule\":{\"minimumAge\":\"18 Years\"}");
  g_autoptr (HcTrial) now = make_trial ("A", "RECRUITING",
                                        ",\"armsInterventionsModule\":{\"interventions\":[{\"name\":"
                                        "\"E\"}]},\"eligibilityModule\":{\"minimumAge\":\"16 Years\"},"
                                        "\"contactsLocationsModule\":{\"centralContacts\":[{\"phone\":\"1\"}]}");

  g_set_str (&now->completion_date, "2027");
  assert_words (before, now, "Other ages or sexes are taken now.\nWhat is tested has changed.\n"
                "The trial begins or ends at another time.\nWhom to ask has changed.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trial-changes/nothing", test_nothing);
  g_test_add_func ("/trial-changes/changes", test_changes);
  g_test_add_func ("/trial-changes/rest", test_rest);

  return g_test_run ();
}
