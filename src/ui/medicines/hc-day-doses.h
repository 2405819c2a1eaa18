/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_DAY_DOSES (hc_day_doses_get_type ())

G_DECLARE_FINAL_TYPE (HcDayDoses, hc_day_doses, HC, DAY_DOSES, GtkBox)

void hc_day_doses_set_context (HcDayDoses *self,
                               HcContext  *context);

G_END_DECLS
