/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-clock.h"
#include "hc-current-person.h"
#include "hc-day-plan.h"
#include "hc-due-list.h"
#include "hc-http-client.h"
#include "hc-label-catalog.h"
#include "hc-library.h"
#include "hc-medicine-check.h"
#include "hc-news.h"
#include "hc-news-updater.h"
#include "hc-profile.h"
#include "hc-recall-catalog.h"
#include "hc-recall-watch.h"
#include "hc-trial-catalog.h"

G_BEGIN_DECLS

#define HC_TYPE_CONTEXT (hc_context_get_type ())

G_DECLARE_FINAL_TYPE (HcContext, hc_context, HC, CONTEXT, GObject)

HcContext  *hc_context_new          (HcLibrary *library,
                                     HcProfile *profile,
                                     HcClock   *clock,
                                     GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;
HcLibrary  *hc_context_get_library  (HcContext *self);
HcProfile  *hc_context_get_profile  (HcContext *self);
void        hc_context_open_profile (HcContext *self);
HcClock    *hc_context_get_clock    (HcContext *self);
GSettings  *hc_context_get_settings (HcContext *self);
HcCurrentPerson *hc_context_get_person (HcContext *self);
HcDayPlan  *hc_context_get_day_plan (HcContext *self);
HcDueList  *hc_context_get_due      (HcContext *self);
HcLabelCatalog *hc_context_get_labels (HcContext *self);
HcMedicineCheck *hc_context_get_medicine_check (HcContext *self);
HcNetworkConsent *hc_context_get_consent (HcContext *self);
HcNetworkLog *hc_context_get_network_log (HcContext *self);
HcHttpClient *hc_context_get_http (HcContext *self);
HcRecallCatalog *hc_context_get_recalls (HcContext *self);
HcRecallWatch *hc_context_get_recall_watch (HcContext *self);
void        hc_context_stop_network (HcContext *self);
HcTrialCatalog *hc_context_get_trials (HcContext *self);
HcNews     *hc_context_get_news     (HcContext *self);
HcNewsUpdater *hc_context_get_news_updater (HcContext *self);
HcFeedFetcher *hc_context_get_feed_fetcher (HcContext *self);
void        hc_context_set_feed_fetcher (HcContext     *self,
                                         HcFeedFetcher *fetcher);

G_END_DECLS
