/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-label.h"

#include <stdio.h>
#include <string.h>

#include "hc-label-error.h"
#include "hc-link.h"
#include "hc-pill-imprint.h"

static const char *const kind_names[] = {
  [HC_LABEL_PRESCRIPTION] = "prescription",
  [HC_LABEL_OTC] = "otc",
  [HC_LABEL_SUPPLEMENT] = "supplement",
  [HC_LABEL_ANIMAL] = "animal",
  [HC_LABEL_OTHER] = "other",
};

/**
 * hc_label_kind_to_string:
 * @kind: a kind of label
 *
 * Returns: its name in sources.db
 */
const char *
hc_label_kind_to_string (HcLabelKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kind_names), NULL);

  return kind_names[kind];
}

/**
 * hc_label_kind_from_string:
 * @name: (nullable): a name
 *
 * Returns: the kind of that name
 */
HcLabelKind
hc_label_kind_from_string (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_strcmp0 (kind_names[i], name) == 0)
      return (HcLabelKind) i;

  return HC_LABEL_OTHER;
}

/**
 * hc_label_kind_from_document_code:
 * @code: (nullable): the LOINC code of a document
 *
 * The codes are those of the FDA's list of document types for Structured Product Labeling.
 *
 * Returns: what such a document is for
 */
HcLabelKind
hc_label_kind_from_document_code (const char *code)
{
  static const struct { const char *code; HcLabelKind kind; } kinds[] = {
    { "34391-3", HC_LABEL_PRESCRIPTION }, /* human prescription drug label */
    { "34390-5", HC_LABEL_OTC },          /* human OTC drug label */
    { "58476-3", HC_LABEL_SUPPLEMENT },   /* dietary supplement */
    { "50577-6", HC_LABEL_ANIMAL },       /* OTC animal drug label */
    { "50578-4", HC_LABEL_ANIMAL },       /* prescription animal drug label */
    { "50576-8", HC_LABEL_ANIMAL },       /* OTC type A medicated article animal drug label */
    { "50574-3", HC_LABEL_ANIMAL },       /* OTC type B medicated feed animal drug label */
    { "50573-5", HC_LABEL_ANIMAL },       /* OTC type C medicated feed animal drug label */
    { "50575-0", HC_LABEL_ANIMAL },       /* VFD type A medicated article animal drug label */
    { "50572-7", HC_LABEL_ANIMAL },       /* VFD type B medicated feed animal drug label */
    { "50571-9", HC_LABEL_ANIMAL },       /* VFD type C medicated feed animal drug label */
    { "77647-6", HC_LABEL_ANIMAL },       /* animal compounded drug label */
    { "81203-2", HC_LABEL_ANIMAL },       /* bulk ingredient, animal drug */
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].code, code) == 0)
      return kinds[i].kind;

  return HC_LABEL_OTHER;
}

static void
ingredient_free (gpointer data)
{
  HcLabelIngredient *ingredient = data;

  g_free (ingredient->name);
  g_free (ingredient->moiety);
  g_free (ingredient->strength);
  g_free (ingredient);
}

static void
product_free (gpointer data)
{
  HcLabelProduct *product = data;

  g_free (product->key);
  g_free (product->name);
  g_free (product->generic);
  g_free (product->form);
  g_free (product->route);
  g_free (product->imprint);
  g_ptr_array_unref (product->ingredients);
  g_free (product);
}

static void
section_free (gpointer data)
{
  HcLabelSection *section = data;

  g_free (section->code);
  g_free (section->title);
  g_free (section->text);
  g_free (section);
}

/**
 * hc_label_new:
 * @origin: where it is read
 *
 * Returns: (transfer full): a label without anything in it
 */
HcLabel *
hc_label_new (HcLabelOrigin origin)
{
  HcLabel *self = g_new0 (HcLabel, 1);

  self->origin = origin;
  self->kind = HC_LABEL_OTHER;
  self->products = g_ptr_array_new_with_free_func (product_free);
  self->sections = g_ptr_array_new_with_free_func (section_free);

  return self;
}

/**
 * hc_label_free:
 * @self: (transfer full) (nullable): a label
 */
void
hc_label_free (HcLabel *self)
{
  if (self == NULL)
    return;

  g_free (self->set_id);
  g_free (self->effective);
  g_free (self->title);
  g_free (self->maker);
  g_ptr_array_unref (self->products);
  g_ptr_array_unref (self->sections);
  g_free (self);
}

/**
 * hc_label_add_product:
 * @self: a label
 *
 * Returns: (transfer none): a new product of it
 */
