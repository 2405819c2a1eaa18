/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-article-draft.h"
#include "hc-fault-list.h"

G_BEGIN_DECLS

HcArticleDraft *hc_article_reader_read (HcArticleKind  kind,
                                        const char    *file,
                                        const char    *data,
                                        gsize          length,
                                        HcFaultList   *faults) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
