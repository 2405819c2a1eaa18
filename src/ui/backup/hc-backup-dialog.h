/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_BACKUP_DIALOG (hc_backup_dialog_get_type ())

G_DECLARE_FINAL_TYPE (HcBackupDialog, hc_backup_dialog, HC, BACKUP_DIALOG, AdwDialog)

AdwDialog *hc_backup_dialog_new (HcContext *context);

G_END_DECLS
