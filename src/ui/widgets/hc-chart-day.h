/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HcChartDay:
 * @day: a day
 * @n_planned: how many doses were planned
 * @n_taken: how many of these were taken
 * @n_skipped: how many were left out on purpose
 * @n_missed: how many were forgotten
 *
 * A day of a medicine, or of several together. What is planned and none of the three is not recorded: it may
 * still be to come.
 */
typedef struct
{
  GDate day;
  guint n_planned;
  guint n_taken;
  guint n_skipped;
  guint n_missed;
} HcChartDay;

/**
 * HcChartDayKind:
 * @HC_CHART_DAY_ALL: all that was planned was taken
 * @HC_CHART_DAY_PART: a part of it
 * @HC_CHART_DAY_NONE: nothing, and that is recorded
 * @HC_CHART_DAY_OPEN: nothing is recorded
 * @HC_CHART_DAY_FREE: nothing was planned
 *
 * What a day looks like.
 */
typedef enum {
  HC_CHART_DAY_ALL,
  HC_CHART_DAY_PART,
  HC_CHART_DAY_NONE,
  HC_CHART_DAY_OPEN,
  HC_CHART_DAY_FREE,
} HcChartDayKind;

HcChartDayKind  hc_chart_day_get_kind   (const HcChartDay *day);
const char     *hc_chart_day_kind_words (HcChartDayKind    kind);
char           *hc_chart_day_format     (const HcChartDay *day,
                                         const char       *format) G_GNUC_WARN_UNUSED_RESULT;
char           *hc_chart_day_dup_doses  (const HcChartDay *day) G_GNUC_WARN_UNUSED_RESULT;
char           *hc_chart_day_describe   (GArray           *days) G_GNUC_WARN_UNUSED_RESULT;
GListModel     *hc_chart_day_new_rows   (GArray           *days) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
