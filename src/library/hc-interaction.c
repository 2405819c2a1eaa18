/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-interaction.h"

#include "hc-library-private.h"

/**
 * HcInteraction:
 *
 * What two substances do to each other, or the members of two groups.
 */
struct _HcInteraction
{
  GObject              parent_instance;

  HcInteractionDetails details; /* its strings are owned */
};

G_DEFINE_FINAL_TYPE (HcInteraction, hc_interaction, G_TYPE_OBJECT)

/**
 * hc_severity_from_string:
 * @name: a name, as it stands in the library
 *
 * Returns: the severity of that name
 */
HcSeverity
hc_severity_from_string (const char *name)
{
  if (g_strcmp0 (name, "major") == 0)
    return HC_SEVERITY_MAJOR;

  return g_strcmp0 (name, "minor") == 0 ? HC_SEVERITY_MINOR : HC_SEVERITY_MODERATE;
}

static void
hc_interaction_finalize (GObject *object)
{
  HcInteraction *self = HC_INTERACTION (object);

  g_free ((char *) self->details.effect);
  g_free ((char *) self->details.action);
  g_free ((char *) self->details.why);
  g_free ((char *) self->details.a);
  g_free ((char *) self->details.b);
  g_free ((char *) self->details.timing);

  G_OBJECT_CLASS (hc_interaction_parent_class)->finalize (object);
}

static void
hc_interaction_class_init (HcInteractionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_interaction_finalize;
}

static void
hc_interaction_init (HcInteraction *self)
{
}

/**
 * hc_interaction_new:
 * @details: what is told of it
 *
 * Returns: (transfer full): an interaction
 */
HcInteraction *
hc_interaction_new (const HcInteractionDetails *details)
{
  HcInteraction *self;

  g_return_val_if_fail (details != NULL, NULL);

  self = g_object_new (HC_TYPE_INTERACTION, NULL);
  self->details = *details;
  self->details.effect = g_strdup (details->effect);
  self->details.action = g_strdup (details->action);
  self->details.why = g_strdup (details->why);
  self->details.a = g_strdup (details->a);
  self->details.b = g_strdup (details->b);
  self->details.timing = g_strdup (details->timing);

  return self;
}

/**
 * hc_interaction_get_details:
 * @self: an interaction
 *
 * Returns: (transfer none): what is told of it
 */
const HcInteractionDetails *
hc_interaction_get_details (HcInteraction *self)
{
  g_return_val_if_fail (HC_IS_INTERACTION (self), NULL);

  return &self->details;
}

/**
 * hc_interaction_compare:
 * @a: an #HcInteraction
 * @b: another one
 *
 * Returns: less than 0 when @a comes first: the worse one, of two that are alike the entry before the rule
 */
int
hc_interaction_compare (gconstpointer a,
                        gconstpointer b)
{
  const HcInteractionDetails *first = &((const HcInteraction *) a)->details;
  const HcInteractionDetails *second = &((const HcInteraction *) b)->details;

  if (first->severity != second->severity)
    return (int) first->severity - (int) second->severity;

  if (first->is_rule != second->is_rule)
    return first->is_rule - second->is_rule;

  return first->id < second->id ? -1 : first->id > second->id;
}

/**
 * hc_interaction_load_sources:
 * @self: an interaction
 * @library: the library that it is from
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (element-type HcSource) (nullable): what says so
 */
GPtrArray *
hc_interaction_load_sources (HcInteraction  *self,
                             HcLibrary      *library,
                             GError        **error)
{
  g_autofree char *owner = NULL;

  g_return_val_if_fail (HC_IS_INTERACTION (self), NULL);
  g_return_val_if_fail (HC_IS_LIBRARY (library), NULL);

  owner = g_strdup_printf ("interaction/%" G_GINT64_FORMAT, self->details.id);

  return hc_library_read_sources (library, owner, error);
}
