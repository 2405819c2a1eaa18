/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-search-speller.h"

/* Shorter words have too many neighbors to guess, and nobody types longer ones. */
#define MIN_LETTERS 5
#define MAX_LETTERS 24

#define ALPHABET "abcdefghijklmnopqrstuvwxyz"

/* The words of the library that a guess is, or is the beginning of. */
typedef struct
{
  HcStatement *words;
  gboolean     may_be_incomplete;

  char        *whole;
  gint64       whole_frequency;
  char        *begun;
  gint64       begun_frequency;
  GError      *error;
} Speller;

/**
 * hc_search_speller_prepare:
 * @database: a database with the tables of search.sql
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): what finds the words that begin with `:word`, the word itself first
 */
HcStatement *
hc_search_speller_prepare (HcDatabase  *database,
                           GError     **error)
{
  return hc_database_prepare (database,
                              "SELECT word, stem, frequency FROM search_word "
                              "WHERE word >= :word AND word < :word || char (0x10ffff) ORDER BY word",
                              error);
}

static void
replace_if_more (char       **best,
                 gint64      *best_frequency,
                 const char  *word,
                 gint64       frequency)
{
  if (frequency > *best_frequency)
    {
      g_set_str (best, word);
      *best_frequency = frequency;
    }
}

/* Returns whether there is a word that begins like this. */
static gboolean
look_up (Speller        *self,
         const gunichar *letters,
         glong           n_letters,
         gboolean        is_guess)
{
  g_autofree char *guess = g_ucs4_to_utf8 (letters, n_letters, NULL, NULL, NULL);
  gboolean is_found = FALSE;
  HcStep step;

  if (guess == NULL || self->error != NULL)
    return FALSE;

  hc_statement_reset (self->words);
  hc_statement_bind_text (self->words, ":word", guess);

  while ((step = hc_statement_step (self->words, &self->error)) == HC_STEP_ROW)
    {
      const char *word = hc_statement_get_text (self->words, "word");
      gint64 frequency;

      is_found = TRUE;
      if (!is_guess)
        break;

      frequency = hc_statement_get_int64 (self->words, "frequency");
      if (g_str_equal (word, guess))
        replace_if_more (&self->whole, &self->whole_frequency, word, frequency);
      else if (self->may_be_incomplete)
        replace_if_more (&self->begun, &self->begun_frequency, word, frequency);
      else
        break;
    }

  return is_found;
}

/* The letters up to the first wrong one are the beginning of the word that was meant: a guess that
 * changes a letter after the longest beginning that any word has is in vain. */
static glong
find_last_place (Speller        *self,
                 const gunichar *letters,
                 glong           n_letters)
{
  glong n = 1;

  while (n <= n_letters && look_up (self, letters, n, FALSE))
    n++;

  return n - 1;
}

static void
guess_at (Speller        *self,
          const gunichar *letters,
          glong           n_letters,
          glong           place)
{
  gunichar guess[MAX_LETTERS + 1];
  gsize n_before = (gsize) place * sizeof (gunichar);
  gsize n_after = (gsize) (n_letters - place) * sizeof (gunichar);

  memcpy (guess, letters, n_before);

  /* A letter too many. */
  if (place < n_letters)
    {
      memcpy (guess + place, letters + place + 1, n_after - sizeof (gunichar));
      look_up (self, guess, n_letters - 1, TRUE);
    }

  /* Two letters the wrong way round. */
  if (place + 1 < n_letters && letters[place] != letters[place + 1])
    {
      memcpy (guess + place, letters + place, n_after);
      guess[place] = letters[place + 1];
      guess[place + 1] = letters[place];
      look_up (self, guess, n_letters, TRUE);
    }

  for (const char *letter = ALPHABET; *letter != '\0'; letter++)
    {
      /* Another letter. */
      if (place < n_letters)
        {
          memcpy (guess + place, letters + place, n_after);
          guess[place] = (gunichar) *letter;
          look_up (self, guess, n_letters, TRUE);
        }

      /* A letter is missing. */
      memcpy (guess + place + 1, letters + place, n_after);
      guess[place] = (gunichar) *letter;
      look_up (self, guess, n_letters + 1, TRUE);
    }
}

/**
 * hc_search_speller_correct:
 * @words: what hc_search_speller_prepare() made
 * @word: a word that no document has
 * @may_be_incomplete: whether it may be the beginning of a word
 * @corrected: (out) (transfer full) (nullable): the most frequent word that one change makes of it: a
 *   letter too many, one missing, another letter, or two neighbors the wrong way round; %NULL: there is none
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Looks for what was meant. A whole word is more likely than one that is begun.
 *
 * Returns: whether the words could be read
 */
gboolean
hc_search_speller_correct (HcStatement  *words,
                           const char   *word,
                           gboolean      may_be_incomplete,
                           char        **corrected,
                           GError      **error)
{
  Speller self = { .words = words, .may_be_incomplete = may_be_incomplete };
  g_autofree gunichar *letters = NULL;
  glong n_letters, last;

  g_return_val_if_fail (words != NULL, FALSE);
  g_return_val_if_fail (word != NULL, FALSE);
  g_return_val_if_fail (corrected != NULL, FALSE);

  *corrected = NULL;

  letters = g_utf8_to_ucs4_fast (word, -1, &n_letters);
  if (n_letters < MIN_LETTERS || n_letters > MAX_LETTERS)
    return TRUE;

  last = find_last_place (&self, letters, n_letters);
  for (glong place = 0; place <= last; place++)
    guess_at (&self, letters, n_letters, place);

  *corrected = self.whole != NULL ? g_steal_pointer (&self.whole) : g_steal_pointer (&self.begun);
  g_free (self.whole);
  g_free (self.begun);

  if (self.error == NULL)
    return TRUE;

  g_clear_pointer (corrected, g_free);
  g_propagate_error (error, self.error);

  return FALSE;
}
