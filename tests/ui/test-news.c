/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "hc-article-page.h"
#include "hc-feed-row.h"
#include "hc-news-page.h"
#include "hc-news-source-row.h"
#include "hc-post-list.h"
#include "hc-post-row.h"
#include "news-reader.h"

/* News: what is subscribed to, its posts, its folders, and what was read and saved. */

#define SUBSCRIPTIONS "SELECT address, title, folder FROM subscription ORDER BY address"
#define REFUSE "CREATE TRIGGER refuse BEFORE INSERT ON read_post BEGIN SELECT RAISE (FAIL, 'refused'); END"

static void
test_empty (void)
{
  g_autoptr (Reader) self = reader_new ();
  g_autoptr (GPtrArray) buttons = NULL;

  reader_open (self, "health-center:news");
  g_assert_nonnull (reader_find (self, ADW_TYPE_STATUS_PAGE, NULL));
  g_assert_nonnull (reader_find (self, GTK_TYPE_LABEL, "News Without an Inbox"));
  g_assert_null (reader_find (self, HC_TYPE_NEWS_SOURCE_ROW, NULL));
  g_assert_true (hc_window_open_link (self->window, "health-center:news?show=saved"));
  g_assert_nonnull (reader_find (self, GTK_TYPE_LABEL, "News Without an Inbox"));
  hc_ui_fixture_press (reader_find (self, ADW_TYPE_STATUS_PAGE, NULL), "_Choose Feeds");

  /* The list is that of the library; what is not sure says so. Where nothing is allowed nothing is fetched. */
  reader_wait_for (self, HC_TYPE_FEED_ROW, NULL);
  g_assert_nonnull (reader_find (self, GTK_TYPE_LABEL, "MedWatch safety alerts"));
  g_assert_nonnull (reader_find (self, GTK_TYPE_LABEL,
                                 "The address is not confirmed: it may not work. In the feed lists of "
                                 "two public programs that are related to each other."));
  buttons = hc_ui_fixture_find_all (reader_find (self, HC_TYPE_FEED_ROW, NULL), GTK_TYPE_BUTTON);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (buttons->pdata[0]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Subscribe to “News releases of the National Cancer Institute”");
  g_signal_emit_by_name (buttons->pdata[0], "clicked");
  reader_wait_for (self, GTK_TYPE_LABEL, "Subscribed");
  reader_assert_query (self, SUBSCRIPTIONS,
                       "https://www.cancer.gov/publishedcontent/rss/syndication/rss/ncinewsreleases.rss|"
                       "News releases of the National Cancer Institute|");
  reader_assert_log (self, "");

  /* It is taken back at once, and that is taken back as well. */
  g_signal_emit_by_name (buttons->pdata[0], "clicked");
  WAIT_FOR (reader_find (self, GTK_TYPE_LABEL, "Subscribed") == NULL);
  reader_assert_query (self, SUBSCRIPTIONS, "");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  reader_wait_for (self, GTK_TYPE_LABEL, "Subscribed");
}

static void
test_reading (void)
{
  g_autoptr (Reader) self = reader_new_filled ();
  g_autofree char *link = NULL;
  HcSubscriptionStore *store;
  HcArticlePage *page;

  reader_open (self, "health-center:news");
  reader_assert_rows (self, HC_TYPE_NEWS_SOURCE_ROW,
                      "All Posts|3\nSaved Posts\nMy paper|1\nAll in Science|2\nPaper A|2\n");
  reader_activate_row (self, 0);
  reader_assert_rows (self, HC_TYPE_POST_ROW,
                      "New|New study|About capecitabine and more.|Paper A · 12 November 2026\n"
                      "New|A recall|Of a medicine.|My paper · 5 November 2026\n"
                      "New|Old study|About colons.|Paper A · 1 November 2026\n");
  g_assert_true (gtk_widget_has_css_class (reader_find (self, GTK_TYPE_LABEL, "New study"), "heading"));

  /* Who opens it has read it, and finds it below what was not. */
  reader_activate_row (self, 0);
  page = reader_wait_for (self, HC_TYPE_ARTICLE_PAGE, NULL);
  g_assert_cmpstr (hc_article_get_title (hc_article_page_get_article (page)), ==, "New study");
  g_assert_nonnull (reader_find (self, GTK_TYPE_LABEL, "Published on 12 November 2026"));
  g_assert_nonnull (reader_find (self, GTK_TYPE_LABEL, "About capecitabine and more."));
  link = g_strdup (hc_page_get_link (reader_find (self, HC_TYPE_NEWS_PAGE, NULL)));
  g_assert_true (g_str_has_prefix (link, "health-center:post/"));
  reader_wait_for (self, GTK_TYPE_BUTTON, "Mark as _Unread");
  reader_assert_query (self, "SELECT count (*) FROM read_post", "1");

  /* What leads out of the program is asked for first. */
  hc_ui_fixture_press (self->window, "Open _Web Page…");
  reader_wait_for_dialog (self);
  g_assert_nonnull (reader_find (self, GTK_TYPE_LABEL, "https://a.example/a2"));
  hc_ui_fixture_press (self->window, "_Cancel");
  reader_wait_for_no_dialog (self);

  hc_ui_fixture_press (self->window, "_Save");
  reader_wait_for (self, GTK_TYPE_BUTTON, "Remove from _Saved");
  reader_assert_query (self, "SELECT title, publisher, text, link FROM saved_post",
                       "New study|Paper A|pAbout <b>capecitabine</b> and more.|https://a.example/a2");

  gtk_widget_activate_action (GTK_WIDGET (page), "navigation.pop", NULL);
  hc_ui_fixture_wait_frames (self->window, 3);
  reader_assert_rows (self, HC_TYPE_POST_ROW,
                      "New|A recall|Of a medicine.|My paper · 5 November 2026\n"
                      "New|Old study|About colons.|Paper A · 1 November 2026\n"
                      "New study|About capecitabine and more.|Paper A · 12 November 2026 · Saved\n");
  g_assert_false (gtk_widget_has_css_class (reader_find (self, GTK_TYPE_LABEL, "New study"), "heading"));

  /* What is saved stays when its feed is gone. */
  store = hc_profile_get_subscriptions (hc_context_get_profile (self->fixture->context));
  reader_act (self, "news.remove",
              g_variant_new_string (hc_subscription_get_id (hc_subscription_store_find (store, A))));
  WAIT_FOR (g_list_model_get_n_items (G_LIST_MODEL (store)) == 1);
  news_fixture_refresh (self->fixture);
  g_assert_true (hc_window_open_link (self->window, "health-center:news?show=saved"));
  reader_assert_rows (self, HC_TYPE_POST_ROW,
                      "New study|About capecitabine and more.|Paper A · 12 November 2026 · Saved\n");
  g_assert_true (hc_window_open_link (self->window, link));
  g_assert_nonnull (reader_wait_for (self, GTK_TYPE_LABEL, "About capecitabine and more."));

  hc_ui_fixture_press (self->window, "Remove from _Saved");
  reader_wait_for (self, GTK_TYPE_LABEL, "Removed from saved posts");
  reader_assert_query (self, "SELECT count (*) FROM saved_post", "0");
  g_assert_null (reader_find (self, GTK_TYPE_BUTTON, "Remove from _Saved"));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  reader_wait_for (self, GTK_TYPE_LABEL, "Undone");
  g_assert_nonnull (reader_find (self, GTK_TYPE_BUTTON, "Remove from _Saved"));
  reader_assert_query (self, "SELECT text FROM saved_post", "pAbout <b>capecitabine</b> and more.");
}

static void
test_marking (void)
{
  g_autoptr (Reader) self = reader_new_filled ();
  g_autofree char *path = g_build_filename (self->fixture->folder, "profile.db", NULL);
  g_autofree char *toast = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  reader_open (self, "health-center:news?show=all");
  reader_act (self, "news.read-all", g_variant_new_strv (NULL, 0));
  reader_assert_query (self, "SELECT count (*) FROM read_post", "0");

  gtk_widget_activate_action (reader_find (self, HC_TYPE_POST_LIST, NULL), "posts.read-all", NULL);
  WAIT_FOR (reader_find (self, GTK_TYPE_LABEL, "3 posts marked as read") != NULL);
  reader_assert_query (self, "SELECT count (*) FROM read_post", "3");
  rows = hc_ui_fixture_find_all (self->window, HC_TYPE_POST_ROW);
  gtk_test_accessible_assert_property (
    GTK_ACCESSIBLE (hc_ui_fixture_find (rows->pdata[0], GTK_TYPE_BUTTON, NULL)), GTK_ACCESSIBLE_PROPERTY_LABEL, "Save");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  WAIT_FOR (reader_find (self, GTK_TYPE_LABEL, "Undone") != NULL);
  reader_assert_query (self, "SELECT count (*) FROM read_post", "0");
  g_free (hc_ui_fixture_take_toast (self->window));

  /* What cannot be saved is told, and nothing looks as if it were. */
  fixture_execute (path, REFUSE);
  hc_ui_fixture_wait_frames (self->window, 3);
  {
    GtkWidget *row = reader_find (self, HC_TYPE_POST_ROW, NULL);
    g_autoptr (GPtrArray) buttons = hc_ui_fixture_find_all (row, GTK_TYPE_BUTTON);

    gtk_test_accessible_assert_property (GTK_ACCESSIBLE (buttons->pdata[1]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                         "Mark as Read");
    g_signal_emit_by_name (buttons->pdata[1], "clicked");
  }
  reader_wait_for (self, GTK_TYPE_LABEL, "Nothing was changed.");
  gtk_widget_activate_action (reader_find (self, HC_TYPE_POST_LIST, NULL), "posts.read-all", NULL);
  g_free (hc_ui_fixture_take_toast (self->window));
  reader_wait_for (self, GTK_TYPE_LABEL, "Nothing was changed.");
  g_assert_nonnull (reader_find (self, GTK_TYPE_LABEL, "Unread"));
  g_assert_null (reader_find (self, GTK_TYPE_LABEL, "Read"));
}

static void
test_search (void)
{
  g_autoptr (Reader) self = reader_new_filled ();
  GtkEditable *entry;

  reader_open (self, "health-center:news");

  /* The search of the page is that of all posts. */
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.find", NULL);
  entry = reader_wait_for (self, GTK_TYPE_SEARCH_ENTRY, NULL);
  g_assert_true (gtk_widget_get_focus_child (GTK_WIDGET (entry)) != NULL);
  gtk_editable_set_text (entry, "capecit");
  WAIT_FOR (reader_find (self, GTK_TYPE_LABEL, "A recall") == NULL);
  reader_assert_rows (self, HC_TYPE_POST_ROW,
                      "New|New study|About capecitabine and more.|Paper A · 12 November 2026\n");
  gtk_editable_set_text (entry, "qwxyz");
  reader_wait_for (self, GTK_TYPE_LABEL, "No Posts Found");
  g_signal_emit_by_name (entry, "stop-search");
  reader_wait_for (self, GTK_TYPE_LABEL, "A recall");
}

static void
test_folders (void)
{
  g_autoptr (Reader) self = reader_new_filled ();
  AdwDialog *dialog;

  reader_open (self, "health-center:news");
  reader_activate_row (self, 2);
  gtk_widget_activate_action (reader_find (self, HC_TYPE_POST_LIST, NULL), "posts.edit", NULL);
  dialog = reader_wait_for_dialog (self);
  g_assert_nonnull (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, B));
  gtk_editable_set_text (hc_ui_fixture_find (dialog, ADW_TYPE_ENTRY_ROW, "Name"), "  The recalls ");
  g_signal_emit_by_name (gtk_widget_get_ancestor (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "Science"),
                                                  GTK_TYPE_BUTTON), "clicked");
  g_assert_cmpstr (gtk_editable_get_text (hc_ui_fixture_find (dialog, ADW_TYPE_ENTRY_ROW, "Folder")), ==, "Science");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "feed.save", NULL);
  reader_wait_for_no_dialog (self);
  reader_assert_query (self, SUBSCRIPTIONS, A "||Science\n" B "|The recalls|Science");
  hc_window_open_link (self->window, "health-center:news");
  reader_assert_rows (self, HC_TYPE_NEWS_SOURCE_ROW,
                      "All Posts|3\nSaved Posts\nAll in Science|3\nPaper A|2\nThe recalls|1\n");
  g_assert_true (hc_window_open_link (self->window, "health-center:news?folder=Science"));
  g_assert_nonnull (reader_wait_for (self, GTK_TYPE_LABEL, "A recall"));

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  WAIT_FOR (reader_find (self, GTK_TYPE_LABEL, "Undone") != NULL);
  reader_assert_query (self, SUBSCRIPTIONS, A "||Science\n" B "|My paper|");
  hc_window_open_link (self->window, "health-center:news");
  reader_assert_rows (self, HC_TYPE_NEWS_SOURCE_ROW,
                      "All Posts|3\nSaved Posts\nMy paper|1\nAll in Science|2\nPaper A|2\n");
}

