/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-import-report.h"

G_BEGIN_DECLS

#define HC_TYPE_IMPORT_REPORT_VIEW (hc_import_report_view_get_type ())

G_DECLARE_FINAL_TYPE (HcImportReportView, hc_import_report_view, HC, IMPORT_REPORT_VIEW, AdwBin)

void hc_import_report_view_show (HcImportReportView *self,
                                 HcImportReport     *report,
                                 GDateTime          *time);
void hc_import_report_view_save (HcImportReportView *self,
                                 GFile              *file);

G_END_DECLS
