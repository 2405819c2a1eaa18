/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-search-hit.h"

G_BEGIN_DECLS

/**
 * HcRankedDocument:
 * @document: its number
 * @rank: how well it fits
 * @score: how much the words say about it, among those with the same rank
 */
typedef struct
{
  guint32      document;
  HcSearchRank rank;
  float        score;
} HcRankedDocument;

/**
 * HcSearchRanking:
 *
 * The documents that have all groups of words that were looked at until now.
 */
typedef struct _HcSearchRanking HcSearchRanking;

HcSearchRanking *hc_search_ranking_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void             hc_search_ranking_free       (HcSearchRanking *self);
void             hc_search_ranking_add_group  (HcSearchRanking *self,
                                               const guint8    *values,
                                               guint32          n_documents);
guint            hc_search_ranking_get_length (HcSearchRanking *self);
GArray          *hc_search_ranking_pick       (HcSearchRanking *self,
                                               GArray          *exact,
                                               guint            limit) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcSearchRanking, hc_search_ranking_free)

G_END_DECLS