/* A folder gets another name, and goes; its feeds stay. */
static void
test_folder (void)
{
  g_autoptr (Reader) self = reader_new_filled ();
  g_autofree char *path = g_build_filename (self->fixture->folder, "profile.db", NULL);
  AdwDialog *dialog;
  GtkEditable *entry;

  news_fixture_subscribe (self->fixture, "https://c.example/feed", "Third", "Science");
  reader_open (self, "health-center:news?folder=Science");
  gtk_widget_activate_action (reader_find (self, HC_TYPE_POST_LIST, NULL), "posts.rename-folder", NULL);
  dialog = reader_wait_for_dialog (self);
  entry = hc_ui_fixture_find (dialog, ADW_TYPE_ENTRY_ROW, "Name");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "Science");

  /* Without a name there is nothing to be saved; what cannot be saved is all as it was, and said there. */
  gtk_editable_set_text (entry, "  ");
  g_assert_false (gtk_widget_get_sensitive (hc_ui_fixture_find (dialog, GTK_TYPE_BUTTON, "_Rename")));
  fixture_execute (path, "CREATE TRIGGER refuse BEFORE UPDATE ON subscription WHEN new.address LIKE '%//a.%' "
                         "BEGIN SELECT RAISE (FAIL, 'refused'); END");
  gtk_editable_set_text (entry, " To read ");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "folder.save", NULL);
  reader_wait_for (self, GTK_TYPE_LABEL, "This is not saved.");
  g_assert_cmpuint (reader_count (self, "SELECT count (*) FROM subscription WHERE folder = 'Science'"), ==, 2);
  fixture_execute (path, "DROP TRIGGER refuse");

  gtk_widget_activate_action (GTK_WIDGET (dialog), "folder.save", NULL);
  reader_wait_for_no_dialog (self);
  reader_assert_query (self, SUBSCRIPTIONS, A "||To read\n" B "|My paper|\nhttps://c.example/feed|Third|To read");

  /* The list of the old name is gone. */
  reader_assert_rows (self, HC_TYPE_NEWS_SOURCE_ROW,
                      "All Posts|3\nSaved Posts\nMy paper|1\nAll in To read|2\nPaper A|2\nThird|Not fetched yet\n");

  g_assert_true (hc_window_open_link (self->window, "health-center:news?folder=To%20read"));
  hc_ui_fixture_wait_frames (self->window, 3);
  gtk_widget_activate_action (reader_find (self, HC_TYPE_POST_LIST, NULL), "posts.remove-folder", NULL);
  reader_wait_for (self, GTK_TYPE_LABEL, "Folder “To read” removed; its feeds stay");
  reader_assert_query (self, SUBSCRIPTIONS, A "||\n" B "|My paper|\nhttps://c.example/feed|Third|");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  reader_wait_for (self, GTK_TYPE_LABEL, "Undone");
  reader_assert_query (self, SUBSCRIPTIONS, A "||To read\n" B "|My paper|\nhttps://c.example/feed|Third|To read");
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/news/empty", test_empty);
  g_test_add_func ("/news/reading", test_reading);
  g_test_add_func ("/news/marking", test_marking);
  g_test_add_func ("/news/search", test_search);
  g_test_add_func ("/news/folders", test_folders);
  g_test_add_func ("/news/folder", test_folder);

  return g_test_run ();
}
