/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-care-directory.h"
#include "hc-care-words.h"
#include "hc-finder.h"
#include "hc-search-hit.h"
#include "listing-fixture.h"
#include "people-fixture.h"

/* Find Care: a center, a helpline and a guide, at many moments of many clocks. */

#define CARE "health-center:care"
#define CENTER "health-center:care/memorial-sloan-kettering"

static void
set_clock (MedicinesFixture *fixture,
           const char       *zone_name,
           const char       *time)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  g_autoptr (GDateTime) parsed = g_date_time_new_from_iso8601 (time, zone);

  g_assert_nonnull (parsed);
  hc_clock_set_time (hc_context_get_clock (fixture->fixture->context), parsed);
}

/* In November New York is five hours behind UTC, and Los Angeles eight; Thanksgiving of 2026 is the 26th. The clock
 * goes on while the page is shown. */
static void
test_open_now (void)
{
  static const struct {
    const char *zone, *time, *expected;
  } cases[] = {
    { "America/New_York", "2026-11-20T09:10:00", "Open now, until 18:00" },
    { "UTC", "2026-11-20T14:10:00", "Open now, until 18:00 (23:00 your time)" },
    { "America/Los_Angeles", "2026-11-20T05:30:00", "Open now, until 18:00 (15:00 your time)" },
    { "America/New_York", "2026-11-20T18:00:00", "Closed now, opens Monday at 08:00" },
    { "America/New_York", "2026-11-22T12:00:00", "Closed now, opens tomorrow at 08:00" },
    { "America/New_York", "2026-11-23T00:00:00", "Closed now, opens 08:00" },
    { "Asia/Tokyo", "2026-11-23T09:00:00", "Closed now, opens tomorrow at 08:00 (22:00 your time)" },
    { "America/New_York", "2026-11-26T10:00:00",
      "Probably closed today (Thanksgiving Day), opens tomorrow at 08:00" },
    /* Clocks go forward in the night to the 14th of March 2027. */
    { "UTC", "2027-03-12T23:30:00", "Closed now, opens Monday at 08:00 (Monday at 12:00 your time)" },
  };
  g_autoptr (MedicinesFixture) fixture = people_fixture_open (CENTER, 1080);

  listing_assert_says (listing_get_page (fixture), "Monday to Friday, 08:00 to 18:00 (Eastern time)");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *label;

      g_test_message ("%s %s", cases[i].zone, cases[i].time);
      set_clock (fixture, cases[i].zone, cases[i].time);
      hc_ui_fixture_wait_idle ();
      label = hc_ui_fixture_find (listing_get_page (fixture), GTK_TYPE_LABEL, i == 7 ? "Probably" : " now, ");
      g_assert_nonnull (label);
      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, cases[i].expected);
    }
}

