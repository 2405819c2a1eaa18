/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-news.h"
#include "hc-operation.h"

G_BEGIN_DECLS

HcOperation *hc_remove_subscription_new (HcNews                      *news,
                                         HcSubscription              *subscription) G_GNUC_WARN_UNUSED_RESULT;
HcOperation *hc_change_subscription_new (HcNews                      *news,
                                         HcSubscription              *subscription,
                                         const HcSubscriptionDetails *details) G_GNUC_WARN_UNUSED_RESULT;
HcOperation *hc_unsave_post_new         (HcNews                      *news,
                                         HcSavedPost                 *post) G_GNUC_WARN_UNUSED_RESULT;
HcOperation *hc_read_all_new            (HcNews                      *news,
                                         const char *const           *feeds) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
