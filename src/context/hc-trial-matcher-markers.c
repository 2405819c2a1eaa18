/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-matcher-private.h"

#include <glib/gi18n.h>

/* What a trial says of the tumors that it takes. */

/* The markers that a trial speaks of, and where. */
typedef struct
{
  guint       title;      /* of HcTrialMarker, in titles, conditions and keywords */
  guint       inclusion;
  guint       exclusion;
  guint       genes;      /* that are spoken of at all */
  const char *quotes[HC_TRIAL_N_GENES]; /* the first place */
} Spoken;

static void
find_spoken (HcTrialMatcher *self,
             HcTrialRun     *run,
             guint          *markers,
             Spoken         *spoken)
{
  spoken->title = hc_trial_markers_find (self->finder, run->about->str, &spoken->genes);

  for (guint i = 0; i < run->parts->len; i++)
    {
      const HcEligibilityPart *part = g_ptr_array_index (run->parts, i);
      guint genes = 0;

      markers[i] = hc_trial_markers_find (self->finder, part->text, &genes);
      spoken->genes |= genes;
      if (part->kind == HC_ELIGIBILITY_EXCLUSION)
        spoken->exclusion |= markers[i];
      else
        spoken->inclusion |= markers[i];

      for (guint gene = 0; gene < HC_TRIAL_N_GENES; gene++)
        if ((genes & (1u << gene)) != 0 && spoken->quotes[gene] == NULL)
          spoken->quotes[gene] = part->text;
    }
}

/* Finds the part that speaks of some of these markers, clearly if it can be. */
static const char *
find_quote (HcTrialMatcher *self,
            HcTrialRun     *run,
            const guint    *markers,
            guint           wanted,
            gboolean        is_exclusion,
            gboolean       *clear)
{
  const char *quote = NULL;

  *clear = FALSE;
  for (guint i = 0; i < run->parts->len && !*clear; i++)
    {
      const HcEligibilityPart *part = g_ptr_array_index (run->parts, i);

      if ((markers[i] & wanted) == 0 || (part->kind == HC_ELIGIBILITY_EXCLUSION) != is_exclusion)
        continue;

      *clear = (markers[i] & ~wanted) == 0 && _hc_trial_run_is_clear (self, run, part);
      if (quote == NULL || *clear)
        quote = part->text;
    }

  return quote;
}

/* A marker that the person has. Returns whether anything was said of it. */
static gboolean
check_marker (HcTrialMatcher *self,
              HcTrialRun     *run,
              const guint    *markers,
              const Spoken   *spoken,
              HcTrialMarker   marker)
{
  guint opposite = hc_trial_markers_get_opposite (marker);
  guint wanted = spoken->title | spoken->inclusion;
  const char *name = hc_trial_marker_to_words (marker);
  const char *quote;
  gboolean clear;

  if ((spoken->exclusion & (guint) marker) != 0)
    {
      quote = find_quote (self, run, markers, (guint) marker, TRUE, &clear);
      if (clear && (wanted & (guint) marker) == 0)
        /* Translators: %s is what was found in a tumor, "KRAS G12C" for example, here and below. */
        _hc_trial_run_take (run, HC_TRIAL_REASON_MISFIT,
                            g_strdup_printf (_("The trial does not take people with this: %s."), name),
                            quote);
      else
        _hc_trial_run_take (run, HC_TRIAL_REASON_ASK,
                            g_strdup_printf (_("The list of who cannot take part speaks of this: %s. Are you "
                                                           "meant?"), name), quote);
      return TRUE;
    }

  if ((wanted & (guint) marker) != 0)
    {
      quote = find_quote (self, run, markers, (guint) marker, FALSE, &clear);
      _hc_trial_run_take (run, HC_TRIAL_REASON_FITS,
                          g_strdup_printf (_("The trial names what your tumor has: %s."), name), quote);
      return TRUE;
    }

  if ((wanted & opposite) == 0)
    return FALSE;

  quote = find_quote (self, run, markers, opposite, FALSE, &clear);
  if (clear || (!run->has_groups && (spoken->title & opposite) != 0 && (spoken->inclusion & opposite) != 0))
    _hc_trial_run_take (run, HC_TRIAL_REASON_MISFIT,
          g_strdup_printf (_("The trial is for tumors with this: %s. Yours has: %s."),
                           hc_trial_marker_to_words ((HcTrialMarker) opposite), name), quote);
  else
    _hc_trial_run_take (run, HC_TRIAL_REASON_ASK,
          g_strdup_printf (_("The trial speaks of tumors with this: %s. Yours has: %s. Are you meant?"),
                           hc_trial_marker_to_words ((HcTrialMarker) opposite), name),
          quote != NULL ? quote : run->trial->title);

  return TRUE;
}

/* Compares what a trial says of tumors with what is known of that of the person. */
void
_hc_trial_run_check_markers (HcTrialMatcher *self,
                             HcTrialRun     *run)
{
  g_autofree guint *markers = g_new0 (guint, run->parts->len + 1);
  Spoken spoken = { 0 };

  find_spoken (self, run, markers, &spoken);

  for (guint gene = 0; gene < HC_TRIAL_N_GENES; gene++)
    {
      guint of_gene = hc_trial_markers_of_gene ((HcTrialGene) gene);
      guint present = self->markers & of_gene;
      gboolean is_said = FALSE;

      if ((spoken.genes & (1u << gene)) == 0 &&
          ((spoken.title | spoken.inclusion | spoken.exclusion) & of_gene) == 0)
        continue;

      /* The narrow one comes last and says more: a trial for KRAS G12C is one for that mutation. */
      for (guint bit = 16; bit-- > 0 && !is_said;)
        if ((present & (1u << bit)) != 0)
          is_said = check_marker (self, run, markers, &spoken, (HcTrialMarker) (1u << bit));

      if (is_said)
        continue;

      if (present == 0)
        /* Translators: %s is what a tumor is tested for, "HER2" for example. */
        _hc_trial_run_take (run, HC_TRIAL_REASON_ASK,
                            g_strdup_printf (_("The trial asks for this test of the tumor: %s. What was the "
                                                           "result?"),
                                                           hc_trial_gene_to_words ((HcTrialGene) gene)),
              spoken.quotes[gene]);
      else
        _hc_trial_run_take (run, HC_TRIAL_REASON_ASK,
                            g_strdup_printf (_("The trial speaks of this test of the tumor: %s. Does your "
                                                           "result fit?"),
                                                           hc_trial_gene_to_words ((HcTrialGene) gene)),
              spoken.quotes[gene]);
    }
}
