/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-diary-book.h"
#include "hc-diary-entry.h"

G_BEGIN_DECLS

/**
 * HcSummaryDiary:
 * @kind: (nullable): the kind of the entries; %NULL: one that the library does not know
 * @id: its id
 * @n_entries: how many entries there are, covered ones not counted
 * @first: (nullable): the oldest with a number, and so are the others; %NULL: no entry has one
 * @last: (nullable): the newest
 * @lowest: (nullable): that with the least number, the newest of those
 * @highest: (nullable): that with the greatest, the newest of those
 *
 * What was written into the diary of one kind.
 */
typedef struct
{
  HcDiaryKind  *kind;
  char         *id;
  guint         n_entries;
  HcDiaryEntry *first;
  HcDiaryEntry *last;
  HcDiaryEntry *lowest;
  HcDiaryEntry *highest;
} HcSummaryDiary;

GPtrArray    *hc_summary_diary_list      (GPtrArray            *entries,
                                          HcDiaryBook          *book) G_GNUC_WARN_UNUSED_RESULT;
HcDiaryEntry *hc_summary_diary_get_worst (const HcSummaryDiary *self);

G_END_DECLS
