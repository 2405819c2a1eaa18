/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-json.h"

#include <math.h>
#include <string.h>

#include "hc-json-items.h"
#include "hc-trial-error.h"

/* The registry allows 20,000 letters for who can take part, and less for all else. Longer text is cut. */
#define MAX_TEXT (256 * 1024)

/* The most that a study has are some thousand sites. */
#define MAX_LIST 20000

/* Wrong types, missing fields and null are all the same: nothing is told. */

static JsonObject *
get_object (JsonObject *object,
            const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonArray *
get_array (JsonObject *object,
           const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static char *
dup_node (JsonNode *node)
{
  g_autofree char *text = NULL;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  text = g_strndup (json_node_get_string (node), MAX_TEXT);

  return hc_trial_clean_text (text);
}

static char *
dup_text (JsonObject *object,
          const char *name)
{
  return object != NULL ? dup_node (json_object_get_member (object, name)) : NULL;
}

static gboolean
read_number (JsonObject *object,
             const char *name,
             double     *number)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;
  GType type = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node)
  : G_TYPE_INVALID;

  if (type == G_TYPE_INT64)
    *number = (double) json_node_get_int (node);
  else if (type == G_TYPE_DOUBLE)
    *number = json_node_get_double (node);
  else
    return FALSE;

  return isfinite (*number);
}

/* Returns NULL when it is not told. */
static const char *
get_truth (JsonObject *object,
           const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return NULL;

  return json_node_get_boolean (node) ? "yes" : "no";
}

static char *
dup_date (JsonObject *object,
          const char *name)
{
  g_autofree char *date = dup_text (object, name);

  return hc_trial_date_is_valid (date) ? g_steal_pointer (&date) : NULL;
}

static void
read_list (JsonObject *object,
           const char *name,
           GPtrArray  *list)
{
  JsonArray *array = get_array (object, name);
  guint length = array != NULL ? MIN (json_array_get_length (array), MAX_LIST) : 0;

  for (guint i = 0; i < length; i++)
    {
      char *text = dup_node (json_array_get_element (array, i));

      if (text != NULL)
        g_ptr_array_add (list, text);
    }
}

typedef void (*ItemFunc) (JsonObject *item, gpointer user_data);

static void
for_each_object (JsonObject *object,
                 const char *name,
                 ItemFunc    func,
                 gpointer    user_data)
{
  JsonArray *array = get_array (object, name);
  guint length = array != NULL ? MIN (json_array_get_length (array), MAX_LIST) : 0;

  for (guint i = 0; i < length; i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (node))
        func (json_node_get_object (node), user_data);
    }
}

static void
read_contact (JsonObject *item,
              gpointer    user_data)
{
  HcTrialContact *contact = hc_trial_add_contact (user_data);

  contact->name = dup_text (item, "name");
  contact->role = dup_text (item, "role");
  contact->phone = dup_text (item, "phone");
  contact->extension = dup_text (item, "phoneExt");
  contact->email = dup_text (item, "email");
}

static void
read_site (JsonObject *item,
           gpointer    user_data)
{
  HcTrialSite *site = hc_trial_add_site (user_data);
  JsonObject *point = get_object (item, "geoPoint");

  site->facility = dup_text (item, "facility");
  site->status = dup_text (item, "status");
  site->city = dup_text (item, "city");
  site->state = dup_text (item, "state");
  site->zip = dup_text (item, "zip");
  site->country = dup_text (item, "country");
  site->has_point = read_number (point, "lat", &site->latitude) &&
  read_number (point, "lon", &site->longitude) &&
                    fabs (site->latitude) <= 90 && fabs (site->longitude) <= 180;
  if (!site->has_point)
    site->latitude = site->longitude = 0;
  for_each_object (item, "contacts", read_contact, site->contacts);
}

static void
read_intervention (JsonObject *item,
                   gpointer    user_data)
{
  g_autofree char *name = dup_text (item, "name");
  HcTrialIntervention *intervention;

  if (name == NULL)
    return;

  intervention = hc_trial_add_intervention (user_data);
  intervention->type = dup_text (item, "type");
  intervention->name = g_steal_pointer (&name);
  intervention->description = dup_text (item, "description");
}

static void
read_status (JsonObject *status,
             HcTrial    *trial)
{
  trial->status = dup_text (status, "overallStatus");
  trial->why_stopped = dup_text (status, "whyStopped");
  trial->verified_date = dup_date (status, "statusVerifiedDate");
  trial->start_date = dup_date (get_object (status, "startDateStruct"), "date");
  trial->primary_completion_date = dup_date (get_object (status, "primaryCompletionDateStruct"), "date");
  trial->completion_date = dup_date (get_object (status, "completionDateStruct"), "date");
  trial->updated = dup_date (get_object (status, "lastUpdatePostDateStruct"), "date");
  if (trial->updated == NULL)
    trial->updated = dup_date (status, "lastUpdateSubmitDate");
}

