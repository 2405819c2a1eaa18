/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-json-error.h"
#include "hc-recall-report.h"

G_BEGIN_DECLS

/**
 * HcRecallIntake:
 *
 * Takes recalls as JSON in pieces and writes them into sources.db, in the thread that uses it.
 */
typedef struct _HcRecallIntake HcRecallIntake;

HcRecallIntake *hc_recall_intake_new         (const char      *database_path,
                                              GDateTime       *now,
                                              GHashTable      *numbers,
                                              HcRecallReport  *report,
                                              GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void            hc_recall_intake_free        (HcRecallIntake  *self);
gboolean        hc_recall_intake_feed        (HcRecallIntake  *self,
                                              const char      *bytes,
                                              gsize            length,
                                              GError         **error);
gboolean        hc_recall_intake_finish      (HcRecallIntake  *self,
                                              GError         **error);
gboolean        hc_recall_intake_set_fresh   (HcRecallIntake  *self,
                                              GError         **error);
guint           hc_recall_intake_count       (HcRecallIntake  *self);
guint           hc_recall_intake_count_new   (HcRecallIntake  *self);
gint64          hc_recall_intake_get_total   (HcRecallIntake  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcRecallIntake, hc_recall_intake_free)

G_END_DECLS
