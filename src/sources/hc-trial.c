/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial.h"

#include <glib/gi18n.h>
#include <string.h>

static const struct {
  HcTrialStatus  status;
  const char    *word;
  const char    *words;
} statuses[] = {
  { HC_TRIAL_RECRUITING, "RECRUITING", N_("Recruiting") },
  { HC_TRIAL_NOT_YET_RECRUITING, "NOT_YET_RECRUITING", N_("Not yet recruiting") },
  { HC_TRIAL_ENROLLING_BY_INVITATION, "ENROLLING_BY_INVITATION", N_("By invitation only") },
  { HC_TRIAL_ACTIVE_NOT_RECRUITING, "ACTIVE_NOT_RECRUITING", N_("Going on, takes no new people") },
  { HC_TRIAL_SUSPENDED, "SUSPENDED", N_("Paused") },
  { HC_TRIAL_COMPLETED, "COMPLETED", N_("Completed") },
  { HC_TRIAL_TERMINATED, "TERMINATED", N_("Ended early") },
  { HC_TRIAL_WITHDRAWN, "WITHDRAWN", N_("Given up before it began") },
  { HC_TRIAL_AVAILABLE, "AVAILABLE", N_("Available outside of a trial") },
  { HC_TRIAL_NO_LONGER_AVAILABLE, "NO_LONGER_AVAILABLE", N_("No longer available") },
  { HC_TRIAL_TEMPORARILY_NOT_AVAILABLE, "TEMPORARILY_NOT_AVAILABLE", N_("Not available for a time") },
  { HC_TRIAL_APPROVED_FOR_MARKETING, "APPROVED_FOR_MARKETING", N_("Approved, can be prescribed") },
  { HC_TRIAL_WITHHELD, "WITHHELD", N_("Not told by the sponsor") },
  { HC_TRIAL_UNKNOWN, "UNKNOWN", N_("Not confirmed for a long time") },
};

/**
 * hc_trial_status_from_string:
 * @word: (nullable): a word of the registry, or anything
 *
 * Returns: what it means
 */
HcTrialStatus
hc_trial_status_from_string (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (g_strcmp0 (word, statuses[i].word) == 0)
      return statuses[i].status;

  return HC_TRIAL_STATUS_NOT_TOLD;
}

/**
 * hc_trial_status_to_words:
 * @status: a status
 *
 * Returns: (transfer none): what a person is shown
 */
const char *
hc_trial_status_to_words (HcTrialStatus status)
{
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (statuses[i].status == status)
      return _(statuses[i].words);

  return _("Status not told");
}

static void
contact_free (HcTrialContact *self)
{
  g_free (self->name);
  g_free (self->role);
  g_free (self->phone);
  g_free (self->extension);
  g_free (self->email);
  g_free (self);
}

static void
site_free (HcTrialSite *self)
{
  g_free (self->facility);
  g_free (self->city);
  g_free (self->state);
  g_free (self->zip);
  g_free (self->country);
  g_free (self->status);
  g_ptr_array_unref (self->contacts);
  g_free (self);
}

static void
intervention_free (HcTrialIntervention *self)
{
  g_free (self->type);
  g_free (self->name);
  g_free (self->description);
  g_free (self);
}

/**
 * hc_trial_new:
 *
 * Returns: (transfer full): a trial that says nothing yet
 */
HcTrial *
hc_trial_new (void)
{
  HcTrial *self = g_new0 (HcTrial, 1);

  self->phases = g_ptr_array_new_with_free_func (g_free);
  self->conditions = g_ptr_array_new_with_free_func (g_free);
  self->keywords = g_ptr_array_new_with_free_func (g_free);
  self->interventions = g_ptr_array_new_with_free_func ((GDestroyNotify) intervention_free);
  self->age_groups = g_ptr_array_new_with_free_func (g_free);
  self->contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) contact_free);
  self->sites = g_ptr_array_new_with_free_func ((GDestroyNotify) site_free);
  self->enrollment = -1;

  return self;
}

