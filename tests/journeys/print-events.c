/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Prints the events of a calendar file as the parser of libical reads them, for the journeys: uid, sequence, status,
 * begin and end in UTC, summary, location, and the minutes of the alarms before it. */

#include <glib.h>
#include <libical/ical.h>
#include <stdlib.h>

static void
print_time (struct icaltimetype time)
{
  struct icaltimetype utc = icaltime_convert_to_zone (time, icaltimezone_get_utc_timezone ());

  g_print ("%04d-%02d-%02dT%02d:%02d|", utc.year, utc.month, utc.day, utc.hour, utc.minute);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static void
print_event (icalcomponent *event)
{
  g_autoptr (GArray) alarms = g_array_new (FALSE, FALSE, sizeof (int));
  icalcomponent *alarm = icalcomponent_get_first_component (event, ICAL_VALARM_COMPONENT);

  g_print ("%s|%d|%s|", icalcomponent_get_uid (event), icalcomponent_get_sequence (event),
           icalproperty_status_to_string (icalcomponent_get_status (event)));
  print_time (icalcomponent_get_dtstart (event));
  print_time (icalcomponent_get_dtend (event));
  g_print ("%s|%s|", icalcomponent_get_summary (event), icalcomponent_get_location (event));

  for (; alarm != NULL; alarm = icalcomponent_get_next_component (event, ICAL_VALARM_COMPONENT))
    {
      icalproperty *trigger = icalcomponent_get_first_property (alarm, ICAL_TRIGGER_PROPERTY);
      int minutes = -icaldurationtype_as_int (icalproperty_get_trigger (trigger).duration) / 60;

      g_array_append_val (alarms, minutes);
    }
  g_array_sort (alarms, compare);
  for (guint i = 0; i < alarms->len; i++)
    g_print ("%s%d", i > 0 ? " " : "", g_array_index (alarms, int, i));
  g_print ("\n");
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  icalcomponent *calendar;

  if (argc != 2 || !g_file_get_contents (argv[1], &text, NULL, &error))
    {
      g_printerr ("%s\n", error != NULL ? error->message : "Usage: print-events FILE");
      return EXIT_FAILURE;
    }

  calendar = icalparser_parse_string (text);
  if (calendar == NULL || icalcomponent_count_errors (calendar) > 0)
    {
      g_printerr ("This is not a calendar\n");
      return EXIT_FAILURE;
    }

  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT); event != NULL;
       event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    print_event (event);
  icalcomponent_free (calendar);

  return EXIT_SUCCESS;
}
