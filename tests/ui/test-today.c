/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "appointments-fixture.h"
#include "fixture.h"
#include "hc-health-check-page.h"
#include "hc-picture-view.h"
#include "hc-picture-viewer.h"
#include "hc-quiz-page.h"
#include "hc-setup-dialog.h"
#include "hc-today-view.h"
#include "hc-ui-fixture.h"

/* Today, the first start, the quizzes and the health check, on a library with little in it. */

#define SOURCE "source: one | Title One | Publisher One | https://one.example/ | 2021 | 2026-11-20 | read\n\n"

#define QUIZ                                                                              \
  "title: Basics\nsummary: What one should know.\n\n" SOURCE                              \
  "id: q-one\nquestion: How much is one and one?\nright: Two\nwrong: One\nwrong: Three\n" \
  "why: It has always been so.\nlink: health-center:article/beta\nfrom: one\n\n"          \
  "id: q-two\nquestion: Is <b> & \"that\" right?\nright: Yes\nwrong: No\nwrong: Perhaps\n" \
  "why: Because.\nlink: health-center:article/alpha\nfrom: one\n"

#define CHECK                                                                              \
  SOURCE                                                                                   \
  "step: danger\nkind: any\nask: Danger?\noption: pain | Pain\noption: blood | Blood\n\n"  \
  "step: age\nkind: number\nask: How old are you?\nminimum: 0\nmaximum: 120\n\n"           \
  "result: call\ngrade: emergency\ntitle: Call Somebody\ntext: Now.\nwhen: danger = any\nstop: yes\nfrom: one\n\n" \
  "result: old\ngrade: visit\ntitle: Make an Appointment\ntext: At 45.\nwhen: age >= 45\nfrom: one\n"

#define FACTS SOURCE "id: f-one\nfact: A fact & more.\nlink: health-center:article/gamma\nfrom: one\n"

static HcUiFixture *
make_fixture (CompilerFixture **content)
{
  g_autofree char *errors = NULL;

  *content = compiler_fixture_new ();
  compiler_fixture_write (*content, "content/quiz/basics.txt", QUIZ, -1);
  compiler_fixture_write (*content, "content/health-check.txt", CHECK, -1);
  compiler_fixture_write (*content, "content/facts.txt", FACTS, -1);
  g_assert_cmpint (compiler_fixture_run (*content, NULL, &errors, NULL), ==, 0);
  g_assert_cmpstr (errors, ==, "");

  return hc_ui_fixture_new_for_content (*content);
}

static GtkWidget *
find_row (gpointer    widget,
          const char *title)
{
  g_autoptr (GPtrArray) rows = hc_ui_fixture_find_all (widget, ADW_TYPE_ACTION_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (adw_preferences_row_get_title (g_ptr_array_index (rows, i)), title))
      return g_ptr_array_index (rows, i);

  return NULL;
}

static void
activate_row (gpointer    widget,
              const char *title)
{
  WAIT_FOR (find_row (widget, title) != NULL);
  g_signal_emit_by_name (find_row (widget, title), "activate");
}

static gboolean
shows (gpointer    widget,
       const char *text)
{
  return hc_ui_fixture_find (widget, GTK_TYPE_LABEL, text) != NULL;
}

static void
save_person (HcUiFixture           *fixture,
             const HcPersonDetails *details)
{
  g_autoptr (HcPerson) person = hc_person_new ();
  gboolean is_done = FALSE;

  hc_person_store_save_async (hc_profile_get_people (hc_context_get_profile (fixture->context)), person, details,
                              hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
}

static void
test_today (void)
{
  g_autoptr (CompilerFixture) content = NULL;
  g_autoptr (HcUiFixture) fixture = make_fixture (&content);
  g_autoptr (HcDueItem) item = hc_due_item_new ("Take the tablets", "At noon", "hc-note-symbolic",
                                                "health-center:notes", NULL);
  g_autoptr (GListStore) due = g_list_store_new (HC_TYPE_DUE_ITEM);
  HcWindow *window;

  hc_ui_fixture_open_profile (fixture);
  window = hc_ui_fixture_present (fixture, "health-center:today", 1080, 760);

  g_assert_true (shows (window, "For You Today"));
  g_assert_nonnull (find_row (window, "Beta"));
  g_assert_true (shows (window, "A fact & more."));
  g_assert_true (find_row (window, "How much is one and one?") != NULL ||
                 find_row (window, "Is <b> & \"that\" right?") != NULL);
  g_assert_false (shows (window, "Continue Reading"));
  g_assert_false (shows (window, "Due Now"));

  /* What another part of the program knows to be due. */
  g_list_store_append (due, item);
  hc_due_list_add (hc_context_get_due (fixture->context), G_LIST_MODEL (due));
  WAIT_FOR (find_row (window, "Take the tablets") != NULL);
  g_assert_true (shows (window, "Due Now"));
  g_list_store_remove (due, 0);
  WAIT_FOR (find_row (window, "Take the tablets") == NULL);

  activate_row (window, "Beta");
  WAIT_FOR (hc_ui_fixture_find (window, HC_TYPE_TODAY_VIEW, NULL) == NULL);
  hc_window_open_link (window, "health-center:today");
  WAIT_FOR (shows (window, "Continue Reading"));
}

static HcDueItem *
make_item (const char *title,
           int         day,
           int         hour)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2026, 11, day, hour, 0, 0);

  return hc_due_item_new (title, NULL, "hc-medicines-symbolic", "health-center:medicines", time);
}

