/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "hc-summary-dialog.h"
#include "hc-summary-printout.h"
#include "hc-wallet-card.h"
#include "summary-fixture.h"

#include <glib/gstdio.h>

/* The summary for the next visit: the dialog, and what it makes, read again with pdftotext. */

#define LONG 10000

/* Without blanks, texts can be compared wherever their lines end. */
static char *
squeeze (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("[\\s\\x{a0}]+", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);

  return g_regex_replace_literal (regex, text, -1, 0, "", G_REGEX_MATCH_DEFAULT, NULL);
}

static gboolean
has_words (const char *text,
           const char *words)
{
  g_autofree char *squeezed = squeeze (text);
  g_autofree char *wanted = squeeze (words);

  return strstr (squeezed, wanted) != NULL;
}

static void
assert_words (const char *text,
              const char *words)
{
  if (!has_words (text, words))
    g_error ("There is no “%s” in:\n%s", words, text);
}

static gboolean
has_pdftotext (void)
{
  g_autofree char *path = g_find_program_in_path ("pdftotext");

  if (path == NULL)
    g_test_skip ("pdftotext of poppler-utils is not installed");

  return path != NULL;
}

static char *
read_pdf (const char *path)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "pdftotext", "-layout", path, "-", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));

  return text;
}

static guint
count_sheets (const char *text)
{
  guint n = 0;

  for (const char *c = text; *c != '\0'; c++)
    n += *c == '\f' ? 1 : 0;

  return n;
}

typedef struct
{
  gboolean        is_done;
  HcVisitSummary *summary;
} Loaded;

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Loaded *loaded = user_data;

  loaded->summary = hc_visit_summary_load_finish (HC_CONTEXT (source), result, NULL);
  loaded->is_done = TRUE;
}

static HcVisitSummary *
load (HcUiFixture *fixture)
{
  Loaded loaded = { 0 };

  hc_visit_summary_load_async (fixture->context, NULL, loaded_cb, &loaded);
  WAIT_FOR (loaded.is_done);
  g_assert_nonnull (loaded.summary);

  return loaded.summary;
}

/* Takes the printout. With HC_TEST_PDF, a folder, the files are kept there to be looked at. */
static char *
print (HcPrintout *printout,
       const char *name)
{
  g_autofree char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (g_getenv ("HC_TEST_PDF") != NULL ? g_getenv ("HC_TEST_PDF") : folder,
                                            name, NULL);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  g_autoptr (GError) error = NULL;
  char *text;

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_paper_size_free (size);
  g_assert_true (hc_printout_export (printout, path, setup, &error));
  g_assert_no_error (error);
  g_assert_finalize_object (printout);
  text = read_pdf (path);
  fixture_remove_folder (folder);

  return text;
}

static char *
print_summary (HcVisitSummary *summary,
               HcSummaryParts  parts)
{
  return print (HC_PRINTOUT (hc_summary_printout_new (summary, parts)), "summary.pdf");
}

static char *
print_card (HcVisitSummary *summary,
            const char     *name)
{
  return print (HC_PRINTOUT (hc_wallet_card_new (summary)), name);
}

