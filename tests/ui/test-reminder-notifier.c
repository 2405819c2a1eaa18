/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "hc-reminder-notifier.h"
#include "hc-ui-fixture.h"
#include "portal-fixture.h"
#include "shell-fixture.h"

/* What the shell is told to show of medicines, and what comes of the buttons that it shows. */

#define NAMES_KEY "show-names-in-notifications"

typedef struct
{
  HcUiFixture        *ui;
  HcReminderNotifier *notifier;
  ShellFixture       *shell;
} Fixture;

static void
set_clock (Fixture *fixture,
           int      hour,
           int      minute)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2026, 11, 20, hour, minute, 0);

  hc_clock_set_time (hc_context_get_clock (fixture->ui->context), time);
}

static Fixture *
fixture_new (void)
{
  Fixture *fixture = g_new0 (Fixture, 1);

  fixture->shell = shell_fixture_new ();
  fixture->ui = hc_ui_fixture_new (NULL);
  set_clock (fixture, 6, 0);
  fixture->notifier = hc_reminder_notifier_new (fixture->ui->context, G_APPLICATION (fixture->ui->application));

  return fixture;
}

static void
fixture_free (Fixture *fixture)
{
  g_assert_finalize_object (fixture->notifier);
  hc_ui_fixture_free (fixture->ui);
  shell_fixture_free (fixture->shell);
  g_free (fixture);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

static HcProfile *
get_profile (Fixture *fixture)
{
  return hc_context_get_profile (fixture->ui->context);
}

/* Of a medicine that is taken at eight. */
static char *
add (Fixture    *fixture,
     const char *person,
     const char *name,
     const char *strength)
{
  g_autoptr (HcSchedule) schedule = hc_schedule_new (HC_SCHEDULE_AT_TIMES);
  const HcScheduleLine line = { .days = { .kind = HC_DAYS_EVERY }, .amount = 2, .minute = 8 * 60 };
  g_autoptr (HcCourse) course = hc_course_new ();
  g_autoptr (GDateTime) from = g_date_time_new_utc (2026, 11, 1, 0, 0, 0);
  g_autoptr (HcMedicine) medicine = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_done = FALSE;

  g_date_set_dmy (&schedule->first, 1, G_DATE_NOVEMBER, 2026);
  g_array_append_val (schedule->lines, line);
  hc_course_begin (course, from, "", schedule, &error);
  g_assert_no_error (error);

  medicine = hc_medicine_new (&(HcMedicineDetails) { .person = person, .name = name, .strength = strength,
                                                     .course = course });
  hc_medicine_store_save_async (hc_profile_get_medicines (get_profile (fixture)), medicine, NULL,
                                hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);

  return g_strdup (hc_medicine_get_id (medicine));
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

/* Opens the profile with one medicine, and waits until it is eight and the shell shows something. */
static char *
begin (Fixture *fixture)
{
  char *medicine;

  hc_ui_fixture_open_profile (fixture->ui);
  medicine = add (fixture, "", "Capecitabine", "500 mg");
  hc_reminder_notifier_start (fixture->notifier);
  set_clock (fixture, 8, 0);
  WAIT_FOR (g_hash_table_size (fixture->shell->shown) == 1);

  return medicine;
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
             const char *expected)
{
  g_autofree char *rows = hc_ui_fixture_query (fixture->ui, "SELECT medicine.name, key, state, time FROM dose"
                                               " JOIN medicine ON medicine.id = dose.medicine ORDER BY name");

  g_assert_cmpstr (rows, ==, expected);
}

static void
test_discreet (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *medicine = begin (fixture);
  g_autofree char *text = shell_fixture_dup_shown (fixture->shell);
  g_autofree char *target = g_strconcat (medicine, " 2026-11-20T08:00", NULL);

  g_assert_cmpstr (text, ==,
                   "Time for a medicine\nDue since 08:00\nhigh\napp.show-medicines\n\n"
                   "[Taken] app.dose-taken\n[Skip] app.dose-skipped\n[Snooze 10 min] app.dose-snoozed\n");
  for (gsize i = 0; i < 3; i++)
    {
      g_autoptr (GVariant) sent = shell_fixture_get_target (fixture->shell, i);

      g_assert_cmpstr (g_variant_get_string (sent, NULL), ==, target);
    }
}

static void
test_names (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *medicine = NULL;
  g_autofree char *other = NULL;
  g_autofree char *text = NULL;

  g_settings_set_boolean (hc_context_get_settings (fixture->ui->context), NAMES_KEY, TRUE);
  hc_ui_fixture_open_profile (fixture->ui);
  other = add (fixture, "", "<b>Odd & Co</b>", NULL);
  medicine = begin (fixture);
  text = shell_fixture_dup_shown (fixture->shell);
  g_assert_true (g_str_has_prefix (text, "Time for 2 medicines\n‹b>Odd & Co‹/b>: 2 tablets\n"
                                         "Capecitabine 500 mg: 2 tablets\nhigh\n"));
}

static void
test_people (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *ada = NULL;
  g_autofree char *ben = NULL;
  g_autofree char *medicine = NULL;
  g_autofree char *other = NULL;
  gboolean of_ada = FALSE, of_ben = FALSE;
  GHashTableIter iter;
  gpointer notification;

  hc_ui_fixture_open_profile (fixture->ui);
  ada = add_person (fixture, "Ada", TRUE);
  set_clock (fixture, 6, 1);
  ben = add_person (fixture, "Ben", FALSE);
  medicine = add (fixture, ada, "A", NULL);
  other = add (fixture, ben, "B", NULL);
  hc_reminder_notifier_start (fixture->notifier);
  set_clock (fixture, 8, 0);
  WAIT_FOR (g_hash_table_size (fixture->shell->shown) == 2);

  g_hash_table_iter_init (&iter, fixture->shell->shown);
  while (g_hash_table_iter_next (&iter, NULL, &notification))
    {
      g_autofree char *text = shell_fixture_dup_text (notification);
      g_autofree char *to_ben = g_strdup_printf ("Time for 1 medicine of Ben\nDue since 08:00\nhigh\n"
                                                 "app.show-medicines\n%s\n", ben);

      of_ada = of_ada || g_str_has_prefix (text, "Time for a medicine\n");
      of_ben = of_ben || g_str_has_prefix (text, to_ben);
    }
  g_assert_true (of_ada);
  g_assert_true (of_ben);
}

static void
test_answers (void)
{
  static const struct { const char *action; const char *rows; } answers[] = {
    { "dose-taken", "Capecitabine|2026-11-20T08:00|taken|2026-11-20T08:00:00.000000Z" },
    { "dose-skipped", "Capecitabine|2026-11-20T08:00|skipped|2026-11-20T08:00:00.000000Z" },
    { "dose-snoozed", "Capecitabine|2026-11-20T08:00|snoozed|2026-11-20T08:10:00.000000Z" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_autofree char *medicine = begin (fixture);
      g_autoptr (GVariant) target = shell_fixture_get_target (fixture->shell, i);

      g_assert_true (send_action (fixture, answers[i].action, target));
      WAIT_FOR (g_hash_table_size (fixture->shell->shown) == 0);
      assert_rows (fixture, answers[i].rows);

      /* Only what was put off comes again. */
      set_clock (fixture, 8, 10);
      if (g_str_equal (answers[i].action, "dose-snoozed"))
        WAIT_FOR (g_hash_table_size (fixture->shell->shown) == 1);
      set_clock (fixture, 8, 30);
      hc_ui_fixture_wait_idle ();
      g_assert_cmpuint (fixture->shell->n_shown, ==, g_str_equal (answers[i].action, "dose-snoozed") ? 2 : 1);
    }
}

/* The notification is from an earlier run; the press of its button is what starts the program. */
static void
test_closed_profile (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *medicine = begin (fixture);
  g_autoptr (GVariant) target = shell_fixture_get_target (fixture->shell, 0);
  g_autofree char *folder = g_strdup (fixture->ui->folder);

  /* Another program, in the same folder. */
  g_assert_finalize_object (g_steal_pointer (&fixture->notifier));
  fixture->ui->is_temporary = FALSE;
  hc_ui_fixture_free (fixture->ui);
  fixture->ui = hc_ui_fixture_new (folder);
  fixture->ui->is_temporary = TRUE;
  set_clock (fixture, 8, 5);
  fixture->notifier = hc_reminder_notifier_new (fixture->ui->context, G_APPLICATION (fixture->ui->application));

  g_assert_true (send_action (fixture, "dose-taken", target));
  WAIT_FOR (hc_profile_get_state (get_profile (fixture)) == HC_PROFILE_READY);
  WAIT_FOR (hc_dose_log_lookup (hc_profile_get_dose_log (get_profile (fixture)), medicine, "2026-11-20T08:00"));
  assert_rows (fixture, "Capecitabine|2026-11-20T08:00|taken|2026-11-20T08:05:00.000000Z");
  hc_ui_fixture_wait_idle ();
  g_assert_cmpuint (fixture->shell->n_shown, ==, 1);
}

/* What cannot be saved is said: the notification that was answered is gone. */
static void
test_not_saved (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GVariant) target =
    g_variant_ref_sink (g_variant_new_string ("0a1b2c3d-0000-4000-8000-0000000000a1 2026-11-19T08:00"));
  g_autofree char *text = NULL;

  fixture_write_file (fixture->ui->folder, "profile.db", "This is no database.", -1);
  g_assert_true (send_action (fixture, "dose-taken", target));
  WAIT_FOR (g_hash_table_size (fixture->shell->shown) == 1);
  text = shell_fixture_dup_shown (fixture->shell);
  g_assert_true (g_str_has_prefix (text, "Your answer was not saved\nThe file with your data is damaged."));
}

static void
test_too_late (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GVariant) target =
    g_variant_ref_sink (g_variant_new_string ("0a1b2c3d-0000-4000-8000-0000000000a1 2026-11-19T08:00"));
  g_autofree char *text = NULL;

  hc_ui_fixture_open_profile (fixture->ui);
  g_assert_true (send_action (fixture, "dose-taken", target));
  WAIT_FOR (g_hash_table_size (fixture->shell->shown) == 1);
  text = shell_fixture_dup_shown (fixture->shell);
  g_assert_true (g_str_has_prefix (text, "Your answer was not saved\nThese doses are not of today any more."));
}

static void
test_hostile (void)
{
  static const char *const targets[] = { " ", "'; DROP TABLE dose; --", ",,,,", "\x7f\n\n" };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *medicine = begin (fixture);
  g_autoptr (GVariant) number = g_variant_ref_sink (g_variant_new_int32 (5));
  g_autoptr (GVariant) good = shell_fixture_get_target (fixture->shell, 0);

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new_string (targets[i]));

      g_assert_true (send_action (fixture, "dose-taken", target));
    }
  g_assert_false (send_action (fixture, "dose-taken", number));

  /* A good answer after all of these is the only one that counts. */
  g_assert_true (send_action (fixture, "dose-skipped", good));
  WAIT_FOR (g_hash_table_size (fixture->shell->shown) == 0);
  assert_rows (fixture, "Capecitabine|2026-11-20T08:00|skipped|2026-11-20T08:00:00.000000Z");
  g_assert_cmpuint (fixture->shell->n_shown, ==, 1);
}

static void
test_switched_off (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *medicine = begin (fixture);
  GSettings *settings = hc_context_get_settings (fixture->ui->context);

  g_settings_set_boolean (settings, "remind", FALSE);
  WAIT_FOR (g_hash_table_size (fixture->shell->shown) == 0);
  g_settings_set_boolean (settings, "remind", TRUE);
  WAIT_FOR (g_hash_table_size (fixture->shell->shown) == 1);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  portal_fixture_start_bus ();
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/reminder-notifier/discreet", test_discreet);
  g_test_add_func ("/reminder-notifier/names", test_names);
  g_test_add_func ("/reminder-notifier/people", test_people);
  g_test_add_func ("/reminder-notifier/answers", test_answers);
  g_test_add_func ("/reminder-notifier/closed-profile", test_closed_profile);
  g_test_add_func ("/reminder-notifier/not-saved", test_not_saved);
  g_test_add_func ("/reminder-notifier/too-late", test_too_late);
  g_test_add_func ("/reminder-notifier/hostile", test_hostile);
  g_test_add_func ("/reminder-notifier/switched-off", test_switched_off);

  result = g_test_run ();
  portal_fixture_stop_bus ();

  return result;
}
