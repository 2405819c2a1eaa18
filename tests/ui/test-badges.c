/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "appointments-fixture.h"
#include "people-fixture.h"

/* How much waits, in the sidebar. */

#define TODAY "health-center:today"

static gboolean
has_title (GtkWidget  *row,
           const char *title)
{
  return hc_ui_fixture_find (row, GTK_TYPE_LABEL, title) != NULL;
}

static GtkWidget *
find_row (MedicinesFixture *fixture,
          const char       *title)
{
  g_autoptr (GPtrArray) rows = hc_ui_fixture_find_all (fixture->window, GTK_TYPE_LIST_BOX_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (has_title (g_ptr_array_index (rows, i), title))
      return g_ptr_array_index (rows, i);

  g_error ("There is no row “%s”", title);
}

/* A row: its number, NULL for none, and what a screen reader says of it. */
static void
assert_badge_of (MedicinesFixture *fixture,
                 const char       *title,
                 const char       *number,
                 const char       *name)
{
  GtkWidget *row = find_row (fixture, title);
  g_autoptr (GPtrArray) labels = NULL;

  hc_ui_fixture_wait_frames (fixture->window, 3);
  labels = hc_ui_fixture_find_all (row, GTK_TYPE_LABEL);
  g_assert_cmpuint (labels->len, ==, number != NULL ? 2 : 1);

  if (number != NULL)
    {
      g_assert_cmpstr (gtk_label_get_text (g_ptr_array_index (labels, 1)), ==, number);
      gtk_test_accessible_assert_role (g_ptr_array_index (labels, 1), GTK_ACCESSIBLE_ROLE_PRESENTATION);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
      g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
    }
  else
    {
      g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL));
      gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                           g_ptr_array_index (labels, 0), NULL);
    }

  /* Nothing waits elsewhere. */
  g_assert_null (hc_ui_fixture_find (find_row (fixture, "Articles"), GTK_TYPE_LABEL, "0"));
}

static void
assert_badge (MedicinesFixture *fixture,
              const char       *number,
              const char       *name)
{
  assert_badge_of (fixture, "My Medicines", number, name);
}

