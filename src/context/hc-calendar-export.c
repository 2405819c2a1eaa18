/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-calendar-export.h"

#include <glib/gi18n.h>
#include <libical/ical.h>

#include "hc-wall-clock.h"

/* The doses of medicines as a file after RFC 5545, which any calendar reads.
 *
 * Times by the clock on the wall stay that: they are "floating", without a zone, and are due at that time
 * wherever the person is. Those of a schedule with a zone of its own, and those that count hours, are moments,
 * in UTC. What a rule of the calendar says exactly has one: each day, each n-th day, days of the week. Cycles,
 * tapers, pauses to come and moments have their dates, as far as HC_CALENDAR_EXPORT_DAYS.
 *
 * An event is known by the medicine, the beginning of its regimen, the time of day and the amount, so that a
 * file that is made again replaces what a calendar has of the one before. */

/* How long a dose stands in a calendar, which may not show moments. */
#define DURATION "DURATION:PT5M"

/* What is being written. */
typedef struct
{
  icalcomponent   *calendar;
  HcMedicine      *medicine;
  const HcRegimen *regimen;
  GDateTime       *now;
  GDateTime       *from;  /* of the regimen, but not before now */
  HcCalendarFlags  flags;
} Writer;

/* One event: its dates are in the order of time. */
typedef struct
{
  double     amount;
  int        minute; /* of the day; -1: it differs */
  GPtrArray *times;  /* of char *, as RFC 5545 writes them */
} Event;

static Event *
event_new (double amount,
           int    minute)
{
  Event *event = g_new0 (Event, 1);

  event->amount = amount;
  event->minute = minute;
  event->times = g_ptr_array_new_with_free_func (g_free);

  return event;
}

static void
event_free (Event *event)
{
  g_ptr_array_unref (event->times);
  g_free (event);
}

/* `2026-11-20T08:00` or `2026-11-20T08:00Z`, as doses are called, as RFC 5545 writes it. */
static char *
dup_time (const char *key)
{
  int year, month, day, hour, minute;

  if (sscanf (key, "%4d-%2d-%2dT%2d:%2d", &year, &month, &day, &hour, &minute) != 5)
    return NULL;

  return g_strdup_printf ("%04d%02d%02dT%02d%02d00%s", year, month, day, hour, minute,
                          g_str_has_suffix (key, "Z") ? "Z" : "");
}

static int
get_minute (const char *key)
{
  int hour, minute;

  return sscanf (key, "%*4d-%*2d-%*2dT%2d:%2d", &hour, &minute) == 2 ? hour * 60 + minute : -1;
}

static void
add (icalcomponent *component,
     icalproperty  *property)
{
  icalcomponent_add_property (component, property);
}

/* @value: nothing that a person wrote */
static void
add_text (icalcomponent *component,
          const char    *name,
          const char    *value)
{
  g_autofree char *text = g_strconcat (name, value, NULL);

  add (component, icalproperty_new_from_string (text));
}