/* Every fact that was written down, on at most two sheets. */
static void
test_sheet (void)
{
  static const char *const facts[] = {
    "Visit Summary", "Name: Maria <i>Rivera</i>", "Born: 1958",
    "Made on: 20 November 2026. What is new is told since the last visit, 9 November 2026.",
    "Diagnosis: Colon cancer, Stage III", "Biomarkers: MSI-H or dMMR, RAS wild type, no mutation",
    "Treatment, in own words: Half of the bowel was taken out in September. Tablets since November, eight cycles.",
    "Penicillin: a rash", "Latex",
    "Capecitabine 500 mg", "2 tablets at 08:00 and 20:00, days 1 to 14 of 21, from 10 November 2026",
    "New since 10 November 2026", "For: colon cancer, after the operation", "Prescribed by: Dr. Okafor",
    "Loperamide 2 mg", "1 capsule when needed, at most 8 capsules in a day",
    "Medicines Stopped", "Amoxicillin", "Stopped on: 16 November 2026", "Why: a rash",
    /* From the 10th to the 20th at eight and twenty: the last is not over. Ten were told of. */
    "Capecitabine 500 mg: 9 of 21 doses taken, 1 left out on purpose, 11 not written down",
    "Major Interactions", "Warfarin and Capecitabine",
    "What to do: Tell your care team before the first dose that you take both.",
    "Nausea: 3 entries; worst: grade 2, ", "(13 November 2026); last: grade 0, None (15 November 2026)",
    "Weight: 3 entries; first: 70.5 kg (11 November 2026); last: 68.4 kg (19 November 2026); "
    "lowest: 67.8 kg (14 November 2026)",
    "14 November 2026, Note: Walked to the sea & back. <b>Tired</b>, but glad.",
    "1. How long will my hands be sore?", "2. May I travel between two cycles?",
    "Sam Rivera: my husband · +1 555 0100",
    "Dr. Okafor: oncologist · +1 555 0123 · okafor@example.org · Mondays to Thursdays",
    "Maria <i>Rivera</i> · 20 November 2026 · Made by the person with Health Center. Not checked by a clinician.",
    "Health Center · Visit Summary · 1 of 2",
  };
  g_autoptr (HcUiFixture) fixture = NULL;
  g_autoptr (HcVisitSummary) summary = NULL;
  g_autofree char *text = NULL;

  if (!has_pdftotext ())
    return;

  fixture = hc_ui_fixture_new_at (SUMMARY_FIXTURE_TIME);
  hc_ui_fixture_open_profile (fixture);
  summary_fixture_fill (fixture);
  summary = load (fixture);
  text = print_summary (summary, HC_SUMMARY_ALL);

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    assert_words (text, facts[i]);

  /* What is covered stays so. */
  g_assert_null (strstr (text, "77.7"));
  g_assert_cmpuint (count_sheets (text), <=, 2);
}

/* Each part can be left out, and nothing of it is left. */
static void
test_parts (void)
{
  static const struct { HcSummaryParts part; const char *words; } parts[] = {
    { HC_SUMMARY_DIAGNOSIS, "Stage III" }, { HC_SUMMARY_ALLERGIES, "Penicillin" },
    { HC_SUMMARY_MEDICINES, "when needed, at most" }, { HC_SUMMARY_DOSES, "9 of 21" },
    { HC_SUMMARY_INTERACTIONS, "What to do" }, { HC_SUMMARY_DIARY, "Nausea" }, { HC_SUMMARY_NOTES, "sea & back" },
    { HC_SUMMARY_QUESTIONS, "travel" }, { HC_SUMMARY_CONTACTS, "my husband" },
  };
  g_autoptr (HcUiFixture) fixture = NULL;
  g_autoptr (HcVisitSummary) summary = NULL;

  if (!has_pdftotext ())
    return;

  fixture = hc_ui_fixture_new_at (SUMMARY_FIXTURE_TIME);
  hc_ui_fixture_open_profile (fixture);
  summary_fixture_fill (fixture);
  summary = load (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *with = print_summary (summary, parts[i].part);
      g_autofree char *without = print_summary (summary, HC_SUMMARY_ALL & ~parts[i].part);

      assert_words (with, parts[i].words);
      g_assert_false (has_words (without, parts[i].words));
    }
}

