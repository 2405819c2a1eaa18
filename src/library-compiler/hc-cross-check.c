/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-cross-check.h"

static void
check_topics (HcContent      *content,
              HcArticleDraft *article,
              HcFaultList    *faults)
{
  for (guint i = 0; article->topics != NULL && article->topics[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < content->topics->len && !found; j++)
        found = g_str_equal (((const HcTopic *) g_ptr_array_index (content->topics, j))->id,
                             article->topics[i]);

      if (!found)
        hc_fault_list_add (faults, article->file, article->topics_line,
                           "there is no topic “%s” in topics.txt", article->topics[i]);
    }
}

static void
check_links (GHashTable     *by_id,
             HcArticleDraft *article,
             HcFaultList    *faults)
{
  for (guint i = 0; i < article->links->len; i++)
    {
      const HcLinkDraft *link = g_ptr_array_index (article->links, i);
      const HcArticleDraft *target = g_hash_table_lookup (by_id, link->article);

      if (target == NULL)
        hc_fault_list_add (faults, article->file, link->line, "there is no article “%s”", link->article);
      else if (link->anchor != NULL && !g_hash_table_contains (target->anchors, link->anchor))
        hc_fault_list_add (faults, article->file, link->line,
                           "the article “%s” has no heading or table with the anchor “%s”",
                           link->article, link->anchor);
    }
}

/* Fills @previous, article to the one that names it as next. Returns whether each `next` leads to an
 * article of its own. */
static gboolean
check_next (GPtrArray   *articles,
            GHashTable  *by_id,
            GHashTable  *previous,
            HcFaultList *faults)
{
  gboolean sound = TRUE;

  for (guint i = 0; i < articles->len; i++)
    {
      HcArticleDraft *article = g_ptr_array_index (articles, i);
      HcArticleDraft *next, *other;

      if (!article->has_front_matter)
        sound = FALSE;

      if (article->next == NULL)
        continue;

      next = g_hash_table_lookup (by_id, article->next);
      other = next != NULL ? g_hash_table_lookup (previous, next) : NULL;

      if (next != NULL && next != article && other == NULL)
        {
          g_hash_table_insert (previous, next, article);
          continue;
        }

      sound = FALSE;

      if (next == NULL)
        hc_fault_list_add (faults, article->file, article->next_line,
                           "next: there is no article “%s”", article->next);
      else if (next == article)
        hc_fault_list_add (faults, article->file, article->next_line, "next: the article names itself");
      else
        hc_fault_list_add (faults, article->file, article->next_line,
                           "next: “%s” is already the next of “%s”", article->next, other->id);
    }

  return sound;
}

/* Returns the articles in the order of reading, as far as they hang together. */
static GPtrArray *
follow_chain (HcArticleDraft *first,
              GHashTable     *by_id)
{
  GPtrArray *chain = g_ptr_array_new ();

  /* With a beginning that nobody names, and no article named by two, the way has an end. */
  for (HcArticleDraft *article = first; article != NULL;
       article = article->next != NULL ? g_hash_table_lookup (by_id, article->next) : NULL)
    g_ptr_array_add (chain, article);

  return chain;
}

/* Puts the articles in the order of reading, or says where the one chain is broken. */
static void
check_order (HcContent   *content,
             GHashTable  *by_id,
             GHashTable  *previous,
             HcFaultList *faults)
{
  g_autoptr (GHashTable) reached = g_hash_table_new (NULL, NULL);
  HcArticleDraft *first = NULL;

  for (guint i = 0; i < content->articles->len; i++)
    {
      HcArticleDraft *article = g_ptr_array_index (content->articles, i);
      g_autoptr (GPtrArray) chain = NULL;

      if (g_hash_table_contains (previous, article))
        continue;

      if (first == NULL)
        first = article;
      else
        hc_fault_list_add (faults, article->file, 1,
                           "no article names this one as next, and none names “%s”: "
                           "the order of reading has one beginning", first->id);

      chain = follow_chain (article, by_id);

      for (guint j = 0; j < chain->len; j++)
        g_hash_table_add (reached, g_ptr_array_index (chain, j));
    }

  for (guint i = 0; i < content->articles->len; i++)
    {
      HcArticleDraft *article = g_ptr_array_index (content->articles, i);

      if (!g_hash_table_contains (reached, article))
        hc_fault_list_add (faults, article->file, article->next_line,
                           "next: following it from article to article leads back here");
    }

  if (first != NULL && hc_fault_list_get_length (faults) == 0)
    {
      g_autoptr (GPtrArray) chain = follow_chain (first, by_id);

      g_ptr_array_set_free_func (content->articles, NULL);
      g_ptr_array_set_size (content->articles, 0);
      g_ptr_array_extend (content->articles, chain, NULL, NULL);
      g_ptr_array_set_free_func (content->articles, (GDestroyNotify) hc_article_draft_free);
    }
}

/**
 * hc_cross_check_articles:
 * @content: the content; where there is no fault at all, its articles are put in their order
 * @faults: takes what is wrong
 *
 * Checks what the articles say of one another and of the topics.
 */
void
hc_cross_check_articles (HcContent   *content,
                         HcFaultList *faults)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) previous = g_hash_table_new (NULL, NULL);

  g_return_if_fail (content != NULL);
  g_return_if_fail (faults != NULL);

  for (guint i = 0; i < content->articles->len; i++)
    {
      HcArticleDraft *article = g_ptr_array_index (content->articles, i);

      g_hash_table_insert (by_id, article->id, article);
    }

  for (guint i = 0; i < content->articles->len; i++)
    {
      HcArticleDraft *article = g_ptr_array_index (content->articles, i);

      check_topics (content, article, faults);
      check_links (by_id, article, faults);
    }

  /* A broken link of the chain would look like a second chain. */
  if (check_next (content->articles, by_id, previous, faults))
    check_order (content, by_id, previous, faults);
}
