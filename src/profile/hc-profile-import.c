/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-profile-import.h"

#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "hc-backup-archive.h"
#include "hc-backup-check.h"
#include "hc-backup-contents-private.h"
#include "hc-backup-merge.h"
#include "hc-migrations.h"
#include "hc-profile-files.h"
#include "hc-profile-opener.h"
#include "hc-profile-private.h"

/* A backup comes in in two steps: it is looked through to the end without touching what the person has,
 * and when they have seen what is in it, it is taken over. */

#define PIECE (64 * 1024)

/* What cannot be compressed takes as much room in an archive, and its headers. */
#define MAX_PACKED ((guint64) HC_BACKUP_MAX_LENGTH + 1024 * 1024)

typedef struct
{
  HcProfile *profile;
  char      *folder;
  GFile     *file;
} Inspection;

static void
inspection_free (Inspection *inspection)
{
  g_free (inspection->folder);
  g_object_unref (inspection->file);
  g_free (inspection);
}

/* Reads the first bytes. What does not begin as a ZIP archive need not be read further, however large. */
static gboolean
read_start (GInputStream  *stream,
            GCancellable  *cancellable,
            GError       **error)
{
  char start[4];
  gsize length;

  if (!g_input_stream_read_all (stream, start, sizeof start, &length, cancellable, error))
    return FALSE;

  if (length == sizeof start && memcmp (start, "PK\3\4", sizeof start) == 0)
    return TRUE;

  hc_backup_error_set (error, HC_BACKUP_ERROR_NOT_A_BACKUP);
  return FALSE;
}

/* A pipe would never give an answer. */
static GInputStream *
open_file (GFile         *file,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GFileInfo) info = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (info == NULL)
    return NULL;

  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      hc_backup_error_set (error, HC_BACKUP_ERROR_NOT_A_BACKUP);
      return NULL;
    }

  return G_INPUT_STREAM (g_file_read (file, cancellable, error));
}

/* Copies the file beside the profile. It may come from a place where one cannot go back and forth in it,
 * and there nobody changes it while it is looked at. */
static gboolean
fetch (GFile         *file,
       GOutputStream *copy,
       GCancellable  *cancellable,
       GError       **error)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autofree char *buffer = g_malloc (PIECE);
  GError *inner = NULL;
  guint64 total = 4;
  gssize length = 0;

  stream = open_file (file, cancellable, &inner);

  if (stream != NULL && read_start (stream, cancellable, &inner) &&
      !g_output_stream_write_all (copy, "PK\3\4", 4, NULL, cancellable, error))
    return FALSE;

  while (inner == NULL && (length = g_input_stream_read (stream, buffer, PIECE, cancellable, &inner)) > 0)
    {
      total += (guint64) length;
      if (total > MAX_PACKED)
        hc_backup_error_set (&inner, HC_BACKUP_ERROR_TOO_LARGE);
      else if (!g_output_stream_write_all (copy, buffer, (gsize) length, NULL, cancellable, error))
        return FALSE;
    }

  if (inner == NULL)
    return TRUE;

  hc_backup_error_propagate (error, inner, HC_BACKUP_ERROR_CANNOT_READ);
  return FALSE;
}

/* From here on the archive is read that was written by way of a stream. */
static gboolean
rewind_descriptor (int      descriptor,
                   GError **error)
{
  if (lseek (descriptor, 0, SEEK_SET) == 0)
    return TRUE;

  hc_backup_error_set (error, HC_BACKUP_ERROR_CANNOT_WRITE);
  return FALSE;
}

static GOutputStream *
open_transfer (const char  *path,
               int         *descriptor,
               GError     **error)
{
  *descriptor = g_open (path, O_RDWR | O_CLOEXEC, 0);

  if (*descriptor >= 0)
    return g_unix_output_stream_new (*descriptor, TRUE);

  hc_backup_error_set (error, HC_BACKUP_ERROR_CANNOT_WRITE);
  return NULL;
}

/* Fetches the file by way of @packed and unpacks the database to @path. */
static HcBackupManifest *
unpack (const Inspection  *inspection,
        const char        *packed,
        const char        *path,
        GCancellable      *cancellable,
        GError           **error)
{
  g_autoptr (GOutputStream) archive = NULL;
  g_autoptr (GOutputStream) database = NULL;
  int archive_descriptor, database_descriptor;

  archive = open_transfer (packed, &archive_descriptor, error);
  if (archive == NULL || !fetch (inspection->file, archive, cancellable, error))
    return NULL;

  database = open_transfer (path, &database_descriptor, error);
  if (database == NULL || !rewind_descriptor (archive_descriptor, error))
    return NULL;

  return hc_backup_archive_read (archive_descriptor, database, hc_migrations_get_newest (HC_PROFILE_SCRIPTS),
                                 cancellable, error);
}

