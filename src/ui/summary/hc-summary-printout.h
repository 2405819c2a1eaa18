/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-printout.h"
#include "hc-summary-words.h"

G_BEGIN_DECLS

#define HC_TYPE_SUMMARY_PRINTOUT (hc_summary_printout_get_type ())

G_DECLARE_FINAL_TYPE (HcSummaryPrintout, hc_summary_printout, HC, SUMMARY_PRINTOUT, HcPrintout)

HcSummaryPrintout *hc_summary_printout_new (HcVisitSummary *summary,
                                            HcSummaryParts  parts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
