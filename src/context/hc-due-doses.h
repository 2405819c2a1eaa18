/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "hc-clock.h"
#include "hc-day-plan.h"

G_BEGIN_DECLS

#define HC_TYPE_DUE_DOSES (hc_due_doses_get_type ())

G_DECLARE_FINAL_TYPE (HcDueDoses, hc_due_doses, HC, DUE_DOSES, GObject)

HcDueDoses *hc_due_doses_new (HcDayPlan       *plan,
                              HcMedicineStore *medicines,
                              HcClock         *clock) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
