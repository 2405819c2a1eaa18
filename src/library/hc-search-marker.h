/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-search-query.h"
#include "hc-search-tokenizer.h"

G_BEGIN_DECLS

/**
 * HcSearchMarker:
 *
 * Knows the words that are marked in what a search has found.
 */
typedef struct _HcSearchMarker HcSearchMarker;

HcSearchMarker *hc_search_marker_new          (HcSearchTokenizer *tokenizer,
                                               HcSearchQuery     *query) G_GNUC_WARN_UNUSED_RESULT;
void            hc_search_marker_free         (HcSearchMarker    *self);
char           *hc_search_marker_make_excerpt (HcSearchMarker    *self,
                                               const char        *summary,
                                               const char        *body) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcSearchMarker, hc_search_marker_free)

G_END_DECLS
