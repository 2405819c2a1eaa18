/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-trial-desk.h"

G_BEGIN_DECLS

#define HC_TYPE_TRIAL_HOME (hc_trial_home_get_type ())

G_DECLARE_FINAL_TYPE (HcTrialHome, hc_trial_home, HC, TRIAL_HOME, AdwNavigationPage)

HcTrialHome *hc_trial_home_new (HcTrialDesk *desk) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
