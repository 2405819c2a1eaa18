/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-profile-export.h"
#include "hc-profile-import.h"
#include "profile-fixture.h"

G_BEGIN_DECLS

/**
 * BackupMember:
 * @name: its name in the archive
 * @bytes: what is in it, or %NULL
 * @length: how many bytes, -1 when it is text
 * @n_filled: so many bytes @filling follow
 * @filling: what they are
 * @target: where it leads when it is a link, or %NULL
 *
 * A file in an archive.
 */
typedef struct
{
  const char *name;
  const char *bytes;
  gssize      length;
  guint64     n_filled;
  char        filling;
  const char *target;
} BackupMember;

void              backup_fixture_fill           (ProfileFixture      *fixture);
char             *backup_fixture_dup_rows       (const char          *path) G_GNUC_WARN_UNUSED_RESULT;
char             *backup_fixture_dup_path       (ProfileFixture      *fixture,
                                                 const char          *name) G_GNUC_WARN_UNUSED_RESULT;
gboolean          backup_fixture_try_export     (ProfileFixture      *fixture,
                                                 const char          *path,
                                                 GError             **error);
void              backup_fixture_export         (ProfileFixture      *fixture,
                                                 const char          *path);
HcBackupContents *backup_fixture_try_inspect    (ProfileFixture      *fixture,
                                                 const char          *path,
                                                 GError             **error) G_GNUC_WARN_UNUSED_RESULT;
HcBackupContents *backup_fixture_inspect        (ProfileFixture      *fixture,
                                                 const char          *path) G_GNUC_WARN_UNUSED_RESULT;
gboolean          backup_fixture_try_import     (ProfileFixture      *fixture,
                                                 HcBackupContents    *contents,
                                                 HcImportMode         mode,
                                                 HcImportCounts      *counts,
                                                 GError             **error);
void              backup_fixture_import         (ProfileFixture      *fixture,
                                                 const char          *path,
                                                 HcImportMode         mode,
                                                 HcImportCounts      *counts);
GBytes           *backup_fixture_read_member    (const char          *path,
                                                 const char          *name) G_GNUC_WARN_UNUSED_RESULT;
void              backup_fixture_write_zip      (const char          *path,
                                                 const BackupMember  *members,
                                                 guint                n_members);
char             *backup_fixture_print_manifest (int                  schema,
                                                 const char          *bytes,
                                                 gsize                length) G_GNUC_WARN_UNUSED_RESULT;
void              backup_fixture_wrap           (const char          *path,
                                                 const char          *database,
                                                 int                  schema);

G_END_DECLS
