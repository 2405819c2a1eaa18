/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "appointments-fixture.h"
#include "fixture.h"
#include "hc-appointment-page.h"
#include "hc-appointments-home.h"
#include "hc-document-list.h"
#include "hc-document-opener.h"
#include "hc-month-view.h"
#include "hc-request-dialog.h"

/* The pages with the appointments. It is half past eight of the 20th of November 2026 in UTC, a Friday. */

#define HOME "health-center:appointments"
#define STATE "SELECT state, begins, ends, reminders FROM appointment"

static const HcAppointmentDetails agreed = {
  .state = HC_APPOINTMENT_CONFIRMED,
  .kind = HC_APPOINTMENT_SECOND_OPINION,
  .place = "City <b>Clinic</b>",
  .doctor = "Dr. Okafor",
  .address = "1 Main Street\nNew York",
  .phone = "+1 212 555 0100",
  .email = "desk@example.org",
  .zone = "America/New_York",
  .begins = "2026-12-01T10:30",
  .ends = "2026-12-01T11:15",
  .bring = "The scan on a disk",
};

static void
do_action (MedicinesFixture *fixture,
           const char       *action)
{
  gtk_widget_activate_action (medicines_fixture_find (fixture, HC_TYPE_APPOINTMENT_PAGE, NULL), action, NULL);
  hc_ui_fixture_wait_frames (fixture->window, 6);
}

static void
test_empty (void)
{
  g_autoptr (MedicinesFixture) fixture = appointments_fixture_open (HOME, 360);

  g_assert_true (appointments_fixture_says (fixture->window, "No Appointments Yet"));
  g_assert_true (appointments_fixture_says (fixture->window, "Appointments"));
  fields_fixture_press (fixture->window, "Request an Appointment");
  g_assert_true (HC_IS_REQUEST_DIALOG (appointments_fixture_get_dialog (fixture)));
}

/* The next one large, in my time and theirs; the others in three lists. */
static void
test_list (void)
{
  g_autoptr (MedicinesFixture) fixture = appointments_fixture_open (HOME, 360);
  AdwActionRow *row;

  appointments_fixture_add (fixture, &(HcAppointmentDetails) { .kind = HC_APPOINTMENT_TEST,
                                                               .state = HC_APPOINTMENT_REQUESTED, .place = "Lab" });
  appointments_fixture_add (fixture, &(HcAppointmentDetails) { .kind = HC_APPOINTMENT_FOLLOW_UP,
                                                               .state = HC_APPOINTMENT_CONFIRMED, .place = "Later",
                                                               .begins = "2027-01-04T09:00" });
  appointments_fixture_add (fixture, &agreed);
  appointments_fixture_add (fixture, &(HcAppointmentDetails) { .kind = HC_APPOINTMENT_FOLLOW_UP,
                                                               .state = HC_APPOINTMENT_DONE, .place = "Before",
                                                               .begins = "2026-11-02T09:00" });
  hc_ui_fixture_wait_frames (fixture->window, 6);

  /* In New York it is five hours earlier than in UTC in winter. */
  g_assert_true (appointments_fixture_says (fixture->window, "Second opinion: City <b>Clinic</b>"));
  g_assert_true (appointments_fixture_says (fixture->window, "Tuesday, 1 December 2026, 15:30 to 16:15"));
  g_assert_true (appointments_fixture_says (fixture->window,
                                            "On the clock there: Tuesday, 1 December 2026, 10:30 to 11:15 (EST)"));
  g_assert_true (appointments_fixture_says (fixture->window, "The scan on a disk"));

  row = appointments_fixture_find_row (fixture->window, "Follow-up visit: Later");
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "Monday, 4 January 2027, 09:00 · Confirmed");
  row = appointments_fixture_find_row (fixture->window, "Test: Lab");
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "No date was agreed yet · Requested");
  g_assert_null (hc_ui_fixture_find (fixture->window, ADW_TYPE_ACTION_ROW, "Before"));
  g_assert_true (appointments_fixture_says (fixture->window, "Past Appointments"));

  /* A row leads to its page. */
  g_assert_true (gtk_widget_activate (GTK_WIDGET (appointments_fixture_find_row (fixture->window, "Test: Lab"))));
  hc_ui_fixture_wait_frames (fixture->window, 6);
  g_assert_nonnull (medicines_fixture_find (fixture, HC_TYPE_APPOINTMENT_PAGE, NULL));
}

