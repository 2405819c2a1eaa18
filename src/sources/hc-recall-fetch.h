/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-http-client.h"
#include "hc-recall-report.h"

G_BEGIN_DECLS

/**
 * HC_RECALL_MONTHS:
 *
 * For so many months back recalls are asked for: medicines are rarely kept longer.
 */
#define HC_RECALL_MONTHS 24

#define HC_TYPE_RECALL_FETCH (hc_recall_fetch_get_type ())

G_DECLARE_FINAL_TYPE (HcRecallFetch, hc_recall_fetch, HC, RECALL_FETCH, GObject)

HcRecallFetch  *hc_recall_fetch_new          (HcHttpClient         *client,
                                              const char           *database_path) G_GNUC_WARN_UNUSED_RESULT;
void            hc_recall_fetch_run_async    (HcRecallFetch        *self,
                                              guint                 n_months,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
HcRecallReport *hc_recall_fetch_run_finish   (HcRecallFetch        *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
double          hc_recall_fetch_get_progress (HcRecallFetch        *self,
                                              guint                *n_received);

G_END_DECLS
