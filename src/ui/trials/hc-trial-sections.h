/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-trial-match.h"

G_BEGIN_DECLS

GtkWidget  *hc_trial_sections_new_heading     (const char    *title) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget  *hc_trial_sections_new_fit         (HcTrialMatch  *match) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget  *hc_trial_sections_new_text        (const char    *text) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget  *hc_trial_sections_new_eligibility (const char    *text) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget  *hc_trial_sections_new_tested      (const HcTrial *trial) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget  *hc_trial_sections_new_facts       (const HcTrial *trial) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget  *hc_trial_sections_new_changes     (const HcTrial *before,
                                               const HcTrial *now) G_GNUC_WARN_UNUSED_RESULT;
char      **hc_trial_sections_dup_questions   (HcTrialMatch *match) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
