/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-article.h"

G_BEGIN_DECLS

void        hc_article_contents_fill       (GtkListBox    *list,
                                            HcArticle     *article);
void        hc_article_contents_select     (GtkListBox    *list,
                                            const char    *anchor);
const char *hc_article_contents_get_anchor (GtkListBoxRow *row);

G_END_DECLS
