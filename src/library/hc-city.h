/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define HC_TYPE_CITY (hc_city_get_type ())

G_DECLARE_FINAL_TYPE (HcCity, hc_city, HC, CITY, GObject)

/**
 * HcCityDetails:
 * @name: its name
 * @state: the two letters of its state
 * @latitude: in degrees, north positive, to a mile or so
 * @longitude: in degrees, east positive
 * @zone: its time zone, as in the tz database
 */
typedef struct
{
  const char *name;
  const char *state;
  double      latitude;
  double      longitude;
  const char *zone;
} HcCityDetails;

HcCity              *hc_city_new         (const HcCityDetails *details) G_GNUC_WARN_UNUSED_RESULT;
const HcCityDetails *hc_city_get_details (HcCity              *self);
const char          *hc_city_get_label   (HcCity              *self);

G_END_DECLS
