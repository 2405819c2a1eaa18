/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-chart-calendar.h"

#define DAYS_PER_WEEK 7
#define MONTHS_PER_YEAR 12
#define HOURS_PER_DAY 24
#define NOON 12

static const HcChartStep steps[] = {
  { HC_CHART_UNIT_HOUR, 1 }, { HC_CHART_UNIT_HOUR, 3 }, { HC_CHART_UNIT_HOUR, 6 }, { HC_CHART_UNIT_HOUR, 12 },
  { HC_CHART_UNIT_DAY, 1 }, { HC_CHART_UNIT_DAY, 2 }, { HC_CHART_UNIT_WEEK, 1 }, { HC_CHART_UNIT_WEEK, 2 },
  { HC_CHART_UNIT_MONTH, 1 }, { HC_CHART_UNIT_MONTH, 2 }, { HC_CHART_UNIT_MONTH, 3 }, { HC_CHART_UNIT_MONTH, 6 },
  { HC_CHART_UNIT_YEAR, 1 }, { HC_CHART_UNIT_YEAR, 2 }, { HC_CHART_UNIT_YEAR, 5 }, { HC_CHART_UNIT_YEAR, 10 },
  { HC_CHART_UNIT_YEAR, 20 }, { HC_CHART_UNIT_YEAR, 50 }, { HC_CHART_UNIT_YEAR, 100 },
};

/**
 * hc_chart_calendar_get_steps:
 * @n_steps: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_steps): the steps that people count in, the shortest first
 */
const HcChartStep *
hc_chart_calendar_get_steps (guint *n_steps)
{
  g_return_val_if_fail (n_steps != NULL, NULL);

  *n_steps = G_N_ELEMENTS (steps);

  return steps;
}

/**
 * hc_chart_calendar_get_seconds:
 * @step: a step
 *
 * Returns: how long it is, of months and years on average
 */
double
hc_chart_calendar_get_seconds (const HcChartStep *step)
{
  static const double days[] = {
    [HC_CHART_UNIT_HOUR] = 1.0 / HOURS_PER_DAY,
    [HC_CHART_UNIT_DAY] = 1.0,
    [HC_CHART_UNIT_WEEK] = DAYS_PER_WEEK,
    [HC_CHART_UNIT_MONTH] = 365.2425 / MONTHS_PER_YEAR,
    [HC_CHART_UNIT_YEAR] = 365.2425,
  };

  g_return_val_if_fail (step != NULL, 0.0);

  return step->count * days[step->unit] * HOURS_PER_DAY * 3600.0;
}

/* A time counted in the unit of the step: hours of the day, days, months or years, rounded down to a tick. */
static gint64
get_start (const HcChartStep *step,
           GDateTime         *from)
{
  int year, month, day;
  gint64 number, length = step->count;
  GDate date;

  g_date_time_get_ymd (from, &year, &month, &day);

  switch (step->unit)
    {
    case HC_CHART_UNIT_YEAR:
      number = year;
      break;
    case HC_CHART_UNIT_MONTH:
      number = year * MONTHS_PER_YEAR + month - 1;
      break;
    case HC_CHART_UNIT_WEEK:
    case HC_CHART_UNIT_DAY:
    case HC_CHART_UNIT_HOUR:
    default:
      /* The first day of the calendar was a Monday. */
      g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
      number = (gint64) g_date_get_julian (&date) - 1;
      if (step->unit == HC_CHART_UNIT_WEEK)
        length *= DAYS_PER_WEEK;
      else if (step->unit == HC_CHART_UNIT_HOUR)
        number *= HOURS_PER_DAY;
      break;
    }

  return number - number % length;
}

/* The time that get_start() has counted. It is made of its parts: a day of the calendar is not always as long
 * as any other. */
static GDateTime *
make_time (HcChartUnit  unit,
           gint64       number,
           GTimeZone   *zone)
{
  gint64 days = unit == HC_CHART_UNIT_HOUR ? number / HOURS_PER_DAY : number;
  int hour = unit == HC_CHART_UNIT_HOUR ? (int) (number % HOURS_PER_DAY) : NOON;
  GDate date;

  if (unit == HC_CHART_UNIT_YEAR)
    return g_date_time_new (zone, (int) number, 1, 1, 0, 0, 0.0);
  if (unit == HC_CHART_UNIT_MONTH)
    return g_date_time_new (zone, (int) (number / MONTHS_PER_YEAR), (int) (number % MONTHS_PER_YEAR) + 1, 1, 0, 0, 0.0);

  g_date_set_julian (&date, (guint32) days + 1);

  return g_date_time_new (zone, g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date),
                          hour, 0, 0.0);
}

/**
 * hc_chart_calendar_make_ticks:
 * @step: from one tick to the next
 * @from: the time at the one edge; its zone is that of the ticks
 * @until: the time at the other, not before @from
 *
 * Makes ticks where the calendar has them: on the hour, in the middle of a day or of a Monday, at the beginning of a
 * month or of a year. What is measured on a day is around its tick. There are as many as there are steps: choose one
 * that fits, see hc_chart_calendar_get_seconds().
 *
 * Returns: (transfer full) (element-type GDateTime): the ticks between the edges
 */
GPtrArray *
hc_chart_calendar_make_ticks (const HcChartStep *step,
                              GDateTime         *from,
                              GDateTime         *until)
{
  GPtrArray *ticks = g_ptr_array_new_with_free_func ((GDestroyNotify) g_date_time_unref);
  GDateTime *previous = NULL;
  gint64 length;

  g_return_val_if_fail (step != NULL && step->count > 0, ticks);
  g_return_val_if_fail (from != NULL && until != NULL, ticks);

  length = step->count * (step->unit == HC_CHART_UNIT_WEEK ? DAYS_PER_WEEK : 1);

  for (gint64 number = get_start (step, from);; number += length)
    {
      GDateTime *tick = make_time (step->unit, number, g_date_time_get_timezone (from));

      /* There is no year 0 and none after 9999. */
      if (tick == NULL || g_date_time_compare (tick, until) > 0)
        {
          g_clear_pointer (&tick, g_date_time_unref);
          if (number > 0)
            break;
          continue;
        }

      /* An hour that the clock leaves out is the one after it. */
      if (g_date_time_compare (tick, from) >= 0 && (previous == NULL || g_date_time_compare (tick, previous) > 0))
        {
          g_ptr_array_add (ticks, tick);
          previous = tick;
        }
      else
        {
          g_date_time_unref (tick);
        }
    }

  return ticks;
}
