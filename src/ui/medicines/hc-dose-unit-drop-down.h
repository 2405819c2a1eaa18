/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-dose-unit.h"

G_BEGIN_DECLS

GtkWidget  *hc_dose_unit_drop_down_new (HcDoseUnit   unit) G_GNUC_WARN_UNUSED_RESULT;
void        hc_dose_unit_drop_down_set (GtkDropDown *drop_down,
                                        HcDoseUnit   unit);
HcDoseUnit  hc_dose_unit_drop_down_get (GtkDropDown *drop_down);

G_END_DECLS