/* The heading is true of what stands below it. */
static void
test_due_heading (void)
{
  g_autoptr (CompilerFixture) content = NULL;
  g_autoptr (HcUiFixture) fixture = make_fixture (&content);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 20, 12, 0, 0);
  g_autoptr (HcDueItem) earlier = make_item ("Earlier", 20, 11);
  g_autoptr (HcDueItem) later = make_item ("Later", 20, 13);
  g_autoptr (HcDueItem) tomorrow = make_item ("Tomorrow", 21, 10);
  g_autoptr (GListStore) due = g_list_store_new (HC_TYPE_DUE_ITEM);
  HcWindow *window;

  hc_clock_set_time (hc_context_get_clock (fixture->context), now);
  hc_due_list_add (hc_context_get_due (fixture->context), G_LIST_MODEL (due));
  window = hc_ui_fixture_present (fixture, "health-center:today", 360, 640);

  g_list_store_append (due, later);
  WAIT_FOR (shows (window, "Coming Up"));
  g_list_store_append (due, earlier);
  WAIT_FOR (shows (window, "Due Today"));
  g_list_store_append (due, tomorrow);
  WAIT_FOR (shows (window, "Due and Coming Up"));
  g_list_store_remove (due, 0);
  g_list_store_remove (due, 1);
  WAIT_FOR (shows (window, "Due Now"));
}

/* A list that comes anew and says the same leaves the rows, and the keyboard, where they are. */
static void
test_due_again (void)
{
  g_autoptr (CompilerFixture) content = NULL;
  g_autoptr (HcUiFixture) fixture = make_fixture (&content);
  g_autoptr (HcDueItem) before = make_item ("Tablets", 20, 11);
  g_autoptr (HcDueItem) again = make_item ("Tablets", 20, 11);
  g_autoptr (HcDueItem) other = make_item ("Drops", 20, 11);
  g_autoptr (GListStore) due = g_list_store_new (HC_TYPE_DUE_ITEM);
  HcWindow *window;
  GtkWidget *row;

  g_list_store_append (due, before);
  hc_due_list_add (hc_context_get_due (fixture->context), G_LIST_MODEL (due));
  window = hc_ui_fixture_present (fixture, "health-center:today", 360, 640);
  row = find_row (window, "Tablets");
  gtk_widget_grab_focus (row);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == row);

  g_list_store_splice (due, 0, 1, (gpointer *) &again, 1);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == row);
  g_assert_true (find_row (window, "Tablets") == row);

  g_list_store_splice (due, 0, 1, (gpointer *) &other, 1);
  g_assert_nonnull (find_row (window, "Drops"));
  g_assert_null (find_row (window, "Tablets"));
}

