/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "profile-fixture.h"

static void
assert_rows (ProfileFixture *fixture,
             const char     *expected)
{
  g_autofree char *rows = fixture_query (fixture->path,
                                         "SELECT link, title, quote, text, created, modified FROM note"
                                         " ORDER BY created, rowid");

  g_assert_cmpstr (rows, ==, expected);
}

static void
assert_texts (ProfileFixture *fixture,
              const char     *expected)
{
  g_autofree char *texts = profile_fixture_dup_texts (fixture);

  g_assert_cmpstr (texts, ==, expected);
}

static void
notify_cb (GObject    *object,
           GParamSpec *pspec,
           gpointer    user_data)
{
  g_string_append_printf (user_data, "%s ", pspec->name);
}

static void
save (ProfileFixture *fixture,
      HcNote         *note,
      const char     *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (profile_fixture_try_save (fixture, note, text, &error));
  g_assert_no_error (error);
}

static void
test_save (ProfileFixture *fixture,
           gconstpointer   data)
{
  g_autoptr (HcNote) note = hc_note_new ("health-center:article/a#b", "A title", "Some words");
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (GString) notifies = g_string_new (NULL);
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  HcNoteStore *notes;

  profile_fixture_open (fixture);
  notes = hc_profile_get_notes (fixture->profile);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (notes)) == HC_TYPE_NOTE);
  profile_fixture_watch (G_LIST_MODEL (notes), changes);
  g_signal_connect (note, "notify", G_CALLBACK (notify_cb), notifies);

  /* Nothing shows before the disk has it. */
  hc_note_store_save_async (notes, note, "first", fixture_result_cb, &place);
  g_assert_null (hc_note_get_text (note));
  g_assert_null (hc_note_store_lookup (notes, hc_note_get_id (note)));
  result = fixture_wait (&place);
  g_assert_true (hc_note_store_save_finish (notes, result, NULL));
  assert_rows (fixture, "health-center:article/a#b|A title|Some words|first"
                        "|2026-11-20T23:11:54.000000Z|2026-11-20T23:11:54.000000Z");
  g_assert_cmpstr (hc_note_get_text (note), ==, "first");
  g_assert_true (hc_note_store_lookup (notes, hc_note_get_id (note)) == note);
  g_assert_null (hc_note_store_lookup (notes, "no such id"));
  g_assert_cmpstr (changes->str, ==, "0-0+1 ");
  g_assert_cmpstr (notifies->str, ==, "modified created text ");

  /* Another text: modified. The same text: not. */
  g_string_truncate (notifies, 0);
  profile_fixture_set_time (fixture, 60);
  save (fixture, note, "second");
  assert_rows (fixture, "health-center:article/a#b|A title|Some words|second"
                        "|2026-11-20T23:11:54.000000Z|2026-11-20T23:12:54.000000Z");
  g_assert_cmpstr (notifies->str, ==, "modified text ");
  g_assert_cmpint (g_date_time_to_unix (hc_note_get_created (note)), ==, FIXTURE_TIME);
  g_assert_cmpint (g_date_time_to_unix (hc_note_get_modified (note)), ==, FIXTURE_TIME + 60);

  g_string_truncate (notifies, 0);
  profile_fixture_set_time (fixture, 120);
  save (fixture, note, "second");
  assert_rows (fixture, "health-center:article/a#b|A title|Some words|second"
                        "|2026-11-20T23:11:54.000000Z|2026-11-20T23:12:54.000000Z");
  g_assert_cmpstr (notifies->str, ==, "");
  g_assert_cmpstr (changes->str, ==, "0-0+1 ");
}

