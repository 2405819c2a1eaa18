/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-substance.h"

/**
 * HcSubstance:
 *
 * What interactions speak of: what acts in a medicine, a supplement, a food.
 */
struct _HcSubstance
{
  GObject           parent_instance;

  char             *id;
  char             *name;
  char            **also;
  HcSubstanceKind   kind;
  char             *drug;
};

enum {
  PROP_0,
  PROP_NAME,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HcSubstance, hc_substance, G_TYPE_OBJECT)

/* As they stand in library.db. */
static const char *const kind_names[] = {
  [HC_SUBSTANCE_MEDICINE] = "medicine",
  [HC_SUBSTANCE_SUPPLEMENT] = "supplement",
  [HC_SUBSTANCE_FOOD] = "food",
  [HC_SUBSTANCE_VACCINE] = "vaccine",
  [HC_SUBSTANCE_OTHER] = "other",
};

static void
hc_substance_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  HcSubstance *self = HC_SUBSTANCE (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hc_substance_finalize (GObject *object)
{
  HcSubstance *self = HC_SUBSTANCE (object);

  g_free (self->id);
  g_free (self->name);
  g_strfreev (self->also);
  g_free (self->drug);

  G_OBJECT_CLASS (hc_substance_parent_class)->finalize (object);
}

static void
hc_substance_class_init (HcSubstanceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = hc_substance_get_property;
  object_class->finalize = hc_substance_finalize;

  /**
   * HcSubstance:name:
   *
   * Its name.
   */
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hc_substance_init (HcSubstance *self)
{
}

/**
 * hc_substance_new:
 * @id: its id
 * @name: its name
 * @also: its other names, with commas, may be empty
 * @kind: the name of an #HcSubstanceKind
 * @drug: (nullable): the id of the medicine that has a text
 *
 * Returns: (transfer full): a substance
 */
HcSubstance *
hc_substance_new (const char *id,
                  const char *name,
                  const char *also,
                  const char *kind,
                  const char *drug)
{
  HcSubstance *self;

  g_return_val_if_fail (id != NULL && name != NULL && also != NULL && kind != NULL, NULL);

  self = g_object_new (HC_TYPE_SUBSTANCE, NULL);
  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->also = *also != '\0' ? g_strsplit (also, ",", -1) : g_new0 (char *, 1);
  self->drug = g_strdup (drug);
  self->kind = HC_SUBSTANCE_OTHER;

  for (guint i = 0; self->also[i] != NULL; i++)
    g_strstrip (self->also[i]);

  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_str_equal (kind_names[i], kind))
      self->kind = (HcSubstanceKind) i;

  return self;
}

/**
 * hc_substance_get_id:
 * @self: a substance
 *
 * Returns: (transfer none): its id
 */
const char *
hc_substance_get_id (HcSubstance *self)
{
  g_return_val_if_fail (HC_IS_SUBSTANCE (self), NULL);

  return self->id;
}

/**
 * hc_substance_get_name:
 * @self: a substance
 *
 * Returns: (transfer none): its name
 */
const char *
hc_substance_get_name (HcSubstance *self)
{
  g_return_val_if_fail (HC_IS_SUBSTANCE (self), NULL);

  return self->name;
}

/**
 * hc_substance_get_also:
 * @self: a substance
 *
 * Returns: (transfer none) (array zero-terminated=1): its other names, brand names among them
 */
const char *const *
hc_substance_get_also (HcSubstance *self)
{
  g_return_val_if_fail (HC_IS_SUBSTANCE (self), NULL);

  return (const char *const *) self->also;
}

/**
 * hc_substance_get_kind:
 * @self: a substance
 *
 * Returns: what it is
 */
HcSubstanceKind
hc_substance_get_kind (HcSubstance *self)
{
  g_return_val_if_fail (HC_IS_SUBSTANCE (self), HC_SUBSTANCE_OTHER);

  return self->kind;
}

/**
 * hc_substance_get_drug:
 * @self: a substance
 *
 * Returns: (transfer none) (nullable): the id of the #HcDrug with its text
 */
const char *
hc_substance_get_drug (HcSubstance *self)
{
  g_return_val_if_fail (HC_IS_SUBSTANCE (self), NULL);

  return self->drug;
}
