/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-context.h"
#include "hc-news-source.h"

G_BEGIN_DECLS

#define HC_TYPE_NEWS_SOURCES (hc_news_sources_get_type ())

G_DECLARE_FINAL_TYPE (HcNewsSources, hc_news_sources, HC, NEWS_SOURCES, GObject)

HcNewsSources *hc_news_sources_new    (HcContext     *context) G_GNUC_WARN_UNUSED_RESULT;
HcNewsSource  *hc_news_sources_lookup (HcNewsSources *self,
                                       HcNewsKind     kind,
                                       const char    *id);

G_END_DECLS
