/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart-examples.h"
#include "hc-chart-calendar.h"
#include "hc-chart-scale.h"

#include <math.h>

/* The geometry of charts, compared with slow and obvious ways to do the same. */

#define N_ROUNDS 400
#define DAY 86400.0

/* The smallest step of all that one may write down with 1, 2 or 5 and zeros. */
static double
find_step (double low,
           double high,
           guint  max_ticks,
           int    max_decimals)
{
  for (int exponent = -max_decimals; exponent < 20; exponent++)
    for (guint i = 0; i < 3; i++)
      {
        g_autofree char *text = g_strdup_printf ("%ce%d", "125"[i], exponent);
        double step = g_ascii_strtod (text, NULL), first = 0.0, last = 0.0;

        while (first > low + step * 1e-9)
          first -= step;
        while (first + step <= low + step * 1e-9)
          first += step;
        for (last = first; last < high - step * 1e-9; last += step)
          if ((last - first) / step > max_ticks)
            break;

        if ((guint) lround ((last - first) / step) + 1 <= max_ticks)
          return step;
      }

  g_assert_not_reached ();
}

static void
test_scale (void)
{
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      int decimals = g_test_rand_int_range (0, 4);
      guint max_ticks = (guint) g_test_rand_int_range (3, 9);
      double low = g_test_rand_double_range (-300.0, 300.0);
      double high = low + g_test_rand_double_range (1.0, 500.0);
      double before = -INFINITY;
      HcChartScale scale;

      hc_chart_scale_init (&scale, low, high, max_ticks, (guint) decimals);
      g_test_message ("%f to %f, %u ticks, %d decimals: %f", low, high, max_ticks, decimals, scale.step);
      g_assert_cmpfloat_with_epsilon (scale.step, find_step (low, high, max_ticks, decimals), 1e-9);
      g_assert_cmpuint (scale.n_ticks, <=, max_ticks);
      g_assert_cmpuint (scale.decimals, <=, (guint) decimals);
      g_assert_cmpfloat (hc_chart_scale_get_tick (&scale, 0), <=, low + 1e-6);
      g_assert_cmpfloat (hc_chart_scale_get_tick (&scale, scale.n_ticks - 1), >=, high - 1e-6);

      /* What is written at a tick is the tick. */
      for (guint j = 0; j < scale.n_ticks; j++)
        {
          double tick = hc_chart_scale_get_tick (&scale, j);
          g_autofree char *text = g_strdup_printf ("%.*f", (int) scale.decimals, tick);

          g_assert_cmpfloat_with_epsilon (g_ascii_strtod (text, NULL), tick, 1e-6);
          g_assert_cmpfloat (tick, >, before);
          before = tick;
        }
    }
}

/* By hand. */
static void
test_scale_cases (void)
{
  static const struct {
    double low, high;
    guint  max_ticks, decimals;
    double first, step;
    guint  n_ticks, shown;
  } cases[] = {
    { 0.0, 8.1, 5, 1, 0.0, 5.0, 3, 0 },
    { 36.1, 38.6, 6, 1, 36.0, 1.0, 4, 0 },
    { 36.1, 38.6, 7, 1, 36.0, 0.5, 7, 1 },
    { 0.0, 10.0, 6, 0, 0.0, 2.0, 6, 0 },
    { 0.0, 4.0, 9, 0, 0.0, 1.0, 5, 0 },
    { -1.0, 1.0, 3, 0, -1.0, 1.0, 3, 0 },
    { 0.1, 0.3, 3, 2, 0.1, 0.1, 3, 1 },
    { 0.0, 250000.0, 6, 0, 0.0, 50000.0, 6, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HcChartScale scale;

      hc_chart_scale_init (&scale, cases[i].low, cases[i].high, cases[i].max_ticks, cases[i].decimals);
      g_assert_cmpfloat_with_epsilon (scale.low, cases[i].first, 1e-9);
      g_assert_cmpfloat_with_epsilon (scale.step, cases[i].step, 1e-9);
      g_assert_cmpuint (scale.n_ticks, ==, cases[i].n_ticks);
      g_assert_cmpuint (scale.decimals, ==, cases[i].shown);
    }
}

/* By hand: 5 of 100, 4 of the smallest steps, and 0 where it is near. */
static void
test_widen (void)
{
  static const struct { double low, high; guint decimals; double from, until; } cases[] = {
    { 2.2, 8.1, 1, 0.0, 8.1 },
    { 71.2, 71.2, 1, 69.42, 72.98 },
    { 0.0, 0.0, 0, 0.0, 4.0 },
    { -3.0, -3.0, 1, -3.2, -2.8 },
    { 1.0, 1.2, 1, 0.9, 1.3 },
    { 0.1, 0.15, 1, 0.0, 0.4 },
    { 60.0, 100.0, 0, 60.0, 100.0 },
    { -5.0, 5.0, 0, -5.0, 5.0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double low = cases[i].low, high = cases[i].high;

      hc_chart_widen (&low, &high, cases[i].decimals);
      g_assert_cmpfloat_with_epsilon (low, cases[i].from, 1e-9);
      g_assert_cmpfloat_with_epsilon (high, cases[i].until, 1e-9);
    }
}

static GArray *
make_points (guint n)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (HcChartPoint));
  double time = g_test_rand_double_range (-1000.0, 1000.0);

  for (guint i = 0; i < n; i++)
    {
      HcChartPoint point = { time, g_test_rand_double_range (-10.0, 10.0) };

      g_array_append_val (points, point);
      /* Some at the same time, some far apart. */
      time += g_test_rand_int_range (0, 4) == 0 ? 0.0 : g_test_rand_double_range (0.0, i % 50 == 0 ? 400.0 : 5.0);
    }

  return points;
}

