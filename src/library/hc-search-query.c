/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-search-query.h"

/* More words than this say nothing more, and a pasted page must not become a query. */
#define MAX_WORDS 12

/* The longest synonym that is recognized, in words: "low anterior resection syndrome". */
#define MAX_PHRASE_WORDS 4

/* Words of questions that say nothing about what is asked. Short texts have none of them, and where they
 * stand is of no importance. */
static const char *const empty_words[] = {
  "a", "an", "and", "are", "at", "be", "can", "do", "does", "for", "from", "how", "i", "if", "in", "is", "it",
  "of", "on", "or", "should", "the", "to", "what", "when", "which", "who", "why", "will", "with", "you", "your",
  NULL
};

static void
group_free (gpointer data)
{
  HcSearchGroup *self = data;

  g_ptr_array_unref (self->synonyms);
  g_free (self);
}

/**
 * hc_search_query_free:
 * @self: (transfer full) (nullable): a query
 */
void
hc_search_query_free (HcSearchQuery *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->groups);
  g_free (self);
}

/**
 * hc_search_query_prepare:
 * @database: a database with the tables of search.sql
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): what hc_search_query_new() looks up synonyms with
 */
HcStatement *
hc_search_query_prepare (HcDatabase  *database,
                         GError     **error)
{
  return hc_database_prepare (database,
                              "SELECT DISTINCT other.term AS term "
                              "FROM synonym AS this JOIN synonym AS other USING (meaning) "
                              "WHERE this.term = :term AND other.term <> :term ORDER BY other.term",
                              error);
}

static char *
join_words (GPtrArray *words,
            guint      first,
            guint      n)
{
  GString *phrase = g_string_new (NULL);

  for (guint i = first; i < first + n; i++)
    {
      if (i > first)
        g_string_append_c (phrase, ' ');
      g_string_append (phrase, g_ptr_array_index (words, i));
    }

  return g_string_free_and_steal (phrase);
}

static gboolean
read_synonyms (HcStatement    *statement,
               HcSearchGroup  *group,
               GPtrArray      *words,
               GError        **error)
{
  g_autofree char *phrase = join_words (words, group->first, group->n_words);
  HcStep step;

  hc_statement_reset (statement);
  hc_statement_bind_text (statement, ":term", phrase);

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    g_ptr_array_add (group->synonyms, g_strdup (hc_statement_get_text (statement, "term")));

  return step == HC_STEP_DONE;
}

/**
 * hc_search_query_new:
 * @tokenizer: parts the text into words
 * @synonyms: (nullable): what hc_search_query_prepare() made; %NULL: nothing has synonyms
 * @text: what a person typed, anything at all
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Makes words of what was typed, whatever it was: there is no syntax. Phrases that have synonyms
 * ("throwing up") are taken as one; of a question ("what is a polyp") the words count that say what it
 * is about.
 *
 * Returns: (transfer full) (nullable): the query, without groups when there is no word in @text
 */
HcSearchQuery *
hc_search_query_new (HcSearchTokenizer  *tokenizer,
                     HcStatement        *synonyms,
                     const char         *text,
                     GError            **error)
{
  g_autoptr (HcSearchQuery) self = NULL;

  g_return_val_if_fail (tokenizer != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (HcSearchQuery, 1);
  self->words = hc_search_tokenizer_split (tokenizer, text, MAX_WORDS);
  self->groups = g_ptr_array_new_with_free_func (group_free);

  for (guint first = 0; first < self->words->len; )
    {
      HcSearchGroup *group = g_new0 (HcSearchGroup, 1);

      group->first = first;
      group->n_words = synonyms != NULL ? MIN (MAX_PHRASE_WORDS, self->words->len - first) : 1;
      group->synonyms = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (self->groups, group);

      /* The longest phrase with synonyms wins; a single word stands in any case. */
      for (; ; group->n_words--)
        {
          if (synonyms != NULL && !read_synonyms (synonyms, group, self->words, error))
            return NULL;

          if (group->synonyms->len > 0 || group->n_words == 1)
            break;
        }

      first += group->n_words;

      /* The last one may be the beginning of another word. */
      if (group->n_words == 1 && group->synonyms->len == 0 && first < self->words->len &&
          g_strv_contains (empty_words, g_ptr_array_index (self->words, group->first)))
        g_ptr_array_set_size (self->groups, (int) self->groups->len - 1);
    }

  return g_steal_pointer (&self);
}

/**
 * hc_search_query_print:
 * @self: a query
 * @group: (nullable): one of its groups
 *
 * Returns: (transfer full): the words of the group, or all that were typed, with blanks between them
 */
char *
hc_search_query_print (HcSearchQuery *self,
                       HcSearchGroup *group)
{
  g_return_val_if_fail (self != NULL, NULL);

  return group != NULL ? join_words (self->words, group->first, group->n_words)
                       : join_words (self->words, 0, self->words->len);
}
