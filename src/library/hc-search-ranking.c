/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-search-ranking.h"

#include <math.h>

#include "hc-search-postings.h"

/* A document that has all the words that were looked at until now. */
typedef struct
{
  guint32 document;
  float   score;
  guint8  field; /* of HcSearchField */
} Candidate;

struct _HcSearchRanking
{
  GArray   *candidates;
  gboolean  has_group;
};

/**
 * hc_search_ranking_new:
 *
 * Returns: (transfer full): a ranking without any group
 */
HcSearchRanking *
hc_search_ranking_new (void)
{
  HcSearchRanking *self = g_new0 (HcSearchRanking, 1);

  self->candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  return self;
}

/**
 * hc_search_ranking_free:
 * @self: (transfer full) (nullable): a ranking
 */
void
hc_search_ranking_free (HcSearchRanking *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->candidates);
  g_free (self);
}

/* The rarer a word, the more it says. */
static float
get_importance (guint32 n_documents,
                guint32 n_found)
{
  return (float) log (1 + (n_documents - n_found + 0.5) / (n_found + 0.5));
}

static void
begin (HcSearchRanking *self,
       const guint8    *values,
       guint32          n_documents,
       guint32          n_found,
       float            importance)
{
  guint n = 0;

  g_array_set_size (self->candidates, n_found);

  for (guint32 i = 0; i < n_documents; i++)
    if (values[i] != 0)
      g_array_index (self->candidates, Candidate, n++) = (Candidate) {
        .document = i,
        .score = importance * (float) HC_SEARCH_VALUE_WEIGHT (values[i]),
        .field = (guint8) HC_SEARCH_VALUE_FIELD (values[i]),
      };
}

static void
restrict_to (HcSearchRanking *self,
             const guint8    *values,
             float            importance)
{
  guint n = 0;

  for (guint i = 0; i < self->candidates->len; i++)
    {
      Candidate candidate = g_array_index (self->candidates, Candidate, i);
      guint8 value = values[candidate.document];

      if (value == 0)
        continue;

      candidate.field = (guint8) hc_search_field_combine (candidate.field, HC_SEARCH_VALUE_FIELD (value));
      candidate.score += importance * (float) HC_SEARCH_VALUE_WEIGHT (value);
      g_array_index (self->candidates, Candidate, n++) = candidate;
    }

  g_array_set_size (self->candidates, n);
}

/**
 * hc_search_ranking_add_group:
 * @self: a ranking
 * @values: (array length=n_documents): what the next group of words says about each document, 0 where
 *   the document does not have it, see hc-search-postings.h
 * @n_documents: how many there are, always the same
 *
 * Leaves only documents that have this group, too.
 */
void
hc_search_ranking_add_group (HcSearchRanking *self,
                             const guint8    *values,
                             guint32          n_documents)
{
  guint32 n_found = 0;
  float importance;

  g_return_if_fail (self != NULL);
  g_return_if_fail (values != NULL);

  for (guint32 i = 0; i < n_documents; i++)
    n_found += values[i] != 0;

  importance = get_importance (n_documents, n_found);

  if (self->has_group)
    restrict_to (self, values, importance);
  else
    begin (self, values, n_documents, n_found, importance);

  self->has_group = TRUE;
}

/**
 * hc_search_ranking_get_length:
 * @self: a ranking
 *
 * Returns: how many documents have all groups
 */
guint
hc_search_ranking_get_length (HcSearchRanking *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->candidates->len;
}

static HcSearchRank
get_rank (HcSearchField field)
{
  switch (field)
    {
    case HC_SEARCH_FIELD_START:
      return HC_SEARCH_RANK_START;
    case HC_SEARCH_FIELD_TITLE:
      return HC_SEARCH_RANK_TITLE;
    case HC_SEARCH_FIELD_SUMMARY:
      return HC_SEARCH_RANK_SUMMARY;
    case HC_SEARCH_FIELD_BODY:
    default:
      return HC_SEARCH_RANK_TEXT;
    }
}

/* Negative when @a is better. Of two that are as good the first one stays before the other: it is the
 * more important one. */
static int
compare_ranked (gconstpointer a,
                gconstpointer b)
{
  const HcRankedDocument *first = a, *second = b;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;

  return (first->score < second->score) - (first->score > second->score);
}

static gboolean
contains (GArray  *documents,
          guint32  document)
{
  for (guint i = 0; i < documents->len; i++)
    if (g_array_index (documents, guint32, i) == document)
      return TRUE;

  return FALSE;
}

/* Puts a document to the best ones, in their order. Most documents are not better than the last one. */
static void
keep_if_better (GArray                 *best,
                const HcRankedDocument *ranked,
                guint                   limit)
{
  guint place = best->len;

  if (best->len == limit)
    {
      if (compare_ranked (ranked, &g_array_index (best, HcRankedDocument, limit - 1)) >= 0)
        return;
      g_array_set_size (best, --place);
    }

  while (place > 0 && compare_ranked (ranked, &g_array_index (best, HcRankedDocument, place - 1)) < 0)
    place--;

  g_array_insert_vals (best, place, ranked, 1);
}

/**
 * hc_search_ranking_pick:
 * @self: a ranking
 * @exact: (element-type guint32): documents that are called what was looked for: these are the first
 * @limit: how many at the most
 *
 * Returns: (transfer full) (element-type HcRankedDocument): the best documents in their order
 */
GArray *
hc_search_ranking_pick (HcSearchRanking *self,
                        GArray          *exact,
                        guint            limit)
{
  GArray *best = g_array_new (FALSE, FALSE, sizeof (HcRankedDocument));
  guint n_exact;
  gboolean wants_all;

  g_return_val_if_fail (self != NULL, best);
  g_return_val_if_fail (exact != NULL, best);

  n_exact = MIN (exact->len, limit);
  wants_all = limit - n_exact >= self->candidates->len;

  for (guint i = 0; i < n_exact; i++)
    {
      HcRankedDocument ranked = {
        .document = g_array_index (exact, guint32, i),
        .rank = HC_SEARCH_RANK_EXACT,
      };

      g_array_append_val (best, ranked);
    }

  for (guint i = 0; i < self->candidates->len && n_exact < limit; i++)
    {
      const Candidate *candidate = &g_array_index (self->candidates, Candidate, i);
      HcRankedDocument ranked = {
        .document = candidate->document,
        .rank = get_rank (candidate->field),
        .score = candidate->score,
      };

      if (contains (exact, candidate->document))
        continue;

      if (wants_all)
        g_array_append_val (best, ranked);
      else
        keep_if_better (best, &ranked, limit);
    }

  /* This keeps the order of those that are as good. */
  if (wants_all)
    g_array_sort (best, compare_ranked);

  return best;
}
