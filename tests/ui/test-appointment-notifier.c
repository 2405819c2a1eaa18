/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "hc-appointment-notifier.h"
#include "hc-ui-fixture.h"
#include "portal-fixture.h"
#include "shell-fixture.h"

/* What the shell is told to show of appointments, and what comes of the buttons that it shows. It is the morning of
 * 20 November 2026. */

#define NAMES_KEY "show-names-in-notifications"
#define DISMISSED "SELECT dismissed FROM appointment ORDER BY place"

typedef struct
{
  HcUiFixture           *ui;
  HcAppointmentNotifier *notifier;
  ShellFixture          *shell;
  char                  *link; /* that was opened last */
} Fixture;

static void
set_clock (Fixture    *fixture,
           const char *time)
{
  g_autofree char *text = g_strconcat (time, ":00Z", NULL);
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (text, NULL);

  hc_clock_set_time (hc_context_get_clock (fixture->ui->context), now);
}

static void
open_link_action (GSimpleAction *action,
                  GVariant      *target,
                  gpointer       user_data)
{
  g_set_str (&((Fixture *) user_data)->link, g_variant_get_string (target, NULL));
}

/* The program, as far as it is of interest here. */
static void
begin (Fixture    *fixture,
       const char *folder,
       const char *time)
{
  const GActionEntry entry = { "open-link", open_link_action, "s" };

  fixture->ui = hc_ui_fixture_new (folder);
  set_clock (fixture, time);
  g_action_map_add_action_entries (G_ACTION_MAP (fixture->ui->application), &entry, 1, fixture);
  fixture->notifier = hc_appointment_notifier_new (fixture->ui->context, G_APPLICATION (fixture->ui->application));
}

static Fixture *
fixture_new (void)
{
  Fixture *fixture = g_new0 (Fixture, 1);

  fixture->shell = shell_fixture_new ();
  begin (fixture, NULL, "2026-11-20T06:00");

  return fixture;
}

