/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-schedule-error.h"

G_BEGIN_DECLS

/**
 * HcDaysKind:
 * @HC_DAYS_EVERY: each day
 * @HC_DAYS_EVERY_N: each n-th day, the first day of the schedule being one
 * @HC_DAYS_OF_WEEK: the same days of each week
 * @HC_DAYS_OF_CYCLE: the same days of each treatment cycle, the first of which starts with the schedule
 *
 * How days are told.
 */
typedef enum {
  HC_DAYS_EVERY,
  HC_DAYS_EVERY_N,
  HC_DAYS_OF_WEEK,
  HC_DAYS_OF_CYCLE,
} HcDaysKind;

#define HC_DAYS_MAX_CYCLE 128
#define HC_DAYS_MAX_N 366

/**
 * HcDays:
 * @kind: how the days are told; fields that it has no use for are neither compared nor kept
 * @n: of %HC_DAYS_EVERY_N: each n-th day, up to %HC_DAYS_MAX_N; of %HC_DAYS_OF_CYCLE: its length in days
 * @week: of %HC_DAYS_OF_WEEK: bit 0 is Monday, bit 6 Sunday
 * @cycle: of %HC_DAYS_OF_CYCLE: bit 0 of byte 0 is day 1
 *
 * On which days something is taken.
 */
typedef struct {
  HcDaysKind kind;
  int        n;
  guint      week;
  guint8     cycle[HC_DAYS_MAX_CYCLE / 8];
} HcDays;

gboolean  hc_days_parse_cycle (const char    *text,
                               int            length,
                               HcDays        *days,
                               GError       **error);
char     *hc_days_dup_cycle   (const HcDays  *days) G_GNUC_WARN_UNUSED_RESULT;
gboolean  hc_days_has         (const HcDays  *days,
                               int            day,
                               GDateWeekday   weekday);
gboolean  hc_days_equal       (const HcDays  *a,
                               const HcDays  *b);
gboolean  hc_days_check       (const HcDays  *days,
                               GError       **error);

G_END_DECLS
