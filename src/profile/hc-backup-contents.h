/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define HC_TYPE_BACKUP_CONTENTS (hc_backup_contents_get_type ())

G_DECLARE_FINAL_TYPE (HcBackupContents, hc_backup_contents, HC, BACKUP_CONTENTS, GObject)

GDateTime         *hc_backup_contents_get_created         (HcBackupContents *self);
const char        *hc_backup_contents_get_program_version (HcBackupContents *self);
const char *const *hc_backup_contents_get_tables          (HcBackupContents *self);
guint64            hc_backup_contents_get_n_rows          (HcBackupContents *self,
                                                           const char       *table);
GDateTime         *hc_backup_contents_get_oldest          (HcBackupContents *self);
GDateTime         *hc_backup_contents_get_newest          (HcBackupContents *self);

G_END_DECLS