/* What is too long goes on on other sheets and none of it is lost; on the card it is told how much there is. */
static void
test_long (void)
{
  g_autoptr (HcUiFixture) fixture = NULL;
  g_autoptr (HcVisitSummary) summary = NULL;
  g_autofree char *name = g_strnfill (LONG, 'm');
  g_autofree char *medicine = g_strnfill (LONG, 'w');
  g_autofree char *text = NULL, *card = NULL;
  g_auto (GStrv) pieces = NULL;

  if (!has_pdftotext ())
    return;

  fixture = hc_ui_fixture_new_at (SUMMARY_FIXTURE_TIME);
  hc_ui_fixture_open_profile (fixture);
  summary_fixture_add_person (fixture, &(HcPersonDetails) { .name = name, .allergies = "a\nb\nc\nd\ne" });
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *title = g_strdup_printf ("Medicine %u", i);

      summary_fixture_add_medicine (fixture, &(HcMedicineDetails) { .name = i == 20 ? medicine : title });
    }

  summary = load (fixture);
  text = print_summary (summary, HC_SUMMARY_ALL);
  pieces = g_strsplit (text, "w", -1);
  /* The foot says “Not checked”, and no other line has that letter. */
  g_assert_cmpuint (g_strv_length (pieces), >=, LONG);
  assert_words (text, "Medicine 39");
  assert_words (text, "Not checked by a clinician.");

  card = print_card (summary, "long-card.pdf");
  g_assert_cmpuint (count_sheets (card), ==, 1);
  assert_words (card, "Medicine 0");
  assert_words (card, "more, see the list");
  assert_words (card, "Allergies:");
  assert_words (card, "In an emergency call:");
  g_assert_false (has_words (card, "Medicine 39"));
}

static void
test_card (void)
{
  static const char *const facts[] = {
    "Name: Maria <i>Rivera</i>", "Born: 1958", "Diagnosis: Colon cancer, Stage III", "Allergies:",
    "Penicillin: a rash", "Latex", "In an emergency call:", "+1 555 0100 · Sam Rivera · my husband",
    "Medicines on 20 November 2026:", "Capecitabine 500 mg: 08:00 and 20:00", "Loperamide 2 mg: when needed",
    "Not checked by a clinician.",
  };
  g_autoptr (HcUiFixture) fixture = NULL;
  g_autoptr (HcVisitSummary) summary = NULL;
  g_autofree char *text = NULL;

  if (!has_pdftotext ())
    return;

  fixture = hc_ui_fixture_new_at (SUMMARY_FIXTURE_TIME);
  hc_ui_fixture_open_profile (fixture);
  summary_fixture_fill (fixture);
  summary = load (fixture);
  text = print_card (summary, "card.pdf");

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    assert_words (text, facts[i]);
  g_assert_false (has_words (text, "see the list"));
  g_assert_null (strstr (text, "Amoxicillin"));
  g_assert_cmpuint (count_sheets (text), ==, 1);
}

/* --- The dialog --------------------------------------------------------------------------- */

static HcSummaryDialog *
open_dialog (HcUiFixture *fixture,
             HcWindow    *window)
{
  HcSummaryDialog *dialog;

  g_assert_true (hc_window_open_link (window, "health-center:summary"));
  dialog = HC_SUMMARY_DIALOG (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  g_assert_nonnull (dialog);
  WAIT_FOR (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "Born: 1958") != NULL);
  hc_ui_fixture_wait_frames (window, 3);

  return dialog;
}

static void
close_dialog (HcSummaryDialog *dialog,
              HcWindow        *window)
{
  adw_dialog_force_close (ADW_DIALOG (dialog));
  hc_ui_fixture_close (window);
}

/* A row that says just that. */
static gpointer
find_row (HcSummaryDialog *dialog,
          const char      *title)
{
  g_autoptr (GPtrArray) rows = hc_ui_fixture_find_all (dialog, ADW_TYPE_PREFERENCES_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (adw_preferences_row_get_title (g_ptr_array_index (rows, i)), title))
      return g_ptr_array_index (rows, i);

  g_error ("There is no row “%s”", title);
}

/* Shows the switches of the parts. */
static void
show_parts (HcSummaryDialog *dialog)
{
  adw_expander_row_set_expanded (find_row (dialog, "What goes in"), TRUE);
  hc_ui_fixture_wait_frames (dialog, 10);
}

