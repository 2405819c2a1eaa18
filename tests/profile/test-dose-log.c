/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "profile-fixture.h"

#include <math.h>

/* What was done with doses, seen through the log and in the file. */

#define A "0a1b2c3d-0000-4000-8000-0000000000a1"
#define B "0a1b2c3d-0000-4000-8000-0000000000b1"
#define DAY (G_GINT64_CONSTANT (24) * 60 * 60)

static HcDoseLog *
get_log (ProfileFixture *fixture)
{
  return hc_profile_get_dose_log (fixture->profile);
}

/* Returns: (transfer full): a record of a dose that was due so many seconds after FIXTURE_TIME and taken a minute
 *   later */
static HcDoseRecord *
make (const char  *medicine,
      const char  *key,
      HcDoseState  state,
      gint64       seconds,
      double       amount)
{
  g_autoptr (GDateTime) due = g_date_time_new_from_unix_utc (FIXTURE_TIME + seconds);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (FIXTURE_TIME + seconds + 60);

  return hc_dose_record_new (medicine, key, state, due, time, amount, NULL);
}

static gboolean
try_save (ProfileFixture      *fixture,
          const HcDoseRecord  *record,
          GError             **error)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  hc_dose_log_save_async (get_log (fixture), record, fixture_result_cb, &place);
  result = fixture_wait (&place);

  return hc_dose_log_save_finish (get_log (fixture), result, error);
}

static void
save (ProfileFixture *fixture,
      const char     *medicine,
      const char     *key,
      HcDoseState     state,
      gint64          seconds,
      double          amount)
{
  g_autoptr (HcDoseRecord) record = make (medicine, key, state, seconds, amount);
  g_autoptr (GError) error = NULL;

  g_assert_true (try_save (fixture, record, &error));
  g_assert_no_error (error);
}

static gboolean
try_save_all (ProfileFixture  *fixture,
              GPtrArray       *records,
              GError         **error)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  hc_dose_log_save_all_async (get_log (fixture), records, fixture_result_cb, &place);
  result = fixture_wait (&place);

  return hc_dose_log_save_all_finish (get_log (fixture), result, error);
}

static void
remove_record (ProfileFixture *fixture,
               const char     *medicine,
               const char     *key)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  hc_dose_log_remove_async (get_log (fixture), medicine, key, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_dose_log_remove_finish (get_log (fixture), result, &error));
  g_assert_no_error (error);
}

/* The keys of records in their order, with spaces between them. */
static char *
dup_keys (GPtrArray *records)
{
  GString *keys = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (keys, "%s%s", i > 0 ? " " : "",
                            ((const HcDoseRecord *) g_ptr_array_index (records, i))->key);

  return g_string_free_and_steal (keys);
}

static void
assert_recent (ProfileFixture *fixture,
               const char     *medicine,
               const char     *expected)
{
  g_autoptr (GPtrArray) records = hc_dose_log_list_recent (get_log (fixture), medicine);
  g_autofree char *keys = dup_keys (records);

  g_assert_cmpstr (keys, ==, expected);
}

/* Asks for what was due from and until so many seconds after FIXTURE_TIME, -1 for no limit. */
static void
assert_query (ProfileFixture    *fixture,
              const char *const *medicines,
              gint64             from,
              gint64             until,
              const char        *expected)
{
  g_autoptr (GDateTime) first = from != -1 ? g_date_time_new_from_unix_utc (FIXTURE_TIME + from) : NULL;
  g_autoptr (GDateTime) end = until != -1 ? g_date_time_new_from_unix_utc (FIXTURE_TIME + until) : NULL;
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *keys = NULL;
  g_autoptr (GError) error = NULL;

  hc_dose_log_query_async (get_log (fixture), medicines, first, end, fixture_result_cb, &place);
  result = fixture_wait (&place);
  records = hc_dose_log_query_finish (get_log (fixture), result, &error);
  g_assert_no_error (error);
  keys = dup_keys (records);
  g_assert_cmpstr (keys, ==, expected);
}

