/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "hc-chart-table.h"
#include "hc-day-chart.h"
#include "hc-interaction-card.h"
#include "hc-medicine-history.h"
#include "hc-medicine-page.h"
#include "hc-medicines-home.h"
#include "hc-photo-field.h"
#include "medicines-fixture.h"
#include "taking-fixture.h"

#define RED 0xff0000ff
#define BLUE 0x0000ffff
#define PHOTOS "SELECT hex (image) FROM medicine_photo"

/* The page of one medicine. */

static MedicinesFixture *
open_at (const char *now)
{
  MedicinesFixture *fixture = medicines_fixture_open ("health-center:medicines", 360);

  taking_fixture_set_now (fixture->fixture, now);

  return fixture;
}

static void
go_to (MedicinesFixture *fixture,
       HcMedicine       *medicine)
{
  g_autofree char *link = g_strconcat ("health-center:medicine/", hc_medicine_get_id (medicine), NULL);

  medicines_fixture_go (fixture, link);
  g_assert_true (hc_medicine_page_get_medicine (medicines_fixture_find (fixture, HC_TYPE_MEDICINE_PAGE, NULL)) ==
                 medicine);
}

static gboolean
says (MedicinesFixture *fixture,
      const char       *words)
{
  return hc_ui_fixture_find (medicines_fixture_find (fixture, HC_TYPE_MEDICINE_PAGE, NULL), GTK_TYPE_LABEL, words) !=
         NULL;
}

static gboolean
offers (MedicinesFixture *fixture,
        const char       *title)
{
  return hc_ui_fixture_find (medicines_fixture_find (fixture, HC_TYPE_MEDICINE_PAGE, NULL), ADW_TYPE_ACTION_ROW,
                             title) != NULL;
}

/* All that was told of it, as plain text. */
static void
test_facts (void)
{
  g_autoptr (MedicinesFixture) fixture = open_at ("2026-11-20T09:00:00Z");
  g_autoptr (HcMedicine) medicine = taking_fixture_add (fixture->fixture, "ondansetron", "Zofran <i>", "8 mg");
  HcMedicineDetails details = *hc_medicine_get_details (medicine);
  g_autoptr (GPtrArray) headings = NULL;

  details.reason = "nausea & worse";
  details.prescriber = "Dr. <b>Example</b>";
  details.notes = "With a glass of water.\n<span>Not</span> at night.";
  taking_fixture_save (fixture->fixture, medicine, &details);
  go_to (fixture, medicine);

  g_assert_true (says (fixture, "Zofran <i> 8 mg"));
  g_assert_true (says (fixture, "tablet\nFor: nausea & worse\nPrescribed by: Dr. <b>Example</b>"));
  g_assert_true (says (fixture, "With a glass of water.\n<span>Not</span> at night."));
  g_assert_true (says (fixture, "When it is taken was not told yet"));
  g_assert_true (offers (fixture, "Tell When It Is Taken…"));
  g_assert_false (offers (fixture, "Pause…"));
  g_assert_false (offers (fixture, "Stop…"));
  g_assert_false (offers (fixture, "Start Again…"));
  g_assert_true (offers (fixture, "Read About It"));
  g_assert_true (offers (fixture, "Write a Review…"));
  headings = hc_ui_fixture_find_role (medicines_fixture_find (fixture, HC_TYPE_MEDICINE_PAGE, NULL),
                                      GTK_ACCESSIBLE_ROLE_HEADING);
  g_assert_cmpstr (gtk_label_get_text (headings->pdata[0]), ==, "Zofran <i> 8 mg");
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, 360);

  gtk_widget_activate_action (medicines_fixture_find (fixture, HC_TYPE_MEDICINE_PAGE, NULL), "medicine.read", NULL);
  WAIT_FOR (medicines_fixture_find (fixture, HC_TYPE_ARTICLE_PAGE, NULL) != NULL);
  g_assert_cmpstr (hc_article_get_id (hc_article_page_get_article (medicines_fixture_get_page (fixture))), ==,
                   "ondansetron");
}

