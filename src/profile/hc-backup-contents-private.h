/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-backup-contents.h"
#include "hc-backup-manifest.h"
#include "hc-database.h"

G_BEGIN_DECLS

GHashTable       *_hc_backup_contents_count_rows (HcDatabase              *database,
                                                  GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
HcBackupContents *_hc_backup_contents_new        (const char              *path,
                                                  const HcBackupManifest  *manifest,
                                                  HcDatabase              *database,
                                                  GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
const char       *_hc_backup_contents_get_path   (HcBackupContents        *self);

G_END_DECLS
