/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-database.h"
#include "hc-record-file.h"

G_BEGIN_DECLS

/**
 * HcFollowUpCheckDraft:
 * @record: what the file says of it, without a fault
 * @link: (nullable): where there is more to read
 * @sources: (element-type HcSourceDraft): what says so
 */
typedef struct
{
  HcRecord   *record;
  const char *link;
  GPtrArray  *sources;
} HcFollowUpCheckDraft;

/**
 * HcFollowUpDraft:
 * @file: follow-up.txt
 * @checks: (element-type HcFollowUpCheckDraft): the checks after the treatment
 *
 * What follow-up.txt says.
 */
typedef struct
{
  HcRecordFile *file;
  GPtrArray    *checks;
} HcFollowUpDraft;

HcFollowUpDraft *hc_follow_up_reader_read (const char       *file,
                                           const char       *text,
                                           HcFaultList      *faults) G_GNUC_WARN_UNUSED_RESULT;
gboolean         hc_follow_up_draft_write (HcFollowUpDraft  *self,
                                           HcDatabase       *database,
                                           GError          **error);
void             hc_follow_up_draft_free  (HcFollowUpDraft  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcFollowUpDraft, hc_follow_up_draft_free)

G_END_DECLS
