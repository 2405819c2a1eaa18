/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saves pictures of the pages and dialogs with appointments, and checks that none asks for a wider window. For looking
 * at; with ADW_DEBUG_HIGH_CONTRAST=1 in the environment they have high contrast. */

#include "appointments-fixture.h"
#include "hc-appointment-page.h"
#include "hc-event-import.h"

static char *output = NULL;
static int width = 1080;
static int height = 760;
static int text_size = 100;
static gboolean is_dark = FALSE;

static MedicinesFixture *fixture = NULL;
static HcAppointment *appointment = NULL;

static GskRenderNode *
draw (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));

  return gtk_snapshot_to_node (snapshot);
}

static void
save_picture (const char *name)
{
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (output, file, NULL);
  GtkWidget *window = GTK_WIDGET (fixture->window);

  hc_ui_fixture_wait_frames (window, 20);
  g_assert_cmpint (gtk_widget_get_width (window), <=, width);
  WAIT_FOR ((node = draw (window)) != NULL);
  g_assert_true (gsk_renderer_realize_for_display (renderer, gtk_widget_get_display (window), NULL));
  texture = gsk_renderer_render_texture (renderer, node, NULL);
  g_assert_true (gdk_texture_save_to_png (texture, path));
  gsk_renderer_unrealize (renderer);
  g_print ("%s\n", path);
}

static void
close_dialog (void)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));

  if (dialog != NULL)
    adw_dialog_force_close (dialog);
  hc_ui_fixture_wait_frames (fixture->window, 10);
}

/* What is below the edge, too. */
static void
save_pages (gpointer    root,
            const char *name)
{
  g_autoptr (GPtrArray) all = hc_ui_fixture_find_all (root, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  GtkWidget *tallest = NULL;

  for (guint i = 0; i < all->len; i++)
    if (tallest == NULL || gtk_widget_get_height (g_ptr_array_index (all, i)) > gtk_widget_get_height (tallest))
      tallest = g_ptr_array_index (all, i);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (tallest));

  for (guint i = 1; i < 20; i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s-%u", name, i);
      double value = gtk_adjustment_get_value (adjustment);

      save_picture (numbered);
      gtk_adjustment_set_value (adjustment, value + gtk_adjustment_get_page_size (adjustment) * 0.9);
      if (gtk_adjustment_get_value (adjustment) == value)
        break;
    }
}

static void
go (const char *link)
{
  g_assert_true (hc_window_open_link (fixture->window, link));
  hc_ui_fixture_wait_frames (fixture->window, 10);
}

static void
fill (void)
{
  const char *const questions[] = { "Is an operation right for me?", "How long is the wait?", NULL };
  g_autoptr (GVariant) asked = hc_appointment_questions_new (questions, NULL);
  g_autoptr (GVariant) history = hc_appointment_history_add (NULL, &(HcAppointmentStep) {
    .state = HC_APPOINTMENT_CONFIRMED, .time = G_GINT64_CONSTANT (1795000000000000), .by = "Ms. Lee",
    .note = "Come ten minutes early",
  });

  appointments_fixture_add (fixture, &(HcAppointmentDetails) {
    .state = HC_APPOINTMENT_REQUESTED, .kind = HC_APPOINTMENT_TEST, .place = "Green Practice", .reason = "CEA",
  });
  appointments_fixture_add (fixture, &(HcAppointmentDetails) {
    .state = HC_APPOINTMENT_CONFIRMED, .kind = HC_APPOINTMENT_FOLLOW_UP, .place = "Surgery of Dr. Levi",
    .begins = "2026-12-14T14:00",
  });
  appointments_fixture_add (fixture, &(HcAppointmentDetails) {
    .state = HC_APPOINTMENT_DONE, .kind = HC_APPOINTMENT_FIRST_VISIT, .place = "Green Practice",
    .begins = "2026-10-05T09:00",
  });
  appointment = appointments_fixture_add (fixture, &(HcAppointmentDetails) {
    .state = HC_APPOINTMENT_CONFIRMED, .kind = HC_APPOINTMENT_SECOND_OPINION,
    .place = "Memorial Sloan Kettering Cancer Center", .doctor = "Dr. Okafor",
    .address = "1275 York Avenue\nNew York, NY 10065", .phone = "800-525-2225", .zone = "America/New_York",
    .begins = "2026-12-01T10:30", .ends = "2026-12-01T11:15", .bring = "Scan on a disk, list of medicines",
    .travel = "Jo drives; the garage is on 66th Street", .questions = asked, .history = history,
    .reminders = { 1440, 120 }, .reason = "Two ways were proposed to me",
  });
}

