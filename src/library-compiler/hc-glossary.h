/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-article-draft.h"
#include "hc-record-file.h"

G_BEGIN_DECLS

/**
 * HcTermDraft:
 * @id: its id, made of the name
 * @name: the term
 * @also: its other names and forms, with commas between them; may be empty
 * @definition: what it means, plain text
 * @article: (nullable): the id of the article to read on in
 * @sources: (element-type HcSourceDraft): what the definition relies on
 * @line: where it stands
 *
 * A term of the glossary.
 */
typedef struct
{
  char      *id;
  char      *name;
  char      *also;
  char      *definition;
  char      *article;
  GPtrArray *sources;
  int        line;
} HcTermDraft;

/**
 * HcGlossary:
 * @file: the file it was read from, which owns the sources
 * @terms: (element-type HcTermDraft): the terms by the alphabet
 * @forms: (element-type utf8 HcTermDraft): the terms by each name and form, as
 *   hc_text_rules_fold_term() makes it
 * @capitals: (element-type utf8): those forms that are written in capitals, such as `FIT`, and are met in
 *   a text only in capitals
 */
typedef struct
{
  HcRecordFile *file;
  GPtrArray    *terms;
  GHashTable   *forms;
  GHashTable   *capitals;
} HcGlossary;

HcGlossary *hc_glossary_read (const char     *file,
                              const char     *text,
                              HcFaultList    *faults) G_GNUC_WARN_UNUSED_RESULT;
void        hc_glossary_free (HcGlossary     *self);
void        hc_glossary_mark (HcGlossary     *self,
                              HcArticleDraft *article);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcGlossary, hc_glossary_free)

G_END_DECLS
