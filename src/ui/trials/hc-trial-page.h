/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-trial-desk.h"

G_BEGIN_DECLS

#define HC_TYPE_TRIAL_PAGE (hc_trial_page_get_type ())

G_DECLARE_FINAL_TYPE (HcTrialPage, hc_trial_page, HC, TRIAL_PAGE, AdwNavigationPage)

HcTrialPage *hc_trial_page_new     (HcTrialDesk  *desk) G_GNUC_WARN_UNUSED_RESULT;
gboolean     hc_trial_page_show    (HcTrialPage  *self,
                                    const char   *nct,
                                    GError      **error);
const char  *hc_trial_page_get_nct (HcTrialPage  *self);

G_END_DECLS
