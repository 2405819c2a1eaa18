/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "appointments-fixture.h"
#include "fixture.h"
#include "hc-letter-view.h"
#include "hc-request-dialog.h"

/* Asking for an appointment. It is half past eight of the 20th of November 2026 in UTC, a Friday. */

#define TODAY "health-center:today"
#define REQUEST "health-center:request"
#define PLACE "Name of the Clinic or Practice"

static gpointer
open_request (MedicinesFixture *fixture,
              const char       *link)
{
  g_assert_true (hc_window_open_link (fixture->window, link));
  g_assert_true (HC_IS_REQUEST_DIALOG (appointments_fixture_get_dialog (fixture)));

  return appointments_fixture_get_dialog (fixture);
}

static void
close_request (MedicinesFixture *fixture,
               gpointer          dialog)
{
  adw_dialog_force_close (dialog);
  hc_ui_fixture_wait_frames (fixture->window, 6);
}

static void
write_text (gpointer    dialog,
            const char *title,
            const char *text)
{
  GtkTextView *view = hc_ui_fixture_find (fields_fixture_find (dialog, title), GTK_TYPE_TEXT_VIEW, NULL);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
}

/* What is wrong is said where it stands, and keeps nobody from saving it. */
static void
test_faults (void)
{
  g_autoptr (MedicinesFixture) fixture = appointments_fixture_open (TODAY, 360);
  gpointer dialog = open_request (fixture, REQUEST);

  fields_fixture_press (dialog, "Next");
  fields_fixture_assert_fault (dialog, PLACE, "Say which clinic or doctor it is for");
  fields_fixture_type (dialog, PLACE, "City Clinic");
  fields_fixture_type (dialog, "Their Phone", "ask my wife");
  fields_fixture_type (dialog, "Their E-mail", "desk.example.org");
  fields_fixture_press (dialog, "Next");
  g_assert_nonnull (hc_field_get_fault (fields_fixture_find (dialog, "Their Phone")));
  g_assert_nonnull (hc_field_get_fault (fields_fixture_find (dialog, "Their E-mail")));
  appointments_fixture_assert_rows (fixture, "SELECT state, phone, email FROM appointment",
                                    "draft|ask my wife|desk.example.org");
  fields_fixture_type (dialog, "Their Phone", "");
  fields_fixture_type (dialog, "Their E-mail", "");

  fields_fixture_press (dialog, "Next");
  fields_fixture_type (dialog, "First Choice", "2026-11-19");
  fields_fixture_press (dialog, "Next");
  fields_fixture_assert_fault (dialog, "First Choice", "This day is over. Choose one that is to come");
  fields_fixture_type (dialog, "First Choice", "2026-12-01");
  fields_fixture_type (dialog, "Second Choice", "2026-12-01");
  fields_fixture_press (dialog, "Next");
  fields_fixture_assert_fault (dialog, "Second Choice",
                               "This is wished for above already. Choose another day or time");
  fields_fixture_type (dialog, "Second Choice", "");
  fields_fixture_press (dialog, "Next");
  g_assert_true (appointments_fixture_says (dialog, "Step 3 of 3"));
  close_request (fixture, dialog);
}

/* Far too much is kept, and said to be too much. */
static void
test_long (void)
{
  g_autoptr (MedicinesFixture) fixture = appointments_fixture_open (TODAY, 720);
  gpointer dialog = open_request (fixture, REQUEST);
  g_autofree char *text = g_strnfill (50001, 'x');

  for (guint i = 50; i < 50000; i += 50)
    text[i] = i % 500 == 0 ? '\n' : ' ';

  fields_fixture_type (dialog, PLACE, "City Clinic");
  fields_fixture_press (dialog, "Next");
  fields_fixture_press (dialog, "Next");
  write_text (dialog, "What It Is About", text);
  appointments_fixture_assert_rows (fixture, "SELECT length (reason) FROM appointment", "50001");
  fields_fixture_press (dialog, "Next");
  g_assert_cmpstr (hc_field_get_fault (fields_fixture_find (dialog, "What It Is About")), ==,
                   "This text has 50001 characters. At most 50000 can be sent");
  g_assert_true (appointments_fixture_says (dialog, "Step 3 of 3"));
  close_request (fixture, dialog);
}