/* What was agreed is noted, with what is wrong said at its field; and undone. */
static void
test_confirm (void)
{
  g_autoptr (MedicinesFixture) fixture = appointments_fixture_open (HOME, 360);
  HcAppointment *appointment;
  gpointer dialog;

  appointment = appointments_fixture_add (fixture, &(HcAppointmentDetails) {
    .state = HC_APPOINTMENT_REQUESTED, .place = "City Clinic", .notes = "Keep this",
  });
  appointments_fixture_show (fixture, appointment);
  do_action (fixture, "appointment.confirm");
  dialog = appointments_fixture_get_dialog (fixture);

  fields_fixture_type (dialog, "Day", "2026-12-01");
  fields_fixture_type (dialog, "Begins", "half past");
  fields_fixture_press (dialog, "Save");
  g_assert_nonnull (hc_field_get_fault (fields_fixture_find (dialog, "Begins")));
  fields_fixture_type (dialog, "Begins", "10:30");
  fields_fixture_type (dialog, "Ends, If You Know It", "10:00");
  fields_fixture_press (dialog, "Save");
  fields_fixture_assert_fault (dialog, "Ends, If You Know It", "The end is not after the beginning.");
  fields_fixture_type (dialog, "Ends, If You Know It", "11:00");
  fields_fixture_type (dialog, "Who Confirmed It", "Ms. Lee");
  fields_fixture_press (dialog, "Save");
  WAIT_FOR (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)) == NULL);

  appointments_fixture_assert_rows (fixture, STATE, "confirmed|2026-12-01T10:30|2026-12-01T11:00|1440 120");
  appointments_fixture_assert_rows (fixture, "SELECT notes, history LIKE '%confirmed%Ms. Lee%' FROM appointment",
                                    "Keep this|1");
  g_assert_true (appointments_fixture_says (fixture->window, "Friday, 20 November 2026, 08:30, by Ms. Lee"));
  g_assert_true (appointments_fixture_says (fixture->window, "Tuesday, 1 December 2026, 10:30 to 11:00"));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  appointments_fixture_assert_rows (fixture, STATE, "requested|||");
}

/* Canceling shows a text for the clinic, and is what the person says. */
static void
test_cancel (void)
{
  g_autoptr (MedicinesFixture) fixture = appointments_fixture_open (HOME, 720);
  HcAppointment *appointment = appointments_fixture_add (fixture, &agreed);
  gpointer dialog;

  appointments_fixture_show (fixture, appointment);
  do_action (fixture, "appointment.cancel");
  dialog = appointments_fixture_get_dialog (fixture);
  g_assert_true (appointments_fixture_says (dialog, "Please cancel the appointment on Tuesday, 1 December 2026, "
                                                    "10:30 to 11:15 (EST)."));
  g_assert_true (appointments_fixture_says (dialog, "Nothing is sent by itself."));
  fields_fixture_press (dialog, "Copy Text");
  appointments_fixture_assert_rows (fixture, "SELECT state FROM appointment", "confirmed");
  fields_fixture_press (dialog, "Mark as Canceled");
  appointments_fixture_assert_rows (fixture, "SELECT state FROM appointment", "cancelled");
  WAIT_FOR (appointments_fixture_says (fixture->window, "Canceled"));
}

