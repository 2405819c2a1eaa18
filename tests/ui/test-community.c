/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-article-page.h"
#include "hc-care-directory.h"
#include "hc-listing-view.h"
#include "hc-post-list.h"
#include "listing-fixture.h"
#include "news-fixture.h"
#include "people-fixture.h"

/* Community: the directory of groups, and what is told of one before somebody joins. */

#define COMMUNITY "health-center:community"

/* Of a window on X11 10 px are its shadow. */
#define NARROW 370

static void
choose_ways (MedicinesFixture *fixture,
             const char       *name)
{
  GtkDropDown *drop_down = medicines_fixture_find (fixture, GTK_TYPE_DROP_DOWN, NULL);
  GtkStringList *names = GTK_STRING_LIST (gtk_drop_down_get_model (drop_down));
  guint i = 0;

  while (!g_str_equal (gtk_string_list_get_string (names, i), name))
    i++;

  gtk_drop_down_set_selected (drop_down, i);
  hc_ui_fixture_wait_frames (fixture->window, 4);
}

static void
toggle_caregivers (MedicinesFixture *fixture)
{
  g_signal_emit_by_name (listing_find_button (fixture->window, "For Caregivers"), "clicked");
  hc_ui_fixture_wait_frames (fixture->window, 4);
}

/* The numbers were counted in the content. */
static void
test_filters (void)
{
  g_autoptr (MedicinesFixture) fixture = people_fixture_open (COMMUNITY, 1080);
  g_autofree char *said = NULL;

  listing_assert_rows (fixture, "Before You Join", 9,
                       "Joining a Group Safely|What to look for before you write in a group or a forum, and what to "
                       "keep to yourself.|\n");
  g_assert_cmpuint (listing_count (fixture, "Groups"), ==, 30);
  listing_assert_rows (fixture, "Groups", 1,
                       "COLONTOWN|People with colorectal cancer, survivors, and those who care for them"
                       "|Closed group · online\n");

  choose_ways (fixture, "By Telephone");
  listing_assert_rows (fixture, "Groups", 9,
                       "Imerman Angels|People with cancer, survivors, caregivers, people at inherited risk"
                       "|One mentor · online, by telephone, in person\n"
                       "4th Angel Mentoring|Adults with cancer, caregivers|One mentor · by telephone\n"
                       "Caregiver Action Network: care community|People who care for somebody in the family"
                       "|Closed group · online, by telephone\n");
  /* What one reads before is not among them. */
  g_assert_cmpuint (g_list_model_get_n_items (listing_get_model (fixture)), ==, 3);

  choose_ways (fixture, "In Person");
  g_assert_cmpuint (listing_count (fixture, "Groups"), ==, 7);
  toggle_caregivers (fixture);
  g_assert_cmpuint (listing_count (fixture, "Groups"), ==, 6);
  choose_ways (fixture, "All Groups");
  g_assert_cmpuint (listing_count (fixture, "Groups"), ==, 22);

  listing_search (fixture, "bereaved");
  listing_assert_rows (fixture, "Groups", 9,
                       "GriefShare|Bereaved families|People who meet · in person · not confirmed yet\n");
  said = hc_ui_fixture_take_announcement ();
  g_assert_cmpstr (said, ==, "1 group found");

  choose_ways (fixture, "Online");
  listing_assert_says (fixture->window, "Nothing Found");
  g_signal_emit_by_name (listing_find_button (fixture->window, "Show Everything"), "clicked");
  hc_ui_fixture_wait_frames (fixture->window, 4);
  g_assert_cmpuint (listing_count (fixture, "Groups"), ==, 30);
  g_assert_cmpuint (listing_count (fixture, "Before You Join"), ==, 1);
}

