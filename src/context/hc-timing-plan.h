/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-day-order.h"
#include "hc-medicine-check.h"

G_BEGIN_DECLS

/**
 * HcTimedMedicine:
 * @medicine: a medicine that has doses on the day that is looked at
 * @minutes: (element-type gint): the minutes of the day at which it is taken, ascending
 * @can_move: whether its times can be changed as a whole: they are times of the clock on the wall, the same on all
 *   days, and no other change is planned
 * @is_kept: whether the person wants its times to stay
 */
typedef struct
{
  HcMedicine *medicine;
  GArray     *minutes;
  gboolean    can_move;
  gboolean    is_kept;
} HcTimedMedicine;

/**
 * HcTimingPlan:
 * @medicines: (element-type HcTimedMedicine): what is taken today; the items of @order are in the same order
 * @order: what was found about their times
 */
typedef struct
{
  GPtrArray  *medicines;
  HcDayOrder *order;
} HcTimingPlan;

HcTimingPlan *hc_timing_plan_new            (HcMedicineCheck    *check,
                                             HcProfile          *profile,
                                             HcCurrentPerson    *person,
                                             GDateTime          *now,
                                             const char *const  *kept,
                                             gboolean            propose) G_GNUC_WARN_UNUSED_RESULT;
void          hc_timing_plan_free           (HcTimingPlan       *self);
GDateTime    *hc_timing_plan_dup_begin      (GDateTime          *now) G_GNUC_WARN_UNUSED_RESULT;
HcCourse     *hc_timing_plan_make_course    (HcTimingPlan       *self,
                                             guint               place,
                                             GDateTime          *when,
                                             const char         *reason,
                                             GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcTimingPlan, hc_timing_plan_free)

G_END_DECLS
