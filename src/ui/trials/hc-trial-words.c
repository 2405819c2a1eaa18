/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person is told of trials. */

#include "hc-trial-words.h"

#include <glib/gi18n.h>
#include <langinfo.h>

#include "hc-error-words.h"
#include "hc-http-error.h"

#define KILOMETERS_IN_MILE 1.609344

/**
 * hc_trial_words_for_fit:
 * @fit: a group of trials
 *
 * Returns: (transfer none): what it is called
 */
const char *
hc_trial_words_for_fit (HcTrialFit fit)
{
  switch (fit)
    {
    case HC_TRIAL_MAY_FIT:
      return _("May fit");
    case HC_TRIAL_DOES_NOT_FIT:
      return _("Does not fit");
    case HC_TRIAL_ASK:
    case HC_TRIAL_N_FITS:
    default:
      return _("Needs a question answered");
    }
}

/**
 * hc_trial_words_for_group:
 * @fit: a group of trials
 *
 * Returns: (transfer none): what being in that group means, and what it does not
 */
const char *
hc_trial_words_for_group (HcTrialFit fit)
{
  switch (fit)
    {
    case HC_TRIAL_MAY_FIT:
      return _("Nothing that you told speaks against these. This is no medical judgment: only the team of a trial can "
               "say whether you can take part.");
    case HC_TRIAL_DOES_NOT_FIT:
      return _("Something that you told speaks against these. This is no medical judgment: when in doubt, ask.");
    case HC_TRIAL_ASK:
    case HC_TRIAL_N_FITS:
    default:
      return _("Something must be asked first. Your care team or the contact person of the trial can tell.");
    }
}

/**
 * hc_trial_words_get_caution:
 *
 * Returns: (transfer none): what a match is not, to stand wherever one is shown in full
 */
const char *
hc_trial_words_get_caution (void)
{
  return _("This was compared on your computer. It is no medical judgment: only the team of a trial can say "
           "whether you can take part.");
}

/**
 * hc_trial_words_for_error:
 * @error: why trials could not be fetched, imported, read or compared
 *
 * Returns: (transfer none): the reason, and what helps
 */
const char *
hc_trial_words_for_error (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain == HC_HTTP_ERROR)
    return hc_http_error_to_words ((HcHttpError) error->code);

  if (error->domain == HC_TRIAL_ERROR)
    return hc_trial_error_to_words ((HcTrialError) error->code);

  return hc_error_to_words (error);
}

/* Whether distances are told in miles where the person lives. */
static gboolean
has_miles (void)
{
  /* 1 is metric, 2 is that of the US; see langinfo.h of the GNU C library. */
  return *nl_langinfo (_NL_MEASUREMENT_MEASUREMENT) == 2;
}

/**
 * hc_trial_words_get_unit:
 *
 * Returns: how many kilometers that is in which distances are told where the person lives: a mile or a kilometer
 */
double
hc_trial_words_get_unit (void)
{
  return has_miles () ? KILOMETERS_IN_MILE : 1.0;
}

/**
 * hc_trial_words_dup_distance:
 * @kilometers: a distance
 *
 * Returns: (transfer full): the distance as people tell it where the person lives
 */
char *
hc_trial_words_dup_distance (double kilometers)
{
  double miles = kilometers / KILOMETERS_IN_MILE;

  if (has_miles () && miles < 1)
    return g_strdup (_("less than a mile"));
  if (has_miles ())
    return g_strdup_printf (g_dngettext (NULL, "%'.0f mile", "%'.0f miles", (gulong) (miles + 0.5)), miles);

  if (kilometers < 1)
    return g_strdup (_("less than a kilometer"));

  /* Translators: a distance in kilometers. */
  return g_strdup_printf (_("%'.0f km"), kilometers);
}

/**
 * hc_trial_words_dup_kind:
 * @match: a trial
 *
 * Returns: (transfer full): its status and its phase
 */
char *
hc_trial_words_dup_kind (HcTrialMatch *match)
{
  const char *status = hc_trial_status_to_words (hc_trial_match_get_status (match));
  const char *phases = hc_trial_match_get_phases (match);

  return phases != NULL ? g_strdup_printf ("%s · %s", status, phases) : g_strdup (status);
}

/**
 * hc_trial_words_dup_nearest:
 * @match: a trial
 *
 * Returns: (transfer full) (nullable): its nearest site and how far that is; %NULL when it is not known
 */
char *
hc_trial_words_dup_nearest (HcTrialMatch *match)
{
  const char *nearest = hc_trial_match_get_nearest (match);
  g_autofree char *distance = NULL;

  if (nearest == NULL)
    return NULL;

  if (hc_trial_match_get_distance (match) < 0)
    return g_strdup (nearest);

  distance = hc_trial_words_dup_distance (hc_trial_match_get_distance (match));
  /* Translators: the nearest site of a trial, and how far it is. */
  return g_strdup_printf (_("%s: %s away"), nearest, distance);
}

/**
 * hc_trial_words_dup_match:
 * @match: a trial
 *
 * Returns: (transfer full): what a screen reader says of a trial in a list
 */
