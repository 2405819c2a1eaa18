/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-feed-row.h"
#include "hc-news-source-row.h"
#include "hc-post-list.h"
#include "hc-post-row.h"
#include "news-reader.h"
#include "taking-fixture.h"

/* News: who is asked when, what goes wrong with it, how much may come, and how feeds are found. */

#define SUBSCRIPTIONS "SELECT address, title, folder FROM subscription ORDER BY address"

static void
test_consent (void)
{
  g_autoptr (Reader) self = reader_new ();

  news_fixture_subscribe (self->fixture, A, "", "");
  reader_open (self, "health-center:news");
  reader_assert_log (self, "");
  g_assert_nonnull (reader_find (self, GTK_TYPE_LABEL, "Fetching news is turned off."));

  reader_act (self, "news.refresh", NULL);
  reader_wait_for_dialog (self);
  g_assert_nonnull (reader_find (self, GTK_TYPE_LABEL, "somebody at your internet address reads its feed"));
  g_assert_nonnull (reader_find (self, GTK_TYPE_LABEL, "a.example"));
  hc_ui_fixture_press (self->window, "_Not Now");
  reader_wait_for_no_dialog (self);
  reader_assert_log (self, "");

  reader_act (self, "news.refresh", NULL);
  hc_ui_fixture_press (reader_wait_for_dialog (self), "_Turn On");
  reader_wait_for (self, GTK_TYPE_LABEL, "2 new posts.");
  reader_assert_log (self, A "|-|-\n");
  reader_assert_rows (self, HC_TYPE_NEWS_SOURCE_ROW, "All Posts|2\nSaved Posts\nPaper A|2\n");

  /* Whoever works offline is told so, and nobody is asked. */
  hc_network_consent_set_offline (hc_context_get_consent (self->fixture->context), TRUE);
  g_assert_nonnull (reader_wait_for (self, GTK_TYPE_LABEL, "You work offline: nothing is fetched."));
  reader_act (self, "news.refresh", NULL);
  reader_wait_for_dialog (self);
  g_assert_nonnull (reader_find (self, GTK_TYPE_LABEL, "You Work Offline"));
  hc_ui_fixture_press (self->window, "_Close");
  reader_wait_for_no_dialog (self);
  reader_assert_log (self, "");
}

static void
test_due (void)
{
  g_autoptr (Reader) self = reader_new_filled ();

  /* All is fresh. */
  news_fixture_allow (self->fixture, TRUE);
  reader_open (self, "health-center:news");
  hc_ui_fixture_wait_frames (self->window, 3);
  reader_assert_log (self, "");

  /* Some hours later it is asked when the page is shown again, with what the server has told. */
  taking_fixture_set_now (self->fixture, "2026-11-20T18:00:00Z");
  hc_window_open_link (self->window, "health-center:articles");
  hc_ui_fixture_wait_frames (self->window, 3);
  reader_assert_log (self, "");
  hc_window_open_link (self->window, "health-center:news");
  reader_wait_for (self, GTK_TYPE_LABEL, "No new posts.");
  {
    g_autofree char *log = fake_fetcher_dup_log (self->fetcher);

    g_assert_nonnull (strstr (log, A "|\"one\"|-\n"));
    g_assert_nonnull (strstr (log, B "|-|-\n"));
  }

  /* Not again at once. */
  hc_window_open_link (self->window, "health-center:articles");
  hc_window_open_link (self->window, "health-center:news");
  hc_ui_fixture_wait_frames (self->window, 3);
  reader_assert_log (self, "");
}

