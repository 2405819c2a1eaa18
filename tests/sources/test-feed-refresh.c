/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-feed-refresh.h"

#include "fake-fetcher.h"
#include "fixture.h"
#include "hc-feed-catalog.h"

/* Fetching, keeping and finding what feeds publish. The server is a fake one. */

#define NOW 1795271875 /* 2026-11-21 14:37:55 UTC */
#define FEED "0a1b2c3d-0000-4000-8000-00000000000a"
#define OTHER "0a1b2c3d-0000-4000-8000-00000000000b"
#define ADDRESS "https://a.example/feed"

#define RSS(title, items) "<rss><channel><title>" title "</title><link>https://a.example/</link>" \
                          items "</channel></rss>"
#define ITEM(id, title, date) "<item><guid isPermaLink='false'>" id "</guid><title>" title "</title>" \
                              "<description>Text of " title "</description><pubDate>" date "</pubDate></item>"

typedef struct
{
  char          *folder;
  char          *path;
  HcClock       *clock;
  FakeFetcher   *fetcher;
  HcFeedRefresh *refresh;
  HcFeedCatalog *catalog;
} Fixture;

static void
set_time (Fixture *fixture,
          gint64   seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (NOW + seconds);

  hc_clock_set_time (fixture->clock, time);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (NOW);

  fixture->folder = fixture_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "sources.db", NULL);
  fixture->clock = hc_clock_new_fixed (time);
  fixture->fetcher = fake_fetcher_new ();
  fixture->refresh = hc_feed_refresh_new (fixture->path, HC_FEED_FETCHER (fixture->fetcher), fixture->clock);
  fixture->catalog = hc_feed_catalog_new (fixture->path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->catalog);
  g_assert_finalize_object (fixture->refresh);
  g_assert_finalize_object (fixture->fetcher);
  g_assert_finalize_object (fixture->clock);
  fixture_remove_folder (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static HcFeedRefreshReport *
run (Fixture      *fixture,
     GPtrArray    *targets,
     gboolean      forced,
     GCancellable *cancellable)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *place = NULL;
  HcFeedRefreshReport *report;

  hc_feed_refresh_run_async (fixture->refresh, targets, forced, cancellable, fixture_result_cb, &place);
  result = fixture_wait (&place);
  report = hc_feed_refresh_run_finish (fixture->refresh, result, &error);
  g_assert_no_error (error);

  return report;
}

static GPtrArray *
new_targets (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) hc_feed_target_free);
}

/* Refreshes the one feed and writes the report: new, fresh, failed, skipped. */
static char *
refresh_one (Fixture           *fixture,
             const char        *address,
             const char *const *saved)
{
  g_autoptr (GPtrArray) targets = new_targets ();
  g_autoptr (HcFeedRefreshReport) report = NULL;

  g_ptr_array_add (targets, hc_feed_target_new (FEED, address, saved));
  report = run (fixture, targets, FALSE, NULL);

  return g_strdup_printf ("%u %u %u %u", report->n_new, report->n_fresh, report->n_failed, report->n_skipped);
}

#define assert_refresh(fixture, expected)                            \
  G_STMT_START {                                                      \
    g_autofree char *report_ = refresh_one (fixture, ADDRESS, NULL);  \
    g_assert_cmpstr (report_, ==, expected);                          \
  } G_STMT_END

static char *
dup_titles (GListModel *items)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (HcFeedItem) item = g_list_model_get_item (items, i);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", hc_feed_item_get_details (item)->title);
    }

  return g_string_free_and_steal (text);
}

#define assert_titles(fixture, expected)                                                                \
  G_STMT_START {                                                                                         \
    g_autoptr (GListModel) items_ = hc_feed_catalog_list ((fixture)->catalog, NULL, 1000, NULL);         \
    g_autofree char *titles_ = dup_titles (items_);                                                      \
    g_assert_cmpstr (titles_, ==, expected);                                                             \
  } G_STMT_END

