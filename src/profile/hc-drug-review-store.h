/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-drug-review.h"
#include "hc-store.h"

G_BEGIN_DECLS

#define HC_TYPE_DRUG_REVIEW_STORE (hc_drug_review_store_get_type ())

G_DECLARE_FINAL_TYPE (HcDrugReviewStore, hc_drug_review_store, HC, DRUG_REVIEW_STORE, HcStore)

void          hc_drug_review_store_save_async    (HcDrugReviewStore    *self,
                                                  HcDrugReview         *review,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
gboolean      hc_drug_review_store_save_finish   (HcDrugReviewStore    *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);
void          hc_drug_review_store_remove_async  (HcDrugReviewStore    *self,
                                                  HcDrugReview         *review,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
gboolean      hc_drug_review_store_remove_finish (HcDrugReviewStore    *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);
HcDrugReview *hc_drug_review_store_lookup        (HcDrugReviewStore    *self,
                                                  const char           *person,
                                                  const char           *link);

G_END_DECLS
