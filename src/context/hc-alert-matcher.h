/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-clock.h"
#include "hc-label-catalog.h"
#include "hc-medicine-check.h"
#include "hc-notice.h"

G_BEGIN_DECLS

/**
 * HcMedicineFilter:
 * @medicine: a medicine of any person
 * @user_data: what was given with the filter
 *
 * Returns: whether notices may concern it
 */
typedef gboolean (*HcMedicineFilter) (HcMedicine *medicine, gpointer user_data);

#define HC_TYPE_ALERT_MATCHER (hc_alert_matcher_get_type ())

G_DECLARE_FINAL_TYPE (HcAlertMatcher, hc_alert_matcher, HC, ALERT_MATCHER, GObject)

HcAlertMatcher *hc_alert_matcher_new         (HcProfile            *profile,
                                              HcMedicineCheck      *check,
                                              HcLabelCatalog       *labels,
                                              HcClock              *clock) G_GNUC_WARN_UNUSED_RESULT;
void            hc_alert_matcher_set_filter  (HcAlertMatcher       *self,
                                              HcMedicineFilter      filter,
                                              gpointer              user_data,
                                              GDestroyNotify        destroy);
GPtrArray      *hc_alert_matcher_match       (HcAlertMatcher       *self,
                                              GPtrArray            *notices) G_GNUC_WARN_UNUSED_RESULT;
void            hc_alert_matcher_feed_async  (HcAlertMatcher       *self,
                                              GPtrArray            *notices,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean        hc_alert_matcher_feed_finish (HcAlertMatcher       *self,
                                              GAsyncResult         *result,
                                              guint                *n_new,
                                              GError              **error);

G_END_DECLS
