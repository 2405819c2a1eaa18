/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-city-dialog.h"
#include "hc-contact-page.h"
#include "hc-listing-view.h"
#include "listing-fixture.h"
#include "people-fixture.h"

/* The lists of Find Care: what is searched, chosen and near, and who cares for the person. */

#define CARE "health-center:care"
#define CENTER "health-center:care/memorial-sloan-kettering"

/* Of a window on X11 10 px are its shadow. */
#define NARROW 370

static void
choose_state (MedicinesFixture *fixture,
              const char       *name)
{
  GtkDropDown *drop_down = medicines_fixture_find (fixture, GTK_TYPE_DROP_DOWN, NULL);
  GtkStringList *names = GTK_STRING_LIST (gtk_drop_down_get_model (drop_down));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (names)); i++)
    if (g_str_equal (gtk_string_list_get_string (names, i), name))
      gtk_drop_down_set_selected (drop_down, i);

  g_assert_cmpstr (gtk_string_list_get_string (names, gtk_drop_down_get_selected (drop_down)), ==, name);
  hc_ui_fixture_wait_frames (fixture->window, 4);
}

/* The distances were worked out with another program, from the latitudes and longitudes of the content. */
static void
test_distance (void)
{
  g_autoptr (MedicinesFixture) fixture = people_fixture_open (CARE, 1080);
  GSettings *settings = hc_context_get_settings (fixture->fixture->context);
  GtkScrolledWindow *scroller;
  GtkAdjustment *place;

  listing_assert_rows (fixture, "Cancer Centers", 2,
               "Abramson Cancer Center|Philadelphia, Pennsylvania|Comprehensive Cancer Center\n"
               "Alvin J. Siteman Cancer Center|St. Louis, Missouri|Comprehensive Cancer Center\n");
  g_assert_cmpuint (listing_count (fixture, "Cancer Centers"), ==, 68);

  /* Another order begins at the top. */
  scroller = hc_ui_fixture_find (medicines_fixture_find (fixture, HC_TYPE_LISTING_VIEW, NULL), GTK_TYPE_SCROLLED_WINDOW,
                                 NULL);
  place = gtk_scrolled_window_get_vadjustment (scroller);
  gtk_adjustment_set_value (place, 500.0);
  hc_ui_fixture_wait_frames (fixture->window, 4);
  g_assert_cmpfloat (gtk_adjustment_get_value (place), >, 400.0);
  g_settings_set_string (settings, "care-city", "New York, NY");
  hc_ui_fixture_wait_frames (fixture->window, 6);
  g_assert_cmpfloat (gtk_adjustment_get_value (place), ==, 0.0);
  listing_assert_rows (fixture, "Cancer Centers, Nearest to New York, NY First", 6,
               "Laura and Isaac Perlmutter Cancer Center|New York, New York · about 3 miles"
               "|Comprehensive Cancer Center\n"
               "Memorial Sloan Kettering Cancer Center|New York, New York · about 4 miles"
               "|Comprehensive Cancer Center\n"
               "Mount Sinai Tisch Cancer Center|New York, New York · about 6 miles|Comprehensive Cancer Center\n"
               "Herbert Irving Comprehensive Cancer Center|New York, New York · about 10 miles"
               "|Comprehensive Cancer Center\n"
               "Montefiore Einstein Comprehensive Cancer Center|Bronx, New York · about 13 miles"
               "|Comprehensive Cancer Center\n"
               "Rutgers Cancer Institute|New Brunswick, New Jersey · about 27 miles|Comprehensive Cancer Center\n");
  listing_assert_says (fixture->window, "Distance from New York, NY");

  g_settings_set_string (settings, "care-city", "Buffalo, NY");
  hc_ui_fixture_wait_frames (fixture->window, 4);
  listing_assert_rows (fixture, "Cancer Centers, Nearest to Buffalo, NY First", 2,
               "Roswell Park Comprehensive Cancer Center|Buffalo, New York · in or near this city"
               "|Comprehensive Cancer Center\n"
               "Wilmot Cancer Institute|Rochester, New York · about 66 miles|Cancer Center\n");

  /* Within a state the order stays. */
  choose_state (fixture, "New York");
  listing_assert_rows (fixture, "Cancer Centers in New York", 1,
               "Roswell Park Comprehensive Cancer Center|Buffalo, New York · in or near this city"
               "|Comprehensive Cancer Center\n");

  medicines_fixture_go (fixture, CENTER);
  listing_assert_says (listing_get_page (fixture), "from Buffalo, NY, in a straight line");

  /* A city that the list does not have any more is none. */
  g_settings_set_string (settings, "care-city", "Atlantis, NY");
  medicines_fixture_go (fixture, CARE);
  listing_assert_says (fixture->window, "Distance From…");
}

