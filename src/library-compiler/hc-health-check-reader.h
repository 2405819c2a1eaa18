/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-health-check.h"
#include "hc-record-file.h"

G_BEGIN_DECLS

/**
 * HcHealthStepDraft:
 * @id: its id
 * @kind: `one`, `any` or `number`
 * @ask: the question
 * @detail: (nullable): what helps to answer it
 * @options: (array zero-terminated=1): id and text of each option, by turns
 * @minimum: (nullable): the smallest number
 * @maximum: (nullable): the largest number
 * @condition: (nullable): when it is asked
 */
typedef struct
{
  char  *id;
  char  *kind;
  char  *ask;
  char  *detail;
  char **options;
  char  *minimum;
  char  *maximum;
  char  *condition;
} HcHealthStepDraft;

/**
 * HcHealthResultDraft:
 * @id: its id
 * @grade: `emergency`, `call`, `visit` or `know`
 * @title: what to do
 * @text: why, and how
 * @link: (nullable): where there is more to read
 * @stops: whether nothing more is asked
 * @condition: when it is given
 * @sources: (element-type HcSourceDraft): what it relies on
 * @line: where it stands
 */
typedef struct
{
  char      *id;
  char      *grade;
  char      *title;
  char      *text;
  char      *link;
  gboolean   stops;
  char      *condition;
  GPtrArray *sources;
  int        line;
} HcHealthResultDraft;

/**
 * HcHealthCheckDraft:
 * @file: the file it was read from, which owns the sources
 * @steps: (element-type HcHealthStepDraft): the steps in their order
 * @results: (element-type HcHealthResultDraft): the results in their order
 */
typedef struct
{
  HcRecordFile *file;
  GPtrArray    *steps;
  GPtrArray    *results;
} HcHealthCheckDraft;

HcHealthCheckDraft *hc_health_check_reader_read (const char         *file,
                                                 const char         *text,
                                                 HcFaultList        *faults) G_GNUC_WARN_UNUSED_RESULT;
void                hc_health_check_draft_free  (HcHealthCheckDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcHealthCheckDraft, hc_health_check_draft_free)

G_END_DECLS
