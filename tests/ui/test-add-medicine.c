/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "fields-fixture.h"
#include "fixture.h"
#include "hc-add-medicine-dialog.h"
#include "hc-interaction-card.h"
#include "hc-medicine-dialogs.h"
#include "hc-photo-field.h"
#include "hc-pill-drawing.h"
#include "hc-pills-page.h"
#include "medicines-fixture.h"

/* A medicine is added, one question a screen. */

static GtkWidget *
get_dialog (MedicinesFixture *fixture)
{
  GtkWidget *dialog = GTK_WIDGET (fields_fixture_get_dialog (fixture->window));

  g_assert_true (HC_IS_ADD_MEDICINE_DIALOG (dialog));

  return dialog;
}

static MedicinesFixture *
open_dialog (const HcMedicineDetails *proposal)
{
  MedicinesFixture *fixture = medicines_fixture_open ("health-center:medicines", 360);

  fields_fixture_set_time (fixture->fixture, "2026-11-20T15:00:00Z");
  hc_medicine_dialogs_add (GTK_WIDGET (fixture->window), fixture->fixture->context, proposal);
  WAIT_FOR (fields_fixture_get_dialog (fixture->window) != NULL);

  return fixture;
}

static void
search (MedicinesFixture *fixture,
        const char       *text)
{
  GtkWidget *entry = hc_ui_fixture_find (get_dialog (fixture), GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
  hc_ui_fixture_wait_frames (fixture->window, 3);
}

static void
assert_screen (MedicinesFixture *fixture,
               const char       *question)
{
  GtkWidget *label = hc_ui_fixture_find (get_dialog (fixture), GTK_TYPE_LABEL, question);

  g_assert_nonnull (label);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (label)), ==, GTK_ACCESSIBLE_ROLE_HEADING);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, 360);
}

static const char *
get_text (MedicinesFixture *fixture,
          const char       *title)
{
  return gtk_editable_get_text (GTK_EDITABLE (fields_fixture_find_entry (get_dialog (fixture), title)));
}

static void
see (MedicinesFixture *fixture,
     const char       *words)
{
  if (hc_ui_fixture_find (get_dialog (fixture), GTK_TYPE_LABEL, words) == NULL)
    g_error ("It does not say “%s”", words);
}

static char *
query (MedicinesFixture *fixture,
       const char       *columns)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM medicine", columns);

  return hc_ui_fixture_query (fixture->fixture, sql);
}

