/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "hc-profile.h"

G_BEGIN_DECLS

#define HC_TYPE_ALERT_NOTIFIER (hc_alert_notifier_get_type ())

G_DECLARE_FINAL_TYPE (HcAlertNotifier, hc_alert_notifier, HC, ALERT_NOTIFIER, GObject)

HcAlertNotifier *hc_alert_notifier_new (HcProfile    *profile,
                                        GApplication *application) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
