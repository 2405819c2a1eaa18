/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "fixture.h"
#include "hc-calendar-import.h"
#include "hc-calendar-text.h"

/* Calendar files of all kinds. It is noon on 20 November 2026, a Friday, in New York. The expected dates are worked
 * out by hand with a calendar of 2026 and 2027. */

#define NEW_YORK "America/New_York"
#define HEAD "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
#define TAIL "END:VCALENDAR\r\n"
#define EVENT(lines) "BEGIN:VEVENT\r\nUID:u\r\n" lines "END:VEVENT\r\n"

/* Central Europe as another system calls it. */
#define WINDOWS_ZONE \
  "BEGIN:VTIMEZONE\r\nTZID:W. Europe Standard Time\r\n" \
  "BEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n" \
  "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\n" \
  "BEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n" \
  "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n"

static GDateTime *
get_now (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (NEW_YORK);

  return g_date_time_new (zone, 2026, 11, 20, 12, 0, 0);
}

static HcCalendarImport *
read_bytes (const char *bytes,
            gsize       length)
{
  g_autoptr (GBytes) content = g_bytes_new (bytes, length);
  g_autoptr (GDateTime) now = get_now ();
  g_autoptr (GError) error = NULL;
  HcCalendarImport *import = hc_calendar_import_read (content, now, NULL, &error);

  g_assert_no_error (error);

  return import;
}

static HcCalendarImport *
read_text (const char *text)
{
  return read_bytes (text, strlen (text));
}

/* "begins/ends zone summary" of each event, with ", " between them; "; " and the problems after them. */
static void
assert_events (const char *parts,
               const char *expected)
{
  g_autofree char *text = g_strconcat (HEAD, parts, TAIL, NULL);
  g_autoptr (HcCalendarImport) import = read_text (text);
  g_autoptr (GString) said = g_string_new (NULL);

  for (guint i = 0; i < import->events->len; i++)
    {
      const HcCalendarEvent *event = g_ptr_array_index (import->events, i);

      g_string_append_printf (said, "%s%s/%s %s%s%s", i > 0 ? ", " : "", event->begins, event->ends, event->zone,
                              *event->summary != '\0' ? " " : "", event->summary);
    }

  for (guint i = 0; i < import->problems->len; i++)
    g_string_append_printf (said, "; %s", (char *) g_ptr_array_index (import->problems, i));

  g_assert_cmpstr (said->str, ==, expected);
}

static void
test_clocks (void)
{
  assert_events (EVENT ("DTSTART;TZID=Europe/Berlin:20261201T103000\r\nDTEND;TZID=Europe/Berlin:20261201T110000\r\n"
                        "SUMMARY:Visit\\, with ä\r\n"),
                 "2026-12-01T10:30/2026-12-01T11:00 Europe/Berlin Visit, with ä");
  assert_events (EVENT ("DTSTART:20261201T153000Z\r\nDURATION:PT45M\r\n"),
                 "2026-12-01T10:30/2026-12-01T11:15 America/New_York");
  assert_events (EVENT ("DTSTART:20261201T103000\r\n"), "2026-12-01T10:30/ ");
  assert_events (EVENT ("DTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20261202\r\n"), "2026-12-01T00:00/ ");
  assert_events (EVENT ("DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20261201T103000\r\n"),
                 "2026-12-01T10:30/ Europe/Berlin");
  /* Half past ten there is half past four here, in July as well; the last week of October is five hours. */
  assert_events (WINDOWS_ZONE EVENT ("DTSTART;TZID=W. Europe Standard Time:20261201T103000\r\n"),
                 "2026-12-01T04:30/ America/New_York");
  assert_events (WINDOWS_ZONE EVENT ("DTSTART;TZID=W. Europe Standard Time:20271028T103000\r\n"),
                 "2027-10-28T04:30/ America/New_York");
  assert_events (WINDOWS_ZONE EVENT ("DTSTART;TZID=W. Europe Standard Time:20270320T103000\r\n"),
                 "2027-03-20T05:30/ America/New_York");
  assert_events (EVENT ("DTSTART;TZID=Mars/Olympus:20261201T103000\r\n"),
                 "2026-12-01T10:30/ ; The time zone “Mars/Olympus” is not known");
  assert_events (EVENT ("DTSTART;TZID=../../../etc/passwd:20261201T103000\r\n"),
                 "2026-12-01T10:30/ ; The time zone “../../../etc/passwd” is not known");
}

