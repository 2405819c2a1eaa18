/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HcDoseUnit:
 * @HC_DOSE_UNIT_TABLET: tablets
 * @HC_DOSE_UNIT_CAPSULE: capsules
 * @HC_DOSE_UNIT_MILLILITER: milliliters
 * @HC_DOSE_UNIT_DROP: drops
 * @HC_DOSE_UNIT_PUFF: puffs and sprays
 * @HC_DOSE_UNIT_PATCH: patches
 * @HC_DOSE_UNIT_INJECTION: injections
 * @HC_DOSE_UNIT_SACHET: sachets
 * @HC_DOSE_UNIT_SUPPOSITORY: suppositories
 * @HC_DOSE_UNIT_SPOON: spoons
 * @HC_DOSE_UNIT_UNIT: units, as of insulin
 * @HC_DOSE_UNIT_MILLIGRAM: milligrams
 * @HC_DOSE_UNIT_OTHER: anything else; a number of doses
 *
 * What the amounts of a schedule count.
 */
typedef enum {
  HC_DOSE_UNIT_TABLET,
  HC_DOSE_UNIT_CAPSULE,
  HC_DOSE_UNIT_MILLILITER,
  HC_DOSE_UNIT_DROP,
  HC_DOSE_UNIT_PUFF,
  HC_DOSE_UNIT_PATCH,
  HC_DOSE_UNIT_INJECTION,
  HC_DOSE_UNIT_SACHET,
  HC_DOSE_UNIT_SUPPOSITORY,
  HC_DOSE_UNIT_SPOON,
  HC_DOSE_UNIT_UNIT,
  HC_DOSE_UNIT_MILLIGRAM,
  HC_DOSE_UNIT_OTHER,
} HcDoseUnit;

#define HC_DOSE_N_UNITS (HC_DOSE_UNIT_OTHER + 1)

const char *hc_dose_unit_to_string   (HcDoseUnit  unit);
HcDoseUnit  hc_dose_unit_from_string (const char *name);
HcDoseUnit  hc_dose_unit_from_form   (const char *form);
char       *hc_dose_dup_words        (double      amount,
                                      HcDoseUnit  unit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
