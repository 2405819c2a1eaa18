/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "profile-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <unistd.h>

/* A disk that does not take what is to be saved: the note stays as it was, the error says why, and
 * when there is room again saving works. */

static void
limit_file_size (rlim_t size)
{
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = size;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
test_full (ProfileFixture *fixture,
           gconstpointer   data)
{
  g_autofree char *long_text = g_strnfill (1000000, 'x');
  g_autofree char *rows = NULL;
  g_autofree char *texts = NULL;
  g_autoptr (HcNote) note = NULL;
  g_autoptr (HcNote) other = hc_note_new (NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;

  profile_fixture_open (fixture);
  note = profile_fixture_add_note (fixture, "kept");

  limit_file_size (200000);
  g_assert_false (profile_fixture_try_save (fixture, note, long_text, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_INPUT_OUTPUT);
  g_assert_cmpuint (strlen (error->message), <, 1000);
  g_clear_error (&error);
  g_assert_false (profile_fixture_try_save (fixture, other, long_text, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_INPUT_OUTPUT);
  g_clear_error (&error);
  g_assert_cmpstr (hc_note_get_text (note), ==, "kept");
  g_assert_null (hc_note_get_text (other));
  texts = profile_fixture_dup_texts (fixture);
  g_assert_cmpstr (texts, ==, "kept");

  /* What is small still has room. */
  g_assert_true (profile_fixture_try_save (fixture, note, "small", &error));
  g_assert_no_error (error);

  limit_file_size (RLIM_INFINITY);
  g_assert_true (profile_fixture_try_save (fixture, other, long_text, &error));
  g_assert_no_error (error);
  profile_fixture_close (fixture);
  rows = fixture_query (fixture->path, "SELECT length (text) FROM note ORDER BY 1; PRAGMA integrity_check");
  g_assert_cmpstr (rows, ==, "5\n1000000\nok");
}

/* No room for the first file, nor for restoring a copy: nothing moves. */
static void
test_full_opening (ProfileFixture *fixture,
                   gconstpointer   data)
{
  g_autofree char *long_text = g_strnfill (500000, 'x');
  g_autofree char *texts = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (HcNote) note = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  limit_file_size (1000);
  g_assert_false (profile_fixture_try_open (fixture, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_INPUT_OUTPUT);
  g_clear_error (&error);
  after = fixture_list_folder (fixture->profile_folder);
  g_assert_cmpstr (after, ==, "");

  limit_file_size (RLIM_INFINITY);
  profile_fixture_open (fixture);
  note = profile_fixture_add_note (fixture, long_text);
  profile_fixture_open (fixture);
  backups = profile_fixture_list_backups (fixture);
  g_assert_cmpuint (backups->len, ==, 1);
  profile_fixture_close (fixture);
  before = fixture_list_folder (fixture->profile_folder);

  limit_file_size (200000);
  fixture->profile = hc_profile_new (fixture->profile_folder, fixture->clock);
  g_assert_false (profile_fixture_try_restore (fixture, g_ptr_array_index (backups, 0), &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_INPUT_OUTPUT);
  limit_file_size (RLIM_INFINITY);

  g_clear_pointer (&after, g_free);
  after = fixture_list_folder (fixture->profile_folder);
  g_assert_cmpstr (after, ==, before);
  profile_fixture_open (fixture);
  texts = profile_fixture_dup_texts (fixture);
  g_assert_cmpstr (texts, ==, long_text);
}

/* Another connection writes and does not come to its end. */
static void
test_locked (ProfileFixture *fixture,
             gconstpointer   data)
{
  g_autoptr (HcNote) note = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *other = NULL;

  profile_fixture_open (fixture);
  note = profile_fixture_add_note (fixture, "kept");

  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (profile_fixture_try_save (fixture, note, "changed", &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_cmpstr (hc_note_get_text (note), ==, "kept");

  g_assert_cmpint (sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_true (profile_fixture_try_save (fixture, note, "changed", &error));
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_close (other), ==, SQLITE_OK);
}

/* A lock that keeps everybody out, which is possible only without a write-ahead log. */
static void
test_locked_opening (ProfileFixture *fixture,
                     gconstpointer   data)
{
  sqlite3 *other = NULL;

  profile_fixture_open (fixture);
  profile_fixture_close (fixture);

  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE", NULL, NULL, NULL),
                   ==, SQLITE_OK);
  profile_fixture_assert_fails (fixture, HC_DATABASE_ERROR_BUSY);
  g_assert_cmpint (sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (other), ==, SQLITE_OK);

  profile_fixture_open (fixture);
}

/* Gives the files to whoever fixture_drop_root() becomes. */
static void
give_away (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  if (geteuid () == 0)
    g_assert_cmpint (chown (path, 65534, 65534), ==, 0);

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      give_away (inner);
    }
}

static void
test_read_only (ProfileFixture *fixture,
                gconstpointer   data)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (HcNote) note = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *texts = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }

  profile_fixture_open (fixture);
  note = profile_fixture_add_note (fixture, "kept");
  profile_fixture_open (fixture);
  backups = profile_fixture_list_backups (fixture);
  g_assert_cmpuint (backups->len, ==, 1);
  profile_fixture_close (fixture);
  give_away (fixture->folder);
  fixture_drop_root ();

  /* The folder. */
  g_assert_cmpint (g_chmod (fixture->profile_folder, 0500), ==, 0);
  profile_fixture_assert_fails (fixture, HC_DATABASE_ERROR_READ_ONLY);
  before = fixture_list_folder (fixture->profile_folder);
  fixture->profile = hc_profile_new (fixture->profile_folder, fixture->clock);
  g_assert_false (profile_fixture_try_restore (fixture, g_ptr_array_index (backups, 0), &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (profile_fixture_try_fresh (fixture, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_READ_ONLY);
  g_clear_error (&error);
  profile_fixture_close (fixture);
  after = fixture_list_folder (fixture->profile_folder);
  g_assert_cmpstr (after, ==, before);

  /* The file. */
  g_assert_cmpint (g_chmod (fixture->profile_folder, 0700), ==, 0);
  g_assert_cmpint (g_chmod (fixture->path, 0400), ==, 0);
  profile_fixture_assert_fails (fixture, HC_DATABASE_ERROR_READ_ONLY);
  /* What cannot even be read. */
  g_assert_cmpint (g_chmod (fixture->path, 0000), ==, 0);
  g_assert_false (profile_fixture_try_open (fixture, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CANNOT_OPEN);
  g_clear_error (&error);
  g_assert_cmpint (g_chmod (fixture->path, 0600), ==, 0);
  profile_fixture_open (fixture);
  profile_fixture_close (fixture);

  /* A home in which no folder can be made. */
  g_free (fixture->profile_folder);
  fixture->profile_folder = g_build_filename (fixture->folder, "data", "other", NULL);
  {
    g_autofree char *parent = g_path_get_dirname (fixture->profile_folder);

    g_assert_cmpint (g_chmod (parent, 0500), ==, 0);
    g_assert_false (profile_fixture_try_open (fixture, &error));
    g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_READ_ONLY);
    g_clear_error (&error);
    g_assert_cmpint (g_chmod (parent, 0700), ==, 0);
  }

  /* The cause is gone: the same object opens. */
  profile_fixture_open (fixture);
  texts = profile_fixture_dup_texts (fixture);
  g_assert_cmpstr (texts, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/profile/limits/" name, ProfileFixture, NULL, \
              profile_fixture_set_up, func, profile_fixture_tear_down)

  ADD ("full", test_full);
  ADD ("full-opening", test_full_opening);
  ADD ("locked", test_locked);
  ADD ("locked-opening", test_locked_opening);
  ADD ("read-only", test_read_only);

  return g_test_run ();
}
