/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-diary-desk.h"
#include "hc-saving-dialog.h"

G_BEGIN_DECLS

#define HC_TYPE_RESULT_IMPORT (hc_result_import_get_type ())

G_DECLARE_FINAL_TYPE (HcResultImport, hc_result_import, HC, RESULT_IMPORT, HcSavingDialog)

void hc_result_import_choose (HcDiaryDesk *desk,
                              GtkWidget   *parent);
void hc_result_import_open   (HcDiaryDesk *desk,
                              GtkWidget   *parent,
                              GFile       *file);

G_END_DECLS
