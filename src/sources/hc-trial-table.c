/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-table.h"

#include <string.h>

/* The columns that are read, by the names that they have in the registry's download. */
enum {
  NCT_NUMBER,
  STUDY_TITLE,
  ACRONYM,
  STUDY_STATUS,
  BRIEF_SUMMARY,
  CONDITIONS,
  INTERVENTIONS,
  SPONSOR,
  SEX,
  AGE,
  PHASES,
  ENROLLMENT,
  STUDY_TYPE,
  START_DATE,
  PRIMARY_COMPLETION_DATE,
  COMPLETION_DATE,
  LAST_UPDATE_POSTED,
  LOCATIONS,
  N_COLUMNS,
};

static const char *const names[N_COLUMNS] = {
  "NCT Number", "Study Title", "Acronym", "Study Status", "Brief Summary", "Conditions", "Interventions",
  "Sponsor", "Sex", "Age", "Phases", "Enrollment", "Study Type", "Start Date", "Primary Completion Date",
  "Completion Date", "Last Update Posted", "Locations",
};

struct _HcTrialTable
{
  int   places[N_COLUMNS]; /* -1: the table has no such column */
  guint n_fields;
};

/**
 * hc_trial_table_new:
 * @header: the first row
 * @error: return location for a %HC_TRIAL_ERROR
 *
 * Returns: (transfer full) (nullable): what reads the other rows; %NULL when it is another table
 */
HcTrialTable *
hc_trial_table_new (const HcCsvRow  *header,
                    GError         **error)
{
  g_autoptr (HcTrialTable) self = g_new0 (HcTrialTable, 1);

  g_return_val_if_fail (header != NULL, NULL);

  self->n_fields = header->n_fields;

  for (guint column = 0; column < N_COLUMNS; column++)
    {
      self->places[column] = -1;
      for (guint i = 0; header->fields != NULL && i < header->n_fields && self->places[column] < 0; i++)
        if (g_ascii_strcasecmp (g_strstrip (header->fields[i]), names[column]) == 0)
          self->places[column] = (int) i;
    }

  if (self->places[NCT_NUMBER] < 0 || self->places[STUDY_TITLE] < 0)
    {
      g_set_error_literal (error, HC_TRIAL_ERROR, HC_TRIAL_ERROR_WRONG_HEADER,
                           "The table has no columns \"NCT Number\" and \"Study Title\"");
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * hc_trial_table_free:
 * @self: (transfer full) (nullable): a table
 */
void
hc_trial_table_free (HcTrialTable *self)
{
  g_free (self);
}

static char *
dup_field (HcTrialTable   *self,
           const HcCsvRow *row,
           guint           column)
{
  int place = self->places[column];

  return place >= 0 ? hc_trial_clean_text (row->fields[place]) : NULL;
}

static char *
dup_date (HcTrialTable   *self,
          const HcCsvRow *row,
          guint           column)
{
  g_autofree char *date = dup_field (self, row, column);

  return hc_trial_date_is_valid (date) ? g_steal_pointer (&date) : NULL;
}

static char **
split_field (HcTrialTable   *self,
             const HcCsvRow *row,
             guint           column,
             const char     *separator)
{
  g_autofree char *text = dup_field (self, row, column);

  return g_strsplit (text != NULL ? text : "", separator, -1);
}

static void
read_list (HcTrialTable   *self,
           const HcCsvRow *row,
           guint           column,
           const char     *separator,
           GPtrArray      *list)
{
  g_auto (GStrv) parts = split_field (self, row, column, separator);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_strstrip (parts[i]);
      if (*parts[i] != '\0')
        g_ptr_array_add (list, g_strdup (parts[i]));
    }
}

/* `DRUG: Docetaxel`. */
static void
read_interventions (HcTrialTable   *self,
                    const HcCsvRow *row,
                    HcTrial        *trial)
{
  g_auto (GStrv) parts = split_field (self, row, INTERVENTIONS, "|");

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *colon = strstr (parts[i], ": ");
      gboolean has_type = colon != NULL && colon > parts[i] &&
        strspn (parts[i], "ABCDEFGHIJKLMNOPQRSTUVWXYZ_") == (gsize) (colon - parts[i]);
      g_autofree char *name = g_strdup (has_type ? colon + 2 : parts[i]);
      HcTrialIntervention *intervention;

      if (*g_strstrip (name) == '\0')
        continue;

      intervention = hc_trial_add_intervention (trial);
      intervention->type = has_type ? g_strndup (parts[i], (gsize) (colon - parts[i])) : NULL;
      intervention->name = g_steal_pointer (&name);
    }
}