/* The clinic is written to, and what it says is noted: the day, the clock of the place, and who said so. */
static void
test_move (void)
{
  g_autoptr (MedicinesFixture) fixture = appointments_fixture_open (HOME, 720);
  HcAppointment *appointment = appointments_fixture_add (fixture, &agreed);
  gpointer dialog;

  appointments_fixture_show (fixture, appointment);
  do_action (fixture, "appointment.move");
  dialog = appointments_fixture_get_dialog (fixture);
  g_assert_true (appointments_fixture_says (dialog, "I would like to ask for another day."));
  fields_fixture_press (dialog, "Note the New Time…");
  dialog = appointments_fixture_get_dialog (fixture);
  fields_fixture_type (dialog, "Day", "2026-12-15");
  fields_fixture_type (dialog, "Begins", "2:30 pm");
  fields_fixture_type (dialog, "Ends, If You Know It", "");
  fields_fixture_type (dialog, "Who Moved It", "Mr. Kim");
  fields_fixture_type (dialog, "Note", "Come fasting");
  fields_fixture_press (dialog, "Save");
  appointments_fixture_assert_rows (fixture, "SELECT state, begins, ends, zone FROM appointment",
                                    "moved|2026-12-15T14:30||America/New_York");
  WAIT_FOR (appointments_fixture_says (fixture->window, "Tuesday, 15 December 2026, 19:30"));
  g_assert_true (appointments_fixture_says (fixture->window, "by Mr. Kim\nCome fasting"));

  /* Another clock is meant: the same time there is another one here. */
  do_action (fixture, "appointment.move");
  fields_fixture_press (appointments_fixture_get_dialog (fixture), "Note the New Time…");
  dialog = appointments_fixture_get_dialog (fixture);
  fields_fixture_choose (dialog, "The Times Are Those of This Clock", 0);
  fields_fixture_press (dialog, "Save");
  appointments_fixture_assert_rows (fixture, "SELECT begins, zone FROM appointment", "2026-12-15T14:30|");
  WAIT_FOR (appointments_fixture_says (fixture->window, "Tuesday, 15 December 2026, 14:30"));
}

static void
test_done (void)
{
  g_autoptr (MedicinesFixture) fixture = appointments_fixture_open (HOME, 720);
  HcAppointment *appointment = appointments_fixture_add (fixture, &agreed);

  appointments_fixture_show (fixture, appointment);
  do_action (fixture, "appointment.done");
  appointments_fixture_assert_rows (fixture, "SELECT state FROM appointment", "done");
  do_action (fixture, "appointment.remove");
  appointments_fixture_assert_rows (fixture, "SELECT count (*) FROM appointment", "0");
  WAIT_FOR (medicines_fixture_find (fixture, HC_TYPE_APPOINTMENTS_HOME, NULL) != NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  appointments_fixture_assert_rows (fixture, "SELECT state, place FROM appointment", "done|City <b>Clinic</b>");
}

/* Everything is reached and done with the keyboard. */
static void
test_keyboard (void)
{
  g_autoptr (MedicinesFixture) fixture = appointments_fixture_open (HOME, 360);
  GtkWidget *row;

  appointments_fixture_show (fixture, appointments_fixture_add (fixture, &agreed));
  medicines_fixture_tab_to (fixture, ADW_TYPE_ACTION_ROW, "Move…");
  medicines_fixture_tab_to (fixture, GTK_TYPE_BUTTON, "Add a Document…");
  row = medicines_fixture_tab_to (fixture, ADW_TYPE_ACTION_ROW, "Remove");
  g_assert_true (gtk_widget_activate (row));
  appointments_fixture_assert_rows (fixture, "SELECT count (*) FROM appointment", "0");
}

static void
open_part (MedicinesFixture *fixture,
           const char       *part)
{
  gtk_widget_activate_action (medicines_fixture_find (fixture, HC_TYPE_APPOINTMENT_PAGE, NULL), "appointment.edit",
                              "s", part);
  hc_ui_fixture_wait_frames (fixture->window, 6);
}

static void
write_text (gpointer    dialog,
            const char *title,
            const char *text)
{
  GtkTextView *view = hc_ui_fixture_find (fields_fixture_find (dialog, title), GTK_TYPE_TEXT_VIEW, NULL);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
}

static gpointer
find_remove_button (gpointer root)
{
  g_autoptr (GPtrArray) buttons = hc_ui_fixture_find_all (root, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_widget_get_tooltip_text (buttons->pdata[i]), "Remove This Question") == 0)
      return buttons->pdata[i];

  g_assert_not_reached ();
}

