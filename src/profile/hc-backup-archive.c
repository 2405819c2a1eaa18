/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-backup-archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "hc-backup-error.h"

/* A backup is a ZIP archive of two files, the manifest before the database, that every system can open.
 * What is read comes from anywhere: it has exactly these two, nothing is unpacked under a name that the
 * archive says, and no more than the manifest announces. */

#define PIECE (64 * 1024)
#define MANIFEST_NAME "manifest.json"
#define DATABASE_NAME "profile.db"
#define LONGEST_MANIFEST (64 * 1024)

typedef struct archive Archive;
typedef struct archive_entry Entry;

static int
free_archive (Archive *archive)
{
  return archive_free (archive);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, free_archive)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Entry, archive_entry_free)

/* Where the bytes of an archive go, and why they could not. */
typedef struct
{
  GOutputStream *stream;
  GCancellable  *cancellable;
  GError        *error;
} Sink;

static la_ssize_t
write_cb (Archive    *archive,
          void       *data,
          const void *bytes,
          size_t      length)
{
  Sink *sink = data;

  /* After an error the library writes what it still has. */
  if (sink->error != NULL ||
      !g_output_stream_write_all (sink->stream, bytes, length, NULL, sink->cancellable, &sink->error))
    return -1;

  return (la_ssize_t) length;
}

static gboolean
write_header (Archive                *archive,
              const HcBackupManifest *manifest,
              const char             *name,
              guint64                 length)
{
  g_autoptr (Entry) entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0600);
  archive_entry_set_size (entry, (la_int64_t) length);
  archive_entry_set_mtime (entry, g_date_time_to_unix (manifest->created), 0);

  return archive_write_header (archive, entry) == ARCHIVE_OK;
}

static gboolean
write_bytes (Archive    *archive,
             const char *bytes,
             gsize       length)
{
  return archive_write_data (archive, bytes, length) == (la_ssize_t) length;
}

static gboolean
write_database (Archive                 *archive,
                const HcBackupManifest  *manifest,
                GInputStream            *database,
                GCancellable            *cancellable,
                GError                 **error)
{
  g_autofree char *buffer = g_malloc (PIECE);
  gssize length;

  if (!write_header (archive, manifest, DATABASE_NAME, manifest->length))
    return FALSE;

  while ((length = g_input_stream_read (database, buffer, PIECE, cancellable, error)) > 0)
    if (!write_bytes (archive, buffer, (gsize) length))
      return FALSE;

  return length == 0;
}

/**
 * hc_backup_archive_write:
 * @stream: where to write it; it is not closed
 * @manifest: what the archive says of itself
 * @rows: (element-type utf8 gsize): the number of rows of each table
 * @database: the bytes of the database
 * @cancellable: (nullable): stops the writing
 * @error: return location for an error of one of the streams
 *
 * Returns: whether the whole archive was handed to @stream
 */
gboolean
hc_backup_archive_write (GOutputStream           *stream,
                         const HcBackupManifest  *manifest,
                         GHashTable              *rows,
                         GInputStream            *database,
                         GCancellable            *cancellable,
                         GError                 **error)
{
  g_autoptr (Archive) archive = archive_write_new ();
  g_autofree char *text = hc_backup_manifest_print (manifest, rows);
  Sink sink = { .stream = stream, .cancellable = cancellable };
  GError *inner = NULL;
  gboolean written;

  archive_write_set_format_zip (archive);
  archive_write_set_bytes_per_block (archive, PIECE);
  archive_write_set_bytes_in_last_block (archive, 1);

  written = archive_write_open2 (archive, &sink, NULL, write_cb, NULL, NULL) == ARCHIVE_OK &&
            write_header (archive, manifest, MANIFEST_NAME, strlen (text)) &&
            write_bytes (archive, text, strlen (text)) &&
            write_database (archive, manifest, database, cancellable, &inner);

  /* What was not written to the end must not be closed as if it were. */
  if (written)
    written = archive_write_close (archive) == ARCHIVE_OK && sink.error == NULL;
  else
    archive_write_fail (archive);

  if (written)
    return TRUE;

  /* The library itself has no reason to fail but the want of memory. */
  if (inner == NULL)
    inner = g_steal_pointer (&sink.error);
  if (inner == NULL)
    g_set_error_literal (&inner, G_IO_ERROR, G_IO_ERROR_FAILED, "The archive could not be made");

  g_clear_error (&sink.error);
  g_propagate_error (error, inner);

  return FALSE;
}

static gboolean
fail (GError        **error,
      HcBackupError   code)
{
  hc_backup_error_set (error, code);

  return FALSE;
}

/* The other ways to compress take as much memory as the archive wishes. */
static gboolean
is_plainly_packed (Archive *archive)
{
  const char *format = archive_format_name (archive);

  return format != NULL && (g_str_has_suffix (format, "(deflation)") || g_str_has_suffix (format, "(uncompressed)"));
}

