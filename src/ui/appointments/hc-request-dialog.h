/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-context.h"
#include "hc-link.h"
#include "hc-saving-dialog.h"

G_BEGIN_DECLS

#define HC_TYPE_REQUEST_DIALOG (hc_request_dialog_get_type ())

G_DECLARE_FINAL_TYPE (HcRequestDialog, hc_request_dialog, HC, REQUEST_DIALOG, HcSavingDialog)

AdwDialog *hc_request_dialog_new          (HcContext     *context,
                                           HcAppointment *appointment) G_GNUC_WARN_UNUSED_RESULT;
AdwDialog *hc_request_dialog_new_like     (HcContext     *context,
                                           HcAppointment *appointment) G_GNUC_WARN_UNUSED_RESULT;
AdwDialog *hc_request_dialog_new_for_link (HcContext     *context,
                                           HcLink        *link) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
