/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-profile.h"

G_BEGIN_DECLS

/**
 * HcCsvTable:
 * @HC_CSV_MEDICINES: the medicines, a row for each way in which one is or was taken
 * @HC_CSV_DOSES: what was said of doses
 * @HC_CSV_DIARY: the diary; of a covered entry only that there is one
 *
 * What is exported.
 */
typedef enum {
  HC_CSV_MEDICINES,
  HC_CSV_DOSES,
  HC_CSV_DIARY,
} HcCsvTable;

void     hc_csv_export_async  (HcProfile            *profile,
                               HcCsvTable            table,
                               const char           *person,
                               gboolean              include_unowned,
                               GHashTable           *kinds,
                               GFile                *file,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);
gboolean hc_csv_export_finish (HcProfile            *profile,
                               GAsyncResult         *result,
                               GError              **error);

G_END_DECLS
