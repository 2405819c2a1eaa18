/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-dose-unit.h"

G_BEGIN_DECLS

#define HC_TYPE_AMOUNT_ENTRY (hc_amount_entry_get_type ())

G_DECLARE_FINAL_TYPE (HcAmountEntry, hc_amount_entry, HC, AMOUNT_ENTRY, GtkBox)

GtkWidget  *hc_amount_entry_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void        hc_amount_entry_set_unit   (HcAmountEntry *self,
                                        HcDoseUnit     unit);
void        hc_amount_entry_set_amount (HcAmountEntry *self,
                                        double         amount);
const char *hc_amount_entry_read       (HcAmountEntry *self,
                                        double        *amount);
const char *hc_amount_entry_read_dose  (HcAmountEntry *self,
                                        double        *amount);
const char *hc_amount_entry_read_stock (HcAmountEntry *self,
                                        double        *amount);
gboolean    hc_amount_entry_is_empty   (HcAmountEntry *self);

G_END_DECLS
