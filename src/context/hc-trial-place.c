/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-place.h"

#include "hc-care-distance.h"

#define KILOMETERS_IN_MILE 1.609344

/**
 * hc_trial_distance:
 * @latitude: of a place, in degrees, north is positive
 * @longitude: of it, east is positive
 * @other_latitude: of another one
 * @other_longitude: of it
 *
 * Returns: how far the two are from each other as a bird flies, in kilometers
 */
double
hc_trial_distance (double latitude,
                   double longitude,
                   double other_latitude,
                   double other_longitude)
{
  return hc_care_distance_in_miles (latitude, longitude, other_latitude, other_longitude) * KILOMETERS_IN_MILE;
}

/* Whether a site takes people, as far as it says. */
static gboolean
is_open (const HcTrialSite *site)
{
  HcTrialStatus status = hc_trial_status_from_string (site->status);

  return status == HC_TRIAL_STATUS_NOT_TOLD || status == HC_TRIAL_RECRUITING ||
  status == HC_TRIAL_AVAILABLE ||
         status == HC_TRIAL_NOT_YET_RECRUITING || status == HC_TRIAL_ENROLLING_BY_INVITATION;
}

/**
 * hc_trial_find_nearest:
 * @trial: a trial
 * @latitude: of a place, in degrees
 * @longitude: of it
 * @distance: (out): how far the site is, in kilometers; -1 when there is none
 *
 * Returns: (transfer none) (nullable): the nearest of the sites that take people, or of all when none does;
 *   %NULL when of no site it is known where it is
 */
const HcTrialSite *
hc_trial_find_nearest (const HcTrial *trial,
                       double         latitude,
                       double         longitude,
                       double        *distance)
{
  const HcTrialSite *nearest = NULL;

  g_return_val_if_fail (trial != NULL, NULL);
  g_return_val_if_fail (distance != NULL, NULL);

  *distance = -1;

  for (guint i = 0; i < trial->sites->len; i++)
    {
      const HcTrialSite *site = g_ptr_array_index (trial->sites, i);
      double way;

      if (!site->has_point || (nearest != NULL && is_open (nearest) && !is_open (site)))
        continue;

      way = hc_trial_distance (latitude, longitude, site->latitude, site->longitude);
      if (nearest == NULL || way < *distance || (is_open (site) && !is_open (nearest)))
        {
          nearest = site;
          *distance = way;
        }
    }

  return nearest;
}

typedef struct
{
  double latitude;
  double longitude;
} Place;

static int
compare_sites (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const HcTrialSite *first = a, *second = b;
  const Place *place = user_data;
  double way, other;

  if (is_open (first) != is_open (second))
    return is_open (first) ? -1 : 1;

  if (!first->has_point || !second->has_point)
    return second->has_point - first->has_point;

  way = hc_trial_distance (place->latitude, place->longitude, first->latitude, first->longitude);
  other = hc_trial_distance (place->latitude, place->longitude, second->latitude, second->longitude);

  return (way > other) - (way < other);
}

/**
 * hc_trial_sort_sites:
 * @trial: a trial
 * @latitude: of a place, in degrees
 * @longitude: of it
 *
 * Returns: (transfer container) (element-type HcTrialSite): its sites, those that take people first, the
 *   nearest first, those of which it is not known where they are last
 */
GPtrArray *
hc_trial_sort_sites (const HcTrial *trial,
                     double         latitude,
                     double         longitude)
{
  GPtrArray *sites;
  Place place = { latitude, longitude };

  g_return_val_if_fail (trial != NULL, NULL);

  sites = g_ptr_array_new ();
  for (guint i = 0; i < trial->sites->len; i++)
    g_ptr_array_add (sites, g_ptr_array_index (trial->sites, i));
  g_ptr_array_sort_values_with_data (sites, compare_sites, &place);

  return sites;
}
