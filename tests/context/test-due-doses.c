/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-due-doses.h"
#include "hc-due-list.h"
#include "plan-fixture.h"

/* What Today says of the doses of the next hours. */

typedef struct
{
  PlanFixture  plan;
  HcDayPlan   *day;
  HcDueDoses  *due;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  HcProfile *profile;

  plan_fixture_set_up (&fixture->plan, NULL);
  profile = fixture->plan.profile.profile;
  fixture->day = hc_day_plan_new (profile, fixture->plan.person, fixture->plan.profile.clock);
  fixture->due = hc_due_doses_new (fixture->day, hc_profile_get_medicines (profile), fixture->plan.profile.clock);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->due);
  g_assert_finalize_object (fixture->day);
  plan_fixture_tear_down (&fixture->plan, NULL);
}

static void
assert_rows (Fixture    *fixture,
             const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->due)); i++)
    {
      g_autoptr (HcDueItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->due), i);

      g_string_append_printf (text, "%s: %s\n", hc_due_item_get_detail (item), hc_due_item_get_title (item));
      g_assert_cmpstr (hc_due_item_get_link (item), ==, "health-center:medicines");
      g_assert_nonnull (hc_due_item_get_time (item));
    }

  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  HcMedicine *a = plan_fixture_add (&fixture->plan, "", "A", at_times ("2026-11-01", EVERY_DAY, 1, "08:00 20:00"));
  HcMedicineDetails details;

  plan_fixture_add (&fixture->plan, "", "B & <b>", at_times ("2026-11-01", EVERY_DAY, 1, "08:00 14:00"));
  assert_rows (fixture, "At 08:00: A, B & <b>\n");
  plan_fixture_set_clock (&fixture->plan, "2026-11-20T07:59:59", NEW_YORK);
  assert_rows (fixture, "At 08:00: A, B & <b>\n");
  plan_fixture_set_clock (&fixture->plan, "2026-11-20T08:00", NEW_YORK);
  assert_rows (fixture, "Due since 08:00: A, B & <b>\nAt 14:00: B & <b>\n");

  plan_fixture_mark (&fixture->plan, a, "2026-11-20T08:00", HC_DOSE_SNOOZED, "2026-11-20T08:20:40-05:00");
  assert_rows (fixture, "Put off until 08:20: A\nDue since 08:00: B & <b>\nAt 14:00: B & <b>\n");
  plan_fixture_mark (&fixture->plan, a, "2026-11-20T08:00", HC_DOSE_SNOOZED, "2026-11-20T14:00:00-05:00");
  assert_rows (fixture, "Put off until 14:00: A\nDue since 08:00: B & <b>\nAt 14:00: B & <b>\n");
  plan_fixture_mark (&fixture->plan, a, "2026-11-20T08:00", HC_DOSE_TAKEN, "2026-11-20T08:10:00-05:00");
  assert_rows (fixture, "Due since 08:00: B & <b>\nAt 14:00: B & <b>\n");

  /* What was missed is not due. A new name shows at once. */
  plan_fixture_set_clock (&fixture->plan, "2026-11-20T13:00", NEW_YORK);
  assert_rows (fixture, "At 14:00: B & <b>\n");
  plan_fixture_set_clock (&fixture->plan, "2026-11-20T14:00", NEW_YORK);
  assert_rows (fixture, "Due since 14:00: B & <b>\nAt 20:00: A\n");
  details = *hc_medicine_get_details (a);
  details.name = "C";
  details.strength = "5 mg";
  plan_fixture_save (&fixture->plan, a, details);
  assert_rows (fixture, "Due since 14:00: B & <b>\nAt 20:00: C 5 mg\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/context/due-doses/rows", Fixture, NULL, set_up, test_rows, tear_down);

  return g_test_run ();
}
