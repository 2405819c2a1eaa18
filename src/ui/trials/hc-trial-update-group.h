/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-trial-desk.h"

G_BEGIN_DECLS

#define HC_TYPE_TRIAL_UPDATE_GROUP (hc_trial_update_group_get_type ())

G_DECLARE_FINAL_TYPE (HcTrialUpdateGroup, hc_trial_update_group, HC, TRIAL_UPDATE_GROUP, AdwBin)

GtkWidget *hc_trial_update_group_new    (HcTrialDesk        *desk) G_GNUC_WARN_UNUSED_RESULT;
void       hc_trial_update_group_import (HcTrialUpdateGroup *self,
                                         GListModel         *files);

G_END_DECLS
