/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HC_DAY_MINUTES (24 * 60)

/**
 * HcDayBound:
 * @a: the place of a dose
 * @b: the place of another one
 * @around: whether the time from @a to the next @b counts, over midnight, too; otherwise that within the day
 * @least: how many minutes @b is at least after @a
 * @most: how many at most
 * @broken: whether the times of now break it; while neither of the two moves this counts, not the minutes
 *
 * What must hold between two doses.
 */
typedef struct
{
  guint    a;
  guint    b;
  gboolean around;
  int      least;
  int      most;
  gboolean broken;
} HcDayBound;

/**
 * HcDayProblem:
 * @minutes: (array length=n_doses): the minutes of the day at which the doses are taken now
 * @fixed: (array length=n_doses): whether a dose must stay where it is
 * @n_doses: how many doses there are
 * @bounds: (array length=n_bounds): what must hold
 * @n_bounds: how much that is
 * @earliest: the first minute to which a dose may move
 * @latest: the last one
 * @grid: doses move to multiples of these minutes
 * @max_nodes: how many steps are tried at most for doses that depend on each other
 */
typedef struct
{
  const int        *minutes;
  const gboolean   *fixed;
  guint             n_doses;
  const HcDayBound *bounds;
  guint             n_bounds;
  int               earliest;
  int               latest;
  int               grid;
  guint             max_nodes;
} HcDayProblem;

gboolean hc_day_solver_run (const HcDayProblem *problem,
                            int                *proposed);

G_END_DECLS