/* How it is taken now, from when on, and how before; what was taken in words, squares and a list. */
static void
test_history (void)
{
  g_autoptr (MedicinesFixture) fixture = open_at ("2026-11-20T09:00:00Z");
  g_autoptr (HcMedicine) medicine = taking_fixture_add (fixture->fixture, NULL, "Alpha", "500 mg");
  GtkWidget *page;
  AdwActionRow *past;

  taking_fixture_at (fixture->fixture, medicine, "2026-11-03T00:00:00Z", 3, "08:00 20:00");
  taking_fixture_at (fixture->fixture, medicine, "2026-11-18T12:00:00Z", 2, "08:00");
  taking_fixture_record (fixture->fixture, medicine, "2026-11-03T08:00", HC_DOSE_TAKEN, "2026-11-03T08:00:00Z",
                         "2026-11-03T08:00:00Z", 3);
  taking_fixture_record (fixture->fixture, medicine, "2026-11-19T08:00", HC_DOSE_SKIPPED, "2026-11-19T08:00:00Z",
                         "2026-11-19T08:00:00Z", 2);
  go_to (fixture, medicine);
  page = medicines_fixture_find (fixture, HC_TYPE_MEDICINE_PAGE, NULL);

  g_assert_true (says (fixture, "2 tablets at 08:00, every day, from 18 November 2026"));
  g_assert_true (says (fixture, "Next dose: tomorrow at 08:00"));
  past = hc_ui_fixture_find (page, ADW_TYPE_ACTION_ROW, "3 tablets");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (past)), ==,
                   "500 mg, 3 tablets at 08:00 and 20:00, every day");
  g_assert_cmpstr (adw_action_row_get_subtitle (past), ==,
                   "From 3 November 2026 to 18 November 2026. Reason: the dose was too high");

  /* 3 to 17: 15 times 2; on the 18th one before noon; 19 and 20: one each. Of the last nothing is said yet. */
  WAIT_FOR (says (fixture, "Last 30 days: 1 of 33 doses taken, 1 skipped, 30 missed, 1 not recorded."));
  g_assert_nonnull (hc_ui_fixture_find (page, HC_TYPE_DAY_CHART, NULL));
  g_assert_nonnull (hc_ui_fixture_find (page, HC_TYPE_CHART_TABLE, NULL));

  taking_fixture_record (fixture->fixture, medicine, "2026-11-20T08:00", HC_DOSE_TAKEN, "2026-11-20T08:00:00Z",
                         "2026-11-20T08:01:00Z", 2);
  WAIT_FOR (says (fixture, "Last 30 days: 2 of 33 doses taken, 1 skipped, 30 missed."));
  adw_toggle_group_set_active (hc_ui_fixture_find (page, ADW_TYPE_TOGGLE_GROUP, NULL), 1);
  WAIT_FOR (says (fixture, "Last 90 days: 2 of 33 doses taken, 1 skipped, 30 missed."));
}

/* What is taken when needed is planned on no day. */
static void
test_needed (void)
{
  g_autoptr (MedicinesFixture) fixture = open_at ("2026-11-20T09:00:00Z");
  g_autoptr (HcMedicine) medicine = taking_fixture_add (fixture->fixture, NULL, "Alpha", NULL);

  taking_fixture_needed (fixture->fixture, medicine, "2026-11-01T00:00:00Z", 1, 8, 0);
  go_to (fixture, medicine);
  g_assert_true (says (fixture, "1 tablet when needed, at most 8 tablets in a day"));
  WAIT_FOR (says (fixture, "Last 30 days: nothing was planned."));
  taking_fixture_record (fixture->fixture, medicine, "a", HC_DOSE_TAKEN, "2026-11-18T08:00:00Z",
                         "2026-11-18T08:00:00Z", 1);
  WAIT_FOR (says (fixture, "Last 30 days: 1 dose taken, none planned."));
}

/* Counted 14, two twice a day. */
static void
test_supply (void)
{
  g_autoptr (MedicinesFixture) fixture = open_at ("2026-11-20T14:00:00Z");
  g_autoptr (HcMedicine) medicine = taking_fixture_add (fixture->fixture, NULL, "Alpha", NULL);

  taking_fixture_at (fixture->fixture, medicine, "2026-11-03T00:00:00Z", 2, "08:00 20:00");
  taking_fixture_count (fixture->fixture, medicine, "2026-11-19T12:00:00Z", 14, 20);
  go_to (fixture, medicine);
  WAIT_FOR (says (fixture, "About 4 days left. Counted: 14 tablets on 19 November 2026."));
}

