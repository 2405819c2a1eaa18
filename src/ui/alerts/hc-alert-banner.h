/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_ALERT_BANNER (hc_alert_banner_get_type ())

G_DECLARE_FINAL_TYPE (HcAlertBanner, hc_alert_banner, HC, ALERT_BANNER, AdwBin)

void       hc_alert_banner_set_context (HcAlertBanner *self,
                                        HcContext     *context);

G_END_DECLS
