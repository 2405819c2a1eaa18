/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz-target.h"

#include "hc-article-reader.h"
#include "hc-readability.h"

static void
check_block (HcBlock    *block,
             GHashTable *anchors,
             guint       depth)
{
  /* A call-out, a list, an item, a list, an item, a paragraph. */
  g_assert_cmpuint (depth, <=, 6);

  if (block->anchor != NULL && block->kind == HC_BLOCK_PARAGRAPH)
    g_assert_true (g_hash_table_add (anchors, block->anchor));

  if (block->markup != NULL)
    {
      g_autoptr (GError) error = NULL;
      static const GMarkupParser parser = { NULL };
      g_autoptr (GMarkupParseContext) context =
        g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, NULL, NULL);

      g_markup_parse_context_parse (context, "<p>", -1, NULL);
      g_markup_parse_context_parse (context, block->markup, -1, &error);
      g_assert_no_error (error);
      g_assert_true (g_markup_parse_context_parse (context, "</p>", -1, NULL));
      g_assert_true (g_markup_parse_context_end_parse (context, NULL));
    }

  for (guint i = 0; i < block->children->len; i++)
    check_block (g_ptr_array_index (block->children, i), anchors, depth + 1);
}

/**
 * LLVMFuzzerTestOneInput:
 * @data: (array length=size): an article, or anything
 * @size: how many bytes
 *
 * Reads an article. Whatever it is, its markup is well-formed, its paragraphs can be told apart and
 * what it lacks is a fault.
 *
 * Returns: 0
 */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (HcFaultList) faults = hc_fault_list_new ();
  g_autoptr (HcArticleDraft) article = NULL;
  g_autoptr (GHashTable) anchors = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *headings = NULL;
  g_autofree char *body = NULL;
  g_autofree char *text = NULL;

  article = hc_article_reader_read (HC_ARTICLE_KIND_ARTICLE, "folder/article.md", (const char *) data, size, faults);

  for (guint i = 0; i < article->blocks->len; i++)
    check_block (g_ptr_array_index (article->blocks, i), anchors, 1);

  headings = hc_article_draft_dup_headings (article);
  body = hc_article_draft_dup_body (article);
  text = hc_fault_list_print (faults);
  g_assert_true (g_utf8_validate (body, -1, NULL));
  g_assert_true (g_utf8_validate (text, -1, NULL));

  if (hc_fault_list_get_length (faults) == 0)
    {
      g_assert_nonnull (article->title);
      g_assert_nonnull (article->topics);
      g_assert_cmpuint (article->blocks->len, >, 0);
      g_assert_cmpuint (article->sources->len, >, 0);
    }

  return 0;
}
