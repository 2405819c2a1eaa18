/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "diary-pages-fixture.h"
#include "fixture.h"
#include "hc-cold-card.h"
#include "hc-diary-entry-dialog.h"
#include "hc-diary-home.h"
#include "hc-diary-page.h"
#include "hc-evening-check.h"
#include "hc-flag-card.h"
#include "hc-kind-chooser.h"

/* The page of the diary, and entries being made. */

#define VALUES "SELECT kind, value, text, covered FROM diary_entry ORDER BY rowid"
#define REFUSE_SAVES \
  "CREATE TRIGGER refuse_saves BEFORE INSERT ON diary_entry BEGIN SELECT RAISE (FAIL, 'refused'); END"

static GtkEditable *
get_entry (gpointer dialog)
{
  return hc_ui_fixture_find (dialog, GTK_TYPE_ENTRY, NULL);
}

/* Presses Save, and waits until the dialog has gone. */
static void
save (DiaryPages *pages,
      gpointer    dialog)
{
  GType type = G_OBJECT_TYPE (dialog);

  hc_ui_fixture_press (dialog, "Save");
  WAIT_FOR (diary_pages_find_dialog (pages, type) == NULL);
  hc_ui_fixture_wait_frames (pages->window, 5);
}

static void
enter_number (DiaryPages *pages,
              const char *kind,
              const char *number)
{
  gpointer dialog = diary_pages_enter (pages, kind);

  gtk_editable_set_text (get_entry (dialog), number);
  save (pages, dialog);
}

static AdwDialog *
get_flag_dialog (DiaryPages *pages)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (pages->window));

  return dialog != NULL && hc_ui_fixture_find (dialog, HC_TYPE_FLAG_CARD, NULL) != NULL ? dialog : NULL;
}

static void
test_home (void)
{
  g_autoptr (DiaryPages) pages = diary_pages_open ("health-center:diary", 360);
  gpointer home = diary_pages_find (pages, HC_TYPE_DIARY_HOME, NULL);
  g_autoptr (GPtrArray) rows = hc_ui_fixture_find_all (home, ADW_TYPE_ACTION_ROW);
  g_autoptr (GPtrArray) headings = hc_ui_fixture_find_role (home, GTK_ACCESSIBLE_ROLE_HEADING);

  g_assert_cmpuint (rows->len, ==, 6);
  g_assert_cmpstr (adw_preferences_row_get_title (rows->pdata[0]), ==, "Nausea");
  g_assert_nonnull (hc_ui_fixture_find (home, ADW_TYPE_ACTION_ROW, "Temperature"));
  g_assert_nonnull (hc_ui_fixture_find (home, ADW_TYPE_ACTION_ROW, "How the day was"));
  g_assert_cmpuint (headings->len, >=, 2);
  g_assert_nonnull (hc_ui_fixture_find (home, GTK_TYPE_LABEL, "Nothing is written down yet."));
  g_assert_null (hc_ui_fixture_find (home, HC_TYPE_FLAG_CARD, NULL));
  g_assert_null (hc_ui_fixture_find (home, HC_TYPE_COLD_CARD, NULL));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (pages->window)), <=, 360);
}

/* What the kind does not accept is said at the field in its limits, and nothing is saved; a comma is a point. */
static void
test_numbers (void)
{
  static const struct { const char *text; const char *words; } faults[] = {
    { "-1", "Write a number from 30.0\u00a0°C to 45.0\u00a0°C." },
    { "1e9", "Write a number from 30.0\u00a0°C to 45.0\u00a0°C." },
    { "warm", "Write a number from 30.0\u00a0°C to 45.0\u00a0°C." },
    { "100.4", "Write a number from 30.0\u00a0°C to 45.0\u00a0°C. If it is in °F, choose that unit." },
    { "", "Write a number from 30.0\u00a0°C to 45.0\u00a0°C." },
  };
  g_autoptr (DiaryPages) pages = diary_pages_open ("health-center:diary", 360);
  gpointer dialog = diary_pages_enter (pages, "temperature");

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      GtkLabel *fault;

      gtk_editable_set_text (get_entry (dialog), faults[i].text);
      g_assert_null (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "Write a number"));
      hc_ui_fixture_press (dialog, "Save");
      hc_ui_fixture_wait_frames (pages->window, 3);
      fault = hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "Write a number");
      g_assert_nonnull (fault);
      g_assert_cmpstr (gtk_label_get_text (fault), ==, faults[i].words);
      gtk_test_accessible_assert_state (GTK_ACCESSIBLE (get_entry (dialog)), GTK_ACCESSIBLE_STATE_INVALID,
                                        GTK_ACCESSIBLE_INVALID_TRUE);
      diary_pages_assert_sql (pages, VALUES, "");
    }

  gtk_editable_set_text (get_entry (dialog), "37,9");
  save (pages, dialog);
  diary_pages_assert_sql (pages, VALUES, "temperature|37.9||0");
  g_assert_nonnull (diary_pages_find (pages, GTK_TYPE_LABEL, "37.9\u00a0°C"));
  g_assert_null (get_flag_dialog (pages));
}

