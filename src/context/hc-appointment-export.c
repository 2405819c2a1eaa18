/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-appointment-export.h"

#include <glib/gi18n.h>
#include <libical/ical.h>
#include <string.h>

/* Appointments as a file after RFC 5545. What was agreed is a time on the clock of a place: it is written with the
 * time zone of that place, whose rules stand in the file as well. Where the zone has no name that others know, the
 * moment is written in UTC. */

typedef struct
{
  icalcomponent   *calendar;
  GHashTable      *zones; /* names of zones whose rules were written */
  GDateTime       *now;
  HcCalendarFlags  flags;
} Writer;

static void
add (icalcomponent *component,
     icalproperty  *property)
{
  icalcomponent_add_property (component, property);
}

/* Writes the rules of a zone once.
 *
 * Returns: whether they could be written */
static gboolean
write_zone (Writer     *writer,
            const char *name)
{
  icaltimezone *zone;
  icalcomponent *rules;
  icalproperty *id;
  char *text;

  if (g_hash_table_contains (writer->zones, name))
    return TRUE;

  zone = icaltimezone_get_builtin_timezone (name);
  rules = zone != NULL ? icaltimezone_get_component (zone) : NULL;
  if (rules == NULL)
    return FALSE;

  text = icalcomponent_as_ical_string_r (rules);
  rules = icalparser_parse_string (text);
  icalmemory_free_buffer (text);

  /* The library puts something of its own in front of the name. */
  while ((id = icalcomponent_get_first_property (rules, ICAL_TZID_PROPERTY)) != NULL)
    {
      icalcomponent_remove_property (rules, id);
      icalproperty_free (id);
    }
  add (rules, icalproperty_new_tzid (name));

  icalcomponent_add_component (writer->calendar, rules);
  g_hash_table_add (writer->zones, g_strdup (name));

  return TRUE;
}

/* Returns: (nullable): the name of the zone of @time as others know it, whose rules are in the file then */
static const char *
find_zone (Writer    *writer,
           GDateTime *time)
{
  const char *name = g_time_zone_get_identifier (g_date_time_get_timezone (time));

  return name != NULL && strchr (name, '/') != NULL && *name != '/' && write_zone (writer, name) ? name : NULL;
}

static void
add_time (Writer        *writer,
          icalcomponent *event,
          GDateTime     *time,
          gboolean       is_end)
{
  const char *zone = find_zone (writer, time);
  g_autoptr (GDateTime) utc = g_date_time_to_utc (time);
  g_autofree char *text = g_date_time_format (zone != NULL ? time : utc, zone != NULL ? "%Y%m%dT%H%M%S"
                                                                                      : "%Y%m%dT%H%M%SZ");
  struct icaltimetype value = icaltime_from_string (text);
  icalproperty *property = is_end ? icalproperty_new_dtend (value) : icalproperty_new_dtstart (value);

  if (zone != NULL)
    icalproperty_add_parameter (property, icalparameter_new_tzid (zone));

  add (event, property);
}

static icalproperty_status
get_status (HcAppointmentState state)
{
  switch (state)
    {
    case HC_APPOINTMENT_CANCELLED:
      return ICAL_STATUS_CANCELLED;
    case HC_APPOINTMENT_DRAFT:
    case HC_APPOINTMENT_REQUESTED:
      return ICAL_STATUS_TENTATIVE;
    case HC_APPOINTMENT_CONFIRMED:
    case HC_APPOINTMENT_MOVED:
    case HC_APPOINTMENT_DONE:
    case HC_APPOINTMENT_MISSED:
    default:
      return ICAL_STATUS_CONFIRMED;
    }
}

