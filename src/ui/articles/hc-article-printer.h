/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-article.h"
#include "hc-printout.h"

G_BEGIN_DECLS

#define HC_TYPE_ARTICLE_PRINTER (hc_article_printer_get_type ())

G_DECLARE_FINAL_TYPE (HcArticlePrinter, hc_article_printer, HC, ARTICLE_PRINTER, HcPrintout)

HcArticlePrinter *hc_article_printer_new (HcArticle *article) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