/* The visit of tomorrow, where and when, and a request that nobody has answered; each leads to its own page. */
static void
test_appointments (void)
{
  g_autoptr (MedicinesFixture) fixture = appointments_fixture_open ("health-center:today", 360);
  g_autoptr (GVariant) history = hc_appointment_history_add (NULL, &(HcAppointmentStep) {
    .state = HC_APPOINTMENT_REQUESTED, .time = 1794614400000000 }); /* 14 November, midnight */
  HcAppointment *visit, *request;
  g_autofree char *visit_link = NULL, *request_link = NULL;
  g_autofree char *opened = NULL, *opened_next = NULL;

  visit = appointments_fixture_add (fixture, &(HcAppointmentDetails) {
    .state = HC_APPOINTMENT_CONFIRMED, .kind = HC_APPOINTMENT_FOLLOW_UP, .place = "City & <b>Clinic",
    .begins = "2026-11-21T10:00", .zone = "UTC" });
  WAIT_FOR (find_row (fixture->window, "Follow-up visit: City & <b>Clinic") != NULL);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (fixture->window,
                                                                          "Follow-up visit: City & <b>Clinic"))),
                   ==, "Saturday, 21 November 2026, 10:00 (UTC)");
  g_assert_true (shows (fixture->window, "Coming Up"));

  request = appointments_fixture_add (fixture, &(HcAppointmentDetails) {
    .state = HC_APPOINTMENT_REQUESTED, .kind = HC_APPOINTMENT_SECOND_OPINION, .place = "Town", .history = history });
  WAIT_FOR (find_row (fixture->window, "Second opinion: Town") != NULL);
  g_assert_true (shows (fixture->window, "Asked for on 14 November 2026. No answer was noted yet"));
  g_assert_true (shows (fixture->window, "Due and Coming Up"));

  visit_link = g_strconcat ("health-center:appointment/", hc_appointment_get_id (visit), NULL);
  activate_row (fixture->window, "Follow-up visit: City & <b>Clinic");
  opened = medicines_fixture_dup_link (fixture);
  g_assert_cmpstr (opened, ==, visit_link);

  request_link = g_strconcat ("health-center:appointment/", hc_appointment_get_id (request), NULL);
  medicines_fixture_go (fixture, "health-center:today");
  activate_row (fixture->window, "Second opinion: Town");
  opened_next = medicines_fixture_dup_link (fixture);
  g_assert_cmpstr (opened_next, ==, request_link);
}

/* A picture of the shipped library, with its caption; it leads to where it can be explored. */
static void
test_picture (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = hc_ui_fixture_present (fixture, "health-center:today", 360, 640);
  GtkWidget *view = hc_ui_fixture_find (window, HC_TYPE_PICTURE_VIEW, NULL);
  HcPicture *picture;

  g_assert_true (shows (window, "A Picture to Explore"));
  g_assert_nonnull (view);
  picture = hc_picture_view_get_picture (HC_PICTURE_VIEW (view));
  g_assert_true (shows (window, hc_picture_get_caption (picture)));
  gtk_widget_activate (gtk_widget_get_ancestor (view, GTK_TYPE_BUTTON));
  WAIT_FOR (hc_ui_fixture_find (window, HC_TYPE_PICTURE_VIEWER, NULL) != NULL);
  g_assert_true (hc_picture_viewer_get_picture (hc_ui_fixture_find (window, HC_TYPE_PICTURE_VIEWER, NULL)) == picture);
}

/* What is known of the person changes what is picked, at once. */
static void
test_for_stage (void)
{
  g_autoptr (CompilerFixture) content = NULL;
  g_autoptr (HcUiFixture) fixture = make_fixture (&content);
  const HcPersonDetails details = { .is_user = TRUE, .site = "rectal", .stage = "2" };
  HcWindow *window;

  hc_ui_fixture_open_profile (fixture);
  window = hc_ui_fixture_present (fixture, "health-center:today", 1080, 760);
  g_assert_nonnull (find_row (window, "Alpha & Co"));
  g_assert_nonnull (find_row (window, "Beta"));

  /* Alpha is for stage 2, beta for the colon. */
  save_person (fixture, &details);
  WAIT_FOR (shows (window, "For Your Stage"));
  g_assert_nonnull (find_row (window, "Alpha & Co"));
  g_assert_null (find_row (window, "Beta"));
}

/* Of somebody else it is not said that something is for "you"; and a name is no markup. */
static void
test_for_somebody (void)
{
  g_autoptr (CompilerFixture) content = NULL;
  g_autoptr (HcUiFixture) fixture = make_fixture (&content);
  HcWindow *window;

  hc_ui_fixture_open_profile (fixture);
  save_person (fixture, &(HcPersonDetails) { .name = "<i>Ann</i>" });
  window = hc_ui_fixture_present (fixture, "health-center:today", 360, 640);
  WAIT_FOR (shows (window, "For <i>Ann</i> Today"));
  g_assert_false (shows (window, "For You Today"));
}

