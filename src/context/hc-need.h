/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-dose-log.h"
#include "hc-medicine.h"

G_BEGIN_DECLS

/**
 * HcNeed:
 * @amount: how much is taken when it is needed
 * @daily_max: the most in a day that was told; 0: none
 * @min_minutes: the least time between two doses that was told; 0: none
 * @taken: how much is recorded as taken on the day that is looked at
 * @last: (nullable): when it was taken last before, or is recorded to be taken next, whichever is nearer
 * @passes_max: whether one dose more would be more than was told
 * @is_soon: whether one dose at that moment would be nearer to another than was told
 *
 * A medicine that is taken when needed, at a moment. It only counts, and compares with what the person told.
 */
typedef struct
{
  double     amount;
  double     daily_max;
  int        min_minutes;
  double     taken;
  GDateTime *last;
  gboolean   passes_max;
  gboolean   is_soon;
} HcNeed;

gboolean  hc_need_is_of      (HcMedicine *medicine,
                              GDateTime  *when);
HcNeed   *hc_need_new        (HcDoseLog  *log,
                              HcMedicine *medicine,
                              GDateTime  *when) G_GNUC_WARN_UNUSED_RESULT;
char     *hc_need_dup_latest (HcDoseLog  *log,
                              HcMedicine *medicine) G_GNUC_WARN_UNUSED_RESULT;
void      hc_need_free       (HcNeed     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcNeed, hc_need_free)

G_END_DECLS
