/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "hc-clock.h"
#include "hc-trial-report.h"

G_BEGIN_DECLS

/* Where the registry answers. */
#define HC_TRIAL_FETCH_URI "https://clinicaltrials.gov/api/v2/studies"

/**
 * HcTrialTransport:
 * @get_async: asks for an address; @client is what was given to hc_trial_fetch_new()
 * @get_finish: gives what came
 *
 * What gets a page from the registry. Who makes it sees to consent, hosts, certificates, limits and the log.
 */
typedef struct
{
  void     (*get_async)  (gpointer             client,
                          const char          *uri,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data);
  GBytes * (*get_finish) (gpointer             client,
                          GAsyncResult        *result,
                          GError             **error);
} HcTrialTransport;

#define HC_TYPE_TRIAL_FETCH (hc_trial_fetch_get_type ())

G_DECLARE_FINAL_TYPE (HcTrialFetch, hc_trial_fetch, HC, TRIAL_FETCH, GObject)

HcTrialFetch  *hc_trial_fetch_new          (const char              *database_path,
                                            HcClock                 *clock,
                                            const char              *uri,
                                            const HcTrialTransport  *transport,
                                            gpointer                 client) G_GNUC_WARN_UNUSED_RESULT;
void           hc_trial_fetch_run_async    (HcTrialFetch            *self,
                                            GCancellable            *cancellable,
                                            GAsyncReadyCallback      callback,
                                            gpointer                 user_data);
HcTrialReport *hc_trial_fetch_run_finish   (HcTrialFetch            *self,
                                            GAsyncResult            *result,
                                            GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
double         hc_trial_fetch_get_progress (HcTrialFetch            *self,
                                            guint                   *n_trials);

G_END_DECLS
