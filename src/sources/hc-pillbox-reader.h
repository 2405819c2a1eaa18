/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-label-error.h"
#include "hc-label.h"

G_BEGIN_DECLS

/**
 * HcPillboxFuncs:
 * @take_label: (transfer full): takes what follows each other of one label; returns whether to go on
 * @take_fault: takes what is wrong with the row in a line
 *
 * What a reader gives.
 */
typedef struct
{
  gboolean (*take_label) (HcLabel *label, gpointer user_data);
  void     (*take_fault) (const GError *error, guint line, gpointer user_data);
} HcPillboxFuncs;

/**
 * HcPillboxReader:
 *
 * Reads the master file of the NLM's Pillbox, comma-separated values, as it comes.
 */
typedef struct _HcPillboxReader HcPillboxReader;

HcPillboxReader *hc_pillbox_reader_new    (const HcPillboxFuncs  *funcs,
                                           gpointer               user_data) G_GNUC_WARN_UNUSED_RESULT;
void             hc_pillbox_reader_free   (HcPillboxReader       *self);
gboolean         hc_pillbox_reader_feed   (HcPillboxReader       *self,
                                           const char            *data,
                                           gsize                  length,
                                           GError               **error);
gboolean         hc_pillbox_reader_finish (HcPillboxReader       *self,
                                           guint                 *n_unnamed,
                                           GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcPillboxReader, hc_pillbox_reader_free)

G_END_DECLS
