/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-search-query.h"

/* More words than this say nothing more, and a pasted page must not become a query. */
#define MAX_WORDS 12

/* The longest synonym, in words: "low anterior resection syndrome". */
#define MAX_PHRASE_WORDS 4

/* Splits what was typed into words the way FTS5's unicode61 does: letters, digits and marks belong
 * to words, everything else parts them. Nothing that means something to FTS5 is left. */
static GPtrArray *
split_words (const char *text)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *lower = g_utf8_strdown (valid, -1);
  const char *start = NULL;

  for (const char *p = lower; words->len < MAX_WORDS; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean in_word = c != 0 && (g_unichar_isalnum (c) || g_unichar_ismark (c));

      if (in_word && start == NULL)
        start = p;

      if (!in_word && start != NULL)
        {
          g_ptr_array_add (words, g_strndup (start, (gsize) (p - start)));
          start = NULL;
        }

      if (c == 0)
        break;
    }

  return words;
}

/* Appends ` OR "term"` for all that means the same as @phrase. Returns whether there is anything. */
static gboolean
append_synonyms (HcStatement  *statement,
                 const char   *phrase,
                 GString      *fts,
                 gboolean     *found,
                 GError      **error)
{
  HcStep step;

  *found = FALSE;

  hc_statement_reset (statement);
  hc_statement_bind_text (statement, ":term", phrase);

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    {
      g_string_append_printf (fts, " OR \"%s\"", hc_statement_get_text (statement, "term"));
      *found = TRUE;
    }

  return step != HC_STEP_ERROR;
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

/* The words of a phrase may also stand apart: that it has synonyms must not make it find less. */
static void
append_words (GString   *fts,
              GPtrArray *words,
              guint      first,
              guint      n)
{
  if (n > 1)
    g_string_append_c (fts, '(');

  for (guint i = first; i < first + n; i++)
    g_string_append_printf (fts, "%s\"%s\"%s", i > first ? " AND " : "",
                            (const char *) g_ptr_array_index (words, i), i + 1 == words->len ? "*" : "");

  if (n > 1)
    g_string_append_c (fts, ')');
}

/**
 * hc_search_query_to_fts:
 * @library: library.db
 * @text: what a person typed, anything at all
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Makes an FTS5 expression that finds documents with all the words, each as it is or as a synonym.
 * The last word may be incomplete, since the person is still typing. Phrases that have synonyms
 * ("throwing up") are taken as one.
 *
 * Returns: (transfer full) (nullable): the expression; %NULL without an error when there is no word
 *   in @text
 */
char *
hc_search_query_to_fts (HcDatabase  *library,
                        const char  *text,
                        GError     **error)
{
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (GString) fts = NULL;
  g_autoptr (HcStatement) statement = NULL;

  g_return_val_if_fail (HC_IS_DATABASE (library), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  words = split_words (text);
  if (words->len == 0)
    return NULL;

  statement = hc_database_prepare (library,
                                   "SELECT DISTINCT other.term AS term "
                                   "FROM synonym AS this JOIN synonym AS other USING (meaning) "
                                   "WHERE this.term = :term AND other.term <> :term ORDER BY other.term",
                                   error);
  if (statement == NULL)
    return NULL;

  fts = g_string_new (NULL);

  for (guint i = 0, n; i < words->len; i += n)
    {
      gboolean found = FALSE;

      if (i > 0)
        g_string_append (fts, " AND ");
      g_string_append_c (fts, '(');

      /* The longest phrase with synonyms wins; a single word stands in any case. */
      for (n = MIN (MAX_PHRASE_WORDS, words->len - i); n >= 1; n--)
        {
          g_autofree char *phrase = join_words (words, i, n);
          gsize mark = fts->len;

          append_words (fts, words, i, n);

          if (!append_synonyms (statement, phrase, fts, &found, error))
            return NULL;

          if (found || n == 1)
            break;

          g_string_truncate (fts, mark);
        }

      g_string_append_c (fts, ')');
    }

  return g_string_free_and_steal (g_steal_pointer (&fts));
}