static char *
dup_id (const Writer *writer,
        const Event  *event)
{
  g_autoptr (GDateTime) utc = g_date_time_to_utc (writer->regimen->from);
  g_autofree char *from = g_date_time_format (utc, "%Y%m%dT%H%M%SZ");
  g_autofree char *time = event->minute >= 0 ? g_strdup_printf ("%02d%02d", event->minute / 60, event->minute % 60)
                                             : g_strdup ("times");
  char amount[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup_printf ("%s-%s-%s-%s@health-center", hc_medicine_get_id (writer->medicine), from, time,
                          g_ascii_formatd (amount, sizeof amount, "%.10g", event->amount));
}

/* Nothing of why it is taken: others may see a calendar. */
static char *
dup_summary (const Writer *writer,
             const Event  *event)
{
  const HcMedicineDetails *details = hc_medicine_get_details (writer->medicine);
  const char *strength = *writer->regimen->strength != '\0' ? writer->regimen->strength : details->strength;
  g_autofree char *dose = NULL, *name = NULL;

  if ((writer->flags & HC_CALENDAR_NAMED) == 0)
    /* Translators: what stands in a calendar that others may see; it is not to be seen what it is about. */
    return g_strdup (_("Reminder"));

  dose = hc_dose_dup_words (event->amount, details->unit);
  name = *strength != '\0' ? g_strdup_printf ("%s %s", details->name, strength) : g_strdup (details->name);

  /* Translators: a medicine and a dose, in a calendar: "Capecitabine 500 mg: 2 tablets". */
  return g_strdup_printf (_("%s: %s"), name, dose);
}

static void
add_alarm (icalcomponent *event,
           const char    *summary)
{
  icalcomponent *alarm = icalcomponent_new (ICAL_VALARM_COMPONENT);

  add (alarm, icalproperty_new_action (ICAL_ACTION_DISPLAY));
  add (alarm, icalproperty_new_description (summary));
  add (alarm, icalproperty_new_from_string ("TRIGGER:PT0S"));
  icalcomponent_add_component (event, alarm);
}

/* @rule: (nullable): how it comes again; the first of the dates of the event is the first of all */
static void
write_event (const Writer *writer,
             const Event  *event,
             const char   *rule)
{
  icalcomponent *component = icalcomponent_new (ICAL_VEVENT_COMPONENT);
  g_autoptr (GDateTime) stamp = g_date_time_to_utc (writer->now);
  g_autofree char *id = dup_id (writer, event);
  g_autofree char *summary = dup_summary (writer, event);
  g_autofree char *stamp_text = g_date_time_format (stamp, "%Y%m%dT%H%M%SZ");

  add (component, icalproperty_new_uid (id));
  add (component, icalproperty_new_dtstamp (icaltime_from_string (stamp_text)));
  add (component, icalproperty_new_dtstart (icaltime_from_string (g_ptr_array_index (event->times, 0))));
  add (component, icalproperty_new_from_string (DURATION));
  add (component, icalproperty_new_summary (summary));
  add (component, icalproperty_new_class (ICAL_CLASS_PRIVATE));
  /* It takes no time of which others are told. */
  add (component, icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT));

  if (rule != NULL)
    add_text (component, "RRULE:", rule);

  for (guint i = 1; rule == NULL && i < event->times->len; i++)
    add_text (component, "RDATE:", g_ptr_array_index (event->times, i));

  if ((writer->flags & HC_CALENDAR_ALARMS) != 0 && !hc_medicine_get_details (writer->medicine)->is_quiet)
    add_alarm (component, summary);

  icalcomponent_add_component (writer->calendar, component);
}

static Event *
find_event (GPtrArray *events,
            double     amount,
            int        minute)
{
  Event *event;

  for (guint i = 0; i < events->len; i++)
    {
      event = g_ptr_array_index (events, i);
      if (event->amount == amount && event->minute == minute)
        return event;
    }

  event = event_new (amount, minute);
  g_ptr_array_add (events, event);

  return event;
}

static GDateTime *
earlier (GDateTime *time,
         GDateTime *end)
{
  return end != NULL && g_date_time_compare (end, time) < 0 ? end : time;
}

