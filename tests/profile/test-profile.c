/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "profile-fixture.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

static guint
get_mode (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);

  return info.st_mode & 0777;
}

static void
notify_state_cb (HcProfile  *profile,
                 GParamSpec *pspec,
                 gpointer    user_data)
{
  GEnumClass *klass = g_type_class_ref (HC_TYPE_PROFILE_STATE);
  GEnumValue *value = g_enum_get_value (klass, (int) hc_profile_get_state (profile));

  g_string_append_printf (user_data, "%s ", value->value_nick);
  g_type_class_unref (klass);
}

static void
test_states (ProfileFixture *fixture,
             gconstpointer   data)
{
  g_autoptr (GString) states = g_string_new (NULL);
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *rows = NULL;
  HcProfileState state;

  fixture->profile = hc_profile_new (fixture->profile_folder, fixture->clock);
  g_signal_connect (fixture->profile, "notify::state", G_CALLBACK (notify_state_cb), states);
  g_object_get (fixture->profile, "state", &state, NULL);
  g_assert_cmpint (state, ==, HC_PROFILE_CLOSED);
  g_assert_null (hc_profile_get_error (fixture->profile));
  g_assert_cmpstr (hc_profile_get_folder (fixture->profile), ==, fixture->profile_folder);
  g_assert_nonnull (hc_profile_get_notes (fixture->profile));
  g_assert_nonnull (hc_profile_get_bookmarks (fixture->profile));
  g_assert_nonnull (hc_profile_get_reading (fixture->profile));
  g_assert_false (g_file_test (fixture->profile_folder, G_FILE_TEST_EXISTS));

  profile_fixture_open (fixture);
  profile_fixture_open (fixture);
  g_assert_cmpstr (states->str, ==, "opening ready opening ready ");

  g_assert_cmphex (get_mode (fixture->profile_folder), ==, 0700);
  g_assert_cmphex (get_mode (fixture->path), ==, 0600);
  profile_fixture_close (fixture);

  /* Closed, everything is in one file. */
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  rows = fixture_query (fixture->path,
                        "PRAGMA application_id; PRAGMA user_version; PRAGMA journal_mode;"
                        "PRAGMA integrity_check;"
                        "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
  g_assert_cmpstr (rows, ==, "1212371014\n" FIXTURE_VERSION "\nwal\nok\n"
                   "alert\nappointment\nappointment_document\nbookmark\ncare_contact\ncare_question\nclinic\n"
                   "diary_entry\ndose\ndrug_review\nmedicine\nmedicine_photo\nnote\nperson\nquiz_answer\n"
                   "read_post\nreading_place\nsaved_post\nsaved_trial\nsubscription");
}

static void
test_modes (ProfileFixture *fixture,
            gconstpointer   data)
{
  profile_fixture_open (fixture);
  profile_fixture_close (fixture);
  g_assert_cmpint (g_chmod (fixture->profile_folder, 0755), ==, 0);
  g_assert_cmpint (g_chmod (fixture->path, 0644), ==, 0);

  profile_fixture_open (fixture);
  g_assert_cmphex (get_mode (fixture->profile_folder), ==, 0700);
  g_assert_cmphex (get_mode (fixture->path), ==, 0600);
}

static void
test_pending (ProfileFixture *fixture,
              gconstpointer   data)
{
  GAsyncResult *places[4] = { NULL };
  g_autoptr (HcBackup) backup = hc_backup_new_named ("/nowhere", "profile-20261120T231154Z-daily.db");
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GAsyncResult) pending = NULL;
  g_autoptr (GAsyncResult) restored = NULL;
  g_autoptr (GAsyncResult) fresh = NULL;
  g_autoptr (GError) error = NULL;

  fixture->profile = hc_profile_new (fixture->profile_folder, fixture->clock);
  hc_profile_open_async (fixture->profile, fixture_result_cb, &places[0]);
  hc_profile_open_async (fixture->profile, fixture_result_cb, &places[1]);
  hc_profile_restore_async (fixture->profile, backup, fixture_result_cb, &places[2]);
  hc_profile_start_fresh_async (fixture->profile, fixture_result_cb, &places[3]);

  pending = fixture_wait (&places[1]);
  g_assert_false (hc_profile_open_finish (fixture->profile, pending, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PENDING);
  g_clear_error (&error);
  restored = fixture_wait (&places[2]);
  g_assert_false (hc_profile_restore_finish (fixture->profile, restored, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PENDING);
  g_clear_error (&error);
  fresh = fixture_wait (&places[3]);
  g_assert_false (hc_profile_start_fresh_finish (fixture->profile, fresh, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PENDING);
  g_clear_error (&error);

  opened = fixture_wait (&places[0]);
  g_assert_true (hc_profile_open_finish (fixture->profile, opened, &error));
  g_assert_no_error (error);
}

/* What is saved while the file is being opened is there afterwards, once. */
static void
test_save_while_opening (ProfileFixture *fixture,
                         gconstpointer   data)
{
  g_autoptr (HcNote) note = hc_note_new (NULL, NULL, NULL);
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GAsyncResult) saved = NULL;
  g_autofree char *texts = NULL;
  GAsyncResult *open_place = NULL;
  GAsyncResult *save_place = NULL;
  HcNoteStore *notes;

  fixture->profile = hc_profile_new (fixture->profile_folder, fixture->clock);
  notes = hc_profile_get_notes (fixture->profile);
  hc_profile_open_async (fixture->profile, fixture_result_cb, &open_place);
  hc_note_store_save_async (notes, note, "early", fixture_result_cb, &save_place);
  opened = fixture_wait (&open_place);
  saved = fixture_wait (&save_place);
  g_assert_true (hc_profile_open_finish (fixture->profile, opened, NULL));
  g_assert_true (hc_note_store_save_finish (notes, saved, NULL));

  texts = profile_fixture_dup_texts (fixture);
  g_assert_cmpstr (texts, ==, "early");
  g_assert_true (hc_note_store_lookup (notes, hc_note_get_id (note)) == note);
}

/* The end of the profile waits for what was handed over; whoever holds a store still gets the
 * answers, and errors for what comes too late. */
static void
test_end (ProfileFixture *fixture,
          gconstpointer   data)
{
  g_autoptr (HcNoteStore) notes = NULL;
  g_autoptr (HcNote) last = hc_note_new (NULL, NULL, NULL);
  g_autoptr (GAsyncResult) saved = NULL;
  g_autoptr (GAsyncResult) late = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = NULL;
  GAsyncResult *place = NULL;
  GAsyncResult *late_place = NULL;

  profile_fixture_open (fixture);
  notes = g_object_ref (hc_profile_get_notes (fixture->profile));

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (HcNote) note = hc_note_new (NULL, NULL, NULL);

      hc_note_store_save_async (notes, note, "text", NULL, NULL);
    }

  hc_note_store_save_async (notes, last, "last", fixture_result_cb, &place);
  profile_fixture_close (fixture);
  rows = fixture_query (fixture->path, "SELECT count (*), sum (text = 'last') FROM note");
  g_assert_cmpstr (rows, ==, "51|1");

  hc_note_store_save_async (notes, last, "late", fixture_result_cb, &late_place);
  saved = fixture_wait (&place);
  g_assert_true (hc_note_store_save_finish (notes, saved, &error));
  g_assert_no_error (error);
  late = fixture_wait (&late_place);
  g_assert_false (hc_note_store_save_finish (notes, late, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CLOSED);
  g_assert_cmpstr (hc_note_get_text (last), ==, "last");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (notes)), ==, 51);
}

