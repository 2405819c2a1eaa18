/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HcBackupKind:
 * @HC_BACKUP_DAILY: made at the first start of a day
 * @HC_BACKUP_BEFORE_UPDATE: made before the format of the file was changed
 */
typedef enum {
  HC_BACKUP_DAILY,
  HC_BACKUP_BEFORE_UPDATE,
} HcBackupKind;

#define HC_TYPE_BACKUP_KIND (hc_backup_kind_get_type ())
GType hc_backup_kind_get_type (void);

#define HC_TYPE_BACKUP (hc_backup_get_type ())

G_DECLARE_FINAL_TYPE (HcBackup, hc_backup, HC, BACKUP, GObject)

HcBackup     *hc_backup_new       (const char   *folder,
                                   GDateTime    *time,
                                   HcBackupKind  kind) G_GNUC_WARN_UNUSED_RESULT;
HcBackup     *hc_backup_new_named (const char   *folder,
                                   const char   *name) G_GNUC_WARN_UNUSED_RESULT;
const char   *hc_backup_get_path  (HcBackup     *self);
GDateTime    *hc_backup_get_time  (HcBackup     *self);
HcBackupKind  hc_backup_get_kind  (HcBackup     *self);

G_END_DECLS