static void
test_first_start (void)
{
  g_autoptr (CompilerFixture) content = NULL;
  g_autoptr (HcUiFixture) fixture = make_fixture (&content);
  GSettings *settings = hc_context_get_settings (fixture->context);
  g_autofree char *rows = NULL;
  HcWindow *window;
  GtkWidget *dialog;
  g_autoptr (GPtrArray) combos = NULL;

  g_settings_set_boolean (settings, "greeted", FALSE);
  hc_ui_fixture_open_profile (fixture);
  window = hc_ui_fixture_present (fixture, "health-center:today", 1080, 760);
  WAIT_FOR (hc_ui_fixture_find (window, HC_TYPE_SETUP_DIALOG, NULL) != NULL);
  dialog = hc_ui_fixture_find (window, HC_TYPE_SETUP_DIALOG, NULL);
  g_assert_true (g_settings_get_boolean (settings, "greeted"));
  g_assert_true (shows (dialog, "Colon and Rectal Cancer, Explained"));

  hc_ui_fixture_press (dialog, "_Next");
  WAIT_FOR (find_row (dialog, "Of someone I care for") != NULL);
  activate_row (dialog, "Of someone I care for");
  gtk_editable_set_text (hc_ui_fixture_find (dialog, ADW_TYPE_ENTRY_ROW, NULL), " Ann ");
  hc_ui_fixture_press (dialog, "_Skip");
  WAIT_FOR (find_row (dialog, "MSI-H or dMMR") != NULL);
  combos = hc_ui_fixture_find_all (dialog, ADW_TYPE_COMBO_ROW);
  adw_combo_row_set_selected (g_ptr_array_index (combos, 0), 1);
  adw_combo_row_set_selected (g_ptr_array_index (combos, 1), 6);
  activate_row (dialog, "MSI-H or dMMR");
  hc_ui_fixture_press (dialog, "_Done");
  WAIT_FOR (hc_ui_fixture_find (window, HC_TYPE_SETUP_DIALOG, NULL) == NULL);

  rows = hc_ui_fixture_query (fixture, "SELECT is_user, name, site, stage, biomarkers FROM person");
  g_assert_cmpstr (rows, ==, "0|Ann|colon|recurrent|msi-h");

  /* It comes but once, and shows later what was told. */
  hc_ui_fixture_close (window);
  window = hc_ui_fixture_present (fixture, "health-center:today", 1080, 760);
  g_assert_null (hc_ui_fixture_find (window, HC_TYPE_SETUP_DIALOG, NULL));
  hc_ui_fixture_press (window, "_Change");
  WAIT_FOR (hc_ui_fixture_find (window, HC_TYPE_SETUP_DIALOG, NULL) != NULL);
  dialog = hc_ui_fixture_find (window, HC_TYPE_SETUP_DIALOG, NULL);
  WAIT_FOR (find_row (dialog, "MSI-H or dMMR") != NULL);
  g_assert_true (adw_switch_row_get_active (ADW_SWITCH_ROW (find_row (dialog, "MSI-H or dMMR"))));
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

/* What could not be saved is told in the dialog, which stays; a second try saves it. */
static void
test_setup_not_saved (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "profile.db", NULL);
  g_autofree char *rows = NULL;
  HcWindow *window;
  gpointer dialog, toast;

  hc_ui_fixture_open_profile (fixture);
  window = hc_ui_fixture_present (fixture, "health-center:today", 360, 640);
  hc_ui_fixture_press (window, "_Change");
  WAIT_FOR ((dialog = hc_ui_fixture_find (window, HC_TYPE_SETUP_DIALOG, NULL)) != NULL);
  activate_row (dialog, "MSI-H or dMMR");
  fixture_execute (path, "CREATE TRIGGER refuse BEFORE INSERT ON person BEGIN SELECT RAISE (FAIL, 'refused'); END");
  adw_dialog_close (dialog);
  WAIT_FOR ((toast = hc_ui_fixture_find (window, g_type_from_name ("AdwToastWidget"), NULL)) != NULL);
  g_assert_nonnull (hc_ui_fixture_find (toast, GTK_TYPE_LABEL, "Something went wrong. Try again."));
  g_assert_true (gtk_widget_is_ancestor (toast, dialog));

  fixture_execute (path, "DROP TRIGGER refuse");
  adw_dialog_close (dialog);
  WAIT_FOR (hc_ui_fixture_find (window, HC_TYPE_SETUP_DIALOG, NULL) == NULL);
  rows = hc_ui_fixture_query (fixture, "SELECT biomarkers FROM person");
  g_assert_cmpstr (rows, ==, "msi-h");
}

