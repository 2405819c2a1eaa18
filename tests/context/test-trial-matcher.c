/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "fixture.h"
#include "hc-sources-database.h"
#include "hc-trial-matches.h"
#include "hc-trial-json.h"
#include "hc-trial-place.h"
#include "hc-trial-store.h"

/* Invented trials and people; what fits whom was worked out by hand. */

/* Everything about a trial that a test may say. */
typedef struct
{
  const char *title;
  const char *status;
  const char *condition;
  const char *minimum;
  const char *maximum;
  const char *sex;
  const char *criteria;
} Words;

static HcTrial *
make_trial (const Words *words)
{
  HcTrial *trial = hc_trial_new ();

  trial->nct = g_strdup ("NCT00000001");
  trial->title = g_strdup (words->title != NULL ? words->title : "A study");
  trial->status = g_strdup (words->status != NULL ? words->status : "RECRUITING");
  g_ptr_array_add (trial->conditions, g_strdup (words->condition != NULL ? words->condition
                                                : "Colorectal Cancer"));
  trial->minimum_age = g_strdup (words->minimum);
  trial->maximum_age = g_strdup (words->maximum);
  trial->sex = g_strdup (words->sex);
  trial->eligibility = g_strdup (words->criteria != NULL ? words->criteria
                                 : "Inclusion Criteria:\n\n* Consent");

  return trial;
}

static void
append_reasons (GString   *all,
                char       mark,
                GPtrArray *reasons)
{
  for (guint i = 0; i < reasons->len; i++)
    {
      const HcTrialReason *reason = g_ptr_array_index (reasons, i);

      g_string_append_printf (all, "%c %s%s%s\n", mark, reason->words, reason->quote != NULL ? " | " : "",
                              reason->quote != NULL ? reason->quote : "");
    }
}

static char *
describe (const HcTrialPatient *patient,
          const Words          *words,
          gboolean              is_listed,
          HcTrialFit           *fit)
{
  g_autoptr (HcTrialMatcher) matcher = hc_trial_matcher_new (patient);
  g_autoptr (HcTrial) trial = make_trial (words);
  g_autoptr (HcTrialMatch) match = hc_trial_matcher_run (matcher, trial, is_listed);
  GString *all = g_string_new (NULL);

  *fit = hc_trial_match_get_fit (match);
  append_reasons (all, '+', hc_trial_match_get_fits (match));
  append_reasons (all, '?', hc_trial_match_get_questions (match));
  append_reasons (all, '-', hc_trial_match_get_misfits (match));

  return g_string_free_and_steal (all);
}

#define assert_match(patient, words, wanted_fit, expected)                       \
  G_STMT_START {                                                                 \
    HcTrialFit found;                                                            \
    g_autofree char *all = describe (&(patient), &(Words) words, TRUE, &found);  \
    g_assert_cmpstr (all, ==, expected);                                         \
    g_assert_cmpint (found, ==, wanted_fit);                                     \
  } G_STMT_END

#define OPEN "+ The trial takes new people.\n"
#define BOTH "+ The trial is about colorectal cancer.\n"
#define WORDS(...) { __VA_ARGS__ }

