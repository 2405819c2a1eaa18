/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-page.h"

G_BEGIN_DECLS

#define HC_TYPE_NEWS_PAGE (hc_news_page_get_type ())

G_DECLARE_FINAL_TYPE (HcNewsPage, hc_news_page, HC, NEWS_PAGE, HcPage)

G_END_DECLS
