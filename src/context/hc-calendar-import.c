/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-calendar-import.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hc-calendar-repeat.h"
#include "hc-calendar-text.h"
#include "hc-file-reader.h"

/* Events of a calendar file. Where one says something that cannot be, the person is told, and the others are read. */

#define MAX_LINE 500
#define MAX_TEXT 20000
#define MAX_UID 400
#define MAX_STEPS 500000   /* of the rules of all events together */
#define MAX_NAMED_ZONES 10 /* so many zones that nobody knows are named */

/* What is counted, to be told in one sentence each. */
enum {
  UNREADABLE,
  NO_BEGINNING,
  WRONG_END,
  TOO_OFTEN,
  CUT,
  N_COUNTS
};

typedef struct
{
  HcCalendarImport *import;
  HcCalendarZones  *zones;
  GTimeZone        *person;
  gint64            from;
  gint64            until;
  guint             budget;
  guint             counts[N_COUNTS];
  GHashTable       *replaced; /* "UID TIME" of those that have an event of their own */
  GHashTable       *unknown;  /* names of zones */
} Reader;

/**
 * hc_calendar_import_free:
 * @self: (transfer full): what was read
 */
void
hc_calendar_import_free (HcCalendarImport *self)
{
  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

/* Text without what cannot be seen, up to @max characters. */
static char *
dup_text (const char *text,
          glong       max,
          gboolean    is_line)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autoptr (GString) result = g_string_new (NULL);
  glong n = 0;

  for (const char *p = valid; *p != '\0' && n < max; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' && !is_line)
        g_string_append_c (result, '\n');
      else if (g_unichar_iscntrl (c))
        g_string_append_c (result, ' ');
      else
        g_string_append_unichar (result, c);
    }

  return g_strstrip (g_string_free_and_steal (g_steal_pointer (&result)));
}

static char *
dup_property (icalcomponent     *component,
              icalproperty_kind  kind,
              glong              max,
              gboolean           is_line)
{
  icalproperty *property = icalcomponent_get_first_property (component, kind);
  icalvalue *value = property != NULL ? icalproperty_get_value (property) : NULL;

  return dup_text (value != NULL ? icalvalue_get_text (value) : NULL, max, is_line);
}

/* One without a name, or with a huge one, is named by what it says, so that it is known when it comes again. */
static char *
dup_uid (icalcomponent *component,
         const char    *text)
{
  g_autofree char *uid = dup_property (component, ICAL_UID_PROPERTY, MAX_UID + 1, TRUE);
  g_autofree char *sum = NULL;

  if (*uid != '\0' && g_utf8_strlen (uid, -1) <= MAX_UID)
    return g_steal_pointer (&uid);

  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, *uid != '\0' ? uid : text, -1);

  return g_strconcat (sum, "@unnamed", NULL);
}

/* Returns: how long the event takes, in seconds; 0: not told */
static gint64
read_length (Reader        *reader,
             icalcomponent *component,
             gint64         begin)
{
  icalproperty *end = icalcomponent_get_first_property (component, ICAL_DTEND_PROPERTY);
  icalproperty *duration = icalcomponent_get_first_property (component, ICAL_DURATION_PROPERTY);
  gint64 length = 0;

  if (end != NULL)
    {
      g_auto (HcCalendarClock) clock = { 0 };
      gint64 moment;

      hc_calendar_clock_read (&clock, reader->zones, end, reader->person);
      if (!hc_calendar_clock_find (&clock, reader->zones, icalproperty_get_dtend (end), &moment) || moment < begin)
        {
          reader->counts[WRONG_END]++;
          return 0;
        }
      length = moment - begin;
    }
  else if (duration != NULL)
    {
      length = icaldurationtype_as_int (icalproperty_get_duration (duration));
      if (length < 0)
        {
          reader->counts[WRONG_END]++;
          return 0;
        }
    }

  return length;
}

/* What the clock shows, `2026-12-01T10:30`. */
static char *
print_wall (GTimeZone *zone,
            gint64     moment)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (moment);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%dT%H:%M") : g_strdup ("");
}

static const char *
get_person_zone (Reader *reader)
{
  const char *name = g_time_zone_get_identifier (reader->person);

  return name != NULL && strchr (name, '/') != NULL && *name != '/' ? name : "";
}

