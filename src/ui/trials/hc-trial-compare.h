/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-trial-desk.h"

G_BEGIN_DECLS

#define HC_TYPE_TRIAL_COMPARE (hc_trial_compare_get_type ())

G_DECLARE_FINAL_TYPE (HcTrialCompare, hc_trial_compare, HC, TRIAL_COMPARE, AdwNavigationPage)

HcTrialCompare *hc_trial_compare_new (HcTrialDesk *desk) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
