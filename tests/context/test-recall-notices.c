/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-recall-notices.h"

#include "hc-recall-import.h"
#include "hc-sources-database.h"
#include "profile-fixture.h"

/* Recalls that become alerts, with what the shipped library knows of medicines. */

typedef struct
{
  ProfileFixture   profile;
  HcLibrary       *library;
  GSettings       *settings;
  HcCurrentPerson *person;
  HcMedicineCheck *check;
  HcAlertMatcher  *matcher;
  char            *path; /* sources.db */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->library = hc_library_new (SHIPPED_LIBRARY, &error);
  g_assert_no_error (error);
  profile_fixture_set_up (&fixture->profile, NULL);
  profile_fixture_open (&fixture->profile);
  fixture->path = g_build_filename (fixture->profile.folder, "sources.db", NULL);
  fixture->settings = g_settings_new ("io.github.health_center.HealthCenter");
  fixture->person = hc_current_person_new (fixture->profile.profile, fixture->settings);
  fixture->check = hc_medicine_check_new (fixture->library, fixture->profile.profile, fixture->person,
                                          fixture->profile.clock);
  fixture->matcher = hc_alert_matcher_new (fixture->profile.profile, fixture->check, NULL,
                                           fixture->profile.clock);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->matcher);
  g_assert_finalize_object (fixture->check);
  g_assert_finalize_object (fixture->person);
  g_clear_object (&fixture->settings);
  g_clear_object (&fixture->library);
  g_free (fixture->path);
  profile_fixture_tear_down (&fixture->profile, NULL);
}

static void
add (Fixture    *fixture,
     const char *name)
{
  HcMedicineStore *store = hc_profile_get_medicines (fixture->profile.profile);
  g_autoptr (HcMedicine) medicine = hc_medicine_new (&(HcMedicineDetails) { .name = name });
  g_autoptr (GAsyncResult) place = NULL, result = NULL;

  hc_medicine_store_save_async (store, medicine, NULL, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_medicine_store_save_finish (store, result, NULL));
}

/* Lists have bars between their items. */
static void
assert_list (GStrv       list,
             const char *expected)
{
  g_autofree char *joined = g_strjoinv ("|", list);

  g_assert_cmpstr (joined, ==, expected);
}

static HcRecall *
make_recall (const char *description,
             const char *codes)
{
  HcRecall *recall = hc_recall_new ();

  recall->number = g_strdup ("D-0001-2026");
  recall->description = g_strdup (description);
  recall->codes = g_strdup (codes);

  return recall;
}

/* What the FDA tells of the product goes for itself. */
static void
test_told (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (HcRecall) recall = make_recall ("traZODONE Tablets, USP, 100mg, NDC 68382-807-10", "Lot # EA00237A");
  g_autoptr (HcNotice) notice = NULL;

  recall->class = 3;
  recall->status = HC_RECALL_ONGOING;
  recall->reported = g_strdup ("2026-01-07");
  recall->reason = g_strdup ("Failed <b>Tablet</b> Specifications");
  recall->firm = g_strdup ("Nowhere & Sons");
  recall->distribution = g_strdup ("Nationwide");
  g_strfreev (recall->brands);
  recall->brands = g_strsplit ("TRAZODONE HYDROCHLORIDE|Desyrel", "|", -1);
  g_strfreev (recall->generics);
  recall->generics = g_strsplit ("TRAZODONE HYDROCHLORIDE", "|", -1);
  g_strfreev (recall->substances);
  recall->substances = g_strsplit ("TRAZODONE HYDROCHLORIDE", "|", -1);
  g_strfreev (recall->ndcs);
  recall->ndcs = g_strsplit ("68382-807|68382-805-01", "|", -1);

  notice = hc_recall_notice_new (recall);
  g_assert_cmpstr (notice->id, ==, "D-0001-2026");
  g_assert_cmpint (notice->kind, ==, HC_ALERT_RECALL);
  g_assert_cmpint (notice->severity, ==, 3);
  g_assert_cmpstr (notice->published, ==, "2026-01-07");
  g_assert_cmpstr (notice->title, ==, "TRAZODONE HYDROCHLORIDE");
  g_assert_cmpstr (notice->text, ==, "Reason: Failed <b>Tablet</b> Specifications\n\n"
                   "Product: traZODONE Tablets, USP, 100mg, NDC 68382-807-10\n\nRecalled by: Nowhere & Sons\n\n"
                   "Distribution: Nationwide\n\nThe recall goes on.\n\nRecall number: D-0001-2026");
  g_assert_true (g_str_has_prefix (notice->uri, "https://www.fda.gov/"));
  assert_list (notice->names, "TRAZODONE HYDROCHLORIDE|Desyrel");
  assert_list (notice->actives, "TRAZODONE HYDROCHLORIDE");
  assert_list (notice->ndcs, "68382-807|68382-805-01|68382-807-10");
  assert_list (notice->lots, "EA00237A");
}

