/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-news-source.h"

G_BEGIN_DECLS

#define HC_TYPE_NEWS_SOURCE_ROW (hc_news_source_row_get_type ())

G_DECLARE_FINAL_TYPE (HcNewsSourceRow, hc_news_source_row, HC, NEWS_SOURCE_ROW, GtkBox)

GtkWidget *hc_news_source_row_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void       hc_news_source_row_show (HcNewsSourceRow *self,
                                    HcNewsSource    *source);

G_END_DECLS
