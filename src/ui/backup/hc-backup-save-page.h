/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_BACKUP_SAVE_PAGE (hc_backup_save_page_get_type ())

G_DECLARE_FINAL_TYPE (HcBackupSavePage, hc_backup_save_page, HC, BACKUP_SAVE_PAGE, AdwNavigationPage)

HcBackupSavePage *hc_backup_save_page_new  (HcContext        *context);
void              hc_backup_save_page_save (HcBackupSavePage *self,
                                            GFile            *file);

G_END_DECLS
