/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "backup-fixture.h"

#include <glib/gstdio.h>

#define AT(day) "'2026-01-" day "T08:00:00.000000Z'"
#define NOTE(number) "'0a1b2c3d-0000-4000-8000-00000000000" number "'"

/* Two sides that share some things. On both sides note 1 was changed later in the file, 2 later here, 5 at
 * one time, with other words. */
static const char *const here =
  "INSERT INTO note VALUES"
  " (" NOTE ("1") ", NULL, NULL, NULL, 'one here',  " AT ("01") ", " AT ("02") "),"
  " (" NOTE ("2") ", NULL, NULL, NULL, 'two here',  " AT ("01") ", " AT ("04") "),"
  " (" NOTE ("4") ", NULL, NULL, NULL, 'four here', " AT ("01") ", " AT ("01") "),"
  " (" NOTE ("5") ", NULL, NULL, NULL, 'five here', " AT ("01") ", " AT ("01") ");"
  "INSERT INTO bookmark VALUES ('health-center:article/a', 'A here', " AT ("01") ");"
  "INSERT INTO quiz_answer VALUES ('', 'q1', 'Yes here', 1, " AT ("01") ");"
  "INSERT INTO drug_review VALUES ('', 'health-center:article/t', 1, 1, 1, 'here', " AT ("01") ");";

static const char *const there =
  "INSERT INTO note VALUES"
  " (" NOTE ("1") ", 'health-center:article/x', 'X', 'q', 'one there', " AT ("01") ", " AT ("03") "),"
  " (" NOTE ("2") ", NULL, NULL, NULL, 'two there', " AT ("01") ", " AT ("03") "),"
  " (" NOTE ("3") ", NULL, NULL, NULL, 'three there', " AT ("01") ", " AT ("01") "),"
  " (" NOTE ("5") ", NULL, NULL, NULL, 'five there', " AT ("01") ", " AT ("01") ");"
  "INSERT INTO bookmark VALUES ('health-center:article/a', 'A there', " AT ("09") "),"
  " ('health-center:article/b', 'B there', " AT ("01") ");"
  "INSERT INTO quiz_answer VALUES ('', 'q1', 'Yes there', 0, " AT ("09") "), ('', 'q2', 'No', 0, " AT ("01") "),"
  " ('0a1b2c3d-0000-4000-8000-00000000000a', 'q1', 'Hers', 1, " AT ("01") ");"
  "INSERT INTO drug_review VALUES ('', 'health-center:article/t', 5, 5, 5, 'there', " AT ("02") ");";

/* Worked by hand. */
static const char *const merged =
  "one there|health-center:article/x|q\ntwo here|NULL|NULL\nthree there|NULL|NULL\nfour here|NULL|NULL\n"
  "five here|NULL|NULL\n"
  "health-center:article/a|A here\nhealth-center:article/b|B there\n"
  "|q1|Yes here\n|q2|No\n0a1b2c3d-0000-4000-8000-00000000000a|q1|Hers\n"
  "|5|there";

static const char *const question =
  "SELECT text, link, quote FROM note ORDER BY id; SELECT link, title FROM bookmark ORDER BY link;"
  "SELECT person, question, chosen FROM quiz_answer ORDER BY person, question;"
  "SELECT person, effect, comment FROM drug_review;";

/* Makes a backup of a profile with these rows. */
static char *
make_backup (ProfileFixture *fixture,
             const char     *name,
             const char     *rows)
{
  ProfileFixture other = { 0 };
  char *path = backup_fixture_dup_path (fixture, name);

  profile_fixture_set_up (&other, NULL);
  profile_fixture_open (&other);
  profile_fixture_close (&other);
  fixture_execute (other.path, rows);
  profile_fixture_open (&other);
  backup_fixture_export (&other, path);
  profile_fixture_tear_down (&other, NULL);

  return path;
}

static void
make_present (ProfileFixture *fixture,
              const char     *rows)
{
  profile_fixture_open (fixture);
  profile_fixture_close (fixture);
  fixture_execute (fixture->path, rows);
  profile_fixture_open (fixture);
}

