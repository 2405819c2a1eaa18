/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-matcher.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hc-pattern.h"
#include "hc-trial-matcher-private.h"
#include "hc-trial-place.h"

/* A sentence with fewer words says one thing. */
#define MAX_CLEAR_WORDS 15

/* A trial does not fit only where one of its fields (age, sex, status) or a clear sentence says so. A
 * sentence is clear when it is short and has none of the words that make exceptions. All else is a question.
 * */

/* Finds the names of medicines in what a person wrote of their treatment, by how such names end. */
static GPtrArray *
find_medicines (const char *treatment)
{
  g_autoptr (GRegex) name = hc_pattern_compile ("\\b\\w+(?:platin|tecan|citabine|uracil|mab|nib|parib|afenib|"
                                                "idine)\\b|"
                                                "\\b(?:folf|fol[fi]|cape?o|xelo)\\w+\\b");
  g_autoptr (GMatchInfo) info = NULL;
  GPtrArray *medicines = g_ptr_array_new_with_free_func (g_free);

  for (g_regex_match (name, treatment, 0, &info); g_match_info_matches (info); g_match_info_next (info, NULL))
    {
      g_autofree char *found = g_match_info_fetch (info, 0);
      gboolean is_known = FALSE;

      /* Somebody who had a medicine twice is asked once. */
      for (guint i = 0; i < medicines->len && !is_known; i++)
        is_known = g_ascii_strcasecmp (g_ptr_array_index (medicines, i), found) == 0;
      if (!is_known)
        g_ptr_array_add (medicines, g_steal_pointer (&found));
    }

  return medicines;
}

static GPtrArray *
compile_medicines (GPtrArray *medicines)
{
  GPtrArray *regexes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_regex_unref);

  for (guint i = 0; i < medicines->len; i++)
    {
      g_autofree char *escaped = g_regex_escape_string (g_ptr_array_index (medicines, i), -1);
      g_autofree char *pattern = g_strdup_printf ("\\b%s\\b", escaped);

      g_ptr_array_add (regexes, hc_pattern_compile (pattern));
    }

  return regexes;
}

/**
 * hc_trial_matcher_new:
 * @patient: what is known of a person, copied
 *
 * Returns: (transfer full): what compares trials with them, for one thread
 */
HcTrialMatcher *
hc_trial_matcher_new (const HcTrialPatient *patient)
{
  HcTrialMatcher *self;

  g_return_val_if_fail (patient != NULL, NULL);

  self = g_new0 (HcTrialMatcher, 1);
  self->patient = *patient;
  self->patient.site = g_strdup (patient->site);
  self->patient.stage = g_strdup (patient->stage);
  self->patient.biomarkers = g_strdup (patient->biomarkers);
  self->patient.treatment = g_utf8_make_valid (patient->treatment != NULL ? patient->treatment : "", -1);
  self->patient.sex = g_strdup (patient->sex);

  self->markers = hc_trial_markers_of_person (patient->biomarkers);
  self->stage = hc_trial_stages_of_person (patient->stage);
  self->medicines = find_medicines (self->patient.treatment);
  self->medicine_regexes = compile_medicines (self->medicines);
  self->finder = hc_trial_markers_new ();
  self->stages = hc_trial_stages_new ();
  self->colorectal = hc_pattern_compile ("\\bcolo-?rectal|\\blarge bowel|\\bbowel cancer|\\bCRC\\b|\\bmCRC\\b");
  self->colon = hc_pattern_compile ("\\bcolon(?:ic)?\\b");
  self->rectal = hc_pattern_compile ("\\brect(?:al|um)\\b");
  self->solid = hc_pattern_compile ("\\bsolid (?:tumou?r|cancer|malignan|neoplasm)");
  self->unclear = hc_pattern_compile ("\\b(?:or|unless|except\\w*|if|may|cohort\\w*|arm|arms|part|phase|allowed|"
                                      "permitted|prior|previous\\w*|other than|who have|only|group)\\b");
  self->groups = hc_pattern_compile ("\\b(?:cohorts?|arms?|sub-?stud(?:y|ies)|expansion|"
                                     "(?:parts?|groups?|strat(?:um|a)|steps?) (?:[A-E]|[0-9]|I{1,3}|one|two))\\b");
  self->untreated = hc_pattern_compile ("\\b(?:previously untreated|treatment[- ]na(?:i|ï)ve|"
                                        "chemo(?:therapy)?[- ]na(?:i|ï)ve|"
                                        "(?:no|not received|without) (?:any )?(?:prior|previous) "
                                        "(?:systemic |anti-?cancer |anti-?tumou?r )*"
                                        "(?:therapy|treatment|chemotherapy|immunotherapy))");
  self->treated = hc_pattern_compile ("\\b(?:refractory|progress\\w* (?:on|after|following|during|despite)|"
                                      "failure of|failed|at least (?:one|two|1|2) (?:prior|previous)|"
                                      "previously treated|pre-?treated|intoleran\\w+ (?:to|of))\\b");

  return self;
}

