/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A reference for schedules that is slow and obvious, and uses nothing of what is tested. It walks through the
 * calendar day by day, counting days, months and years by itself, and looks through a table of what the clock
 * shows at each half hour of UTC. All numbers are minutes or days since 1970-01-01. */

#pragma once

#include "hc-days.h"

G_BEGIN_DECLS

/* The clock of a zone. */
typedef struct {
  GTimeZone *zone;
  gint64     start; /* the first minute of UTC that is known */
  gint64     n_slots;
  int       *offsets; /* of each slot, in minutes */
} Clock;

typedef struct {
  int    year, month, number;
  int    weekday; /* 0: Monday */
  gint64 date;
} Calendar;

/* A schedule in plain numbers. */
typedef struct {
  HcDaysKind kind;
  int        n;
  gboolean   chosen[HC_DAYS_MAX_CYCLE]; /* days of the week or the cycle */
  int        minute, first_day, n_days;
  double     amount;
} PlanLine;

typedef struct {
  gint64   first, last;
  gboolean shifts;
} PlanPause;

typedef struct {
  gboolean  hours;
  gint64    first, last; /* last: 0: no end */
  PlanLine  lines[6];
  int       n_lines;
  PlanPause pauses[4];
  int       n_pauses;
  int       interval;
  gint64    anchor;
  double    amount;
} Plan;

/* A dose that must be there. */
typedef struct {
  gint64 minute; /* of UTC */
  char   key[24];
  double amount;
} Expected;

Clock    *clock_new       (const char  *name,
                           gint64       start,
                           gint64       end) G_GNUC_WARN_UNUSED_RESULT;
void      clock_free      (Clock       *clock);
Calendar  walk_to         (gint64       date);
GArray   *list_expected   (const Plan  *plan,
                           const Clock *clock,
                           gint64       end) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Clock, clock_free)

G_END_DECLS
