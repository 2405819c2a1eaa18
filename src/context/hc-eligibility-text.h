/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-block.h"

G_BEGIN_DECLS

/**
 * HcEligibilityKind:
 * @HC_ELIGIBILITY_OTHER: neither, or not known
 * @HC_ELIGIBILITY_INCLUSION: what must be so to take part
 * @HC_ELIGIBILITY_EXCLUSION: what must not be so
 *
 * What a part of the text about who can take part is about.
 */
typedef enum {
  HC_ELIGIBILITY_OTHER,
  HC_ELIGIBILITY_INCLUSION,
  HC_ELIGIBILITY_EXCLUSION,
} HcEligibilityKind;

/**
 * HcEligibilityPart:
 * @kind: what it is about
 * @is_heading: whether it is a heading, "Inclusion Criteria" for example
 * @is_item: whether it is an item of a list
 * @depth: how deep the list is nested, from 0
 * @marker: (nullable): what stood before the item when it was not a mere bullet: `1.`
 * @text: its text, without Markdown
 *
 * A heading, a paragraph or an item.
 */
typedef struct
{
  HcEligibilityKind  kind;
  gboolean           is_heading;
  gboolean           is_item;
  guint              depth;
  char              *marker;
  char              *text;
} HcEligibilityPart;

GPtrArray *hc_eligibility_text_split  (const char *text) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *hc_eligibility_text_blocks (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
