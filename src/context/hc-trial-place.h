/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-trial.h"

G_BEGIN_DECLS

double             hc_trial_distance     (double         latitude,
                                          double         longitude,
                                          double         other_latitude,
                                          double         other_longitude);
const HcTrialSite *hc_trial_find_nearest (const HcTrial *trial,
                                          double         latitude,
                                          double         longitude,
                                          double        *distance);
GPtrArray         *hc_trial_sort_sites   (const HcTrial *trial,
                                          double         latitude,
                                          double         longitude) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
