/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-context.h"
#include "hc-operation-dialog.h"

G_BEGIN_DECLS

#define HC_TYPE_AGREE_DIALOG (hc_agree_dialog_get_type ())

G_DECLARE_FINAL_TYPE (HcAgreeDialog, hc_agree_dialog, HC, AGREE_DIALOG, HcOperationDialog)

AdwDialog *hc_agree_dialog_new (HcContext          *context,
                                HcAppointment      *appointment,
                                HcAppointmentState  state) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
