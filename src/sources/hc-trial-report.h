/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-trial-error.h"
#include "hc-trial-store.h"

G_BEGIN_DECLS

/**
 * HcTrialProblem:
 * @file: the name of the file, with that of its archive before it; of a page of the registry `page 2`
 * @code: why it was not read
 * @detail: more about that, for those who look closely
 *
 * Something that was not read.
 */
typedef struct
{
  char         *file;
  HcTrialError  code;
  char         *detail;
} HcTrialProblem;

/**
 * HcTrialReport:
 * @n_added: trials that are new
 * @n_updated: trials of which there was another version
 * @n_unchanged: trials that say nothing new
 * @n_problems: what was not read
 * @problems: (element-type HcTrialProblem): the first of these, as many as a person will look at
 * @canceled: whether it was ended before all was read
 * @complete: whether the list of the registry was fetched to its end; %FALSE for files
 *
 * What became of an import or a fetch.
 */
typedef struct
{
  guint      n_added;
  guint      n_updated;
  guint      n_unchanged;
  guint      n_problems;
  GPtrArray *problems;
  gboolean   canceled;
  gboolean   complete;
} HcTrialReport;

HcTrialReport *hc_trial_report_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void           hc_trial_report_free        (HcTrialReport   *self);
void           hc_trial_report_add_problem (HcTrialReport   *self,
                                            const char      *file,
                                            const GError    *error);
void           hc_trial_report_count       (HcTrialReport   *self,
                                            HcTrialOutcome   outcome);
void           hc_trial_report_add         (HcTrialReport       *self,
                                            const HcTrialReport *other);
guint          hc_trial_report_get_n_read  (const HcTrialReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcTrialReport, hc_trial_report_free)

G_END_DECLS