/* 37.9 °C is none, 38.0 °C and 100.4 °F are a fever: it is shown at once and stays on the page. */
static void
test_fever (void)
{
  g_autoptr (DiaryPages) pages = diary_pages_open ("health-center:diary", 360);
  g_autofree char *said = NULL;
  gpointer dialog, card;

  enter_number (pages, "temperature", "37.9");
  g_assert_null (diary_pages_find (pages, HC_TYPE_FLAG_CARD, NULL));

  dialog = diary_pages_enter (pages, "temperature");
  gtk_toggle_button_set_active (hc_ui_fixture_find (dialog, GTK_TYPE_TOGGLE_BUTTON, "°F"), TRUE);
  gtk_editable_set_text (get_entry (dialog), "100.3");
  save (pages, dialog);
  g_assert_null (diary_pages_find (pages, HC_TYPE_FLAG_CARD, NULL));

  /* The unit is remembered. */
  g_free (hc_ui_fixture_take_announcement ());
  enter_number (pages, "temperature", "100.4");
  WAIT_FOR (get_flag_dialog (pages) != NULL);
  said = hc_ui_fixture_take_announcement ();
  g_assert_true (g_str_has_prefix (said, "Call your care team now, day or night."));
  card = hc_ui_fixture_find (get_flag_dialog (pages), HC_TYPE_FLAG_CARD, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Call Your Care Team Now. Fever");
  g_assert_nonnull (hc_ui_fixture_find (card, GTK_TYPE_LABEL, "100.4\u00a0°F"));
  g_assert_null (hc_ui_fixture_find (card, GTK_TYPE_LABEL, "can be the only sign"));
  g_assert_nonnull (hc_ui_fixture_find (card, GTK_TYPE_LABEL, "Where This Comes From"));

  adw_dialog_close (get_flag_dialog (pages));
  WAIT_FOR (get_flag_dialog (pages) == NULL);
  hc_ui_fixture_wait_frames (pages->window, 3);
  card = diary_pages_find (pages, HC_TYPE_FLAG_CARD, NULL);
  g_assert_nonnull (card);

  /* It was a mistake: the flag goes with the entry that raised it. */
  hc_ui_fixture_press (card, "Mistake: Change the Entry");
  WAIT_FOR ((dialog = diary_pages_find_dialog (pages, HC_TYPE_DIARY_ENTRY_DIALOG)) != NULL);
  hc_ui_fixture_wait_frames (pages->window, 3);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (dialog)), ==, "100.4");
  gtk_editable_set_text (get_entry (dialog), "98.6");
  save (pages, dialog);
  WAIT_FOR (diary_pages_find (pages, HC_TYPE_FLAG_CARD, NULL) == NULL);
  diary_pages_assert_sql (pages, "SELECT count (*) FROM diary_entry WHERE value = 37", "1");
}

static void
assert_calls (DiaryPages *pages,
              const char *words,
              const char *link)
{
  GtkWidget *label = hc_ui_fixture_find (get_flag_dialog (pages), GTK_TYPE_LABEL, words);
  GtkWidget *button = gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON);

  g_assert_cmpstr (g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button)), NULL), ==,
                   link);
}

