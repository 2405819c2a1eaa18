/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-care-directory.h"
#include "hc-context.h"
#include "hc-operation.h"
#include "hc-saving-dialog.h"

G_BEGIN_DECLS

#define HC_TYPE_CLINIC_DIALOG (hc_clinic_dialog_get_type ())

G_DECLARE_FINAL_TYPE (HcClinicDialog, hc_clinic_dialog, HC, CLINIC_DIALOG, HcSavingDialog)

AdwDialog   *hc_clinic_dialog_new            (HcContext     *context,
                                              HcClinic      *clinic) G_GNUC_WARN_UNUSED_RESULT;
AdwDialog   *hc_clinic_dialog_new_for_center (HcContext     *context,
                                              HcCareCenter  *center) G_GNUC_WARN_UNUSED_RESULT;
HcOperation *hc_clinic_removal_new           (HcClinicStore *clinics,
                                              HcClinic      *clinic) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
