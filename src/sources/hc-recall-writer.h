/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-database.h"
#include "hc-recall.h"

G_BEGIN_DECLS

/**
 * HcRecallOutcome:
 * @HC_RECALL_ADDED: the recall is new
 * @HC_RECALL_UPDATED: it says something else than before
 * @HC_RECALL_UNCHANGED: it was there already, or what is there is newer
 *
 * What became of a recall.
 */
typedef enum {
  HC_RECALL_ADDED,
  HC_RECALL_UPDATED,
  HC_RECALL_UNCHANGED,
} HcRecallOutcome;

/**
 * HcRecallWriter:
 *
 * Writes recalls into sources.db. Whoever has it makes the transactions.
 */
typedef struct _HcRecallWriter HcRecallWriter;

HcRecallWriter *hc_recall_writer_new   (HcDatabase       *database,
                                        GError          **error) G_GNUC_WARN_UNUSED_RESULT;
void            hc_recall_writer_free  (HcRecallWriter   *self);
gboolean        hc_recall_writer_put   (HcRecallWriter   *self,
                                        HcRecall         *recall,
                                        const char       *updated,
                                        HcRecallOutcome  *outcome,
                                        GError          **error);
gboolean        hc_recall_writer_set_fresh (HcRecallWriter *self,
                                        GDateTime        *time,
                                        const char       *updated,
                                        GError          **error);
HcRecall       *hc_recall_writer_read  (HcStatement      *statement) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcRecallWriter, hc_recall_writer_free)

G_END_DECLS
