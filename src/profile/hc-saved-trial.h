/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HcSavedTrialDetails:
 * @person: (nullable): the id of the person for whom it was saved; empty or %NULL: the first one
 * @nct: the number of the trial in the registry
 * @title: its title
 * @copy: all that it says, as hc_trial_json_print() writes it
 * @version: (nullable): when the registry published it, `2026-11-20`; empty or %NULL: not told
 * @note: (nullable): what the person wrote about it
 * @questions: (nullable): what they want to ask, one a line
 *
 * A saved trial. What is saved has texts in place of %NULL.
 */
typedef struct
{
  const char *person;
  const char *nct;
  const char *title;
  const char *copy;
  const char *version;
  const char *note;
  const char *questions;
} HcSavedTrialDetails;

#define HC_TYPE_SAVED_TRIAL (hc_saved_trial_get_type ())

G_DECLARE_FINAL_TYPE (HcSavedTrial, hc_saved_trial, HC, SAVED_TRIAL, GObject)

HcSavedTrial              *hc_saved_trial_new         (const HcSavedTrialDetails *details) G_GNUC_WARN_UNUSED_RESULT;
const char                *hc_saved_trial_get_key     (HcSavedTrial              *self);
const HcSavedTrialDetails *hc_saved_trial_get_details (HcSavedTrial              *self);
GDateTime                 *hc_saved_trial_get_created (HcSavedTrial              *self);
GDateTime                 *hc_saved_trial_get_changed (HcSavedTrial              *self);

G_END_DECLS
