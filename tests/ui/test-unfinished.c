/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "appointments-fixture.h"
#include "fixture.h"
#include "hc-appointment-page.h"

/* What is typed of a change of an appointment, and not saved. */

#define HOME "health-center:appointments"

static const HcAppointmentDetails agreed = {
  .state = HC_APPOINTMENT_CONFIRMED,
  .kind = HC_APPOINTMENT_FOLLOW_UP,
  .place = "City Clinic",
  .begins = "2026-12-01T10:30",
  .ends = "2026-12-01T11:15",
};

/* With the file that is in @folder. */
static MedicinesFixture *
open_in (const char *folder)
{
  MedicinesFixture *self = g_new0 (MedicinesFixture, 1);

  self->fixture = hc_ui_fixture_new (folder);
  hc_ui_fixture_open_profile (self->fixture);
  self->window = hc_ui_fixture_present (self->fixture, HOME, 360, 760);

  return self;
}

static gpointer
open_change (MedicinesFixture *fixture,
             const char       *action)
{
  gtk_widget_activate_action (medicines_fixture_find (fixture, HC_TYPE_APPOINTMENT_PAGE, NULL), action, NULL);
  hc_ui_fixture_wait_frames (fixture->window, 6);
  if (g_str_equal (action, "appointment.move"))
    fields_fixture_press (appointments_fixture_get_dialog (fixture), "Note the New Time…");

  return appointments_fixture_get_dialog (fixture);
}

static void
close_quietly (MedicinesFixture *fixture,
               gpointer          dialog)
{
  adw_dialog_close (dialog);
  WAIT_FOR (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)) == NULL);
  hc_ui_fixture_wait_frames (fixture->window, 6);
}

static void
assert_typed (gpointer    dialog,
              const char *title,
              const char *text)
{
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fields_fixture_find_entry (dialog, title))), ==, text);
}

static gboolean
has_banner (gpointer    dialog,
            const char *title)
{
  g_autoptr (GPtrArray) banners = hc_ui_fixture_find_all (dialog, ADW_TYPE_BANNER);

  for (guint i = 0; i < banners->len; i++)
    if (adw_banner_get_revealed (banners->pdata[i]) && g_str_equal (adw_banner_get_title (banners->pdata[i]), title))
      return TRUE;

  return FALSE;
}

/* What is typed of a change is on the disk before anybody saves it, as far as it came, and is there again. */
static void
test_kept (void)
{
  g_autoptr (MedicinesFixture) fixture = appointments_fixture_open (HOME, 360);
  HcAppointment *other = appointments_fixture_add (fixture, &(HcAppointmentDetails) {
    .state = HC_APPOINTMENT_REQUESTED, .place = "Lab" });
  HcAppointment *appointment = appointments_fixture_add (fixture, &(HcAppointmentDetails) {
    .state = HC_APPOINTMENT_REQUESTED, .place = "City Clinic", .notes = "Keep this" });
  gpointer dialog;

  appointments_fixture_show (fixture, appointment);
  dialog = open_change (fixture, "appointment.confirm");
  g_assert_false (has_banner (dialog, "What you wrote before is here."));
  fields_fixture_type (dialog, "Day", "the first of");
  fields_fixture_type (dialog, "Begins", "10:");
  fields_fixture_type (dialog, "Who Confirmed It", "Ms. Lee");
  fields_fixture_type (dialog, "Note", "it's \"fasting\"");
  fields_fixture_choose (dialog, "The Times Are Those of This Clock", 1);
  appointments_fixture_assert_rows (fixture, "SELECT state, begins, notes, unfinished LIKE '%Ms. Lee%' AND"
                                    " unfinished LIKE '%fasting%' AND unfinished LIKE '%10:%' AND"
                                    " unfinished LIKE '%the first of%' AND unfinished LIKE '%zone%'"
                                    " FROM appointment WHERE place = 'City Clinic'", "requested||Keep this|1");

  /* Nobody is asked, nor does the window stay. */
  close_quietly (fixture, dialog);
  g_assert_true (appointments_fixture_says (fixture->window, "Begun. What you wrote is kept."));
  dialog = open_change (fixture, "appointment.confirm");
  g_assert_true (has_banner (dialog, "What you wrote before is here."));
  assert_typed (dialog, "Day", "the first of");
  assert_typed (dialog, "Begins", "10:");
  assert_typed (dialog, "Place", "City Clinic");
  assert_typed (dialog, "Who Confirmed It", "Ms. Lee");
  assert_typed (dialog, "Note", "it's \"fasting\"");
  g_assert_cmpuint (gtk_drop_down_get_selected (hc_ui_fixture_find (fields_fixture_find (dialog,
                    "The Times Are Those of This Clock"), GTK_TYPE_DROP_DOWN, NULL)), ==, 1);
  close_quietly (fixture, dialog);

  appointments_fixture_show (fixture, other);
  g_assert_false (appointments_fixture_says (fixture->window, "Begun. What you wrote is kept."));
  dialog = open_change (fixture, "appointment.confirm");
  assert_typed (dialog, "Who Confirmed It", "");
  close_quietly (fixture, dialog);
  appointments_fixture_assert_rows (fixture, "SELECT unfinished FROM appointment WHERE place = 'Lab'", "");
}

