/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_NETWORK_PAGE (hc_network_page_get_type ())

G_DECLARE_FINAL_TYPE (HcNetworkPage, hc_network_page, HC, NETWORK_PAGE, AdwNavigationPage)

void hc_network_page_add (AdwNavigationView *navigation,
                          HcContext         *context);

G_END_DECLS
