/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-database.h"
#include "hc-trial.h"

G_BEGIN_DECLS

/* In SQL: whether a row of trial was in the last list. One from a file stays until another list has it. */
#define HC_TRIAL_STORE_IS_LISTED "(origin = 1 OR seen >= coalesce ((SELECT began FROM trial_fetch), ''))"

/**
 * HcTrialOrigin:
 * @HC_TRIAL_ORIGIN_REGISTRY: fetched from the registry
 * @HC_TRIAL_ORIGIN_FILE: imported from a file
 *
 * Where a trial was read.
 */
typedef enum {
  HC_TRIAL_ORIGIN_REGISTRY,
  HC_TRIAL_ORIGIN_FILE,
} HcTrialOrigin;

/**
 * HcTrialOutcome:
 * @HC_TRIAL_ADDED: it is new
 * @HC_TRIAL_UPDATED: it took the place of what was there
 * @HC_TRIAL_UNCHANGED: what was there says the same or more, or is newer
 */
typedef enum {
  HC_TRIAL_ADDED,
  HC_TRIAL_UPDATED,
  HC_TRIAL_UNCHANGED,
} HcTrialOutcome;

/**
 * HcTrialStore:
 *
 * Writes trials to sources.db and reads them.
 */
typedef struct _HcTrialStore HcTrialStore;

/**
 * HcTrialFunc:
 * @trial: a trial
 * @is_listed: whether it was in the last list of the registry that was fetched to its end, or came from a
 *   file
 * @user_data: what was given to hc_trial_store_for_each()
 *
 * Returns: whether to go on
 */
typedef gboolean (*HcTrialFunc) (const HcTrial *trial, gboolean is_listed, gpointer user_data);

char         *hc_trial_time_print      (GDateTime       *time) G_GNUC_WARN_UNUSED_RESULT;
HcTrialStore *hc_trial_store_new       (HcDatabase      *database,
                                        GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void          hc_trial_store_free      (HcTrialStore    *self);
gboolean      hc_trial_store_put       (HcTrialStore    *self,
                                        const HcTrial   *trial,
                                        HcTrialOrigin    origin,
                                        const char      *seen,
                                        HcTrialOutcome  *outcome,
                                        GError         **error);
gboolean      hc_trial_store_end_fetch (HcTrialStore    *self,
                                        const char      *began,
                                        const char      *ended,
                                        GError         **error);
HcTrial      *hc_trial_store_load      (HcTrialStore    *self,
                                        const char      *nct,
                                        gboolean        *is_listed,
                                        GError         **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      hc_trial_store_for_each  (HcTrialStore    *self,
                                        HcTrialFunc      func,
                                        gpointer         user_data,
                                        GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcTrialStore, hc_trial_store_free)

G_END_DECLS