static void
assert_status (Fixture       *fixture,
               HcFeedProblem  problem,
               guint          status,
               gint64         fetched,
               gint64         since)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcFeedStatus) found = hc_feed_catalog_dup_status (fixture->catalog, FEED, &error);

  g_assert_no_error (error);
  g_assert_nonnull (found);
  g_assert_cmpint (found->problem, ==, problem);
  g_assert_cmpuint (found->status, ==, status);
  g_assert_cmpint (found->fetched != NULL ? g_date_time_to_unix (found->fetched) - NOW : -1, ==, fetched);
  g_assert_cmpint (found->problem_since != NULL ? g_date_time_to_unix (found->problem_since) - NOW : -1, ==,
                   since);
}

#define assert_log(fixture, expected)                                      \
  G_STMT_START {                                                            \
    g_autofree char *log_ = fake_fetcher_dup_log ((fixture)->fetcher);      \
    g_assert_cmpstr (log_, ==, expected);                                   \
  } G_STMT_END

static void
test_life (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (HcFeedItem) item = NULL;
  g_auto (GStrv) keys = NULL, keys_after = NULL;
  HcFeedReply *reply;

  assert_titles (fixture, "");
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));

  reply = fake_fetcher_serve (fixture->fetcher, ADDRESS, 200,
                              RSS ("Paper", ITEM ("2", "Two", "Sat, 21 Nov 2026 10:00:00 GMT")
                                   ITEM ("1", "One", "Fri, 20 Nov 2026 10:00:00 GMT")
                                   ITEM ("3", "Future", "Fri, 20 Nov 2099 10:00:00 GMT")));
  reply->etag = g_strdup ("\"abc\"");
  reply->last_modified = g_strdup ("Sat, 21 Nov 2026 10:00:00 GMT");
  assert_refresh (fixture, "3 1 0 0");
  assert_log (fixture, ADDRESS "|-|-\n");
  /* What is dated in the future came now. */
  assert_titles (fixture, "Future, Two, One");
  assert_status (fixture, HC_FEED_PROBLEM_NONE, 200, 0, -1);

  /* The server is asked whether anything has changed. */
  set_time (fixture, 100);
  fake_fetcher_serve (fixture->fetcher, ADDRESS, 304, NULL);
  assert_refresh (fixture, "0 1 0 0");
  assert_log (fixture, ADDRESS "|\"abc\"|Sat, 21 Nov 2026 10:00:00 GMT\n");
  assert_status (fixture, HC_FEED_PROBLEM_NONE, 304, 100, -1);
  keys = hc_feed_catalog_list_keys (fixture->catalog, FEED, NULL);

  /* One has other words, one is new, and one has another id but says the same. */
  set_time (fixture, 200);
  fake_fetcher_serve (fixture->fetcher, ADDRESS, 200,
                      RSS ("Paper", ITEM ("4", "Four", "Sat, 21 Nov 2026 12:00:00 GMT")
                           ITEM ("other-2", "Two", "Sat, 21 Nov 2026 10:00:00 GMT")
                           ITEM ("1", "One, corrected", "Fri, 20 Nov 2026 10:00:00 GMT")));
  assert_refresh (fixture, "1 1 0 0");
  assert_titles (fixture, "Future, Four, Two, One, corrected");
  keys_after = hc_feed_catalog_list_keys (fixture->catalog, FEED, NULL);
  g_assert_cmpstr (keys_after[0], ==, keys[0]);
  g_assert_cmpstr (keys_after[2], ==, keys[1]);
  g_assert_cmpstr (keys_after[3], ==, keys[2]);

  item = hc_feed_catalog_load (fixture->catalog, FEED, keys[2], NULL);
  g_assert_cmpstr (hc_feed_item_get_details (item)->text, ==, "pText of One, corrected");
  g_assert_null (hc_feed_catalog_load (fixture->catalog, FEED, "none", NULL));
}

