/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-diary-kind.h"
#include "hc-record-file.h"
#include "hc-red-flag.h"

G_BEGIN_DECLS

/**
 * HcDiaryKindDraft:
 * @details: what is told of it; its strings are those of the record, but for the other unit
 * @belongs_to: the name of its group
 * @input: the name of its input
 * @better: the name of what a change means
 * @words: (array zero-terminated=1): what its numbers mean; may be empty
 * @other_unit: (nullable): its other unit
 * @sources: (element-type HcSourceDraft): what its words rely on; may be empty
 * @line: where it stands
 *
 * What can be written down in the diary.
 */
typedef struct
{
  HcDiaryKindDetails  details;
  const char         *belongs_to;
  const char         *input;
  const char         *better;
  char              **words;
  char               *other_unit;
  GPtrArray          *sources;
  int                 line;
} HcDiaryKindDraft;

/**
 * HcRedFlagDraft:
 * @details: what is told of it, without its conditions; its strings are those of the record
 * @level: the name of its level
 * @conditions: (array zero-terminated=1): its conditions, as they are written
 * @sources: (element-type HcSourceDraft): what says so
 * @line: where it stands
 */
typedef struct
{
  HcRedFlagDetails   details;
  const char        *level;
  char             **conditions;
  GPtrArray         *sources;
  int                line;
} HcRedFlagDraft;

/**
 * HcColdDraft:
 * @days: for how many days cold is to be avoided; 0: nothing was read
 * @text: what the sources say
 * @avoid: (array zero-terminated=1): what is to be avoided
 * @link: (nullable): where there is more to read
 * @sources: (element-type HcSourceDraft): what says so
 * @line: where it stands
 */
typedef struct
{
  int          days;
  const char  *text;
  char       **avoid;
  const char  *link;
  GPtrArray   *sources;
  int          line;
} HcColdDraft;

/**
 * HcDiaryDraft:
 * @file: diary.txt
 * @kinds: (element-type HcDiaryKindDraft): what can be written down
 * @flags: (element-type HcRedFlagDraft): the red flags, the most urgent first
 * @cold: what is told of cold
 *
 * What diary.txt says.
 */
typedef struct
{
  HcRecordFile *file;
  GPtrArray    *kinds;
  GPtrArray    *flags;
  HcColdDraft   cold;
} HcDiaryDraft;

HcDiaryDraft *hc_diary_reader_read (const char   *file,
                                    const char   *text,
                                    HcFaultList  *faults) G_GNUC_WARN_UNUSED_RESULT;
void          hc_diary_draft_free  (HcDiaryDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcDiaryDraft, hc_diary_draft_free)

G_END_DECLS
