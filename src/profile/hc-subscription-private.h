/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-subscription.h"
#include "hc-text-fields.h"

G_BEGIN_DECLS

/* All texts of HcSubscriptionDetails. */
const HcTextField *_hc_subscription_get_fields (guint *n_fields);

HcSubscription *_hc_subscription_new_with_id (const char                 *id) G_GNUC_WARN_UNUSED_RESULT;
void           _hc_subscription_set_saved   (HcSubscription              *self,
                                             const HcSubscriptionDetails *details,
                                             GDateTime                  *created,
                                             GDateTime                  *changed);

G_END_DECLS
