/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "hc-profile-export.h"

#include <glib/gi18n.h>

#include "hc-backup-archive.h"
#include "hc-backup-contents-private.h"
#include "hc-profile-files.h"
#include "hc-profile-private.h"
#include "hc-safe-file.h"

/* All that a person has as one file. The database is copied in its own thread, between two changes; what
 * takes longer, as writing to a slow disk, is done in another one, so that saving does not wait for it. */

typedef struct
{
  char       *folder;
  GDateTime  *now;
  GFile      *file;
  char       *copy; /* of the database, or NULL */
} Export;

static void
export_free (Export *export)
{
  if (export->copy != NULL)
    hc_profile_files_remove_transfer (export->copy);

  g_free (export->copy);
  g_free (export->folder);
  g_date_time_unref (export->now);
  g_object_unref (export->file);
  g_free (export);
}

static gpointer
copy_database (HcDatabase  *database,
               gpointer     data,
               GError     **error)
{
  Export *export = data;

  export->copy = hc_profile_files_make_transfer (export->folder, error);
  if (export->copy != NULL)
    hc_database_copy_to (database, export->copy, error);

  return NULL;
}

/* What is written, besides the bytes of the database. */
typedef struct
{
  const Export     *export;
  HcBackupManifest *manifest;
  GHashTable       *rows;
} Content;

static void
content_clear (Content *content)
{
  g_clear_pointer (&content->manifest, hc_backup_manifest_free);
  g_clear_pointer (&content->rows, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Content, content_clear)

static gboolean
look_into_copy (Content  *content,
                GError  **error)
{
  g_autoptr (HcDatabase) database = hc_database_new (content->export->copy, HC_DATABASE_READ_WRITE, error);

  content->manifest = g_new0 (HcBackupManifest, 1);
  content->manifest->created = g_date_time_ref (content->export->now);
  content->manifest->program_version = g_strdup (HC_VERSION);

  return database != NULL &&
         hc_database_execute (database, "VACUUM", error) &&
         hc_database_get_pragma (database, "user_version", &content->manifest->schema_version, error) &&
         (content->rows = _hc_backup_contents_count_rows (database, error)) != NULL;
}

static GInputStream *
open_copy (const Export  *export,
           GError       **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (export->copy);

  return G_INPUT_STREAM (g_file_read (file, NULL, error));
}

static gboolean
sum_copy (Content       *content,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (GInputStream) stream = open_copy (content->export, error);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  char buffer[16 * 1024];
  gssize length;

  if (stream == NULL)
    return FALSE;

  while ((length = g_input_stream_read (stream, buffer, sizeof buffer, cancellable, error)) > 0)
    {
      content->manifest->length += (guint64) length;
      g_checksum_update (sum, (const guchar *) buffer, length);
    }

  content->manifest->sha256 = g_strdup (g_checksum_get_string (sum));

  return length == 0;
}

static gboolean
write_archive (GOutputStream  *stream,
               gpointer        user_data,
               GCancellable   *cancellable,
               GError        **error)
{
  const Content *content = user_data;
  g_autoptr (GInputStream) database = open_copy (content->export, error);

  return database != NULL &&
         hc_backup_archive_write (stream, content->manifest, content->rows, database, cancellable, error);
}

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  g_auto (Content) content = { .export = task_data };
  GError *error = NULL;

  if (look_into_copy (&content, &error) &&
      sum_copy (&content, cancellable, &error) &&
      hc_safe_file_write (content.export->file, write_archive, &content, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
return_error (GTask  *task,
              GError *inner)
{
  GError *error = NULL;

  hc_backup_error_propagate (&error, inner, HC_BACKUP_ERROR_CANNOT_WRITE);
  g_task_return_error (task, error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (task, TRUE);
  else
    return_error (task, error);
}

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HcProfile *self = g_task_get_source_object (task);
  g_autoptr (GTask) thread_task = NULL;
  GError *error = NULL;

  hc_database_worker_run_finish (_hc_profile_get_worker (self), result, &error);
  if (error != NULL)
    {
      return_error (task, error);
      return;
    }

  /* The task of the thread holds no profile: a profile must not come to its end in a thread. What it works
   * with belongs to the other task, which waits for it in any case. */
  thread_task = g_task_new (NULL, g_task_get_cancellable (task), written_cb, g_object_ref (task));
  g_task_set_source_tag (thread_task, write_thread);
  g_task_set_check_cancellable (thread_task, FALSE);
  g_task_set_task_data (thread_task, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (thread_task, write_thread);
}

/**
 * hc_profile_export_dup_name:
 * @self: a profile
 *
 * Returns: (transfer full): the name for a backup that is made today, `Health Center 2026-11-20.hcbackup`
 */
char *
hc_profile_export_dup_name (HcProfile *self)
{
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *day = NULL;

  g_return_val_if_fail (HC_IS_PROFILE (self), NULL);

  now = hc_clock_dup_time (_hc_profile_get_clock (self));
  day = g_date_time_format (now, "%Y-%m-%d");

  return g_strconcat (_("Health Center"), " ", day, HC_BACKUP_ENDING, NULL);
}

/**
 * hc_profile_export_async:
 * @self: a profile that is open
 * @file: the file to write; one that is there is replaced
 * @cancellable: (nullable): stops the writing
 * @callback: (nullable): called when the file is on the disk, or could not be brought there
 * @user_data: passed to @callback
 *
 * Writes all that the profile has into one file, which hc_profile_inspect_async() reads. What was handed
 * to the stores before is in it.
 */
void
hc_profile_export_async (HcProfile           *self,
                         GFile               *file,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task;
  Export *export;

  g_return_if_fail (HC_IS_PROFILE (self));
  g_return_if_fail (G_IS_FILE (file));

  export = g_new0 (Export, 1);
  export->folder = g_strdup (hc_profile_get_folder (self));
  export->now = hc_clock_dup_time (_hc_profile_get_clock (self));
  export->file = g_object_ref (file);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, hc_profile_export_async);
  /* Stopped too late is done. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, export, (GDestroyNotify) export_free);

  hc_database_worker_run_async (_hc_profile_get_worker (self), copy_database, export, NULL, NULL, copied_cb, task);
}

/**
 * hc_profile_export_finish:
 * @self: a profile
 * @result: what the callback was given
 * @error: return location for a %HC_BACKUP_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the whole file is on the disk; if not, a file that was there before is there still
 */
gboolean
hc_profile_export_finish (HcProfile     *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_profile_export_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