static gboolean
is_us_zip (const char *text)
{
  gsize digits = strspn (text, "0123456789");

  return digits == 5 && (text[5] == '\0' || (text[5] == '-' && strspn (text + 6, "0123456789") == 4 &&
                                             strlen (text) == 10));
}

/* `Name of the hospital, City, State, 12345, United States`. The name may have commas, and what is not known
 * is left out, so that only an address in the United States with its zip code can be told apart. Of others
 * the country is known; the rest stays as it is. */
static void
read_site (const char *text,
           HcTrial    *trial)
{
  g_auto (GStrv) parts = g_strsplit (text, ", ", -1);
  guint n = g_strv_length (parts);
  guint n_rest = n;
  g_autoptr (GString) facility = g_string_new (NULL);
  HcTrialSite *site;

  if (n == 0)
    return;

  for (guint i = 0; i < n; i++)
    g_strstrip (parts[i]);

  site = hc_trial_add_site (trial);

  if (n >= 4 && g_str_equal (parts[n - 1], "United States") && is_us_zip (parts[n - 2]))
    {
      site->zip = g_strdup (parts[n - 2]);
      site->state = *parts[n - 3] != '\0' ? g_strdup (parts[n - 3]) : NULL;
      site->city = *parts[n - 4] != '\0' ? g_strdup (parts[n - 4]) : NULL;
      n_rest = n - 4;
    }
  else if (n >= 2)
    {
      n_rest = n - 1;
    }

  if (n_rest < n && *parts[n - 1] != '\0')
    site->country = g_strdup (parts[n - 1]);

  for (guint i = 0; i < n_rest; i++)
    g_string_append_printf (facility, "%s%s", i > 0 ? ", " : "", parts[i]);

  if (strspn (facility->str, ", ") < facility->len)
    site->facility = g_string_free_and_steal (g_steal_pointer (&facility));
}

/**
 * hc_trial_table_read_row:
 * @self: a table
 * @row: a row that is not faulty
 * @error: return location for a %HC_TRIAL_ERROR
 *
 * Reads a row. The table does not have who can take part, nor whom to ask.
 *
 * Returns: (transfer full) (nullable): the trial
 */
HcTrial *
hc_trial_table_read_row (HcTrialTable    *self,
                         const HcCsvRow  *row,
                         GError         **error)
{
  g_autoptr (HcTrial) trial = NULL;
  g_auto (GStrv) sites = NULL;
  g_autofree char *enrollment = NULL;
  guint64 number;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (row != NULL && row->fields != NULL, NULL);

  if (row->n_fields != self->n_fields)
    {
      g_set_error (error, HC_TRIAL_ERROR, HC_TRIAL_ERROR_WRONG_ROW,
                   "The row has %u fields, the first line %u",
                   row->n_fields, self->n_fields);
      return NULL;
    }

  trial = hc_trial_new ();
  trial->nct = dup_field (self, row, NCT_NUMBER);
  trial->title = dup_field (self, row, STUDY_TITLE);

  if (!hc_trial_nct_is_valid (trial->nct) || trial->title == NULL)
    {
      g_set_error_literal (error, HC_TRIAL_ERROR, HC_TRIAL_ERROR_INCOMPLETE,
                           "The row has no number or no title");
      return NULL;
    }

  trial->acronym = dup_field (self, row, ACRONYM);
  trial->status = dup_field (self, row, STUDY_STATUS);
  trial->summary = dup_field (self, row, BRIEF_SUMMARY);
  trial->sponsor = dup_field (self, row, SPONSOR);
  trial->sex = dup_field (self, row, SEX);
  trial->study_type = dup_field (self, row, STUDY_TYPE);
  read_list (self, row, CONDITIONS, "|", trial->conditions);
  read_list (self, row, PHASES, "|", trial->phases);
  read_list (self, row, AGE, ",", trial->age_groups);
  read_interventions (self, row, trial);

  enrollment = dup_field (self, row, ENROLLMENT);
  if (enrollment != NULL && g_ascii_string_to_unsigned (enrollment, 10, 0, G_MAXINT32, &number, NULL))
    trial->enrollment = (gint64) number;

  trial->start_date = dup_date (self, row, START_DATE);
  trial->primary_completion_date = dup_date (self, row, PRIMARY_COMPLETION_DATE);
  trial->completion_date = dup_date (self, row, COMPLETION_DATE);
  trial->updated = dup_date (self, row, LAST_UPDATE_POSTED);

  sites = split_field (self, row, LOCATIONS, "|");
  for (guint i = 0; sites[i] != NULL; i++)
    read_site (g_strstrip (sites[i]), trial);

  return g_steal_pointer (&trial);
}
