/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-appointment-reminder.h"
#include "plan-fixture.h"

/* When appointments are reminded of, and how often. It is the morning of 20 November 2026 in New York. */

typedef struct
{
  PlanFixture            plan;
  HcAppointmentReminder *reminder;
  GString               *said;
  char                  *last_id;
} Fixture;

static void
remind_cb (Fixture             *fixture,
           HcAppointmentNotice *notice)
{
  g_autofree char *time = g_date_time_format (notice->begin, "%H:%M");

  g_string_append_printf (fixture->said, "%s at %s, ", hc_appointment_get_details (notice->appointment)->place, time);
  g_set_str (&fixture->last_id, notice->id);
}

static void
withdraw_cb (Fixture    *fixture,
             const char *id)
{
  g_string_append (fixture->said, "gone, ");
}

static void
begin (Fixture *fixture)
{
  fixture->reminder = hc_appointment_reminder_new (fixture->plan.profile.profile, fixture->plan.person,
                                                   fixture->plan.profile.clock);
  g_signal_connect_swapped (fixture->reminder, "remind", G_CALLBACK (remind_cb), fixture);
  g_signal_connect_swapped (fixture->reminder, "withdraw", G_CALLBACK (withdraw_cb), fixture);
  hc_appointment_reminder_set_active (fixture->reminder, TRUE);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  plan_fixture_set_up (&fixture->plan, NULL);
  fixture->said = g_string_new (NULL);
  begin (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->reminder);
  g_string_free (fixture->said, TRUE);
  g_free (fixture->last_id);
  plan_fixture_tear_down (&fixture->plan, NULL);
}

static void
save (Fixture              *fixture,
      HcAppointment        *appointment,
      HcAppointmentDetails  details)
{
  HcAppointmentStore *store = hc_profile_get_appointments (fixture->plan.profile.profile);
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  hc_appointment_store_save_async (store, appointment, &details, fixture_result_cb, &place);
  result = fixture_wait (&place);
  hc_appointment_store_save_finish (store, result, &error);
  g_assert_no_error (error);
  plan_fixture_spin ();
}

/* What was said since it was last asked. */
static void
assert_said (Fixture    *fixture,
             const char *expected)
{
  plan_fixture_spin ();
  g_assert_cmpstr (fixture->said->str, ==, expected);
  g_string_truncate (fixture->said, 0);
}

static void
set_clock (Fixture    *fixture,
           const char *time)
{
  plan_fixture_set_clock (&fixture->plan, time, NEW_YORK);
}

static gboolean
dismiss (Fixture     *fixture,
         const char  *id,
         GError     **error)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  hc_appointment_reminder_dismiss_async (fixture->reminder, id, fixture_result_cb, &place);
  result = fixture_wait (&place);

  return hc_appointment_reminder_dismiss_finish (fixture->reminder, result, error);
}

static const HcAppointmentDetails visit = {
  .state = HC_APPOINTMENT_CONFIRMED, .place = "City", .zone = NEW_YORK, .begins = "2026-11-21T10:00",
  .reminders = { 1440, 60 },
};

static void
test_times (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (HcAppointment) appointment = hc_appointment_new ();
  g_autoptr (HcAppointment) draft = hc_appointment_new ();
  HcAppointmentDetails details = visit;

  save (fixture, appointment, visit);
  details.state = HC_APPOINTMENT_REQUESTED;
  save (fixture, draft, details);
  set_clock (fixture, "2026-11-20T09:59:59");
  assert_said (fixture, "");
  set_clock (fixture, "2026-11-20T10:00");
  assert_said (fixture, "City at 10:00, ");
  set_clock (fixture, "2026-11-20T20:00");
  assert_said (fixture, "");
  /* The second takes the place of the first. */
  set_clock (fixture, "2026-11-21T09:00");
  assert_said (fixture, "gone, City at 10:00, ");
  set_clock (fixture, "2026-11-21T10:00");
  assert_said (fixture, "gone, ");
  /* The clock was wrong: when it is near again it is said again. */
  set_clock (fixture, "2026-11-21T09:30");
  assert_said (fixture, "City at 10:00, ");
}

