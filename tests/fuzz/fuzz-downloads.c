/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz-target.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "hc-database.h"
#include "hc-recall-import.h"
#include "hc-trial-files.h"

static gboolean
take_trial_cb (HcTrial  *trial,
               gpointer  user_data)
{
  g_autoptr (HcTrial) owned = trial;

  g_assert_true (hc_trial_nct_is_valid (owned->nct));
  (*(guint *) user_data)++;

  return TRUE;
}

static void
take_problem_cb (const char   *file,
                 const GError *error,
                 gpointer      user_data)
{
  g_assert_true (g_utf8_validate (file, -1, NULL));
  g_assert_true (error->domain == HC_TRIAL_ERROR);
  (*(guint *) user_data)++;
}

static gboolean
take_progress_cb (double   fraction,
                  gpointer user_data)
{
  g_assert_true (fraction >= 0 && fraction <= 1);

  return TRUE;
}

static void
check_trials (const char *path)
{
  static const HcTrialFilesFuncs funcs = { take_trial_cb, take_problem_cb, take_progress_cb };
  const char *paths[] = { path, NULL };
  guint n_found = 0;

  g_assert_true (hc_trial_files_read (paths, &funcs, &n_found));
}

static char *folder;

static void
remove_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcRecallReport) report = hc_recall_import_run_finish (result, &error);

  g_assert_true ((report == NULL) == (error != NULL));
  g_assert_true (error == NULL || error->domain == HC_JSON_ERROR);
  g_assert_true (report == NULL || report->is_complete);
  *(gboolean *) user_data = TRUE;
}

static void
check_recalls (const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (1795271875);
  g_autofree char *database = NULL;
  gboolean is_done = FALSE;

  if (folder == NULL)
    {
      folder = g_dir_make_tmp ("hc-fuzz-XXXXXX", NULL);
      g_assert_nonnull (folder);
      atexit (remove_folder);
    }

  database = g_build_filename (folder, "sources.db", NULL);
  hc_recall_import_run_async (database, path, now, NULL, imported_cb, &is_done);
  while (!is_done)
    g_main_context_iteration (NULL, TRUE);
}

/**
 * LLVMFuzzerTestOneInput:
 * @data: (array length=size): a file as the registry of trials or openFDA offer it for download, packed or not, or
 *   anything
 * @size: how many bytes
 *
 * Imports a file that somebody chose, as trials and as recalls. What is in it comes, or it is told what is wrong.
 *
 * Returns: 0
 */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  int file = memfd_create ("download", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", file);

  g_assert_cmpint (file, >=, 0);
  g_assert_cmpint (write (file, data, size), ==, (gssize) size);
  check_trials (path);
  check_recalls (path);
  g_assert_cmpint (close (file), ==, 0);

  return 0;
}
