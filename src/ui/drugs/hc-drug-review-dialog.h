/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-context.h"
#include "hc-saving-dialog.h"

G_BEGIN_DECLS

#define HC_TYPE_DRUG_REVIEW_DIALOG (hc_drug_review_dialog_get_type ())

G_DECLARE_FINAL_TYPE (HcDrugReviewDialog, hc_drug_review_dialog, HC, DRUG_REVIEW_DIALOG, HcSavingDialog)

HcDrugReviewDialog *hc_drug_review_dialog_new         (HcProfile    *profile,
                                                       const char   *person,
                                                       const char   *link,
                                                       const char   *name) G_GNUC_WARN_UNUSED_RESULT;
const char         *hc_drug_review_dialog_find_person (HcContext    *context,
                                                       const char   *link);
char               *hc_drug_review_dialog_dup_words   (HcDrugReview *review) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
