/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-item.h"

/**
 * HcTrialItem:
 *
 * A trial in a list.
 */
struct _HcTrialItem
{
  GObject             parent_instance;

  HcTrialItemDetails  details; /* its strings are owned */
};

G_DEFINE_FINAL_TYPE (HcTrialItem, hc_trial_item, G_TYPE_OBJECT)

static void
hc_trial_item_finalize (GObject *object)
{
  HcTrialItem *self = HC_TRIAL_ITEM (object);

  g_free ((char *) self->details.nct);
  g_free ((char *) self->details.title);
  g_free ((char *) self->details.status);
  g_free ((char *) self->details.phases);
  g_free ((char *) self->details.sponsor);
  g_free ((char *) self->details.updated);

  G_OBJECT_CLASS (hc_trial_item_parent_class)->finalize (object);
}

static void
hc_trial_item_class_init (HcTrialItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_trial_item_finalize;
}

static void
hc_trial_item_init (HcTrialItem *self)
{
}

/**
 * hc_trial_item_new:
 * @details: what it is, copied
 *
 * Returns: (transfer full): an item
 */
HcTrialItem *
hc_trial_item_new (const HcTrialItemDetails *details)
{
  HcTrialItem *self;

  g_return_val_if_fail (details != NULL && details->nct != NULL && details->title != NULL, NULL);

  self = g_object_new (HC_TYPE_TRIAL_ITEM, NULL);
  self->details.nct = g_strdup (details->nct);
  self->details.title = g_strdup (details->title);
  self->details.status = g_strdup (details->status);
  self->details.phases = g_strdup (details->phases);
  self->details.sponsor = g_strdup (details->sponsor);
  self->details.updated = g_strdup (details->updated);
  self->details.is_listed = details->is_listed;

  return self;
}

/**
 * hc_trial_item_get_details:
 * @self: an item
 *
 * Returns: (transfer none): what it is
 */
const HcTrialItemDetails *
hc_trial_item_get_details (HcTrialItem *self)
{
  g_return_val_if_fail (HC_IS_TRIAL_ITEM (self), NULL);

  return &self->details;
}