/* 50,000 characters and one more: all are kept, what is too much is said, and the pages stay as they are. */
static void
test_long_texts (void)
{
  g_autoptr (MedicinesFixture) fixture = appointments_fixture_open (HOME, 360);
  HcAppointment *appointment = appointments_fixture_add (fixture, &agreed);
  g_autofree char *letters = g_strnfill (50001, 'w');
  gpointer dialog;

  appointments_fixture_show (fixture, appointment);
  open_part (fixture, "notes");
  dialog = appointments_fixture_get_dialog (fixture);
  write_text (dialog, "Notes", letters);
  appointments_fixture_assert_rows (fixture, "SELECT length (notes) FROM appointment", "50001");
  g_assert_cmpstr (hc_field_get_fault (fields_fixture_find (dialog, "Notes")), ==,
                   "This text has 50001 characters. At most 50000 can be sent");
  adw_dialog_close (dialog);

  open_part (fixture, "place");
  dialog = appointments_fixture_get_dialog (fixture);
  fields_fixture_type (dialog, "Place", letters);
  appointments_fixture_assert_rows (fixture, "SELECT length (place) FROM appointment", "50001");
  adw_dialog_close (dialog);
  WAIT_FOR (appointments_fixture_says (fixture->window, "Second opinion: wwww"));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, 360);
  g_assert_true (hc_window_open_link (fixture->window, HOME));
  hc_ui_fixture_wait_frames (fixture->window, 6);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, 360);
}

/* Of what is written faster than the disk is the last word counts. */
static void
test_fast_writing (void)
{
  g_autoptr (MedicinesFixture) fixture = appointments_fixture_open (HOME, 360);
  HcAppointment *appointment = appointments_fixture_add (fixture, &agreed);
  g_autoptr (GString) text = g_string_new (NULL);
  gpointer dialog;

  appointments_fixture_show (fixture, appointment);
  open_part (fixture, "notes");
  dialog = appointments_fixture_get_dialog (fixture);
  for (guint i = 0; i < 200; i++)
    {
      g_string_append_c (text, (char) ('a' + i % 26));
      write_text (dialog, "Notes", text->str);
    }
  adw_dialog_close (dialog);
  WAIT_FOR (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)) == NULL);
  appointments_fixture_assert_rows (fixture, "SELECT notes FROM appointment", text->str);
}