/* The doses of the times of the day in @minutes, or all; each date by itself. */
static void
write_dates (const Writer *writer,
             const guint8 *minutes) /* NULL: all */
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) event_free);
  g_autoptr (GDateTime) horizon = g_date_time_add_days (writer->now, HC_CALENDAR_EXPORT_DAYS);
  const HcSchedule *schedule = writer->regimen->schedule;
  g_autoptr (GPtrArray) doses = NULL;

  doses = hc_schedule_list_doses (schedule, writer->from, earlier (horizon, writer->regimen->until),
                                  g_date_time_get_timezone (writer->now));

  for (guint i = 0; i < doses->len; i++)
    {
      const HcDose *dose = g_ptr_array_index (doses, i);
      int minute = get_minute (dose->key);

      if (minutes != NULL && !minutes[minute])
        continue;

      if (schedule->zone != NULL || schedule->kind == HC_SCHEDULE_EVERY_N_HOURS)
        {
          g_autoptr (GDateTime) utc = g_date_time_to_utc (dose->time);

          /* The time of day in UTC changes with that of the zone. */
          g_ptr_array_add (find_event (events, dose->amount, schedule->zone != NULL ? minute : -1)->times,
                           g_date_time_format (utc, "%Y%m%dT%H%M%SZ"));
        }
      else
        {
          g_ptr_array_add (find_event (events, dose->amount, minute)->times, dup_time (dose->key));
        }
    }

  for (guint i = 0; i < events->len; i++)
    write_event (writer, g_ptr_array_index (events, i), NULL);
}

/* Pauses that are over do not matter: a rule begins with a day that is a day of the schedule. The day before
 * is not over yet for a dose that a change of the clock put off. */
static gboolean
has_pauses_to_come (const Writer *writer)
{
  const HcSchedule *schedule = writer->regimen->schedule;
  GDate today;

  hc_wall_clock_get_day (writer->from, &today);
  g_date_subtract_days (&today, 1);

  for (guint i = 0; i < schedule->pauses->len; i++)
    if (g_date_compare (&g_array_index (schedule->pauses, HcSchedulePause, i).last, &today) >= 0)
      return TRUE;

  return FALSE;
}

/* The end of a rule: the last day of the schedule, or the end of the regimen on the clock of the person. */
static char *
dup_until (const Writer *writer)
{
  const HcSchedule *schedule = writer->regimen->schedule;
  gint64 until = G_MAXINT64;
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *text = NULL;

  if (g_date_valid (&schedule->last))
    until = hc_wall_clock_of_date (g_date_get_julian (&schedule->last)) + HC_WALL_CLOCK_DAY - 1;

  if (writer->regimen->until != NULL)
    until = MIN (until, hc_wall_clock_read (g_date_time_get_timezone (writer->now),
                                            g_date_time_to_unix (writer->regimen->until)) - 1);

  if (until == G_MAXINT64)
    return g_strdup ("");

  time = g_date_time_new_from_unix_utc (until);
  text = g_date_time_format (time, "%Y%m%dT%H%M%S");

  return g_strconcat (";UNTIL=", text, NULL);
}

