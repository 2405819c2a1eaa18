/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-search-matcher.h"

#include "hc-search-postings.h"
#include "hc-search-speller.h"

/* Beginnings of words up to this length have a list of their own, see hc-search-writer.c. */
#define N_LETTERS 2

/* How much of a word must be left without its ending for it to be looked for as the beginning of others. */
#define MIN_STEM_LETTERS 4

/* More documents than any import has: a damaged file must not ask for all memory there is. */
#define MAX_DOCUMENTS 50000000

struct _HcSearchMatcher
{
  HcDatabase        *database;
  HcSearchTokenizer *tokenizer;
  HcStatement       *words;
  HcStatement       *postings;

  guint32            n_documents; /* one more than there are */
  guint8            *word_values;
  guint8            *group_values;
};

static gboolean
count_documents (HcSearchMatcher  *self,
                 GError          **error)
{
  g_autoptr (HcStatement) statement =
    hc_database_prepare (self->database, "SELECT ifnull(max(id), 0) AS last FROM search_document", error);
  gint64 last;

  if (statement == NULL || hc_statement_step (statement, error) != HC_STEP_ROW)
    return FALSE;

  last = hc_statement_get_int64 (statement, "last");
  if (last < 0 || last > MAX_DOCUMENTS)
    {
      g_set_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_DAMAGED, "%s: the documents are not numbered",
                   hc_database_get_path (self->database));
      return FALSE;
    }

  self->n_documents = (guint32) last + 1;
  self->word_values = g_malloc0 (self->n_documents);
  self->group_values = g_malloc0 (self->n_documents);

  return TRUE;
}

/**
 * hc_search_matcher_new:
 * @database: a database with the tables of search.sql
 * @tokenizer: a tokenizer that outlives the matcher
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): a matcher, to be freed before @database
 */
HcSearchMatcher *
hc_search_matcher_new (HcDatabase         *database,
                       HcSearchTokenizer  *tokenizer,
                       GError            **error)
{
  g_autoptr (HcSearchMatcher) self = g_new0 (HcSearchMatcher, 1);

  self->database = g_object_ref (database);
  self->tokenizer = tokenizer;

  if (!count_documents (self, error) ||
      (self->words = hc_search_speller_prepare (database, error)) == NULL ||
      (self->postings = hc_database_prepare (database,
                                             "SELECT postings FROM search_term WHERE term = :term ORDER BY first",
                                             error)) == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * hc_search_matcher_free:
 * @self: (transfer full) (nullable): a matcher
 */
void
hc_search_matcher_free (HcSearchMatcher *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->words, hc_statement_free);
  g_clear_pointer (&self->postings, hc_statement_free);
  g_clear_object (&self->database);
  g_free (self->word_values);
  g_free (self->group_values);
  g_free (self);
}

/* Puts the documents of a term to those of the word. */
static gboolean
merge_term (HcSearchMatcher  *self,
            const char       *term,
            HcSearchNearness  nearness,
            gboolean         *found,
            GError          **error)
{
  HcStep step;

  hc_statement_reset (self->postings);
  hc_statement_bind_text (self->postings, ":term", term);

  while ((step = hc_statement_step (self->postings, error)) == HC_STEP_ROW)
    {
      gsize length;
      const guint8 *data = hc_statement_get_bytes (self->postings, "postings", &length);

      if (!hc_search_postings_merge (data, length, nearness, self->word_values, self->n_documents))
        {
          g_set_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_DAMAGED, "%s: a list of documents is broken",
                       hc_database_get_path (self->database));
          return FALSE;
        }

      *found = TRUE;
    }

  return step == HC_STEP_DONE;
}

/* The stems of the words that begin so, and whether there is a word that ends there. They are looked for
 * as they were typed and not as stems: what is being typed is no word yet, and "radiatio" is not the
 * beginning of "radiat". */