/* All screens, from the search to the disk. */
static void
test_whole (void)
{
  g_autoptr (MedicinesFixture) fixture = open_dialog (NULL);
  g_autofree char *row = NULL, *none = NULL;
  g_autoptr (HcCourse) course = NULL;
  g_autofree char *text = NULL, *words = NULL;
  const HcRegimen *regimen;

  assert_screen (fixture, "Which Medicine Is It?");
  search (fixture, "Coumadi");
  see (fixture, "Warfarin");
  /* Enter takes the first one. */
  search (fixture, "Jantoven");
  g_signal_emit_by_name (hc_ui_fixture_find (get_dialog (fixture), GTK_TYPE_SEARCH_ENTRY, NULL), "activate");

  /* The brand that was typed stands on the box. */
  assert_screen (fixture, "What Is It Exactly?");
  g_assert_cmpstr (get_text (fixture, "Name"), ==, "Jantoven");
  fields_fixture_press (get_dialog (fixture), "2.5 mg");
  g_assert_cmpstr (get_text (fixture, "Strength, If You Know It"), ==, "2.5 mg");
  fields_fixture_press (get_dialog (fixture), "tablet");
  g_assert_nonnull (hc_ui_fixture_find (get_dialog (fixture), HC_TYPE_PILL_DRAWING, NULL));
  fields_fixture_press (get_dialog (fixture), "Next");

  assert_screen (fixture, "What Is It For?");
  see (fixture, "Jantoven 2.5 mg");
  fields_fixture_type (get_dialog (fixture), "What It Is For, If You Like", "Blood clots <b>");
  fields_fixture_type (get_dialog (fixture), "Who Prescribed It, If You Like", "Dr. Levi");
  fields_fixture_press (get_dialog (fixture), "Next");

  /* An incomplete schedule is not left behind in silence. */
  assert_screen (fixture, "When Is It Taken?");
  fields_fixture_press (get_dialog (fixture), "Next");
  assert_screen (fixture, "When Is It Taken?");
  see (fixture, "Add at least one time of the day.");
  fields_fixture_press (get_dialog (fixture), "Evening, 18:00");
  see (fixture, "1 tablet at 18:00, every day, from 20 November 2026");
  fields_fixture_press (get_dialog (fixture), "Next");

  assert_screen (fixture, "How Much Is There?");
  fields_fixture_type (get_dialog (fixture), "How Many Are There Now", "-3");
  fields_fixture_press (get_dialog (fixture), "Next");
  fields_fixture_assert_fault (get_dialog (fixture), "How Many Are There Now", "It cannot be less than nothing.");
  fields_fixture_type (get_dialog (fixture), "How Many Are There Now", "30");
  fields_fixture_type (get_dialog (fixture), "Warn When So Many Are Left", "7");
  fields_fixture_press (get_dialog (fixture), "Next");

  assert_screen (fixture, "Is This Right?");
  see (fixture, "Jantoven 2.5 mg");
  see (fixture, "1 tablet at 18:00, every day, from 20 November 2026");
  see (fixture, "30 tablets; a warning when 7 tablets are left");
  see (fixture, "Blood clots <b>");
  see (fixture, "Nothing else is in the list yet to compare it with.");
  none = query (fixture, "name");
  g_assert_cmpstr (none, ==, "");
  fields_fixture_press (get_dialog (fixture), "Add Medicine");
  WAIT_FOR (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Jantoven 2.5 mg added to My Medicines") != NULL);
  g_assert_null (fields_fixture_get_dialog (fixture->window));

  row = query (fixture, "link, name, strength, form, unit, reason, prescriber, stock, counted, refill_at, reminds");
  g_assert_cmpstr (row, ==, "health-center:drug/warfarin|Jantoven|2.5 mg|tablet|tablet|Blood clots <b>|Dr. Levi|30.0|"
                            "2026-11-20T15:00:00.000000Z|7.0|1");
  text = query (fixture, "course");
  course = hc_course_parse (text, NULL);
  g_assert_nonnull (course);
  regimen = hc_course_get_last (course);
  /* It begins now: what was due this morning is not. */
  g_assert_cmpint (g_date_time_to_unix (regimen->from), ==, 1795186800); /* date -u -d "2026-11-20 15:00" +%s */
  g_assert_cmpstr (regimen->strength, ==, "2.5 mg");
  words = hc_schedule_print (regimen->schedule);
  g_assert_nonnull (strstr (words, "2026"));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  WAIT_FOR (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Undone") != NULL);
  g_free (none);
  none = query (fixture, "name");
  g_assert_cmpstr (none, ==, "");
}

/* What nobody knows is entered by hand, as it was typed. */
static void
test_by_hand (void)
{
  g_autoptr (MedicinesFixture) fixture = open_dialog (NULL);
  g_autofree char *row = NULL, *many = g_strnfill (10000, 'x');

  search (fixture, " Grandma's <i>tea</i> & honey ");
  fields_fixture_press (get_dialog (fixture), "Enter “Grandma's <i>tea</i> & honey” by Hand");
  assert_screen (fixture, "What Is It Exactly?");
  g_assert_cmpstr (get_text (fixture, "Name"), ==, "Grandma's <i>tea</i> & honey");

  /* A name there must be, and no novel. */
  fields_fixture_type (get_dialog (fixture), "Name", "  ");
  fields_fixture_press (get_dialog (fixture), "Next");
  fields_fixture_assert_fault (get_dialog (fixture), "Name", "A medicine needs a name.");
  fields_fixture_type (get_dialog (fixture), "Name", many);
  fields_fixture_press (get_dialog (fixture), "Next");
  fields_fixture_assert_fault (get_dialog (fixture), "Name", "This is too long: 200 letters at most.");
  g_assert_cmpuint (strlen (get_text (fixture, "Name")), ==, 10000);
  fields_fixture_type (get_dialog (fixture), "Name", "Grandma's <i>tea</i> & honey");
  fields_fixture_finish_adding (fixture->window);
  WAIT_FOR (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Grandma's <i>tea</i> & honey added") != NULL);
  row = query (fixture, "link, name, course, counted");
  g_assert_cmpstr (row, ==, "NULL|Grandma's <i>tea</i> & honey||NULL");
}

/* What was told already is not asked again, and can be gone back to. */
static void
test_proposal (void)
{
  g_autoptr (MedicinesFixture) fixture = open_dialog (&(HcMedicineDetails) {
    .link = "health-center:drug/capecitabine",
    .name = "Capecitabine",
    .strength = "500 mg",
    .form = "TABLET",
    .unit = HC_DOSE_UNIT_TABLET,
  });

  assert_screen (fixture, "What Is It For?");
  fields_fixture_type (get_dialog (fixture), "What It Is For, If You Like", "Chemotherapy");
  gtk_widget_activate_action (hc_ui_fixture_find (get_dialog (fixture), HC_TYPE_FIELD, NULL), "navigation.pop", NULL);
  hc_ui_fixture_wait_frames (fixture->window, 6);
  assert_screen (fixture, "What Is It Exactly?");
  g_assert_cmpstr (get_text (fixture, "Strength, If You Know It"), ==, "500 mg");
  fields_fixture_type (get_dialog (fixture), "Strength, If You Know It", "150 mg");
  fields_fixture_press (get_dialog (fixture), "Next");
  /* Back has kept it. */
  g_assert_cmpstr (get_text (fixture, "What It Is For, If You Like"), ==, "Chemotherapy");
  see (fixture, "Capecitabine 150 mg");
}

/* Who closes is asked, and nothing is lost by mistake. */
static void
test_close (void)
{
  g_autoptr (MedicinesFixture) fixture = open_dialog (NULL);
  GtkWidget *dialog = get_dialog (fixture);
  gpointer left = dialog;
  g_autofree char *none = NULL;

  search (fixture, "warfarin");
  g_signal_emit_by_name (hc_ui_fixture_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL), "activate");
  hc_ui_fixture_wait_frames (fixture->window, 6);
  fields_fixture_type (dialog, "Strength, If You Know It", "5 mg");
  g_assert_false (adw_dialog_close (ADW_DIALOG (dialog)));
  WAIT_FOR (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Close Without Saving?") != NULL);
  hc_ui_fixture_press (fixture->window, "Keep Editing");
  WAIT_FOR (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Close Without Saving?") == NULL);
  g_assert_cmpstr (get_text (fixture, "Strength, If You Know It"), ==, "5 mg");

  g_object_add_weak_pointer (G_OBJECT (dialog), &left);
  g_assert_false (adw_dialog_close (ADW_DIALOG (dialog)));
  WAIT_FOR (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Close Without Saving?") != NULL);
  hc_ui_fixture_press (fixture->window, "Discard");
  WAIT_FOR (left == NULL);
  none = query (fixture, "name");
  g_assert_cmpstr (none, ==, "");
}

/* Nothing was entered: nothing is asked. */
static void
test_close_untouched (void)
{
  g_autoptr (MedicinesFixture) fixture = open_dialog (&(HcMedicineDetails) { .name = "Zinc" });

  g_assert_true (adw_dialog_close (fields_fixture_get_dialog (fixture->window)));
  WAIT_FOR (fields_fixture_get_dialog (fixture->window) == NULL);
}

static void
tell_allergies (MedicinesFixture *fixture,
                const char       *allergies)
{
  HcPersonStore *people = hc_profile_get_people (hc_context_get_profile (fixture->fixture->context));
  g_autoptr (HcPerson) person = hc_person_new ();
  gboolean is_done = FALSE;

  hc_person_store_save_async (people, person, &(HcPersonDetails) { .is_user = TRUE, .allergies = allergies },
                              hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
}

/* The allergy comes first, then what is major; all of it before the button. */
static void
test_warnings (void)
{
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:medicines", 360);
  GtkWidget *allergy, *card;

  tell_allergies (fixture, "warfarin");
  medicines_fixture_add (fixture, NULL, "health-center:drug/capecitabine", "Capecitabine", "500 mg", "tablet");
  medicines_fixture_add (fixture, NULL, "health-center:drug/warfarin", "Coumadin", "5 mg", "tablet");
  hc_medicine_dialogs_add (GTK_WIDGET (fixture->window), fixture->fixture->context, &(HcMedicineDetails) {
    .link = "health-center:drug/warfarin",
    .name = "Warfarin",
    .strength = "5 mg",
    .form = "tablet",
    .unit = HC_DOSE_UNIT_TABLET,
  });
  WAIT_FOR (fields_fixture_get_dialog (fixture->window) != NULL);
  fields_fixture_press (get_dialog (fixture), "Next");
  fields_fixture_press (get_dialog (fixture), "Not Now");
  fields_fixture_press (get_dialog (fixture), "Next");
  assert_screen (fixture, "Is This Right?");
  allergy = hc_ui_fixture_find (get_dialog (fixture), GTK_TYPE_LABEL, "Allergy");
  card = hc_ui_fixture_find (get_dialog (fixture), HC_TYPE_INTERACTION_CARD, NULL);
  g_assert_nonnull (allergy);
  g_assert_cmpfloat (medicines_fixture_get_top (fixture, allergy), <, medicines_fixture_get_top (fixture, card));
  g_assert_cmpfloat (medicines_fixture_get_top (fixture, card), <,
                     medicines_fixture_get_top (fixture, hc_ui_fixture_find (get_dialog (fixture), GTK_TYPE_LABEL,
                                                                             "When It Is Taken")));
  /* The same ingredient twice. */
  see (fixture, "Both contain Warfarin.");
  see (fixture, "You may bleed more easily");
  see (fixture, "Not told yet");
}

/* The disk says no: it is told where it happens, and can be tried again. */
static void
test_fails (void)
{
  g_autoptr (MedicinesFixture) fixture = open_dialog (&(HcMedicineDetails) { .name = "Zinc" });
  g_autofree char *path = g_build_filename (fixture->fixture->folder, "profile.db", NULL);
  g_autofree char *rows = NULL;

  fixture_execute (path, "CREATE TRIGGER refuse BEFORE INSERT ON medicine BEGIN SELECT RAISE (FAIL, 'refused'); END");
  fields_fixture_finish_adding (fixture->window);
  WAIT_FOR (medicines_fixture_find (fixture, ADW_TYPE_BANNER, NULL) != NULL);
  see (fixture, "This is not saved.");
  fixture_execute (path, "DROP TRIGGER refuse");
  fields_fixture_press (get_dialog (fixture), "Add Medicine");
  WAIT_FOR (fields_fixture_get_dialog (fixture->window) == NULL);
  rows = query (fixture, "name");
  g_assert_cmpstr (rows, ==, "Zinc");
}

static GFile *
write_picture (MedicinesFixture *fixture,
               int               width,
               int               height)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, width, height);
  g_autofree char *path = g_build_filename (fixture->fixture->folder, "box.png", NULL);

  gdk_pixbuf_fill (pixbuf, 0xff000000); /* red that cannot be seen */
  g_assert_true (gdk_pixbuf_save (pixbuf, path, "png", NULL, NULL));

  return g_file_new_for_path (path);
}

/* A photo is made smaller and stands in the database as JPEG. */
static void
test_photo (void)
{
  g_autoptr (MedicinesFixture) fixture = open_dialog (&(HcMedicineDetails) { .name = "Zinc" });
  g_autoptr (GFile) file = write_picture (fixture, 3200, 800);
  g_autofree char *rows = NULL, *none = NULL, *hex = NULL;
  g_autoptr (GFile) text = g_file_get_child (g_file_get_parent (file), "no-picture.png");
  HcPhotoField *field;

  fields_fixture_press (get_dialog (fixture), "Next");
  fields_fixture_press (get_dialog (fixture), "Next");
  fields_fixture_press (get_dialog (fixture), "Not Now");
  field = hc_ui_fixture_find (get_dialog (fixture), HC_TYPE_PHOTO_FIELD, NULL);

  fixture_write_file (fixture->fixture->folder, "no-picture.png", "This is a letter.", -1);
  hc_photo_field_read_file (field, text);
  WAIT_FOR (!hc_photo_field_is_busy (field));
  see (fixture, "This file is no picture that can be read here. Choose a JPEG or PNG file.");
  g_assert_null (hc_photo_field_get_photo (field));

  hc_photo_field_read_file (field, file);
  WAIT_FOR (!hc_photo_field_is_busy (field));
  hc_ui_fixture_wait_frames (fixture->window, 3);
  g_assert_null (hc_ui_fixture_find (get_dialog (fixture), GTK_TYPE_LABEL, "This file is no picture"));
  gtk_test_accessible_assert_role (hc_ui_fixture_find (field, GTK_TYPE_PICTURE, NULL), GTK_ACCESSIBLE_ROLE_IMG);
  {
    g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (hc_photo_field_get_photo (field), NULL);

    g_assert_cmpint (gdk_texture_get_width (texture), ==, 1600);
    g_assert_cmpint (gdk_texture_get_height (texture), ==, 400);
  }

  fields_fixture_finish_adding (fixture->window);
  WAIT_FOR (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Zinc added") != NULL);
  rows = hc_ui_fixture_query (fixture->fixture, "SELECT name, hex (substr (image, 1, 3)) FROM medicine_photo"
                                                " JOIN medicine ON id = medicine");
  g_assert_cmpstr (rows, ==, "Zinc|FFD8FF");

  hc_ui_fixture_press (fixture->window, "Undo");
  WAIT_FOR (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Undone") != NULL);
  none = hc_ui_fixture_query (fixture->fixture, "SELECT medicine FROM medicine_photo");
  g_assert_cmpstr (none, ==, "");
}

/* Who has only the pill is led to where it can be found. */
static void
test_identify (void)
{
  g_autoptr (MedicinesFixture) fixture = open_dialog (NULL);

  fields_fixture_press (get_dialog (fixture), "I Only Have the Pill…");
  WAIT_FOR (fields_fixture_get_dialog (fixture->window) == NULL);
  g_assert_nonnull (medicines_fixture_find (fixture, HC_TYPE_PILLS_PAGE, NULL));
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/add-medicine/whole", test_whole);
  g_test_add_func ("/add-medicine/by-hand", test_by_hand);
  g_test_add_func ("/add-medicine/proposal", test_proposal);
  g_test_add_func ("/add-medicine/close", test_close);
  g_test_add_func ("/add-medicine/close-untouched", test_close_untouched);
  g_test_add_func ("/add-medicine/warnings", test_warnings);
  g_test_add_func ("/add-medicine/fails", test_fails);
  g_test_add_func ("/add-medicine/photo", test_photo);
  g_test_add_func ("/add-medicine/identify", test_identify);

  return g_test_run ();
}