static void
test_fields (void)
{
  HcTrialPatient nobody = { .year = 2026 };
  HcTrialPatient woman = { .site = "colon", .birth_year = 1956, .sex = "FEMALE", .year = 2026 };
  HcTrialFit fit;
  g_autofree char *gone = NULL;

  assert_match (nobody, WORDS (.title = "T"), HC_TRIAL_MAY_FIT, OPEN BOTH);

  /* 69 or 70 years old. */
  assert_match (woman, WORDS (.minimum = "18 Years", .maximum = "70 Years"), HC_TRIAL_MAY_FIT,
                OPEN "+ Your age fits: the trial is for people of 18 to 70 years.\n" BOTH);
  assert_match (woman, WORDS (.maximum = "69 Years"), HC_TRIAL_ASK,
                OPEN BOTH "? The trial is for people of up to 69 years. Is that your age?\n");
  assert_match (woman, WORDS (.maximum = "68 Years"), HC_TRIAL_DOES_NOT_FIT,
                OPEN BOTH "- The trial is for people of up to 68 years.\n");
  assert_match (woman, WORDS (.minimum = "70 Years"), HC_TRIAL_ASK,
                OPEN BOTH "? The trial is for people of 70 years and older. Is that your age?\n");
  assert_match (woman, WORDS (.minimum = "71 Years"), HC_TRIAL_DOES_NOT_FIT,
                OPEN BOTH "- The trial is for people of 71 years and older.\n");
  assert_match (nobody, WORDS (.minimum = "18 Years"), HC_TRIAL_ASK,
                OPEN BOTH "? The trial is for people of 18 years and older. Is that your age?\n");
  assert_match (woman, WORDS (.minimum = "soon"), HC_TRIAL_MAY_FIT, OPEN BOTH);

  assert_match (woman, WORDS (.sex = "FEMALE"), HC_TRIAL_MAY_FIT, OPEN BOTH);
  assert_match (woman, WORDS (.sex = "MALE"), HC_TRIAL_DOES_NOT_FIT,
                OPEN BOTH "- The trial is for men only.\n");
  assert_match (nobody, WORDS (.sex = "MALE"), HC_TRIAL_ASK,
                OPEN BOTH "? The trial is for men. Are you meant?\n");
  assert_match (woman, WORDS (.sex = "OTHER"), HC_TRIAL_MAY_FIT, OPEN BOTH);

  assert_match (woman, WORDS (.status = "COMPLETED"), HC_TRIAL_DOES_NOT_FIT,
                BOTH "- The trial takes no new people: Completed.\n");
  assert_match (woman, WORDS (.status = "SUSPENDED"), HC_TRIAL_ASK,
                BOTH "? The trial has stopped for a time. Will it go on?\n");
  assert_match (woman, WORDS (.status = "A_NEW_WORD"), HC_TRIAL_ASK,
                BOTH "? It is not known whether the trial takes people. Does it?\n");

  gone = describe (&woman, &(Words) { .title = "T" }, FALSE, &fit);
  g_assert_cmpint (fit, ==, HC_TRIAL_ASK);
  g_assert_nonnull (strstr (gone, "not in the last list"));
}