/* Every change is on the disk without anybody having pressed anything. */
static void
test_writing (void)
{
  g_autoptr (MedicinesFixture) fixture = appointments_fixture_open (HOME, 360);
  HcAppointment *appointment = appointments_fixture_add (fixture, &agreed);
  gpointer dialog;
  GtkTextView *view;

  appointments_fixture_show (fixture, appointment);
  open_part (fixture, "notes");
  dialog = appointments_fixture_get_dialog (fixture);
  write_text (dialog, "How to Get There", "Jo drives");
  write_text (dialog, "Notes", "Ask for\nthe report");
  appointments_fixture_assert_rows (fixture, "SELECT bring, travel, notes FROM appointment",
                                    "The scan on a disk|Jo drives|Ask for\nthe report");
  adw_dialog_close (dialog);
  WAIT_FOR (appointments_fixture_says (fixture->window, "Travel: Jo drives"));

  /* A word that is taken back goes from the disk as well. */
  open_part (fixture, "notes");
  dialog = appointments_fixture_get_dialog (fixture);
  write_text (dialog, "How to Get There", "Jo drives!");
  appointments_fixture_assert_rows (fixture, "SELECT travel FROM appointment", "Jo drives!");
  write_text (dialog, "How to Get There", "Jo drives");
  appointments_fixture_assert_rows (fixture, "SELECT travel FROM appointment", "Jo drives");
  adw_dialog_close (dialog);

  open_part (fixture, "questions");
  dialog = appointments_fixture_get_dialog (fixture);
  fields_fixture_type (dialog, "Question", "May I fly?");
  write_text (dialog, "Answer", "In June");
  appointments_fixture_assert_rows (fixture, "SELECT questions FROM appointment", "[('May I fly?', 'In June')]");

  /* What is removed goes from the disk, and comes back with its answer. */
  g_signal_emit_by_name (find_remove_button (dialog), "clicked");
  appointments_fixture_assert_rows (fixture, "SELECT questions FROM appointment", "@a(ss) []");
  g_assert_true (appointments_fixture_says (dialog, "Removed: May I fly?"));
  fields_fixture_press (dialog, "Undo");
  appointments_fixture_assert_rows (fixture, "SELECT questions FROM appointment", "[('May I fly?', 'In June')]");
  adw_dialog_close (dialog);
  WAIT_FOR (appointments_fixture_says (fixture->window, "1. May I fly?\nIn June"));

  /* To undo does not take away what was written before. */
  open_part (fixture, "questions");
  dialog = appointments_fixture_get_dialog (fixture);
  view = hc_ui_fixture_find (fields_fixture_find (dialog, "Answer"), GTK_TYPE_TEXT_VIEW, NULL);
  g_assert_false (gtk_text_buffer_get_can_undo (gtk_text_view_get_buffer (view)));
  adw_dialog_close (dialog);

  open_part (fixture, "reminders");
  dialog = appointments_fixture_get_dialog (fixture);
  adw_switch_row_set_active (hc_ui_fixture_find (dialog, ADW_TYPE_SWITCH_ROW, "1 day before"), TRUE);
  adw_switch_row_set_active (hc_ui_fixture_find (dialog, ADW_TYPE_SWITCH_ROW, "2 hours before"), TRUE);
  appointments_fixture_assert_rows (fixture, "SELECT reminders FROM appointment", "1440 120");
  adw_dialog_close (dialog);

  open_part (fixture, "place");
  dialog = appointments_fixture_get_dialog (fixture);
  fields_fixture_type (dialog, "Phone", "call me");
  fields_fixture_type (dialog, "E-mail", "nobody");
  appointments_fixture_assert_rows (fixture, "SELECT phone, email FROM appointment", "call me|nobody");
  g_assert_nonnull (hc_field_get_fault (fields_fixture_find (dialog, "Phone")));
  g_assert_nonnull (hc_field_get_fault (fields_fixture_find (dialog, "E-mail")));
  adw_dialog_force_close (dialog);
}

/* A file of 5 GB that has no bytes on the disk, and a link that leads to itself. */
static void
assert_bad_documents (HcDocumentList *list,
                      const char     *folder)
{
  g_autofree char *huge = g_build_filename (folder, "huge.iso", NULL);
  g_autofree char *loop = g_build_filename (folder, "loop.pdf", NULL);
  g_autoptr (GFile) huge_file = g_file_new_for_path (huge), loop_file = g_file_new_for_path (loop);

  g_assert_true (g_file_set_contents (huge, "", 0, NULL));
  g_assert_cmpint (truncate (huge, G_GINT64_CONSTANT (5000000000)), ==, 0);
  g_assert_cmpint (symlink (loop, loop), ==, 0);

  hc_document_list_add (list, huge_file);
  WAIT_FOR (hc_ui_fixture_find (list, GTK_TYPE_LABEL, "“huge.iso” was not added. ") != NULL);
  hc_document_list_add (list, loop_file);
  WAIT_FOR (hc_ui_fixture_find (list, GTK_TYPE_LABEL, "“loop.pdf” was not added. ") != NULL);
}

