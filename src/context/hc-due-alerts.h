/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-current-person.h"

G_BEGIN_DECLS

#define HC_TYPE_DUE_ALERTS (hc_due_alerts_get_type ())

G_DECLARE_FINAL_TYPE (HcDueAlerts, hc_due_alerts, HC, DUE_ALERTS, GObject)

HcDueAlerts *hc_due_alerts_new (HcProfile       *profile,
                                HcCurrentPerson *person) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
