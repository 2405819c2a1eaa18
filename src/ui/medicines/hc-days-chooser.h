/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-days.h"

G_BEGIN_DECLS

#define HC_TYPE_DAYS_CHOOSER (hc_days_chooser_get_type ())

G_DECLARE_FINAL_TYPE (HcDaysChooser, hc_days_chooser, HC, DAYS_CHOOSER, GtkBox)

void       hc_days_chooser_set_days (HcDaysChooser *self,
                                     const HcDays  *days);
gboolean   hc_days_chooser_read     (HcDaysChooser *self,
                                     HcDays        *days);

G_END_DECLS
