/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a list of trials can be narrowed to. */

#include "hc-trial-filter.h"

#include <glib/gi18n.h>

#include "hc-trial-words.h"

static const HcTrialStatus statuses[] = { HC_TRIAL_RECRUITING, HC_TRIAL_NOT_YET_RECRUITING };

/* The words of hc_trial_dup_phase_words(), translated with it. */
static const char *const phases[] = { N_("Early phase 1"), N_("Phase 1"), N_("Phase 2"), N_("Phase 3"), N_("Phase 4") };

/* In miles where these are used, in kilometers elsewhere. */
static const guint distances[] = { 25, 50, 100, 250, 500, 1000 };

static double
get_kilometers (guint position)
{
  return distances[position] * hc_trial_words_get_unit ();
}

/**
 * hc_trial_filter_list_statuses:
 *
 * Returns: (transfer full): the choices of a status, the first one for any
 */
GtkStringList *
hc_trial_filter_list_statuses (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _("Any Status"));
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    gtk_string_list_append (list, hc_trial_status_to_words (statuses[i]));

  return list;
}

/**
 * hc_trial_filter_list_phases:
 *
 * Returns: (transfer full): the choices of a phase, the first one for any
 */
GtkStringList *
hc_trial_filter_list_phases (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _("Any Phase"));
  for (guint i = 0; i < G_N_ELEMENTS (phases); i++)
    gtk_string_list_append (list, _(phases[i]));

  return list;
}

/**
 * hc_trial_filter_list_distances:
 *
 * Returns: (transfer full): the choices of a distance, the first one for any
 */
GtkStringList *
hc_trial_filter_list_distances (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _("Any Distance"));
  for (guint i = 0; i < G_N_ELEMENTS (distances); i++)
    {
      g_autofree char *distance = hc_trial_words_dup_distance (get_kilometers (i));

      /* Translators: %s is a distance. */
      gtk_string_list_take (list, g_strdup_printf (_("Within %s"), distance));
    }

  return list;
}

static gboolean
has_phase (HcTrialMatch *match,
           const char   *phase)
{
  const char *words = hc_trial_match_get_phases (match);
  g_auto (GStrv) all = g_strsplit (words != NULL ? words : "", ", ", -1);

  return g_strv_contains ((const char *const *) all, phase);
}

/**
 * hc_trial_filter_matches:
 * @match: a trial
 * @status: which of hc_trial_filter_list_statuses() is chosen
 * @phase: which of hc_trial_filter_list_phases()
 * @distance: which of hc_trial_filter_list_distances()
 *
 * Returns: whether the trial is one of those; of a trial of which it is not known how far it is, nobody can say
 *   that it is near
 */
gboolean
hc_trial_filter_matches (HcTrialMatch *match,
                         guint         status,
                         guint         phase,
                         guint         distance)
{
  double kilometers = hc_trial_match_get_distance (match);

  if (status > 0 && hc_trial_match_get_status (match) != statuses[status - 1])
    return FALSE;

  if (phase > 0 && !has_phase (match, _(phases[phase - 1])))
    return FALSE;

  return distance == 0 || (kilometers >= 0 && kilometers <= get_kilometers (distance - 1));
}
