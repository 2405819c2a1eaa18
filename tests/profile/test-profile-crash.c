/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "profile-fixture.h"

/* A process that writes is killed at random moments. Every edit that it has reported as saved must
 * be there afterwards. The same profile goes through all rounds, so that each starts from what the
 * crash before has left. */

#define N_ROUNDS 25
#define N_EDITS 200
#define N_NOTES 20

/* Reads the numbers that the writer has printed, keeps the highest for each note, and kills it
 * after @n_lines of them and a moment more. */
static guint
run_writer (ProfileFixture *fixture,
            guint           first,
            guint           n_lines,
            gulong          moment,
            guint           saved[N_NOTES])
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
      if (n_read == n_lines)
        {
          g_usleep (moment);
          g_subprocess_force_exit (process);
        }

      line = g_data_input_stream_read_line (lines, NULL, NULL, &error);
      g_assert_no_error (error);
      if (line == NULL)
        break;

      saved[g_ascii_strtoull (line, NULL, 10) % N_NOTES] = (guint) g_ascii_strtoull (line, NULL, 10);
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

static void
assert_saved (ProfileFixture *fixture,
              guint           last,
              guint           saved[N_NOTES])
{
  GListModel *notes = G_LIST_MODEL (hc_profile_get_notes (fixture->profile));
  guint found[N_NOTES] = { 0 };

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (HcNote) note = g_list_model_get_item (notes, i);
      guint number = (guint) g_ascii_strtoull (hc_note_get_text (note), NULL, 10);
      g_autofree char *link = g_strdup_printf ("health-center:article/%u", number % N_NOTES);

      /* Whole, and in the right place. */
      g_assert_cmpstr (hc_note_get_link (note), ==, link);
      g_assert_cmpuint (strlen (strchr (hc_note_get_text (note), ' ') + 1), ==, number * 37 % 6000);
      g_assert_cmpuint (number, <, last);
      g_assert_cmpuint (found[number % N_NOTES], ==, 0);
      found[number % N_NOTES] = number;
    }

  for (guint i = 0; i < N_NOTES; i++)
    {
      g_assert_cmpuint (found[i], >=, saved[i]);
      saved[i] = found[i];
    }
}

static void
test_crash (ProfileFixture *fixture,
            gconstpointer   data)
{
  guint saved[N_NOTES] = { 0 };
  guint n_interrupted = 0;

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      guint first = 1000 + round * N_EDITS;
      guint n_lines = (guint) g_test_rand_int_range (0, N_EDITS);
      gulong moment = (gulong) g_test_rand_int_range (0, n_lines == 0 || round % 5 == 0 ? 30000 : 1000);
      guint n_read;
      g_autofree char *rows = NULL;

      /* Every fifth while it opens or soon after. */
      if (round % 5 == 0)
        n_lines = 0;

      n_read = run_writer (fixture, first, n_lines, moment, saved);
      n_interrupted += n_read < N_EDITS;
      g_test_message ("round %u: killed after %u lines and %lu us, %u came", round, n_lines, moment, n_read);

      profile_fixture_open (fixture);
      assert_saved (fixture, first + N_EDITS, saved);
      rows = fixture_query (fixture->path, "PRAGMA integrity_check");
      g_assert_cmpstr (rows, ==, "ok");
      profile_fixture_close (fixture);
    }

  g_assert_cmpuint (n_interrupted, >=, N_ROUNDS / 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/profile/crash/kill", ProfileFixture, NULL,
              profile_fixture_set_up, test_crash, profile_fixture_tear_down);

  return g_test_run ();
}
