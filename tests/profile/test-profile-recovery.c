/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "profile-fixture.h"

#include <glib/gstdio.h>

#define DAY (24 * 60 * 60)

static void
assert_texts (ProfileFixture *fixture,
              const char     *expected)
{
  g_autofree char *texts = profile_fixture_dup_texts (fixture);

  g_assert_cmpstr (texts, ==, expected);
}

static void
assert_file (ProfileFixture *fixture,
             const char     *name,
             const char     *expected)
{
  g_autofree char *path = g_build_filename (fixture->profile_folder, name, NULL);
  g_autofree char *bytes = NULL;

  g_test_message ("%s", name);
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, expected);
}

/* A profile with a backup that says "yesterday" and a database that says "today". */
static void
make_backup (ProfileFixture *fixture)
{
  g_autoptr (HcNote) note = NULL;

  profile_fixture_open (fixture);
  note = profile_fixture_add_note (fixture, "yesterday");
  profile_fixture_close (fixture);
  profile_fixture_set_time (fixture, DAY);
  profile_fixture_open (fixture);
  g_assert_true (profile_fixture_try_save (fixture, note, "today", NULL));
}

static void
test_restore_damaged (ProfileFixture *fixture,
                      gconstpointer   data)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = NULL;

  make_backup (fixture);
  profile_fixture_close (fixture);
  fixture_write_file (fixture->profile_folder, "profile.db", "damaged", -1);
  fixture_write_file (fixture->profile_folder, "profile.db-wal", "its log", -1);
  fixture_write_file (fixture->profile_folder, "profile.db-shm", "its index", -1);

  g_assert_false (profile_fixture_try_open (fixture, &error));
  g_clear_error (&error);
  profile_fixture_watch (G_LIST_MODEL (hc_profile_get_notes (fixture->profile)), changes);
  backups = profile_fixture_list_backups (fixture);
  g_assert_cmpuint (backups->len, ==, 1);

  profile_fixture_set_time (fixture, DAY + 60);
  g_assert_true (profile_fixture_try_restore (fixture, g_ptr_array_index (backups, 0), &error));
  g_assert_no_error (error);
  g_assert_cmpint (hc_profile_get_state (fixture->profile), ==, HC_PROFILE_READY);
  g_assert_null (hc_profile_get_error (fixture->profile));
  assert_texts (fixture, "yesterday");
  g_assert_cmpstr (changes->str, ==, "0-0+1 ");

  assert_file (fixture, "profile-set-aside-20261121T231254Z.db", "damaged");
  assert_file (fixture, "profile-set-aside-20261121T231254Z.db-wal", "its log");
  assert_file (fixture, "profile-set-aside-20261121T231254Z.db-shm", "its index");
  rows = fixture_query (fixture->path, "SELECT text FROM note; PRAGMA integrity_check");
  g_assert_cmpstr (rows, ==, "yesterday\nok");

  /* The same second once more: what is set aside gets a name of its own. */
  g_assert_true (profile_fixture_try_restore (fixture, g_ptr_array_index (backups, 0), &error));
  g_assert_no_error (error);
  assert_file (fixture, "profile-set-aside-20261121T231254Z.db", "damaged");
  {
    g_autofree char *second = g_build_filename (fixture->profile_folder,
                                                "profile-set-aside-20261121T231254Z-2.db", NULL);
    g_autofree char *second_rows = fixture_query (second, "SELECT text FROM note");

    g_assert_cmpstr (second_rows, ==, "yesterday");
  }
}