static void
test_documents (void)
{
  g_autoptr (MedicinesFixture) fixture = appointments_fixture_open (HOME, 360);
  HcAppointment *appointment = appointments_fixture_add (fixture, &agreed);
  g_autofree char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "report.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path), none = g_file_new_for_path ("/nowhere/at/all");
  HcDocumentList *list;

  g_assert_true (g_file_set_contents (path, "0123456789", -1, NULL));
  appointments_fixture_show (fixture, appointment);
  list = medicines_fixture_find (fixture, HC_TYPE_DOCUMENT_LIST, NULL);
  hc_document_list_add (list, file);
  WAIT_FOR (hc_ui_fixture_find (list, ADW_TYPE_ACTION_ROW, "report.txt") != NULL);
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (appointments_fixture_find_row (list, "report.txt")), "10"));

  hc_document_list_add (list, none);
  WAIT_FOR (hc_ui_fixture_find (list, GTK_TYPE_LABEL, "“all” was not added. The file is not there any more.") != NULL);

  g_signal_emit_by_name (hc_ui_fixture_find (appointments_fixture_find_row (list, "report.txt"), GTK_TYPE_BUTTON, NULL),
                         "clicked");
  WAIT_FOR (hc_ui_fixture_find (list, ADW_TYPE_ACTION_ROW, "report.txt") == NULL);
  appointments_fixture_assert_rows (fixture, "SELECT count (*) FROM appointment_document", "0");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  WAIT_FOR (hc_ui_fixture_find (list, ADW_TYPE_ACTION_ROW, "report.txt") != NULL);
  assert_bad_documents (list, folder);

  /* An appointment that comes back has them. */
  do_action (fixture, "appointment.remove");
  appointments_fixture_assert_rows (fixture, "SELECT count (*) FROM appointment", "0");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  appointments_fixture_assert_rows (fixture, "SELECT a.place, d.name FROM appointment AS a"
                                    " JOIN appointment_document AS d ON d.appointment = a.id",
                                    "City <b>Clinic</b>|report.txt");
  fixture_remove_folder (folder);
}

/* A copy for another program: only the person reads it, wherever its name may want to lead, and it goes again. */
static void
test_opener (void)
{
  static const char *const names[] = { "report.pdf", "../../etc/passwd", ".hidden", "" };
  HcDocumentOpener *opener = hc_document_opener_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("abc", 3);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      HcAppointmentDocument document = { .name = (char *) names[i], .content = bytes };
      g_autoptr (GError) error = NULL;
      g_autoptr (GFile) file = hc_document_opener_copy (opener, &document, &error);
      g_autofree char *text = NULL;
      char *path;
      GStatBuf info;

      g_assert_no_error (error);
      path = g_file_get_path (file);
      g_ptr_array_add (paths, path);
      g_assert_true (g_str_has_prefix (path, g_get_tmp_dir ()));
      g_assert_null (strstr (path, "etc"));
      g_assert_cmpint (g_stat (path, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 0777, ==, 0600);
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_cmpstr (text, ==, "abc");
    }

  g_object_unref (opener);
  for (guint i = 0; i < paths->len; i++)
    g_assert_false (g_file_test (g_ptr_array_index (paths, i), G_FILE_TEST_EXISTS));
}

/* The marks of the month are said in words as well. */
static void
test_month (void)
{
  g_autoptr (MedicinesFixture) fixture = appointments_fixture_open (HOME, 360);
  g_autoptr (GDateTime) day = g_date_time_new_local (2026, 12, 1, 12, 0, 0);
  g_autofree char *announced = NULL;
  GtkCalendar *calendar;
  HcMonthView *month;

  appointments_fixture_add (fixture, &agreed);
  hc_ui_fixture_wait_frames (fixture->window, 6);
  adw_view_stack_set_visible_child_name (hc_ui_fixture_find (fixture->window, ADW_TYPE_VIEW_STACK, NULL), "month");
  hc_ui_fixture_wait_frames (fixture->window, 6);
  month = medicines_fixture_find (fixture, HC_TYPE_MONTH_VIEW, NULL);
  calendar = hc_ui_fixture_find (month, GTK_TYPE_CALENDAR, NULL);
  g_assert_true (appointments_fixture_says (month, "Friday, 20 November 2026: no appointments"));
  g_assert_false (gtk_calendar_get_day_is_marked (calendar, 1));

  g_free (hc_ui_fixture_take_announcement ());
  gtk_calendar_select_day (calendar, day);
  hc_ui_fixture_wait_frames (fixture->window, 3);
  announced = hc_ui_fixture_take_announcement ();
  g_assert_cmpstr (announced, ==, "Tuesday, 1 December 2026: 1 appointment");
  g_assert_true (gtk_calendar_get_day_is_marked (calendar, 1));
  g_assert_false (gtk_calendar_get_day_is_marked (calendar, 2));
  g_assert_nonnull (hc_ui_fixture_find (month, ADW_TYPE_ACTION_ROW, "Second opinion: City"));
}

