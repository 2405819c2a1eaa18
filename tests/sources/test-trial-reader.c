/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "hc-trial-json.h"
#include "label-fixture.h"
#include "trial-fixture.h"

/* What the registry's interface and its download give, and what they do not. The expectations are worked out
 * by hand, or come from Python's own readers. */

static const char study[] =
  "{\"protocolSection\": {"
  "\"identificationModule\": {\"nctId\": \"NCT01234567\", \"briefTitle\": \"A \\\"new\\\" medicine \\u00e4\","
  " \"officialTitle\": \"Long\", \"acronym\": \"NEW\", \"unknown\": [[{}]]},"
  "\"statusModule\": {\"overallStatus\": \"RECRUITING\", \"startDateStruct\": {\"date\": \"2024-05\"},"
  " \"completionDateStruct\": {\"date\": \"2026\"}, \"lastUpdatePostDateStruct\": {\"date\": "
  "\"2025-01-31\"}},"
  "\"sponsorCollaboratorsModule\": {\"leadSponsor\": {\"name\": \"Sponsor\"}},"
  "\"conditionsModule\": {\"conditions\": [\"Colon Cancer\", \"Rectal Cancer\"], \"keywords\": [\"KRAS\"]},"
  "\"designModule\": {\"studyType\": \"INTERVENTIONAL\", \"phases\": [\"PHASE1\", \"PHASE2\"],"
  " \"enrollmentInfo\": {\"count\": 30}},"
  "\"armsInterventionsModule\": {\"interventions\": [{\"type\": \"DRUG\", \"name\": \"Drug A\"}]},"
  "\"eligibilityModule\": {\"eligibilityCriteria\": \"Inclusion Criteria:\\n\\n* Age \\\\> 18\","
  " \"healthyVolunteers\": false, \"sex\": \"ALL\", \"minimumAge\": \"18 Years\", \"stdAges\": [\"ADULT\"]},"
  "\"contactsLocationsModule\": {\"centralContacts\": [{\"name\": \"Ann\", \"phone\": \"1\", \"phoneExt\": "
  "\"2\"}],"
  " \"locations\": [{\"facility\": \"House\", \"city\": \"Boston\", \"state\": \"Massachusetts\", \"zip\": "
  "\"02114\","
  " \"country\": \"United States\", \"status\": \"RECRUITING\", \"geoPoint\": {\"lat\": 42.35843, \"lon\": "
  "-71.05977},"
  " \"contacts\": [{\"email\": \"a@example.org\", \"role\": \"CONTACT\"}]}]}},"
  "\"resultsSection\": {\"protocolSection\": {\"identificationModule\": {\"nctId\": \"NCT99999999\"}}},"
  "\"derivedSection\": {\"a\": \"}]{[\\\"\"}, \"hasResults\": true}";

static const char study_described[] =
  "nct: NCT01234567\ntitle: A \"new\" medicine \303\244\nofficial: Long\nacronym: NEW\nstatus: RECRUITING\n"
  "type: INTERVENTIONAL\nphase: PHASE1\nphase: PHASE2\ncondition: Colon Cancer\ncondition: Rectal Cancer\n"
  "keyword: KRAS\nintervention: Drug A\nkind: DRUG\neligibility: Inclusion Criteria:\\n\\n* Age \\\\> "
  "18\nsex: ALL\n"
  "minimum: 18 Years\ngroup: ADULT\nhealthy: no\nsponsor: Sponsor\nenrollment: 30\nstart: 2024-05\n"
  "completion: 2026\nupdated: 2025-01-31\ncontact: Ann\nphone: 1\nextension: 2\nsite: House\ncity: Boston\n"
  "state: Massachusetts\nzip: 02114\ncountry: United States\nsite status: RECRUITING\npoint: 42.35843 "
  "-71.05977\n"
  "site contact: -\nrole: CONTACT\nemail: a@example.org\n--\n";

#define OTHER "{\"protocolSection\":{\"identificationModule\":{\"nctId\":\"NCT00000002\",\"briefTitle\":\"B\"}}}"
#define OTHER_DESCRIBED "nct: NCT00000002\ntitle: B\n--\n"

static void
assert_read (const char *text,
             const char *expected)
{
  gsize pieces[] = { 1, 7, MAX (strlen (text), 1) };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *all = trial_fixture_read (text, strlen (text), pieces[i], &error);

      g_assert_no_error (error);
      g_assert_cmpstr (all, ==, expected);
    }
}

static void
assert_fails (const char *text,
              gssize      length,
              int         code,
              const char *expected)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  gsize pieces[] = { 1, MAX (size, 1) };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *all = trial_fixture_read (text, size, pieces[i], &error);

      g_assert_error (error, HC_TRIAL_ERROR, code);
      g_assert_cmpstr (all, ==, expected);
    }
}