static void
test_zones (void)
{
  static const struct {
    const char *zone, *time, *words;
  } cases[] = {
    { "America/New_York", "2026-07-01T12:00:00Z", "Eastern time" },
    { "America/Chicago", "2026-11-20T12:00:00Z", "Central time" },
    { "America/Phoenix", "2026-07-01T12:00:00Z", "Mountain time" },
    { "America/Los_Angeles", "2026-07-01T12:00:00Z", "Pacific time" },
    { "Pacific/Honolulu", "2026-11-20T12:00:00Z", "Hawaii time" },
    { "America/Sao_Paulo", "2026-11-20T12:00:00Z", "time of Sao Paulo" },
    /* They call it CST and PST, too. */
    { "Asia/Shanghai", "2026-11-20T12:00:00Z", "time of Shanghai" },
    { "Asia/Manila", "2026-11-20T12:00:00Z", "time of Manila" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (cases[i].zone);
      g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (cases[i].time, NULL);
      g_autofree char *words = hc_care_words_dup_zone (zone, moment);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* The number as its source has it, and nothing leaves the computer before it was shown. */
static void
test_center (void)
{
  g_autoptr (MedicinesFixture) fixture = people_fixture_open (CENTER, 1080);
  gpointer page = listing_get_page (fixture);
  g_autoptr (GPtrArray) headings = hc_ui_fixture_find_role (page, GTK_ACCESSIBLE_ROLE_HEADING);
  GtkWidget *button = listing_find_button (page, "Call 800-525-2225");
  graphene_rect_t bounds;

  g_assert_cmpstr (adw_navigation_page_get_title (page), ==, "Memorial Sloan Kettering Cancer Center");
  g_assert_cmpstr (gtk_label_get_text (g_ptr_array_index (headings, 0)), ==,
                   "Memorial Sloan Kettering Cancer Center");
  g_assert_cmpuint (headings->len, >=, 5);
  listing_assert_says (page, "New York, New York");
  listing_assert_says (page, "New patients");
  listing_assert_says (page, "The National Cancer Institute has designated it as a Comprehensive Cancer Center");
  listing_assert_says (page, "Checked 21 November 2026");
  listing_assert_says (page, "Where This Comes From");
  listing_assert_says (page, "NCI Cancer Center Program Information");
  listing_assert_silent (page, "Not Confirmed");
  g_assert_nonnull (hc_ui_fixture_find (page, ADW_TYPE_ACTION_ROW, "Hospital Prices, in the Open"));
  g_assert_nonnull (hc_ui_fixture_find (page, ADW_TYPE_ACTION_ROW, "Your Right to Your Records"));
  g_assert_true (gtk_widget_compute_bounds (button, button, &bounds));
  g_assert_cmpfloat (bounds.size.height, >=, 44.0f);

  g_signal_emit_by_name (button, "clicked");
  WAIT_FOR (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Call This Number?") != NULL);
  listing_assert_says (fixture->window, "+1 800-525-2225");
  hc_ui_fixture_press (fixture->window, "_Cancel");
  hc_ui_fixture_wait_frames (fixture->window, 5);

  g_signal_emit_by_name (listing_find_button (page, "Website"), "clicked");
  WAIT_FOR (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Open This Website?") != NULL);
  listing_assert_says (fixture->window, "https://www.mskcc.org");
  hc_ui_fixture_press (fixture->window, "_Cancel");
  hc_ui_fixture_wait_frames (fixture->window, 5);

  /* Its rights lead to the guide, and back. */
  people_fixture_press_row (page, "Hospital Prices, in the Open");
  hc_ui_fixture_wait_frames (fixture->window, 5);
  listing_assert_says (listing_get_page (fixture), "What to Ask");
  gtk_widget_activate_action (listing_get_page (fixture), "navigation.pop", NULL);
  hc_ui_fixture_wait_frames (fixture->window, 5);
  g_assert_true (listing_get_page (fixture) == page);
}

/* What no source confirms is said, and not filled in. */
static void
test_unconfirmed (void)
{
  g_autoptr (MedicinesFixture) fixture = people_fixture_open ("health-center:care/indiana-simon", 1080);

  listing_assert_says (listing_get_page (fixture), "Not Confirmed Yet");
  listing_assert_says (listing_get_page (fixture), "We have read its name in a list");
  listing_assert_says (listing_get_page (fixture), "No source that we have read confirms a telephone number.");
  listing_assert_silent (listing_get_page (fixture), "Call ");
  listing_assert_silent (listing_get_page (fixture), "When the Telephone Is Answered");

  medicines_fixture_go (fixture, "health-center:care/mit-koch");
  listing_assert_says (listing_get_page (fixture), "Basic Laboratory Cancer Center");
  listing_assert_says (listing_get_page (fixture), "It does not treat patients.");

  /* A campus leads to the center whose designation it has; Arizona has no daylight saving. */
  medicines_fixture_go (fixture, "health-center:care/mayo-arizona");
  listing_assert_says (listing_get_page (fixture), "(Mountain time)");
  people_fixture_press_row (listing_get_page (fixture), "Mayo Clinic");
  hc_ui_fixture_wait_frames (fixture->window, 5);
  listing_assert_says (listing_get_page (fixture), "Rochester, Minnesota");
}

static void
test_helplines (void)
{
  g_autoptr (MedicinesFixture) fixture = people_fixture_open (CARE, 1080);

  /* Emergencies first: on the page, and in the list. */
  listing_assert_rows (fixture, "Helplines and Guides", 1,
               "Emergency services|Danger to life: heavy bleeding, chest pain, trouble breathing, fainting, fever with "
               "low counts and feeling very ill|911\n");
  medicines_fixture_go (fixture, "health-center:care?list=helplines");
  listing_assert_rows (fixture, NULL, 1,
               "Emergency services|Danger to life: heavy bleeding, chest pain, trouble breathing, fainting, fever with "
               "low counts and feeling very ill|911\n");
  g_assert_cmpuint (listing_count (fixture, NULL), ==, 27);

  medicines_fixture_go (fixture, "health-center:care/emergency");
  listing_assert_says (listing_get_page (fixture), "Open now, day and night");
  listing_assert_says (listing_get_page (fixture), "24 hours, every day");
  listing_assert_says (listing_get_page (fixture), "Interpreters are usual");
  g_assert_nonnull (listing_find_button (listing_get_page (fixture), "Call 911"));

  /* Nobody answers a call to a line for messages. */
  medicines_fixture_go (fixture, "health-center:care/crisis-text");
  listing_assert_says (listing_get_page (fixture), "Send the word HOME as a text message to 741741.");
  listing_assert_silent (listing_get_page (fixture), "Call ");

  /* Two kinds of days. */
  medicines_fixture_go (fixture, "health-center:care/cancercare");
  listing_assert_says (listing_get_page (fixture),
                       "Monday to Thursday, 10:00 to 18:00\nFriday, 10:00 to 17:00\n(Eastern time)");

  medicines_fixture_go (fixture, "health-center:care/colorectal-cancer-alliance");
  listing_assert_says (listing_get_page (fixture), "Its hours are not confirmed. Call on a weekday.");
  listing_assert_says (listing_get_page (fixture), "We have not read its hours.");

  medicines_fixture_go (fixture, "health-center:care?list=guides");
  listing_assert_rows (fixture, NULL, 1,
               "How to Find a Surgeon|Look for somebody who does your operation often, in a hospital where a team "
               "discusses each case.|\n");
}

/* Each one opens by its link, which the program comes back to; so does what the search finds. */
static void
test_links (void)
{
  static const char *const texts[] = {
    "memorial sloan kettering", "poison", "how to find a surgeon", "hospital prices", "colontown", "colontalk",
  };
  g_autoptr (MedicinesFixture) fixture = people_fixture_open (CARE, 1080);
  HcContext *context = fixture->fixture->context;
  g_autoptr (GError) error = NULL;
  g_autoptr (HcCareDirectory) directory = hc_care_directory_new (hc_context_get_library (context), &error);
  g_autoptr (HcFinder) finder = hc_finder_new (hc_context_get_library (context), hc_context_get_profile (context),
                                               &error);
  GListModel *centers = hc_care_directory_get_centers (directory);

  g_assert_no_error (error);

  for (guint i = 0; i < g_list_model_get_n_items (centers); i++)
    {
      g_autoptr (HcCareCenter) center = g_list_model_get_item (centers, i);
      const HcCareCenterDetails *details = hc_care_center_get_details (center);
      g_autofree char *link = g_strconcat (CARE "/", details->id, NULL);
      g_autofree char *last = NULL;

      g_assert_true (hc_window_open_link (fixture->window, link));
      last = g_settings_get_string (hc_context_get_settings (context), "last-link");
      g_assert_cmpstr (last, ==, link);
      medicines_fixture_go (fixture, CARE);
    }

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (HcSearchHits) hits = hc_finder_find (finder, texts[i], 5, &error);
      g_autoptr (HcSearchHit) hit = g_list_model_get_item (G_LIST_MODEL (hits), 0);

      g_test_message ("%s", texts[i]);
      medicines_fixture_go (fixture, hc_search_hit_get_link (hit));
      g_assert_cmpstr (adw_navigation_page_get_title (listing_get_page (fixture)), ==, hc_search_hit_get_title (hit));
    }

  g_assert_false (hc_window_open_link (fixture->window, CARE "/nowhere"));
  g_assert_false (hc_window_open_link (fixture->window, CARE "/hospital-groups"));
  g_assert_false (hc_window_open_link (fixture->window, CARE "?list=nothing"));
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/care/open-now", test_open_now);
  g_test_add_func ("/care/zones", test_zones);
  g_test_add_func ("/care/center", test_center);
  g_test_add_func ("/care/unconfirmed", test_unconfirmed);
  g_test_add_func ("/care/helplines", test_helplines);
  g_test_add_func ("/care/links", test_links);

  return g_test_run ();
}
