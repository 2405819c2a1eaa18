/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_DRUG_HOME (hc_drug_home_get_type ())

G_DECLARE_FINAL_TYPE (HcDrugHome, hc_drug_home, HC, DRUG_HOME, AdwNavigationPage)

HcDrugHome *hc_drug_home_new          (HcContext  *context) G_GNUC_WARN_UNUSED_RESULT;
void        hc_drug_home_search       (HcDrugHome *self,
                                       const char *text);
void        hc_drug_home_focus_search (HcDrugHome *self);

G_END_DECLS
