/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "answers-fixture.h"
#include "fixture.h"
#include "hc-care-question-printer.h"

/* The sheet for the next visit as a PDF file, read again with pdftotext. */

static char *
print (HcUiFixture *fixture,
       gboolean     has_notes)
{
  g_autofree char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "questions.pdf", NULL);
  g_autoptr (HcCareQuestionPrinter) printer = hc_care_question_printer_new (fixture->context, has_notes);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_assert_true (hc_printout_export (HC_PRINTOUT (printer), path, NULL, &error));
  g_assert_no_error (error);
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "pdftotext", "-layout", path, "-", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  if (g_getenv ("HC_TEST_KEEP_PDF") == NULL)
    fixture_remove_folder (folder);

  return text;
}

/* What is to be asked stands on the sheet in its order, and nothing else of the person. */
static void
test_print (void)
{
  g_autoptr (HcUiFixture) fixture = NULL;
  g_autofree char *pdftotext = g_find_program_in_path ("pdftotext");
  g_autofree char *plain = NULL;
  g_autofree char *with_notes = NULL;
  g_autoptr (HcNote) note = hc_note_new ("health-center:article/warning-signs#x", "Warning Signs", "quote");
  g_autoptr (HcNote) other = hc_note_new ("health-center:article/other", "Other", NULL);
  HcCareQuestionStore *store;
  g_autoptr (HcCareQuestion) asked = NULL;
  g_autoptr (HcCareQuestion) about = NULL;
  gboolean is_done = FALSE;

  if (pdftotext == NULL)
    {
      g_test_skip ("pdftotext of poppler-utils is not installed");
      return;
    }

  fixture = hc_ui_fixture_new (NULL);
  hc_ui_fixture_open_profile (fixture);
  asked = answers_fixture_add (fixture, NULL, NULL, "Asked already");
  store = hc_profile_get_care_questions (hc_context_get_profile (fixture->context));
  hc_care_question_store_set_asked_async (store, asked, TRUE, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
  about = answers_fixture_add (fixture, "health-center:article/warning-signs", "Warning <Signs>",
                               "Whom <b>do</b> I call?");
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *text = g_strdup_printf ("Number %u", i);
      g_autoptr (HcCareQuestion) question = answers_fixture_add (fixture, NULL, NULL, text);
    }
  hc_ui_fixture_save_note (fixture, note, "Ask & tell");
  hc_ui_fixture_save_note (fixture, other, "Not this one");

  plain = print (fixture, FALSE);
  g_assert_nonnull (strstr (plain, "Questions for My Care Team"));
  g_assert_nonnull (strstr (plain, "Date of the visit: ____"));
  g_assert_nonnull (strstr (plain, "1. Whom <b>do</b> I call?"));
  g_assert_nonnull (strstr (plain, "About: Warning <Signs>"));
  g_assert_nonnull (strstr (plain, "2. Number 0"));
  g_assert_nonnull (strstr (plain, "7. Number 5"));
  g_assert_null (strstr (plain, "Asked already"));
  g_assert_null (strstr (plain, "Ask & tell"));
  /* Seven questions with room for the answers need more than one sheet. */
  g_assert_nonnull (strstr (plain, "Questions for My Care Team · 2 of "));

  with_notes = print (fixture, TRUE);
  g_assert_nonnull (strstr (with_notes, "My note: Ask & tell"));
  g_assert_null (strstr (with_notes, "Not this one"));
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/care-question-printer/sheet", test_print);

  return g_test_run ();
}