/* As after a crash: the dialog never closed, and another program opens the same file. */
static void
test_after_crash (void)
{
  g_autofree char *folder = fixture_make_folder ();

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (MedicinesFixture) fixture = open_in (folder);
      gpointer dialog;

      if (i == 0)
        appointments_fixture_add (fixture, &agreed);
      appointments_fixture_show (fixture, appointments_fixture_get_only (fixture));
      dialog = open_change (fixture, "appointment.move");
      if (i == 0)
        {
          fields_fixture_type (dialog, "Who Moved It", "Mr. Kim");
          fields_fixture_type (dialog, "Ends, If You Know It", "");
          appointments_fixture_assert_rows (fixture, "SELECT unfinished LIKE '%Mr. Kim%' AND unfinished LIKE '%ends%'"
                                            " FROM appointment", "1");
          gtk_window_destroy (GTK_WINDOW (fixture->window));
          continue;
        }

      assert_typed (dialog, "Who Moved It", "Mr. Kim");
      assert_typed (dialog, "Ends, If You Know It", "");
      assert_typed (dialog, "Begins", "10:30");
      fields_fixture_type (dialog, "Begins", "11:00");
      fields_fixture_press (dialog, "Save");

      /* What is saved is finished; what is undone can be finished again. */
      appointments_fixture_assert_rows (fixture, "SELECT state, begins, ends, history LIKE '%Mr. Kim%', unfinished"
                                        " FROM appointment", "moved|2026-12-01T11:00||1|");
      WAIT_FOR (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)) == NULL);
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
      appointments_fixture_assert_rows (fixture, "SELECT state, begins, unfinished LIKE '%11:00%' FROM appointment",
                                        "confirmed|2026-12-01T10:30|1");
      gtk_widget_activate_action (medicines_fixture_find (fixture, HC_TYPE_APPOINTMENT_PAGE, NULL),
                                  "appointment.remove", NULL);
      appointments_fixture_assert_rows (fixture, "SELECT count (*) FROM appointment", "0");
    }

  fixture_remove_folder (folder);
}

/* What was begun is put aside when the person wants that, and is gone when they leave it there. */
static void
test_start_over (void)
{
  g_autoptr (MedicinesFixture) fixture = appointments_fixture_open (HOME, 360);
  gpointer dialog;

  appointments_fixture_show (fixture, appointments_fixture_add (fixture, &agreed));
  dialog = open_change (fixture, "appointment.move");
  fields_fixture_type (dialog, "Begins", "half");
  close_quietly (fixture, dialog);

  dialog = open_change (fixture, "appointment.move");
  fields_fixture_press (dialog, "Start Over");
  g_assert_true (has_banner (dialog, "What you wrote before is put aside."));
  assert_typed (dialog, "Begins", "10:30");
  appointments_fixture_assert_rows (fixture, "SELECT unfinished FROM appointment", "");
  fields_fixture_press (dialog, "Bring It Back");
  assert_typed (dialog, "Begins", "half");
  appointments_fixture_assert_rows (fixture, "SELECT unfinished FROM appointment", "[('moved', 'begins', 'half')]");
  fields_fixture_press (dialog, "Start Over");
  appointments_fixture_assert_rows (fixture, "SELECT unfinished FROM appointment", "");
  close_quietly (fixture, dialog);

  dialog = open_change (fixture, "appointment.move");
  assert_typed (dialog, "Begins", "10:30");
  g_assert_false (has_banner (dialog, "What you wrote before is here."));
  close_quietly (fixture, dialog);
}

/* It is saved while what was typed last is still on its way: nothing is unfinished then, and all
 * of it is again when that is undone. */
