/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-profile-import.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The program that test-profile-import-crash kills: `profile-importer FOLDER FILE replace|merge` opens the
 * profile, inspects the backup, prints "ready", imports it and prints "done". */

typedef struct
{
  GFile        *file;
  HcImportMode  mode;
  gboolean      is_done;
} Work;

static void
say (const char *word)
{
  printf ("%s\n", word);
  fflush (stdout);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Work *work = user_data;
  g_autoptr (GError) error = NULL;

  if (!hc_profile_import_finish (HC_PROFILE (source), result, NULL, &error))
    g_error ("%s", error->message);

  say ("done");
  work->is_done = TRUE;
}

static void
inspected_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Work *work = user_data;
  g_autoptr (HcBackupContents) contents = NULL;
  g_autoptr (GError) error = NULL;

  contents = hc_profile_inspect_finish (HC_PROFILE (source), result, &error);
  if (contents == NULL)
    g_error ("%s", error->message);

  say ("ready");
  hc_profile_import_async (HC_PROFILE (source), contents, work->mode, imported_cb, work);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Work *work = user_data;
  g_autoptr (GError) error = NULL;

  if (!hc_profile_open_finish (HC_PROFILE (source), result, &error))
    g_error ("%s", error->message);

  hc_profile_inspect_async (HC_PROFILE (source), work->file, NULL, inspected_cb, work);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (HcClock) clock = hc_clock_new ();
  g_autoptr (HcProfile) profile = NULL;
  g_autoptr (GFile) file = NULL;
  Work work = { 0 };

  if (argc != 4)
    return EXIT_FAILURE;

  file = g_file_new_for_path (argv[2]);
  work.file = file;
  work.mode = strcmp (argv[3], "merge") == 0 ? HC_IMPORT_MERGE : HC_IMPORT_REPLACE;
  profile = hc_profile_new (argv[1], clock);
  hc_profile_open_async (profile, opened_cb, &work);

  while (!work.is_done)
    g_main_context_iteration (NULL, TRUE);

  return EXIT_SUCCESS;
}