char *
hc_trial_words_dup_match (HcTrialMatch *match)
{
  g_autofree char *kind = hc_trial_words_dup_kind (match);
  g_autofree char *nearest = hc_trial_words_dup_nearest (match);

  return g_strconcat (hc_trial_match_get_title (match), ". ", hc_trial_words_for_fit (hc_trial_match_get_fit (match)),
                      ". ", kind, nearest != NULL ? ". " : NULL, nearest, NULL);
}

/**
 * hc_trial_words_dup_site:
 * @site: a site
 *
 * Returns: (transfer full): its name with its place
 */
char *
hc_trial_words_dup_site (const HcTrialSite *site)
{
  g_autofree char *place = hc_trial_site_dup_place (site);

  if (site->facility == NULL)
    return *place != '\0' ? g_steal_pointer (&place) : g_strdup (_("Site without a name"));

  return *place != '\0' ? g_strdup_printf ("%s, %s", site->facility, place) : g_strdup (site->facility);
}

/**
 * hc_trial_words_dup_ages:
 * @trial: a trial
 *
 * Returns: (transfer full): of which ages people are taken
 */
char *
hc_trial_words_dup_ages (const HcTrial *trial)
{
  double minimum = 0, maximum = 0;
  gboolean has_minimum = hc_trial_age_parse (trial->minimum_age, &minimum);
  gboolean has_maximum = hc_trial_age_parse (trial->maximum_age, &maximum);

  if (has_minimum && has_maximum)
    /* Translators: ages, from the one to the other. */
    return g_strdup_printf (_("%.4g to %.4g years"), minimum, maximum);
  if (has_minimum)
    return g_strdup_printf (_("%.4g years and older"), minimum);
  if (has_maximum)
    return g_strdup_printf (_("up to %.4g years"), maximum);

  return g_strdup (_("Not told"));
}

/**
 * hc_trial_words_dup_tested:
 * @trial: a trial
 *
 * Returns: (transfer full): what is tested in it
 */
char *
hc_trial_words_dup_tested (const HcTrial *trial)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < trial->interventions->len; i++)
    {
      const HcTrialIntervention *intervention = g_ptr_array_index (trial->interventions, i);

      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", intervention->name);
    }

  return g_strdup (words->len > 0 ? words->str : _("Not told"));
}

/**
 * hc_trial_words_dup_day:
 * @time: a moment
 *
 * Returns: (transfer full): its day where the person is, "20 November 2026"
 */
char *
hc_trial_words_dup_day (GDateTime *time)
{
  g_autoptr (GDateTime) local = g_date_time_to_local (time);

  /* Translators: a day, "20 November 2026". See the manual of g_date_time_format(). */
  return g_date_time_format (local, _("%-d %B %Y"));
}

/**
 * hc_trial_words_dup_fetched:
 * @catalog: the trials
 *
 * Returns: (transfer full) (nullable): the day on which their list was fetched; %NULL when it never was
 */
char *
hc_trial_words_dup_fetched (HcTrialCatalog *catalog)
{
  g_autofree char *fetched = hc_trial_catalog_dup_fetched (catalog);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = fetched != NULL ? g_date_time_new_from_iso8601 (fetched, zone) : NULL;

  return time != NULL ? hc_trial_words_dup_day (time) : g_steal_pointer (&fetched);
}

/**
 * hc_trial_words_dup_stock:
 * @catalog: the trials
 *
 * Returns: (transfer full): how many there are, and of when their list is
 */
char *
hc_trial_words_dup_stock (HcTrialCatalog *catalog)
{
  guint n = hc_trial_catalog_count (catalog);
  g_autofree char *day = hc_trial_words_dup_fetched (catalog);
  g_autofree char *count = NULL;

  if (n == 0)
    return g_strdup (_("No trials are on this computer yet."));

  /* Translators: %'u is a number with separators of thousands. */
  count = g_strdup_printf (g_dngettext (NULL, "%'u trial is on this computer.", "%'u trials are on this computer.", n),
                           n);
  if (day == NULL)
    return g_steal_pointer (&count);

  /* Translators: the first %s is a sentence with a number, the second a day. */
  return g_strdup_printf (_("%s The list of recruiting trials was fetched on %s."), count, day);
}

/**
 * hc_trial_words_dup_report:
 * @report: what became of an import or a fetch
 *
 * Returns: (transfer full): that in sentences
 */
char *
hc_trial_words_dup_report (const HcTrialReport *report)
{
  GString *words = g_string_new (NULL);

  if (report->canceled)
    g_string_append (words, _("It was canceled. What had come until then is kept. "));

  g_string_append_printf (words, g_dngettext (NULL, "%'u new trial, ", "%'u new trials, ", report->n_added),
                          report->n_added);
  g_string_append_printf (words, g_dngettext (NULL, "%'u changed, ", "%'u changed, ", report->n_updated),
                          report->n_updated);
  g_string_append_printf (words, g_dngettext (NULL, "%'u the same as before.", "%'u the same as before.",
                                              report->n_unchanged), report->n_unchanged);

  if (report->n_problems > 0)
    g_string_append_printf (words, g_dngettext (NULL, " %'u part could not be read.", " %'u parts could not be read.",
                                                report->n_problems), report->n_problems);

  return g_string_free_and_steal (words);
}
