/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-alert-matcher.h"
#include "hc-due-alerts.h"
#include "hc-due-list.h"
#include "hc-due-refills.h"
#include "plan-fixture.h"

/* What Today says of what runs out, and of recalls and warnings; and what is said of medicines that were stopped:
 * nothing. It is the morning of 20 November 2026 in New York. */

typedef struct
{
  PlanFixture   plan;
  HcDueRefills *refills;
  HcDueAlerts  *alerts;
} Fixture;

static HcProfile *
get_profile (Fixture *fixture)
{
  return fixture->plan.profile.profile;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  plan_fixture_set_up (&fixture->plan, NULL);
  fixture->refills = hc_due_refills_new (get_profile (fixture), fixture->plan.person, fixture->plan.profile.clock);
  fixture->alerts = hc_due_alerts_new (get_profile (fixture), fixture->plan.person);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->refills);
  g_assert_finalize_object (fixture->alerts);
  plan_fixture_tear_down (&fixture->plan, NULL);
}

/* What was asked of the database has been answered: it answers in turn, and nobody else is asked. */
static void
wait_for_answers (Fixture *fixture)
{
  HcDoseLog *log = hc_profile_get_dose_log (get_profile (fixture));
  g_autoptr (GDateTime) from = moment ("2026-11-01T00:00:00Z");
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  hc_dose_log_sum_async (log, "", from, fixture_result_cb, &place);
  result = fixture_wait (&place);
  hc_dose_log_sum_finish (log, result, NULL);
  plan_fixture_spin ();
}

static char *
dup_text (gpointer list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (HcDueItem) item = g_list_model_get_item (list, i);
      const char *detail = hc_due_item_get_detail (item);

      g_string_append_printf (text, "%s%s%s\n", hc_due_item_get_title (item), detail != NULL ? ": " : "",
                              detail != NULL ? detail : "");
      g_assert_null (hc_due_item_get_time (item));
    }

  return g_string_free_and_steal (text);
}

static void
assert_refills (Fixture    *fixture,
                const char *expected)
{
  g_autofree char *text = NULL;

  wait_for_answers (fixture);
  text = dup_text (fixture->refills);
  g_assert_cmpstr (text, ==, expected);
}

static void
assert_alerts (Fixture    *fixture,
               const char *expected)
{
  g_autofree char *text = dup_text (fixture->alerts);

  g_assert_cmpstr (text, ==, expected);
}

/* A medicine of which so many tablets were counted in the night, and so many are to be warned of. */
static HcMedicine *
add_counted (Fixture    *fixture,
             const char *person,
             const char *name,
             double      stock,
             double      refill_at)
{
  HcMedicine *medicine = plan_fixture_add (&fixture->plan, person, name,
                                           at_times ("2026-11-01", EVERY_DAY, 2, "08:00 20:00"));
  g_autoptr (GDateTime) counted = moment ("2026-11-20T05:00:00Z");
  HcMedicineDetails details = *hc_medicine_get_details (medicine);

  details.unit = HC_DOSE_UNIT_TABLET;
  details.stock = stock;
  details.counted = counted;
  details.refill_at = refill_at;
  plan_fixture_save (&fixture->plan, medicine, details);

  return medicine;
}

static void
stop (Fixture    *fixture,
      HcMedicine *medicine,
      const char *when)
{
  HcMedicineDetails details = *hc_medicine_get_details (medicine);
  g_autoptr (HcCourse) course = hc_course_copy (details.course);
  g_autoptr (GDateTime) time = moment (when);
  g_autoptr (GError) error = NULL;

  hc_course_stop (course, time, "a rash", &error);
  g_assert_no_error (error);
  details.course = course;
  plan_fixture_save (&fixture->plan, medicine, details);
}

/* Four tablets a day: 16 are there for today and three more days, the first dose that is not there is that of the
 * morning of the 24th. */
static void
test_refills (Fixture       *fixture,
              gconstpointer  data)
{
  HcMedicine *medicine = add_counted (fixture, "", "Capecitabine", 16, 15);
  g_autofree char *link = g_strconcat ("health-center:medicine/", hc_medicine_get_id (medicine), NULL);
  g_autoptr (HcDueItem) item = NULL;

  assert_refills (fixture, "");
  plan_fixture_mark (&fixture->plan, medicine, "2026-11-20T08:00", HC_DOSE_TAKEN, "2026-11-20T06:00:00-05:00");
  assert_refills (fixture, "Capecitabine: About 3 days left\n");
  item = g_list_model_get_item (G_LIST_MODEL (fixture->refills), 0);
  g_assert_cmpstr (hc_due_item_get_link (item), ==, link);

  /* Each day there is less time, whether doses are told of or not. */
  plan_fixture_set_clock (&fixture->plan, "2026-11-20T23:59", NEW_YORK);
  assert_refills (fixture, "Capecitabine: About 4 days left\n");
  plan_fixture_set_clock (&fixture->plan, "2026-11-21T00:00", NEW_YORK);
  assert_refills (fixture, "Capecitabine: About 3 days left\n");

  plan_fixture_forget (&fixture->plan, medicine, "2026-11-20T08:00");
  assert_refills (fixture, "");
}

