/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-network-consent.h"

G_BEGIN_DECLS

#define HC_TYPE_CONSENT_PANEL (hc_consent_panel_get_type ())

G_DECLARE_FINAL_TYPE (HcConsentPanel, hc_consent_panel, HC, CONSENT_PANEL, AdwBin)

void hc_consent_panel_set_service (HcConsentPanel   *self,
                                   HcNetworkConsent *consent,
                                   HcServiceId       service);

G_END_DECLS
