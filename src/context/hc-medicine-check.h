/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-allergy-check.h"
#include "hc-clock.h"
#include "hc-current-person.h"
#include "hc-interaction-check.h"
#include "hc-profile.h"

G_BEGIN_DECLS

#define HC_TYPE_MEDICINE_CHECK (hc_medicine_check_get_type ())

G_DECLARE_FINAL_TYPE (HcMedicineCheck, hc_medicine_check, HC, MEDICINE_CHECK, GObject)

HcMedicineCheck    *hc_medicine_check_new       (HcLibrary         *library,
                                                 HcProfile         *profile,
                                                 HcCurrentPerson   *person,
                                                 HcClock           *clock) G_GNUC_WARN_UNUSED_RESULT;
HcInteractionBook  *hc_medicine_check_get_book  (HcMedicineCheck   *self);
HcCheckedItem      *hc_medicine_check_resolve   (HcMedicineCheck   *self,
                                                 const char        *name,
                                                 const char        *link,
                                                 const char        *actives) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray          *hc_medicine_check_dup_items (HcMedicineCheck   *self) G_GNUC_WARN_UNUSED_RESULT;
HcInteractionCheck *hc_medicine_check_run       (HcMedicineCheck   *self) G_GNUC_WARN_UNUSED_RESULT;
HcInteractionCheck *hc_medicine_check_run_with  (HcMedicineCheck   *self,
                                                 HcCheckedItem     *item) G_GNUC_WARN_UNUSED_RESULT;
HcInteractionCheck *hc_medicine_check_run_for       (HcMedicineCheck *self,
                                                     const char      *person) G_GNUC_WARN_UNUSED_RESULT;
HcInteractionCheck *hc_medicine_check_run_with_for  (HcMedicineCheck *self,
                                                     const char      *person,
                                                     HcCheckedItem   *item) G_GNUC_WARN_UNUSED_RESULT;
HcAllergyBook      *hc_medicine_check_get_allergy_book  (HcMedicineCheck    *self);
HcAllergyCheck     *hc_medicine_check_run_allergies_for (HcMedicineCheck    *self,
                                                         const char         *person,
                                                         const char *const  *allergies) G_GNUC_WARN_UNUSED_RESULT;
HcAllergyCheck     *hc_medicine_check_run_allergies     (HcMedicineCheck    *self,
                                                         HcCheckedItem      *item) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray          *hc_medicine_check_list_foods    (HcMedicineCheck *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
