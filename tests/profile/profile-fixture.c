/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "profile-fixture.h"

/* What the tests of the profile share: a folder, a clock that stands still, and calls that wait. */

void
profile_fixture_set_up (ProfileFixture *fixture,
                        gconstpointer   data)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (FIXTURE_TIME);

  fixture->folder = fixture_make_folder ();
  fixture->profile_folder = g_build_filename (fixture->folder, "data", "profile", NULL);
  fixture->path = g_build_filename (fixture->profile_folder, "profile.db", NULL);
  fixture->clock = hc_clock_new_fixed (time);
}

void
profile_fixture_tear_down (ProfileFixture *fixture,
                           gconstpointer   data)
{
  profile_fixture_close (fixture);
  fixture_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->profile_folder);
  g_free (fixture->path);
  g_assert_finalize_object (fixture->clock);
}

/* Sets the clock to a number of seconds after FIXTURE_TIME. */
void
profile_fixture_set_time (ProfileFixture *fixture,
                          gint64          seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (FIXTURE_TIME + seconds);

  hc_clock_set_time (fixture->clock, time);
}

/* Opens the profile, a new object where there is none. */
gboolean
profile_fixture_try_open (ProfileFixture  *fixture,
                          GError         **error)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  gboolean opened;

  if (fixture->profile == NULL)
    fixture->profile = hc_profile_new (fixture->profile_folder, fixture->clock);

  hc_profile_open_async (fixture->profile, fixture_result_cb, &place);
  g_assert_cmpint (hc_profile_get_state (fixture->profile), ==, HC_PROFILE_OPENING);
  result = fixture_wait (&place);
  opened = hc_profile_open_finish (fixture->profile, result, error);

  g_assert_cmpint (hc_profile_get_state (fixture->profile), ==,
                   opened ? HC_PROFILE_READY : HC_PROFILE_FAILED);

  return opened;
}

void
profile_fixture_open (ProfileFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  profile_fixture_try_open (fixture, &error);
  g_assert_no_error (error);
  g_assert_null (hc_profile_get_error (fixture->profile));
}

/* Lets go of the profile, which does what waits and closes the file. */
void
profile_fixture_close (ProfileFixture *fixture)
{
  if (fixture->profile != NULL)
    g_assert_finalize_object (g_steal_pointer (&fixture->profile));
}

/* Opens the profile and closes it: it must fail with this code, and no byte may change. */
void
profile_fixture_assert_fails (ProfileFixture *fixture,
                              int             code)
{
  g_autofree char *before = fixture_list_folder (fixture->profile_folder);
  g_autofree char *after = NULL;
  g_autofree char *closed = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (profile_fixture_try_open (fixture, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, HC_DATABASE_ERROR, code);
  g_assert_true (g_error_matches (hc_profile_get_error (fixture->profile), HC_DATABASE_ERROR, code));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (hc_profile_get_notes (fixture->profile))), ==, 0);

  after = fixture_list_folder (fixture->profile_folder);
  g_assert_cmpstr (after, ==, before);
  profile_fixture_close (fixture);
  closed = fixture_list_folder (fixture->profile_folder);
  g_assert_cmpstr (closed, ==, before);
}

gboolean
profile_fixture_try_save (ProfileFixture  *fixture,
                          HcNote          *note,
                          const char      *text,
                          GError         **error)
{
  HcNoteStore *notes = hc_profile_get_notes (fixture->profile);
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  hc_note_store_save_async (notes, note, text, fixture_result_cb, &place);
  result = fixture_wait (&place);

  return hc_note_store_save_finish (notes, result, error);
}

/* Returns: (transfer full): a free note that was saved */
HcNote *
profile_fixture_add_note (ProfileFixture *fixture,
                          const char     *text)
{
  HcNote *note = hc_note_new (NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;

  profile_fixture_try_save (fixture, note, text, &error);
  g_assert_no_error (error);

  return note;
}

void
profile_fixture_delete_note (ProfileFixture *fixture,
                             HcNote         *note)
{
  HcNoteStore *notes = hc_profile_get_notes (fixture->profile);
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  hc_note_store_delete_async (notes, note, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_note_store_delete_finish (notes, result, &error));
  g_assert_no_error (error);
}

GPtrArray *
profile_fixture_list_backups (ProfileFixture *fixture)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *backups;

  hc_profile_list_backups_async (fixture->profile, fixture_result_cb, &place);
  result = fixture_wait (&place);
  backups = hc_profile_list_backups_finish (fixture->profile, result, &error);
  g_assert_no_error (error);

  return backups;
}

gboolean
profile_fixture_try_restore (ProfileFixture  *fixture,
                             HcBackup        *backup,
                             GError         **error)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  hc_profile_restore_async (fixture->profile, backup, fixture_result_cb, &place);
  g_assert_cmpint (hc_profile_get_state (fixture->profile), ==, HC_PROFILE_OPENING);
  result = fixture_wait (&place);

  return hc_profile_restore_finish (fixture->profile, result, error);
}

gboolean
profile_fixture_try_fresh (ProfileFixture  *fixture,
                           GError         **error)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  hc_profile_start_fresh_async (fixture->profile, fixture_result_cb, &place);
  g_assert_cmpint (hc_profile_get_state (fixture->profile), ==, HC_PROFILE_OPENING);
  result = fixture_wait (&place);

  return hc_profile_start_fresh_finish (fixture->profile, result, error);
}

/* Returns: (transfer full): the texts of the notes in their order, with spaces between them */
char *
profile_fixture_dup_texts (ProfileFixture *fixture)
{
  GListModel *notes = G_LIST_MODEL (hc_profile_get_notes (fixture->profile));
  GString *texts = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (HcNote) note = g_list_model_get_item (notes, i);

      g_string_append_printf (texts, "%s%s", i > 0 ? " " : "", hc_note_get_text (note));
    }

  return g_string_free_and_steal (texts);
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  gpointer    user_data)
{
  g_string_append_printf (user_data, "%u-%u+%u ", position, n_removed, n_added);
}

/* Writes each change of a model into @log as `POSITION-REMOVED+ADDED `. */
void
profile_fixture_watch (GListModel *model,
                       GString    *log)
{
  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), log);
}
