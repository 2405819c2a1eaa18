/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-trial-reader.h"
#include "hc-trial-report.h"

G_BEGIN_DECLS

/**
 * HcTrialBatch:
 *
 * Writes trials as they are read, some hundred in a transaction, in the thread that has it.
 */
typedef struct _HcTrialBatch HcTrialBatch;

HcTrialBatch *hc_trial_batch_new       (const char      *path,
                                        HcTrialOrigin    origin,
                                        const char      *seen,
                                        GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void          hc_trial_batch_free      (HcTrialBatch    *self);
gboolean      hc_trial_batch_put       (HcTrialBatch    *self,
                                        const HcTrial   *trial,
                                        HcTrialReport   *report,
                                        GError         **error);
gboolean      hc_trial_batch_end       (HcTrialBatch    *self,
                                        HcTrialReport   *report,
                                        GError         **error);
HcTrialStore *hc_trial_batch_get_store (HcTrialBatch    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcTrialBatch, hc_trial_batch_free)

G_END_DECLS
