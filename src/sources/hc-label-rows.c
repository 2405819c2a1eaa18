/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-label-rows.h"

#include <string.h>

/* Tabulators and line breaks part the fields. */
static void
append_field (GString    *text,
              const char *field)
{
  gsize start = text->len;

  g_string_append (text, field != NULL ? field : "");
  for (gsize i = start; i < text->len; i++)
    if (text->str[i] == '\t' || text->str[i] == '\n')
      text->str[i] = ' ';
}

/**
 * hc_label_rows_format_ingredients:
 * @product: a product
 *
 * Returns: (transfer full): its ingredients as they stand in sources.db
 */
char *
hc_label_rows_format_ingredients (HcLabelProduct *product)
{
  GString *text;

  g_return_val_if_fail (product != NULL, NULL);

  text = g_string_new (NULL);

  for (guint i = 0; i < product->ingredients->len; i++)
    {
      const HcLabelIngredient *ingredient = g_ptr_array_index (product->ingredients, i);

      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, ingredient->is_active ? "a\t" : "i\t");
      append_field (text, ingredient->name);
      g_string_append_c (text, '\t');
      append_field (text, ingredient->moiety);
      g_string_append_c (text, '\t');
      append_field (text, ingredient->strength);
    }

  return g_string_free_and_steal (text);
}

static char *
dup_or_null (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

static void
parse_ingredients (HcLabelProduct *product,
                   const char     *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", 4);
      HcLabelIngredient *ingredient;

      if (g_strv_length (fields) < 4)
        continue;

      ingredient = hc_label_product_add_ingredient (product);
      ingredient->is_active = *fields[0] == 'a';
      ingredient->name = g_strdup (fields[1]);
      ingredient->moiety = dup_or_null (fields[2]);
      ingredient->strength = dup_or_null (fields[3]);
    }
}

/**
 * hc_label_rows_read_products:
 * @database: sources.db
 * @id: the row of a label
 * @label: takes its products
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether they were read
 */
gboolean
hc_label_rows_read_products (HcDatabase  *database,
                             gint64       id,
                             HcLabel     *label,
                             GError     **error)
{
  g_autoptr (HcStatement) statement =
    hc_database_prepare (database, "SELECT * FROM label_product WHERE label = :label ORDER BY position", error);
  HcStep step;

  if (statement == NULL)
    return FALSE;

  hc_statement_bind_int64 (statement, ":label", id);

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    {
      HcLabelProduct *product = hc_label_add_product (label);

      product->key = g_strdup (hc_statement_get_text (statement, "key"));
      product->name = g_strdup (hc_statement_get_text (statement, "name"));
      product->generic = g_strdup (hc_statement_get_text (statement, "generic"));
      product->form = g_strdup (hc_statement_get_text (statement, "form"));
      product->route = g_strdup (hc_statement_get_text (statement, "route"));
      product->imprint = g_strdup (hc_statement_get_text (statement, "imprint"));
      product->shape = hc_pill_shape_from_string (hc_statement_get_text (statement, "shape"));
      product->colors[0] = hc_pill_color_from_string (hc_statement_get_text (statement, "color"));
      product->colors[1] = hc_pill_color_from_string (hc_statement_get_text (statement, "color2"));
      product->score = (int) hc_statement_get_int64 (statement, "score");
      product->size = hc_statement_get_double (statement, "size");
      parse_ingredients (product, hc_statement_get_text (statement, "ingredients"));
    }

  return step == HC_STEP_DONE;
}

/**
 * hc_label_rows_read_sections:
 * @database: sources.db
 * @id: the row of a label
 * @label: takes its sections
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether they were read
 */
gboolean
hc_label_rows_read_sections (HcDatabase  *database,
                             gint64       id,
                             HcLabel     *label,
                             GError     **error)
{
  g_autoptr (HcStatement) statement =
    hc_database_prepare (database, "SELECT * FROM label_section WHERE label = :label ORDER BY position", error);
  HcStep step;

  if (statement == NULL)
    return FALSE;

  hc_statement_bind_int64 (statement, ":label", id);

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    {
      HcLabelSection *section = hc_label_add_section (label, (int) hc_statement_get_int64 (statement, "level"));

      section->code = g_strdup (hc_statement_get_text (statement, "code"));
      section->title = g_strdup (hc_statement_get_text (statement, "title"));
      section->text = g_strdup (hc_statement_get_text (statement, "text"));
    }

  return step == HC_STEP_DONE;
}

static HcLabelProduct *
find_product (HcLabel    *label,
              const char *key)
{
  for (guint i = 0; i < label->products->len; i++)
    {
      HcLabelProduct *product = g_ptr_array_index (label->products, i);

      if (g_str_equal (product->key, key))
        return product;
    }

  return NULL;
}

