/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HcSubstanceKind:
 * @HC_SUBSTANCE_MEDICINE: a medicine
 * @HC_SUBSTANCE_SUPPLEMENT: a dietary supplement
 * @HC_SUBSTANCE_FOOD: something to eat or drink, alcohol among it
 * @HC_SUBSTANCE_VACCINE: a vaccine
 * @HC_SUBSTANCE_OTHER: anything else: contrast for a scan, for example
 */
typedef enum {
  HC_SUBSTANCE_MEDICINE,
  HC_SUBSTANCE_SUPPLEMENT,
  HC_SUBSTANCE_FOOD,
  HC_SUBSTANCE_VACCINE,
  HC_SUBSTANCE_OTHER,
} HcSubstanceKind;

#define HC_TYPE_SUBSTANCE (hc_substance_get_type ())

G_DECLARE_FINAL_TYPE (HcSubstance, hc_substance, HC, SUBSTANCE, GObject)

HcSubstance        *hc_substance_new      (const char  *id,
                                           const char  *name,
                                           const char  *also,
                                           const char  *kind,
                                           const char  *drug) G_GNUC_WARN_UNUSED_RESULT;
const char         *hc_substance_get_id   (HcSubstance *self);
const char         *hc_substance_get_name (HcSubstance *self);
const char *const  *hc_substance_get_also (HcSubstance *self);
HcSubstanceKind     hc_substance_get_kind (HcSubstance *self);
const char         *hc_substance_get_drug (HcSubstance *self);

G_END_DECLS
