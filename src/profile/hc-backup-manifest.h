/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* So many bytes may be unpacked of a backup. A profile of many years has some. */
#define HC_BACKUP_MAX_LENGTH (512 * 1024 * 1024)

/**
 * HcBackupManifest:
 * @created: when the backup was made
 * @program_version: the version of the program that made it
 * @schema_version: the `user_version` of the database
 * @length: how many bytes the database has
 * @sha256: their checksum, in hexadecimal
 *
 * What a backup says of itself.
 */
typedef struct
{
  GDateTime *created;
  char      *program_version;
  gint64     schema_version;
  guint64    length;
  char      *sha256;
} HcBackupManifest;

void              hc_backup_manifest_free  (HcBackupManifest        *self);
char             *hc_backup_manifest_print (const HcBackupManifest  *self,
                                            GHashTable              *rows) G_GNUC_WARN_UNUSED_RESULT;
HcBackupManifest *hc_backup_manifest_parse (const char              *text,
                                            gsize                    length,
                                            gint64                   newest_schema,
                                            GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcBackupManifest, hc_backup_manifest_free)

G_END_DECLS
