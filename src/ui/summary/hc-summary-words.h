/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-visit-summary.h"

G_BEGIN_DECLS

/**
 * HcSummaryParts:
 * @HC_SUMMARY_DIAGNOSIS: diagnosis and treatment
 * @HC_SUMMARY_ALLERGIES: allergies
 * @HC_SUMMARY_MEDICINES: what is taken, and what was stopped
 * @HC_SUMMARY_DOSES: how many doses were taken
 * @HC_SUMMARY_INTERACTIONS: what must not be taken together
 * @HC_SUMMARY_DIARY: the numbers of the diary
 * @HC_SUMMARY_NOTES: its words
 * @HC_SUMMARY_QUESTIONS: what is to be asked
 * @HC_SUMMARY_CONTACTS: whom to call
 *
 * What goes into a summary.
 */
typedef enum {
  HC_SUMMARY_DIAGNOSIS    = 1 << 0,
  HC_SUMMARY_ALLERGIES    = 1 << 1,
  HC_SUMMARY_MEDICINES    = 1 << 2,
  HC_SUMMARY_DOSES        = 1 << 3,
  HC_SUMMARY_INTERACTIONS = 1 << 4,
  HC_SUMMARY_DIARY        = 1 << 5,
  HC_SUMMARY_NOTES        = 1 << 6,
  HC_SUMMARY_QUESTIONS    = 1 << 7,
  HC_SUMMARY_CONTACTS     = 1 << 8,
} HcSummaryParts;

#define HC_SUMMARY_N_PARTS 9
#define HC_SUMMARY_ALL ((HcSummaryParts) ((1 << HC_SUMMARY_N_PARTS) - 1))

/**
 * HcSummaryLineKind:
 * @HC_SUMMARY_TITLE: what it is
 * @HC_SUMMARY_HEADING: the heading of a part
 * @HC_SUMMARY_ITEM: the name of something; more about it comes below
 * @HC_SUMMARY_DETAIL: more about it
 * @HC_SUMMARY_TEXT: a row by itself
 *
 * What a line is.
 */
typedef enum {
  HC_SUMMARY_TITLE,
  HC_SUMMARY_HEADING,
  HC_SUMMARY_ITEM,
  HC_SUMMARY_DETAIL,
  HC_SUMMARY_TEXT,
} HcSummaryLineKind;

/**
 * HcSummaryLine:
 * @kind: what it is
 * @lead: (nullable): what it begins with, in bold
 * @text: what it says
 * @medicine: (nullable): the medicine that it is about, to be drawn
 *
 * A line of a summary. Both texts are plain.
 */
typedef struct
{
  HcSummaryLineKind  kind;
  char              *lead;
  char              *text;
  HcMedicine        *medicine;
} HcSummaryLine;

GPtrArray  *hc_summary_words_list          (const HcVisitSummary *summary,
                                            HcSummaryParts        parts) G_GNUC_WARN_UNUSED_RESULT;
const char *hc_summary_words_get_part      (HcSummaryParts        part);
char       *hc_summary_words_dup_day       (GDateTime            *time) G_GNUC_WARN_UNUSED_RESULT;
char       *hc_summary_words_dup_shortened (const char           *text) G_GNUC_WARN_UNUSED_RESULT;
char       *hc_summary_line_dup_markup     (const HcSummaryLine  *line) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
