/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-article.h"

G_BEGIN_DECLS

char *hc_article_to_text        (HcArticle *article) G_GNUC_WARN_UNUSED_RESULT;
char *hc_article_dup_date_words (HcArticle *article) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
