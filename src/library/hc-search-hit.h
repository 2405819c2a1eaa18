/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HcSearchRank:
 * @HC_SEARCH_RANK_EXACT: its title or another name is what was looked for
 * @HC_SEARCH_RANK_START: its title begins with it
 * @HC_SEARCH_RANK_TITLE: its title has all the words
 * @HC_SEARCH_RANK_OWN: the person has written it
 * @HC_SEARCH_RANK_SUMMARY: its title, its summary and its headings have all the words
 * @HC_SEARCH_RANK_TEXT: its text has them
 *
 * How well something fits, the best first.
 */
typedef enum {
  HC_SEARCH_RANK_EXACT,
  HC_SEARCH_RANK_START,
  HC_SEARCH_RANK_TITLE,
  HC_SEARCH_RANK_OWN,
  HC_SEARCH_RANK_SUMMARY,
  HC_SEARCH_RANK_TEXT,
} HcSearchRank;

#define HC_TYPE_SEARCH_HIT (hc_search_hit_get_type ())

G_DECLARE_FINAL_TYPE (HcSearchHit, hc_search_hit, HC, SEARCH_HIT, GObject)

HcSearchHit  *hc_search_hit_new         (HcSearchRank  rank,
                                         const char   *kind,
                                         const char   *link,
                                         const char   *title,
                                         const char   *excerpt) G_GNUC_WARN_UNUSED_RESULT;
HcSearchRank  hc_search_hit_get_rank    (HcSearchHit  *self);
const char   *hc_search_hit_get_kind    (HcSearchHit  *self);
const char   *hc_search_hit_get_link    (HcSearchHit  *self);
const char   *hc_search_hit_get_title   (HcSearchHit  *self);
const char   *hc_search_hit_get_excerpt (HcSearchHit  *self);

G_END_DECLS
