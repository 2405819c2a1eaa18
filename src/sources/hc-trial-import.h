/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "hc-clock.h"
#include "hc-import.h"
#include "hc-trial-report.h"

G_BEGIN_DECLS

#define HC_TYPE_TRIAL_IMPORT (hc_trial_import_get_type ())

G_DECLARE_FINAL_TYPE (HcTrialImport, hc_trial_import, HC, TRIAL_IMPORT, HcImport)

HcTrialImport *hc_trial_import_new          (const char           *database_path,
                                             HcClock              *clock) G_GNUC_WARN_UNUSED_RESULT;
void           hc_trial_import_run_async    (HcTrialImport        *self,
                                             const char *const    *paths,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
HcTrialReport *hc_trial_import_run_finish   (HcTrialImport        *self,
                                             GAsyncResult         *result,
                                             GError              **error) G_GNUC_WARN_UNUSED_RESULT;
double         hc_trial_import_get_progress (HcTrialImport        *self,
                                             guint                *n_trials);

G_END_DECLS
