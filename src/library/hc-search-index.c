/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-search-index.h"

#include "hc-search-marker.h"
#include "hc-search-matcher.h"
#include "hc-search-query.h"
#include "hc-search-ranking.h"
#include "hc-search-tokenizer.h"

/**
 * HcSearchIndex:
 *
 * Searches the documents that #HcSearchWriter has written into a database. For each word it goes
 * through all documents that have it, a few bytes each, so that the best are found and not the first,
 * and how long that takes is known: it depends on how many documents there are, not on what is typed.
 */
struct _HcSearchIndex
{
  GObject            parent_instance;

  HcDatabase        *database;
  HcSearchTokenizer *tokenizer;
  HcSearchMatcher   *matcher;
  HcStatement       *synonyms;
  HcStatement       *names;
  HcStatement       *document;
};

G_DEFINE_FINAL_TYPE (HcSearchIndex, hc_search_index, G_TYPE_OBJECT)

static void
hc_search_index_finalize (GObject *object)
{
  HcSearchIndex *self = HC_SEARCH_INDEX (object);

  g_clear_pointer (&self->synonyms, hc_statement_free);
  g_clear_pointer (&self->matcher, hc_search_matcher_free);
  g_clear_pointer (&self->names, hc_statement_free);
  g_clear_pointer (&self->document, hc_statement_free);
  g_clear_pointer (&self->tokenizer, hc_search_tokenizer_free);
  g_clear_object (&self->database);

  G_OBJECT_CLASS (hc_search_index_parent_class)->finalize (object);
}

static void
hc_search_index_class_init (HcSearchIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_search_index_finalize;
}

static void
hc_search_index_init (HcSearchIndex *self)
{
}

/**
 * hc_search_index_new:
 * @database: a database with the tables of search.sql, which do not change any more
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): an index, to be used by the thread that uses @database
 */
