/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <unistd.h>

#include "appointments-fixture.h"
#include "fixture.h"
#include "hc-event-import.h"

/* Appointments from calendar files. It is half past eight of the 20th of November 2026 in UTC, a Friday. */

#define HOME "health-center:appointments"

#define CALENDAR \
  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n" \
  "BEGIN:VEVENT\r\nUID:one@x\r\nDTSTAMP:20261101T000000Z\r\nDTSTART:20261202T090000Z\r\nDTEND:20261202T093000Z\r\n" \
  "SUMMARY:Blood test\r\nLOCATION:Lab\\, 2nd floor\r\nEND:VEVENT\r\n" \
  "BEGIN:VEVENT\r\nUID:two@x\r\nDTSTAMP:20261101T000000Z\r\nDTSTART:20261002T090000Z\r\n" \
  "SUMMARY:Long ago\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"

/* The dialog with what the calendar has, as soon as it was read. */
static gpointer
open_calendar (MedicinesFixture *fixture,
               const char       *path,
               const char       *calendar)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gpointer dialog;

  if (calendar != NULL)
    g_assert_true (g_file_set_contents (path, calendar, -1, NULL));
  hc_event_import_open (GTK_WIDGET (fixture->window), fixture->fixture->context, file);
  dialog = appointments_fixture_get_dialog (fixture);
  WAIT_FOR (!appointments_fixture_says (dialog, "The file is being read…"));
  hc_ui_fixture_wait_frames (fixture->window, 6);

  return dialog;
}

/* What is to come is chosen, and becomes an appointment; what is there already is moved. */
static void
test_import (void)
{
  g_autoptr (MedicinesFixture) fixture = appointments_fixture_open (HOME, 360);
  g_autofree char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.ics", NULL);
  g_autoptr (GString) text = g_string_new (CALENDAR);
  gpointer dialog;

  dialog = open_calendar (fixture, path, CALENDAR);
  g_assert_true (appointments_fixture_says (dialog, "The file has 2 events."));
  fields_fixture_press (dialog, "Take 1 Appointment");
  appointments_fixture_assert_rows (fixture, "SELECT state, place, address, begins, ends, uid FROM appointment",
                                    "confirmed|Blood test|Lab, 2nd floor|2026-12-02T09:00|2026-12-02T09:30|one@x");

  WAIT_FOR (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)) == NULL);
  appointments_fixture_assert_rows (fixture, "SELECT reminders, uid FROM appointment", "1440 120|one@x");

  /* What is there already is not taken again. */
  dialog = open_calendar (fixture, path, text->str);
  g_assert_true (appointments_fixture_says (dialog, "You have this already."));
  g_assert_true (appointments_fixture_says (dialog, "Take 0 Appointments"));
  adw_dialog_force_close (dialog);

  g_string_replace (text, "20261202T09", "20261203T10", 0);
  dialog = open_calendar (fixture, path, text->str);
  g_assert_true (appointments_fixture_says (dialog, "You have this with another time, which is changed."));
  fields_fixture_press (dialog, "Take 1 Appointment");
  appointments_fixture_assert_rows (fixture, "SELECT state, begins FROM appointment", "moved|2026-12-03T10:00");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  appointments_fixture_assert_rows (fixture, "SELECT state, begins FROM appointment", "confirmed|2026-12-02T09:00");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  appointments_fixture_assert_rows (fixture, "SELECT count (*) FROM appointment", "0");
  fixture_remove_folder (folder);
}

#define EVENT(lines) \
  "BEGIN:VEVENT\r\nDTSTAMP:20261101T000000Z\r\n" lines "END:VEVENT\r\n"

