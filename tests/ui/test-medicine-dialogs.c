/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "fields-fixture.h"
#include "fixture.h"
#include "hc-medicine-dialogs.h"
#include "hc-photo-field.h"
#include "medicines-fixture.h"

/* What can be done with a medicine that is in the list. It is taken since the 9th of November 2026, three tablets at
 * eight in the morning; now it is the 20th, three in the afternoon, in UTC. */

typedef void (*Present) (GtkWidget  *parent,
                         HcContext  *context,
                         HcMedicine *medicine);

/* date -u -d "2026-11-09" +%s, and so on */
#define NINTH 1794182400
#define TWENTIETH 1795132800
#define NOW 1795186800
#define TWENTY_FIFTH 1795564800
#define DAY 86400

typedef struct
{
  MedicinesFixture *window;
  HcMedicine       *medicine;
} Fixture;

static HcCourse *
make_course (void)
{
  g_autoptr (HcSchedule) schedule = hc_schedule_new (HC_SCHEDULE_AT_TIMES);
  g_autoptr (GDateTime) from = g_date_time_new_from_unix_utc (NINTH);
  HcCourse *course = hc_course_new ();
  HcScheduleLine line = { .minute = 480, .amount = 3 };

  g_date_set_dmy (&schedule->first, 9, G_DATE_NOVEMBER, 2026);
  g_array_append_val (schedule->lines, line);
  g_assert_true (hc_course_begin (course, from, "500 mg", schedule, NULL));

  return course;
}

static void
add_medicine (Fixture  *fixture,
              gboolean  has_course)
{
  HcProfile *profile = hc_context_get_profile (fixture->window->fixture->context);
  g_autoptr (HcCourse) course = has_course ? make_course () : NULL;
  gboolean is_done = FALSE;

  fixture->medicine = hc_medicine_new (&(HcMedicineDetails) {
    .link = "health-center:drug/capecitabine",
    .name = "Capecitabine",
    .strength = "500 mg",
    .form = "tablet",
    .actives = "CAPECITABINE",
    .unit = HC_DOSE_UNIT_TABLET,
    .course = course,
    .reason = "Chemotherapy",
    .prescriber = "Dr. Levi",
    .notes = "After breakfast",
  });
  hc_medicine_store_save_async (hc_profile_get_medicines (profile), fixture->medicine, NULL, hc_ui_fixture_done_cb,
                                &is_done);
  WAIT_FOR (is_done);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  has_course)
{
  fixture->window = medicines_fixture_open ("health-center:medicines", 360);
  fields_fixture_set_time (fixture->window->fixture, "2026-11-20T15:00:00Z");
  add_medicine (fixture, GPOINTER_TO_INT (has_course));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->medicine);
  medicines_fixture_free (fixture->window);
}

static GtkWidget *
open_dialog (Fixture *fixture,
             Present  present)
{
  GtkWidget *dialog;

  present (GTK_WIDGET (fixture->window->window), fixture->window->fixture->context, fixture->medicine);
  dialog = GTK_WIDGET (fields_fixture_get_dialog (fixture->window->window));
  g_assert_nonnull (dialog);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window->window)), <=, 360);

  return dialog;
}

static char *
query (Fixture *fixture)
{
  return hc_ui_fixture_query (fixture->window->fixture,
                              "SELECT name, strength, form, unit, course, reason, prescriber, notes, stock, counted,"
                              " refill_at, reminds FROM medicine");
}

/* Presses the button that saves, and waits until that is told and on the disk. */
static void
save (Fixture    *fixture,
      GtkWidget  *dialog,
      const char *button,
      const char *told)
{
  gpointer left = dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), &left);
  fields_fixture_press (dialog, button);
  WAIT_FOR (medicines_fixture_find (fixture->window, GTK_TYPE_LABEL, told) != NULL);
  WAIT_FOR (left == NULL);
}