/* Returns: (transfer full): on which days, as RFC 5545 says it */
static char *
dup_rule (const Writer         *writer,
          const HcScheduleLine *line)
{
  static const char *const names[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  g_autoptr (GString) days = g_string_new (NULL);
  g_autofree char *until = dup_until (writer);

  if (line->days.kind == HC_DAYS_EVERY)
    return g_strconcat ("FREQ=DAILY", until, NULL);

  if (line->days.kind == HC_DAYS_EVERY_N)
    return g_strdup_printf ("FREQ=DAILY;INTERVAL=%d%s", line->days.n, until);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((line->days.week & (1u << i)) != 0)
      g_string_append_printf (days, "%s%s", days->len > 0 ? "," : "", names[i]);

  return g_strdup_printf ("FREQ=WEEKLY;BYDAY=%s%s", days->str, until);
}

/* The first dose of a line, or NULL: there is none any more. */
static char *
dup_first (const Writer         *writer,
           const HcScheduleLine *line)
{
  g_autoptr (HcSchedule) alone = hc_schedule_copy (writer->regimen->schedule);
  g_autoptr (GDateTime) before = g_date_time_add (writer->from, -1);
  g_autoptr (HcDose) dose = NULL;

  g_array_set_size (alone->lines, 0);
  g_array_append_vals (alone->lines, line, 1);
  dose = hc_schedule_next_dose (alone, before, g_date_time_get_timezone (writer->now));

  if (dose == NULL || (writer->regimen->until != NULL && g_date_time_compare (dose->time, writer->regimen->until) >= 0))
    return NULL;

  return dup_time (dose->key);
}

/* A line that begins with the schedule and does not end before it, on days of which a calendar knows. */
static gboolean
has_rule (const HcScheduleLine *line)
{
  return line->first_day == 0 && line->n_days == 0 && line->days.kind != HC_DAYS_OF_CYCLE;
}

/* What is taken at the same time is one dose: two lines of one time of day have their dates written. */
static void
write_lines (const Writer *writer)
{
  const GArray *lines = writer->regimen->schedule->lines;
  guint8 n_lines[24 * 60] = { 0 };
  guint8 others[24 * 60] = { 0 };
  gboolean has_others = FALSE;

  for (guint i = 0; i < lines->len; i++)
    n_lines[g_array_index (lines, HcScheduleLine, i).minute]++;

  for (guint i = 0; i < lines->len; i++)
    {
      const HcScheduleLine *line = &g_array_index (lines, HcScheduleLine, i);
      char *first;

      if (!has_rule (line) || n_lines[line->minute] > 1)
        {
          others[line->minute] = has_others = TRUE;
        }
      else if ((first = dup_first (writer, line)) != NULL)
        {
          Event *event = event_new (line->amount, line->minute);
          g_autofree char *rule = dup_rule (writer, line);

          g_ptr_array_add (event->times, first);
          write_event (writer, event, rule);
          event_free (event);
        }
    }

  if (has_others)
    write_dates (writer, others);
}

static void
write_regimen (Writer          *writer,
               const HcRegimen *regimen)
{
  const HcSchedule *schedule = regimen->schedule;

  if (schedule->kind == HC_SCHEDULE_AS_NEEDED ||
      (regimen->until != NULL && g_date_time_compare (regimen->until, writer->now) <= 0))
    return;

  writer->regimen = regimen;
  writer->from = g_date_time_compare (regimen->from, writer->now) > 0
                 ? g_date_time_to_timezone (regimen->from, g_date_time_get_timezone (writer->now))
                 : g_date_time_ref (writer->now);

  if (schedule->kind == HC_SCHEDULE_AT_TIMES && schedule->zone == NULL && !has_pauses_to_come (writer))
    write_lines (writer);
  else
    write_dates (writer, NULL);

  g_clear_pointer (&writer->from, g_date_time_unref);
}

/**
 * hc_calendar_export_print:
 * @medicines: (element-type HcMedicine): medicines
 * @now: the time, in the zone of the person; nothing before it is written
 * @flags: what the file says
 *
 * Writes the doses of medicines for a calendar. There are none of what is taken when it is needed.
 *
 * Returns: (transfer full): the content of an .ics file
 */
char *
hc_calendar_export_print (GPtrArray       *medicines,
                          GDateTime       *now,
                          HcCalendarFlags  flags)
{
  Writer writer = { .now = now, .flags = flags };
  char *printed, *text;

  g_return_val_if_fail (medicines != NULL, NULL);
  g_return_val_if_fail (now != NULL, NULL);

  writer.calendar = icalcomponent_new (ICAL_VCALENDAR_COMPONENT);
  add (writer.calendar, icalproperty_new_version ("2.0"));
  add (writer.calendar, icalproperty_new_prodid ("-//Health Center//Health Center//EN"));

  for (guint i = 0; i < medicines->len; i++)
    {
      const HcCourse *course;

      writer.medicine = g_ptr_array_index (medicines, i);
      course = hc_medicine_get_details (writer.medicine)->course;

      for (guint j = 0; course != NULL && j < course->regimens->len; j++)
        write_regimen (&writer, g_ptr_array_index (course->regimens, j));
    }

  printed = icalcomponent_as_ical_string_r (writer.calendar);
  text = g_strdup (printed);
  icalmemory_free_buffer (printed);
  icalcomponent_free (writer.calendar);

  return text;
}
