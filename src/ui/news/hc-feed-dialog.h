/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-news.h"
#include "hc-operation-dialog.h"

G_BEGIN_DECLS

#define HC_TYPE_FEED_DIALOG (hc_feed_dialog_get_type ())

G_DECLARE_FINAL_TYPE (HcFeedDialog, hc_feed_dialog, HC, FEED_DIALOG, HcOperationDialog)

AdwDialog *hc_feed_dialog_new (HcNews         *news,
                               HcSubscription *subscription) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
