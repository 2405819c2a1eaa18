/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-csv-export.h"
#include "profile-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/* The tables for a spreadsheet, as they are on the disk and as another program reads them. */

#define ANN "0a1b2c3d-0000-4000-8000-00000000000a"
#define BOB "0a1b2c3d-0000-4000-8000-00000000000b"
#define PILL "0a1b2c3d-0000-4000-8000-000000000001"
#define OTHER "0a1b2c3d-0000-4000-8000-000000000002"
#define OF_BOB "0a1b2c3d-0000-4000-8000-000000000003"

/* The person is in Berlin: an hour from UTC in November, two in summer. */
static void
open_in_berlin (ProfileFixture *fixture)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (FIXTURE_TIME);
  g_autoptr (GDateTime) time = g_date_time_to_timezone (utc, zone);

  hc_clock_set_time (fixture->clock, time);
  profile_fixture_open (fixture);
}

static char *
dup_path (ProfileFixture *fixture)
{
  return g_build_filename (fixture->folder, "table.csv", NULL);
}

static gboolean
try_export (ProfileFixture  *fixture,
            HcCsvTable       table,
            const char      *person,
            gboolean         include_unowned,
            const char      *path,
            GCancellable    *cancellable,
            GError         **error)
{
  g_autoptr (GHashTable) kinds = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  g_hash_table_insert (kinds, (char *) "weight", (char *) "Weight (kg)");
  hc_csv_export_async (fixture->profile, table, person, include_unowned, kinds, file, cancellable, fixture_result_cb,
                       &place);
  result = fixture_wait (&place);

  return hc_csv_export_finish (fixture->profile, result, error);
}

static void
export (ProfileFixture *fixture,
        HcCsvTable      table,
        gboolean        include_unowned)
{
  g_autofree char *path = dup_path (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_true (try_export (fixture, table, ANN, include_unowned, path, NULL, &error));
  g_assert_no_error (error);
}

static char *
dup_bytes (ProfileFixture *fixture)
{
  g_autofree char *path = dup_path (fixture);
  char *bytes = NULL;

  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));

  return bytes;
}

/* As Python's csv reads it, a list a row; NULL when there is no Python. */
static char *
read_table (ProfileFixture *fixture)
{
  g_autofree char *path = dup_path (fixture);
  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, "python3", READ_TABLE,
                                                      path, NULL);
  char *text = NULL;

  if (process == NULL)
    return NULL;

  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, NULL));
  g_assert_true (g_subprocess_get_successful (process));

  return text;
}

static void
assert_table (ProfileFixture *fixture,
              const char     *expected)
{
  g_autofree char *read = read_table (fixture);

  if (read == NULL)
    g_test_skip ("python3 is not installed");
  else
    g_assert_cmpstr (read, ==, expected);
}

static void
add_medicine (ProfileFixture *fixture,
              const char     *id,
              const char     *person,
              const char     *values) /* name, strength, form, reason, prescriber, notes, course */
{
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO medicine (id, person, created, actives, front, back, shape, color, color2, score, size, unit,"
    " name, strength, form, reason, prescriber, notes, course)"
    " VALUES ('%s', '%s', '2026-11-01T00:00:00.000000Z', '', '', '', '', '', '', 0, 0, 'tablet', %s)",
    id, person, values);

  fixture_execute (fixture->path, sql);
}

/* The schema is made by opening it once. */
static void
make_profile (ProfileFixture *fixture)
{
  profile_fixture_open (fixture);
  profile_fixture_close (fixture);
}