HcLabelProduct *
hc_label_add_product (HcLabel *self)
{
  HcLabelProduct *product;

  g_return_val_if_fail (self != NULL, NULL);

  product = g_new0 (HcLabelProduct, 1);
  product->ingredients = g_ptr_array_new_with_free_func (ingredient_free);
  g_ptr_array_add (self->products, product);

  return product;
}

/**
 * hc_label_add_section:
 * @self: a label
 * @level: 1 for a section that is in no other
 *
 * Returns: (transfer none): a new section of it
 */
HcLabelSection *
hc_label_add_section (HcLabel *self,
                      int      level)
{
  HcLabelSection *section;

  g_return_val_if_fail (self != NULL, NULL);

  section = g_new0 (HcLabelSection, 1);
  section->level = level;
  g_ptr_array_add (self->sections, section);

  return section;
}

/**
 * hc_label_product_add_ingredient:
 * @self: a product
 *
 * Returns: (transfer none): a new ingredient of it
 */
HcLabelIngredient *
hc_label_product_add_ingredient (HcLabelProduct *self)
{
  HcLabelIngredient *ingredient;

  g_return_val_if_fail (self != NULL, NULL);

  ingredient = g_new0 (HcLabelIngredient, 1);
  g_ptr_array_add (self->ingredients, ingredient);

  return ingredient;
}

static gboolean
is_set_id (const char *text)
{
  return text != NULL && *text != '\0' && strlen (text) <= 64 &&
         strspn (text, "0123456789abcdefghijklmnopqrstuvwxyz-") == strlen (text);
}

/* Keeps those items that @is_whole is true of, in their order. Each is moved at most once: a label may have very
 * many. */
static void
keep_whole (GPtrArray  *items,
            gboolean  (*is_whole) (gconstpointer item))
{
  guint n_kept = 0;

  for (guint i = 0; i < items->len; i++)
    {
      gpointer item = g_ptr_array_index (items, i);

      if (is_whole (item))
        {
          g_ptr_array_index (items, i) = g_ptr_array_index (items, n_kept);
          g_ptr_array_index (items, n_kept++) = item;
        }
    }

  g_ptr_array_set_size (items, (int) n_kept);
}

static gboolean
is_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
ingredient_is_whole (gconstpointer item)
{
  return is_text (((const HcLabelIngredient *) item)->name);
}

static gboolean
product_is_whole (gconstpointer item)
{
  return is_text (((const HcLabelProduct *) item)->name);
}

static gboolean
section_is_whole (gconstpointer item)
{
  const HcLabelSection *section = item;

  return is_text (section->text) || is_text (section->title);
}

/* What a product lacks comes from what it has. */
static void
complete_product (HcLabelProduct *product,
                  guint           number)
{
  keep_whole (product->ingredients, ingredient_is_whole);

  if (!is_text (product->name))
    {
      g_free (product->name);
      product->name = g_strdup (product->generic);
    }

  if (!is_text (product->key))
    {
      g_free (product->key);
      product->key = g_strdup_printf ("%u", number);
    }
}

/**
 * hc_label_complete:
 * @self: a label of which all was read
 * @error: return location for %HC_LABEL_ERROR_INCOMPLETE
 *
 * Gives products without a name or a key one, and removes what is empty.
 *
 * Returns: whether it is a label: it has a set id, and a product with a name
 */
gboolean
hc_label_complete (HcLabel  *self,
                   GError  **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!is_set_id (self->set_id))
    {
      g_set_error_literal (error, HC_LABEL_ERROR, HC_LABEL_ERROR_INCOMPLETE, "The label has no set id");
      return FALSE;
    }

  for (guint i = 0; i < self->products->len; i++)
    complete_product (g_ptr_array_index (self->products, i), i + 1);

  keep_whole (self->products, product_is_whole);
  keep_whole (self->sections, section_is_whole);

  if (self->products->len == 0)
    {
      g_set_error_literal (error, HC_LABEL_ERROR, HC_LABEL_ERROR_INCOMPLETE, "The label names no product");
      return FALSE;
    }

  return TRUE;
}

/**
 * hc_label_get_name:
 * @self: a label with a product
 *
 * Returns: (transfer none): what it is called in lists
 */
const char *
hc_label_get_name (HcLabel *self)
{
  g_return_val_if_fail (self != NULL && self->products->len > 0, "");

  return ((const HcLabelProduct *) g_ptr_array_index (self->products, 0))->name;
}

/**
 * hc_label_get_generic:
 * @self: a label with a product
 *
 * Returns: (transfer none): its generic name; empty when it has none
 */