static void
test_repeats (void)
{
  /* Each second Monday until the end of the year: 23 November is the first, 7 and 21 December follow. */
  assert_events (EVENT ("DTSTART;TZID=America/New_York:20261123T090000\r\nDTEND;TZID=America/New_York:20261123T093000"
                        "\r\nRRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20261231T235959Z\r\n"),
                 "2026-11-23T09:00/2026-11-23T09:30 America/New_York, "
                 "2026-12-07T09:00/2026-12-07T09:30 America/New_York, "
                 "2026-12-21T09:00/2026-12-21T09:30 America/New_York");
  /* The end is that of the last time, on the clock of the event. */
  assert_events (EVENT ("DTSTART;TZID=America/New_York:20261123T200000\r\n"
                        "RRULE:FREQ=DAILY;UNTIL=20261125T010000Z\r\n"),
                 "2026-11-23T20:00/ America/New_York, 2026-11-24T20:00/ America/New_York");
  assert_events (EVENT ("DTSTART;TZID=Europe/Berlin:20261123T003000\r\nRRULE:FREQ=DAILY;UNTIL=20261124T233000Z\r\n"),
                 "2026-11-23T00:30/ Europe/Berlin, 2026-11-24T00:30/ Europe/Berlin, 2026-11-25T00:30/ Europe/Berlin");
  /* One is left out, one is added, one was moved. */
  assert_events (EVENT ("DTSTART;TZID=America/New_York:20261123T090000\r\nRRULE:FREQ=DAILY;COUNT=4\r\n"
                        "EXDATE;TZID=America/New_York:20261124T090000\r\nRDATE:20261201T150000Z\r\n")
                 EVENT ("RECURRENCE-ID:20261125T140000Z\r\nDTSTART;TZID=America/New_York:20261125T160000\r\n"
                        "SUMMARY:Later\r\n"),
                 "2026-11-23T09:00/ America/New_York, 2026-11-25T16:00/ America/New_York Later, "
                 "2026-11-26T09:00/ America/New_York, 2026-12-01T10:00/ America/New_York");
  /* What began long ago is taken from a month ago on; it has 9 in the summer and in the winter. */
  assert_events (EVENT ("DTSTART;TZID=America/New_York:20200115T090000\r\n"
                        "RRULE:FREQ=MONTHLY;BYMONTHDAY=15;UNTIL=20270401T000000Z\r\nEXDATE;VALUE=DATE:20270115\r\n"),
                 "2026-11-15T09:00/ America/New_York, 2026-12-15T09:00/ America/New_York, "
                 "2027-02-15T09:00/ America/New_York, 2027-03-15T09:00/ America/New_York");
}

