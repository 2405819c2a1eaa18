/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-files.h"

#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "hc-import-file.h"
#include "hc-trial-reader.h"

/* A file in an archive that is larger is one that was made to fill the memory or the time. */
#define MAX_ENTRY (G_GUINT64_CONSTANT (16) * 1024 * 1024 * 1024)

typedef struct
{
  const HcTrialFilesFuncs *funcs;
  gpointer                 user_data;

  const char *file;      /* that is read, with its archive */
  guint64     total;     /* bytes of all files */
  guint64     done;      /* of those that were read */
  guint64     here;      /* of the one that is read */
  guint       n_found;   /* trials, and what was told of */
  gboolean    stopped;
} Reading;

/* Reads up to @size bytes; 0 at the end, -1 with @error set. */
typedef gssize (*ReadFunc) (gpointer source, char *buffer, gsize size, GError **error);

static void
add_problem (Reading      *reading,
             const char   *file,
             const GError *error)
{
  reading->n_found++;
  reading->funcs->take_problem (file, error, reading->user_data);
}

static void
tell (Reading      *reading,
      const char   *file,
      HcTrialError  code,
      const char   *message)
{
  g_autoptr (GError) error = g_error_new_literal (HC_TRIAL_ERROR, (int) code, message);

  add_problem (reading, file, error);
}

static gboolean
go_on (Reading *reading)
{
  double fraction = reading->total > 0 ? (double) (reading->done + reading->here) / (double) reading->total
  : 0;

  if (!reading->stopped && !reading->funcs->take_progress (MIN (fraction, 1), reading->user_data))
    reading->stopped = TRUE;

  return !reading->stopped;
}

static gboolean
take_trial_cb (HcTrial  *trial,
               gpointer  user_data)
{
  Reading *reading = user_data;

  reading->n_found++;
  if (!reading->funcs->take_trial (trial, reading->user_data))
    reading->stopped = TRUE;

  return !reading->stopped;
}

static gboolean
take_fault_cb (const GError *error,
               guint         number,
               gpointer      user_data)
{
  Reading *reading = user_data;
  g_autofree char *message = g_strdup_printf ("%u: %s", number, error->message);

  tell (reading, reading->file, (HcTrialError) error->code, message);

  return TRUE;
}

static void
read_all (Reading  *reading,
          ReadFunc  read_piece,
          gpointer  source)
{
  static const HcTrialReaderFuncs funcs = { take_trial_cb, take_fault_cb };
  g_autoptr (HcTrialReader) reader = hc_trial_reader_new (&funcs, reading);
  g_autoptr (GError) error = NULL;
  g_autofree char *buffer = g_malloc (HC_IMPORT_FILE_PIECE);
  guint n_before = reading->n_found;
  guint64 n_bytes = 0;
  gssize length;

  while ((length = read_piece (source, buffer, HC_IMPORT_FILE_PIECE, &error)) > 0)
    {
      n_bytes += (guint64) length;
      if (n_bytes > MAX_ENTRY)
        g_set_error_literal (&error, HC_TRIAL_ERROR, HC_TRIAL_ERROR_TOO_LARGE,
                             "The file is larger than 16 GiB");

      if (error != NULL || !go_on (reading) || !hc_trial_reader_feed (reader, buffer, (gsize) length, &error))
        break;
    }

  if (error == NULL && !reading->stopped)
    hc_trial_reader_finish (reader, &error);

  if (error != NULL)
    add_problem (reading, reading->file, error);
  else if (!reading->stopped && reading->n_found == n_before)
    tell (reading, reading->file, HC_TRIAL_ERROR_EMPTY, "No trial in the file");
}

static gssize
read_entry_cb (gpointer   source,
               char      *buffer,
               gsize      size,
               GError   **error)
{
  return hc_import_file_read_entry (source, buffer, size, HC_TRIAL_ERROR, HC_TRIAL_ERROR_DAMAGED_ARCHIVE, error);
}

static gboolean
has_ending (const char *name)
{
  g_autofree char *folded = g_ascii_strdown (name, -1);

  return g_str_has_suffix (folded, ".json") || g_str_has_suffix (folded, ".csv");
}

