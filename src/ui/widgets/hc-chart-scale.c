/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-chart-scale.h"

#include <math.h>

/* An axis spans at least this part of its values: what hardly changes is not to look as if it went up and down. */
#define MIN_SPAN 0.05

/* And this many of the smallest steps in which the values are told. */
#define MIN_STEPS 4.0

/* Of a step; a value this close to a tick is at it. */
#define TOLERANCE 1e-9

/* The line is not drawn where nothing was measured for so many times as long as usual. */
#define GAP_FACTOR 8.0

/* With fewer spaces between values nobody can tell what is usual. */
#define MIN_SPACES 4

/**
 * hc_chart_scale_init:
 * @self: (out): an axis
 * @low: the lowest value that it has to hold
 * @high: the highest one, above @low
 * @max_ticks: how many ticks there is room for, 3 or more
 * @max_decimals: how many decimals the values have; the ticks have no more
 *
 * Finds the smallest step, of 1, 2 and 5 times a power of ten, that does with so many ticks.
 */
void
hc_chart_scale_init (HcChartScale *self,
                     double        low,
                     double        high,
                     guint         max_ticks,
                     guint         max_decimals)
{
  static const double factors[] = { 1.0, 2.0, 5.0 };

  g_return_if_fail (self != NULL);
  g_return_if_fail (low < high);
  g_return_if_fail (max_ticks >= 3);

  for (int exponent = MAX ((int) floor (log10 ((high - low) / max_ticks)), -(int) max_decimals);; exponent++)
    for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
      {
        double step = exponent < 0 ? factors[i] / pow (10.0, -exponent) : factors[i] * pow (10.0, exponent);
        double first = floor (low / step + TOLERANCE);
        double last = ceil (high / step - TOLERANCE);

        if (last - first + 1.0 > max_ticks)
          continue;

        self->low = first * step;
        self->step = step;
        self->n_ticks = MAX (2, (guint) (last - first) + 1);
        self->decimals = exponent < 0 ? (guint) -exponent : 0;
        return;
      }
}

/**
 * hc_chart_scale_get_tick:
 * @self: an axis
 * @index: the number of a tick, from the lowest
 *
 * Returns: the value there
 */
double
hc_chart_scale_get_tick (const HcChartScale *self,
                         guint               index)
{
  g_return_val_if_fail (self != NULL, 0.0);

  return self->low + index * self->step;
}

/**
 * hc_chart_widen:
 * @low: (inout): the lowest value
 * @high: (inout): the highest one
 * @decimals: how many decimals the values have
 *
 * Makes of the ends of the values those of an axis: it begins at 0 where that is near, and is never so short
 * that a small change looks large.
 */
void
hc_chart_widen (double *low,
                double *high,
                guint   decimals)
{
  double span, missing;
  gboolean is_positive;

  g_return_if_fail (low != NULL && high != NULL);
  g_return_if_fail (*low <= *high);

  is_positive = *low >= 0.0;
  if (is_positive && *low <= *high / 2.0)
    *low = 0.0;

  span = MAX (MIN_SPAN * MAX (fabs (*low), fabs (*high)), MIN_STEPS * pow (10.0, -(double) decimals));
  missing = span - (*high - *low);
  if (missing <= 0.0)
    return;

  *low -= missing / 2.0;
  if (is_positive)
    *low = MAX (*low, 0.0);
  *high = *low + span;
}

/**
 * hc_chart_find:
 * @points: (array length=n_points): points in the order of their times
 * @n_points: how many there are
 * @time: a time
 *
 * Returns: the number of the first point that is not before it, @n_points when all are
 */
guint
hc_chart_find (const HcChartPoint *points,
               guint               n_points,
               double              time)
{
  guint low = 0, high = n_points;

  g_return_val_if_fail (points != NULL || n_points == 0, 0);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (points[middle].time < time)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
add_index (GArray *kept,
           guint   index)
{
  if (kept->len == 0 || g_array_index (kept, guint, kept->len - 1) < index)
    g_array_append_val (kept, index);
}

/* Adds what is seen of the points of one column. */
static void
add_column (GArray             *kept,
            const HcChartPoint *points,
            guint               first,
            guint               last)
{
  guint lowest = first, highest = first;

  for (guint i = first; i <= last; i++)
    {
      if (points[i].value < points[lowest].value)
        lowest = i;
      if (points[i].value > points[highest].value)
        highest = i;
    }

  add_index (kept, first);
  add_index (kept, MIN (lowest, highest));
  add_index (kept, MAX (lowest, highest));
  add_index (kept, last);
}

/**
 * hc_chart_reduce:
 * @points: (array length=n_points): points in the order of their times
 * @n_points: how many there are
 * @from: the time at the one edge
 * @until: the time at the other, after @from
 * @n_columns: how many columns of pixels lie between the edges, 1 or more
 *
 * Chooses as many points as can be told apart: of each column the first, the lowest, the highest and the last
 * one. A line through these covers the same pixels as one through all. The points next to the edges outside
 * belong to it: the line comes from there.
 *
 * Returns: (transfer full) (element-type guint): the numbers of the points, in their order
 */
GArray *
hc_chart_reduce (const HcChartPoint *points,
                 guint               n_points,
                 double              from,
                 double              until,
                 guint               n_columns)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (guint));
  guint first, end;

  g_return_val_if_fail (points != NULL || n_points == 0, kept);
  g_return_val_if_fail (from < until, kept);
  g_return_val_if_fail (n_columns > 0, kept);

  first = hc_chart_find (points, n_points, from);
  end = first;

  if (first > 0)
    add_index (kept, first - 1);

  while (end < n_points && points[end].time <= until)
    {
      guint column = MIN (n_columns - 1, (guint) ((points[end].time - from) / (until - from) * n_columns));
      guint start = end;

      while (end < n_points && points[end].time <= until &&
             MIN (n_columns - 1, (guint) ((points[end].time - from) / (until - from) * n_columns)) == column)
        end++;

      add_column (kept, points, start, end - 1);
    }

  if (end < n_points)
    add_index (kept, end);

  return kept;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

/**
 * hc_chart_get_longest_gap:
 * @points: (array length=n_points): points in the order of their times
 * @n_points: how many there are
 *
 * Returns: the longest time between two points, in seconds, over which a line may be drawn; after a longer one
 *   nobody knows what was between
 */
double
hc_chart_get_longest_gap (const HcChartPoint *points,
                          guint               n_points)
{
  g_autoptr (GArray) spaces = g_array_new (FALSE, FALSE, sizeof (double));

  g_return_val_if_fail (points != NULL || n_points == 0, INFINITY);

  /* What was measured twice at a time says nothing of how often it is. */
  for (guint i = 1; i < n_points; i++)
    {
      double space = points[i].time - points[i - 1].time;

      if (space > 0.0)
        g_array_append_val (spaces, space);
    }

  if (spaces->len < MIN_SPACES)
    return INFINITY;

  g_array_sort (spaces, compare_doubles);

  return GAP_FACTOR * g_array_index (spaces, double, spaces->len / 2);
}
