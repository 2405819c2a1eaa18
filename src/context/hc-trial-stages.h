/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A bit for each stage that a text names: 0 to 4, and that the cancer came back. */
#define HC_TRIAL_STAGE(number) (1u << (number))
#define HC_TRIAL_STAGE_RECURRENT HC_TRIAL_STAGE (5)

/**
 * HcTrialStages:
 *
 * Finds the stages of cancer that a text names.
 */
typedef struct _HcTrialStages HcTrialStages;

HcTrialStages *hc_trial_stages_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void           hc_trial_stages_free      (HcTrialStages *self);
guint          hc_trial_stages_find      (HcTrialStages *self,
                                          const char    *text);
guint          hc_trial_stages_of_person (const char    *stage);
gboolean       hc_trial_stages_is_spread (HcTrialStages *self,
                                          const char    *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcTrialStages, hc_trial_stages_free)

G_END_DECLS
