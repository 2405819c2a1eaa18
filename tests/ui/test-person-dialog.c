/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "people-fixture.h"

/* What is told of a person. */

#define TODAY "health-center:today"
#define PERSON "SELECT is_user, name, birth_year, site, stage, biomarkers, allergies, foods, treatment, last_visit" \
               " FROM person"
#define LISTS "SELECT allergies || ';' || foods FROM person"

static void
test_save (void)
{
  g_autoptr (MedicinesFixture) fixture = people_fixture_open (TODAY, 360);
  HcPersonDialog *dialog = people_fixture_open_dialog (fixture, "win.edit-person");

  g_assert_cmpstr (adw_dialog_get_title (ADW_DIALOG (dialog)), ==, "About You");
  g_assert_null (hc_ui_fixture_find (dialog, ADW_TYPE_BUTTON_ROW, "Remove This Person"));
  people_fixture_type (dialog, "Name", " Ada <b>Ro</b> ");
  people_fixture_type (dialog, "Year of birth", "1958");
  people_fixture_type (dialog, "Day of the last visit", "2026-11-19");
  adw_combo_row_set_selected (hc_ui_fixture_find (dialog, ADW_TYPE_COMBO_ROW, "Where it began"), 2);
  adw_combo_row_set_selected (hc_ui_fixture_find (dialog, ADW_TYPE_COMBO_ROW, "Stage"), 5);
  adw_switch_row_set_active (hc_ui_fixture_find (dialog, ADW_TYPE_SWITCH_ROW, "BRAF"), TRUE);
  adw_switch_row_set_active (hc_ui_fixture_find (dialog, ADW_TYPE_SWITCH_ROW, "HER2"), TRUE);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (hc_ui_fixture_find (dialog, GTK_TYPE_TEXT_VIEW, NULL)),
                            "Surgery,\nthen FOLFOX", -1);
  g_assert_nonnull (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "Thursday, 19 November 2026"));
  people_fixture_wait_saved (fixture);
  people_fixture_assert_rows (fixture, PERSON,
                              "1|Ada <b>Ro</b>|1958|rectal|4|braf-v600e her2|||Surgery,\nthen FOLFOX|2026-11-19");

  /* There now. */
  g_assert_nonnull (hc_ui_fixture_find (dialog, ADW_TYPE_BUTTON_ROW, "Remove This Person"));
  adw_combo_row_set_selected (hc_ui_fixture_find (dialog, ADW_TYPE_COMBO_ROW, "Who"), 1);
  g_assert_cmpstr (adw_dialog_get_title (ADW_DIALOG (dialog)), ==, "About Ada <b>Ro</b>");

  /* And the same when it is opened again. */
  adw_dialog_close (ADW_DIALOG (dialog));
  WAIT_FOR (people_fixture_find_dialog (fixture) == NULL);
  dialog = people_fixture_open_dialog (fixture, "win.edit-person");
  g_assert_cmpstr (gtk_editable_get_text (people_fixture_get_entry (dialog, "Year of birth")), ==, "1958");
  g_assert_cmpuint (adw_combo_row_get_selected (hc_ui_fixture_find (dialog, ADW_TYPE_COMBO_ROW, "Stage")), ==, 5);
  g_assert_cmpuint (adw_combo_row_get_selected (hc_ui_fixture_find (dialog, ADW_TYPE_COMBO_ROW, "Who")),
                    ==, 1);
  people_fixture_wait_saved (fixture);
}

/* Words are kept together, but for one that would keep the program busy. */
static void
test_huge_word (void)
{
  g_autoptr (MedicinesFixture) fixture = people_fixture_open (TODAY, 360);
  HcPersonDialog *dialog = people_fixture_open_dialog (fixture, "win.edit-person");
  GtkTextView *view = hc_ui_fixture_find (dialog, GTK_TYPE_TEXT_VIEW, NULL);
  g_autofree char *word = g_strnfill (50000, 'a');

  g_assert_cmpint (gtk_text_view_get_wrap_mode (view), ==, GTK_WRAP_WORD_CHAR);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), word, -1);
  g_assert_cmpint (gtk_text_view_get_wrap_mode (view), ==, GTK_WRAP_CHAR);
  people_fixture_wait_saved (fixture);
  people_fixture_assert_rows (fixture, "SELECT length (treatment) FROM person", "50000");
}