static double
sum (ProfileFixture  *fixture,
     const char      *medicine,
     gint64           since,
     GError         **error)
{
  g_autoptr (GDateTime) first = since != -1 ? g_date_time_new_from_unix_utc (FIXTURE_TIME + since) : NULL;
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  hc_dose_log_sum_async (get_log (fixture), medicine, first, fixture_result_cb, &place);
  result = fixture_wait (&place);

  return hc_dose_log_sum_finish (get_log (fixture), result, error);
}

static void
assert_rows (ProfileFixture *fixture,
             const char     *sql,
             const char     *expected)
{
  g_autofree char *rows = fixture_query (fixture->path, sql);

  g_assert_cmpstr (rows, ==, expected);
}

static void
changed_cb (HcDoseLog  *log,
            const char *medicine,
            gpointer    user_data)
{
  g_string_append_printf (user_data, "%s ", medicine == NULL ? "all" : g_str_equal (medicine, A) ? "A" : "B");
}

/* All that is told of a dose is in the file, and there again in the next session. What was told last counts, and
 * only when the disk has it. */
static void
test_save (ProfileFixture *fixture,
           gconstpointer   data)
{
  const char *note = "Zoë's <b>note</b> '; DROP TABLE dose; -- 😀\nwith food";
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (GDateTime) due = g_date_time_new_from_iso8601 ("2026-11-20T08:00:00+02:00", NULL);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 ("2026-11-20T07:03:04.25+01:00", NULL);
  g_autoptr (HcDoseRecord) record = hc_dose_record_new (A, "2026-11-20 08:00", HC_DOSE_TAKEN, due, time, 1.5, note);
  g_autoptr (HcDoseRecord) other = hc_dose_record_new (A, "2026-11-20 08:00", HC_DOSE_SKIPPED, due, due, 2.0, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *place = NULL;
  g_autoptr (GError) error = NULL;
  const HcDoseRecord *shown;

  profile_fixture_open (fixture);
  g_signal_connect (get_log (fixture), "changed", G_CALLBACK (changed_cb), changes);
  g_assert_null (hc_dose_log_lookup (get_log (fixture), A, "2026-11-20 08:00"));
  hc_dose_log_save_async (get_log (fixture), record, fixture_result_cb, &place);
  g_assert_null (hc_dose_log_lookup (get_log (fixture), A, "2026-11-20 08:00"));
  result = fixture_wait (&place);
  g_assert_true (hc_dose_log_save_finish (get_log (fixture), result, &error));
  g_assert_no_error (error);
  assert_rows (fixture, "SELECT medicine, key, state, due, time, amount, changed FROM dose",
               A "|2026-11-20 08:00|taken|2026-11-20T06:00:00.000000Z|2026-11-20T06:03:04.250000Z|1.5"
               "|2026-11-20T23:11:54.000000Z");
  assert_rows (fixture, "SELECT note FROM dose", note);

  profile_fixture_close (fixture);
  profile_fixture_open (fixture);
  g_signal_connect (get_log (fixture), "changed", G_CALLBACK (changed_cb), changes);
  shown = hc_dose_log_lookup (get_log (fixture), A, "2026-11-20 08:00");
  g_assert_nonnull (shown);
  g_assert_cmpstr (shown->medicine, ==, A);
  g_assert_cmpstr (shown->key, ==, "2026-11-20 08:00");
  g_assert_cmpint (shown->state, ==, HC_DOSE_TAKEN);
  g_assert_true (g_date_time_equal (shown->due, due));
  g_assert_true (g_date_time_equal (shown->time, time));
  g_assert_cmpfloat (shown->amount, ==, 1.5);
  g_assert_cmpstr (shown->note, ==, note);
  g_assert_cmpint (g_date_time_to_unix (shown->changed), ==, FIXTURE_TIME);
  g_assert_null (hc_dose_log_lookup (get_log (fixture), B, "2026-11-20 08:00"));
  g_assert_null (hc_dose_log_lookup (get_log (fixture), A, "2026-11-20 09:00"));

  profile_fixture_set_time (fixture, 5);
  g_clear_object (&result);
  hc_dose_log_save_async (get_log (fixture), other, fixture_result_cb, &place);
  g_assert_cmpint (hc_dose_log_lookup (get_log (fixture), A, "2026-11-20 08:00")->state, ==, HC_DOSE_TAKEN);
  result = fixture_wait (&place);
  g_assert_true (hc_dose_log_save_finish (get_log (fixture), result, &error));
  shown = hc_dose_log_lookup (get_log (fixture), A, "2026-11-20 08:00");
  g_assert_cmpint (shown->state, ==, HC_DOSE_SKIPPED);
  g_assert_cmpstr (shown->note, ==, "");
  g_assert_cmpint (g_date_time_to_unix (shown->changed), ==, FIXTURE_TIME + 5);
  assert_rows (fixture, "SELECT state, time, amount, note, changed FROM dose",
               "skipped|2026-11-20T06:00:00.000000Z|2.0||2026-11-20T23:11:59.000000Z");
  g_assert_cmpstr (changes->str, ==, "A A ");
}

/* All doses of eight o'clock or none of them. */
static void
test_save_all (ProfileFixture *fixture,
               gconstpointer   data)
{
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_dose_record_free);
  g_autoptr (GError) error = NULL;

  profile_fixture_open (fixture);
  g_signal_connect (get_log (fixture), "changed", G_CALLBACK (changed_cb), changes);
  g_ptr_array_add (records, make (A, "1", HC_DOSE_TAKEN, 0, 1.0));
  g_ptr_array_add (records, make (B, "1", HC_DOSE_TAKEN, 0, 1.0));
  g_ptr_array_add (records, make (B, "2", HC_DOSE_TAKEN, 0, 0.0));
  g_assert_false (try_save_all (fixture, records, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_null (hc_dose_log_lookup (get_log (fixture), A, "1"));
  assert_rows (fixture, "SELECT count (*) FROM dose", "0");
  g_assert_cmpstr (changes->str, ==, "");

  ((HcDoseRecord *) g_ptr_array_index (records, 2))->amount = 3.0;
  g_assert_true (try_save_all (fixture, records, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (hc_dose_log_lookup (get_log (fixture), B, "2")->amount, ==, 3.0);
  assert_rows (fixture, "SELECT substr (medicine, -2), key FROM dose ORDER BY 1, 2", "a1|1\nb1|1\nb1|2");

  g_ptr_array_remove_index (records, 0);
  g_assert_true (try_save_all (fixture, records, &error));
  g_ptr_array_set_size (records, 0);
  g_assert_true (try_save_all (fixture, records, &error));
  g_assert_cmpstr (changes->str, ==, "all B ");
}

/* A mark is undone, and then it is as if nothing had been told. */
static void
test_remove (ProfileFixture *fixture,
             gconstpointer   data)
{
  g_autoptr (GString) changes = g_string_new (NULL);

  profile_fixture_open (fixture);
  save (fixture, A, "1", HC_DOSE_TAKEN, 0, 1.0);
  save (fixture, B, "1", HC_DOSE_TAKEN, 0, 1.0);
  g_signal_connect (get_log (fixture), "changed", G_CALLBACK (changed_cb), changes);

  hc_dose_log_remove_async (get_log (fixture), A, "1", NULL, NULL);
  g_assert_nonnull (hc_dose_log_lookup (get_log (fixture), A, "1"));
  remove_record (fixture, A, "1");
  g_assert_null (hc_dose_log_lookup (get_log (fixture), A, "1"));
  g_assert_nonnull (hc_dose_log_lookup (get_log (fixture), B, "1"));
  assert_rows (fixture, "SELECT medicine FROM dose", B);
  g_assert_cmpstr (changes->str, ==, "A A ");

  save (fixture, A, "1", HC_DOSE_SKIPPED, 0, 1.0);
  g_assert_cmpint (hc_dose_log_lookup (get_log (fixture), A, "1")->state, ==, HC_DOSE_SKIPPED);
}

static void
test_query (ProfileFixture *fixture,
            gconstpointer   data)
{
  const char *only_a[] = { A, NULL }, *both[] = { B, A, NULL }, *none[] = { NULL };

  profile_fixture_open (fixture);
  save (fixture, A, "noon", HC_DOSE_TAKEN, 100, 1.0);
  save (fixture, B, "evening", HC_DOSE_SNOOZED, 200, 1.0);
  save (fixture, A, "morning", HC_DOSE_SKIPPED, 0, 1.0);
  save (fixture, B, "old", HC_DOSE_TAKEN, -3650 * DAY, 1.0);
  save (fixture, A, "also-noon", HC_DOSE_TAKEN, 100, 1.0);
  save (fixture, A, "future", HC_DOSE_TAKEN, 36500 * DAY, 1.0);

  assert_query (fixture, NULL, -1, -1, "old morning also-noon noon evening future");
  assert_query (fixture, NULL, 0, 200, "morning also-noon noon");
  assert_query (fixture, NULL, 1, 201, "also-noon noon evening");
  assert_query (fixture, NULL, -1, 0, "old");
  assert_query (fixture, NULL, 200, -1, "evening future");
  assert_query (fixture, only_a, -1, 200, "morning also-noon noon");
  assert_query (fixture, both, -1, -1, "old morning also-noon noon evening future");
  assert_query (fixture, none, -1, -1, "");
  assert_recent (fixture, NULL, "old morning also-noon noon evening future");
  assert_recent (fixture, B, "old evening");
}

/* What is asked after something was saved knows it. */
static void
test_order (ProfileFixture *fixture,
            gconstpointer   data)
{
  profile_fixture_open (fixture);

  for (guint i = 1; i <= 50; i++)
    {
      g_autoptr (HcDoseRecord) record = make (A, "1", i % 2 == 0 ? HC_DOSE_TAKEN : HC_DOSE_SKIPPED, 0, i);

      hc_dose_log_save_async (get_log (fixture), record, NULL, NULL);
    }

  g_assert_cmpfloat (sum (fixture, A, -1, NULL), ==, 50.0);
  g_assert_cmpfloat (hc_dose_log_lookup (get_log (fixture), A, "1")->amount, ==, 50.0);
  assert_query (fixture, NULL, -1, -1, "1");
}

/* What left the box: taken, whenever it was due. The sums are worked out by hand. */
static void
test_sum (ProfileFixture *fixture,
          gconstpointer   data)
{
  g_autoptr (GError) error = NULL;

  profile_fixture_open (fixture);
  g_assert_cmpfloat (sum (fixture, A, -1, NULL), ==, 0.0);
  save (fixture, A, "1", HC_DOSE_TAKEN, 0, 1.5);
  save (fixture, A, "2", HC_DOSE_TAKEN, 100, 2.0);
  save (fixture, A, "3", HC_DOSE_SKIPPED, 200, 4.0);
  save (fixture, A, "4", HC_DOSE_SNOOZED, 300, 8.0);
  save (fixture, B, "5", HC_DOSE_TAKEN, 400, 16.0);

  /* Each was taken 60 s after it was due. */
  g_assert_cmpfloat (sum (fixture, A, -1, NULL), ==, 3.5);
  g_assert_cmpfloat (sum (fixture, A, 60, NULL), ==, 3.5);
  g_assert_cmpfloat (sum (fixture, A, 61, NULL), ==, 2.0);
  g_assert_cmpfloat (sum (fixture, A, 161, NULL), ==, 0.0);
  g_assert_cmpfloat (sum (fixture, B, 0, NULL), ==, 16.0);

  hc_profile_close (fixture->profile);
  g_assert_cmpfloat (sum (fixture, A, -1, &error), ==, -1.0);
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CLOSED);
}

static void
assert_refused (ProfileFixture *fixture,
                const char     *medicine,
                const char     *key,
                double          amount,
                const char     *note)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (FIXTURE_TIME);
  g_autoptr (HcDoseRecord) record = hc_dose_record_new (medicine, key, HC_DOSE_TAKEN, time, time, amount, note);
  g_autoptr (GError) error = NULL;

  g_assert_false (try_save (fixture, record, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CONSTRAINT);
  /* What was told before still counts. */
  g_assert_cmpfloat (hc_dose_log_lookup (get_log (fixture), A, "1")->amount, ==, 1000000.0);
}

static void
test_refused (ProfileFixture *fixture,
              gconstpointer   data)
{
  profile_fixture_open (fixture);
  save (fixture, A, "1", HC_DOSE_TAKEN, 0, 0.001);
  save (fixture, A, "1", HC_DOSE_TAKEN, 0, 1000000.0);

  assert_refused (fixture, A, "1", 0.0, NULL);
  assert_refused (fixture, A, "1", -1.0, NULL);
  assert_refused (fixture, A, "1", 1000000.5, NULL);
  assert_refused (fixture, A, "1", 1e9, NULL);
  assert_refused (fixture, A, "1", NAN, NULL);
  assert_refused (fixture, A, "1", INFINITY, NULL);
  assert_refused (fixture, A, "1", -INFINITY, NULL);
  assert_refused (fixture, A, "1", 1.0, "\xff");
  assert_refused (fixture, A, "\xc3", 1.0, NULL);
  assert_refused (fixture, A, "", 1.0, NULL);
  assert_refused (fixture, "", "1", 1.0, NULL);
  assert_refused (fixture, "a", "1", 1.0, NULL);
  assert_rows (fixture, "SELECT key, amount FROM dose", "1|1000000.0");
}

/* A dose that is confirmed stays so when the clock goes back by a year, also if it said so then. */
static void
test_clock_back (ProfileFixture *fixture,
                 gconstpointer   data)
{
  profile_fixture_open (fixture);
  save (fixture, A, "1", HC_DOSE_TAKEN, -DAY, 1.0);
  profile_fixture_set_time (fixture, -365 * DAY);
  g_assert_cmpint (hc_dose_log_lookup (get_log (fixture), A, "1")->state, ==, HC_DOSE_TAKEN);
  profile_fixture_close (fixture);
  profile_fixture_open (fixture);
  g_assert_cmpint (hc_dose_log_lookup (get_log (fixture), A, "1")->state, ==, HC_DOSE_TAKEN);

  /* What is told with the earlier clock is told last. */
  save (fixture, A, "1", HC_DOSE_SKIPPED, -DAY, 1.0);
  g_assert_cmpint (hc_dose_log_lookup (get_log (fixture), A, "1")->state, ==, HC_DOSE_SKIPPED);
  assert_rows (fixture, "SELECT state, changed FROM dose", "skipped|2025-11-20T23:11:54.000000Z");
  profile_fixture_close (fixture);

  /* A clock that was ahead while the profile opened, and was set right then. */
  profile_fixture_set_time (fixture, 3650 * DAY);
  profile_fixture_open (fixture);
  profile_fixture_set_time (fixture, 0);
  g_assert_cmpint (hc_dose_log_lookup (get_log (fixture), A, "1")->state, ==, HC_DOSE_SKIPPED);
}

/* A dose is known by its name. The zone of the person, and that of the process, may be another when it is looked
 * for; times of the hour that comes twice in autumn stay apart. */
static void
test_time_zone (ProfileFixture *fixture,
                gconstpointer   data)
{
  g_autoptr (GTimeZone) kiritimati = g_time_zone_new_identifier ("Pacific/Kiritimati");
  g_autoptr (GTimeZone) pago_pago = g_time_zone_new_identifier ("Pacific/Pago_Pago");
  g_autoptr (GDateTime) due = g_date_time_new (kiritimati, 2026, 11, 21, 8, 0, 0.0);
  g_autoptr (GDateTime) elsewhere = g_date_time_new (pago_pago, 2026, 11, 20, 12, 0, 0.0);
  g_autoptr (GDateTime) summer = g_date_time_new_from_iso8601 ("2026-10-25T02:30:00+02:00", NULL);
  g_autoptr (GDateTime) winter = g_date_time_new_from_iso8601 ("2026-10-25T02:30:00+01:00", NULL);
  g_autoptr (HcDoseRecord) record = hc_dose_record_new (A, "8:00", HC_DOSE_TAKEN, due, due, 1.0, NULL);
  g_autoptr (HcDoseRecord) first = hc_dose_record_new (B, "summer", HC_DOSE_TAKEN, summer, summer, 1.0, NULL);
  g_autoptr (HcDoseRecord) second = hc_dose_record_new (B, "winter", HC_DOSE_TAKEN, winter, winter, 1.0, NULL);
  g_autofree char *zone = g_strdup (g_getenv ("TZ"));
  const HcDoseRecord *shown;

  hc_clock_set_time (fixture->clock, due);
  profile_fixture_open (fixture);
  g_assert_true (try_save (fixture, record, NULL));
  g_assert_true (try_save (fixture, second, NULL));
  g_assert_true (try_save (fixture, first, NULL));
  /* 14 hours ahead of UTC. */
  assert_rows (fixture, "SELECT key, due FROM dose ORDER BY due",
               "summer|2026-10-25T00:30:00.000000Z\nwinter|2026-10-25T01:30:00.000000Z\n"
               "8:00|2026-11-20T18:00:00.000000Z");
  profile_fixture_close (fixture);

  g_setenv ("TZ", "Pacific/Pago_Pago", TRUE);
  hc_clock_set_time (fixture->clock, elsewhere);
  profile_fixture_open (fixture);
  shown = hc_dose_log_lookup (get_log (fixture), A, "8:00");
  g_assert_cmpint (shown->state, ==, HC_DOSE_TAKEN);
  g_assert_true (g_date_time_equal (shown->due, due));
  assert_recent (fixture, NULL, "summer winter 8:00");

  g_setenv ("TZ", zone != NULL ? zone : "UTC", TRUE);
}

/* Fills the file with 3,000 rows of A by SQL, a minute from one to the next, the last 45 days before FIXTURE_TIME. */
static void
fill (ProfileFixture *fixture)
{
  fixture_execute (fixture->path,
                   "WITH RECURSIVE number (n) AS (VALUES (0) UNION ALL SELECT n + 1 FROM number WHERE n < 2999)"
                   " INSERT INTO dose SELECT '" A "', n, 'taken',"
                   "   strftime ('%FT%T.000000Z', '2026-11-20 23:11:54', '-45 days', format ('-%d minutes', n)),"
                   "   '2026-11-20T06:00:00.000000Z', 1.0, '', '2026-11-20T06:00:00.000000Z' FROM number");
}

static guint
count_recent (ProfileFixture *fixture)
{
  g_autoptr (GPtrArray) records = hc_dose_log_list_recent (get_log (fixture), NULL);

  return records->len;
}

/* A long history is not kept in memory; what is recent is, and some more for when the clock is wrong. */
static void
test_recent (ProfileFixture *fixture,
             gconstpointer   data)
{
  profile_fixture_open (fixture);
  profile_fixture_close (fixture);
  fill (fixture);

  /* One is not older than 45 days. */
  profile_fixture_open (fixture);
  g_assert_nonnull (hc_dose_log_lookup (get_log (fixture), A, "0"));
  g_assert_nonnull (hc_dose_log_lookup (get_log (fixture), A, "999"));
  g_assert_null (hc_dose_log_lookup (get_log (fixture), A, "1000"));
  g_assert_cmpuint (count_recent (fixture), ==, 1000);
  /* What was forgotten in memory is not forgotten. */
  g_assert_cmpfloat (sum (fixture, A, -1, NULL), ==, 3000.0);

  /* What is saved of it is shown. */
  save (fixture, A, "2000", HC_DOSE_SKIPPED, -60 * DAY, 1.0);
  g_assert_cmpint (hc_dose_log_lookup (get_log (fixture), A, "2000")->state, ==, HC_DOSE_SKIPPED);
  profile_fixture_close (fixture);

  /* 2,000 of them are not older than 45 days: 1,999 minutes earlier 45 days back is the time of the 2,000th. */
  profile_fixture_set_time (fixture, -1999 * 60);
  profile_fixture_open (fixture);
  g_assert_cmpuint (count_recent (fixture), ==, 2000);
  g_assert_nonnull (hc_dose_log_lookup (get_log (fixture), A, "1999"));
  g_assert_null (hc_dose_log_lookup (get_log (fixture), A, "2001"));
}

/* Nothing is shown that the disk does not have. */
static void
test_closed (ProfileFixture *fixture,
             gconstpointer   data)
{
  g_autoptr (HcDoseRecord) record = make (A, "1", HC_DOSE_TAKEN, 0, 1.0);
  g_autoptr (HcDoseRecord) other = make (A, "2", HC_DOSE_TAKEN, 0, 1.0);
  g_autoptr (GError) error = NULL;

  fixture->profile = hc_profile_new (fixture->profile_folder, fixture->clock);
  g_assert_false (try_save (fixture, record, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CLOSED);
  g_clear_error (&error);
  g_assert_null (hc_dose_log_lookup (get_log (fixture), A, "1"));

  profile_fixture_open (fixture);
  g_assert_true (try_save (fixture, record, &error));
  fixture_execute (fixture->path, "CREATE TRIGGER full BEFORE INSERT ON dose BEGIN SELECT RAISE (ABORT, 'no'); END");
  g_assert_false (try_save (fixture, other, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CONSTRAINT);
  assert_recent (fixture, NULL, "1");
  assert_rows (fixture, "SELECT key FROM dose", "1");
}

/* A backup that is restored shows its own records, and a fresh profile none. */
static void
test_restore (ProfileFixture *fixture,
              gconstpointer   data)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GString) changes = g_string_new (NULL);

  profile_fixture_open (fixture);
  save (fixture, A, "1", HC_DOSE_TAKEN, 0, 1.0);
  profile_fixture_open (fixture); /* makes the copy of the day */
  save (fixture, A, "2", HC_DOSE_TAKEN, 100, 1.0);
  backups = profile_fixture_list_backups (fixture);
  g_assert_cmpuint (backups->len, ==, 1);
  g_signal_connect (get_log (fixture), "changed", G_CALLBACK (changed_cb), changes);

  g_assert_true (profile_fixture_try_restore (fixture, g_ptr_array_index (backups, 0), NULL));
  assert_recent (fixture, NULL, "1");
  assert_query (fixture, NULL, -1, -1, "1");

  g_assert_true (profile_fixture_try_fresh (fixture, NULL));
  assert_recent (fixture, NULL, "");
  g_assert_cmpstr (changes->str, ==, "all all ");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/profile/dose-log/" name, ProfileFixture, NULL, \
              profile_fixture_set_up, func, profile_fixture_tear_down)

  ADD ("save", test_save);
  ADD ("save-all", test_save_all);
  ADD ("remove", test_remove);
  ADD ("query", test_query);
  ADD ("order", test_order);
  ADD ("sum", test_sum);
  ADD ("refused", test_refused);
  ADD ("clock-back", test_clock_back);
  ADD ("time-zone", test_time_zone);
  ADD ("recent", test_recent);
  ADD ("closed", test_closed);
  ADD ("restore", test_restore);

  return g_test_run ();
}
