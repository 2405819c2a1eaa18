/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz-target.h"

#include <gio/gio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "hc-backup-archive.h"
#include "hc-backup-error.h"

#define NEWEST 4

/**
 * LLVMFuzzerTestOneInput:
 * @data: (array length=size): an archive, or anything
 * @size: how many bytes
 *
 * Reads a backup that somebody chose: the archive and what it says of itself. It is what it says, or it is
 * told why not.
 *
 * Returns: 0
 */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  int file = memfd_create ("backup", MFD_CLOEXEC);
  g_autoptr (GOutputStream) database = g_memory_output_stream_new_resizable ();
  g_autoptr (HcBackupManifest) manifest = NULL;
  g_autoptr (HcBackupManifest) direct = NULL;
  g_autoptr (GError) error = NULL;
  const guchar *bytes;
  gsize length;

  g_assert_cmpint (file, >=, 0);
  g_assert_cmpint (write (file, data, size), ==, (gssize) size);
  g_assert_cmpint (lseek (file, 0, SEEK_SET), ==, 0);
  manifest = hc_backup_archive_read (file, database, NEWEST, NULL, &error);
  g_assert_cmpint (close (file), ==, 0);
  bytes = g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (database));
  length = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (database));

  if (manifest != NULL)
    {
      g_autofree char *sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes, length);

      g_assert_no_error (error);
      g_assert_cmpuint (length, ==, manifest->length);
      g_assert_cmpstr (sum, ==, manifest->sha256);
      g_assert_cmpint (manifest->schema_version, >=, 1);
      g_assert_cmpint (manifest->schema_version, <=, NEWEST);
      g_assert_nonnull (manifest->created);
      g_assert_true (g_utf8_validate (manifest->program_version, -1, NULL));
    }
  else
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == HC_BACKUP_ERROR);
      g_assert_cmpstr (error->message, !=, "");
    }

  /* The checksum of the archive keeps what is changed from the reader of the manifest. */
  g_clear_error (&error);
  direct = hc_backup_manifest_parse ((const char *) data, size, NEWEST, &error);
  g_assert_true (direct != NULL ? error == NULL && direct->created != NULL && direct->length <= HC_BACKUP_MAX_LENGTH
                                : error != NULL && error->domain == HC_BACKUP_ERROR);

  return 0;
}