static void
fill_text (char **text,
           char **known)
{
  if (*text == NULL || **text == '\0')
    {
      g_free (*text);
      *text = g_steal_pointer (known);
    }
}

/* Takes from @known what @product does not tell. */
static void
fill_product (HcLabelProduct *product,
              HcLabelProduct *known)
{
  fill_text (&product->generic, &known->generic);
  fill_text (&product->form, &known->form);
  fill_text (&product->route, &known->route);
  fill_text (&product->imprint, &known->imprint);

  if (product->shape == HC_PILL_SHAPE_UNKNOWN)
    product->shape = known->shape;

  if (product->colors[0] == HC_PILL_COLOR_UNKNOWN)
    memcpy (product->colors, known->colors, sizeof product->colors);

  if (product->score == 0)
    product->score = known->score;

  if (product->size <= 0)
    product->size = known->size;

  if (product->ingredients->len == 0)
    {
      GPtrArray *ingredients = product->ingredients;

      product->ingredients = known->ingredients;
      known->ingredients = ingredients;
    }
}

static gboolean
read_label (HcDatabase  *database,
            gint64       id,
            HcLabel     *label,
            GError     **error)
{
  g_autoptr (HcStatement) statement =
    hc_database_prepare (database, "SELECT version, effective, kind, maker FROM label WHERE id = :id", error);

  if (statement == NULL)
    return FALSE;

  hc_statement_bind_int64 (statement, ":id", id);
  if (hc_statement_step (statement, error) != HC_STEP_ROW)
    return FALSE;

  label->version = (int) hc_statement_get_int64 (statement, "version");
  label->effective = g_strdup (hc_statement_get_text (statement, "effective"));
  label->kind = hc_label_kind_from_string (hc_statement_get_text (statement, "kind"));
  label->maker = g_strdup (hc_statement_get_text (statement, "maker"));

  return TRUE;
}

static void
fill_label (HcLabel *label,
            HcLabel *known)
{
  fill_text (&label->effective, &known->effective);
  fill_text (&label->maker, &known->maker);
  label->version = MAX (label->version, known->version);

  if (label->kind == HC_LABEL_OTHER)
    label->kind = known->kind;
}

static char *
describe (HcLabel *label)
{
  GString *text = g_string_new (label->maker);

  g_string_append_printf (text, "|%d|%s|%d", label->version, label->effective, (int) label->kind);

  for (guint i = 0; i < label->products->len; i++)
    {
      HcLabelProduct *product = g_ptr_array_index (label->products, i);
      g_autofree char *ingredients = hc_label_rows_format_ingredients (product);

      g_string_append_printf (text, "|%s|%s|%s|%s|%s|%s|%s|%d|%d|%d|%d|%g", product->key, product->name,
                              product->generic, product->form, product->route, product->imprint, ingredients,
                              (int) product->shape, (int) product->colors[0], (int) product->colors[1],
                              product->score, product->size);
    }

  return g_string_free_and_steal (text);
}

/**
 * hc_label_rows_merge:
 * @database: sources.db
 * @id: the row of a label
 * @label: the same label, read anew; what it does not tell is added to it
 * @changed: (out): whether it tells anything that is not known yet
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Completes rows of the Pillbox: exports hold different parts of what is known of a pill, and what was known
 * once is not forgotten.
 *
 * Returns: whether the products were read
 */
gboolean
hc_label_rows_merge (HcDatabase  *database,
                     gint64       id,
                     HcLabel     *label,
                     gboolean    *changed,
                     GError     **error)
{
  g_autoptr (HcLabel) known = hc_label_new (label->origin);
  g_autofree char *before = NULL, *after = NULL;

  if (!read_label (database, id, known, error) || !hc_label_rows_read_products (database, id, known, error))
    return FALSE;

  before = describe (known);
  fill_label (label, known);

  /* The known ones keep their places, the new ones follow. Of several with one key the first goes with the first:
   * none is told what another one looks like. */
  for (guint i = 0; i < known->products->len; i++)
    {
      HcLabelProduct *product = g_ptr_array_index (known->products, i);
      HcLabelProduct *fresh = find_product (label, product->key);
      guint place;

      if (fresh == NULL)
        continue;

      fill_product (fresh, product);
      g_ptr_array_find (label->products, fresh, &place);
      g_ptr_array_steal_index (label->products, place);
      g_ptr_array_remove_index (known->products, i);
      g_ptr_array_insert (known->products, (int) i, fresh);
    }

  g_ptr_array_extend_and_steal (known->products, g_steal_pointer (&label->products));
  label->products = g_steal_pointer (&known->products);
  known->products = g_ptr_array_new ();

  after = describe (label);
  *changed = !g_str_equal (before, after);

  return TRUE;
}