static void
test_filter (void)
{
  g_autoptr (MedicinesFixture) fixture = people_fixture_open (CARE, 1080);
  g_autofree char *found = NULL;

  choose_state (fixture, "New York");
  g_assert_cmpuint (listing_count (fixture, "Cancer Centers in New York"), ==, 7);
  g_assert_cmpuint (g_list_model_get_n_items (listing_get_model (fixture)), ==, 7);

  choose_state (fixture, "Alaska");
  listing_assert_says (fixture->window, "Nothing Found");
  g_signal_emit_by_name (listing_find_button (fixture->window, "Show Everything"), "clicked");
  hc_ui_fixture_wait_frames (fixture->window, 4);
  g_assert_cmpuint (listing_count (fixture, "Cancer Centers"), ==, 68);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                                         medicines_fixture_find (fixture, GTK_TYPE_SEARCH_ENTRY, NULL)));

  listing_search (fixture, "kettering");
  g_assert_cmpuint (listing_count (fixture, "Cancer Centers"), ==, 1);
  listing_assert_rows (fixture, "Helplines and Guides", 9,
               "Memorial Sloan Kettering: new patients|Appointments and second opinions at Memorial Sloan Kettering "
               "Cancer Center|1-800-525-2225\n");
  found = hc_ui_fixture_take_announcement ();
  g_assert_cmpstr (found, ==, "2 found");

  listing_search (fixture, "ohio");
  g_assert_cmpuint (listing_count (fixture, "Cancer Centers"), ==, 2);
  listing_search (fixture, "qwxyz <b>& \"");
  listing_assert_says (fixture->window, "Nothing Found");
  listing_search (fixture, "");
  g_assert_cmpuint (listing_count (fixture, "Cancer Centers"), ==, 68);
}

static void
test_city_dialog (void)
{
  g_autoptr (MedicinesFixture) fixture = people_fixture_open (CARE, 1080);
  GSettings *settings = hc_context_get_settings (fixture->fixture->context);
  GtkWidget *dialog, *entry;
  g_autofree char *city = NULL;

  g_signal_emit_by_name (listing_find_button (fixture->window, "Distance From…"), "clicked");
  WAIT_FOR ((dialog = medicines_fixture_find (fixture, HC_TYPE_CITY_DIALOG, NULL)) != NULL);
  hc_ui_fixture_wait_frames (fixture->window, 6);
  listing_assert_says (dialog, "sent to nobody");
  listing_assert_silent (dialog, "Show No Distances");

  /* It begins where one types, and Enter takes the first. */
  entry = hc_ui_fixture_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "atlantis");
  g_signal_emit_by_name (entry, "search-changed");
  listing_assert_says (dialog, "No Such City");
  gtk_editable_set_text (GTK_EDITABLE (entry), "buff new");
  g_signal_emit_by_name (entry, "activate");
  WAIT_FOR (medicines_fixture_find (fixture, HC_TYPE_CITY_DIALOG, NULL) == NULL);
  city = g_settings_get_string (settings, "care-city");
  g_assert_cmpstr (city, ==, "Buffalo, NY");
  listing_assert_says (fixture->window, "Distance from Buffalo, NY");

  g_signal_emit_by_name (listing_find_button (fixture->window, "Distance from Buffalo"), "clicked");
  WAIT_FOR ((dialog = medicines_fixture_find (fixture, HC_TYPE_CITY_DIALOG, NULL)) != NULL);
  hc_ui_fixture_wait_frames (fixture->window, 6);
  g_signal_emit_by_name (listing_find_button (dialog, "Show No Distances"), "clicked");
  WAIT_FOR (medicines_fixture_find (fixture, HC_TYPE_CITY_DIALOG, NULL) == NULL);
  g_clear_pointer (&city, g_free);
  city = g_settings_get_string (settings, "care-city");
  g_assert_cmpstr (city, ==, "");
  g_assert_cmpuint (listing_count (fixture, "Cancer Centers"), ==, 68);
}

