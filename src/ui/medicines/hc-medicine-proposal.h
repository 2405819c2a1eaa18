/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-drug.h"
#include "hc-label.h"
#include "hc-medicine.h"

G_BEGIN_DECLS

HcMedicine *hc_medicine_proposal_from_drug  (HcDrug     *drug,
                                             const char *typed) G_GNUC_WARN_UNUSED_RESULT;
HcMedicine *hc_medicine_proposal_from_label (HcLabel    *label) G_GNUC_WARN_UNUSED_RESULT;
HcMedicine *hc_medicine_proposal_from_pill  (HcPill     *pill) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
