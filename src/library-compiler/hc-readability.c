/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-readability.h"

/* Groups of vowels, without a silent e at the end: "treatment" 2, "cancer" 2, "stage" 1. */
static guint
count_syllables (const char *word)
{
  g_autofree char *lower = g_ascii_strdown (word, -1);
  gsize length = strlen (lower);
  gboolean after_vowel = FALSE;
  guint n_syllables = 0;

  while (length > 0 && !g_ascii_isalpha (lower[length - 1]))
    length--;

  for (gsize i = 0; i < length; i++)
    {
      gboolean vowel = strchr ("aeiouy", lower[i]) != NULL;

      n_syllables += vowel && !after_vowel;
      after_vowel = vowel;
    }

  if (n_syllables > 1 && length > 2 && lower[length - 1] == 'e' &&
      strchr ("aeiouy", lower[length - 2]) == NULL && lower[length - 2] != 'l')
    n_syllables--;

  return MAX (n_syllables, 1);
}

static gboolean
has_word_character (const char *piece)
{
  for (; *piece != '\0'; piece = g_utf8_next_char (piece))
    if (g_unichar_isalnum (g_utf8_get_char (piece)))
      return TRUE;

  return FALSE;
}

/* Whether a piece of text, with the quotes and brackets that close after it, ends a sentence. */
static gboolean
ends_sentence (const char *piece)
{
  return g_regex_match_simple ("[.?!…][\"'”’)]*$", piece, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);
}

/**
 * hc_readability_count:
 * @self: (inout): the counts so far
 * @text: lines of text; a line that has words ends a sentence, with or without a full stop
 *
 * Adds the words, sentences and syllables of a text.
 */
void
hc_readability_count (HcReadability *self,
                      const char    *text)
{
  g_auto (GStrv) lines = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) pieces = g_strsplit (lines[i], " ", -1);
      gboolean open = FALSE;

      for (guint j = 0; pieces[j] != NULL; j++)
        {
          if (has_word_character (pieces[j]))
            {
              self->words++;
              self->syllables += count_syllables (pieces[j]);
              open = TRUE;
            }

          if (open && ends_sentence (pieces[j]))
            {
              self->sentences++;
              open = FALSE;
            }
        }

      if (open)
        self->sentences++;
    }
}

/**
 * hc_readability_get_grade:
 * @self: counts
 *
 * The Flesch-Kincaid grade level: J. P. Kincaid, R. P. Fishburne, R. L. Rogers, B. S. Chissom,
 * "Derivation of New Readability Formulas (Automated Readability Index, Fog Count and Flesch Reading
 * Ease Formula) for Navy Enlisted Personnel", Research Branch Report 8-75, Naval Technical Training
 * Command, 1975.
 *
 * Returns: the school year in the United States; 0 for an empty text
 */
double
hc_readability_get_grade (const HcReadability *self)
{
  g_return_val_if_fail (self != NULL, 0.0);

  if (self->words == 0 || self->sentences == 0)
    return 0.0;

  return 0.39 * self->words / self->sentences + 11.8 * self->syllables / self->words - 15.59;
}

static void
count_paragraphs (HcReadability *self,
                  GPtrArray     *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      HcBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == HC_BLOCK_PARAGRAPH)
        {
          g_autofree char *text = hc_block_dup_text (block);

          hc_readability_count (self, text);
        }

      count_paragraphs (self, block->children);
    }
}

/**
 * hc_readability_print_report:
 * @articles: (element-type HcArticleDraft): articles
 * @file: where to print
 *
 * Prints a line for each article: its id, words, sentences, words in a sentence, grade and number of
 * sources. Headings and tables have no sentences: they are counted among the words only.
 */
void
hc_readability_print_report (GPtrArray *articles,
                             FILE      *file)
{
  g_return_if_fail (articles != NULL);
  g_return_if_fail (file != NULL);

  for (guint i = 0; i < articles->len; i++)
    {
      HcArticleDraft *article = g_ptr_array_index (articles, i);
      HcReadability counts = { 0 };

      count_paragraphs (&counts, article->blocks);
      fprintf (file, "%s: %u words, %u sentences, %.1f words a sentence, grade %.1f, %u sources\n",
               article->id, hc_article_draft_count_words (article), counts.sentences,
               counts.sentences > 0 ? (double) counts.words / counts.sentences : 0.0,
               hc_readability_get_grade (&counts), article->sources->len);
    }
}
