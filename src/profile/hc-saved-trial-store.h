/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-saved-trial.h"
#include "hc-store.h"

G_BEGIN_DECLS

#define HC_TYPE_SAVED_TRIAL_STORE (hc_saved_trial_store_get_type ())

G_DECLARE_FINAL_TYPE (HcSavedTrialStore, hc_saved_trial_store, HC, SAVED_TRIAL_STORE, HcStore)

HcSavedTrial *hc_saved_trial_store_lookup        (HcSavedTrialStore          *self,
                                                  const char                 *person,
                                                  const char                 *nct);
void          hc_saved_trial_store_save_async    (HcSavedTrialStore          *self,
                                                  HcSavedTrial               *trial,
                                                  const HcSavedTrialDetails  *details,
                                                  GAsyncReadyCallback         callback,
                                                  gpointer                    user_data);
gboolean      hc_saved_trial_store_save_finish   (HcSavedTrialStore          *self,
                                                  GAsyncResult               *result,
                                                  GError                    **error);
void          hc_saved_trial_store_remove_async  (HcSavedTrialStore          *self,
                                                  HcSavedTrial               *trial,
                                                  GAsyncReadyCallback         callback,
                                                  gpointer                    user_data);
gboolean      hc_saved_trial_store_remove_finish (HcSavedTrialStore          *self,
                                                  GAsyncResult               *result,
                                                  GError                    **error);

G_END_DECLS