static void
test_order (ProfileFixture *fixture,
            gconstpointer   data)
{
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (HcNote) early = NULL;
  g_autoptr (HcNote) late = NULL;
  g_autoptr (HcNote) middle = NULL;
  g_autoptr (HcNote) same = NULL;

  profile_fixture_open (fixture);
  profile_fixture_watch (G_LIST_MODEL (hc_profile_get_notes (fixture->profile)), changes);

  profile_fixture_set_time (fixture, 10);
  early = profile_fixture_add_note (fixture, "early");
  profile_fixture_set_time (fixture, 30);
  late = profile_fixture_add_note (fixture, "late");
  /* A clock that was set back. */
  profile_fixture_set_time (fixture, 20);
  middle = profile_fixture_add_note (fixture, "middle");
  /* Of two from the same moment the second is the newer one. */
  same = profile_fixture_add_note (fixture, "same");

  g_assert_cmpstr (changes->str, ==, "0-0+1 0-0+1 1-0+1 1-0+1 ");
  assert_texts (fixture, "late same middle early");

  profile_fixture_close (fixture);
  profile_fixture_open (fixture);
  assert_texts (fixture, "late same middle early");

  /* Opened once more: one change for all. */
  g_string_truncate (changes, 0);
  profile_fixture_watch (G_LIST_MODEL (hc_profile_get_notes (fixture->profile)), changes);
  profile_fixture_open (fixture);
  g_assert_cmpstr (changes->str, ==, "0-4+4 ");
  assert_texts (fixture, "late same middle early");

  /* A note object from before that: it takes the place of the one that was read. */
  g_string_truncate (changes, 0);
  save (fixture, middle, "changed");
  g_assert_cmpstr (changes->str, ==, "2-1+1 ");
  assert_texts (fixture, "late same changed early");
  g_assert_true (hc_note_store_lookup (hc_profile_get_notes (fixture->profile),
                                       hc_note_get_id (middle)) == middle);
}