/* Out of one profile and into another, empty one: every value of every row is the same. */
static void
test_round_trip (ProfileFixture *fixture,
                 gconstpointer   data)
{
  g_autofree char *path = backup_fixture_dup_path (fixture, "all.hcbackup");
  g_autofree char *before = NULL, *after = NULL, *merged_rows = NULL, *files = NULL;
  ProfileFixture other = { 0 };
  HcImportCounts counts;

  backup_fixture_fill (fixture);
  before = backup_fixture_dup_rows (fixture->path);
  profile_fixture_open (fixture);
  backup_fixture_export (fixture, path);

  profile_fixture_set_up (&other, NULL);
  profile_fixture_open (&other);
  backup_fixture_import (&other, path, HC_IMPORT_MERGE, &counts);
  g_assert_cmpuint (counts.added, ==, 12);
  g_assert_cmpuint (counts.updated + counts.kept, ==, 0);
  profile_fixture_close (&other);
  merged_rows = backup_fixture_dup_rows (other.path);
  g_assert_cmpstr (merged_rows, ==, before);

  profile_fixture_open (&other);
  backup_fixture_import (&other, path, HC_IMPORT_REPLACE, &counts);
  g_assert_cmpuint (counts.added, ==, 12);
  profile_fixture_close (&other);
  after = backup_fixture_dup_rows (other.path);
  g_assert_cmpstr (after, ==, before);

  files = fixture_list_folder (other.profile_folder);
  g_assert_null (strstr (files, "transfer"));
  g_assert_null (strstr (files, "partial"));
  profile_fixture_tear_down (&other, NULL);
}

static void
test_contents (ProfileFixture *fixture,
               gconstpointer   data)
{
  g_autofree char *path = backup_fixture_dup_path (fixture, "all.hcbackup");
  g_autofree char *created = NULL, *oldest = NULL, *newest = NULL, *before = NULL, *after = NULL;
  g_autoptr (HcBackupContents) contents = NULL;

  backup_fixture_fill (fixture);
  profile_fixture_open (fixture);
  backup_fixture_export (fixture, path);
  before = fixture_list_folder (fixture->profile_folder);
  contents = backup_fixture_inspect (fixture, path);

  created = g_date_time_format_iso8601 (hc_backup_contents_get_created (contents));
  g_assert_cmpstr (created, ==, "2026-11-20T23:11:54Z");
  g_assert_cmpstr (hc_backup_contents_get_program_version (contents), !=, "");
  g_assert_true (g_strv_contains (hc_backup_contents_get_tables (contents), "bookmark"));
  g_assert_cmpstr (hc_backup_contents_get_tables (contents)[0], <, hc_backup_contents_get_tables (contents)[1]);
  g_assert_cmpuint (hc_backup_contents_get_n_rows (contents, "note"), ==, 3);
  g_assert_cmpuint (hc_backup_contents_get_n_rows (contents, "person"), ==, 1);
  g_assert_cmpuint (hc_backup_contents_get_n_rows (contents, "reading_place"), ==, 2);
  g_assert_cmpuint (hc_backup_contents_get_n_rows (contents, "no_such_table"), ==, 0);
  oldest = g_date_time_format_iso8601 (hc_backup_contents_get_oldest (contents));
  newest = g_date_time_format_iso8601 (hc_backup_contents_get_newest (contents));
  g_assert_cmpstr (oldest, ==, "2026-01-01T08:00:00Z");
  g_assert_cmpstr (newest, ==, "2026-01-09T08:00:00Z");

  /* With the last one who wants to know goes the database of it. */
  g_clear_object (&contents);
  after = fixture_list_folder (fixture->profile_folder);
  g_assert_cmpstr (after, ==, before);
}

static void
test_empty (ProfileFixture *fixture,
            gconstpointer   data)
{
  g_autofree char *path = make_backup (fixture, "empty.hcbackup", "");
  g_autoptr (HcBackupContents) contents = NULL;

  profile_fixture_open (fixture);
  contents = backup_fixture_inspect (fixture, path);
  g_assert_cmpuint (hc_backup_contents_get_n_rows (contents, "note"), ==, 0);
  g_assert_null (hc_backup_contents_get_oldest (contents));
  g_assert_null (hc_backup_contents_get_newest (contents));
}

static void
notify_state_cb (HcProfile  *profile,
                 GParamSpec *pspec,
                 GString    *states)
{
  g_string_append_printf (states, "%d ", (int) hc_profile_get_state (profile));
}

