/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-day-plan.h"
#include "plan-fixture.h"

/* The list of a day, and how it changes by itself. */

typedef struct
{
  PlanFixture  plan;
  HcDayPlan   *day;
  GString     *changes; /* POSITION-REMOVED+ADDED */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  plan_fixture_set_up (&fixture->plan, NULL);
  fixture->day = hc_day_plan_new (fixture->plan.profile.profile, fixture->plan.person, fixture->plan.profile.clock);
  fixture->changes = g_string_new (NULL);
  profile_fixture_watch (G_LIST_MODEL (fixture->day), fixture->changes);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->day);
  g_string_free (fixture->changes, TRUE);
  plan_fixture_tear_down (&fixture->plan, NULL);
}

/* What the plan says, and how it has changed since it was last asked. */
static void
assert_plan (Fixture    *fixture,
             const char *expected,
             const char *expected_changes)
{
  g_autofree char *text = plan_fixture_dup_text (G_LIST_MODEL (fixture->day));

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (fixture->changes->str, ==, expected_changes);
  g_string_truncate (fixture->changes, 0);
}

static void
test_day (Fixture       *fixture,
          gconstpointer  data)
{
  HcMedicine *a = plan_fixture_add (&fixture->plan, "", "A", at_times ("2026-11-01", EVERY_DAY, 1, "08:00 20:00"));

  assert_plan (fixture, "A 11-20T08:00 upcoming, A 11-20T20:00 upcoming", "0-0+2 ");
  plan_fixture_add (&fixture->plan, "", "B", at_times ("2026-11-01", EVERY_DAY, 1, "08:00 12:00"));
  assert_plan (fixture, "A 11-20T08:00 upcoming, B 11-20T08:00 upcoming, B 11-20T12:00 upcoming, "
               "A 11-20T20:00 upcoming", "1-0+2 ");

  /* Only what is different changes. */
  plan_fixture_set_clock (&fixture->plan, "2026-11-20T07:59", NEW_YORK);
  assert_plan (fixture, "A 11-20T08:00 upcoming, B 11-20T08:00 upcoming, B 11-20T12:00 upcoming, "
               "A 11-20T20:00 upcoming", "");
  g_assert_cmpuint (hc_day_plan_count_due (fixture->day), ==, 0);
  plan_fixture_set_clock (&fixture->plan, "2026-11-20T08:00", NEW_YORK);
  assert_plan (fixture, "A 11-20T08:00 due, B 11-20T08:00 due, B 11-20T12:00 upcoming, A 11-20T20:00 upcoming",
               "0-2+2 ");
  g_assert_cmpuint (hc_day_plan_count_due (fixture->day), ==, 2);
  plan_fixture_mark (&fixture->plan, a, "2026-11-20T08:00", HC_DOSE_TAKEN, "2026-11-20T08:01:00-05:00");
  assert_plan (fixture, "A 11-20T08:00 taken, B 11-20T08:00 due, B 11-20T12:00 upcoming, A 11-20T20:00 upcoming",
               "0-1+1 ");
  plan_fixture_set_clock (&fixture->plan, "2026-11-20T12:00", NEW_YORK);
  assert_plan (fixture, "A 11-20T08:00 taken, B 11-20T08:00 missed, B 11-20T12:00 due, A 11-20T20:00 upcoming",
               "1-2+2 ");

  /* Set back, the clock makes of what was missed what is due; what was said stays. */
  plan_fixture_set_clock (&fixture->plan, "2026-11-20T07:00", NEW_YORK);
  assert_plan (fixture, "A 11-20T08:00 taken, B 11-20T08:00 upcoming, B 11-20T12:00 upcoming, "
               "A 11-20T20:00 upcoming", "1-2+2 ");
  plan_fixture_forget (&fixture->plan, a, "2026-11-20T08:00");
  assert_plan (fixture, "A 11-20T08:00 upcoming, B 11-20T08:00 upcoming, B 11-20T12:00 upcoming, "
               "A 11-20T20:00 upcoming", "0-1+1 ");
}