/**
 * hc_trial_matcher_free:
 * @self: (transfer full) (nullable): a matcher
 */
void
hc_trial_matcher_free (HcTrialMatcher *self)
{
  if (self == NULL)
    return;

  g_free ((char *) self->patient.site);
  g_free ((char *) self->patient.stage);
  g_free ((char *) self->patient.biomarkers);
  g_free ((char *) self->patient.treatment);
  g_free ((char *) self->patient.sex);
  g_ptr_array_unref (self->medicines);
  g_ptr_array_unref (self->medicine_regexes);
  hc_trial_markers_free (self->finder);
  hc_trial_stages_free (self->stages);
  g_regex_unref (self->colorectal);
  g_regex_unref (self->colon);
  g_regex_unref (self->rectal);
  g_regex_unref (self->solid);
  g_regex_unref (self->unclear);
  g_regex_unref (self->groups);
  g_regex_unref (self->untreated);
  g_regex_unref (self->treated);
  g_free (self);
}

/* Adds a reason; @words is taken over. */
void
_hc_trial_run_take (HcTrialRun        *run,
                    HcTrialReasonKind  kind,
                    char              *words,
                    const char        *quote)
{
  _hc_trial_match_take (run->match, kind, words, quote);
}

/* Adds a reason. */
void
_hc_trial_run_add (HcTrialRun        *run,
                   HcTrialReasonKind  kind,
                   const char        *words,
                   const char        *quote)
{
  _hc_trial_run_take (run, kind, g_strdup (words), quote);
}

