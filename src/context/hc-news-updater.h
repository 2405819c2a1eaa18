/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-network-consent.h"
#include "hc-news.h"

G_BEGIN_DECLS

/**
 * HcNewsEnd:
 * @HC_NEWS_END_NONE: nothing was fetched yet
 * @HC_NEWS_END_DONE: all were asked
 * @HC_NEWS_END_CANCELED: somebody ended it, or took their consent back
 * @HC_NEWS_END_FAILED: there is no place to write to
 *
 * What became of the last refresh.
 */
typedef enum {
  HC_NEWS_END_NONE,
  HC_NEWS_END_DONE,
  HC_NEWS_END_CANCELED,
  HC_NEWS_END_FAILED,
} HcNewsEnd;

#define HC_TYPE_NEWS_UPDATER (hc_news_updater_get_type ())

G_DECLARE_FINAL_TYPE (HcNewsUpdater, hc_news_updater, HC, NEWS_UPDATER, GObject)

HcNewsUpdater *hc_news_updater_new          (HcNews            *news,
                                             HcNetworkConsent  *consent,
                                             HcClock           *clock,
                                             GSettings         *settings) G_GNUC_WARN_UNUSED_RESULT;
gboolean       hc_news_updater_is_allowed   (HcNewsUpdater     *self);
void           hc_news_updater_start        (HcNewsUpdater     *self,
                                             const char *const *feeds,
                                             gboolean           forced);
void           hc_news_updater_start_due    (HcNewsUpdater     *self);
void           hc_news_updater_cancel       (HcNewsUpdater     *self);
gboolean       hc_news_updater_is_running   (HcNewsUpdater     *self);
void           hc_news_updater_get_progress (HcNewsUpdater     *self,
                                             guint             *n_done,
                                             guint             *n_all);
HcNewsEnd      hc_news_updater_get_end      (HcNewsUpdater     *self);
const GError  *hc_news_updater_get_error    (HcNewsUpdater     *self);

const HcFeedRefreshReport *hc_news_updater_get_report (HcNewsUpdater *self);

G_END_DECLS
