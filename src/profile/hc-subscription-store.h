/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-subscription.h"
#include "hc-store.h"

G_BEGIN_DECLS

#define HC_TYPE_SUBSCRIPTION_STORE (hc_subscription_store_get_type ())

G_DECLARE_FINAL_TYPE (HcSubscriptionStore, hc_subscription_store, HC, SUBSCRIPTION_STORE, HcStore)

void      hc_subscription_store_save_async    (HcSubscriptionStore          *self,
                                               HcSubscription               *subscription,
                                               const HcSubscriptionDetails  *details,
                                               GAsyncReadyCallback          callback,
                                               gpointer                     user_data);
gboolean  hc_subscription_store_save_finish   (HcSubscriptionStore          *self,
                                               GAsyncResult                *result,
                                               GError                     **error);
void      hc_subscription_store_remove_async  (HcSubscriptionStore          *self,
                                               HcSubscription               *subscription,
                                               GAsyncReadyCallback          callback,
                                               gpointer                     user_data);
gboolean  hc_subscription_store_remove_finish (HcSubscriptionStore          *self,
                                               GAsyncResult                *result,
                                               GError                     **error);
HcSubscription *hc_subscription_store_find (HcSubscriptionStore *self,
                                            const char          *address);

G_END_DECLS