static void
test_pages (void)
{
  g_autofree char *link = g_strconcat ("health-center:appointment/", hc_appointment_get_id (appointment), NULL);
  GtkWidget *page;

  go ("health-center:appointments");
  save_pages (fixture->window, "home");
  adw_view_stack_set_visible_child_name (hc_ui_fixture_find (fixture->window, ADW_TYPE_VIEW_STACK, NULL), "month");
  save_pages (fixture->window, "month");
  adw_view_stack_set_visible_child_name (hc_ui_fixture_find (fixture->window, ADW_TYPE_VIEW_STACK, NULL), "list");
  go (link);
  page = hc_ui_fixture_find (fixture->window, HC_TYPE_APPOINTMENT_PAGE, NULL);
  save_pages (page, "page");

  gtk_widget_activate_action (page, "appointment.move", NULL);
  save_pages (appointments_fixture_get_dialog (fixture), "move");
  close_dialog ();
  gtk_widget_activate_action (page, "appointment.move", NULL);
  gtk_widget_activate_action (appointments_fixture_get_dialog (fixture), "letter-dialog.done", NULL);
  save_pages (appointments_fixture_get_dialog (fixture), "move-agreed");
  close_dialog ();
  gtk_widget_activate_action (page, "appointment.cancel", NULL);
  save_pages (appointments_fixture_get_dialog (fixture), "cancel");
  close_dialog ();
  gtk_widget_activate_action (page, "appointment.confirm", NULL);
  save_pages (appointments_fixture_get_dialog (fixture), "confirm");
  fields_fixture_type (appointments_fixture_get_dialog (fixture), "Who Confirmed It", "Ms. Lee");
  close_dialog ();
  gtk_widget_activate_action (page, "appointment.confirm", NULL);
  save_pages (appointments_fixture_get_dialog (fixture), "confirm-unfinished");
  close_dialog ();
  gtk_widget_activate_action (page, "appointment.edit", "s", "questions");
  save_pages (appointments_fixture_get_dialog (fixture), "questions");
  close_dialog ();
  gtk_widget_activate_action (page, "appointment.edit", "s", "reminders");
  save_pages (appointments_fixture_get_dialog (fixture), "reminders");
  close_dialog ();
}

static void
test_request (void)
{
  static const char *const screens[] = { "where", "when", "about", "summary", "send" };
  gpointer dialog;

  go ("health-center:request?center=memorial-sloan-kettering&kind=second-opinion");
  dialog = appointments_fixture_get_dialog (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (screens); i++)
    {
      g_autofree char *name = g_strdup_printf ("request-%u-%s", i + 1, screens[i]);

      if (i == 1)
        {
          fields_fixture_type (dialog, "First Choice", "2026-12-05");
          fields_fixture_type (dialog, "Second Choice", "2026-11-05");
          gtk_widget_activate_action (dialog, "request.next", NULL);
          save_picture ("request-2-faults");
          fields_fixture_type (dialog, "Second Choice", "2026-12-08");
        }
      save_pages (dialog, name);
      gtk_widget_activate_action (dialog, "request.next", NULL);
      hc_ui_fixture_wait_frames (fixture->window, 10);
    }
  close_dialog ();

  go ("health-center:request?kind=referral");
  dialog = appointments_fixture_get_dialog (fixture);
  save_picture ("referral");
  fields_fixture_press (dialog, "Add a Clinic or Doctor of Yours…");
  save_pages (appointments_fixture_get_dialog (fixture), "clinic");
  close_dialog ();
  close_dialog ();
}