/* Descriptions as the FDA writes them, of records that tell nothing else. */
static void
test_described (Fixture       *fixture,
                gconstpointer  data)
{
  static const struct { const char *description, *names, *ndcs; } cases[] = {
    { "Semaglutide Injection, 10 mg/4 mL (2.5 mg/mL), 4mL Multidose Vial, For Subcutaneous Use, Rx Only, Mfd by: "
      "ProRx, 619 Jeffers Cir, Exton, PA 19341. NDC: 84139-225-04",
      "Semaglutide Injection, 10 mg/4 mL (2.5 mg/mL), 4mL Multidose Vial, For Subcutaneous Use", "84139-225-04" },
    { "Eloxatin (OXALIplatin injection) 5 mg/mL Injection, 50 mg, Rx only, Mfd. for: sanofi aventis, NDC 0024-0590-10",
      "Eloxatin (OXALIplatin injection) 5 mg/mL Injection, 50 mg", "0024-0590-10" },
    { "Loxapine Capsules USP, 5mg, 100 count bottle, Rx only Manufactured By: Watson  NDC #  00591-0369-01.",
      "Loxapine Capsules USP, 5mg, 100 count bottle", "00591-0369-01" },
    { "Zolt, NDC 99999-101-30, 99999-102-30 and 99999-101-30; call 1-800-555-1234",
      "Zolt", "99999-101-30|99999-102-30" },
    { "Zolt tablets, call 1-800-555-1234, item 99999-101-30", "Zolt tablets, call 1-800-555-1234, item 99999-101-30",
      "" },
    { "NDC 99999-101", "NDC 99999-101", "99999-101" },
    { "  ", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HcRecall) recall = make_recall (cases[i].description, NULL);
      g_autoptr (HcNotice) notice = hc_recall_notice_new (recall);

      assert_list (notice->names, cases[i].names);
      assert_list (notice->ndcs, cases[i].ndcs);
      g_assert_cmpstr (notice->title, !=, "");
    }
}

/* Nothing of what is written of lots is lost but the word. */
static void
test_lots (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct { const char *codes, *lots; } cases[] = {
    { NULL, "" },
    { "All lots within expiry.", "All lots within expiry." },
    { "Lot # EA00237A, Exp Date: 04/30/2027", "EA00237A, Exp Date: 04/30/2027" },
    { "Lots: A1, exp 1/27; B2, exp 2/27", "A1, exp 1/27|B2, exp 2/27" },
    { "Lot #:  L072B11A, Exp 8/12; L102C11A; and Lot L151J11A", "L072B11A, Exp 8/12|L102C11A|L151J11A" },
    { "Lot number and expiration dates\n\nEloxatin AE41 02/ 2012\nEloxatin CA02B", "Lot number and expiration dates|"
      "Eloxatin AE41 02/ 2012|Eloxatin CA02B" },
    { "Batch: 7\nBatch No. 8\nLotus 9\nLot A; Lot A", "7|8|Lotus 9|Lot A" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HcRecall) recall = make_recall ("Zolt", cases[i].codes);
      g_autoptr (HcNotice) notice = hc_recall_notice_new (recall);

      assert_list (notice->lots, cases[i].lots);
    }
}

