/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-article.h"

G_BEGIN_DECLS

/**
 * HcDrugKind:
 * @HC_DRUG_PRESCRIPTION: a medicine that is prescribed
 * @HC_DRUG_OTC: one that is sold over the counter
 * @HC_DRUG_SUPPLEMENT: a dietary supplement
 * @HC_DRUG_FOOD: something to eat or drink that matters to medicines
 */
typedef enum {
  HC_DRUG_PRESCRIPTION,
  HC_DRUG_OTC,
  HC_DRUG_SUPPLEMENT,
  HC_DRUG_FOOD,
} HcDrugKind;

#define HC_TYPE_DRUG (hc_drug_get_type ())

G_DECLARE_FINAL_TYPE (HcDrug, hc_drug, HC, DRUG, GObject)

/**
 * HcDrugDetails:
 * @brands: brand names, with commas, may be empty
 * @also: other names, with commas, may be empty
 * @kind: the name of an #HcDrugKind
 * @classes: classes, with commas
 * @conditions: what it is taken for, with commas
 * @forms: forms and strengths, with semicolons
 */
typedef struct
{
  const char *brands;
  const char *also;
  const char *kind;
  const char *classes;
  const char *conditions;
  const char *forms;
} HcDrugDetails;

HcDrug             *hc_drug_new            (HcArticle           *article,
                                            const HcDrugDetails *details) G_GNUC_WARN_UNUSED_RESULT;
HcArticle          *hc_drug_get_article    (HcDrug              *self);
const char         *hc_drug_get_id         (HcDrug              *self);
const char         *hc_drug_get_name       (HcDrug              *self);
HcDrugKind          hc_drug_get_kind       (HcDrug              *self);
const char *const  *hc_drug_get_brands     (HcDrug              *self);
const char *const  *hc_drug_get_also       (HcDrug              *self);
const char *const  *hc_drug_get_classes    (HcDrug              *self);
const char *const  *hc_drug_get_conditions (HcDrug              *self);
const char *const  *hc_drug_get_forms      (HcDrug              *self);
char               *hc_drug_dup_link       (HcDrug              *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
