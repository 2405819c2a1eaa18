/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-article.h"
#include "hc-label.h"

G_BEGIN_DECLS

HcArticle *hc_label_article_new (HcLabel *label) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
