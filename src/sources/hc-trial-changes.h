/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-trial.h"

G_BEGIN_DECLS

/**
 * HcTrialChanges:
 * @status: whether the status is another one
 * @title: whether a title is another one
 * @eligibility: whether the text about who can take part says something else
 * @ages: whether other ages or sexes are taken
 * @interventions: whether something else is tested
 * @dates: whether it begins or ends at another time
 * @contacts: whether other people are to be asked
 * @added_sites: (element-type HcTrialSite): sites that are new
 * @removed_sites: (element-type HcTrialSite): sites that are gone
 * @changed_sites: (element-type HcTrialSite): sites, as they are now, whose status is another one
 *
 * What is different between two versions of a trial. The sites belong to the trials that were compared.
 */
typedef struct
{
  gboolean   status;
  gboolean   title;
  gboolean   eligibility;
  gboolean   ages;
  gboolean   interventions;
  gboolean   dates;
  gboolean   contacts;
  GPtrArray *added_sites;
  GPtrArray *removed_sites;
  GPtrArray *changed_sites;
} HcTrialChanges;

HcTrialChanges  *hc_trial_changes_new       (const HcTrial        *before,
                                             const HcTrial        *now) G_GNUC_WARN_UNUSED_RESULT;
void             hc_trial_changes_free      (HcTrialChanges       *self);
gboolean         hc_trial_changes_is_empty  (const HcTrialChanges *self);
char           **hc_trial_changes_dup_words (const HcTrialChanges *self,
                                             const HcTrial        *before,
                                             const HcTrial        *now) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcTrialChanges, hc_trial_changes_free)

G_END_DECLS