/* What is wrong is said at its field and not saved; all the rest is. */
static void
test_faults (void)
{
  static const struct {
    const char *field, *text, *fault; /* no fault: it is right */
  } cases[] = {
    { "Year of birth", "58", "A year has four digits" },
    { "Year of birth", "19588", "A year has four digits" },
    { "Year of birth", "-958", "A year has four digits" },
    { "Year of birth", "19a8", "A year has four digits" },
    { "Year of birth", "1899", "This year is too long ago. Write one from 1900 on." },
    { "Year of birth", "2027", "This year has not come yet." },
    { "Year of birth", "1900", NULL },
    { "Year of birth", "2026", NULL },
    { "Day of the last visit", "2026-02-30", "There is no such day." },
    { "Day of the last visit", "2026-2-3", "There is no such day." },
    { "Day of the last visit", "yesterday", "There is no such day." },
    { "Day of the last visit", "2026-11-21", "This day has not come yet." },
    { "Day of the last visit", "0999-11-21", "There is no such day." },
    { "Day of the last visit", "2026-11-20", NULL },
    { "Day of the last visit", "2024-02-29", NULL },
    { "Day of the last visit", "", NULL },
    { "Year of birth", "", NULL },
  };
  g_autoptr (MedicinesFixture) fixture = people_fixture_open (TODAY, 1080);
  HcPersonDialog *dialog = people_fixture_open_dialog (fixture, "win.edit-person");
  g_autofree char *long_name = g_strnfill (10000, 'x');
  int end = 3;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkEditable *entry = people_fixture_get_entry (dialog, cases[i].field);
      g_autofree char *announcement = NULL;

      g_test_message ("%s %s", cases[i].field, cases[i].text);
      people_fixture_type (dialog, cases[i].field, "");
      g_free (hc_ui_fixture_take_announcement ());
      people_fixture_type (dialog, cases[i].field, cases[i].text);
      announcement = hc_ui_fixture_take_announcement ();
      hc_ui_fixture_wait_frames (fixture->window, 2);

      if (cases[i].fault == NULL)
        {
          g_assert_null (announcement);
          g_assert_false (gtk_test_accessible_has_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID));
          people_fixture_wait_saved (fixture);
          continue;
        }

      g_assert_nonnull (announcement);
      g_assert_true (g_str_has_prefix (announcement, cases[i].fault));
      g_assert_nonnull (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, cases[i].fault));
      gtk_test_accessible_assert_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                                        GTK_ACCESSIBLE_INVALID_TRUE);
      g_assert_false (adw_dialog_get_can_close (ADW_DIALOG (dialog)));
    }

  people_fixture_type (dialog, "Name", "Ada");
  gtk_editable_insert_text (people_fixture_get_entry (dialog, "Name"), long_name, -1, &end);
  people_fixture_type (dialog, "Year of birth", "1958");
  gtk_editable_delete_text (people_fixture_get_entry (dialog, "Year of birth"), 0, 2);
  people_fixture_add_line (dialog, "Add an allergy", "latex");
  g_assert_nonnull (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "This is too long for a name"));
  hc_ui_fixture_wait_frames (fixture->window, 5);
  people_fixture_assert_rows (fixture, "SELECT name, birth_year, allergies FROM person", "Ada|1958|latex");

  /* It objects to being closed with what is not saved. */
  adw_dialog_close (ADW_DIALOG (dialog));
  hc_ui_fixture_press (fixture->window, "_Keep Editing");
  hc_ui_fixture_wait_frames (fixture->window, 3);
  g_assert_cmpstr (gtk_editable_get_text (people_fixture_get_entry (dialog, "Year of birth")), ==, "58");
  people_fixture_type (dialog, "Year of birth", "1959");
  people_fixture_type (dialog, "Name", "Ada Ro");
  people_fixture_wait_saved (fixture);
  people_fixture_assert_rows (fixture, "SELECT name, birth_year FROM person", "Ada Ro|1959");
}

