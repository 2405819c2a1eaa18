/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-safe-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gfiledescriptorbased.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* A file that a person chose has its name only when all of it is on the disk. It is written beside and
 * renamed. Where a folder takes no second file, or a place has no renames, as behind some portals and on
 * some phones, it is written under its own name and deleted again should that fail. */

/* What is on the way to a disk can still be lost. Not every place knows about that. */
static gboolean
sync_stream (GFileOutputStream  *stream,
             GError            **error)
{
  int saved_errno;

  if (!G_IS_FILE_DESCRIPTOR_BASED (stream) ||
      fsync (g_file_descriptor_based_get_fd (G_FILE_DESCRIPTOR_BASED (stream))) == 0 ||
      errno == EINVAL || errno == ENOSYS || errno == ENOTSUP)
    return TRUE;

  saved_errno = errno;
  g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (saved_errno), g_strerror (saved_errno));

  return FALSE;
}

/* A stream that replaces a file keeps that file when closing is cancelled. */
static void
give_up (GFileOutputStream *stream)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (G_OUTPUT_STREAM (stream), cancelled, NULL);
}

static gboolean
write_and_close (GFileOutputStream  *stream,
                 HcSafeFileFunc      func,
                 gpointer            user_data,
                 GCancellable       *cancellable,
                 GError            **error)
{
  if (func (G_OUTPUT_STREAM (stream), user_data, cancellable, error) &&
      g_output_stream_flush (G_OUTPUT_STREAM (stream), cancellable, error) &&
      sync_stream (stream, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);

  give_up (stream);

  return FALSE;
}

/* A rename is on the disk when its folder is. */
static void
sync_folder (GFile *folder)
{
  int fd = g_file_peek_path (folder) != NULL ? g_open (g_file_peek_path (folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0)
                                             : -1;

  if (fd < 0)
    return;

  fsync (fd);
  g_close (fd, NULL);
}

/* Returns: (transfer full) (nullable): a file beside @file that cannot be seen and whose name is free,
 *   %NULL where there can be none or something else than a file has the name of @file */
static GFile *
make_beside (GFile              *file,
             GFileOutputStream **stream)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFile) beside = NULL;
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *hidden = g_strdup_printf (".%s.%08x.partial", name, g_random_int ());

  if (folder == NULL || !g_file_is_native (file) ||
      (g_file_query_exists (file, NULL) &&
       g_file_query_file_type (file, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL) != G_FILE_TYPE_REGULAR))
    return NULL;

  beside = g_file_get_child (folder, hidden);
  *stream = g_file_create (beside, G_FILE_CREATE_PRIVATE, NULL, NULL);

  return *stream != NULL ? g_steal_pointer (&beside) : NULL;
}

static gboolean
write_in_place (GFile           *file,
                HcSafeFileFunc   func,
                gpointer         user_data,
                GCancellable    *cancellable,
                GError         **error)
{
  gboolean is_new = !g_file_query_exists (file, NULL);
  g_autoptr (GFileOutputStream) stream = NULL;

  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE, cancellable, error);
  if (stream == NULL)
    return FALSE;

  if (write_and_close (stream, func, user_data, cancellable, error))
    return TRUE;

  if (is_new)
    g_file_delete (file, NULL, NULL);

  return FALSE;
}

/**
 * hc_safe_file_write:
 * @file: the file; one that is there is replaced
 * @func: (scope call): writes the content
 * @user_data: passed to @func
 * @cancellable: (nullable): stops the writing
 * @error: return location for the error of @func or of the file
 *
 * Writes a file that only its owner can read, and waits for the disk.
 *
 * Returns: whether the whole file has its name; if not, what had it before has it still
 */
gboolean
hc_safe_file_write (GFile           *file,
                    HcSafeFileFunc   func,
                    gpointer         user_data,
                    GCancellable    *cancellable,
                    GError         **error)
{
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GFile) beside = NULL;
  g_autoptr (GFile) folder = NULL;
  gboolean moved;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  beside = make_beside (file, &stream);
  if (beside == NULL)
    return write_in_place (file, func, user_data, cancellable, error);

  if (!write_and_close (stream, func, user_data, cancellable, error))
    {
      g_file_delete (beside, NULL, NULL);
      return FALSE;
    }

  moved = g_file_move (beside, file, G_FILE_COPY_OVERWRITE | G_FILE_COPY_NO_FALLBACK_FOR_MOVE, NULL, NULL, NULL, NULL);
  if (!moved)
    {
      g_file_delete (beside, NULL, NULL);
      return write_in_place (file, func, user_data, cancellable, error);
    }

  folder = g_file_get_parent (file);
  sync_folder (folder);

  return TRUE;
}
