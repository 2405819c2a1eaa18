/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-eligibility-text.h"
#include "hc-trial-markers.h"
#include "hc-trial-match-private.h"
#include "hc-trial-matcher.h"
#include "hc-trial-stages.h"

G_BEGIN_DECLS

struct _HcTrialMatcher
{
  HcTrialPatient  patient;  /* its strings are owned */
  guint           markers;  /* of HcTrialMarker */
  guint           stage;    /* see HC_TRIAL_STAGE() */
  GPtrArray      *medicines; /* names of medicines in the treatment */
  GPtrArray      *medicine_regexes; /* for each of these */

  HcTrialMarkers *finder;
  HcTrialStages  *stages;
  GRegex         *colorectal;
  GRegex         *colon;
  GRegex         *rectal;
  GRegex         *solid;
  GRegex         *unclear;
  GRegex         *groups;
  GRegex         *untreated;
  GRegex         *treated;
};

/* What is known of a trial while it is compared. */
typedef struct
{
  const HcTrial *trial;
  HcTrialMatch  *match;
  GString       *about;  /* titles, conditions and keywords, a line each */
  GPtrArray     *parts;  /* of who can take part */
  gboolean       has_groups; /* whether it takes different people for different parts of it */
} HcTrialRun;

void     _hc_trial_run_take           (HcTrialRun              *run,
                                       HcTrialReasonKind        kind,
                                       char                    *words,
                                       const char              *quote);
void     _hc_trial_run_add            (HcTrialRun              *run,
                                       HcTrialReasonKind        kind,
                                       const char              *words,
                                       const char              *quote);
gboolean _hc_trial_run_is_clear       (HcTrialMatcher          *self,
                                       HcTrialRun              *run,
                                       const HcEligibilityPart *part);
void     _hc_trial_run_check_fields   (HcTrialMatcher          *self,
                                       HcTrialRun              *run,
                                       gboolean                 is_listed);
void     _hc_trial_run_check_cancer   (HcTrialMatcher          *self,
                                       HcTrialRun              *run);
void     _hc_trial_run_check_markers  (HcTrialMatcher          *self,
                                       HcTrialRun              *run);

G_END_DECLS