/* All is on the disk again as it was. */
static void
undo (Fixture    *fixture,
      const char *before)
{
  g_autofree char *after = NULL;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window->window), "win.undo", NULL);
  WAIT_FOR (medicines_fixture_find (fixture->window, GTK_TYPE_LABEL, "Undone") != NULL);
  g_free (medicines_fixture_take_toast (fixture->window));
  after = query (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* The history as the disk has it. */
static HcCourse *
read_course (Fixture *fixture)
{
  g_autofree char *text = hc_ui_fixture_query (fixture->window->fixture, "SELECT course FROM medicine");
  HcCourse *course = hc_course_parse (text, NULL);

  g_assert_nonnull (course);

  return course;
}

static const HcRegimen *
get_regimen (HcCourse *course,
             guint     place)
{
  g_assert_cmpuint (place, <, course->regimens->len);

  return g_ptr_array_index (course->regimens, place);
}

/* From a day on it is taken otherwise; what was before stays. */
static void
test_change (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *before = query (fixture);
  g_autoptr (HcCourse) course = NULL;
  GtkWidget *dialog = open_dialog (fixture, hc_medicine_dialogs_change_dose);

  fields_fixture_type (dialog, "It Changes On", "25 November 2026");
  fields_fixture_type (dialog, "Strength", "150 mg");
  fields_fixture_type (dialog, "How Much", "0");
  fields_fixture_press (dialog, "Change the Dose");
  fields_fixture_assert_fault (dialog, "How Much", "The amount must be more than zero.");
  fields_fixture_type (dialog, "How Much", "2");
  fields_fixture_type (dialog, "Why, If You Like", "Sore hands");
  save (fixture, dialog, "Change the Dose", "Capecitabine 500 mg changed");

  course = read_course (fixture);
  g_assert_cmpuint (course->regimens->len, ==, 2);
  g_assert_cmpint (g_date_time_to_unix (get_regimen (course, 0)->from), ==, NINTH);
  g_assert_cmpint (g_date_time_to_unix (get_regimen (course, 0)->until), ==, TWENTY_FIFTH);
  g_assert_cmpstr (get_regimen (course, 0)->strength, ==, "500 mg");
  g_assert_cmpstr (get_regimen (course, 0)->reason, ==, "Sore hands");
  g_assert_cmpfloat (g_array_index (get_regimen (course, 0)->schedule->lines, HcScheduleLine, 0).amount, ==, 3);
  g_assert_cmpint (g_date_time_to_unix (get_regimen (course, 1)->from), ==, TWENTY_FIFTH);
  g_assert_null (get_regimen (course, 1)->until);
  g_assert_cmpstr (get_regimen (course, 1)->strength, ==, "150 mg");
  g_assert_cmpfloat (g_array_index (get_regimen (course, 1)->schedule->lines, HcScheduleLine, 0).amount, ==, 2);
  g_assert_cmpstr (hc_medicine_get_details (fixture->medicine)->strength, ==, "150 mg");
  undo (fixture, before);
}

/* A typing error leaves nothing behind. */
static void
test_correct (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *before = query (fixture);
  g_autoptr (HcCourse) course = NULL;
  GtkWidget *dialog = open_dialog (fixture, hc_medicine_dialogs_change_dose);

  fields_fixture_type (dialog, "How Much", "4");
  fields_fixture_press (dialog, "It was never taken as written: this corrects a typing error, and the history "
                                "forgets it");
  save (fixture, dialog, "Change the Dose", "Capecitabine 500 mg changed");
  course = read_course (fixture);
  g_assert_cmpuint (course->regimens->len, ==, 1);
  g_assert_cmpfloat (g_array_index (get_regimen (course, 0)->schedule->lines, HcScheduleLine, 0).amount, ==, 4);
  g_assert_cmpint (g_date_time_to_unix (get_regimen (course, 0)->from), ==, NINTH);
  undo (fixture, before);
}

/* A change before the medicine was begun is none. */
static void
test_change_too_early (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *before = query (fixture), *after = NULL;
  GtkWidget *dialog = open_dialog (fixture, hc_medicine_dialogs_change_dose);

  fields_fixture_type (dialog, "It Changes On", "8 November 2026");
  fields_fixture_press (dialog, "Change the Dose");
  fields_fixture_assert_fault (dialog, "It Changes On", "This is before the last change of the medicine.");
  fields_fixture_type (dialog, "It Changes On", "31 November 2026");
  fields_fixture_press (dialog, "Change the Dose");
  fields_fixture_assert_fault (dialog, "It Changes On", "There is no such day. Write it like 20 November 2026.");
  after = query (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_begin (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *before = query (fixture);
  g_autoptr (HcCourse) course = NULL;
  GtkWidget *dialog = open_dialog (fixture, hc_medicine_dialogs_change_dose);

  g_assert_nonnull (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "When It Is Taken"));
  fields_fixture_press (dialog, "Morning, 08:00");
  fields_fixture_type (dialog, "First Day", "16 November 2026");
  save (fixture, dialog, "Save", "Capecitabine 500 mg changed");
  course = read_course (fixture);
  g_assert_cmpuint (course->regimens->len, ==, 1);
  /* What began in the past is taken since then. */
  g_assert_cmpint (g_date_time_to_unix (get_regimen (course, 0)->from), ==, NINTH + 7 * DAY);
  undo (fixture, before);
}

static void
test_stop (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *before = query (fixture), *stopped = NULL;
  g_autoptr (HcCourse) course = NULL;
  g_autoptr (HcCourse) again = NULL;
  GtkWidget *dialog = open_dialog (fixture, hc_medicine_dialogs_stop);

  fields_fixture_type (dialog, "Not Taken Any More From", "1 November 2026");
  fields_fixture_press (dialog, "Stop This Medicine");
  fields_fixture_assert_fault (dialog, "Not Taken Any More From", "This is before the last change of the medicine.");
  fields_fixture_type (dialog, "Not Taken Any More From", "20 November 2026");
  fields_fixture_type (dialog, "Why, If You Like", "Too <b>tired</b>");
  save (fixture, dialog, "Stop This Medicine", "Capecitabine 500 mg stopped");
  course = read_course (fixture);
  /* What was due this morning was due. */
  g_assert_cmpint (g_date_time_to_unix (get_regimen (course, 0)->until), ==, NOW);
  g_assert_cmpstr (get_regimen (course, 0)->reason, ==, "Too <b>tired</b>");
  stopped = query (fixture);

  /* It starts again, from the day after tomorrow, with the first day of its schedule then. */
  dialog = open_dialog (fixture, hc_medicine_dialogs_restart);
  g_assert_nonnull (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "Start Again"));
  fields_fixture_type (dialog, "Taken Again From", "15 November 2026");
  fields_fixture_press (dialog, "Start Again");
  fields_fixture_assert_fault (dialog, "Taken Again From", "At that time the medicine was still being taken.");
  fields_fixture_type (dialog, "Taken Again From", "22 November 2026");
  save (fixture, dialog, "Start Again", "Capecitabine 500 mg started again");
  again = read_course (fixture);
  g_assert_cmpuint (again->regimens->len, ==, 2);
  g_assert_cmpint (g_date_time_to_unix (get_regimen (again, 1)->from), ==, TWENTIETH + 2 * DAY);
  g_assert_cmpint (g_date_get_day (&get_regimen (again, 1)->schedule->first), ==, 20);
  undo (fixture, stopped);
  undo (fixture, before);
}

static void
test_pause (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *before = query (fixture);
  g_autoptr (HcCourse) course = NULL;
  const HcSchedulePause *pause;
  GtkWidget *dialog = open_dialog (fixture, hc_medicine_dialogs_pause);

  fields_fixture_press (dialog, "Pause This Medicine");
  fields_fixture_assert_fault (dialog, "Last Day Without", "Write a day, such as 20 November 2026.");
  fields_fixture_type (dialog, "Last Day Without", "19 November 2026");
  fields_fixture_press (dialog, "Pause This Medicine");
  fields_fixture_assert_fault (dialog, "Last Day Without", "The last day of a pause is before its first day.");
  fields_fixture_type (dialog, "Last Day Without", "24 November 2026");
  fields_fixture_press (dialog, "A treatment cycle or a taper waits, and goes on afterwards where it stopped");
  save (fixture, dialog, "Pause This Medicine", "Capecitabine 500 mg paused");
  course = read_course (fixture);
  g_assert_cmpuint (course->regimens->len, ==, 1);
  pause = &g_array_index (get_regimen (course, 0)->schedule->pauses, HcSchedulePause, 0);
  g_assert_cmpint (g_date_get_day (&pause->first), ==, 20);
  g_assert_cmpint (g_date_get_day (&pause->last), ==, 24);
  g_assert_true (pause->shifts);
  undo (fixture, before);
}

static void
test_count (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct { const char *text; const char *fault; } amounts[] = {
    { "", "Write a number, such as 2 or ½." },
    { "-1", "It cannot be less than nothing." },
    { "1e9", "This is too much to be right." },
    { "many", "Write a number, such as 2 or ½." },
  };
  g_autofree char *before = query (fixture), *row = NULL;
  GtkWidget *dialog = open_dialog (fixture, hc_medicine_dialogs_count_stock);

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      fields_fixture_type (dialog, "How Many Are There Now", amounts[i].text);
      fields_fixture_press (dialog, "Save");
      fields_fixture_assert_fault (dialog, "How Many Are There Now", amounts[i].fault);
    }

  /* Nothing may be left. */
  fields_fixture_type (dialog, "How Many Are There Now", "0");
  fields_fixture_type (dialog, "Warn When So Many Are Left", "12");
  save (fixture, dialog, "Save", "Capecitabine 500 mg counted");
  row = hc_ui_fixture_query (fixture->window->fixture, "SELECT stock, counted, refill_at FROM medicine");
  g_assert_cmpstr (row, ==, "0.0|2026-11-20T15:00:00.000000Z|12.0");
  undo (fixture, before);
}

