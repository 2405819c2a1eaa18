/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HcDrugReviewDetails:
 * @person: the id of the person whose review it is, empty when nobody was told of
 * @link: the medicine
 * @effect: how well it works, 1 to 5, 0 when nothing is said
 * @ease: how easy it is to take, likewise
 * @satisfaction: how content they are with it, likewise
 * @comment: what else they say, may be empty
 */
typedef struct
{
  const char *person;
  const char *link;
  int         effect;
  int         ease;
  int         satisfaction;
  const char *comment;
} HcDrugReviewDetails;

#define HC_TYPE_DRUG_REVIEW (hc_drug_review_get_type ())

G_DECLARE_FINAL_TYPE (HcDrugReview, hc_drug_review, HC, DRUG_REVIEW, GObject)

HcDrugReview              *hc_drug_review_new         (const HcDrugReviewDetails *details) G_GNUC_WARN_UNUSED_RESULT;
const char                *hc_drug_review_get_key     (HcDrugReview              *self);
const HcDrugReviewDetails *hc_drug_review_get_details (HcDrugReview              *self);
GDateTime                 *hc_drug_review_get_changed (HcDrugReview              *self);

G_END_DECLS