static void
test_fast_saving (void)
{
  g_autoptr (MedicinesFixture) fixture = appointments_fixture_open (HOME, 360);
  gpointer dialog;

  appointments_fixture_show (fixture, appointments_fixture_add (fixture, &agreed));
  dialog = open_change (fixture, "appointment.move");
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *name = g_strdup_printf ("Mr. Kim, %u", i);

      fields_fixture_type (dialog, "Who Moved It", name);
    }
  gtk_widget_activate_action (dialog, "agree.save", NULL);
  WAIT_FOR (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)) == NULL);
  appointments_fixture_assert_rows (fixture, "SELECT state, begins, history LIKE '%Mr. Kim, 49%', unfinished"
                                    " FROM appointment", "moved|2026-12-01T10:30|1|");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  appointments_fixture_assert_rows (fixture, "SELECT state, unfinished FROM appointment",
                                    "confirmed|[('moved', 'by', 'Mr. Kim, 49')]");
}

/* What cannot be kept is said at once, and is not closed away; nor is it lost when it cannot be saved. */
static void
test_failure (void)
{
  g_autoptr (MedicinesFixture) fixture = appointments_fixture_open (HOME, 360);
  g_autofree char *path = g_build_filename (fixture->fixture->folder, "profile.db", NULL);
  gpointer dialog;

  appointments_fixture_show (fixture, appointments_fixture_add (fixture, &agreed));
  dialog = open_change (fixture, "appointment.move");
  fixture_execute (path, "CREATE TRIGGER refuse BEFORE INSERT ON appointment"
                         " BEGIN SELECT RAISE (FAIL, 'refused'); END");
  fields_fixture_type (dialog, "Who Moved It", "Mr. Kim");
  WAIT_FOR (has_banner (dialog, "Not saved. Something went wrong. Try again."));
  g_assert_false (adw_dialog_get_can_close (dialog));
  gtk_widget_activate_action (dialog, "agree.save", NULL);
  WAIT_FOR (has_banner (dialog, "This is not saved. Something went wrong. Try again."));
  assert_typed (dialog, "Who Moved It", "Mr. Kim");
  g_assert_false (adw_dialog_get_can_close (dialog));

  fixture_execute (path, "DROP TRIGGER refuse");
  fields_fixture_press (dialog, "Try Again");
  appointments_fixture_assert_rows (fixture, "SELECT state, history LIKE '%Mr. Kim%', unfinished FROM appointment",
                                    "moved|1|");
  WAIT_FOR (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)) == NULL);
}

static gpointer
open_wishes (MedicinesFixture *fixture)
{
  gpointer dialog = open_change (fixture, "appointment.continue");

  fields_fixture_press (dialog, "Next");

  return dialog;
}

/* A wished day that cannot be meant is kept as it is, beside those that can. */
static void
test_wishes (void)
{
  g_autoptr (MedicinesFixture) fixture = appointments_fixture_open (HOME, 360);
  gpointer dialog;

  appointments_fixture_show (fixture, appointments_fixture_add (fixture, &(HcAppointmentDetails) {
    .place = "City Clinic", .phone = "+1 212 555 0100" }));
  dialog = open_wishes (fixture);
  fields_fixture_type (dialog, "First Choice", "2026-12-01");
  fields_fixture_type (dialog, "Second Choice", "after the 3rd");
  fields_fixture_type (dialog, "Third Choice", "2026-12-08");
  appointments_fixture_assert_rows (fixture, "SELECT replace (wishes, char (10), '/'), unfinished LIKE"
                                    " '%after the 3rd%' FROM appointment", "2026-12-01 0-0/2026-12-08 0-0|1");
  close_quietly (fixture, dialog);

  dialog = open_wishes (fixture);
  assert_typed (dialog, "First Choice", "1 December 2026");
  assert_typed (dialog, "Second Choice", "after the 3rd");
  assert_typed (dialog, "Third Choice", "8 December 2026");
  g_assert_nonnull (hc_field_get_fault (fields_fixture_find (dialog, "Second Choice")));
  fields_fixture_type (dialog, "Second Choice", "2026-12-04");
  appointments_fixture_assert_rows (fixture, "SELECT replace (wishes, char (10), '/'), unfinished FROM appointment",
                                    "2026-12-01 0-0/2026-12-04 0-0/2026-12-08 0-0|");
  close_quietly (fixture, dialog);
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/unfinished/kept", test_kept);
  g_test_add_func ("/unfinished/after-crash", test_after_crash);
  g_test_add_func ("/unfinished/start-over", test_start_over);
  g_test_add_func ("/unfinished/fast-saving", test_fast_saving);
  g_test_add_func ("/unfinished/failure", test_failure);
  g_test_add_func ("/unfinished/wishes", test_wishes);

  return g_test_run ();
}
