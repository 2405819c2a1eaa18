/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-operation-dialog.h"

G_BEGIN_DECLS

#define HC_TYPE_ADD_MEDICINE_DIALOG (hc_add_medicine_dialog_get_type ())

G_DECLARE_FINAL_TYPE (HcAddMedicineDialog, hc_add_medicine_dialog, HC, ADD_MEDICINE_DIALOG, HcOperationDialog)

G_END_DECLS
