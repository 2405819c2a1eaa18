/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-chart-words.h"

#include <glib/gi18n.h>
#include <math.h>

#define NO_BREAK_SPACE "\302\240"

/**
 * hc_chart_words_dup_number:
 * @value: a value
 * @decimals: how many decimals it is told with
 *
 * Returns: (transfer full): it, as it is written in the person's language
 */
char *
hc_chart_words_dup_number (double value,
                           guint  decimals)
{
  g_return_val_if_fail (isfinite (value), NULL);

  /* What is rounded to 0 is not "-0". */
  if (fabs (value) * pow (10.0, decimals) < 0.5)
    value = 0.0;

  return g_strdup_printf ("%'.*f", (int) decimals, value);
}

/**
 * hc_chart_words_dup_amount:
 * @series: a series
 * @value: a value of it
 *
 * Returns: (transfer full): the value and its unit
 */
char *
hc_chart_words_dup_amount (HcChartSeries *series,
                           double         value)
{
  g_autofree char *number = NULL;
  const char *unit;

  g_return_val_if_fail (HC_IS_CHART_SERIES (series), NULL);

  number = hc_chart_words_dup_number (value, hc_chart_series_get_decimals (series));
  unit = hc_chart_series_get_unit (series);

  return *unit == '\0' ? g_steal_pointer (&number) : g_strconcat (number, NO_BREAK_SPACE, unit, NULL);
}

/**
 * hc_chart_words_dup_day:
 * @time: a time
 *
 * Returns: (transfer full): its day
 */
char *
hc_chart_words_dup_day (GDateTime *time)
{
  g_return_val_if_fail (time != NULL, NULL);

  /* Translators: a day, "20 November 2026". See the manual of g_date_time_format(). */
  return g_date_time_format (time, _("%-d %B %Y"));
}

/**
 * hc_chart_words_dup_when:
 * @series: a series
 * @time: the time of one of its values or marks
 *
 * Returns: (transfer full): its day, and its time of day where a day has two values
 */
char *
hc_chart_words_dup_when (HcChartSeries *series,
                         GDateTime     *time)
{
  g_return_val_if_fail (HC_IS_CHART_SERIES (series), NULL);
  g_return_val_if_fail (time != NULL, NULL);

  if (!hc_chart_series_get_has_times (series))
    return hc_chart_words_dup_day (time);

  /* Translators: a day and a time of day. See the manual of g_date_time_format(). */
  return g_date_time_format (time, _("%-d %B %Y, %H:%M"));
}

/**
 * hc_chart_words_dup_point:
 * @series: a series
 * @index: the number of a value
 *
 * Returns: (transfer full): when it was and what it was
 */
char *
hc_chart_words_dup_point (HcChartSeries *series,
                          guint          index)
{
  g_autofree char *when = NULL;
  g_autofree char *amount = NULL;
  const HcChartPoint *points;
  guint n_points;

  g_return_val_if_fail (HC_IS_CHART_SERIES (series), NULL);

  points = hc_chart_series_get_points (series, &n_points);
  g_return_val_if_fail (index < n_points, NULL);

  when = hc_chart_words_dup_when (series, hc_chart_series_get_time (series, index));
  amount = hc_chart_words_dup_amount (series, points[index].value);

  /* Translators: a day and what there was: "12 November 2026: 3.4 ng/mL". */
  return g_strdup_printf (_("%s: %s"), when, amount);
}

/**
 * hc_chart_words_dup_mark:
 * @series: a series
 * @index: the number of a mark
 *
 * Returns: (transfer full): when it was and what it was
 */
char *
hc_chart_words_dup_mark (HcChartSeries *series,
                         guint          index)
{
  g_autofree char *day = NULL;
  const HcChartMark *marks;
  guint n_marks;

  g_return_val_if_fail (HC_IS_CHART_SERIES (series), NULL);

  marks = hc_chart_series_get_marks (series, &n_marks);
  g_return_val_if_fail (index < n_marks, NULL);

  day = hc_chart_words_dup_day (marks[index].time);

  return g_strdup_printf (_("%s: %s"), day, marks[index].words);
}