/* With Enter, from the suggestions, changed, removed, brought back; and not entered at all. */
static void
test_lines (void)
{
  g_autoptr (MedicinesFixture) fixture = people_fixture_open (TODAY, 1080);
  HcPersonDialog *dialog = people_fixture_open_dialog (fixture, "win.edit-person");
  GtkWidget *row;

  people_fixture_add_line (dialog, "Add an allergy", "penicillin (rash & <i>fever</i>)");
  people_fixture_add_line (dialog, "Add an allergy", " the blue plasters ");
  people_fixture_add_line (dialog, "Add an allergy", "THE BLUE PLASTERS");
  people_fixture_add_line (dialog, "Add an allergy", "  ");
  people_fixture_type (dialog, "Add an allergy", "latex, not entered");
  people_fixture_wait_saved (fixture);
  people_fixture_assert_rows (fixture, LISTS,
                              "penicillin (rash & <i>fever</i>)\nthe blue plasters\nlatex, not entered;");

  row = people_fixture_find_row (dialog, "penicillin");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "penicillin (rash & <i>fever</i>)");
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "Medicines are checked for: "));
  row = people_fixture_find_row (dialog, "the blue plasters");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "Kept as you wrote it; it cannot be checked against medicines.");

  /* Changed in its place; what stood in the entry becomes a line before. */
  people_fixture_press_row (dialog, "penicillin");
  g_assert_cmpstr (gtk_editable_get_text (people_fixture_get_entry (dialog, "Add an allergy")), ==,
                   "penicillin (rash & <i>fever</i>)");
  people_fixture_add_line (dialog, "Add an allergy", "penicillin");
  people_fixture_wait_saved (fixture);
  people_fixture_assert_rows (fixture, LISTS, "penicillin\nthe blue plasters\nlatex, not entered;");

  /* Removed and brought back to its place. */
  row = people_fixture_find_row (dialog, "the blue plasters");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (hc_ui_fixture_find (row, GTK_TYPE_BUTTON, NULL)), ==,
                   "Remove the blue plasters");
  g_signal_emit_by_name (hc_ui_fixture_find (row, GTK_TYPE_BUTTON, NULL), "clicked");
  people_fixture_wait_saved (fixture);
  people_fixture_assert_rows (fixture, LISTS, "penicillin\nlatex, not entered;");
  hc_ui_fixture_press (dialog, "_Undo");
  people_fixture_wait_saved (fixture);
  people_fixture_assert_rows (fixture, LISTS, "penicillin\nthe blue plasters\nlatex, not entered;");

  /* Suggestions. */
  people_fixture_type (dialog, "Add an allergy", "sulf");
  g_assert_nonnull (people_fixture_find_row (dialog, "Sulfa"));
  people_fixture_press_row (dialog, "Sulfa");
  g_assert_nonnull (people_fixture_find_row (dialog, "Grapefruit"));
  people_fixture_press_row (dialog, "Grapefruit");
  people_fixture_add_line (dialog, "Add a food or a drink", "seaweed");
  row = people_fixture_find_row (dialog, "Grapefruit");
  g_assert_true (g_strcmp0 (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), NULL) == 0 ||
                 *adw_action_row_get_subtitle (ADW_ACTION_ROW (row)) == '\0');
  row = people_fixture_find_row (dialog, "seaweed");
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "cannot be checked"));
  people_fixture_wait_saved (fixture);
  people_fixture_assert_rows (fixture, "SELECT foods FROM person", "Grapefruit\nseaweed");
}

/* Medicines of the person, and of nobody else, that belong to an allergy. */
static void
test_findings (void)
{
  g_autoptr (MedicinesFixture) fixture = people_fixture_open (TODAY, 1080);
  g_autofree char *ada = people_fixture_add (fixture, "Ada"), *ben = NULL, *announcement = NULL;
  HcPersonDialog *dialog;

  people_fixture_set_time (fixture, "2026-11-20T08:31:00");
  ben = people_fixture_add (fixture, "Ben");
  medicines_fixture_add (fixture, ben, "health-center:drug/ibuprofen", "Ibuprofen", "200 mg", "tablet");

  dialog = people_fixture_open_dialog (fixture, "win.edit-person");
  people_fixture_add_line (dialog, "Add an allergy", "aspirin");
  g_assert_null (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "What to Do"));
  people_fixture_wait_saved (fixture);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  WAIT_FOR (people_fixture_find_dialog (fixture) == NULL);

  people_fixture_choose (fixture, ben);
  dialog = people_fixture_open_dialog (fixture, "win.edit-person");
  g_free (hc_ui_fixture_take_announcement ());
  people_fixture_add_line (dialog, "Add an allergy", "Advil");
  announcement = hc_ui_fixture_take_announcement ();
  hc_ui_fixture_wait_frames (fixture->window, 3);
  g_assert_cmpstr (announcement, ==, "You told of an allergy to Advil. Ibuprofen is the same.");
  g_assert_nonnull (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "You told of an allergy to Advil."));
  g_assert_nonnull (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "call 911"));
  g_assert_nonnull (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "call them today"));

  /* Gone with the allergy. */
  g_signal_emit_by_name (hc_ui_fixture_find (people_fixture_find_row (dialog, "Advil"), GTK_TYPE_BUTTON, NULL),
                         "clicked");
  hc_ui_fixture_wait_frames (fixture->window, 3);
  g_assert_null (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "What to Do"));
  people_fixture_wait_saved (fixture);
}

