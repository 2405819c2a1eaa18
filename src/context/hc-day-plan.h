/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-clock.h"
#include "hc-current-person.h"
#include "hc-planned-dose.h"

G_BEGIN_DECLS

#define HC_TYPE_DAY_PLAN (hc_day_plan_get_type ())

G_DECLARE_FINAL_TYPE (HcDayPlan, hc_day_plan, HC, DAY_PLAN, GObject)

HcDayPlan *hc_day_plan_new         (HcProfile       *profile,
                                    HcCurrentPerson *person,
                                    HcClock         *clock) G_GNUC_WARN_UNUSED_RESULT;
HcDayPlan *hc_day_plan_new_for_all (HcProfile       *profile,
                                    HcCurrentPerson *person,
                                    HcClock         *clock) G_GNUC_WARN_UNUSED_RESULT;
guint      hc_day_plan_count_due   (HcDayPlan       *self);
GPtrArray *hc_day_plan_list_due    (HcDayPlan       *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
