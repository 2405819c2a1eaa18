/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-trial-match.h"

G_BEGIN_DECLS

/**
 * HcTrialPatient:
 * @site: (nullable): `colon` or `rectal`, see #HcPersonDetails; %NULL: not told
 * @stage: (nullable): `0` to `4` or `recurrent`; %NULL: not told
 * @biomarkers: (nullable): words such as `msi-h`
 * @treatment: (nullable): their treatment, in their own words
 * @birth_year: the year of birth; 0: not told
 * @sex: (nullable): `FEMALE` or `MALE`, as the registry writes it; %NULL: not told
 * @year: the year that it is now
 * @has_place: whether the two that follow are known
 * @latitude: of the city from which distances are told, in degrees
 * @longitude: of it
 *
 * What is known of whom a trial is looked for. None of it leaves this machine.
 */
typedef struct
{
  const char *site;
  const char *stage;
  const char *biomarkers;
  const char *treatment;
  int         birth_year;
  const char *sex;
  int         year;
  gboolean    has_place;
  double      latitude;
  double      longitude;
} HcTrialPatient;

/**
 * HcTrialMatcher:
 *
 * Compares trials with one person.
 */
typedef struct _HcTrialMatcher HcTrialMatcher;

HcTrialMatcher *hc_trial_matcher_new  (const HcTrialPatient *patient) G_GNUC_WARN_UNUSED_RESULT;
void            hc_trial_matcher_free (HcTrialMatcher       *self);
HcTrialMatch   *hc_trial_matcher_run  (HcTrialMatcher       *self,
                                       const HcTrial        *trial,
                                       gboolean              is_listed) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcTrialMatcher, hc_trial_matcher_free)

G_END_DECLS