static void
test_delete_and_undo (ProfileFixture *fixture,
                      gconstpointer   data)
{
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (HcNote) first = NULL;
  g_autoptr (HcNote) second = NULL;
  g_autoptr (HcNote) unsaved = hc_note_new (NULL, NULL, NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  profile_fixture_open (fixture);
  first = profile_fixture_add_note (fixture, "draft");
  profile_fixture_set_time (fixture, 60);
  save (fixture, first, "first");
  second = profile_fixture_add_note (fixture, "second");
  before = fixture_query (fixture->path, "SELECT * FROM note ORDER BY created");
  profile_fixture_watch (G_LIST_MODEL (hc_profile_get_notes (fixture->profile)), changes);

  profile_fixture_set_time (fixture, 120);
  profile_fixture_delete_note (fixture, first);
  g_assert_cmpstr (changes->str, ==, "1-1+0 ");
  assert_texts (fixture, "second");
  assert_rows (fixture, "NULL|NULL|NULL|second|2026-11-20T23:12:54.000000Z|2026-11-20T23:12:54.000000Z");
  g_assert_cmpstr (hc_note_get_text (first), ==, "first");

  /* Twice, and one that never was there, is no error and no change. */
  profile_fixture_delete_note (fixture, first);
  profile_fixture_delete_note (fixture, unsaved);
  g_assert_cmpstr (changes->str, ==, "1-1+0 ");

  save (fixture, first, hc_note_get_text (first));
  g_assert_cmpstr (changes->str, ==, "1-1+0 1-0+1 ");
  assert_texts (fixture, "second first");
  after = fixture_query (fixture->path, "SELECT * FROM note ORDER BY created");
  g_assert_cmpstr (after, ==, before);
}

/* Saves that are given one after the other without waiting: the last one wins, on the disk too. */
static void
test_overtaking (ProfileFixture *fixture,
                 gconstpointer   data)
{
  g_autoptr (HcNote) note = hc_note_new (NULL, NULL, NULL);
  g_autoptr (GString) changes = g_string_new (NULL);
  HcNoteStore *notes;

  profile_fixture_open (fixture);
  notes = hc_profile_get_notes (fixture->profile);
  profile_fixture_watch (G_LIST_MODEL (notes), changes);

  for (guint i = 1; i < 100; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      profile_fixture_set_time (fixture, i);
      hc_note_store_save_async (notes, note, text, NULL, NULL);
    }

  hc_note_store_delete_async (notes, note, NULL, NULL);
  profile_fixture_set_time (fixture, 100);
  save (fixture, note, "last");

  g_assert_cmpstr (hc_note_get_text (note), ==, "last");
  g_assert_cmpstr (changes->str, ==, "0-0+1 0-1+0 0-0+1 ");
  assert_texts (fixture, "last");
  g_assert_cmpint (g_date_time_to_unix (hc_note_get_modified (note)), ==, FIXTURE_TIME + 100);
}

static void
test_texts (ProfileFixture *fixture,
            gconstpointer   data)
{
  g_autofree char *long_text = g_strnfill (1024 * 1024, 'x');
  const char *const texts[] = {
    "", " ", "'; DROP TABLE note; --", "\"<b>&amp;\\", "line\nline\r\n\ttab",
    "äöü 😀 e\u0301 \u202e \001", long_text,
  };
  g_autoptr (HcNote) note = hc_note_new ("health-center:article/ü", "'", "\"");

  profile_fixture_open (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (HcNote) read = NULL;

      save (fixture, note, texts[i]);
      profile_fixture_close (fixture);
      profile_fixture_open (fixture);
      read = g_list_model_get_item (G_LIST_MODEL (hc_profile_get_notes (fixture->profile)), 0);
      g_assert_cmpstr (hc_note_get_text (read), ==, texts[i]);
      g_assert_cmpstr (hc_note_get_id (read), ==, hc_note_get_id (note));
      g_assert_cmpstr (hc_note_get_link (read), ==, "health-center:article/ü");
      g_assert_cmpstr (hc_note_get_title (read), ==, "'");
      g_assert_cmpstr (hc_note_get_quote (read), ==, "\"");
    }
}

static void
test_refused (ProfileFixture *fixture,
              gconstpointer   data)
{
  g_autoptr (HcNote) note = hc_note_new (NULL, NULL, NULL);
  g_autoptr (HcNote) bad_link = hc_note_new ("http://example.org", NULL, NULL);
  g_autoptr (HcNote) bad_quote = hc_note_new (NULL, NULL, "\xc3");
  g_autoptr (GError) error = NULL;

  /* Not open. */
  fixture->profile = hc_profile_new (fixture->profile_folder, fixture->clock);
  g_assert_false (profile_fixture_try_save (fixture, note, "text", &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CLOSED);
  g_clear_error (&error);

  profile_fixture_open (fixture);
  save (fixture, note, "kept");

  g_assert_false (profile_fixture_try_save (fixture, note, "bad \xff bytes", &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_cmpstr (hc_note_get_text (note), ==, "kept");

  g_assert_false (profile_fixture_try_save (fixture, bad_link, "secret", &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CONSTRAINT);
  g_assert_null (strstr (error->message, "secret"));
  g_clear_error (&error);
  g_assert_null (hc_note_get_text (bad_link));

  g_assert_false (profile_fixture_try_save (fixture, bad_quote, "text", &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CONSTRAINT);

  assert_texts (fixture, "kept");
  assert_rows (fixture, "NULL|NULL|NULL|kept|2026-11-20T23:11:54.000000Z|2026-11-20T23:11:54.000000Z");
}

/* What the disk broke inside of a text comes back as valid UTF-8. */
static void
test_broken_text (ProfileFixture *fixture,
                  gconstpointer   data)
{
  g_autoptr (HcNote) note = NULL;

  profile_fixture_open (fixture);
  note = profile_fixture_add_note (fixture, "text");
  profile_fixture_close (fixture);
  fixture_execute (fixture->path, "UPDATE note SET text = CAST (x'61ff62' AS TEXT)");

  profile_fixture_open (fixture);
  assert_texts (fixture, "a\357\277\275b");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/profile/note-store/" name, ProfileFixture, NULL, \
              profile_fixture_set_up, func, profile_fixture_tear_down)

  ADD ("save", test_save);
  ADD ("order", test_order);
  ADD ("delete-and-undo", test_delete_and_undo);
  ADD ("overtaking", test_overtaking);
  ADD ("texts", test_texts);
  ADD ("refused", test_refused);
  ADD ("broken-text", test_broken_text);

  return g_test_run ();
}