static void
test_restore_ready (ProfileFixture *fixture,
                    gconstpointer   data)
{
  g_autofree char *aside = g_build_filename (fixture->profile_folder,
                                             "profile-set-aside-20261121T231154Z.db", NULL);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (HcNote) unsaved = hc_note_new (NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = NULL;

  make_backup (fixture);
  backups = profile_fixture_list_backups (fixture);

  /* A save that was handed over before belongs to the old file. */
  hc_note_store_save_async (hc_profile_get_notes (fixture->profile), unsaved, "late", NULL, NULL);
  g_assert_true (profile_fixture_try_restore (fixture, g_ptr_array_index (backups, 0), &error));
  g_assert_no_error (error);
  assert_texts (fixture, "yesterday");
  rows = fixture_query (aside, "SELECT text FROM note ORDER BY created; PRAGMA integrity_check");
  g_assert_cmpstr (rows, ==, "today\nlate\nok");

  /* And it can be written to. */
  g_assert_true (profile_fixture_try_save (fixture, unsaved, "new", &error));
  g_assert_no_error (error);
  assert_texts (fixture, "new yesterday");
}

/* A backup that is not sound is refused before anything is moved. */
static void
test_restore_bad_backup (ProfileFixture *fixture,
                         gconstpointer   data)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (HcBackup) missing = hc_backup_new_named (fixture->folder, "profile-20260101T000000Z-daily.db");
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  make_backup (fixture);
  backups = profile_fixture_list_backups (fixture);
  profile_fixture_close (fixture);
  g_assert_true (g_file_set_contents (hc_backup_get_path (g_ptr_array_index (backups, 0)), "no database",
                                      -1, NULL));
  before = fixture_list_folder (fixture->profile_folder);

  fixture->profile = hc_profile_new (fixture->profile_folder, fixture->clock);
  g_assert_false (profile_fixture_try_restore (fixture, g_ptr_array_index (backups, 0), &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_NOT_A_DATABASE);
  g_clear_error (&error);
  g_assert_cmpint (hc_profile_get_state (fixture->profile), ==, HC_PROFILE_FAILED);
  g_assert_false (profile_fixture_try_restore (fixture, missing, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_DAMAGED);
  after = fixture_list_folder (fixture->profile_folder);
  g_assert_cmpstr (after, ==, before);

  /* Nothing is lost: it can be opened as it was. */
  profile_fixture_open (fixture);
  assert_texts (fixture, "today");
}

static void
test_start_fresh (ProfileFixture *fixture,
                  gconstpointer   data)
{
  g_autofree char *aside = g_build_filename (fixture->profile_folder,
                                             "profile-set-aside-20261121T231154Z.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HcNote) note = NULL;
  g_autofree char *newer = NULL;
  g_autofree char *kept = NULL;
  gsize length, kept_length;

  make_backup (fixture);
  profile_fixture_close (fixture);
  fixture_execute (fixture->path, "PRAGMA user_version = 999");
  g_assert_true (g_file_get_contents (fixture->path, &newer, &length, NULL));
  g_assert_false (profile_fixture_try_open (fixture, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_NEWER);
  g_clear_error (&error);

  g_assert_true (profile_fixture_try_fresh (fixture, &error));
  g_assert_no_error (error);
  g_assert_cmpint (hc_profile_get_state (fixture->profile), ==, HC_PROFILE_READY);
  assert_texts (fixture, "");
  note = profile_fixture_add_note (fixture, "new");
  assert_texts (fixture, "new");

  g_assert_true (g_file_get_contents (aside, &kept, &kept_length, NULL));
  g_assert_cmpmem (kept, kept_length, newer, length);
}

/* A folder in place of the file goes aside, too. */
static void
test_start_fresh_folder (ProfileFixture *fixture,
                         gconstpointer   data)
{
  g_autofree char *aside = g_build_filename (fixture->profile_folder,
                                             "profile-set-aside-20261120T231154Z.db", NULL);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (fixture->path, 0700);
  fixture_write_file (fixture->path, "letter", "kept", -1);
  fixture->profile = hc_profile_new (fixture->profile_folder, fixture->clock);
  g_assert_true (profile_fixture_try_fresh (fixture, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_REGULAR));
  g_assert_true (g_file_test (aside, G_FILE_TEST_IS_DIR));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/profile/recovery/" name, ProfileFixture, NULL, \
              profile_fixture_set_up, func, profile_fixture_tear_down)

  ADD ("restore-damaged", test_restore_damaged);
  ADD ("restore-ready", test_restore_ready);
  ADD ("restore-bad-backup", test_restore_bad_backup);
  ADD ("start-fresh", test_start_fresh);
  ADD ("start-fresh-folder", test_start_fresh_folder);

  return g_test_run ();
}