const char *
hc_label_get_generic (HcLabel *self)
{
  const HcLabelProduct *product;

  g_return_val_if_fail (self != NULL && self->products->len > 0, "");

  product = g_ptr_array_index (self->products, 0);

  return product->generic != NULL ? product->generic : "";
}

/**
 * hc_label_product_dup_strength:
 * @self: a product
 *
 * Returns: (transfer full): how much of each active ingredient is in it: `325 mg / 5 mg`
 */
char *
hc_label_product_dup_strength (HcLabelProduct *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);

  for (guint i = 0; i < self->ingredients->len; i++)
    {
      const HcLabelIngredient *ingredient = g_ptr_array_index (self->ingredients, i);

      if (!ingredient->is_active || ingredient->strength == NULL)
        continue;

      if (text->len > 0)
        g_string_append (text, " / ");
      g_string_append (text, ingredient->strength);
    }

  return g_string_free_and_steal (text);
}

/**
 * hc_label_dup_actives:
 * @self: a label
 *
 * Returns: (transfer full): the names of what acts in its products, one a line
 */
char *
hc_label_dup_actives (HcLabel *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);

  for (guint i = 0; i < self->products->len; i++)
    {
      const HcLabelProduct *product = g_ptr_array_index (self->products, i);

      for (guint j = 0; j < product->ingredients->len; j++)
        {
          const HcLabelIngredient *ingredient = g_ptr_array_index (product->ingredients, j);
          const char *name = ingredient->moiety != NULL ? ingredient->moiety : ingredient->name;

          if (!ingredient->is_active || !g_hash_table_add (seen, (gpointer) name))
            continue;

          if (text->len > 0)
            g_string_append_c (text, '\n');
          g_string_append (text, name);
        }
    }

  return g_string_free_and_steal (text);
}

/**
 * hc_label_product_has_look:
 * @self: a product
 *
 * Returns: whether so much of its look is told that it can be found by that: its imprint or its shape
 */
gboolean
hc_label_product_has_look (HcLabelProduct *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return (self->imprint != NULL && *self->imprint != '\0') || self->shape != HC_PILL_SHAPE_UNKNOWN;
}

/**
 * hc_label_product_make_pill:
 * @self: a product
 * @label: its label
 *
 * Returns: (transfer full): the product as a pill
 */
HcPill *
hc_label_product_make_pill (HcLabelProduct *self,
                            HcLabel        *label)
{
  gboolean has_generic;
  g_autofree char *front = NULL, *back = NULL, *strength = NULL, *link = NULL, *source = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);

  hc_pill_imprint_split (self->imprint != NULL ? self->imprint : "", &front, &back);
  strength = hc_label_product_dup_strength (self);
  link = hc_label_dup_link (label->set_id);
  has_generic = self->generic != NULL && *self->generic != '\0';
  source = label->origin == HC_LABEL_ORIGIN_SPL
    ? g_strdup_printf ("Label of the maker, set id %s, version %d", label->set_id, label->version)
    : g_strdup_printf ("NLM Pillbox, set id %s", label->set_id);

  return hc_pill_new (&(HcPillLook) {
                        .front = front,
                        .back = back,
                        .shape = self->shape,
                        .colors = { self->colors[0], self->colors[1] },
                        .score = self->score,
                        .size = self->size,
                      },
                      &(HcPillDetails) {
                        .target = link,
                        .name = has_generic ? self->generic : self->name,
                        .brand = has_generic && g_ascii_strcasecmp (self->name, self->generic) != 0 ? self->name : NULL,
                        .strength = strength,
                        .form = self->form,
                        .maker = label->maker,
                        .source = source,
                        .confirmed = label->origin == HC_LABEL_ORIGIN_SPL,
                      });
}

/**
 * hc_label_dup_link:
 * @set_id: the set id of a label
 *
 * Returns: (transfer full): the link to it
 */
char *
hc_label_dup_link (const char *set_id)
{
  g_return_val_if_fail (set_id != NULL, NULL);

  return g_strconcat (HC_LINK_SCHEME ":label/", set_id, NULL);
}

/**
 * hc_label_format_date:
 * @value: (nullable): a date as labels have it, `YYYYMMDD`, more may follow
 *
 * Returns: (transfer full) (nullable): the same as `YYYY-MM-DD`, %NULL when it is no date
 */
char *
hc_label_format_date (const char *value)
{
  int year, month, day;

  if (value == NULL || strspn (value, "0123456789") < 8 ||
      sscanf (value, "%4d%2d%2d", &year, &month, &day) != 3 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return NULL;

  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}
