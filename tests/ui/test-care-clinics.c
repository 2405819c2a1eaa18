/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "appointments-fixture.h"
#include "hc-clinic-dialog.h"
#include "hc-clinic-page.h"
#include "hc-request-dialog.h"
#include "listing-fixture.h"
#include "people-fixture.h"

/* The clinics and doctors of a person, in Find Care. It is half past eight of the 20th of November 2026 in UTC. */

#define CARE "health-center:care"
#define CENTER "health-center:care/memorial-sloan-kettering"
#define CLINICS "My Clinics and Doctors"
#define NAME "Name of the Clinic or Practice"
#define PROPOSAL "Add a Clinic or Doctor…|Where you go, to ask for appointments there. It stays on this computer.|\n"

static void
press (MedicinesFixture *fixture,
       gpointer          root,
       const char       *label)
{
  GtkWidget *button = listing_find_button (root, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  hc_ui_fixture_wait_frames (fixture->window, 6);
}

static void
close_dialog (MedicinesFixture *fixture)
{
  adw_dialog_close (appointments_fixture_get_dialog (fixture));
  WAIT_FOR (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)) == NULL);
  hc_ui_fixture_wait_frames (fixture->window, 4);
}

static void
add_clinic (MedicinesFixture *fixture,
            const char       *name)
{
  gpointer dialog;

  g_assert_true (hc_window_open_link (fixture->window, CARE "?clinic=new"));
  dialog = appointments_fixture_get_dialog (fixture);
  fields_fixture_type (dialog, NAME, name);
  close_dialog (fixture);
}

/* The first row of the list. */
static void
open_first (MedicinesFixture *fixture)
{
  GtkWidget *view = hc_ui_fixture_find (fixture->window, GTK_TYPE_LIST_VIEW, NULL);

  g_signal_emit_by_name (view, "activate", 0);
  hc_ui_fixture_wait_frames (fixture->window, 6);
}

/* Added, shown first and with a page, changed there, removed and brought back. */
static void
test_own (void)
{
  g_autoptr (MedicinesFixture) fixture = people_fixture_open (CARE, 360);
  g_autoptr (HcListing) first = NULL;
  g_autofree char *toast = NULL;
  gpointer dialog;

  listing_assert_rows (fixture, CLINICS, 9, PROPOSAL);
  open_first (fixture);
  dialog = appointments_fixture_get_dialog (fixture);
  g_assert_true (HC_IS_CLINIC_DIALOG (dialog));
  fields_fixture_type (dialog, NAME, "Green <b> Practice");
  fields_fixture_type (dialog, "Whom You See There", "Dr. Kim");
  fields_fixture_type (dialog, "What They Are", "Surgeon");
  fields_fixture_type (dialog, "Phone", "212 555 0100");
  fields_fixture_type (dialog, "Website", "www.example.org");
  fields_fixture_type (dialog, "E-mail", "desk@example.org");
  fields_fixture_type (dialog, "Weekly Hours", "mon-fri 08:00-17:00");
  close_dialog (fixture);
  listing_assert_rows (fixture, CLINICS, 9, "Green <b> Practice|Dr. Kim, Surgeon|212 555 0100\n" PROPOSAL);
  first = g_list_model_get_item (listing_get_model (fixture), 0);
  g_assert_cmpstr (hc_listing_get_details (first)->title, ==, "Green <b> Practice");

  open_first (fixture);
  g_assert_true (HC_IS_CLINIC_PAGE (listing_get_page (fixture)));
  listing_assert_says (listing_get_page (fixture), "Monday to Friday, 08:00 to 17:00");
  listing_assert_says (listing_get_page (fixture), "Open now, until 17:00");
  press (fixture, listing_get_page (fixture), "Call 212 555 0100");
  WAIT_FOR (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Call This Number?") != NULL);
  listing_assert_says (fixture->window, "+1 212-555-0100");
  hc_ui_fixture_press (fixture->window, "_Cancel");
  hc_ui_fixture_wait_frames (fixture->window, 6);
  press (fixture, listing_get_page (fixture), "Website");
  WAIT_FOR (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "https://www.example.org") != NULL);
  hc_ui_fixture_press (fixture->window, "_Cancel");
  hc_ui_fixture_wait_frames (fixture->window, 6);

  /* The page follows, and the keyboard is where it was. */
  gtk_widget_grab_focus (listing_find_button (listing_get_page (fixture), "Edit…"));
  press (fixture, listing_get_page (fixture), "Edit…");
  fields_fixture_type (appointments_fixture_get_dialog (fixture), NAME, "Blue Practice");
  fields_fixture_type (appointments_fixture_get_dialog (fixture), "Phone", "the front desk");
  close_dialog (fixture);
  g_assert_cmpstr (adw_navigation_page_get_title (listing_get_page (fixture)), ==, "Blue Practice");
  listing_assert_says (listing_get_page (fixture), "the front desk");
  listing_assert_silent (listing_get_page (fixture), "Call ");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) ==
                 listing_find_button (listing_get_page (fixture), "Edit…"));

  press (fixture, listing_get_page (fixture), "Remove");
  toast = medicines_fixture_take_toast (fixture);
  g_assert_cmpstr (toast, ==, "Clinic removed");
  people_fixture_assert_rows (fixture, "SELECT count (*) FROM clinic", "0");
  listing_assert_rows (fixture, CLINICS, 9, PROPOSAL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  appointments_fixture_assert_rows (fixture, "SELECT name, doctor, phone FROM clinic",
                                    "Blue Practice|Dr. Kim|the front desk");
  hc_ui_fixture_wait_frames (fixture->window, 4);
  listing_assert_rows (fixture, CLINICS, 1, "Blue Practice|Dr. Kim, Surgeon|the front desk\n");
}

