/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-backup-manifest.h"

G_BEGIN_DECLS

gboolean          hc_backup_archive_write (GOutputStream           *stream,
                                           const HcBackupManifest  *manifest,
                                           GHashTable              *rows,
                                           GInputStream            *database,
                                           GCancellable            *cancellable,
                                           GError                 **error);
HcBackupManifest *hc_backup_archive_read  (int                      descriptor,
                                           GOutputStream           *database,
                                           gint64                   newest_schema,
                                           GCancellable            *cancellable,
                                           GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
