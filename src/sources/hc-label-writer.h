/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-database.h"
#include "hc-label.h"

G_BEGIN_DECLS

/**
 * HcLabelOutcome:
 * @HC_LABEL_ADDED: the label is new
 * @HC_LABEL_UPDATED: it takes the place of an older version, or adds to what was known
 * @HC_LABEL_UNCHANGED: it was there already, or a newer or fuller one is
 *
 * What became of a label.
 */
typedef enum {
  HC_LABEL_ADDED,
  HC_LABEL_UPDATED,
  HC_LABEL_UNCHANGED,
} HcLabelOutcome;

/**
 * HcLabelWriter:
 *
 * Writes labels into sources.db. Whoever has it makes the transactions.
 */
typedef struct _HcLabelWriter HcLabelWriter;

HcLabelWriter *hc_label_writer_new  (HcDatabase      *database,
                                     GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void           hc_label_writer_free (HcLabelWriter   *self);
gboolean       hc_label_writer_put  (HcLabelWriter   *self,
                                     HcLabel         *label,
                                     const char      *file,
                                     HcLabelOutcome  *outcome,
                                     GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcLabelWriter, hc_label_writer_free)

G_END_DECLS
