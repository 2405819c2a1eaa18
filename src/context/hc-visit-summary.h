/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-context.h"
#include "hc-summary-diary.h"
#include "hc-summary-medicine.h"

G_BEGIN_DECLS

/* Without a visit that was told of, changes of so many days are told. */
#define HC_VISIT_SUMMARY_DAYS 28

/* Further back nothing is told. */
#define HC_VISIT_SUMMARY_MAX_DAYS 400

/**
 * HcVisitSummary:
 * @now: when it was made, in the zone of the person
 * @since: since when changes, doses and the diary are told
 * @is_since_visit: whether that is the last visit
 * @person: (nullable): whom it is about
 * @medicines: (element-type HcSummaryMedicine): what is taken
 * @stopped: (element-type HcSummaryMedicine): what was stopped since then
 * @n_planned: how many doses were planned since then and are over, of all medicines of which one was told of
 * @n_taken: how many of these were taken
 * @n_skipped: how many of these were left out on purpose
 * @diary: (element-type HcSummaryDiary): what was written into the diary
 * @notes: (element-type HcDiaryEntry): the entries with words, oldest first
 * @n_covered: how many entries are covered and not told of
 * @interactions: (element-type HcFinding): what of this must not be taken together
 * @questions: (element-type HcCareQuestion): what is to be asked
 * @contacts: (element-type HcCareContact): whom to call
 *
 * What the care team is told at the next visit. It does not change.
 */
typedef struct
{
  GDateTime *now;
  GDateTime *since;
  gboolean   is_since_visit;
  HcPerson  *person;
  GPtrArray *medicines;
  GPtrArray *stopped;
  guint      n_planned;
  guint      n_taken;
  guint      n_skipped;
  GPtrArray *diary;
  GPtrArray *notes;
  guint      n_covered;
  GPtrArray *interactions;
  GPtrArray *questions;
  GPtrArray *contacts;
} HcVisitSummary;

void            hc_visit_summary_load_async     (HcContext            *context,
                                                 GDateTime            *since,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
HcVisitSummary *hc_visit_summary_load_finish    (HcContext            *context,
                                                 GAsyncResult         *result,
                                                 GError              **error) G_GNUC_WARN_UNUSED_RESULT;
HcVisitSummary *hc_visit_summary_ref            (HcVisitSummary       *self);
void            hc_visit_summary_unref          (HcVisitSummary       *self);
GDateTime      *hc_visit_summary_dup_last_visit (HcContext            *context) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcVisitSummary, hc_visit_summary_unref)

G_END_DECLS