static void
test_shapes (void)
{
  g_autofree char *page = g_strdup_printf ("\xef\xbb\xbf\n{\"totalCount\": 12, \"studies\": [%s,\n" OTHER "],"
                                           " \"nextPageToken\": \"a-b_c\"}", study);
  g_autofree char *array = g_strdup_printf ("[%s, " OTHER "]", study);
  g_autofree char *both = g_strdup_printf ("%s" OTHER_DESCRIBED "token a-b_c, total 12\n", study_described);
  g_autofree char *both_alone = g_strdup_printf ("%s" OTHER_DESCRIBED "token (null), total -1\n",
                                                 study_described);
  g_autofree char *one = g_strdup_printf ("%stoken (null), total -1\n", study_described);

  assert_read (page, both);
  assert_read (array, both_alone);
  assert_read (study, one);
  assert_read ("{\"studies\": []}", "token (null), total -1\n");
  assert_read ("{\"studies\": [], \"nextPageToken\": null, \"totalCount\": \"7\"}",
               "token (null), total -1\n");
  assert_read ("[]", "token (null), total -1\n");
}

/* What is missing, null, of another type, unknown or no date is not told; the rest is. */
static void
test_odd_fields (void)
{
  assert_read ("[{\"protocolSection\":{\"identificationModule\":{\"nctId\":\"NCT00000003\",\"briefTitle\":\"C\","
               "\"officialTitle\":null,\"acronym\":7},\"statusModule\":{\"overallStatus\":\"SOMETHING_NEW\","
               "\"startDateStruct\":{\"date\":\"2024-13\"},\"completionDateStruct\":\"2024\","
               "\"primaryCompletionDateStruct\":{\"date\":20240501},\"statusVerifiedDate\":\"May 2024\","
               "\"lastUpdatePostDateStruct\":null,\"lastUpdateSubmitDate\":\"2025-02-03\"},"
               "\"designModule\":{\"phases\":\"PHASE1\",\"enrollmentInfo\":{\"count\":1e400}},"
               "\"conditionsModule\":{\"conditions\":[null,1,\"\",\"  Colon  \",[\"x\"],{}]},"
               "\"eligibilityModule\":{\"healthyVolunteers\":\"yes\",\"sex\":[],\"minimumAge\":18,"
               "\"eligibilityCriteria\":\"a\\u0001b\"},\"armsInterventionsModule\":{\"interventions\":"
               "[{\"type\":\"DRUG\"},\"x\",{\"name\":\"D\"}]},\"contactsLocationsModule\":{\"locations\":"
               "[null,{},{\"geoPoint\":{\"lat\":91,\"lon\":0}},"
               "{\"city\":\"X\",\"geoPoint\":{\"lat\":\"1\",\"lon\":2}}]}}}]",
               "nct: NCT00000003\ntitle: C\nstatus: SOMETHING_NEW\ncondition: Colon\nintervention: D\n"
               "eligibility: a b\nupdated: 2025-02-03\nsite: -\nsite: -\nsite: -\ncity: X\n--\ntoken (null), "
               "total -1\n");
  g_assert_cmpint (hc_trial_status_from_string ("SOMETHING_NEW"), ==, HC_TRIAL_STATUS_NOT_TOLD);
  g_assert_cmpint (hc_trial_status_from_string (NULL), ==, HC_TRIAL_STATUS_NOT_TOLD);
  g_assert_cmpint (hc_trial_status_from_string ("WITHHELD"), ==, HC_TRIAL_WITHHELD);
}

/* One bad study does not keep the others from being read. */
static void
test_faulty_studies (void)
{
  g_autofree char *text = NULL;

  text = g_strdup_printf ("{\"studies\":[{}, {\"protocolSection\":null}, null, 5, "
                          "{\"protocolSection\":{\"identificationModule\":{\"nctId\":\"NCT1\",\"briefTitle\":\"x\"}}}, "
                          "{\"protocolSection\":{\"identificationModule\":{\"nctId\":\"NCT00000009\"}}}, "
                          "{\"protocolSection\":{a:}}, {\"protocolSection\":{\"x\":\"\xff\"}}, " OTHER "]}");
  assert_read (text,
               "fault 7 in 1\n--\nfault 7 in 2\n--\nfault 7 in 3\n--\nfault 7 in 4\n--\nfault 7 in 5\n--\n"
               "fault 7 in 6\n--\nfault 1 in 7\n--\nfault 2 in 8\n--\n" OTHER_DESCRIBED "token (null), total -1\n");
}

