/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "hc-recall-writer.h"

G_BEGIN_DECLS

/**
 * HcRecallReport:
 * @n_added: recalls that are new
 * @n_updated: recalls that say something else than before
 * @n_unchanged: recalls that were there already
 * @n_faults: records that were left out
 * @faults: (element-type GError): why, for the first of these, as many as a person will look at
 * @is_complete: whether all has come that there is; otherwise the list of the service went round in circles or had
 *   no end
 *
 * What became of a fetch or an import.
 */
typedef struct
{
  guint      n_added;
  guint      n_updated;
  guint      n_unchanged;
  guint      n_faults;
  GPtrArray *faults;
  gboolean   is_complete;
} HcRecallReport;

HcRecallReport *hc_recall_report_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void            hc_recall_report_free      (HcRecallReport  *self);
void            hc_recall_report_count     (HcRecallReport  *self,
                                            HcRecallOutcome  outcome);
void            hc_recall_report_add_fault (HcRecallReport  *self,
                                            const GError    *error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcRecallReport, hc_recall_report_free)

G_END_DECLS
