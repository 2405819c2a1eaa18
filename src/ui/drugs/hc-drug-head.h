/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_DRUG_HEAD (hc_drug_head_get_type ())

G_DECLARE_FINAL_TYPE (HcDrugHead, hc_drug_head, HC, DRUG_HEAD, AdwBin)

HcDrugHead *hc_drug_head_new        (HcContext  *context) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget  *hc_drug_head_get_facts  (HcDrugHead *self);
void        hc_drug_head_show_drug  (HcDrugHead *self,
                                     HcDrug     *drug);
void        hc_drug_head_show_label (HcDrugHead *self,
                                     HcLabel    *label);

G_END_DECLS