HcSearchIndex *
hc_search_index_new (HcDatabase  *database,
                     GError     **error)
{
  g_autoptr (HcSearchIndex) self = NULL;

  g_return_val_if_fail (HC_IS_DATABASE (database), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (HC_TYPE_SEARCH_INDEX, NULL);
  self->database = g_object_ref (database);

  if ((self->tokenizer = hc_search_tokenizer_new (error)) == NULL ||
      (self->synonyms = hc_search_query_prepare (database, error)) == NULL ||
      (self->matcher = hc_search_matcher_new (database, self->tokenizer, error)) == NULL ||
      (self->names = hc_database_prepare (database,
                                          "SELECT document FROM search_name WHERE name = :name ORDER BY document",
                                          error)) == NULL ||
      (self->document = hc_database_prepare (database,
                                             "SELECT kind, target, title, summary, body "
                                             "FROM search_document WHERE id = :id",
                                             error)) == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

/* Looks for what has all the words. A word that stands nowhere is replaced by what was probably meant;
 * then all has to be looked for anew, since that one may have synonyms. */
static gboolean
rank_documents (HcSearchIndex    *self,
                HcSearchQuery    *query,
                HcSearchRanking  *ranking,
                gboolean         *is_corrected,
                GError          **error)
{
  *is_corrected = FALSE;

  for (guint i = 0; i < query->groups->len; i++)
    {
      HcSearchGroup *group = g_ptr_array_index (query->groups, i);
      const guint8 *values;
      guint32 n_documents;
      gboolean found;

      if (!hc_search_matcher_match (self->matcher, query, group, &found, error) ||
          (!found && group->n_words == 1 &&
           !hc_search_matcher_correct (self->matcher, query, group, is_corrected, error)))
        return FALSE;

      if (*is_corrected)
        break;

      values = hc_search_matcher_get_values (self->matcher, &n_documents);
      hc_search_ranking_add_group (ranking, values, n_documents);

      if (hc_search_ranking_get_length (ranking) == 0)
        break;
    }

  return TRUE;
}

/* Returns how the documents rank and sets @corrected_text where that is not what was typed. */
static HcSearchRanking *
find_documents (HcSearchIndex   *self,
                const char      *text,
                HcSearchQuery  **query,
                char           **corrected_text,
                GError         **error)
{
  for (guint n_corrected = 0; ; n_corrected++)
    {
      g_autoptr (HcSearchRanking) ranking = hc_search_ranking_new ();
      gboolean is_corrected;

      g_clear_pointer (query, hc_search_query_free);
      *query = hc_search_query_new (self->tokenizer, self->synonyms,
                                    *corrected_text != NULL ? *corrected_text : text, error);

      if (*query == NULL || !rank_documents (self, *query, ranking, &is_corrected, error))
        return NULL;

      /* In a damaged file a guess may be missing as well; each word is guessed once at the most. */
      if (!is_corrected || n_corrected > (*query)->words->len)
        return g_steal_pointer (&ranking);

      g_free (*corrected_text);
      *corrected_text = hc_search_query_print (*query, NULL);
    }
}

/* Adds a document to @hits if it is of the kind that is looked for. */
static gboolean
read_hit (HcSearchIndex           *self,
          const HcRankedDocument  *ranked,
          const char              *kind,
          HcSearchMarker          *marker,
          GPtrArray               *hits,
          GError                 **error)
{
  g_autofree char *excerpt = NULL;
  HcStep step;

  hc_statement_reset (self->document);
  hc_statement_bind_int64 (self->document, ":id", ranked->document);

  step = hc_statement_step (self->document, error);
  if (step == HC_STEP_DONE)
    g_set_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_DAMAGED, "%s: a document is missing",
                 hc_database_get_path (self->database));
  if (step != HC_STEP_ROW)
    return FALSE;

  if (kind != NULL && !g_str_equal (kind, hc_statement_get_text (self->document, "kind")))
    return TRUE;

  excerpt = hc_search_marker_make_excerpt (marker, hc_statement_get_text (self->document, "summary"),
                                           hc_statement_get_text (self->document, "body"));

  g_ptr_array_add (hits, hc_search_hit_new (ranked->rank,
                                            hc_statement_get_text (self->document, "kind"),
                                            hc_statement_get_text (self->document, "target"),
                                            hc_statement_get_text (self->document, "title"), excerpt));

  return TRUE;
}

/* What is called exactly so, in the order of the documents. */
static gboolean
find_exact (HcSearchIndex  *self,
            const char     *text,
            GArray         *documents,
            GError        **error)
{
  g_autofree char *name = hc_search_tokenizer_fold (self->tokenizer, text);
  HcStep step;

  hc_statement_reset (self->names);
  hc_statement_bind_text (self->names, ":name", name);

  while ((step = hc_statement_step (self->names, error)) == HC_STEP_ROW)
    {
      guint32 document = (guint32) hc_statement_get_int64 (self->names, "document");

      g_array_append_val (documents, document);
    }

  return step == HC_STEP_DONE;
}

/**
 * hc_search_index_search:
 * @self: an index
 * @kind: (nullable): the kind of documents that are looked for; %NULL for all
 * @text: what a person typed, anything at all
 * @limit: how many hits at the most, for a list that somebody reads
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Finds what has all the words of @text, in any form and as synonyms, the best first: what is called
 * so, what has the words in its title, in its summary and headings, in its text. The last word may be
 * incomplete. A word that stands nowhere is taken for another one that differs from it by one mistake,
 * see hc_search_hits_get_corrected_text().
 *
 * Returns: (transfer full) (nullable): the hits, none when there is no word in @text
 */
HcSearchHits *
hc_search_index_search (HcSearchIndex  *self,
                        const char     *kind,
                        const char     *text,
                        guint           limit,
                        GError        **error)
{
  g_autoptr (HcSearchQuery) query = NULL;
  g_autoptr (HcSearchRanking) ranking = NULL;
  g_autoptr (HcSearchMarker) marker = NULL;
  g_autoptr (GArray) exact = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) best = NULL;
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *corrected_text = NULL;

  g_return_val_if_fail (HC_IS_SEARCH_INDEX (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  ranking = find_documents (self, text, &query, &corrected_text, error);
  if (ranking == NULL)
    return NULL;

  /* A guess that leads nowhere is none. */
  if (hc_search_ranking_get_length (ranking) == 0)
    g_clear_pointer (&corrected_text, g_free);

  if (!find_exact (self, corrected_text != NULL ? corrected_text : text, exact, error))
    return NULL;

  best = hc_search_ranking_pick (ranking, exact, kind == NULL ? limit : G_MAXUINT);
  marker = hc_search_marker_new (self->tokenizer, query);

  for (guint i = 0; i < best->len && hits->len < limit; i++)
    if (!read_hit (self, &g_array_index (best, HcRankedDocument, i), kind, marker, hits, error))
      return NULL;

  return hc_search_hits_new (g_steal_pointer (&hits), corrected_text);
}
