/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-profile.h"
#include "hc-writing-dialog.h"

G_BEGIN_DECLS

#define HC_TYPE_CARE_QUESTION_DIALOG (hc_care_question_dialog_get_type ())

G_DECLARE_FINAL_TYPE (HcCareQuestionDialog, hc_care_question_dialog, HC, CARE_QUESTION_DIALOG, HcWritingDialog)

HcCareQuestionDialog *hc_care_question_dialog_new (HcProfile      *profile,
                                                   HcCareQuestion *question,
                                                   const char     *proposal) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