/* Whoever wants it so is asked by nobody: only by their own hand is anything fetched. */
static void
test_by_hand (void)
{
  g_autoptr (Reader) self = reader_new_filled ();

  g_settings_set_boolean (hc_context_get_settings (self->fixture->context), "fetch-news-by-itself", FALSE);
  news_fixture_allow (self->fixture, TRUE);
  taking_fixture_set_now (self->fixture, "2026-11-20T18:00:00Z");
  reader_open (self, "health-center:news");
  hc_ui_fixture_wait_frames (self->window, 3);
  hc_news_updater_start_due (hc_context_get_news_updater (self->fixture->context));
  hc_ui_fixture_wait_frames (self->window, 3);
  reader_assert_log (self, "");

  reader_act (self, "news.refresh", NULL);
  reader_wait_for (self, GTK_TYPE_LABEL, "No new posts.");
  {
    g_autofree char *log = fake_fetcher_dup_log (self->fetcher);

    g_assert_nonnull (strstr (log, A "|\"one\"|-\n"));
    g_assert_nonnull (strstr (log, B "|-|-\n"));
  }
}

/* What is due is fetched when the program starts, whatever page it shows, and as soon as the profile is open. */
static void
test_start (void)
{
  g_autoptr (Reader) self = reader_new_filled ();
  HcNewsUpdater *updater = hc_context_get_news_updater (self->fixture->context);

  news_fixture_allow (self->fixture, TRUE);
  taking_fixture_set_now (self->fixture, "2026-11-20T18:00:00Z");
  fake_fetcher_serve (self->fetcher, B, 200, RSS ("Paper B", ITEM ("b2", "Another", "19", "Text.")));
  hc_news_updater_start_due (updater);
  WAIT_FOR (hc_news_updater_get_end (updater) == HC_NEWS_END_DONE);
  g_assert_cmpuint (hc_news_updater_get_report (updater)->n_new, ==, 1);
  g_assert_cmpuint (hc_news_count_unread (hc_context_get_news (self->fixture->context), NULL), ==, 4);
}

/* Ten thousand posts: the newest are listed, only what is seen has rows, and a search finds the others. */
static void
test_many (void)
{
  g_autoptr (Reader) self = reader_new ();
  g_autoptr (GString) items = g_string_new (NULL);
  g_autoptr (GPtrArray) rows = NULL;
  GListModel *posts;

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (items, ITEM ("%u", "Item %u", "%02u", "Some words of item %u."), i, i, i, 1 + i % 19, i);

  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *address = g_strdup_printf ("https://many.example/%u", i);
      g_autofree char *title = g_strdup_printf ("Paper %u", i);
      g_autofree char *feed = g_strdup_printf (RSS ("%s", "%s<item><guid>x</guid><title>Xylophone %u</title><pubDate>"
                                                    "1 Jan 2020 08:00:00 GMT</pubDate></item>"), title, items->str, i);

      fake_fetcher_serve (self->fetcher, address, 200, feed);
      news_fixture_subscribe (self->fixture, address, "", i % 2 == 0 ? "Even" : "");
    }

  news_fixture_refresh (self->fixture);
  reader_open (self, "health-center:news?show=all");
  posts = G_LIST_MODEL (gtk_no_selection_get_model (
    GTK_NO_SELECTION (gtk_list_view_get_model (reader_wait_for (self, GTK_TYPE_LIST_VIEW, NULL)))));
  g_assert_cmpuint (g_list_model_get_n_items (posts), ==, 2000);
  g_assert_nonnull (reader_find (self, GTK_TYPE_LABEL, "The newest posts are listed. Search finds the others."));
  hc_ui_fixture_wait_frames (self->window, 3);
  rows = hc_ui_fixture_find_all (self->window, HC_TYPE_POST_ROW);
  g_assert_cmpuint (rows->len, >, 2);
  g_assert_cmpuint (rows->len, <, 400);

  gtk_editable_set_text (reader_find (self, GTK_TYPE_SEARCH_ENTRY, NULL), "words 199");
  WAIT_FOR (g_list_model_get_n_items (posts) == 50);
  gtk_widget_activate_action (reader_find (self, HC_TYPE_POST_LIST, NULL), "posts.read-all", NULL);
  WAIT_FOR (reader_count (self, "SELECT count (*) FROM read_post") == 10000);
}

