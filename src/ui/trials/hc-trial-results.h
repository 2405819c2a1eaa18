/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-trial-desk.h"

G_BEGIN_DECLS

#define HC_TYPE_TRIAL_RESULTS (hc_trial_results_get_type ())

G_DECLARE_FINAL_TYPE (HcTrialResults, hc_trial_results, HC, TRIAL_RESULTS, AdwNavigationPage)

HcTrialResults *hc_trial_results_new          (HcTrialDesk    *desk) G_GNUC_WARN_UNUSED_RESULT;
void            hc_trial_results_search       (HcTrialResults *self,
                                               const char     *text);
void            hc_trial_results_focus_search (HcTrialResults *self);

G_END_DECLS
