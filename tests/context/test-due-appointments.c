/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-due-appointments.h"
#include "hc-due-list.h"
#include "plan-fixture.h"

/* What Today says of appointments. It is the morning of 20 November 2026 in New York. */

typedef struct
{
  PlanFixture        plan;
  HcDueAppointments *due;
  char              *link; /* to the appointment that was saved first */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  plan_fixture_set_up (&fixture->plan, NULL);
  fixture->due = hc_due_appointments_new (fixture->plan.profile.profile, fixture->plan.person,
                                          fixture->plan.profile.clock);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->due);
  g_free (fixture->link);
  plan_fixture_tear_down (&fixture->plan, NULL);
}

static void
save (Fixture              *fixture,
      HcAppointmentDetails  details)
{
  HcAppointmentStore *store = hc_profile_get_appointments (fixture->plan.profile.profile);
  g_autoptr (HcAppointment) appointment = hc_appointment_new ();
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  hc_appointment_store_save_async (store, appointment, &details, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_appointment_store_save_finish (store, result, NULL));
  if (fixture->link == NULL)
    fixture->link = g_strconcat ("health-center:appointment/", hc_appointment_get_id (appointment), NULL);
  plan_fixture_spin ();
}

static void
assert_rows (Fixture    *fixture,
             const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->due)); i++)
    {
      g_autoptr (HcDueItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->due), i);

      g_string_append_printf (text, "%s - %s\n", hc_due_item_get_title (item), hc_due_item_get_detail (item));
      g_assert_cmpstr (hc_due_item_get_link (item), ==, fixture->link);
    }

  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  const char *visit = "Follow-up visit: City & <b> - Friday, 27 November 2026, 10:00 to 10:30 (EST)\n";

  save (fixture, (HcAppointmentDetails) { .state = HC_APPOINTMENT_CONFIRMED, .kind = HC_APPOINTMENT_FOLLOW_UP,
                                          .place = "City & <b>", .zone = NEW_YORK, .begins = "2026-11-27T10:00",
                                          .ends = "2026-11-27T10:30" });
  save (fixture, (HcAppointmentDetails) { .state = HC_APPOINTMENT_CANCELLED, .begins = "2026-11-21T10:00" });
  save (fixture, (HcAppointmentDetails) { .person = "0a1b2c3d-0000-4000-8000-00000000000c",
                                          .begins = "2026-11-21T10:00", .state = HC_APPOINTMENT_CONFIRMED });
  assert_rows (fixture, "");
  plan_fixture_set_clock (&fixture->plan, "2026-11-20T09:59:59", NEW_YORK);
  assert_rows (fixture, "");
  plan_fixture_set_clock (&fixture->plan, "2026-11-20T10:00", NEW_YORK);
  assert_rows (fixture, visit);
  plan_fixture_set_clock (&fixture->plan, "2026-11-27T10:29:59", NEW_YORK);
  assert_rows (fixture, visit);
  plan_fixture_set_clock (&fixture->plan, "2026-11-27T10:30", NEW_YORK);
  assert_rows (fixture, "");
}

static void
test_requests (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GDateTime) now = hc_clock_dup_time (fixture->plan.profile.clock);
  g_autoptr (GVariant) history = hc_appointment_history_add (NULL, &(HcAppointmentStep) {
    .state = HC_APPOINTMENT_REQUESTED, .time = g_date_time_to_unix_usec (now) });

  save (fixture, (HcAppointmentDetails) { .state = HC_APPOINTMENT_REQUESTED, .place = "City", .history = history });
  save (fixture, (HcAppointmentDetails) { .state = HC_APPOINTMENT_DRAFT, .place = "Town" });
  assert_rows (fixture, "");
  plan_fixture_set_clock (&fixture->plan, "2026-11-25T05:59:59", NEW_YORK);
  assert_rows (fixture, "");
  plan_fixture_set_clock (&fixture->plan, "2026-11-25T06:00", NEW_YORK);
  assert_rows (fixture, "First visit: City - Asked for on 20 November 2026. No answer was noted yet\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/context/due-appointments/rows", Fixture, NULL, set_up, test_rows, tear_down);
  g_test_add ("/context/due-appointments/requests", Fixture, NULL, set_up, test_requests, tear_down);

  return g_test_run ();
}