static void
read_eligibility (JsonObject *eligibility,
                  HcTrial    *trial)
{
  trial->eligibility = dup_text (eligibility, "eligibilityCriteria");
  trial->healthy = g_strdup (get_truth (eligibility, "healthyVolunteers"));
  trial->sex = dup_text (eligibility, "sex");
  trial->gender_based = g_strcmp0 (get_truth (eligibility, "genderBased"), "yes") == 0;
  trial->minimum_age = dup_text (eligibility, "minimumAge");
  trial->maximum_age = dup_text (eligibility, "maximumAge");
  read_list (eligibility, "stdAges", trial->age_groups);
}

/**
 * hc_trial_json_read_protocol:
 * @protocol: the protocol of a study
 * @error: return location for a %HC_TRIAL_ERROR
 *
 * Returns: (transfer full) (nullable): what it says; %NULL when it has no number or no title
 */
HcTrial *
hc_trial_json_read_protocol (JsonObject  *protocol,
                             GError     **error)
{
  g_autoptr (HcTrial) trial = hc_trial_new ();
  JsonObject *identification = get_object (protocol, "identificationModule");
  JsonObject *conditions = get_object (protocol, "conditionsModule");
  JsonObject *design = get_object (protocol, "designModule");
  JsonObject *places = get_object (protocol, "contactsLocationsModule");
  double number;

  g_return_val_if_fail (protocol != NULL, NULL);

  trial->nct = dup_text (identification, "nctId");
  trial->official_title = dup_text (identification, "officialTitle");
  trial->title = dup_text (identification, "briefTitle");
  if (trial->title == NULL)
    trial->title = g_strdup (trial->official_title);

  if (!hc_trial_nct_is_valid (trial->nct) || trial->title == NULL)
    {
      g_set_error_literal (error, HC_TRIAL_ERROR, HC_TRIAL_ERROR_INCOMPLETE,
                           "A study has no number or no title");
      return NULL;
    }

  trial->acronym = dup_text (identification, "acronym");
  read_status (get_object (protocol, "statusModule"), trial);
  trial->sponsor = dup_text (get_object (get_object (protocol, "sponsorCollaboratorsModule"), "leadSponsor"),
                             "name");
  trial->summary = dup_text (get_object (protocol, "descriptionModule"), "briefSummary");
  read_list (conditions, "conditions", trial->conditions);
  read_list (conditions, "keywords", trial->keywords);
  trial->study_type = dup_text (design, "studyType");
  read_list (design, "phases", trial->phases);
  if (read_number (get_object (design, "enrollmentInfo"), "count", &number) && number >= 0 &&
      number <= G_MAXINT32)
    trial->enrollment = (gint64) number;
  for_each_object (get_object (protocol, "armsInterventionsModule"), "interventions", read_intervention,
                   trial);
  read_eligibility (get_object (protocol, "eligibilityModule"), trial);
  for_each_object (places, "centralContacts", read_contact, trial->contacts);
  for_each_object (places, "locations", read_site, trial);

  return g_steal_pointer (&trial);
}

typedef struct
{
  HcTrial *trial;
  GError  *error;
} Single;

static gboolean
take_item_cb (JsonObject *protocol,
              guint       number,
              gpointer    user_data)
{
  Single *single = user_data;

  if (single->trial == NULL && single->error == NULL)
    single->trial = hc_trial_json_read_protocol (protocol, &single->error);

  return single->trial != NULL;
}

static gboolean
take_fault_cb (const GError *error,
               guint         number,
               gpointer      user_data)
{
  Single *single = user_data;

  if (single->error == NULL)
    single->error = hc_trial_error_from_json (error);

  return FALSE;
}

/**
 * hc_trial_json_read:
 * @json: a study, as hc_trial_json_print() or the registry writes it, trusted in nothing
 * @error: return location for a %HC_TRIAL_ERROR
 *
 * Returns: (transfer full) (nullable): the trial
 */
HcTrial *
hc_trial_json_read (const char  *json,
                    GError     **error)
{
  static const HcJsonItemsFuncs funcs = { take_item_cb, take_fault_cb };
  Single single = { NULL, NULL };
  g_autoptr (HcJsonItems) items = NULL;
  g_autoptr (GError) problem = NULL;

  g_return_val_if_fail (json != NULL, NULL);

  items = hc_json_items_new (HC_TRIAL_JSON_LIST, HC_TRIAL_JSON_PROTOCOL, &funcs, &single);
  if (hc_json_items_feed (items, json, strlen (json), &problem) && hc_json_items_finish (items, &problem) &&
      single.trial == NULL && single.error == NULL)
    single.error = g_error_new_literal (HC_TRIAL_ERROR, HC_TRIAL_ERROR_NOT_TRIALS, "There is no study");

  if (single.error == NULL && problem != NULL)
    single.error = hc_trial_error_from_json (problem);

  if (single.error != NULL)
    {
      g_clear_pointer (&single.trial, hc_trial_free);
      g_propagate_error (error, single.error);
    }

  return single.trial;
}
