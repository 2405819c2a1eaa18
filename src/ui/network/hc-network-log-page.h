/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-network-log.h"

G_BEGIN_DECLS

#define HC_TYPE_NETWORK_LOG_PAGE (hc_network_log_page_get_type ())

G_DECLARE_FINAL_TYPE (HcNetworkLogPage, hc_network_log_page, HC, NETWORK_LOG_PAGE, AdwNavigationPage)

HcNetworkLogPage *hc_network_log_page_new (HcNetworkLog *log);

G_END_DECLS
