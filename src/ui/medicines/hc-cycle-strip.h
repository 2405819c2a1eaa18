/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-days.h"

G_BEGIN_DECLS

#define HC_TYPE_CYCLE_STRIP (hc_cycle_strip_get_type ())

G_DECLARE_FINAL_TYPE (HcCycleStrip, hc_cycle_strip, HC, CYCLE_STRIP, GtkWidget)

void       hc_cycle_strip_set_days (HcCycleStrip *self,
                                    const HcDays *days);

G_END_DECLS
