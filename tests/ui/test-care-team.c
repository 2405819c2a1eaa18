/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-contact-address.h"
#include "hc-contact-page.h"
#include "people-fixture.h"

/* Whom to call and to ask. */

#define TODAY "health-center:today"
#define CONTACTS "SELECT name, role, phone, email, note FROM care_contact ORDER BY created"

static gpointer
get_contact_page (MedicinesFixture *fixture)
{
  WAIT_FOR (hc_ui_fixture_find (people_fixture_find_dialog (fixture), HC_TYPE_CONTACT_PAGE, NULL) != NULL);
  hc_ui_fixture_wait_frames (fixture->window, 3);

  return hc_ui_fixture_find (people_fixture_find_dialog (fixture), HC_TYPE_CONTACT_PAGE, NULL);
}

static void
go_back (MedicinesFixture *fixture)
{
  gtk_widget_activate_action (get_contact_page (fixture), "navigation.pop", NULL);
  WAIT_FOR (hc_ui_fixture_find (people_fixture_find_dialog (fixture), HC_TYPE_CONTACT_PAGE, NULL) == NULL);
}

static void
test_contacts (void)
{
  g_autoptr (MedicinesFixture) fixture = people_fixture_open (TODAY, 1080);
  HcPersonDialog *dialog = people_fixture_open_dialog (fixture, "win.edit-person");
  GtkWidget *page, *row;

  people_fixture_press_row (dialog, "Add _Someone");
  page = get_contact_page (fixture);
  people_fixture_type (page, "Phone", "1 (212) 555-0199 ext. 7");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (hc_ui_fixture_find (page, GTK_TYPE_TEXT_VIEW, NULL)),
                            "At night", -1);
  people_fixture_wait_saved (fixture);

  /* Nothing is lost for want of a name. */
  people_fixture_assert_rows (fixture, CONTACTS, "1 (212) 555-0199 ext. 7||1 (212) 555-0199 ext. 7||At night");
  people_fixture_type (page, "Name", "Ward 5 & <b>");
  people_fixture_type (page, "What they do", "Nurse");
  people_fixture_type (page, "E-mail", "nurse.example.org");
  g_assert_nonnull (hc_ui_fixture_find (page, GTK_TYPE_LABEL, "An e-mail address looks like"));
  people_fixture_wait_saved (fixture);
  people_fixture_assert_rows (fixture, CONTACTS,
                              "Ward 5 & <b>|Nurse|1 (212) 555-0199 ext. 7|nurse.example.org|At night");
  people_fixture_assert_rows (fixture, "SELECT count (*) FROM care_contact JOIN person ON person.id = person", "1");

  /* Asked before anything leaves the computer. */
  people_fixture_press_row (page, "_Call");
  WAIT_FOR (hc_ui_fixture_find (fixture->window, GTK_TYPE_LABEL, "12125550199") != NULL);
  hc_ui_fixture_press (fixture->window, "_Cancel");
  people_fixture_type (page, "E-mail", "nurse@example.org");
  people_fixture_press_row (page, "_Write");
  WAIT_FOR (hc_ui_fixture_find (fixture->window, GTK_TYPE_LABEL, "Write to This Address?") != NULL);
  hc_ui_fixture_press (fixture->window, "_Cancel");
  hc_ui_fixture_wait_frames (fixture->window, 5);

  go_back (fixture);
  row = people_fixture_find_row (dialog, "Ward 5 & <b>");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "Nurse\n1 (212) 555-0199 ext. 7\nnurse@example.org");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (hc_ui_fixture_find (row, GTK_TYPE_BUTTON, NULL)), ==,
                   "Call Ward 5 & <b>");

  /* Removed and brought back. */
  people_fixture_press_row (dialog, "Ward 5");
  people_fixture_press_row (get_contact_page (fixture), "_Remove From the Care Team");
  WAIT_FOR (people_fixture_find_row (dialog, "Ward 5") == NULL);
  people_fixture_assert_rows (fixture, CONTACTS, "");
  hc_ui_fixture_press (dialog, "_Undo");
  WAIT_FOR (people_fixture_find_row (dialog, "Ward 5") != NULL);
  people_fixture_assert_rows (fixture, CONTACTS,
                              "Ward 5 & <b>|Nurse|1 (212) 555-0199 ext. 7|nurse@example.org|At night");

  /* Nothing was told: nothing is kept. */
  people_fixture_press_row (dialog, "Add _Someone");
  people_fixture_press_row (get_contact_page (fixture), "_Remove From the Care Team");
  WAIT_FOR (hc_ui_fixture_find (dialog, HC_TYPE_CONTACT_PAGE, NULL) == NULL);
  people_fixture_wait_saved (fixture);
  people_fixture_assert_rows (fixture, "SELECT count (*) FROM care_contact", "1");
}

static void
test_addresses (void)
{
  static const struct {
    const char *written, *address;
  } phones[] = {
    { "1-800-227-2345", "tel:18002272345" },
    { " +49 (0)30 / 123.456 ", "tel:+49030123456" },
    { "112", "tel:112" },
    { "555-0199 x12", "tel:5550199" },
    { "555 0199 Ext. 12", "tel:5550199" },
    { "12", NULL },
    { "", NULL },
    { "1-800-CANCER", NULL },
    { "555-0199 or 555-0188", NULL },
    { "call the front desk", NULL },
    { "x12", NULL },
    { "+", NULL },
  };
  static const struct {
    const char *written, *address;
  } emails[] = {
    { " nurse@example.org ", "mailto:nurse@example.org" },
    { "a.b+c@mail.example.org", "mailto:a.b+c@mail.example.org" },
    { "a&b?c@example.org", "mailto:a%26b%3Fc@example.org" },
    { "nurse@example", NULL },
    { "nurse", NULL },
    { "@example.org", NULL },
    { "a@b@example.org", NULL },
    { "a@example.", NULL },
    { "a@example.org, b@example.org", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (phones); i++)
    {
      g_autofree char *address = hc_contact_address_from_phone (phones[i].written);

      g_test_message ("%s", phones[i].written);
      g_assert_cmpstr (address, ==, phones[i].address);
    }

  for (guint i = 0; i < G_N_ELEMENTS (emails); i++)
    {
      g_autofree char *address = hc_contact_address_from_email (emails[i].written);

      g_test_message ("%s", emails[i].written);
      g_assert_cmpstr (address, ==, emails[i].address);
    }
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/care-team/contacts", test_contacts);
  g_test_add_func ("/care-team/addresses", test_addresses);

  return g_test_run ();
}