/* Whether an item says one thing without exceptions. One below another holds only where that one does. */
gboolean
_hc_trial_run_is_clear (HcTrialMatcher          *self,
                        HcTrialRun              *run,
                        const HcEligibilityPart *part)
{
  g_auto (GStrv) words = g_strsplit_set (part->text, " \n\t", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n += *words[i] != '\0';

  return !run->has_groups && part->is_item && part->depth == 0 && part->kind != HC_ELIGIBILITY_OTHER &&
         n <= MAX_CLEAR_WORDS && !g_regex_match (self->unclear, part->text, 0, NULL);
}

/* Finds the first part that a pattern matches, the title first. */
static const char *
find_part (HcTrialRun *run,
           GRegex     *regex)
{
  if (g_regex_match (regex, run->trial->title, 0, NULL))
    return run->trial->title;

  /* Most texts do not have it at all. */
  if (run->trial->eligibility == NULL || !g_regex_match (regex, run->trial->eligibility, 0, NULL))
    return NULL;

  for (guint i = 0; i < run->parts->len; i++)
    {
      const HcEligibilityPart *part = g_ptr_array_index (run->parts, i);

      if (part->kind == HC_ELIGIBILITY_INCLUSION && g_regex_match (regex, part->text, 0, NULL))
        return part->text;
    }

  return NULL;
}

static void
check_treatment (HcTrialMatcher *self,
                 HcTrialRun     *run)
{
  gboolean is_told = *self->patient.treatment != '\0';
  const char *untreated = find_part (run, self->untreated), *treated = find_part (run, self->treated);

  if (untreated != NULL)
    _hc_trial_run_add (run, HC_TRIAL_REASON_ASK,
                       is_told
                       ? _("The trial asks for people without certain treatment before. Does yours count?")
                       : _("The trial asks for people without certain treatment before. Did you have any?"),
                       untreated);
  if (treated != NULL)
    _hc_trial_run_add (run, HC_TRIAL_REASON_ASK,
                       _("The trial asks for people who had certain treatment before. Does yours count?"), treated);

  for (guint i = 0; i < self->medicines->len; i++)
    {
      const char *medicine = g_ptr_array_index (self->medicines, i);
      GRegex *regex = g_ptr_array_index (self->medicine_regexes, i);
      gboolean found = run->trial->eligibility == NULL || !g_regex_match (regex, run->trial->eligibility, 0,
                                                                          NULL);

      for (guint j = 0; j < run->parts->len && !found; j++)
        {
          const HcEligibilityPart *part = g_ptr_array_index (run->parts, j);

          found = part->kind == HC_ELIGIBILITY_EXCLUSION && g_regex_match (regex, part->text, 0, NULL);
          if (found)
            /* Translators: %s is the name of a medicine. */
            _hc_trial_run_take (run, HC_TRIAL_REASON_ASK,
                                g_strdup_printf (_("The list of who cannot take part speaks of %s, which you "
                                                   "wrote of. Are you meant?"), medicine), part->text);
        }
    }
}

static void
find_place (HcTrialMatcher *self,
            HcTrialRun     *run)
{
  const HcTrialSite *site;
  g_autofree char *place = NULL;
  double distance;

  if (!self->patient.has_place)
    return;

  site = hc_trial_find_nearest (run->trial, self->patient.latitude, self->patient.longitude, &distance);
  if (site == NULL)
    return;

  place = hc_trial_site_dup_place (site);
  _hc_trial_match_set_place (run->match, distance,
                             site->facility == NULL ? g_strdup (place)
                             : g_strdup_printf ("%s%s%s", site->facility, *place != '\0' ? ", " : "", place));
}

static void
append (GString    *about,
        const char *text)
{
  if (text != NULL)
    g_string_append_printf (about, "%s\n", text);
}

/**
 * hc_trial_matcher_run:
 * @self: a matcher
 * @trial: a trial
 * @is_listed: whether the trial was in the last list of the registry, see hc_trial_store_for_each()
 *
 * Compares a trial with the person. What is not known is a question, never a reason against the trial.
 *
 * Returns: (transfer full): how it fits
 */
HcTrialMatch *
hc_trial_matcher_run (HcTrialMatcher *self,
                      const HcTrial  *trial,
                      gboolean        is_listed)
{
  g_autoptr (GString) about = g_string_new (NULL);
  g_autoptr (GPtrArray) parts = NULL;
  HcTrialRun run = { .trial = trial };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (trial != NULL && trial->nct != NULL && trial->title != NULL, NULL);

  append (about, trial->title);
  append (about, trial->official_title);
  for (guint i = 0; i < trial->conditions->len; i++)
    append (about, g_ptr_array_index (trial->conditions, i));
  for (guint i = 0; i < trial->keywords->len; i++)
    append (about, g_ptr_array_index (trial->keywords, i));

  parts = hc_eligibility_text_split (trial->eligibility);
  run.match = _hc_trial_match_new (trial);
  run.about = about;
  run.parts = parts;
  run.has_groups = trial->eligibility != NULL && g_regex_match (self->groups, trial->eligibility, 0, NULL);

  _hc_trial_run_check_fields (self, &run, is_listed);
  _hc_trial_run_check_cancer (self, &run);
  _hc_trial_run_check_markers (self, &run);
  check_treatment (self, &run);
  find_place (self, &run);

  if (trial->eligibility == NULL)
    _hc_trial_run_add (&run, HC_TRIAL_REASON_ASK,
                       _("The file does not say who can take part. Look at the page of the trial."), NULL);

  return run.match;
}
