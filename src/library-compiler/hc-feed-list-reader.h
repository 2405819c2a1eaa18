/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-record-file.h"

G_BEGIN_DECLS

/**
 * HcFeedListDraft:
 * @file: feeds.txt
 * @feeds: (element-type HcRecord): the feeds in their order, without a fault; owned by @file
 *
 * The feeds that are suggested.
 */
typedef struct
{
  HcRecordFile *file;
  GPtrArray    *feeds;
} HcFeedListDraft;

HcFeedListDraft *hc_feed_list_reader_read (const char      *file,
                                           const char      *text,
                                           HcFaultList     *faults) G_GNUC_WARN_UNUSED_RESULT;
void             hc_feed_list_draft_free  (HcFeedListDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcFeedListDraft, hc_feed_list_draft_free)

G_END_DECLS