static void
test_midnight (Fixture       *fixture,
               gconstpointer  data)
{
  plan_fixture_add (&fixture->plan, "", "A", at_times ("2026-11-01", EVERY_DAY, 1, "00:00 22:00"));
  plan_fixture_add (&fixture->plan, "", "B", at_times ("2026-11-01", EVERY_DAY, 1, "21:00"));
  plan_fixture_set_clock (&fixture->plan, "2026-11-20T23:59:59", NEW_YORK);
  g_string_truncate (fixture->changes, 0);
  assert_plan (fixture, "A 11-20T00:00 missed, B 11-20T21:00 due, A 11-20T22:00 due", "");

  /* What is still due comes along, what was missed stays behind: the next dose of A is due. */
  plan_fixture_set_clock (&fixture->plan, "2026-11-21T00:00", NEW_YORK);
  assert_plan (fixture, "B 11-20T21:00 due, A 11-21T00:00 due, B 11-21T21:00 upcoming, A 11-21T22:00 upcoming",
               "0-3+4 ");
  plan_fixture_set_clock (&fixture->plan, "2026-11-21T01:00", NEW_YORK);
  assert_plan (fixture, "A 11-21T00:00 due, B 11-21T21:00 upcoming, A 11-21T22:00 upcoming", "0-1+0 ");
}

/* In Havana the clock goes from 01:00 back to 00:00 on 1 November 2026, so that midnight comes twice (04:00 and
 * 05:00 UTC); in Santiago it goes from 00:00 to 01:00 on 6 September, so that it never comes. */
static void
test_strange_midnight (Fixture       *fixture,
                       gconstpointer  data)
{
  plan_fixture_add (&fixture->plan, "", "A", at_times ("2026-01-01", EVERY_DAY, 1, "00:15 18:00"));

  plan_fixture_set_clock (&fixture->plan, "2026-11-01T04:10:00Z", "America/Havana");
  g_string_truncate (fixture->changes, 0);
  assert_plan (fixture, "A 11-01T00:15 upcoming, A 11-01T18:00 upcoming", "");
  plan_fixture_set_clock (&fixture->plan, "2026-11-01T05:10:00Z", "America/Havana");
  assert_plan (fixture, "A 11-01T00:15 due, A 11-01T18:00 upcoming", "0-1+1 ");
  plan_fixture_set_clock (&fixture->plan, "2026-11-01T09:00:00Z", "America/Havana");
  assert_plan (fixture, "A 11-01T00:15 missed, A 11-01T18:00 upcoming", "0-1+1 ");

  plan_fixture_set_clock (&fixture->plan, "2026-09-06T03:59:59Z", "America/Santiago");
  g_string_truncate (fixture->changes, 0);
  assert_plan (fixture, "A 09-05T00:15 missed, A 09-05T18:00 missed", "");
  plan_fixture_set_clock (&fixture->plan, "2026-09-06T04:00:00Z", "America/Santiago");
  assert_plan (fixture, "A 09-06T00:15 due, A 09-06T18:00 upcoming", "0-2+2 ");
}

/* From New York to Berlin at two at night: there it is eight. */
static void
test_travel (Fixture       *fixture,
             gconstpointer  data)
{
  HcMedicine *a = plan_fixture_add (&fixture->plan, "", "A", at_times ("2026-11-01", EVERY_DAY, 1, "08:00"));

  plan_fixture_add (&fixture->plan, "", "B", every ("2026-11-01T13:00:00Z", 24 * 60, 1));
  plan_fixture_set_clock (&fixture->plan, "2026-11-20T02:00", NEW_YORK);
  g_string_truncate (fixture->changes, 0);
  assert_plan (fixture, "A 11-20T08:00 upcoming, B 11-20T13:00Z upcoming", "");
  plan_fixture_set_clock (&fixture->plan, "2026-11-20T08:00", BERLIN);
  assert_plan (fixture, "A 11-20T08:00 due, B 11-20T13:00Z upcoming", "0-2+2 ");
  plan_fixture_mark (&fixture->plan, a, "2026-11-20T08:00", HC_DOSE_TAKEN, "2026-11-20T08:01:00+01:00");
  plan_fixture_set_clock (&fixture->plan, "2026-11-20T08:00", NEW_YORK);
  g_string_truncate (fixture->changes, 0);
  assert_plan (fixture, "A 11-20T08:00 taken, B 11-20T13:00Z due", "");
}