static char *
dup_course (void)
{
  g_autoptr (HcCourse) course = hc_course_new ();
  g_autoptr (HcSchedule) schedule = hc_schedule_new (HC_SCHEDULE_AT_TIMES);
  g_autoptr (GDateTime) from = g_date_time_new_from_iso8601 ("2026-07-01T06:00:00Z", NULL);
  g_autoptr (GDateTime) change = g_date_time_new_from_iso8601 ("2026-11-10T11:00:00Z", NULL);
  HcScheduleLine line = { .days = { .kind = HC_DAYS_EVERY }, .minute = 8 * 60, .amount = 2 };

  g_date_set_dmy (&schedule->first, 1, 7, 2026);
  g_array_append_val (schedule->lines, line);
  g_assert_true (hc_course_begin (course, from, "500 mg", schedule, NULL));
  g_array_index (schedule->lines, HcScheduleLine, 0).amount = 1;
  g_assert_true (hc_course_change (course, change, "300 mg", schedule, "sore hands", NULL));

  return hc_course_print (course);
}

static void
test_medicines (ProfileFixture *fixture,
                gconstpointer   data)
{
  g_autofree char *course = dup_course ();
  g_auto (GStrv) quotes = g_strsplit (course, "'", -1);
  g_autofree char *escaped = g_strjoinv ("''", quotes);
  g_autofree char *values = g_strdup_printf ("'Capecitabine', '500 mg', 'tablet', 'cancer', 'Dr. Who', '', '%s'",
                                             escaped);

  make_profile (fixture);
  add_medicine (fixture, PILL, ANN, values);
  add_medicine (fixture, OTHER, "", "'Tea', '', '', '', '', '', 'nothing that can be read'");
  add_medicine (fixture, OF_BOB, BOB, "'Secret', '', '', '', '', '', ''");
  open_in_berlin (fixture);

  export (fixture, HC_CSV_MEDICINES, TRUE);
  assert_table (fixture,
    "['Medicine', 'Strength', 'Form', 'Schedule', 'From', 'Until', 'Why changed', 'For', 'Prescribed by', 'Notes']\n"
    "['Capecitabine', '500 mg', 'tablet', '2 tablets at 08:00, every day, from 1 July 2026', '2026-07-01T08:00:00', "
    "'2026-11-10T12:00:00', 'sore hands', 'cancer', 'Dr. Who', '']\n"
    "['Capecitabine', '300 mg', 'tablet', '1 tablet at 08:00, every day, from 1 July 2026', '2026-11-10T12:00:00', "
    "'', '', 'cancer', 'Dr. Who', '']\n"
    "['Tea', '', '', '', '', '', '', '', '', '']\n");
}

/* Quotes, commas, lines, letters of all kinds; and what would be a formula. */
static void
test_texts (ProfileFixture *fixture,
            gconstpointer   data)
{
  g_autofree char *bytes = NULL;

  make_profile (fixture);
  add_medicine (fixture, PILL, ANN,
                "'5 \"big\" ones, and' || char (10) || 'more', 'µg é ü 药', '=HYPERLINK(\"http://x.invalid\")', "
                "'+1', '-1', '@SUM(A1)', ''");
  add_medicine (fixture, OTHER, ANN, "'  =1+1', char (9) || '=1', 'a=b', char (13) || '=1', '''', ',', ''");
  open_in_berlin (fixture);

  export (fixture, HC_CSV_MEDICINES, FALSE);
  assert_table (fixture,
    "['Medicine', 'Strength', 'Form', 'Schedule', 'From', 'Until', 'Why changed', 'For', 'Prescribed by', 'Notes']\n"
    "['5 \"big\" ones, and\\nmore', '\\xb5g \\xe9 \\xfc \\u836f', '\\'=HYPERLINK(\"http://x.invalid\")', "
    "'', '', '', '', \"'+1\", \"'-1\", \"'@SUM(A1)\"]\n"
    "[\"'  =1+1\", \"'\\t=1\", 'a=b', '', '', '', '', \"'\\r=1\", \"'\", ',']\n");

  /* As RFC 4180 has it, with the mark by which Excel knows UTF-8. */
  bytes = dup_bytes (fixture);
  g_assert_true (g_str_has_prefix (bytes, "\xef\xbb\xbf\"Medicine\",\"Strength\""));
  g_assert_true (g_str_has_suffix (bytes, "\r\n"));
  g_assert_nonnull (strstr (bytes, "\"5 \"\"big\"\" ones, and\nmore\","));
}

