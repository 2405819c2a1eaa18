/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-course.h"
#include "hc-dose-unit.h"
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
 * @unit: what its doses count
 * @course: (nullable): how it is and was taken; %NULL: not told
 * @unread_course: (nullable): what is kept of that and cannot be read; it stays until there is a @course
 * @reason: (nullable): what it is for
 * @prescriber: (nullable): who prescribed it
 * @notes: (nullable): what the person wants to remember of it
 * @stock: how much was there when it was counted, in @unit
 * @counted: (nullable): when it was counted; %NULL: never
 * @refill_at: warn when so much is left, in @unit; 0: never
 * @is_quiet: whether nothing is to remind of its doses
 *
 * What is told of a medicine. What is saved has empty texts in place of %NULL, but for the link and what is unread.
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
  HcDoseUnit  unit;
  HcCourse   *course;
  const char *unread_course;
  const char *reason;
  const char *prescriber;
  const char *notes;
  double      stock;
  GDateTime  *counted;
  double      refill_at;
  gboolean    is_quiet;
} HcMedicineDetails;

#define HC_TYPE_MEDICINE (hc_medicine_get_type ())

G_DECLARE_FINAL_TYPE (HcMedicine, hc_medicine, HC, MEDICINE, GObject)

HcMedicine              *hc_medicine_new         (const HcMedicineDetails *details) G_GNUC_WARN_UNUSED_RESULT;
const char              *hc_medicine_get_id      (HcMedicine              *self);
const HcMedicineDetails *hc_medicine_get_details (HcMedicine              *self);
GDateTime               *hc_medicine_get_created (HcMedicine              *self);
char                    *hc_medicine_dup_title   (HcMedicine              *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean                 hc_medicine_is_taken    (HcMedicine              *self,
                                                  GDateTime               *now);
HcPill                  *hc_medicine_make_pill   (HcMedicine              *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
