/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "hc-clock.h"
#include "hc-feed-fetcher.h"
#include "hc-feed-target.h"

G_BEGIN_DECLS

#define HC_TYPE_FEED_REFRESH (hc_feed_refresh_get_type ())

G_DECLARE_FINAL_TYPE (HcFeedRefresh, hc_feed_refresh, HC, FEED_REFRESH, GObject)

HcFeedRefresh       *hc_feed_refresh_new           (const char           *path,
                                                    HcFeedFetcher        *fetcher,
                                                    HcClock              *clock) G_GNUC_WARN_UNUSED_RESULT;
void                 hc_feed_refresh_run_async     (HcFeedRefresh        *self,
                                                    GPtrArray            *targets,
                                                    gboolean              forced,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
HcFeedRefreshReport *hc_feed_refresh_run_finish    (HcFeedRefresh        *self,
                                                    GAsyncResult         *result,
                                                    GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void                 hc_feed_refresh_forget_async  (HcFeedRefresh        *self,
                                                    const char           *id,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
gboolean             hc_feed_refresh_forget_finish (HcFeedRefresh        *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);

G_END_DECLS
