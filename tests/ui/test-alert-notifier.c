/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-alert-notifier.h"
#include "hc-ui-fixture.h"

/* What is sent to the desktop, and taken back. GIO's functions are replaced: a desktop is not needed, and what a
 * notification says cannot be asked for otherwise. */

static GString *sent = NULL;

GNotification *
g_notification_new (const char *title)
{
  g_string_append_printf (sent, "%s; ", title);

  return g_object_new (G_TYPE_NOTIFICATION, NULL);
}

void
g_notification_set_body (GNotification *notification,
                         const char    *body)
{
  g_string_append_printf (sent, "%s; ", body);
}

void
g_notification_set_default_action_and_target_value (GNotification *notification,
                                                    const char    *action,
                                                    GVariant      *target)
{
  g_autoptr (GVariant) sunk = g_variant_ref_sink (target);

  g_string_append_printf (sent, "%s(%s); ", action, g_variant_get_string (sunk, NULL));
}

void
g_application_send_notification (GApplication  *application,
                                 const char    *id,
                                 GNotification *notification)
{
  g_string_append_printf (sent, "send %s\n", id);
}

void
g_application_withdraw_notification (GApplication *application,
                                     const char   *id)
{
  g_string_append_printf (sent, "withdraw %s\n", id);
}

#define NEWS "Something new to read; Open Health Center to read it.; app.open-link(health-center:alerts); send alerts\n"
#define GONE "withdraw alerts\n"

typedef struct
{
  HcUiFixture     *fixture;
  HcAlertNotifier *notifier;
  HcMedicine      *medicine;
} Fixture;

static HcProfile *
get_profile (Fixture *self)
{
  return hc_context_get_profile (self->fixture->context);
}

static HcMedicine *
add_medicine (Fixture    *self,
              const char *person)
{
  HcMedicine *medicine = hc_medicine_new (&(HcMedicineDetails) { .name = "Warfarin", .person = person });
  gboolean is_done = FALSE;

  hc_medicine_store_save_async (hc_profile_get_medicines (get_profile (self)), medicine, NULL, hc_ui_fixture_done_cb,
                                &is_done);
  WAIT_FOR (is_done);

  return medicine;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  sent = g_string_new (NULL);
  self->fixture = hc_ui_fixture_new (NULL);
  hc_ui_fixture_open_profile (self->fixture);
  self->medicine = add_medicine (self, NULL);
  self->notifier = hc_alert_notifier_new (get_profile (self), G_APPLICATION (self->fixture->application));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->medicine);
  g_assert_finalize_object (self->notifier);
  hc_ui_fixture_free (self->fixture);
  g_string_free (g_steal_pointer (&sent), TRUE);
}

static void
assert_sent (const char *expected)
{
  g_assert_cmpstr (sent->str, ==, expected);
  g_string_truncate (sent, 0);
}

/* Returns: (transfer none): the alert */
static HcAlert *
add (Fixture    *self,
     HcMedicine *medicine,
     const char *notice,
     int         class)
{
  HcAlertStore *store = hc_profile_get_alerts (get_profile (self));
  gboolean is_done = FALSE;

  hc_alert_store_add_async (store, &(HcAlertDetails) {
    .notice = notice, .medicine = hc_medicine_get_id (medicine), .kind = HC_ALERT_RECALL, .severity = class,
    .title = "Warfarin is recalled", .published = "2026-11-18" }, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);

  return hc_alert_store_lookup (store, notice, hc_medicine_get_id (medicine));
}

static void
set_state (Fixture      *self,
           HcAlert      *alert,
           HcAlertState  state)
{
  gboolean is_done = FALSE;

  hc_alert_store_set_state_async (hc_profile_get_alerts (get_profile (self)), alert, state, hc_ui_fixture_done_cb,
                                  &is_done);
  WAIT_FOR (is_done);
}

/* Sent with each new one, without a word of what it is about, and taken back with the last that was read. */
static void
test_new (Fixture       *self,
          gconstpointer  data)
{
  HcAlert *first, *second;

  first = add (self, self->medicine, "a", 2);
  assert_sent (NEWS);
  second = add (self, self->medicine, "b", 2);
  assert_sent (NEWS);
  add (self, self->medicine, "b", 2);
  assert_sent ("");

  set_state (self, first, HC_ALERT_READ);
  assert_sent ("");
  set_state (self, second, HC_ALERT_DISMISSED);
  assert_sent (GONE);

  /* What one marks as unread oneself is no news; what became worse is. */
  set_state (self, first, HC_ALERT_UNREAD);
  assert_sent ("");
  set_state (self, first, HC_ALERT_READ);
  assert_sent ("");
  add (self, self->medicine, "b", 3);
  assert_sent ("");
  add (self, self->medicine, "b", 1);
  assert_sent (NEWS);
  set_state (self, second, HC_ALERT_READ);
  assert_sent (GONE);
}

/* Nothing of what nobody takes; and it leads to the person who does. */
static void
test_whose (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (HcMedicine) gone = hc_medicine_new (&(HcMedicineDetails) { .name = "Gone" });
  g_autoptr (HcPerson) person = hc_person_new ();
  g_autoptr (HcMedicine) theirs = NULL;
  g_autofree char *expected = NULL;
  gboolean is_done = FALSE;

  add (self, gone, "a", 1);
  assert_sent ("");

  hc_person_store_save_async (hc_profile_get_people (get_profile (self)), person, &(HcPersonDetails) { .name = "Jo" },
                              hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
  theirs = add_medicine (self, hc_person_get_id (person));
  add (self, theirs, "b", 1);
  expected = g_strdup_printf ("Something new to read; Open Health Center to read it.; "
                              "app.open-link(health-center:alerts?person=%s); send alerts\n",
                              hc_person_get_id (person));
  assert_sent (expected);

  /* With the medicine goes what was told of it. */
  is_done = FALSE;
  hc_medicine_store_remove_async (hc_profile_get_medicines (get_profile (self)), theirs, hc_ui_fixture_done_cb,
                                  &is_done);
  WAIT_FOR (is_done);
  assert_sent (GONE);
}

/* What is there when the program starts was told of before. */
static void
test_start (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (HcAlertNotifier) other = NULL;

  add (self, self->medicine, "a", 1);
  assert_sent (NEWS);

  other = hc_alert_notifier_new (get_profile (self), G_APPLICATION (self->fixture->application));
  assert_sent ("");
  hc_ui_fixture_open_profile (self->fixture);
  assert_sent ("");
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add ("/alert-notifier/new", Fixture, NULL, set_up, test_new, tear_down);
  g_test_add ("/alert-notifier/whose", Fixture, NULL, set_up, test_whose, tear_down);
  g_test_add ("/alert-notifier/start", Fixture, NULL, set_up, test_start, tear_down);

  return g_test_run ();
}
