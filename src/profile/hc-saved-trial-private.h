/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-saved-trial.h"
#include "hc-text-fields.h"

G_BEGIN_DECLS

/* All texts of HcSavedTrialDetails. */
const HcTextField *_hc_saved_trial_get_fields (guint *n_fields);

void  _hc_saved_trial_set_saved (HcSavedTrial              *self,
                                 const HcSavedTrialDetails *details,
                                 GDateTime                 *created,
                                 GDateTime                 *changed);
char *_hc_saved_trial_make_key  (const char                *person,
                                 const char                *nct) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