static const HcChartPoint *
get_points (GArray *points)
{
  return (const HcChartPoint *) (gconstpointer) points->data;
}

static double
interpolate (const HcChartPoint *first,
             const HcChartPoint *second,
             double              time)
{
  return first->value + (second->value - first->value) * (time - first->time) / (second->time - first->time);
}

/* Between which values a line runs in a stripe of time. */
static void
get_cover (GArray *points,
           double  from,
           double  until,
           double *low,
           double *high)
{
  const HcChartPoint *all = get_points (points);

  *low = INFINITY;
  *high = -INFINITY;

  for (guint i = 0; i < points->len; i++)
    {
      if (all[i].time >= from && all[i].time < until)
        {
          *low = MIN (*low, all[i].value);
          *high = MAX (*high, all[i].value);
        }

      for (guint j = 0; j < 2; j++)
        {
          double edge = j == 0 ? from : until;

          if (i > 0 && all[i - 1].time < edge && all[i].time > edge)
            {
              double value = interpolate (&all[i - 1], &all[i], edge);

              *low = MIN (*low, value);
              *high = MAX (*high, value);
            }
        }
    }
}

/* In each column the line through what is kept covers the same as the line through all. */
static void
test_reduce (void)
{
  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (GArray) points = make_points ((guint) g_test_rand_int_range (1, 1500));
      g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (HcChartPoint));
      const HcChartPoint *all = get_points (points);
      double first = all[0].time - 1.0, last = all[points->len - 1].time + 1.0;
      double from = g_test_rand_double_range (first, (first + last) / 2.0);
      double until = g_test_rand_double_range ((first + last) / 2.0, last);
      guint n_columns = (guint) g_test_rand_int_range (1, 80);
      g_autoptr (GArray) kept = hc_chart_reduce (all, points->len, from, until, n_columns);

      g_assert_cmpuint (kept->len, <=, 4 * n_columns + 2);

      for (guint i = 0; i < kept->len; i++)
        {
          guint index = g_array_index (kept, guint, i);

          g_assert_cmpuint (index, <, points->len);
          if (i > 0)
            g_assert_cmpuint (index, >, g_array_index (kept, guint, i - 1));
          g_array_append_val (chosen, all[index]);
        }

      for (guint column = 0; column < n_columns; column++)
        {
          double left = from + (until - from) * column / n_columns;
          double right = from + (until - from) * (column + 1) / n_columns;
          double low, high, kept_low, kept_high;

          get_cover (points, left, right, &low, &high);
          get_cover (chosen, left, right, &kept_low, &kept_high);
          if (isinf (low))
            {
              g_assert_true (isinf (kept_low));
              continue;
            }
          g_assert_cmpfloat_with_epsilon (kept_low, low, 1e-6);
          g_assert_cmpfloat_with_epsilon (kept_high, high, 1e-6);
        }
    }
}