static void
test_endless (void)
{
  static const char *const rules[] = {
    "FREQ=SECONDLY", "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30", "FREQ=HOURLY;INTERVAL=0", "FREQ=DAILY;BYHOUR=1,2,3",
    "FREQ=YEARLY;BYSECOND=0,1,2,3", "RSCALE=CHINESE;FREQ=YEARLY",
  };
  g_autoptr (HcCalendarImport) daily = read_text (HEAD EVENT ("DTSTART:20261201T103000\r\nRRULE:FREQ=DAILY\r\n") TAIL);
  g_autoptr (HcCalendarImport) never = read_text (HEAD EVENT ("DTSTART:20261201T103000\r\n"
                                                             "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n") TAIL);
  g_autoptr (HcCalendarImport) ancient = read_text (HEAD EVENT ("DTSTART:19010101T103000\r\n"
                                                                "RRULE:FREQ=DAILY\r\n") TAIL);

  g_assert_cmpuint (daily->events->len, ==, HC_CALENDAR_IMPORT_MAX_REPEATS);
  g_assert_cmpuint (daily->problems->len, ==, 1);
  g_assert_cmpuint (never->events->len, <=, 1);
  g_assert_cmpuint (ancient->events->len, ==, HC_CALENDAR_IMPORT_MAX_REPEATS);
  g_assert_cmpstr (((HcCalendarEvent *) ancient->events->pdata[0])->begins, ==, "2026-10-21T10:30");

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *text = g_strdup_printf (HEAD EVENT ("DTSTART:20261201T103000\r\nRRULE:%s\r\n") TAIL, rules[i]);
      g_autoptr (HcCalendarImport) import = read_text (text);

      g_test_message ("%s", rules[i]);
      g_assert_cmpuint (import->events->len, ==, 1);
    }

  /* Many that are old: the steps of all together are limited. */
  {
    g_autoptr (GString) text = g_string_new (HEAD);
    g_autoptr (HcCalendarImport) import = NULL;

    for (guint i = 0; i < 1000; i++)
      g_string_append (text, EVENT ("DTSTART:19010101T103000\r\nRRULE:FREQ=DAILY\r\n"));
    g_string_append (text, TAIL);
    import = read_text (text->str);
    g_assert_cmpuint (import->events->len, <, 5000);
    g_assert_cmpuint (import->problems->len, >, 0);
  }
}

static void
test_broken (void)
{
  assert_events (EVENT ("SUMMARY:No time\r\n") EVENT ("DTSTART:garbage\r\n")
                 EVENT ("DTSTART:20261201T103000\r\nSUMMARY:Good\r\n"),
                 "2026-12-01T10:30/  Good; 2 events have no beginning and were left out");
  assert_events (EVENT ("DTSTART:20261201T103000\r\nDTEND:20261130T103000\r\n"),
                 "2026-12-01T10:30/ ; 1 event ends before it begins. Its end was left out");
  /* The first has no end, the second is whole; the file ends within the third. */
  assert_events ("BEGIN:VEVENT\r\nDTSTART:20261201T103000\r\n" EVENT ("DTSTART:20261202T103000\r\n")
                 "BEGIN:VEVENT\r\nDTSTART:20261203T103000\r\n",
                 "2026-12-02T10:30/ ; 2 parts of the file cannot be read, or do not end");
  assert_events ("BEGIN:VTODO\r\nDTSTART:20261201T103000\r\nEND:VTODO\r\n", "");
  assert_events (EVENT ("BEGIN:VALARM\r\nBEGIN:A\r\nBEGIN:B\r\nBEGIN:C\r\nEND:C\r\nEND:B\r\nEND:A\r\nEND:VALARM\r\n"
                        "DTSTART:20261201T103000\r\n"),
                 "; 1 part of the file cannot be read, or does not end");
  assert_events (EVENT ("DTSTART:99991201T103000\r\n"), "; 1 event has no beginning and was left out");
}