/* Whatever goes wrong: what was fetched stays, and when it was. */
static void
test_problems (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct
  {
    guint          status;
    const char    *body;
    HcFeedProblem  problem;
  } problems[] = {
    { 404, "<html>", HC_FEED_PROBLEM_NOT_FOUND },
    { 403, NULL, HC_FEED_PROBLEM_REFUSED },
    { 429, NULL, HC_FEED_PROBLEM_BUSY },
    { 500, RSS ("No", ""), HC_FEED_PROBLEM_SERVER },
    { 503, NULL, HC_FEED_PROBLEM_BUSY },
    { 302, NULL, HC_FEED_PROBLEM_MOVED },
    { 200, "<!DOCTYPE html><html><body>Sign in to this network</body></html>", HC_FEED_PROBLEM_PAGE },
    { 200, "<opml/>", HC_FEED_PROBLEM_NOT_A_FEED },
    { 200, "", HC_FEED_PROBLEM_DAMAGED },
    { 200, NULL, HC_FEED_PROBLEM_DAMAGED },
    { 200, "<rss><channel>", HC_FEED_PROBLEM_DAMAGED },
    { 200, "<!DOCTYPE rss [<!ENTITY a 'b'>]><rss><channel/></rss>", HC_FEED_PROBLEM_DAMAGED },
    { 999, NULL, HC_FEED_PROBLEM_SERVER },
  };

  fake_fetcher_serve (fixture->fetcher, ADDRESS, 200, RSS ("Paper", ITEM ("1", "One", "")));
  assert_refresh (fixture, "1 1 0 0");

  for (guint i = 0; i < G_N_ELEMENTS (problems); i++)
    {
      set_time (fixture, 10 + i);
      fake_fetcher_serve (fixture->fetcher, ADDRESS, problems[i].status, problems[i].body);
      assert_refresh (fixture, "0 0 1 0");
      assert_status (fixture, problems[i].problem, problems[i].status, 0, 10);
      assert_titles (fixture, "One");
    }

  /* Nobody answers. */
  set_time (fixture, 50);
  {
    g_autofree char *report = NULL;

    fake_fetcher_serve (fixture->fetcher, "https://other.example/", 200, "");
    report = refresh_one (fixture, "https://nobody.example/", NULL);
    g_assert_cmpstr (report, ==, "0 0 1 0");
  }
  assert_status (fixture, HC_FEED_PROBLEM_UNREACHABLE, 0, 0, 50);
  assert_titles (fixture, "One");

  /* Broken after an item: that one is taken. Then all is well again. */
  set_time (fixture, 60);
  fake_fetcher_serve (fixture->fetcher, ADDRESS, 200,
                      "<rss><channel>" ITEM ("2", "Two", "") "<item><title>Cu");
  assert_refresh (fixture, "1 1 0 0");
  assert_status (fixture, HC_FEED_PROBLEM_INCOMPLETE, 200, 60, 60);
  assert_titles (fixture, "Two, One");

  set_time (fixture, 70);
  fake_fetcher_serve (fixture->fetcher, ADDRESS, 200, RSS ("Paper", ""));
  assert_refresh (fixture, "0 1 0 0");
  assert_status (fixture, HC_FEED_PROBLEM_NONE, 200, 70, -1);
}

static void
test_gone_and_patience (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GPtrArray) targets = new_targets ();
  g_autoptr (HcFeedRefreshReport) report = NULL;

  g_ptr_array_add (targets, hc_feed_target_new (FEED, ADDRESS, NULL));

  /* Retry-After. */
  fake_fetcher_serve (fixture->fetcher, ADDRESS, 503,
                      NULL)->not_before = g_date_time_new_from_unix_utc (NOW + 100);
  assert_refresh (fixture, "0 0 1 0");
  assert_log (fixture, ADDRESS "|-|-\n");
  set_time (fixture, 99);
  assert_refresh (fixture, "0 0 0 1");
  assert_log (fixture, "");
  set_time (fixture, 100);
  fake_fetcher_serve (fixture->fetcher, ADDRESS, 410, NULL);
  assert_refresh (fixture, "0 0 1 0");
  assert_status (fixture, HC_FEED_PROBLEM_GONE, 410, -1, 0);
  assert_log (fixture, ADDRESS "|-|-\n");

  /* What is gone is not asked, unless somebody wants to know. */
  assert_refresh (fixture, "0 0 0 1");
  assert_log (fixture, "");
  fake_fetcher_serve (fixture->fetcher, ADDRESS, 200, RSS ("Back", ""));
  report = run (fixture, targets, TRUE, NULL);
  g_assert_cmpuint (report->n_fresh, ==, 1);
  assert_status (fixture, HC_FEED_PROBLEM_NONE, 200, 100, -1);
}