/* Few are all kept, and what lies outside only where the line comes from. */
static void
test_reduce_few (void)
{
  static const HcChartPoint points[] = { { 0, 5 }, { 1, 1 }, { 2, 3 }, { 2, 4 }, { 9, 2 }, { 20, 7 }, { 30, 1 } };
  static const guint inside[] = { 1, 2, 3, 4, 5 };
  static const guint end[] = { 4, 5, 6 };
  g_autoptr (GArray) all = hc_chart_reduce (points, G_N_ELEMENTS (points), 0.0, 30.0, 300);
  g_autoptr (GArray) some = hc_chart_reduce (points, G_N_ELEMENTS (points), 1.5, 10.0, 300);
  g_autoptr (GArray) last = hc_chart_reduce (points, G_N_ELEMENTS (points), 12.0, 25.0, 300);
  g_autoptr (GArray) before = hc_chart_reduce (points, G_N_ELEMENTS (points), -20.0, -10.0, 300);
  g_autoptr (GArray) none = hc_chart_reduce (NULL, 0, 0.0, 30.0, 300);

  g_assert_cmpuint (all->len, ==, G_N_ELEMENTS (points));
  g_assert_cmpmem (some->data, some->len * sizeof (guint), inside, sizeof (inside));
  g_assert_cmpmem (last->data, last->len * sizeof (guint), end, sizeof (end));
  g_assert_cmpuint (before->len, ==, 1);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_find (void)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (GArray) points = make_points ((guint) g_test_rand_int_range (1, 40));
      const HcChartPoint *all = get_points (points);
      double time = round % 2 == 0 ? all[round % points->len].time : g_test_rand_double_range (-1200.0, 2000.0);
      guint expected = 0;

      while (expected < points->len && all[expected].time < time)
        expected++;
      g_assert_cmpuint (hc_chart_find (all, points->len, time), ==, expected);
    }

  g_assert_cmpuint (hc_chart_find (NULL, 0, 0.0), ==, 0);
}

/* Every day, then a month without; the double value counts for nothing. */
static void
test_gap (void)
{
  static const HcChartPoint points[] = {
    { 0, 1 }, { DAY, 1 }, { DAY, 2 }, { 2 * DAY, 1 }, { 3 * DAY, 1 }, { 4 * DAY, 1 }, { 34 * DAY, 1 },
  };

  g_assert_cmpfloat (hc_chart_get_longest_gap (points, G_N_ELEMENTS (points)), ==, 8.0 * DAY);

  /* Of few nobody knows how often they come. */
  g_assert_cmpfloat (hc_chart_get_longest_gap (points, 5), ==, INFINITY);
  g_assert_cmpfloat (hc_chart_get_longest_gap (points, 1), ==, INFINITY);
  g_assert_cmpfloat (hc_chart_get_longest_gap (NULL, 0), ==, INFINITY);
}

