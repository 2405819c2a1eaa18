/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define HC_TYPE_TRIAL_ITEM (hc_trial_item_get_type ())

G_DECLARE_FINAL_TYPE (HcTrialItem, hc_trial_item, HC, TRIAL_ITEM, GObject)

/**
 * HcTrialItemDetails:
 * @nct: its number
 * @title: its short title
 * @status: (nullable): the registry's word
 * @phases: the registry's words, a line each
 * @sponsor: (nullable): who is responsible
 * @updated: (nullable): when it was last published
 * @is_listed: whether it was in the last list that was fetched
 *
 * What a list shows of a trial.
 */
typedef struct
{
  const char *nct;
  const char *title;
  const char *status;
  const char *phases;
  const char *sponsor;
  const char *updated;
  gboolean    is_listed;
} HcTrialItemDetails;

HcTrialItem              *hc_trial_item_new         (const HcTrialItemDetails *details) G_GNUC_WARN_UNUSED_RESULT;
const HcTrialItemDetails *hc_trial_item_get_details (HcTrialItem              *self);

G_END_DECLS
