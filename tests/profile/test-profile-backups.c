/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "profile-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>

#define DAY (24 * 60 * 60)

/* Returns: (transfer full): the names of the files of the folder of backups, a line each */
static char *
list_names (ProfileFixture *fixture)
{
  g_autofree char *backups = g_build_filename (fixture->profile_folder, "backups", NULL);
  g_autofree char *listing = NULL;
  g_autoptr (GRegex) rest = g_regex_new (" .*$", G_REGEX_MULTILINE, 0, NULL);

  if (!g_file_test (backups, G_FILE_TEST_EXISTS))
    return g_strdup ("no folder");

  listing = fixture_list_folder (backups);

  return g_regex_replace_literal (rest, listing, -1, 0, "", 0, NULL);
}

static void
assert_names (ProfileFixture *fixture,
              const char     *expected)
{
  g_autofree char *names = list_names (fixture);

  g_assert_cmpstr (names, ==, expected);
}

static void
open_at (ProfileFixture *fixture,
         gint64          seconds)
{
  profile_fixture_close (fixture);
  profile_fixture_set_time (fixture, seconds);
  profile_fixture_open (fixture);
}

static void
test_ten_days (ProfileFixture *fixture,
               gconstpointer   data)
{
  g_autoptr (HcNote) note = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  GStatBuf info;

  /* Nothing to be kept yet. */
  open_at (fixture, 0);
  open_at (fixture, DAY);
  assert_names (fixture, "no folder");
  note = profile_fixture_add_note (fixture, "day 1");

  for (guint day = 2; day <= 10; day++)
    {
      g_autofree char *text = g_strdup_printf ("day %u", day);

      open_at (fixture, day * DAY);
      /* A second start of the day makes no other. */
      open_at (fixture, day * DAY + 60);
      g_assert_true (profile_fixture_try_save (fixture, note, text, NULL));
    }

  /* November 22 to 30 were made, the last seven are kept. */
  assert_names (fixture,
                "profile-20261124T231154Z-daily.db\n"
                "profile-20261125T231154Z-daily.db\n"
                "profile-20261126T231154Z-daily.db\n"
                "profile-20261127T231154Z-daily.db\n"
                "profile-20261128T231154Z-daily.db\n"
                "profile-20261129T231154Z-daily.db\n"
                "profile-20261130T231154Z-daily.db");

  backups = profile_fixture_list_backups (fixture);
  g_assert_cmpuint (backups->len, ==, 7);

  for (guint i = 0; i < backups->len; i++)
    {
      HcBackup *backup = g_ptr_array_index (backups, i);
      g_autofree char *rows = fixture_query (hc_backup_get_path (backup),
                                             "SELECT text FROM note; PRAGMA integrity_check;"
                                             "PRAGMA user_version;");
      /* The newest first, each with the text of the evening before. */
      g_autofree char *expected = g_strdup_printf ("day %u\nok\n" FIXTURE_VERSION, 9 - i);

      g_assert_cmpint (g_date_time_to_unix (hc_backup_get_time (backup)), ==, FIXTURE_TIME + (10 - i) * DAY);
      g_assert_cmpint (hc_backup_get_kind (backup), ==, HC_BACKUP_DAILY);
      g_assert_cmpstr (rows, ==, expected);
      g_assert_cmpint (g_stat (hc_backup_get_path (backup), &info), ==, 0);
      g_assert_cmphex (info.st_mode & 0777, ==, 0600);
    }
}

/* The day is the one on the wall of the person. FIXTURE_TIME is 18:11:54 in a zone five hours
 * behind: midnight comes 20,886 seconds later. */
static void
test_local_day (ProfileFixture *fixture,
                gconstpointer   data)
{
  static const struct {
    int    seconds;
    guint  n_backups;
  } starts[] = {
    { 3000, 1 }, /* a new day in UTC */
    { 6000, 1 },
    { 20885, 1 },
    { 20886, 2 },
    { 20886 + 6000, 2 },
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (-5 * 60 * 60);
  g_autoptr (HcNote) note = NULL;

  profile_fixture_open (fixture);
  note = profile_fixture_add_note (fixture, "text");

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (FIXTURE_TIME + starts[i].seconds);
      g_autoptr (GDateTime) time = g_date_time_to_timezone (utc, zone);
      g_autoptr (GPtrArray) backups = NULL;

      profile_fixture_close (fixture);
      hc_clock_set_time (fixture->clock, time);
      profile_fixture_open (fixture);
      backups = profile_fixture_list_backups (fixture);
      g_assert_cmpuint (backups->len, ==, starts[i].n_backups);
    }
}

/* Seven copies from a time when the clock was years ahead: today's is made all the same, and stays. */
static void
test_clock_ahead (ProfileFixture *fixture,
                  gconstpointer   data)
{
  g_autoptr (HcNote) note = NULL;
  g_autofree char *names = NULL;

  profile_fixture_open (fixture);
  note = profile_fixture_add_note (fixture, "text");

  for (guint day = 0; day < 7; day++)
    open_at (fixture, (2000 + day) * DAY);

  open_at (fixture, DAY);
  names = list_names (fixture);
  g_assert_nonnull (strstr (names, "profile-20261121T231154Z-daily.db"));
  open_at (fixture, 2 * DAY);
  g_free (names);
  names = list_names (fixture);
  g_assert_nonnull (strstr (names, "profile-20261122T231154Z-daily.db"));
}

