/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-calendar-zone.h"

#include <string.h>

/* The time zones of a calendar file. One that has the name of a zone of this system is that zone, whatever rules the
 * file tells of it: they may be old. Other names, such as those of another system, need the rules of the file. */

#define MAX_OBSERVANCES 100

struct _HcCalendarZones
{
  GHashTable *rules; /* TZID -> icaltimezone */
};

static void
zone_free (gpointer zone)
{
  icaltimezone_free (zone, 1);
}

/* Rules say on which day of each year the clock changes. What says more could keep the library busy for ever. */
static gboolean
is_plain_rule (icalproperty *property)
{
  struct icalrecurrencetype rule = icalproperty_get_rrule (property);

  return rule.freq == ICAL_YEARLY_RECURRENCE && rule.by_second[0] == ICAL_RECURRENCE_ARRAY_MAX &&
         rule.by_minute[0] == ICAL_RECURRENCE_ARRAY_MAX && rule.by_hour[0] == ICAL_RECURRENCE_ARRAY_MAX &&
         rule.by_year_day[0] == ICAL_RECURRENCE_ARRAY_MAX && rule.by_week_no[0] == ICAL_RECURRENCE_ARRAY_MAX &&
         rule.by_set_pos[0] == ICAL_RECURRENCE_ARRAY_MAX;
}

static gboolean
is_plain (icalcomponent *zone)
{
  int n = 0;

  for (icalcomponent *part = icalcomponent_get_first_component (zone, ICAL_ANY_COMPONENT); part != NULL;
       part = icalcomponent_get_next_component (zone, ICAL_ANY_COMPONENT))
    {
      icalcomponent_kind kind = icalcomponent_isa (part);

      if ((kind != ICAL_XSTANDARD_COMPONENT && kind != ICAL_XDAYLIGHT_COMPONENT) || ++n > MAX_OBSERVANCES ||
          icalcomponent_count_properties (part, ICAL_RDATE_PROPERTY) > MAX_OBSERVANCES ||
          icalcomponent_count_properties (part, ICAL_RRULE_PROPERTY) > 1 ||
          icalcomponent_get_first_property (part, ICAL_TZOFFSETTO_PROPERTY) == NULL ||
          icalcomponent_get_first_property (part, ICAL_TZOFFSETFROM_PROPERTY) == NULL ||
          icalcomponent_get_first_property (part, ICAL_DTSTART_PROPERTY) == NULL)
        return FALSE;

      for (icalproperty *rule = icalcomponent_get_first_property (part, ICAL_RRULE_PROPERTY); rule != NULL;
           rule = icalcomponent_get_next_property (part, ICAL_RRULE_PROPERTY))
        if (!is_plain_rule (rule))
          return FALSE;
    }

  return n > 0;
}

static void
read_rules (HcCalendarZones *self,
            const char      *text)
{
  icalcomponent *component = icalparser_parse_string (text);
  icaltimezone *zone;

  if (component == NULL)
    return;

  zone = icaltimezone_new ();
  if (icalcomponent_isa (component) == ICAL_VTIMEZONE_COMPONENT && is_plain (component) &&
      icaltimezone_set_component (zone, component) && icaltimezone_get_tzid (zone) != NULL)
    {
      /* The zone has the component now. */
      g_hash_table_replace (self->rules, g_strdup (icaltimezone_get_tzid (zone)), zone);
    }
  else
    {
      icaltimezone_free (zone, 1);
      icalcomponent_free (component);
    }
}

/**
 * hc_calendar_zones_new:
 * @texts: (element-type utf8): the parts of a file that tell the rules of time zones
 *
 * Returns: (transfer full): the zones; those that cannot be read are left out
 */
HcCalendarZones *
hc_calendar_zones_new (GPtrArray *texts)
{
  HcCalendarZones *self;

  g_return_val_if_fail (texts != NULL, NULL);

  self = g_new0 (HcCalendarZones, 1);
  self->rules = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, zone_free);

  for (guint i = 0; i < texts->len; i++)
    read_rules (self, g_ptr_array_index (texts, i));

  return self;
}

/**
 * hc_calendar_zones_free:
 * @self: (transfer full): zones
 */
void
hc_calendar_zones_free (HcCalendarZones *self)
{
  g_hash_table_unref (self->rules);
  g_free (self);
}

static GTimeZone *
find_here (const char *name)
{
  /* A name is looked for as a file, and what begins otherwise may be a rule or another file. */
  if (!g_ascii_isalpha (*name) || strstr (name, "..") != NULL || strlen (name) > 64 ||
      strspn (name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/") != strlen (name) ||
      (strchr (name, '/') == NULL && !g_str_equal (name, "UTC") && !g_str_equal (name, "GMT")))
    return NULL;

  return g_time_zone_new_identifier (name);
}

/**
 * hc_calendar_zones_dup:
 * @self: the zones of a file
 * @id: how the file calls one
 * @name: (out) (transfer full): how it is called here, `America/New_York`
 *
 * Returns: (transfer full) (nullable): the zone of this system that is meant; %NULL: none
 */
GTimeZone *
hc_calendar_zones_dup (HcCalendarZones  *self,
                       const char       *id,
                       char            **name)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  /* Some put something before the name: /freeassociation.sourceforge.net/America/New_York. */
  for (const char *part = id; part != NULL; part = strchr (part, '/'))
    {
      GTimeZone *zone;

      part += *part == '/';
      zone = find_here (part);
      if (zone != NULL)
        {
          *name = g_strdup (part);
          return zone;
        }
    }

  return NULL;
}

/**
 * hc_calendar_zones_to_utc:
 * @self: the zones of a file
 * @id: how the file calls one
 * @time: a time on its clock
 * @unix_time: (out): the moment
 *
 * Returns: whether the file tells its rules
 */
gboolean
hc_calendar_zones_to_utc (HcCalendarZones     *self,
                          const char          *id,
                          struct icaltimetype  time,
                          gint64              *unix_time)
{
  icaltimezone *zone;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  zone = g_hash_table_lookup (self->rules, id);
  if (zone == NULL)
    return FALSE;

  *unix_time = (gint64) icaltime_as_timet_with_zone (time, zone);

  return TRUE;
}