/* All that somebody should know before they join. */
static void
test_group (void)
{
  g_autoptr (MedicinesFixture) fixture = people_fixture_open (COMMUNITY "/colontown", 1080);
  gpointer page = listing_get_page (fixture);
  static const char *const facts[][2] = {
    { "For Whom", "People with colorectal cancer, survivors, and those who care for them" },
    { "Who Can See What You Say", "Hidden groups: only members see them and who is in them" },
    { "Cost", "Free" },
    { "How to Join", "Fill in the form on colontown.org/join" },
    { "What It Asks of You", "Be polite, leave out politics and religion" },
  };

  listing_assert_says (page, "More than 100 private groups on Facebook");
  listing_assert_says (page, "Closed group, online");
  listing_assert_says (page, "Checked 21 November 2026");
  listing_assert_silent (page, "Not Confirmed Yet");

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      GtkWidget *heading = hc_ui_fixture_find (page, GTK_TYPE_LABEL, facts[i][0]);

      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_ROLE_HEADING);
      listing_assert_says (gtk_widget_get_next_sibling (heading), facts[i][1]);
    }

  g_signal_emit_by_name (listing_find_button (page, "Website"), "clicked");
  WAIT_FOR (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Open This Website?") != NULL);
  listing_assert_says (fixture->window, "https://colontown.org");
  hc_ui_fixture_press (fixture->window, "_Cancel");
  hc_ui_fixture_wait_frames (fixture->window, 5);

  people_fixture_press_row (page, "Joining a Group Safely");
  hc_ui_fixture_wait_frames (fixture->window, 5);
  listing_assert_says (listing_get_page (fixture), "Use a name that does not tell who you are.");
}

/* What is not confirmed is said; a group without a website has no button. */
static void
test_unconfirmed (void)
{
  g_autoptr (MedicinesFixture) fixture = people_fixture_open (COMMUNITY "/healthunlocked", 1080);

  listing_assert_says (listing_get_page (fixture), "Not Confirmed Yet");
  listing_assert_says (listing_get_page (fixture), "We have not read the communities themselves.");
  listing_assert_says (listing_get_page (fixture), "United Kingdom");
  listing_assert_silent (listing_get_page (fixture), "Where This Comes From");

  medicines_fixture_go (fixture, COMMUNITY "/hospital-groups");
  listing_assert_silent (listing_get_page (fixture), "Website");
  medicines_fixture_go (fixture, COMMUNITY "/cancercare-groups");
  g_assert_nonnull (listing_find_button (listing_get_page (fixture), "Call 800-813-4673"));
}

/* What a group says in public is followed in News; nobody is asked before the person has allowed it. */
static void
test_discussions (void)
{
  static const char address[] = "https://www.reddit.com/r/ColorectalCancer/.rss";
  g_autoptr (MedicinesFixture) fixture = g_new0 (MedicinesFixture, 1);
  g_autoptr (FakeFetcher) fetcher = NULL;
  g_autofree char *rows = NULL, *before = NULL, *after = NULL;
  gpointer page;

  fixture->fixture = hc_ui_fixture_new_at ("2026-11-20T08:30:00");
  fetcher = news_fixture_install (fixture->fixture);
  fake_fetcher_serve (fetcher, address, 200,
                      RSS ("r/ColorectalCancer", ITEM ("1", "How was your first scan?", "19", "I am afraid of it.")));
  hc_ui_fixture_open_profile (fixture->fixture);
  fixture->window = hc_ui_fixture_present (fixture->fixture, COMMUNITY "/reddit", NARROW, 760);
  page = listing_get_page (fixture);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (hc_ui_fixture_find (page, GTK_TYPE_LABEL, "Discussions")),
                                   GTK_ACCESSIBLE_ROLE_HEADING);
  listing_assert_says (page, "Nothing is asked of www.reddit.com before you allow that");
  listing_assert_says (page, "Nobody checks whether what is said there is right.");

  hc_ui_fixture_press (page, "_Follow Discussions");
  WAIT_FOR (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)) != NULL);
  hc_ui_fixture_wait_frames (fixture->window, 4);
  rows = hc_ui_fixture_query (fixture->fixture, "SELECT address, title, folder, home FROM subscription");
  g_assert_cmpstr (rows, ==, "https://www.reddit.com/r/ColorectalCancer/.rss|Reddit: r/ColorectalCancer|Discussions|"
                             "https://www.reddit.com/r/ColorectalCancer");
  before = fake_fetcher_dup_log (fetcher);
  g_assert_cmpstr (before, ==, "");
  listing_assert_says (fixture->window, "Fetch News?");
  listing_assert_says (fixture->window, "www.reddit.com");

  hc_ui_fixture_press (fixture->window, "_Turn On");
  WAIT_FOR (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "How was your first scan?") != NULL);
  after = fake_fetcher_dup_log (fetcher);
  g_assert_cmpstr (after, ==, "https://www.reddit.com/r/ColorectalCancer/.rss|-|-\n");
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (
                     medicines_fixture_find (fixture, HC_TYPE_POST_LIST, NULL))), ==, "Reddit: r/ColorectalCancer");
  medicines_fixture_go (fixture, "health-center:news");
  g_assert_nonnull (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "All in Discussions"));

  /* The group leads to what is followed already. */
  medicines_fixture_go (fixture, COMMUNITY "/reddit");
  hc_ui_fixture_press (listing_get_page (fixture), "_Open Discussions");
  hc_ui_fixture_wait_frames (fixture->window, 4);
  g_assert_nonnull (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "How was your first scan?"));

  /* A group without a feed has none of this. */
  medicines_fixture_go (fixture, COMMUNITY "/colontown");
  listing_assert_silent (listing_get_page (fixture), "Discussions");
}