static gboolean
has_heading (HcSummaryDialog *dialog,
             const char      *words)
{
  g_autoptr (GPtrArray) headings = hc_ui_fixture_find_role (dialog, GTK_ACCESSIBLE_ROLE_HEADING);

  for (guint i = 0; i < headings->len; i++)
    if (GTK_IS_LABEL (g_ptr_array_index (headings, i)) &&
        g_str_equal (gtk_label_get_text (g_ptr_array_index (headings, i)), words))
      return TRUE;

  return FALSE;
}

/* What is going to be printed is shown, and follows the choices. */
static void
test_preview (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new_at (SUMMARY_FIXTURE_TIME);
  HcWindow *window;
  HcSummaryDialog *dialog;

  hc_ui_fixture_open_profile (fixture);
  summary_fixture_fill (fixture);
  window = hc_ui_fixture_present (fixture, "health-center:today", 360, 640);
  dialog = open_dialog (fixture, window);

  g_assert_true (has_heading (dialog, "Major Interactions"));
  g_assert_nonnull (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "Name: Maria <i>Rivera</i>"));
  g_assert_nonnull (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "since the last visit, 9 November 2026"));
  g_assert_nonnull (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "1 covered result is left out"));

  show_parts (dialog);
  adw_switch_row_set_active (find_row (dialog, "Major Interactions"), FALSE);
  g_assert_false (has_heading (dialog, "Major Interactions"));
  g_assert_true (has_heading (dialog, "Medicines Taken Now"));

  /* Two weeks ago it was the 6th. */
  adw_combo_row_set_selected (find_row (dialog, "What is new"), 1);
  WAIT_FOR (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "What is new is told since 6 November 2026") != NULL);

  close_dialog (dialog, window);
}

static void
test_other_day (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new_at (SUMMARY_FIXTURE_TIME);
  g_autoptr (GDateTime) later = g_date_time_new_local (2026, 11, 25, 0, 0, 0);
  g_autoptr (GDateTime) earlier = g_date_time_new_local (2020, 1, 1, 0, 0, 0);
  g_autoptr (GDateTime) day = g_date_time_new_local (2026, 11, 12, 0, 0, 0);
  HcWindow *window;
  HcSummaryDialog *dialog;
  GtkPopover *popover;
  GtkCalendar *calendar;
  AdwActionRow *row;

  hc_ui_fixture_open_profile (fixture);
  summary_fixture_fill (fixture);
  window = hc_ui_fixture_present (fixture, "health-center:today", 700, 640);
  dialog = open_dialog (fixture, window);
  adw_combo_row_set_selected (find_row (dialog, "What is new"), 5);
  hc_ui_fixture_wait_frames (dialog, 5);
  row = find_row (dialog, "Since");
  WAIT_FOR (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "since 23 October 2026.") != NULL);

  popover = gtk_menu_button_get_popover (hc_ui_fixture_find (row, GTK_TYPE_MENU_BUTTON, NULL));
  calendar = GTK_CALENDAR (gtk_popover_get_child (popover));
  gtk_calendar_select_day (calendar, later);
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "This day is still to come. Choose one that is over.");
  gtk_calendar_select_day (calendar, earlier);
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==,
                   "A summary goes back a little more than a year. Choose a later day.");
  g_assert_nonnull (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "since 23 October 2026."));

  gtk_calendar_select_day (calendar, day);
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "");
  WAIT_FOR (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "since 12 November 2026.") != NULL);

  close_dialog (dialog, window);
}

static char *
save (HcSummaryDialog *dialog,
      HcSummaryFile    what,
      const char      *folder,
      const char      *name)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  hc_summary_dialog_save (dialog, what, file);
  WAIT_FOR (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "Saved") != NULL);
  adw_toast_overlay_dismiss_all (hc_ui_fixture_find (dialog, ADW_TYPE_TOAST_OVERLAY, NULL));
  WAIT_FOR (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "Saved") == NULL);

  return path;
}