/* The stores show what the file had; what was there can be restored; what was saved meanwhile is not lost. */
static void
test_replace (ProfileFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *path = make_backup (fixture, "there.hcbackup", there);
  g_autofree char *before = NULL, *texts = NULL, *backup_rows = NULL, *restored = NULL;
  g_autofree char *aside = g_build_filename (fixture->profile_folder, "profile-set-aside-20261120T231154Z.db", NULL);
  g_autoptr (HcBackupContents) contents = NULL;
  g_autoptr (GString) states = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (HcNote) note = hc_note_new (NULL, NULL, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *place = NULL;

  make_present (fixture, here);
  profile_fixture_close (fixture);
  before = backup_fixture_dup_rows (fixture->path);
  profile_fixture_open (fixture);

  contents = backup_fixture_inspect (fixture, path);
  g_signal_connect (fixture->profile, "notify::state", G_CALLBACK (notify_state_cb), states);
  hc_profile_import_async (fixture->profile, contents, HC_IMPORT_REPLACE, fixture_result_cb, &place);
  g_assert_cmpint (hc_profile_get_state (fixture->profile), ==, HC_PROFILE_OPENING);
  profile_fixture_try_save (fixture, note, "written meanwhile", &error);
  g_assert_no_error (error);
  result = fixture_wait (&place);
  g_assert_true (hc_profile_import_finish (fixture->profile, result, NULL, &error));
  g_assert_no_error (error);
  g_string_printf (expected, "%d %d ", (int) HC_PROFILE_OPENING, (int) HC_PROFILE_READY);
  g_assert_cmpstr (states->str, ==, expected->str);
  g_clear_object (&result);

  texts = profile_fixture_dup_texts (fixture);
  g_assert_true (g_str_has_prefix (texts, "written meanwhile "));
  g_assert_nonnull (strstr (texts, "three there"));
  g_assert_null (strstr (texts, "here here"));
  g_assert_null (strstr (texts, "four"));
  g_assert_nonnull (hc_bookmark_store_lookup (hc_profile_get_bookmarks (fixture->profile), "health-center:article/b"));
  g_assert_true (g_file_test (aside, G_FILE_TEST_IS_REGULAR));

  backups = profile_fixture_list_backups (fixture);
  for (guint i = 0; i < backups->len; i++)
    {
      HcBackup *backup = g_ptr_array_index (backups, i);

      if (hc_backup_get_kind (backup) != HC_BACKUP_BEFORE_UPDATE)
        continue;

      g_assert_null (backup_rows);
      backup_rows = backup_fixture_dup_rows (hc_backup_get_path (backup));
      g_assert_cmpstr (backup_rows, ==, before);
      g_assert_true (profile_fixture_try_restore (fixture, backup, &error));
    }

  g_assert_nonnull (backup_rows);
  profile_fixture_close (fixture);
  restored = backup_fixture_dup_rows (fixture->path);
  g_assert_cmpstr (restored, ==, before);
}

/* The same contents can be imported again, and into a profile whose file was lost. */
static void
test_replace_damaged (ProfileFixture *fixture,
                      gconstpointer   data)
{
  g_autofree char *path = make_backup (fixture, "there.hcbackup", there);
  g_autofree char *aside = g_build_filename (fixture->profile_folder, "profile-set-aside-20261120T231154Z.db", NULL);
  g_autofree char *bytes = NULL, *texts = NULL;
  g_autoptr (HcBackupContents) contents = NULL;
  g_autoptr (GError) error = NULL;
  HcImportCounts counts;

  make_present (fixture, here);
  profile_fixture_close (fixture);
  fixture_write_file (fixture->profile_folder, "profile.db", "damaged", -1);
  g_assert_false (profile_fixture_try_open (fixture, &error));
  g_clear_error (&error);

  /* There is nothing to merge with. */
  contents = backup_fixture_inspect (fixture, path);
  g_assert_false (backup_fixture_try_import (fixture, contents, HC_IMPORT_MERGE, &counts, &error));
  g_assert_error (error, HC_BACKUP_ERROR, HC_BACKUP_ERROR_CANNOT_WRITE);
  g_clear_error (&error);
  g_assert_cmpint (hc_profile_get_state (fixture->profile), ==, HC_PROFILE_FAILED);

  g_assert_true (backup_fixture_try_import (fixture, contents, HC_IMPORT_REPLACE, &counts, &error));
  g_assert_no_error (error);
  g_assert_cmpint (hc_profile_get_state (fixture->profile), ==, HC_PROFILE_READY);
  g_assert_cmpuint (counts.added, ==, 10);
  texts = profile_fixture_dup_texts (fixture);
  g_assert_nonnull (strstr (texts, "three there"));
  g_assert_true (g_file_get_contents (aside, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, "damaged");
}

static void
test_merge (ProfileFixture *fixture,
            gconstpointer   data)
{
  g_autofree char *path = make_backup (fixture, "there.hcbackup", there);
  g_autofree char *before = NULL, *rows = NULL, *texts = NULL, *again = NULL, *backup_rows = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  HcImportCounts counts;

  make_present (fixture, here);
  profile_fixture_close (fixture);
  before = backup_fixture_dup_rows (fixture->path);
  profile_fixture_open (fixture);
  backup_fixture_import (fixture, path, HC_IMPORT_MERGE, &counts);

  /* Added: note 3, bookmark b, two answers. Newer: note 1, the review. As they were: notes 2 and 5,
   * bookmark a, an answer. */
  g_assert_cmpuint (counts.added, ==, 4);
  g_assert_cmpuint (counts.updated, ==, 2);
  g_assert_cmpuint (counts.kept, ==, 4);

  rows = fixture_query (fixture->path, question);
  g_assert_cmpstr (rows, ==, merged);
  texts = profile_fixture_dup_texts (fixture);
  g_assert_nonnull (strstr (texts, "one there"));
  g_assert_nonnull (strstr (texts, "three there"));
  g_assert_nonnull (strstr (texts, "four here"));
  g_assert_nonnull (hc_bookmark_store_lookup (hc_profile_get_bookmarks (fixture->profile), "health-center:article/b"));

  backups = profile_fixture_list_backups (fixture);
  g_assert_cmpint (hc_backup_get_kind (g_ptr_array_index (backups, 0)), ==, HC_BACKUP_BEFORE_UPDATE);
  backup_rows = backup_fixture_dup_rows (hc_backup_get_path (g_ptr_array_index (backups, 0)));
  g_assert_cmpstr (backup_rows, ==, before);

  /* A second time there is nothing to do. */
  backup_fixture_import (fixture, path, HC_IMPORT_MERGE, &counts);
  g_assert_cmpuint (counts.added + counts.updated, ==, 0);
  g_assert_cmpuint (counts.kept, ==, 10);
  again = fixture_query (fixture->path, question);
  g_assert_cmpstr (again, ==, merged);
}

static void
wrap_schema (ProfileFixture *fixture,
             const char     *path,
             const char     *name,
             int             schema,
             const char     *more)
{
  g_autofree char *dump = g_test_build_filename (G_TEST_DIST, "profile", "schema", name, NULL);
  g_autofree char *database = backup_fixture_dup_path (fixture, name);
  g_autofree char *sql = NULL;

  g_assert_true (g_file_get_contents (dump, &sql, NULL, NULL));
  fixture_execute (database, sql);
  fixture_execute (database, more);
  backup_fixture_wrap (path, database, schema);
}

/* Backups of the versions that people had. */
static void
test_older (ProfileFixture *fixture,
            gconstpointer   data)
{
  g_autofree char *path = backup_fixture_dup_path (fixture, "old.hcbackup");
  g_autofree char *texts = NULL, *merged_texts = NULL, *facts = NULL;
  g_autoptr (HcNote) note = NULL;
  g_autoptr (HcBackupContents) contents = NULL;

  profile_fixture_open (fixture);
  wrap_schema (fixture, path, "v1.sql", 1, "");
  contents = backup_fixture_inspect (fixture, path);
  g_assert_cmpstr (hc_backup_contents_get_program_version (contents), ==, "0.0.9");
  g_assert_cmpuint (hc_backup_contents_get_n_rows (contents, "note"), ==, 2);
  g_assert_cmpuint (hc_backup_contents_get_n_rows (contents, "medicine"), ==, 0);
  g_assert_true (g_strv_contains (hc_backup_contents_get_tables (contents), "medicine"));

  backup_fixture_import (fixture, path, HC_IMPORT_REPLACE, NULL);
  texts = profile_fixture_dup_texts (fixture);
  g_assert_cmpstr (texts, ==, "About a part A free note");

  /* In this one it says that it has a log, too. */
  wrap_schema (fixture, path, "v3.sql", 3, "PRAGMA journal_mode = WAL");
  note = profile_fixture_add_note (fixture, "here");
  backup_fixture_import (fixture, path, HC_IMPORT_MERGE, NULL);
  merged_texts = profile_fixture_dup_texts (fixture);
  g_assert_true (g_str_has_prefix (merged_texts, "here "));
  g_assert_nonnull (hc_person_store_get_first (hc_profile_get_people (fixture->profile)));
  facts = fixture_query (fixture->path, "PRAGMA user_version; PRAGMA integrity_check;");
  g_assert_cmpstr (facts, ==, FIXTURE_VERSION "\nok");
}

/* A database that was written with a log says so in its first bytes. */
static void
test_with_log (ProfileFixture *fixture,
               gconstpointer   data)
{
  g_autofree char *path = backup_fixture_dup_path (fixture, "log.hcbackup");
  g_autofree char *texts = NULL, *files = NULL;

  make_present (fixture, there);
  profile_fixture_close (fixture);
  backup_fixture_wrap (path, fixture->path, atoi (FIXTURE_VERSION));
  fixture_execute (fixture->path, "DELETE FROM note");
  profile_fixture_open (fixture);
  backup_fixture_import (fixture, path, HC_IMPORT_REPLACE, NULL);
  texts = profile_fixture_dup_texts (fixture);
  g_assert_nonnull (strstr (texts, "three there"));
  files = fixture_list_folder (fixture->profile_folder);
  g_assert_null (strstr (files, "transfer"));
}

/* Something that takes the place of the inspected database, or takes it away: nothing changes. */
static void
test_contents_gone (ProfileFixture *fixture,
                    gconstpointer   data)
{
  g_autofree char *path = make_backup (fixture, "there.hcbackup", there);
  g_autoptr (HcBackupContents) contents = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  make_present (fixture, here);
  contents = backup_fixture_inspect (fixture, path);
  dir = g_dir_open (fixture->profile_folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (fixture->profile_folder, name, NULL);

      if (g_str_has_prefix (name, "transfer"))
        g_assert_cmpint (g_unlink (file), ==, 0);
    }

  for (HcImportMode mode = HC_IMPORT_REPLACE; mode <= HC_IMPORT_MERGE; mode++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *texts = NULL;

      g_assert_false (backup_fixture_try_import (fixture, contents, mode, NULL, &error));
      g_assert_true (error->domain == HC_BACKUP_ERROR);
      g_assert_cmpint (hc_profile_get_state (fixture->profile), ==, HC_PROFILE_READY);
      texts = profile_fixture_dup_texts (fixture);
      g_assert_nonnull (strstr (texts, "four here"));
      g_assert_null (strstr (texts, "there"));
    }
}

/* What a killed program has left goes with the first opening, and not with a later one. */
static void
test_left_over (ProfileFixture *fixture,
                gconstpointer   data)
{
  g_autofree char *path = make_backup (fixture, "there.hcbackup", there);
  g_autofree char *left = g_build_filename (fixture->profile_folder, "transfer-ABCDEF", NULL);
  g_autofree char *log = g_build_filename (fixture->profile_folder, "transfer-ABCDEF-journal", NULL);
  g_autoptr (HcBackupContents) contents = NULL;
  g_autoptr (GError) error = NULL;

  profile_fixture_open (fixture);
  profile_fixture_close (fixture);
  fixture_write_file (fixture->profile_folder, "transfer-ABCDEF", "left", -1);
  fixture_write_file (fixture->profile_folder, "transfer-ABCDEF-journal", "left", -1);
  profile_fixture_open (fixture);
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));

  contents = backup_fixture_inspect (fixture, path);
  profile_fixture_open (fixture);
  g_assert_true (backup_fixture_try_import (fixture, contents, HC_IMPORT_MERGE, NULL, &error));
  g_assert_no_error (error);
}

static void
test_not_open (ProfileFixture *fixture,
               gconstpointer   data)
{
  g_autofree char *path = make_backup (fixture, "there.hcbackup", there);
  g_autoptr (GError) error = NULL;

  fixture->profile = hc_profile_new (fixture->profile_folder, fixture->clock);
  g_assert_null (backup_fixture_try_inspect (fixture, path, &error));
  g_assert_error (error, HC_BACKUP_ERROR, HC_BACKUP_ERROR_BUSY);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/profile/import/" name, ProfileFixture, NULL, \
              profile_fixture_set_up, func, profile_fixture_tear_down)

  ADD ("round-trip", test_round_trip);
  ADD ("contents", test_contents);
  ADD ("empty", test_empty);
  ADD ("replace", test_replace);
  ADD ("replace-damaged", test_replace_damaged);
  ADD ("merge", test_merge);
  ADD ("older", test_older);
  ADD ("with-log", test_with_log);
  ADD ("contents-gone", test_contents_gone);
  ADD ("left-over", test_left_over);
  ADD ("not-open", test_not_open);

  return g_test_run ();
}