/* The program ends in the middle of a word; the draft is offered by the next run. */
static void
test_draft (void)
{
  g_autofree char *folder = fixture_make_folder ();

  for (guint run = 0; run < 2; run++)
    {
      g_autoptr (MedicinesFixture) fixture = g_new0 (MedicinesFixture, 1);
      gpointer dialog;

      fixture->fixture = hc_ui_fixture_new (folder);
      hc_ui_fixture_open_profile (fixture->fixture);
      fixture->window = hc_ui_fixture_present (fixture->fixture, TODAY, 360, 640);
      dialog = open_request (fixture, REQUEST);

      if (run == 0)
        {
          fields_fixture_type (dialog, PLACE, "City Cli");
          appointments_fixture_assert_rows (fixture, "SELECT state, place FROM appointment", "draft|City Cli");
        }
      else
        {
          g_assert_true (appointments_fixture_says (dialog, "There is a draft. First visit: City Cli"));
          fields_fixture_press (dialog, "Continue It");
          dialog = appointments_fixture_get_dialog (fixture);
          g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fields_fixture_find_entry (dialog, PLACE))), ==,
                           "City Cli");
          appointments_fixture_assert_rows (fixture, "SELECT count (*) FROM appointment", "1");
        }
      close_request (fixture, dialog);
    }

  fixture_remove_folder (folder);
}

/* From a center's page to a request: what the library knows is filled in, and nothing is called sent that was not. */
static void
test_journey (void)
{
  g_autoptr (MedicinesFixture) fixture = appointments_fixture_open (TODAY, 360);
  gpointer dialog = open_request (fixture, REQUEST "?center=memorial-sloan-kettering&kind=second-opinion");
  g_autofree char *mail = NULL;
  HcLetterView *letter;

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fields_fixture_find_entry (dialog, "Their Phone"))), ==,
                   "800-525-2225");
  appointments_fixture_assert_rows (fixture, "SELECT count (*) FROM appointment", "0");
  fields_fixture_type (dialog, "Their E-mail", "desk@example.org");
  fields_fixture_press (dialog, "Next");
  g_assert_true (appointments_fixture_says (dialog, "Days and times are those of the clock there (America/New_York)."));

  /* They are there from Monday to Friday; the 5th of December is a Saturday. */
  fields_fixture_type (dialog, "First Choice", "2026-12-05");
  hc_ui_fixture_wait_frames (fixture->window, 3);
  g_assert_true (appointments_fixture_says (dialog, "The clinic is closed on this day, as far as is known"));
  fields_fixture_type (dialog, "First Choice", "2026-12-01");
  hc_ui_fixture_wait_frames (fixture->window, 3);
  g_assert_false (appointments_fixture_says (dialog, "The clinic is closed"));
  fields_fixture_press (dialog, "Next");
  write_text (dialog, "What It Is About", "Bcc: x@example.org\nIs an operation right?");
  write_text (dialog, "How to Reach You", "212 555 0100, mornings");
  fields_fixture_press (dialog, "Next");

  g_assert_true (appointments_fixture_says (dialog, "Is This Right?"));
  g_assert_true (appointments_fixture_says (dialog, "Your name is not known here."));
  g_assert_true (appointments_fixture_says (dialog, "Second opinion: "));
  g_assert_true (appointments_fixture_says (dialog, "Tuesday, 1 December 2026"));
  g_assert_true (appointments_fixture_says (dialog, "Is an operation right?"));
  fields_fixture_press (dialog, "Request Appointment");

  letter = hc_ui_fixture_find (dialog, HC_TYPE_LETTER_VIEW, NULL);
  mail = hc_letter_view_dup_mail (letter, NULL);
  g_assert_true (g_str_has_prefix (mail, "mailto:desk@example.org?subject=Request%20for%20a%20second%20opinion&body="));
  g_assert_nonnull (strstr (mail, "Bcc%3A%20x%40example.org%0D%0A"));
  g_assert_null (strpbrk (mail, "\r\n "));
  g_assert_true (appointments_fixture_says (dialog, "When You Have Asked"));
  fields_fixture_press (dialog, "Copy Text");
  g_assert_true (appointments_fixture_says (dialog, "Did You Send It?"));
  WAIT_FOR (appointments_fixture_says (dialog, "Text copied"));
  appointments_fixture_assert_rows (fixture, "SELECT state FROM appointment", "draft");

  fields_fixture_press (dialog, "Yes, I Have Asked");
  appointments_fixture_assert_rows (fixture, "SELECT state, kind, center, wishes FROM appointment",
                                    "requested|second-opinion|memorial-sloan-kettering|2026-12-01 0-0");
  WAIT_FOR (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)) == NULL);
}

