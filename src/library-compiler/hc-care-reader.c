/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-care-reader.h"

#include "hc-care-fields.h"
#include "hc-text-rules.h"

/* What is read in a row of a list, and on a page, in characters. */
#define MAX_NAME 100
#define MAX_LINE 200
#define MAX_TEXT 500

/**
 * hc_care_reader_files: (skip)
 *
 * The files of the care folder, in the order in which they are read: cities come before what lies in them.
 */
const char *const hc_care_reader_files[] = {
  "cities.txt", "holidays.txt", "centers.txt", "helplines.txt", "groups.txt", "guides.txt", NULL
};

static void
center_free (gpointer data)
{
  HcCareCenterDraft *center = data;

  g_free (center->city);
  g_free (center->state);
  g_ptr_array_unref (center->sources);
  g_free (center);
}

static void
helpline_free (gpointer data)
{
  HcHelplineDraft *helpline = data;

  g_ptr_array_unref (helpline->sources);
  g_free (helpline);
}

static void
group_free (gpointer data)
{
  HcSupportGroupDraft *group = data;

  g_ptr_array_unref (group->sources);
  g_free (group);
}

static void
guide_free (gpointer data)
{
  HcCareGuideDraft *guide = data;

  g_strfreev ((char **) guide->details.paragraphs);
  g_strfreev ((char **) guide->details.questions);
  g_strfreev ((char **) guide->details.links);
  g_ptr_array_unref (guide->sources);
  g_free (guide);
}

/**
 * hc_care_draft_new:
 *
 * Returns: (transfer full): the draft of an empty folder
 */
HcCareDraft *
hc_care_draft_new (void)
{
  HcCareDraft *self = g_new0 (HcCareDraft, 1);

  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_record_file_free);
  self->states = g_ptr_array_new_with_free_func (g_free);
  self->cities = g_ptr_array_new_with_free_func (g_object_unref);
  self->holidays = g_ptr_array_new_with_free_func (g_free);
  self->holiday_sources = g_ptr_array_new ();
  self->centers = g_ptr_array_new_with_free_func (center_free);
  self->helplines = g_ptr_array_new_with_free_func (helpline_free);
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->guides = g_ptr_array_new_with_free_func (guide_free);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

/**
 * hc_care_draft_free:
 * @self: (transfer full) (nullable): what the care folder says
 */
void
hc_care_draft_free (HcCareDraft *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->states);
  g_ptr_array_unref (self->cities);
  g_ptr_array_unref (self->holidays);
  g_ptr_array_unref (self->holiday_sources);
  g_ptr_array_unref (self->centers);
  g_ptr_array_unref (self->helplines);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->guides);
  g_hash_table_unref (self->ids);
  g_ptr_array_unref (self->files);
  g_free (self);
}

/**
 * hc_care_draft_has_id:
 * @self: what the care folder says
 * @place: the place of a link: `care` or `community`
 * @id: an id
 *
 * Returns: whether there is such a place
 */
gboolean
hc_care_draft_has_id (HcCareDraft *self,
                      const char  *place,
                      const char  *id)
{
  g_autofree char *link = g_strdup_printf ("%s/%s", place, id);

  return g_hash_table_contains (self->ids, link);
}

static void
add_id (HcCareDraft  *self,
        HcCareFields *fields,
        const char   *place,
        const char   *key)
{
  const char *id = hc_care_fields_get_id (fields, key);

  if (!g_hash_table_add (self->ids, g_strdup_printf ("%s/%s", place, id)))
    hc_care_fields_add_fault (fields, key, "the id “%s” stands twice", id);
}

static gboolean
has_state (HcCareDraft *self,
           const char  *code)
{
  for (guint i = 0; i < self->states->len; i++)
    if (g_str_equal (((const HcUsStateDraft *) g_ptr_array_index (self->states, i))->code, code))
      return TRUE;

  return FALSE;
}