static HcBackupContents *
look_through (const Inspection  *inspection,
              const char        *packed,
              const char        *path,
              GCancellable      *cancellable,
              GError           **error)
{
  g_autoptr (HcBackupManifest) manifest = NULL;
  g_autoptr (HcDatabase) database = NULL;
  GError *inner = NULL;
  HcBackupContents *contents = NULL;

  manifest = unpack (inspection, packed, path, cancellable, &inner);
  if (manifest == NULL)
    {
      hc_backup_error_propagate (error, inner, HC_BACKUP_ERROR_CANNOT_WRITE);
      return NULL;
    }

  database = hc_backup_check_open (path, manifest->schema_version, &inner);
  if (database != NULL && _hc_profile_can_read (inspection->profile, database, &inner))
    contents = _hc_backup_contents_new (path, manifest, database, &inner);

  if (contents == NULL)
    hc_backup_error_propagate (error, inner, HC_BACKUP_ERROR_DAMAGED);

  return contents;
}

static void
inspect_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Inspection *inspection = task_data;
  g_autofree char *packed = NULL;
  g_autofree char *path = NULL;
  HcBackupContents *contents = NULL;
  GError *error = NULL;

  packed = hc_profile_files_make_transfer (inspection->folder, &error);
  path = packed != NULL ? hc_profile_files_make_transfer (inspection->folder, &error) : NULL;

  if (path != NULL)
    contents = look_through (inspection, packed, path, cancellable, &error);

  if (packed != NULL)
    hc_profile_files_remove_transfer (packed);
  if (path != NULL && contents == NULL)
    hc_profile_files_remove_transfer (path);

  if (contents != NULL)
    g_task_return_pointer (task, contents, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
inspected_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *inner = NULL;
  GError *error = NULL;
  HcBackupContents *contents = g_task_propagate_pointer (G_TASK (result), &inner);

  if (contents != NULL)
    {
      g_task_return_pointer (task, contents, g_object_unref);
      return;
    }

  hc_backup_error_propagate (&error, inner, HC_BACKUP_ERROR_CANNOT_WRITE);
  g_task_return_error (task, error);
}

/**
 * hc_profile_inspect_async:
 * @self: a profile that was opened, or whose opening failed
 * @file: a file that somebody chose
 * @cancellable: (nullable): stops the reading
 * @callback: called when the file was looked through
 * @user_data: passed to @callback
 *
 * Looks through a backup to the end: whether it is whole, nothing but a backup, and can be imported. What
 * the person has is not touched.
 */
void
hc_profile_inspect_async (HcProfile           *self,
                          GFile               *file,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GTask) thread_task = NULL;
  Inspection *inspection;

  g_return_if_fail (HC_IS_PROFILE (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, hc_profile_inspect_async);

  /* Opening for the first time removes what is left of other inspections. */
  if (hc_profile_get_state (self) == HC_PROFILE_CLOSED || hc_profile_get_state (self) == HC_PROFILE_OPENING)
    {
      GError *error = NULL;

      hc_backup_error_set (&error, HC_BACKUP_ERROR_BUSY);
      g_task_return_error (task, error);
      return;
    }

  inspection = g_new0 (Inspection, 1);
  inspection->profile = self;
  inspection->folder = g_strdup (hc_profile_get_folder (self));
  inspection->file = g_object_ref (file);

  /* The other task keeps the profile; the one of the thread must not be the last to let go of it. */
  thread_task = g_task_new (NULL, cancellable, inspected_cb, g_object_ref (task));
  g_task_set_source_tag (thread_task, inspect_thread);
  g_task_set_task_data (thread_task, inspection, (GDestroyNotify) inspection_free);
  g_task_run_in_thread (thread_task, inspect_thread);
}

/**
 * hc_profile_inspect_finish:
 * @self: a profile
 * @result: what the callback was given
 * @error: return location for a %HC_BACKUP_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what is in the backup, for hc_profile_import_async()
 */
