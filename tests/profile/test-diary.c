/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "diary-fixture.h"

#include <math.h>

/* Changes of the diary, seen through its object and in the file. */

static gboolean
try_save_all (ProfileFixture             *fixture,
              GPtrArray                  *entries,
              const HcDiaryEntryDetails  *details,
              GError                    **error)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  hc_diary_save_all_async (diary_fixture_get (fixture), entries, details, fixture_result_cb, &place);
  result = fixture_wait (&place);

  return hc_diary_save_all_finish (diary_fixture_get (fixture), result, error);
}

static void
remove_entry (ProfileFixture *fixture,
              HcDiaryEntry   *entry)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  hc_diary_remove_async (diary_fixture_get (fixture), entry, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_diary_remove_finish (diary_fixture_get (fixture), result, &error));
  g_assert_no_error (error);
}

static gboolean
try_uncover (ProfileFixture  *fixture,
             HcDiaryEntry    *entry,
             GError         **error)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  hc_diary_uncover_async (diary_fixture_get (fixture), entry, fixture_result_cb, &place);
  result = fixture_wait (&place);

  return hc_diary_uncover_finish (diary_fixture_get (fixture), result, error);
}

static void
assert_rows (ProfileFixture *fixture,
             const char     *sql,
             const char     *expected)
{
  g_autofree char *rows = fixture_query (fixture->path, sql);

  g_assert_cmpstr (rows, ==, expected);
}

static void
changed_cb (HcDiary    *diary,
            const char *kind,
            gpointer    user_data)
{
  g_string_append_printf (user_data, "%s ", kind != NULL ? kind : "all");
}

static void
entry_changed_cb (HcDiaryEntry *entry,
                  guint        *n_changes)
{
  (*n_changes)++;
}

/* All that is told in an entry is in the file, and there again in the next session. */
static void
test_save (ProfileFixture *fixture,
           gconstpointer   data)
{
  const char *text = "Zoë's <b>pain</b> '; DROP TABLE diary_entry; -- 😀\nleft";
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 ("2026-11-20T08:00:00.5+02:00", NULL);
  g_autoptr (HcDiaryEntry) entry = hc_diary_entry_new (&(HcDiaryEntryDetails) {
    .person = ANN, .kind = "pain", .time = time, .has_value = TRUE, .value = 7.25, .text = text, .is_covered = TRUE,
  });
  g_autoptr (HcDiaryEntry) plain = diary_fixture_make (NULL, "no-such-kind", 0, NULL);
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *row = NULL;
  const HcDiaryEntryDetails *details;
  HcDiaryEntry *read;

  g_assert_cmpuint (strlen (hc_diary_entry_get_id (entry)), ==, 36);
  g_assert_null (hc_diary_entry_get_created (entry));
  g_assert_null (hc_diary_entry_get_changed (entry));

  profile_fixture_open (fixture);
  g_signal_connect (diary_fixture_get (fixture), "changed", G_CALLBACK (changed_cb), changes);
  diary_fixture_save (fixture, entry, NULL);
  g_assert_cmpint (g_date_time_to_unix (hc_diary_entry_get_created (entry)), ==, FIXTURE_TIME);
  g_assert_cmpint (g_date_time_to_unix (hc_diary_entry_get_changed (entry)), ==, FIXTURE_TIME);
  diary_fixture_save (fixture, plain, NULL);
  g_assert_cmpstr (changes->str, ==, "pain no-such-kind ");

  row = g_strdup_printf ("%s|" ANN "|pain|2026-11-20T06:00:00.500000Z|7.25|1|2026-11-20T23:11:54.000000Z"
                         "|2026-11-20T23:11:54.000000Z", hc_diary_entry_get_id (entry));
  assert_rows (fixture, "SELECT id, person, kind, time, value, covered, created, changed FROM diary_entry"
               " WHERE kind = 'pain'", row);
  assert_rows (fixture, "SELECT text FROM diary_entry WHERE kind = 'pain'", text);
  assert_rows (fixture, "SELECT person, typeof (value), text, covered FROM diary_entry WHERE kind = 'no-such-kind'",
               "|null||0");
  profile_fixture_close (fixture);

  profile_fixture_open (fixture);
  entries = diary_fixture_query (fixture, ANN, FALSE, NULL, -1, -1, 0);
  g_assert_cmpuint (entries->len, ==, 1);
  read = g_ptr_array_index (entries, 0);
  details = hc_diary_entry_get_details (read);
  g_assert_cmpstr (hc_diary_entry_get_id (read), ==, hc_diary_entry_get_id (entry));
  g_assert_cmpstr (details->person, ==, ANN);
  g_assert_cmpstr (details->kind, ==, "pain");
  g_assert_true (g_date_time_equal (details->time, time));
  g_assert_true (details->has_value);
  g_assert_cmpfloat (details->value, ==, 7.25);
  g_assert_cmpstr (details->text, ==, text);
  g_assert_true (details->is_covered);
  g_assert_cmpint (g_date_time_to_unix (hc_diary_entry_get_created (read)), ==, FIXTURE_TIME);
}

