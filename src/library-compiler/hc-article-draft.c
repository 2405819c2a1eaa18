/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-article-draft.h"

#include "hc-text-rules.h"

/**
 * hc_source_draft_free:
 * @self: (transfer full) (nullable): a source
 */
void
hc_source_draft_free (HcSourceDraft *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->title);
  g_free (self->publisher);
  g_free (self->address);
  g_free (self->published);
  g_free (self->read);
  g_free (self);
}

static void
link_free (gpointer data)
{
  HcLinkDraft *link = data;

  g_free (link->article);
  g_free (link->anchor);
  g_free (link);
}

/**
 * hc_article_draft_new:
 * @file: (type filename): the path of an article, `FOLDER/ID.md`
 *
 * Returns: (transfer full): an empty draft, with the id of the file
 */
HcArticleDraft *
hc_article_draft_new (const char *file)
{
  HcArticleDraft *self;

  g_return_val_if_fail (file != NULL, NULL);

  self = g_new0 (HcArticleDraft, 1);
  self->file = g_strdup (file);
  self->id = g_path_get_basename (file);

  if (g_str_has_suffix (self->id, ".md"))
    self->id[strlen (self->id) - strlen (".md")] = '\0';

  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_source_draft_free);
  self->links = g_ptr_array_new_with_free_func (link_free);
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_block_free);
  self->anchors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

/**
 * hc_article_draft_free:
 * @self: (transfer full) (nullable): a draft
 */
void
hc_article_draft_free (HcArticleDraft *self)
{
  if (self == NULL)
    return;

  g_free (self->file);
  g_free (self->id);
  g_free (self->title);
  g_free (self->summary);
  g_strfreev (self->topics);
  g_free (self->checked);
  g_free (self->review);
  g_free (self->next);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->links);
  g_ptr_array_unref (self->blocks);
  g_hash_table_unref (self->anchors);
  g_free (self);
}

/**
 * hc_article_draft_find_source:
 * @self: a draft
 * @id: the id of a source
 *
 * Returns: (transfer none) (nullable): the source
 */
HcSourceDraft *
hc_article_draft_find_source (HcArticleDraft *self,
                              const char     *id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->sources->len; i++)
    {
      HcSourceDraft *source = g_ptr_array_index (self->sources, i);

      if (g_str_equal (source->id, id))
        return source;
    }

  return NULL;
}

/**
 * hc_article_draft_cite:
 * @self: a draft
 * @id: the id of a source
 *
 * Cites a source: the first citation gives it the next number.
 *
 * Returns: the number of the source, 0 when it is not declared
 */
int
hc_article_draft_cite (HcArticleDraft *self,
                       const char     *id)
{
  HcSourceDraft *source = hc_article_draft_find_source (self, id);

  if (source == NULL)
    return 0;

  if (source->number == 0)
    source->number = ++self->n_cited;

  return source->number;
}

/**
 * hc_article_draft_add_link:
 * @self: a draft
 * @article: the id of an article
 * @anchor: (nullable): a place in it
 * @line: where the link stands
 */
void
hc_article_draft_add_link (HcArticleDraft *self,
                           const char     *article,
                           const char     *anchor,
                           int             line)
{
  HcLinkDraft *link;

  g_return_if_fail (self != NULL);
  g_return_if_fail (article != NULL);

  link = g_new0 (HcLinkDraft, 1);
  link->article = g_strdup (article);
  link->anchor = g_strdup (anchor);
  link->line = line;
  g_ptr_array_add (self->links, link);
}

static void
append_line (GString    *text,
             const char *line)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');

  g_string_append (text, line);
}

/**
 * hc_article_draft_dup_headings:
 * @self: a draft
 *
 * Returns: (transfer full): the texts of the headings, a line each
 */
char *
hc_article_draft_dup_headings (HcArticleDraft *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      HcBlock *block = g_ptr_array_index (self->blocks, i);
      g_autofree char *line = NULL;

      if (block->kind != HC_BLOCK_HEADING)
        continue;

      line = hc_block_dup_text (block);
      append_line (text, line);
    }

  return g_string_free_and_steal (text);
}

/**
 * hc_article_draft_dup_body:
 * @self: a draft
 *
 * Returns: (transfer full): what is there to read but the headings, with the captions of the tables
 */
char *
hc_article_draft_dup_body (HcArticleDraft *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      HcBlock *block = g_ptr_array_index (self->blocks, i);
      g_autofree char *lines = NULL;

      if (block->kind == HC_BLOCK_HEADING)
        continue;

      if (block->kind == HC_BLOCK_TABLE)
        append_line (text, block->detail);

      lines = hc_block_dup_text (block);
      append_line (text, lines);
    }

  return g_string_free_and_steal (text);
}

/**
 * hc_article_draft_count_words:
 * @self: a draft
 *
 * Returns: how many words there are to read, with headings, tables and captions
 */
guint
hc_article_draft_count_words (HcArticleDraft *self)
{
  g_autofree char *headings = hc_article_draft_dup_headings (self);
  g_autofree char *body = hc_article_draft_dup_body (self);

  return hc_text_rules_count_words (headings) + hc_text_rules_count_words (body);
}
