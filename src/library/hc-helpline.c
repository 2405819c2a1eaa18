/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-helpline.h"

#include "hc-care-private.h"
#include "hc-library-private.h"

/**
 * HcHelpline:
 *
 * A telephone number to call, or an organization to ask.
 */
struct _HcHelpline
{
  GObject            parent_instance;

  GStringChunk      *strings; /* of the details */
  HcHelplineDetails  details;
  HcOpenHours       *hours;   /* or NULL */
  GTimeZone         *zone;
};

G_DEFINE_FINAL_TYPE (HcHelpline, hc_helpline, G_TYPE_OBJECT)

static void
hc_helpline_finalize (GObject *object)
{
  HcHelpline *self = HC_HELPLINE (object);

  g_string_chunk_free (self->strings);
  hc_open_hours_free (self->hours);
  g_clear_pointer (&self->zone, g_time_zone_unref);

  G_OBJECT_CLASS (hc_helpline_parent_class)->finalize (object);
}

static void
hc_helpline_class_init (HcHelplineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_helpline_finalize;
}

static void
hc_helpline_init (HcHelpline *self)
{
  self->strings = g_string_chunk_new (256);
}

/**
 * hc_helpline_new:
 * @details: what is told of it
 *
 * Returns: (transfer full): a helpline
 */
HcHelpline *
hc_helpline_new (const HcHelplineDetails *details)
{
  HcHelpline *self;
  HcHelplineDetails *kept;

  g_return_val_if_fail (details != NULL, NULL);
  g_return_val_if_fail (details->id != NULL, NULL);

  self = g_object_new (HC_TYPE_HELPLINE, NULL);
  kept = &self->details;
  *kept = *details;
  kept->id = hc_care_keep (self->strings, details->id);
  kept->name = hc_care_keep (self->strings, details->name);
  kept->purpose = hc_care_keep (self->strings, details->purpose);
  kept->phone = hc_care_keep (self->strings, details->phone);
  kept->message = hc_care_keep (self->strings, details->message);
  kept->hours = hc_care_keep (self->strings, details->hours);
  kept->zone = hc_care_keep (self->strings, details->zone);
  kept->website = hc_care_keep (self->strings, details->website);
  kept->languages = hc_care_keep (self->strings, details->languages);
  kept->cost = hc_care_keep (self->strings, details->cost);
  kept->checked = hc_care_keep (self->strings, details->checked);
  kept->remark = hc_care_keep (self->strings, details->remark);

  if (kept->hours != NULL)
    self->hours = hc_open_hours_parse (kept->hours, NULL);
  self->zone = hc_care_make_zone (kept->zone);

  return self;
}

/**
 * hc_helpline_get_details:
 * @self: a helpline
 *
 * Returns: (transfer none): what is told of it
 */
const HcHelplineDetails *
hc_helpline_get_details (HcHelpline *self)
{
  g_return_val_if_fail (HC_IS_HELPLINE (self), NULL);

  return &self->details;
}

/**
 * hc_helpline_get_hours:
 * @self: a helpline
 *
 * Returns: (transfer none) (nullable): when it is answered; %NULL when that is not known
 */
const HcOpenHours *
hc_helpline_get_hours (HcHelpline *self)
{
  g_return_val_if_fail (HC_IS_HELPLINE (self), NULL);

  return self->hours;
}

/**
 * hc_helpline_get_zone:
 * @self: a helpline
 *
 * Returns: (transfer none): the time zone of its hours; UTC when it has no hours, or always answers
 */
GTimeZone *
hc_helpline_get_zone (HcHelpline *self)
{
  g_return_val_if_fail (HC_IS_HELPLINE (self), NULL);

  return self->zone;
}

/**
 * hc_helpline_load_sources:
 * @self: a helpline
 * @library: the library that it is from
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (element-type HcSource) (nullable): what says so of it
 */
GPtrArray *
hc_helpline_load_sources (HcHelpline  *self,
                          HcLibrary   *library,
                          GError     **error)
{
  g_autofree char *owner = NULL;

  g_return_val_if_fail (HC_IS_HELPLINE (self), NULL);
  g_return_val_if_fail (HC_IS_LIBRARY (library), NULL);

  owner = g_strdup_printf ("care/%s", self->details.id);

  return hc_library_read_sources (library, owner, error);
}
