/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-calendar-repeat.h"

#include "hc-wall-clock.h"

/* When an event comes again. Rules are followed on the clock of the event, by libical, step by step and within a
 * budget: a rule may have no end. What comes more than once a day is no appointment, and such a rule could keep the
 * library busy without ever giving a time. */

#define FIRST_YEAR 1900
#define LAST_YEAR 2200
#define MAX_DATES 1000 /* EXDATE and RDATE */

/**
 * hc_calendar_clock_read:
 * @self: (out): the clock of a time
 * @zones: the zones of the file
 * @property: a property that is a time
 * @person: the zone of the person
 */
void
hc_calendar_clock_read (HcCalendarClock *self,
                        HcCalendarZones *zones,
                        icalproperty    *property,
                        GTimeZone       *person)
{
  icalparameter *parameter = icalproperty_get_first_parameter (property, ICAL_TZID_PARAMETER);
  icalvalue *value = icalproperty_get_value (property);
  const char *text = value != NULL ? icalvalue_as_ical_string (value) : NULL;
  gint64 unused;

  *self = (HcCalendarClock) { 0 };

  if (text != NULL && g_str_has_suffix (text, "Z"))
    {
      self->kind = HC_CALENDAR_CLOCK_UTC;
      return;
    }

  self->id = parameter != NULL ? g_strdup (icalparameter_get_tzid (parameter)) : NULL;
  if (self->id != NULL)
    {
      self->zone = hc_calendar_zones_dup (zones, self->id, &self->name);
      if (self->zone != NULL)
        {
          self->kind = HC_CALENDAR_CLOCK_ZONE;
          return;
        }

      if (hc_calendar_zones_to_utc (zones, self->id, icaltime_from_string ("20000101T000000"), &unused))
        {
          self->kind = HC_CALENDAR_CLOCK_RULES;
          return;
        }

      self->is_unknown = TRUE;
    }

  self->kind = HC_CALENDAR_CLOCK_FLOATING;
  self->zone = g_time_zone_ref (person);
}

/**
 * hc_calendar_clock_clear:
 * @self: a clock
 */
void
hc_calendar_clock_clear (HcCalendarClock *self)
{
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->name, g_free);
}

/* The seconds since 1970 on a clock without changes. */
static gboolean
read_wall (icaltimetype  time,
           gint64       *wall)
{
  g_autoptr (GDateTime) date = NULL;

  if (icaltime_is_null_time (time) || time.year < FIRST_YEAR || time.year > LAST_YEAR)
    return FALSE;

  date = g_date_time_new_utc (time.year, time.month, time.day, time.is_date ? 0 : time.hour,
                              time.is_date ? 0 : time.minute, time.is_date ? 0 : MIN (time.second, 59));
  if (date == NULL)
    return FALSE;

  *wall = g_date_time_to_unix (date);

  return TRUE;
}

/**
 * hc_calendar_clock_find:
 * @self: a clock
 * @zones: the zones of the file
 * @time: what the clock shows
 * @unix_time: (out): the first moment at which it shows that or more
 *
 * Returns: whether there is such a time, within some centuries
 */
gboolean
hc_calendar_clock_find (HcCalendarClock *self,
                        HcCalendarZones *zones,
                        icaltimetype     time,
                        gint64          *unix_time)
{
  gint64 wall;

  if (!read_wall (time, &wall))
    return FALSE;

  switch (self->kind)
    {
    case HC_CALENDAR_CLOCK_UTC:
      *unix_time = wall;
      return TRUE;
    case HC_CALENDAR_CLOCK_RULES:
      time.zone = NULL;
      return hc_calendar_zones_to_utc (zones, self->id, time, unix_time);
    case HC_CALENDAR_CLOCK_FLOATING:
    case HC_CALENDAR_CLOCK_ZONE:
    default:
      *unix_time = hc_wall_clock_find (self->zone, wall);
      return TRUE;
    }
}

static gboolean
has_more_than (const short *values,
               guint        n)
{
  for (guint i = 0; i <= n; i++)
    if (values[i] == ICAL_RECURRENCE_ARRAY_MAX)
      return FALSE;

  return TRUE;
}

static gboolean
can_follow (const struct icalrecurrencetype *rule)
{
  return rule->freq >= ICAL_DAILY_RECURRENCE && rule->freq <= ICAL_YEARLY_RECURRENCE && rule->rscale == NULL &&
         rule->interval >= 1 && !has_more_than (rule->by_second, 1) && !has_more_than (rule->by_minute, 1) &&
         !has_more_than (rule->by_hour, 1);
}

/* The end of a rule is told in UTC where the zone is known, and compared on the clock of the event. */
static void
translate_end (struct icalrecurrencetype *rule,
               HcCalendarClock           *clock)
{
  gint64 wall;
  g_autoptr (GDateTime) date = NULL;

  if (clock->zone == NULL || rule->until.is_date || !icaltime_is_utc (rule->until) || !read_wall (rule->until, &wall))
    return;

  date = g_date_time_new_from_unix_utc (hc_wall_clock_read (clock->zone, wall));
  if (date == NULL)
    return;

  rule->until.year = g_date_time_get_year (date);
  rule->until.month = g_date_time_get_month (date);
  rule->until.day = g_date_time_get_day_of_month (date);
  rule->until.hour = g_date_time_get_hour (date);
  rule->until.minute = g_date_time_get_minute (date);
  rule->until.second = g_date_time_get_second (date);
  rule->until.zone = NULL;
}

/* Times that are left out: moments, and days by the clock of the event. */
typedef struct
{
  GHashTable *moments; /* gint64 */
  GHashTable *days;    /* gint64, the first second */
} Exceptions;

