/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-trial-matcher.h"

G_BEGIN_DECLS

#define HC_TYPE_TRIAL_MATCHES (hc_trial_matches_get_type ())

G_DECLARE_FINAL_TYPE (HcTrialMatches, hc_trial_matches, HC, TRIAL_MATCHES, GObject)

void            hc_trial_matches_load_async  (const char            *database_path,
                                              const char *const     *ncts,
                                              const HcTrialPatient  *patient,
                                              guint                  limit,
                                              GCancellable          *cancellable,
                                              GAsyncReadyCallback    callback,
                                              gpointer               user_data);
HcTrialMatches *hc_trial_matches_load_finish (GAsyncResult          *result,
                                              GError               **error) G_GNUC_WARN_UNUSED_RESULT;
GListModel     *hc_trial_matches_get_group   (HcTrialMatches        *self,
                                              HcTrialFit             fit);
guint           hc_trial_matches_count       (HcTrialMatches        *self,
                                              HcTrialFit             fit);

G_END_DECLS
