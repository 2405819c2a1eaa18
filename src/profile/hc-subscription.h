/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HcSubscriptionDetails:
 * @address: the `https:` address of the feed
 * @title: (nullable): what the person calls it; empty: as it calls itself
 * @folder: (nullable): the folder that it is in; empty: none
 * @home: (nullable): the page that it belongs to
 */
typedef struct
{
  const char *address;
  const char *title;
  const char *folder;
  const char *home;
} HcSubscriptionDetails;

#define HC_TYPE_SUBSCRIPTION (hc_subscription_get_type ())

G_DECLARE_FINAL_TYPE (HcSubscription, hc_subscription, HC, SUBSCRIPTION, GObject)

HcSubscription              *hc_subscription_new         (void) G_GNUC_WARN_UNUSED_RESULT;
const char                 *hc_subscription_get_id      (HcSubscription *self);
const HcSubscriptionDetails *hc_subscription_get_details (HcSubscription *self);
GDateTime                  *hc_subscription_get_created (HcSubscription *self);
GDateTime                  *hc_subscription_get_changed (HcSubscription *self);

G_END_DECLS