static void
test_clinic (void)
{
  HcClinicStore *store = hc_profile_get_clinics (hc_context_get_profile (fixture->fixture->context));
  g_autoptr (HcClinic) clinic = hc_clinic_new ();
  g_autofree char *link = NULL;
  gboolean is_done = FALSE;

  hc_clinic_store_save_async (store, clinic, &(HcClinicDetails) {
    .name = "Green Practice", .doctor = "Dr. Levi", .role = "Oncologist", .address = "12 Green Street\nBoston, MA",
    .phone = "617-555-0100", .email = "desk@example.org", .web = "www.example.org", .hours = "mon-fri 08:00-17:00",
    .zone = "America/New_York", .notes = "The door at the back",
  }, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
  link = g_strconcat ("health-center:care?clinic=", hc_clinic_get_id (clinic), NULL);
  go (link);
  save_pages (fixture->window, "clinic-page");
}

static void
test_import (void)
{
  static const char calendar[] =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n"
    "BEGIN:VEVENT\r\nUID:one@x\r\nDTSTAMP:20261101T000000Z\r\nDTSTART:20261202T090000Z\r\n"
    "DTEND:20261202T093000Z\r\nSUMMARY:Blood test\r\nLOCATION:Lab\\, 2nd floor\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:two@x\r\nDTSTAMP:20261101T000000Z\r\nDTSTART;TZID=Moon/Base:20261203T090000\r\n"
    "SUMMARY:Colonoscopy\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:none@x\r\nDTSTAMP:20261101T000000Z\r\nSUMMARY:Some day\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:old@x\r\nDTSTAMP:20261101T000000Z\r\nDTSTART:20261002T090000Z\r\n"
    "SUMMARY:Long ago\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  g_autofree char *path = g_build_filename (output, "calendar.ics", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gpointer dialog;

  g_assert_true (g_file_set_contents (path, calendar, -1, NULL));
  go ("health-center:appointments");
  hc_event_import_open (GTK_WIDGET (fixture->window), fixture->fixture->context, file);
  dialog = appointments_fixture_get_dialog (fixture);
  WAIT_FOR (!appointments_fixture_says (dialog, "The file is being read…"));
  save_pages (dialog, "import");
  close_dialog ();
  g_assert_true (g_file_delete (file, NULL, NULL));
}

static void
test_follow_up (void)
{
  HcPersonStore *people = hc_profile_get_people (hc_context_get_profile (fixture->fixture->context));
  g_autoptr (HcPerson) person = hc_person_new ();
  gboolean is_done = FALSE;

  hc_person_store_save_async (people, person, &(HcPersonDetails) {
    .is_user = TRUE, .site = "colon", .stage = "3", .treated = "2026-06-01",
  }, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
  go ("health-center:appointments?follow-up=yes");
  save_pages (fixture->window, "follow-up");
}

int
main (int   argc,
      char *argv[])
{
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, "The folder for the pictures", "FOLDER" },
    { "width", 0, 0, G_OPTION_ARG_INT, &width, "The width of the window", "PX" },
    { "height", 0, 0, G_OPTION_ARG_INT, &height, "The height of the window", "PX" },
    { "text-size", 0, 0, G_OPTION_ARG_INT, &text_size, "The size of the text, 80 to 250", "PERCENT" },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &is_dark, "Dark style", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) options = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  int result;

  g_option_context_set_ignore_unknown_options (options, TRUE); /* those of the tests */
  g_option_context_add_main_entries (options, entries, NULL);
  if (!g_option_context_parse (options, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }

  if (output == NULL)
    output = g_strdup (".");
  g_mkdir_with_parents (output, 0777);

  hc_ui_fixture_init (&argc, &argv);
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 11", NULL);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      is_dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
  /* The size of the system, which is that of dialogs. */
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024 * text_size / 100, NULL);

  fixture = g_new0 (MedicinesFixture, 1);
  fixture->fixture = hc_ui_fixture_new_at (APPOINTMENTS_FIXTURE_TIME);
  hc_ui_fixture_open_profile (fixture->fixture);
  fixture->window = hc_ui_fixture_present (fixture->fixture, "health-center:appointments", width, height);
  save_picture ("empty");
  fill ();

  g_test_add_func ("/appointment-shots/pages", test_pages);
  g_test_add_func ("/appointment-shots/request", test_request);
  g_test_add_func ("/appointment-shots/clinic", test_clinic);
  g_test_add_func ("/appointment-shots/import", test_import);
  g_test_add_func ("/appointment-shots/follow-up", test_follow_up);
  result = g_test_run ();
  medicines_fixture_free (fixture);

  return result;
}