/* What is not asked stays; names are text. */
static void
test_edit (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *before = query (fixture), *row = NULL, *many = g_strnfill (10000, 'x');
  g_autoptr (HcCourse) course = NULL;
  GtkWidget *dialog = open_dialog (fixture, hc_medicine_dialogs_edit);

  fields_fixture_type (dialog, "Name", "");
  fields_fixture_type (dialog, "Who Prescribed It", many);
  fields_fixture_press (dialog, "Save");
  fields_fixture_assert_fault (dialog, "Name", "A medicine needs a name.");
  fields_fixture_assert_fault (dialog, "Who Prescribed It", "This is too long: 200 letters at most.");
  fields_fixture_type (dialog, "Name", "<b>Xeloda</b> & more");
  fields_fixture_type (dialog, "Strength", "150 mg");
  fields_fixture_type (dialog, "Form", "capsule");
  fields_fixture_choose (dialog, "Doses Are Counted In", HC_DOSE_UNIT_CAPSULE);
  fields_fixture_type (dialog, "Who Prescribed It", "Dr. Cohen");
  fields_fixture_press (dialog, "Do not remind of its doses");
  save (fixture, dialog, "Save", "<b>Xeloda</b> & more 150 mg changed");
  row = hc_ui_fixture_query (fixture->window->fixture,
                             "SELECT link, name, strength, form, actives, unit, reason, prescriber, notes, reminds"
                             " FROM medicine");
  g_assert_cmpstr (row, ==, "health-center:drug/capecitabine|<b>Xeloda</b> & more|150 mg|capsule|CAPECITABINE|capsule|"
                            "Chemotherapy|Dr. Cohen|After breakfast|0");
  /* The strength was never right: the history is told the right one. */
  course = read_course (fixture);
  g_assert_cmpuint (course->regimens->len, ==, 1);
  g_assert_cmpstr (get_regimen (course, 0)->strength, ==, "150 mg");
  undo (fixture, before);
}