HcBackupContents *
hc_profile_inspect_finish (HcProfile     *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_profile_inspect_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* One import. It belongs to the task; the thread of the database writes into it before that returns. */
typedef struct
{
  HcBackupContents *contents;
  HcImportMode      mode;
  HcImportCounts    counts;
  GError           *error; /* why nothing was imported although the profile is open */
} Import;

static void
import_free (Import *import)
{
  g_object_unref (import->contents);
  g_clear_error (&import->error);
  g_free (import);
}

static void
count_all (Import *import)
{
  const char *const *tables = hc_backup_contents_get_tables (import->contents);

  for (guint i = 0; tables[i] != NULL; i++)
    import->counts.added += hc_backup_contents_get_n_rows (import->contents, tables[i]);
}

/* Opens what is there, copies it and imports. A database that cannot be opened is no reason not to replace
 * it: its file is kept beside. */
static HcDatabase *
open_for_import (const char  *folder,
                 GDateTime   *now,
                 int         *lock,
                 gpointer     data,
                 GError     **error)
{
  Import *import = data;
  const char *path = _hc_backup_contents_get_path (import->contents);
  g_autoptr (HcDatabase) database = NULL;
  GError *inner = NULL;

  database = hc_profile_opener_open (folder, HC_PROFILE_OPENING_PRESENT, NULL, now, lock, &inner);

  if (database == NULL && (import->mode == HC_IMPORT_MERGE ||
                           g_error_matches (inner, HC_DATABASE_ERROR, HC_DATABASE_ERROR_BUSY)))
    {
      g_propagate_error (error, inner);
      return NULL;
    }

  g_clear_error (&inner);

  if (database != NULL && !hc_profile_opener_make_backup_before (folder, database, now, &import->error))
    return g_steal_pointer (&database);

  if (import->mode == HC_IMPORT_MERGE)
    {
      hc_backup_merge_run (database, path, &import->counts, &import->error);
      return g_steal_pointer (&database);
    }

  g_clear_object (&database);
  database = hc_profile_opener_open (folder, HC_PROFILE_OPENING_BACKUP, path, now, lock, &import->error);

  if (database == NULL)
    return hc_profile_opener_open (folder, HC_PROFILE_OPENING_PRESENT, NULL, now, lock, error);

  count_all (import);

  return g_steal_pointer (&database);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Import *import = g_task_get_task_data (task);
  GError *inner = NULL;
  GError *error = NULL;

  _hc_profile_open_with_finish (HC_PROFILE (source), result, hc_profile_import_async, &inner);

  /* The first cause is the one to tell of. */
  if (import->error != NULL)
    {
      g_clear_error (&inner);
      inner = g_steal_pointer (&import->error);
    }

  if (inner == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  hc_backup_error_propagate (&error, inner, HC_BACKUP_ERROR_CANNOT_WRITE);
  g_task_return_error (task, error);
}

/**
 * hc_profile_import_async:
 * @self: the profile that has inspected the backup, not being opened
 * @contents: what hc_profile_inspect_finish() has given; it can be imported again
 * @mode: what becomes of what is there
 * @callback: (nullable): called when it was imported, or could not be
 * @user_data: passed to @callback
 *
 * Imports a backup. The state is %HC_PROFILE_OPENING meanwhile, and %HC_PROFILE_READY afterwards, whether
 * it was imported or not, unless what is there cannot be opened either. Before, a copy of what is there is
 * put to the backups that hc_profile_restore_async() can bring back; with %HC_IMPORT_REPLACE its file is
 * kept as well, as when a backup is restored. What is saved in the meantime waits, and is then saved to
 * what was imported.
 */
void
hc_profile_import_async (HcProfile           *self,
                         HcBackupContents    *contents,
                         HcImportMode         mode,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task;
  Import *import;

  g_return_if_fail (HC_IS_PROFILE (self));
  g_return_if_fail (HC_IS_BACKUP_CONTENTS (contents));

  import = g_new0 (Import, 1);
  import->contents = g_object_ref (contents);
  import->mode = mode;

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, hc_profile_import_async);
  g_task_set_task_data (task, import, (GDestroyNotify) import_free);

  _hc_profile_open_with_async (self, open_for_import, import, NULL, hc_profile_import_async, imported_cb, task);
}

/**
 * hc_profile_import_finish:
 * @self: a profile
 * @result: what the callback was given
 * @counts: (out) (optional): what was done; with %HC_IMPORT_REPLACE all rows were added
 * @error: return location for a %HC_BACKUP_ERROR
 *
 * Returns: whether the backup was imported and is open; if not, what was there is there still
 */
gboolean
hc_profile_import_finish (HcProfile       *self,
                          GAsyncResult    *result,
                          HcImportCounts  *counts,
                          GError         **error)
{
  const Import *import;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_profile_import_async), FALSE);

  import = g_task_get_task_data (G_TASK (result));
  if (counts != NULL)
    *counts = import->counts;

  return g_task_propagate_boolean (G_TASK (result), error);
}