static void
read_exceptions (Exceptions      *self,
                 icalcomponent   *event,
                 HcCalendarZones *zones,
                 GTimeZone       *person)
{
  guint n = 0;

  for (icalproperty *property = icalcomponent_get_first_property (event, ICAL_EXDATE_PROPERTY);
       property != NULL && n < MAX_DATES;
       property = icalcomponent_get_next_property (event, ICAL_EXDATE_PROPERTY), n++)
    {
      g_auto (HcCalendarClock) clock = { 0 };
      icaltimetype time = icalproperty_get_exdate (property);
      gint64 moment;

      hc_calendar_clock_read (&clock, zones, property, person);
      if (time.is_date && read_wall (time, &moment))
        g_hash_table_add (self->days, g_memdup2 (&moment, sizeof moment));
      else if (hc_calendar_clock_find (&clock, zones, time, &moment))
        g_hash_table_add (self->moments, g_memdup2 (&moment, sizeof moment));
    }
}

static gboolean
is_left_out (const Exceptions *self,
             icaltimetype      time,
             gint64            moment)
{
  gint64 day;

  time.is_date = 1;

  return g_hash_table_contains (self->moments, &moment) ||
         (read_wall (time, &day) && g_hash_table_contains (self->days, &day));
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static void
add_dates (HcCalendarRepeat *self,
           icalcomponent    *event,
           HcCalendarZones  *zones,
           GTimeZone        *person,
           gint64            from,
           gint64            until)
{
  guint n = 0;

  for (icalproperty *property = icalcomponent_get_first_property (event, ICAL_RDATE_PROPERTY);
       property != NULL && n < MAX_DATES;
       property = icalcomponent_get_next_property (event, ICAL_RDATE_PROPERTY), n++)
    {
      g_auto (HcCalendarClock) clock = { 0 };
      struct icaldatetimeperiodtype date = icalproperty_get_rdate (property);
      gint64 moment;

      hc_calendar_clock_read (&clock, zones, property, person);
      if (hc_calendar_clock_find (&clock, zones, icaltime_is_null_time (date.time) ? date.period.start : date.time,
                                  &moment) && moment >= from && moment < until)
        g_array_append_val (self->times, moment);
    }
}

static void
follow (HcCalendarRepeat          *self,
        struct icalrecurrencetype  rule,
        icaltimetype               start,
        HcCalendarClock           *clock,
        HcCalendarZones           *zones,
        const Exceptions          *exceptions,
        gint64                     from,
        gint64                     until,
        guint                      max_times,
        guint                     *budget)
{
  icalrecur_iterator *iterator;

  translate_end (&rule, clock);
  start.zone = NULL;
  iterator = icalrecur_iterator_new (rule, start);
  if (iterator == NULL)
    {
      self->is_too_often = TRUE;
      return;
    }

  while (TRUE)
    {
      icaltimetype time = icalrecur_iterator_next (iterator);
      gint64 moment;

      if (icaltime_is_null_time (time) || !hc_calendar_clock_find (clock, zones, time, &moment) || moment >= until)
        break;

      if (*budget == 0 || self->times->len >= max_times)
        {
          self->is_cut = TRUE;
          break;
        }

      (*budget)--;
      if (moment >= from && !is_left_out (exceptions, time, moment))
        g_array_append_val (self->times, moment);
    }

  icalrecur_iterator_free (iterator);
}

/**
 * hc_calendar_repeat_read:
 * @event: an event that has a beginning
 * @clock: the clock of its beginning
 * @zones: the zones of the file
 * @person: the zone of the person
 * @from: from when on it is of interest, Unix time
 * @until: until when
 * @max_times: how many times may be taken
 * @budget: (inout): how many steps may be made for all events
 *
 * Returns: when it is; @times is to be freed with g_array_unref()
 */
HcCalendarRepeat
hc_calendar_repeat_read (icalcomponent   *event,
                         HcCalendarClock *clock,
                         HcCalendarZones *zones,
                         GTimeZone       *person,
                         gint64           from,
                         gint64           until,
                         guint            max_times,
                         guint           *budget)
{
  HcCalendarRepeat self = { .times = g_array_new (FALSE, FALSE, sizeof (gint64)) };
  icalproperty *first = icalcomponent_get_first_property (event, ICAL_DTSTART_PROPERTY);
  icalproperty *property = icalcomponent_get_first_property (event, ICAL_RRULE_PROPERTY);
  icaltimetype start = icalproperty_get_dtstart (first);
  Exceptions exceptions = {
    .moments = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL),
    .days = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL),
  };
  struct icalrecurrencetype rule = property != NULL ? icalproperty_get_rrule (property)
                                                    : (struct icalrecurrencetype) { 0 };
  gint64 moment;

  read_exceptions (&exceptions, event, zones, person);
  self.is_too_often = property != NULL && !can_follow (&rule);

  if (property != NULL && !self.is_too_often)
    follow (&self, rule, start, clock, zones, &exceptions, from, until, max_times, budget);
  if ((property == NULL || self.is_too_often) && hc_calendar_clock_find (clock, zones, start, &moment))
    g_array_append_val (self.times, moment);

  add_dates (&self, event, zones, person, from, until);
  g_array_sort (self.times, compare_times);
  for (guint i = self.times->len; i > 1; i--)
    if (g_array_index (self.times, gint64, i - 1) == g_array_index (self.times, gint64, i - 2))
      g_array_remove_index (self.times, i - 1);

  if (self.times->len > max_times)
    {
      g_array_set_size (self.times, max_times);
      self.is_cut = TRUE;
    }

  g_hash_table_unref (exceptions.moments);
  g_hash_table_unref (exceptions.days);

  return self;
}
