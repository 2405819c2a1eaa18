/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-pill.h"
#include "hc-record-file.h"

G_BEGIN_DECLS

/**
 * HcPillDraft:
 * @drug: the id of the medicine
 * @look: what it looks like, as in the file
 * @brand: (nullable): its brand name
 * @strength: (nullable): its strength
 * @form: its form
 * @maker: who makes it
 * @source: what says so
 * @confirmed: whether that is the label of the maker
 * @remark: (nullable): what else there is to know of it
 * @line: where it stands
 *
 * A pill, as a file of the content describes it. The strings are those of the file.
 */
typedef struct
{
  const char    *drug;
  HcPillLook     look;
  const char    *brand;
  const char    *strength;
  const char    *form;
  const char    *maker;
  HcSourceDraft *source;
  gboolean       confirmed;
  const char    *remark;
  int            line;
} HcPillDraft;

/**
 * HcPillsDraft:
 * @file: the file
 * @pills: (element-type HcPillDraft): its pills
 */
typedef struct
{
  HcRecordFile *file;
  GPtrArray    *pills;
} HcPillsDraft;

HcPillsDraft *hc_pill_reader_read  (const char   *file,
                                    const char   *text,
                                    HcFaultList  *faults) G_GNUC_WARN_UNUSED_RESULT;
void          hc_pills_draft_free  (HcPillsDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcPillsDraft, hc_pills_draft_free)

G_END_DECLS