/* The experts are in the articles on second opinions. */
static void
test_experts (void)
{
  g_autoptr (MedicinesFixture) fixture = people_fixture_open (COMMUNITY, 1080);
  GtkWidget *view;

  g_assert_cmpuint (listing_count (fixture, "Expert Perspectives"), ==, 3);
  listing_assert_rows (fixture, "Expert Perspectives", 1,
                       "Getting a Second Opinion|Why another expert look is normal, when it helps most, what to send, "
                       "and what to do when two doctors disagree.|\n");

  view = hc_ui_fixture_find (medicines_fixture_find (fixture, HC_TYPE_LISTING_VIEW, NULL), GTK_TYPE_LIST_VIEW, NULL);
  g_signal_emit_by_name (view, "activate", 1);
  hc_ui_fixture_wait_frames (fixture->window, 6);
  g_assert_cmpstr (hc_article_get_id (hc_article_page_get_article (
                     medicines_fixture_find (fixture, HC_TYPE_ARTICLE_PAGE, NULL))), ==, "second-opinion");
}

/* Each one opens by its link, and fits into a narrow window. */
static void
test_links (void)
{
  g_autoptr (MedicinesFixture) fixture = people_fixture_open (COMMUNITY, NARROW);
  HcContext *context = fixture->fixture->context;
  g_autoptr (HcCareDirectory) directory = hc_care_directory_new (hc_context_get_library (context), NULL);
  GListModel *groups = hc_care_directory_get_groups (directory);

  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr (HcSupportGroup) group = g_list_model_get_item (groups, i);
      const HcSupportGroupDetails *details = hc_support_group_get_details (group);
      g_autofree char *link = g_strconcat (COMMUNITY "/", details->id, NULL);
      g_autofree char *last = NULL;

      medicines_fixture_go (fixture, link);
      last = g_settings_get_string (hc_context_get_settings (context), "last-link");
      g_assert_cmpstr (last, ==, link);
      g_assert_cmpstr (adw_navigation_page_get_title (listing_get_page (fixture)), ==, details->name);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), ==, 360);
    }

  g_assert_false (hc_window_open_link (fixture->window, COMMUNITY "/nothing"));
  g_assert_false (hc_window_open_link (fixture->window, COMMUNITY "/poison-control"));
}

static void
test_keyboard (void)
{
  g_autoptr (MedicinesFixture) fixture = people_fixture_open (COMMUNITY, NARROW);
  GtkWidget *entry, *view, *focus;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.find", NULL);
  entry = medicines_fixture_find (fixture, GTK_TYPE_SEARCH_ENTRY, NULL);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), entry));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, "Search Groups");

  focus = medicines_fixture_tab_to (fixture, GTK_TYPE_TOGGLE_BUTTON, "For Caregivers");
  g_assert_true (gtk_widget_activate (focus));
  WAIT_FOR (listing_count (fixture, "Groups") == 22);
  hc_ui_fixture_wait_frames (fixture->window, 4);

  view = hc_ui_fixture_find (medicines_fixture_find (fixture, HC_TYPE_LISTING_VIEW, NULL), GTK_TYPE_LIST_VIEW, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, "Community");
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_FORWARD));
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (gtk_widget_is_ancestor (focus, view));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL, "COLONTOWN");
  g_assert_true (gtk_widget_activate (focus));
  hc_ui_fixture_wait_frames (fixture->window, 6);
  g_assert_cmpstr (adw_navigation_page_get_title (listing_get_page (fixture)), ==, "COLONTOWN");
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/community/filters", test_filters);
  g_test_add_func ("/community/group", test_group);
  g_test_add_func ("/community/unconfirmed", test_unconfirmed);
  g_test_add_func ("/community/discussions", test_discussions);
  g_test_add_func ("/community/experts", test_experts);
  g_test_add_func ("/community/links", test_links);
  g_test_add_func ("/community/keyboard", test_keyboard);

  return g_test_run ();
}
