/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-interaction-check.h"

G_BEGIN_DECLS

/**
 * HcDayOrderItem:
 * @key: what the caller knows it by
 * @item: what it is
 * @minutes: (array length=n_minutes): the minutes of the day at which it is taken, ascending
 * @n_minutes: how many doses there are
 * @movable: whether its doses may move
 *
 * Something that is taken on a day.
 */
typedef struct
{
  const char    *key;
  HcCheckedItem *item;
  const int     *minutes;
  guint          n_minutes;
  gboolean       movable;
} HcDayOrderItem;

/**
 * HcDayOrderLimits:
 * @earliest: the first minute of the day to which a dose may move
 * @latest: the last one
 * @grid: doses move to multiples of these minutes
 * @slack: how many minutes two doses of the same thing may come nearer to each other
 * @max_nodes: how many steps are tried at most
 */
typedef struct
{
  int   earliest;
  int   latest;
  int   grid;
  int   slack;
  guint max_nodes;
} HcDayOrderLimits;

/**
 * HcDayDose:
 * @item: the place of its item
 * @place: which dose of the item it is, from 0
 * @minutes: the minute of the day at which it is taken now
 * @proposed: that at which it had better be taken; as @minutes when it stays
 */
typedef struct
{
  guint item;
  guint place;
  int   minutes;
  int   proposed;
} HcDayDose;

/**
 * HcDayConflict:
 * @doses: the places of the two doses in the list of all; the first one is taken first
 * @apart: how many minutes lie between them
 * @wanted: how many there should be at least, in this order
 * @over_midnight: whether the second one is that of the next day
 * @of_days: whether no times of a day keep the rule: it is about the days, and only @wanted and @finding count
 * @finding: what says so; hc_finding_get_interaction() tells more
 *
 * Two doses that are too near to each other.
 */
typedef struct
{
  guint      doses[2];
  int        apart;
  int        wanted;
  gboolean   over_midnight;
  gboolean   of_days;
  HcFinding *finding;
} HcDayConflict;

/**
 * HcDayOrderResult:
 * @HC_DAY_ORDER_GOOD: the times are good as they are
 * @HC_DAY_ORDER_PROPOSED: there are better times
 * @HC_DAY_ORDER_NONE: no times were found that keep all rules
 */
typedef enum {
  HC_DAY_ORDER_GOOD,
  HC_DAY_ORDER_PROPOSED,
  HC_DAY_ORDER_NONE,
} HcDayOrderResult;

/**
 * HcDayOrder:
 * @doses: (element-type HcDayDose): all doses, by item and time
 * @conflicts: (element-type HcDayConflict): those that are too near to each other, the worst first
 * @result: whether there are better times; conflicts that are about the days do not count
 * @n_moved: how many doses have them
 */
typedef struct
{
  GArray           *doses;
  GPtrArray        *conflicts;
  HcDayOrderResult  result;
  guint             n_moved;
} HcDayOrder;

HcDayOrder *hc_day_order_new        (const HcDayOrderItem   *items,
                                     guint                   n_items,
                                     HcInteractionCheck     *check,
                                     const HcDayOrderLimits *limits) G_GNUC_WARN_UNUSED_RESULT;
void        hc_day_order_free       (HcDayOrder             *self);
const char *hc_day_order_get_notice (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcDayOrder, hc_day_order_free)

G_END_DECLS
