/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "hc-dose-group.h"
#include "hc-dose-row.h"
#include "hc-drug-home.h"
#include "hc-interaction-card.h"
#include "hc-interaction-checker.h"
#include "hc-medicine-row.h"
#include "hc-medicine-warnings.h"
#include "hc-medicines-home.h"
#include "hc-need-row.h"
#include "hc-taken-dialog.h"
#include "medicines-fixture.h"
#include "taking-fixture.h"

/* My Medicines: the doses of today, what is taken when needed, and the list. */

static MedicinesFixture *
open_at (const char *now)
{
  MedicinesFixture *fixture = medicines_fixture_open ("health-center:medicines", 360);

  taking_fixture_set_now (fixture->fixture, now);
  hc_ui_fixture_wait_frames (fixture->window, 3);

  return fixture;
}

static HcMedicinesHome *
get_page (MedicinesFixture *fixture)
{
  HcMedicinesHome *page = medicines_fixture_find (fixture, HC_TYPE_MEDICINES_HOME, NULL);

  g_assert_nonnull (page);

  return page;
}

static void
add (MedicinesFixture *fixture,
     const char       *person,
     const char       *id,
     const char       *name,
     const char       *strength,
     const char       *form)
{
  g_autofree char *link = id != NULL ? g_strconcat ("health-center:drug/", id, NULL) : NULL;

  medicines_fixture_add (fixture, person, link, name, strength, form);
}

static void
append_labels (GString   *text,
               GtkWidget *row)
{
  g_autoptr (GPtrArray) labels = hc_ui_fixture_find_all (row, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (*gtk_label_get_text (labels->pdata[i]) != '\0')
      g_string_append_printf (text, "%s%s", i > 0 ? "|" : text->len > 0 ? "\n" : "",
                              gtk_label_get_text (labels->pdata[i]));
}

/* The rows of a type, each with a bar between what it says; doses below the heads of their groups. */
static void
assert_rows (MedicinesFixture *fixture,
             GType             type,
             const char       *expected)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  hc_ui_fixture_wait_frames (fixture->window, 3);
  rows = hc_ui_fixture_find_all (get_page (fixture), type);
  for (guint i = 0; i < rows->len; i++)
    append_labels (text, rows->pdata[i]);
  g_assert_cmpstr (text->str, ==, expected);
}

/* What the warnings say. */
static void
assert_warnings (MedicinesFixture *fixture,
                 const char       *expected)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *warnings;

  hc_ui_fixture_wait_frames (fixture->window, 3);
  warnings = hc_ui_fixture_find (get_page (fixture), HC_TYPE_MEDICINE_WARNINGS, NULL);
  if (warnings != NULL)
    {
      rows = hc_ui_fixture_find_all (warnings, ADW_TYPE_ACTION_ROW);
      for (guint i = 0; i < rows->len; i++)
        g_string_append_printf (text, "%s%s|%s", i > 0 ? "\n" : "",
                                adw_preferences_row_get_title (rows->pdata[i]),
                                adw_action_row_get_subtitle (rows->pdata[i]));
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* The row of a type that says that. */
static GtkWidget *
find_row (MedicinesFixture *fixture,
          GType             type,
          const char       *words)
{
  g_autoptr (GPtrArray) rows = hc_ui_fixture_find_all (get_page (fixture), type);

  for (guint i = 0; i < rows->len; i++)
    if (hc_ui_fixture_find (rows->pdata[i], GTK_TYPE_LABEL, words) != NULL)
      return rows->pdata[i];

  g_error ("There is no row “%s”", words);
}

static void
assert_large (GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, widget, &bounds));
  g_assert_cmpfloat (bounds.size.width, >=, 44);
  g_assert_cmpfloat (bounds.size.height, >=, 44);
}

static void
assert_records (MedicinesFixture *fixture,
                const char       *expected)
{
  g_autofree char *records = hc_ui_fixture_query (fixture->fixture,
                                                  "SELECT m.name, key, state, due, time, amount FROM dose"
                                                  " JOIN medicine AS m ON m.id = medicine ORDER BY key, m.name");

  g_assert_cmpstr (records, ==, expected);
}