/* Only what can be restored is listed, and listing changes nothing. */
static void
test_list (ProfileFixture *fixture,
           gconstpointer   data)
{
  g_autofree char *folder = g_build_filename (fixture->profile_folder, "backups", NULL);
  g_autofree char *foreign = g_build_filename (folder, "profile-20260101T000000Z-daily.db", NULL);
  g_autofree char *newer = g_build_filename (folder, "profile-20260102T000000Z-daily.db", NULL);
  g_autoptr (HcNote) note = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *sound = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length;

  fixture->profile = hc_profile_new (fixture->profile_folder, fixture->clock);
  none = profile_fixture_list_backups (fixture);
  g_assert_cmpuint (none->len, ==, 0);

  profile_fixture_open (fixture);
  note = profile_fixture_add_note (fixture, "text");
  open_at (fixture, DAY);

  g_assert_true (g_file_get_contents (fixture->path, &sound, &length, NULL));
  fixture_write_file (folder, "profile-20260103T000000Z-daily.db", "", 0);
  fixture_write_file (folder, "profile-20260104T000000Z-daily.db", sound, (gssize) length / 2);
  fixture_write_file (folder, "profile-20260105T000000Z-before-update.db", sound, (gssize) length);
  fixture_write_file (folder, "profile-20260106T000000Z-daily.db.bak", sound, (gssize) length);
  fixture_write_file (folder, "profile-20260107T000000Z-daily.db", "This is a letter.", -1);
  fixture_execute (foreign, "CREATE TABLE note (id)");
  fixture_execute (newer,
                   "PRAGMA application_id = 1212371014; PRAGMA user_version = 99; CREATE TABLE note (id);");

  before = fixture_list_folder (folder);
  backups = profile_fixture_list_backups (fixture);
  after = fixture_list_folder (folder);
  g_assert_cmpstr (after, ==, before);

  g_assert_cmpuint (backups->len, ==, 2);
  g_assert_cmpint (hc_backup_get_kind (g_ptr_array_index (backups, 0)), ==, HC_BACKUP_DAILY);
  g_assert_cmpint (g_date_time_to_unix (hc_backup_get_time (g_ptr_array_index (backups, 0))), ==,
                   FIXTURE_TIME + DAY);
  g_assert_cmpint (hc_backup_get_kind (g_ptr_array_index (backups, 1)), ==, HC_BACKUP_BEFORE_UPDATE);
}

/* That there is no room for the copy does not keep the person from the notes. */
static void
test_no_room (ProfileFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *folder = g_build_filename (fixture->profile_folder, "backups", NULL);
  g_autofree char *long_text = g_strnfill (500000, 'x');
  g_autofree char *texts = NULL;
  g_autoptr (HcNote) note = NULL;
  struct rlimit limit;
  rlim_t usual;

  profile_fixture_open (fixture);
  note = profile_fixture_add_note (fixture, long_text);
  profile_fixture_close (fixture);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);

  /* The database has its size already; a copy may not reach it. */
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  usual = limit.rlim_cur;
  limit.rlim_cur = 200000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  open_at (fixture, DAY);
  limit.rlim_cur = usual;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);

  texts = profile_fixture_dup_texts (fixture);
  g_assert_cmpstr (texts, ==, long_text);
  assert_names (fixture, "");

  /* At the next start there is. */
  open_at (fixture, DAY + 60);
  assert_names (fixture, "profile-20261121T231254Z-daily.db");
}

static void
test_leftovers (ProfileFixture *fixture,
                gconstpointer   data)
{
  g_autofree char *folder = g_build_filename (fixture->profile_folder, "backups", NULL);
  g_autofree char *listing = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  fixture_write_file (fixture->profile_folder, "profile.db.partial", "x", 1);
  fixture_write_file (fixture->profile_folder, "profile.db.partial-journal", "x", 1);
  fixture_write_file (fixture->profile_folder, "letter.partial", "x", 1);
  fixture_write_file (folder, "profile-20261120T231154Z-daily.db.partial", "x", 1);
  fixture_write_file (folder, "profile-20261120T231154Z-daily.db.partial-wal", "x", 1);

  profile_fixture_open (fixture);
  profile_fixture_close (fixture);
  listing = fixture_list_folder (fixture->profile_folder);
  g_assert_true (g_str_has_prefix (listing, "backups/\nletter.partial 1 "));
  g_assert_null (strstr (listing, "db.partial"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/profile/backups/" name, ProfileFixture, NULL, \
              profile_fixture_set_up, func, profile_fixture_tear_down)

  ADD ("ten-days", test_ten_days);
  ADD ("local-day", test_local_day);
  ADD ("clock-ahead", test_clock_ahead);
  ADD ("list", test_list);
  ADD ("no-room", test_no_room);
  ADD ("leftovers", test_leftovers);

  return g_test_run ();
}
