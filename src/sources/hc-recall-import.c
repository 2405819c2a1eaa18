/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-recall-import.h"

#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hc-import-file.h"
#include "hc-recall-intake.h"

/* The file with all recalls of medicines has less than a hundred megabytes; a bomb has more than this. */
#define MAX_BYTES (G_GUINT64_CONSTANT (1024) * 1024 * 1024)

/* Reads the next piece. Returns its length, 0 at the end, -1 with @error set. */
typedef gssize (*ReadFunc) (gpointer source, char *buffer, gsize size, GError **error);

typedef struct
{
  char      *database_path;
  char      *path;
  GDateTime *now;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->database_path);
  g_free (job->path);
  g_date_time_unref (job->now);
  g_free (job);
}

static gssize
read_file_cb (gpointer   source,
              char      *buffer,
              gsize      size,
              GError   **error)
{
  return hc_import_file_read (*(int *) source, buffer, size, HC_JSON_ERROR, HC_JSON_ERROR_UNREADABLE, error);
}

static gssize
read_entry_cb (gpointer   source,
               char      *buffer,
               gsize      size,
               GError   **error)
{
  return hc_import_file_read_entry (source, buffer, size, HC_JSON_ERROR, HC_JSON_ERROR_ARCHIVE, error);
}

/* All parts of a collection have the same day, so that each of them may say how fresh it is. */
static gboolean
read_json (Job             *job,
           ReadFunc         read_piece,
           gpointer         source,
           HcRecallReport  *report,
           GCancellable    *cancellable,
           GError         **error)
{
  g_autoptr (HcRecallIntake) intake = hc_recall_intake_new (job->database_path, job->now, NULL, report, error);
  g_autofree char *buffer = g_malloc (HC_IMPORT_FILE_PIECE);
  guint64 n_bytes = 0;
  gssize length;

  if (intake == NULL)
    return FALSE;

  while ((length = read_piece (source, buffer, HC_IMPORT_FILE_PIECE, error)) > 0)
    {
      n_bytes += (guint64) length;
      if (n_bytes > MAX_BYTES)
        {
          g_set_error_literal (error, HC_JSON_ERROR, HC_JSON_ERROR_TOO_LARGE, "The file is too large");
          return FALSE;
        }

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !hc_recall_intake_feed (intake, buffer, (gsize) length, error))
        return FALSE;
    }

  return length == 0 && hc_recall_intake_finish (intake, error) && hc_recall_intake_set_fresh (intake, error);
}

static gboolean
is_json (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname (entry);
  g_autofree char *folded = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  return archive_entry_filetype (entry) == AE_IFREG && folded != NULL && g_str_has_suffix (folded, ".json");
}

/* Nothing of an archive is written to disk, so that the names in it do no harm. */
static gboolean
read_archive (Job             *job,
              int              descriptor,
              HcRecallReport  *report,
              GCancellable    *cancellable,
              GError         **error)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  guint n_read = 0;
  int status = ARCHIVE_OK;
  gboolean good = TRUE;

  archive_read_support_format_zip_seekable (archive);
  if (archive_read_open_fd (archive, descriptor, HC_IMPORT_FILE_PIECE) != ARCHIVE_OK)
    {
      good = FALSE;
      g_set_error_literal (error, HC_JSON_ERROR, HC_JSON_ERROR_ARCHIVE, hc_import_file_get_archive_words (archive));
    }

  while (good && (status = archive_read_next_header (archive, &entry)) >= ARCHIVE_WARN && status != ARCHIVE_EOF)
    if (is_json (entry))
      {
        good = read_json (job, read_entry_cb, archive, report, cancellable, error);
        n_read++;
      }

  if (good && (status != ARCHIVE_EOF || n_read == 0))
    {
      good = FALSE;
      g_set_error_literal (error, HC_JSON_ERROR, HC_JSON_ERROR_ARCHIVE,
                           status != ARCHIVE_EOF ? hc_import_file_get_archive_words (archive)
                                                 : "There is no JSON in the archive");
    }

  archive_read_free (archive);

  return good;
}

static gboolean
read_any (Job             *job,
          HcRecallReport  *report,
          GCancellable    *cancellable,
          GError         **error)
{
  int descriptor = g_open (job->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  struct stat info;
  gboolean good;

  if (descriptor < 0 || fstat (descriptor, &info) != 0 || !S_ISREG (info.st_mode))
    {
      g_set_error_literal (error, HC_JSON_ERROR, HC_JSON_ERROR_UNREADABLE,
                           descriptor < 0 ? g_strerror (errno) : "It is no file");
      if (descriptor >= 0)
        close (descriptor);
      return FALSE;
    }

  if (hc_import_file_is_zip (descriptor))
    good = read_archive (job, descriptor, report, cancellable, error);
  else
    good = read_json (job, read_file_cb, &descriptor, report, cancellable, error);

  close (descriptor);

  return good;
}

static void
run (GTask        *task,
     gpointer      source,
     gpointer      data,
     GCancellable *cancellable)
{
  g_autoptr (HcRecallReport) report = hc_recall_report_new ();
  g_autoptr (GError) error = NULL;

  if (!read_any (data, report, cancellable, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  report->is_complete = TRUE;
  g_task_return_pointer (task, g_steal_pointer (&report), (GDestroyNotify) hc_recall_report_free);
}

/**
 * hc_recall_import_run_async:
 * @database_path: (type filename): sources.db, made when it is not there
 * @path: (type filename): a file with recalls as openFDA offers them for download: JSON, or a ZIP archive of it
 * @now: the time
 * @cancellable: (nullable): to end it
 * @callback: called in this thread at the end
 * @user_data: for @callback
 *
 * Imports recalls, in a thread. What was complete stays when it is ended or fails.
 */
void
hc_recall_import_run_async (const char          *database_path,
                            const char          *path,
                            GDateTime           *now,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (database_path != NULL && path != NULL && now != NULL);

  job = g_new0 (Job, 1);
  job->database_path = g_strdup (database_path);
  job->path = g_strdup (path);
  job->now = g_date_time_ref (now);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, hc_recall_import_run_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run);
}

/**
 * hc_recall_import_run_finish:
 * @result: what the callback got
 * @error: return location for a %HC_JSON_ERROR, a %HC_DATABASE_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what became of the recalls
 */
HcRecallReport *
hc_recall_import_run_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_recall_import_run_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
