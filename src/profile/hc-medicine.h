/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-pill.h"

G_BEGIN_DECLS

/**
 * HcMedicineDetails:
 * @person: the id of the person who takes it, empty when nobody was told of
 * @link: (nullable): what there is to read about it
 * @name: its name
 * @strength: (nullable): how much is in it
 * @form: (nullable): its form
 * @actives: (nullable): the names of what acts in it, one a line; %NULL: as the name says
 * @look: what it looks like
 */
typedef struct
{
  const char *person;
  const char *link;
  const char *name;
  const char *strength;
  const char *form;
  const char *actives;
  HcPillLook  look;
} HcMedicineDetails;

#define HC_TYPE_MEDICINE (hc_medicine_get_type ())

G_DECLARE_FINAL_TYPE (HcMedicine, hc_medicine, HC, MEDICINE, GObject)

HcMedicine              *hc_medicine_new         (const HcMedicineDetails *details) G_GNUC_WARN_UNUSED_RESULT;
const char              *hc_medicine_get_id      (HcMedicine              *self);
const HcMedicineDetails *hc_medicine_get_details (HcMedicine              *self);
GDateTime               *hc_medicine_get_created (HcMedicine              *self);
char                    *hc_medicine_dup_title   (HcMedicine              *self) G_GNUC_WARN_UNUSED_RESULT;
HcPill                  *hc_medicine_make_pill   (HcMedicine              *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