/* Closed while somebody still holds the profile and a store of it: everything is in the file, and
 * the folder is free. */
static void
test_close (ProfileFixture *fixture,
            gconstpointer   data)
{
  g_autoptr (HcProfile) held = NULL;
  g_autoptr (HcProfile) next = NULL;
  g_autoptr (HcNoteStore) notes = NULL;
  g_autoptr (HcNote) last = hc_note_new (NULL, NULL, NULL);
  g_autoptr (HcBookmark) bookmark = hc_bookmark_new ("health-center:article/a", "A");
  g_autoptr (GString) states = g_string_new (NULL);
  g_autoptr (GAsyncResult) saved = NULL;
  g_autoptr (GAsyncResult) reopened = NULL;
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *rows = NULL;
  GAsyncResult *place = NULL;
  GAsyncResult *reopen_place = NULL;
  GAsyncResult *open_place = NULL;

  profile_fixture_open (fixture);
  held = g_steal_pointer (&fixture->profile);
  notes = g_object_ref (hc_profile_get_notes (held));
  g_signal_connect (held, "notify::state", G_CALLBACK (notify_state_cb), states);

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (HcNote) note = hc_note_new (NULL, NULL, NULL);

      hc_note_store_save_async (notes, note, "text", NULL, NULL);
    }

  hc_bookmark_store_add_async (hc_profile_get_bookmarks (held), bookmark, NULL, NULL);
  hc_reading_store_save_async (hc_profile_get_reading (held), "health-center:article/a", NULL, 0.5, FALSE,
                               NULL, NULL);
  hc_note_store_save_async (notes, last, "last", fixture_result_cb, &place);
  hc_profile_close (held);
  hc_profile_close (held);
  g_assert_cmpint (hc_profile_get_state (held), ==, HC_PROFILE_CLOSED);
  g_assert_cmpstr (states->str, ==, "closed ");

  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  rows = fixture_query (fixture->path, "SELECT count (*), sum (text = 'last') FROM note;"
                                       "SELECT count (*) FROM bookmark;"
                                       "SELECT count (*) FROM reading_place");
  g_assert_cmpstr (rows, ==, "51|1\n1\n1");

  /* The answers still come. */
  saved = fixture_wait (&place);
  g_assert_true (hc_note_store_save_finish (notes, saved, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (hc_note_get_text (last), ==, "last");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (notes)), ==, 51);

  /* It does not open again, another profile does. */
  hc_profile_open_async (held, fixture_result_cb, &reopen_place);
  reopened = fixture_wait (&reopen_place);
  g_assert_false (hc_profile_open_finish (held, reopened, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CLOSED);
  g_clear_error (&error);
  g_assert_cmpstr (states->str, ==, "closed ");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (notes)), ==, 51);

  next = hc_profile_new (fixture->profile_folder, fixture->clock);
  hc_profile_open_async (next, fixture_result_cb, &open_place);
  opened = fixture_wait (&open_place);
  hc_profile_open_finish (next, opened, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (hc_profile_get_notes (next))), ==, 51);

  /* Too late. */
  fixture->profile = g_steal_pointer (&held);
  g_assert_false (profile_fixture_try_save (fixture, last, "late", &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CLOSED);
  g_assert_cmpstr (hc_note_get_text (last), ==, "last");
}

