/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "hc-feed-export.h"
#include "hc-feed-import.h"
#include "hc-http-client.h"
#include "hc-news-page.h"
#include "hc-post-row.h"
#include "http-server.h"
#include "news-fixture.h"
#include "taking-fixture.h"

/* News out of and into files, and over the network, from a server on this computer. */

#define LIST "<?xml version='1.0'?><opml version='2.0'><body><outline text='Science'>" \
             "<outline text='One' xmlUrl='https://one.example/feed'/>" \
             "<outline text='Known' xmlUrl='https://a.example/feed'/></outline>" \
             "<outline text='Two' xmlUrl='https://two.example/feed'/>" \
             "<outline text='None' xmlUrl='file:///etc/passwd'/></body></opml>"

static AdwDialog *
wait_for_dialog (HcWindow *window)
{
  WAIT_FOR (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) != NULL);
  hc_ui_fixture_wait_frames (window, 3);

  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
}

static void
open_list (HcUiFixture *fixture,
           HcWindow    *window,
           const char  *contents)
{
  g_autofree char *path = g_build_filename (fixture->folder, "feeds.opml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
  hc_feed_import_open (hc_context_get_news (fixture->context), hc_ui_fixture_find (window, HC_TYPE_NEWS_PAGE, NULL),
                       file);
}

static void
assert_query (HcUiFixture *fixture,
              const char  *sql,
              const char  *expected)
{
  g_autofree char *rows = hc_ui_fixture_query (fixture, sql);

  g_assert_cmpstr (rows, ==, expected);
}

static void
test_import (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new_at ("2026-11-20T08:30:00");
  g_autoptr (FakeFetcher) fetcher = news_fixture_install (fixture);
  g_autofree char *log = NULL;
  HcWindow *window;
  AdwDialog *dialog;

  hc_ui_fixture_open_profile (fixture);
  news_fixture_subscribe (fixture, "https://a.example/feed", "A", "");
  window = hc_ui_fixture_present (fixture, "health-center:news", 360, 640);

  open_list (fixture, window, LIST);
  dialog = wait_for_dialog (window);
  g_assert_nonnull (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "2 new feeds"));
  g_assert_nonnull (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "1 is here already."));
  g_assert_nonnull (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "1 has no address that can be used"));
  g_assert_nonnull (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "One, in Science"));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "feed-import.save", NULL);
  WAIT_FOR (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) == NULL);
  WAIT_FOR (hc_ui_fixture_find (window, GTK_TYPE_LABEL, "2 feeds added") != NULL);
  assert_query (fixture, "SELECT address, title, folder FROM subscription ORDER BY address",
                "https://a.example/feed|A|\nhttps://one.example/feed|One|Science\nhttps://two.example/feed|Two|");

  open_list (fixture, window, "<html>");
  dialog = wait_for_dialog (window);
  g_assert_nonnull (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "The file is no list of feeds."));
  adw_dialog_force_close (dialog);

  /* None of that asks anybody. */
  log = fake_fetcher_dup_log (fetcher);
  g_assert_cmpstr (log, ==, "");
}

