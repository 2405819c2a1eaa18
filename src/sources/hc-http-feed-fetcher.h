/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-feed-fetcher.h"
#include "hc-http-client.h"

G_BEGIN_DECLS

#define HC_TYPE_HTTP_FEED_FETCHER (hc_http_feed_fetcher_get_type ())

G_DECLARE_FINAL_TYPE (HcHttpFeedFetcher, hc_http_feed_fetcher, HC, HTTP_FEED_FETCHER, GObject)

HcFeedFetcher *hc_http_feed_fetcher_new (HcHttpClient *client) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
