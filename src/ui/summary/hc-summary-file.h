/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-calendar-export.h"
#include "hc-printout.h"
#include "hc-summary-words.h"

G_BEGIN_DECLS

/**
 * HcSummaryFile:
 * @HC_SUMMARY_FILE_PDF: the summary, as PDF
 * @HC_SUMMARY_FILE_CARD: the wallet card, as PDF
 * @HC_SUMMARY_FILE_MEDICINES: the medicines, as CSV
 * @HC_SUMMARY_FILE_DOSES: the doses, as CSV
 * @HC_SUMMARY_FILE_DIARY: the diary, as CSV
 * @HC_SUMMARY_FILE_CALENDAR: the doses to come, for a calendar
 *
 * What can be saved.
 */
typedef enum {
  HC_SUMMARY_FILE_PDF,
  HC_SUMMARY_FILE_CARD,
  HC_SUMMARY_FILE_MEDICINES,
  HC_SUMMARY_FILE_DOSES,
  HC_SUMMARY_FILE_DIARY,
  HC_SUMMARY_FILE_CALENDAR,
} HcSummaryFile;

/**
 * HcSummaryFileOptions:
 * @parts: what goes into the summary
 * @calendar: what a calendar file says
 *
 * What was chosen.
 */
typedef struct
{
  HcSummaryParts  parts;
  HcCalendarFlags calendar;
} HcSummaryFileOptions;

gboolean    hc_summary_file_from_string (const char                  *name,
                                         HcSummaryFile               *what);
const char *hc_summary_file_get_title   (HcSummaryFile                what);
char       *hc_summary_file_dup_name    (HcSummaryFile                what,
                                         const HcVisitSummary        *summary) G_GNUC_WARN_UNUSED_RESULT;
HcPrintout *hc_summary_file_make_printout (HcSummaryFile              what,
                                           HcVisitSummary            *summary,
                                           HcSummaryParts             parts) G_GNUC_WARN_UNUSED_RESULT;
void        hc_summary_file_save_async  (HcSummaryFile                what,
                                         HcContext                   *context,
                                         HcVisitSummary              *summary,
                                         const HcSummaryFileOptions  *options,
                                         GFile                       *file,
                                         GAsyncReadyCallback          callback,
                                         gpointer                     user_data);
gboolean    hc_summary_file_save_finish (HcContext                   *context,
                                         GAsyncResult                *result,
                                         GError                     **error);

G_END_DECLS
