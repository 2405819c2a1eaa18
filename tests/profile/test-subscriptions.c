/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "profile-fixture.h"

/* Subscriptions, what was read and what was saved of feeds. */

#define FEED "0a1b2c3d-0000-4000-8000-00000000000a"
#define OTHER "0a1b2c3d-0000-4000-8000-00000000000b"

static gboolean
try_save (ProfileFixture              *fixture,
          HcSubscription              *subscription,
          const HcSubscriptionDetails *details,
          GError                     **error)
{
  HcSubscriptionStore *store = hc_profile_get_subscriptions (fixture->profile);
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  hc_subscription_store_save_async (store, subscription, details, fixture_result_cb, &place);
  result = fixture_wait (&place);

  return hc_subscription_store_save_finish (store, result, error);
}

static void
save (ProfileFixture              *fixture,
      HcSubscription              *subscription,
      const HcSubscriptionDetails *details)
{
  g_autoptr (GError) error = NULL;

  try_save (fixture, subscription, details, &error);
  g_assert_no_error (error);
}

static void
remove_subscription (ProfileFixture *fixture,
                     HcSubscription *subscription)
{
  HcSubscriptionStore *store = hc_profile_get_subscriptions (fixture->profile);
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  hc_subscription_store_remove_async (store, subscription, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_subscription_store_remove_finish (store, result, &error));
  g_assert_no_error (error);
}

