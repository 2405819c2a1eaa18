/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <libical/ical.h>
#include <string.h>

#include "fixture.h"
#include "hc-appointment-export.h"
#include "hc-appointment-private.h"
#include "hc-calendar-import.h"
#include "hc-wall-clock.h"

/* Appointments as a calendar file: read back by libical itself, by another program, and by our own import. */

#define NEW_YORK "America/New_York"
#define BERLIN "Europe/Berlin"
#define UID "imported-1@example.org"

/* An appointment is not saved here: its uid tells which it is. */
static HcAppointment *
make (const HcAppointmentDetails *details)
{


  return _hc_appointment_new_with_id ("0a1b2c3d-0000-4000-8000-0000000000a1", details, NULL, NULL);
}

static GDateTime *
get_now (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (BERLIN);

  return g_date_time_new (zone, 2026, 11, 20, 9, 0, 0);
}

/* Takes the appointments. */
static char *
print (GPtrArray       *appointments,
       HcCalendarFlags  flags)
{
  g_autoptr (GDateTime) now = get_now ();

  return hc_appointment_export_print (appointments, now, flags);
}

static char *
print_one (const HcAppointmentDetails *details,
           HcCalendarFlags             flags)
{
  g_autoptr (GPtrArray) appointments = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (appointments, make (details));

  return print (appointments, flags);
}

/* The file without what folds its lines. */
static char *
unfold (const char *text)
{
  g_auto (GStrv) pieces = g_strsplit (text, "\r\n ", -1);

  return g_strjoinv (NULL, pieces);
}

static void
assert_line (const char *text,
             const char *line)
{
  g_autofree char *whole = unfold (text);
  g_auto (GStrv) lines = g_strsplit (whole, "\r\n", -1);

  if (!g_strv_contains ((const char *const *) lines, line))
    g_error ("There is no “%s” in:\n%s", line, whole);
}

static const HcAppointmentDetails visit = {
  .state = HC_APPOINTMENT_MOVED, .kind = HC_APPOINTMENT_FOLLOW_UP, .place = "City; Clinic, \\ Son",
  .address = "1 Road\nTown", .doctor = "Dr. Ames", .bring = "The list", .travel = "Bus 7", .zone = NEW_YORK,
  .begins = "2026-12-01T10:30", .ends = "2026-12-01T11:00", .reminders = { 1440, 60 }, .sequence = 2,
  .notes = "private", .reason = "private",
};

static void
test_lines (void)
{
  g_autofree char *text = print_one (&visit, HC_CALENDAR_NAMED | HC_CALENDAR_ALARMS);

  assert_line (text, "UID:0a1b2c3d-0000-4000-8000-0000000000a1@health-center");
  assert_line (text, "SEQUENCE:2");
  assert_line (text, "STATUS:CONFIRMED");
  assert_line (text, "DTSTART;TZID=America/New_York:20261201T103000");
  assert_line (text, "DTEND;TZID=America/New_York:20261201T110000");
  assert_line (text, "DTSTAMP:20261120T080000Z");
  assert_line (text, "TZID:America/New_York");
  assert_line (text, "BEGIN:VTIMEZONE");
  assert_line (text, "TRIGGER:-PT1440M");
  assert_line (text, "TRIGGER:-PT60M");
  assert_line (text, "SUMMARY:Follow-up visit: City\\; Clinic\\, \\\\ Son");
  assert_line (text, "LOCATION:City\\; Clinic\\, \\\\ Son 1 Road Town");
  assert_line (text, "CLASS:PRIVATE");
  g_assert_null (strstr (text, "private"));
}

