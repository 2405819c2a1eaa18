/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-timing-plan.h"

G_BEGIN_DECLS

char *hc_timing_words_conflict (HcTimingPlan        *plan,
                                const HcDayConflict *conflict) G_GNUC_WARN_UNUSED_RESULT;
char *hc_timing_words_now      (HcTimingPlan        *plan,
                                guint                place) G_GNUC_WARN_UNUSED_RESULT;
char *hc_timing_words_proposed (HcTimingPlan        *plan,
                                guint                place) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