/* Neither what was stopped, nor what was not counted, nor what nobody wants to be warned of. */
static void
test_no_refills (Fixture       *fixture,
                 gconstpointer  data)
{
  HcMedicine *stopped = add_counted (fixture, "", "A", 3, 10);

  plan_fixture_add (&fixture->plan, "", "B", at_times ("2026-11-01", EVERY_DAY, 1, "08:00"));
  add_counted (fixture, "", "C", 3, 0);
  assert_refills (fixture, "A: Not enough left for today\n");
  stop (fixture, stopped, "2026-11-20T11:00:00Z");
  assert_refills (fixture, "");
}

static void
test_refills_of_people (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *ada = plan_fixture_add_person (&fixture->plan, "Ada", TRUE);
  g_autofree char *ben = NULL;

  plan_fixture_set_clock (&fixture->plan, "2026-11-20T06:01", NEW_YORK);
  ben = plan_fixture_add_person (&fixture->plan, "Ben", FALSE);
  add_counted (fixture, ada, "A", 8, 10);
  plan_fixture_set_clock (&fixture->plan, "2026-11-20T06:02", NEW_YORK);
  add_counted (fixture, "", "B", 0, 10);
  add_counted (fixture, ben, "C", 8, 10);
  assert_refills (fixture, "B: Nothing left, as far as was counted\nA: About 2 days left\n");

  /* What is left of the other one's is gone at once. */
  hc_current_person_choose (fixture->plan.person, ben);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->refills)), ==, 0);
  assert_refills (fixture, "C: About 2 days left\n");
}

static void
add_alert (Fixture    *fixture,
           const char *notice,
           HcMedicine *medicine)
{
  HcAlertStore *alerts = hc_profile_get_alerts (get_profile (fixture));
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  hc_alert_store_add_async (alerts, &(HcAlertDetails) { .notice = notice, .medicine = hc_medicine_get_id (medicine),
                                                        .title = "Title", .published = "2026-11-19" },
                            fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_alert_store_add_finish (alerts, result, NULL));
}

static void
test_alerts (Fixture       *fixture,
             gconstpointer  data)
{
  HcAlertStore *alerts = hc_profile_get_alerts (get_profile (fixture));
  g_autofree char *ada = plan_fixture_add_person (&fixture->plan, "Ada", TRUE);
  g_autofree char *ben = NULL;
  g_autoptr (HcDueItem) item = NULL;
  HcMedicine *a, *b;
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  plan_fixture_set_clock (&fixture->plan, "2026-11-20T06:01", NEW_YORK);
  ben = plan_fixture_add_person (&fixture->plan, "Ben", FALSE);
  a = plan_fixture_add (&fixture->plan, ada, "A", at_times ("2026-11-01", EVERY_DAY, 1, "08:00"));
  b = plan_fixture_add (&fixture->plan, ben, "B", at_times ("2026-11-01", EVERY_DAY, 1, "08:00"));
  assert_alerts (fixture, "");

  add_alert (fixture, "D-1", a);
  add_alert (fixture, "D-1", b);
  assert_alerts (fixture, "1 new alert about your medicines\n");
  add_alert (fixture, "D-2", a);
  assert_alerts (fixture, "2 new alerts about your medicines\n");
  item = g_list_model_get_item (G_LIST_MODEL (fixture->alerts), 0);
  g_assert_cmpstr (hc_due_item_get_link (item), ==, "health-center:alerts");

  hc_alert_store_set_state_async (alerts, hc_alert_store_lookup (alerts, "D-1", hc_medicine_get_id (a)),
                                  HC_ALERT_READ, fixture_result_cb, &place);
  result = fixture_wait (&place);
  assert_alerts (fixture, "1 new alert about your medicines\n");
  hc_current_person_choose (fixture->plan.person, ben);
  assert_alerts (fixture, "1 new alert about these medicines\n");
}

static void
remove_alerts (Fixture *fixture)
{
  HcAlertStore *alerts = hc_profile_get_alerts (get_profile (fixture));

  while (g_list_model_get_n_items (G_LIST_MODEL (alerts)) > 0)
    {
      g_autoptr (HcAlert) alert = g_list_model_get_item (G_LIST_MODEL (alerts), 0);
      GAsyncResult *place = NULL;
      g_autoptr (GAsyncResult) result = NULL;

      hc_store_remove_async (HC_STORE (alerts), alert, fixture_result_cb, &place);
      result = fixture_wait (&place);
      g_assert_true (hc_store_remove_finish (HC_STORE (alerts), result, NULL));
    }
}

