/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-record-file.h"

G_BEGIN_DECLS

/**
 * HcSubstanceDraft:
 * @id: its id, made of its name
 * @name: its name
 * @also: (nullable): its other names, with commas
 * @kind: `medicine`, `supplement`, `food`, `vaccine` or `other`; %NULL: it is another name of a medicine
 * @drug: (nullable): the id of the medicine that it is another name of
 * @line: where it stands
 *
 * What interactions speak of and what has no text of its own.
 */
typedef struct
{
  char       *id;
  const char *name;
  const char *also;
  const char *kind;
  const char *drug;
  int         line;
} HcSubstanceDraft;

/**
 * HcInteractionGroupDraft:
 * @id: its id
 * @name: what its members are called together
 * @members: (array zero-terminated=1): the names of its members
 * @twice: (nullable): what to do when somebody takes two of them; %NULL: that is nothing unusual
 * @line: where it stands
 */
typedef struct
{
  const char  *id;
  const char  *name;
  char       **members;
  const char  *twice;
  int          line;
} HcInteractionGroupDraft;

/**
 * HcInteractionDraft:
 * @is_rule: whether it holds between groups
 * @a: the name of a substance, or the id of a group
 * @b: likewise
 * @severity: `major`, `moderate` or `minor`
 * @effect: what can happen
 * @action: what to do
 * @why: why
 * @timing: (nullable): how far the two are to be kept apart
 * @hours_before: how many hours before @b at least @a is to be taken, 0 when nothing is said
 * @hours_after: likewise, how many hours after @b
 * @confirmed: whether the source was read
 * @sources: (element-type HcSourceDraft): what says so
 * @line: where it stands
 */
typedef struct
{
  gboolean    is_rule;
  char       *a;
  char       *b;
  const char *severity;
  const char *effect;
  const char *action;
  const char *why;
  const char *timing;
  int         hours_before;
  int         hours_after;
  gboolean    confirmed;
  GPtrArray  *sources;
  int         line;
} HcInteractionDraft;

/**
 * HcAllergyDraft:
 * @id: its id, made of its name
 * @name: what people may be allergic to
 * @also: (nullable): its other names, with commas
 * @members: (array zero-terminated=1): the names of the substances that belong to it
 * @others: (nullable): names of what belongs to it and is no substance, with semicolons
 * @note: (nullable): why one member stands for the others
 * @sources: (element-type HcSourceDraft): what says so
 * @line: where it stands
 */
typedef struct
{
  char        *id;
  const char  *name;
  const char  *also;
  char       **members;
  const char  *others;
  const char  *note;
  GPtrArray   *sources;
  int          line;
} HcAllergyDraft;

/**
 * HcInteractionFileDraft:
 * @file: the file
 * @substances: (element-type HcSubstanceDraft): those that it names
 * @groups: (element-type HcInteractionGroupDraft): likewise
 * @interactions: (element-type HcInteractionDraft): likewise
 * @allergies: (element-type HcAllergyDraft): likewise
 *
 * A file of interactions. The strings that are not freed one by one are those of its records.
 */
typedef struct
{
  HcRecordFile *file;
  GPtrArray    *substances;
  GPtrArray    *groups;
  GPtrArray    *interactions;
  GPtrArray    *allergies;
} HcInteractionFileDraft;

HcInteractionFileDraft *hc_interaction_reader_read      (const char             *file,
                                                         const char             *text,
                                                         HcFaultList            *faults) G_GNUC_WARN_UNUSED_RESULT;
void                    hc_interaction_file_draft_free  (HcInteractionFileDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcInteractionFileDraft, hc_interaction_file_draft_free)

G_END_DECLS
