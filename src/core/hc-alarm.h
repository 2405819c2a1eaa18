/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-clock.h"

G_BEGIN_DECLS

#define HC_TYPE_ALARM (hc_alarm_get_type ())

G_DECLARE_FINAL_TYPE (HcAlarm, hc_alarm, HC, ALARM, GObject)

HcAlarm *hc_alarm_new (HcClock   *clock) G_GNUC_WARN_UNUSED_RESULT;
void     hc_alarm_set (HcAlarm   *self,
                       GDateTime *time);

G_END_DECLS
