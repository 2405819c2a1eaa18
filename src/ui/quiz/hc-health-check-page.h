/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_HEALTH_CHECK_PAGE (hc_health_check_page_get_type ())

G_DECLARE_FINAL_TYPE (HcHealthCheckPage, hc_health_check_page, HC, HEALTH_CHECK_PAGE, AdwNavigationPage)

HcHealthCheckPage *hc_health_check_page_new (HcContext  *context,
                                             GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