/* Closed before the answer to the opening has come. */
static void
test_close_while_opening (ProfileFixture *fixture,
                          gconstpointer   data)
{
  g_autoptr (HcNote) note = hc_note_new (NULL, NULL, NULL);
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GAsyncResult) saved = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = NULL;
  GAsyncResult *open_place = NULL;
  GAsyncResult *save_place = NULL;
  HcNoteStore *notes;

  fixture->profile = hc_profile_new (fixture->profile_folder, fixture->clock);
  notes = hc_profile_get_notes (fixture->profile);
  hc_profile_open_async (fixture->profile, fixture_result_cb, &open_place);
  hc_note_store_save_async (notes, note, "early", fixture_result_cb, &save_place);
  hc_profile_close (fixture->profile);
  rows = fixture_query (fixture->path, "SELECT text FROM note");
  g_assert_cmpstr (rows, ==, "early");

  opened = fixture_wait (&open_place);
  g_assert_false (hc_profile_open_finish (fixture->profile, opened, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CLOSED);
  g_assert_cmpint (hc_profile_get_state (fixture->profile), ==, HC_PROFILE_CLOSED);
  saved = fixture_wait (&save_place);
  g_assert_true (hc_note_store_save_finish (notes, saved, NULL));
}

/* There is nothing to be closed, and an error that no longer counts. */
static void
test_close_without_file (ProfileFixture *fixture,
                         gconstpointer   data)
{
  g_autoptr (GString) states = g_string_new (NULL);

  fixture->profile = hc_profile_new (fixture->profile_folder, fixture->clock);
  hc_profile_close (fixture->profile);
  g_assert_cmpint (hc_profile_get_state (fixture->profile), ==, HC_PROFILE_CLOSED);
  g_assert_false (g_file_test (fixture->profile_folder, G_FILE_TEST_EXISTS));
  profile_fixture_close (fixture);

  fixture_write_file (fixture->folder, "data", "in the way", -1);
  g_assert_false (profile_fixture_try_open (fixture, NULL));
  g_assert_nonnull (hc_profile_get_error (fixture->profile));
  g_signal_connect (fixture->profile, "notify::state", G_CALLBACK (notify_state_cb), states);
  hc_profile_close (fixture->profile);
  g_assert_null (hc_profile_get_error (fixture->profile));
  g_assert_cmpstr (states->str, ==, "closed ");
}