/* All six files, as the choices say. */
static void
test_files (void)
{
  static const struct { HcSummaryFile what; const char *name; const char *words; } files[] = {
    { HC_SUMMARY_FILE_MEDICINES, "medicines.csv", "\"Capecitabine\",\"500 mg\"" },
    { HC_SUMMARY_FILE_DOSES, "doses.csv", "2026-11-14T08:00:00,\"left out\"" },
    { HC_SUMMARY_FILE_DIARY, "diary.csv", "\"Weight (kg)\",70.5" },
    { HC_SUMMARY_FILE_CALENDAR, "calendar.ics", "SUMMARY:Reminder" },
  };
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new_at (SUMMARY_FIXTURE_TIME);
  g_autofree char *folder = fixture_make_folder ();
  HcWindow *window;
  HcSummaryDialog *dialog;
  GStatBuf info;

  hc_ui_fixture_open_profile (fixture);
  summary_fixture_fill (fixture);
  window = hc_ui_fixture_present (fixture, "health-center:today", 700, 640);
  dialog = open_dialog (fixture, window);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = save (dialog, files[i].what, folder, files[i].name);
      g_autofree char *text = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      assert_words (text, files[i].words);
      g_assert_cmpint (g_stat (path, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 0777, ==, 0600);
    }

  if (has_pdftotext ())
    {
      g_autofree char *path = NULL, *card_path = NULL, *text = NULL, *card = NULL;

      show_parts (dialog);
      adw_switch_row_set_active (find_row (dialog, "Allergies"), FALSE);
      path = save (dialog, HC_SUMMARY_FILE_PDF, folder, "summary.pdf");
      text = read_pdf (path);
      assert_words (text, "Capecitabine 500 mg");
      g_assert_false (has_words (text, "Penicillin"));

      card_path = save (dialog, HC_SUMMARY_FILE_CARD, folder, "card.pdf");
      card = read_pdf (card_path);
      assert_words (card, "Wallet Card");
    }

  close_dialog (dialog, window);
  fixture_remove_folder (folder);
}

static void
test_bad_place (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new_at (SUMMARY_FIXTURE_TIME);
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at/all.pdf");
  HcWindow *window;
  HcSummaryDialog *dialog;

  hc_ui_fixture_open_profile (fixture);
  summary_fixture_fill (fixture);
  window = hc_ui_fixture_present (fixture, "health-center:today", 700, 640);
  dialog = open_dialog (fixture, window);
  hc_summary_dialog_save (dialog, HC_SUMMARY_FILE_PDF, file);
  WAIT_FOR (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "Not saved. Try again, or choose another folder.") != NULL);
  close_dialog (dialog, window);
}

/* A link may start the program, before the profile is open. */
static void
test_not_open (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new_at (SUMMARY_FIXTURE_TIME);
  HcWindow *window = hc_ui_fixture_present (fixture, "health-center:today", 700, 640);
  AdwDialog *dialog;

  g_assert_true (hc_window_open_link (window, "health-center:summary"));
  g_assert_true (hc_window_open_link (window, "health-center:summary"));
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));

  hc_ui_fixture_open_profile (fixture);
  WAIT_FOR ((dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))) != NULL);
  g_assert_true (HC_IS_SUMMARY_DIALOG (dialog));
  close_dialog (HC_SUMMARY_DIALOG (dialog), window);
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/summary/sheet", test_sheet);
  g_test_add_func ("/summary/parts", test_parts);
  g_test_add_func ("/summary/long", test_long);
  g_test_add_func ("/summary/card", test_card);
  g_test_add_func ("/summary/preview", test_preview);
  g_test_add_func ("/summary/other-day", test_other_day);
  g_test_add_func ("/summary/files", test_files);
  g_test_add_func ("/summary/bad-place", test_bad_place);
  g_test_add_func ("/summary/not-open", test_not_open);

  return g_test_run ();
}
