/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-article-draft.h"

#include "hc-text-rules.h"

static void
link_free (gpointer data)
{
  HcLinkDraft *link = data;

  g_free (link->place);
  g_free (link->id);
  g_free (link->anchor);
  g_free (link);
}

/**
 * hc_article_draft_new:
 * @kind: an article or the answer to a question
 * @file: (type filename): the path of an article, `FOLDER/ID.md`
 *
 * Returns: (transfer full): an empty draft, with the id of the file
 */
HcArticleDraft *
hc_article_draft_new (HcArticleKind  kind,
                      const char    *file)
{
  HcArticleDraft *self;

  g_return_val_if_fail (file != NULL, NULL);

  self = g_new0 (HcArticleDraft, 1);
  self->kind = kind;
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
  g_free (self->sites);
  g_free (self->stages);
  g_free (self->biomarkers);
  g_free (self->drug.brands);
  g_free (self->drug.also);
  g_free (self->drug.kind);
  g_free (self->drug.classes);
  g_free (self->drug.conditions);
  g_free (self->drug.forms);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->links);
  g_ptr_array_unref (self->blocks);
  g_hash_table_unref (self->anchors);
  g_free (self);
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
  HcSourceDraft *source = hc_source_draft_find (self->sources, id);

  if (source == NULL)
    return 0;

  if (source->number == 0)
    source->number = ++self->n_cited;

  return source->number;
}

/**
 * hc_article_draft_add_link:
 * @self: a draft
 * @place: what it leads to, as in a link
 * @id: the id of that
 * @anchor: (nullable): a place in it
 * @line: where the link stands
 */
void
hc_article_draft_add_link (HcArticleDraft *self,
                           const char     *place,
                           const char     *id,
                           const char     *anchor,
                           int             line)
{
  HcLinkDraft *link;

  g_return_if_fail (self != NULL);
  g_return_if_fail (place != NULL);
  g_return_if_fail (id != NULL);

  link = g_new0 (HcLinkDraft, 1);
  link->place = g_strdup (place);
  link->id = g_strdup (id);
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
 * Returns: (transfer full): what is there to read but the headings, with the captions of tables and
 *   figures
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

      if (block->kind == HC_BLOCK_TABLE || block->kind == HC_BLOCK_FIGURE)
        append_line (text, block->detail);

      if (block->kind == HC_BLOCK_FIGURE)
        continue;

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
