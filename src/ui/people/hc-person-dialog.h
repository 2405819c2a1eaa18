/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-context.h"
#include "hc-saving-dialog.h"

G_BEGIN_DECLS

#define HC_TYPE_PERSON_DIALOG (hc_person_dialog_get_type ())

G_DECLARE_FINAL_TYPE (HcPersonDialog, hc_person_dialog, HC, PERSON_DIALOG, HcSavingDialog)

HcPersonDialog *hc_person_dialog_new          (HcContext      *context,
                                               HcPerson       *person) G_GNUC_WARN_UNUSED_RESULT;
HcPersonDialog *hc_person_dialog_new_add      (HcContext      *context) G_GNUC_WARN_UNUSED_RESULT;
void            hc_person_dialog_open_contact (HcPersonDialog *self,
                                               HcCareContact  *contact);

G_END_DECLS