static void
undo (MedicinesFixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  WAIT_FOR (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Undone") != NULL);
  g_free (hc_ui_fixture_take_toast (fixture->window));
}

static void
take_toast (MedicinesFixture *fixture,
            const char       *expected)
{
  g_autofree char *toast = medicines_fixture_take_toast (fixture);

  g_assert_cmpstr (toast, ==, expected);
}

static void
test_empty (void)
{
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:medicines", 360);
  GtkWidget *find;

  g_assert_nonnull (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "No Medicines Yet"));
  g_assert_nonnull (medicines_fixture_find (fixture, GTK_TYPE_BUTTON, "Add by Hand"));
  assert_warnings (fixture, "");
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, 360);
  find = medicines_fixture_tab_to (fixture, GTK_TYPE_BUTTON, "Find a Medicine");
  g_assert_true (gtk_widget_activate (find));
  WAIT_FOR (medicines_fixture_find (fixture, HC_TYPE_DRUG_HOME, NULL) != NULL);
}

/* The newest first; a row leads to the page of the medicine. */
static void
test_list (void)
{
  g_autoptr (MedicinesFixture) fixture = open_at ("2026-11-20T09:00:00Z");
  g_autoptr (HcMedicine) medicine = NULL;
  g_autofree char *expected = NULL, *link = NULL;
  GtkWidget *row;

  add (fixture, NULL, NULL, "Tea <b> & Co", NULL, NULL);
  medicine = taking_fixture_add (fixture->fixture, "ondansetron", "Ondansetron", "8 mg");
  taking_fixture_at (fixture->fixture, medicine, "2026-11-21T00:00:00Z", 1, "08:00 20:00");
  assert_rows (fixture, HC_TYPE_MEDICINE_ROW,
                    "Ondansetron 8 mg|Begins on 21 November 2026: 1 tablet at 08:00 and 20:00, every day, "
                    "from 21 November 2026|Next dose: tomorrow at 08:00\n"
                    "Tea <b> & Co|When it is taken was not told yet");
  g_assert_nonnull (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "No doses are planned for today."));
  g_assert_null (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "No Medicines Yet"));

  row = find_row (fixture, HC_TYPE_MEDICINE_ROW, "Tea");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "Tea <b> & Co");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "When it is taken was not told yet");

  g_assert_true (gtk_widget_activate (medicines_fixture_tab_to (fixture, HC_TYPE_MEDICINE_ROW, "Ondansetron 8 mg")));
  expected = g_strconcat ("health-center:medicine/", hc_medicine_get_id (medicine), NULL);
  hc_ui_fixture_wait_frames (fixture->window, 3);
  link = medicines_fixture_dup_link (fixture);
  g_assert_cmpstr (link, ==, expected);
}

