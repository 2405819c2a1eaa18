/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-profile-import.h"

G_BEGIN_DECLS

#define HC_TYPE_BACKUP_RESTORE_PAGE (hc_backup_restore_page_get_type ())

G_DECLARE_FINAL_TYPE (HcBackupRestorePage, hc_backup_restore_page, HC, BACKUP_RESTORE_PAGE, AdwNavigationPage)

HcBackupRestorePage *hc_backup_restore_page_new     (HcProfile           *profile);
void                 hc_backup_restore_page_inspect (HcBackupRestorePage *self,
                                                     GFile               *file);

G_END_DECLS