/* Those who can be called are buttons; a number is dialed as it is meant, without words written behind it. */
static void
test_contacts (void)
{
  g_autoptr (DiaryPages) pages = diary_pages_open ("health-center:diary", 360);
  HcCareContactStore *contacts = hc_profile_get_care_contacts (hc_context_get_profile (pages->fixture->context));
  static const HcCareContactDetails details[] = {
    { .name = "Dr. <b>Lee</b>", .role = "Oncologist", .phone = "+1 (800) 555-0100 ext. 12" },
    { .name = "Helpline", .phone = "1-800-4-CANCER" },
    { .name = "Clinic", .phone = "+44 (0)20 7946 0018 (day)" },
    { .name = "Front desk", .phone = "ask Sam" },
    { .name = "Too long", .phone = "1-800-CANCERHELPLINE" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (details); i++)
    {
      g_autoptr (HcCareContact) contact = hc_care_contact_new ();
      gboolean is_done = FALSE;

      hc_care_contact_store_save_async (contacts, contact, &details[i], hc_ui_fixture_done_cb, &is_done);
      WAIT_FOR (is_done);
    }

  diary_pages_add (pages, NULL, "chest-pain", 1, 5, "", FALSE);
  WAIT_FOR (get_flag_dialog (pages) != NULL);
  g_assert_nonnull (hc_ui_fixture_find (get_flag_dialog (pages), GTK_TYPE_LABEL, "Emergency: Call Now"));
  g_assert_nonnull (hc_ui_fixture_find (get_flag_dialog (pages), GTK_TYPE_LABEL,
                                        "Oncologist · +1 (800) 555-0100 ext. 12"));
  assert_calls (pages, "Call Dr. <b>Lee</b>", "tel:+18005550100;ext=12");
  assert_calls (pages, "Call Helpline", "tel:+18004226237");
  assert_calls (pages, "Call Clinic", "tel:+442079460018");
  g_assert_null (hc_ui_fixture_find (get_flag_dialog (pages), GTK_TYPE_LABEL, "Call Front desk"));
  g_assert_null (hc_ui_fixture_find (get_flag_dialog (pages), GTK_TYPE_LABEL, "Call Too long"));
  adw_dialog_close (get_flag_dialog (pages));
  WAIT_FOR (get_flag_dialog (pages) == NULL);
}

/* Escape with something written asks; what could not be saved stays, and is saved once in a second try. */
static void
test_nothing_is_lost (void)
{
  g_autoptr (DiaryPages) pages = diary_pages_open ("health-center:diary", 360);
  g_autofree char *path = g_build_filename (pages->fixture->folder, "profile.db", NULL);
  gpointer dialog = diary_pages_enter (pages, "note");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (hc_ui_fixture_find (dialog, GTK_TYPE_TEXT_VIEW, NULL));
  g_autofree char *long_note = g_strnfill (HC_DIARY_MAX_NOTE + 1, 'x');
  AdwDialog *alert;

  hc_ui_fixture_press (dialog, "Save");
  g_assert_nonnull (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "Nothing is written yet."));
  gtk_text_buffer_set_text (buffer, long_note, -1);
  hc_ui_fixture_press (dialog, "Save");
  g_assert_nonnull (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "4001 characters of 4000"));

  gtk_text_buffer_set_text (buffer, "A <b>good</b> day & a walk", -1);
  adw_dialog_close (dialog);
  WAIT_FOR ((alert = diary_pages_find_dialog (pages, ADW_TYPE_ALERT_DIALOG)) != NULL);
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (alert)), ==, "Entry Not Saved");
  hc_ui_fixture_press (alert, "Keep Editing");
  WAIT_FOR (diary_pages_find_dialog (pages, ADW_TYPE_ALERT_DIALOG) == NULL);

  fixture_execute (path, REFUSE_SAVES);
  hc_ui_fixture_press (dialog, "Save");
  WAIT_FOR (adw_banner_get_revealed (hc_ui_fixture_find (dialog, ADW_TYPE_BANNER, NULL)));
  diary_pages_assert_sql (pages, VALUES, "");
  fixture_execute (path, "DROP TRIGGER refuse_saves");
  save (pages, dialog);
  diary_pages_assert_sql (pages, VALUES, "note|NULL|A <b>good</b> day & a walk|0");
  g_assert_nonnull (diary_pages_find (pages, GTK_TYPE_LABEL, "A <b>good</b> day & a walk"));
}

