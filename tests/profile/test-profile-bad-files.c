/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "profile-fixture.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* What must never be opened, and must keep every byte. */

#define PAGE 4096

/* Returns: (transfer full): the bytes of a sound profile of some twenty pages */
static char *
make_sound (ProfileFixture *fixture,
            gsize          *length)
{
  char *bytes;

  profile_fixture_open (fixture);

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *text = g_strnfill (1000, 'a' + i % 26);
      g_autoptr (HcNote) note = profile_fixture_add_note (fixture, text);
    }

  profile_fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, length, NULL));
  g_assert_cmpuint (*length, >, 15 * PAGE);
  g_assert_cmpuint (*length % PAGE, ==, 0);

  return bytes;
}

static void
replace (ProfileFixture *fixture,
         const char     *bytes,
         gsize           length)
{
  fixture_write_file (fixture->profile_folder, "profile.db", bytes, (gssize) length);
}

static void
test_text (ProfileFixture *fixture,
           gconstpointer   data)
{
  g_autofree char *long_text = g_strnfill (20000, 'x');

  g_mkdir_with_parents (fixture->profile_folder, 0700);
  replace (fixture, "x", 1);
  profile_fixture_assert_fails (fixture, HC_DATABASE_ERROR_NOT_A_DATABASE);
  replace (fixture, long_text, strlen (long_text));
  profile_fixture_assert_fails (fixture, HC_DATABASE_ERROR_NOT_A_DATABASE);
  replace (fixture, "SQLite format 3", 16);
  profile_fixture_assert_fails (fixture, HC_DATABASE_ERROR_NOT_A_DATABASE);
}

static void
test_empty (ProfileFixture *fixture,
            gconstpointer   data)
{
  g_autofree char *backups = g_build_filename (fixture->profile_folder, "backups", NULL);
  g_autofree char *rows = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  /* Without backups: as good as missing. */
  g_mkdir_with_parents (fixture->profile_folder, 0700);
  replace (fixture, "", 0);
  profile_fixture_open (fixture);
  profile_fixture_close (fixture);
  rows = fixture_query (fixture->path, "PRAGMA user_version");
  g_assert_cmpstr (rows, ==, FIXTURE_VERSION);

  /* With backups: something has wiped it. */
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  g_mkdir (backups, 0700);
  fixture_write_file (backups, "profile-20261119T000000Z-daily.db", bytes, (gssize) length);
  replace (fixture, "", 0);
  profile_fixture_assert_fails (fixture, HC_DATABASE_ERROR_DAMAGED);
}

/* With a log that is not empty, too: it is all that is left. */
static void
test_empty_with_log (ProfileFixture *fixture,
                     gconstpointer   data)
{
  g_mkdir_with_parents (fixture->profile_folder, 0700);
  replace (fixture, "", 0);
  fixture_write_file (fixture->profile_folder, "profile.db-wal", "something", -1);
  profile_fixture_assert_fails (fixture, HC_DATABASE_ERROR_DAMAGED);
}

static void
test_truncated (ProfileFixture *fixture,
                gconstpointer   data)
{
  gsize length;
  g_autofree char *bytes = make_sound (fixture, &length);
  const gsize sizes[] = { 1, 50, 100, 511, 512, 1024, PAGE - 1, PAGE, PAGE + 1, 2 * PAGE, 7 * PAGE + 1234,
                          length - PAGE, length - 1 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT " bytes", sizes[i], length);
      replace (fixture, bytes, sizes[i]);
      g_assert_false (profile_fixture_try_open (fixture, &error));
      g_assert_true (g_error_matches (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_DAMAGED) ||
                     g_error_matches (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_NOT_A_DATABASE));
      profile_fixture_assert_fails (fixture, error->code);
    }
}

/* A page of random bytes is found. A few random bytes may hit nothing that can be checked; then the
 * notes come, and never a crash. */
static void
test_random_bytes (ProfileFixture *fixture,
                   gconstpointer   data)
{
  gsize length;
  g_autofree char *bytes = make_sound (fixture, &length);
  guint n_found = 0;

  for (guint round = 0; round < 40; round++)
    {
      g_autofree char *damaged = g_memdup2 (bytes, length);
      gboolean whole_page = round % 2 == 0;
      gint32 page = g_test_rand_int_range (1, (gint32) (length / PAGE));
      gint32 from = whole_page ? 0 : g_test_rand_int_range (0, PAGE - 64);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      for (gint32 i = 0; i < (whole_page ? PAGE : 64); i++)
        damaged[page * PAGE + from + i] = (char) g_test_rand_int_range (0, 256);

      replace (fixture, damaged, length);
      before = fixture_list_folder (fixture->profile_folder);

      if (profile_fixture_try_open (fixture, &error))
        {
          g_autofree char *texts = profile_fixture_dup_texts (fixture);

          g_assert_true (g_utf8_validate (texts, -1, NULL));
          g_assert_false (whole_page);
          profile_fixture_close (fixture);
          continue;
        }

      n_found++;
      g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_DAMAGED);
      profile_fixture_close (fixture);
      after = fixture_list_folder (fixture->profile_folder);
      g_assert_cmpstr (after, ==, before);
    }

  g_assert_cmpuint (n_found, >=, 20);
}