static GHashTable *
list_stems (HcSearchMatcher  *self,
            const char       *beginning,
            gboolean         *is_word,
            GError          **error)
{
  g_autoptr (GHashTable) stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  HcStep step;

  *is_word = FALSE;

  hc_statement_reset (self->words);
  hc_statement_bind_text (self->words, ":word", beginning);

  while ((step = hc_statement_step (self->words, error)) == HC_STEP_ROW)
    {
      const char *stem = hc_statement_get_text (self->words, "stem");

      *is_word = *is_word || g_str_equal (hc_statement_get_text (self->words, "word"), beginning);
      if (!g_hash_table_contains (stems, stem))
        g_hash_table_add (stems, g_strdup (stem));
    }

  return step == HC_STEP_DONE ? g_steal_pointer (&stems) : NULL;
}

/* Words that are longer than one that was typed and that there is are far from it. */
static gboolean
merge_beginning (HcSearchMatcher  *self,
                 const char       *beginning,
                 gboolean         *found,
                 GError          **error)
{
  g_autoptr (GHashTable) stems = NULL;
  HcSearchNearness nearness;
  gboolean is_word;
  GHashTableIter iter;
  gpointer stem;

  if (g_utf8_strlen (beginning, -1) <= N_LETTERS)
    {
      g_autofree char *letters = g_strconcat (beginning, "*", NULL);

      return merge_term (self, letters, *found ? HC_SEARCH_NEARNESS_FAR : HC_SEARCH_NEARNESS_SAME, found, error);
    }

  stems = list_stems (self, beginning, &is_word, error);
  if (stems == NULL)
    return FALSE;

  nearness = is_word ? HC_SEARCH_NEARNESS_FAR : HC_SEARCH_NEARNESS_SAME;

  g_hash_table_iter_init (&iter, stems);
  while (g_hash_table_iter_next (&iter, &stem, NULL))
    if (!merge_term (self, stem, nearness, found, error))
      return FALSE;

  return TRUE;
}

/* What has the word in any form, and when it is the last one, what has a word that it begins. */
static gboolean
merge_word (HcSearchMatcher  *self,
            const char       *word,
            gboolean          may_be_incomplete,
            gboolean         *found,
            GError          **error)
{
  g_autofree char *stem = hc_search_tokenizer_stem (self->tokenizer, word);

  memset (self->word_values, 0, self->n_documents);

  if (!merge_term (self, stem, HC_SEARCH_NEARNESS_SAME, found, error) ||
      (may_be_incomplete && !merge_beginning (self, word, found, error)))
    return FALSE;

  /* "treating" when there is nothing but treatments. */
  return *found || strlen (stem) >= strlen (word) || g_utf8_strlen (stem, -1) < MIN_STEM_LETTERS ||
         merge_beginning (self, stem, found, error);
}

/* The words of a phrase that stand apart are not what was looked for, but they are found. */
static void
lower_group (HcSearchMatcher *self)
{
  for (guint32 i = 0; i < self->n_documents; i++)
    self->group_values[i] = hc_search_value_lower (self->group_values[i], HC_SEARCH_NEARNESS_FAR);
}

/* Leaves in the values of the group what has the word, too. */
static void
intersect (HcSearchMatcher *self)
{
  for (guint32 i = 0; i < self->n_documents; i++)
    {
      guint8 a = self->group_values[i], b = self->word_values[i];

      if (a != 0)
        self->group_values[i] =
          b == 0 ? 0
                 : HC_SEARCH_VALUE (hc_search_field_combine (HC_SEARCH_VALUE_FIELD (a), HC_SEARCH_VALUE_FIELD (b)),
                                    (HC_SEARCH_VALUE_WEIGHT (a) + HC_SEARCH_VALUE_WEIGHT (b)) / 2);
    }
}

static void
add_better (HcSearchMatcher *self)
{
  for (guint32 i = 0; i < self->n_documents; i++)
    self->group_values[i] = MAX (self->group_values[i], self->word_values[i]);
}

