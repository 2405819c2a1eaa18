/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_MONTH_VIEW (hc_month_view_get_type ())

G_DECLARE_FINAL_TYPE (HcMonthView, hc_month_view, HC, MONTH_VIEW, GtkBox)

void hc_month_view_show (HcMonthView *self,
                         GPtrArray   *appointments,
                         GDateTime   *now);

G_END_DECLS