/* @first: the event whose texts are shared by all times of it */
static void
add_event (Reader                *reader,
           const HcCalendarEvent *first,
           HcCalendarClock       *clock,
           gint64                 moment,
           gint64                 length)
{
  HcCalendarEvent *event = g_atomic_rc_box_new0 (HcCalendarEvent);
  gboolean is_there = clock->kind == HC_CALENDAR_CLOCK_ZONE;
  GTimeZone *zone = is_there ? clock->zone : reader->person;
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (moment);

  event->begins = print_wall (zone, moment);
  event->uid = first->is_repeated ? g_strconcat (first->uid, "#", event->begins, NULL) : g_strdup (first->uid);
  event->summary = g_strdup (first->summary);
  event->location = g_strdup (first->location);
  event->description = g_strdup (first->description);
  event->ends = length > 0 && !first->is_all_day ? print_wall (zone, moment + length) : g_strdup ("");
  if (is_there)
    event->zone = g_strdup (clock->name);
  else
    event->zone = g_strdup (clock->kind == HC_CALENDAR_CLOCK_FLOATING ? "" : get_person_zone (reader));
  event->begin = g_date_time_to_timezone (utc, zone);
  event->is_all_day = first->is_all_day;
  event->is_cancelled = first->is_cancelled;
  event->is_repeated = first->is_repeated;
  event->sequence = first->sequence;
  event->problem = g_strdup (first->problem);

  g_ptr_array_add (reader->import->events, event);
}

static void
name_zone (Reader          *reader,
           HcCalendarClock *clock,
           HcCalendarEvent *first)
{
  g_autofree char *name = NULL;

  if (!clock->is_unknown)
    return;

  name = dup_text (clock->id, 60, TRUE);
  /* Translators: %s is the name of a time zone in a file. */
  first->problem = g_strdup_printf (_("The time zone “%s” is not known. The time is taken as one where you are: "
                                      "look at it"), name);
  if (g_hash_table_size (reader->unknown) < MAX_NAMED_ZONES)
    g_hash_table_add (reader->unknown, g_steal_pointer (&name));
}

static void
add_times (Reader          *reader,
           icalcomponent   *component,
           HcCalendarEvent *first,
           HcCalendarClock *clock)
{
  guint room = HC_CALENDAR_MAX_EVENTS - MIN (HC_CALENDAR_MAX_EVENTS, reader->import->events->len);
  HcCalendarRepeat repeat;
  icaltimetype start = icalproperty_get_dtstart (icalcomponent_get_first_property (component, ICAL_DTSTART_PROPERTY));
  gint64 begin, length = 0;

  if (hc_calendar_clock_find (clock, reader->zones, start, &begin))
    length = read_length (reader, component, begin);

  repeat = hc_calendar_repeat_read (component, clock, reader->zones, reader->person, reader->from, reader->until,
                                    MIN (HC_CALENDAR_IMPORT_MAX_REPEATS, room), &reader->budget);
  reader->counts[TOO_OFTEN] += repeat.is_too_often;
  reader->counts[CUT] += repeat.is_cut;

  for (guint i = 0; i < repeat.times->len; i++)
    {
      gint64 moment = g_array_index (repeat.times, gint64, i);
      g_autofree char *key = g_strdup_printf ("%s %" G_GINT64_FORMAT, first->uid, moment);

      if (!first->is_repeated || !g_hash_table_contains (reader->replaced, key))
        add_event (reader, first, clock, moment, length);
    }

  g_array_unref (repeat.times);
}

