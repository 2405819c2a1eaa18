/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-profile.h"

G_BEGIN_DECLS

#define HC_TYPE_BACKUP_COPIES_PAGE (hc_backup_copies_page_get_type ())

G_DECLARE_FINAL_TYPE (HcBackupCopiesPage, hc_backup_copies_page, HC, BACKUP_COPIES_PAGE, AdwNavigationPage)

HcBackupCopiesPage *hc_backup_copies_page_new (HcProfile *profile);

G_END_DECLS