/* An entry says what the disk holds, before, during and after a change. */
static void
test_change (ProfileFixture *fixture,
             gconstpointer   data)
{
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (HcDiaryEntry) entry = diary_fixture_make (ANN, "pain", 0, "before");
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (FIXTURE_TIME - 60);
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *place = NULL;
  guint n_changes = 0;

  profile_fixture_open (fixture);
  diary_fixture_save (fixture, entry, NULL);
  g_signal_connect (diary_fixture_get (fixture), "changed", G_CALLBACK (changed_cb), changes);
  g_signal_connect (entry, "changed", G_CALLBACK (entry_changed_cb), &n_changes);

  profile_fixture_set_time (fixture, 10);
  hc_diary_save_async (diary_fixture_get (fixture), entry,
                       &(HcDiaryEntryDetails) { .person = BOB, .kind = "pain", .time = time, .has_value = TRUE,
                                                .value = -2.0, .text = "after" },
                       fixture_result_cb, &place);
  g_assert_cmpstr (hc_diary_entry_get_details (entry)->text, ==, "before");
  g_assert_cmpuint (n_changes, ==, 0);
  result = fixture_wait (&place);
  g_assert_true (hc_diary_save_finish (diary_fixture_get (fixture), result, NULL));
  g_assert_cmpstr (hc_diary_entry_get_details (entry)->text, ==, "after");
  g_assert_cmpstr (hc_diary_entry_get_details (entry)->person, ==, BOB);
  g_assert_cmpint (g_date_time_to_unix (hc_diary_entry_get_created (entry)), ==, FIXTURE_TIME);
  g_assert_cmpint (g_date_time_to_unix (hc_diary_entry_get_changed (entry)), ==, FIXTURE_TIME + 10);
  g_assert_cmpuint (n_changes, ==, 1);
  assert_rows (fixture, "SELECT person, time, value, text, created, changed FROM diary_entry",
               BOB "|2026-11-20T23:10:54.000000Z|-2.0|after|2026-11-20T23:11:54.000000Z|2026-11-20T23:12:04.000000Z");

  /* A value can go again, and the kind can be another. */
  diary_fixture_save (fixture, entry, &(HcDiaryEntryDetails) { .kind = "fever", .time = time });
  assert_rows (fixture, "SELECT person, kind, typeof (value), text FROM diary_entry", "|fever|null|");
  g_assert_cmpstr (changes->str, ==, "pain all ");
}