/* A word in the notes that would keep the program busy is wrapped between its letters. */
static void
test_huge_word (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *dialog = open_dialog (fixture, hc_medicine_dialogs_edit);
  GtkTextView *view = hc_ui_fixture_find (dialog, GTK_TYPE_TEXT_VIEW, NULL);
  g_autofree char *word = g_strnfill (50000, 'a'), *length = NULL;

  g_assert_cmpint (gtk_text_view_get_wrap_mode (view), ==, GTK_WRAP_WORD_CHAR);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), word, -1);
  g_assert_cmpint (gtk_text_view_get_wrap_mode (view), ==, GTK_WRAP_CHAR);
  save (fixture, dialog, "Save", "Capecitabine 500 mg changed");
  length = hc_ui_fixture_query (fixture->window->fixture, "SELECT length (notes) FROM medicine");
  g_assert_cmpstr (length, ==, "50000");
}

static char *
query_photo (Fixture *fixture)
{
  return hc_ui_fixture_query (fixture->window->fixture, "SELECT medicine, hex (image) FROM medicine_photo");
}

static void
choose_photo (Fixture   *fixture,
              GtkWidget *dialog,
              guint32    color)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 20, 10);
  g_autofree char *path = g_build_filename (fixture->window->fixture->folder, "box.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  HcPhotoField *field = hc_ui_fixture_find (dialog, HC_TYPE_PHOTO_FIELD, NULL);

  gdk_pixbuf_fill (pixbuf, color);
  g_assert_true (gdk_pixbuf_save (pixbuf, path, "png", NULL, NULL));
  hc_photo_field_read_file (field, file);
  WAIT_FOR (!hc_photo_field_is_busy (field));
}