static void
read_component (Reader        *reader,
                icalcomponent *component,
                const char    *text)
{
  icalproperty *start = icalcomponent_get_first_property (component, ICAL_DTSTART_PROPERTY);
  icalproperty *again = icalcomponent_get_first_property (component, ICAL_RECURRENCEID_PROPERTY);
  g_autoptr (HcCalendarEvent) first = NULL;
  g_auto (HcCalendarClock) clock = { 0 };
  gint64 moment;

  if (start != NULL)
    hc_calendar_clock_read (&clock, reader->zones, start, reader->person);

  if (start == NULL || !hc_calendar_clock_find (&clock, reader->zones, icalproperty_get_dtstart (start), &moment))
    {
      reader->counts[NO_BEGINNING]++;
      return;
    }

  first = g_atomic_rc_box_new0 (HcCalendarEvent);
  first->uid = dup_uid (component, text);
  first->summary = dup_property (component, ICAL_SUMMARY_PROPERTY, MAX_LINE, TRUE);
  first->location = dup_property (component, ICAL_LOCATION_PROPERTY, MAX_LINE, TRUE);
  first->description = dup_property (component, ICAL_DESCRIPTION_PROPERTY, MAX_TEXT, FALSE);
  first->is_all_day = icalproperty_get_dtstart (start).is_date != 0;
  first->is_cancelled = icalcomponent_get_status (component) == ICAL_STATUS_CANCELLED;
  first->sequence = CLAMP (icalcomponent_get_sequence (component), 0, 1000000);
  first->is_repeated = again == NULL &&
                       (icalcomponent_get_first_property (component, ICAL_RRULE_PROPERTY) != NULL ||
                        icalcomponent_get_first_property (component, ICAL_RDATE_PROPERTY) != NULL);
  name_zone (reader, &clock, first);

  if (again != NULL)
    {
      g_auto (HcCalendarClock) its_clock = { 0 };
      g_autofree char *uid = g_steal_pointer (&first->uid);
      g_autofree char *wall = NULL;

      hc_calendar_clock_read (&its_clock, reader->zones, again, reader->person);
      if (hc_calendar_clock_find (&its_clock, reader->zones, icalproperty_get_recurrenceid (again), &moment))
        wall = print_wall (its_clock.zone != NULL ? its_clock.zone : reader->person, moment);
      first->uid = g_strconcat (uid, "#", wall != NULL ? wall : "", NULL);
    }

  add_times (reader, component, first, &clock);
}

static void
read_event (Reader     *reader,
            const char *text)
{
  icalcomponent *component = icalparser_parse_string (text);

  if (component == NULL || icalcomponent_isa (component) != ICAL_VEVENT_COMPONENT)
    reader->counts[UNREADABLE]++;
  else
    read_component (reader, component, text);

  if (component != NULL)
    icalcomponent_free (component);
}

/* Times of an event that comes again which have an event of their own are not taken from the rule. */
static void
note_replaced (Reader     *reader,
               const char *text)
{
  icalcomponent *component = strstr (text, "RECURRENCE-ID") != NULL ? icalparser_parse_string (text) : NULL;
  icalproperty *again = NULL;

  if (component != NULL && icalcomponent_isa (component) == ICAL_VEVENT_COMPONENT)
    again = icalcomponent_get_first_property (component, ICAL_RECURRENCEID_PROPERTY);

  if (again != NULL)
    {
      g_auto (HcCalendarClock) clock = { 0 };
      g_autofree char *uid = dup_uid (component, text);
      gint64 moment;

      hc_calendar_clock_read (&clock, reader->zones, again, reader->person);
      if (hc_calendar_clock_find (&clock, reader->zones, icalproperty_get_recurrenceid (again), &moment))
        g_hash_table_add (reader->replaced, g_strdup_printf ("%s %" G_GINT64_FORMAT, uid, moment));
    }

  if (component != NULL)
    icalcomponent_free (component);
}

/* Takes @words. */
static void
tell (Reader *reader,
      char   *words)
{
  g_ptr_array_add (reader->import->problems, words);
}

static void
tell_problems (Reader               *reader,
               const HcCalendarText *text)
{
  guint n_unreadable = reader->counts[UNREADABLE] + text->n_broken;
  GHashTableIter iter;
  gpointer name;

  if (text->is_other_charset)
    tell (reader, g_strdup (_("The file is not in UTF-8. Letters with accents may be wrong")));
  if (text->n_more > 0)
    tell (reader, g_strdup_printf (ngettext ("%u more event was left out: there are too many",
                                             "%u more events were left out: there are too many", text->n_more),
                                   text->n_more));
  if (n_unreadable > 0)
    tell (reader, g_strdup_printf (ngettext ("%u part of the file cannot be read, or does not end",
                                             "%u parts of the file cannot be read, or do not end", n_unreadable),
                                   n_unreadable));
  if (reader->counts[NO_BEGINNING] > 0)
    tell (reader, g_strdup_printf (ngettext ("%u event has no beginning and was left out",
                                             "%u events have no beginning and were left out",
                                             reader->counts[NO_BEGINNING]), reader->counts[NO_BEGINNING]));
  if (reader->counts[WRONG_END] > 0)
    tell (reader, g_strdup_printf (ngettext ("%u event ends before it begins. Its end was left out",
                                             "%u events end before they begin. Their ends were left out",
                                             reader->counts[WRONG_END]), reader->counts[WRONG_END]));
  if (reader->counts[TOO_OFTEN] > 0)
    tell (reader, g_strdup_printf (ngettext ("%u event comes again in a way that is not known here. Only its first "
                                             "time was taken",
                                             "%u events come again in a way that is not known here. Only their first "
                                             "times were taken", reader->counts[TOO_OFTEN]),
                                   reader->counts[TOO_OFTEN]));
  if (reader->counts[CUT] > 0)
    tell (reader, g_strdup_printf (ngettext ("%u event comes again very often. Not all of its times were taken",
                                             "%u events come again very often. Not all of their times were taken",
                                             reader->counts[CUT]), reader->counts[CUT]));

  g_hash_table_iter_init (&iter, reader->unknown);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    /* Translators: %s is the name of a time zone in a file. */
    tell (reader, g_strdup_printf (_("The time zone “%s” is not known"), (const char *) name));
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  return g_date_time_compare (((const HcCalendarEvent *) a)->begin, ((const HcCalendarEvent *) b)->begin);
}

