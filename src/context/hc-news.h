/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "hc-feed-catalog.h"
#include "hc-feed-refresh.h"
#include "hc-profile.h"

G_BEGIN_DECLS

#define HC_TYPE_NEWS (hc_news_get_type ())

G_DECLARE_FINAL_TYPE (HcNews, hc_news, HC, NEWS, GObject)

HcNews              *hc_news_new             (HcProfile             *profile,
                                              HcFeedCatalog         *catalog,
                                              HcFeedRefresh         *refresh) G_GNUC_WARN_UNUSED_RESULT;
HcProfile           *hc_news_get_profile     (HcNews                *self);
HcFeedCatalog       *hc_news_get_catalog     (HcNews                *self);
HcFeedRefresh       *hc_news_get_refresh     (HcNews                *self);
guint                hc_news_count_unread    (HcNews                *self,
                                              const char            *feed);
GStrv                hc_news_list_unread     (HcNews                *self,
                                              const char            *feed) G_GNUC_WARN_UNUSED_RESULT;
GStrv                hc_news_list_folders    (HcNews                *self) G_GNUC_WARN_UNUSED_RESULT;
GStrv                hc_news_list_feeds      (HcNews                *self,
                                              const char            *folder) G_GNUC_WARN_UNUSED_RESULT;
char                *hc_news_dup_title       (HcNews                *self,
                                              HcSubscription        *subscription) G_GNUC_WARN_UNUSED_RESULT;
HcSavedPost         *hc_news_make_saved_post (HcNews                *self,
                                              HcFeedItem            *item) G_GNUC_WARN_UNUSED_RESULT;
char                *hc_news_print_opml      (HcNews                *self,
                                              GDateTime             *now) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray           *hc_news_pick_new        (HcNews                *self,
                                              GPtrArray             *entries) G_GNUC_WARN_UNUSED_RESULT;
void                 hc_news_refresh_async   (HcNews                *self,
                                              gboolean               forced,
                                              GCancellable          *cancellable,
                                              GAsyncReadyCallback    callback,
                                              gpointer               user_data);
void                 hc_news_refresh_feeds_async (HcNews         *self,
                                              const char *const     *feeds,
                                              gboolean               forced,
                                              GCancellable          *cancellable,
                                              GAsyncReadyCallback    callback,
                                              gpointer               user_data);
HcFeedRefreshReport *hc_news_refresh_finish  (HcNews                *self,
                                              GAsyncResult          *result,
                                              GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
