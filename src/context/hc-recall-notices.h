/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-alert-matcher.h"
#include "hc-recall.h"

G_BEGIN_DECLS

HcNotice  *hc_recall_notice_new          (HcRecall             *recall) G_GNUC_WARN_UNUSED_RESULT;
void       hc_recall_notices_feed_async  (const char           *database_path,
                                          const char           *since,
                                          HcAlertMatcher       *matcher,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean   hc_recall_notices_feed_finish (GAsyncResult         *result,
                                          guint                *n_new,
                                          GError              **error);

G_END_DECLS
