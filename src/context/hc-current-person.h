/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-profile.h"

G_BEGIN_DECLS

#define HC_TYPE_CURRENT_PERSON (hc_current_person_get_type ())

G_DECLARE_FINAL_TYPE (HcCurrentPerson, hc_current_person, HC, CURRENT_PERSON, GObject)

HcCurrentPerson *hc_current_person_new         (HcProfile       *profile,
                                                GSettings       *settings) G_GNUC_WARN_UNUSED_RESULT;
HcPerson        *hc_current_person_get         (HcCurrentPerson *self);
const char      *hc_current_person_get_id      (HcCurrentPerson *self);
HcPerson        *hc_current_person_get_first   (HcCurrentPerson *self);
gboolean         hc_current_person_is_first    (HcCurrentPerson *self);
gboolean         hc_current_person_owns        (HcCurrentPerson *self,
                                                const char      *person_id);
const char      *hc_current_person_find_owner  (HcCurrentPerson *self,
                                                const char      *person_id);
void             hc_current_person_choose      (HcCurrentPerson *self,
                                                const char      *person_id);
void             hc_current_person_expect_removal (HcCurrentPerson *self,
                                                   HcPerson        *person);

G_END_DECLS