/**
 * hc_trial_free:
 * @self: (transfer full) (nullable): a trial
 */
void
hc_trial_free (HcTrial *self)
{
  if (self == NULL)
    return;

  g_free (self->nct);
  g_free (self->title);
  g_free (self->official_title);
  g_free (self->acronym);
  g_free (self->status);
  g_free (self->why_stopped);
  g_free (self->study_type);
  g_ptr_array_unref (self->phases);
  g_ptr_array_unref (self->conditions);
  g_ptr_array_unref (self->keywords);
  g_ptr_array_unref (self->interventions);
  g_free (self->summary);
  g_free (self->eligibility);
  g_free (self->sex);
  g_free (self->minimum_age);
  g_free (self->maximum_age);
  g_ptr_array_unref (self->age_groups);
  g_free (self->healthy);
  g_free (self->sponsor);
  g_free (self->start_date);
  g_free (self->primary_completion_date);
  g_free (self->completion_date);
  g_free (self->verified_date);
  g_free (self->updated);
  g_ptr_array_unref (self->contacts);
  g_ptr_array_unref (self->sites);
  g_free (self);
}

/**
 * hc_trial_add_contact:
 * @contacts: (element-type HcTrialContact): the contacts of a trial or of a site
 *
 * Returns: (transfer none): a new one at their end
 */
HcTrialContact *
hc_trial_add_contact (GPtrArray *contacts)
{
  HcTrialContact *contact = g_new0 (HcTrialContact, 1);

  g_ptr_array_add (contacts, contact);

  return contact;
}

/**
 * hc_trial_add_site:
 * @self: a trial
 *
 * Returns: (transfer none): a new site at the end of its sites
 */
HcTrialSite *
hc_trial_add_site (HcTrial *self)
{
  HcTrialSite *site = g_new0 (HcTrialSite, 1);

  site->contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) contact_free);
  g_ptr_array_add (self->sites, site);

  return site;
}

/**
 * hc_trial_add_intervention:
 * @self: a trial
 *
 * Returns: (transfer none): a new intervention at the end of the others
 */
HcTrialIntervention *
hc_trial_add_intervention (HcTrial *self)
{
  HcTrialIntervention *intervention = g_new0 (HcTrialIntervention, 1);

  g_ptr_array_add (self->interventions, intervention);

  return intervention;
}

/**
 * hc_trial_get_status:
 * @self: a trial
 *
 * Returns: its status
 */
HcTrialStatus
hc_trial_get_status (const HcTrial *self)
{
  g_return_val_if_fail (self != NULL, HC_TRIAL_STATUS_NOT_TOLD);

  return hc_trial_status_from_string (self->status);
}

/**
 * hc_trial_dup_uri:
 * @nct: the number of a trial
 *
 * Returns: (transfer full): the address of its page in the registry
 */
char *
hc_trial_dup_uri (const char *nct)
{
  g_return_val_if_fail (nct != NULL, NULL);

  return g_strconcat ("https://clinicaltrials.gov/study/", nct, NULL);
}

static const char *
phase_to_words (const char *phase)
{
  static const struct {
    const char *phase;
    const char *words;
  } phases[] = {
    { "EARLY_PHASE1", N_("Early phase 1") },
    { "PHASE1", N_("Phase 1") },
    { "PHASE2", N_("Phase 2") },
    { "PHASE3", N_("Phase 3") },
    { "PHASE4", N_("Phase 4") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (phases); i++)
    if (g_str_equal (phase, phases[i].phase))
      return _(phases[i].words);

  return NULL;
}

/**
 * hc_trial_dup_phase_words:
 * @self: a trial
 *
 * Returns: (transfer full) (nullable): its phases as a person is shown them, `Phase 1, Phase 2`; %NULL when
 *   it has none
 */
char *
hc_trial_dup_phase_words (const HcTrial *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->phases->len; i++)
    {
      const char *phase = phase_to_words (g_ptr_array_index (self->phases, i));

      if (phase != NULL)
        g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", phase);
    }

  return words->len > 0 ? g_string_free_and_steal (g_steal_pointer (&words)) : NULL;
}

