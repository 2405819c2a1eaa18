/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "profile-fixture.h"

#include <math.h>

static void
save (ProfileFixture *fixture,
      const char     *link,
      const char     *anchor,
      double          offset,
      gboolean        finished)
{
  HcReadingStore *reading = hc_profile_get_reading (fixture->profile);
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  hc_reading_store_save_async (reading, link, anchor, offset, finished, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_reading_store_save_finish (reading, result, &error));
  g_assert_no_error (error);
}

static void
assert_place (ProfileFixture *fixture,
              const char     *link,
              const char     *anchor,
              double          offset,
              gboolean        finished,
              gint64          seconds)
{
  const HcReadingPlace *place = hc_reading_store_lookup (hc_profile_get_reading (fixture->profile), link);

  g_assert_nonnull (place);
  g_assert_cmpstr (place->link, ==, link);
  g_assert_cmpstr (place->anchor, ==, anchor);
  g_assert_cmpfloat (place->offset, ==, offset);
  g_assert_cmpint (place->finished, ==, finished);
  g_assert_cmpint (g_date_time_to_unix (place->read_at), ==, FIXTURE_TIME + seconds);
}

static void
assert_latest (ProfileFixture *fixture,
               const char     *expected)
{
  g_autofree char *latest = hc_reading_store_dup_latest (hc_profile_get_reading (fixture->profile));

  g_assert_cmpstr (latest, ==, expected);
}

static void
changed_cb (HcReadingStore *reading,
            const char     *link,
            gpointer        user_data)
{
  g_assert_nonnull (hc_reading_store_lookup (reading, link));
  g_string_append_printf (user_data, "%s ", link);
}

static void
test_save (ProfileFixture *fixture,
           gconstpointer   data)
{
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autofree char *rows = NULL;
  HcReadingStore *reading;

  profile_fixture_open (fixture);
  reading = hc_profile_get_reading (fixture->profile);
  g_signal_connect (reading, "changed", G_CALLBACK (changed_cb), changes);
  assert_latest (fixture, NULL);
  g_assert_null (hc_reading_store_lookup (reading, "health-center:article/a"));

  save (fixture, "health-center:article/a", "b", 0.25, FALSE);
  assert_place (fixture, "health-center:article/a", "b", 0.25, FALSE, 0);

  /* At once, without waiting for the disk. */
  profile_fixture_set_time (fixture, 1);
  hc_reading_store_save_async (reading, "health-center:article/b", NULL, 0.0, TRUE, NULL, NULL);
  assert_place (fixture, "health-center:article/b", NULL, 0.0, TRUE, 1);
  assert_latest (fixture, "health-center:article/b");

  /* Finished once, it stays so. */
  profile_fixture_set_time (fixture, 2);
  save (fixture, "health-center:article/b", "c", 1.0, FALSE);
  assert_place (fixture, "health-center:article/b", "c", 1.0, TRUE, 2);

  profile_fixture_set_time (fixture, 3);
  save (fixture, "health-center:article/a", "d", 0.5, FALSE);
  assert_latest (fixture, "health-center:article/a");

  g_assert_cmpstr (changes->str, ==,
                   "health-center:article/a health-center:article/b "
                   "health-center:article/b health-center:article/a ");
  rows = fixture_query (fixture->path, "SELECT * FROM reading_place ORDER BY link");
  g_assert_cmpstr (rows, ==,
                   "health-center:article/a|d|0.5|0|2026-11-20T23:11:57.000000Z\n"
                   "health-center:article/b|c|1.0|1|2026-11-20T23:11:56.000000Z");

  profile_fixture_close (fixture);
  profile_fixture_open (fixture);
  assert_place (fixture, "health-center:article/a", "d", 0.5, FALSE, 3);
  assert_place (fixture, "health-center:article/b", "c", 1.0, TRUE, 2);
  assert_latest (fixture, "health-center:article/a");
}

/* Saved while the file, which knows more, is being opened. */
static void
test_while_opening (ProfileFixture *fixture,
                    gconstpointer   data)
{
  g_autoptr (GAsyncResult) opened = NULL;
  GAsyncResult *place = NULL;
  g_autofree char *rows = NULL;

  profile_fixture_open (fixture);
  save (fixture, "health-center:article/a", "b", 0.25, TRUE);
  profile_fixture_close (fixture);

  profile_fixture_set_time (fixture, 10);
  fixture->profile = hc_profile_new (fixture->profile_folder, fixture->clock);
  hc_profile_open_async (fixture->profile, fixture_result_cb, &place);
  save (fixture, "health-center:article/a", "c", 0.75, FALSE);
  opened = fixture_wait (&place);
  g_assert_true (hc_profile_open_finish (fixture->profile, opened, NULL));

  assert_place (fixture, "health-center:article/a", "c", 0.75, TRUE, 10);
  rows = fixture_query (fixture->path, "SELECT * FROM reading_place");
  g_assert_cmpstr (rows, ==, "health-center:article/a|c|0.75|1|2026-11-20T23:12:04.000000Z");
}

static void
test_offsets (ProfileFixture *fixture,
              gconstpointer   data)
{
  profile_fixture_open (fixture);

  save (fixture, "health-center:article/a", NULL, -0.5, FALSE);
  assert_place (fixture, "health-center:article/a", NULL, 0.0, FALSE, 0);
  save (fixture, "health-center:article/a", NULL, 1.5, FALSE);
  assert_place (fixture, "health-center:article/a", NULL, 1.0, FALSE, 0);
  save (fixture, "health-center:article/a", NULL, NAN, FALSE);
  assert_place (fixture, "health-center:article/a", NULL, 0.0, FALSE, 0);
  save (fixture, "health-center:article/a", NULL, INFINITY, FALSE);
  assert_place (fixture, "health-center:article/a", NULL, 1.0, FALSE, 0);
}

/* Where nothing can be written a place still counts until the program ends. */
static void
test_closed (ProfileFixture *fixture,
             gconstpointer   data)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) invalid = NULL;
  g_autoptr (GError) error = NULL;
  HcReadingStore *reading;

  fixture->profile = hc_profile_new (fixture->profile_folder, fixture->clock);
  reading = hc_profile_get_reading (fixture->profile);

  hc_reading_store_save_async (reading, "health-center:article/a", "b", 0.5, FALSE,
                               fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_false (hc_reading_store_save_finish (reading, result, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CLOSED);
  g_clear_error (&error);
  assert_place (fixture, "health-center:article/a", "b", 0.5, FALSE, 0);

  hc_reading_store_save_async (reading, "health-center:article/a", "\xff", 0.7, FALSE,
                               fixture_result_cb, &place);
  invalid = fixture_wait (&place);
  g_assert_false (hc_reading_store_save_finish (reading, invalid, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CONSTRAINT);
  assert_place (fixture, "health-center:article/a", "b", 0.5, FALSE, 0);

  profile_fixture_open (fixture);
  g_assert_null (hc_reading_store_lookup (reading, "health-center:article/a"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/profile/reading-store/save", ProfileFixture, NULL,
              profile_fixture_set_up, test_save, profile_fixture_tear_down);
  g_test_add ("/profile/reading-store/while-opening", ProfileFixture, NULL,
              profile_fixture_set_up, test_while_opening, profile_fixture_tear_down);
  g_test_add ("/profile/reading-store/offsets", ProfileFixture, NULL,
              profile_fixture_set_up, test_offsets, profile_fixture_tear_down);
  g_test_add ("/profile/reading-store/closed", ProfileFixture, NULL,
              profile_fixture_set_up, test_closed, profile_fixture_tear_down);

  return g_test_run ();
}
