/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-trial-match.h"

G_BEGIN_DECLS

/**
 * HcTrialReasonKind:
 * @HC_TRIAL_REASON_FITS: it speaks for the trial
 * @HC_TRIAL_REASON_ASK: it must be asked
 * @HC_TRIAL_REASON_MISFIT: it speaks clearly against it
 *
 * What a reason is for.
 */
typedef enum {
  HC_TRIAL_REASON_FITS,
  HC_TRIAL_REASON_ASK,
  HC_TRIAL_REASON_MISFIT,
} HcTrialReasonKind;

HcTrialMatch *_hc_trial_match_new       (const HcTrial      *trial) G_GNUC_WARN_UNUSED_RESULT;
void          _hc_trial_match_take      (HcTrialMatch       *self,
                                         HcTrialReasonKind   kind,
                                         char               *words,
                                         const char         *quote);
void          _hc_trial_match_set_place (HcTrialMatch       *self,
                                         double              distance,
                                         char               *nearest);

G_END_DECLS