/* Returns: (transfer full): those of the texts that are not empty, with line breaks between them */
static char *
join (const char *first,
      const char *second,
      const char *third)
{
  const char *const texts[] = { first, second, third };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (*texts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", texts[i]);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
dup_summary (const Writer               *writer,
             const HcAppointmentDetails *details)
{
  const char *place = *details->place != '\0' ? details->place : details->doctor;

  if ((writer->flags & HC_CALENDAR_NAMED) == 0)
    /* Translators: what stands in a calendar that others may see; it is not to be seen with whom. */
    return g_strdup (_("Appointment"));

  if (*place == '\0')
    return g_strdup (hc_appointment_kind_to_words (details->kind));

  /* Translators: the kind of an appointment, and where: "Follow-up visit: City Clinic". */
  return g_strdup_printf (_("%s: %s"), hc_appointment_kind_to_words (details->kind), place);
}

static void
add_alarms (icalcomponent              *event,
            const HcAppointmentDetails *details,
            const char                 *summary)
{
  for (guint i = 0; i < HC_APPOINTMENT_N_REMINDERS && details->reminders[i] > 0; i++)
    {
      icalcomponent *alarm = icalcomponent_new (ICAL_VALARM_COMPONENT);
      g_autofree char *trigger = g_strdup_printf ("TRIGGER:-PT%dM", details->reminders[i]);

      add (alarm, icalproperty_new_action (ICAL_ACTION_DISPLAY));
      add (alarm, icalproperty_new_description (summary));
      add (alarm, icalproperty_new_from_string (trigger));
      icalcomponent_add_component (event, alarm);
    }
}

static void
write_names (icalcomponent              *event,
             const HcAppointmentDetails *details)
{
  g_autofree char *location = join (details->place, details->address, "");
  g_autofree char *description = join (details->doctor, details->bring, details->travel);

  g_strdelimit (location, "\n", ' ');
  if (*location != '\0')
    add (event, icalproperty_new_location (location));
  if (*description != '\0')
    add (event, icalproperty_new_description (description));
}

static void
write_appointment (Writer        *writer,
                   HcAppointment *appointment)
{
  const HcAppointmentDetails *details = hc_appointment_get_details (appointment);
  GTimeZone *zone = g_date_time_get_timezone (writer->now);
  g_autoptr (GDateTime) begin = hc_appointment_dup_begin (details, zone);
  g_autoptr (GDateTime) end = hc_appointment_dup_end (details, zone);
  g_autoptr (GDateTime) stamp = g_date_time_to_utc (writer->now);
  g_autofree char *stamp_text = g_date_time_format (stamp, "%Y%m%dT%H%M%SZ");
  g_autofree char *uid = hc_appointment_dup_uid (appointment);
  g_autofree char *summary = dup_summary (writer, details);
  icalcomponent *event;

  if (begin == NULL)
    return;

  event = icalcomponent_new (ICAL_VEVENT_COMPONENT);
  add (event, icalproperty_new_uid (uid));
  add (event, icalproperty_new_dtstamp (icaltime_from_string (stamp_text)));
  add_time (writer, event, begin, FALSE);
  if (end != NULL)
    add_time (writer, event, end, TRUE);
  add (event, icalproperty_new_summary (summary));
  add (event, icalproperty_new_sequence (details->sequence));
  add (event, icalproperty_new_status (get_status (details->state)));
  add (event, icalproperty_new_class (ICAL_CLASS_PRIVATE));

  if ((writer->flags & HC_CALENDAR_NAMED) != 0)
    write_names (event, details);
  if ((writer->flags & HC_CALENDAR_ALARMS) != 0 && details->state != HC_APPOINTMENT_CANCELLED)
    add_alarms (event, details, summary);

  icalcomponent_add_component (writer->calendar, event);
}

/**
 * hc_appointment_export_print:
 * @appointments: (element-type HcAppointment): appointments; those without a time are left out
 * @now: the time, in the zone of the person
 * @flags: with %HC_CALENDAR_NAMED the place and what to bring are told, with %HC_CALENDAR_ALARMS the calendar is to
 *   remind
 *
 * Writes appointments for a calendar. One that is written again replaces what a calendar has of it.
 *
 * Returns: (transfer full): the content of an .ics file
 */
char *
hc_appointment_export_print (GPtrArray       *appointments,
                             GDateTime       *now,
                             HcCalendarFlags  flags)
{
  Writer writer = { .now = now, .flags = flags };
  char *printed, *text;

  g_return_val_if_fail (appointments != NULL, NULL);
  g_return_val_if_fail (now != NULL, NULL);

  writer.zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  writer.calendar = icalcomponent_new (ICAL_VCALENDAR_COMPONENT);
  add (writer.calendar, icalproperty_new_version ("2.0"));
  add (writer.calendar, icalproperty_new_prodid ("-//Health Center//Health Center//EN"));

  for (guint i = 0; i < appointments->len; i++)
    write_appointment (&writer, g_ptr_array_index (appointments, i));

  printed = icalcomponent_as_ical_string_r (writer.calendar);
  text = g_strdup (printed);
  icalmemory_free_buffer (printed);
  icalcomponent_free (writer.calendar);
  g_hash_table_unref (writer.zones);

  return text;
}
