/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-database.h"
#include "hc-feed-status.h"
#include "hc-feed.h"

G_BEGIN_DECLS

/* So many items of a feed are kept, unless the person saved more. */
#define HC_FEED_MAX_KEPT 200

HcFeedStatus *hc_feed_rows_read_status  (HcDatabase          *database,
                                         const char          *id,
                                         GError             **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      hc_feed_rows_write_status (HcDatabase          *database,
                                         const HcFeedStatus  *status,
                                         GError             **error);
gboolean      hc_feed_rows_write_items  (HcDatabase          *database,
                                         const char          *id,
                                         HcFeed              *feed,
                                         const char *const   *saved,
                                         GDateTime           *now,
                                         guint               *n_new,
                                         GError             **error);
HcFeedItem   *hc_feed_rows_make_item    (HcStatement         *statement,
                                         gboolean             with_text) G_GNUC_WARN_UNUSED_RESULT;
gboolean      hc_feed_rows_remove       (HcDatabase          *database,
                                         const char          *id,
                                         GError             **error);

G_END_DECLS