/* Yesterday is taken; what lies ahead, and what is no time, is not. */
static void
test_when (void)
{
  g_autoptr (DiaryPages) pages = diary_pages_open ("health-center:diary", 360);
  gpointer dialog = diary_pages_enter (pages, "mood");
  GtkEditable *clock = get_entry (dialog);
  g_autoptr (GPtrArray) answers = NULL;

  g_assert_cmpstr (gtk_editable_get_text (clock), ==, "14:05");
  hc_ui_fixture_press (dialog, "Save");
  g_assert_nonnull (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "Choose an answer."));
  answers = hc_ui_fixture_find_all (dialog, GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (answers->pdata[3], TRUE);

  gtk_editable_set_text (clock, "half past");
  hc_ui_fixture_press (dialog, "Save");
  g_assert_nonnull (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "Write the time as hours and minutes: 14:05."));
  gtk_editable_set_text (clock, "14:11");
  hc_ui_fixture_press (dialog, "Save");
  g_assert_nonnull (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "This lies ahead."));
  gtk_editable_set_text (clock, "9:30 am");
  save (pages, dialog);
  diary_pages_assert_sql (pages, "SELECT kind, value FROM diary_entry", "mood|3.0");
  g_assert_nonnull (diary_pages_find (pages, GTK_TYPE_LABEL, "Today, 09:30"));

  /* A little ahead is now. */
  dialog = diary_pages_enter (pages, "pain");
  clock = get_entry (dialog);
  gtk_toggle_button_set_active (hc_ui_fixture_find (dialog, GTK_TYPE_TOGGLE_BUTTON, "4"), TRUE);
  gtk_editable_set_text (clock, "1410");
  save (pages, dialog);
  g_assert_nonnull (diary_pages_find (pages, GTK_TYPE_LABEL, "Today, 14:05"));
  g_assert_nonnull (diary_pages_find (pages, GTK_TYPE_LABEL, "4/10"));
}

/* Several answers are one change: all of them or none. */
static void
test_evening (void)
{
  g_autoptr (DiaryPages) pages = diary_pages_open ("health-center:diary", 360);
  g_autofree char *path = g_build_filename (pages->fixture->folder, "profile.db", NULL);
  g_autoptr (GPtrArray) buttons = NULL;
  gpointer dialog;

  diary_pages_activate (pages, "diary.evening", NULL);
  WAIT_FOR ((dialog = diary_pages_find_dialog (pages, HC_TYPE_EVENING_CHECK)) != NULL);
  hc_ui_fixture_press (dialog, "Save");
  g_assert_nonnull (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "Nothing is answered yet."));

  /* Nausea, grade 1, and vomiting, grade 2. */
  buttons = hc_ui_fixture_find_all (dialog, GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (buttons->pdata[1], TRUE);
  gtk_check_button_set_active (buttons->pdata[4 + 2], TRUE);

  fixture_execute (path, "CREATE TRIGGER refuse BEFORE INSERT ON diary_entry WHEN new.kind = 'vomiting' "
                         "BEGIN SELECT RAISE (FAIL, 'refused'); END");
  hc_ui_fixture_press (dialog, "Save");
  WAIT_FOR (adw_banner_get_revealed (hc_ui_fixture_find (dialog, ADW_TYPE_BANNER, NULL)));
  diary_pages_assert_sql (pages, VALUES, "");

  fixture_execute (path, "DROP TRIGGER refuse");
  save (pages, dialog);
  diary_pages_assert_sql (pages, VALUES, "nausea|1.0||0\nvomiting|2.0||0");
  diary_pages_assert_sql (pages, "SELECT count (DISTINCT time) FROM diary_entry", "1");
  WAIT_FOR (get_flag_dialog (pages) != NULL);
  g_assert_nonnull (hc_ui_fixture_find (get_flag_dialog (pages), GTK_TYPE_LABEL, "Vomiting several times"));
}

