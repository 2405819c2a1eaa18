/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-json.h"

#include <json-glib/json-glib.h>

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *text)
{
  if (text == NULL)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_date (JsonBuilder *builder,
          const char  *name,
          const char  *date)
{
  if (date == NULL)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  add_text (builder, "date", date);
  json_builder_end_object (builder);
}

static void
add_list (JsonBuilder *builder,
          const char  *name,
          GPtrArray   *list)
{
  if (list->len == 0)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < list->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (list, i));
  json_builder_end_array (builder);
}

static void
begin (JsonBuilder *builder,
       const char  *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
}

static void
add_contacts (JsonBuilder *builder,
              const char  *name,
              GPtrArray   *contacts)
{
  if (contacts->len == 0)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < contacts->len; i++)
    {
      HcTrialContact *contact = g_ptr_array_index (contacts, i);

      json_builder_begin_object (builder);
      add_text (builder, "name", contact->name);
      add_text (builder, "role", contact->role);
      add_text (builder, "phone", contact->phone);
      add_text (builder, "phoneExt", contact->extension);
      add_text (builder, "email", contact->email);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_sites (JsonBuilder *builder,
           GPtrArray   *sites)
{
  json_builder_set_member_name (builder, "locations");
  json_builder_begin_array (builder);
  for (guint i = 0; i < sites->len; i++)
    {
      HcTrialSite *site = g_ptr_array_index (sites, i);

      json_builder_begin_object (builder);
      add_text (builder, "facility", site->facility);
      add_text (builder, "status", site->status);
      add_text (builder, "city", site->city);
      add_text (builder, "state", site->state);
      add_text (builder, "zip", site->zip);
      add_text (builder, "country", site->country);
      add_contacts (builder, "contacts", site->contacts);
      if (site->has_point)
        {
          begin (builder, "geoPoint");
          json_builder_set_member_name (builder, "lat");
          json_builder_add_double_value (builder, site->latitude);
          json_builder_set_member_name (builder, "lon");
          json_builder_add_double_value (builder, site->longitude);
          json_builder_end_object (builder);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_interventions (JsonBuilder *builder,
                   GPtrArray   *interventions)
{
  json_builder_set_member_name (builder, "interventions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < interventions->len; i++)
    {
      HcTrialIntervention *intervention = g_ptr_array_index (interventions, i);

      json_builder_begin_object (builder);
      add_text (builder, "type", intervention->type);
      add_text (builder, "name", intervention->name);
      add_text (builder, "description", intervention->description);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_status (JsonBuilder   *builder,
            const HcTrial *trial)
{
  begin (builder, "statusModule");
  add_text (builder, "overallStatus", trial->status);
  add_text (builder, "whyStopped", trial->why_stopped);
  add_text (builder, "statusVerifiedDate", trial->verified_date);
  add_date (builder, "startDateStruct", trial->start_date);
  add_date (builder, "primaryCompletionDateStruct", trial->primary_completion_date);
  add_date (builder, "completionDateStruct", trial->completion_date);
  add_date (builder, "lastUpdatePostDateStruct", trial->updated);
  json_builder_end_object (builder);
}

static void
add_eligibility (JsonBuilder   *builder,
                 const HcTrial *trial)
{
  begin (builder, "eligibilityModule");
  add_text (builder, "eligibilityCriteria", trial->eligibility);
  if (trial->healthy != NULL)
    {
      json_builder_set_member_name (builder, "healthyVolunteers");
      json_builder_add_boolean_value (builder, g_str_equal (trial->healthy, "yes"));
    }
  add_text (builder, "sex", trial->sex);
  if (trial->gender_based)
    {
      json_builder_set_member_name (builder, "genderBased");
      json_builder_add_boolean_value (builder, TRUE);
    }
  add_text (builder, "minimumAge", trial->minimum_age);
  add_text (builder, "maximumAge", trial->maximum_age);
  add_list (builder, "stdAges", trial->age_groups);
  json_builder_end_object (builder);
}

static void
add_protocol (JsonBuilder   *builder,
              const HcTrial *trial)
{
  begin (builder, "identificationModule");
  add_text (builder, "nctId", trial->nct);
  add_text (builder, "briefTitle", trial->title);
  add_text (builder, "officialTitle", trial->official_title);
  add_text (builder, "acronym", trial->acronym);
  json_builder_end_object (builder);

  add_status (builder, trial);

  begin (builder, "sponsorCollaboratorsModule");
  begin (builder, "leadSponsor");
  add_text (builder, "name", trial->sponsor);
  json_builder_end_object (builder);
  json_builder_end_object (builder);

  begin (builder, "descriptionModule");
  add_text (builder, "briefSummary", trial->summary);
  json_builder_end_object (builder);

  begin (builder, "conditionsModule");
  add_list (builder, "conditions", trial->conditions);
  add_list (builder, "keywords", trial->keywords);
  json_builder_end_object (builder);

  begin (builder, "designModule");
  add_text (builder, "studyType", trial->study_type);
  add_list (builder, "phases", trial->phases);
  if (trial->enrollment >= 0)
    {
      begin (builder, "enrollmentInfo");
      json_builder_set_member_name (builder, "count");
      json_builder_add_int_value (builder, trial->enrollment);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);

  begin (builder, "armsInterventionsModule");
  add_interventions (builder, trial->interventions);
  json_builder_end_object (builder);

  add_eligibility (builder, trial);

  begin (builder, "contactsLocationsModule");
  add_contacts (builder, "centralContacts", trial->contacts);
  add_sites (builder, trial->sites);
  json_builder_end_object (builder);
}

/**
 * hc_trial_json_print:
 * @trial: a trial
 *
 * Writes all that is known of a trial in the registry's own form, so that a copy that was saved can be read
 * for ever, by other programs as well.
 *
 * Returns: (transfer full): JSON, the same for the same trial
 */
char *
hc_trial_json_print (const HcTrial *trial)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (trial != NULL, NULL);

  builder = json_builder_new_immutable ();
  json_builder_begin_object (builder);
  begin (builder, "protocolSection");
  add_protocol (builder, trial);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}