/* Stage III of the colon, treated on the 1st of June: the visits, the CEA and the CT are due between September and
 * December, as the table in data/content/follow-up.txt has it. */
static void
test_follow_up (void)
{
  g_autoptr (MedicinesFixture) fixture = appointments_fixture_open ("health-center:appointments?follow-up=yes", 720);
  HcPersonStore *people = hc_profile_get_people (hc_context_get_profile (fixture->fixture->context));
  g_autoptr (HcPerson) person = hc_person_new ();
  gboolean is_done = FALSE;
  AdwActionRow *row;
  gpointer dialog;

  g_assert_true (appointments_fixture_says (fixture->window, "Tell where the cancer began"));
  hc_person_store_save_async (people, person, &(HcPersonDetails) { .is_user = TRUE, .site = "colon", .stage = "3" },
                              hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
  WAIT_FOR (appointments_fixture_says (fixture->window, "Tell the day of the operation"));

  fields_fixture_type (fixture->window, "Day of the Operation or of the End of Treatment", "2027-06-01");
  g_assert_nonnull (hc_field_get_fault (fields_fixture_find (fixture->window,
                                                             "Day of the Operation or of the End of Treatment")));
  fields_fixture_type (fixture->window, "Day of the Operation or of the End of Treatment", "2026-06-01");
  WAIT_FOR (hc_ui_fixture_find (fixture->window, ADW_TYPE_ACTION_ROW, "CEA blood test") != NULL);
  appointments_fixture_assert_rows (fixture, "SELECT treated, site, stage FROM person", "2026-06-01|colon|3");

  row = appointments_fixture_find_row (fixture->window, "CEA blood test");
  g_assert_true (g_str_has_suffix (adw_action_row_get_subtitle (row), "Due now\nNCCN, Colon Cancer, version 1.2022"));
  g_assert_true (appointments_fixture_says (fixture->window, "Where This Comes From"));

  g_assert_true (gtk_widget_activate (GTK_WIDGET (row)));
  dialog = appointments_fixture_get_dialog (fixture);
  fields_fixture_type (dialog, "Name of the Clinic or Practice", "City Clinic");
  appointments_fixture_assert_rows (fixture, "SELECT state, kind, subject, reason FROM appointment",
                                    "draft|test|cea|CEA blood test");
  adw_dialog_force_close (dialog);
  hc_ui_fixture_wait_frames (fixture->window, 6);
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/appointments/empty", test_empty);
  g_test_add_func ("/appointments/list", test_list);
  g_test_add_func ("/appointments/confirm", test_confirm);
  g_test_add_func ("/appointments/cancel", test_cancel);
  g_test_add_func ("/appointments/move", test_move);
  g_test_add_func ("/appointments/done", test_done);
  g_test_add_func ("/appointments/keyboard", test_keyboard);
  g_test_add_func ("/appointments/writing", test_writing);
  g_test_add_func ("/appointments/fast-writing", test_fast_writing);
  g_test_add_func ("/appointments/long-texts", test_long_texts);
  g_test_add_func ("/appointments/documents", test_documents);
  g_test_add_func ("/appointments/opener", test_opener);
  g_test_add_func ("/appointments/month", test_month);
  g_test_add_func ("/appointments/follow-up", test_follow_up);

  return g_test_run ();
}