/* Nobody holds anything any more when the answers come. */
static void
test_answers_to_nobody (ProfileFixture *fixture,
                        gconstpointer   data)
{
  HcNoteStore *notes;
  HcReadingStore *reading;
  g_autofree char *rows = NULL;

  profile_fixture_open (fixture);
  notes = hc_profile_get_notes (fixture->profile);
  reading = hc_profile_get_reading (fixture->profile);
  g_object_add_weak_pointer (G_OBJECT (notes), (gpointer *) &notes);
  g_object_add_weak_pointer (G_OBJECT (reading), (gpointer *) &reading);

  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (HcNote) note = hc_note_new (NULL, NULL, NULL);

      hc_note_store_save_async (notes, note, "text", NULL, NULL);
      hc_reading_store_save_async (reading, "health-center:article/a", NULL, 0.5, FALSE, NULL, NULL);
    }

  profile_fixture_close (fixture);

  while (notes != NULL || reading != NULL)
    g_main_context_iteration (NULL, TRUE);

  rows = fixture_query (fixture->path, "SELECT count (*) FROM note; SELECT count (*) FROM reading_place");
  g_assert_cmpstr (rows, ==, "10\n1");
}

/* One process at a time. The lock ends with its holder. */
static void
test_second_process (ProfileFixture *fixture,
                     gconstpointer   data)
{
  int to_child[2], to_parent[2];
  char byte = 0;
  pid_t child;

  profile_fixture_open (fixture);
  profile_fixture_close (fixture);

  g_assert_cmpint (pipe (to_child), ==, 0);
  g_assert_cmpint (pipe (to_parent), ==, 0);

  child = fork ();
  if (child == 0)
    {
      int fd = g_open (fixture->profile_folder, O_RDONLY | O_DIRECTORY, 0);

      if (flock (fd, LOCK_EX) == 0 && write (to_parent[1], "x", 1) == 1)
        _exit (read (to_child[0], &byte, 1) == 1 ? 0 : 1);
      _exit (1);
    }

  g_assert_cmpint (read (to_parent[0], &byte, 1), ==, 1);
  profile_fixture_assert_fails (fixture, HC_DATABASE_ERROR_BUSY);

  g_assert_cmpint (write (to_child[1], "x", 1), ==, 1);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  profile_fixture_open (fixture);

  close (to_child[0]);
  close (to_child[1]);
  close (to_parent[0]);
  close (to_parent[1]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/profile/profile/" name, ProfileFixture, NULL, \
              profile_fixture_set_up, func, profile_fixture_tear_down)

  ADD ("states", test_states);
  ADD ("modes", test_modes);
  ADD ("pending", test_pending);
  ADD ("save-while-opening", test_save_while_opening);
  ADD ("end", test_end);
  ADD ("close", test_close);
  ADD ("close-while-opening", test_close_while_opening);
  ADD ("close-without-file", test_close_without_file);
  ADD ("answers-to-nobody", test_answers_to_nobody);
  ADD ("second-process", test_second_process);

  return g_test_run ();
}
