/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-alert-matcher.h"
#include "hc-http-client.h"
#include "hc-recall-catalog.h"
#include "hc-recall-report.h"

G_BEGIN_DECLS

/**
 * HcRecallPhase:
 * @HC_RECALL_IDLE: it does nothing
 * @HC_RECALL_FETCHING: it asks the FDA
 * @HC_RECALL_IMPORTING: it reads a file
 * @HC_RECALL_MATCHING: it compares the recalls with the medicines
 *
 * What an #HcRecallWatch does at the moment.
 */
typedef enum {
  HC_RECALL_IDLE,
  HC_RECALL_FETCHING,
  HC_RECALL_IMPORTING,
  HC_RECALL_MATCHING,
} HcRecallPhase;

/**
 * HcRecallEnd:
 * @HC_RECALL_NOT_RUN: nothing was fetched or imported since the program started
 * @HC_RECALL_FETCHED: all recalls came, or as many as there were to be had
 * @HC_RECALL_IMPORTED: a file was read
 * @HC_RECALL_FETCH_FAILED: recalls could not be fetched
 * @HC_RECALL_IMPORT_FAILED: a file could not be read
 * @HC_RECALL_MATCH_FAILED: the recalls came, but what was found could not be saved
 * @HC_RECALL_CANCELED: the person has ended it
 *
 * How the last fetch or import ended.
 */
typedef enum {
  HC_RECALL_NOT_RUN,
  HC_RECALL_FETCHED,
  HC_RECALL_IMPORTED,
  HC_RECALL_FETCH_FAILED,
  HC_RECALL_IMPORT_FAILED,
  HC_RECALL_MATCH_FAILED,
  HC_RECALL_CANCELED,
} HcRecallEnd;

#define HC_TYPE_RECALL_WATCH (hc_recall_watch_get_type ())

G_DECLARE_FINAL_TYPE (HcRecallWatch, hc_recall_watch, HC, RECALL_WATCH, GObject)

HcRecallWatch *hc_recall_watch_new           (HcHttpClient     *client,
                                              HcRecallCatalog  *catalog,
                                              HcAlertMatcher   *matcher,
                                              HcProfile        *profile,
                                              GSettings        *settings) G_GNUC_WARN_UNUSED_RESULT;
void           hc_recall_watch_start         (HcRecallWatch    *self);
void           hc_recall_watch_check         (HcRecallWatch    *self);
void           hc_recall_watch_import        (HcRecallWatch    *self,
                                              const char       *path);
gboolean       hc_recall_watch_can_retry     (HcRecallWatch    *self);
void           hc_recall_watch_retry         (HcRecallWatch    *self);
void           hc_recall_watch_cancel        (HcRecallWatch    *self);
HcRecallPhase  hc_recall_watch_get_phase     (HcRecallWatch    *self);
double         hc_recall_watch_get_progress  (HcRecallWatch    *self,
                                              guint            *n_received);
HcRecallEnd    hc_recall_watch_get_end       (HcRecallWatch    *self);
const GError  *hc_recall_watch_get_error     (HcRecallWatch    *self);
const HcRecallReport *hc_recall_watch_get_report (HcRecallWatch *self);
GDateTime     *hc_recall_watch_dup_checked   (HcRecallWatch    *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
