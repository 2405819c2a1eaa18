/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-block.h"

/* The names are stored in library.db. */
static const char *const kind_names[] = {
  [HC_BLOCK_HEADING] = "heading",
  [HC_BLOCK_PARAGRAPH] = "paragraph",
  [HC_BLOCK_LIST] = "list",
  [HC_BLOCK_LIST_ITEM] = "list-item",
  [HC_BLOCK_TABLE] = "table",
  [HC_BLOCK_TABLE_ROW] = "table-row",
  [HC_BLOCK_TABLE_CELL] = "table-cell",
  [HC_BLOCK_CALL_OUT] = "call-out",
  [HC_BLOCK_FIGURE] = "figure",
};

/**
 * hc_block_new:
 * @kind: what it is
 *
 * Returns: (transfer full): an empty block
 */
HcBlock *
hc_block_new (HcBlockKind kind)
{
  HcBlock *self = g_new0 (HcBlock, 1);

  self->kind = kind;
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_block_free);

  return self;
}

/**
 * hc_block_free:
 * @self: (transfer full) (nullable): a block, freed with all within it
 */
void
hc_block_free (HcBlock *self)
{
  if (self == NULL)
    return;

  g_free (self->anchor);
  g_free (self->markup);
  g_free (self->detail);
  g_free (self->target);
  g_clear_object (&self->picture);
  g_ptr_array_unref (self->children);
  g_free (self);
}

static void
collect_text (GMarkupParseContext  *context,
              const char           *text,
              gsize                 length,
              gpointer              user_data,
              GError              **error)
{
  /* The number of a citation belongs to the look of the text, not to its words. */
  if (!g_str_equal (g_markup_parse_context_get_element (context), "sup"))
    g_string_append_len (user_data, text, (gssize) length);
}

static void
append_text (HcBlock *self,
             GString *text)
{
  if (self->markup != NULL)
    {
      static const GMarkupParser parser = { .text = collect_text };
      g_autoptr (GMarkupParseContext) context =
        g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, text, NULL);

      if (text->len > 0)
        g_string_append_c (text, '\n');

      if (!g_markup_parse_context_parse (context, "<p>", -1, NULL) ||
          !g_markup_parse_context_parse (context, self->markup, -1, NULL) ||
          !g_markup_parse_context_parse (context, "</p>", -1, NULL))
        g_critical ("The library holds broken markup: %s", self->markup);
    }

  for (guint i = 0; i < self->children->len; i++)
    append_text (g_ptr_array_index (self->children, i), text);
}

/**
 * hc_block_dup_text:
 * @self: a block
 *
 * Returns: (transfer full): the words of the block and of all within it, without markup and without
 *   the numbers of citations, a line each
 */
char *
hc_block_dup_text (HcBlock *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  append_text (self, text);

  return g_string_free_and_steal (text);
}

/**
 * hc_block_kind_to_string:
 * @kind: a kind of block
 *
 * Returns: its name in library.db
 */
const char *
hc_block_kind_to_string (HcBlockKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kind_names), NULL);

  return kind_names[kind];
}

/**
 * hc_block_kind_from_string:
 * @string: a name
 * @kind: (out): the kind of that name
 *
 * Returns: whether there is such a kind
 */
gboolean
hc_block_kind_from_string (const char  *string,
                           HcBlockKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_str_equal (kind_names[i], string))
      {
        *kind = (HcBlockKind) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * hc_blocks_complete_tables:
 * @blocks: (element-type HcBlock): blocks, of which those in call-outs are looked at as well
 *
 * Gives all rows of a table as many cells as the longest one has, and makes the first one its header.
 */
void
hc_blocks_complete_tables (GPtrArray *blocks)
{
  g_return_if_fail (blocks != NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const HcBlock *table = g_ptr_array_index (blocks, i);
      guint n_columns = 0;

      if (table->kind == HC_BLOCK_CALL_OUT)
        hc_blocks_complete_tables (table->children);

      if (table->kind != HC_BLOCK_TABLE)
        continue;

      for (guint row = 0; row < table->children->len; row++)
        n_columns = MAX (n_columns, ((const HcBlock *) g_ptr_array_index (table->children, row))->children->len);

      for (guint row = 0; row < table->children->len; row++)
        {
          GPtrArray *cells = ((const HcBlock *) g_ptr_array_index (table->children, row))->children;

          while (cells->len < n_columns)
            {
              HcBlock *cell = hc_block_new (HC_BLOCK_TABLE_CELL);

              cell->markup = g_strdup ("");
              g_ptr_array_add (cells, cell);
            }

          for (guint column = 0; column < cells->len; column++)
            ((HcBlock *) g_ptr_array_index (cells, column))->level = row == 0;
        }
    }
}