static gboolean
read_events (Reader                *reader,
             const HcCalendarText  *text,
             GCancellable          *cancellable,
             GError               **error)
{
  for (guint i = 0; i < text->events->len; i++)
    note_replaced (reader, g_ptr_array_index (text->events, i));

  for (guint i = 0; i < text->events->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      read_event (reader, g_ptr_array_index (text->events, i));
    }

  return TRUE;
}

/**
 * hc_calendar_import_read:
 * @bytes: the content of a file
 * @now: the time, in the zone of the person
 * @cancellable: (nullable): stops it
 * @error: return location for %G_IO_ERROR_INVALID_DATA, with words for the person, when it is no calendar, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Reads a calendar after RFC 5545. It can take a while.
 *
 * Returns: (transfer full) (nullable): its events, and what could not be taken
 */
HcCalendarImport *
hc_calendar_import_read (GBytes        *bytes,
                         GDateTime     *now,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (HcCalendarText) text = NULL;
  g_autoptr (HcCalendarImport) import = NULL;
  Reader reader = { .budget = MAX_STEPS };
  gboolean was_read;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (now != NULL, NULL);

  text = hc_calendar_text_new (bytes, cancellable, error);
  if (text == NULL)
    return NULL;

  import = g_new0 (HcCalendarImport, 1);
  import->events = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_calendar_event_unref);
  import->problems = g_ptr_array_new_with_free_func (g_free);
  reader.import = import;
  reader.zones = hc_calendar_zones_new (text->zones);
  reader.person = g_date_time_get_timezone (now);
  reader.from = g_date_time_to_unix (now) - (gint64) HC_CALENDAR_IMPORT_DAYS_BACK * 24 * 60 * 60;
  reader.until = g_date_time_to_unix (now) + (gint64) HC_CALENDAR_IMPORT_DAYS_AHEAD * 24 * 60 * 60;
  reader.replaced = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reader.unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  was_read = read_events (&reader, text, cancellable, error);
  tell_problems (&reader, text);
  g_ptr_array_sort_values (import->events, compare_events);

  g_hash_table_unref (reader.unknown);
  g_hash_table_unref (reader.replaced);
  hc_calendar_zones_free (reader.zones);

  return was_read ? g_steal_pointer (&import) : NULL;
}

static void
import_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GBytes) bytes = hc_file_read_all (G_FILE (source), HC_CALENDAR_IMPORT_MAX_BYTES, cancellable, &error);
  HcCalendarImport *import = bytes != NULL ? hc_calendar_import_read (bytes, task_data, cancellable, &error) : NULL;

  if (import != NULL)
    g_task_return_pointer (task, import, (GDestroyNotify) hc_calendar_import_free);
  else
    g_task_return_error (task, error);
}

/**
 * hc_calendar_import_async:
 * @file: a file that the person chose
 * @now: the time, in the zone of the person
 * @cancellable: (nullable): stops it
 * @callback: called when it was read
 * @user_data: passed to @callback
 *
 * Reads a calendar file in a thread.
 */
void
hc_calendar_import_async (GFile               *file,
                          GDateTime           *now,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (now != NULL);

  task = g_task_new (file, cancellable, callback, user_data);
  g_task_set_source_tag (task, hc_calendar_import_async);
  g_task_set_task_data (task, g_date_time_ref (now), (GDestroyNotify) g_date_time_unref);
  g_task_run_in_thread (task, import_in_thread);
}

/**
 * hc_calendar_import_finish:
 * @result: what the callback was given
 * @error: return location for an error of hc_file_read_all() or hc_calendar_import_read()
 *
 * Returns: (transfer full) (nullable): the events of the file, and what could not be taken
 */
HcCalendarImport *
hc_calendar_import_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_calendar_import_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
