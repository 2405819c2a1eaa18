/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "hc-http-error.h"
#include "hc-service.h"

G_BEGIN_DECLS

#define HC_TYPE_NETWORK_CONSENT (hc_network_consent_get_type ())

G_DECLARE_FINAL_TYPE (HcNetworkConsent, hc_network_consent, HC, NETWORK_CONSENT, GObject)

HcNetworkConsent *hc_network_consent_new         (GSettings         *settings) G_GNUC_WARN_UNUSED_RESULT;
gboolean          hc_network_consent_is_on       (HcNetworkConsent  *self,
                                                  HcServiceId        service);
void              hc_network_consent_set_on      (HcNetworkConsent  *self,
                                                  HcServiceId        service,
                                                  gboolean           on);
gboolean          hc_network_consent_is_offline  (HcNetworkConsent  *self);
void              hc_network_consent_set_offline (HcNetworkConsent  *self,
                                                  gboolean           offline);
gboolean          hc_network_consent_check       (HcNetworkConsent  *self,
                                                  HcServiceId        service,
                                                  GError           **error);

G_END_DECLS