/* From an infusion on Saturday cold is to be avoided until the next one. */
static void
test_cold (void)
{
  g_autoptr (DiaryPages) pages = diary_pages_open ("health-center:diary", 360);
  gpointer dialog = diary_pages_enter (pages, "infusion"), card;

  g_assert_null (hc_ui_fixture_find (dialog, GTK_TYPE_TEXT_VIEW, NULL));
  save (pages, dialog);
  diary_pages_assert_sql (pages, VALUES, "infusion|NULL|oxaliplatin|0");
  WAIT_FOR ((card = diary_pages_find (pages, HC_TYPE_COLD_CARD, NULL)) != NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Avoid cold until Saturday, 28 November");
  g_assert_nonnull (hc_ui_fixture_find (card, GTK_TYPE_LABEL, "Cold drinks, ice and ice cream"));
}

/* The diary of somebody else is neither shown nor flagged, and an entry is theirs for whom it was begun. */
static void
test_persons (void)
{
  g_autoptr (DiaryPages) pages = diary_pages_open ("health-center:diary", 360);
  HcCurrentPerson *person = hc_context_get_person (pages->fixture->context);
  g_autofree char *ann = diary_pages_add_person (pages, "Ann");
  g_autofree char *bob = diary_pages_add_person (pages, "Bob");
  gpointer dialog;

  diary_pages_add (pages, bob, "temperature", 39.5, 10, "of Bob", FALSE);
  g_assert_null (diary_pages_find (pages, HC_TYPE_FLAG_CARD, NULL));
  g_assert_false (diary_pages_says (pages->window, "of Bob"));

  dialog = diary_pages_enter (pages, "pulse");
  gtk_editable_set_text (get_entry (dialog), "72");
  hc_current_person_choose (person, bob);
  save (pages, dialog);
  WAIT_FOR (diary_pages_find (pages, HC_TYPE_FLAG_CARD, NULL) != NULL);
  g_assert_null (get_flag_dialog (pages));
  g_assert_true (diary_pages_says (pages->window, "of Bob"));
  g_assert_false (diary_pages_says (pages->window, "72\u00a0per minute"));
  diary_pages_assert_sql (pages, "SELECT count (*) FROM diary_entry WHERE kind = 'pulse' AND person <> ''", "1");

  hc_current_person_choose (person, ann);
  WAIT_FOR (diary_pages_find (pages, HC_TYPE_FLAG_CARD, NULL) == NULL);
  WAIT_FOR (diary_pages_says (pages->window, "72\u00a0per minute"));
  g_assert_false (diary_pages_says (pages->window, "of Bob"));
}

/* Everything that can be written down, found by its name; what is pinned is offered first. */
static void
test_chooser (void)
{
  g_autoptr (DiaryPages) pages = diary_pages_open ("health-center:diary", 360);
  gpointer dialog, row;
  GtkWidget *search;

  diary_pages_activate (pages, "diary.add", NULL);
  WAIT_FOR ((dialog = diary_pages_find_dialog (pages, HC_TYPE_KIND_CHOOSER)) != NULL);
  hc_ui_fixture_wait_frames (pages->window, 3);
  g_assert_nonnull (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "Warning Signs"));
  search = hc_ui_fixture_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "PULSE");
  WAIT_FOR (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "Warning Signs") == NULL);
  row = gtk_widget_get_ancestor (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "Pulse"), GTK_TYPE_LIST_BOX_ROW);
  gtk_toggle_button_set_active (hc_ui_fixture_find (row, GTK_TYPE_TOGGLE_BUTTON, NULL), TRUE);

  g_signal_emit_by_name (search, "activate");
  WAIT_FOR (diary_pages_find_dialog (pages, HC_TYPE_DIARY_ENTRY_DIALOG) != NULL);
  g_assert_null (diary_pages_find_dialog (pages, HC_TYPE_KIND_CHOOSER));
  dialog = diary_pages_find_dialog (pages, HC_TYPE_DIARY_ENTRY_DIALOG);
  g_assert_cmpstr (adw_dialog_get_title (dialog), ==, "Pulse");
  g_assert_true (adw_dialog_close (dialog));
  WAIT_FOR (diary_pages_find_dialog (pages, HC_TYPE_DIARY_ENTRY_DIALOG) == NULL);
  g_assert_cmpstr (adw_preferences_row_get_title (diary_pages_find (pages, ADW_TYPE_ACTION_ROW, NULL)), ==, "Pulse");
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/diary/home", test_home);
  g_test_add_func ("/diary/numbers", test_numbers);
  g_test_add_func ("/diary/fever", test_fever);
  g_test_add_func ("/diary/contacts", test_contacts);
  g_test_add_func ("/diary/nothing-is-lost", test_nothing_is_lost);
  g_test_add_func ("/diary/when", test_when);
  g_test_add_func ("/diary/evening", test_evening);
  g_test_add_func ("/diary/cold", test_cold);
  g_test_add_func ("/diary/persons", test_persons);
  g_test_add_func ("/diary/chooser", test_chooser);

  return g_test_run ();
}
