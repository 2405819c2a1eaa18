/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-file-reader.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

/* What a person chose is not always a file that can be read to its end. */

#define PIECE (256 * 1024)

static gboolean
fail (GError    **error,
      GIOErrorEnum code,
      const char  *words)
{
  g_set_error_literal (error, G_IO_ERROR, (int) code, words);

  return FALSE;
}

static gboolean
fail_with_errno (GError **error,
                 int      number)
{
  switch (number)
    {
    case ELOOP:
      return fail (error, G_IO_ERROR_TOO_MANY_LINKS, _("This is a link that leads back to itself"));
    case ENOENT:
      return fail (error, G_IO_ERROR_NOT_FOUND, _("The file is not there any more"));
    case EACCES:
    case EPERM:
      return fail (error, G_IO_ERROR_PERMISSION_DENIED, _("The file may not be read"));
    case ENXIO:
      return fail (error, G_IO_ERROR_NOT_REGULAR_FILE, _("This is not a file that can be copied"));
    default:
      g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (number), _("The file cannot be read: %s"),
                   g_strerror (number));
      return FALSE;
    }
}

static gboolean
check_length (guint64   length,
              gsize     max_bytes,
              GError  **error)
{
  g_autofree char *limit = NULL;

  if (length <= max_bytes)
    return TRUE;

  limit = g_format_size_full (max_bytes, G_FORMAT_SIZE_IEC_UNITS);
  /* Translators: %s is a size, as 50 MiB. */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, _("The file is larger than %s"), limit);

  return FALSE;
}

/* A pipe that nobody writes to must not keep the thread waiting, and nothing is read of a device. */
static GInputStream *
open_path (const char  *path,
           gsize        max_bytes,
           GError     **error)
{
  int fd = g_open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0);
  g_autoptr (GInputStream) stream = NULL;
  struct stat status;

  if (fd < 0)
    {
      fail_with_errno (error, errno);
      return NULL;
    }

  stream = g_unix_input_stream_new (fd, TRUE);

  if (fstat (fd, &status) != 0)
    fail_with_errno (error, errno);
  else if (S_ISDIR (status.st_mode))
    fail (error, G_IO_ERROR_IS_DIRECTORY, _("This is a folder. Choose a file"));
  else if (!S_ISREG (status.st_mode))
    fail (error, G_IO_ERROR_NOT_REGULAR_FILE, _("This is not a file that can be copied"));
  else if (check_length ((guint64) status.st_size, max_bytes, error))
    return g_steal_pointer (&stream);

  return NULL;
}

static GInputStream *
open_file (GFile         *file,
           gsize          max_bytes,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GFileInputStream) stream = NULL;

  if (g_file_peek_path (file) != NULL)
    return open_path (g_file_peek_path (file), max_bytes, error);

  stream = g_file_read (file, cancellable, error);

  return stream != NULL ? G_INPUT_STREAM (g_steal_pointer (&stream)) : NULL;
}

/* What a file says of its length need not be true, and it may grow while it is read. */
static GBytes *
read_all (GInputStream  *stream,
          gsize          max_bytes,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *piece = g_malloc (PIECE);
  gssize length;

  while ((length = g_input_stream_read (stream, piece, PIECE, cancellable, error)) > 0)
    {
      g_byte_array_append (bytes, piece, (guint) length);
      if (!check_length (bytes->len, max_bytes, error))
        return NULL;
    }

  return length == 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

/**
 * hc_file_read_all:
 * @file: a file that a person chose
 * @max_bytes: how many bytes it may have
 * @cancellable: (nullable): stops the reading
 * @error: return location for a %G_IO_ERROR with words for the person: %G_IO_ERROR_MESSAGE_TOO_LARGE,
 *   %G_IO_ERROR_TOO_MANY_LINKS for a link that loops, %G_IO_ERROR_IS_DIRECTORY, %G_IO_ERROR_NOT_REGULAR_FILE for
 *   pipes and devices
 *
 * Reads a file whole. To be called in a thread.
 *
 * Returns: (transfer full) (nullable): its bytes
 */
GBytes *
hc_file_read_all (GFile         *file,
                  gsize          max_bytes,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr (GInputStream) stream = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  stream = open_file (file, max_bytes, cancellable, error);

  return stream != NULL ? read_all (stream, max_bytes, cancellable, error) : NULL;
}
