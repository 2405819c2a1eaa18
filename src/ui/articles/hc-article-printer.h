/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-article.h"

G_BEGIN_DECLS

#define HC_TYPE_ARTICLE_PRINTER (hc_article_printer_get_type ())

G_DECLARE_FINAL_TYPE (HcArticlePrinter, hc_article_printer, HC, ARTICLE_PRINTER, GObject)

HcArticlePrinter *hc_article_printer_new    (HcArticle         *article) G_GNUC_WARN_UNUSED_RESULT;
gboolean          hc_article_printer_run    (HcArticlePrinter  *self,
                                             GtkWindow         *parent,
                                             GError           **error);
gboolean          hc_article_printer_export (HcArticlePrinter  *self,
                                             const char        *path,
                                             GtkPageSetup      *page_setup,
                                             GError           **error);

G_END_DECLS
