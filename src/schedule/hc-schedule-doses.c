/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-schedule-private.h"

#include "hc-wall-clock.h"

#define DAY HC_WALL_CLOCK_DAY
#define LONGEST_SEARCH 1830 /* days: five years */
#define LARGEST_WINDOW 32   /* days */

/* What is asked for: the doses from the first to before the last moment. */
typedef struct {
  const HcSchedule *schedule;
  gint64            from;  /* Unix time */
  gint64            until;
  GTimeZone        *clock; /* by which the times of the schedule are told */
  GTimeZone        *here;  /* in which the doses are shown */
  GPtrArray        *doses;
} Query;

static void
add_dose (Query      *query,
          gint64      instant,
          gint64      wall, /* what its key says */
          const char *suffix,
          double      amount)
{
  g_autoptr (GDateTime) utc = NULL;
  int minute = (int) ((wall % DAY + DAY) % DAY / 60);
  HcDose *dose;
  GDate date;

  if (instant < query->from || instant >= query->until)
    return;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, hc_wall_clock_to_date (wall));

  utc = g_date_time_new_from_unix_utc (instant);

  dose = g_new0 (HcDose, 1);
  dose->key = g_strdup_printf ("%04d-%02d-%02dT%02d:%02d%s",
                               g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date),
                               minute / 60, minute % 60, suffix);
  dose->time = g_date_time_to_timezone (utc, query->here);
  dose->amount = amount;

  g_ptr_array_add (query->doses, dose);
}

/* Whether the zone has no moment of a day at all, as that of a country that moves over the date line. */
static gboolean
is_left_out (GTimeZone *zone,
             guint32    julian)
{
  gint64 begins = hc_wall_clock_find (zone, hc_wall_clock_of_date (julian));

  return hc_wall_clock_to_date (hc_wall_clock_read (zone, begins)) > julian;
}

static void
add_wall_dose (Query   *query,
               guint32  julian,
               int      minute,
               double   amount)
{
  gint64 wall = hc_wall_clock_of_date (julian) + minute * 60;
  gint64 instant = hc_wall_clock_find (query->clock, wall);

  if (hc_wall_clock_read (query->clock, instant) != wall && is_left_out (query->clock, julian))
    return;

  add_dose (query, instant, wall, "", amount);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const HcScheduleLine *one = a;
  const HcScheduleLine *other = b;

  return one->minute - other->minute;
}

/* @lines are those of the schedule in the order of their times. */
static void
add_day (Query   *query,
         GArray  *lines,
         guint32  julian)
{
  int day = hc_schedule_get_day (query->schedule, julian);
  int minute = -1;
  double amount = 0;

  for (guint i = 0; day >= 0 && i < lines->len; i++)
    {
      const HcScheduleLine *line = &g_array_index (lines, HcScheduleLine, i);

      if (!hc_schedule_line_is_on (line, day, julian))
        continue;

      if (line->minute != minute && minute >= 0)
        add_wall_dose (query, julian, minute, amount);

      amount = line->minute == minute ? amount + line->amount : line->amount;
      minute = line->minute;
    }

  if (minute >= 0)
    add_wall_dose (query, julian, minute, amount);
}

/* Goes from one time of the clock to the next, so that the doses come in their order: a later time is never due
 * earlier. */
static void
list_at_times (Query *query)
{
  const HcSchedule *schedule = query->schedule;
  g_autoptr (GArray) lines = g_array_copy (schedule->lines);
  guint32 first = hc_wall_clock_to_date (hc_wall_clock_read (query->clock, query->from) - 2 * DAY);
  guint32 last = hc_wall_clock_to_date (hc_wall_clock_read (query->clock, query->until) + DAY);

  g_array_sort (lines, compare_lines);

  /* A dose that the clock leaves out is due later than its time says, maybe on another day. */
  first = MAX (first, g_date_get_julian (&schedule->first));

  if (g_date_valid (&schedule->last))
    last = MIN (last, g_date_get_julian (&schedule->last));

  for (guint32 julian = first; julian <= last; julian++)
    add_day (query, lines, julian);
}

