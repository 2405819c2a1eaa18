/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-drug-review-private.h"

/**
 * HcDrugReview:
 *
 * What a person thinks of a medicine, for themselves. It does not change: another one takes its place.
 */
struct _HcDrugReview
{
  GObject              parent_instance;

  char                *key;
  HcDrugReviewDetails  details; /* its strings are owned */
  GDateTime           *changed; /* NULL until it was saved */
};

G_DEFINE_FINAL_TYPE (HcDrugReview, hc_drug_review, G_TYPE_OBJECT)

static void
hc_drug_review_finalize (GObject *object)
{
  HcDrugReview *self = HC_DRUG_REVIEW (object);

  g_free (self->key);
  g_free ((char *) self->details.person);
  g_free ((char *) self->details.link);
  g_free ((char *) self->details.comment);
  g_clear_pointer (&self->changed, g_date_time_unref);

  G_OBJECT_CLASS (hc_drug_review_parent_class)->finalize (object);
}

static void
hc_drug_review_class_init (HcDrugReviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_drug_review_finalize;
}

static void
hc_drug_review_init (HcDrugReview *self)
{
}

/**
 * hc_drug_review_new:
 * @details: what it says
 *
 * Returns: (transfer full): a review that is not saved
 */
HcDrugReview *
hc_drug_review_new (const HcDrugReviewDetails *details)
{
  HcDrugReview *self;

  g_return_val_if_fail (details != NULL && details->link != NULL, NULL);

  self = g_object_new (HC_TYPE_DRUG_REVIEW, NULL);
  self->details = *details;
  self->details.person = g_strdup (details->person != NULL ? details->person : "");
  self->details.link = g_strdup (details->link);
  self->details.comment = g_strdup (details->comment != NULL ? details->comment : "");
  self->key = g_strconcat (self->details.person, "/", self->details.link, NULL);

  return self;
}

/* Takes over what the database holds now. */
void
_hc_drug_review_set_changed (HcDrugReview *self,
                             GDateTime    *changed)
{
  g_assert (HC_IS_DRUG_REVIEW (self));

  if (changed != NULL)
    g_date_time_ref (changed);

  g_clear_pointer (&self->changed, g_date_time_unref);
  self->changed = changed;
}

/**
 * hc_drug_review_get_key:
 * @self: a review
 *
 * Returns: (transfer none): what tells it from all others: the person and the link of the medicine
 */
const char *
hc_drug_review_get_key (HcDrugReview *self)
{
  g_return_val_if_fail (HC_IS_DRUG_REVIEW (self), NULL);

  return self->key;
}

/**
 * hc_drug_review_get_details:
 * @self: a review
 *
 * Returns: (transfer none): what it says
 */
const HcDrugReviewDetails *
hc_drug_review_get_details (HcDrugReview *self)
{
  g_return_val_if_fail (HC_IS_DRUG_REVIEW (self), NULL);

  return &self->details;
}

/**
 * hc_drug_review_get_changed:
 * @self: a review
 *
 * Returns: (transfer none) (nullable): when it was saved, %NULL before that
 */
GDateTime *
hc_drug_review_get_changed (HcDrugReview *self)
{
  g_return_val_if_fail (HC_IS_DRUG_REVIEW (self), NULL);

  return self->changed;
}
