/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-backup.h"
#include "hc-profile-import.h"

G_BEGIN_DECLS

char       *hc_backup_words_dup_time   (GDateTime            *time) G_GNUC_WARN_UNUSED_RESULT;
const char *hc_backup_words_for_kind   (HcBackupKind          kind);
char       *hc_backup_words_dup_origin (HcBackupContents     *contents) G_GNUC_WARN_UNUSED_RESULT;
char       *hc_backup_words_dup_number (guint64               number) G_GNUC_WARN_UNUSED_RESULT;
char       *hc_backup_words_dup_result (HcImportMode          mode,
                                        const HcImportCounts *counts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
