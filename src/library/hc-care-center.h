/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-city.h"
#include "hc-library.h"
#include "hc-open-hours.h"

G_BEGIN_DECLS

/**
 * HcCareCenterKind:
 * @HC_CARE_CENTER_COMPREHENSIVE: a Comprehensive Cancer Center of the National Cancer Institute
 * @HC_CARE_CENTER_CLINICAL: a Cancer Center of the institute; it treats patients as well
 * @HC_CARE_CENTER_LABORATORY: a Basic Laboratory Cancer Center: there is no care for patients
 */
typedef enum {
  HC_CARE_CENTER_COMPREHENSIVE,
  HC_CARE_CENTER_CLINICAL,
  HC_CARE_CENTER_LABORATORY,
} HcCareCenterKind;

gboolean hc_care_center_kind_from_string (const char       *string,
                                          HcCareCenterKind *kind);

#define HC_TYPE_CARE_CENTER (hc_care_center_get_type ())

G_DECLARE_FINAL_TYPE (HcCareCenter, hc_care_center, HC, CARE_CENTER, GObject)

/**
 * HcCareCenterDetails:
 * @id: its id
 * @name: its name
 * @parent: (nullable): what it belongs to
 * @campus_of: (nullable): the id of the center of which this is another campus, under the same designation
 * @kind: its designation
 * @city: the city
 * @state: the two letters of the state
 * @latitude: in degrees, north positive, to a mile or so
 * @longitude: in degrees, east positive
 * @zone: its time zone, as in the tz database
 * @website: its https address
 * @phone: (nullable): for new patients, as hc_phone_number_is_valid() has it; %NULL: no source confirms one
 * @phone_for: (nullable): what the number is for
 * @hours: (nullable): when the telephone is answered, as hc_open_hours_parse() reads it; %NULL: not confirmed
 * @confirmed: whether a source says that it is designated and what its number is
 * @checked: the day on which that was checked, `YYYY-MM-DD`
 * @remark: (nullable): what else a reader should know
 *
 * All that is told of a center.
 */
typedef struct
{
  const char       *id;
  const char       *name;
  const char       *parent;
  const char       *campus_of;
  HcCareCenterKind  kind;
  const char       *city;
  const char       *state;
  double            latitude;
  double            longitude;
  const char       *zone;
  const char       *website;
  const char       *phone;
  const char       *phone_for;
  const char       *hours;
  gboolean          confirmed;
  const char       *checked;
  const char       *remark;
} HcCareCenterDetails;

HcCareCenter              *hc_care_center_new          (const HcCareCenterDetails *details)
                                                        G_GNUC_WARN_UNUSED_RESULT;
const HcCareCenterDetails *hc_care_center_get_details  (HcCareCenter              *self);
const HcOpenHours         *hc_care_center_get_hours    (HcCareCenter              *self);
GTimeZone                 *hc_care_center_get_zone     (HcCareCenter              *self);
double                     hc_care_center_get_distance (HcCareCenter              *self,
                                                        HcCity                    *city);
GPtrArray                 *hc_care_center_load_sources (HcCareCenter              *self,
                                                        HcLibrary                 *library,
                                                        GError                   **error)
                                                        G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
