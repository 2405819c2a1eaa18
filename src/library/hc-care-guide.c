/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-care-guide.h"

#include "hc-library-private.h"

/**
 * HcCareGuide:
 *
 * A short text on how to find care, or on the rights of those who look for it.
 */
struct _HcCareGuide
{
  GObject            parent_instance;

  HcCareGuideDetails details; /* its strings are owned */
};

G_DEFINE_FINAL_TYPE (HcCareGuide, hc_care_guide, G_TYPE_OBJECT)

static void
hc_care_guide_finalize (GObject *object)
{
  HcCareGuide *self = HC_CARE_GUIDE (object);

  g_free ((char *) self->details.id);
  g_free ((char *) self->details.title);
  g_free ((char *) self->details.summary);
  g_strfreev ((char **) self->details.paragraphs);
  g_strfreev ((char **) self->details.questions);
  g_strfreev ((char **) self->details.links);
  g_free ((char *) self->details.checked);

  G_OBJECT_CLASS (hc_care_guide_parent_class)->finalize (object);
}

static void
hc_care_guide_class_init (HcCareGuideClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_care_guide_finalize;
}

static void
hc_care_guide_init (HcCareGuide *self)
{
}

/**
 * hc_care_guide_new:
 * @details: what it tells
 *
 * Returns: (transfer full): a guide
 */
HcCareGuide *
hc_care_guide_new (const HcCareGuideDetails *details)
{
  HcCareGuide *self;

  g_return_val_if_fail (details != NULL, NULL);
  g_return_val_if_fail (details->id != NULL, NULL);

  self = g_object_new (HC_TYPE_CARE_GUIDE, NULL);
  self->details.id = g_strdup (details->id);
  self->details.title = g_strdup (details->title);
  self->details.summary = g_strdup (details->summary);
  self->details.paragraphs = (const char *const *) g_strdupv ((char **) details->paragraphs);
  self->details.questions = (const char *const *) g_strdupv ((char **) details->questions);
  self->details.links = (const char *const *) g_strdupv ((char **) details->links);
  self->details.checked = g_strdup (details->checked);

  return self;
}

/**
 * hc_care_guide_get_details:
 * @self: a guide
 *
 * Returns: (transfer none): what it tells
 */
const HcCareGuideDetails *
hc_care_guide_get_details (HcCareGuide *self)
{
  g_return_val_if_fail (HC_IS_CARE_GUIDE (self), NULL);

  return &self->details;
}

/**
 * hc_care_guide_load_sources:
 * @self: a guide
 * @library: the library that it is from
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (element-type HcSource) (nullable): what says so
 */
GPtrArray *
hc_care_guide_load_sources (HcCareGuide  *self,
                            HcLibrary    *library,
                            GError      **error)
{
  g_autofree char *owner = NULL;

  g_return_val_if_fail (HC_IS_CARE_GUIDE (self), NULL);
  g_return_val_if_fail (HC_IS_LIBRARY (library), NULL);

  owner = g_strdup_printf ("care/%s", self->details.id);

  return hc_library_read_sources (library, owner, error);
}
