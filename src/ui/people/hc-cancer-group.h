/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-person.h"

G_BEGIN_DECLS

#define HC_TYPE_CANCER_GROUP (hc_cancer_group_get_type ())

G_DECLARE_FINAL_TYPE (HcCancerGroup, hc_cancer_group, HC, CANCER_GROUP, AdwPreferencesGroup)

void        hc_cancer_group_show           (HcCancerGroup         *self,
                                            const HcPersonDetails *details);
const char *hc_cancer_group_get_site       (HcCancerGroup         *self);
const char *hc_cancer_group_get_stage      (HcCancerGroup         *self);
char       *hc_cancer_group_dup_biomarkers (HcCancerGroup         *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