static void
test_no_calendar (void)
{
  static const char *const texts[] = {
    "", "garbage", "BEGIN:VEVENT\r\nEND:VEVENT\r\n", "BEGIN:VCARD\r\nEND:VCARD\r\n",
  };
  g_autoptr (GDateTime) now = get_now ();

  for (guint i = 0; i <= G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = i < G_N_ELEMENTS (texts) ? g_bytes_new (texts[i], strlen (texts[i]))
                                                          : g_bytes_new (HEAD "\0" TAIL, sizeof HEAD TAIL);
      g_autoptr (GError) error = NULL;

      g_assert_null (hc_calendar_import_read (bytes, now, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

static void
assert_summary (const char *bytes,
                gsize       length,
                const char *summary,
                guint       n_problems)
{
  g_autoptr (HcCalendarImport) import = read_bytes (bytes, length);

  g_assert_cmpuint (import->events->len, ==, 1);
  g_assert_cmpstr (((HcCalendarEvent *) import->events->pdata[0])->summary, ==, summary);
  g_assert_cmpuint (import->problems->len, ==, n_problems);
}

static void
test_charsets (void)
{
  const char *text = HEAD EVENT ("DTSTART:20261201T103000\r\nSUMMARY:Größe\r\n") TAIL;
  const char *marked = "\xef\xbb\xbf" HEAD EVENT ("DTSTART:20261201T103000\r\nSUMMARY:Größe\r\n") TAIL;
  gsize length;
  g_autofree char *latin = g_convert (text, -1, "ISO-8859-1", "UTF-8", NULL, &length, NULL);
  gsize wide_length;
  g_autofree char *wide = g_convert (marked, -1, "UTF-16LE", "UTF-8", NULL, &wide_length, NULL);

  assert_summary (text, strlen (text), "Größe", 0);
  assert_summary (marked, strlen (marked), "Größe", 0);
  assert_summary (latin, length, "Größe", 1);
  assert_summary (wide, wide_length, "Größe", 1);
}

/* A line of a megabyte, a name of a megabyte, a hundred thousand events. */
static void
test_huge (void)
{
  g_autofree char *filler = g_strnfill (200 * 1024, 'x');
  g_autofree char *larger = g_strnfill (1024 * 1024, 'x');
  g_autofree char *long_text =
    g_strconcat (HEAD "BEGIN:VEVENT\r\nUID:", filler, "\r\nDTSTART:20261201T103000\r\nEND:VEVENT\r\n"
                 "BEGIN:VEVENT\r\nSUMMARY:", filler, "\r\nDTSTART:20261202T103000\r\nEND:VEVENT\r\n"
                 "BEGIN:VEVENT\r\nSUMMARY:", larger, "\r\nDTSTART:20261203T103000\r\nEND:VEVENT\r\n" TAIL, NULL);
  g_autoptr (HcCalendarImport) import = read_text (long_text);
  g_autoptr (GString) many = g_string_new (HEAD);
  g_autoptr (HcCalendarImport) crowd = NULL;
  const HcCalendarEvent *event;

  g_assert_cmpuint (import->events->len, ==, 2);
  g_assert_cmpuint (import->problems->len, ==, 1);
  event = g_ptr_array_index (import->events, 0);
  g_assert_cmpuint (strlen (event->uid), <, 500);
  event = g_ptr_array_index (import->events, 1);
  g_assert_cmpuint (strlen (event->summary), ==, 500);

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (many, "BEGIN:VEVENT\r\nUID:%u\r\nDTSTART:20261201T103000Z\r\nEND:VEVENT\r\n", i);
  g_string_append (many, TAIL);
  crowd = read_text (many->str);
  g_assert_cmpuint (crowd->events->len, ==, HC_CALENDAR_MAX_EVENTS);
  g_assert_cmpuint (crowd->problems->len, ==, 1);
  g_assert_cmpstr (crowd->problems->pdata[0], ==, "95000 more events were left out: there are too many");
}

/* Rules of a zone that would keep the library busy for ever are not followed. */
static void
test_hostile_zones (void)
{
  assert_events ("BEGIN:VTIMEZONE\r\nTZID:Evil\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0100\r\n"
                 "TZOFFSETTO:+0200\r\nRRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
                 EVENT ("DTSTART;TZID=Evil:20261201T103000\r\n"),
                 "2026-12-01T10:30/ ; The time zone “Evil” is not known");
  assert_events ("BEGIN:VTIMEZONE\r\nTZID:Evil\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0100\r\n"
                 "TZOFFSETTO:+0200\r\nRRULE:FREQ=DAILY\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
                 EVENT ("DTSTART;TZID=Evil:20261201T103000\r\n"),
                 "2026-12-01T10:30/ ; The time zone “Evil” is not known");
  assert_events ("BEGIN:VTIMEZONE\r\nTZID:Evil\r\nBEGIN:STANDARD\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
                 EVENT ("DTSTART;TZID=Evil:20261201T103000\r\n"),
                 "2026-12-01T10:30/ ; The time zone “Evil” is not known");
}

/* Bytes of a good file are changed, left out and repeated: whatever comes of it is read or refused. */
static void
test_mutated (void)
{
  const char *good = HEAD WINDOWS_ZONE EVENT ("DTSTART;TZID=W. Europe Standard Time:20261123T090000\r\n"
                                              "RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20261231T235959Z\r\n"
                                              "EXDATE:20261207T080000Z\r\nRDATE:20261201T150000Z\r\nDURATION:PT1H\r\n"
                                              "SUMMARY:a\\nb\r\nBEGIN:VALARM\r\nTRIGGER:-PT5M\r\nEND:VALARM\r\n")
                     EVENT ("RECURRENCE-ID:20261123T080000Z\r\nDTSTART:20261123T100000\r\n") TAIL;
  g_autoptr (GDateTime) now = get_now ();

  for (guint i = 0; i < 1500; i++)
    {
      g_autoptr (GString) text = g_string_new (good);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (HcCalendarImport) import = NULL;

      for (int n = g_test_rand_int_range (1, 6); n > 0; n--)
        {
          gssize place = g_test_rand_int_range (0, (int) text->len - 30);

          switch (g_test_rand_int_range (0, 4))
            {
            case 0:
              text->str[place] = (char) g_test_rand_int_range (1, 256);
              break;
            case 1:
              g_string_erase (text, place, g_test_rand_int_range (1, 20));
              break;
            case 2:
              {
                g_autofree char *piece = g_strndup (text->str + place, (gsize) g_test_rand_int_range (1, 30));

                g_string_insert (text, g_test_rand_int_range (0, (int) text->len), piece);
                break;
              }
            default:
              g_string_insert (text, place, g_test_rand_bit () ? "-" : "9");
            }
        }

      bytes = g_bytes_new (text->str, text->len);
      import = hc_calendar_import_read (bytes, now, NULL, NULL);
      for (guint j = 0; import != NULL && j < import->events->len; j++)
        {
          const HcCalendarEvent *event = g_ptr_array_index (import->events, j);

          g_assert_cmpuint (strlen (event->begins), ==, strlen ("2026-12-01T10:30"));
          g_assert_true (g_utf8_validate (event->summary, -1, NULL));
          g_assert_null (strpbrk (event->uid, "\r\n"));
        }
    }
}

static HcCalendarImport *
import_file (const char    *path,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GDateTime) now = get_now ();
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  hc_calendar_import_async (file, now, cancellable, fixture_result_cb, &place);
  result = fixture_wait (&place);

  return hc_calendar_import_finish (result, error);
}

static void
test_files (void)
{
  g_autofree char *folder = fixture_make_folder ();
  g_autofree char *good = g_build_filename (folder, "good.ics", NULL);
  g_autofree char *loop = g_build_filename (folder, "loop.ics", NULL);
  g_autoptr (HcCalendarImport) import = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL, loop_error = NULL, large_error = NULL, cancelled = NULL;

  fixture_write_file (folder, "good.ics", HEAD EVENT ("DTSTART:20261201T103000\r\n") TAIL, -1);
  import = import_file (good, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (import->events->len, ==, 1);

  g_cancellable_cancel (cancellable);
  g_assert_null (import_file (good, cancellable, &cancelled));
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (symlink (loop, loop), ==, 0);
  g_assert_null (import_file (loop, NULL, &loop_error));
  g_assert_error (loop_error, G_IO_ERROR, G_IO_ERROR_TOO_MANY_LINKS);
  g_assert_cmpint (truncate (good, HC_CALENDAR_IMPORT_MAX_BYTES + 1), ==, 0);
  g_assert_null (import_file (good, NULL, &large_error));
  g_assert_error (large_error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
  fixture_remove_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/context/calendar-import/clocks", test_clocks);
  g_test_add_func ("/context/calendar-import/repeats", test_repeats);
  g_test_add_func ("/context/calendar-import/endless", test_endless);
  g_test_add_func ("/context/calendar-import/broken", test_broken);
  g_test_add_func ("/context/calendar-import/no-calendar", test_no_calendar);
  g_test_add_func ("/context/calendar-import/charsets", test_charsets);
  g_test_add_func ("/context/calendar-import/huge", test_huge);
  g_test_add_func ("/context/calendar-import/hostile-zones", test_hostile_zones);
  g_test_add_func ("/context/calendar-import/mutated", test_mutated);
  g_test_add_func ("/context/calendar-import/files", test_files);

  return g_test_run ();
}
