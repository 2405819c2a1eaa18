/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-matcher-private.h"

#include <glib/gi18n.h>

/* Which cancer a trial is about, and how far it may have come. */

static void
check_site (HcTrialMatcher *self,
            HcTrialRun     *run)
{
  const char *about = run->about->str;
  gboolean is_both = g_regex_match (self->colorectal, about, 0, NULL);
  gboolean is_colon = g_regex_match (self->colon, about, 0, NULL);
  gboolean is_rectal = g_regex_match (self->rectal, about, 0, NULL);
  gboolean has_rectal = g_strcmp0 (self->patient.site, "rectal") == 0;
  gboolean has_colon = g_strcmp0 (self->patient.site, "colon") == 0;

  if (is_both || (is_colon && is_rectal))
    _hc_trial_run_add (run, HC_TRIAL_REASON_FITS, _("The trial is about colorectal cancer."), NULL);
  else if (is_rectal && has_rectal)
    _hc_trial_run_add (run, HC_TRIAL_REASON_FITS, _("The trial is about rectal cancer."), NULL);
  else if (is_colon && has_colon)
    _hc_trial_run_add (run, HC_TRIAL_REASON_FITS, _("The trial is about colon cancer."), NULL);
  else if (is_rectal)
    _hc_trial_run_add (run, HC_TRIAL_REASON_ASK, _("The trial names rectal cancer. Is yours meant?"), NULL);
  else if (is_colon)
    _hc_trial_run_add (run, HC_TRIAL_REASON_ASK, _("The trial names colon cancer. Is yours meant?"), NULL);
  else if (g_regex_match (self->solid, about, 0, NULL))
    _hc_trial_run_add (run, HC_TRIAL_REASON_ASK,
                       _("The trial is about solid tumors of several kinds. Is colorectal cancer one of "
                                     "them?"), NULL);
  else
    _hc_trial_run_add (run, HC_TRIAL_REASON_ASK,
                       _("The trial does not name colon or rectal cancer. Is yours meant?"), NULL);
}

/* The stages that the titles and the conditions name, of colorectal cancer where other cancers are named as
 * well. */
static guint
find_stages (HcTrialMatcher *self,
             HcTrialRun     *run)
{
  guint stages = hc_trial_stages_find (self->stages, run->trial->title) |
                 hc_trial_stages_find (self->stages, run->trial->official_title);

  for (guint i = 0; i < run->trial->conditions->len; i++)
    {
      const char *condition = g_ptr_array_index (run->trial->conditions, i);

      if (g_regex_match (self->colorectal, condition, 0, NULL) ||
          g_regex_match (self->colon, condition, 0, NULL) ||
          g_regex_match (self->rectal, condition, 0, NULL))
        stages |= hc_trial_stages_find (self->stages, condition);
    }

  return stages;
}

static void
check_stage (HcTrialMatcher *self,
             HcTrialRun     *run)
{
  guint stages = find_stages (self, run);
  const char *quote = NULL;

  for (guint i = 0; i < run->parts->len; i++)
    {
      const HcEligibilityPart *part = g_ptr_array_index (run->parts, i);
      guint named = part->is_heading ? 0 : hc_trial_stages_find (self->stages, part->text);

      if (part->kind == HC_ELIGIBILITY_EXCLUSION && self->stage == HC_TRIAL_STAGE (4) &&
          hc_trial_stages_is_spread (self->stages, part->text) && _hc_trial_run_is_clear (self, run, part))
        {
          _hc_trial_run_add (run, HC_TRIAL_REASON_MISFIT,
                             _("The trial does not take people whose cancer has spread to other organs."),
               part->text);
          return;
        }

      if (part->kind == HC_ELIGIBILITY_INCLUSION && stages == 0 && named != 0)
        {
          stages = named;
          quote = part->text;
        }
    }

  if (stages == 0)
    return;

  if (self->stage == 0)
    _hc_trial_run_add (run, HC_TRIAL_REASON_ASK, _("The trial is for certain stages. Which one is yours?"),
                       quote);
  else if ((stages & self->stage) != 0)
    _hc_trial_run_add (run, HC_TRIAL_REASON_FITS, _("The trial names your stage."), quote);
  else
    _hc_trial_run_add (run, HC_TRIAL_REASON_ASK,
                       _("The trial names other stages than yours. Are you meant as well?"),
         quote != NULL ? quote : run->trial->title);
}

/* Compares the cancer that a trial is about with that of the person. */
void
_hc_trial_run_check_cancer (HcTrialMatcher *self,
                            HcTrialRun     *run)
{
  check_site (self, run);
  check_stage (self, run);
}
