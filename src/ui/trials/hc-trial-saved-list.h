/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-trial-desk.h"

G_BEGIN_DECLS

#define HC_TYPE_TRIAL_SAVED_LIST (hc_trial_saved_list_get_type ())

G_DECLARE_FINAL_TYPE (HcTrialSavedList, hc_trial_saved_list, HC, TRIAL_SAVED_LIST, AdwNavigationPage)

HcTrialSavedList *hc_trial_saved_list_new (HcTrialDesk *desk) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
