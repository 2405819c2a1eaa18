/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "crash-edits.h"
#include "profile-fixture.h"

#include <stdio.h>

/* A process that writes is killed at random moments. Every edit that it has reported as saved must be there
 * afterwards, and what is saved together is there as a whole or not at all. The same profile goes through all
 * rounds, so that each starts from what the crash before has left.
 *
 * usage: test-profile-crash [N_KILLS] */

static guint n_rounds = 25;

/* What the disk holds for a slot: the number of an edit, 0 for nothing. */
typedef guint Numbers[N_SORTS][N_SLOTS];

/* Reads the numbers that the writer has printed and kills it after @n_lines of them and a moment more. */
static guint
run_writer (ProfileFixture *fixture,
            guint           first,
            guint           n_lines,
            gulong          moment,
            Numbers         reported)
{
  g_autofree char *writer = g_test_build_filename (G_TEST_BUILT, "profile", "profile-writer", NULL);
  g_autofree char *first_text = g_strdup_printf ("%u", first);
  g_autoptr (GDataInputStream) lines = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  guint n_read = 0;
  char *line;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                              writer, fixture->profile_folder, first_text, NULL);
  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));

  while (TRUE)
    {
      guint number;

      if (n_read == n_lines)
        {
          g_usleep (moment);
          g_subprocess_force_exit (process);
        }

      line = g_data_input_stream_read_line (lines, NULL, NULL, &error);
      g_assert_no_error (error);
      if (line == NULL)
        break;

      number = (guint) g_ascii_strtoull (line, NULL, 10);
      g_assert_cmpuint (number, >=, first);
      g_assert_cmpuint (number, <, first + N_EDITS);
      reported[number % N_SORTS][number / N_SORTS % N_SLOTS] = number;
      n_read++;
      g_free (line);
    }

  g_assert_true (g_subprocess_wait (process, NULL, &error));
  g_assert_no_error (error);
  /* Killed by us, or done before that; no failure of its own. */
  g_assert_true (g_subprocess_get_if_signaled (process) ? g_subprocess_get_term_sig (process) == 9
                                                        : g_subprocess_get_successful (process));

  return n_read;
}

static guint
parse_slot (const char *link)
{
  guint slot = (guint) g_ascii_strtoull (strrchr (link, '/') + 1, NULL, 10);

  g_assert_cmpuint (slot, <, N_SLOTS);

  return slot;
}

static void
find_notes (ProfileFixture *fixture,
            Numbers         found)
{
  GListModel *notes = G_LIST_MODEL (hc_profile_get_notes (fixture->profile));

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (HcNote) note = g_list_model_get_item (notes, i);
      guint number = (guint) g_ascii_strtoull (hc_note_get_text (note), NULL, 10);
      guint *place = &found[EDIT_NOTE][parse_slot (hc_note_get_link (note))];

      /* Whole, and once. */
      g_assert_cmpuint (strlen (strchr (hc_note_get_text (note), ' ') + 1), ==, number * 37 % 6000);
      g_assert_cmpuint (*place, ==, 0);
      *place = number;
    }
}

static void
find_medicines (ProfileFixture *fixture,
                Numbers         found)
{
  GListModel *medicines = G_LIST_MODEL (hc_profile_get_medicines (fixture->profile));

  for (guint i = 0; i < g_list_model_get_n_items (medicines); i++)
    {
      g_autoptr (HcMedicine) medicine = g_list_model_get_item (medicines, i);
      guint *place = &found[EDIT_MEDICINE][parse_slot (hc_medicine_get_details (medicine)->link)];

      g_assert_cmpuint (*place, ==, 0);
      *place = (guint) g_ascii_strtoull (hc_medicine_get_details (medicine)->name, NULL, 10);
    }
}

static void
find_drafts (ProfileFixture *fixture,
             Numbers         found)
{
  GListModel *appointments = G_LIST_MODEL (hc_profile_get_appointments (fixture->profile));

  for (guint i = 0; i < g_list_model_get_n_items (appointments); i++)
    {
      g_autoptr (HcAppointment) draft = g_list_model_get_item (appointments, i);
      const HcAppointmentDetails *details = hc_appointment_get_details (draft);
      guint number = (guint) g_ascii_strtoull (details->notes, NULL, 10);
      guint *place = &found[EDIT_DRAFT][parse_slot (details->subject)];

      /* All of its texts are of one save. */
      g_assert_cmpuint (strlen (details->reason), ==, number * 37 % 6000);
      g_assert_cmpstr (details->unfinished, ==, details->reason);
      g_assert_cmpuint (*place, ==, 0);
      *place = number;
    }
}

