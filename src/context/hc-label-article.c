/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-label-article.h"

#include <glib/gi18n.h>
#include <string.h>

#define BOXED_WARNING "34066-1" /* LOINC */

typedef struct
{
  GPtrArray  *blocks;  /* of the article, or of the call-out that is filled */
  GHashTable *anchors; /* those that are taken */
  HcBlock    *list;    /* the one that grows, NULL: none */
  HcBlock    *table;   /* likewise */
  char       *caption; /* of the next table */
} Builder;

/* A name for a heading, unique in the article. */
static char *
make_anchor (Builder    *self,
             const char *title)
{
  g_autofree char *small = g_utf8_strdown (title, -1);
  g_autofree char *slug = NULL;
  GString *text = g_string_new (NULL);
  char *anchor;

  for (const char *position = small; *position != '\0'; position++)
    {
      if (g_ascii_isalnum (*position))
        g_string_append_c (text, *position);
      else if (text->len > 0 && text->str[text->len - 1] != '-')
        g_string_append_c (text, '-');
    }

  while (text->len > 0 && text->str[text->len - 1] == '-')
    g_string_truncate (text, text->len - 1);

  slug = g_string_free_and_steal (text);
  anchor = g_strdup (*slug != '\0' ? slug : "section");

  for (guint i = 2; g_hash_table_contains (self->anchors, anchor); i++)
    {
      g_free (anchor);
      anchor = g_strdup_printf ("%s-%u", *slug != '\0' ? slug : "section", i);
    }

  g_hash_table_add (self->anchors, g_strdup (anchor));

  return anchor;
}

/* A name for a paragraph, which no heading may have either. */
static char *
make_paragraph_anchor (Builder *self)
{
  guint number = g_hash_table_size (self->anchors);
  char *anchor = g_strdup_printf ("p-%u", number);

  while (g_hash_table_contains (self->anchors, anchor))
    {
      g_free (anchor);
      anchor = g_strdup_printf ("p-%u", ++number);
    }

  g_hash_table_add (self->anchors, g_strdup (anchor));

  return anchor;
}

static HcBlock *
add_text (Builder     *self,
          GPtrArray   *blocks,
          HcBlockKind  kind,
          const char  *text)
{
  HcBlock *block = hc_block_new (kind);

  block->markup = g_markup_escape_text (text, -1);
  if (kind == HC_BLOCK_HEADING)
    block->anchor = make_anchor (self, text);
  else if (kind == HC_BLOCK_PARAGRAPH)
    block->anchor = make_paragraph_anchor (self);
  g_ptr_array_add (blocks, block);

  return block;
}

static void
end_group (Builder *self)
{
  self->list = NULL;
  self->table = NULL;
}

static void
add_item (Builder    *self,
          const char *text)
{
  HcBlock *item;

  if (self->list == NULL)
    {
      end_group (self);
      self->list = hc_block_new (HC_BLOCK_LIST);
      g_ptr_array_add (self->blocks, self->list);
    }

  item = hc_block_new (HC_BLOCK_LIST_ITEM);
  g_ptr_array_add (self->list->children, item);
  add_text (self, item->children, HC_BLOCK_PARAGRAPH, text);
}

static void
add_row (Builder    *self,
         const char *text)
{
  g_auto (GStrv) cells = g_strsplit (text, "\t", -1);
  HcBlock *row;

  if (self->table == NULL)
    {
      end_group (self);
      self->table = hc_block_new (HC_BLOCK_TABLE);
      self->table->anchor = make_anchor (self, "table");
      self->table->detail = self->caption != NULL ? g_steal_pointer (&self->caption) : g_strdup (_("Table"));
      g_ptr_array_add (self->blocks, self->table);
    }

  row = hc_block_new (HC_BLOCK_TABLE_ROW);
  g_ptr_array_add (self->table->children, row);

  for (guint i = 0; cells[i] != NULL; i++)
    add_text (self, row->children, HC_BLOCK_TABLE_CELL, g_strstrip (cells[i]));
}

static void
add_lines (Builder    *self,
           const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  end_group (self);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = lines[i];

      if (*line == '\0')
        continue;

      switch ((HcLabelLine) *line)
        {
        case HC_LABEL_LINE_ITEM:
          add_item (self, line + 1);
          break;
        case HC_LABEL_LINE_HEADER:
        case HC_LABEL_LINE_ROW:
          add_row (self, line + 1);
          break;
        case HC_LABEL_LINE_HEADING:
          /* The caption of a table stands before it. */
          if (lines[i + 1] != NULL && (*lines[i + 1] == HC_LABEL_LINE_HEADER || *lines[i + 1] == HC_LABEL_LINE_ROW))
            {
              end_group (self);
              g_free (self->caption);
              self->caption = g_strdup (line + 1);
              break;
            }
          G_GNUC_FALLTHROUGH;
        case HC_LABEL_LINE_PARAGRAPH:
        default:
          end_group (self);
          add_text (self, self->blocks, HC_BLOCK_PARAGRAPH, line + 1);
        }
    }

  end_group (self);
}