/**
 * hc_trial_site_dup_place:
 * @site: a site
 *
 * Returns: (transfer full): where it is, in a line; empty when it is not told
 */
char *
hc_trial_site_dup_place (const HcTrialSite *site)
{
  g_autoptr (GStrvBuilder) parts = NULL;
  g_auto (GStrv) strings = NULL;

  g_return_val_if_fail (site != NULL, NULL);

  parts = g_strv_builder_new ();
  for (guint i = 0; i < 3; i++)
    {
      const char *part = i == 0 ? site->city : i == 1 ? site->state : site->country;

      if (part != NULL && *part != '\0')
        g_strv_builder_add (parts, part);
    }
  strings = g_strv_builder_end (parts);

  return g_strjoinv (", ", strings);
}

/**
 * hc_trial_nct_is_valid:
 * @nct: (nullable): anything
 *
 * Returns: whether it is the number of a trial: `NCT` and eight digits
 */
gboolean
hc_trial_nct_is_valid (const char *nct)
{
  return nct != NULL && strlen (nct) == 11 && g_str_has_prefix (nct, "NCT") &&
  strspn (nct + 3, "0123456789") == 8;
}

/**
 * hc_trial_clean_text:
 * @text: what somebody wrote, trusted in nothing
 *
 * Returns: (transfer full) (nullable): it as valid UTF-8, with blanks for the control characters that no text has and
 *   none around it; %NULL when it says nothing
 */
char *
hc_trial_clean_text (const char *text)
{
  g_autofree char *clean = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  clean = g_utf8_make_valid (text, -1);
  for (char *position = clean; *position != '\0'; position++)
    if ((guchar) *position < ' ' && *position != '\n' && *position != '\t' && *position != '\r')
      *position = ' ';
  g_strstrip (clean);

  return *clean != '\0' ? g_steal_pointer (&clean) : NULL;
}

/**
 * hc_trial_age_parse:
 * @text: (nullable): an age of the registry, `18 Years` for example, or anything
 * @years: (out): how many years that is, a part of one for shorter times
 *
 * Returns: whether it is an age
 */
gboolean
hc_trial_age_parse (const char *text,
                    double     *years)
{
  static const struct {
    const char *unit;
    double      years;
  } units[] = {
    { " Year", 1 }, { " Month", 1.0 / 12 }, { " Week", 7 / 365.25 }, { " Day", 1 / 365.25 },
    { " Hour", 1 / 365.25 / 24 }, { " Minute", 1 / 365.25 / 24 / 60 },
  };
  char *end = NULL;
  guint64 number;

  g_return_val_if_fail (years != NULL, FALSE);

  if (text == NULL || !g_ascii_isdigit (*text))
    return FALSE;

  number = g_ascii_strtoull (text, &end, 10);
  if (number > 1000000)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      gsize length = strlen (units[i].unit);

      if (strncmp (end, units[i].unit, length) == 0 && (end[length] == '\0' ||
                                                        g_str_equal (end + length, "s")))
        {
          *years = (double) number * units[i].years;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * hc_trial_date_is_valid:
 * @text: (nullable): anything
 *
 * Returns: whether it is a date as the registry writes it: a year, a month or a day, `2024`, `2024-05`,
 *   `2024-05-31`
 */
gboolean
hc_trial_date_is_valid (const char *text)
{
  static const char pattern[] = "0000-00-00";
  gsize length = text != NULL ? strlen (text) : 0;
  int year, month = 1, day = 1;

  if (length != 4 && length != 7 && length != 10)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    if (pattern[i] == '-' ? text[i] != '-' : !g_ascii_isdigit (text[i]))
      return FALSE;

  year = (int) g_ascii_strtoll (text, NULL, 10);
  if (length >= 7)
    month = (int) g_ascii_strtoll (text + 5, NULL, 10);
  if (length == 10)
    day = (int) g_ascii_strtoll (text + 8, NULL, 10);

  return g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}
