/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-care-directory.h"
#include "hc-context.h"
#include "hc-link.h"
#include "hc-trial-matches.h"
#include "hc-trial-update.h"

G_BEGIN_DECLS

/* So many trials can be looked at side by side. */
#define HC_TRIAL_MAX_COMPARED 4

#define HC_TYPE_TRIAL_DESK (hc_trial_desk_get_type ())

G_DECLARE_FINAL_TYPE (HcTrialDesk, hc_trial_desk, HC, TRIAL_DESK, GObject)

HcTrialDesk     *hc_trial_desk_new           (HcContext      *context) G_GNUC_WARN_UNUSED_RESULT;
HcContext       *hc_trial_desk_get_context   (HcTrialDesk    *self);
HcTrialCatalog  *hc_trial_desk_get_catalog   (HcTrialDesk    *self);
HcTrialUpdate   *hc_trial_desk_get_update    (HcTrialDesk    *self);
const char      *hc_trial_desk_get_sex       (HcTrialDesk    *self);
void             hc_trial_desk_set_sex       (HcTrialDesk    *self,
                                              const char     *sex);
HcCareDirectory *hc_trial_desk_get_directory (HcTrialDesk    *self);
HcCity          *hc_trial_desk_get_city      (HcTrialDesk    *self);
void             hc_trial_desk_fill_patient  (HcTrialDesk    *self,
                                              HcTrialPatient *patient);
HcTrialMatches  *hc_trial_desk_get_matches   (HcTrialDesk    *self);
gboolean         hc_trial_desk_is_matching   (HcTrialDesk    *self);
const GError    *hc_trial_desk_get_error     (HcTrialDesk    *self);
void             hc_trial_desk_match         (HcTrialDesk    *self);
HcTrialMatch    *hc_trial_desk_match_trial   (HcTrialDesk    *self,
                                              const HcTrial  *trial,
                                              gboolean        is_listed) G_GNUC_WARN_UNUSED_RESULT;
HcSavedTrial    *hc_trial_desk_find_saved    (HcTrialDesk    *self,
                                              const char     *nct);
GPtrArray       *hc_trial_desk_get_compared  (HcTrialDesk    *self);
gboolean         hc_trial_desk_compares      (HcTrialDesk    *self,
                                              const char     *nct);
gboolean         hc_trial_desk_set_compared  (HcTrialDesk    *self,
                                              const char     *nct,
                                              gboolean        is_compared);

G_END_DECLS
