/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cmark.h>

#include "hc-article-draft.h"
#include "hc-fault-list.h"

G_BEGIN_DECLS

/**
 * HC_MARKDOWN_OPTIONS:
 *
 * How cmark reads: typographic quotes and dashes, and lines counted within code and HTML, too.
 */
#define HC_MARKDOWN_OPTIONS (CMARK_OPT_SMART | CMARK_OPT_SOURCEPOS)

char *hc_inline_markup_read      (HcArticleDraft *draft,
                                  cmark_node     *block,
                                  int             lines_before,
                                  HcFaultList    *faults) G_GNUC_WARN_UNUSED_RESULT;
char *hc_inline_markup_read_text (HcArticleDraft *draft,
                                  const char     *text,
                                  int             line,
                                  HcFaultList    *faults) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (cmark_node, cmark_node_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cmark_iter, cmark_iter_free)

G_END_DECLS