/* Whoever is added is shown; what was written before stays with the one who uses the program. */
static void
test_add (void)
{
  g_autoptr (MedicinesFixture) fixture = people_fixture_open (TODAY, 1080);
  HcCurrentPerson *current = people_fixture_get_current (fixture);
  g_autoptr (HcCareQuestion) question = people_fixture_ask (fixture, "", "mine");
  HcPersonDialog *dialog;

  medicines_fixture_add (fixture, NULL, "health-center:drug/ibuprofen", "Ibuprofen", "200 mg", "tablet");
  dialog = people_fixture_open_dialog (fixture, "win.add-person");
  g_assert_cmpstr (adw_dialog_get_title (ADW_DIALOG (dialog)), ==, "Add a Person");
  g_assert_null (hc_current_person_get (current));

  /* Those are my medicines. */
  people_fixture_add_line (dialog, "Add an allergy", "ibuprofen");
  g_assert_null (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "What to Do"));
  people_fixture_type (dialog, "Name", "Ben");
  people_fixture_wait_saved (fixture);
  people_fixture_assert_rows (fixture, "SELECT is_user, name, allergies FROM person ORDER BY rowid",
                              "1|NULL|\n0|Ben|ibuprofen");
  g_assert_cmpstr (hc_person_get_details (hc_current_person_get (current))->name, ==, "Ben");
  g_assert_false (hc_current_person_is_first (current));
  g_assert_false (hc_current_person_owns (current, hc_care_question_get_person (question)));
  g_assert_null (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "What to Do"));
}

/* Opened and closed: nobody is there. */
static void
test_add_nobody (void)
{
  g_autoptr (MedicinesFixture) fixture = people_fixture_open (TODAY, 1080);
  HcPersonDialog *dialog = people_fixture_open_dialog (fixture, "win.add-person");

  g_assert_true (adw_dialog_close (ADW_DIALOG (dialog)));
  WAIT_FOR (people_fixture_find_dialog (fixture) == NULL);
  people_fixture_assert_rows (fixture, "SELECT count (*) FROM person", "0");
}

static guint
count_people (MedicinesFixture *fixture)
{
  HcProfile *profile = hc_context_get_profile (fixture->fixture->context);

  return g_list_model_get_n_items (G_LIST_MODEL (hc_profile_get_people (profile)));
}

/* What belongs to the person is told in numbers; the person goes, and comes back with it. */
static void
test_remove (void)
{
  g_autoptr (MedicinesFixture) fixture = people_fixture_open (TODAY, 1080);
  HcProfile *profile = hc_context_get_profile (fixture->fixture->context);
  HcCurrentPerson *current = people_fixture_get_current (fixture);
  g_autoptr (HcCareQuestion) early = people_fixture_ask (fixture, "", "early"), hers = NULL, his = NULL;
  g_autoptr (HcMedicine) one = NULL, two = NULL;
  g_autofree char *ada = people_fixture_add (fixture, "Ada"), *ben = NULL, *toast = NULL;
  g_autoptr (GPtrArray) due = NULL;
  g_autoptr (HcDoseRecord) record = NULL;
  HcPersonDialog *dialog;
  gboolean is_done = FALSE;

  people_fixture_set_time (fixture, "2026-11-20T08:31:00");
  ben = people_fixture_add (fixture, "Ben");
  one = people_fixture_add_daily (fixture, ada, "One", 8);
  two = people_fixture_add_daily (fixture, ben, "Two", 8);
  hers = people_fixture_ask (fixture, ada, "hers");
  his = people_fixture_ask (fixture, ben, "his");
  due = hc_day_plan_list_due (hc_context_get_day_plan (fixture->fixture->context));
  g_assert_cmpuint (due->len, ==, 1);
  record = hc_planned_dose_make_record (due->pdata[0], HC_DOSE_TAKEN, hc_planned_dose_get_due (due->pdata[0]));
  hc_dose_log_save_async (hc_profile_get_dose_log (profile), record, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);

  dialog = people_fixture_open_dialog (fixture, "win.edit-person");
  people_fixture_press_row (dialog, "_Remove This Person…");
  WAIT_FOR (hc_ui_fixture_find (fixture->window, GTK_TYPE_LABEL, "Remove Ada?") != NULL);
  g_assert_nonnull (hc_ui_fixture_find (fixture->window, GTK_TYPE_LABEL,
                                        "What belongs to Ada is put away, too:\n\n1 medicine\n1 dose that was noted\n"
                                        "2 questions for the care team\n\nRight afterwards you can undo it"));
  hc_ui_fixture_press (fixture->window, "_Keep");
  hc_ui_fixture_wait_frames (fixture->window, 5);
  g_assert_true (people_fixture_find_dialog (fixture) == dialog);

  people_fixture_press_row (dialog, "_Remove This Person…");
  WAIT_FOR (hc_ui_fixture_find (fixture->window, GTK_TYPE_LABEL, "Remove Ada?") != NULL);
  hc_ui_fixture_press (fixture->window, "_Remove");
  WAIT_FOR (people_fixture_find_dialog (fixture) == NULL && count_people (fixture) == 1);
  g_assert_cmpstr (hc_person_get_details (hc_current_person_get (current))->name, ==, "Ben");
  g_assert_false (hc_current_person_owns (current, ""));
  people_fixture_assert_rows (fixture, "SELECT count (*) FROM medicine", "2");
  people_fixture_assert_rows (fixture, "SELECT count (*) FROM care_question", "3");

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  WAIT_FOR (count_people (fixture) == 2);
  people_fixture_choose (fixture, ada);
  g_assert_true (hc_current_person_owns (current, ""));
  g_assert_true (hc_current_person_owns (current, ada));
}

