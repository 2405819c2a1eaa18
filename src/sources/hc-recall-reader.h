/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-json-error.h"
#include "hc-recall.h"

G_BEGIN_DECLS

/**
 * HcRecallReaderFuncs:
 * @take_recall: takes a recall, which is theirs then; returns whether more is wanted
 * @take_fault: is told of a record that was left out, and why; counted from 1
 *
 * What takes the recalls.
 */
typedef struct
{
  gboolean (*take_recall) (HcRecall     *recall,
                           gpointer      user_data);
  void     (*take_fault)  (const GError *error,
                           guint         number,
                           gpointer      user_data);
} HcRecallReaderFuncs;

/**
 * HcRecallReader:
 *
 * Reads enforcement reports of openFDA as they come: a page of the interface, or the file with all of them.
 */
typedef struct _HcRecallReader HcRecallReader;

HcRecallReader *hc_recall_reader_new         (const HcRecallReaderFuncs  *funcs,
                                              gpointer                    user_data) G_GNUC_WARN_UNUSED_RESULT;
void            hc_recall_reader_free        (HcRecallReader             *self);
gboolean        hc_recall_reader_feed        (HcRecallReader             *self,
                                              const char                 *bytes,
                                              gsize                       length,
                                              GError                    **error);
gboolean        hc_recall_reader_finish      (HcRecallReader             *self,
                                              GError                    **error);
const char     *hc_recall_reader_get_updated (HcRecallReader             *self);
gint64          hc_recall_reader_get_total   (HcRecallReader             *self);
guint           hc_recall_reader_count       (HcRecallReader             *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcRecallReader, hc_recall_reader_free)

G_END_DECLS
