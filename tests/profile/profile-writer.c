/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-profile.h"

#include <stdio.h>
#include <stdlib.h>

/* The program that test-profile-crash kills: `profile-writer FOLDER FIRST` makes 200 edits of 20
 * notes, numbered from FIRST, and prints the number of each edit when its save has finished. The
 * note of edit N is the one about article N modulo 20; its text begins with N. */

#define N_EDITS 200
#define N_NOTES 20

static guint n_waiting = N_EDITS;

static HcNote *
find_note (HcProfile *profile,
           guint      number)
{
  GListModel *notes = G_LIST_MODEL (hc_profile_get_notes (profile));
  g_autofree char *link = g_strdup_printf ("health-center:article/%u", number);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (HcNote) note = g_list_model_get_item (notes, i);

      if (g_strcmp0 (hc_note_get_link (note), link) == 0)
        return g_steal_pointer (&note);
    }

  return hc_note_new (link, "A title", NULL);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!hc_note_store_save_finish (HC_NOTE_STORE (source), result, &error))
    g_error ("%s", error->message);

  printf ("%u\n", GPOINTER_TO_UINT (user_data));
  fflush (stdout);
  n_waiting--;
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  HcProfile *profile = HC_PROFILE (source);
  guint first = GPOINTER_TO_UINT (user_data);
  HcNote *notes[N_NOTES];
  g_autoptr (GError) error = NULL;

  if (!hc_profile_open_finish (profile, result, &error))
    g_error ("%s", error->message);

  for (guint i = 0; i < N_NOTES; i++)
    notes[i] = find_note (profile, i);

  for (guint number = first; number < first + N_EDITS; number++)
    {
      g_autofree char *padding = g_strnfill (number * 37 % 6000, 'x');
      g_autofree char *text = g_strdup_printf ("%u %s", number, padding);

      hc_note_store_save_async (hc_profile_get_notes (profile), notes[number % N_NOTES], text,
                                saved_cb, GUINT_TO_POINTER (number));
    }

  for (guint i = 0; i < N_NOTES; i++)
    g_object_unref (notes[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (HcClock) clock = hc_clock_new ();
  g_autoptr (HcProfile) profile = NULL;
  guint first;

  if (argc != 3)
    return EXIT_FAILURE;

  profile = hc_profile_new (argv[1], clock);
  first = (guint) g_ascii_strtoull (argv[2], NULL, 10);
  hc_profile_open_async (profile, opened_cb, GUINT_TO_POINTER (first));

  while (n_waiting > 0)
    g_main_context_iteration (NULL, TRUE);

  return EXIT_SUCCESS;
}
