/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-word-match.h"

/* More words are not looked at. */
#define MAX_WORDS 8

/* So many words with one beginning are looked for. */
#define MAX_ENDINGS 64

/* Returns the words of @table that begin with @word, not more than MAX_ENDINGS. */
static GPtrArray *
list_words (HcDatabase  *database,
            const char  *table,
            const char  *word,
            GError     **error)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *after = g_strconcat (word, "\xf4\x8f\xbf\xbf", NULL);
  g_autofree char *sql = g_strdup_printf ("SELECT word FROM %s WHERE word >= :word AND word < :after LIMIT :limit",
                                          table);
  g_autoptr (HcStatement) statement = hc_database_prepare (database, sql, error);
  HcStep step;

  if (statement == NULL)
    return NULL;

  hc_statement_bind_text (statement, ":word", word);
  hc_statement_bind_text (statement, ":after", after);
  hc_statement_bind_int64 (statement, ":limit", MAX_ENDINGS);

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    g_ptr_array_add (words, g_strdup (hc_statement_get_text (statement, "word")));

  return step == HC_STEP_DONE ? g_steal_pointer (&words) : NULL;
}

static void
append_words (GString    *match,
              const char *word,
              GPtrArray  *endings)
{
  const char *between = "";

  g_string_append (match, match->len > 0 ? " AND (" : "(");

  if (word != NULL)
    {
      g_string_append_printf (match, "\"%s\"", word);
      between = " OR ";
    }

  for (guint i = 0; i < endings->len; i++)
    {
      g_string_append_printf (match, "%s\"%s\"", between, (const char *) g_ptr_array_index (endings, i));
      between = " OR ";
    }

  g_string_append_c (match, ')');
}

/**
 * hc_word_match_make:
 * @database: sources.db
 * @table: the table of the known words, with the column `word` and an index of it
 * @words: (element-type utf8): what a person looks for, as hc_label_words_split() gives it
 * @unknown: what becomes of a word with which none of the known ones begins
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Makes a query of FTS5 of words: each as the beginning of one, all of them. FTS5 would read all rows of a common
 * beginning; a beginning that very many words have is passed over when another word is looked for.
 *
 * Returns: (transfer full) (nullable): the query; it is empty when nothing can be found
 */
char *
hc_word_match_make (HcDatabase     *database,
                    const char     *table,
                    GPtrArray      *words,
                    HcUnknownWord   unknown,
                    GError        **error)
{
  g_autoptr (GString) match = g_string_new (NULL);
  guint n_words;

  g_return_val_if_fail (HC_IS_DATABASE (database), NULL);
  g_return_val_if_fail (table != NULL, NULL);
  g_return_val_if_fail (words != NULL, NULL);

  n_words = MIN (words->len, MAX_WORDS);
  for (guint i = 0; i < n_words; i++)
    {
      const char *word = g_ptr_array_index (words, i);
      g_autoptr (GPtrArray) endings = list_words (database, table, word, error);

      if (endings == NULL)
        return NULL;

      if (endings->len == 0 && unknown == HC_UNKNOWN_WORD_ENDS)
        return g_strdup ("");

      if (endings->len < MAX_ENDINGS || (i + 1 == n_words && match->len == 0))
        append_words (match, unknown == HC_UNKNOWN_WORD_STAYS ? word : NULL, endings);
    }

  return g_string_free_and_steal (g_steal_pointer (&match));
}
