/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-profile-files.h"
#include "profile-fixture.h"

#include <glib/gstdio.h>
#include <sys/inotify.h>
#include <sys/wait.h>
#include <unistd.h>

static gboolean
put_in_place (ProfileFixture  *fixture,
              const char      *partial_name,
              GError         **error)
{
  g_autofree char *partial = g_build_filename (fixture->profile_folder, partial_name, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (FIXTURE_TIME);

  return hc_profile_files_put_in_place (fixture->profile_folder, partial, now, error);
}

static void
make_files (ProfileFixture *fixture)
{
  g_assert_cmpint (g_mkdir_with_parents (fixture->profile_folder, 0700), ==, 0);
  fixture_write_file (fixture->profile_folder, "profile.db", "old", -1);
  fixture_write_file (fixture->profile_folder, "profile.db-wal", "old log", -1);
  fixture_write_file (fixture->profile_folder, "new", "new", -1);
}

static void
assert_file (ProfileFixture *fixture,
             const char     *name,
             const char     *expected)
{
  g_autofree char *path = g_build_filename (fixture->profile_folder, name, NULL);
  g_autofree char *bytes = NULL;

  g_file_get_contents (path, &bytes, NULL, NULL);
  g_assert_cmpstr (bytes, ==, expected);
}

static void
test_put_in_place (ProfileFixture *fixture,
                   gconstpointer   data)
{
  g_autoptr (GError) error = NULL;

  make_files (fixture);
  g_assert_true (put_in_place (fixture, "new", &error));
  g_assert_no_error (error);
  assert_file (fixture, "profile.db", "new");
  assert_file (fixture, "profile.db-wal", NULL);
  assert_file (fixture, "new", NULL);
  assert_file (fixture, "profile-set-aside-20261120T231154Z.db", "old");
  assert_file (fixture, "profile-set-aside-20261120T231154Z.db-wal", "old log");

  /* A name counts as taken when only a log has it. */
  make_files (fixture);
  g_assert_true (put_in_place (fixture, "new", &error));
  fixture_write_file (fixture->profile_folder, "profile-set-aside-20261120T231154Z-3.db-shm", "x", -1);
  make_files (fixture);
  g_assert_true (put_in_place (fixture, "new", &error));
  g_assert_no_error (error);
  assert_file (fixture, "profile-set-aside-20261120T231154Z-2.db", "old");
  assert_file (fixture, "profile-set-aside-20261120T231154Z-3.db", NULL);
  assert_file (fixture, "profile-set-aside-20261120T231154Z-4.db", "old");
}

/* At no moment is there no database: the new one takes its place in one step. */
static void
test_no_gap (ProfileFixture *fixture,
             gconstpointer   data)
{
  union {
    struct inotify_event event;
    char                 bytes[8192];
  } buffer;
  gssize n_read;
  int fd;

  make_files (fixture);
  fd = inotify_init1 (IN_NONBLOCK | IN_CLOEXEC);
  g_assert_cmpint (inotify_add_watch (fd, fixture->profile_folder,
                                      IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE), >, 0);
  g_assert_true (put_in_place (fixture, "new", NULL));

  n_read = read (fd, &buffer, sizeof buffer);
  g_assert_cmpint (n_read, >, 0);

  for (gssize i = 0; i < n_read;)
    {
      const struct inotify_event *event = (gconstpointer) (buffer.bytes + i);

      g_test_message ("%s %x", event->name, event->mask);
      g_assert_true (!g_str_equal (event->name, "profile.db") || event->mask == IN_MOVED_TO);
      i += (gssize) (sizeof *event + event->len);
    }

  close (fd);
}

/* When the last step fails everything goes back. */
static void
test_nothing_to_put (ProfileFixture *fixture,
                     gconstpointer   data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  make_files (fixture);
  before = fixture_list_folder (fixture->profile_folder);
  g_assert_false (put_in_place (fixture, "no such file", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  after = fixture_list_folder (fixture->profile_folder);
  g_assert_cmpstr (after, ==, before);

  /* A folder in place of the file is moved by another way. */
  g_clear_error (&error);
  g_unlink (fixture->path);
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  g_clear_pointer (&before, g_free);
  g_clear_pointer (&after, g_free);
  before = fixture_list_folder (fixture->profile_folder);
  g_assert_false (put_in_place (fixture, "no such file", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  after = fixture_list_folder (fixture->profile_folder);
  g_assert_cmpstr (after, ==, before);
}

/* In a folder like /tmp nobody can rename what belongs to somebody else: the log goes aside, the
 * database does not, and the log comes back. */
static void
test_cannot_set_aside (ProfileFixture *fixture,
                       gconstpointer   data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *parent = g_path_get_dirname (fixture->profile_folder);
  g_autofree char *after = NULL;
  g_autofree char *before = NULL;
  int status;
  pid_t child;

  if (geteuid () != 0)
    {
      g_test_skip ("Needs root to make files of two owners");
      return;
    }

  make_files (fixture);
  g_assert_cmpint (chown (wal, 65534, 65534), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  g_assert_cmpint (g_chmod (parent, 0755), ==, 0);
  g_assert_cmpint (g_chmod (fixture->profile_folder, 01777), ==, 0);
  before = fixture_list_folder (fixture->profile_folder);

  child = fork ();
  if (child == 0)
    {
      fixture_drop_root ();
      _exit (!put_in_place (fixture, "new", &error) &&
             g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_PERM) ? 0 : 1);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  after = fixture_list_folder (fixture->profile_folder);
  g_assert_cmpstr (after, ==, before);
}

static void
test_sizes (ProfileFixture *fixture,
            gconstpointer   data)
{
  make_files (fixture);
  g_assert_cmpint (hc_profile_files_get_size (fixture->path, ""), ==, 3);
  g_assert_cmpint (hc_profile_files_get_size (fixture->path, "-wal"), ==, 7);
  g_assert_cmpint (hc_profile_files_get_size (fixture->path, "-shm"), ==, -1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/profile/files/" name, ProfileFixture, NULL, \
              profile_fixture_set_up, func, profile_fixture_tear_down)

  ADD ("put-in-place", test_put_in_place);
  ADD ("no-gap", test_no_gap);
  ADD ("nothing-to-put", test_nothing_to_put);
  ADD ("cannot-set-aside", test_cannot_set_aside);
  ADD ("sizes", test_sizes);

  return g_test_run ();
}