/* A phrase has a list of its own, as its synonyms have. */
static gboolean
merge_phrases (HcSearchMatcher  *self,
               HcSearchQuery    *query,
               HcSearchGroup    *group,
               gboolean         *found,
               GError          **error)
{
  gboolean is_known = FALSE;

  memset (self->word_values, 0, self->n_documents);

  if (group->n_words > 1)
    {
      g_autofree char *phrase = hc_search_query_print (query, group);
      g_autofree char *stem = hc_search_tokenizer_stem (self->tokenizer, phrase);

      if (!merge_term (self, stem, HC_SEARCH_NEARNESS_SAME, &is_known, error))
        return FALSE;
    }

  for (guint i = 0; i < group->synonyms->len; i++)
    {
      g_autofree char *stem = hc_search_tokenizer_stem (self->tokenizer, g_ptr_array_index (group->synonyms, i));

      if (!merge_term (self, stem, HC_SEARCH_NEARNESS_SYNONYM, &is_known, error))
        return FALSE;
    }

  if (is_known)
    {
      add_better (self);
      *found = TRUE;
    }

  return TRUE;
}

/**
 * hc_search_matcher_match:
 * @self: a matcher
 * @query: what is looked for
 * @group: one of its groups
 * @found: (out): whether its words or one of its synonyms stand anywhere
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Finds out what a group says about each document, see hc_search_matcher_get_values(). The words of a
 * phrase may also stand apart: that it has synonyms must not make it find less.
 *
 * Returns: whether the lists could be read
 */
gboolean
hc_search_matcher_match (HcSearchMatcher  *self,
                         HcSearchQuery    *query,
                         HcSearchGroup    *group,
                         gboolean         *found,
                         GError          **error)
{
  gboolean has_all = TRUE;

  for (guint i = group->first; i < group->first + group->n_words; i++)
    {
      gboolean is_known = FALSE;

      if (!merge_word (self, g_ptr_array_index (query->words, i), i + 1 == query->words->len, &is_known, error))
        return FALSE;

      has_all = has_all && is_known;

      if (i > group->first)
        {
          intersect (self);
        }
      else
        {
          guint8 *values = self->group_values;

          self->group_values = self->word_values;
          self->word_values = values;
        }
    }

  *found = has_all;
  if (group->n_words > 1)
    lower_group (self);

  return merge_phrases (self, query, group, found, error);
}

/**
 * hc_search_matcher_get_values:
 * @self: a matcher
 * @n_documents: (out): how many there are, and one
 *
 * Returns: (transfer none) (array length=n_documents): by the number of the document what the last group
 *   says about it, see hc-search-postings.h
 */
const guint8 *
hc_search_matcher_get_values (HcSearchMatcher *self,
                              guint32         *n_documents)
{
  *n_documents = self->n_documents;

  return self->group_values;
}

/**
 * hc_search_matcher_correct:
 * @self: a matcher
 * @query: what is looked for
 * @group: a group of one word that stands nowhere
 * @is_corrected: (out): whether the word is another one now
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Puts the word in the place of this one that was meant, see hc_search_speller_correct().
 *
 * Returns: whether the words could be read
 */
gboolean
hc_search_matcher_correct (HcSearchMatcher  *self,
                           HcSearchQuery    *query,
                           HcSearchGroup    *group,
                           gboolean         *is_corrected,
                           GError          **error)
{
  g_autofree char *corrected = NULL;
  gpointer *word = &g_ptr_array_index (query->words, group->first);

  if (!hc_search_speller_correct (self->words, *word, group->first + 1 == query->words->len, &corrected, error))
    return FALSE;

  *is_corrected = corrected != NULL;
  if (corrected != NULL)
    {
      g_free (*word);
      *word = g_steal_pointer (&corrected);
    }

  return TRUE;
}