static void
read_entry (Reading              *reading,
            struct archive       *archive,
            struct archive_entry *entry,
            const char           *archive_name)
{
  const char *path = archive_entry_pathname (entry);
  g_autofree char *valid = g_utf8_make_valid (path != NULL ? path : "?", -1);
  g_autofree char *name = g_strdup_printf ("%s: %s", archive_name, valid);

  if (archive_entry_filetype (entry) != AE_IFREG || !has_ending (valid))
    return;

  if (hc_import_file_leads_out (valid))
    {
      tell (reading, name, HC_TRIAL_ERROR_UNSAFE_NAME, "The name leads out of the archive");
    }
  else if (archive_entry_is_encrypted (entry))
    {
      tell (reading, name, HC_TRIAL_ERROR_ENCRYPTED, "The file is encrypted");
    }
  else
    {
      reading->file = name;
      read_all (reading, read_entry_cb, archive);
      reading->file = archive_name;
    }
}

static void
read_archive (Reading    *reading,
              int         descriptor,
              const char *name)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  guint n_before = reading->n_found;
  int result;

  archive_read_support_format_zip_seekable (archive);
  result = archive_read_open_fd (archive, descriptor, HC_IMPORT_FILE_PIECE);

  while (result >= ARCHIVE_WARN && result != ARCHIVE_EOF && !reading->stopped &&
         (result = archive_read_next_header (archive, &entry)) >= ARCHIVE_WARN && result != ARCHIVE_EOF)
    {
      reading->here = (guint64) MAX (archive_filter_bytes (archive, -1), 0);
      if (go_on (reading))
        read_entry (reading, archive, entry, name);
    }

  if (!reading->stopped && result != ARCHIVE_EOF)
    tell (reading, name, HC_TRIAL_ERROR_DAMAGED_ARCHIVE, hc_import_file_get_archive_words (archive));
  else if (!reading->stopped && reading->n_found == n_before)
    tell (reading, name, HC_TRIAL_ERROR_EMPTY, "No trial in the archive");

  archive_read_free (archive);
}

typedef struct
{
  Reading *reading;
  int      descriptor;
} File;

static gssize
read_file_cb (gpointer   source,
              char      *buffer,
              gsize      size,
              GError   **error)
{
  File *file = source;
  gssize length = hc_import_file_read (file->descriptor, buffer, size,
                                       HC_TRIAL_ERROR, HC_TRIAL_ERROR_UNREADABLE, error);

  file->reading->here += (guint64) MAX (length, 0);

  return length;
}

static void
read_file (Reading    *reading,
           const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  File file = { reading, g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0) };
  GStatBuf info = { 0 };

  reading->file = name;
  reading->here = 0;

  if (file.descriptor < 0 || fstat (file.descriptor, &info) != 0 || !S_ISREG (info.st_mode))
    tell (reading, name, HC_TRIAL_ERROR_UNREADABLE, info.st_mode != 0 ? "not a file" : g_strerror (errno));
  else if (hc_import_file_is_zip (file.descriptor))
    read_archive (reading, file.descriptor, name);
  else
    read_all (reading, read_file_cb, &file);

  if (file.descriptor >= 0)
    close (file.descriptor);
  reading->done += (guint64) info.st_size;
  reading->here = 0;
}

/**
 * hc_trial_files_read:
 * @paths: (array zero-terminated=1) (element-type filename): files that somebody chose: JSON, CSV, ZIP of
 *   these
 * @funcs: what takes trials, problems and the progress
 * @user_data: for @funcs
 *
 * Reads trials, one after the other: there is never more than one in memory. What cannot be read is told of
 * and left out; nothing of an archive is written to disk.
 *
 * Returns: whether all was read, %FALSE when a function of @funcs did not want more
 */
gboolean
hc_trial_files_read (const char *const       *paths,
                     const HcTrialFilesFuncs *funcs,
                     gpointer                 user_data)
{
  Reading reading = { .funcs = funcs, .user_data = user_data };

  g_return_val_if_fail (paths != NULL, FALSE);
  g_return_val_if_fail (funcs != NULL, FALSE);

  for (guint i = 0; paths[i] != NULL; i++)
    {
      GStatBuf info;

      if (g_stat (paths[i], &info) == 0)
        reading.total += (guint64) info.st_size;
    }

  for (guint i = 0; paths[i] != NULL && go_on (&reading); i++)
    read_file (&reading, paths[i]);

  /* Nothing is left, whatever could not be read. */
  reading.total = MAX (reading.total, 1);
  reading.done = reading.total;

  return go_on (&reading);
}
