/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Series as people have them; the tests have them in a table of their own words. */

#include "chart-examples.h"

#include <math.h>

/* A time as "2026-05-03" or "2026-05-03T08:15", in UTC. */
GDateTime *
chart_examples_parse (const char *text)
{
  g_autofree char *full = g_strconcat (text, strchr (text, 'T') != NULL ? ":00Z" : "T12:00:00Z", NULL);
  GDateTime *time = g_date_time_new_from_iso8601 (full, NULL);

  g_assert_nonnull (time);

  return time;
}

static void
add (HcChartSeries *series,
     const char    *when,
     double         value)
{
  g_autoptr (GDateTime) time = chart_examples_parse (when);

  hc_chart_series_add (series, time, value);
}

static void
mark (HcChartSeries *series,
      const char    *when,
      const char    *words)
{
  g_autoptr (GDateTime) time = chart_examples_parse (when);

  hc_chart_series_add_mark (series, time, words);
}

/* A tumor marker over one and a half years: 14 values, 9 of them in the range. */
HcChartSeries *
chart_examples_make_cea (void)
{
  HcChartSeries *series = hc_chart_series_new ("CEA", "ng/mL", 1);

  add (series, "2025-05-03", 8.1);
  add (series, "2025-06-02", 7.4);
  add (series, "2025-07-07", 6.0);
  add (series, "2025-08-11", 5.6);
  add (series, "2025-09-15", 5.2);
  add (series, "2025-10-20", 4.4);
  add (series, "2025-12-01", 3.1);
  add (series, "2026-01-12", 2.6);
  add (series, "2026-03-03", 2.2);
  add (series, "2026-04-20", 2.3);
  add (series, "2026-06-08", 2.5);
  add (series, "2026-07-27", 2.4);
  add (series, "2026-09-14", 2.9);
  add (series, "2026-11-12", 3.4);
  hc_chart_series_set_band (series, -INFINITY, 5.0, "Reference range");
  mark (series, "2025-05-20", "Surgery");
  mark (series, "2025-07-01", "Cycle 1");
  mark (series, "2025-12-16", "Cycle 12");

  return series;
}

/* A temperature taken morning and evening, with two days without. */
HcChartSeries *
chart_examples_make_heat (void)
{
  HcChartSeries *series = hc_chart_series_new ("Temperature", "°C", 1);

  add (series, "2026-11-01T08:00", 36.6);
  add (series, "2026-11-01T19:30", 36.9);
  add (series, "2026-11-02T08:10", 36.7);
  add (series, "2026-11-02T20:00", 37.2);
  add (series, "2026-11-03T07:55", 37.9);
  add (series, "2026-11-03T14:00", 38.6);
  add (series, "2026-11-03T20:15", 38.2);
  add (series, "2026-11-04T08:00", 37.4);
  add (series, "2026-11-04T20:00", 36.8);
  add (series, "2026-11-09T08:00", 36.5);
  add (series, "2026-11-09T20:00", 36.7);
  add (series, "2026-11-10T08:00", 36.6);
  hc_chart_series_set_band (series, 36.1, 37.2, "Usual");
  hc_chart_series_add_threshold (series, 38.0, "Call at once");
  hc_chart_series_add_threshold (series, 37.5, "Measure again in an hour");
  mark (series, "2026-11-03T16:00", "Called the clinic");

  return series;
}

/* One value an hour, with a peak that no drawing may lose. */
HcChartSeries *
chart_examples_make_many (guint n_points)
{
  HcChartSeries *series = hc_chart_series_new ("Heart rate", "bpm", 0);
  g_autoptr (GDateTime) start = chart_examples_parse ("2024-08-01");

  for (guint i = 0; i < n_points; i++)
    {
      g_autoptr (GDateTime) time = g_date_time_add_hours (start, (int) i);

      hc_chart_series_add (series, time,
                           i == n_points / 3 ? 171.0 : 72.0 + 9.0 * sin (i / 900.0) + 6.0 * sin (i * 1.7));
    }

  return series;
}

/* Days up to 20 November 2026 of something that is taken twice a day, with all that can be on a day. */
GArray *
chart_examples_make_days (guint n_days)
{
  GArray *days = g_array_new (FALSE, TRUE, sizeof (HcChartDay));

  for (guint i = 0; i < n_days; i++)
    {
      guint age = n_days - 1 - i;
      HcChartDay day = { .n_planned = 2, .n_taken = 2 };

      g_date_set_dmy (&day.day, 20, G_DATE_NOVEMBER, 2026);
      g_date_subtract_days (&day.day, age);

      if (age == 0)
        day.n_taken = 1;
      else if (age % 21 >= 14)
        day.n_planned = day.n_taken = 0;
      else if (age % 21 == 3)
        day.n_taken = day.n_missed = 1;
      else if (age % 21 == 5)
        day.n_taken = 0, day.n_skipped = 2;
      else if (age == 27)
        day.n_taken = 0;

      g_array_append_val (days, day);
    }

  return days;
}