/* The boxed warning goes before all else. */
static void
add_boxed_warning (Builder *self,
                   HcLabel *label)
{
  GPtrArray *article = self->blocks;
  int level = 0;
  HcBlock *box = NULL;

  for (guint i = 0; i < label->sections->len; i++)
    {
      const HcLabelSection *section = g_ptr_array_index (label->sections, i);

      if (g_strcmp0 (section->code, BOXED_WARNING) == 0)
        level = section->level;
      else if (section->level <= level)
        level = 0;

      if (level == 0 || section->text == NULL || *section->text == '\0')
        continue;

      if (box == NULL)
        {
          box = hc_block_new (HC_BLOCK_CALL_OUT);
          box->detail = g_strdup ("boxed");
          g_ptr_array_add (article, box);
        }

      self->blocks = box->children;
      add_lines (self, section->text);
    }

  self->blocks = article;
}

static void
add_products (Builder *self,
              HcLabel *label)
{
  for (guint i = 0; i < label->products->len; i++)
    {
      HcLabelProduct *product = g_ptr_array_index (label->products, i);
      g_autoptr (GString) text = g_string_new (product->name);
      g_autofree char *strength = hc_label_product_dup_strength (product);

      if (product->generic != NULL && g_ascii_strcasecmp (product->generic, product->name) != 0)
        g_string_append_printf (text, " (%s)", product->generic);
      if (*strength != '\0')
        g_string_append_printf (text, ", %s", strength);
      if (product->form != NULL)
        {
          g_autofree char *form = g_utf8_strdown (product->form, -1);

          g_string_append_printf (text, ", %s", form);
        }
      if (strchr (product->key, '-') != NULL)
        /* Translators: the National Drug Code, the number of a product in the United States. */
        g_string_append_printf (text, _(", NDC %s"), product->key);

      add_item (self, text->str);
    }

  end_group (self);
}

static void
add_ingredients (Builder    *self,
                 HcLabel    *label,
                 gboolean    active,
                 const char *title)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean begun = FALSE;

  for (guint i = 0; i < label->products->len; i++)
    {
      const HcLabelProduct *product = g_ptr_array_index (label->products, i);

      for (guint j = 0; j < product->ingredients->len; j++)
        {
          const HcLabelIngredient *ingredient = g_ptr_array_index (product->ingredients, j);

          if (ingredient->is_active != active || !g_hash_table_add (seen, ingredient->name))
            continue;

          if (!begun)
            add_text (self, self->blocks, HC_BLOCK_HEADING, title)->level = 3;
          begun = TRUE;
          add_item (self, ingredient->name);
        }
    }

  end_group (self);
}

static void
add_sections (Builder *self,
              HcLabel *label)
{
  for (guint i = 0; i < label->sections->len; i++)
    {
      const HcLabelSection *section = g_ptr_array_index (label->sections, i);

      if (section->title != NULL && *section->title != '\0')
        add_text (self, self->blocks, HC_BLOCK_HEADING, section->title)->level = section->level == 1 ? 2 : 3;

      if (section->text != NULL)
        add_lines (self, section->text);
    }
}

/**
 * hc_label_article_new:
 * @label: an imported label
 *
 * Makes an article of a label, to be read as the articles of the library are: the boxed warning first, then
 * the products, and each section as a page.
 *
 * Returns: (transfer full): the article, with its text
 */
HcArticle *
hc_label_article_new (HcLabel *label)
{
  g_autoptr (GHashTable) anchors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Builder self = { .blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_block_free), .anchors = anchors };
  g_autofree char *version = NULL, *summary = NULL;
  g_autoptr (HcArticle) article = NULL;

  g_return_val_if_fail (label != NULL && label->products->len > 0, NULL);

  add_boxed_warning (&self, label);
  add_products (&self, label);
  add_ingredients (&self, label, TRUE, _("Active Ingredients"));
  add_ingredients (&self, label, FALSE, _("Other Ingredients"));
  add_sections (&self, label);
  hc_blocks_complete_tables (self.blocks);
  g_free (self.caption);

  version = label->origin == HC_LABEL_ORIGIN_SPL
    /* Translators: the id that all versions of a label share, and the version. */
    ? g_strdup_printf (_("Set id %s, version %d"), label->set_id, label->version)
    : g_strdup_printf (_("Set id %s, a row of the NLM Pillbox without the text of the label"), label->set_id);
  summary = label->maker != NULL && *label->maker != '\0'
    ? g_strdup_printf (_("The label text of its maker, %s, as it was imported."), label->maker)
    : g_strdup (_("The label text of its maker, as it was imported."));

  article = hc_article_new (&(HcArticleSummary) {
    .kind = HC_ARTICLE_KIND_LABEL,
    .id = label->set_id,
    .title = hc_label_get_name (label),
    .summary = summary,
    .topic = _("Imported Label"),
    .checked = label->effective,
    .review = version,
    .paged = TRUE,
    .words = 0,
    .audience = { .sites = "", .stages = "", .biomarkers = "" },
  });
  hc_article_take_content (article, self.blocks, g_ptr_array_new_with_free_func ((GDestroyNotify) hc_source_free));

  return g_steal_pointer (&article);
}