static void
test_moved (Fixture       *fixture,
            gconstpointer  data)
{
  HcFeedReply *reply = fake_fetcher_serve (fixture->fetcher, ADDRESS, 200, RSS ("Paper", ""));
  g_autoptr (HcFeedStatus) status = NULL, other = NULL;

  /* On the same host: followed from now on. */
  reply->moved_to = g_strdup ("https://a.example/new");
  reply->etag = g_strdup ("x");
  assert_refresh (fixture, "0 1 0 0");
  status = hc_feed_catalog_dup_status (fixture->catalog, FEED, NULL);
  g_assert_cmpstr (status->moved_to, ==, "https://a.example/new");
  g_assert_cmpstr (status->address, ==, "https://a.example/new");
  assert_log (fixture, ADDRESS "|-|-\n");

  reply = fake_fetcher_serve (fixture->fetcher, "https://a.example/new", 301, NULL);
  reply->moved_to = g_strdup ("https://b.example/");
  assert_refresh (fixture, "0 0 1 0");
  assert_log (fixture, "https://a.example/new|x|-\n");

  /* On another one: the person is to agree. */
  other = hc_feed_catalog_dup_status (fixture->catalog, FEED, NULL);
  g_assert_cmpint (other->problem, ==, HC_FEED_PROBLEM_MOVED);
  g_assert_cmpstr (other->moved_to, ==, "https://b.example/");
  g_assert_cmpstr (other->address, ==, "https://a.example/new");
}

static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) targets = new_targets ();
  g_autoptr (HcFeedRefreshReport) report = NULL;

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *address = g_strdup_printf ("https://a.example/%u", i);
      g_autofree char *id = g_strdup_printf ("0a1b2c3d-0000-4000-8000-0000000000%02u", i);

      if (i % 3 != 0)
        fake_fetcher_serve (fixture->fetcher, address, 200, RSS ("Paper", ITEM ("1", "One", "")));
      g_ptr_array_add (targets, hc_feed_target_new (id, address, NULL));
    }

  fake_fetcher_hold (fixture->fetcher, 2);
  report = run (fixture, targets, FALSE, NULL);
  g_assert_cmpuint (report->n_new, ==, 20);
  g_assert_cmpuint (report->n_fresh, ==, 20);
  g_assert_cmpuint (report->n_failed, ==, 10);
  g_assert_cmpuint (report->statuses->len, ==, 30);
  g_assert_cmpuint (fake_fetcher_get_most (fixture->fetcher), <=, 4);
  g_assert_cmpuint (fake_fetcher_get_most (fixture->fetcher), >, 1);
}

static void
test_canceled (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GPtrArray) targets = new_targets ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (HcFeedRefreshReport) report = NULL;

  g_ptr_array_add (targets, hc_feed_target_new (FEED, ADDRESS, NULL));
  g_ptr_array_add (targets, hc_feed_target_new (OTHER, "https://b.example/", NULL));
  g_cancellable_cancel (cancellable);
  report = run (fixture, targets, FALSE, cancellable);
  g_assert_cmpuint (report->n_skipped, ==, 2);
  g_assert_null (hc_feed_catalog_dup_status (fixture->catalog, FEED, NULL));
}