static void
test_dismissed (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (HcAppointment) appointment = hc_appointment_new ();
  HcAppointmentDetails details;

  save (fixture, appointment, visit);
  set_clock (fixture, "2026-11-20T10:00");
  assert_said (fixture, "City at 10:00, ");
  g_assert_true (dismiss (fixture, fixture->last_id, NULL));
  assert_said (fixture, "gone, ");
  g_assert_true (dismiss (fixture, fixture->last_id, NULL));

  set_clock (fixture, "2026-11-20T08:00");
  set_clock (fixture, "2026-11-20T10:00");
  plan_fixture_set_clock (&fixture->plan, "2026-11-20T16:00", "Europe/Berlin");
  assert_said (fixture, "");
  g_clear_object (&appointment);
  g_assert_finalize_object (g_steal_pointer (&fixture->reminder));
  plan_fixture_reopen (&fixture->plan);
  begin (fixture);
  assert_said (fixture, "");

  /* The next one comes, and after a move those of the new time. */
  set_clock (fixture, "2026-11-21T09:00");
  assert_said (fixture, "City at 10:00, ");
  g_assert_true (dismiss (fixture, fixture->last_id, NULL));
  assert_said (fixture, "gone, ");
  appointment = g_list_model_get_item (G_LIST_MODEL (hc_profile_get_appointments (fixture->plan.profile.profile)), 0);
  details = *hc_appointment_get_details (appointment);
  details.state = HC_APPOINTMENT_MOVED;
  details.begins = "2026-11-28T15:00";
  save (fixture, appointment, details);
  assert_said (fixture, "");
  set_clock (fixture, "2026-11-27T15:00");
  assert_said (fixture, "City at 15:00, ");
  details = *hc_appointment_get_details (appointment);
  details.state = HC_APPOINTMENT_CANCELLED;
  save (fixture, appointment, details);
  assert_said (fixture, "gone, ");
}

/* The clock goes back on 1 November at two: an hour before half past nine is half past eight all the same. A place in
 * another zone has its own time. */
static void
test_zones (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (HcAppointment) appointment = hc_appointment_new ();
  HcAppointmentDetails details = visit;

  details.zone = "America/Los_Angeles";
  save (fixture, appointment, details);
  set_clock (fixture, "2026-11-20T12:59:59");
  assert_said (fixture, "");
  set_clock (fixture, "2026-11-20T13:00");
  assert_said (fixture, "City at 10:00, ");

  details.zone = NEW_YORK;
  details.begins = "2027-03-14T09:00";
  save (fixture, appointment, details);
  assert_said (fixture, "gone, ");
  /* That day has 23 hours: 24 hours before nine it was eight. */
  set_clock (fixture, "2027-03-13T07:59:59");
  assert_said (fixture, "");
  set_clock (fixture, "2027-03-13T08:00");
  assert_said (fixture, "City at 09:00, ");
}

static void
test_hostile (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const ids[] = {
    "", " ", "x", "0a1b2c3d-0000-4000-8000-0000000000a1", "0a1b2c3d-0000-4000-8000-0000000000a1 ",
    "0a1b2c3d-0000-4000-8000-0000000000a1 x", "0a1b2c3d-0000-4000-8000-0000000000a1 99999999999999999999",
    "0a1b2c3d-0000-4000-8000-0000000000a1,1",
  };
  g_autoptr (GError) unknown = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (dismiss (fixture, ids[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }

  /* Of an appointment that is not there. */
  g_assert_false (dismiss (fixture, "0a1b2c3d-0000-4000-8000-0000000000a1 1793527201", &unknown));
  g_assert_error (unknown, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* Nobody can keep somebody from being reminded of what is yet to come. */
static void
test_far_future (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (HcAppointment) appointment = hc_appointment_new ();
  g_autofree char *id = g_strconcat (hc_appointment_get_id (appointment), " 1890000000", NULL);
  g_autoptr (GError) error = NULL;

  save (fixture, appointment, visit);
  g_assert_false (dismiss (fixture, id, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  set_clock (fixture, "2026-11-20T10:00");
  assert_said (fixture, "City at 10:00, ");
}

/* Who has been removed is not reminded; when that is undone they are. */
static void
test_removed (Fixture       *fixture,
              gconstpointer  data)
{
  HcPersonStore *people = hc_profile_get_people (fixture->plan.profile.profile);
  g_autoptr (HcAppointment) appointment = hc_appointment_new ();
  g_autoptr (HcPerson) person = hc_person_new ();
  HcAppointmentDetails details = visit;
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) saved = NULL, removed = NULL, again = NULL;

  hc_person_store_save_async (people, person, &(HcPersonDetails) { .name = "Ada" }, fixture_result_cb, &place);
  saved = fixture_wait (&place);
  g_assert_true (hc_person_store_save_finish (people, saved, NULL));
  details.person = hc_person_get_id (person);
  save (fixture, appointment, details);
  set_clock (fixture, "2026-11-20T10:00");
  assert_said (fixture, "City at 10:00, ");

  place = NULL;
  hc_store_remove_async (HC_STORE (people), person, fixture_result_cb, &place);
  removed = fixture_wait (&place);
  g_assert_true (hc_store_remove_finish (HC_STORE (people), removed, NULL));
  assert_said (fixture, "gone, ");
  set_clock (fixture, "2026-11-21T09:00");
  assert_said (fixture, "");

  place = NULL;
  hc_person_store_save_async (people, person, hc_person_get_details (person), fixture_result_cb, &place);
  again = fixture_wait (&place);
  g_assert_true (hc_person_store_save_finish (people, again, NULL));
  assert_said (fixture, "City at 10:00, ");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/context/appointment-reminder/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("times", test_times);
  ADD ("dismissed", test_dismissed);
  ADD ("zones", test_zones);
  ADD ("hostile", test_hostile);
  ADD ("far-future", test_far_future);
  ADD ("removed", test_removed);

  return g_test_run ();
}