/* Each person has their own, which the search finds, and a list of a state does not have. */
static void
test_whose (void)
{
  g_autoptr (MedicinesFixture) fixture = people_fixture_open (CARE, 1080);
  g_autofree char *ada = people_fixture_add (fixture, "Ada");
  g_autofree char *bob = people_fixture_add (fixture, "Bob");
  g_autofree char *link = NULL;
  HcClinicStore *clinics = hc_profile_get_clinics (hc_context_get_profile (fixture->fixture->context));
  g_autoptr (HcClinic) clinic = NULL;

  people_fixture_choose (fixture, ada);
  add_clinic (fixture, "Clinic of Ada");
  add_clinic (fixture, "Second of Ada");
  listing_assert_rows (fixture, CLINICS, 2, "Clinic of Ada||\nSecond of Ada||\n");
  listing_search (fixture, "second of");
  listing_assert_rows (fixture, CLINICS, 9, "Second of Ada||\n");
  listing_search (fixture, "");

  clinic = g_list_model_get_item (G_LIST_MODEL (clinics), 0);
  link = g_strconcat (CARE "?clinic=", hc_clinic_get_id (clinic), NULL);
  g_assert_true (hc_window_open_link (fixture->window, link));
  hc_ui_fixture_wait_frames (fixture->window, 6);
  g_assert_true (HC_IS_CLINIC_PAGE (listing_get_page (fixture)));

  /* The page goes with the person. */
  people_fixture_choose (fixture, bob);
  WAIT_FOR (medicines_fixture_find (fixture, HC_TYPE_CLINIC_PAGE, NULL) == NULL);
  hc_ui_fixture_wait_frames (fixture->window, 6);
  listing_assert_rows (fixture, CLINICS, 9, PROPOSAL);
  g_assert_false (hc_window_open_link (fixture->window, link));
  g_assert_false (hc_window_open_link (fixture->window, CARE "?clinic=nobody"));
}

/* A center leads to the request, and becomes a clinic of the person, once. */
static void
test_center (void)
{
  g_autoptr (MedicinesFixture) fixture = people_fixture_open (CENTER, 360);
  static const struct { const char *button, *title; } buttons[] = {
    { "Request Appointment", "Request an Appointment" },
    { "Second Opinion", "Request an Appointment" },
    { "Refer a Patient", "Refer a Patient" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      gpointer dialog;

      press (fixture, listing_get_page (fixture), buttons[i].button);
      dialog = appointments_fixture_get_dialog (fixture);
      g_assert_true (HC_IS_REQUEST_DIALOG (dialog));
      listing_assert_says (dialog, buttons[i].title);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fields_fixture_find_entry (dialog, NAME))), ==,
                       "Memorial Sloan Kettering Cancer Center");
      close_dialog (fixture);
    }
  people_fixture_assert_rows (fixture, "SELECT count (*) FROM appointment", "0");

  for (guint i = 0; i < 2; i++)
    {
      press (fixture, listing_get_page (fixture), "Add to My Clinics…");
      g_assert_true (HC_IS_CLINIC_DIALOG (appointments_fixture_get_dialog (fixture)));
      appointments_fixture_assert_rows (fixture, "SELECT name, phone, hours, zone, center FROM clinic",
                                        "Memorial Sloan Kettering Cancer Center|800-525-2225|mon-fri 08:00-18:00"
                                        "|America/New_York|memorial-sloan-kettering");
      close_dialog (fixture);
    }

  /* Of a clinic as well; a laboratory treats nobody. */
  medicines_fixture_go (fixture, CARE);
  open_first (fixture);
  press (fixture, listing_get_page (fixture), "Request Appointment");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fields_fixture_find_entry (
                     appointments_fixture_get_dialog (fixture), "Their Phone"))), ==, "800-525-2225");
  close_dialog (fixture);
  medicines_fixture_go (fixture, "health-center:care/mit-koch");
  listing_assert_silent (listing_get_page (fixture), "Request Appointment");
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/care-clinics/own", test_own);
  g_test_add_func ("/care-clinics/whose", test_whose);
  g_test_add_func ("/care-clinics/center", test_center);

  return g_test_run ();
}
