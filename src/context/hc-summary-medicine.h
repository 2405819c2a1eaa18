/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-adherence.h"

G_BEGIN_DECLS

/**
 * HcSummaryChange:
 * @time: when it was, or will be
 * @before: (nullable): how it was taken before, in words; %NULL: it was not
 * @after: (nullable): how it was taken then; %NULL: not any more
 * @reason: why; may be empty
 *
 * A change of a medicine.
 */
typedef struct
{
  GDateTime *time;
  char      *before;
  char      *after;
  char      *reason;
} HcSummaryChange;

/**
 * HcSummaryMedicine:
 * @medicine: the medicine
 * @title: its name, and its strength now
 * @schedule: (nullable): how it is taken now, or was before it was stopped, in words; %NULL: not told
 * @since: (nullable): since when it is taken without a break; %NULL: not told
 * @stopped: (nullable): when it was stopped
 * @stop_reason: why; may be empty
 * @changes: (element-type HcSummaryChange): what changed since the last visit, but for its end
 * @n_planned: how many doses were planned since then and are over
 * @n_taken: how many of these were taken
 * @n_skipped: how many of these were left out on purpose
 * @n_needed: how often it was taken besides, when it was needed
 *
 * A medicine as the care team is told of it.
 */
typedef struct
{
  HcMedicine *medicine;
  char       *title;
  char       *schedule;
  GDateTime  *since;
  GDateTime  *stopped;
  char       *stop_reason;
  GPtrArray  *changes;
  guint       n_planned;
  guint       n_taken;
  guint       n_skipped;
  guint       n_needed;
} HcSummaryMedicine;

HcSummaryMedicine *hc_summary_medicine_new  (HcMedicine         *medicine,
                                             GArray             *days,
                                             GDateTime          *since,
                                             GDateTime          *now) G_GNUC_WARN_UNUSED_RESULT;
void               hc_summary_medicine_free (HcSummaryMedicine  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcSummaryMedicine, hc_summary_medicine_free)

G_END_DECLS
