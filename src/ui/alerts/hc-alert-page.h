/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_ALERT_PAGE (hc_alert_page_get_type ())

G_DECLARE_FINAL_TYPE (HcAlertPage, hc_alert_page, HC, ALERT_PAGE, AdwNavigationPage)

HcAlertPage *hc_alert_page_new (HcContext *context,
                                HcAlert   *alert);

G_END_DECLS