static void
add_contact (MedicinesFixture *fixture,
             const char       *person,
             const char       *name,
             const char       *role)
{
  HcProfile *profile = hc_context_get_profile (fixture->fixture->context);
  g_autoptr (HcCareContact) contact = hc_care_contact_new ();
  gboolean is_done = FALSE;

  hc_care_contact_store_save_async (hc_profile_get_care_contacts (profile), contact,
                                    &(HcCareContactDetails) { .person = person, .name = name, .role = role },
                                    hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
  hc_ui_fixture_wait_frames (fixture->window, 4);
}

/* Whoever cares for this person stands before all others, below their clinics, and leads to the dialog. */
static void
test_team (void)
{
  g_autoptr (MedicinesFixture) fixture = people_fixture_open (CARE, 1080);
  g_autofree char *ada = NULL, *bob = NULL;
  GtkWidget *view;

  listing_assert_rows (fixture, "My Care Team", 9,
               "Add Your Care Team…|Whom you call first: the nurse line, your surgeon, your oncologist. It stays on "
               "this computer.|\n");

  ada = people_fixture_add (fixture, "Ada");
  bob = people_fixture_add (fixture, "Bob");
  add_contact (fixture, ada, "Nurse <b>", "Ward 5");
  add_contact (fixture, bob, "Doctor of Bob", NULL);
  add_contact (fixture, ada, "Dr. Lee", NULL);
  people_fixture_choose (fixture, ada);
  listing_assert_rows (fixture, "My Care Team", 9, "Nurse <b>|Ward 5|\nDr. Lee||\n");
  people_fixture_choose (fixture, bob);
  listing_assert_rows (fixture, "My Care Team", 9, "Doctor of Bob||\n");

  view = hc_ui_fixture_find (medicines_fixture_find (fixture, HC_TYPE_LISTING_VIEW, NULL), GTK_TYPE_LIST_VIEW, NULL);
  g_signal_emit_by_name (view, "activate", 1);
  WAIT_FOR (people_fixture_find_dialog (fixture) != NULL &&
            hc_ui_fixture_find (people_fixture_find_dialog (fixture), HC_TYPE_CONTACT_PAGE, NULL) != NULL);
  hc_ui_fixture_wait_frames (fixture->window, 4);
  g_assert_cmpstr (gtk_editable_get_text (people_fixture_get_entry (people_fixture_find_dialog (fixture), "Name")), ==,
                   "Doctor of Bob");
  people_fixture_type (people_fixture_find_dialog (fixture), "What they do", "Surgeon");
  people_fixture_wait_saved (fixture);
  adw_dialog_close (ADW_DIALOG (people_fixture_find_dialog (fixture)));
  hc_ui_fixture_wait_frames (fixture->window, 6);
  listing_assert_rows (fixture, "My Care Team", 9, "Doctor of Bob|Surgeon|\n");

  /* It is searched, too; nobody sees who cares for somebody else. */
  listing_search (fixture, "surgeon");
  listing_assert_rows (fixture, "My Care Team", 9, "Doctor of Bob|Surgeon|\n");
  listing_search (fixture, "nurse");
  listing_assert_rows (fixture, "My Care Team", 9, "");
  g_assert_false (hc_window_open_link (fixture->window, "health-center:care?contact=nobody"));
}

static void
test_add_to_team (void)
{
  g_autoptr (MedicinesFixture) fixture = people_fixture_open (CARE, 1080);

  g_assert_true (hc_window_open_link (fixture->window, "health-center:care?contact=new"));
  WAIT_FOR (people_fixture_find_dialog (fixture) != NULL &&
            hc_ui_fixture_find (people_fixture_find_dialog (fixture), HC_TYPE_CONTACT_PAGE, NULL) != NULL);
  hc_ui_fixture_wait_frames (fixture->window, 4);
  people_fixture_type (hc_ui_fixture_find (people_fixture_find_dialog (fixture), HC_TYPE_CONTACT_PAGE, NULL), "Name",
                       "Nurse line");
  people_fixture_wait_saved (fixture);
  people_fixture_assert_rows (fixture, "SELECT name FROM care_contact", "Nurse line");
  adw_dialog_close (ADW_DIALOG (people_fixture_find_dialog (fixture)));
  hc_ui_fixture_wait_frames (fixture->window, 6);
  listing_assert_rows (fixture, "My Care Team", 9, "Nurse line||\n");
}

/* The keyboard alone finds a center in a narrow window, and calls it. */
static void
test_keyboard (void)
{
  g_autoptr (MedicinesFixture) fixture = people_fixture_open (CARE, NARROW);
  GtkWidget *entry, *view, *focus;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.find", NULL);
  entry = medicines_fixture_find (fixture, GTK_TYPE_SEARCH_ENTRY, NULL);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), entry));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, "Search Care");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (medicines_fixture_find (fixture, GTK_TYPE_DROP_DOWN, NULL)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "State");

  /* Tab leads on to the state, the city and the list. */
  medicines_fixture_tab_to (fixture, GTK_TYPE_BUTTON, "All States");
  medicines_fixture_tab_to (fixture, GTK_TYPE_BUTTON, "Distance From…");
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_FORWARD));
  g_assert_nonnull (gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                                             HC_TYPE_LISTING_VIEW));
  listing_search (fixture, "sloan kettering");
  gtk_widget_grab_focus (entry);
  g_signal_emit_by_name (entry, "activate");
  view = hc_ui_fixture_find (medicines_fixture_find (fixture, HC_TYPE_LISTING_VIEW, NULL), GTK_TYPE_LIST_VIEW, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, "Where Care Is Found");
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (gtk_widget_is_ancestor (focus, view));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Memorial Sloan Kettering: new patients");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Appointments and second opinions at Memorial Sloan Kettering Cancer Center\n"
                                       "1-800-525-2225");
  g_assert_true (gtk_widget_activate (focus));
  hc_ui_fixture_wait_frames (fixture->window, 6);

  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), ==, 360);
  focus = medicines_fixture_tab_to (fixture, GTK_TYPE_BUTTON, "Call 1-800-525-2225");
  g_assert_true (gtk_widget_activate (focus));
  WAIT_FOR (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Call This Number?") != NULL);
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/care-lists/distance", test_distance);
  g_test_add_func ("/care-lists/filter", test_filter);
  g_test_add_func ("/care-lists/city-dialog", test_city_dialog);
  g_test_add_func ("/care-lists/team", test_team);
  g_test_add_func ("/care-lists/add-to-team", test_add_to_team);
  g_test_add_func ("/care-lists/keyboard", test_keyboard);

  return g_test_run ();
}