static void
test_subscriptions (ProfileFixture *fixture,
                    gconstpointer   data)
{
  g_autoptr (HcSubscription) a = hc_subscription_new ();
  g_autoptr (HcSubscription) b = hc_subscription_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *id = g_strdup (hc_subscription_get_id (a));
  g_autofree char *rows = NULL;
  HcSubscriptionStore *store;
  HcSubscription *found;

  profile_fixture_open (fixture);
  store = hc_profile_get_subscriptions (fixture->profile);
  save (fixture, a, &(HcSubscriptionDetails) { .address = "https://a.example/", .folder = "News" });
  profile_fixture_set_time (fixture, 10);
  save (fixture, b, &(HcSubscriptionDetails) { .address = "https://b.example/", .title = "B",
                                               .home = "https://b.example/x" });
  g_assert_true (hc_subscription_store_find (store, "https://a.example/") == a);
  g_assert_null (hc_subscription_store_find (store, "https://c.example/"));

  /* Another address is the same subscription. */
  profile_fixture_set_time (fixture, 20);
  save (fixture, a, &(HcSubscriptionDetails) { .address = "https://a.example/new", .title = "A",
                                               .folder = "News" });
  g_assert_cmpstr (hc_subscription_get_id (a), ==, id);
  g_assert_cmpint (g_date_time_to_unix (hc_subscription_get_created (a)), ==, FIXTURE_TIME);
  g_assert_cmpint (g_date_time_to_unix (hc_subscription_get_changed (a)), ==, FIXTURE_TIME + 20);

  /* No two of one address, and nothing but https. */
  g_assert_false (try_save (fixture, b, &(HcSubscriptionDetails) { .address = "https://a.example/new" },
                            &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_false (try_save (fixture, b, &(HcSubscriptionDetails) { .address = "http://b.example/" }, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CONSTRAINT);
  g_assert_cmpstr (hc_subscription_get_details (b)->address, ==, "https://b.example/");

  /* Removed, and back with its id and its dates. */
  remove_subscription (fixture, a);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), ==, 1);
  profile_fixture_set_time (fixture, 30);
  save (fixture, a, hc_subscription_get_details (a));
  rows = fixture_query (fixture->path, "SELECT address, title, folder, home, substr (created, 12, 8), "
                                       "substr (changed, 12, 8)"
                                       " FROM subscription ORDER BY created");
  g_assert_cmpstr (rows, ==, "https://a.example/new|A|News||23:11:54|23:12:14\n"
                             "https://b.example/|B||https://b.example/x|23:12:04|23:12:04");

  profile_fixture_close (fixture);
  profile_fixture_open (fixture);
  store = hc_profile_get_subscriptions (fixture->profile);
  found = hc_subscription_store_find (store, "https://a.example/new");
  g_assert_cmpstr (hc_subscription_get_id (found), ==, id);
  g_assert_cmpstr (hc_subscription_get_details (found)->folder, ==, "News");
}

static void
mark (ProfileFixture    *fixture,
      const char        *feed,
      const char *const *keys,
      gboolean           is_read,
      gboolean           forgets)
{
  HcReadPosts *posts = hc_profile_get_read_posts (fixture->profile);
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (forgets)
    hc_read_posts_forget_async (posts, feed, keys, fixture_result_cb, &place);
  else
    hc_read_posts_mark_async (posts, feed, keys, is_read, fixture_result_cb, &place);

  result = fixture_wait (&place);
  g_assert_true (hc_read_posts_mark_finish (posts, result, &error));
  g_assert_no_error (error);
}

static void
changed_cb (HcReadPosts *posts,
            const char  *feed,
            gpointer     user_data)
{
  g_string_append_printf (user_data, "[%s]", feed);
}

static void
test_read (ProfileFixture *fixture,
           gconstpointer   data)
{
  const char *all[] = { "one", "two", "three", NULL };
  const char *some[] = { "one", "two", NULL };
  const char *one[] = { "one", NULL };
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autofree char *rows = NULL, *unread = NULL;
  HcReadPosts *posts;

  profile_fixture_open (fixture);
  posts = hc_profile_get_read_posts (fixture->profile);
  g_signal_connect (posts, "changed", G_CALLBACK (changed_cb), changes);
  g_assert_cmpuint (hc_read_posts_count_unread (posts, FEED, all), ==, 3);

  mark (fixture, FEED, some, TRUE, FALSE);
  mark (fixture, FEED, one, TRUE, FALSE);
  mark (fixture, OTHER, one, TRUE, FALSE);
  g_assert_cmpuint (hc_read_posts_count_unread (posts, FEED, all), ==, 1);
  g_assert_true (hc_read_posts_has (posts, FEED, "two"));
  g_assert_false (hc_read_posts_has (posts, OTHER, "two"));
  g_assert_cmpstr (changes->str, ==, "[" FEED "][" FEED "][" OTHER "]");

  mark (fixture, FEED, one, FALSE, FALSE);
  g_assert_false (hc_read_posts_has (posts, FEED, "one"));
  g_assert_true (hc_read_posts_has (posts, OTHER, "one"));
  unread = fixture_query (fixture->path, "SELECT feed, key FROM read_post ORDER BY feed, key");
  g_assert_cmpstr (unread, ==, FEED "|two\n" OTHER "|one");

  mark (fixture, FEED, all, TRUE, FALSE);
  mark (fixture, FEED, one, FALSE, TRUE);
  rows = fixture_query (fixture->path, "SELECT feed, key FROM read_post ORDER BY feed, key");
  g_assert_cmpstr (rows, ==, FEED "|one\n" OTHER "|one");
  g_assert_cmpuint (hc_read_posts_count_unread (posts, FEED, all), ==, 2);

  /* Nothing more is to be forgotten: nobody needs to look again. */
  g_string_truncate (changes, 0);
  mark (fixture, FEED, one, FALSE, TRUE);
  mark (fixture, FEED, all, FALSE, TRUE);
  g_assert_cmpstr (changes->str, ==, "");

  profile_fixture_close (fixture);
  profile_fixture_open (fixture);
  posts = hc_profile_get_read_posts (fixture->profile);
  g_assert_cmpuint (hc_read_posts_count_unread (posts, FEED, all), ==, 2);
  g_assert_true (hc_read_posts_has (posts, FEED, "one"));
}

static gboolean
try_add (ProfileFixture  *fixture,
         HcSavedPost     *post,
         GError         **error)
{
  HcSavedPostStore *store = hc_profile_get_saved_posts (fixture->profile);
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  hc_saved_post_store_add_async (store, post, fixture_result_cb, &place);
  result = fixture_wait (&place);

  return hc_saved_post_store_add_finish (store, result, error);
}

static void
test_saved (ProfileFixture *fixture,
            gconstpointer   data)
{
  g_autoptr (GDateTime) published = g_date_time_new_from_unix_utc (FIXTURE_TIME - 1000);
  g_autoptr (HcSavedPost) post = hc_saved_post_new (&(HcSavedPostDetails) {
    .feed = FEED, .key = "one", .publisher = "Paper", .title = "One", .author = "Jo",
    .link = "https://a.example/1",
    .text = "2Head\npText & more", .published = published, .is_cut = TRUE });
  g_autoptr (HcSavedPost) again = hc_saved_post_new (&(HcSavedPostDetails) {
    .feed = FEED, .key = "one", .title = "Other" });
  g_autoptr (HcSavedPost) bare = hc_saved_post_new (&(HcSavedPostDetails) { .feed = OTHER, .key = "two" });
  g_autoptr (HcSavedPost) bad = hc_saved_post_new (&(HcSavedPostDetails) {
    .feed = OTHER, .key = "3", .link = "javascript:x" });
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *link = hc_saved_post_dup_link (post);
  g_auto (GStrv) keys = NULL;
  GAsyncResult *place = NULL;
  HcSavedPostStore *store;
  const HcSavedPostDetails *details;

  profile_fixture_open (fixture);
  g_assert_cmpstr (link, ==, "health-center:post/" FEED "/one");
  g_assert_true (try_add (fixture, post, &error));
  g_assert_true (try_add (fixture, again, &error));
  g_assert_true (try_add (fixture, bare, &error));
  g_assert_no_error (error);
  g_assert_false (try_add (fixture, bad, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CONSTRAINT);
  g_clear_error (&error);

  profile_fixture_close (fixture);
  profile_fixture_open (fixture);
  store = hc_profile_get_saved_posts (fixture->profile);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), ==, 2);
  details = hc_saved_post_get_details (hc_saved_post_store_lookup (store, FEED, "one"));
  g_assert_cmpstr (details->title, ==, "One");
  g_assert_cmpstr (details->publisher, ==, "Paper");
  g_assert_cmpstr (details->author, ==, "Jo");
  g_assert_cmpstr (details->link, ==, "https://a.example/1");
  g_assert_cmpstr (details->text, ==, "2Head\npText & more");
  g_assert_true (g_date_time_equal (details->published, published));
  g_assert_true (details->is_cut);
  g_assert_null (hc_saved_post_get_details (hc_saved_post_store_lookup (store, OTHER, "two"))->published);
  keys = hc_saved_post_store_list_keys (store, FEED);
  g_assert_cmpuint (g_strv_length (keys), ==, 1);
  g_assert_cmpstr (keys[0], ==, "one");

  /* Removed, and back with its date. */
  hc_saved_post_store_remove_async (store, post, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_saved_post_store_remove_finish (store, result, &error));
  g_assert_null (hc_saved_post_store_lookup (store, FEED, "one"));
  profile_fixture_set_time (fixture, 100);
  g_assert_true (try_add (fixture, post, &error));
  g_assert_cmpint (g_date_time_to_unix (hc_saved_post_get_created (post)), ==, FIXTURE_TIME);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/profile/subscriptions/subscriptions", ProfileFixture, NULL,
              profile_fixture_set_up, test_subscriptions, profile_fixture_tear_down);
  g_test_add ("/profile/subscriptions/read", ProfileFixture, NULL,
              profile_fixture_set_up, test_read, profile_fixture_tear_down);
  g_test_add ("/profile/subscriptions/saved", ProfileFixture, NULL,
              profile_fixture_set_up, test_saved, profile_fixture_tear_down);

  return g_test_run ();
}