/* Each fault is told, and nothing that raises a question is taken without being chosen. */
static void
test_bad_calendars (void)
{
  static const char calendar[] =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n"
    EVENT ("UID:zone@x\r\nDTSTART;TZID=Moon/Base:20261202T090000\r\nSUMMARY:On the moon\r\n")
    EVENT ("UID:day@x\r\nDTSTART;VALUE=DATE:20261203\r\nSUMMARY:Some time that day\r\n")
    EVENT ("UID:end@x\r\nDTSTART:20261204T090000Z\r\nDTEND:20261204T080000Z\r\nSUMMARY:Backwards\r\n")
    EVENT ("UID:none@x\r\nSUMMARY:Without a beginning\r\n")
    EVENT ("UID:ever@x\r\nDTSTART:20261120T090000Z\r\nRRULE:FREQ=DAILY\r\nSUMMARY:Each day\r\n")
    "END:VCALENDAR\r\n";
  g_autoptr (MedicinesFixture) fixture = appointments_fixture_open (HOME, 360);
  g_autofree char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.ics", NULL);
  g_autofree char *gone = g_build_filename (folder, "gone.ics", NULL);
  g_autofree char *loop = g_build_filename (folder, "loop.ics", NULL);
  gpointer dialog;

  dialog = open_calendar (fixture, path, calendar);
  g_assert_true (appointments_fixture_says (dialog, "The time zone “Moon/Base” is not known."));
  g_assert_true (appointments_fixture_says (dialog, "1 event has no beginning and was left out."));
  g_assert_true (appointments_fixture_says (dialog, "1 event ends before it begins. Its end was left out."));
  g_assert_true (appointments_fixture_says (dialog, "1 event comes again very often. Not all of its times were"));
  g_assert_true (appointments_fixture_says (dialog, "These are many: none is chosen yet."));

  gtk_editable_set_text (hc_ui_fixture_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL), "some time");
  WAIT_FOR (appointments_fixture_says (dialog, "The file tells the day, but no time: it stands at midnight."));

  /* One is found, chosen and taken, with what is to be looked at in its history. */
  gtk_editable_set_text (hc_ui_fixture_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL), "MOON");
  WAIT_FOR (appointments_fixture_says (dialog, "On the moon") && !appointments_fixture_says (dialog, "Each day") &&
            !appointments_fixture_says (dialog, "Some time that day"));
  g_assert_true (gtk_widget_activate (hc_ui_fixture_find (dialog, GTK_TYPE_CHECK_BUTTON, NULL)));
  gtk_editable_set_text (hc_ui_fixture_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL), "nowhere");
  WAIT_FOR (appointments_fixture_says (dialog, "No event has these words."));
  fields_fixture_press (dialog, "Take 1 Appointment");
  appointments_fixture_assert_rows (fixture, "SELECT place, begins, history LIKE '%Moon/Base%' FROM appointment",
                                    "On the moon|2026-12-02T09:00|1");

  dialog = open_calendar (fixture, path, "This is no calendar");
  g_assert_true (appointments_fixture_says (dialog, "Nothing Was Taken"));
  fields_fixture_press (dialog, "Close");
  WAIT_FOR (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)) == NULL);

  dialog = open_calendar (fixture, gone, NULL);
  g_assert_true (appointments_fixture_says (dialog, "Nothing Was Taken"));
  adw_dialog_force_close (dialog);
  g_assert_cmpint (symlink (loop, loop), ==, 0);
  dialog = open_calendar (fixture, loop, NULL);
  g_assert_true (appointments_fixture_says (dialog, "Nothing Was Taken"));
  adw_dialog_force_close (dialog);
  appointments_fixture_assert_rows (fixture, "SELECT count (*) FROM appointment", "1");
  fixture_remove_folder (folder);
}

/* While it is read frames are drawn, and it can be stopped. */
static void
test_huge_calendar (void)
{
  g_autoptr (MedicinesFixture) fixture = appointments_fixture_open (HOME, 360);
  g_autofree char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.ics", NULL);
  g_autoptr (GString) text = g_string_new ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gpointer dialog, cancel;

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, EVENT ("UID:%u@x\r\nDTSTART:20261202T090000Z\r\nSUMMARY:Number %u\r\n"), i, i);
  g_string_append (text, "END:VCALENDAR\r\n");
  g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));

  hc_event_import_open (GTK_WIDGET (fixture->window), fixture->fixture->context, file);
  dialog = appointments_fixture_get_dialog (fixture);

  /* At once: it may be read to the end in the next moment. */
  cancel = hc_ui_fixture_find (dialog, GTK_TYPE_BUTTON, "_Cancel");
  if (cancel != NULL)
    g_signal_emit_by_name (cancel, "clicked");
  else
    adw_dialog_force_close (dialog);
  WAIT_FOR (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)) == NULL);

  dialog = open_calendar (fixture, path, NULL);
  g_assert_true (appointments_fixture_says (dialog, "95000 more events were left out: there are too many."));
  g_assert_true (appointments_fixture_says (dialog, "The file has 5000 events. These are many"));
  gtk_editable_set_text (hc_ui_fixture_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL), "number 4711");
  WAIT_FOR (appointments_fixture_says (dialog, "Number 4711") && !appointments_fixture_says (dialog, "Number 0"));
  g_assert_true (gtk_widget_activate (hc_ui_fixture_find (dialog, GTK_TYPE_CHECK_BUTTON, NULL)));
  fields_fixture_press (dialog, "Take 1 Appointment");
  appointments_fixture_assert_rows (fixture, "SELECT place FROM appointment", "Number 4711");
  fixture_remove_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/event-import/choose", test_import);
  g_test_add_func ("/event-import/bad-calendars", test_bad_calendars);
  g_test_add_func ("/event-import/huge-calendar", test_huge_calendar);

  return g_test_run ();
}
