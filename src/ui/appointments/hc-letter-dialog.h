/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-appointment-letter.h"
#include "hc-context.h"
#include "hc-operation-dialog.h"

G_BEGIN_DECLS

#define HC_TYPE_LETTER_DIALOG (hc_letter_dialog_get_type ())

G_DECLARE_FINAL_TYPE (HcLetterDialog, hc_letter_dialog, HC, LETTER_DIALOG, HcOperationDialog)

AdwDialog *hc_letter_dialog_new (HcContext       *context,
                                 HcAppointment   *appointment,
                                 HcLetterPurpose  purpose) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
