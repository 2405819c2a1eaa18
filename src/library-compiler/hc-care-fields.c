/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-care-fields.h"

#include <string.h>

#include "hc-open-hours.h"
#include "hc-phone-number.h"
#include "hc-text-rules.h"

/* The United States with Alaska, Hawaii, Puerto Rico and the islands of the Pacific. */
#define MIN_LATITUDE 13
#define MAX_LATITUDE 72
#define MIN_LONGITUDE (-180)
#define MAX_LONGITUDE (-64)

/**
 * hc_care_fields_add_fault:
 * @self: a record
 * @key: a key: the fault is in its line, or in that of the record where the key is missing
 * @format: what is wrong
 * @...: what the format needs
 */
void
hc_care_fields_add_fault (HcCareFields *self,
                          const char   *key,
                          const char   *format,
                          ...)
{
  g_autofree char *text = NULL;
  int line = self->record->line;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  hc_record_get (self->record, key, &line);
  hc_fault_list_add (self->faults, self->file->file, line, "%s", text);
}

/**
 * hc_care_fields_get_text:
 * @self: a record
 * @key: a key
 * @maximum: how many characters there may be
 *
 * Returns: (nullable): the text, as in the record; %NULL when the key is not there
 */
const char *
hc_care_fields_get_text (HcCareFields *self,
                         const char   *key,
                         glong         maximum)
{
  const char *text = hc_record_get (self->record, key, NULL);

  if (text != NULL && g_utf8_strlen (text, -1) > maximum)
    hc_care_fields_add_fault (self, key, "%s has more than %ld characters", key, maximum);

  return text;
}

/**
 * hc_care_fields_get_texts:
 * @self: a record
 * @key: a key that may be repeated
 * @maximum: how many characters each may have
 *
 * Returns: (transfer full): all texts of that key
 */
char **
hc_care_fields_get_texts (HcCareFields *self,
                          const char   *key,
                          glong         maximum)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  for (guint i = 0; i < self->record->entries->len; i++)
    {
      const HcFrontMatterEntry *entry = g_ptr_array_index (self->record->entries, i);

      if (!g_str_equal (entry->key, key))
        continue;

      if (g_utf8_strlen (entry->value, -1) > maximum)
        hc_fault_list_add (self->faults, self->file->file, entry->line,
                           "%s has more than %ld characters", key, maximum);

      g_strv_builder_add (texts, entry->value);
    }

  return g_strv_builder_end (texts);
}

/**
 * hc_care_fields_get_id:
 * @self: a record
 * @key: a key
 *
 * Returns: (nullable): the id
 */
const char *
hc_care_fields_get_id (HcCareFields *self,
                       const char   *key)
{
  const char *id = hc_record_get (self->record, key, NULL);

  if (id != NULL && !hc_text_rules_is_id (id))
    hc_care_fields_add_fault (self, key, "“%s” is no id: an id is made of a-z, digits and single dashes", id);

  return id;
}

/**
 * hc_care_fields_get_address:
 * @self: a record
 * @key: a key
 *
 * Returns: (nullable): the https address
 */
const char *
hc_care_fields_get_address (HcCareFields *self,
                            const char   *key)
{
  const char *address = hc_record_get (self->record, key, NULL);

  if (address != NULL && !hc_text_rules_is_https_address (address))
    hc_care_fields_add_fault (self, key, "“%s” is not an https address", address);

  return address;
}

/**
 * hc_care_fields_get_phone:
 * @self: a record
 * @key: a key
 *
 * Returns: (nullable): the telephone number
 */
const char *
hc_care_fields_get_phone (HcCareFields *self,
                          const char   *key)
{
  const char *phone = hc_record_get (self->record, key, NULL);

  if (phone != NULL && !hc_phone_number_is_valid (phone))
    hc_care_fields_add_fault (self, key, "“%s” is no telephone number: write 800-555-0100 or 911", phone);

  return phone;
}

/**
 * hc_care_fields_get_hours:
 * @self: a record
 * @key: a key
 *
 * Returns: (nullable): the open hours, as a text of #HcOpenHours
 */