static void
test_doses (ProfileFixture *fixture,
            gconstpointer   data)
{
  make_profile (fixture);
  add_medicine (fixture, PILL, ANN, "'Capecitabine', '500 mg', '', '', '', '', ''");
  add_medicine (fixture, OF_BOB, BOB, "'Secret', '', '', '', '', '', ''");
  fixture_execute (fixture->path,
    "INSERT INTO dose (medicine, key, state, due, time, amount, note, changed) VALUES"
    " ('" PILL "', '2026-11-02T08:00', 'skipped', '2026-11-02T07:00:00.000000Z', '2026-11-02T07:10:00.000000Z', 0.5,"
    "  'felt sick', '2026-11-02T07:10:00.000000Z'),"
    " ('" PILL "', '2026-07-01T08:00', 'taken', '2026-07-01T06:00:00.000000Z', '2026-07-01T06:01:02.000000Z', 2, '',"
    "  '2026-07-01T06:01:02.000000Z'),"
    " ('" OF_BOB "', '2026-07-01T08:00', 'taken', '2026-07-01T06:00:00.000000Z', '2026-07-01T06:01:02.000000Z', 2,"
    "  '', '2026-07-01T06:01:02.000000Z')");
  open_in_berlin (fixture);

  export (fixture, HC_CSV_DOSES, TRUE);
  assert_table (fixture,
    "['Medicine', 'Strength', 'Due', 'State', 'Time', 'Amount', 'Amount in words', 'Note', 'Hours from UTC']\n"
    "['Capecitabine', '500 mg', '2026-07-01T08:00:00', 'taken', '2026-07-01T08:01:02', '2', '2 tablets', '', '2']\n"
    "['Capecitabine', '500 mg', '2026-11-02T08:00:00', 'left out', '2026-11-02T08:10:00', '0.5', '\\xbd tablet', "
    "'felt sick', '1']\n");
}

static void
test_diary (ProfileFixture *fixture,
            gconstpointer   data)
{
  g_autofree char *bytes = NULL;

  make_profile (fixture);
  fixture_execute (fixture->path,
    "INSERT INTO diary_entry (id, person, kind, time, value, text, covered, created, changed)"
    " SELECT '0a1b2c3d-0000-4000-8000-0000000000' || n, person, kind, time, value, text, covered,"
    "        '2026-11-02T07:10:00.000000Z', '2026-11-02T07:10:00.000000Z' FROM ("
    " SELECT 10 AS n, '" ANN "' AS person, 'weight' AS kind, '2026-11-02T07:00:00.000000Z' AS time, 70.25 AS value,"
    "        '' AS text, 0 AS covered"
    " UNION SELECT 11, '" ANN "', 'unheard-of', '2026-11-03T07:00:00.000000Z', -1.5, 'some words', 0"
    " UNION SELECT 12, '" ANN "', 'cea', '2026-11-04T07:00:00.000000Z', 77.7, 'frightening', 1"
    " UNION SELECT 13, '', 'weight', '2026-11-05T07:00:00.000000Z', 71, '', 0"
    " UNION SELECT 14, '" ANN "', 'note', '2026-11-06T07:00:00.000000Z', NULL, 'a day', 0"
    " UNION SELECT 15, '" BOB "', 'note', '2026-11-06T07:00:00.000000Z', NULL, 'not mine', 0)");
  open_in_berlin (fixture);

  export (fixture, HC_CSV_DIARY, FALSE);
  assert_table (fixture,
    "['Time', 'What', 'Value', 'Note', 'Hours from UTC']\n"
    "['2026-11-02T08:00:00', 'Weight (kg)', '70.25', '', '1']\n"
    "['2026-11-03T08:00:00', 'unheard-of', '-1.5', 'some words', '1']\n"
    "['2026-11-04T08:00:00', 'cea', '', 'covered', '1']\n"
    "['2026-11-06T08:00:00', 'note', '', 'a day', '1']\n");

  export (fixture, HC_CSV_DIARY, TRUE);
  bytes = dup_bytes (fixture);
  g_assert_nonnull (strstr (bytes, ",\"Weight (kg)\",71,"));
  g_assert_null (strstr (bytes, "frightening"));
  g_assert_null (strstr (bytes, "77.7"));
  g_assert_null (strstr (bytes, "not mine"));
}