/* With the others, but not with itself; a second one of the same name is another one. */
static void
test_interactions (void)
{
  g_autoptr (MedicinesFixture) fixture = open_at ("2026-11-20T09:00:00Z");
  g_autoptr (HcMedicine) first = taking_fixture_add (fixture->fixture, "oxycodone", "Oxycodone", "5 mg");
  g_autoptr (HcMedicine) second = NULL;
  g_autoptr (HcMedicine) third = NULL;

  go_to (fixture, first);
  g_assert_null (medicines_fixture_find (fixture, HC_TYPE_INTERACTION_CARD, NULL));
  second = taking_fixture_add (fixture->fixture, "oxycodone", "Oxycodone", "10 mg");
  WAIT_FOR (says (fixture, "Both contain Oxycodone."));

  third = taking_fixture_add (fixture->fixture, "capecitabine", "Capecitabine", NULL);
  go_to (fixture, third);
  g_assert_null (medicines_fixture_find (fixture, HC_TYPE_INTERACTION_CARD, NULL));
}

static void
tell_allergies (MedicinesFixture *fixture,
                const char       *allergies)
{
  HcPersonStore *people = hc_profile_get_people (hc_context_get_profile (fixture->fixture->context));
  HcPerson *first = hc_person_store_get_first (people);
  g_autoptr (HcPerson) person = first != NULL ? g_object_ref (first) : hc_person_new ();
  gboolean is_done = FALSE;

  hc_person_store_save_async (people, person, &(HcPersonDetails) { .is_user = TRUE, .allergies = allergies },
                              hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
  hc_ui_fixture_wait_frames (fixture->window, 3);
}

/* What it must not be taken with stands above how it is taken, also when it was stopped; others are no matter. */
static void
test_allergies (void)
{
  g_autoptr (MedicinesFixture) fixture = open_at ("2026-11-20T09:00:00Z");
  g_autoptr (HcMedicine) medicine = taking_fixture_add (fixture->fixture, "aspirin", "Aspirin", "100 mg");
  g_autoptr (HcMedicine) other = taking_fixture_add (fixture->fixture, "ondansetron", "Ondansetron", "8 mg");
  GtkWidget *page, *title, *card;

  go_to (fixture, medicine);
  g_assert_false (says (fixture, "Allergy"));
  tell_allergies (fixture, "Aspirin\npollen");
  page = medicines_fixture_find (fixture, HC_TYPE_MEDICINE_PAGE, NULL);
  title = hc_ui_fixture_find (page, GTK_TYPE_LABEL, "Allergy");
  g_assert_nonnull (title);
  card = gtk_widget_get_ancestor (title, ADW_TYPE_BIN);
  gtk_test_accessible_assert_role (card, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Allergy. You told of an allergy to Aspirin. This is Aspirin.");
  g_assert_true (says (fixture, "Do not take it before you have asked"));
  g_assert_cmpfloat (medicines_fixture_get_top (fixture, card), <,
                     medicines_fixture_get_top (fixture, hc_ui_fixture_find (page, GTK_TYPE_LABEL,
                                                                             "When It Is Taken")));

  go_to (fixture, other);
  g_assert_false (says (fixture, "Allergy"));
  go_to (fixture, medicine);
  g_assert_true (says (fixture, "Allergy"));
  tell_allergies (fixture, "pollen");
  g_assert_false (says (fixture, "Allergy"));
}

static HcPhotoField *
get_field (MedicinesFixture *fixture)
{
  return hc_ui_fixture_find (medicines_fixture_find (fixture, HC_TYPE_MEDICINE_PAGE, NULL), HC_TYPE_PHOTO_FIELD, NULL);
}

/* Chooses a picture of one color, 20 pixels wide and 10 high. */
static void
choose_photo (MedicinesFixture *fixture,
              guint32           color)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 20, 10);
  g_autofree char *path = g_build_filename (fixture->fixture->folder, "box.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  gdk_pixbuf_fill (pixbuf, color);
  g_assert_true (gdk_pixbuf_save (pixbuf, path, "png", NULL, NULL));
  hc_photo_field_read_file (get_field (fixture), file);
}

/* What the disk holds, when the page has told it. */
static char *
wait_photos (MedicinesFixture *fixture,
             const char       *told)
{
  g_autofree char *toast = medicines_fixture_take_toast (fixture);

  g_assert_cmpstr (toast, ==, told);
  hc_ui_fixture_wait_frames (fixture->window, 3);

  return hc_ui_fixture_query (fixture->fixture, PHOTOS);
}

static gboolean
shows_photo (MedicinesFixture *fixture)
{
  return hc_ui_fixture_find (get_field (fixture), GTK_TYPE_PICTURE, NULL) != NULL;
}

static void
undo (MedicinesFixture *fixture,
      const char       *expected)
{
  g_autofree char *photos = NULL;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  photos = wait_photos (fixture, "Undone");
  g_assert_cmpstr (photos, ==, expected);
  WAIT_FOR (shows_photo (fixture) == (*expected != '\0'));
}

/* The photo of the box is saved, replaced and removed at once; each can be undone, and nothing else with it. */
static void
test_photo (void)
{
  g_autoptr (MedicinesFixture) fixture = open_at ("2026-11-20T09:00:00Z");
  g_autoptr (HcMedicine) medicine = taking_fixture_add (fixture->fixture, "warfarin", "Warfarin", "5 mg");
  g_autofree char *red = NULL, *blue = NULL, *none = NULL, *before = NULL, *after = NULL;

  go_to (fixture, medicine);
  g_assert_false (shows_photo (fixture));
  choose_photo (fixture, RED);
  red = wait_photos (fixture, "Photo of Warfarin 5 mg saved");
  g_assert_true (g_str_has_prefix (red, "FFD8FF"));
  gtk_test_accessible_assert_role (hc_ui_fixture_find (get_field (fixture), GTK_TYPE_PICTURE, NULL),
                                   GTK_ACCESSIBLE_ROLE_IMG);
  choose_photo (fixture, BLUE);
  blue = wait_photos (fixture, "Photo of Warfarin 5 mg saved");
  g_assert_cmpstr (blue, !=, red);
  g_assert_true (gtk_widget_activate (medicines_fixture_tab_to (fixture, GTK_TYPE_BUTTON, "Remove the Photo")));
  none = wait_photos (fixture, "Photo of Warfarin 5 mg removed");
  g_assert_cmpstr (none, ==, "");
  g_assert_false (shows_photo (fixture));

  /* What was told meanwhile stays. */
  taking_fixture_at (fixture->fixture, medicine, "2026-11-03T00:00:00Z", 1, "18:00");
  before = hc_ui_fixture_query (fixture->fixture, "SELECT * FROM medicine");
  undo (fixture, blue);
  undo (fixture, red);
  undo (fixture, "");
  after = hc_ui_fixture_query (fixture->fixture, "SELECT * FROM medicine");
  g_assert_cmpstr (after, ==, before);
}

/* It stands there again on the way back; another medicine has none, and does not get what was chosen before. */
static void
test_photo_of_another (void)
{
  g_autoptr (MedicinesFixture) fixture = open_at ("2026-11-20T09:00:00Z");
  g_autoptr (HcMedicine) first = taking_fixture_add (fixture->fixture, NULL, "Alpha", NULL);
  g_autoptr (HcMedicine) second = taking_fixture_add (fixture->fixture, NULL, "Beta", NULL);
  g_autofree char *red = NULL, *owner = NULL;

  go_to (fixture, first);
  choose_photo (fixture, RED);
  red = wait_photos (fixture, "Photo of Alpha saved");
  choose_photo (fixture, BLUE);
  go_to (fixture, second);
  hc_ui_fixture_wait_frames (fixture->window, 20);
  g_assert_false (shows_photo (fixture));
  go_to (fixture, first);
  WAIT_FOR (shows_photo (fixture));
  owner = hc_ui_fixture_query (fixture->fixture, "SELECT name FROM medicine_photo JOIN medicine ON id = medicine");
  g_assert_cmpstr (owner, ==, "Alpha");
}

static void
assert_refused (MedicinesFixture *fixture,
                const char       *name,
                const char       *words)
{
  g_autofree char *path = g_build_filename (fixture->fixture->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *photos = NULL;

  hc_photo_field_read_file (get_field (fixture), file);
  WAIT_FOR (!hc_photo_field_is_busy (get_field (fixture)));
  g_assert_nonnull (hc_ui_fixture_find (get_field (fixture), GTK_TYPE_LABEL, words));
  photos = hc_ui_fixture_query (fixture->fixture, PHOTOS);
  g_assert_cmpstr (photos, ==, "");
}

/* What is no picture, broken, too large or gone is told where the photo is chosen, and changes nothing. */
static void
test_photo_refused (void)
{
  /* A PNG file of a hundred thousand pixels each way, cut after its size. */
  static const char huge[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\1\x86\xa0\0\1\x86\xa0\x08\2\0\0\0\x27\x30\x9c\x9f"
                             "\0\0\0\xcIDAT";
  g_autoptr (MedicinesFixture) fixture = open_at ("2026-11-20T09:00:00Z");
  g_autoptr (HcMedicine) medicine = taking_fixture_add (fixture->fixture, "warfarin", "Warfarin", "5 mg");
  g_autofree char *path = g_build_filename (fixture->fixture->folder, "profile.db", NULL);
  g_autofree char *toast = NULL, *photos = NULL;

  go_to (fixture, medicine);
  fixture_write_file (fixture->fixture->folder, "letter.png", "This is a letter.", -1);
  fixture_write_file (fixture->fixture->folder, "huge.png", huge, sizeof huge - 1);
  fixture_write_file (fixture->fixture->folder, "cut.png", huge, 20);
  fixture_write_file (fixture->fixture->folder, "empty.png", "", 0);
  assert_refused (fixture, "letter.png", "This file is no picture that can be read here.");
  assert_refused (fixture, "cut.png", "This file is no picture that can be read here.");
  assert_refused (fixture, "empty.png", "This file is no picture that can be read here.");
  assert_refused (fixture, "huge.png", "This picture is too large: 40 MB and 120 megapixels at most.");
  assert_refused (fixture, "gone.png", "This file could not be read.");

  /* The disk says no: the page shows what is there, which is nothing. */
  fixture_execute (path, "CREATE TRIGGER refuse BEFORE INSERT ON medicine_photo"
                         " BEGIN SELECT RAISE (FAIL, 'refused'); END");
  choose_photo (fixture, RED);
  toast = medicines_fixture_take_toast (fixture);
  g_assert_true (g_str_has_prefix (toast, "Nothing was changed."));
  WAIT_FOR (!shows_photo (fixture));
  photos = hc_ui_fixture_query (fixture->fixture, PHOTOS);
  g_assert_cmpstr (photos, ==, "");
}

/* What came with a backup and is no picture is told, and can be replaced. */
static void
test_photo_damaged (void)
{
  g_autoptr (MedicinesFixture) fixture = open_at ("2026-11-20T09:00:00Z");
  g_autoptr (HcMedicine) medicine = taking_fixture_add (fixture->fixture, NULL, "Alpha", NULL);
  g_autofree char *path = g_build_filename (fixture->fixture->folder, "profile.db", NULL);
  g_autofree char *red = NULL;

  fixture_execute (path, "INSERT INTO medicine_photo (medicine, image, changed)"
                         " SELECT id, x'FFD8FFE0', '2026-11-20T09:00:00.000000Z' FROM medicine");
  go_to (fixture, medicine);
  WAIT_FOR (says (fixture, "This file is no picture that can be read here."));
  g_assert_false (shows_photo (fixture));
  g_assert_true (says (fixture, "Remove the Photo"));
  choose_photo (fixture, RED);
  red = wait_photos (fixture, "Photo of Alpha saved");
  g_assert_cmpuint (strlen (red), >, 8);
  g_assert_true (shows_photo (fixture));
  g_assert_false (says (fixture, "This file is no picture that can be read here."));
}

/* What is stopped can be started again, and interacts with nothing. */
static void
test_stopped (void)
{
  g_autoptr (MedicinesFixture) fixture = open_at ("2026-11-20T09:00:00Z");
  g_autoptr (HcMedicine) medicine = taking_fixture_add (fixture->fixture, "capecitabine", "Capecitabine", "500 mg");
  g_autoptr (HcMedicine) other = taking_fixture_add (fixture->fixture, "warfarin", "Warfarin", "5 mg");
  HcMedicineDetails details;
  g_autoptr (HcCourse) course = NULL;
  g_autoptr (GDateTime) when = taking_fixture_time ("2026-11-19T12:00:00Z");

  taking_fixture_at (fixture->fixture, medicine, "2026-11-03T00:00:00Z", 3, "08:00 20:00");
  go_to (fixture, medicine);
  g_assert_true (says (fixture, "Capecitabine and Warfarin"));
  g_assert_true (offers (fixture, "Change Dose…"));
  g_assert_true (offers (fixture, "Stop…"));
  g_assert_false (offers (fixture, "Start Again…"));

  details = *hc_medicine_get_details (medicine);
  course = hc_course_copy (details.course);
  g_assert_true (hc_course_stop (course, when, "rash", NULL));
  details.course = course;
  taking_fixture_save (fixture->fixture, medicine, &details);
  hc_ui_fixture_wait_frames (fixture->window, 3);

  g_assert_true (says (fixture, "Stopped on 19 November 2026: rash"));
  g_assert_true (offers (fixture, "500 mg, 3 tablets at 08:00 and 20:00, every day"));
  g_assert_false (says (fixture, "Capecitabine and Warfarin"));
  g_assert_false (offers (fixture, "Change Dose…"));
  g_assert_false (offers (fixture, "Stop…"));
  g_assert_true (offers (fixture, "Start Again…"));
  g_assert_true (other != NULL);
}

/* Removed at once, said and undone; nobody is left on the page of what is gone. */
static void
test_remove (void)
{
  g_autoptr (MedicinesFixture) fixture = open_at ("2026-11-20T09:00:00Z");
  g_autoptr (HcMedicine) medicine = taking_fixture_add (fixture->fixture, "warfarin", "Warfarin", "5 mg");
  g_autofree char *before = NULL, *after = NULL, *gone = NULL, *toast = NULL, *link = NULL;

  taking_fixture_at (fixture->fixture, medicine, "2026-11-03T00:00:00Z", 1, "18:00");
  before = hc_ui_fixture_query (fixture->fixture, "SELECT * FROM medicine");
  go_to (fixture, medicine);
  gtk_widget_activate (medicines_fixture_tab_to (fixture, ADW_TYPE_ACTION_ROW, "Remove"));
  toast = medicines_fixture_take_toast (fixture);
  g_assert_cmpstr (toast, ==, "Warfarin 5 mg removed");
  hc_ui_fixture_wait_frames (fixture->window, 3);
  g_assert_nonnull (medicines_fixture_find (fixture, HC_TYPE_MEDICINES_HOME, NULL));
  g_assert_null (medicines_fixture_find (fixture, HC_TYPE_MEDICINE_PAGE, NULL));
  link = medicines_fixture_dup_link (fixture);
  g_assert_cmpstr (link, ==, "health-center:medicines");
  gone = hc_ui_fixture_query (fixture->fixture, "SELECT * FROM medicine");
  g_assert_cmpstr (gone, ==, "");

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  WAIT_FOR (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Undone") != NULL);
  after = hc_ui_fixture_query (fixture->fixture, "SELECT * FROM medicine");
  g_assert_cmpstr (after, ==, before);
}

/* A medicine that is not there leads nowhere; one of somebody else leads to them, and goes with them. */
static void
test_links (void)
{
  g_autoptr (MedicinesFixture) fixture = open_at ("2026-11-20T09:00:00Z");
  HcCurrentPerson *person = hc_context_get_person (fixture->fixture->context);
  g_autofree char *first = medicines_fixture_add_person (fixture);
  g_autofree char *second = medicines_fixture_add_person (fixture);
  g_autoptr (HcMedicine) medicine = NULL;
  g_autofree char *toast = NULL;

  g_assert_false (hc_window_open_link (fixture->window, "health-center:medicine/nobody"));
  toast = medicines_fixture_take_toast (fixture);
  g_assert_cmpstr (toast, ==, "There is no such medicine");

  hc_current_person_choose (person, second);
  medicine = taking_fixture_add (fixture->fixture, "warfarin", "Warfarin", "5 mg");
  hc_current_person_choose (person, first);
  go_to (fixture, medicine);
  g_assert_cmpstr (hc_current_person_get_id (person), ==, second);
  hc_current_person_choose (person, first);
  hc_ui_fixture_wait_frames (fixture->window, 3);
  g_assert_null (medicines_fixture_find (fixture, HC_TYPE_MEDICINE_PAGE, NULL));
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/medicine-page/facts", test_facts);
  g_test_add_func ("/medicine-page/history", test_history);
  g_test_add_func ("/medicine-page/needed", test_needed);
  g_test_add_func ("/medicine-page/supply", test_supply);
  g_test_add_func ("/medicine-page/interactions", test_interactions);
  g_test_add_func ("/medicine-page/allergies", test_allergies);
  g_test_add_func ("/medicine-page/photo", test_photo);
  g_test_add_func ("/medicine-page/photo-of-another", test_photo_of_another);
  g_test_add_func ("/medicine-page/photo-refused", test_photo_refused);
  g_test_add_func ("/medicine-page/photo-damaged", test_photo_damaged);
  g_test_add_func ("/medicine-page/stopped", test_stopped);
  g_test_add_func ("/medicine-page/remove", test_remove);
  g_test_add_func ("/medicine-page/links", test_links);

  return g_test_run ();
}
