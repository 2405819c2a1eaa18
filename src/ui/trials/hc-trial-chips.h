/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-trial-desk.h"

G_BEGIN_DECLS

#define HC_TYPE_TRIAL_CHIPS (hc_trial_chips_get_type ())

G_DECLARE_FINAL_TYPE (HcTrialChips, hc_trial_chips, HC, TRIAL_CHIPS, AdwBin)

GtkWidget *hc_trial_chips_new (HcTrialDesk *desk) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
