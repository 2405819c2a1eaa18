/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "profile-fixture.h"

static gboolean
try_add (ProfileFixture  *fixture,
         HcBookmark      *bookmark,
         GError         **error)
{
  HcBookmarkStore *bookmarks = hc_profile_get_bookmarks (fixture->profile);
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  hc_bookmark_store_add_async (bookmarks, bookmark, fixture_result_cb, &place);
  result = fixture_wait (&place);

  return hc_bookmark_store_add_finish (bookmarks, result, error);
}

static void
add (ProfileFixture *fixture,
     HcBookmark     *bookmark)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (try_add (fixture, bookmark, &error));
  g_assert_no_error (error);
}

static void
remove_bookmark (ProfileFixture *fixture,
                 HcBookmark     *bookmark)
{
  HcBookmarkStore *bookmarks = hc_profile_get_bookmarks (fixture->profile);
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  hc_bookmark_store_remove_async (bookmarks, bookmark, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_bookmark_store_remove_finish (bookmarks, result, &error));
  g_assert_no_error (error);
}

static void
assert_model (ProfileFixture *fixture,
              const char     *expected)
{
  GListModel *bookmarks = G_LIST_MODEL (hc_profile_get_bookmarks (fixture->profile));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (bookmarks); i++)
    {
      g_autoptr (HcBookmark) bookmark = g_list_model_get_item (bookmarks, i);

      g_string_append_printf (text, "%s:%s:%" G_GINT64_FORMAT " ",
                              hc_bookmark_get_link (bookmark) + strlen ("health-center:"),
                              hc_bookmark_get_title (bookmark),
                              g_date_time_to_unix (hc_bookmark_get_created (bookmark)) - FIXTURE_TIME);
    }

  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_all (ProfileFixture *fixture,
          gconstpointer   data)
{
  g_autoptr (HcBookmark) a = hc_bookmark_new ("health-center:article/a", "A");
  g_autoptr (HcBookmark) b = hc_bookmark_new ("health-center:article/b", "B");
  g_autoptr (HcBookmark) again = hc_bookmark_new ("health-center:article/a", "Another title");
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autofree char *rows = NULL;
  HcBookmarkStore *bookmarks;

  profile_fixture_open (fixture);
  bookmarks = hc_profile_get_bookmarks (fixture->profile);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (bookmarks)) == HC_TYPE_BOOKMARK);
  profile_fixture_watch (G_LIST_MODEL (bookmarks), changes);

  g_assert_null (hc_bookmark_get_created (a));
  add (fixture, a);
  profile_fixture_set_time (fixture, 10);
  add (fixture, b);
  assert_model (fixture, "article/b:B:10 article/a:A:0 ");
  g_assert_cmpstr (changes->str, ==, "0-0+1 0-0+1 ");
  g_assert_true (hc_bookmark_store_lookup (bookmarks, "health-center:article/a") == a);
  g_assert_null (hc_bookmark_store_lookup (bookmarks, "health-center:article/c"));

  /* The same link, and the same object: one bookmark. */
  add (fixture, again);
  add (fixture, a);
  g_assert_cmpint (g_date_time_to_unix (hc_bookmark_get_created (again)), ==, FIXTURE_TIME);
  assert_model (fixture, "article/b:B:10 article/a:A:0 ");
  g_assert_cmpstr (changes->str, ==, "0-0+1 0-0+1 ");

  /* By an object of the same link; then back with its date. */
  g_string_truncate (changes, 0);
  remove_bookmark (fixture, again);
  remove_bookmark (fixture, again);
  assert_model (fixture, "article/b:B:10 ");
  profile_fixture_set_time (fixture, 20);
  add (fixture, a);
  assert_model (fixture, "article/b:B:10 article/a:A:0 ");
  g_assert_cmpstr (changes->str, ==, "1-1+0 1-0+1 ");

  rows = fixture_query (fixture->path, "SELECT * FROM bookmark ORDER BY link");
  g_assert_cmpstr (rows, ==,
                   "health-center:article/a|A|2026-11-20T23:11:54.000000Z\n"
                   "health-center:article/b|B|2026-11-20T23:12:04.000000Z");

  profile_fixture_close (fixture);
  profile_fixture_open (fixture);
  assert_model (fixture, "article/b:B:10 article/a:A:0 ");
}

static void
test_refused (ProfileFixture *fixture,
              gconstpointer   data)
{
  g_autoptr (HcBookmark) bad_link = hc_bookmark_new ("http://example.org", "A");
  g_autoptr (HcBookmark) bad_title = hc_bookmark_new ("health-center:article/a", "\xff");
  g_autoptr (GError) error = NULL;

  profile_fixture_open (fixture);

  g_assert_false (try_add (fixture, bad_link, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_false (try_add (fixture, bad_title, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CONSTRAINT);
  g_assert_null (hc_bookmark_get_created (bad_title));
  assert_model (fixture, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/profile/bookmark-store/all", ProfileFixture, NULL,
              profile_fixture_set_up, test_all, profile_fixture_tear_down);
  g_test_add ("/profile/bookmark-store/refused", ProfileFixture, NULL,
              profile_fixture_set_up, test_refused, profile_fixture_tear_down);

  return g_test_run ();
}