/* The newest are kept, and what was saved. */
static void
test_kept (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GString) items = g_string_new ("<rss><channel>");
  g_autofree char *first = NULL, *second = NULL, *third = NULL, *count = NULL, *kept = NULL;
  g_auto (GStrv) keys = NULL;
  const char *saved[2] = { NULL };

  fake_fetcher_serve (fixture->fetcher, ADDRESS, 200,
                      RSS ("P", ITEM ("old-1", "Old 1", "Fri, 1 Jan 2021 00:00:00 GMT")
                           ITEM ("old-2", "Old 2", "Fri, 1 Jan 2021 00:00:00 GMT")));
  first = refresh_one (fixture, ADDRESS, NULL);
  g_assert_cmpstr (first, ==, "2 1 0 0");
  keys = hc_feed_catalog_list_keys (fixture->catalog, FEED, NULL);
  saved[0] = keys[1];

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (items, "<item><title>Item %03u</title><pubDate>Sat, 21 Nov 2026 %02u:%02u:00 "
                                   "GMT</pubDate></item>",
                            i, i / 60, i % 60);
  g_string_append (items, "</channel></rss>");
  fake_fetcher_serve (fixture->fetcher, ADDRESS, 200, items->str);
  second = refresh_one (fixture, ADDRESS, saved);
  g_assert_cmpstr (second, ==, "200 1 0 0");

  /* Those that were left out are not new the next time. */
  third = refresh_one (fixture, ADDRESS, saved);
  g_assert_cmpstr (third, ==, "0 1 0 0");

  count = fixture_query (fixture->path, "SELECT count (*), min (title), max (title) FROM feed_item;"
                                        "SELECT count (*) FROM feed_words");
  g_assert_cmpstr (count, ==, "201|Item 100|Old 2\n201");
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *text;
    const char *titles;
  } searches[] = {
    { "colon", "Colon screening" },
    { "SCREEN", "Colon screening" },
    { "rectal trial", "Rectal trials" },
    { "tria", "Rectal trials" },
    { "text", "Rectal trials, Colon screening" },
    { "caf\xc3\xa9", "" },
    { "colon rectal", "" },
    { "\" OR NEAR(", "" },
    { "* - ( )", "" },
    { "", "" },
  };
  const char *none[] = { OTHER, NULL };
  const char *mine[] = { OTHER, FEED, NULL };

  fake_fetcher_serve (fixture->fetcher, ADDRESS, 200,
                      RSS ("P", ITEM ("1", "Rectal trials", "Sat, 21 Nov 2026 10:00:00 GMT")
                           ITEM ("2", "Colon screening", "Fri, 20 Nov 2026 10:00:00 GMT")));
  assert_refresh (fixture, "2 1 0 0");

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GListModel) found =
        hc_feed_catalog_search (fixture->catalog, searches[i].text, mine, 10, &error);
      g_autoptr (GListModel) other =
        hc_feed_catalog_search (fixture->catalog, searches[i].text, none, 10, &error);
      g_autofree char *titles = NULL;

      g_assert_no_error (error);
      titles = dup_titles (found);
      g_assert_cmpstr (titles, ==, searches[i].titles);
      g_assert_cmpuint (g_list_model_get_n_items (other), ==, 0);
    }
}

static void
test_forget (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = NULL;
  GAsyncResult *place = NULL;

  fake_fetcher_serve (fixture->fetcher, ADDRESS, 200, RSS ("P", ITEM ("1", "One", "")));
  assert_refresh (fixture, "1 1 0 0");
  hc_feed_refresh_forget_async (fixture->refresh, FEED, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_feed_refresh_forget_finish (fixture->refresh, result, &error));
  g_assert_no_error (error);
  assert_titles (fixture, "");
  rows = fixture_query (fixture->path, "SELECT (SELECT count (*) FROM feed), (SELECT count (*) FROM "
                                       "feed_words)");
  g_assert_cmpstr (rows, ==, "0|0");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/sources/feed-refresh/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("life", test_life);
  ADD ("problems", test_problems);
  ADD ("gone-and-patience", test_gone_and_patience);
  ADD ("moved", test_moved);
  ADD ("many", test_many);
  ADD ("canceled", test_canceled);
  ADD ("kept", test_kept);
  ADD ("search", test_search);
  ADD ("forget", test_forget);

  return g_test_run ();
}