/* Reads `New York | 40.71 | -74.01 | America/New_York`. */
static void
add_city (HcCareDraft              *self,
          HcCareFields             *fields,
          const char               *state,
          const HcFrontMatterEntry *entry)
{
  g_auto (GStrv) parts = g_strsplit (entry->value, " | ", -1);
  HcCityDetails details = { .state = state };
  g_autoptr (HcCity) city = NULL;

  if (g_strv_length (parts) != 4 ||
      !hc_care_fields_parse_point (parts[1], parts[2], &details.latitude, &details.longitude))
    {
      hc_fault_list_add (fields->faults, fields->file->file, entry->line,
                         "“%s” is not of the form name | latitude | longitude | time zone", entry->value);
      return;
    }

  if (!hc_care_fields_is_zone (parts[3]))
    hc_fault_list_add (fields->faults, fields->file->file, entry->line,
                       "there is no time zone “%s”", parts[3]);

  details.name = parts[0];
  details.zone = parts[3];
  city = hc_city_new (&details);

  for (guint i = 0; i < self->cities->len; i++)
    if (g_str_equal (hc_city_get_label (g_ptr_array_index (self->cities, i)), hc_city_get_label (city)))
      hc_fault_list_add (fields->faults, fields->file->file, entry->line, "“%s” stands twice",
                         hc_city_get_label (city));

  g_ptr_array_add (self->cities, g_steal_pointer (&city));
}

static void
read_state (HcCareDraft  *self,
            HcCareFields *fields)
{
  static const HcRecordKey keys[] = {
    { "state", TRUE, FALSE },
    { "name", TRUE, FALSE },
    { "city", FALSE, TRUE },
  };
  HcUsStateDraft *state;

  if (!hc_record_check (fields->record, keys, G_N_ELEMENTS (keys), fields->file->file, fields->faults))
    return;

  state = g_new0 (HcUsStateDraft, 1);
  state->code = hc_record_get (fields->record, "state", NULL);
  state->name = hc_care_fields_get_text (fields, "name", MAX_NAME);

  if (!g_regex_match_simple ("^[A-Z]{2}$", state->code, G_REGEX_DOLLAR_ENDONLY, G_REGEX_MATCH_DEFAULT))
    hc_care_fields_add_fault (fields, "state", "“%s” are not two letters", state->code);
  else if (has_state (self, state->code))
    hc_care_fields_add_fault (fields, "state", "the state “%s” stands twice", state->code);

  g_ptr_array_add (self->states, state);

  for (guint i = 0; i < fields->record->entries->len; i++)
    {
      const HcFrontMatterEntry *entry = g_ptr_array_index (fields->record->entries, i);

      if (g_str_equal (entry->key, "city"))
        add_city (self, fields, state->code, entry);
    }
}

static void
read_holiday (HcCareDraft  *self,
              HcCareFields *fields)
{
  static const HcRecordKey keys[] = {
    { "holiday", TRUE, FALSE },
    { "rule", TRUE, FALSE },
    { "from", TRUE, FALSE },
  };
  g_autoptr (HcHolidayCalendar) calendar = hc_holiday_calendar_new ();
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (GError) error = NULL;
  HcHolidayDraft *holiday;

  if (!hc_record_check (fields->record, keys, G_N_ELEMENTS (keys), fields->file->file, fields->faults))
    return;

  holiday = g_new0 (HcHolidayDraft, 1);
  holiday->name = hc_care_fields_get_text (fields, "holiday", MAX_NAME);
  holiday->rule = hc_record_get (fields->record, "rule", NULL);
  g_ptr_array_add (self->holidays, holiday);

  if (!hc_holiday_calendar_add (calendar, holiday->name, holiday->rule, &error))
    hc_care_fields_add_fault (fields, "rule", "%s", error->message);

  sources = hc_record_file_cite (fields->file, fields->record, fields->faults);
  for (guint i = 0; i < sources->len; i++)
    if (!g_ptr_array_find (self->holiday_sources, g_ptr_array_index (sources, i), NULL))
      g_ptr_array_add (self->holiday_sources, g_ptr_array_index (sources, i));
}