const char *
hc_care_fields_get_hours (HcCareFields *self,
                          const char   *key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcOpenHours) hours = NULL;
  const char *text = hc_record_get (self->record, key, NULL);

  if (text == NULL)
    return NULL;

  hours = hc_open_hours_parse (text, &error);
  if (hours == NULL)
    hc_care_fields_add_fault (self, key, "%s: %s", key, error->message);

  return text;
}

/**
 * hc_care_fields_is_zone:
 * @zone: a text
 *
 * Returns: whether it is the name of a time zone with a place in it, `America/New_York`
 */
gboolean
hc_care_fields_is_zone (const char *zone)
{
  g_autoptr (GTimeZone) found = NULL;

  g_return_val_if_fail (zone != NULL, FALSE);

  /* GLib takes paths and rules as well. */
  if (!g_regex_match_simple ("^[A-Z][A-Za-z]+(/[A-Z][A-Za-z_]+)+$", zone, G_REGEX_DOLLAR_ENDONLY,
                             G_REGEX_MATCH_DEFAULT))
    return FALSE;

  found = g_time_zone_new_identifier (zone);

  return found != NULL;
}

/**
 * hc_care_fields_get_zone:
 * @self: a record
 * @key: a key
 *
 * Returns: (nullable): the time zone
 */
const char *
hc_care_fields_get_zone (HcCareFields *self,
                         const char   *key)
{
  const char *zone = hc_record_get (self->record, key, NULL);

  if (zone != NULL && !hc_care_fields_is_zone (zone))
    hc_care_fields_add_fault (self, key, "there is no time zone “%s”", zone);

  return zone;
}

/**
 * hc_care_fields_get_date:
 * @self: a record
 * @key: a key
 *
 * Returns: (nullable): the day, `YYYY-MM-DD`
 */
const char *
hc_care_fields_get_date (HcCareFields *self,
                         const char   *key)
{
  const char *date = hc_record_get (self->record, key, NULL);
  const char *fault = date != NULL ? hc_text_rules_find_date_fault (date, TRUE) : NULL;

  if (fault != NULL)
    hc_care_fields_add_fault (self, key, "%s, “%s”, %s", key, date, fault);

  return date;
}

/**
 * hc_care_fields_get_confirmed:
 * @self: a record with the key `state`
 * @sources: (element-type HcSourceDraft): the sources of the record
 *
 * What is confirmed has a source that says so.
 *
 * Returns: whether it is confirmed
 */
gboolean
hc_care_fields_get_confirmed (HcCareFields *self,
                              GPtrArray    *sources)
{
  const char *state = hc_record_get (self->record, "state", NULL);
  gboolean confirmed = g_strcmp0 (state, "confirmed") == 0;

  if (!confirmed && g_strcmp0 (state, "unconfirmed") != 0)
    hc_care_fields_add_fault (self, "state", "state: “%s” is neither confirmed nor unconfirmed", state);
  else if (confirmed && sources->len == 0)
    hc_care_fields_add_fault (self, "state", "what is confirmed wants a source");

  return confirmed;
}

static gboolean
parse_degrees (const char *text,
               double      minimum,
               double      maximum,
               double     *degrees)
{
  char *end = NULL;

  /* Neither exponents nor words such as nan. */
  if (*text == '\0' || strspn (text, "-.0123456789") != strlen (text))
    return FALSE;

  *degrees = g_ascii_strtod (text, &end);

  return *end == '\0' && *degrees >= minimum && *degrees <= maximum;
}

/**
 * hc_care_fields_parse_point:
 * @latitude: a text
 * @longitude: a text
 * @north: (out): the latitude in degrees
 * @east: (out): the longitude in degrees
 *
 * Returns: whether they are a place in the United States
 */
gboolean
hc_care_fields_parse_point (const char *latitude,
                            const char *longitude,
                            double     *north,
                            double     *east)
{
  g_return_val_if_fail (latitude != NULL && longitude != NULL, FALSE);

  return parse_degrees (latitude, MIN_LATITUDE, MAX_LATITUDE, north) &&
         parse_degrees (longitude, MIN_LONGITUDE, MAX_LONGITUDE, east);
}