static void
fixture_free (Fixture *fixture)
{
  g_assert_finalize_object (fixture->notifier);
  hc_ui_fixture_free (fixture->ui);
  shell_fixture_free (fixture->shell);
  g_free (fixture->link);
  g_free (fixture);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

/* The program ends, and is there again later, with the same data. */
static void
begin_again (Fixture    *fixture,
             const char *time)
{
  g_autofree char *folder = g_strdup (fixture->ui->folder);

  g_assert_finalize_object (g_steal_pointer (&fixture->notifier));
  fixture->ui->is_temporary = FALSE;
  hc_ui_fixture_free (fixture->ui);
  begin (fixture, folder, time);
  fixture->ui->is_temporary = TRUE;
}

static HcProfile *
get_profile (Fixture *fixture)
{
  return hc_context_get_profile (fixture->ui->context);
}

static void
save (Fixture                    *fixture,
      HcAppointment              *appointment,
      const HcAppointmentDetails *details)
{
  gboolean is_done = FALSE;

  hc_appointment_store_save_async (hc_profile_get_appointments (get_profile (fixture)), appointment, details,
                                   hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
}

/* Of a visit at ten of the next day, of which is to be reminded a day and an hour before. */
static char *
add (Fixture    *fixture,
     const char *person,
     const char *place)
{
  g_autoptr (HcAppointment) appointment = hc_appointment_new ();

  save (fixture, appointment, &(HcAppointmentDetails) {
    .person = person, .state = HC_APPOINTMENT_CONFIRMED, .kind = HC_APPOINTMENT_FOLLOW_UP, .place = place,
    .begins = "2026-11-21T10:00", .zone = "UTC", .reminders = { 1440, 60 },
  });

  return g_strdup (hc_appointment_get_id (appointment));
}

static char *
add_person (Fixture    *fixture,
            const char *name,
            gboolean    is_user)
{
  g_autoptr (HcPerson) person = hc_person_new ();
  gboolean is_done = FALSE;

  hc_person_store_save_async (hc_profile_get_people (get_profile (fixture)), person,
                              &(HcPersonDetails) { .name = name, .is_user = is_user }, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);

  return g_strdup (hc_person_get_id (person));
}

/* Opens the profile with one appointment, and waits until the shell shows something of it. */
static char *
show (Fixture *fixture)
{
  char *appointment;

  hc_ui_fixture_open_profile (fixture->ui);
  appointment = add (fixture, "", "City & <b>Clinic");
  hc_appointment_notifier_start (fixture->notifier);
  set_clock (fixture, "2026-11-20T10:00");
  WAIT_FOR (g_hash_table_size (fixture->shell->shown) == 1);

  return appointment;
}

static gboolean
send_action (Fixture    *fixture,
             const char *action,
             GVariant   *target)
{
  return shell_fixture_send (fixture->shell, G_APPLICATION (fixture->ui->application), action, target);
}

static void
assert_rows (Fixture    *fixture,
             const char *sql,
             const char *expected)
{
  g_autofree char *rows = hc_ui_fixture_query (fixture->ui, sql);

  g_assert_cmpstr (rows, ==, expected);
}

/* The time alone, for those who look over the shoulder. */
static void
test_discreet (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *appointment = show (fixture);
  g_autofree char *text = shell_fixture_dup_shown (fixture->shell);
  g_autofree char *id = g_strconcat (appointment, " 1795168800", NULL); /* 20 November, ten o'clock */
  g_autofree char *expected =
    g_strdup_printf ("An appointment is coming up\nSaturday, 21 November 2026, 10:00 (UTC)\nhigh\n"
                     "app.show-appointment\n%s\n"
                     "[Show Appointment] app.show-appointment\n[Got It] app.appointment-seen\n", id);

  g_assert_cmpstr (text, ==, expected);
  for (gsize i = 0; i < 2; i++)
    {
      g_autoptr (GVariant) target = shell_fixture_get_target (fixture->shell, i);

      g_assert_cmpstr (g_variant_get_string (target, NULL), ==, id);
    }
}

static void
test_names (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *appointment = NULL;
  g_autofree char *text = NULL;

  g_settings_set_boolean (hc_context_get_settings (fixture->ui->context), NAMES_KEY, TRUE);
  appointment = show (fixture);
  text = shell_fixture_dup_shown (fixture->shell);
  g_assert_true (g_str_has_prefix (text, "An appointment is coming up\nSaturday, 21 November 2026, 10:00 (UTC)\n"
                                         "Follow-up visit, City & ‹b>Clinic\nhigh\n"));
}

/* Whose it is, when it is not the one's who sees it; its link leads to what is theirs. */
static void
test_people (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *ada = NULL, *ben = NULL, *appointment = NULL, *text = NULL, *link = NULL;
  g_autoptr (GVariant) target = NULL;

  hc_ui_fixture_open_profile (fixture->ui);
  ada = add_person (fixture, "Ada", TRUE);
  ben = add_person (fixture, "Ben", FALSE);
  appointment = add (fixture, ben, "City");
  hc_appointment_notifier_start (fixture->notifier);
  set_clock (fixture, "2026-11-20T10:00");
  WAIT_FOR (g_hash_table_size (fixture->shell->shown) == 1);

  text = shell_fixture_dup_shown (fixture->shell);
  g_assert_true (g_str_has_prefix (text, "An appointment of Ben is coming up\n"));
  link = g_strdup_printf ("health-center:appointment/%s?person=%s", appointment, ben);
  target = shell_fixture_get_target (fixture->shell, 0);
  g_assert_true (send_action (fixture, "show-appointment", target));
  WAIT_FOR (fixture->link != NULL);
  g_assert_cmpstr (fixture->link, ==, link);
  WAIT_FOR (g_hash_table_size (fixture->shell->shown) == 0);
}

/* Who was removed is not reminded, nor is anybody in their place. */
static void
test_removed_person (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *ada = NULL, *ben = NULL, *appointment = NULL;
  HcStore *people;
  gboolean is_done = FALSE;

  hc_ui_fixture_open_profile (fixture->ui);
  people = HC_STORE (hc_profile_get_people (get_profile (fixture)));
  ada = add_person (fixture, "Ada", TRUE);
  ben = add_person (fixture, "Ben", FALSE);
  appointment = add (fixture, ben, "City");
  hc_appointment_notifier_start (fixture->notifier);
  set_clock (fixture, "2026-11-20T10:00");
  WAIT_FOR (g_hash_table_size (fixture->shell->shown) == 1);

  hc_store_remove_async (people, hc_store_lookup (people, ben), hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
  WAIT_FOR (g_hash_table_size (fixture->shell->shown) == 0);
  set_clock (fixture, "2026-11-21T09:00");
  hc_ui_fixture_wait_idle ();
  g_assert_cmpuint (fixture->shell->n_shown, ==, 1);
}

/* Each answer is on the disk, and ends the reminder for good; the next one comes all the same. */
static void
test_answers (void)
{
  static const char *const actions[] = { "show-appointment", "appointment-seen" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_autofree char *appointment = show (fixture);
      g_autoptr (GVariant) target = shell_fixture_get_target (fixture->shell, i);
      g_autofree char *link = g_strconcat ("health-center:appointment/", appointment, NULL);

      g_assert_true (send_action (fixture, actions[i], target));
      WAIT_FOR (g_hash_table_size (fixture->shell->shown) == 0);
      assert_rows (fixture, DISMISSED, "2026-11-20T10:00:00.000000Z");
      g_assert_cmpstr (fixture->link, ==, g_str_equal (actions[i], "show-appointment") ? link : NULL);

      begin_again (fixture, "2026-11-20T11:00");
      hc_appointment_notifier_start (fixture->notifier);
      WAIT_FOR (hc_profile_get_state (get_profile (fixture)) == HC_PROFILE_READY);
      hc_ui_fixture_wait_idle ();
      g_assert_cmpuint (fixture->shell->n_shown, ==, 1);

      set_clock (fixture, "2026-11-21T09:00");
      WAIT_FOR (g_hash_table_size (fixture->shell->shown) == 1);
      set_clock (fixture, "2026-11-21T10:00");
      WAIT_FOR (g_hash_table_size (fixture->shell->shown) == 0);
    }
}

/* It came while nobody looked, and the computer was switched off: it comes again, as long as it is of use. */
static void
test_restart (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *appointment = show (fixture);

  begin_again (fixture, "2026-11-21T08:00");
  g_hash_table_remove_all (fixture->shell->shown);
  hc_appointment_notifier_start (fixture->notifier);
  WAIT_FOR (g_hash_table_size (fixture->shell->shown) == 1);

  begin_again (fixture, "2026-11-21T10:00");
  g_hash_table_remove_all (fixture->shell->shown);
  hc_appointment_notifier_start (fixture->notifier);
  WAIT_FOR (hc_profile_get_state (get_profile (fixture)) == HC_PROFILE_READY);
  hc_ui_fixture_wait_idle ();
  g_assert_cmpuint (fixture->shell->n_shown, ==, 2);
}

/* What does not hold any more is taken away. */
static void
test_changes (void)
{
  static const HcAppointmentState ends[] = { HC_APPOINTMENT_CANCELLED, HC_APPOINTMENT_DONE };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *id = show (fixture);
  HcAppointment *appointment = hc_store_lookup (HC_STORE (hc_profile_get_appointments (get_profile (fixture))), id);
  HcAppointmentDetails details = *hc_appointment_get_details (appointment);

  details.state = HC_APPOINTMENT_MOVED;
  details.begins = "2026-11-28T15:00";
  save (fixture, appointment, &details);
  WAIT_FOR (g_hash_table_size (fixture->shell->shown) == 0);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      set_clock (fixture, "2026-11-27T15:00");
      details = *hc_appointment_get_details (appointment);
      details.state = HC_APPOINTMENT_CONFIRMED;
      save (fixture, appointment, &details);
      WAIT_FOR (g_hash_table_size (fixture->shell->shown) == 1);

      details = *hc_appointment_get_details (appointment);
      details.state = ends[i];
      save (fixture, appointment, &details);
      WAIT_FOR (g_hash_table_size (fixture->shell->shown) == 0);
    }
}

/* The notification is from an earlier run; the press of its button is what starts the program. */
static void
test_closed_profile (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *appointment = show (fixture);
  g_autofree char *link = g_strconcat ("health-center:appointment/", appointment, NULL);
  g_autoptr (GVariant) target = shell_fixture_get_target (fixture->shell, 0);
  HcAppointment *read;

  begin_again (fixture, "2026-11-20T10:05");
  g_assert_true (send_action (fixture, "show-appointment", target));
  WAIT_FOR (fixture->link != NULL);
  g_assert_cmpstr (fixture->link, ==, link);
  read = hc_store_lookup (HC_STORE (hc_profile_get_appointments (get_profile (fixture))), appointment);
  WAIT_FOR (hc_appointment_get_details (read)->dismissed != NULL);
  hc_ui_fixture_wait_idle ();
  assert_rows (fixture, DISMISSED, "2026-11-20T10:00:00.000000Z");
}

/* What cannot be saved is said: the notification that was answered is gone. */
static void
test_not_saved (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GVariant) target =
    g_variant_ref_sink (g_variant_new_string ("0a1b2c3d-0000-4000-8000-0000000000a1 1795082400"));
  g_autofree char *text = NULL;

  fixture_write_file (fixture->ui->folder, "profile.db", "This is no database.", -1);
  g_assert_true (send_action (fixture, "appointment-seen", target));
  WAIT_FOR (g_hash_table_size (fixture->shell->shown) == 1);
  text = shell_fixture_dup_shown (fixture->shell);
  g_assert_true (g_str_has_prefix (text, "Your answer was not saved\nThe file with your data is damaged."));

  /* The window says it, too. */
  g_assert_true (send_action (fixture, "show-appointment", target));
  WAIT_FOR (fixture->link != NULL);
  g_assert_cmpstr (fixture->link, ==, "health-center:appointments");
  g_assert_cmpuint (fixture->shell->n_shown, ==, 1);
}

static void
test_hostile (void)
{
  static const char *const targets[] = {
    "", " ", "'; DROP TABLE appointment; --", "\x7f\n\n", "0a1b2c3d-0000-4000-8000-0000000000a1 1",
    "../../?person=x#y health-center:backup",
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *appointment = show (fixture);
  g_autofree char *far = g_strconcat (appointment, " 4102444800", NULL);
  g_autoptr (GVariant) number = g_variant_ref_sink (g_variant_new_int32 (5));
  g_autoptr (GVariant) future = g_variant_ref_sink (g_variant_new_string (far));
  g_autoptr (GVariant) good = shell_fixture_get_target (fixture->shell, 1);

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new_string (targets[i]));

      g_clear_pointer (&fixture->link, g_free);
      g_assert_true (send_action (fixture, "appointment-seen", target));
      g_assert_true (send_action (fixture, "show-appointment", target));
      WAIT_FOR (fixture->link != NULL);
      g_assert_cmpstr (fixture->link, ==, "health-center:appointments");
    }
  g_assert_false (send_action (fixture, "appointment-seen", number));
  g_assert_true (send_action (fixture, "appointment-seen", future));

  /* A good answer after all of these is the only one that counts. */
  g_assert_true (send_action (fixture, "appointment-seen", good));
  WAIT_FOR (g_hash_table_size (fixture->shell->shown) == 0);
  assert_rows (fixture, DISMISSED, "2026-11-20T10:00:00.000000Z");
  g_assert_cmpuint (fixture->shell->n_shown, ==, 1);
}