/* A referral is asked for other things, and signed by who refers. */
static void
test_referral (void)
{
  g_autoptr (MedicinesFixture) fixture = appointments_fixture_open (TODAY, 720);
  gpointer dialog = open_request (fixture, REQUEST "?kind=referral");

  g_assert_true (appointments_fixture_says (dialog, "Refer a Patient"));
  fields_fixture_type (dialog, PLACE, "City Clinic");
  fields_fixture_press (dialog, "Next");
  fields_fixture_press (dialog, "Next");
  fields_fixture_press (dialog, "Next");
  fields_fixture_assert_fault (dialog, "Name of the Patient", "Say who the patient is");
  fields_fixture_type (dialog, "Name of the Patient", "Ada Ro");
  fields_fixture_type (dialog, "Who Refers", "Dr. Kim");
  write_text (dialog, "Diagnosis and Stage", "Colon cancer, stage III");
  fields_fixture_press (dialog, "Next");
  g_assert_true (appointments_fixture_says (dialog, "I would like to refer a patient to you"));
  g_assert_true (appointments_fixture_says (dialog, "Patient: Ada Ro"));
  g_assert_true (appointments_fixture_says (dialog, "Diagnosis: Colon cancer, stage III"));
  appointments_fixture_assert_rows (fixture, "SELECT kind, patient, referrer FROM appointment",
                                    "referral|Ada Ro|Dr. Kim");
  fields_fixture_press (dialog, "Request Appointment");
  fields_fixture_press (dialog, "Not Yet, Keep the Draft");
  WAIT_FOR (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)) == NULL);
  appointments_fixture_assert_rows (fixture, "SELECT state FROM appointment", "draft");
}

/* A clinic of one's own is added where it is needed, and then chosen. */
static void
test_clinic (void)
{
  g_autoptr (MedicinesFixture) fixture = appointments_fixture_open (TODAY, 720);
  gpointer dialog = open_request (fixture, REQUEST);
  gpointer clinic;

  fields_fixture_press (dialog, "Add a Clinic or Doctor of Yours…");
  clinic = appointments_fixture_get_dialog (fixture);
  g_assert_true (clinic != dialog);
  fields_fixture_type (clinic, "Weekly Hours", "whenever");
  g_assert_nonnull (hc_field_get_fault (fields_fixture_find (clinic, "Weekly Hours")));
  fields_fixture_type (clinic, "Weekly Hours", "mon-fri 08:00-17:00");
  g_assert_null (hc_field_get_fault (fields_fixture_find (clinic, "Weekly Hours")));
  fields_fixture_type (clinic, PLACE, "Green Practice");
  fields_fixture_type (clinic, "Phone", "212 555 0100");
  appointments_fixture_assert_rows (fixture, "SELECT name, hours, phone FROM clinic",
                                    "Green Practice|mon-fri 08:00-17:00|212 555 0100");
  adw_dialog_close (clinic);
  hc_ui_fixture_wait_frames (fixture->window, 6);

  dialog = appointments_fixture_get_dialog (fixture);
  g_assert_true (gtk_widget_activate (GTK_WIDGET (appointments_fixture_find_row (dialog, "Green Practice"))));
  hc_ui_fixture_wait_frames (fixture->window, 3);
  appointments_fixture_assert_rows (fixture, "SELECT place, phone, clinic = (SELECT id FROM clinic) FROM appointment",
                                    "Green Practice|212 555 0100|1");
  close_request (fixture, dialog);
}