/* What is known of them taken together is counted, and shown when asked for. */
static void
test_warnings (void)
{
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:medicines", 360);

  add (fixture, NULL, "capecitabine", "Capecitabine", "500 mg", "tablet");
  assert_warnings (fixture, "");
  add (fixture, NULL, "zinc", "Zinc", NULL, NULL);
  add (fixture, NULL, NULL, "Gobbledygook", NULL, NULL);
  assert_warnings (fixture, "");
  add (fixture, NULL, "warfarin", "Warfarin", "5 mg", "tablet");
  assert_warnings (fixture, "Interactions: 1 major|Major: Ask Before the Next Dose. Warfarin and Capecitabine");

  gtk_widget_activate (medicines_fixture_tab_to (fixture, ADW_TYPE_ACTION_ROW, "Interactions: 1 major"));
  WAIT_FOR (medicines_fixture_find (fixture, HC_TYPE_INTERACTION_CHECKER, NULL) != NULL);
  WAIT_FOR (medicines_fixture_find (fixture, HC_TYPE_INTERACTION_CARD, NULL) != NULL);
  g_assert_nonnull (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Warfarin and Capecitabine"));
}

/* Allergies stand by how much they matter; what could not be read is not passed over. */
static void
test_allergies (void)
{
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:medicines", 360);
  HcPersonStore *people = hc_profile_get_people (hc_context_get_profile (fixture->fixture->context));
  g_autoptr (HcPerson) person = hc_person_new ();
  gboolean is_done = FALSE;
  GtkWidget *title;

  hc_person_store_save_async (people, person, &(HcPersonDetails) {
    .is_user = TRUE, .allergies = "aspirin\n\nthe blue ones",
  }, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
  assert_warnings (fixture, "");

  add (fixture, hc_person_get_id (person), "aspirin", "Aspirin", "100 mg", "tablet");
  hc_ui_fixture_wait_frames (fixture->window, 3);
  title = medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Allergy");
  g_assert_nonnull (title);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_widget_get_ancestor (title, ADW_TYPE_BIN)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Allergy. You told of an allergy to aspirin. This is Aspirin.");
  g_assert_nonnull (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Allergy Not Checked: the blue ones"));
  g_assert_nonnull (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Do not take it before you have asked"));
}

/* By time, each with what can be said of it; the time passes by. */
static void
test_doses (void)
{
  g_autoptr (MedicinesFixture) fixture = open_at ("2026-11-20T09:00:00Z");
  g_autoptr (HcMedicine) first = taking_fixture_add (fixture->fixture, NULL, "Alpha", "5 mg");
  g_autoptr (HcMedicine) second = taking_fixture_add (fixture->fixture, NULL, "Beta", NULL);
  GtkWidget *row;

  taking_fixture_at (fixture->fixture, first, "2026-11-01T00:00:00Z", 1.5, "04:00 08:00 20:00");
  taking_fixture_at (fixture->fixture, second, "2026-11-01T00:00:00Z", 1, "08:00");
  assert_rows (fixture, HC_TYPE_DOSE_GROUP,
               "04:00|Alpha 5 mg|1½ tablets|Nothing recorded. Taken or skipped?|Taken|Skipped\n"
               "08:00|Take All|Alpha 5 mg|1½ tablets|Due now|Taken|Skip|Beta|1 tablet|Due now|Taken|Skip\n"
               "20:00|Alpha 5 mg|1½ tablets|Later today|Taken|Skip");

  row = find_row (fixture, HC_TYPE_DOSE_ROW, "Beta");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "Beta");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "1 tablet. Due now");
  gtk_test_accessible_assert_property (hc_ui_fixture_find (row, GTK_TYPE_BUTTON, "Taken"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Taken: Beta");
  assert_large (hc_ui_fixture_find (row, GTK_TYPE_BUTTON, "Taken"));
  assert_large (hc_ui_fixture_find (row, GTK_TYPE_BUTTON, "Skip"));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, 360);
}

/* Said, shown, and taken back; what was said before comes back. */
static void
test_mark (void)
{
  g_autoptr (MedicinesFixture) fixture = open_at ("2026-11-20T08:05:00Z");
  g_autoptr (HcMedicine) medicine = taking_fixture_add (fixture->fixture, NULL, "Alpha", NULL);
  GtkWidget *row, *focus;

  taking_fixture_at (fixture->fixture, medicine, "2026-11-01T00:00:00Z", 1, "08:00");
  assert_rows (fixture, HC_TYPE_DOSE_GROUP, "08:00|Alpha|1 tablet|Due now|Taken|Skip");
  row = find_row (fixture, HC_TYPE_DOSE_ROW, "Alpha");

  gtk_widget_activate_action (row, "dose.snooze", "i", 30);
  take_toast (fixture, "Alpha: put off");
  assert_rows (fixture, HC_TYPE_DOSE_GROUP, "08:00|Alpha|1 tablet|Put off until 08:35|Taken|Skip");

  focus = hc_ui_fixture_find (row, GTK_TYPE_BUTTON, "Taken");
  gtk_widget_grab_focus (focus);
  g_assert_true (gtk_widget_activate (focus));
  take_toast (fixture, "Alpha: taken");
  assert_rows (fixture, HC_TYPE_DOSE_GROUP, "08:00|Alpha|1 tablet|Taken at 08:05");
  assert_records (fixture, "Alpha|2026-11-20T08:00|taken|2026-11-20T08:00:00.000000Z|2026-11-20T08:05:00.000000Z|1.0");
  /* The same row, and the keyboard is on it. */
  g_assert_true (find_row (fixture, HC_TYPE_DOSE_ROW, "Alpha") == row);
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, row) && gtk_widget_get_mapped (focus));

  undo (fixture);
  assert_rows (fixture, HC_TYPE_DOSE_GROUP, "08:00|Alpha|1 tablet|Put off until 08:35|Taken|Skip");
  undo (fixture);
  assert_rows (fixture, HC_TYPE_DOSE_GROUP, "08:00|Alpha|1 tablet|Due now|Taken|Skip");
  assert_records (fixture, "");

  gtk_widget_activate_action (row, "dose.skip", NULL);
  take_toast (fixture, "Alpha: skipped");
  assert_rows (fixture, HC_TYPE_DOSE_GROUP, "08:00|Alpha|1 tablet|Skipped");
  gtk_widget_activate_action (row, "dose.unmark", NULL);
  take_toast (fixture, "Alpha: nothing recorded any more");
  assert_rows (fixture, HC_TYPE_DOSE_GROUP, "08:00|Alpha|1 tablet|Due now|Taken|Skip");
  undo (fixture);
  assert_rows (fixture, HC_TYPE_DOSE_GROUP, "08:00|Alpha|1 tablet|Skipped");
}

/* All that are due, and no others; taken back as one. */
static void
test_take_all (void)
{
  g_autoptr (MedicinesFixture) fixture = open_at ("2026-11-20T08:05:00Z");
  g_autoptr (HcMedicine) first = taking_fixture_add (fixture->fixture, NULL, "Alpha", NULL);
  g_autoptr (HcMedicine) second = taking_fixture_add (fixture->fixture, NULL, "Beta", NULL);
  g_autoptr (HcMedicine) third = taking_fixture_add (fixture->fixture, NULL, "Gamma", NULL);
  const char *before = "Gamma|2026-11-20T08:00|skipped|2026-11-20T08:00:00.000000Z|2026-11-20T08:01:00.000000Z|1.0";
  g_autofree char *after = g_strconcat (
    "Alpha|2026-11-20T08:00|taken|2026-11-20T08:00:00.000000Z|2026-11-20T08:05:00.000000Z|1.0\n"
    "Beta|2026-11-20T08:00|taken|2026-11-20T08:00:00.000000Z|2026-11-20T08:05:00.000000Z|2.0\n", before, NULL);

  taking_fixture_at (fixture->fixture, first, "2026-11-01T00:00:00Z", 1, "08:00 20:00");
  taking_fixture_at (fixture->fixture, second, "2026-11-01T00:00:00Z", 2, "08:00");
  taking_fixture_at (fixture->fixture, third, "2026-11-01T00:00:00Z", 1, "08:00");
  taking_fixture_record (fixture->fixture, third, "2026-11-20T08:00", HC_DOSE_SKIPPED, "2026-11-20T08:00:00Z",
                         "2026-11-20T08:01:00Z", 1);
  hc_ui_fixture_wait_frames (fixture->window, 3);

  g_assert_true (gtk_widget_activate (medicines_fixture_tab_to (fixture, GTK_TYPE_BUTTON, "Take All")));
  take_toast (fixture, "2 doses taken");
  assert_records (fixture, after);
  g_assert_null (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Take All"));
  undo (fixture);
  hc_ui_fixture_wait_frames (fixture->window, 3);
  assert_records (fixture, before);
  g_assert_nonnull (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Take All"));
}

/* What the disk does not take is not shown as taken, and that is said. */
static void
test_mark_fails (void)
{
  g_autoptr (MedicinesFixture) fixture = open_at ("2026-11-20T08:05:00Z");
  g_autoptr (HcMedicine) medicine = taking_fixture_add (fixture->fixture, NULL, "Alpha", NULL);
  g_autofree char *path = g_build_filename (fixture->fixture->folder, "profile.db", NULL);
  g_autofree char *toast = NULL;

  taking_fixture_at (fixture->fixture, medicine, "2026-11-01T00:00:00Z", 1, "08:00");
  fixture_execute (path, "CREATE TRIGGER refuse BEFORE INSERT ON dose BEGIN SELECT RAISE (FAIL, 'refused'); END");
  hc_ui_fixture_wait_frames (fixture->window, 3);
  hc_ui_fixture_press (get_page (fixture), "Taken");
  toast = medicines_fixture_take_toast (fixture);
  g_assert_true (g_str_has_prefix (toast, "Nothing was changed."));
  assert_rows (fixture, HC_TYPE_DOSE_GROUP, "08:00|Alpha|1 tablet|Due now|Taken|Skip");
}

/* What was missed was hardly taken just now: it is asked when. A time to come is no answer. */
static void
test_taken_at (void)
{
  g_autoptr (MedicinesFixture) fixture = open_at ("2026-11-20T15:20:00Z");
  g_autoptr (HcMedicine) medicine = taking_fixture_add (fixture->fixture, NULL, "Alpha", NULL);
  g_autoptr (GPtrArray) spins = NULL;
  GtkWidget *dialog, *save;
  gpointer label;

  taking_fixture_at (fixture->fixture, medicine, "2026-11-01T00:00:00Z", 1, "08:00");
  assert_rows (fixture, HC_TYPE_DOSE_GROUP, "08:00|Alpha|1 tablet|Nothing recorded. Taken or skipped?|Taken|Skipped");
  hc_ui_fixture_press (get_page (fixture), "Taken");
  WAIT_FOR (medicines_fixture_find (fixture, HC_TYPE_TAKEN_DIALOG, NULL) != NULL);
  hc_ui_fixture_wait_frames (fixture->window, 3);
  dialog = medicines_fixture_find (fixture, HC_TYPE_TAKEN_DIALOG, NULL);
  save = hc_ui_fixture_find (dialog, GTK_TYPE_BUTTON, "Record as Taken");
  spins = hc_ui_fixture_find_all (dialog, GTK_TYPE_SPIN_BUTTON);
  label = hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "Taken today at 08:00");
  g_assert_nonnull (label);
  gtk_test_accessible_assert_property (label, GTK_ACCESSIBLE_PROPERTY_LABEL, "Taken today at 08:00");

  gtk_spin_button_set_value (spins->pdata[0], 15);
  gtk_spin_button_set_value (spins->pdata[1], 21);
  g_assert_nonnull (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "This time is still to come."));
  gtk_test_accessible_assert_property (label, GTK_ACCESSIBLE_PROPERTY_LABEL, "This time is still to come.");
  g_assert_false (gtk_widget_get_sensitive (save));
  gtk_spin_button_set_value (spins->pdata[0], 8);
  gtk_spin_button_set_value (spins->pdata[1], 10);
  g_assert_true (gtk_widget_get_sensitive (save));
  g_signal_emit_by_name (save, "clicked");
  take_toast (fixture, "Alpha: taken");
  assert_rows (fixture, HC_TYPE_DOSE_GROUP, "08:00|Alpha|1 tablet|Taken at 08:10");
  assert_records (fixture, "Alpha|2026-11-20T08:00|taken|2026-11-20T08:00:00.000000Z|2026-11-20T08:10:00.000000Z|1.0");
}

/* What the person told is said back to them, and nothing more; then it is theirs to decide. */
static void
test_needed (void)
{
  g_autoptr (MedicinesFixture) fixture = open_at ("2026-11-20T09:00:00Z");
  g_autoptr (HcMedicine) medicine = taking_fixture_add (fixture->fixture, NULL, "Loperamide", "2 mg");
  g_autofree char *count = NULL, *count_after = NULL;

  taking_fixture_needed (fixture->fixture, medicine, "2026-11-01T00:00:00Z", 2, 4, 120);
  assert_rows (fixture, HC_TYPE_NEED_ROW, "Loperamide 2 mg|Not taken lately|"
                                          "Nothing taken today, at most 4 tablets in a day|Take Now");
  assert_rows (fixture, HC_TYPE_DOSE_GROUP, "");
  hc_ui_fixture_press (get_page (fixture), "Take Now");
  take_toast (fixture, "Loperamide 2 mg: taken");
  assert_rows (fixture, HC_TYPE_NEED_ROW, "Loperamide 2 mg|Last taken today at 09:00|"
                                          "2 tablets taken today, at most 4 tablets in a day|Take Now");

  /* Too soon, and not recorded unless that is wanted. */
  taking_fixture_set_now (fixture->fixture, "2026-11-20T10:00:00Z");
  hc_ui_fixture_press (get_page (fixture), "Take Now");
  WAIT_FOR (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Sooner Than You Told") != NULL);
  g_assert_nonnull (medicines_fixture_find (fixture, GTK_TYPE_LABEL,
                                            "You told at least 2 hours between two doses. The nearest one was taken "
                                            "today at 09:00. Ask your care team or pharmacist."));
  hc_ui_fixture_press (fixture->window, "Cancel");
  WAIT_FOR (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Sooner Than You Told") == NULL);
  count = hc_ui_fixture_query (fixture->fixture, "SELECT count (*) FROM dose");
  g_assert_cmpstr (count, ==, "1");

  taking_fixture_set_now (fixture->fixture, "2026-11-20T11:00:00Z");
  hc_ui_fixture_press (get_page (fixture), "Take Now");
  take_toast (fixture, "Loperamide 2 mg: taken");

  taking_fixture_set_now (fixture->fixture, "2026-11-20T14:00:00Z");
  hc_ui_fixture_press (get_page (fixture), "Take Now");
  WAIT_FOR (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "More Than You Told") != NULL);
  g_assert_nonnull (medicines_fixture_find (fixture, GTK_TYPE_LABEL,
                                            "You told at most 4 tablets in a day. Recorded for that day: 4 tablets. "
                                            "Ask your care team or pharmacist."));
  hc_ui_fixture_press (fixture->window, "Record It Anyway");
  take_toast (fixture, "Loperamide 2 mg: taken");
  assert_rows (fixture, HC_TYPE_NEED_ROW, "Loperamide 2 mg|Last taken today at 14:00|"
                                          "6 tablets taken today, at most 4 tablets in a day|Take Now");

  gtk_widget_activate_action (find_row (fixture, HC_TYPE_NEED_ROW, "Loperamide"), "need.unmark", NULL);
  take_toast (fixture, "Loperamide 2 mg: the last one removed");
  assert_rows (fixture, HC_TYPE_NEED_ROW, "Loperamide 2 mg|Last taken today at 11:00|"
                                          "4 tablets taken today, at most 4 tablets in a day|Take Now");
  undo (fixture);
  count_after = hc_ui_fixture_query (fixture->fixture, "SELECT sum (amount) FROM dose");
  g_assert_cmpstr (count_after, ==, "6.0");
}

/* Little of it is left; what is taken counts at once. */
static void
test_refill (void)
{
  g_autoptr (MedicinesFixture) fixture = open_at ("2026-11-20T08:05:00Z");
  g_autoptr (HcMedicine) medicine = taking_fixture_add (fixture->fixture, NULL, "Alpha", NULL);
  const char *plain = "Alpha|1 tablet at 08:00, every day, from 1 November 2026|Next dose: tomorrow at 08:00";
  g_autofree char *warned = g_strconcat (plain, "|About 6 days left", NULL);

  taking_fixture_at (fixture->fixture, medicine, "2026-11-01T00:00:00Z", 1, "08:00");
  taking_fixture_count (fixture->fixture, medicine, "2026-11-20T07:00:00Z", 6, 5);
  assert_rows (fixture, HC_TYPE_MEDICINE_ROW, plain);
  hc_ui_fixture_press (get_page (fixture), "Taken");
  WAIT_FOR (hc_ui_fixture_find (get_page (fixture), GTK_TYPE_LABEL, "About 6 days left") != NULL);
  assert_rows (fixture, HC_TYPE_MEDICINE_ROW, warned);
  undo (fixture);
  WAIT_FOR (hc_ui_fixture_find (get_page (fixture), GTK_TYPE_LABEL, "About 6 days left") == NULL);
}

/* What is stopped is folded below, and can be unfolded. */
static void
test_stopped (void)
{
  g_autoptr (MedicinesFixture) fixture = open_at ("2026-11-20T09:00:00Z");
  g_autoptr (HcMedicine) medicine = taking_fixture_add (fixture->fixture, NULL, "Alpha", NULL);
  HcMedicineDetails details;
  g_autoptr (HcCourse) course = NULL;
  g_autoptr (GDateTime) when = taking_fixture_time ("2026-11-19T12:00:00Z");

  taking_fixture_at (fixture->fixture, medicine, "2026-11-01T00:00:00Z", 1, "08:00");
  details = *hc_medicine_get_details (medicine);
  course = hc_course_copy (details.course);
  g_assert_true (hc_course_stop (course, when, "rash", NULL));
  details.course = course;
  taking_fixture_save (fixture->fixture, medicine, &details);

  assert_rows (fixture, HC_TYPE_MEDICINE_ROW, "");
  assert_rows (fixture, HC_TYPE_DOSE_GROUP, "");
  gtk_widget_activate (medicines_fixture_tab_to (fixture, GTK_TYPE_TOGGLE_BUTTON, "Stopped Medicines"));
  WAIT_FOR (hc_ui_fixture_find (get_page (fixture), HC_TYPE_MEDICINE_ROW, NULL) != NULL);
  assert_rows (fixture, HC_TYPE_MEDICINE_ROW, "Alpha|Stopped on 19 November 2026: rash");
}

/* Those of another person are neither shown nor checked. */
static void
test_persons (void)
{
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:medicines", 360);
  g_autofree char *first = NULL, *second = NULL;

  add (fixture, NULL, "ginger", "Ginger", NULL, NULL);
  first = medicines_fixture_add_person (fixture);
  second = medicines_fixture_add_person (fixture);
  add (fixture, first, "capecitabine", "Capecitabine", NULL, NULL);
  add (fixture, second, "warfarin", "Warfarin", NULL, NULL);
  assert_rows (fixture, HC_TYPE_MEDICINE_ROW, "Capecitabine|When it is taken was not told yet\n"
                             "Ginger|When it is taken was not told yet");
  assert_warnings (fixture, "");
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (get_page (fixture))), ==, "Medicines: Jo");

  hc_current_person_choose (hc_context_get_person (fixture->fixture->context), second);
  assert_rows (fixture, HC_TYPE_MEDICINE_ROW, "Warfarin|When it is taken was not told yet");
}