/* Doses become due and are over by themselves. */
static void
test_doses (void)
{
  g_autoptr (MedicinesFixture) fixture = people_fixture_open (TODAY, 1080);
  g_autoptr (HcMedicine) early = NULL, late = NULL;
  HcDoseLog *log = hc_profile_get_dose_log (hc_context_get_profile (fixture->fixture->context));
  g_autoptr (GPtrArray) due = NULL;
  g_autoptr (HcDoseRecord) record = NULL;
  gboolean is_done = FALSE;

  people_fixture_set_time (fixture, "2026-11-20T07:00:00");
  early = people_fixture_add_daily (fixture, NULL, "Early", 8);
  late = people_fixture_add_daily (fixture, NULL, "Late", 9);
  assert_badge (fixture, NULL, NULL);

  people_fixture_set_time (fixture, "2026-11-20T08:00:00");
  assert_badge (fixture, "1", "My Medicines, 1 dose due");

  people_fixture_set_time (fixture, "2026-11-20T09:30:00");
  assert_badge (fixture, "2", "My Medicines, 2 doses due");

  /* Taken. */
  due = hc_day_plan_list_due (hc_context_get_day_plan (fixture->fixture->context));
  record = hc_planned_dose_make_record (g_ptr_array_index (due, 0), HC_DOSE_TAKEN,
                                        hc_planned_dose_get_due (g_ptr_array_index (due, 0)));
  hc_dose_log_save_async (log, record, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
  assert_badge (fixture, "1", "My Medicines, 1 dose due");

  people_fixture_set_time (fixture, "2026-11-20T20:00:00");
  assert_badge (fixture, NULL, NULL);
}

static void
add_alert (MedicinesFixture *fixture,
           HcMedicine       *medicine,
           const char       *notice)
{
  HcAlertStore *alerts = hc_profile_get_alerts (hc_context_get_profile (fixture->fixture->context));
  gboolean is_done = FALSE;

  hc_alert_store_add_async (alerts, &(HcAlertDetails) {
    .notice = notice,
    .medicine = hc_medicine_get_id (medicine),
    .kind = HC_ALERT_RECALL,
    .severity = 2,
    .title = "Recall",
    .published = "2026-11-19",
  }, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
}

/* What follows an alert does not become more with each of its changes. */
static guint
count_followers (HcAlert *alert)
{
  guint n = g_signal_handlers_block_matched (alert, G_SIGNAL_MATCH_ID, g_signal_lookup ("changed", HC_TYPE_ALERT), 0,
                                             NULL, NULL, NULL);

  g_signal_handlers_unblock_matched (alert, G_SIGNAL_MATCH_ID, g_signal_lookup ("changed", HC_TYPE_ALERT), 0,
                                     NULL, NULL, NULL);

  return n;
}

/* Those of the person whose data is shown, and of no medicine that is not theirs. */
static void
test_people (void)
{
  g_autoptr (MedicinesFixture) fixture = people_fixture_open (TODAY, 1080);
  HcAlertStore *alerts = hc_profile_get_alerts (hc_context_get_profile (fixture->fixture->context));
  g_autofree char *ada = NULL, *ben = NULL;
  g_autoptr (HcMedicine) hers = NULL, his = NULL, gone = NULL;
  HcAlert *alert;
  guint n_followers;
  gboolean is_done = FALSE;

  people_fixture_set_time (fixture, "2026-11-20T08:30:00");
  ada = people_fixture_add (fixture, "Ada");
  people_fixture_set_time (fixture, "2026-11-20T08:31:00");
  ben = people_fixture_add (fixture, "Ben");
  hers = people_fixture_add_daily (fixture, ada, "Hers", 8);
  his = people_fixture_add_daily (fixture, ben, "His", 18);
  gone = hc_medicine_new (&(HcMedicineDetails) { .person = ada, .name = "Gone" });
  add_alert (fixture, hers, "recall-1");
  add_alert (fixture, his, "recall-1");
  add_alert (fixture, his, "recall-2");
  add_alert (fixture, gone, "recall-3");

  assert_badge (fixture, "2", "My Medicines, 1 dose due, 1 new alert");
  people_fixture_choose (fixture, ben);
  assert_badge (fixture, "2", "My Medicines, 2 new alerts");

  alert = hc_alert_store_lookup (alerts, "recall-2", hc_medicine_get_id (his));
  n_followers = count_followers (alert);
  hc_alert_store_set_state_async (alerts, alert, HC_ALERT_READ, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
  assert_badge (fixture, "1", "My Medicines, 1 new alert");
  g_assert_cmpuint (count_followers (alert), ==, n_followers);
}

static void
assert_appointments (MedicinesFixture *fixture,
                     const char       *time,
                     const char       *number,
                     const char       *name)
{
  people_fixture_set_time (fixture, time);
  assert_badge_of (fixture, "Appointments", number, name);
}

/* Those of today, which begin to count when the day does and end when they are over, of the person who is shown. The
 * day is that of the clock of the person: half past eight in the evening in New York is tomorrow in Greenwich. */
static void
test_appointments (void)
{
  g_autoptr (MedicinesFixture) fixture = people_fixture_open (TODAY, 1080);
  HcAppointment *visit;
  HcAppointmentDetails details;
  g_autofree char *ada = NULL, *ben = NULL;
  gboolean is_done = FALSE;

  people_fixture_set_time (fixture, "2026-11-20T07:00:00");
  ada = people_fixture_add (fixture, "Ada");
  people_fixture_set_time (fixture, "2026-11-20T07:01:00");
  ben = people_fixture_add (fixture, "Ben");
  visit = appointments_fixture_add (fixture, &(HcAppointmentDetails) {
    .person = ada, .state = HC_APPOINTMENT_CONFIRMED, .begins = "2026-11-21T10:00", .ends = "2026-11-21T10:30",
    .zone = "UTC" });
  appointments_fixture_add (fixture, &(HcAppointmentDetails) {
    .person = ada, .state = HC_APPOINTMENT_MOVED, .begins = "2026-11-20T20:30", .zone = "America/New_York" });
  appointments_fixture_add (fixture, &(HcAppointmentDetails) {
    .person = ada, .state = HC_APPOINTMENT_REQUESTED, .begins = "2026-11-21T10:00", .zone = "UTC" });
  appointments_fixture_add (fixture, &(HcAppointmentDetails) {
    .person = ben, .state = HC_APPOINTMENT_CONFIRMED, .begins = "2026-11-20T11:00", .zone = "UTC" });

  assert_appointments (fixture, "2026-11-20T23:59:59", NULL, NULL);
  assert_appointments (fixture, "2026-11-21T00:00:00", "2", "Appointments, 2 appointments today");
  assert_appointments (fixture, "2026-11-21T10:29:59", "1", "Appointments, 1 appointment today");

  details = *hc_appointment_get_details (visit);
  details.state = HC_APPOINTMENT_CANCELLED;
  hc_appointment_store_save_async (hc_profile_get_appointments (hc_context_get_profile (fixture->fixture->context)),
                                   visit, &details, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
  assert_badge_of (fixture, "Appointments", NULL, NULL);

  is_done = FALSE;
  details = *hc_appointment_get_details (visit);
  details.state = HC_APPOINTMENT_CONFIRMED;
  hc_appointment_store_save_async (hc_profile_get_appointments (hc_context_get_profile (fixture->fixture->context)),
                                   visit, &details, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
  assert_badge_of (fixture, "Appointments", "1", "Appointments, 1 appointment today");
  assert_appointments (fixture, "2026-11-21T10:30:00", NULL, NULL);

  people_fixture_choose (fixture, ben);
  assert_appointments (fixture, "2026-11-20T10:59:00", "1", "Appointments, 1 appointment today");
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/badges/doses", test_doses);
  g_test_add_func ("/badges/people", test_people);
  g_test_add_func ("/badges/appointments", test_appointments);

  return g_test_run ();
}
