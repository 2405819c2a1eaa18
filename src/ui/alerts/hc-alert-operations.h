/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-alert-store.h"
#include "hc-operation.h"

G_BEGIN_DECLS

HcOperation *hc_dismiss_alert_new (HcAlertStore *store,
                                   HcAlert      *alert) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
