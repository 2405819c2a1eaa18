/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "hc-json-error.h"
#include "hc-recall-report.h"

G_BEGIN_DECLS

void            hc_recall_import_run_async  (const char           *database_path,
                                             const char           *path,
                                             GDateTime            *now,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
HcRecallReport *hc_recall_import_run_finish (GAsyncResult         *result,
                                             GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