/**
 * hc_chart_words_dup_band:
 * @series: a series
 *
 * Returns: (transfer full) (nullable): what its range is and from where to where it goes
 */
char *
hc_chart_words_dup_band (HcChartSeries *series)
{
  const HcChartBand *band;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  g_return_val_if_fail (HC_IS_CHART_SERIES (series), NULL);

  band = hc_chart_series_get_band (series);
  if (band == NULL)
    return NULL;

  if (isinf (band->low))
    {
      high = hc_chart_words_dup_amount (series, band->high);
      /* Translators: "Reference range: up to 5.0 ng/mL". */
      return g_strdup_printf (_("%s: up to %s"), band->words, high);
    }

  if (isinf (band->high))
    {
      low = hc_chart_words_dup_amount (series, band->low);
      /* Translators: "Reference range: 60 mL/min or more". */
      return g_strdup_printf (_("%s: %s or more"), band->words, low);
    }

  low = hc_chart_words_dup_number (band->low, hc_chart_series_get_decimals (series));
  high = hc_chart_words_dup_amount (series, band->high);

  /* Translators: "Reference range: 12.0 to 16.0 g/dL". */
  return g_strdup_printf (_("%s: %s to %s"), band->words, low, high);
}

/**
 * hc_chart_words_dup_threshold:
 * @series: a series
 * @index: the number of a threshold
 *
 * Returns: (transfer full): what it is and where it lies
 */
char *
hc_chart_words_dup_threshold (HcChartSeries *series,
                              guint          index)
{
  g_autofree char *amount = NULL;
  const HcChartThreshold *thresholds;
  guint n_thresholds;

  g_return_val_if_fail (HC_IS_CHART_SERIES (series), NULL);

  thresholds = hc_chart_series_get_thresholds (series, &n_thresholds);
  g_return_val_if_fail (index < n_thresholds, NULL);

  amount = hc_chart_words_dup_amount (series, thresholds[index].value);

  return g_strdup_printf (_("%s: %s"), thresholds[index].words, amount);
}

static void
append_sentence (GString *text,
                 char    *sentence)
{
  g_autofree char *owned = sentence;

  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, owned);
}

static char *
dup_one (HcChartSeries *series,
         guint          index)
{
  const HcChartPoint *points = hc_chart_series_get_points (series, &(guint) { 0 });
  g_autofree char *amount = hc_chart_words_dup_amount (series, points[index].value);
  g_autofree char *when = hc_chart_words_dup_when (series, hc_chart_series_get_time (series, index));

  /* Translators: "CEA, one value: 3.4 ng/mL on 12 November 2026." */
  return g_strdup_printf (_("%s, one value: %s on %s."), hc_chart_series_get_name (series), amount, when);
}

/* The first of the lowest and the first of the highest values. */
static void
find_extremes (const HcChartPoint *points,
               guint               first,
               guint               last,
               guint              *lowest,
               guint              *highest)
{
  *lowest = *highest = first;

  for (guint i = first; i <= last; i++)
    {
      if (points[i].value < points[*lowest].value)
        *lowest = i;
      if (points[i].value > points[*highest].value)
        *highest = i;
    }
}