static void
test_faulty_files (void)
{
  g_autoptr (GString) deep = g_string_new ("[" OTHER ",");
  g_autofree char *page = g_strdup_printf ("{\"studies\": [" OTHER ", %s]}", study);

  for (guint i = 0; i < 10000; i++)
    g_string_append (deep, i % 2 == 0 ? "[" : "{\"a\":");

  assert_fails (deep->str, -1, HC_TRIAL_ERROR_TOO_DEEP, OTHER_DESCRIBED);
  assert_fails ("<!DOCTYPE html><html>Sign in</html>", -1, HC_TRIAL_ERROR_WEB_PAGE, "");
  assert_fails ("", -1, HC_TRIAL_ERROR_EMPTY, "");
  assert_fails (" \n\t ", -1, HC_TRIAL_ERROR_EMPTY, "");
  assert_fails ("{}", -1, HC_TRIAL_ERROR_NOT_TRIALS, "");
  assert_fails ("{\"error\": {\"code\": 404}}", -1, HC_TRIAL_ERROR_NOT_TRIALS, "");
  assert_fails ("[" OTHER "] x", -1, HC_TRIAL_ERROR_NOT_WELL_FORMED, OTHER_DESCRIBED);
  assert_fails ("[" OTHER "}", -1, HC_TRIAL_ERROR_NOT_WELL_FORMED, "");
  assert_fails ("[" OTHER "]]", -1, HC_TRIAL_ERROR_NOT_WELL_FORMED, OTHER_DESCRIBED);
  assert_fails ("{\"a\0b\":1}", 9, HC_TRIAL_ERROR_NOT_WELL_FORMED, "");
  assert_fails ("Just some words", -1, HC_TRIAL_ERROR_WRONG_HEADER, "");
  assert_fails ("setid,splsize\n1,2\n", -1, HC_TRIAL_ERROR_WRONG_HEADER, "");

  /* Cut off anywhere: what was whole before is read. */
  for (gsize length = strlen ("{\"studies\": [" OTHER ","); length < strlen (page); length += 13)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *all = trial_fixture_read (page, length, 64, &error);

      g_assert_error (error, HC_TRIAL_ERROR, HC_TRIAL_ERROR_NOT_WELL_FORMED);
      g_assert_true (g_str_has_prefix (all, OTHER_DESCRIBED));
    }
}

static void
test_table (void)
{
  assert_read ("NCT Number,Study Title,Study URL,Study Status,Conditions,Interventions,Age,Phases,Enrollment,"
               "Last Update Posted,Locations\n"
               "NCT00000004,\"One, \"\"two\"\"\",https://x,RECRUITING,Colon|Rectal,DRUG: A|B,\"ADULT, "
               "OLDER_ADULT\","
               "PHASE1|PHASE2,12,2025-03-01,\"House, Unit 3, Boston, Massachusetts, 02114-1234, United "
               "States|"
               "Klinik, Berlin, 10115, Germany|Mars\"\n"
               "NCT00000005,Short\n"
               "NCT5,No number,,,,,,,,,\n"
               "NCT00000006,Six,,,,,,,1e9,1.3.2025,\n",
               "nct: NCT00000004\ntitle: One, \"two\"\nstatus: RECRUITING\nphase: PHASE1\nphase: PHASE2\n"
               "condition: Colon\ncondition: Rectal\nintervention: A\nkind: DRUG\nintervention: B\ngroup: "
               "ADULT\n"
               "group: OLDER_ADULT\nenrollment: 12\nupdated: 2025-03-01\nsite: House, Unit 3\ncity: Boston\n"
               "state: Massachusetts\nzip: 02114-1234\ncountry: United States\nsite: Klinik, Berlin, 10115\n"
               "country: Germany\nsite: Mars\n--\nfault 9 in 3\n--\nfault 7 in 4\n--\nnct: "
               "NCT00000006\ntitle: Six\n--\n"
               "token (null), total -1\n");
}

/* What is written is read as the same, and written the same again. */
static void
assert_round_trip (const HcTrial *trial)
{
  g_autofree char *json = hc_trial_json_print (trial);
  g_autoptr (GError) error = NULL;
  g_autoptr (HcTrial) again = hc_trial_json_read (json, &error);
  g_autofree char *before = trial_fixture_describe (trial), *after = NULL, *json_again = NULL;

  g_assert_no_error (error);
  after = trial_fixture_describe (again);
  g_assert_cmpstr (after, ==, before);
  json_again = hc_trial_json_print (again);
  g_assert_cmpstr (json_again, ==, json);
}