static void
test_people (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *ada = plan_fixture_add_person (&fixture->plan, "Ada", TRUE);
  g_autofree char *ben = NULL;
  g_autoptr (HcDayPlan) everybody = NULL;
  g_autofree char *text = NULL;

  plan_fixture_set_clock (&fixture->plan, "2026-11-20T06:01", NEW_YORK);
  ben = plan_fixture_add_person (&fixture->plan, "Ben", FALSE);
  plan_fixture_add (&fixture->plan, "", "A", at_times ("2026-11-01", EVERY_DAY, 1, "08:00"));
  plan_fixture_add (&fixture->plan, ada, "B", at_times ("2026-11-01", EVERY_DAY, 1, "09:00"));
  plan_fixture_add (&fixture->plan, ben, "C", at_times ("2026-11-01", EVERY_DAY, 1, "07:00"));
  assert_plan (fixture, "A 11-20T08:00 upcoming, B 11-20T09:00 upcoming", "0-0+1 1-0+1 ");
  hc_current_person_choose (fixture->plan.person, ben);
  assert_plan (fixture, "C 11-20T07:00 upcoming", "0-2+1 ");

  everybody = hc_day_plan_new_for_all (fixture->plan.profile.profile, fixture->plan.person,
                                       fixture->plan.profile.clock);
  text = plan_fixture_dup_text (G_LIST_MODEL (everybody));
  g_assert_cmpstr (text, ==, "C 11-20T07:00 upcoming, A 11-20T08:00 upcoming, B 11-20T09:00 upcoming");
}

static void
remove_person (Fixture    *fixture,
               const char *id)
{
  HcPersonStore *people = hc_profile_get_people (fixture->plan.profile.profile);
  HcPerson *person = hc_store_lookup (HC_STORE (people), id);
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  hc_current_person_expect_removal (fixture->plan.person, person);
  hc_store_remove_async (HC_STORE (people), person, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_store_remove_finish (HC_STORE (people), result, NULL));
}

static void
assert_due_of_all (HcDayPlan  *everybody,
                   const char *expected,
                   guint       n_due)
{
  g_autofree char *text = plan_fixture_dup_text (G_LIST_MODEL (everybody));

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpuint (hc_day_plan_count_due (everybody), ==, n_due);
}

/* The medicines of somebody who was removed stay in the database, for the removal may be undone. */
static void
test_removed_people (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *ada = plan_fixture_add_person (&fixture->plan, "Ada", TRUE);
  g_autofree char *ben = NULL;
  g_autoptr (HcDayPlan) everybody = NULL;

  plan_fixture_set_clock (&fixture->plan, "2026-11-20T06:01", NEW_YORK);
  ben = plan_fixture_add_person (&fixture->plan, "Ben", FALSE);
  plan_fixture_add (&fixture->plan, "", "A", at_times ("2026-11-01", EVERY_DAY, 1, "08:00"));
  plan_fixture_add (&fixture->plan, ada, "B", at_times ("2026-11-01", EVERY_DAY, 1, "08:00"));
  plan_fixture_add (&fixture->plan, ben, "C", at_times ("2026-11-01", EVERY_DAY, 1, "08:00"));
  plan_fixture_set_clock (&fixture->plan, "2026-11-20T08:00", NEW_YORK);
  everybody = hc_day_plan_new_for_all (fixture->plan.profile.profile, fixture->plan.person,
                                       fixture->plan.profile.clock);
  assert_due_of_all (everybody, "A 11-20T08:00 due, B 11-20T08:00 due, C 11-20T08:00 due", 3);

  /* What has no owner was the first person's, and goes with them. */
  remove_person (fixture, ada);
  assert_due_of_all (everybody, "C 11-20T08:00 due", 1);
}

static void
rings_cb (guint *n)
{
  (*n)++;
}

/* With the clock of the system: the plan waits for midnight at the latest, and does nothing until then. */
static void
test_rest (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (HcClock) clock = hc_clock_new ();
  g_autoptr (HcDayPlan) day = hc_day_plan_new_for_all (fixture->plan.profile.profile, fixture->plan.person, clock);
  guint n_changes = 0;

  g_signal_connect_swapped (day, "items-changed", G_CALLBACK (rings_cb), &n_changes);
  plan_fixture_add (&fixture->plan, "", "A", at_times ("2026-01-01", EVERY_DAY, 1,
                                                       "00:00 03:00 06:00 09:00 12:00 15:00 18:00 21:00"));
  g_assert_cmpuint (n_changes, ==, 1);
  plan_fixture_spin ();
  g_assert_false (g_main_context_pending (NULL));
  g_assert_cmpuint (n_changes, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) g_test_add ("/context/day-plan/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("day", test_day);
  ADD ("midnight", test_midnight);
  ADD ("strange-midnight", test_strange_midnight);
  ADD ("travel", test_travel);
  ADD ("people", test_people);
  ADD ("removed-people", test_removed_people);
  ADD ("rest", test_rest);

  return g_test_run ();
}