static void
count_cb (guint *n_changes)
{
  (*n_changes)++;
}

static void
feed (HcAlertMatcher *matcher,
      GPtrArray      *notices)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  hc_alert_matcher_feed_async (matcher, notices, NULL, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_alert_matcher_feed_finish (matcher, result, NULL, NULL));
}

static void
assert_concerned (Fixture    *fixture,
                  const char *expected)
{
  g_autoptr (HcLibrary) library = hc_library_new (SHIPPED_LIBRARY, NULL);
  HcClock *clock = fixture->plan.profile.clock;
  g_autoptr (HcMedicineCheck) check = hc_medicine_check_new (library, get_profile (fixture), fixture->plan.person,
                                                             clock);
  g_autoptr (HcAlertMatcher) matcher = hc_alert_matcher_new (get_profile (fixture), check, NULL, clock);
  g_autoptr (GPtrArray) notices = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_notice_free);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  HcNotice *notice = hc_notice_new (HC_ALERT_RECALL);
  g_autofree char *rows = NULL;
  guint n_changes = 0;
  gulong handler;

  notice->id = g_strdup ("D-1");
  notice->title = g_strdup ("Title");
  notice->published = g_strdup ("2026-11-19");
  notice->names = g_strsplit ("Xeloda", "|", -1);
  g_ptr_array_add (notices, notice);

  found = hc_alert_matcher_match (matcher, notices);
  for (guint i = 0; i < found->len; i++)
    {
      HcStore *medicines = HC_STORE (hc_profile_get_medicines (get_profile (fixture)));
      const char *id = hc_alert_get_details (g_ptr_array_index (found, i))->medicine;

      g_string_append_printf (names, "%s ", hc_medicine_get_details (hc_store_lookup (medicines, id))->strength);
    }
  g_assert_cmpstr (names->str, ==, expected);

  /* The same is stored, and no more. */
  remove_alerts (fixture);
  feed (matcher, notices);
  rows = fixture_query (fixture->plan.profile.path,
                        "SELECT coalesce (group_concat (strength || ' ', ''), '') FROM (SELECT strength FROM alert"
                        " JOIN medicine ON medicine.id = alert.medicine ORDER BY strength DESC)");
  g_assert_cmpstr (rows, ==, expected);

  /* Once more: all of that is there, and nobody needs to look again. */
  handler = g_signal_connect_swapped (hc_profile_get_alerts (get_profile (fixture)), "items-changed",
                                      G_CALLBACK (count_cb), &n_changes);
  feed (matcher, notices);
  g_assert_cmpuint (n_changes, ==, 0);
  g_signal_handler_disconnect (hc_profile_get_alerts (get_profile (fixture)), handler);
}

static HcMedicine *
add_xeloda (Fixture    *fixture,
            const char *strength,
            HcSchedule *schedule)
{
  HcMedicine *medicine = plan_fixture_add (&fixture->plan, "", "Xeloda", schedule);
  HcMedicineDetails details = *hc_medicine_get_details (medicine);

  details.strength = strength;
  plan_fixture_save (&fixture->plan, medicine, details);

  return medicine;
}

/* Recalls and warnings are about what is taken, or will be. */
static void
test_stopped (Fixture       *fixture,
              gconstpointer  data)
{
  HcSchedule *over = at_times ("2026-11-01", EVERY_DAY, 1, "08:00");
  HcMedicine *medicine;

  g_date_set_dmy (&over->last, 20, G_DATE_NOVEMBER, 2026);
  add_xeloda (fixture, "1", over);
  medicine = add_xeloda (fixture, "2", at_times ("2026-11-01", EVERY_DAY, 1, "08:00"));
  plan_fixture_set_clock (&fixture->plan, "2026-11-20T22:00", NEW_YORK);
  assert_concerned (fixture, "2 1 ");
  stop (fixture, medicine, "2026-11-21T01:00:00Z");
  assert_concerned (fixture, "1 ");
  plan_fixture_set_clock (&fixture->plan, "2026-11-21T00:00", NEW_YORK);
  assert_concerned (fixture, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) g_test_add ("/context/due-warnings/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("refills", test_refills);
  ADD ("no-refills", test_no_refills);
  ADD ("refills-of-people", test_refills_of_people);
  ADD ("alerts", test_alerts);
  ADD ("stopped", test_stopped);

  return g_test_run ();
}
