/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "backup-fixture.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

/* The file that has everything: what is in it, seen with other programs' means, and what is left where it
 * cannot be written. */

static void
test_name (ProfileFixture *fixture,
           gconstpointer   data)
{
  g_autofree char *name = NULL;

  profile_fixture_open (fixture);
  name = hc_profile_export_dup_name (fixture->profile);
  g_assert_cmpstr (name, ==, "Health Center 2026-11-20.hcbackup");
}

static void
test_content (ProfileFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *path = backup_fixture_dup_path (fixture, "all.hcbackup");
  g_autofree char *unpacked = backup_fixture_dup_path (fixture, "unpacked.db");
  g_autofree char *before = NULL, *after = NULL, *sum = NULL, *facts = NULL, *files = NULL;
  g_autoptr (GBytes) manifest = NULL;
  g_autoptr (GBytes) database = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root, *about, *counts;
  GStatBuf info;

  backup_fixture_fill (fixture);
  before = backup_fixture_dup_rows (fixture->path);
  profile_fixture_open (fixture);
  backup_fixture_export (fixture, path);

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);

  manifest = backup_fixture_read_member (path, "manifest.json");
  database = backup_fixture_read_member (path, "profile.db");
  g_assert_true (json_parser_load_from_data (parser, g_bytes_get_data (manifest, NULL),
                                             (gssize) g_bytes_get_size (manifest), NULL));
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpint (json_object_get_int_member (root, "format"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (root, "program"), ==, "Health Center");
  g_assert_cmpstr (json_object_get_string_member (root, "created"), ==, "2026-11-20T23:11:54.000000Z");
  about = json_object_get_object_member (root, "database");
  g_assert_cmpint (json_object_get_int_member (about, "schema"), ==, atoi (FIXTURE_VERSION));
  g_assert_cmpint (json_object_get_int_member (about, "length"), ==, (gint64) g_bytes_get_size (database));
  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, database);
  g_assert_cmpstr (json_object_get_string_member (about, "sha256"), ==, sum);
  counts = json_object_get_object_member (root, "rows");
  g_assert_cmpint (json_object_get_int_member (counts, "note"), ==, 3);
  g_assert_cmpint (json_object_get_int_member (counts, "reading_place"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (counts, "medicine"), ==, 1);

  fixture_write_file (fixture->folder, "unpacked.db", g_bytes_get_data (database, NULL),
                      (gssize) g_bytes_get_size (database));
  after = backup_fixture_dup_rows (unpacked);
  g_assert_cmpstr (after, ==, before);
  facts = fixture_query (unpacked, "PRAGMA integrity_check; PRAGMA journal_mode; PRAGMA freelist_count;");
  g_assert_cmpstr (facts, ==, "ok\ndelete\n0");

  /* Nothing is left of the work. */
  files = fixture_list_folder (fixture->profile_folder);
  g_assert_null (strstr (files, "transfer"));
  g_assert_null (strstr (files, "partial"));
}

/* What was deleted is not in the file, and takes no room in it. */
static void
test_deleted (ProfileFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *path = backup_fixture_dup_path (fixture, "all.hcbackup");
  g_autofree char *long_text = g_strnfill (20000, 'x');
  g_autofree char *secret = g_strconcat (long_text, "never to be seen", NULL);
  g_autofree char *unpacked = backup_fixture_dup_path (fixture, "unpacked.db");
  g_autofree char *free_pages = NULL;
  g_autoptr (GBytes) database = NULL;
  g_autoptr (HcNote) note = NULL;

  profile_fixture_open (fixture);
  note = profile_fixture_add_note (fixture, secret);
  profile_fixture_delete_note (fixture, note);
  backup_fixture_export (fixture, path);

  database = backup_fixture_read_member (path, "profile.db");
  g_assert_null (g_strstr_len (g_bytes_get_data (database, NULL), (gssize) g_bytes_get_size (database), "never"));
  g_assert_null (g_strstr_len (g_bytes_get_data (database, NULL), (gssize) g_bytes_get_size (database), "xxx"));

  fixture_write_file (fixture->folder, "unpacked.db", g_bytes_get_data (database, NULL),
                      (gssize) g_bytes_get_size (database));
  free_pages = fixture_query (unpacked, "PRAGMA freelist_count");
  g_assert_cmpstr (free_pages, ==, "0");
}

static void
assert_export_fails (ProfileFixture *fixture,
                     const char     *path,
                     int             code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (backup_fixture_try_export (fixture, path, &error));
  g_assert_error (error, HC_BACKUP_ERROR, code);
  g_test_message ("%s", error->message);
}

static void
test_bad_places (ProfileFixture *fixture,
                 gconstpointer   data)
{
  g_autofree char *nowhere = backup_fixture_dup_path (fixture, "nowhere/all.hcbackup");
  g_autofree char *folder = backup_fixture_dup_path (fixture, "folder");
  g_autofree char *inside = backup_fixture_dup_path (fixture, "folder/something");
  g_autofree char *before = NULL, *after = NULL;

  profile_fixture_open (fixture);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  fixture_write_file (folder, "something", "something", -1);
  before = fixture_list_folder (fixture->folder);

  assert_export_fails (fixture, nowhere, HC_BACKUP_ERROR_CANNOT_WRITE);
  assert_export_fails (fixture, folder, HC_BACKUP_ERROR_CANNOT_WRITE);
  assert_export_fails (fixture, "/dev/null/all.hcbackup", HC_BACKUP_ERROR_CANNOT_WRITE);
  g_assert_true (g_file_test (inside, G_FILE_TEST_IS_REGULAR));

  after = fixture_list_folder (fixture->folder);
  g_assert_cmpstr (after, ==, before);
}

