/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-trial-error.h"
#include "hc-trial.h"

G_BEGIN_DECLS

/**
 * HcTrialReaderFuncs:
 * @take_trial: (transfer full): takes a trial; returns whether to go on
 * @take_fault: takes what is wrong with one, with its number in the file, from 1, or the line of a table;
 *   returns whether to go on
 *
 * What a reader gives.
 */
typedef struct
{
  gboolean (*take_trial) (HcTrial *trial, gpointer user_data);
  gboolean (*take_fault) (const GError *error, guint number, gpointer user_data);
} HcTrialReaderFuncs;

/**
 * HcTrialReader:
 *
 * Reads what ClinicalTrials.gov gives: a page of its interface (version 2), the JSON of its download, a
 * single study, or the CSV of its download. Which one it is, is seen from its first byte.
 */
typedef struct _HcTrialReader HcTrialReader;

HcTrialReader *hc_trial_reader_new       (const HcTrialReaderFuncs  *funcs,
                                          gpointer                   user_data) G_GNUC_WARN_UNUSED_RESULT;
void           hc_trial_reader_free      (HcTrialReader             *self);
gboolean       hc_trial_reader_feed      (HcTrialReader             *self,
                                          const char                *data,
                                          gsize                      length,
                                          GError                   **error);
gboolean       hc_trial_reader_finish    (HcTrialReader             *self,
                                          GError                   **error);
const char    *hc_trial_reader_get_token (HcTrialReader             *self);
gint64         hc_trial_reader_get_total (HcTrialReader             *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcTrialReader, hc_trial_reader_free)

G_END_DECLS
