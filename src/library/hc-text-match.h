/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-article.h"

G_BEGIN_DECLS

/**
 * HcTextMatch:
 * @block: the block whose own text has it; owned by the article
 * @top: the number of the block of the article that @block is or stands in
 * @start: where it begins in hc_block_dup_shown_text(), in bytes
 * @end: where it ends
 *
 * Words found in the text of an article.
 */
typedef struct
{
  HcBlock *block;
  guint    top;
  guint    start;
  guint    end;
} HcTextMatch;

GArray *hc_article_find_text    (HcArticle   *article,
                                 const char  *words) G_GNUC_WARN_UNUSED_RESULT;
char   *hc_block_dup_shown_text (HcBlock     *block) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
