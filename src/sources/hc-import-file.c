/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-import-file.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/**
 * hc_import_file_read:
 * @descriptor: an open file
 * @buffer: (out caller-allocates) (array length=size): takes the next piece
 * @size: the room in @buffer, in bytes
 * @domain: the domain of the error
 * @code: its code
 * @error: return location for an error
 *
 * Returns: how many bytes there are, 0 at the end, -1 with @error set
 */
gssize
hc_import_file_read (int       descriptor,
                     char     *buffer,
                     gsize     size,
                     GQuark    domain,
                     int       code,
                     GError  **error)
{
  gssize length;

  g_return_val_if_fail (buffer != NULL, -1);

  do
    length = read (descriptor, buffer, size);
  while (length < 0 && errno == EINTR);

  if (length < 0)
    g_set_error_literal (error, domain, code, g_strerror (errno));

  return length;
}

/**
 * hc_import_file_is_zip:
 * @descriptor: an open file, which stays where it is read
 *
 * Returns: whether it begins as a ZIP archive does
 */
gboolean
hc_import_file_is_zip (int descriptor)
{
  char start[4];

  return pread (descriptor, start, sizeof start, 0) == sizeof start && memcmp (start, "PK", 2) == 0 && start[2] < 8;
}

/**
 * hc_import_file_read_entry:
 * @archive: an archive whose entry is read
 * @buffer: (out caller-allocates) (array length=size): takes the next piece
 * @size: the room in @buffer, in bytes
 * @domain: the domain of the error
 * @code: its code
 * @error: return location for an error
 *
 * Returns: how many bytes there are, 0 at the end, -1 with @error set
 */
gssize
hc_import_file_read_entry (struct archive  *archive,
                           char            *buffer,
                           gsize            size,
                           GQuark           domain,
                           int              code,
                           GError         **error)
{
  la_ssize_t length;

  g_return_val_if_fail (archive != NULL, -1);
  g_return_val_if_fail (buffer != NULL, -1);

  length = archive_read_data (archive, buffer, size);
  if (length < 0)
    g_set_error_literal (error, domain, code, hc_import_file_get_archive_words (archive));

  return length;
}

/**
 * hc_import_file_get_archive_words:
 * @archive: an archive of which something could not be read
 *
 * Returns: what is wrong, also where the library does not say it
 */
const char *
hc_import_file_get_archive_words (struct archive *archive)
{
  const char *words;

  g_return_val_if_fail (archive != NULL, NULL);

  words = archive_error_string (archive);

  return words != NULL ? words : "The archive is damaged";
}

/**
 * hc_import_file_leads_out:
 * @name: the name of an entry of an archive
 *
 * Nothing is ever written under such a name; but who makes it means no good.
 *
 * Returns: whether it leads out of the archive
 */
gboolean
hc_import_file_leads_out (const char *name)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (name != NULL, TRUE);

  parts = g_strsplit_set (name, "/\\", -1);

  return *name == '/' || *name == '\\' || g_strv_contains ((const char *const *) parts, "..");
}