/* Medicines are another matter. */
static void
test_switched_off (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *appointment = show (fixture);
  GSettings *settings = hc_context_get_settings (fixture->ui->context);

  g_settings_set_boolean (settings, "remind", FALSE);
  hc_ui_fixture_wait_idle ();
  g_assert_cmpuint (g_hash_table_size (fixture->shell->shown), ==, 1);
  g_settings_set_boolean (settings, "remind-of-appointments", FALSE);
  WAIT_FOR (g_hash_table_size (fixture->shell->shown) == 0);

  g_assert_false (hc_appointment_notifier_is_wanted (fixture->notifier));
  g_settings_set_boolean (settings, "remind-in-background", TRUE);
  g_assert_false (hc_appointment_notifier_is_wanted (fixture->notifier));
  g_settings_set_boolean (settings, "remind-of-appointments", TRUE);
  g_assert_true (hc_appointment_notifier_is_wanted (fixture->notifier));
  WAIT_FOR (g_hash_table_size (fixture->shell->shown) == 1);
  g_settings_set_boolean (settings, "remind-in-background", FALSE);
  g_assert_false (hc_appointment_notifier_is_wanted (fixture->notifier));
}

int
main (int   argc,
      char *argv[])
{
  int result;

  portal_fixture_start_bus ();
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/appointment-notifier/discreet", test_discreet);
  g_test_add_func ("/appointment-notifier/names", test_names);
  g_test_add_func ("/appointment-notifier/people", test_people);
  g_test_add_func ("/appointment-notifier/removed-person", test_removed_person);
  g_test_add_func ("/appointment-notifier/answers", test_answers);
  g_test_add_func ("/appointment-notifier/restart", test_restart);
  g_test_add_func ("/appointment-notifier/changes", test_changes);
  g_test_add_func ("/appointment-notifier/closed-profile", test_closed_profile);
  g_test_add_func ("/appointment-notifier/not-saved", test_not_saved);
  g_test_add_func ("/appointment-notifier/hostile", test_hostile);
  g_test_add_func ("/appointment-notifier/switched-off", test_switched_off);

  result = g_test_run ();
  portal_fixture_stop_bus ();

  return result;
}
