/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "hc-trial.h"

G_BEGIN_DECLS

/**
 * HcTrialFit:
 * @HC_TRIAL_MAY_FIT: nothing that is known speaks against it
 * @HC_TRIAL_ASK: a question must be answered first
 * @HC_TRIAL_DOES_NOT_FIT: the trial says clearly that it does not take such people, or nobody any more
 * @HC_TRIAL_N_FITS: how many there are
 *
 * Whether a trial is for somebody, as far as a program can know. Only the team of the trial decides.
 */
typedef enum {
  HC_TRIAL_MAY_FIT,
  HC_TRIAL_ASK,
  HC_TRIAL_DOES_NOT_FIT,
  HC_TRIAL_N_FITS,
} HcTrialFit;

/**
 * HcTrialReason:
 * @words: a sentence for the person
 * @quote: (nullable): what the trial says, in its own words
 *
 * Why a trial fits, or what is to be asked.
 */
typedef struct
{
  char *words;
  char *quote;
} HcTrialReason;

#define HC_TYPE_TRIAL_MATCH (hc_trial_match_get_type ())

G_DECLARE_FINAL_TYPE (HcTrialMatch, hc_trial_match, HC, TRIAL_MATCH, GObject)

const char           *hc_trial_match_get_nct       (HcTrialMatch *self);
const char           *hc_trial_match_get_title     (HcTrialMatch *self);
HcTrialStatus         hc_trial_match_get_status    (HcTrialMatch *self);
const char           *hc_trial_match_get_phases    (HcTrialMatch *self);
HcTrialFit            hc_trial_match_get_fit       (HcTrialMatch *self);
GPtrArray            *hc_trial_match_get_fits      (HcTrialMatch *self);
GPtrArray            *hc_trial_match_get_questions (HcTrialMatch *self);
GPtrArray            *hc_trial_match_get_misfits   (HcTrialMatch *self);
double                hc_trial_match_get_distance  (HcTrialMatch *self);
const char           *hc_trial_match_get_nearest   (HcTrialMatch *self);
int                   hc_trial_match_compare       (HcTrialMatch *self,
                                                    HcTrialMatch *other);

G_END_DECLS
