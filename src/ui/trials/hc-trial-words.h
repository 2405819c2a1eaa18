/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-trial-catalog.h"
#include "hc-trial-match.h"
#include "hc-trial-report.h"

G_BEGIN_DECLS

const char *hc_trial_words_for_fit         (HcTrialFit           fit);
const char *hc_trial_words_for_group       (HcTrialFit           fit);
const char *hc_trial_words_get_caution     (void);
const char *hc_trial_words_for_error       (const GError        *error);
double      hc_trial_words_get_unit        (void);
char       *hc_trial_words_dup_distance    (double               kilometers) G_GNUC_WARN_UNUSED_RESULT;
char       *hc_trial_words_dup_kind        (HcTrialMatch        *match) G_GNUC_WARN_UNUSED_RESULT;
char       *hc_trial_words_dup_nearest     (HcTrialMatch        *match) G_GNUC_WARN_UNUSED_RESULT;
char       *hc_trial_words_dup_match       (HcTrialMatch        *match) G_GNUC_WARN_UNUSED_RESULT;
char       *hc_trial_words_dup_site        (const HcTrialSite   *site) G_GNUC_WARN_UNUSED_RESULT;
char       *hc_trial_words_dup_ages        (const HcTrial       *trial) G_GNUC_WARN_UNUSED_RESULT;
char       *hc_trial_words_dup_tested      (const HcTrial       *trial) G_GNUC_WARN_UNUSED_RESULT;
char       *hc_trial_words_dup_day         (GDateTime           *time) G_GNUC_WARN_UNUSED_RESULT;
char       *hc_trial_words_dup_fetched     (HcTrialCatalog      *catalog) G_GNUC_WARN_UNUSED_RESULT;
char       *hc_trial_words_dup_stock       (HcTrialCatalog      *catalog) G_GNUC_WARN_UNUSED_RESULT;
char       *hc_trial_words_dup_report      (const HcTrialReport *report) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