static void
test_foreign (ProfileFixture *fixture,
              gconstpointer   data)
{
  g_mkdir_with_parents (fixture->profile_folder, 0700);
  fixture_execute (fixture->path,
                   "PRAGMA application_id = 7; CREATE TABLE note (id); INSERT INTO note VALUES (1);");
  profile_fixture_assert_fails (fixture, HC_DATABASE_ERROR_FOREIGN);
  fixture_execute (fixture->path,
                   "PRAGMA application_id = 0; PRAGMA user_version = 1; PRAGMA journal_mode = WAL;");
  profile_fixture_assert_fails (fixture, HC_DATABASE_ERROR_FOREIGN);
}

static void
test_newer (ProfileFixture *fixture,
            gconstpointer   data)
{
  profile_fixture_open (fixture);
  profile_fixture_close (fixture);
  fixture_execute (fixture->path, "PRAGMA user_version = 999");
  profile_fixture_assert_fails (fixture, HC_DATABASE_ERROR_NEWER);
}

/* What a process left that was killed: the version of the file is in its log. Nothing of it may be
 * worked in. */
static void
test_newer_in_log (ProfileFixture *fixture,
                   gconstpointer   data)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *source_wal = g_build_filename (fixture->folder, "other.db-wal", NULL);
  g_autofree char *source = g_build_filename (fixture->folder, "other.db", NULL);
  g_autoptr (HcDatabase) writer = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *wal_bytes = NULL;
  gsize length, wal_length;

  writer = hc_database_new (source, HC_DATABASE_READ_WRITE, NULL);
  g_assert_true (hc_database_execute (writer,
                                      "PRAGMA application_id = 1212371014; PRAGMA user_version = 1;"
                                      "PRAGMA journal_mode = WAL; CREATE TABLE note (id);"
                                      "PRAGMA user_version = 999;", NULL));
  g_assert_true (g_file_get_contents (source, &bytes, &length, NULL));
  g_assert_true (g_file_get_contents (source_wal, &wal_bytes, &wal_length, NULL));
  g_mkdir_with_parents (fixture->profile_folder, 0700);
  replace (fixture, bytes, length);
  fixture_write_file (fixture->profile_folder, "profile.db-wal", wal_bytes, (gssize) wal_length);

  profile_fixture_assert_fails (fixture, HC_DATABASE_ERROR_NEWER);
}

static void
test_not_a_file (ProfileFixture *fixture,
                 gconstpointer   data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "target.db", NULL);

  g_mkdir_with_parents (fixture->path, 0700);
  profile_fixture_assert_fails (fixture, HC_DATABASE_ERROR_CANNOT_OPEN);
  g_rmdir (fixture->path);

  fixture_execute (target, "CREATE TABLE note (id)");
  g_assert_cmpint (symlink (target, fixture->path), ==, 0);
  profile_fixture_assert_fails (fixture, HC_DATABASE_ERROR_CANNOT_OPEN);
  g_unlink (fixture->path);

  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  {
    g_autoptr (GError) error = NULL;

    g_assert_false (profile_fixture_try_open (fixture, &error));
    g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CANNOT_OPEN);
  }
}

/* A file where the folder should be. */
static void
test_no_folder (ProfileFixture *fixture,
                gconstpointer   data)
{
  g_autoptr (GError) error = NULL;

  fixture_write_file (fixture->folder, "data", "a file", -1);
  g_assert_false (profile_fixture_try_open (fixture, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CANNOT_OPEN);

  /* Saving fails in words, and after the cause is gone everything works. */
  {
    g_autoptr (HcNote) note = hc_note_new (NULL, NULL, NULL);
    g_autoptr (GError) save_error = NULL;
    g_autofree char *path = g_build_filename (fixture->folder, "data", NULL);

    g_assert_false (profile_fixture_try_save (fixture, note, "text", &save_error));
    g_assert_error (save_error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CLOSED);
    g_assert_null (hc_note_get_text (note));

    g_unlink (path);
    profile_fixture_open (fixture);
    g_clear_error (&save_error);
    g_assert_true (profile_fixture_try_save (fixture, note, "text", &save_error));
  }
}

/* The database is gone and its log is there: what is in it is kept beside the new one. */
static void
test_log_without_database (ProfileFixture *fixture,
                           gconstpointer   data)
{
  g_autofree char *aside = g_build_filename (fixture->profile_folder,
                                             "profile-set-aside-20261120T231154Z.db-wal", NULL);
  g_autofree char *bytes = NULL;

  g_mkdir_with_parents (fixture->profile_folder, 0700);
  fixture_write_file (fixture->profile_folder, "profile.db-wal", "what is left", -1);
  profile_fixture_open (fixture);
  g_assert_true (g_file_get_contents (aside, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, "what is left");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/profile/bad-files/" name, ProfileFixture, NULL, \
              profile_fixture_set_up, func, profile_fixture_tear_down)

  ADD ("text", test_text);
  ADD ("empty", test_empty);
  ADD ("empty-with-log", test_empty_with_log);
  ADD ("truncated", test_truncated);
  ADD ("random-bytes", test_random_bytes);
  ADD ("foreign", test_foreign);
  ADD ("newer", test_newer);
  ADD ("newer-in-log", test_newer_in_log);
  ADD ("not-a-file", test_not_a_file);
  ADD ("no-folder", test_no_folder);
  ADD ("log-without-database", test_log_without_database);

  return g_test_run ();
}
