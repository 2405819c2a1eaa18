/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-context.h"
#include "hc-trial-report.h"

G_BEGIN_DECLS

/**
 * HcTrialUpdateState:
 * @HC_TRIAL_UPDATE_IDLE: nothing is under way, and nothing is to be told
 * @HC_TRIAL_UPDATE_FETCHING: the list of the registry is being fetched
 * @HC_TRIAL_UPDATE_IMPORTING: files are being imported
 * @HC_TRIAL_UPDATE_DONE: one of both has ended, and there is a report
 * @HC_TRIAL_UPDATE_FAILED: one of both has ended with an error
 *
 * Where that is by which trials come in.
 */
typedef enum {
  HC_TRIAL_UPDATE_IDLE,
  HC_TRIAL_UPDATE_FETCHING,
  HC_TRIAL_UPDATE_IMPORTING,
  HC_TRIAL_UPDATE_DONE,
  HC_TRIAL_UPDATE_FAILED,
} HcTrialUpdateState;

#define HC_TYPE_TRIAL_UPDATE (hc_trial_update_get_type ())

G_DECLARE_FINAL_TYPE (HcTrialUpdate, hc_trial_update, HC, TRIAL_UPDATE, GObject)

HcTrialUpdate        *hc_trial_update_new          (HcContext         *context) G_GNUC_WARN_UNUSED_RESULT;
void                  hc_trial_update_fetch        (HcTrialUpdate     *self,
                                                    GApplication      *application);
void                  hc_trial_update_import       (HcTrialUpdate     *self,
                                                    const char *const *paths,
                                                    GApplication      *application);
void                  hc_trial_update_cancel       (HcTrialUpdate     *self);
void                  hc_trial_update_retry        (HcTrialUpdate     *self,
                                                    GApplication      *application);
void                  hc_trial_update_dismiss      (HcTrialUpdate     *self);
HcTrialUpdateState    hc_trial_update_get_state    (HcTrialUpdate     *self);
gboolean              hc_trial_update_is_running   (HcTrialUpdate     *self);
gboolean              hc_trial_update_is_canceled  (HcTrialUpdate     *self);
gboolean              hc_trial_update_is_import    (HcTrialUpdate     *self);
double                hc_trial_update_get_progress (HcTrialUpdate     *self,
                                                    guint             *n_trials);
const GError         *hc_trial_update_get_error    (HcTrialUpdate     *self);
const HcTrialReport  *hc_trial_update_get_report   (HcTrialUpdate     *self);

G_END_DECLS