/* Reads `40.76 | -73.96` and `New York, NY`. */
static void
read_place (HcCareDraft       *self,
            HcCareFields      *fields,
            HcCareCenterDraft *center)
{
  const char *at = hc_record_get (fields->record, "at", NULL);
  const char *city = hc_record_get (fields->record, "city", NULL);
  g_auto (GStrv) degrees = g_strsplit (at, " | ", -1);
  g_auto (GStrv) parts = g_strsplit (city, ", ", -1);

  if (g_strv_length (degrees) != 2 ||
      !hc_care_fields_parse_point (degrees[0], degrees[1], &center->details.latitude,
                                   &center->details.longitude))
    hc_care_fields_add_fault (fields, "at", "“%s” is not of the form latitude | longitude", at);

  if (g_strv_length (parts) != 2)
    {
      hc_care_fields_add_fault (fields, "city", "“%s” is not of the form city, state", city);
      return;
    }

  if (!has_state (self, parts[1]))
    hc_care_fields_add_fault (fields, "city", "there is no state “%s”", parts[1]);

  center->details.city = center->city = g_strdup (parts[0]);
  center->details.state = center->state = g_strdup (parts[1]);
}

static void
read_center (HcCareDraft  *self,
             HcCareFields *fields)
{
  static const HcRecordKey keys[] = {
    { "center", TRUE, FALSE },
    { "name", TRUE, FALSE },
    { "parent", FALSE, FALSE },
    { "campus-of", FALSE, FALSE },
    { "kind", TRUE, FALSE },
    { "city", TRUE, FALSE },
    { "at", TRUE, FALSE },
    { "zone", TRUE, FALSE },
    { "website", TRUE, FALSE },
    { "phone", FALSE, FALSE },
    { "phone-for", FALSE, FALSE },
    { "hours", FALSE, FALSE },
    { "from", TRUE, FALSE },
    { "state", TRUE, FALSE },
    { "checked", TRUE, FALSE },
    { "remark", FALSE, FALSE },
  };
  HcCareCenterDraft *center;
  HcCareCenterDetails *details;

  if (!hc_record_check (fields->record, keys, G_N_ELEMENTS (keys), fields->file->file, fields->faults))
    return;

  center = g_new0 (HcCareCenterDraft, 1);
  g_ptr_array_add (self->centers, center);
  center->line = fields->record->line;
  center->sources = hc_record_file_cite (fields->file, fields->record, fields->faults);
  center->kind = hc_record_get (fields->record, "kind", NULL);
  details = &center->details;
  details->id = hc_record_get (fields->record, "center", NULL);
  details->name = hc_care_fields_get_text (fields, "name", MAX_NAME);
  details->parent = hc_care_fields_get_text (fields, "parent", MAX_NAME);
  details->campus_of = hc_record_get (fields->record, "campus-of", NULL);
  details->zone = hc_care_fields_get_zone (fields, "zone");
  details->website = hc_care_fields_get_address (fields, "website");
  details->phone = hc_care_fields_get_phone (fields, "phone");
  details->phone_for = hc_care_fields_get_text (fields, "phone-for", MAX_LINE);
  details->hours = hc_care_fields_get_hours (fields, "hours");
  details->confirmed = hc_care_fields_get_confirmed (fields, center->sources);
  details->checked = hc_care_fields_get_date (fields, "checked");
  details->remark = hc_care_fields_get_text (fields, "remark", MAX_TEXT);
  read_place (self, fields, center);

  if (!hc_care_center_kind_from_string (center->kind, &details->kind))
    hc_care_fields_add_fault (fields, "kind", "there is no kind “%s”", center->kind);

  if ((details->hours != NULL || details->phone_for != NULL) && details->phone == NULL)
    hc_care_fields_add_fault (fields, "center", "hours are those of a telephone, and there is none");

  /* The main campus stands first. */
  if (details->campus_of != NULL && !hc_care_draft_has_id (self, "care", details->campus_of))
    hc_care_fields_add_fault (fields, "campus-of", "there is no center “%s” before this line",
                              details->campus_of);

  add_id (self, fields, "care", "center");
}

