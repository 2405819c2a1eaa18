/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-support-group.h"

#include "hc-care-private.h"
#include "hc-library-private.h"

/**
 * HcSupportGroup:
 *
 * A group, a forum or a mentor program for people with cancer or those close to them.
 */
struct _HcSupportGroup
{
  GObject                parent_instance;

  GStringChunk          *strings; /* of the details */
  HcSupportGroupDetails  details;
};

G_DEFINE_FINAL_TYPE (HcSupportGroup, hc_support_group, G_TYPE_OBJECT)

/**
 * hc_support_group_form_from_string:
 * @string: (nullable): a name, as in library.db
 * @form: (out): the form of that name
 *
 * Returns: whether there is such a form
 */
gboolean
hc_support_group_form_from_string (const char         *string,
                                   HcSupportGroupForm *form)
{
  static const char *const names[] = { "forum", "closed", "meeting", "mentor", "learning", NULL };

  g_return_val_if_fail (form != NULL, FALSE);

  for (guint i = 0; names[i] != NULL; i++)
    if (g_strcmp0 (names[i], string) == 0)
      {
        *form = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * hc_support_group_ways_from_string:
 * @string: (nullable): names with commas between them, `online, in-person`, as in the content
 * @ways: (out): the ways of these names
 *
 * Returns: whether there are such ways, and at least one
 */
gboolean
hc_support_group_ways_from_string (const char         *string,
                                   HcSupportGroupWays *ways)
{
  static const GDebugKey keys[] = {
    { "online", HC_SUPPORT_GROUP_ONLINE },
    { "telephone", HC_SUPPORT_GROUP_TELEPHONE },
    { "in-person", HC_SUPPORT_GROUP_IN_PERSON },
  };
  g_auto (GStrv) names = g_strsplit (string != NULL ? string : "", ",", -1);

  g_return_val_if_fail (ways != NULL, FALSE);

  *ways = 0;

  for (guint i = 0; names[i] != NULL; i++)
    {
      guint place = 0;

      g_strstrip (names[i]);
      while (place < G_N_ELEMENTS (keys) && !g_str_equal (names[i], keys[place].key))
        place++;

      if (place == G_N_ELEMENTS (keys))
        return FALSE;
      *ways |= keys[place].value;
    }

  return *ways != 0;
}

static void
hc_support_group_finalize (GObject *object)
{
  HcSupportGroup *self = HC_SUPPORT_GROUP (object);

  g_string_chunk_free (self->strings);

  G_OBJECT_CLASS (hc_support_group_parent_class)->finalize (object);
}

static void
hc_support_group_class_init (HcSupportGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_support_group_finalize;
}

static void
hc_support_group_init (HcSupportGroup *self)
{
  self->strings = g_string_chunk_new (512);
}

/**
 * hc_support_group_new:
 * @details: what is told of it
 *
 * Returns: (transfer full): a group
 */
HcSupportGroup *
hc_support_group_new (const HcSupportGroupDetails *details)
{
  HcSupportGroup *self;
  HcSupportGroupDetails *kept;

  g_return_val_if_fail (details != NULL, NULL);
  g_return_val_if_fail (details->id != NULL, NULL);

  self = g_object_new (HC_TYPE_SUPPORT_GROUP, NULL);
  kept = &self->details;
  *kept = *details;
  kept->id = hc_care_keep (self->strings, details->id);
  kept->name = hc_care_keep (self->strings, details->name);
  kept->about = hc_care_keep (self->strings, details->about);
  kept->audience = hc_care_keep (self->strings, details->audience);
  kept->privacy = hc_care_keep (self->strings, details->privacy);
  kept->cost = hc_care_keep (self->strings, details->cost);
  kept->join = hc_care_keep (self->strings, details->join);
  kept->asks = hc_care_keep (self->strings, details->asks);
  kept->website = hc_care_keep (self->strings, details->website);
  kept->phone = hc_care_keep (self->strings, details->phone);
  kept->feed = hc_care_keep (self->strings, details->feed);
  kept->country = hc_care_keep (self->strings, details->country);
  kept->checked = hc_care_keep (self->strings, details->checked);
  kept->remark = hc_care_keep (self->strings, details->remark);

  return self;
}

/**
 * hc_support_group_get_details:
 * @self: a group
 *
 * Returns: (transfer none): what is told of it
 */
const HcSupportGroupDetails *
hc_support_group_get_details (HcSupportGroup *self)
{
  g_return_val_if_fail (HC_IS_SUPPORT_GROUP (self), NULL);

  return &self->details;
}

/**
 * hc_support_group_load_sources:
 * @self: a group
 * @library: the library that it is from
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (element-type HcSource) (nullable): what says so of it
 */
GPtrArray *
hc_support_group_load_sources (HcSupportGroup  *self,
                               HcLibrary       *library,
                               GError         **error)
{
  g_autofree char *owner = NULL;

  g_return_val_if_fail (HC_IS_SUPPORT_GROUP (self), NULL);
  g_return_val_if_fail (HC_IS_LIBRARY (library), NULL);

  owner = g_strdup_printf ("community/%s", self->details.id);

  return hc_library_read_sources (library, owner, error);
}
