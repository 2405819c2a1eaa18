/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-news-sources.h"
#include "hc-news-updater.h"

G_BEGIN_DECLS

#define HC_TYPE_NEWS_HOME (hc_news_home_get_type ())

G_DECLARE_FINAL_TYPE (HcNewsHome, hc_news_home, HC, NEWS_HOME, AdwNavigationPage)

HcNewsHome *hc_news_home_new (HcContext     *context,
                              HcNewsSources *sources,
                              HcNewsUpdater *updater) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