static void
read_helpline (HcCareDraft  *self,
               HcCareFields *fields)
{
  static const HcRecordKey keys[] = {
    { "helpline", TRUE, FALSE },
    { "name", TRUE, FALSE },
    { "for", TRUE, FALSE },
    { "phone", FALSE, FALSE },
    { "message", FALSE, FALSE },
    { "hours", FALSE, FALSE },
    { "zone", FALSE, FALSE },
    { "website", TRUE, FALSE },
    { "languages", TRUE, FALSE },
    { "cost", TRUE, FALSE },
    { "from", FALSE, FALSE },
    { "state", TRUE, FALSE },
    { "checked", TRUE, FALSE },
    { "remark", FALSE, FALSE },
  };
  HcHelplineDraft *helpline;
  HcHelplineDetails *details;

  if (!hc_record_check (fields->record, keys, G_N_ELEMENTS (keys), fields->file->file, fields->faults))
    return;

  helpline = g_new0 (HcHelplineDraft, 1);
  g_ptr_array_add (self->helplines, helpline);
  helpline->sources = hc_record_file_cite (fields->file, fields->record, fields->faults);
  details = &helpline->details;
  details->id = hc_record_get (fields->record, "helpline", NULL);
  details->name = hc_care_fields_get_text (fields, "name", MAX_NAME);
  details->purpose = hc_care_fields_get_text (fields, "for", MAX_LINE);
  details->phone = hc_care_fields_get_phone (fields, "phone");
  details->message = hc_care_fields_get_text (fields, "message", MAX_NAME);
  details->hours = hc_care_fields_get_hours (fields, "hours");
  details->zone = hc_care_fields_get_zone (fields, "zone");
  details->website = hc_care_fields_get_address (fields, "website");
  details->languages = hc_care_fields_get_text (fields, "languages", MAX_LINE);
  details->cost = hc_care_fields_get_text (fields, "cost", MAX_NAME);
  details->confirmed = hc_care_fields_get_confirmed (fields, helpline->sources);
  details->checked = hc_care_fields_get_date (fields, "checked");
  details->remark = hc_care_fields_get_text (fields, "remark", MAX_TEXT);

  if ((details->hours != NULL || details->message != NULL) && details->phone == NULL)
    hc_care_fields_add_fault (fields, "helpline", "hours are those of a telephone, and there is none");

  if (details->hours != NULL && !g_str_equal (details->hours, "always") && details->zone == NULL)
    hc_care_fields_add_fault (fields, "hours", "hours want a time zone");

  add_id (self, fields, "care", "helpline");
}

/* Left out where it is no. */
static gboolean
get_caregivers (HcCareFields *fields)
{
  const char *text = hc_record_get (fields->record, "caregivers", NULL);

  if (text != NULL && !g_str_equal (text, "yes"))
    hc_care_fields_add_fault (fields, "caregivers", "caregivers is yes, or left out");

  return text != NULL;
}

static void
read_group (HcCareDraft  *self,
            HcCareFields *fields)
{
  static const HcRecordKey keys[] = {
    { "group", TRUE, FALSE },
    { "name", TRUE, FALSE },
    { "form", TRUE, FALSE },
    { "ways", FALSE, FALSE },
    { "caregivers", FALSE, FALSE },
    { "about", TRUE, FALSE },
    { "for", TRUE, FALSE },
    { "privacy", TRUE, FALSE },
    { "cost", TRUE, FALSE },
    { "join", TRUE, FALSE },
    { "asks", FALSE, FALSE },
    { "website", FALSE, FALSE },
    { "phone", FALSE, FALSE },
    { "feed", FALSE, FALSE },
    { "country", FALSE, FALSE },
    { "from", FALSE, FALSE },
    { "state", TRUE, FALSE },
    { "checked", TRUE, FALSE },
    { "remark", FALSE, FALSE },
  };
  HcSupportGroupDraft *group;
  HcSupportGroupDetails *details;
  const char *ways;

  if (!hc_record_check (fields->record, keys, G_N_ELEMENTS (keys), fields->file->file, fields->faults))
    return;

  group = g_new0 (HcSupportGroupDraft, 1);
  g_ptr_array_add (self->groups, group);
  group->sources = hc_record_file_cite (fields->file, fields->record, fields->faults);
  group->form = hc_record_get (fields->record, "form", NULL);
  details = &group->details;
  details->id = hc_record_get (fields->record, "group", NULL);
  details->name = hc_care_fields_get_text (fields, "name", MAX_NAME);
  details->caregivers = get_caregivers (fields);
  details->about = hc_care_fields_get_text (fields, "about", MAX_TEXT);
  details->audience = hc_care_fields_get_text (fields, "for", MAX_LINE);
  details->privacy = hc_care_fields_get_text (fields, "privacy", MAX_LINE);
  details->cost = hc_care_fields_get_text (fields, "cost", MAX_NAME);
  details->join = hc_care_fields_get_text (fields, "join", MAX_TEXT);
  details->asks = hc_care_fields_get_text (fields, "asks", MAX_TEXT);
  details->website = hc_care_fields_get_address (fields, "website");
  details->phone = hc_care_fields_get_phone (fields, "phone");
  details->feed = hc_care_fields_get_address (fields, "feed");
  details->country = hc_care_fields_get_text (fields, "country", MAX_NAME);
  details->confirmed = hc_care_fields_get_confirmed (fields, group->sources);
  details->checked = hc_care_fields_get_date (fields, "checked");
  details->remark = hc_care_fields_get_text (fields, "remark", MAX_TEXT);

  if (!hc_support_group_form_from_string (group->form, &details->form))
    hc_care_fields_add_fault (fields, "form", "there is no form “%s”", group->form);
  ways = hc_record_get (fields->record, "ways", NULL);
  if (ways != NULL && !hc_support_group_ways_from_string (ways, &details->ways))
    hc_care_fields_add_fault (fields, "ways", "ways are of online, telephone and in-person");

  add_id (self, fields, "community", "group");
}

