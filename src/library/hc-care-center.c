/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-care-center.h"

#include "hc-care-distance.h"
#include "hc-care-private.h"
#include "hc-library-private.h"

/**
 * HcCareCenter:
 *
 * A cancer center that the National Cancer Institute has designated.
 */
struct _HcCareCenter
{
  GObject              parent_instance;

  GStringChunk        *strings; /* of the details */
  HcCareCenterDetails  details;
  HcOpenHours         *hours;   /* or NULL */
  GTimeZone           *zone;
};

G_DEFINE_FINAL_TYPE (HcCareCenter, hc_care_center, G_TYPE_OBJECT)

/**
 * hc_care_center_kind_from_string:
 * @string: (nullable): a name, as in library.db
 * @kind: (out): the kind of that name
 *
 * Returns: whether there is such a kind
 */
gboolean
hc_care_center_kind_from_string (const char       *string,
                                 HcCareCenterKind *kind)
{
  static const char *const names[] = { "comprehensive", "clinical", "laboratory", NULL };

  g_return_val_if_fail (kind != NULL, FALSE);

  for (guint i = 0; names[i] != NULL; i++)
    if (g_strcmp0 (names[i], string) == 0)
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}

static void
hc_care_center_finalize (GObject *object)
{
  HcCareCenter *self = HC_CARE_CENTER (object);

  g_string_chunk_free (self->strings);
  hc_open_hours_free (self->hours);
  g_clear_pointer (&self->zone, g_time_zone_unref);

  G_OBJECT_CLASS (hc_care_center_parent_class)->finalize (object);
}

static void
hc_care_center_class_init (HcCareCenterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_care_center_finalize;
}

static void
hc_care_center_init (HcCareCenter *self)
{
  self->strings = g_string_chunk_new (256);
}

/**
 * hc_care_center_new:
 * @details: what is told of it
 *
 * Returns: (transfer full): a center
 */
HcCareCenter *
hc_care_center_new (const HcCareCenterDetails *details)
{
  HcCareCenter *self;
  HcCareCenterDetails *kept;

  g_return_val_if_fail (details != NULL, NULL);
  g_return_val_if_fail (details->id != NULL, NULL);

  self = g_object_new (HC_TYPE_CARE_CENTER, NULL);
  kept = &self->details;
  *kept = *details;
  kept->id = hc_care_keep (self->strings, details->id);
  kept->name = hc_care_keep (self->strings, details->name);
  kept->parent = hc_care_keep (self->strings, details->parent);
  kept->campus_of = hc_care_keep (self->strings, details->campus_of);
  kept->city = hc_care_keep (self->strings, details->city);
  kept->state = hc_care_keep (self->strings, details->state);
  kept->zone = hc_care_keep (self->strings, details->zone);
  kept->website = hc_care_keep (self->strings, details->website);
  kept->phone = hc_care_keep (self->strings, details->phone);
  kept->phone_for = hc_care_keep (self->strings, details->phone_for);
  kept->hours = hc_care_keep (self->strings, details->hours);
  kept->checked = hc_care_keep (self->strings, details->checked);
  kept->remark = hc_care_keep (self->strings, details->remark);

  if (kept->hours != NULL)
    self->hours = hc_open_hours_parse (kept->hours, NULL);
  self->zone = hc_care_make_zone (kept->zone);

  return self;
}

/**
 * hc_care_center_get_details:
 * @self: a center
 *
 * Returns: (transfer none): what is told of it
 */
const HcCareCenterDetails *
hc_care_center_get_details (HcCareCenter *self)
{
  g_return_val_if_fail (HC_IS_CARE_CENTER (self), NULL);

  return &self->details;
}

/**
 * hc_care_center_get_hours:
 * @self: a center
 *
 * Returns: (transfer none) (nullable): when its telephone is answered; %NULL when that is not known
 */
const HcOpenHours *
hc_care_center_get_hours (HcCareCenter *self)
{
  g_return_val_if_fail (HC_IS_CARE_CENTER (self), NULL);

  return self->hours;
}

/**
 * hc_care_center_get_zone:
 * @self: a center
 *
 * Returns: (transfer none): its time zone
 */
GTimeZone *
hc_care_center_get_zone (HcCareCenter *self)
{
  g_return_val_if_fail (HC_IS_CARE_CENTER (self), NULL);

  return self->zone;
}

/**
 * hc_care_center_get_distance:
 * @self: a center
 * @city: a city
 *
 * Returns: how far it is from the middle of the city, in miles in a straight line, to a mile or two
 */
double
hc_care_center_get_distance (HcCareCenter *self,
                             HcCity       *city)
{
  const HcCityDetails *from;

  g_return_val_if_fail (HC_IS_CARE_CENTER (self), 0);
  g_return_val_if_fail (HC_IS_CITY (city), 0);

  from = hc_city_get_details (city);

  return hc_care_distance_in_miles (from->latitude, from->longitude, self->details.latitude,
                                    self->details.longitude);
}

/**
 * hc_care_center_load_sources:
 * @self: a center
 * @library: the library that it is from
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (element-type HcSource) (nullable): what says so of it
 */
GPtrArray *
hc_care_center_load_sources (HcCareCenter  *self,
                             HcLibrary     *library,
                             GError       **error)
{
  g_autofree char *owner = NULL;

  g_return_val_if_fail (HC_IS_CARE_CENTER (self), NULL);
  g_return_val_if_fail (HC_IS_LIBRARY (library), NULL);

  owner = g_strdup_printf ("care/%s", self->details.id);

  return hc_library_read_sources (library, owner, error);
}