static void
list_every_n_hours (Query *query)
{
  const HcSchedule *schedule = query->schedule;
  gint64 interval = (gint64) schedule->interval_minutes * 60;
  gint64 time = schedule->anchor - (schedule->anchor % 60 + 60) % 60;
  gint64 from = MAX (query->from, hc_wall_clock_of_date (g_date_get_julian (&schedule->first)) - 2 * DAY);
  gint64 until = query->until;

  if (g_date_valid (&schedule->last))
    until = MIN (until, hc_wall_clock_of_date (g_date_get_julian (&schedule->last)) + 3 * DAY);

  if (time < from)
    time += (from - time + interval - 1) / interval * interval;

  for (; time < until; time += interval)
    if (hc_schedule_get_day (schedule, hc_wall_clock_to_date (hc_wall_clock_read (query->clock, time))) >= 0)
      add_dose (query, time, time, "Z", schedule->amount);
}

static GPtrArray *
list (const HcSchedule *self,
      gint64            from,
      gint64            until,
      GTimeZone        *zone)
{
  g_autoptr (GTimeZone) own = self->zone != NULL ? g_time_zone_new_identifier (self->zone) : NULL;
  Query query = {
    .schedule = self,
    .from = from,
    .until = until,
    /* This computer may not know the zone. */
    .clock = own != NULL ? own : zone,
    .here = zone,
    .doses = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_dose_free),
  };

  if (from < until && self->kind == HC_SCHEDULE_AT_TIMES)
    list_at_times (&query);
  else if (from < until && self->kind == HC_SCHEDULE_EVERY_N_HOURS)
    list_every_n_hours (&query);

  return query.doses;
}

/* The first full second that is not before @time. */
static gint64
first_second (GDateTime *time)
{
  return g_date_time_to_unix (time) + (g_date_time_get_microsecond (time) > 0 ? 1 : 0);
}

/**
 * hc_schedule_list_doses:
 * @self: a schedule that has been checked
 * @from: the first moment
 * @until: the first moment after
 * @zone: where the person is
 *
 * Lists the doses that are due from @from to before @until. A time of the day that the clock leaves out is due
 * when it goes on, one that comes twice the first time. A schedule for when it is needed has none.
 *
 * Returns: (transfer full) (element-type HcDose): the doses in the order of their times
 */
GPtrArray *
hc_schedule_list_doses (const HcSchedule *self,
                        GDateTime        *from,
                        GDateTime        *until,
                        GTimeZone        *zone)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (from != NULL && until != NULL, NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  return list (self, first_second (from), first_second (until), zone);
}

/**
 * hc_schedule_next_dose:
 * @self: a schedule that has been checked
 * @after: a moment
 * @zone: where the person is
 *
 * Finds the first dose that is due later than @after, looking as far as five years ahead.
 *
 * Returns: (transfer full) (nullable): the dose
 */
HcDose *
hc_schedule_next_dose (const HcSchedule *self,
                       GDateTime        *after,
                       GTimeZone        *zone)
{
  gint64 from, end;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (after != NULL, NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  from = g_date_time_to_unix (after) + 1;
  from = MAX (from, hc_wall_clock_of_date (g_date_get_julian (&self->first)) - 2 * DAY);
  end = from + (gint64) LONGEST_SEARCH * DAY;

  if (g_date_valid (&self->last))
    end = MIN (end, hc_wall_clock_of_date (g_date_get_julian (&self->last)) + 4 * DAY);

  /* Most often there is one soon. */
  for (gint64 window = 1; from < end; window = MIN (2 * window, LARGEST_WINDOW))
    {
      gint64 until = MIN (from + window * DAY, end);
      g_autoptr (GPtrArray) doses = list (self, from, until, zone);

      if (doses->len > 0)
        return g_ptr_array_steal_index (doses, 0);

      from = until;
    }

  return NULL;
}
