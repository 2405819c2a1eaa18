/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-csv-reader.h"
#include "hc-trial-error.h"
#include "hc-trial.h"

G_BEGIN_DECLS

/**
 * HcTrialTable:
 *
 * Knows what the columns of the registry's CSV download mean.
 */
typedef struct _HcTrialTable HcTrialTable;

HcTrialTable *hc_trial_table_new      (const HcCsvRow      *header,
                                       GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void          hc_trial_table_free     (HcTrialTable        *self);
HcTrial      *hc_trial_table_read_row (HcTrialTable        *self,
                                       const HcCsvRow      *row,
                                       GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcTrialTable, hc_trial_table_free)

G_END_DECLS