/* The photo is part of what is undone. */
static void
test_edit_photo (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *first = NULL, *second = NULL, *back = NULL, *none = NULL, *before = query (fixture);
  GtkWidget *dialog = open_dialog (fixture, hc_medicine_dialogs_edit);

  choose_photo (fixture, dialog, 0xff0000ff);
  save (fixture, dialog, "Save", "Capecitabine 500 mg changed");
  first = query_photo (fixture);
  g_assert_true (g_str_has_prefix (first, hc_medicine_get_id (fixture->medicine)));
  g_free (medicines_fixture_take_toast (fixture->window));

  dialog = open_dialog (fixture, hc_medicine_dialogs_edit);
  WAIT_FOR (hc_photo_field_get_photo (hc_ui_fixture_find (dialog, HC_TYPE_PHOTO_FIELD, NULL)) != NULL);
  choose_photo (fixture, dialog, 0x0000ffff);
  save (fixture, dialog, "Save", "Capecitabine 500 mg changed");
  second = query_photo (fixture);
  g_assert_cmpstr (second, !=, first);
  g_free (medicines_fixture_take_toast (fixture->window));

  dialog = open_dialog (fixture, hc_medicine_dialogs_edit);
  WAIT_FOR (hc_photo_field_get_photo (hc_ui_fixture_find (dialog, HC_TYPE_PHOTO_FIELD, NULL)) != NULL);
  hc_ui_fixture_wait_frames (dialog, 3);
  fields_fixture_press (dialog, "Remove the Photo");
  save (fixture, dialog, "Save", "Capecitabine 500 mg changed");
  none = query_photo (fixture);
  g_assert_cmpstr (none, ==, "");

  undo (fixture, before);
  back = query_photo (fixture);
  g_assert_cmpstr (back, ==, second);
  undo (fixture, before);
  g_free (back);
  back = query_photo (fixture);
  g_assert_cmpstr (back, ==, first);
}

/* What has no schedule cannot be stopped: it is said what to do. */
static void
test_without_schedule (Fixture       *fixture,
                       gconstpointer  data)
{
  static const Present presents[] = { hc_medicine_dialogs_stop, hc_medicine_dialogs_pause };

  for (guint i = 0; i < G_N_ELEMENTS (presents); i++)
    {
      g_autofree char *toast = NULL;

      presents[i] (GTK_WIDGET (fixture->window->window), fixture->window->fixture->context, fixture->medicine);
      toast = medicines_fixture_take_toast (fixture->window);
      g_assert_cmpstr (toast, ==, "It is not known when this is taken. Set a schedule first, or remove the medicine.");
      g_assert_null (fields_fixture_get_dialog (fixture->window->window));
    }
}

/* The disk says no: the dialog stays with what was entered; closing it is asked about. */
static void
test_fails (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->window->fixture->folder, "profile.db", NULL);
  g_autofree char *before = query (fixture), *after = NULL;
  GtkWidget *dialog = open_dialog (fixture, hc_medicine_dialogs_edit);

  fixture_execute (path, "CREATE TRIGGER refuse BEFORE UPDATE ON medicine BEGIN SELECT RAISE (FAIL, 'refused'); END");
  fields_fixture_type (dialog, "Name", "Xeloda");
  fields_fixture_press (dialog, "Save");
  WAIT_FOR (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "This is not saved.") != NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fields_fixture_find_entry (dialog, "Name"))), ==, "Xeloda");
  after = query (fixture);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (adw_dialog_close (ADW_DIALOG (dialog)));
  WAIT_FOR (medicines_fixture_find (fixture->window, GTK_TYPE_LABEL, "Close Without Saving?") != NULL);
  hc_ui_fixture_press (fixture->window->window, "Keep Editing");

  fixture_execute (path, "DROP TRIGGER refuse");
  g_free (medicines_fixture_take_toast (fixture->window));
  save (fixture, dialog, "Try Again", "Xeloda 500 mg changed");
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

#define ADD(name, has_course, func) \
  g_test_add ("/medicine-dialogs/" name, Fixture, GINT_TO_POINTER (has_course), set_up, func, tear_down)
  ADD ("change", TRUE, test_change);
  ADD ("correct", TRUE, test_correct);
  ADD ("change-too-early", TRUE, test_change_too_early);
  ADD ("begin", FALSE, test_begin);
  ADD ("stop", TRUE, test_stop);
  ADD ("pause", TRUE, test_pause);
  ADD ("count", TRUE, test_count);
  ADD ("edit", TRUE, test_edit);
  ADD ("huge-word", TRUE, test_huge_word);
  ADD ("edit-photo", TRUE, test_edit_photo);
  ADD ("without-schedule", FALSE, test_without_schedule);
  ADD ("fails", TRUE, test_fails);

  return g_test_run ();
}
