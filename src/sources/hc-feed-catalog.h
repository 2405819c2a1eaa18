/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-feed-item.h"
#include "hc-feed-status.h"
#include "hc-sources-catalog.h"

G_BEGIN_DECLS

#define HC_TYPE_FEED_CATALOG (hc_feed_catalog_get_type ())

G_DECLARE_FINAL_TYPE (HcFeedCatalog, hc_feed_catalog, HC, FEED_CATALOG, HcSourcesCatalog)

HcFeedCatalog *hc_feed_catalog_new        (const char         *path) G_GNUC_WARN_UNUSED_RESULT;
GListModel    *hc_feed_catalog_list       (HcFeedCatalog      *self,
                                           const char *const  *feeds,
                                           guint               limit,
                                           GError            **error) G_GNUC_WARN_UNUSED_RESULT;
GListModel    *hc_feed_catalog_search     (HcFeedCatalog      *self,
                                           const char         *text,
                                           const char *const  *feeds,
                                           guint               limit,
                                           GError            **error) G_GNUC_WARN_UNUSED_RESULT;
HcFeedItem    *hc_feed_catalog_load       (HcFeedCatalog      *self,
                                           const char         *feed,
                                           const char         *key,
                                           GError            **error) G_GNUC_WARN_UNUSED_RESULT;
GStrv          hc_feed_catalog_list_keys  (HcFeedCatalog      *self,
                                           const char         *feed,
                                           GError            **error) G_GNUC_WARN_UNUSED_RESULT;
GStrv          hc_feed_catalog_list_feeds (HcFeedCatalog      *self,
                                           GError            **error) G_GNUC_WARN_UNUSED_RESULT;
HcFeedStatus  *hc_feed_catalog_dup_status (HcFeedCatalog      *self,
                                           const char         *feed,
                                           GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
