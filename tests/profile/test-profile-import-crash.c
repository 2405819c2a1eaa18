/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "backup-fixture.h"

#include <glib/gstdio.h>

/* A process that imports is killed at random moments. The profile is then what it was before, or all of
 * what was imported, and nothing lies about. */

#define N_ROUNDS 100
#define N_NOTES 40

static void
add_notes (const char *path,
           char        first)
{
  GString *sql = g_string_new ("BEGIN;");
  g_autofree char *text = NULL;

  for (guint i = 0; i < N_NOTES; i++)
    g_string_append_printf (sql,
                            "INSERT INTO note VALUES ('0a1b2c3d-0000-4000-8000-%c%011u', NULL, NULL, NULL,"
                            " '%c%u' || hex (zeroblob (%u)),"
                            " '2026-01-01T00:00:00.000000Z', '2026-01-01T00:00:00.000000Z');"
                            "INSERT INTO bookmark VALUES ('health-center:article/%c%u', 'x',"
                            " '2026-01-01T00:00:00.000000Z');",
                            first, i, first, i, i * 97 % 3000, first, i);
  g_string_append_printf (sql, "COMMIT;");
  text = g_string_free_and_steal (sql);
  fixture_execute (path, text);
}

/* Returns: (transfer full): the bytes of a closed profile whose notes and bookmarks have a letter */
static GBytes *
make_profile (char        first,
              const char *backup)
{
  ProfileFixture fixture = { 0 };
  char *bytes;
  gsize length;

  profile_fixture_set_up (&fixture, NULL);
  profile_fixture_open (&fixture);
  profile_fixture_close (&fixture);
  add_notes (fixture.path, first);

  if (backup != NULL)
    {
      profile_fixture_open (&fixture);
      backup_fixture_export (&fixture, backup);
      profile_fixture_close (&fixture);
    }

  g_assert_true (g_file_get_contents (fixture.path, &bytes, &length, NULL));
  profile_fixture_tear_down (&fixture, NULL);

  return g_bytes_new_take (bytes, length);
}

static void
reset (ProfileFixture *fixture,
       GBytes         *bytes)
{
  if (g_file_test (fixture->profile_folder, G_FILE_TEST_IS_DIR))
    fixture_remove_folder (fixture->profile_folder);

  g_assert_cmpint (g_mkdir_with_parents (fixture->profile_folder, 0700), ==, 0);
  fixture_write_file (fixture->profile_folder, "profile.db", g_bytes_get_data (bytes, NULL),
                      (gssize) g_bytes_get_size (bytes));
}

static gboolean
read_word (GDataInputStream *lines,
           const char       *word)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, &error);

  g_assert_no_error (error);
  if (line != NULL)
    g_assert_cmpstr (line, ==, word);

  return line != NULL;
}

/* Kills the importer a moment after it has begun, or never where @moment is 0.
 *
 * Returns: whether it was done before */
static gboolean
run_importer (ProfileFixture *fixture,
              const char     *backup,
              const char     *mode,
              gulong          moment)
{
  g_autofree char *importer = g_test_build_filename (G_TEST_BUILT, "profile", "profile-importer", NULL);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GDataInputStream) lines = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_done;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                              importer, fixture->profile_folder, backup, mode, NULL);
  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  g_assert_true (read_word (lines, "ready"));

  if (moment > 0)
    {
      g_usleep (moment);
      g_subprocess_force_exit (process);
    }

  is_done = read_word (lines, "done");
  g_assert_true (g_subprocess_wait (process, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_signaled (process) ? g_subprocess_get_term_sig (process) == 9
                                                        : g_subprocess_get_successful (process));

  return is_done;
}

static void
test_crash (ProfileFixture *fixture,
            gconstpointer   data)
{
  const char *mode = data;
  g_autofree char *backup = backup_fixture_dup_path (fixture, "b.hcbackup");
  g_autoptr (GBytes) present = make_profile ('a', NULL);
  g_autoptr (GBytes) imported = make_profile ('b', backup);
  g_autofree char *before = NULL, *after = NULL;
  guint n_before = 0, n_after = 0;
  gulong longest = 20000;

  reset (fixture, present);
  before = backup_fixture_dup_rows (fixture->path);
  g_assert_true (run_importer (fixture, backup, mode, 0));
  after = backup_fixture_dup_rows (fixture->path);
  g_assert_cmpstr (before, !=, after);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      gulong moment = 1 + (gulong) g_test_rand_int_range (0, (gint32) longest);
      gboolean is_done;
      g_autofree char *rows = NULL, *verdict = NULL, *files = NULL;

      reset (fixture, present);
      is_done = run_importer (fixture, backup, mode, moment);

      profile_fixture_open (fixture);
      profile_fixture_close (fixture);
      rows = backup_fixture_dup_rows (fixture->path);
      verdict = fixture_query (fixture->path, "PRAGMA integrity_check");
      files = fixture_list_folder (fixture->profile_folder);
      g_assert_cmpstr (verdict, ==, "ok");
      g_assert_true (g_str_equal (rows, before) || g_str_equal (rows, after));
      g_assert_true (!is_done || g_str_equal (rows, after));
      g_assert_null (strstr (files, "transfer"));
      g_assert_null (strstr (files, "partial"));

      /* About as many shall end before as after: then many end in the midst. */
      if (g_str_equal (rows, before))
        n_before++;
      else
        n_after++;
      longest = g_str_equal (rows, before) ? MIN (longest * 11 / 10, 4000000) : MAX (longest * 10 / 11, 100);
    }

  g_test_message ("%u as before, %u imported", n_before, n_after);
  g_assert_cmpuint (n_before, >, 0);
  g_assert_cmpuint (n_after, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/profile/import-crash/replace", ProfileFixture, "replace",
              profile_fixture_set_up, test_crash, profile_fixture_tear_down);
  g_test_add ("/profile/import-crash/merge", ProfileFixture, "merge",
              profile_fixture_set_up, test_crash, profile_fixture_tear_down);

  return g_test_run ();
}
