/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "profile-fixture.h"

/* What persons think of medicines, seen through the store and in the file. */

#define PERSON "0a1b2c3d-0000-4000-8000-00000000000a"
#define FABROLIN "health-center:drug/fabrolin"
#define MIRODEX "health-center:drug/mirodex"

static HcDrugReviewStore *
get_store (ProfileFixture *fixture)
{
  return hc_profile_get_drug_reviews (fixture->profile);
}

static gboolean
try_save (ProfileFixture  *fixture,
          HcDrugReview    *review,
          GError         **error)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  hc_drug_review_store_save_async (get_store (fixture), review, fixture_result_cb, &place);
  result = fixture_wait (&place);

  return hc_drug_review_store_save_finish (get_store (fixture), result, error);
}

static HcDrugReview *
save (ProfileFixture            *fixture,
      const HcDrugReviewDetails *details)
{
  HcDrugReview *review = hc_drug_review_new (details);
  g_autoptr (GError) error = NULL;

  g_assert_null (hc_drug_review_get_changed (review));
  g_assert_true (try_save (fixture, review, &error));
  g_assert_no_error (error);

  return review;
}

static void
remove_review (ProfileFixture *fixture,
               HcDrugReview   *review)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  hc_drug_review_store_remove_async (get_store (fixture), review, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_drug_review_store_remove_finish (get_store (fixture), result, &error));
  g_assert_no_error (error);
}

#define ALL "SELECT person, link, effect, ease, satisfaction, comment, changed FROM drug_review ORDER BY person, link"

static void
assert_rows (ProfileFixture *fixture,
             const char     *expected)
{
  g_autofree char *rows = fixture_query (fixture->path, ALL);

  g_assert_cmpstr (rows, ==, expected);
}

static void
test_kept (ProfileFixture *fixture,
           gconstpointer   data)
{
  const char *comment = "Makes me <b>tired</b>. '; DROP TABLE note; -- äöü 😀";
  g_autoptr (HcDrugReview) review = NULL, empty = NULL;
  const HcDrugReviewDetails *details;
  HcDrugReview *read;
  g_autofree char *rows = NULL;

  profile_fixture_open (fixture);
  review = save (fixture, &(HcDrugReviewDetails) { PERSON, FABROLIN, 1, 5, 3, comment });
  g_assert_cmpint (g_date_time_to_unix (hc_drug_review_get_changed (review)), ==, FIXTURE_TIME);
  g_assert_cmpstr (hc_drug_review_get_key (review), ==, PERSON "/" FABROLIN);
  g_assert_true (hc_drug_review_store_lookup (get_store (fixture), PERSON, FABROLIN) == review);

  /* What is not said is empty: nobody, and no comment. */
  empty = save (fixture, &(HcDrugReviewDetails) { .link = MIRODEX, .ease = 4 });
  profile_fixture_close (fixture);

  rows = g_strdup_printf ("|" MIRODEX "|0|4|0||2026-11-20T23:11:54.000000Z\n"
                          PERSON "|" FABROLIN "|1|5|3|%s|2026-11-20T23:11:54.000000Z", comment);
  assert_rows (fixture, rows);

  profile_fixture_open (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_store (fixture))), ==, 2);
  read = hc_drug_review_store_lookup (get_store (fixture), PERSON, FABROLIN);
  details = hc_drug_review_get_details (read);
  g_assert_cmpstr (details->person, ==, PERSON);
  g_assert_cmpstr (details->link, ==, FABROLIN);
  g_assert_cmpint (details->effect, ==, 1);
  g_assert_cmpint (details->ease, ==, 5);
  g_assert_cmpint (details->satisfaction, ==, 3);
  g_assert_cmpstr (details->comment, ==, comment);
  g_assert_cmpint (g_date_time_to_unix (hc_drug_review_get_changed (read)), ==, FIXTURE_TIME);
  g_assert_cmpstr (hc_drug_review_get_details (hc_drug_review_store_lookup (get_store (fixture), "", MIRODEX))->comment,
                   ==, "");
}

/* Another review of the same person and the same medicine takes the place of the first one. */
static void
test_one_for_each (ProfileFixture *fixture,
                   gconstpointer   data)
{
  g_autoptr (HcDrugReview) first = NULL, again = NULL, other_drug = NULL, other_person = NULL;
  g_autoptr (GString) log = g_string_new (NULL);

  profile_fixture_open (fixture);
  profile_fixture_watch (G_LIST_MODEL (get_store (fixture)), log);
  first = save (fixture, &(HcDrugReviewDetails) { PERSON, FABROLIN, 1, 1, 1, "bad" });
  profile_fixture_set_time (fixture, 60);
  again = save (fixture, &(HcDrugReviewDetails) { PERSON, FABROLIN, 5, 0, 4, "good" });
  g_assert_cmpstr (log->str, ==, "0-0+1 0-1+1 ");
  g_assert_true (hc_drug_review_store_lookup (get_store (fixture), PERSON, FABROLIN) == again);
  assert_rows (fixture, PERSON "|" FABROLIN "|5|0|4|good|2026-11-20T23:12:54.000000Z");

  /* The one that was replaced is what it was. */
  g_assert_cmpstr (hc_drug_review_get_details (first)->comment, ==, "bad");
  g_assert_cmpint (g_date_time_to_unix (hc_drug_review_get_changed (first)), ==, FIXTURE_TIME);

  other_drug = save (fixture, &(HcDrugReviewDetails) { PERSON, MIRODEX, 2, 2, 2, "" });
  other_person = save (fixture, &(HcDrugReviewDetails) { NULL, FABROLIN, 3, 3, 3, NULL });
  assert_rows (fixture, "|" FABROLIN "|3|3|3||2026-11-20T23:12:54.000000Z\n"
               PERSON "|" FABROLIN "|5|0|4|good|2026-11-20T23:12:54.000000Z\n"
               PERSON "|" MIRODEX "|2|2|2||2026-11-20T23:12:54.000000Z");
  g_assert_null (hc_drug_review_store_lookup (get_store (fixture), "", MIRODEX));
  g_assert_true (hc_drug_review_store_lookup (get_store (fixture), "", FABROLIN) == other_person);
}