static void
test_export (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new_at ("2026-11-20T08:30:00");
  g_autofree char *path = g_build_filename (fixture->folder, "out.opml", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "out.opml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) bad = g_file_new_for_path (nowhere);
  g_autofree char *contents = NULL, *toast = NULL;
  HcWindow *window;
  GtkWidget *page;

  hc_ui_fixture_open_profile (fixture);
  news_fixture_subscribe (fixture, "https://a.example/feed?a=1&b=2", "A & B", "Science");
  window = hc_ui_fixture_present (fixture, "health-center:news", 360, 640);
  page = hc_ui_fixture_find (window, HC_TYPE_NEWS_PAGE, NULL);

  hc_feed_export_save (fixture->context, page, bad);
  WAIT_FOR (hc_ui_fixture_find (window, GTK_TYPE_LABEL, "Not saved.") != NULL);
  toast = hc_ui_fixture_take_toast (window);
  hc_feed_export_save (fixture->context, page, file);
  WAIT_FOR (hc_ui_fixture_find (window, GTK_TYPE_LABEL, "Saved as “out.opml”") != NULL);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_nonnull (strstr (contents, "<opml version=\"2.0\">"));
  g_assert_nonnull (strstr (contents, "<outline text=\"Science\">"));
  g_assert_nonnull (strstr (contents, "text=\"A &amp; B\""));
  g_assert_nonnull (strstr (contents, "xmlUrl=\"https://a.example/feed?a=1&amp;b=2\""));
}

/* What the program knows of the person and of their computer is not in what it asks. */
static void
assert_nothing_personal (HttpServer *server)
{
  const char *const secrets[] = { "Zsuzsanna", "apecitabine", "levothyroxine", g_get_host_name (), "Linux", "x86",
                                  "GNOME", "Cookie", "Referer", "Authorization" };

  for (guint i = 0; i < http_server_count (server); i++)
    for (guint j = 0; j < G_N_ELEMENTS (secrets); j++)
      if (strstr (http_server_get_request (server, i), secrets[j]) != NULL)
        g_error ("“%s” was sent: %s", secrets[j], http_server_get_request (server, i));
}

static void
add_person (HcUiFixture *fixture)
{
  HcPersonStore *people = hc_profile_get_people (hc_context_get_profile (fixture->context));
  g_autoptr (HcPerson) person = hc_person_new ();
  g_autoptr (HcMedicine) medicine = NULL;
  gboolean is_done = FALSE;

  hc_person_store_save_async (people, person, &(HcPersonDetails) { .name = "Zsuzsanna" }, hc_ui_fixture_done_cb,
                              &is_done);
  WAIT_FOR (is_done);
  medicine = taking_fixture_add (fixture, "capecitabine", "Capecitabine", "500 mg");
}

static void
test_network (void)
{
  g_autoptr (HttpServer) server = http_server_new ("server.pem");
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new_at ("2026-11-20T08:30:00");
  HcHttpClient *client = hc_context_get_http (fixture->context);
  g_autofree char *large = g_strnfill (9 * 1024 * 1024, 'x');
  HcSubscription *subscription;
  HcWindow *window;
  GtkWidget *page;
  const char *id;

  hc_http_client_set_tls_database (client, http_server_get_authority (server));
  hc_http_client_add_route (client, "feeds.example", http_server_get_port (server));
  hc_ui_fixture_open_profile (fixture);
  add_person (fixture);
  subscription = news_fixture_subscribe (fixture, "https://feeds.example/news", "", "");
  id = hc_subscription_get_id (subscription);
  window = hc_ui_fixture_present (fixture, "health-center:news?show=all", 360, 640);
  page = hc_ui_fixture_find (window, HC_TYPE_NEWS_PAGE, NULL);
  g_assert_cmpuint (http_server_count (server), ==, 0);

  /* An address that has changed for good on its site is written down. */
  http_server_answer (server, 301, "Location: /feed", NULL, 0);
  http_server_answer (server, 200, "Content-Type: application/rss+xml; charset=iso-8859-1\nETag: \"v1\"",
                      RSS ("Caf\xe9", ITEM ("1", "First", "02", "Text")), -1);
  news_fixture_allow (fixture, TRUE);
  WAIT_FOR (hc_ui_fixture_find (window, HC_TYPE_POST_ROW, NULL) != NULL);
  g_assert_nonnull (hc_ui_fixture_find (window, GTK_TYPE_LABEL, "Café · 2 November 2026"));
  g_assert_cmpuint (http_server_count (server), ==, 2);
  WAIT_FOR (g_str_equal (hc_subscription_get_details (subscription)->address, "https://feeds.example/feed"));

  /* Nothing is sent of the person, but what the server has told. */
  http_server_answer (server, 304, "ETag: \"v1\"", NULL, 0);
  gtk_widget_activate_action (page, "news.retry", "s", id);
  WAIT_FOR (http_server_count (server) == 3);
  g_assert_true (g_str_has_prefix (http_server_get_request (server, 2), "GET /feed\n"));
  g_assert_nonnull (strstr (http_server_get_request (server, 2), "If-None-Match: \"v1\"\n"));
  WAIT_FOR (hc_ui_fixture_find (window, GTK_TYPE_LABEL, "No new posts.") != NULL);
  g_free (hc_ui_fixture_take_toast (window));

  /* Each fault has its words, and the post stays. */
  {
    g_autofree char *link = g_strconcat ("health-center:news?feed=", id, NULL);

    hc_window_open_link (window, link);
  }
  http_server_answer (server, 410, NULL, NULL, 0);
  gtk_widget_activate_action (page, "news.retry", "s", id);
  WAIT_FOR (hc_ui_fixture_find (window, GTK_TYPE_LABEL, "this feed has ended for good") != NULL);
  http_server_answer (server, 302, "Location: https://other.example/feed", NULL, 0);
  gtk_widget_activate_action (page, "news.retry", "s", id);
  WAIT_FOR (hc_ui_fixture_find (window, GTK_TYPE_LABEL, "leads to another site now, which was not asked") != NULL);
  http_server_answer (server, 503, "Retry-After: 7200", NULL, 0);
  gtk_widget_activate_action (page, "news.retry", "s", id);
  WAIT_FOR (hc_ui_fixture_find (window, GTK_TYPE_LABEL, "is busy and asks to come back later") != NULL);
  g_assert_cmpuint (http_server_count (server), ==, 6);
  http_server_answer (server, 200, NULL, large, -1);
  gtk_widget_activate_action (page, "news.retry", "s", id);
  WAIT_FOR (hc_ui_fixture_find (window, GTK_TYPE_LABEL, "The site sent more than this program takes") != NULL);
  g_assert_nonnull (hc_ui_fixture_find (window, HC_TYPE_POST_ROW, NULL));
  assert_nothing_personal (server);

  hc_ui_fixture_close (window);
}

static void
test_certificate (void)
{
  g_autoptr (HttpServer) server = http_server_new ("other-host.pem");
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new_at ("2026-11-20T08:30:00");
  HcHttpClient *client = hc_context_get_http (fixture->context);
  HcSubscription *subscription;
  g_autofree char *link = NULL;
  HcWindow *window;

  hc_http_client_set_tls_database (client, http_server_get_authority (server));
  hc_http_client_add_route (client, "feeds.example", http_server_get_port (server));
  hc_ui_fixture_open_profile (fixture);
  subscription = news_fixture_subscribe (fixture, "https://feeds.example/news", "", "");
  link = g_strconcat ("health-center:news?feed=", hc_subscription_get_id (subscription), NULL);
  news_fixture_allow (fixture, TRUE);
  window = hc_ui_fixture_present (fixture, link, 360, 640);

  WAIT_FOR (hc_ui_fixture_find (window, GTK_TYPE_LABEL, "could not prove that it is the right one") != NULL);
  g_assert_cmpuint (http_server_count (server), ==, 0);
  hc_ui_fixture_close (window);
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/news-files/import", test_import);
  g_test_add_func ("/news-files/export", test_export);
  g_test_add_func ("/news-files/network", test_network);
  g_test_add_func ("/news-files/certificate", test_certificate);

  return g_test_run ();
}
