/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-news.h"
#include "hc-operation-dialog.h"

G_BEGIN_DECLS

#define HC_TYPE_FOLDER_DIALOG (hc_folder_dialog_get_type ())

G_DECLARE_FINAL_TYPE (HcFolderDialog, hc_folder_dialog, HC, FOLDER_DIALOG, HcOperationDialog)

AdwDialog *hc_folder_dialog_new (HcNews     *news,
                                 const char *folder) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
