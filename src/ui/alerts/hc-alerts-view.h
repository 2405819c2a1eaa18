/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_ALERTS_VIEW (hc_alerts_view_get_type ())

G_DECLARE_FINAL_TYPE (HcAlertsView, hc_alerts_view, HC, ALERTS_VIEW, AdwNavigationPage)

HcAlertsView *hc_alerts_view_new          (HcContext    *context);
void          hc_alerts_view_show_recalls (HcAlertsView *self);

G_END_DECLS