/* A table has groups of ages only. */
static void
test_groups (void)
{
  static const struct {
    const char *groups;
    int         age; /* at the end of the year */
    HcTrialFit  fit;
  } cases[] = {
    { "ADULT OLDER_ADULT", 70, HC_TRIAL_MAY_FIT }, { "ADULT", 70, HC_TRIAL_DOES_NOT_FIT },
    { "CHILD", 40, HC_TRIAL_DOES_NOT_FIT },
    { "ADULT", 65, HC_TRIAL_ASK }, { "CHILD ADULT OLDER_ADULT", 5, HC_TRIAL_MAY_FIT },
    { "OLDER_ADULT", 40, HC_TRIAL_DOES_NOT_FIT },
    { "SOMETHING", 40, HC_TRIAL_MAY_FIT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HcTrialPatient patient = { .site = "colon", .birth_year = 2026 - cases[i].age, .year = 2026 };
      g_autoptr (HcTrialMatcher) matcher = hc_trial_matcher_new (&patient);
      g_autoptr (HcTrial) trial = make_trial (&(Words) { .title = "T" });
      g_auto (GStrv) groups = g_strsplit (cases[i].groups, " ", -1);
      g_autoptr (HcTrialMatch) match = NULL;

      for (guint j = 0; groups[j] != NULL; j++)
        g_ptr_array_add (trial->age_groups, g_strdup (groups[j]));
      match = hc_trial_matcher_run (matcher, trial, TRUE);
      g_test_message ("%s at %d", cases[i].groups, cases[i].age);
      g_assert_cmpint (hc_trial_match_get_fit (match), ==, cases[i].fit);
    }
}

static void
test_site_and_stage (void)
{
  HcTrialPatient rectal = { .site = "rectal", .stage = "2", .year = 2026 };
  HcTrialPatient spread = { .site = "colon", .stage = "4", .year = 2026 };

  assert_match (rectal, WORDS (.condition = "Rectal Cancer"), HC_TRIAL_MAY_FIT,
                OPEN "+ The trial is about rectal cancer.\n");
  assert_match (rectal, WORDS (.condition = "Colon Cancer"), HC_TRIAL_ASK,
                OPEN "? The trial names colon cancer. Is yours meant?\n");
  assert_match (rectal, WORDS (.condition = "Solid Tumor"), HC_TRIAL_ASK,
                OPEN "? The trial is about solid tumors of several kinds. Is colorectal cancer one of "
                     "them?\n");
  assert_match (rectal, WORDS (.condition = "Lung Cancer"), HC_TRIAL_ASK,
                OPEN "? The trial does not name colon or rectal cancer. Is yours meant?\n");

  assert_match (rectal, WORDS (.title = "Stages II-III"), HC_TRIAL_MAY_FIT,
                OPEN BOTH "+ The trial names your stage.\n");
  assert_match (spread, WORDS (.title = "Stages II-III"), HC_TRIAL_ASK,
                OPEN BOTH "? The trial names other stages than yours. Are you meant as well? | Stages "
                          "II-III\n");
  assert_match (spread,
                WORDS (.criteria = "Inclusion Criteria:\n* Stage III\nExclusion Criteria:\n* Distant "
                                   "metastases"),
                HC_TRIAL_DOES_NOT_FIT, OPEN BOTH
                "- The trial does not take people whose cancer has spread to other organs. | Distant "
                "metastases\n");
  /* That is about the brain alone, and that is wanted. */
  assert_match (spread,
                WORDS (.criteria = "Exclusion Criteria:\n* Brain metastases\n* Metastases that can be "
                                   "removed"),
                HC_TRIAL_MAY_FIT, OPEN BOTH);
  assert_match (spread, WORDS (.criteria = "Inclusion Criteria:\n* Metastatic disease"), HC_TRIAL_MAY_FIT,
                OPEN BOTH "+ The trial names your stage. | Metastatic disease\n");
}

static void
test_markers (void)
{
  HcTrialPatient unknown = { .site = "colon", .year = 2026 };
  HcTrialPatient g12c = { .site = "colon", .biomarkers = "kras-g12c", .year = 2026 };
  HcTrialPatient wild = { .site = "colon", .biomarkers = "ras-wild", .year = 2026 };
  HcTrialPatient msi = { .site = "colon", .biomarkers = "msi-h", .year = 2026 };

  assert_match (unknown, WORDS (.title = "KRAS G12C"), HC_TRIAL_ASK,
                OPEN BOTH "? The trial asks for this test of the tumor: RAS (KRAS and NRAS). What was the "
                          "result?\n");
  assert_match (g12c, WORDS (.title = "KRAS G12C"), HC_TRIAL_MAY_FIT,
                OPEN BOTH "+ The trial names what your tumor has: KRAS G12C.\n");
  assert_match (g12c, WORDS (.title = "A", .criteria = "Inclusion Criteria:\n* KRAS or NRAS mutation"),
                HC_TRIAL_MAY_FIT,
                OPEN BOTH "+ The trial names what your tumor has: a RAS mutation. | KRAS or NRAS mutation\n");

  /* Clear sentences. */
  assert_match (g12c, WORDS (.criteria = "Inclusion Criteria:\n* RAS wild-type tumor"), HC_TRIAL_DOES_NOT_FIT,
                OPEN BOTH "- The trial is for tumors with this: no RAS mutation (wild type). Yours has: KRAS "
                          "G12C. | "
                "RAS wild-type tumor\n");
  assert_match (msi, WORDS (.criteria = "Exclusion Criteria:\n* Known MSI-H or dMMR"), HC_TRIAL_ASK,
                OPEN BOTH "? The list of who cannot take part speaks of this: MSI-H or dMMR. Are you meant? "
                          "| "
                "Known MSI-H or dMMR\n");
  assert_match (msi, WORDS (.criteria = "Exclusion Criteria:\n* MSI-H tumor"), HC_TRIAL_DOES_NOT_FIT,
                OPEN BOTH "- The trial does not take people with this: MSI-H or dMMR. | MSI-H tumor\n");

  /* Not clear ones are questions, and so is what holds for a group only. */
  assert_match (g12c, WORDS (.criteria = "Inclusion Criteria:\n* Cohort A\n  * RAS wild-type"), HC_TRIAL_ASK,
                OPEN BOTH "? The trial speaks of tumors with this: no RAS mutation (wild type). Yours has: "
                          "KRAS G12C. "
                "Are you meant? | RAS wild-type\n");
  assert_match (g12c, WORDS (.criteria = "Inclusion Criteria:\n* One of these\n  * RAS wild-type"),
                HC_TRIAL_ASK,
                OPEN BOTH "? The trial speaks of tumors with this: no RAS mutation (wild type). Yours has: "
                          "KRAS G12C. "
                "Are you meant? | RAS wild-type\n");
  assert_match (wild, WORDS (.title = "A study of RAS mutated cancer"), HC_TRIAL_ASK,
                OPEN BOTH "? The trial speaks of tumors with this: a RAS mutation. Yours has: no RAS "
                          "mutation (wild type). "
                "Are you meant? | A study of RAS mutated cancer\n");
  assert_match (msi,
                WORDS (.criteria = "Exclusion Criteria:\n* MSI-H tumor, unless no immunotherapy can be "
                                   "given"), HC_TRIAL_ASK,
                OPEN BOTH "? The list of who cannot take part speaks of this: MSI-H or dMMR. Are you meant? "
                          "| "
                "MSI-H tumor, unless no immunotherapy can be given\n");
  assert_match (msi,
                WORDS (.title = "MSS and MSI-H",
                       .criteria = "Inclusion Criteria:\n* MSS for the first group"),
                HC_TRIAL_MAY_FIT, OPEN BOTH "+ The trial names what your tumor has: MSI-H or dMMR.\n");
  assert_match (g12c, WORDS (.criteria = "Inclusion Criteria:\n* Known HER2 status"), HC_TRIAL_ASK,
                OPEN BOTH "? The trial asks for this test of the tumor: HER2. What was the result? | Known "
                          "HER2 status\n");
}

static void
test_treatment (void)
{
  HcTrialPatient treated = { .site = "colon", .treatment = "FOLFOX since May, then bevacizumab. No Bevacizumab now.",
                             .year = 2026 };
  HcTrialPatient none = { .site = "colon", .year = 2026 };

  assert_match (treated,
                WORDS (.criteria = "Inclusion Criteria:\n* Previously untreated\nExclusion Criteria:\n* "
                                   "Prior Bevacizumab"),
                HC_TRIAL_ASK, OPEN BOTH
                "? The trial asks for people without certain treatment before. Does yours count? | "
                "Previously untreated\n"
                "? The list of who cannot take part speaks of bevacizumab, which you wrote of. Are you "
                "meant? | Prior Bevacizumab\n");
  assert_match (none, WORDS (.criteria = "Inclusion Criteria:\n* Progressed on oxaliplatin"), HC_TRIAL_ASK,
                OPEN BOTH "? The trial asks for people who had certain treatment before. Does yours count? | "
                          "Progressed on "
                "oxaliplatin\n");
}

/* No eligibility text, as in a table: a question. */
static void
test_without_text (void)
{
  HcTrialPatient patient = { .site = "colon", .year = 2026 };
  g_autoptr (HcTrialMatcher) matcher = hc_trial_matcher_new (&patient);
  g_autoptr (HcTrial) trial = make_trial (&(Words) { .title = "T" });
  g_autoptr (HcTrialMatch) match = NULL;

  g_clear_pointer (&trial->eligibility, g_free);
  match = hc_trial_matcher_run (matcher, trial, TRUE);
  g_assert_cmpint (hc_trial_match_get_fit (match), ==, HC_TRIAL_ASK);
}

static void
add_site (HcTrial    *trial,
          const char *city,
          const char *status,
          double      latitude,
          double      longitude)
{
  HcTrialSite *site = hc_trial_add_site (trial);

  site->city = g_strdup (city);
  site->status = g_strdup (status);
  site->has_point = latitude < 90;
  site->latitude = latitude;
  site->longitude = longitude;
}

/* Distances after the great-circle tables: Paris to London 343.6 km, pole to equator a quarter of the Earth.
 * */
static void
test_place (void)
{
  g_autoptr (HcTrial) trial = make_trial (&(Words) { .title = "T" });
  g_autoptr (GPtrArray) sites = NULL;
  g_autoptr (GString) cities = g_string_new (NULL);
  const HcTrialSite *nearest;
  double distance;

  g_assert_cmpfloat_with_epsilon (hc_trial_distance (48.8566, 2.3522, 51.5074, -0.1278), 343.6, 0.5);
  g_assert_cmpfloat_with_epsilon (hc_trial_distance (90, 0, 0, 77), 10007.557, 0.01);
  g_assert_cmpfloat_with_epsilon (hc_trial_distance (0, 179.5, 0, -179.5), 111.195, 0.01);
  g_assert_cmpfloat (hc_trial_distance (10, 10, 10, 10), ==, 0);

  g_assert_null (hc_trial_find_nearest (trial, 48, 2, &distance));
  g_assert_cmpfloat (distance, ==, -1);

  add_site (trial, "Nowhere", NULL, 99, 0);
  add_site (trial, "London", "RECRUITING", 51.5074, -0.1278);
  add_site (trial, "Paris", "COMPLETED", 48.8566, 2.3522);
  add_site (trial, "Lyon", NULL, 45.764, 4.8357);
  nearest = hc_trial_find_nearest (trial, 48.8566, 2.3522, &distance);
  g_assert_cmpstr (nearest->city, ==, "London");
  g_assert_cmpfloat_with_epsilon (distance, 343.6, 0.5);

  sites = hc_trial_sort_sites (trial, 48.8566, 2.3522);
  for (guint i = 0; i < sites->len; i++)
    g_string_append_printf (cities, "%s ", ((HcTrialSite *) g_ptr_array_index (sites, i))->city);
  g_assert_cmpstr (cities->str, ==, "London Lyon Nowhere Paris ");
}

static void
put (HcTrialStore *store,
     const char   *nct,
     const char   *status,
     double        latitude)
{
  g_autoptr (HcTrial) trial = make_trial (&(Words) { .status = status });
  g_autoptr (GError) error = NULL;
  HcTrialOutcome outcome;

  g_set_str (&trial->nct, nct);
  add_site (trial, "X", NULL, latitude, 0);
  g_assert_true (hc_trial_store_put (store, trial, HC_TRIAL_ORIGIN_FILE, "1", &outcome, &error));
}

static HcTrialMatches *
load_some (const char         *path,
           const char *const  *ncts,
           guint               limit,
           GCancellable       *cancellable,
           GError            **error)
{
  HcTrialPatient patient = { .site = "colon", .year = 2026, .has_place = TRUE };
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *place = NULL;

  hc_trial_matches_load_async (path, ncts, &patient, limit, cancellable, fixture_result_cb, &place);
  result = fixture_wait (&place);

  return hc_trial_matches_load_finish (result, error);
}

static HcTrialMatches *
load (const char    *path,
      guint          limit,
      GCancellable  *cancellable,
      GError       **error)
{
  return load_some (path, NULL, limit, cancellable, error);
}

static void
test_matches (void)
{
  static const char *const named[] = { "NCT00000003", "NCT99999999", "NCT00000002", NULL };
  g_autofree char *folder = fixture_make_folder (), *path = g_build_filename (folder, "sources.db", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HcDatabase) database = hc_sources_database_open (path, &error);
  g_autoptr (HcTrialStore) store = hc_trial_store_new (database, &error);
  g_autoptr (HcTrialMatches) matches = NULL, none = NULL, few = NULL, some = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) order = g_string_new (NULL);
  GListModel *group;

  put (store, "NCT00000001", "RECRUITING", 20);
  put (store, "NCT00000002", "COMPLETED", 1);
  put (store, "NCT00000003", "RECRUITING", 99);
  put (store, "NCT00000004", "RECRUITING", 10);
  put (store, "NCT00000005", "SUSPENDED", 5);

  matches = load (path, 10, NULL, &error);
  g_assert_no_error (error);
  group = hc_trial_matches_get_group (matches, HC_TRIAL_MAY_FIT);
  for (guint i = 0; i < g_list_model_get_n_items (group); i++)
    {
      g_autoptr (HcTrialMatch) match = g_list_model_get_item (group, i);

      g_string_append_printf (order, "%s %.0f, ", hc_trial_match_get_nct (match),
                              hc_trial_match_get_distance (match));
    }
  g_assert_cmpstr (order->str, ==, "NCT00000004 1112, NCT00000001 2224, NCT00000003 -1, ");
  g_assert_cmpuint (hc_trial_matches_count (matches, HC_TRIAL_ASK), ==, 1);
  g_assert_cmpuint (hc_trial_matches_count (matches, HC_TRIAL_DOES_NOT_FIT), ==, 1);

  few = load (path, 1, NULL, &error);
  g_assert_cmpuint (g_list_model_get_n_items (hc_trial_matches_get_group (few, HC_TRIAL_MAY_FIT)), ==, 1);
  g_assert_cmpuint (hc_trial_matches_count (few, HC_TRIAL_MAY_FIT), ==, 3);

  /* Those that were named, and are there. */
  some = load_some (path, named, 10, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hc_trial_matches_count (some, HC_TRIAL_MAY_FIT), ==, 1);
  g_assert_cmpuint (hc_trial_matches_count (some, HC_TRIAL_ASK), ==, 0);
  g_assert_cmpuint (hc_trial_matches_count (some, HC_TRIAL_DOES_NOT_FIT), ==, 1);

  none = load (missing, 10, NULL, &error);
  g_assert_cmpuint (hc_trial_matches_count (none, HC_TRIAL_MAY_FIT), ==, 0);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));

  g_cancellable_cancel (cancellable);
  g_assert_null (load (path, 10, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  g_clear_pointer (&store, hc_trial_store_free);
  g_clear_object (&database);
  fixture_remove_folder (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trial-matcher/fields", test_fields);
  g_test_add_func ("/trial-matcher/groups", test_groups);
  g_test_add_func ("/trial-matcher/site-and-stage", test_site_and_stage);
  g_test_add_func ("/trial-matcher/markers", test_markers);
  g_test_add_func ("/trial-matcher/treatment", test_treatment);
  g_test_add_func ("/trial-matcher/without-text", test_without_text);
  g_test_add_func ("/trial-matcher/place", test_place);
  g_test_add_func ("/trial-matcher/matches", test_matches);

  return g_test_run ();
}
