/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-city.h"

#include "hc-care-private.h"

/**
 * HcCity:
 *
 * A city of the United States, from which distances are measured.
 */
struct _HcCity
{
  GObject        parent_instance;

  GStringChunk  *strings; /* of the details and the label */
  HcCityDetails  details;
  const char    *label;
};

G_DEFINE_FINAL_TYPE (HcCity, hc_city, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
hc_city_get_property (GObject    *object,
                      guint       id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  if (id == PROP_LABEL)
    g_value_set_string (value, HC_CITY (object)->label);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
hc_city_finalize (GObject *object)
{
  HcCity *self = HC_CITY (object);

  g_string_chunk_free (self->strings);

  G_OBJECT_CLASS (hc_city_parent_class)->finalize (object);
}

static void
hc_city_class_init (HcCityClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = hc_city_get_property;
  object_class->finalize = hc_city_finalize;

  /* For lists to choose from: their expressions look at properties. */
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hc_city_init (HcCity *self)
{
  self->strings = g_string_chunk_new (64);
}

/**
 * hc_city_new:
 * @details: what is told of it
 *
 * Returns: (transfer full): a city
 */
HcCity *
hc_city_new (const HcCityDetails *details)
{
  HcCity *self;
  g_autofree char *label = NULL;

  g_return_val_if_fail (details != NULL, NULL);
  g_return_val_if_fail (details->name != NULL && details->state != NULL, NULL);

  self = g_object_new (HC_TYPE_CITY, NULL);
  label = g_strdup_printf ("%s, %s", details->name, details->state);
  self->details = *details;
  self->details.name = hc_care_keep (self->strings, details->name);
  self->details.state = hc_care_keep (self->strings, details->state);
  self->details.zone = hc_care_keep (self->strings, details->zone);
  self->label = hc_care_keep (self->strings, label);

  return self;
}

/**
 * hc_city_get_details:
 * @self: a city
 *
 * Returns: (transfer none): what is told of it
 */
const HcCityDetails *
hc_city_get_details (HcCity *self)
{
  g_return_val_if_fail (HC_IS_CITY (self), NULL);

  return &self->details;
}

/**
 * hc_city_get_label:
 * @self: a city
 *
 * Returns: its name and state, `New York, NY`, by which it is known
 */
const char *
hc_city_get_label (HcCity *self)
{
  g_return_val_if_fail (HC_IS_CITY (self), NULL);

  return self->label;
}