static void
test_quiz (void)
{
  g_autoptr (CompilerFixture) content = NULL;
  g_autoptr (HcUiFixture) fixture = make_fixture (&content);
  g_autofree char *rows = NULL;
  HcWindow *window;

  hc_ui_fixture_open_profile (fixture);
  window = hc_ui_fixture_present (fixture, "health-center:quiz", 1080, 760);
  activate_row (window, "Basics");
  WAIT_FOR (shows (window, "How much is one and one?"));
  g_assert_true (shows (window, "Question 1 of 2"));
  g_assert_false (shows (window, "It has always been so."));

  activate_row (window, "Three");
  WAIT_FOR (shows (window, "Not Quite"));
  g_assert_true (shows (window, "It has always been so."));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (window, "Two"))), ==, "The right answer");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (window, "Three"))), ==, "Your answer");

  /* A second answer does not count. */
  activate_row (window, "Two");
  g_assert_true (shows (window, "Not Quite"));

  hc_ui_fixture_press (window, "_Next Question");
  WAIT_FOR (shows (window, "Is <b> & \"that\" right?"));
  activate_row (window, "Yes");
  WAIT_FOR (shows (window, "That Is Right"));
  hc_ui_fixture_press (window, "_See the Result");
  WAIT_FOR (shows (window, "1 of 2 answers right"));
  WAIT_FOR (g_list_model_get_n_items (G_LIST_MODEL (hc_profile_get_quiz_answers (
              hc_context_get_profile (fixture->context)))) == 2);

  rows = hc_ui_fixture_query (fixture, "SELECT question, chosen, is_right FROM quiz_answer ORDER BY question");
  g_assert_cmpstr (rows, ==, "q-one|Three|0\nq-two|Yes|1");

  hc_ui_fixture_press (window, "_Once More");
  WAIT_FOR (shows (window, "Question 1 of 2"));

  hc_window_open_link (window, "health-center:quiz");
  WAIT_FOR (find_row (window, "Basics") != NULL);
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (window, "Basics"))),
                            "1 of 2 questions answered rightly"));

  g_assert_true (hc_window_open_link (window, "health-center:quiz/basics#q-two"));
  WAIT_FOR (shows (window, "Question 2 of 2"));
  g_assert_false (hc_window_open_link (window, "health-center:quiz/nothing"));
}

static void
test_health_check (void)
{
  g_autoptr (CompilerFixture) content = NULL;
  g_autoptr (HcUiFixture) fixture = make_fixture (&content);
  HcWindow *window = hc_ui_fixture_present (fixture, "health-center:health-check", 360, 640);
  GtkWidget *entry;

  g_assert_true (shows (window, "Danger?"));
  g_assert_null (hc_ui_fixture_find (window, GTK_TYPE_BUTTON, "_Continue"));
  activate_row (window, "Pain");
  hc_ui_fixture_press (window, "_Continue");
  WAIT_FOR (shows (window, "Call Somebody"));
  g_assert_true (shows (window, "Emergency"));
  g_assert_nonnull (hc_ui_fixture_find (window, GTK_TYPE_BUTTON, "Call _911"));
  g_assert_null (hc_ui_fixture_find (window, GTK_TYPE_BUTTON, "_Continue"));

  hc_ui_fixture_press (window, "_Start Again");
  WAIT_FOR (shows (window, "Danger?"));
  hc_ui_fixture_press (window, "_None of These");
  WAIT_FOR (hc_ui_fixture_find (window, ADW_TYPE_ENTRY_ROW, NULL) != NULL);
  entry = hc_ui_fixture_find (window, ADW_TYPE_ENTRY_ROW, NULL);

  /* A fault is said at the field, and the field keeps what was typed. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "-5");
  hc_ui_fixture_press (window, "_Continue");
  g_assert_true (shows (window, "Enter a whole number from 0 to 120"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "-5");

  gtk_editable_set_text (GTK_EDITABLE (entry), "60");
  g_assert_false (shows (window, "Enter a whole number from 0 to 120"));
  hc_ui_fixture_press (window, "_Continue");
  WAIT_FOR (shows (window, "Make an Appointment"));
  g_assert_true (shows (window, "Where This Comes From"));

  hc_ui_fixture_press (window, "_Back");
  WAIT_FOR (hc_ui_fixture_find (window, ADW_TYPE_ENTRY_ROW, NULL) != NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "60");
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/today/today", test_today);
  g_test_add_func ("/today/due-heading", test_due_heading);
  g_test_add_func ("/today/due-again", test_due_again);
  g_test_add_func ("/today/appointments", test_appointments);
  g_test_add_func ("/today/picture", test_picture);
  g_test_add_func ("/today/for-stage", test_for_stage);
  g_test_add_func ("/today/for-somebody", test_for_somebody);
  g_test_add_func ("/today/first-start", test_first_start);
  g_test_add_func ("/today/setup-not-saved", test_setup_not_saved);
  g_test_add_func ("/today/quiz", test_quiz);
  g_test_add_func ("/today/health-check", test_health_check);

  return g_test_run ();
}
