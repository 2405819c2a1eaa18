/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-search-query.h"

G_BEGIN_DECLS

/**
 * HcSearchMatcher:
 *
 * Reads from the lists of a database which documents have the words of a query.
 */
typedef struct _HcSearchMatcher HcSearchMatcher;

HcSearchMatcher *hc_search_matcher_new        (HcDatabase         *database,
                                               HcSearchTokenizer  *tokenizer,
                                               GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void             hc_search_matcher_free       (HcSearchMatcher    *self);
gboolean         hc_search_matcher_match      (HcSearchMatcher    *self,
                                               HcSearchQuery      *query,
                                               HcSearchGroup      *group,
                                               gboolean           *found,
                                               GError            **error);
gboolean         hc_search_matcher_correct    (HcSearchMatcher    *self,
                                               HcSearchQuery      *query,
                                               HcSearchGroup      *group,
                                               gboolean           *is_corrected,
                                               GError            **error);
const guint8    *hc_search_matcher_get_values (HcSearchMatcher    *self,
                                               guint32            *n_documents);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcSearchMatcher, hc_search_matcher_free)

G_END_DECLS
