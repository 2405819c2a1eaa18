/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HcFollowUpSpan:
 * @from: after how many months from the end of treatment it begins
 * @until: after how many it ends
 * @at_least: the shortest time between two checks, in months
 * @at_most: the longest
 *
 * How often a check is due for some time: `0-24 every 3-6`, in months.
 */
typedef struct
{
  int from;
  int until;
  int at_least;
  int at_most;
} HcFollowUpSpan;

/**
 * HcFollowUpCheck:
 * @id: its id, `colon-cea`
 * @subject: what it is, whoever it is for, `cea`: the subject of the appointments for it
 * @kind: the kind of appointment that it needs: `follow-up` or `test`
 * @name: its name
 * @site: `colon` or `rectal`
 * @stages: bit 1 is stage I, bit 4 is stage IV
 * @guideline: which guideline says so, with its version
 * @note: (nullable): what else there is to know
 * @link: (nullable): where there is more to read
 * @spans: (element-type HcFollowUpSpan): how often it is due, in the order of time
 *
 * A check after the treatment, as a guideline has it.
 */
typedef struct
{
  char   *id;
  char   *subject;
  char   *kind;
  char   *name;
  char   *site;
  guint   stages;
  char   *guideline;
  char   *note;
  char   *link;
  GArray *spans;
} HcFollowUpCheck;

void     hc_follow_up_check_free   (HcFollowUpCheck *self);
gboolean hc_follow_up_span_parse   (const char      *text,
                                    HcFollowUpSpan  *span);
gboolean hc_follow_up_stages_parse (const char      *text,
                                    guint           *stages);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcFollowUpCheck, hc_follow_up_check_free)

G_END_DECLS
