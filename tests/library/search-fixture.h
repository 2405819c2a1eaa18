/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-search-index.h"
#include "hc-search-writer.h"

G_BEGIN_DECLS

/* A search over a few documents in memory. */

/* Synonyms are lines of terms with " = " between them. */
HcDatabase    *search_fixture_make   (const char             *synonyms,
                                      const HcSearchDocument *documents,
                                      guint                   n_documents) G_GNUC_WARN_UNUSED_RESULT;
HcSearchIndex *search_fixture_open   (const char             *synonyms,
                                      const HcSearchDocument *documents,
                                      guint                   n_documents) G_GNUC_WARN_UNUSED_RESULT;
char          *search_fixture_search (HcSearchIndex          *index,
                                      const char             *text) G_GNUC_WARN_UNUSED_RESULT;
void           search_fixture_assert (HcSearchIndex          *index,
                                      const char             *text,
                                      const char             *expected);

G_END_DECLS