static void
test_discreet (void)
{
  HcAppointmentDetails details = visit;
  g_autofree char *text = NULL, *cancelled = NULL, *nothing = NULL, *floating = NULL, *imported = NULL;

  text = print_one (&details, 0);
  assert_line (text, "SUMMARY:Appointment");
  g_assert_null (strstr (text, "City"));
  g_assert_null (strstr (text, "Ames"));
  g_assert_null (strstr (text, "VALARM"));

  details.state = HC_APPOINTMENT_CANCELLED;
  cancelled = print_one (&details, HC_CALENDAR_ALARMS);
  assert_line (cancelled, "STATUS:CANCELLED");
  g_assert_null (strstr (cancelled, "VALARM"));

  details.begins = "";
  nothing = print_one (&details, HC_CALENDAR_ALARMS);
  g_assert_null (strstr (nothing, "VEVENT"));

  /* Without a zone of its own it is where the person is. */
  details.begins = "2026-12-01T10:30";
  details.zone = "";
  details.uid = UID;
  floating = print_one (&details, 0);
  assert_line (floating, "DTSTART;TZID=Europe/Berlin:20261201T103000");
  assert_line (floating, "UID:" UID);

  details.zone = "UTC";
  imported = print_one (&details, 0);
  assert_line (imported, "DTSTART:20261201T103000Z");
}

/* Random times in zones all over the world, about the days on which their clocks change as well. */
static GPtrArray *
make_many (GPtrArray *expected)
{
  static const char *const zones[] = {
    NEW_YORK, BERLIN, "Asia/Kolkata", "Australia/Lord_Howe", "America/St_Johns", "Pacific/Auckland", "Asia/Tokyo",
  };
  static const HcAppointmentState states[] = {
    HC_APPOINTMENT_REQUESTED, HC_APPOINTMENT_CONFIRMED, HC_APPOINTMENT_CANCELLED, HC_APPOINTMENT_DONE,
  };
  static const char *const names[] = { "TENTATIVE", "CONFIRMED", "CANCELLED", "CONFIRMED" };
  GPtrArray *appointments = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GDateTime) first = g_date_time_new_utc (2026, 10, 1, 0, 0, 0);

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (GDateTime) begin = g_date_time_add_minutes (first, g_test_rand_int_range (0, 365 * 24 * 60));
      g_autoptr (GDateTime) end = g_date_time_add_minutes (begin, g_test_rand_int_range (90, 600));
      const char *zone_name = zones[g_test_rand_int_range (0, G_N_ELEMENTS (zones))];
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);
      g_autofree char *begins = g_date_time_format (begin, "%Y-%m-%dT%H:%M");
      g_autofree char *ends = g_date_time_format (end, "%Y-%m-%dT%H:%M");
      g_autofree char *uid = g_strdup_printf ("%04u@example.org", i);
      g_autofree char *place = g_strdup_printf ("Clinic %u, “ä; 😀”", i);
      g_autoptr (GDateTime) begin_utc = NULL, end_utc = NULL;
      g_autofree char *begin_text = NULL, *end_text = NULL;
      guint which = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (states));
      HcAppointmentDetails details = {
        .state = states[which], .place = place, .begins = begins, .ends = ends, .zone = zone_name, .uid = uid,
        .sequence = g_test_rand_int_range (0, 9), .bring = "a\nb", .reminders = { 60 },
      };

      begin_utc = g_date_time_new_from_unix_utc (hc_wall_clock_find (zone, g_date_time_to_unix (begin)));
      end_utc = g_date_time_new_from_unix_utc (hc_wall_clock_find (zone, g_date_time_to_unix (end)));
      /* An hour that is there twice is the first in RFC 5545 as well; of one that is not, programs differ. */
      if (hc_wall_clock_read (zone, g_date_time_to_unix (begin_utc)) != g_date_time_to_unix (begin) ||
          hc_wall_clock_read (zone, g_date_time_to_unix (end_utc)) != g_date_time_to_unix (end))
        continue;

      begin_text = g_date_time_format (begin_utc, "%Y-%m-%dT%H:%M");
      end_text = g_date_time_format (end_utc, "%Y-%m-%dT%H:%M");
      g_ptr_array_add (appointments, make (&details));
      g_ptr_array_add (expected,
                       g_strdup_printf ("%s|%d|%s|%s|%s|%s|First visit: %s|%s|a/b|%s", uid, details.sequence,
                                        names[which], begin_text, end_text, zone_name, place, place,
                                        details.state == HC_APPOINTMENT_CANCELLED ? "" : "60"));
    }

  g_ptr_array_add (expected, NULL);

  return appointments;
}