/* With the last one the program begins as new. */
static void
test_remove_last (void)
{
  g_autoptr (MedicinesFixture) fixture = people_fixture_open ("health-center:medicines", 1080);
  g_autofree char *ada = people_fixture_add (fixture, "Ada");
  HcPersonDialog *dialog;

  medicines_fixture_add (fixture, ada, NULL, "Warfarin", "5 mg", "tablet");
  dialog = people_fixture_open_dialog (fixture, "win.edit-person");
  people_fixture_press_row (dialog, "_Remove This Person…");
  WAIT_FOR (hc_ui_fixture_find (fixture->window, GTK_TYPE_LABEL, "Health Center then begins as new.") != NULL);
  hc_ui_fixture_press (fixture->window, "_Remove");
  WAIT_FOR (people_fixture_find_dialog (fixture) == NULL && count_people (fixture) == 0);
  hc_ui_fixture_wait_frames (fixture->window, 3);
  g_assert_null (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Warfarin 5 mg"));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  WAIT_FOR (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Warfarin 5 mg") != NULL);
}

static void
execute (MedicinesFixture *fixture,
         const char       *sql)
{
  g_autofree char *path = g_build_filename (fixture->fixture->folder, "profile.db", NULL);

  fixture_execute (path, sql);
}

/* What cannot be saved stays, with the reason and a way to try again. */
static void
test_disk (void)
{
  g_autoptr (MedicinesFixture) fixture = people_fixture_open (TODAY, 1080);
  HcPersonDialog *dialog = people_fixture_open_dialog (fixture, "win.edit-person");
  AdwBanner *banner = NULL;

  execute (fixture, "CREATE TRIGGER refuse BEFORE INSERT ON person BEGIN SELECT RAISE (FAIL, 'refused'); END");
  people_fixture_type (dialog, "Name", "Ada");
  WAIT_FOR ((banner = hc_ui_fixture_find (dialog, ADW_TYPE_BANNER, NULL)) != NULL && adw_banner_get_revealed (banner));
  g_assert_true (g_str_has_prefix (adw_banner_get_title (banner), "Not saved. "));
  adw_dialog_close (ADW_DIALOG (dialog));
  hc_ui_fixture_press (fixture->window, "_Keep Editing");
  hc_ui_fixture_wait_frames (fixture->window, 3);

  execute (fixture, "DROP TRIGGER refuse");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "person.save", NULL);
  people_fixture_wait_saved (fixture);
  people_fixture_assert_rows (fixture, "SELECT name FROM person", "Ada");
  g_assert_false (adw_banner_get_revealed (banner));
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/person-dialog/save", test_save);
  g_test_add_func ("/person-dialog/huge-word", test_huge_word);
  g_test_add_func ("/person-dialog/faults", test_faults);
  g_test_add_func ("/person-dialog/lines", test_lines);
  g_test_add_func ("/person-dialog/findings", test_findings);
  g_test_add_func ("/person-dialog/add", test_add);
  g_test_add_func ("/person-dialog/add-nobody", test_add_nobody);
  g_test_add_func ("/person-dialog/remove", test_remove);
  g_test_add_func ("/person-dialog/remove-last", test_remove_last);
  g_test_add_func ("/person-dialog/disk", test_disk);

  return g_test_run ();
}