/* Each entry and text is called something, and the keyboard goes on by itself. */
static void
test_access (void)
{
  g_autoptr (MedicinesFixture) fixture = appointments_fixture_open (TODAY, 360);
  gpointer dialog = open_request (fixture, REQUEST);
  static const char *const steps[] = { "Step 1 of 3", "Step 2 of 3", "Step 3 of 3", "Summary" };

  fields_fixture_type (dialog, PLACE, "City Clinic");
  for (guint step = 0; step < G_N_ELEMENTS (steps); step++)
    {
      g_autoptr (GPtrArray) texts = hc_ui_fixture_find_role (dialog, GTK_ACCESSIBLE_ROLE_TEXT_BOX);

      g_assert_true (appointments_fixture_says (dialog, steps[step]));
      for (guint i = 0; i < texts->len; i++)
        g_assert_true (gtk_test_accessible_has_relation (g_ptr_array_index (texts, i),
                                                         GTK_ACCESSIBLE_RELATION_LABELLED_BY) ||
                       gtk_test_accessible_has_property (g_ptr_array_index (texts, i),
                                                         GTK_ACCESSIBLE_PROPERTY_LABEL));
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, 360);
      gtk_widget_activate_action (dialog, "request.next", NULL);
      hc_ui_fixture_wait_frames (fixture->window, 6);
    }
  gtk_widget_activate_action (dialog, "request.back", NULL);
  hc_ui_fixture_wait_frames (fixture->window, 6);
  g_assert_true (appointments_fixture_says (dialog, "Is This Right?"));
  close_request (fixture, dialog);
}

/* What Tab leads to within the dialog, until it is where it was. */
static GHashTable *
list_reached (MedicinesFixture *fixture)
{
  GHashTable *reached = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < 100; i++)
    {
      gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_FORWARD);
      hc_ui_fixture_wait_frames (fixture->window, 1);
      if (!g_hash_table_add (reached, gtk_root_get_focus (GTK_ROOT (fixture->window))))
        break;
    }

  return reached;
}

/* Of a group of radio buttons Tab leads to one, and the arrow keys to the others. */
static void
assert_reached (MedicinesFixture *fixture,
                gpointer          dialog)
{
  g_autoptr (GHashTable) reached = list_reached (fixture);
  g_autoptr (GPtrArray) all = hc_ui_fixture_find_all (dialog, GTK_TYPE_WIDGET);
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (all, i);

      if ((!GTK_IS_TEXT (widget) && !GTK_IS_TEXT_VIEW (widget) && !GTK_IS_BUTTON (widget) &&
           !GTK_IS_LIST_BOX_ROW (widget)) ||
          !gtk_widget_is_sensitive (widget) || !gtk_widget_get_focusable (widget) ||
          gtk_widget_get_ancestor (widget, g_type_from_name ("AdwSheetControls")) != NULL)
        continue;

      n++;
      if (!g_hash_table_contains (reached, widget))
        g_error ("Tab does not lead to %s", G_OBJECT_TYPE_NAME (widget));
    }

  g_assert_cmpuint (n, >, 1);
}

