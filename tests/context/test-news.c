/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-news.h"

#include <string.h>

#include "fake-fetcher.h"
#include "hc-opml.h"
#include "profile-fixture.h"

/* Subscriptions, what was read of them, and what was fetched. The server is a fake one. */

#define RSS(title, items) "<rss><channel><title>" title "</title>" items "</channel></rss>"
#define ITEM(id) "<item><guid isPermaLink='false'>" id "</guid><title>" id "</title>" \
                 "<description>Text</description></item>"

static HcSubscription *
subscribe (ProfileFixture *fixture,
           const char     *address,
           const char     *title,
           const char     *folder)
{
  HcSubscriptionStore *store = hc_profile_get_subscriptions (fixture->profile);
  HcSubscription *subscription = hc_subscription_new ();
  HcSubscriptionDetails details = { .address = address, .title = title, .folder = folder };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *place = NULL;

  hc_subscription_store_save_async (store, subscription, &details, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_subscription_store_save_finish (store, result, &error));
  g_assert_no_error (error);

  return subscription;
}

static void
refresh (HcNews *news,
         guint   n_new)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HcFeedRefreshReport) report = NULL;
  GAsyncResult *place = NULL;

  hc_news_refresh_async (news, FALSE, NULL, fixture_result_cb, &place);
  result = fixture_wait (&place);
  report = hc_news_refresh_finish (news, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->n_new, ==, n_new);
}

static void
mark (ProfileFixture    *fixture,
      const char        *feed,
      const char *const *keys)
{
  HcReadPosts *posts = hc_profile_get_read_posts (fixture->profile);
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *place = NULL;

  hc_read_posts_mark_async (posts, feed, keys, TRUE, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_read_posts_mark_finish (posts, result, NULL));
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_all (ProfileFixture *fixture,
          gconstpointer   data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "sources.db", NULL);
  g_autoptr (FakeFetcher) fetcher = fake_fetcher_new ();
  g_autoptr (HcFeedCatalog) catalog = hc_feed_catalog_new (path);
  g_autoptr (HcFeedRefresh) feeds = hc_feed_refresh_new (path, HC_FEED_FETCHER (fetcher), fixture->clock);
  g_autoptr (HcNews) news = NULL;
  g_autoptr (HcSubscription) a = NULL, b = NULL;
  g_autoptr (HcFeedItem) item = NULL;
  g_autoptr (HcSavedPost) post = NULL;
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_opml_entry_free);
  g_autoptr (GPtrArray) fresh = NULL;
  g_autoptr (GDateTime) now = NULL;
  g_auto (GStrv) unread = NULL, folders = NULL, in_folder = NULL;
  g_autofree char *title_a = NULL, *title_b = NULL, *before = NULL, *opml = NULL;
  guint n_changes = 0;

  profile_fixture_open (fixture);
  news = hc_news_new (fixture->profile, catalog, feeds);
  g_signal_connect_swapped (news, "changed", G_CALLBACK (count_cb), &n_changes);

  a = subscribe (fixture, "https://a.example/feed", "", "News");
  b = subscribe (fixture, "https://b.example/feed", "My name", "");
  g_assert_cmpuint (n_changes, ==, 2);
  before = hc_news_dup_title (news, a);
  g_assert_cmpstr (before, ==, "a.example");
  g_assert_cmpuint (hc_news_count_unread (news, NULL), ==, 0);

  fake_fetcher_serve (fetcher, "https://a.example/feed", 200,
                      RSS ("Paper", ITEM ("1") ITEM ("2") ITEM ("3")));
  fake_fetcher_serve (fetcher, "https://b.example/feed", 200, RSS ("B", ITEM ("1")))->moved_to =
    g_strdup ("https://b.example/new");
  refresh (news, 4);
  title_a = hc_news_dup_title (news, a);
  title_b = hc_news_dup_title (news, b);
  g_assert_cmpstr (title_a, ==, "Paper");
  g_assert_cmpstr (title_b, ==, "My name");
  g_assert_cmpuint (hc_news_count_unread (news, NULL), ==, 4);
  g_assert_cmpuint (hc_news_count_unread (news, hc_subscription_get_id (a)), ==, 3);

  /* The address that it has now is written down. */
  while (!g_str_equal (hc_subscription_get_details (b)->address, "https://b.example/new"))
    g_main_context_iteration (NULL, TRUE);

  unread = hc_news_list_unread (news, hc_subscription_get_id (a));
  g_assert_cmpuint (g_strv_length (unread), ==, 3);
  mark (fixture, hc_subscription_get_id (a), (const char *const[]) { unread[0], unread[1], NULL });
  g_assert_cmpuint (hc_news_count_unread (news, NULL), ==, 2);

  folders = hc_news_list_folders (news);
  g_assert_cmpuint (g_strv_length (folders), ==, 1);
  g_assert_cmpstr (folders[0], ==, "News");
  in_folder = hc_news_list_feeds (news, "News");
  g_assert_cmpuint (g_strv_length (in_folder), ==, 1);
  g_assert_cmpstr (in_folder[0], ==, hc_subscription_get_id (a));

  item = hc_feed_catalog_load (catalog, hc_subscription_get_id (a), unread[0], NULL);
  post = hc_news_make_saved_post (news, item);
  g_assert_cmpstr (hc_saved_post_get_details (post)->publisher, ==, "Paper");
  g_assert_cmpstr (hc_saved_post_get_details (post)->text, ==, "pText");

  now = hc_clock_dup_time (fixture->clock);
  opml = hc_news_print_opml (news, now);
  g_assert_nonnull (strstr (opml, "text=\"Paper\""));
  g_ptr_array_add (entries, hc_opml_entry_new ("https://a.example/feed", NULL, NULL, NULL));
  g_ptr_array_add (entries, hc_opml_entry_new ("https://c.example/feed", NULL, NULL, NULL));
  fresh = hc_news_pick_new (news, entries);
  g_assert_cmpuint (fresh->len, ==, 1);
  g_assert_cmpstr (((const HcOpmlEntry *) g_ptr_array_index (fresh, 0))->address, ==,
                   "https://c.example/feed");

  g_clear_object (&news);
  g_clear_object (&feeds);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/context/news/all", ProfileFixture, NULL, profile_fixture_set_up, test_all,
              profile_fixture_tear_down);

  return g_test_run ();
}