static void
test_problems (void)
{
  static const struct { guint status; const char *body; const char *words; } faults[] = {
    { 404, NULL, "The site has nothing at this address." },
    { 410, NULL, "this feed has ended for good" },
    { 403, NULL, "does not give this feed to programs" },
    { 503, NULL, "is busy and asks to come back later" },
    { 500, NULL, "does not work at the moment" },
    { 200, "<!DOCTYPE html><html><body>Sign in</body></html>", "A web page came in place of a feed." },
    { 200, "<opml/>", "What came is not a feed." },
    { 200, "<rss><chan", "What came is damaged" },
  };
  g_autoptr (Reader) self = reader_new_filled ();
  HcSubscription *a = hc_subscription_store_find (
    hc_profile_get_subscriptions (hc_context_get_profile (self->fixture->context)), A);
  g_autofree char *link = g_strconcat ("health-center:news?feed=", hc_subscription_get_id (a), NULL);

  news_fixture_allow (self->fixture, TRUE);
  reader_open (self, link);
  g_assert_nonnull (reader_find (self, GTK_TYPE_LABEL, "Fetched today at 08:30"));

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      fake_fetcher_serve (self->fetcher, A, faults[i].status, faults[i].body);
      reader_act (self, "news.retry", g_variant_new_string (hc_subscription_get_id (a)));
      reader_wait_for (self, GTK_TYPE_LABEL, faults[i].words);
      g_assert_nonnull (reader_find (self, GTK_TYPE_LABEL, "Not up to date since today at 08:30."));
      g_assert_nonnull (reader_find (self, GTK_TYPE_LABEL, "The posts here were fetched today at 08:30."));
      g_assert_nonnull (reader_find (self, GTK_TYPE_LABEL, "New study"));
      /* Only this one was asked. */
      reader_assert_log (self, A "|\"one\"|-\n");
    }

  /* It works again, by the button that stands beside the words. */
  fake_fetcher_serve (self->fetcher, A, 200, RSS ("Paper A", ITEM ("a3", "Third study", "19", "More.")));
  hc_ui_fixture_press (reader_find (self, HC_TYPE_POST_LIST, NULL), "_Retry");
  reader_wait_for (self, GTK_TYPE_LABEL, "Third study");
  g_assert_null (reader_find (self, GTK_TYPE_LABEL, "Not up to date"));

  /* Another site is asked when the person agrees. */
  fake_fetcher_serve (self->fetcher, A, 301, NULL)->moved_to = g_strdup ("https://c.example/feed");
  reader_act (self, "news.retry", g_variant_new_string (hc_subscription_get_id (a)));
  reader_wait_for (self, GTK_TYPE_LABEL, "The address leads to another site now, which was not asked.");
  hc_ui_fixture_press (self->window, "_Use the New Address…");
  reader_wait_for_dialog (self);
  g_assert_nonnull (reader_find (self, GTK_TYPE_LABEL, "https://c.example/feed"));
  hc_ui_fixture_press (self->window, "_Use It");
  reader_wait_for_no_dialog (self);
  WAIT_FOR (reader_find (self, GTK_TYPE_LABEL, "Feed changed") != NULL);
  reader_assert_query (self, SUBSCRIPTIONS, B "|My paper|\nhttps://c.example/feed||Science");
}