/* Text of any length and any signs. */
static void
test_odd (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *dashes = g_strnfill (200000, '-');
  g_autofree char *words = g_strnfill (200000, 'x');
  g_autoptr (HcRecall) first = make_recall (dashes, dashes), second = make_recall (words, words);
  g_autoptr (HcNotice) one = hc_recall_notice_new (first), other = hc_recall_notice_new (second);

  g_assert_cmpstr (one->title, ==, "D-0001-2026");
  g_assert_cmpint (g_utf8_strlen (other->title, -1), ==, 91);
  g_assert_null (one->published);
}

static gboolean
feed (Fixture       *fixture,
      const char    *since,
      guint         *n_new,
      GError       **error)
{
  g_autoptr (GAsyncResult) place = NULL, result = NULL;

  hc_recall_notices_feed_async (fixture->path, since, fixture->matcher, NULL, fixture_result_cb, &place);
  result = fixture_wait (&place);

  return hc_recall_notices_feed_finish (result, n_new, error);
}

static void
import (Fixture    *fixture,
        const char *json)
{
  g_autofree char *path = g_build_filename (fixture->profile.folder, "recalls.json", NULL);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 21, 12, 0, 0);
  g_autoptr (GAsyncResult) place = NULL, result = NULL;
  g_autoptr (HcRecallReport) report = NULL;
  g_autoptr (GError) error = NULL;

  fixture_write_file (fixture->profile.folder, "recalls.json", json, -1);
  hc_recall_import_run_async (fixture->path, path, now, NULL, fixture_result_cb, &place);
  result = fixture_wait (&place);
  report = hc_recall_import_run_finish (result, &error);
  g_assert_no_error (error);
}

#define RECORD(number, day, status, description) \
  "{\"recall_number\":\"" number "\",\"report_date\":\"" day "\",\"status\":\"" status "\",\"classification\":" \
  "\"Class I\",\"product_description\":\"" description "\",\"reason_for_recall\":\"Dust\",\"code_info\":\"Lot A1\"}"

/* From the file to the alert: what the person takes is found, and nobody was told of it. */
static void
test_feed (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = NULL;
  guint n_new = 7;

  add (fixture, "Oxaliplatin");
  g_assert_true (feed (fixture, NULL, &n_new, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_new, ==, 0);

  import (fixture, "["
          RECORD ("D-1", "20261105", "Terminated", "Oxaliplatin Injection, 50 mg, Rx only, Mfd by: Nobody") ","
          RECORD ("D-2", "20240105", "Terminated", "Oxaliplatin Injection, 100 mg") ","
          RECORD ("D-3", "20240105", "Ongoing", "Oxaliplatin for Injection") ","
          RECORD ("D-4", "20261105", "Ongoing", "Phlogiston tablets, Mfd by: Oxaliplatin Makers") ","
          RECORD ("D-5", "soon", "Ongoing", "Oxaliplatin Injection") "]");
  g_assert_true (feed (fixture, "2025-01-01", &n_new, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_new, ==, 2);
  rows = fixture_query (fixture->profile.path, "SELECT notice, kind, severity, title, source, published, state FROM "
                        "alert ORDER BY notice");
  g_assert_cmpstr (rows, ==,
                   "D-1|recall|1|Oxaliplatin Injection, 50 mg|U.S. Food and Drug Administration|2026-11-05|unread\n"
                   "D-3|recall|1|Oxaliplatin for Injection|U.S. Food and Drug Administration|2024-01-05|unread");

  g_assert_true (feed (fixture, "2025-01-01", &n_new, &error));
  g_assert_cmpuint (n_new, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/context/recall-notices/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("told", test_told);
  ADD ("described", test_described);
  ADD ("lots", test_lots);
  ADD ("odd", test_odd);
  ADD ("feed", test_feed);

  return g_test_run ();
}
