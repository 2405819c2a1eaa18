/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-rows.h"

#include <string.h>

/* A trial as rows of 004-trials.sql. Items of lists are lines, their parts stand between tabulators: neither
 * is part of a name, so that they become blanks there. */

static void
append_part (GString    *line,
             const char *part)
{
  for (const char *position = part != NULL ? part : ""; *position != '\0'; position++)
    g_string_append_c (line, strchr ("\n\r\t", *position) != NULL ? ' ' : *position);
}

/* Appends an item of a list that has several parts. */
static void
append_record (GString           *lines,
               guint              position,
               const char *const *parts,
               guint              n_parts)
{
  for (guint i = 0; i < n_parts; i++)
    {
      if (i > 0 || position > 0)
        g_string_append_c (lines, i > 0 ? '\t' : '\n');
      append_part (lines, parts[i]);
    }
}

static void
bind_list (HcStatement *statement,
           const char  *parameter,
           GPtrArray   *list)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      if (i > 0)
        g_string_append_c (lines, '\n');
      append_part (lines, g_ptr_array_index (list, i));
    }

  hc_statement_bind_text (statement, parameter, lines->str);
}

static void
bind_contacts (HcStatement *statement,
               GPtrArray   *contacts)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < contacts->len; i++)
    {
      const HcTrialContact *contact = g_ptr_array_index (contacts, i);
      const char *const parts[] = { contact->name, contact->role, contact->phone, contact->extension,
                                    contact->email };

      append_record (lines, i, parts, G_N_ELEMENTS (parts));
    }

  hc_statement_bind_text (statement, ":contacts", lines->str);
}

static void
bind_interventions (HcStatement *statement,
                    GPtrArray   *interventions)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < interventions->len; i++)
    {
      const HcTrialIntervention *intervention = g_ptr_array_index (interventions, i);
      const char *const parts[] = { intervention->type, intervention->name, intervention->description };

      append_record (lines, i, parts, G_N_ELEMENTS (parts));
    }

  hc_statement_bind_text (statement, ":interventions", lines->str);
}

/**
 * hc_trial_rows_bind:
 * @statement: one with a parameter for each column of trial that a #HcTrial has
 * @trial: a trial
 *
 * Binds what a trial says, but not its sites.
 */
void
hc_trial_rows_bind (HcStatement   *statement,
                    const HcTrial *trial)
{
  g_return_if_fail (statement != NULL);
  g_return_if_fail (trial != NULL);

  hc_statement_bind_text (statement, ":nct", trial->nct);
  hc_statement_bind_text (statement, ":title", trial->title);
  hc_statement_bind_text (statement, ":official_title", trial->official_title);
  hc_statement_bind_text (statement, ":acronym", trial->acronym);
  hc_statement_bind_text (statement, ":status", trial->status);
  hc_statement_bind_text (statement, ":why_stopped", trial->why_stopped);
  hc_statement_bind_text (statement, ":study_type", trial->study_type);
  bind_list (statement, ":phases", trial->phases);
  bind_list (statement, ":conditions", trial->conditions);
  bind_list (statement, ":keywords", trial->keywords);
  bind_interventions (statement, trial->interventions);
  hc_statement_bind_text (statement, ":summary", trial->summary);
  hc_statement_bind_text (statement, ":eligibility", trial->eligibility);
  hc_statement_bind_text (statement, ":sex", trial->sex);
  hc_statement_bind_int64 (statement, ":gender_based", trial->gender_based);
  hc_statement_bind_text (statement, ":minimum_age", trial->minimum_age);
  hc_statement_bind_text (statement, ":maximum_age", trial->maximum_age);
  bind_list (statement, ":age_groups", trial->age_groups);
  hc_statement_bind_text (statement, ":healthy", trial->healthy);
  hc_statement_bind_text (statement, ":sponsor", trial->sponsor);
  hc_statement_bind_int64 (statement, ":enrollment", trial->enrollment);
  hc_statement_bind_text (statement, ":start_date", trial->start_date);
  hc_statement_bind_text (statement, ":primary_completion_date", trial->primary_completion_date);
  hc_statement_bind_text (statement, ":completion_date", trial->completion_date);
  hc_statement_bind_text (statement, ":verified_date", trial->verified_date);
  hc_statement_bind_text (statement, ":updated", trial->updated);
  bind_contacts (statement, trial->contacts);
}

/**
 * hc_trial_rows_bind_site:
 * @statement: one with a parameter for each column of trial_site that a #HcTrialSite has
 * @site: a site
 *
 * Binds what a site says.
 */
void
hc_trial_rows_bind_site (HcStatement       *statement,
                         const HcTrialSite *site)
{
  g_return_if_fail (statement != NULL);
  g_return_if_fail (site != NULL);

  hc_statement_bind_text (statement, ":facility", site->facility);
  hc_statement_bind_text (statement, ":city", site->city);
  hc_statement_bind_text (statement, ":state", site->state);
  hc_statement_bind_text (statement, ":zip", site->zip);
  hc_statement_bind_text (statement, ":country", site->country);
  hc_statement_bind_text (statement, ":status", site->status);
  if (site->has_point)
    {
      hc_statement_bind_double (statement, ":latitude", site->latitude);
      hc_statement_bind_double (statement, ":longitude", site->longitude);
    }
  bind_contacts (statement, site->contacts);
}

