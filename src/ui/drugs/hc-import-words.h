/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-import-report.h"

G_BEGIN_DECLS

const char *hc_import_words_get_what    (HcLabelError          code);
const char *hc_import_words_get_why     (HcLabelError          code);
const char *hc_import_words_for_failure (const GError         *error);
char       *hc_import_words_dup_summary (const HcImportReport *report) G_GNUC_WARN_UNUSED_RESULT;
char       *hc_import_words_dup_report  (const HcImportReport *report,
                                         GDateTime            *time) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