static void
write_at (MedicinesFixture *fixture,
          const char       *title,
          const char       *text)
{
  gpointer dialog = appointments_fixture_get_dialog (fixture);
  GtkWidget *field = GTK_WIDGET (fields_fixture_find (dialog, title));
  GtkWidget *focus = NULL;

  for (guint i = 0; i < 100 && (focus == NULL || !gtk_widget_is_ancestor (focus, field)); i++)
    {
      gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_FORWARD);
      focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
    }

  g_assert_true (gtk_widget_is_ancestor (focus, field));
  if (GTK_IS_TEXT_VIEW (focus))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (focus), text);
  hc_ui_fixture_wait_frames (fixture->window, 2);
}

/* A key lets go of a button a little later. */
static void
press_at (MedicinesFixture *fixture,
          const char       *label,
          const char       *words)
{
  gpointer dialog = appointments_fixture_get_dialog (fixture);

  g_assert_true (gtk_widget_activate (medicines_fixture_tab_to (fixture, GTK_TYPE_BUTTON, label)));
  WAIT_FOR (appointments_fixture_says (dialog, words));
  hc_ui_fixture_wait_frames (fixture->window, 8);
}

/* In a narrow window the keyboard alone asks for an appointment: each step is reached, and each thing in it. */
static void
test_keyboard (void)
{
  g_autoptr (MedicinesFixture) fixture = appointments_fixture_open (TODAY, 370);
  gpointer dialog = open_request (fixture, REQUEST);
  GtkScrolledWindow *scroller;
  GtkWidget *question;

  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), ==, 360);
  assert_reached (fixture, dialog);
  write_at (fixture, PLACE, "City Clinic");
  write_at (fixture, "Their E-mail", "desk@example.org");
  press_at (fixture, "Next", "Step 2 of 3");

  /* The keyboard is where one writes next. */
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                                         GTK_WIDGET (fields_fixture_find (dialog, "First Choice"))));
  assert_reached (fixture, dialog);
  write_at (fixture, "Second Choice", "2026-12-02");
  press_at (fixture, "Next", "Step 3 of 3");
  assert_reached (fixture, dialog);
  write_at (fixture, "Interpreter for Which Language", "Polish");
  write_at (fixture, "What It Is About", "A lump");
  press_at (fixture, "Back", "Step 2 of 3");
  press_at (fixture, "Next", "Step 3 of 3");
  press_at (fixture, "Next", "Is This Right?");
  press_at (fixture, "Request Appointment", "How Do You Want to Ask?");
  assert_reached (fixture, dialog);

  /* It is asked at once what became of it, and where that is seen. */
  medicines_fixture_tab_to (fixture, GTK_TYPE_BUTTON, "Copy Text");
  scroller = hc_ui_fixture_find (dialog, GTK_TYPE_SCROLLED_WINDOW, NULL);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (scroller), 0.0);
  g_assert_true (gtk_widget_activate (gtk_root_get_focus (GTK_ROOT (fixture->window))));
  WAIT_FOR (appointments_fixture_says (dialog, "Did You Send It?"));
  hc_ui_fixture_wait_frames (fixture->window, 8);
  question = hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "Yes, I Have Asked");
  g_assert_cmpfloat (medicines_fixture_get_top (fixture, question), <, 700.0f);
  g_assert_true (gtk_widget_activate (medicines_fixture_tab_to (fixture, GTK_TYPE_BUTTON, "Yes, I Have Asked")));
  WAIT_FOR (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)) == NULL);
  appointments_fixture_assert_rows (fixture,
                                    "SELECT state, place, email, wishes, interpreter, reason FROM appointment",
                                    "requested|City Clinic|desk@example.org|2026-12-02 0-0|Polish|A lump");
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/request/faults", test_faults);
  g_test_add_func ("/request/long", test_long);
  g_test_add_func ("/request/draft", test_draft);
  g_test_add_func ("/request/journey", test_journey);
  g_test_add_func ("/request/referral", test_referral);
  g_test_add_func ("/request/clinic", test_clinic);
  g_test_add_func ("/request/access", test_access);
  g_test_add_func ("/request/keyboard", test_keyboard);

  return g_test_run ();
}