static void
test_removed (ProfileFixture *fixture,
              gconstpointer   data)
{
  g_autoptr (HcDrugReview) review = NULL, other = NULL, same = NULL;
  g_autoptr (GError) error = NULL;

  profile_fixture_open (fixture);
  review = save (fixture, &(HcDrugReviewDetails) { PERSON, FABROLIN, 1, 2, 3, "words" });
  other = save (fixture, &(HcDrugReviewDetails) { "", FABROLIN, 4, 4, 4, "others" });

  /* Any object that speaks of the same person and medicine tells which one is meant. */
  same = hc_drug_review_new (&(HcDrugReviewDetails) { PERSON, FABROLIN, 0, 0, 0, "" });
  remove_review (fixture, same);
  assert_rows (fixture, "|" FABROLIN "|4|4|4|others|2026-11-20T23:11:54.000000Z");
  g_assert_null (hc_drug_review_store_lookup (get_store (fixture), PERSON, FABROLIN));
  remove_review (fixture, same);

  g_assert_true (try_save (fixture, review, &error));
  g_assert_no_error (error);
  assert_rows (fixture, "|" FABROLIN "|4|4|4|others|2026-11-20T23:11:54.000000Z\n"
               PERSON "|" FABROLIN "|1|2|3|words|2026-11-20T23:11:54.000000Z");
  profile_fixture_close (fixture);

  profile_fixture_open (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_store (fixture))), ==, 2);
}

/* What the file does not take leaves what was there. */
static void
test_refused (ProfileFixture *fixture,
              gconstpointer   data)
{
  static const HcDrugReviewDetails bad[] = {
    { PERSON, FABROLIN, 1, 1, 1, "bad \xff bytes" },
    { PERSON, "health-center:drug/\xff", 1, 1, 1, "" },
    { PERSON, "https://example.org/", 1, 1, 1, "" },
    { "somebody", FABROLIN, 1, 1, 1, "" },
    { PERSON, FABROLIN, 6, 1, 1, "" },
    { PERSON, FABROLIN, 1, -1, 1, "" },
    { PERSON, FABROLIN, 1, 1, 6, "" },
  };
  g_autoptr (HcDrugReview) review = NULL;

  profile_fixture_open (fixture);
  review = save (fixture, &(HcDrugReviewDetails) { PERSON, FABROLIN, 1, 2, 3, "words" });

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (HcDrugReview) refused = hc_drug_review_new (&bad[i]);
      g_autoptr (GError) error = NULL;

      g_assert_false (try_save (fixture, refused, &error));
      g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CONSTRAINT);
      g_assert_null (hc_drug_review_get_changed (refused));
      assert_rows (fixture, PERSON "|" FABROLIN "|1|2|3|words|2026-11-20T23:11:54.000000Z");
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_store (fixture))), ==, 1);
      g_assert_true (hc_drug_review_store_lookup (get_store (fixture), PERSON, FABROLIN) == review);
    }
}

static void
test_strange_rows (ProfileFixture *fixture,
                   gconstpointer   data)
{
  g_autoptr (HcDrugReview) review = NULL;

  profile_fixture_open (fixture);
  review = save (fixture, &(HcDrugReviewDetails) { PERSON, FABROLIN, 1, 2, 3, "words" });
  profile_fixture_close (fixture);
  fixture_execute (fixture->path, "UPDATE drug_review SET comment = CAST (x'77ff' AS TEXT)");

  profile_fixture_open (fixture);
  g_assert_cmpstr (hc_drug_review_get_details (hc_drug_review_store_lookup (get_store (fixture), PERSON,
                                                                            FABROLIN))->comment,
                   ==, "w\357\277\275");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/profile/drug-review-store/" name, ProfileFixture, NULL, \
              profile_fixture_set_up, function, profile_fixture_tear_down)

  ADD ("kept", test_kept);
  ADD ("one-for-each", test_one_for_each);
  ADD ("removed", test_removed);
  ADD ("refused", test_refused);
  ADD ("strange-rows", test_strange_rows);

  return g_test_run ();
}