static void
find_doses (ProfileFixture *fixture,
            Numbers         found)
{
  HcDoseLog *log = hc_profile_get_dose_log (fixture->profile);

  for (guint slot = 0; slot < N_SLOTS; slot++)
    for (guint i = 0; i < N_TOGETHER; i++)
      {
        g_autofree char *key = g_strdup_printf (EDIT_NAME, slot, i);
        const HcDoseRecord *record = hc_dose_log_lookup (log, EDIT_MEDICINE_ID, key);
        guint number = record != NULL ? (guint) g_ascii_strtoull (record->note, NULL, 10) : 0;

        if (i > 0)
          g_assert_cmpuint (number, ==, found[EDIT_DOSES][slot]);
        found[EDIT_DOSES][slot] = number;
      }
}

static void
find_diary (ProfileFixture *fixture,
            Numbers         found)
{
  g_autoptr (GPtrArray) entries = hc_diary_list_recent (hc_profile_get_diary (fixture->profile), "", FALSE, 1);
  guint n_found[N_SLOTS] = { 0 };

  for (guint i = 0; i < entries->len; i++)
    {
      const HcDiaryEntryDetails *details = hc_diary_entry_get_details (g_ptr_array_index (entries, i));
      guint number = (guint) g_ascii_strtoull (details->text, NULL, 10);
      guint slot, which;

      g_assert_cmpint (sscanf (details->kind, EDIT_NAME, &slot, &which), ==, 2);
      g_assert_cmpfloat (details->value, ==, number);
      if (n_found[slot] > 0)
        g_assert_cmpuint (number, ==, found[EDIT_DIARY][slot]);
      found[EDIT_DIARY][slot] = number;
      n_found[slot]++;
    }

  for (guint slot = 0; slot < N_SLOTS; slot++)
    g_assert_true (n_found[slot] == 0 || n_found[slot] == N_TOGETHER);
}

/* What was reported is there. Of what was not, either is true: that it was saved and that it was not. */
static void
assert_saved (ProfileFixture *fixture,
              guint           first,
              Numbers         reported,
              Numbers         saved)
{
  Numbers found = { { 0 } };

  find_notes (fixture, found);
  find_doses (fixture, found);
  find_diary (fixture, found);
  find_medicines (fixture, found);
  find_drafts (fixture, found);

  for (guint sort = 0; sort < N_SORTS; sort++)
    for (guint slot = 0; slot < N_SLOTS; slot++)
      {
        gboolean is_removal = sort == EDIT_MEDICINE && saved[sort][slot] != 0;
        guint wanted = is_removal ? 0 : first + slot * N_SORTS + sort;

        if (found[sort][slot] != wanted)
          {
            g_assert_cmpuint (reported[sort][slot], ==, 0);
            g_assert_cmpuint (found[sort][slot], ==, saved[sort][slot]);
          }

        saved[sort][slot] = found[sort][slot];
      }
}

static void
test_crash (ProfileFixture *fixture,
            gconstpointer   data)
{
  Numbers saved = { { 0 } };
  guint n_interrupted = 0;

  for (guint round = 0; round < n_rounds; round++)
    {
      Numbers reported = { { 0 } };
      guint first = (round + 1) * N_EDITS;
      guint n_lines = (guint) g_test_rand_int_range (0, N_EDITS);
      gulong moment;
      guint n_read;
      g_autofree char *rows = NULL;

      /* Every fifth while it opens or soon after. */
      if (round % 5 == 0)
        n_lines = 0;
      moment = (gulong) g_test_rand_int_range (0, n_lines == 0 ? 30000 : 1000);

      n_read = run_writer (fixture, first, n_lines, moment, reported);
      n_interrupted += n_read < N_EDITS;
      g_test_message ("round %u: killed after %u lines and %lu us, %u came", round, n_lines, moment, n_read);

      profile_fixture_open (fixture);
      assert_saved (fixture, first, reported, saved);
      rows = fixture_query (fixture->path, "PRAGMA integrity_check");
      g_assert_cmpstr (rows, ==, "ok");
      profile_fixture_close (fixture);
    }

  g_assert_cmpuint (n_interrupted, >=, n_rounds / 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  if (argc > 1)
    n_rounds = (guint) g_ascii_strtoull (argv[1], NULL, 10);

  g_test_add ("/profile/crash/kill", ProfileFixture, NULL,
              profile_fixture_set_up, test_crash, profile_fixture_tear_down);

  return g_test_run ();
}
