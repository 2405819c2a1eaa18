/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-care-distance.h"

#include <math.h>

/* The mean radius of the Earth, 6371.0088 km (International Union of Geodesy and Geophysics, GRS 80), in
 * miles of 1.609344 km. */
#define EARTH_RADIUS 3958.7613

static double
to_radians (double degrees)
{
  return degrees * G_PI / 180;
}

/**
 * hc_care_distance_in_miles:
 * @latitude: of a place, in degrees, north positive
 * @longitude: of the place, in degrees, east positive
 * @other_latitude: of another place
 * @other_longitude: of the other place
 *
 * Computes the distance in a straight line over the Earth as a sphere, with the haversine formula, which is
 * exact for small distances as well (R. W. Sinnott, Virtues of the Haversine, Sky and Telescope 68, 1984).
 * Roads are longer.
 *
 * Returns: the distance in miles
 */
double
hc_care_distance_in_miles (double latitude,
                           double longitude,
                           double other_latitude,
                           double other_longitude)
{
  double sine_latitude = sin (to_radians (other_latitude - latitude) / 2);
  double sine_longitude = sin (to_radians (other_longitude - longitude) / 2);
  double cosines = cos (to_radians (latitude)) * cos (to_radians (other_latitude));
  double half_chord = sine_latitude * sine_latitude + cosines * sine_longitude * sine_longitude;

  /* Rounding may lead a little above 1 at the antipodes. */
  return 2 * EARTH_RADIUS * asin (sqrt (MIN (half_chord, 1)));
}