static void
read_guide (HcCareDraft  *self,
            HcCareFields *fields)
{
  static const HcRecordKey keys[] = {
    { "guide", TRUE, FALSE },
    { "title", TRUE, FALSE },
    { "summary", TRUE, FALSE },
    { "text", TRUE, TRUE },
    { "ask", FALSE, TRUE },
    { "link", FALSE, TRUE },
    { "from", TRUE, FALSE },
    { "checked", TRUE, FALSE },
  };
  HcCareGuideDraft *guide;

  if (!hc_record_check (fields->record, keys, G_N_ELEMENTS (keys), fields->file->file, fields->faults))
    return;

  guide = g_new0 (HcCareGuideDraft, 1);
  g_ptr_array_add (self->guides, guide);
  guide->line = fields->record->line;
  guide->file = fields->file->file;
  guide->sources = hc_record_file_cite (fields->file, fields->record, fields->faults);
  guide->details.id = hc_record_get (fields->record, "guide", NULL);
  guide->details.title = hc_care_fields_get_text (fields, "title", MAX_NAME);
  guide->details.summary = hc_care_fields_get_text (fields, "summary", MAX_LINE);
  guide->details.paragraphs = (const char *const *) hc_care_fields_get_texts (fields, "text", MAX_TEXT);
  guide->details.questions = (const char *const *) hc_care_fields_get_texts (fields, "ask", MAX_LINE);
  guide->details.links = (const char *const *) hc_care_fields_get_texts (fields, "link", MAX_LINE);
  guide->details.checked = hc_care_fields_get_date (fields, "checked");

  add_id (self, fields, "care", "guide");
}

/**
 * hc_care_reader_read:
 * @self: takes what the file says
 * @name: one of hc_care_reader_files
 * @file: (type filename): its path, for the faults; it is not opened
 * @text: what stands in it
 * @faults: takes what is wrong
 *
 * Reads a file of the care folder, after those that stand before it in hc_care_reader_files.
 */
void
hc_care_reader_read (HcCareDraft *self,
                     const char  *name,
                     const char  *file,
                     const char  *text,
                     HcFaultList *faults)
{
  static void (*const readers[]) (HcCareDraft *, HcCareFields *) = {
    read_state, read_holiday, read_center, read_helpline, read_group, read_guide
  };
  guint reader = 0;
  HcRecordFile *records;

  g_return_if_fail (self != NULL);
  g_return_if_fail (g_strv_contains (hc_care_reader_files, name));

  while (!g_str_equal (hc_care_reader_files[reader], name))
    reader++;

  records = hc_record_file_read (file, text, faults);
  g_ptr_array_add (self->files, records);

  for (guint i = 0; i < records->records->len; i++)
    readers[reader] (self, &(HcCareFields) { records, g_ptr_array_index (records->records, i), faults });

  hc_record_file_check_sources (records, faults);
}
