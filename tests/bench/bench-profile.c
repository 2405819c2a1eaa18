/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures a profile with a long history, see history.sql, beside plain SQLite that asks the same of the same
 * file. Prints one "name value unit" a line.
 *
 * usage: bench-profile PROFILE-FOLDER */

#include <sqlite3.h>
#include <stdlib.h>

#include "hc-profile.h"

#define N_ROUNDS 15
#define DAYS_AGO 1800
#define DAYS 30

#define TIME_FORMAT "%Y-%m-%dT%H:%M:%S.%fZ"

static void
fail (const char *message)
{
  g_printerr ("bench-profile: %s\n", message);
  exit (EXIT_FAILURE);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static void
print_median (const char *name,
              GArray     *times)
{
  g_array_sort (times, compare_doubles);
  g_print ("%s %.3f ms\n", name, g_array_index (times, double, times->len / 2));
}

static void
add_time (GArray *times,
          gint64  begin)
{
  double elapsed = (double) (g_get_monotonic_time () - begin) / 1000;

  g_array_append_val (times, elapsed);
}

static void
result_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GAsyncResult **place = user_data;

  *place = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **place)
{
  while (*place == NULL)
    g_main_context_iteration (NULL, TRUE);

  return g_steal_pointer (place);
}

static HcProfile *
open_profile (const char *folder,
              HcClock    *clock)
{
  HcProfile *profile = hc_profile_new (folder, clock);
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  hc_profile_open_async (profile, result_cb, &place);
  result = wait_for (&place);
  if (!hc_profile_open_finish (profile, result, &error))
    fail (error->message);

  return profile;
}

/* How much it has for itself, in KiB. */
static gint64
get_memory (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL) ||
      (line = strstr (status, "RssAnon:")) == NULL)
    return 0;

  return g_ascii_strtoll (line + strlen ("RssAnon:"), NULL, 10);
}

/* The first opening makes the copy of the day. */
static void
measure_opening (const char *folder,
                 HcClock    *clock)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  gint64 before = get_memory ();

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (HcProfile) profile = open_profile (folder, clock);

      add_time (times, begin);
      if (round == 0)
        {
          g_print ("open-first %.3f ms\n", g_array_index (times, double, 0));
          g_print ("open-memory %.1f MiB\n", (double) (get_memory () - before) / 1024);
          g_array_set_size (times, 0);
        }
    }

  print_median ("open", times);
}

/* Reads all columns of all rows of @sql between two times.
 *
 * Returns: how many rows there are */
static guint
read_plainly (sqlite3    *database,
              const char *sql,
              GDateTime  *from,
              GDateTime  *until)
{
  g_autofree char *first = g_date_time_format (from, TIME_FORMAT);
  g_autofree char *end = g_date_time_format (until, TIME_FORMAT);
  sqlite3_stmt *statement = NULL;
  guint n_rows = 0;

  if (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL) != SQLITE_OK)
    fail (sqlite3_errmsg (database));

  sqlite3_bind_text (statement, 1, first, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 2, end, -1, SQLITE_TRANSIENT);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        sqlite3_column_text (statement, i);
      n_rows++;
    }
  sqlite3_finalize (statement);

  return n_rows;
}

/* The file is read as a whole to know that it is sound, without a lock and before anything else, as the program does:
 * of a file that cannot be written SQLite looks at the pages only, not at the rules of the tables. */
static void
measure_plain_opening (const char *path,
                       GDateTime  *now)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GDateTime) month = g_date_time_add_days (now, -45);
  g_autoptr (GDateTime) days = g_date_time_add_days (now, -3);
  g_autofree char *uri = g_strdup_printf ("file:%s?immutable=1", path);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      gint64 begin = g_get_monotonic_time ();
      sqlite3 *database = NULL;

      if (sqlite3_open_v2 (uri, &database, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL) != SQLITE_OK ||
          sqlite3_exec (database, "PRAGMA quick_check", NULL, NULL, NULL) != SQLITE_OK)
        fail (sqlite3_errmsg (database));
      sqlite3_close (database);

      if (sqlite3_open (path, &database) != SQLITE_OK)
        fail (sqlite3_errmsg (database));
      read_plainly (database, "SELECT * FROM dose WHERE due >= ? AND due < ?", month, now);
      read_plainly (database, "SELECT * FROM diary_entry WHERE time >= ? AND time < ?", days, now);
      add_time (times, begin);
      sqlite3_close (database);
    }

  print_median ("open-plain", times);
}

static void
measure_doses (HcProfile *profile,
               sqlite3   *database,
               GDateTime *from,
               GDateTime *until)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) plain_times = g_array_new (FALSE, FALSE, sizeof (double));
  HcDoseLog *log = hc_profile_get_dose_log (profile);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      gint64 begin = g_get_monotonic_time ();
      GAsyncResult *place = NULL;
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GPtrArray) records = NULL;
      guint n_rows;

      hc_dose_log_query_async (log, NULL, from, until, result_cb, &place);
      result = wait_for (&place);
      records = hc_dose_log_query_finish (log, result, NULL);
      add_time (times, begin);

      begin = g_get_monotonic_time ();
      n_rows = read_plainly (database, "SELECT * FROM dose WHERE due >= ? AND due < ? ORDER BY due, medicine, key",
                             from, until);
      add_time (plain_times, begin);
      if (records == NULL || records->len != n_rows || n_rows == 0)
        fail ("the doses of a month could not be read");
    }

  print_median ("doses", times);
  print_median ("doses-plain", plain_times);
}

static void
measure_diary (HcProfile *profile,
               sqlite3   *database,
               GDateTime *from,
               GDateTime *until)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) plain_times = g_array_new (FALSE, FALSE, sizeof (double));
  HcDiary *diary = hc_profile_get_diary (profile);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      gint64 begin = g_get_monotonic_time ();
      GAsyncResult *place = NULL;
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GPtrArray) entries = NULL;
      guint n_rows;

      hc_diary_query_async (diary, "", FALSE, NULL, from, until, 0, result_cb, &place);
      result = wait_for (&place);
      entries = hc_diary_query_finish (diary, result, NULL);
      add_time (times, begin);

      begin = g_get_monotonic_time ();
      n_rows = read_plainly (database, "SELECT * FROM diary_entry WHERE person = '' AND time >= ? AND time < ?"
                             " ORDER BY time DESC, created DESC, rowid DESC", from, until);
      add_time (plain_times, begin);
      if (entries == NULL || entries->len != n_rows || n_rows == 0)
        fail ("the diary of a month could not be read");
    }

  print_median ("diary", times);
  print_median ("diary-plain", plain_times);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *path = NULL;
  g_autoptr (HcClock) clock = hc_clock_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) from = g_date_time_add_days (now, -DAYS_AGO);
  g_autoptr (GDateTime) until = g_date_time_add_days (from, DAYS);
  g_autoptr (HcProfile) profile = NULL;
  sqlite3 *database = NULL;

  if (argc != 2)
    {
      g_printerr ("usage: bench-profile PROFILE-FOLDER\n");
      return 2;
    }

  measure_opening (argv[1], clock);
  path = g_build_filename (argv[1], "profile.db", NULL);
  measure_plain_opening (path, now);

  profile = open_profile (argv[1], clock);
  if (sqlite3_open (path, &database) != SQLITE_OK)
    fail (sqlite3_errmsg (database));
  measure_doses (profile, database, from, until);
  measure_diary (profile, database, from, until);
  sqlite3_close (database);

  return EXIT_SUCCESS;
}
