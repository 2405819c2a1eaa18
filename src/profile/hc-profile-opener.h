/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-backup.h"
#include "hc-database.h"

G_BEGIN_DECLS

#define HC_PROFILE_APPLICATION_ID 0x48435046 /* "HCPF" */
#define HC_PROFILE_SCRIPTS "/io/github/health_center/HealthCenter/profile"

/**
 * HcProfileOpening:
 * @HC_PROFILE_OPENING_PRESENT: open what is there, make what is missing
 * @HC_PROFILE_OPENING_BACKUP: put a backup in the place of what is there
 * @HC_PROFILE_OPENING_FRESH: put an empty profile in the place of what is there
 */
typedef enum {
  HC_PROFILE_OPENING_PRESENT,
  HC_PROFILE_OPENING_BACKUP,
  HC_PROFILE_OPENING_FRESH,
} HcProfileOpening;

HcDatabase *hc_profile_opener_open              (const char        *folder,
                                                 HcProfileOpening   opening,
                                                 const char        *backup,
                                                 GDateTime         *now,
                                                 int               *lock,
                                                 GError           **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *hc_profile_opener_list_backups      (const char        *folder,
                                                 GError           **error) G_GNUC_WARN_UNUSED_RESULT;
void        hc_profile_opener_make_daily_backup (const char        *folder,
                                                 HcDatabase        *database,
                                                 GDateTime         *now);
gboolean    hc_profile_opener_make_backup_before (const char       *folder,
                                                 HcDatabase        *database,
                                                 GDateTime         *now,
                                                 GError           **error);

G_END_DECLS