static void
test_finding (void)
{
  g_autoptr (Reader) self = reader_new ();
  GtkEditable *entry;
  g_autoptr (GPtrArray) rows = NULL;

  fake_fetcher_serve (self->fetcher, "https://site.example/", 200,
                      "<!DOCTYPE html><html><head><link rel='alternate' type='application/rss+xml' title='All news' "
                      "href='/all.xml'><link rel='alternate' type='application/atom+xml' title='Releases' "
                      "href='/releases.atom'></head><body><a href='/other/feed'>Feed</a></body></html>");
  fake_fetcher_serve (self->fetcher, "https://site.example/all.xml", 200, RSS ("All", ITEM ("1", "First", "02", "x")));
  fake_fetcher_serve (self->fetcher, "https://plain.example/", 200, "<!DOCTYPE html><html><p>Nothing</p></html>");
  fake_fetcher_serve (self->fetcher, "https://moved.example/", 301, NULL)->moved_to =
    g_strdup ("https://site.example/");
  reader_open (self, "health-center:news?show=add");
  entry = reader_wait_for (self, GTK_TYPE_ENTRY, NULL);

  gtk_editable_set_text (entry, "not an address");
  hc_ui_fixture_press (self->window, "_Find Feeds");
  reader_wait_for (self, GTK_TYPE_LABEL, "This is not an address of the web.");

  /* Nobody is asked before the person has said yes; then it goes on. */
  gtk_editable_set_text (entry, "moved.example");
  hc_ui_fixture_press (self->window, "_Find Feeds");
  reader_assert_log (self, "");
  hc_ui_fixture_press (reader_wait_for_dialog (self), "_Turn On");
  reader_wait_for (self, GTK_TYPE_LABEL, "The address leads to another site, site.example. It was not asked.");
  reader_assert_log (self, "https://moved.example/|-|-\n");
  reader_wait_for_no_dialog (self);
  g_signal_emit_by_name (gtk_widget_get_ancestor (reader_find (self, GTK_TYPE_LABEL, "Ask site.example"),
                                                  GTK_TYPE_BUTTON), "clicked");
  reader_wait_for (self, GTK_TYPE_LABEL, "3 feeds were found at site.example. Choose:");
  reader_assert_log (self, "https://site.example/|-|-\n");
  hc_ui_fixture_wait_frames (self->window, 3);
  rows = hc_ui_fixture_find_all (self->window, HC_TYPE_FEED_ROW);
  g_assert_nonnull (hc_ui_fixture_find (rows->pdata[0], GTK_TYPE_LABEL, "All news"));
  g_assert_nonnull (hc_ui_fixture_find (rows->pdata[1], GTK_TYPE_LABEL, "https://site.example/releases.atom"));
  g_assert_nonnull (hc_ui_fixture_find (rows->pdata[2], GTK_TYPE_LABEL, "It may not be a feed"));

  /* What is subscribed to is fetched at once, and is called as it calls itself. */
  hc_ui_fixture_press (rows->pdata[0], "_Subscribe");
  reader_wait_for (self, GTK_TYPE_LABEL, "1 new post.");
  reader_assert_query (self, SUBSCRIPTIONS, "https://site.example/all.xml||");
  reader_assert_query (self, "SELECT home FROM subscription", "https://site.example/");
  reader_assert_log (self, "https://site.example/all.xml|-|-\n");

  gtk_editable_set_text (entry, "plain.example");
  g_signal_emit_by_name (entry, "activate");
  reader_wait_for (self, GTK_TYPE_LABEL, "No feed was found there.");
  gtk_editable_set_text (entry, "nowhere.example");
  g_signal_emit_by_name (entry, "activate");
  reader_wait_for (self, GTK_TYPE_LABEL, "There was no answer that could be trusted.");
  gtk_editable_set_text (entry, "https://site.example/all.xml");
  g_signal_emit_by_name (entry, "activate");
  reader_wait_for (self, GTK_TYPE_LABEL, "1 feed was found at site.example.");
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/news-fetching/consent", test_consent);
  g_test_add_func ("/news-fetching/due", test_due);
  g_test_add_func ("/news-fetching/by-hand", test_by_hand);
  g_test_add_func ("/news-fetching/start", test_start);
  g_test_add_func ("/news-fetching/many", test_many);
  g_test_add_func ("/news-fetching/problems", test_problems);
  g_test_add_func ("/news-fetching/finding", test_finding);

  return g_test_run ();
}
