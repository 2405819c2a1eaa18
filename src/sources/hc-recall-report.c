/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-recall-report.h"

/* More are counted and not listed. */
#define MAX_LISTED 100

/**
 * hc_recall_report_new:
 *
 * Returns: (transfer full): a report of nothing yet
 */
HcRecallReport *
hc_recall_report_new (void)
{
  HcRecallReport *self = g_new0 (HcRecallReport, 1);

  self->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);

  return self;
}

/**
 * hc_recall_report_free:
 * @self: (transfer full) (nullable): a report
 */
void
hc_recall_report_free (HcRecallReport *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->faults);
  g_free (self);
}

/**
 * hc_recall_report_count:
 * @self: a report
 * @outcome: what became of one more recall
 */
void
hc_recall_report_count (HcRecallReport  *self,
                        HcRecallOutcome  outcome)
{
  g_return_if_fail (self != NULL);

  self->n_added += outcome == HC_RECALL_ADDED;
  self->n_updated += outcome == HC_RECALL_UPDATED;
  self->n_unchanged += outcome == HC_RECALL_UNCHANGED;
}

/**
 * hc_recall_report_add_fault:
 * @self: a report
 * @error: why one more record was left out
 */
void
hc_recall_report_add_fault (HcRecallReport *self,
                            const GError   *error)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (error != NULL);

  self->n_faults++;
  if (self->faults->len < MAX_LISTED)
    g_ptr_array_add (self->faults, g_error_copy (error));
}
