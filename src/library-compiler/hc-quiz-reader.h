/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-record-file.h"

G_BEGIN_DECLS

/**
 * HcQuizQuestionDraft:
 * @id: its id, unique among all questions: results are kept under it
 * @text: the question
 * @options: (array zero-terminated=1): the answers, as they are shown
 * @right: the place of the right one among them, from 0
 * @why: what explains the answer
 * @link: where there is more to read, within the library
 * @sources: (element-type HcSourceDraft): what the answer relies on
 * @line: where it stands
 */
typedef struct
{
  char      *id;
  char      *text;
  char     **options;
  guint      right;
  char      *why;
  char      *link;
  GPtrArray *sources;
  int        line;
} HcQuizQuestionDraft;

/**
 * HcQuizDraft:
 * @file: the file it was read from, which owns the sources
 * @id: its id, the name of the file
 * @title: its title
 * @summary: one sentence
 * @questions: (element-type HcQuizQuestionDraft): the questions in their order
 */
typedef struct
{
  HcRecordFile *file;
  char         *id;
  char         *title;
  char         *summary;
  GPtrArray    *questions;
} HcQuizDraft;

/**
 * HcFactDraft:
 * @id: its id
 * @text: one or two sentences
 * @link: where there is more to read, within the library
 * @sources: (element-type HcSourceDraft): what it relies on
 * @line: where it stands
 */
typedef struct
{
  char      *id;
  char      *text;
  char      *link;
  GPtrArray *sources;
  int        line;
} HcFactDraft;

/**
 * HcFactsDraft:
 * @file: the file they were read from, which owns the sources
 * @facts: (element-type HcFactDraft): the facts in their order
 */
typedef struct
{
  HcRecordFile *file;
  GPtrArray    *facts;
} HcFactsDraft;

HcQuizDraft  *hc_quiz_reader_read       (const char   *file,
                                         const char   *text,
                                         HcFaultList  *faults) G_GNUC_WARN_UNUSED_RESULT;
HcFactsDraft *hc_quiz_reader_read_facts (const char   *file,
                                         const char   *text,
                                         HcFaultList  *faults) G_GNUC_WARN_UNUSED_RESULT;
void          hc_quiz_draft_free        (HcQuizDraft  *self);
void          hc_facts_draft_free       (HcFactsDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcQuizDraft, hc_quiz_draft_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcFactsDraft, hc_facts_draft_free)

G_END_DECLS
