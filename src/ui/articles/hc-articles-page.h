/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-page.h"

G_BEGIN_DECLS

#define HC_TYPE_ARTICLES_PAGE (hc_articles_page_get_type ())

G_DECLARE_FINAL_TYPE (HcArticlesPage, hc_articles_page, HC, ARTICLES_PAGE, HcPage)

G_END_DECLS