static void
append_several (GString       *text,
                HcChartSeries *series,
                guint          first,
                guint          last)
{
  const HcChartPoint *points = hc_chart_series_get_points (series, &(guint) { 0 });
  guint n = last - first + 1, lowest, highest;
  g_autofree char *from = hc_chart_words_dup_day (hc_chart_series_get_time (series, first));
  g_autofree char *until = hc_chart_words_dup_day (hc_chart_series_get_time (series, last));
  g_autofree char *first_amount = hc_chart_words_dup_amount (series, points[first].value);
  g_autofree char *last_amount = hc_chart_words_dup_amount (series, points[last].value);
  g_autofree char *low_amount = NULL;
  g_autofree char *low_when = NULL;
  g_autofree char *high_amount = NULL;
  g_autofree char *high_when = NULL;

  /* Translators: "CEA, 14 values from 3 May 2025 to 12 November 2026." */
  append_sentence (text, g_strdup_printf (g_dngettext (NULL, "%s, %'u value from %s to %s.",
                                                       "%s, %'u values from %s to %s.", n),
                                          hc_chart_series_get_name (series), n, from, until));

  find_extremes (points, first, last, &lowest, &highest);
  low_amount = hc_chart_words_dup_amount (series, points[lowest].value);
  high_amount = hc_chart_words_dup_amount (series, points[highest].value);

  /* What is told as the same is the same. */
  if (g_str_equal (low_amount, high_amount))
    {
      append_sentence (text, g_strdup_printf (_("All are %s."), low_amount));
      return;
    }

  low_when = hc_chart_words_dup_when (series, hc_chart_series_get_time (series, lowest));
  high_when = hc_chart_words_dup_when (series, hc_chart_series_get_time (series, highest));

  /* Translators: "First 8.1 ng/mL, last 3.4 ng/mL, lowest 2.2 ng/mL on 3 March 2026, highest 8.1 ng/mL on 3 May
   * 2025." */
  append_sentence (text, g_strdup_printf (_("First %s, last %s, lowest %s on %s, highest %s on %s."),
                                          first_amount, last_amount, low_amount, low_when,
                                          high_amount, high_when));
}

/* What a person sees at once where a line and a range are drawn. */
static void
append_comparisons (GString       *text,
                    HcChartSeries *series,
                    guint          first,
                    guint          n_points)
{
  const HcChartPoint *points = hc_chart_series_get_points (series, &(guint) { 0 });
  const HcChartBand *band = hc_chart_series_get_band (series);
  guint n_thresholds;
  const HcChartThreshold *thresholds = hc_chart_series_get_thresholds (series, &n_thresholds);

  if (band != NULL)
    {
      g_autofree char *words = hc_chart_words_dup_band (series);
      guint n = 0;

      for (guint i = first; i < first + n_points; i++)
        n += points[i].value >= band->low && points[i].value <= band->high ? 1 : 0;

      /* Translators: "Reference range: 0.0 to 5.0 ng/mL, 9 of 14 values are in it." */
      append_sentence (text, g_strdup_printf (g_dngettext (NULL, "%s, %'u of %'u values is in it.",
                                                           "%s, %'u of %'u values are in it.", n),
                                              words, n, n_points));
    }

  for (guint i = 0; i < n_thresholds; i++)
    {
      g_autofree char *words = hc_chart_words_dup_threshold (series, i);
      guint n = 0;

      for (guint j = first; j < first + n_points; j++)
        n += points[j].value >= thresholds[i].value ? 1 : 0;

      /* Translators: "Fever: 38.0 °C, 2 of 14 values are there or above." */
      append_sentence (text, g_strdup_printf (g_dngettext (NULL, "%s, %'u of %'u values is there or above.",
                                                           "%s, %'u of %'u values are there or above.", n),
                                              words, n, n_points));
    }
}

/**
 * hc_chart_words_describe:
 * @series: a series
 * @first: the number of the first value that is seen
 * @n_points: how many are seen
 *
 * Returns: (transfer full): what a chart of these values shows
 */
char *
hc_chart_words_describe (HcChartSeries *series,
                         guint          first,
                         guint          n_points)
{
  GString *text;
  guint n_all;

  g_return_val_if_fail (HC_IS_CHART_SERIES (series), NULL);

  hc_chart_series_get_points (series, &n_all);
  g_return_val_if_fail (first <= n_all && n_points <= n_all - first, NULL);

  if (n_points == 0)
    return g_strdup_printf (_("%s, no values."), hc_chart_series_get_name (series));

  text = g_string_new (NULL);
  if (n_points == 1)
    append_sentence (text, dup_one (series, first));
  else
    append_several (text, series, first, first + n_points - 1);
  append_comparisons (text, series, first, n_points);

  return g_string_free_and_steal (text);
}
