/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-import.h"
#include "hc-import-report.h"

G_BEGIN_DECLS

#define HC_TYPE_LABEL_IMPORT (hc_label_import_get_type ())

G_DECLARE_FINAL_TYPE (HcLabelImport, hc_label_import, HC, LABEL_IMPORT, HcImport)

HcLabelImport  *hc_label_import_new        (const char           *database_path) G_GNUC_WARN_UNUSED_RESULT;
void            hc_label_import_run_async  (HcLabelImport        *self,
                                            const char *const    *paths,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
HcImportReport *hc_label_import_run_finish (HcLabelImport        *self,
                                            GAsyncResult         *result,
                                            GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void            hc_label_import_pause      (HcLabelImport        *self);
void            hc_label_import_resume     (HcLabelImport        *self);
void            hc_label_import_cancel     (HcLabelImport        *self);
gboolean        hc_label_import_is_paused  (HcLabelImport        *self);
double          hc_label_import_get_progress (HcLabelImport      *self,
                                              guint              *n_labels);

G_END_DECLS
