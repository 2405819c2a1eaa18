/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-trial.h"

G_BEGIN_DECLS

#define HC_TYPE_TRIAL_SITES (hc_trial_sites_get_type ())

G_DECLARE_FINAL_TYPE (HcTrialSites, hc_trial_sites, HC, TRIAL_SITES, GtkBox)

GtkWidget *hc_trial_sites_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void       hc_trial_sites_show (HcTrialSites  *self,
                                const HcTrial *trial,
                                gboolean       has_place,
                                double         latitude,
                                double         longitude);

G_END_DECLS