/* Goes to the next file, which must be @name and have no more than @longest bytes; @otherwise is the
 * error when it is another. */
static gboolean
go_to (Archive        *archive,
       const char     *name,
       guint64         longest,
       HcBackupError   otherwise,
       GError        **error)
{
  struct archive_entry *entry;
  int result = archive_read_next_header (archive, &entry);

  if (result < ARCHIVE_WARN || result == ARCHIVE_EOF)
    return fail (error, HC_BACKUP_ERROR_DAMAGED);

  if (g_strcmp0 (archive_entry_pathname (entry), name) != 0 || archive_entry_filetype (entry) != AE_IFREG ||
      archive_entry_is_encrypted (entry) || !is_plainly_packed (archive))
    return fail (error, otherwise);

  if (archive_entry_size_is_set (entry) && (guint64) archive_entry_size (entry) > longest)
    return fail (error, HC_BACKUP_ERROR_TOO_LARGE);

  return TRUE;
}

/* Reading to the end is what makes the library compare the checksum of the archive. */
static gboolean
read_manifest (Archive     *archive,
               GByteArray  *bytes,
               GError     **error)
{
  g_autofree char *buffer = g_malloc (PIECE);
  la_ssize_t length;

  if (!go_to (archive, MANIFEST_NAME, LONGEST_MANIFEST, HC_BACKUP_ERROR_NOT_A_BACKUP, error))
    return FALSE;

  while ((length = archive_read_data (archive, buffer, PIECE)) > 0)
    {
      g_byte_array_append (bytes, (const guint8 *) buffer, (guint) length);
      if (bytes->len > LONGEST_MANIFEST)
        return fail (error, HC_BACKUP_ERROR_TOO_LARGE);
    }

  return length == 0 || fail (error, HC_BACKUP_ERROR_DAMAGED);
}

static gboolean
read_database (Archive                 *archive,
               const HcBackupManifest  *manifest,
               GOutputStream           *database,
               GCancellable            *cancellable,
               GError                 **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *buffer = g_malloc (PIECE);
  guint64 rest = manifest->length;
  la_ssize_t length;

  if (!go_to (archive, DATABASE_NAME, HC_BACKUP_MAX_LENGTH, HC_BACKUP_ERROR_TOO_LARGE, error))
    return FALSE;

  while ((length = archive_read_data (archive, buffer, PIECE)) > 0)
    {
      if ((guint64) length > rest)
        return fail (error, HC_BACKUP_ERROR_DAMAGED);

      rest -= (guint64) length;
      g_checksum_update (sum, (const guchar *) buffer, length);
      if (!g_output_stream_write_all (database, buffer, (gsize) length, NULL, cancellable, error))
        return FALSE;
    }

  if (length < 0 || rest > 0 || !g_str_equal (g_checksum_get_string (sum), manifest->sha256))
    return fail (error, HC_BACKUP_ERROR_DAMAGED);

  return TRUE;
}

static gboolean
check_end (Archive  *archive,
           GError  **error)
{
  struct archive_entry *entry;
  int result = archive_read_next_header (archive, &entry);

  return result == ARCHIVE_EOF ||
         fail (error, result < ARCHIVE_WARN ? HC_BACKUP_ERROR_DAMAGED : HC_BACKUP_ERROR_TOO_LARGE);
}

/**
 * hc_backup_archive_read:
 * @descriptor: a file that can be read at any place
 * @database: where the bytes of the database go; after an error they are worth nothing
 * @newest_schema: the newest `user_version` that this program knows
 * @cancellable: (nullable): stops the reading
 * @error: return location for a %HC_BACKUP_ERROR or an error of @database
 *
 * Reads a backup to the end. No more than %HC_BACKUP_MAX_LENGTH bytes are written.
 *
 * Returns: (transfer full) (nullable): what the backup says of itself; the database is as it says
 */
HcBackupManifest *
hc_backup_archive_read (int             descriptor,
                        GOutputStream  *database,
                        gint64          newest_schema,
                        GCancellable   *cancellable,
                        GError        **error)
{
  g_autoptr (Archive) archive = archive_read_new ();
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (HcBackupManifest) manifest = NULL;

  archive_read_support_format_zip_seekable (archive);

  if (archive_read_open_fd (archive, descriptor, PIECE) != ARCHIVE_OK)
    {
      hc_backup_error_set (error, HC_BACKUP_ERROR_DAMAGED);
      return NULL;
    }

  if (!read_manifest (archive, bytes, error))
    return NULL;

  manifest = hc_backup_manifest_parse ((const char *) bytes->data, bytes->len, newest_schema, error);
  if (manifest == NULL ||
      !read_database (archive, manifest, database, cancellable, error) ||
      !check_end (archive, error))
    return NULL;

  return g_steal_pointer (&manifest);
}