static gboolean
round_trip_cb (HcTrial  *trial,
               gpointer  user_data)
{
  g_autoptr (HcTrial) owned = trial;

  assert_round_trip (owned);
  (*(guint *) user_data)++;

  return TRUE;
}

static gboolean
no_fault_cb (const GError *error,
             guint         number,
             gpointer      user_data)
{
  g_test_fail_printf ("%u: %s", number, error->message);

  return FALSE;
}

static void
test_copy (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcTrial) trial = hc_trial_json_read (study, &error), none = NULL;

  g_assert_no_error (error);
  assert_round_trip (trial);
  none = hc_trial_json_read ("{\"protocolSection\": 5}", &error);
  g_assert_null (none);
  g_assert_error (error, HC_TRIAL_ERROR, HC_TRIAL_ERROR_NOT_TRIALS);
}

static void
test_ages_and_dates (void)
{
  static const struct {
    const char *text;
    double      years;
  } ages[] = { { "18 Years", 18 }, { "1 Year", 1 }, { "6 Months", 0.5 }, { "0 Days", 0 } };
  static const char *const bad_ages[] = { "", "N/A", "18", "18 years", "18 Yearsx", "-1 Years",
                                          "99999999 Years" };
  static const char *const dates[] = { "2024", "2024-02", "2024-02-29", "1998-12-31" };
  static const char *const bad_dates[] = { "", "24", "2023-02-29", "2024-13", "2024-1", "2024-01-1",
                                           "2024/01/01",
                                           "0000", "2024-02-29T00:00" };
  double years;

  for (guint i = 0; i < G_N_ELEMENTS (ages); i++)
    {
      g_assert_true (hc_trial_age_parse (ages[i].text, &years));
      g_assert_cmpfloat_with_epsilon (years, ages[i].years, 1e-9);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad_ages); i++)
    g_assert_false (hc_trial_age_parse (bad_ages[i], &years));
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    g_assert_true (hc_trial_date_is_valid (dates[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad_dates); i++)
    g_assert_false (hc_trial_date_is_valid (bad_dates[i]));
  g_assert_false (hc_trial_date_is_valid (NULL));
}

static char *
run_python (const char *what,
            const char *path)
{
  const char *arguments[] = { "python3", READ_TRIALS, what, path, NULL };
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));

  return output;
}

static void
assert_as_python (const char *what,
                  const char *path)
{
  g_autofree char *expected = run_python (what, path), *contents = NULL, *all = NULL, *trials = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  all = trial_fixture_read (contents, length, 4096, &error);
  g_assert_no_error (error);
  g_assert_nonnull (g_strrstr (all, "token "));
  trials = g_strndup (all, (gsize) (g_strrstr (all, "token ") - all));
  g_assert_cmpstr (trials, ==, expected);
}

/* The real files say the same as Python's readers. */
static void
test_real (gconstpointer data)
{
  static const HcTrialReaderFuncs funcs = { round_trip_cb, no_fault_cb };
  g_autofree char *path = label_fixture_find_shared (data), *csv = NULL, *csv_path = NULL, *contents = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (HcTrialReader) reader = NULL;
  gsize length;
  guint n = 0;

  if (path == NULL)
    {
      g_test_skip ("The real files are not here");
      return;
    }

  assert_as_python ("json", path);

  folder = fixture_make_folder ();
  csv = run_python ("make-csv", path);
  fixture_write_file (folder, "trials.csv", csv, -1);
  csv_path = g_build_filename (folder, "trials.csv", NULL);
  assert_as_python ("csv", csv_path);
  fixture_remove_folder (folder);

  reader = hc_trial_reader_new (&funcs, &n);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_true (hc_trial_reader_feed (reader, contents, length, NULL));
  g_assert_true (hc_trial_reader_finish (reader, NULL));
  g_assert_cmpuint (n, >=, 24);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trial-reader/shapes", test_shapes);
  g_test_add_func ("/trial-reader/odd-fields", test_odd_fields);
  g_test_add_func ("/trial-reader/faulty-studies", test_faulty_studies);
  g_test_add_func ("/trial-reader/faulty-files", test_faulty_files);
  g_test_add_func ("/trial-reader/table", test_table);
  g_test_add_func ("/trial-reader/copy", test_copy);
  g_test_add_func ("/trial-reader/ages-and-dates", test_ages_and_dates);
  g_test_add_data_func ("/trial-reader/real-array", "clinicaltrials/ctg-studies-NSCLCBench.json", test_real);
  g_test_add_data_func ("/trial-reader/real-page", "clinicaltrials/nci_colorectal_as_ctgov_v2.json",
                        test_real);

  return g_test_run ();
}