/* What was kept is there when the profile comes, also when the page was there before. */
static void
test_late_profile (void)
{
  g_autofree char *folder = fixture_make_folder ();

  {
    g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (folder);
    MedicinesFixture medicines = { fixture, NULL };

    hc_ui_fixture_open_profile (fixture);
    medicines.window = hc_ui_fixture_present (fixture, "health-center:medicines", 360, 640);
    add (&medicines, NULL, "capecitabine", "Capecitabine", NULL, NULL);
    add (&medicines, NULL, "warfarin", "Warfarin", NULL, NULL);
  }

  {
    g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (folder);
    MedicinesFixture medicines = { fixture, hc_ui_fixture_present (fixture, "health-center:medicines", 360, 640) };

    hc_ui_fixture_open_profile (fixture);
    assert_rows (&medicines, HC_TYPE_MEDICINE_ROW, "Warfarin|When it is taken was not told yet\n"
                                  "Capecitabine|When it is taken was not told yet");
    assert_warnings (&medicines, "Interactions: 1 major|Major: Ask Before the Next Dose. Warfarin and Capecitabine");
  }

  fixture_remove_folder (folder);
}

/* Thirty medicines with two doses each: a change of one leaves the rows of all others where they are. */
static void
test_many (void)
{
  g_autoptr (MedicinesFixture) fixture = open_at ("2026-11-20T08:05:00Z");
  g_autoptr (GPtrArray) before = NULL, after = NULL;

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("Medicine %02u", i);
      g_autoptr (HcMedicine) medicine = taking_fixture_add (fixture->fixture, NULL, name, NULL);

      taking_fixture_at (fixture->fixture, medicine, "2026-11-01T00:00:00Z", 1, "08:00 20:00");
    }
  hc_ui_fixture_wait_frames (fixture->window, 3);
  before = hc_ui_fixture_find_all (get_page (fixture), HC_TYPE_DOSE_ROW);
  g_assert_cmpuint (before->len, ==, 60);

  gtk_widget_activate_action (before->pdata[17], "dose.take", NULL);
  take_toast (fixture, "Medicine 17: taken");
  after = hc_ui_fixture_find_all (get_page (fixture), HC_TYPE_DOSE_ROW);
  g_assert_cmpuint (after->len, ==, 60);
  for (guint i = 0; i < 60; i++)
    g_assert_true (before->pdata[i] == after->pdata[i]);
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/medicines/empty", test_empty);
  g_test_add_func ("/medicines/list", test_list);
  g_test_add_func ("/medicines/warnings", test_warnings);
  g_test_add_func ("/medicines/allergies", test_allergies);
  g_test_add_func ("/medicines/doses", test_doses);
  g_test_add_func ("/medicines/mark", test_mark);
  g_test_add_func ("/medicines/take-all", test_take_all);
  g_test_add_func ("/medicines/mark-fails", test_mark_fails);
  g_test_add_func ("/medicines/taken-at", test_taken_at);
  g_test_add_func ("/medicines/needed", test_needed);
  g_test_add_func ("/medicines/refill", test_refill);
  g_test_add_func ("/medicines/stopped", test_stopped);
  g_test_add_func ("/medicines/persons", test_persons);
  g_test_add_func ("/medicines/late-profile", test_late_profile);
  g_test_add_func ("/medicines/many", test_many);

  return g_test_run ();
}
