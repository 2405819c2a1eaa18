/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-summary-file.h"

G_BEGIN_DECLS

#define HC_TYPE_SUMMARY_DIALOG (hc_summary_dialog_get_type ())

G_DECLARE_FINAL_TYPE (HcSummaryDialog, hc_summary_dialog, HC, SUMMARY_DIALOG, AdwDialog)

AdwDialog *hc_summary_dialog_new  (HcContext       *context) G_GNUC_WARN_UNUSED_RESULT;
void       hc_summary_dialog_save (HcSummaryDialog *self,
                                   HcSummaryFile    what,
                                   GFile           *file);

G_END_DECLS