/* What is told of an evening is saved together. */
static void
test_save_all (ProfileFixture *fixture,
               gconstpointer   data)
{
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (FIXTURE_TIME);
  HcDiaryEntryDetails details[] = {
    { .kind = "pain", .time = time, .has_value = TRUE, .value = 3.0 },
    { .kind = "fever", .time = time, .has_value = TRUE, .value = NAN },
  };
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (entries, diary_fixture_make ("", "pain", 0, "one"));
  g_ptr_array_add (entries, diary_fixture_make ("", "fever", 0, "two"));

  profile_fixture_open (fixture);
  g_signal_connect (diary_fixture_get (fixture), "changed", G_CALLBACK (changed_cb), changes);
  g_assert_false (try_save_all (fixture, entries, details, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  assert_rows (fixture, "SELECT count (*) FROM diary_entry", "0");
  g_assert_cmpstr (hc_diary_entry_get_details (g_ptr_array_index (entries, 0))->text, ==, "one");
  g_assert_null (hc_diary_entry_get_created (g_ptr_array_index (entries, 0)));
  diary_fixture_assert_texts (hc_diary_list_recent (diary_fixture_get (fixture), "", FALSE, 72), "");

  g_assert_true (try_save_all (fixture, entries, NULL, &error));
  g_assert_no_error (error);
  assert_rows (fixture, "SELECT kind, text FROM diary_entry ORDER BY rowid", "pain|one\nfever|two");

  details[1].value = 39.5;
  g_assert_true (try_save_all (fixture, entries, details, &error));
  assert_rows (fixture, "SELECT kind, value FROM diary_entry ORDER BY rowid", "pain|3.0\nfever|39.5");

  g_ptr_array_set_size (entries, 0);
  g_assert_true (try_save_all (fixture, entries, NULL, &error));
  g_assert_cmpstr (changes->str, ==, "all all ");
}

/* What was removed comes back as it was. */
static void
test_remove (ProfileFixture *fixture,
             gconstpointer   data)
{
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (HcDiaryEntry) entry = diary_fixture_make (ANN, "pain", 0, "mine");
  g_autoptr (HcDiaryEntry) unsaved = diary_fixture_make (ANN, "pain", 0, "unsaved");
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  profile_fixture_open (fixture);
  diary_fixture_save (fixture, entry, NULL);
  diary_fixture_add (fixture, ANN, "pain", -1, "other");
  before = fixture_query (fixture->path, "SELECT id, person, kind, time, text, created FROM diary_entry ORDER BY id");
  g_signal_connect (diary_fixture_get (fixture), "changed", G_CALLBACK (changed_cb), changes);

  /* By another object of the same entry. */
  entries = diary_fixture_query (fixture, ANN, FALSE, NULL, -1, -1, 1);
  g_assert_true (g_ptr_array_index (entries, 0) != entry);
  profile_fixture_set_time (fixture, 10);
  remove_entry (fixture, g_ptr_array_index (entries, 0));
  diary_fixture_assert_texts (diary_fixture_query (fixture, ANN, FALSE, NULL, -1, -1, 0), "other");
  diary_fixture_assert_texts (hc_diary_list_recent (diary_fixture_get (fixture), ANN, FALSE, 72), "other");
  remove_entry (fixture, unsaved);
  assert_rows (fixture, "SELECT text FROM diary_entry", "other");

  diary_fixture_save (fixture, g_ptr_array_index (entries, 0), NULL);
  after = fixture_query (fixture->path, "SELECT id, person, kind, time, text, created FROM diary_entry ORDER BY id");
  g_assert_cmpstr (after, ==, before);
  diary_fixture_assert_texts (hc_diary_list_recent (diary_fixture_get (fixture), ANN, FALSE, 72), "mine other");
  g_assert_cmpstr (changes->str, ==, "pain pain pain ");
}

/* Uncovering changes nothing else, not even where the object is out of date. */
static void
test_uncover (ProfileFixture *fixture,
              gconstpointer   data)
{
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (HcDiaryEntry) entry = diary_fixture_make (ANN, "result", 0, "first");
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  HcDiaryEntryDetails details = *hc_diary_entry_get_details (entry);
  HcDiaryEntry *other;

  profile_fixture_open (fixture);
  details.is_covered = TRUE;
  diary_fixture_save (fixture, entry, &details);
  entries = diary_fixture_query (fixture, ANN, FALSE, NULL, -1, -1, 0);
  other = g_ptr_array_index (entries, 0);
  details = *hc_diary_entry_get_details (other);
  details.text = "second";
  diary_fixture_save (fixture, entry, &details);
  g_assert_cmpstr (hc_diary_entry_get_details (other)->text, ==, "first");
  assert_rows (fixture, "SELECT covered, text FROM diary_entry", "1|second");

  profile_fixture_set_time (fixture, 10);
  g_signal_connect (diary_fixture_get (fixture), "changed", G_CALLBACK (changed_cb), changes);
  g_assert_true (try_uncover (fixture, other, &error));
  g_assert_no_error (error);
  g_assert_false (hc_diary_entry_get_details (other)->is_covered);
  g_assert_cmpstr (hc_diary_entry_get_details (other)->text, ==, "second");
  g_assert_cmpstr (changes->str, ==, "result ");
  assert_rows (fixture, "SELECT covered, text, changed FROM diary_entry", "0|second|2026-11-20T23:12:04.000000Z");

  /* One that is gone does not come back. */
  remove_entry (fixture, entry);
  g_assert_false (try_uncover (fixture, other, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_FAILED);
  assert_rows (fixture, "SELECT count (*) FROM diary_entry", "0");
}

static void
assert_refused (ProfileFixture *fixture,
                HcDiaryEntry   *entry,
                const char     *person,
                const char     *kind,
                double          value,
                const char     *text)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (FIXTURE_TIME);
  g_autoptr (GError) error = NULL;
  HcDiaryEntryDetails details;

  details = (HcDiaryEntryDetails) {
    .person = person, .kind = kind, .time = time, .has_value = TRUE, .value = value, .text = text,
  };
  g_assert_false (diary_fixture_try_save (fixture, entry, &details, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CONSTRAINT);
  g_assert_cmpstr (hc_diary_entry_get_details (entry)->text, ==, "kept");
}

static void
test_refused (ProfileFixture *fixture,
              gconstpointer   data)
{
  g_autoptr (HcDiaryEntry) entry = diary_fixture_make (ANN, "pain", 0, "kept");

  profile_fixture_open (fixture);
  diary_fixture_save (fixture, entry, NULL);
  assert_refused (fixture, entry, ANN, "pain", NAN, "");
  assert_refused (fixture, entry, ANN, "pain", INFINITY, "");
  assert_refused (fixture, entry, ANN, "pain", -INFINITY, "");
  assert_refused (fixture, entry, ANN, "pain", 1.0, "\xff");
  assert_refused (fixture, entry, ANN, "\xc3", 1.0, "");
  assert_refused (fixture, entry, ANN, "", 1.0, "");
  assert_refused (fixture, entry, "ann", "pain", 1.0, "");
  assert_rows (fixture, "SELECT person, kind, typeof (value), text FROM diary_entry", ANN "|pain|null|kept");
}

/* Nothing is shown that the disk does not have. */
static void
test_closed (ProfileFixture *fixture,
             gconstpointer   data)
{
  g_autoptr (HcDiaryEntry) entry = diary_fixture_make (ANN, "pain", 0, "mine");
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *place = NULL;
  g_autoptr (GError) error = NULL;

  fixture->profile = hc_profile_new (fixture->profile_folder, fixture->clock);
  g_assert_false (diary_fixture_try_save (fixture, entry, NULL, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CLOSED);
  g_clear_error (&error);
  g_assert_null (hc_diary_entry_get_created (entry));
  diary_fixture_assert_texts (hc_diary_list_recent (diary_fixture_get (fixture), ANN, FALSE, 72), "");

  hc_diary_query_async (diary_fixture_get (fixture), ANN, FALSE, NULL, NULL, NULL, 0, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_null (hc_diary_query_finish (diary_fixture_get (fixture), result, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CLOSED);
  g_clear_error (&error);

  profile_fixture_open (fixture);
  diary_fixture_save (fixture, entry, NULL);
  assert_rows (fixture, "SELECT text FROM diary_entry", "mine");
}

static void
test_restore (ProfileFixture *fixture,
              gconstpointer   data)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GString) changes = g_string_new (NULL);

  profile_fixture_open (fixture);
  diary_fixture_add (fixture, ANN, "pain", 0, "first");
  profile_fixture_open (fixture); /* makes the copy of the day */
  diary_fixture_add (fixture, ANN, "pain", 1, "second");
  backups = profile_fixture_list_backups (fixture);
  g_assert_cmpuint (backups->len, ==, 1);
  g_signal_connect (diary_fixture_get (fixture), "changed", G_CALLBACK (changed_cb), changes);

  g_assert_true (profile_fixture_try_restore (fixture, g_ptr_array_index (backups, 0), NULL));
  diary_fixture_assert_texts (hc_diary_list_recent (diary_fixture_get (fixture), ANN, FALSE, 72), "first");
  diary_fixture_assert_texts (diary_fixture_query (fixture, ANN, FALSE, NULL, -1, -1, 0), "first");

  g_assert_true (profile_fixture_try_fresh (fixture, NULL));
  diary_fixture_assert_texts (hc_diary_list_recent (diary_fixture_get (fixture), ANN, FALSE, 72), "");
  g_assert_cmpstr (changes->str, ==, "all all ");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/profile/diary/" name, ProfileFixture, NULL, \
              profile_fixture_set_up, func, profile_fixture_tear_down)

  ADD ("save", test_save);
  ADD ("change", test_change);
  ADD ("save-all", test_save_all);
  ADD ("remove", test_remove);
  ADD ("uncover", test_uncover);
  ADD ("refused", test_refused);
  ADD ("closed", test_closed);
  ADD ("restore", test_restore);

  return g_test_run ();
}