/* In kilobytes. */
static int
get_memory (void)
{
  g_autofree char *status = NULL;
  const char *line;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  line = strstr (status, "VmHWM:");

  return line != NULL ? atoi (line + strlen ("VmHWM:")) : 0;
}

/* The table of so many doses has some megabytes; the program does not grow by them. */
static void
test_many (ProfileFixture *fixture,
           gconstpointer   data)
{
  g_autofree char *path = dup_path (fixture);
  g_autofree char *bytes = NULL;
  G_GNUC_UNUSED int before;
  GStatBuf info;
  guint n = 0;

  make_profile (fixture);
  add_medicine (fixture, PILL, ANN, "'Capecitabine', '500 mg', '', '', '', '', ''");
  fixture_execute (fixture->path,
    "WITH RECURSIVE n (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n WHERE n < 99999)"
    " INSERT INTO dose (medicine, key, state, due, time, amount, note, changed)"
    " SELECT '" PILL "', 'key ' || n, 'taken', t, t, 1, 'a note of a dose', t FROM"
    " (SELECT n, strftime ('%FT%T', 1000000000 + 3600 * n, 'unixepoch') || '.000000Z' AS t FROM n)");
  open_in_berlin (fixture);

  before = get_memory ();
  export (fixture, HC_CSV_DOSES, TRUE);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_size, >, 8 * 1000 * 1000);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  /* The sanitizer keeps what was freed. */
#ifndef __SANITIZE_ADDRESS__
  g_assert_cmpint (get_memory () - before, <, 4 * 1000);
#endif

  bytes = dup_bytes (fixture);
  for (const char *c = bytes; *c != '\0'; c++)
    n += *c == '\n' ? 1 : 0;
  g_assert_cmpuint (n, ==, 100001);
}

static void
test_bad_places (ProfileFixture *fixture,
                 gconstpointer   data)
{
  g_autofree char *path = dup_path (fixture);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "nowhere", "table.csv", NULL);
  g_autofree char *before = NULL, *files = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL, cancelled = NULL, closed = NULL;

  open_in_berlin (fixture);
  g_assert_false (try_export (fixture, HC_CSV_DIARY, ANN, TRUE, nowhere, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

  /* What was there before stays. */
  fixture_write_file (fixture->folder, "table.csv", "before", -1);
  g_cancellable_cancel (cancellable);
  g_assert_false (try_export (fixture, HC_CSV_DIARY, ANN, TRUE, path, cancellable, &cancelled));
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  before = dup_bytes (fixture);
  g_assert_cmpstr (before, ==, "before");
  files = fixture_list_folder (fixture->folder);
  g_assert_null (strstr (files, "partial"));

  hc_profile_close (fixture->profile);
  g_assert_false (try_export (fixture, HC_CSV_DIARY, ANN, TRUE, path, NULL, &closed));
  g_assert_error (closed, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CLOSED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/csv-export/" path, ProfileFixture, NULL, profile_fixture_set_up, func, profile_fixture_tear_down)

  ADD ("medicines", test_medicines);
  ADD ("texts", test_texts);
  ADD ("doses", test_doses);
  ADD ("diary", test_diary);
  ADD ("many", test_many);
  ADD ("bad-places", test_bad_places);

  return g_test_run ();
}