static char *
dup_ticks (HcChartUnit  unit,
           int          count,
           const char  *from,
           const char  *until,
           GTimeZone   *zone,
           const char  *format)
{
  g_autoptr (GDateTime) utc_from = chart_examples_parse (from);
  g_autoptr (GDateTime) utc_until = chart_examples_parse (until);
  g_autoptr (GDateTime) first = g_date_time_to_timezone (utc_from, zone);
  g_autoptr (GDateTime) last = g_date_time_to_timezone (utc_until, zone);
  g_autoptr (GPtrArray) ticks = hc_chart_calendar_make_ticks (&(HcChartStep) { unit, count }, first, last);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++)
    {
      g_autofree char *tick = g_date_time_format (g_ptr_array_index (ticks, i), format);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", tick);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* From a wall calendar. */
static void
test_calendar (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");
  static const struct { HcChartUnit unit; int count; const char *from, *until, *format, *expected; } cases[] = {
    { HC_CHART_UNIT_MONTH, 3, "2025-05-03", "2026-11-12", "%Y-%m-%d",
      "2025-07-01 2025-10-01 2026-01-01 2026-04-01 2026-07-01 2026-10-01" },
    { HC_CHART_UNIT_MONTH, 1, "2025-12-31", "2026-01-02", "%Y-%m-%d", "2026-01-01" },
    { HC_CHART_UNIT_WEEK, 1, "2026-11-01", "2026-11-20", "%a %d", "Mon 02 Mon 09 Mon 16" },
    { HC_CHART_UNIT_DAY, 1, "2024-02-27", "2024-03-01", "%m-%dT%H", "02-27T12 02-28T12 02-29T12 03-01T12" },
    { HC_CHART_UNIT_YEAR, 2, "2019-06-01", "2026-06-01", "%F", "2020-01-01 2022-01-01 2024-01-01 2026-01-01" },
    { HC_CHART_UNIT_YEAR, 100, "2019-06-01", "2026-06-01", "%F", "" },
    { HC_CHART_UNIT_HOUR, 6, "2026-11-01T05:00", "2026-11-02T06:00", "%d:%H", "01:06 01:12 01:18 02:00 02:06" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *ticks = dup_ticks (cases[i].unit, cases[i].count, cases[i].from, cases[i].until, utc,
                                          cases[i].format);

      g_assert_cmpstr (ticks, ==, cases[i].expected);
    }

  /* The night in which 2 o'clock is left out, and the one in which it comes twice. */
  g_assert_nonnull (berlin);
  {
    g_autofree char *spring = dup_ticks (HC_CHART_UNIT_HOUR, 1, "2026-03-28T23:00", "2026-03-29T03:00", berlin, "%H");
    g_autofree char *days = dup_ticks (HC_CHART_UNIT_DAY, 1, "2026-03-28T01:00", "2026-03-30T23:00", berlin, "%d:%H");
    g_autofree char *autumn = dup_ticks (HC_CHART_UNIT_HOUR, 6, "2026-10-24T22:00", "2026-10-25T23:00", berlin, "%H");

    g_assert_cmpstr (spring, ==, "00 01 03 04 05");
    g_assert_cmpstr (days, ==, "28:12 29:12 30:12");
    g_assert_cmpstr (autumn, ==, "00 06 12 18 00");
  }
}

/* Ticks of any step are in their order, between the edges, and none is left out. */
static void
test_calendar_steps (void)
{
  guint n_steps;
  const HcChartStep *steps = hc_chart_calendar_get_steps (&n_steps);
  g_autoptr (GDateTime) start = chart_examples_parse ("1999-07-13T17:20");

  for (guint i = 0; i < n_steps; i++)
    {
      double seconds = hc_chart_calendar_get_seconds (&steps[i]);

      if (i > 0)
        g_assert_cmpfloat (seconds, >, hc_chart_calendar_get_seconds (&steps[i - 1]));

      for (guint n = 1; n < 9; n++)
        {
          g_autoptr (GDateTime) end = g_date_time_add_seconds (start, n * seconds);
          g_autoptr (GPtrArray) ticks = hc_chart_calendar_make_ticks (&steps[i], start, end);

          g_assert_cmpuint (ticks->len, >=, n - 1);
          g_assert_cmpuint (ticks->len, <=, n + 1);
          if (ticks->len == 0)
            continue;
          g_assert_cmpint (g_date_time_compare (g_ptr_array_index (ticks, 0), start), >=, 0);
          g_assert_cmpint (g_date_time_compare (g_ptr_array_index (ticks, ticks->len - 1), end), <=, 0);

          for (guint j = 1; j < ticks->len; j++)
            {
              double distance = (double) g_date_time_difference (g_ptr_array_index (ticks, j),
                                                                 g_ptr_array_index (ticks, j - 1)) / G_USEC_PER_SEC;

              g_assert_cmpfloat (distance, >, 0.9 * seconds);
              g_assert_cmpfloat (distance, <, 1.1 * seconds);
            }
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart-scale/scale", test_scale);
  g_test_add_func ("/chart-scale/scale-cases", test_scale_cases);
  g_test_add_func ("/chart-scale/widen", test_widen);
  g_test_add_func ("/chart-scale/reduce", test_reduce);
  g_test_add_func ("/chart-scale/reduce-few", test_reduce_few);
  g_test_add_func ("/chart-scale/find", test_find);
  g_test_add_func ("/chart-scale/gap", test_gap);
  g_test_add_func ("/chart-scale/calendar", test_calendar);
  g_test_add_func ("/chart-scale/calendar-steps", test_calendar_steps);

  return g_test_run ();
}