/* As hc_calendar_import_read() has read it, in the same words as the other program. */
static void
assert_import (GPtrArray  *expected,
               const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GDateTime) now = get_now ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HcCalendarImport) import = hc_calendar_import_read (bytes, now, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (import->problems->len, ==, 0);
  g_assert_cmpuint (import->events->len, ==, expected->len - 1);

  for (guint i = 0; i < import->events->len; i++)
    {
      const HcCalendarEvent *event = g_ptr_array_index (import->events, i);
      HcAppointmentDetails details = { .begins = event->begins, .ends = event->ends, .zone = event->zone };
      g_autoptr (GDateTime) end = hc_appointment_dup_end (&details, g_date_time_get_timezone (now));
      g_autoptr (GDateTime) begin_utc = g_date_time_to_utc (event->begin);
      g_autoptr (GDateTime) end_utc = end != NULL ? g_date_time_to_utc (end) : NULL;
      g_autofree char *begin_text = g_date_time_format (begin_utc, "%Y-%m-%dT%H:%M");
      g_autofree char *end_text = end_utc != NULL ? g_date_time_format (end_utc, "%Y-%m-%dT%H:%M") : g_strdup ("-");
      g_autofree char *key = g_strdup_printf ("%s|%d|", event->uid, event->sequence);
      g_autofree char *rest = g_strdup_printf ("|%s|%s|%s|%s|%s|a/b|", begin_text, end_text, event->zone,
                                               event->summary, event->location);
      gboolean is_found = FALSE;

      for (guint j = 0; expected->pdata[j] != NULL && !is_found; j++)
        is_found = g_str_has_prefix (expected->pdata[j], key) && strstr (expected->pdata[j], rest) != NULL &&
                   (strstr (expected->pdata[j], "CANCELLED") != NULL) == event->is_cancelled;

      if (!is_found)
        g_error ("%s%s was not written", key, rest);
    }
}

static void
test_equal (void)
{
  g_autoptr (GPtrArray) expected = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) appointments = make_many (expected);
  g_autofree char *text = print (appointments, HC_CALENDAR_NAMED | HC_CALENDAR_ALARMS);
  icalcomponent *calendar = icalparser_parse_string (text);
  int n_restrictions;

  /* The library finds nothing in it that the RFC forbids. */
  g_assert_nonnull (calendar);
  n_restrictions = icalrestriction_check (calendar);
  g_assert_cmpint (n_restrictions, ==, 1);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==, (int) appointments->len);
  icalcomponent_free (calendar);

  g_assert_cmpuint (appointments->len, >, 250);
  assert_import (expected, text);
}

static void
test_other_program (void)
{
  g_autoptr (GPtrArray) expected = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) appointments = make_many (expected);
  g_autofree char *text = print (appointments, HC_CALENDAR_NAMED | HC_CALENDAR_ALARMS);
  g_autofree char *folder = NULL, *path = NULL, *read = NULL, *wanted = NULL;
  g_autoptr (GSubprocess) finder = NULL, process = NULL;
  g_autoptr (GError) error = NULL;

  finder = g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL, "python3", "-c", "import icalendar", NULL);
  if (finder == NULL || !g_subprocess_wait_check (finder, NULL, NULL))
    {
      g_test_skip ("icalendar for python3 is not installed");
      return;
    }

  folder = fixture_make_folder ();
  path = g_build_filename (folder, "appointments.ics", NULL);
  fixture_write_file (folder, "appointments.ics", text, -1);
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "python3", READ_APPOINTMENTS, path, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &read, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  g_strchomp (read);

  wanted = g_strjoinv ("\n", (char **) expected->pdata);
  g_assert_cmpstr (read, ==, wanted);
  fixture_remove_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/context/appointment-export/lines", test_lines);
  g_test_add_func ("/context/appointment-export/discreet", test_discreet);
  g_test_add_func ("/context/appointment-export/equal", test_equal);
  g_test_add_func ("/context/appointment-export/other-program", test_other_program);

  return g_test_run ();
}
