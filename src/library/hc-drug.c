/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-drug.h"

/**
 * HcDrug:
 *
 * A medicine, a supplement or a food that matters to these. Its text is an article.
 */
struct _HcDrug
{
  GObject     parent_instance;

  HcArticle  *article;
  HcDrugKind  kind;
  char      **brands;
  char      **also;
  char      **classes;
  char      **conditions;
  char      **forms;
};

enum {
  PROP_0,
  PROP_NAME,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HcDrug, hc_drug, G_TYPE_OBJECT)

/* As they stand in library.db. */
static const char *const kind_names[] = {
  [HC_DRUG_PRESCRIPTION] = "prescription",
  [HC_DRUG_OTC] = "otc",
  [HC_DRUG_SUPPLEMENT] = "supplement",
  [HC_DRUG_FOOD] = "food",
};

static void
hc_drug_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  HcDrug *self = HC_DRUG (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, hc_drug_get_name (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hc_drug_finalize (GObject *object)
{
  HcDrug *self = HC_DRUG (object);

  g_clear_object (&self->article);
  g_strfreev (self->brands);
  g_strfreev (self->also);
  g_strfreev (self->classes);
  g_strfreev (self->conditions);
  g_strfreev (self->forms);

  G_OBJECT_CLASS (hc_drug_parent_class)->finalize (object);
}

static void
hc_drug_class_init (HcDrugClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = hc_drug_get_property;
  object_class->finalize = hc_drug_finalize;

  /**
   * HcDrug:name:
   *
   * Its name, as in its title.
   */
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hc_drug_init (HcDrug *self)
{
}

static char **
split (const char *text,
       const char *separator)
{
  return *text != '\0' ? g_strsplit (text, separator, -1) : g_new0 (char *, 1);
}

/**
 * hc_drug_new:
 * @article: its text
 * @details: what is told of it beside
 *
 * Returns: (transfer full): a medicine
 */
HcDrug *
hc_drug_new (HcArticle           *article,
             const HcDrugDetails *details)
{
  HcDrug *self;

  g_return_val_if_fail (HC_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (details != NULL, NULL);

  self = g_object_new (HC_TYPE_DRUG, NULL);
  self->article = g_object_ref (article);
  self->brands = split (details->brands, ",");
  self->also = split (details->also, ",");
  self->classes = split (details->classes, ",");
  self->conditions = split (details->conditions, ",");
  self->forms = split (details->forms, ";");

  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_str_equal (kind_names[i], details->kind))
      self->kind = (HcDrugKind) i;

  return self;
}

/**
 * hc_drug_get_article:
 * @self: a medicine
 *
 * Returns: (transfer none): its text
 */
HcArticle *
hc_drug_get_article (HcDrug *self)
{
  g_return_val_if_fail (HC_IS_DRUG (self), NULL);

  return self->article;
}

/**
 * hc_drug_get_id:
 * @self: a medicine
 *
 * Returns: (transfer none): its id, that of its article
 */
const char *
hc_drug_get_id (HcDrug *self)
{
  g_return_val_if_fail (HC_IS_DRUG (self), NULL);

  return hc_article_get_id (self->article);
}

/**
 * hc_drug_get_name:
 * @self: a medicine
 *
 * Returns: (transfer none): its name
 */
const char *
hc_drug_get_name (HcDrug *self)
{
  g_return_val_if_fail (HC_IS_DRUG (self), NULL);

  return hc_article_get_title (self->article);
}

/**
 * hc_drug_get_kind:
 * @self: a medicine
 *
 * Returns: what it is
 */
HcDrugKind
hc_drug_get_kind (HcDrug *self)
{
  g_return_val_if_fail (HC_IS_DRUG (self), HC_DRUG_PRESCRIPTION);

  return self->kind;
}

/**
 * hc_drug_get_brands:
 * @self: a medicine
 *
 * Returns: (transfer none) (array zero-terminated=1): its brand names
 */
const char *const *
hc_drug_get_brands (HcDrug *self)
{
  g_return_val_if_fail (HC_IS_DRUG (self), NULL);

  return (const char *const *) self->brands;
}

/**
 * hc_drug_get_also:
 * @self: a medicine
 *
 * Returns: (transfer none) (array zero-terminated=1): its other names, usual misspellings among them
 */
const char *const *
hc_drug_get_also (HcDrug *self)
{
  g_return_val_if_fail (HC_IS_DRUG (self), NULL);

  return (const char *const *) self->also;
}

/**
 * hc_drug_get_classes:
 * @self: a medicine
 *
 * Returns: (transfer none) (array zero-terminated=1): its classes, in small letters
 */
const char *const *
hc_drug_get_classes (HcDrug *self)
{
  g_return_val_if_fail (HC_IS_DRUG (self), NULL);

  return (const char *const *) self->classes;
}

/**
 * hc_drug_get_conditions:
 * @self: a medicine
 *
 * Returns: (transfer none) (array zero-terminated=1): what it is taken for, in small letters
 */
const char *const *
hc_drug_get_conditions (HcDrug *self)
{
  g_return_val_if_fail (HC_IS_DRUG (self), NULL);

  return (const char *const *) self->conditions;
}

/**
 * hc_drug_get_forms:
 * @self: a medicine
 *
 * Returns: (transfer none) (array zero-terminated=1): its forms and strengths
 */
const char *const *
hc_drug_get_forms (HcDrug *self)
{
  g_return_val_if_fail (HC_IS_DRUG (self), NULL);

  return (const char *const *) self->forms;
}

/**
 * hc_drug_dup_link:
 * @self: a medicine
 *
 * Returns: (transfer full): the link to it
 */
char *
hc_drug_dup_link (HcDrug *self)
{
  g_return_val_if_fail (HC_IS_DRUG (self), NULL);

  return hc_article_dup_link (self->article);
}