static char *
dup_column (HcStatement *statement,
            const char  *column)
{
  const char *text = hc_statement_get_text (statement, column);

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

static char **
split (HcStatement *statement,
       const char  *column)
{
  g_autofree char *text = dup_column (statement, column);

  return g_strsplit (text != NULL ? text : "", "\n", -1);
}

static void
read_list (HcStatement *statement,
           const char  *column,
           GPtrArray   *list)
{
  g_auto (GStrv) lines = split (statement, column);

  for (guint i = 0; lines[i] != NULL; i++)
    g_ptr_array_add (list, g_strdup (lines[i]));
}

static char *
dup_part (char  **parts,
          guint   place)
{
  return g_strv_length (parts) > place && *parts[place] != '\0' ? g_strdup (parts[place]) : NULL;
}

static void
read_contacts (HcStatement *statement,
               GPtrArray   *contacts)
{
  g_auto (GStrv) lines = split (statement, "contacts");

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "\t", -1);
      HcTrialContact *contact = hc_trial_add_contact (contacts);

      contact->name = dup_part (parts, 0);
      contact->role = dup_part (parts, 1);
      contact->phone = dup_part (parts, 2);
      contact->extension = dup_part (parts, 3);
      contact->email = dup_part (parts, 4);
    }
}

static void
read_interventions (HcStatement *statement,
                    HcTrial     *trial)
{
  g_auto (GStrv) lines = split (statement, "interventions");

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "\t", -1);
      HcTrialIntervention *intervention = hc_trial_add_intervention (trial);

      intervention->type = dup_part (parts, 0);
      intervention->name = g_strdup (g_strv_length (parts) > 1 ? parts[1] : "");
      intervention->description = dup_part (parts, 2);
    }
}

/**
 * hc_trial_rows_read:
 * @statement: one at a row of trial
 *
 * Returns: (transfer full): the trial, without its sites
 */
HcTrial *
hc_trial_rows_read (HcStatement *statement)
{
  HcTrial *trial;

  g_return_val_if_fail (statement != NULL, NULL);

  trial = hc_trial_new ();
  trial->nct = dup_column (statement, "nct");
  trial->title = dup_column (statement, "title");
  trial->official_title = dup_column (statement, "official_title");
  trial->acronym = dup_column (statement, "acronym");
  trial->status = dup_column (statement, "status");
  trial->why_stopped = dup_column (statement, "why_stopped");
  trial->study_type = dup_column (statement, "study_type");
  read_list (statement, "phases", trial->phases);
  read_list (statement, "conditions", trial->conditions);
  read_list (statement, "keywords", trial->keywords);
  read_interventions (statement, trial);
  trial->summary = dup_column (statement, "summary");
  trial->eligibility = dup_column (statement, "eligibility");
  trial->sex = dup_column (statement, "sex");
  trial->gender_based = hc_statement_get_int64 (statement, "gender_based") != 0;
  trial->minimum_age = dup_column (statement, "minimum_age");
  trial->maximum_age = dup_column (statement, "maximum_age");
  read_list (statement, "age_groups", trial->age_groups);
  trial->healthy = dup_column (statement, "healthy");
  trial->sponsor = dup_column (statement, "sponsor");
  trial->enrollment = hc_statement_get_int64 (statement, "enrollment");
  trial->start_date = dup_column (statement, "start_date");
  trial->primary_completion_date = dup_column (statement, "primary_completion_date");
  trial->completion_date = dup_column (statement, "completion_date");
  trial->verified_date = dup_column (statement, "verified_date");
  trial->updated = dup_column (statement, "updated");
  read_contacts (statement, trial->contacts);

  return trial;
}

/**
 * hc_trial_rows_read_site:
 * @statement: one at a row of trial_site
 * @trial: takes the site
 */
void
hc_trial_rows_read_site (HcStatement *statement,
                         HcTrial     *trial)
{
  HcTrialSite *site;

  g_return_if_fail (statement != NULL);
  g_return_if_fail (trial != NULL);

  site = hc_trial_add_site (trial);
  site->facility = dup_column (statement, "facility");
  site->city = dup_column (statement, "city");
  site->state = dup_column (statement, "state");
  site->zip = dup_column (statement, "zip");
  site->country = dup_column (statement, "country");
  site->status = dup_column (statement, "status");
  site->has_point = !hc_statement_is_null (statement, "latitude") &&
  !hc_statement_is_null (statement, "longitude");
  if (site->has_point)
    {
      site->latitude = hc_statement_get_double (statement, "latitude");
      site->longitude = hc_statement_get_double (statement, "longitude");
    }
  read_contacts (statement, site->contacts);
}
