/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-database.h"
#include "hc-trial.h"

G_BEGIN_DECLS

void     hc_trial_rows_bind      (HcStatement        *statement,
                                  const HcTrial      *trial);
void     hc_trial_rows_bind_site (HcStatement        *statement,
                                  const HcTrialSite  *site);
HcTrial *hc_trial_rows_read      (HcStatement        *statement) G_GNUC_WARN_UNUSED_RESULT;
void     hc_trial_rows_read_site (HcStatement        *statement,
                                  HcTrial            *trial);

G_END_DECLS