static void
test_not_open (ProfileFixture *fixture,
               gconstpointer   data)
{
  g_autofree char *path = backup_fixture_dup_path (fixture, "all.hcbackup");

  fixture->profile = hc_profile_new (fixture->profile_folder, fixture->clock);
  assert_export_fails (fixture, path, HC_BACKUP_ERROR_BUSY);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
limit_file_size (rlim_t size)
{
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = size;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* Returns: (transfer full): the files without what SQLite's readers note for each other */
static char *
list_files (const char *folder)
{
  g_autofree char *files = fixture_list_folder (folder);
  g_auto (GStrv) lines = g_strsplit (files, "\n", -1);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], ".db-shm ") == NULL)
      g_strv_builder_add (kept, lines[i]);
  all = g_strv_builder_end (kept);

  return g_strjoinv ("\n", all);
}

/* A disk that takes no more: the older backup of that name stays as it is, and nothing lies beside it. */
static void
test_no_room (ProfileFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *path = backup_fixture_dup_path (fixture, "all.hcbackup");
  g_autofree char *other = backup_fixture_dup_path (fixture, "other.hcbackup");
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (HcNote) note = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  /* What cannot be compressed: the archive meets the limit, the copy of the database does not. */
  for (guint i = 0; i < 30000; i++)
    g_string_append_printf (text, "%08x", (guint) g_test_rand_int ());

  profile_fixture_open (fixture);
  backup_fixture_export (fixture, path);
  note = profile_fixture_add_note (fixture, text->str);
  before = list_files (fixture->folder);

  for (rlim_t size = 20000; size < 400000; size += 70000)
    {
      g_autoptr (GError) error = NULL;

      limit_file_size (size);
      if (!backup_fixture_try_export (fixture, other, &error))
        g_assert_true (g_error_matches (error, HC_BACKUP_ERROR, HC_BACKUP_ERROR_CANNOT_WRITE) ||
                       g_error_matches (error, HC_BACKUP_ERROR, HC_BACKUP_ERROR_DISK_FULL));
      else
        g_unlink (other);
      g_clear_error (&error);

      if (size < 100000)
        {
          g_assert_false (backup_fixture_try_export (fixture, path, &error));
          g_clear_error (&error);
        }

      limit_file_size (RLIM_INFINITY);
      after = list_files (fixture->folder);
      g_assert_cmpstr (after, ==, before);
      g_clear_pointer (&after, g_free);
    }

  backup_fixture_export (fixture, path);
}

static void
test_cancelled (ProfileFixture *fixture,
                gconstpointer   data)
{
  g_autofree char *path = backup_fixture_dup_path (fixture, "all.hcbackup");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *before = NULL, *after = NULL;
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  profile_fixture_open (fixture);
  before = list_files (fixture->folder);
  g_cancellable_cancel (cancellable);
  hc_profile_export_async (fixture->profile, file, cancellable, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_false (hc_profile_export_finish (fixture->profile, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&result);

  after = list_files (fixture->folder);
  g_assert_cmpstr (after, ==, before);
}

/* A folder that takes no other file, as behind a portal: the file itself is written. Somebody whom
 * permissions bind tries it in a process of their own. */
static void
test_only_this_file (ProfileFixture *fixture,
                     gconstpointer   data)
{
  g_autofree char *folder = backup_fixture_dup_path (fixture, "portal");
  g_autofree char *path = backup_fixture_dup_path (fixture, "portal/all.hcbackup");
  g_autofree char *other = backup_fixture_dup_path (fixture, "portal/other.hcbackup");
  g_autofree char *names = NULL;
  pid_t child;
  int status;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  fixture_write_file (folder, "all.hcbackup", "what was there before", -1);
  g_assert_cmpint (g_chmod (path, 0666), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0777), ==, 0);

  /* Threads do not survive a fork: the profile is opened in the child. */
  child = fork ();
  if (child == 0)
    {
      fixture_drop_root ();
      profile_fixture_open (fixture);
      backup_fixture_export (fixture, path);
      assert_export_fails (fixture, other, HC_BACKUP_ERROR_CANNOT_WRITE);
      profile_fixture_close (fixture);
      _exit (0);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);

  g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
  names = fixture_list_folder (folder);
  g_assert_true (g_str_has_prefix (names, "all.hcbackup "));
  g_assert_null (strchr (names, '\n'));
  {
    g_autoptr (GBytes) manifest = backup_fixture_read_member (path, "manifest.json");

    g_assert_nonnull (manifest);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/profile/export/" name, ProfileFixture, NULL, \
              profile_fixture_set_up, func, profile_fixture_tear_down)

  ADD ("only-this-file", test_only_this_file);
  ADD ("name", test_name);
  ADD ("content", test_content);
  ADD ("deleted", test_deleted);
  ADD ("bad-places", test_bad_places);
  ADD ("not-open", test_not_open);
  ADD ("no-room", test_no_room);
  ADD ("cancelled", test_cancelled);

  return g_test_run ();
}
