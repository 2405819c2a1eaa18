/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-database.h"
#include "hc-search-tokenizer.h"

G_BEGIN_DECLS

/**
 * HcSearchGroup:
 * @first: the first of its words
 * @n_words: how many words it has
 * @synonyms: (element-type utf8): what means the same
 *
 * A word, or several that have synonyms together.
 */
typedef struct
{
  guint      first;
  guint      n_words;
  GPtrArray *synonyms;
} HcSearchGroup;

/**
 * HcSearchQuery:
 * @words: (element-type utf8): the words that were typed, in small letters and without accents; the last
 *   one may be incomplete
 * @groups: (element-type HcSearchGroup): all of them have to be found, each by its words or a synonym;
 *   words that say nothing ("what is a") are in none
 *
 * What somebody looks for.
 */
typedef struct
{
  GPtrArray *words;
  GPtrArray *groups;
} HcSearchQuery;

HcStatement   *hc_search_query_prepare (HcDatabase         *database,
                                        GError            **error) G_GNUC_WARN_UNUSED_RESULT;
HcSearchQuery *hc_search_query_new     (HcSearchTokenizer  *tokenizer,
                                        HcStatement        *synonyms,
                                        const char         *text,
                                        GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void           hc_search_query_free    (HcSearchQuery      *self);
char          *hc_search_query_print   (HcSearchQuery      *self,
                                        HcSearchGroup      *group) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcSearchQuery, hc_search_query_free)

G_END_DECLS
