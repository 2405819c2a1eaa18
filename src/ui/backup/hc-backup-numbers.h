/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-backup-contents.h"

G_BEGIN_DECLS

#define HC_TYPE_BACKUP_NUMBERS (hc_backup_numbers_get_type ())

G_DECLARE_FINAL_TYPE (HcBackupNumbers, hc_backup_numbers, HC, BACKUP_NUMBERS, AdwBin)

void hc_backup_numbers_show (HcBackupNumbers  *self,
                             HcBackupContents *contents,
                             GHashTable       *present);

G_END_DECLS
